/* Which blocks are kept: the trees' scores, then the page as a whole. */
#include "desk/deboil_columns.h"

#include "base/die.h"
#include "desk/trees.h"
#include "text/chars.h"

static void
say_words(struct deboil *d, const int8_t *weights)
{
	d->said = arena_alloc(&d->arena, d->rows, sizeof *d->said);
	deboil_say_text(d, (struct span){ 0, d->rows }, weights, d->said);
}

static struct deboil_said *
say_tags(struct deboil *d, const int8_t *weights)
{
	struct deboil_said *tags = arena_alloc(&d->arena, d->rows,
	    sizeof *tags);
	uint32_t key[2 * DEBOIL_KEYS];

	for (size_t i = 0; i < d->rows; i++) {
		size_t n = deboil_tag_keys(d, i, key);

		tags[i] = deboil_say(weights + DEBOIL_TABLES / 2, key, n);
	}
	return tags;
}

static int32_t *
score_trees(struct deboil *d, const struct trees *trees)
{
	size_t room = trees_room(d->rows);
	int32_t *scores = arena_alloc(&d->arena, room, sizeof *scores);

	memset(scores, 0, room * sizeof *scores);
	trees_score(trees, &(struct trees_rows){ d->questions, d->rows },
	    scores);
	return scores;
}

/*
 * In plain text the rows between two of prose (a list, a table, a menu) are
 * judged half for themselves, half as a whole; not so at the head of a page
 * what speaks of the article, as its headline does among menus. PROSE and LIST
 * move the bars to where figures are best. By cross-validation over sites: page
 * mean of lines .876 -> .879; DAnIEL pages: lines .774 -> .799.
 */
enum { EVEN_PROSE = 128, EVEN_LIST = 96, EVEN_ABOUT = 20,
    EVEN_WORDS = 3 };

static void
even_list(const struct deboil *d, int32_t *scores, size_t from, size_t to)
{
	const uint8_t *common = column(d, C_MAIN_COMMON);
	int64_t sum = 0;

	for (size_t i = from; i < to; i++)
		sum += scores[i];
	sum /= (int64_t)(to - from);
	for (size_t i = from; i < to; i++)
		if (from > 0 || common[i] < EVEN_ABOUT)
			scores[i] = (scores[i] + (int32_t)sum) / 2 + EVEN_LIST;
}

/*
 * "Share your experiences with us": a short paragraph that speaks to the
 * reader, not in quotation marks, and not of what the article speaks of. Of
 * such blocks of labelled pages one in ten is content.
 */
enum { KIND_YOU = 10, APPEAL_WORDS = 40, APPEAL_COMMON = 30, APPEAL = 128 };

static int32_t
appeal_of(const struct deboil *d, size_t i)
{
	const struct deboil_shape *f = &d->shapes[i];

	if (f->kind[KIND_YOU] == 0 || f->words > APPEAL_WORDS
	    || f->mark[MARK_QUOTE] > 0
	    || column(d, C_MAIN_COMMON)[i] >= APPEAL_COMMON)
		return 0;
	return f->kind[KIND_YOU] > 1 || column(d, C_FURNITURE)[i] > 0
	    ? 2 * APPEAL : APPEAL;
}

/* A short sentence of its own is no part of a list. */
static bool
in_list(const struct deboil_shape *f)
{
	return (f->prose == 0)
	    & ((f->ends < END_STOP) | (f->words < EVEN_WORDS));
}

/*
 * In HTML the cells of a table that stand together are judged as a whole, where
 * all are short and few are links; otherwise half so. (What pages are laid out
 * with holds paragraphs, which part it.)
 */
enum { TABLE_ZONE = 2, CELL_BYTES = 60, CELL_LINKS = 30 };

static bool
is_cell(const struct deboil *d, size_t row)
{
	return d->shapes[row].prose == 0
	    && d->blocks[d->shapes[row].block].zone >> 4 == TABLE_ZONE;
}

static bool
is_data(const struct deboil *d, size_t from, size_t end)
{
	size_t links = 0;

	for (size_t i = from; i < end; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (b->text.n > CELL_BYTES || b->rank > 0)
			return false;
		links += b->links;
	}
	return links <= CELL_LINKS * (end - from);
}

/* The number that is all of a row; 0: it is none of two digits. */
static unsigned
number_of(const struct deboil *d, size_t row)
{
	struct str t = d->blocks[d->shapes[row].block].text;
	unsigned n = 0;

	for (size_t i = 0; i < t.n; i++) {
		if (!byte_is_digit(t.p[i]) || t.n > 2)
			return 0;
		n = n * 10 + (unsigned)(t.p[i] - '0');
	}
	return n;
}

/* Two weeks of days, one after the other, are a calendar. */
enum { CALENDAR_DAYS = 14, CALENDAR = -512 };

static bool
is_calendar(const struct deboil *d, size_t from, size_t end)
{
	unsigned days = 0, last = 0;

	for (size_t i = from; i < end && days < CALENDAR_DAYS; i++) {
		unsigned n = number_of(d, i);

		days = n > 0 && n == last + 1 ? days + 1 : 0;
		last = n;
	}
	return days == CALENDAR_DAYS;
}

static void
even_cells(const struct deboil *d, int32_t *scores, size_t from, size_t end)
{
	bool whole = is_data(d, from, end);
	int64_t mean = 0;

	if (is_calendar(d, from, end)) {
		for (size_t i = from; i < end; i++)
			scores[i] = CALENDAR;
		return;
	}
	for (size_t i = from; i < end; i++)
		mean += scores[i];
	mean /= (int64_t)(end - from);
	for (size_t i = from; i < end; i++)
		scores[i] = (int32_t)(whole ? mean : (scores[i] + mean) / 2);
}

static void
even_tables(const struct deboil *d, int32_t *scores)
{
	for (size_t i = 0, end; i < d->rows; i = end + 1) {
		for (end = i; end < d->rows && is_cell(d, end); end++)
			;
		if (end > i)
			even_cells(d, scores, i, end);
	}
}

void
deboil_even(const struct deboil *d, int32_t *scores)
{
	if (d->html) {
		even_tables(d, scores);
		return;
	}
	for (size_t i = 0; i < d->rows; i++)
		scores[i] -= appeal_of(d, i);
	for (size_t i = 0, end; i < d->rows; i = end + 1) {
		for (end = i; end < d->rows && in_list(&d->shapes[end]); end++)
			;
		if (end > i)
			even_list(d, scores, i, end);
		if (end < d->rows && d->shapes[end].prose > 0)
			scores[end] += EVEN_PROSE;
	}
}

void
deboil_note(struct deboil *d, size_t row, int32_t score)
{
	struct deboil_block *b = &d->blocks[d->shapes[row].block];

	b->score = score;
	b->about = 0;
	b->prose = d->shapes[row].prose;
	b->ends = d->shapes[row].last;
	b->line = d->shapes[row].line;
}

/* A paragraph of so many words, kept, is where the text has begun. */
enum { LONG_PROSE = 12 };

static bool
is_text(const struct deboil_block *b)
{
	return b->score > 0 && b->prose >= LONG_PROSE;
}

/* In plain text the greatest island is the text, and that is counted. */
static void
set_html_common(struct deboil *d)
{
	uint8_t *is = arena_alloc(&d->arena, d->rows, 1);

	for (size_t i = 0; i < d->rows; i++)
		is[i] = is_text(&d->blocks[d->shapes[i].block]) ? SHARED_IN
		    : 0;
	set_shared(d, C_MAIN_COMMON, C_MAIN_COMMON, is);
}

/* What stands before the text, and whether it speaks of what the text does. */
void
deboil_note_heads(struct deboil *d)
{
	if (d->html)
		set_html_common(d);
	for (size_t i = 0; i < d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (is_text(b))
			return;
		b->about = column(d, C_MAIN_COMMON)[i];
	}
}

/* The rows, whose words have been heard. */
static void
score_rows(struct deboil *d)
{
	const struct deboil_words_trees *m = &d->model->of[d->html];
	int32_t *scores;

	deboil_features(d);
	deboil_features_words(d, d->said, d->html ? say_tags(d, m->words)
	    : NULL);
	scores = score_trees(d, &m->first);
	deboil_features_scores(d, scores);
	scores = score_trees(d, &m->second);
	for (size_t i = 0; d->html && i < d->rows; i++)
		scores[i] /= DEBOIL_BAG;
	deboil_even(d, scores);
	for (size_t i = 0; i < d->rows; i++)
		deboil_note(d, i, scores[i]);
}

/* When it is known that the rows are one page. */
static void
settle(struct deboil *d)
{
	if (!d->html)
		deboil_weigh_runs(d);
	deboil_note_heads(d);
}

void
deboil_score(struct deboil *d)
{
	deboil_shapes(d, 0, d->n);
	if (d->rows == 0)
		return;
	say_words(d, d->model->of[d->html].words);
	score_rows(d);
}

/* Only its first and last row say something else without those around them. */
static void
score_part(struct deboil *d, size_t rows)
{
	const int8_t *w = d->model->of[0].words;

	d->rows = rows;
	d->nwords = 0;
	for (size_t i = 0; i < rows; i++)
		d->nwords += d->shapes[i].n;
	deboil_say_text(d, (struct span){ 0, 1 }, w, d->said);
	deboil_say_text(d, (struct span){ rows - 1, rows }, w,
	    d->said + rows - 1);
	score_rows(d);
	settle(d);
	d->shapes += rows;
	d->said += rows;
}

void
deboil_score_parts(struct deboil *d)
{
	size_t all = d->rows, n;

	for (size_t rows = all; rows > 0; rows -= n) {
		for (n = 1; n < rows
		    && !d->blocks[d->shapes[n].block].part; n++)
			;
		if (n == all) {
			settle(d);	/* one page, scored already */
			return;
		}
		score_part(d, n);
	}
}

/*
 * Chrome that ran into a paragraph (deboil_repair cuts it off) speaks against it
 * more than it should. Set by hand: of labelled pages few have one.
 */
enum { GLUED_BAR = -192 };

static bool
is_glued_text(const struct deboil *d, const struct deboil_block *b)
{
	return !d->html && b->prose >= LONG_PROSE && b->ends >= END_STOP
	    && deboil_glue_before(b->text) > 0;
}

static void
keep_scored(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];
		int32_t bar = d->opts.threshold
		    + (b->prose > 0 ? d->opts.prose_bar : 0)
		    + (is_glued_text(d, b) ? GLUED_BAR : 0);

		b->keep = b->score > bar && b->text.n > 0;
		b->reason = DEBOIL_KEPT;
	}
}

/* Bytes, fewer where markup makes it a block. */
enum { PROSE_BYTES = 60, PROSE_MARKED = 40, PROSE_LINKS = 30 };

static bool
is_prose(const struct deboil *d, const struct deboil_block *b)
{
	return b->text.n >= (d->html ? PROSE_MARKED : PROSE_BYTES)
	    && b->links <= PROSE_LINKS
	    && (b->ends >= END_STOP || (!d->html && b->prose >= LONG_PROSE));
}

/*
 * If nothing was kept, or no more than a headline, the bar is lowered: for a
 * page without any furniture around it (a letter, a note), which offers the
 * trees little to tell text by, and for one with some sentences. An error page
 * has one among menus. What is CLEAN, sentences and hardly anything else, is
 * taken as it is if much of it would be lost.
 */
enum { NEAR_BAR = -256, LOW_BAR = -700, CLEAN_BAR = -1200, MOSTLY = 60,
    CLEAN = 94, SOME = 250, HEADLINE_MOST = 220 };

/* Bytes of all text, of what is kept, of prose above the bars. */
struct sums {
	size_t all, kept, low, clean;
	bool kept_prose;
};

static struct sums
sum_text(const struct deboil *d)
{
	struct sums s = { .all = 1 };

	for (size_t i = 0; i < d->n; i++) {
		const struct deboil_block *b = &d->blocks[i];

		s.all += b->text.n;
		s.kept += b->keep ? b->text.n : 0;
		if ((b->score <= CLEAN_BAR && !b->keep) || !is_prose(d, b))
			continue;
		s.kept_prose |= b->keep;
		s.low += b->score > LOW_BAR ? b->text.n : 0;
		s.clean += b->score > CLEAN_BAR ? b->text.n : 0;
	}
	return s;
}

static void
keep_above(struct deboil *d, int32_t bar)
{
	for (size_t i = 0; i < d->n; i++)
		d->blocks[i].keep |= d->blocks[i].score > bar
		    && d->blocks[i].reason == DEBOIL_KEPT
		    && is_prose(d, &d->blocks[i]);
}

/* What would be dropped are sentences all of them, and nearly kept. */
static bool
is_all_text(const struct deboil *d, const struct sums *s)
{
	if (d->html || s->kept < s->all / 2)
		return false;
	for (size_t i = 0; i < d->n; i++) {
		const struct deboil_block *b = &d->blocks[i];

		if (!b->keep && b->text.n > 0 && (b->score <= NEAR_BAR
		    || b->reason != DEBOIL_KEPT
		    || deboil_end_of(b->text) < END_STOP))
			return false;
	}
	return true;
}

static void
keep_something(struct deboil *d)
{
	struct sums s = sum_text(d);

	if (is_all_text(d, &s)) {
		for (size_t i = 0; i < d->n; i++)
			d->blocks[i].keep = d->blocks[i].text.n > 0;
		return;
	}

	if (s.clean * 100 / s.all >= CLEAN && s.kept < s.all / 4 * 3)
		keep_above(d, CLEAN_BAR);
	else if (!s.kept_prose && s.kept <= HEADLINE_MOST
	    && ((s.low >= SOME && !d->html) || s.low * 100 / s.all >= MOSTLY))
		keep_above(d, LOW_BAR);
}

/*
 * The headline stands alone before the first paragraph. Of the short blocks
 * there that speak of what the text speaks of, the best is it; others are kept
 * only if the trees are as good as sure. What alone stands before the text need
 * not speak of it. Bars set by hand, on all labelled pages; those of a SENTENCE
 * in HTML, where markup tells the line below the headline, by cross-validation
 * over sites (shingles .9521 -> .9526).
 */
enum { HEADLINE_LOW = -384, HEADLINE_OTHERS = 512, HEADLINE_REACH = 20,
    HEADLINE_LEAST = 12, HEADLINE_ABOUT = 20, HEADLINE_APART = 128,
    SENTENCE = 30, SENTENCE_BAR = 256, HALF = 40 };

static bool
may_be_headline(const struct deboil_block *b, bool alone)
{
	char c = b->text.n > 0 ? b->text.p[b->text.n - 1] : ':';

	return b->text.n >= HEADLINE_LEAST && b->text.n <= HEADLINE_MOST
	    && c != ':' && c != ',' && b->reason != DEBOIL_CAPTION
	    && (b->about >= HEADLINE_ABOUT ? b->score > HEADLINE_LOW
	    : alone && b->score > 0);
}

static size_t
text_start(const struct deboil *d, size_t i)
{
	size_t from = i;

	while (i < d->n && !is_text(&d->blocks[i])) {
		if (i > from && d->blocks[i].opens)
			return d->n;
		i++;
	}
	return i;
}

/* Does b, before the text, belong to the page rather than to the article? */
static bool
is_of_page(const struct deboil *d, const struct deboil_block *b,
    const struct deboil_block *headline)
{
	bool sentence = d->html && b->text.n >= SENTENCE;
	int32_t sure = sentence ? SENTENCE_BAR : HEADLINE_OTHERS;
	int32_t apart = sentence ? SENTENCE_BAR : HEADLINE_APART;

	if (b->score >= sure || b->prose >= LONG_PROSE)
		return false;
	if (b->about < HEADLINE_ABOUT)
		return true;
	return headline != NULL && b->prose == 0
	    && (b->score < headline->score - apart
	    || str_ends(b->text, headline->text));
}

/* "More newsWhat do you want to read?" below "What do you want to read?". */
static bool
repeats_above(const struct deboil *d, size_t i, size_t from)
{
	struct str t = d->blocks[i].text, above;

	if (d->html || t.n == 0)
		return false;
	while (i > from && d->blocks[i - 1].text.n == 0)
		i--;
	if (i == from)
		return false;
	above = d->blocks[i - 1].text;
	return above.n >= HEADLINE_LEAST && above.n < t.n
	    && str_ends(t, above);
}

/* The first half of a paragraph that an empty line has cut in two. */
static bool
goes_on(const struct deboil *d, size_t i, size_t body)
{
	struct str t = d->blocks[i].text;

	if (t.n < HALF || !(byte_is_lower(t.p[t.n - 1]) || t.p[t.n - 1] == ','))
		return false;
	while (++i < body && d->blocks[i].text.n == 0)
		;
	return i == body && byte_is_lower(d->blocks[i].text.p[0]);
}

static void
keep_headline(struct deboil *d, size_t from, size_t body)
{
	struct deboil_block *headline = NULL;
	size_t seen = 0, all = 0;

	for (size_t i = from; i < body; i++)
		all += d->blocks[i].text.n > 0;
	for (size_t i = body; i-- > from && seen < HEADLINE_REACH;) {
		struct deboil_block *b = &d->blocks[i];

		seen += b->text.n > 0;
		if (may_be_headline(b, all == 1) && !repeats_above(d, i, from)
		    && (headline == NULL || b->score > headline->score))
			headline = b;
	}
	for (size_t i = from; i < body; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b == headline)
			b->keep = !d->opts.no_title;
		else if (repeats_above(d, i, from)
		    || (is_of_page(d, b, headline) && !goes_on(d, i, body)))
			b->keep = false;
	}
}

/* Each page has its own. */
static void
keep_headlines(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++) {
		size_t body;

		if (i > 0 && !d->blocks[i].opens)
			continue;
		body = text_start(d, i);
		if (body < d->n)
			keep_headline(d, i, body);
	}
}

static void
drop_adverts(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].keep && deboil_is_advert(&d->blocks[i]))
			d->blocks[i].keep = false;
}

void
deboil_judge(struct deboil *d)
{
	keep_scored(d);
	if (d->html)
		deboil_set_apart(d);
	drop_adverts(d);
	deboil_drop_signed(d);
	keep_something(d);
	if (d->html) {
		deboil_rescue(d);
		deboil_drop_threads(d);
		deboil_drop_bare_headings(d);
	}
	keep_headlines(d);
	deboil_drop_error(d);
}
