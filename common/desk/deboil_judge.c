/* Which blocks are kept: the trees' scores, then the page as a whole. */
#include "desk/deboil_parts.h"

#include "base/die.h"
#include "desk/trees.h"

extern const int8_t weights_deboil_text[], weights_deboil_html[];
extern const uint32_t weights_deboil_text_size, weights_deboil_html_size;

static void
score(struct deboil *d)
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
		    && (deboil_reason_of(b) == DEBOIL_TEASER
		    || deboil_reason_of(b) == DEBOIL_OTHER))
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
	reason = deboil_reason_of(b);
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

void
deboil_judge(struct deboil *d)
{
	score(d);
	keep_something(d);
	fill_holes(d);
	if (!d->opts.no_title)
		keep_headline(d);
}
