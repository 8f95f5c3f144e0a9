/*
 * What stands around a row: sums that fade with distance, best runs (Kadane's
 * sums: how much text hangs together through this row), and what else on the
 * page speaks of the same. The first two are local, so that pages glued
 * together hardly disturb each other.
 */
#include "desk/deboil_columns.h"

#include "base/die.h"

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
	size_t had = d->lent_cap[which];

	if (had < (size_t)t.mask + 1) {
		d->lent[which] = xgrow(d->lent[which], &d->lent_cap[which],
		    (size_t)t.mask + 1, 1);
		memset(d->lent[which] + had, 0, d->lent_cap[which] - had);
	}
	t.count = d->lent[which];
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

void
add_subjects(const struct deboil *d, const struct tally *t,
    const struct deboil_shape *f)
{
	const uint32_t *s = d->subjects + f->first;

	for (unsigned k = 0; k < f->subjects; k++)
		tally_add(t, s[k]);
}

void
forget_subjects(const struct deboil *d, const struct tally *t,
    const struct deboil_shape *f)
{
	const uint32_t *s = d->subjects + f->first;

	for (unsigned k = 0; k < f->subjects; k++)
		tally_forget(t, s[k]);
}

uint8_t
common_subjects(const struct deboil *d, const struct tally *t,
    const struct deboil_shape *f, unsigned own)
{
	const uint32_t *s = d->subjects + f->first;
	unsigned all = f->subjects, hits = 0;

	for (unsigned k = 0; k < all; k++)
		hits += *tally_at(t, s[k]) > own;
	return all > 0 ? clip((int)(hits * 100 / all) + 1) : 0;
}

void
rows_since(uint8_t *to, const uint8_t *is, size_t n)
{
	unsigned since = 255;

	for (size_t i = 0; i < n; i++) {
		to[i] = (uint8_t)since;
		since = is[i] > 0 ? 0 : since + (since < 255);
	}
}

void
rows_until(uint8_t *to, const uint8_t *is, size_t n)
{
	unsigned ahead = 255;

	for (size_t i = n; i-- > 0;) {
		to[i] = (uint8_t)ahead;
		ahead = is[i] > 0 ? 0 : ahead + (ahead < 255);
	}
}

/* Sums that fade by 13/16 and by 61/64 a row, in 1/256: below 2^21. */
struct fade {
	unsigned mid, far;
};

static inline void
fade_add(struct fade *f, unsigned v)
{
	f->mid = f->mid * 13 / 16 + (v << 8);
	f->far = f->far * 61 / 64 + (v << 8);
}

void
set_around(struct deboil *d, unsigned first, const uint8_t *v)
{
	int32_t *sums = arena_alloc(&d->arena, 4 * d->rows, sizeof *sums);
	int32_t *before = sums, *before_far = before + d->rows;
	int32_t *after = before_far + d->rows, *after_far = after + d->rows;
	struct fade f = { 0 }, g = { 0 };

	/* Both ways at once: one alone waits for its own products. */
	for (size_t i = 0, k = d->rows; k-- > 0; i++) {
		before[i] = (int32_t)f.mid;
		before_far[i] = (int32_t)f.far;
		fade_add(&f, v[i]);
		after[k] = (int32_t)g.mid;
		after_far[k] = (int32_t)g.far;
		fade_add(&g, v[k]);
	}
	for (unsigned c = 0; c < 4; c++)
		scale_all(column(d, first + c), sums + c * d->rows, d->rows);
}

void
set_runs(struct deboil *d, unsigned first, const int16_t *v)
{
	int *up = arena_alloc(&d->arena, d->rows, sizeof *up);
	uint8_t *ends = column(d, first), *begins = column(d, first + 1);
	uint8_t *runs = column(d, first + 2), *shares = column(d, first + 3);
	int sum = 0, best = 1;

	for (size_t i = 0, n = d->rows; i < n; i++) {
		sum = (sum > 0 ? sum : 0) + v[i];
		up[i] = sum;
		best = sum > best ? sum : best;
		ends[i] = scale(sum > 0 ? (unsigned)sum : 0);
	}
	sum = 0;
	for (size_t i = d->rows; i-- > 0;) {
		int through;

		sum = (sum > 0 ? sum : 0) + v[i];
		through = up[i] + sum - v[i];
		through = through > 0 ? through : 0;
		begins[i] = scale(sum > 0 ? (unsigned)sum : 0);
		runs[i] = scale((unsigned)through);
		/* A double's quotient is as exact, and sooner there. */
		shares[i] = clip((int)(through * 200.0 / best));
	}
}
