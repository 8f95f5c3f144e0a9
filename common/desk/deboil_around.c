/*
 * What stands around a row: sums that fade with distance, best runs (Kadane's
 * sums: how much text hangs together through this row), and what else on the
 * page speaks of the same. The first two are local, so that pages glued
 * together hardly disturb each other.
 */
#include "desk/deboil_columns.h"

#include "base/die.h"
#include "base/wide.h"

static struct tally
tally_of(size_t keys)
{
	struct tally t = { .mask = 1023 };

	while (t.mask < keys * 8)
		t.mask = t.mask * 2 + 1;
	return t;
}

struct tally
tally_lend(struct deboil *d, unsigned which, size_t keys)
{
	struct tally t = tally_of(keys);
	size_t n = (size_t)t.mask + 1;

	if (d->lent_cap[which] < n)
		d->lent[which] = xgrow(d->lent[which], &d->lent_cap[which], n,
		    1);
	t.count = d->lent[which];
	memset(t.count, 0, n);
	return t;
}

struct tally
tally_open(struct deboil *d, size_t keys)
{
	struct tally t = tally_of(keys);

	t.count = arena_alloc(&d->arena, t.mask + 1, 1);
	memset(t.count, 0, t.mask + 1);
	return t;
}

/* ---- subjects that rows share ---- */

/*
 * What is asked of a count is whether it is more than the row's own, so that
 * none, one and more are enough: two bits, 0, 1 and 3, in a byte those of the
 * set (SHARED_IN) and those of its part (SHARED_PART).
 */
enum { COUNTS = 16, FOUR = 4 };

static inline void
count_subjects(const struct deboil *d, const struct tally *t,
    const struct deboil_shape *f, unsigned by)
{
	const uint32_t *s = d->subjects + f->first, *end = s + f->subjects;
	const struct tally own = *t;	/* no count can be a part of it */

	for (; s < end; s++) {
		uint8_t *c = tally_at(&own, *s);

		*c = (uint8_t)(*c | (*c & by) << 1 | by);
	}
}

/* What a count is worth to a row: a hit in the set, 256 for one in its part. */
struct worth {
	uint16_t of[COUNTS];
};

static struct worth
worth_to(unsigned by)
{
	unsigned set = SHARED_IN << ((by & SHARED_IN) > 0);
	unsigned part = SHARED_PART << ((by & SHARED_PART) > 0);
	struct worth w;

	for (unsigned c = 0; c < COUNTS; c++)
		w.of[c] = (uint16_t)(((c & set) > 0) + ((c & part) > 0) * 256);
	return w;
}

/*
 * Four subjects at a time: most rows have no more, and where they end would be
 * guessed wrong. What is read behind the last is another row's, and no hit.
 */
static inline unsigned
hits_of(const struct deboil *d, const struct tally *t,
    const struct deboil_shape *f, const struct worth *w)
{
	static const uint32_t all[2 * FOUR] = { ~0u, ~0u, ~0u, ~0u };
	const uint32_t *s = d->subjects + f->first, *is;
	size_t left = f->subjects;
	unsigned hits = 0;

	for (; left > FOUR; left -= FOUR, s += FOUR)
		for (size_t k = 0; k < FOUR; k++)
			hits += w->of[*tally_at(t, s[k])];
	is = all + FOUR - left;
	for (size_t k = 0; k < FOUR; k++)
		hits += w->of[*tally_at(t, s[k])] & is[k];
	return hits;
}

/*
 * Percent, and one; 0: there are no subjects. A product, as a quotient would be
 * waited for; it is exact for all hits there can be.
 */
#define EACH(n) (100 * 65536 + (n) - 1) / (n)
#define EIGHT(n) EACH(n), EACH(n + 1), EACH(n + 2), EACH(n + 3), \
	EACH(n + 4), EACH(n + 5), EACH(n + 6), EACH(n + 7)
static const uint32_t each[] = { 0, EIGHT(1), EIGHT(9), EIGHT(17), EIGHT(25),
	EIGHT(33) };
_Static_assert(sizeof each / sizeof *each == DEBOIL_SUBJECTS + 1,
    "a quotient for every number of subjects");

static inline uint8_t
percent(unsigned hits, unsigned all)
{
	return (uint8_t)((hits * each[all] >> 16) + (all > 0));
}

void
set_shared(struct deboil *d, unsigned set, unsigned part, const uint8_t *by)
{
	struct tally t = tally_lend(d, 0, d->nwords / 2);
	uint8_t *of_set = column(d, set), *of_part = column(d, part);
	struct worth worth[SHARED_IN + SHARED_PART + 1];

	for (unsigned k = 0; k <= SHARED_IN + SHARED_PART; k++)
		worth[k] = worth_to(k);
	for (size_t i = 0; i < d->rows; i++)
		if (by[i])
			count_subjects(d, &t, &d->shapes[i], by[i]);
	for (size_t i = 0, n = d->rows; i < n; i++) {
		const struct deboil_shape *f = &d->shapes[i];
		unsigned hits = hits_of(d, &t, f, &worth[by[i]]);

		of_part[i] = percent(hits >> 8, f->subjects);
		of_set[i] = percent(hits & 255, f->subjects);
	}
}

/* ---- sums, and runs ---- */

void
set_around(struct deboil *d, const struct around *a, size_t n)
{
	uint8_t *room = arena_alloc(&d->arena, trees_room(d->rows),
	    FADES_ROOM);
	struct fade f[FADES];

	for (size_t k = 0; k < n; k++) {
		f[k].v = a[k].v;
		for (unsigned c = 0; c < FADES_SUMS; c++)
			f[k].to[c] = column(d, a[k].first + c);
	}
	fades_sum(f, n, d->rows, room);
}

/* Sums of the best runs that end at a row and that begin there. */
struct runs {
	const int16_t *v;
	int32_t *ends, *begins;
	int32_t best;
	uint8_t *to[4];
};

static void
sum_runs(struct runs *r, size_t n)
{
	int32_t sum = 0;

	r->best = 1;
	for (size_t i = 0; i < n; i++) {
		sum = (sum > 0 ? sum : 0) + r->v[i];
		r->ends[i] = sum;
		r->best = sum > r->best ? sum : r->best;
	}
	sum = 0;
	for (size_t i = n; i-- > 0;) {
		sum = (sum > 0 ? sum : 0) + r->v[i];
		r->begins[i] = sum;
	}
}

/* Loops that compilers make SIMD of. A double's quotient is exact enough. */
__attribute__((always_inline)) static inline void
put_runs(const struct runs *r, size_t n)
{
	uint8_t *restrict ends = r->to[0], *restrict begins = r->to[1];
	uint8_t *restrict through = r->to[2], *restrict share = r->to[3];
	int32_t *restrict e = r->ends, *restrict b = r->begins;
	const int16_t *restrict v = r->v;
	double best = r->best;

	for (size_t i = 0; i < n; i++) {
		int32_t all = e[i] + b[i] - v[i];

		ends[i] = scale_one(e[i] > 0 ? e[i] : 0);
		begins[i] = scale_one(b[i] > 0 ? b[i] : 0);
		e[i] = all > 0 ? all : 0;
	}
	for (size_t i = 0; i < n; i++)
		b[i] = (int32_t)(e[i] * 200.0 / best);
	for (size_t i = 0; i < n; i++) {
		through[i] = scale_one(e[i]);
		share[i] = (uint8_t)(b[i] < 255 ? b[i] : 255);
	}
}

#ifdef HAS_WIDE
WIDE_CODE static void
put_runs_wide(const struct runs *r, size_t n)
{
	put_runs(r, n);
}
#else
#define HAS_WIDE false
#define put_runs_wide put_runs
#endif

void
set_runs(struct deboil *d, unsigned first, const int16_t *v)
{
	struct runs r = { .v = v };

	r.ends = arena_alloc(&d->arena, d->rows, sizeof *r.ends);
	r.begins = arena_alloc(&d->arena, d->rows, sizeof *r.begins);
	for (unsigned c = 0; c < 4; c++)
		r.to[c] = column(d, first + c);
	sum_runs(&r, d->rows);
	if (HAS_WIDE)
		put_runs_wide(&r, d->rows);
	else
		put_runs(&r, d->rows);
}
