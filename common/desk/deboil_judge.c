/* Which blocks are kept: the scores, then the page as a whole. */
#include "desk/deboil_parts.h"

/*
 * Chrome that ran into a paragraph (deboil_repair cuts it off) speaks against it
 * more than it should. Set by hand: of labelled pages few have one.
 */
enum { GLUED_BAR = -192 };

static bool
is_glued_text(const struct deboil *d, const struct deboil_block *b)
{
	return !d->html && b->prose >= DEBOIL_LONG_PROSE && b->ends >= END_STOP
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
	    && (b->ends >= END_STOP || (!d->html && b->prose >= DEBOIL_LONG_PROSE));
}

/*
 * If nothing was kept, or no more than a headline, the bar is lowered: for a
 * page without any furniture around it (a letter, a note), which offers the
 * trees little to tell text by, and for one with some sentences. An error page
 * has one among menus. What is CLEAN, sentences and hardly anything else, is
 * taken as it is if much of it would be lost.
 */
enum { NEAR_BAR = -256, LOW_BAR = -700, CLEAN_BAR = -1200, MOSTLY = 60,
    CLEAN = 94, SOME = 250 };

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
	else if (!s.kept_prose && s.kept <= DEBOIL_HEADLINE
	    && ((s.low >= SOME && !d->html) || s.low * 100 / s.all >= MOSTLY))
		keep_above(d, LOW_BAR);
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
	if (d->html) {
		deboil_drop_other_articles(d);
		deboil_set_apart(d);
		deboil_drop_comments(d);
		deboil_drop_captions(d);
	} else {
		deboil_drop_linked(d);
	}
	drop_adverts(d);
	deboil_drop_signed(d);
	keep_something(d);
	if (d->html) {
		deboil_rescue(d);
		deboil_drop_threads(d);
		deboil_drop_bare_headings(d);
	}
	deboil_keep_headlines(d);
	deboil_drop_letters(d);
	deboil_drop_error(d);
}
