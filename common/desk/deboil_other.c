/*
 * Other articles on an HTML page, below the one that the page is about: what a
 * reader who scrolls on gets, or the latest ones. They stand in <article>
 * elements that are not around the headline nor in the one that is, and have a
 * headline of their own (h1) or two at least that are made alike.
 */
#include "desk/deboil_columns.h"

/*
 * So many are made alike; words of text there must be in the article of the
 * headline, kept or nearly so: what is nearly kept is kept where others go, as
 * the trees doubted it beside them. By cross-validation over sites they keep 48
 * blocks of such articles, and none of them is of the text.
 */
enum { ALIKE = 3, TEXT_WORDS = 40, NEARLY = -256, TITLE = 1 };

struct article {
	uint32_t in;		/* the innermost article; 0: none */
	bool titled, around, main, other;
};

static uint32_t
headline_element(const struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].rank == TITLE && d->blocks[i].keep)
			return d->blocks[i].element;
	return 0;
}

static struct article *
open_articles(struct deboil *d, struct tally *alike)
{
	struct article *a = arena_alloc(&d->arena, d->nelements, sizeof *a);

	memset(a, 0, d->nelements * sizeof *a);
	*alike = tally_open(d, d->nelements);
	for (uint32_t e = 1; e < d->nelements; e++) {
		const struct deboil_element *x = &d->elements[e];

		a[e].in = x->article ? e : a[x->outer].in;
		if (x->article)
			tally_add(alike, deboil_subject(x->path));
	}
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].rank == TITLE)
			a[a[d->blocks[i].element].in].titled = true;
	return a;
}

/* What holds an element comes before it. */
static void
find_others(struct deboil *d, struct article *a, uint32_t main,
    const struct tally *alike)
{
	for (uint32_t e = main; e != 0; e = d->elements[e].outer)
		a[e].around = true;
	for (uint32_t e = 1; e < d->nelements; e++) {
		const struct deboil_element *x = &d->elements[e];
		const struct article *outer = &a[x->outer];

		a[e].main = e == main || outer->main;
		a[e].other = outer->other || (x->article && !a[e].around
		    && !a[e].main && (a[e].titled || *tally_at(alike,
		    deboil_subject(x->path)) >= ALIKE));
	}
}

static bool
is_nearly_text(const struct deboil_block *b)
{
	return b->score > NEARLY && b->prose >= DEBOIL_LONG_PROSE;
}

static bool
drop_others(struct deboil *d, const struct article *a)
{
	unsigned text = 0;
	bool dropped = false;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (a[b->element].main && (b->keep || is_nearly_text(b)))
			text += b->prose;
		if (!a[b->element].other || text < TEXT_WORDS)
			continue;
		dropped |= b->keep;
		b->keep = false;
		b->reason = DEBOIL_TEASER;
	}
	return dropped;
}

void
deboil_drop_other_articles(struct deboil *d)
{
	uint32_t headline = headline_element(d);
	struct tally alike;
	struct article *a;

	if (headline == 0)
		return;
	a = open_articles(d, &alike);
	if (a[headline].in == 0)
		return;
	find_others(d, a, a[headline].in, &alike);
	if (!drop_others(d, a))
		return;
	for (size_t i = 0; i < d->n; i++)
		d->blocks[i].keep |= a[d->blocks[i].element].main
		    && is_nearly_text(&d->blocks[i]);
}
