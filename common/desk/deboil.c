#include "desk/deboil.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/trees.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_chrome;
extern const int8_t weights_deboil_text[], weights_deboil_html[];
extern const uint32_t weights_deboil_text_size, weights_deboil_html_size;

const char *const deboil_reasons[DEBOIL_REASONS] = {
	"-", "nav", "share", "account", "legal", "ad", "teaser", "comment",
	"caption", "byline", "repeat", "blank", "other"
};

/*
 * Lengths in bytes, set by reading pages: a repeated line shorter than REPEAT
 * may well be a subhead; what is glued to chrome is a sentence of GLUED or
 * more, the chrome before it at most CHROME.
 */
enum { REPEAT = 40, GLUED = 60, CHROME = 60 };

void
deboil_open(struct deboil *d, const struct deboil_opts *opts)
{
	*d = (struct deboil){ .opts = *opts };
}

void
deboil_document(struct deboil *d)
{
	map_clear(&d->seen);
}

void
deboil_close(struct deboil *d)
{
	free(d->blocks);
	free(d->features);
	free(d->scores);
	arena_free(&d->arena);
	map_free(&d->seen);
}

/* ---- plain text: a block a line ---- */

void
deboil_lines(struct deboil *d, struct str text)
{
	for (size_t i = 0; i < text.n;) {
		const char *nl = memchr(text.p + i, '\n', text.n - i);
		size_t end = nl != NULL ? (size_t)(nl - text.p) : text.n;
		struct str line = chars_trim(str_cut(text, i, end));

		d->blocks = xgrow(d->blocks, &d->cap, d->n + 1,
		    sizeof *d->blocks);
		d->blocks[d->n++] = (struct deboil_block){
			.text = line, .at = { i, end } };
		i = end + (nl != NULL);
	}
}

/*
 * Hard-wrapped paragraphs (mail, Gutenberg, lynx -dump): lines that were
 * broken where the next word did not fit are one block.
 */
enum { WRAP_LEAST = 40, WRAP_MOST = 100, WRAP_LINES = 3 };

static size_t
first_word(struct str s)
{
	const char *blank = memchr(s.p, ' ', s.n);

	return blank != NULL ? (size_t)(blank - s.p) : s.n;
}

static size_t
run_end(const struct deboil *d, size_t i)
{
	while (i < d->n && d->blocks[i].text.n > 0)
		i++;
	return i;
}

/*
 * Where the wrapped paragraph begins that ends the run of lines [start, end);
 * end if there is none. No line of it would have had room for the first word
 * of the next. Looked for from below, so that a run is read once.
 */
static size_t
wrapped_start(const struct deboil *d, size_t start, size_t end)
{
	size_t found = end, width = 0, narrowest = SIZE_MAX;

	for (size_t i = end; i-- > start;) {
		size_t n = d->blocks[i].text.n;

		if (n > WRAP_MOST)
			break;
		width = n > width ? n : width;
		if (i + 1 < end) {
			n += 1 + first_word(d->blocks[i + 1].text);
			narrowest = n < narrowest ? n : narrowest;
		}
		if (end - i >= WRAP_LINES && width >= WRAP_LEAST
		    && narrowest > width)
			found = i;
	}
	return found;
}

static void
join_lines(struct deboil *d, size_t i, size_t end, struct deboil_block *b)
{
	struct deboil_source *map = arena_alloc(&d->arena, end - i,
	    sizeof *map);
	const char *page = d->page.p;
	struct buf text = { 0 };

	*b = d->blocks[i];
	for (size_t k = i; k < end; k++) {
		if (k > i)
			buf_char(&text, ' ');
		map[k - i] = (struct deboil_source){ text.n,
		    (size_t)(d->blocks[k].text.p - page) };
		buf_put(&text, d->blocks[k].text);
	}
	b->text = arena_copy(&d->arena, buf_str(&text));
	b->at.end = d->blocks[end - 1].at.end;
	b->source = map;
	b->nsource = end - i;
	b->repaired = true;
	buf_free(&text);
}

static void
unwrap(struct deboil *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n;) {
		size_t end = run_end(d, i), wrapped = wrapped_start(d, i, end);

		while (i < wrapped)
			d->blocks[n++] = d->blocks[i++];
		if (wrapped < end) {
			struct deboil_block b;

			join_lines(d, wrapped, end, &b);
			d->blocks[n++] = b;
			i = end;
		} else if (i < d->n) {
			d->blocks[n++] = d->blocks[i++];
		}
	}
	d->n = n;
}

/* ---- judging ---- */

static enum deboil_reason
reason_of(const struct deboil_block *b)
{
	static const enum deboil_reason by_kind[] = { DEBOIL_OTHER,
	    DEBOIL_SHARE, DEBOIL_ACCOUNT, DEBOIL_LEGAL, DEBOIL_AD,
	    DEBOIL_TEASER, DEBOIL_COMMENT, DEBOIL_NAV, DEBOIL_CAPTION,
	    DEBOIL_BYLINE };
	unsigned count[10] = { 0 }, words = 0, best = 0;

	if (b->text.n == 0)
		return DEBOIL_BLANK;
	for (size_t i = 0, start = 0; i <= b->text.n; i++) {
		int k;

		if (i < b->text.n && (byte_is_letter(b->text.p[i])
		    || (unsigned char)b->text.p[i] >= 0x80))
			continue;
		k = i > start ? words_find_lower(&words_chrome,
		    str_cut(b->text, start, i)) : -1;
		words += i > start;
		start = i + 1;
		if (k > 0 && k < 10)
			count[k]++;
	}
	for (unsigned k = 1; k < 10; k++)
		if (count[k] > count[best])
			best = k;
	if (b->zone >> 4 == 1)
		return DEBOIL_CAPTION;
	if (best > 0)
		return by_kind[best];
	return words < 6 ? DEBOIL_NAV : words > 7 ? DEBOIL_TEASER : DEBOIL_OTHER;
}

static void
judge(struct deboil *d)
{
	const uint8_t *columns[DEBOIL_FEATURES];

	deboil_features(d, columns);
	d->scores = xgrow(d->scores, &d->scores_cap, trees_room(d->n),
	    sizeof *d->scores);
	memset(d->scores, 0, trees_room(d->n) * sizeof *d->scores);
	if (d->html)
		trees_score(weights_deboil_html, weights_deboil_html_size,
		    columns, d->n, d->scores);
	else
		trees_score(weights_deboil_text, weights_deboil_text_size,
		    columns, d->n, d->scores);
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		b->score = d->scores[i];
		b->keep = b->score > d->opts.threshold && b->text.n > 0;
		b->reason = DEBOIL_KEPT;
	}
}

enum { HOLE_BAR = -500, HOLE_BYTES = 60, HOLE_REACH = 6, HOLE_LINKS = 30 };

static bool
is_prose(const struct deboil_block *b)
{
	return b->text.n >= HOLE_BYTES && b->links <= HOLE_LINKS
	    && (strchr(".!?\"", b->text.p[b->text.n - 1]) != NULL
	    || str_ends(b->text, STR("\xe2\x80\x9d")));
}

/*
 * A page without any furniture around it (a letter, a note) offers the trees
 * little to tell text by: if nothing was kept, the bar is lowered once.
 */
enum { LOW_BAR = -700 };

static void
keep_something(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].keep)
			return;
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->score > LOW_BAR && is_prose(b))
			b->keep = true;
	}
}

/*
 * A sentence between kept ones that the trees were not sure about belongs to
 * them: they see one block at a time.
 */
static bool
has_kept_near(const struct deboil *d, size_t i)
{
	size_t seen = 0;

	for (size_t k = i; k-- > 0 && seen < HOLE_REACH; ) {
		if (d->blocks[k].keep)
			return true;
		seen += d->blocks[k].text.n > 0;
	}
	seen = 0;
	for (size_t k = i + 1; k < d->n && seen < HOLE_REACH; k++) {
		if (d->blocks[k].keep)
			return true;
		seen += d->blocks[k].text.n > 0;
	}
	return false;
}

static void
fill_holes(struct deboil *d)
{
	/* From below: the paragraph before a filled one may be one too. */
	for (size_t i = d->n; i-- > 0;) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep && b->score > d->opts.threshold + HOLE_BAR
		    && is_prose(b) && has_kept_near(d, i)
		    && (reason_of(b) == DEBOIL_TEASER
		    || reason_of(b) == DEBOIL_OTHER))
			b->keep = true;
	}
}

/*
 * The headline stands alone before the first paragraph, where the trees have
 * little to go by: of the lines there that could be one, the best is taken.
 */
enum { HEADLINE_LOW = -900, HEADLINE_LINES = 14, HEADLINE_LEAST = 20,
    HEADLINE_MOST = 200, PARAGRAPH = 120 };

static bool
may_be_headline(const struct deboil_block *b)
{
	enum deboil_reason reason;
	size_t blanks = 0;
	char c;

	if (b->text.n < HEADLINE_LEAST || b->text.n > HEADLINE_MOST)
		return false;
	for (size_t i = 0; i < b->text.n; i++)
		blanks += b->text.p[i] == ' ' || (unsigned char)b->text.p[i]
		    >= 0xe3;
	c = b->text.p[b->text.n - 1];
	if (blanks < 3 || c == '.' || c == ':' || c == ',')
		return false;
	reason = reason_of(b);
	return reason == DEBOIL_OTHER || reason == DEBOIL_TEASER
	    || reason == DEBOIL_NAV;
}

static void
keep_headline(struct deboil *d)
{
	size_t body = 0, best, seen = 0;

	while (body < d->n && !(d->blocks[body].keep
	    && d->blocks[body].text.n >= PARAGRAPH))
		body++;
	if (body == d->n)
		return;
	best = body;
	for (size_t i = body; i-- > 0 && seen < HEADLINE_LINES;) {
		struct deboil_block *b = &d->blocks[i];

		seen += b->text.n > 0;
		if (b->keep)
			return;
		if (may_be_headline(b) && b->score > HEADLINE_LOW
		    && (best == body || b->score > d->blocks[best].score))
			best = i;
	}
	if (best < body) {
		d->blocks[best].keep = true;
	}
}

/* ---- repair ---- */

static struct str
cut_block(struct deboil_block *b, size_t start, size_t end)
{
	struct str s = chars_trim(str_cut(b->text, start, end));

	b->repaired |= s.n < b->text.n;
	return s;
}

/* "resultsIn": a lower-case word runs into a capital one. 0: no such place. */
static size_t
glue_before(struct str t)
{
	size_t word = 0, limit = t.n < CHROME ? t.n : CHROME;

	for (size_t i = 1; i + 1 < limit; i++) {
		if (t.p[i] == ' ')
			word = i + 1;
		if (t.p[i] == '.' || t.p[i] == ',' || t.p[i] == '"')
			return 0;
		if (byte_is_upper(t.p[i]) && byte_is_lower(t.p[i - 1])
		    && (byte_is_lower(t.p[i + 1]) || t.p[i + 1] == ' ')
		    && i - word >= 3 && byte_is_lower(t.p[word])
		    && t.n - i >= GLUED)
			return i;
	}
	return 0;
}

/* "Britain.print PRINT": the last stop runs into a few words of chrome. */
static size_t
glue_after(struct str t)
{
	size_t low = t.n > CHROME ? t.n - CHROME : 0;

	for (size_t i = t.n; i > low + 1; i--) {
		char c = t.p[i - 1];

		if (c != '.' && c != '!' && c != '?')
			continue;
		if (i == t.n || t.p[i] == ' ' || !byte_is_letter(t.p[i])
		    || !byte_is_lower(t.p[i - 2]) || i < GLUED)
			return 0;
		return memchr(t.p + i, '.', t.n - i) == NULL ? i : 0;
	}
	return 0;
}

static bool
ends_open(struct str t)
{
	char c = t.n > 0 ? t.p[t.n - 1] : '.';

	return byte_is_lower(c) || c == ',';
}

/* A paragraph cut in mid-sentence by a blank line goes on in the next one. */
static void
join_paragraphs(struct deboil *d)
{
	const struct deboil_block *before = NULL;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep) {
			if (b->text.n > 0)
				before = NULL;
			continue;
		}
		b->joins = before != NULL && before->text.n >= GLUED
		    && ends_open(before->text) && byte_is_lower(b->text.p[0])
		    && b->text.n >= GLUED;
		before = b;
	}
}

static void
drop_repeats(struct deboil *d)
{
	struct map once = { 0 };
	bool added;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep || b->text.n < REPEAT)
			continue;
		map_put(&once, b->text, &added);
		if (!added) {
			b->keep = false;
			b->reason = DEBOIL_REPEAT;
		}
	}
	map_free(&once);
}

static void
repair(struct deboil *d)
{
	for (size_t i = 0; i < d->n && !d->html; i++) {
		struct deboil_block *b = &d->blocks[i];
		size_t start, end;

		if (!b->keep)
			continue;
		start = glue_before(b->text);
		end = glue_after(b->text);
		b->text = cut_block(b, start, end > 0 ? end : b->text.n);
	}
	drop_repeats(d);
	join_paragraphs(d);
}

static void
finish(struct deboil *d)
{
	d->given = 0;
	if (d->n == 0)
		return;
	judge(d);
	keep_something(d);
	fill_holes(d);
	if (!d->opts.no_title)
		keep_headline(d);
	if (!d->opts.no_repair)
		repair(d);
}

void
deboil_start(struct deboil *d, struct str text)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = false;
	memset(&d->meta, 0, sizeof d->meta);
	d->page = text;
	deboil_lines(d, text);
	if (!d->opts.no_repair)
		unwrap(d);
	finish(d);
}

void
deboil_start_html(struct deboil *d, struct str page)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = true;
	memset(&d->meta, 0, sizeof d->meta);
	deboil_html(d, page);
	finish(d);
}

const struct deboil_block *
deboil_next(struct deboil *d)
{
	struct deboil_block *b;

	if (d->given == d->n)
		return NULL;
	b = &d->blocks[d->given++];
	if (!b->keep && b->reason == DEBOIL_KEPT && d->opts.reasons)
		b->reason = reason_of(b);
	return b;
}
