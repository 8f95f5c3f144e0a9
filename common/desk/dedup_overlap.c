#include "desk/dedup_overlap.h"

#include "desk/dedup.h"

/*
 * How much of the smaller one's weight two records have to share (needed()), in
 * thousandths: whole is the least of it, of records so long that a sample is kept
 * lengthy (one paragraph in common is no copy there), of two scraped pages page
 * (what they share may be the site's). agree is how many of the fewer numbers
 * have to be equal, likely what makes a group worth a closer look.
 *
 * Normal was chosen on made and real wire copy, clean and through OCR, together,
 * and on made variants of sentences: whole 200-230, scattered 500-800 and
 * misread 40-100 stay within a point of their best, agree 300-400 too (below,
 * templated reports join); lengthy and page on made copies in eleven languages,
 * 300-400 and 500-600 alike. Strict favours precision, loose recall.
 */
const struct near_limits near_limits[] = {
	[DEDUP_NORMAL] = { 230, 350, 650, 80, 550, 340, 150, { 8, true, 150 } },
	[DEDUP_STRICT] = { 500, 500, 650, 80, 700, 500, 100,
	    { FACTS_NO_CHANGE, false, 200 } },
	[DEDUP_LOOSE] = { 170, 270, 500, 80, 450, 270, 60, { 5, true, 100 } }
};

enum {
	FEWEST = 4,		/* shingles' weight, for there to be a story */
	NUMBERS = 3,		/* fewer decide nothing, */
	SMALL = 60,		/* but of records of so few shingles */
	GAP = 15		/* shingles that a stretch may bridge */
};

struct view
overlap_view(const uint64_t *words)
{
	return (struct view){ words, words[0] >> 40 & 1, words[0] >> 32 & 31,
	    words[0] >> 16 & 0xffff, words[0] & 0xffff };
}

/* Of long lists only the least numbers are there: compare as far as both go. */
static bool
numbers_agree(const struct shingles *own, struct view v, unsigned agree)
{
	unsigned i = 0, k = 0, same = 0, few;
	const uint32_t *a = own->numbers;
	unsigned na = own->nnumbers, nb = v.nnumbers;

	while (i < na && k < nb) {
		uint32_t b = overlap_half(v.words, v.n + k);

		same += a[i] == b;
		if (a[i] == b) {
			i++;
			k++;
		} else if (a[i] < b) {
			i++;
		} else {
			k++;
		}
	}
	if (na == SHINGLES_NUMBERS && i == na)
		nb = k;
	else if (nb == SHINGLES_NUMBERS && k == nb)
		na = i;
	few = na < nb ? na : nb;
	if (few < NUMBERS)
		return same > 0 || few == 0 || own->n > SMALL || v.n > SMALL;
	return same * 1000 >= few * agree;
}

/*
 * What two records share: its weight, and how it lies. A run goes on as long as
 * both go on alike; a stretch bridges gaps that are about as long in both.
 */
struct overlap {
	uint64_t own, other, shared;	/* weights */
	unsigned n, runs, stretches;	/* of shared shingles */
	unsigned out;			/* bits that must be 0: the level's */
	unsigned place, in;		/* of the last one, here and there */
	uint16_t places[SHINGLES_MOST + 1];	/* here, of those of the level */
};

static void
open_overlap(struct overlap *o, const struct shingles *own,
    const uint32_t *weights, struct view v)
{
	unsigned level = v.level > own->level ? v.level : own->level;
	uint16_t place = GAP + 1;

	*o = (struct overlap){ .out = ((uint32_t)1 << level) - 1 };
	for (unsigned i = 0; i < own->n; i++) {
		o->places[i] = place;
		if ((own->list[i] & o->out) != 0)
			continue;
		o->own += weights[i];
		place++;
	}
}

/* One more: its places here and there. */
static void
join_overlap(struct overlap *o, unsigned place, unsigned in)
{
	int here = (int)(place - o->place), there = (int)(in - o->in);
	int apart = here > there ? here - there : there - here;

	o->n++;
	o->runs += here != 1 || there != 1;
	o->stretches += here <= 0 || there > GAP || apart > 2 + there / 4;
	o->place = place;
	o->in = in;
}

static void
fill_overlap(struct overlap *o, const struct shingles *own,
    const struct index *x, struct view v)
{
	unsigned in = GAP + 1;

	for (unsigned i = 0; i < v.n; i++)
		index_prefetch(x, overlap_half(v.words, i));
	for (unsigned i = 0; i < v.n; i++) {
		uint32_t s = overlap_half(v.words, i), w;
		unsigned at = shingles_place(own, s);

		if ((s & o->out) != 0)
			continue;
		w = index_at(x, index_place(x, s)).weight;
		o->other += w;
		in++;
		if (at == SHINGLES_SLOTS)
			continue;
		o->shared += w;
		join_overlap(o, o->places[at], in);
	}
}

/*
 * How much they have to share: the more, the shorter the stretches of one
 * wording are; phrases here and there are what two stories on one thing share.
 * Stretches with gaps are a copy that was misread.
 */
static unsigned
needed(const struct overlap *o, const struct near_limits *l)
{
	unsigned need = l->whole + l->scattered * o->stretches / o->n;

	if (o->out != 0 && need < l->lengthy)
		need = l->lengthy;
	return o->runs * 2 >= o->stretches * 3 ? need - l->misread : need;
}

unsigned
overlap_share(const struct shingles *own, const uint32_t *weights,
    const struct index *x, struct view v, const struct near_limits *limits)
{
	struct overlap o;
	uint64_t smaller;
	unsigned share, need;

	if (!numbers_agree(own, v, limits->agree))
		return 0;
	open_overlap(&o, own, weights, v);
	fill_overlap(&o, own, x, v);
	smaller = o.own < o.other ? o.own : o.other;
	if (o.n == 0 || smaller < FEWEST * INDEX_WHOLE)
		return 0;
	share = (unsigned)(o.shared * 1000 / smaller);
	need = needed(&o, limits);
	if (own->page && v.page && need < limits->page)
		need = limits->page;
	return share >= need ? share : 0;
}
