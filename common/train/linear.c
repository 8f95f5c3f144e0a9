#include "train/linear.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/deboil_parts.h"

/* By cross-validation over sites. */
enum { SITES = 5, EPOCHS = 6, SLOTS = 1 << WORDS_BITS };
static const double STEP = 0.15, DECAY = 2e-5;

struct seen {
	uint32_t key, row, site;
};

static int
by_key(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->site < y->site ? -1 : x->site > y->site;
}

static size_t
collect(const struct linear *l, struct seen *all)
{
	size_t n = 0;

	for (size_t i = 0; i < l->rows; i++)
		for (size_t k = l->first[i]; l->weight[i] > 0
		    && k < l->first[i + 1]; k++)
			all[n++] = (struct seen){ l->keys[k], (uint32_t)i,
			    l->site[i] };
	qsort(all, n, sizeof *all, by_key);
	return n;
}

void
linear_admit(const struct linear *l, uint8_t *checks)
{
	struct seen *all = xalloc(l->first[l->rows] + 1, sizeof *all);
	unsigned *best = xalloc(SLOTS, sizeof *best);
	size_t n = collect(l, all);

	memset(checks, 0, SLOTS);
	memset(best, 0, SLOTS * sizeof *best);
	for (size_t i = 0, end; i < n; i = end) {
		size_t slot = deboil_key_slot(all[i].key) / 2;
		unsigned sites = 1;

		for (end = i + 1; end < n && all[end].key == all[i].key; end++)
			sites += all[end].site != all[end - 1].site;
		if (sites < SITES || sites <= best[slot])
			continue;
		best[slot] = sites;
		checks[slot] = (uint8_t)all[i].key;
	}
	free(all);
	free(best);
}

struct slope {
	float w, sum;
};

static void
learn_row(const struct linear *l, size_t row, const uint8_t *checks,
    struct slope *s)
{
	double z = 0, g;

	for (size_t k = l->first[row]; k < l->first[row + 1]; k++) {
		size_t slot = deboil_key_slot(l->keys[k]) / 2;

		if (checks[slot] == (uint8_t)l->keys[k])
			z += (double)s[slot].w;
	}
	g = (double)l->weight[row] * ((double)l->label[row]
	    - 1 / (1 + exp(-z)));
	for (size_t k = l->first[row]; k < l->first[row + 1]; k++) {
		size_t slot = deboil_key_slot(l->keys[k]) / 2;
		struct slope *x = &s[slot];
		double d;

		if (checks[slot] != (uint8_t)l->keys[k])
			continue;
		d = g - DECAY * (double)x->w;
		x->sum += (float)(d * d);
		x->w += (float)(STEP * d / sqrt((double)x->sum + 1e-3));
	}
}

void
linear_train(const struct linear *l, const uint8_t *checks, uint8_t *out)
{
	struct slope *s = xalloc(SLOTS, sizeof *s);
	uint64_t at = 0;

	memset(s, 0, SLOTS * sizeof *s);
	/* A fixed stride that is prime to all counts visits rows in disorder. */
	for (size_t i = 0; i < EPOCHS * l->rows; i++) {
		at = (at + 1000003) % l->rows;
		if (l->weight[at] > 0)
			learn_row(l, at, checks, s);
	}
	for (size_t i = 0; i < SLOTS; i++) {
		long w = lround((double)s[i].w * WORDS_UNIT);

		w = w > 127 ? 127 : w < -127 ? -127 : w;
		out[2 * i] = w != 0 ? checks[i] : 0;
		out[2 * i + 1] = (uint8_t)(int8_t)w;
	}
	free(s);
}
