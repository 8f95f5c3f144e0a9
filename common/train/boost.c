#include "train/boost.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/trees.h"

enum { BINS = 256 };

/* RIDGE keeps leaves of few rows near zero; SHARE of the rows make a tree. */
static const double RIDGE = 20, SHARE = 0.6;

struct sums {
	double g, h;
};

struct work {
	const struct boost *b;
	double *score, *g, *h;
	uint8_t *leaf, *in;
	uint64_t random;
	struct sums hist[TREES_LEAVES][BINS];
};

static double
uniform(struct work *w)
{
	w->random ^= w->random << 13;
	w->random ^= w->random >> 7;
	w->random ^= w->random << 17;
	return (double)(w->random >> 11) / 9007199254740992.0;
}

static void
gradients(struct work *w)
{
	for (size_t i = 0; i < w->b->rows; i++) {
		double p = 1 / (1 + exp(-w->score[i]));
		double x = (double)w->b->weight[i];

		w->in[i] = x > 0 && uniform(w) < SHARE;
		w->g[i] = x * ((double)w->b->label[i] - p);
		w->h[i] = x * p * (1 - p);
		w->leaf[i] = 0;
	}
}

static double
value(struct sums s)
{
	return s.g * s.g / (s.h + RIDGE);
}

/* The best threshold of feature f when all leaves so far are split by it. */
static double
best_threshold(struct work *w, size_t f, int leaves, int *threshold)
{
	const uint8_t *x = w->b->columns[f];
	struct sums left[TREES_LEAVES] = { { 0, 0 } }, all[TREES_LEAVES];
	double best = -1;

	memset(w->hist, 0, sizeof *w->hist * (size_t)leaves);
	for (size_t i = 0; i < w->b->rows; i++)
		if (w->in[i]) {
			struct sums *s = &w->hist[w->leaf[i]][x[i]];

			s->g += w->g[i];
			s->h += w->h[i];
		}
	for (int l = 0; l < leaves; l++) {
		all[l] = (struct sums){ 0, 0 };
		for (int k = 0; k < BINS; k++) {
			all[l].g += w->hist[l][k].g;
			all[l].h += w->hist[l][k].h;
		}
	}
	for (int t = 0; t < BINS - 1; t++) {
		double gain = 0;

		for (int l = 0; l < leaves; l++) {
			left[l].g += w->hist[l][t].g;
			left[l].h += w->hist[l][t].h;
			gain += value(left[l]) + value((struct sums){
			    all[l].g - left[l].g, all[l].h - left[l].h });
		}
		if (gain > best) {
			best = gain;
			*threshold = t;
		}
	}
	return best;
}

static void
split(struct work *w, int level, uint8_t *tree)
{
	double best = -1;

	for (size_t f = 0; f < w->b->features; f++) {
		int t = 0;
		double gain = best_threshold(w, f, 1 << level, &t);

		if (gain > best + 1e-9) {
			best = gain;
			tree[level] = (uint8_t)f;
			tree[TREES_DEPTH + level] = (uint8_t)t;
		}
	}
	for (size_t i = 0; i < w->b->rows; i++)
		w->leaf[i] = (uint8_t)(w->leaf[i] << 1
		    | (w->b->columns[tree[level]][i]
		    > tree[TREES_DEPTH + level]));
}

static void
fill_leaves(struct work *w, uint8_t *tree)
{
	struct sums s[TREES_LEAVES] = { { 0, 0 } };
	double v[TREES_LEAVES];

	for (size_t i = 0; i < w->b->rows; i++)
		if (w->in[i]) {
			s[w->leaf[i]].g += w->g[i];
			s[w->leaf[i]].h += w->h[i];
		}
	for (int l = 0; l < TREES_LEAVES; l++) {
		int q = (int)lround(256 * w->b->rate * s[l].g
		    / (s[l].h + RIDGE));

		v[l] = q / 256.0;
		tree[2 * TREES_DEPTH + 2 * l] = (uint8_t)(q & 255);
		tree[2 * TREES_DEPTH + 2 * l + 1] = (uint8_t)(q >> 8 & 255);
	}
	for (size_t i = 0; i < w->b->rows; i++)
		w->score[i] += v[w->leaf[i]];
}

void
boost_train(const struct boost *b, uint8_t *out)
{
	struct work *w = xalloc(1, sizeof *w);

	w->b = b;
	w->random = 0x9e3779b97f4a7c15;
	w->score = xalloc(b->rows, sizeof *w->score);
	w->g = xalloc(b->rows, sizeof *w->g);
	w->h = xalloc(b->rows, sizeof *w->h);
	w->leaf = xalloc(b->rows, 1);
	w->in = xalloc(b->rows, 1);
	for (int t = 0; t < b->trees; t++) {
		uint8_t *tree = out + (size_t)t * TREES_BYTES;

		gradients(w);
		for (int level = 0; level < TREES_DEPTH; level++)
			split(w, level, tree);
		fill_leaves(w, tree);
	}
	free(w->score);
	free(w->g);
	free(w->h);
	free(w->leaf);
	free(w->in);
	free(w);
}
