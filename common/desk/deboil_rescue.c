/*
 * An HTML page of which the trees would keep no paragraph, at best a headline:
 * the article may be of a make they have not seen. The best paragraph is kept
 * then, with those that stand beside it as deep in the page, if together they
 * are long enough for an article, or a headline says that there is one. Index
 * and error pages have neither.
 */
#include "desk/deboil_parts.h"

/*
 * Bars by cross-validation over sites: of a paragraph, of the best one under a
 * headline; how much worse than the best its fellows may be; bytes of an
 * article, of one with a headline; blocks that may stand between.
 */
enum { LOW_BAR = -700, HEADED_BAR = -450, WORSE = 400, ARTICLE = 250,
    HEADED = 120, GAP = 8, BYTES = 60, LINKS = 30, HEADING = 3 };

static bool
is_paragraph(const struct deboil_block *b)
{
	return b->text.n >= BYTES && b->links <= LINKS && b->hidden == 0
	    && b->reason == DEBOIL_KEPT
	    && deboil_end_of(b->text) >= END_STOP;
}

/* The best paragraph; d->n if there is none, or the page has text already. */
static size_t
find_best(const struct deboil *d)
{
	size_t best = d->n;

	for (size_t i = 0; i < d->n; i++) {
		const struct deboil_block *b = &d->blocks[i];

		if (b->prose < DEBOIL_LONG_PROSE)
			continue;
		if (b->keep)
			return d->n;
		if (is_paragraph(b) && (best == d->n
		    || b->score > d->blocks[best].score))
			best = i;
	}
	return best;
}

static bool
is_fellow(const struct deboil_block *b, const struct deboil_block *best)
{
	return b->depth == best->depth && b->score > LOW_BAR
	    && b->score > best->score - WORSE && is_paragraph(b);
}

/* The fellows of the best on one side of it, step blocks from one to the next. */
static size_t
walk(struct deboil *d, size_t best, int step, bool keep)
{
	size_t sum = 0, gap = 0;

	for (size_t i = best + (size_t)step; i < d->n && gap < GAP;
	    i += (size_t)step) {
		struct deboil_block *b = &d->blocks[i];

		if (is_fellow(b, &d->blocks[best])) {
			b->keep |= keep;
			sum += b->text.n;
			gap = 0;
		} else {
			gap += b->text.n > 0;
		}
	}
	return sum;
}

static bool
has_headline(const struct deboil *d, size_t best)
{
	for (size_t i = 0; i < best; i++)
		if (d->blocks[i].keep && d->blocks[i].tag == HEADING)
			return true;
	return false;
}

void
deboil_rescue(struct deboil *d)
{
	size_t best = find_best(d), text;
	struct deboil_block *b = &d->blocks[best];

	if (best == d->n || b->score <= LOW_BAR)
		return;
	text = b->text.n + walk(d, best, 1, false) + walk(d, best, -1, false);
	if (text < ARTICLE && (text < HEADED || b->score <= HEADED_BAR
	    || !has_headline(d, best)))
		return;
	b->keep = true;
	walk(d, best, 1, true);
	walk(d, best, -1, true);
}

/*
 * Headings with nothing below them are no text: of an error page, an index, or
 * of a box of other stories.
 */
void
deboil_drop_bare_headings(struct deboil *d)
{
	for (size_t i = d->n; i-- > 0;) {
		struct deboil_block *b = &d->blocks[i];

		if (b->keep && (b->rank == 0 || b->prose >= DEBOIL_LONG_PROSE))
			return;
		b->keep = false;
	}
}
