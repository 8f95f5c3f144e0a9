#include "desk/deboil.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/deboil_parts.h"
#include "text/chars.h"
#include "text/utf8.h"

void
deboil_open(struct deboil *d, const struct deboil_opts *opts)
{
	*d = (struct deboil){ .opts = *opts, .model = deboil_model_open() };
	deboil_kinds_open(d);
}

void
deboil_document(struct deboil *d)
{
	arena_clear(&d->meta_arena);
	d->meta = (struct deboil_meta){ .order = MOMENT_UNSURE };
	d->ninside = d->begun = 0;
	d->html_title.n = d->base.n = d->canonical.n = 0;
	deboil_turn_page(d);
}

void
deboil_close(struct deboil *d)
{
	deboil_model_close(d->model);
	free(d->blocks);
	free(d->words);
	free(d->subjects);
	free(d->tags);
	free(d->elements);
	free(d->table);
	free(d->lent[0]);
	free(d->lent[1]);
	free(d->memory);
	free(d->inside);
	arena_free(&d->arena);
	arena_free(&d->meta_arena);
}

/* ---- plain text: a block a line ---- */

/* Bytes that begin two of them that are no blank: Latin, Greek, Cyrillic, ... */
static inline bool
begins_two(char c)
{
	return (unsigned char)c >= 0xc3 && (unsigned char)c < 0xe0;
}

static inline bool
is_bare(char c)
{
	return c > 0x20 && c < 0x7f;
}

/* Most lines begin and end with a letter or mark of ASCII, or a letter of two. */
static inline struct str
trim(struct str s)
{
	bool bare = s.n < 2 ? s.n == 0
	    : (is_bare(s.p[0]) || begins_two(s.p[0]))
	    && (is_bare(s.p[s.n - 1]) || begins_two(s.p[s.n - 2]));

	return bare ? s : chars_trim(s);
}

/* Room for n more, all zero: many at once, as each takes its time. */
static void
make_blocks(struct deboil *d, size_t n)
{
	d->blocks = xgrow(d->blocks, &d->cap, d->n + n, sizeof *d->blocks);
	memset(d->blocks + d->n, 0, n * sizeof *d->blocks);
}

static inline void
put_line(struct deboil *d, struct str text, size_t start, size_t end)
{
	struct deboil_block *b = &d->blocks[d->n++];

	b->text = trim(str_cut(text, start, end));
	b->at = (struct span){ start, end };
}

enum { LINES = 64 };		/* whose ends are looked for at once */

void
deboil_lines(struct deboil *d, struct str text)
{
	size_t ends[LINES], n, i = 0;
	bool ascii;

	do {
		size_t from = i;

		n = utf8_ends(str_cut(text, i, text.n), '\n', ends, LINES,
		    &ascii);
		make_blocks(d, LINES);
		for (size_t k = 0; k < n; k++) {
			put_line(d, text, i, from + ends[k]);
			i = from + ends[k] + 1;
		}
	} while (n == LINES);
	if (i < text.n)		/* there is room for one: n is not LINES */
		put_line(d, text, i, text.n);
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

void
deboil_unwrap(struct deboil *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n;) {
		size_t end = run_end(d, i), wrapped = wrapped_start(d, i, end);

		for (; i < wrapped; i++, n++)
			if (n < i)	/* hardly ever */
				d->blocks[n] = d->blocks[i];
		if (wrapped < end) {
			struct deboil_block b;

			join_lines(d, wrapped, end, &b);
			d->blocks[n++] = b;
			i = end;
		} else if (i < d->n) {
			if (n < i)
				d->blocks[n] = d->blocks[i];
			n++;
			i++;
		}
	}
	d->n = n;
}

/* Pages glued together are scored each for itself. */
static void
score_pages(struct deboil *d)
{
	deboil_score(d);
	if (!d->html && !d->opts.no_breaks)
		deboil_seams(d);
	deboil_score_parts(d);
}

static void
finish(struct deboil *d)
{
	d->given = 0;
	if (d->n > 0) {
		score_pages(d);
		if (!d->opts.no_memory)
			deboil_recall(d);
		deboil_judge(d);
	}
	/* Before the user's choice: what is kept by it says nothing of the body. */
	if (d->opts.meta)
		deboil_meta_finish(d);
	deboil_choose(d);
	if (d->n > 0 && !d->opts.no_repair)
		deboil_repair(d);
}

void
deboil_start(struct deboil *d, struct str text)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = false;
	d->cut = DEBOIL_WHOLE;
	d->page = text;
	deboil_lines(d, text);
	if (!d->opts.no_repair)
		deboil_unwrap(d);
	finish(d);
}

void
deboil_start_html(struct deboil *d, struct str page)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = true;
	deboil_html(d, page);
	finish(d);
}

void
deboil_break(struct deboil *d)
{
	if (d->begun < d->ninside)
		d->meta = d->inside[d->begun++];
}

const struct deboil_block *
deboil_next(struct deboil *d)
{
	struct deboil_block *b;

	if (d->given == d->n)
		return NULL;
	b = &d->blocks[d->given++];
	if (!b->keep && b->reason == DEBOIL_KEPT && d->opts.reasons)
		b->reason = b->again ? DEBOIL_REPEAT
		    : deboil_reason_of(b);
	return b;
}
