/*
 * What stands around a row: sums that fade with distance, best runs (Kadane's
 * sums: how much text hangs together through this row), and what else on the
 * page speaks of the same. The first two are local, so that pages glued
 * together hardly disturb each other.
 */
#include "desk/deboil_columns.h"

struct tally
tally_open(struct deboil *d, size_t keys)
{
	struct tally t = { .mask = 1023 };

	while (t.mask < keys * 8)
		t.mask = t.mask * 2 + 1;
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

/* Sums that fade by 13/16 and by 61/64 a row, in 1/256. */
struct fade {
	unsigned mid, far;
};

static void
fade_add(struct fade *f, unsigned v)
{
	f->mid = f->mid * 13 / 16 + (v << 8);
	f->far = f->far * 61 / 64 + (v << 8);
}

void
set_around(struct deboil *d, unsigned first, const uint8_t *v)
{
	uint8_t *before = column(d, first), *before_far = column(d, first + 1);
	uint8_t *after = column(d, first + 2), *after_far = column(d, first + 3);
	struct fade f = { 0 }, g = { 0 };

	/* Both ways at once: one alone waits for its own products. */
	for (size_t i = 0, k = d->rows; k-- > 0; i++) {
		before[i] = scale(f.mid >> 6);
		before_far[i] = scale(f.far >> 6);
		fade_add(&f, v[i]);
		after[k] = scale(g.mid >> 6);
		after_far[k] = scale(g.far >> 6);
		fade_add(&g, v[k]);
	}
}

void
set_runs(struct deboil *d, unsigned first, const int16_t *v)
{
	int *up = arena_alloc(&d->arena, d->rows, sizeof *up);
	int sum = 0, best = 1;

	for (size_t i = 0; i < d->rows; i++) {
		sum = (sum > 0 ? sum : 0) + v[i];
		up[i] = sum;
		best = sum > best ? sum : best;
		column(d, first)[i] = scale(sum > 0 ? (unsigned)sum : 0);
	}
	sum = 0;
	for (size_t i = d->rows; i-- > 0;) {
		int through;

		sum = (sum > 0 ? sum : 0) + v[i];
		through = up[i] + sum - v[i];
		through = through > 0 ? through : 0;
		column(d, first + 1)[i] = scale(sum > 0 ? (unsigned)sum : 0);
		column(d, first + 2)[i] = scale((unsigned)through);
		column(d, first + 3)[i] = clip((int)((int64_t)through * 200
		    / best));
	}
}
