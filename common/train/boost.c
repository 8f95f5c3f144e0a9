#include "train/boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/trees.h"
#include "train/dice.h"

/*
 * RIDGE keeps leaves of few rows near zero; ROWS is the share of them that
 * makes a tree; where sparse, of those within SURE of their label one in FEW
 * stands for all; UNIT is one of a gradient in whole numbers. By
 * cross-validation over sites.
 */
enum { BINS = 256, UNIT = 1024, LEAF = 127, FEW = 4 };
static const uint64_t SEED = 0x9e3779b97f4a7c15;
static const double RIDGE = 30, ROWS = 0.5, SURE = 0.04;

struct work {
	const struct boost *b;
	uint64_t random;
	double *score;
	uint8_t *all;			/* the leaf of every row */
	size_t n;			/* the sample: row, leaf, gradients */
	uint32_t *row;
	uint8_t *leaf;
	struct slope {
		int16_t g, h;
	} *slope;
	uint8_t *answer[256];		/* to the questions of this tree */
	/* Sums by leaf and answer; of two new leaves the lesser is counted. */
	int64_t (*hist[256])[BINS], lesser[TREES_LEAVES / 2][BINS];
	uint8_t lesser_leaf[TREES_LEAVES / 2];
	uint32_t *picked;		/* the rows of the lesser leaves */
	size_t npicked;
};

/* A gradient and its weight in one number: both are added up at once. */
static int64_t
pack(struct slope s)
{
	return (int64_t)s.g * 4294967296 + s.h;
}

static double
gradient(int64_t s)
{
	return (double)(s >> 32) / UNIT;
}

static double
curvature(int64_t s)
{
	return (double)(s & 0xffffffff) / UNIT;
}

static double
uniform(struct work *w)
{
	return (double)(dice_next(&w->random) >> 11) / 9007199254740992.0;
}

static void
draw(struct work *w)
{
	w->n = 0;
	for (size_t i = 0; i < w->b->rows; i++) {
		double x = (double)w->b->weight[i], p, share = ROWS;

		if (!(x > 0))
			continue;
		p = 1 / (1 + exp(-w->score[i]));
		if (w->b->sparse && fabs((double)w->b->label[i] - p) < SURE) {
			share /= FEW;
			x *= FEW;
		}
		if (uniform(w) >= share)
			continue;
		w->row[w->n] = (uint32_t)i;
		w->slope[w->n].g = (int16_t)lround(UNIT * x
		    * ((double)w->b->label[i] - p));
		w->slope[w->n].h = (int16_t)lround(UNIT * x * p * (1 - p));
		w->leaf[w->n++] = 0;
	}
}

static double
value(int64_t s)
{
	double g = gradient(s);

	return g * g / (curvature(s) + RIDGE);
}

static void
fill(struct work *w, size_t q, int leaves)
{
	const uint8_t *x = w->answer[q];
	int64_t (*hist)[BINS] = w->hist[q];

	if (leaves == 1) {
		memset(hist, 0, sizeof *hist);
		for (size_t i = 0; i < w->n; i++)
			hist[0][x[i]] += pack(w->slope[i]);
		return;
	}
	memset(w->lesser, 0, sizeof *w->lesser * (size_t)leaves / 2);
	for (size_t k = 0; k < w->npicked; k++) {
		uint32_t i = w->picked[k];

		w->lesser[w->leaf[i] / 2][x[i]] += pack(w->slope[i]);
	}
	for (int l = leaves / 2 - 1; l >= 0; l--) {
		int64_t *one = hist[w->lesser_leaf[l]];
		int64_t *other = hist[w->lesser_leaf[l] ^ 1];

		for (int k = 0; k < BINS; k++) {
			int64_t all = hist[l][k], part = w->lesser[l][k];

			other[k] = all - part;
			one[k] = part;
		}
	}
}

/* After a split: which of each two leaves is the lesser, and its rows. */
static void
pick(struct work *w, int leaves)
{
	size_t rows[TREES_LEAVES] = { 0 };

	for (size_t i = 0; i < w->n; i++)
		rows[w->leaf[i]]++;
	for (int l = 0; l < leaves; l += 2)
		w->lesser_leaf[l / 2] = (uint8_t)(l + (rows[l + 1] < rows[l]));
	w->npicked = 0;
	for (size_t i = 0; i < w->n; i++)
		if (w->lesser_leaf[w->leaf[i] / 2] == w->leaf[i])
			w->picked[w->npicked++] = (uint32_t)i;
}

/* The best threshold of a question when all leaves so far are split by it. */
static double
best_threshold(struct work *w, size_t q, int leaves, int *threshold)
{
	int64_t left[TREES_LEAVES] = { 0 }, all[TREES_LEAVES] = { 0 };
	double gain[BINS] = { 0 }, best = -1;
	int64_t (*hist)[BINS] = w->hist[q];

	fill(w, q, leaves);
	for (int l = 0; l < leaves; l++)
		for (int k = 0; k < BINS; k++)
			all[l] += hist[l][k];
	for (int l = 0; l < leaves; l++) {
		double now = value(all[l]);

		for (int t = 0; t < BINS - 1; t++) {
			left[l] += hist[l][t];
			if (hist[l][t] != 0)
				now = value(left[l]) + value(all[l] - left[l]);
			gain[t] += now;
		}
	}
	for (int t = 0; t < BINS - 1; t++)
		if (gain[t] > best) {
			best = gain[t];
			*threshold = t;
		}
	return best;
}

/* Draws the questions of a tree; what is not asked has no answers. */
static void
ask(struct work *w)
{
	for (size_t q = 0; q < w->b->questions; q++) {
		free(w->answer[q]);
		free(w->hist[q]);
		w->answer[q] = NULL;
		w->hist[q] = NULL;
		if (uniform(w) >= w->b->share)
			continue;
		w->hist[q] = xalloc(TREES_LEAVES / 2, sizeof **w->hist);
		w->answer[q] = xalloc(w->n + 1, 1);
		for (size_t i = 0; i < w->n; i++)
			w->answer[q][i] = w->b->columns[q][w->row[i]];
	}
}

static void
split(struct work *w, int level, uint8_t *tree)
{
	const uint8_t *x;
	double best = -1;

	for (size_t q = 0; q < w->b->questions; q++) {
		double gain;
		int t = 0;

		if (w->answer[q] == NULL)
			continue;
		gain = best_threshold(w, q, 1 << level, &t);
		if (gain > best + 1e-9) {
			best = gain;
			tree[level] = (uint8_t)q;
			tree[TREES_DEPTH + level] = (uint8_t)t;
		}
	}
	x = w->answer[tree[level]];
	for (size_t i = 0; x != NULL && i < w->n; i++)
		w->leaf[i] = (uint8_t)(w->leaf[i] * 2
		    + (x[i] > tree[TREES_DEPTH + level]));
	pick(w, 2 << level);
}

static void
fill_leaves(struct work *w, uint8_t *tree)
{
	int8_t *leaves = (int8_t *)tree + 2 * TREES_DEPTH;
	int64_t s[TREES_LEAVES] = { 0 };

	for (size_t i = 0; i < w->n; i++)
		s[w->leaf[i]] += pack(w->slope[i]);
	for (int l = 0; l < TREES_LEAVES; l++) {
		long v = lround(256 * w->b->rate * gradient(s[l])
		    / (curvature(s[l]) + RIDGE));

		leaves[l] = (int8_t)(v > LEAF ? LEAF : v < -LEAF ? -LEAF : v);
	}
	memset(w->all, 0, w->b->rows);
	for (int level = 0; level < TREES_DEPTH; level++) {
		const uint8_t *x = w->b->columns[tree[level]];

		for (size_t i = 0; i < w->b->rows; i++)
			w->all[i] = (uint8_t)(w->all[i] * 2
			    + (x[i] > tree[TREES_DEPTH + level]));
	}
	for (size_t i = 0; i < w->b->rows; i++)
		w->score[i] += leaves[w->all[i]] / 256.0;
}

void
boost_train(const struct boost *b, uint8_t *out)
{
	struct work *w = xalloc(1, sizeof *w);

	*w = (struct work){ .b = b, .random = SEED + b->dice * 7919ull };
	w->score = xalloc(b->rows, sizeof *w->score);
	w->all = xalloc(b->rows, 1);
	w->row = xalloc(b->rows, sizeof *w->row);
	w->picked = xalloc(b->rows, sizeof *w->picked);
	w->slope = xalloc(b->rows, sizeof *w->slope);
	w->leaf = xalloc(b->rows, 1);
	for (int t = 0; t < b->trees; t++) {
		uint8_t *tree = out + (size_t)t * TREES_BYTES;

		memset(tree, 0, TREES_BYTES);
		draw(w);
		ask(w);
		for (int level = 0; level < TREES_DEPTH; level++)
			split(w, level, tree);
		fill_leaves(w, tree);
	}
	free(w->score);
	free(w->all);
	free(w->row);
	free(w->slope);
	for (size_t q = 0; q < b->questions; q++) {
		free(w->answer[q]);
		free(w->hist[q]);
	}
	free(w->picked);
	free(w->leaf);
	free(w);
}

void
boost_fold(const struct boost *b, const unsigned *fold, unsigned held,
    uint8_t *out, int32_t *score)
{
	struct boost part = *b;
	float *weight = xalloc(b->rows, sizeof *weight);
	int32_t *sum = xalloc(b->rows, sizeof *sum);

	for (size_t i = 0; i < b->rows; i++)
		weight[i] = fold[i] == held ? 0 : b->weight[i];
	part.weight = weight;
	boost_train(&part, out);
	memset(sum, 0, b->rows * sizeof *sum);
	trees_score_plain((const int8_t *)out,
	    (uint32_t)b->trees * TREES_BYTES,
	    &(struct trees_rows){ b->columns, b->rows }, sum);
	for (size_t i = 0; i < b->rows; i++)
		if (fold[i] == held)
			score[i] = sum[i];
	free(weight);
	free(sum);
}
