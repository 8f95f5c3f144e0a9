#include "train/choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "train/dice.h"

/*
 * The rate matters most: at 0.25 cross-validated speech F1 of desk/quotes is
 * 4 points lower. Rows seen less than RARE times stay 0. The mean of what the
 * weights are after each epoch once they settled is 0.3 points better. Of
 * eight runs answers hang less on the order of the examples than of three.
 * Twelve epochs of a stronger ridge, with rows seen twice, gave 0.4 points of
 * mixed and indirect speech over eight of a third of it with three.
 */
enum { EPOCHS = 12, SETTLED = 5, RUNS = 8, RARE = 2 };
static const double rate = 0.03, ridge = 3e-3;

void
choice_forget(struct lessons *l)
{
	l->nrows = l->nparts = l->ncands = l->n = 0;
}

int
choice_part(struct lessons *l, const uint32_t *rows, int n)
{
	l->parts = xgrow(l->parts, &l->part_cap, l->nparts + 1,
	    sizeof *l->parts);
	l->rows = xgrow(l->rows, &l->row_cap, l->nrows + (size_t)n,
	    sizeof *l->rows);
	l->parts[l->nparts] = (struct part){ l->nrows, n };
	memcpy(l->rows + l->nrows, rows, (size_t)n * sizeof *rows);
	l->nrows += (size_t)n;
	return (int)l->nparts++;
}

void
choice_candidate(struct lessons *l, int a, int b, int c, bool right)
{
	l->cands = xgrow(l->cands, &l->cand_cap, l->ncands + 1,
	    sizeof *l->cands);
	l->cands[l->ncands++] = (struct candidate){ { a, b, c }, right };
}

/* Those since first; an example without a right and a wrong one teaches none. */
void
choice_end(struct lessons *l, size_t first)
{
	size_t right = 0;

	for (size_t i = first; i < l->ncands; i++)
		right += l->cands[i].right;
	if (right == 0 || right == l->ncands - first) {
		l->ncands = first;
		return;
	}
	l->examples = xgrow(l->examples, &l->cap, l->n + 1,
	    sizeof *l->examples);
	l->examples[l->n++] = (struct example){ first, l->ncands - first };
}

static uint64_t dice = DICE_SEED;

/* The same bits on every machine, which the C library's need not be. */
static double
power_of_e(double x)
{
	int k = (int)floor(x * 1.4426950408889634 + 0.5);
	double r = x - k * 0.6931471805599453, term = 1, sum = 1;

	for (int i = 1; i < 14; i++) {
		term *= r / i;
		sum += term;
	}
	return ldexp(sum, k);
}

static double
part_score(const struct model *m, const struct lessons *l, int p)
{
	const struct part *x = &l->parts[p];
	double sum = 0;

	for (int i = 0; i < x->n; i++)
		sum += m->w[l->rows[x->at + (size_t)i]];
	return sum;
}

static void
apply(struct model *m, const struct lessons *l, int p, double slope)
{
	const struct part *x = &l->parts[p];

	for (int i = 0; i < x->n; i++) {
		uint32_t r = l->rows[x->at + (size_t)i];
		double g = slope + ridge * m->w[r];

		if (m->seen[r] < RARE)
			continue;
		m->square[r] += g * g;
		m->w[r] -= rate * g / (1e-6 + sqrt(m->square[r]));
	}
}

static double
candidate_score(const struct model *m, const struct candidate *c)
{
	double sum = 0;

	for (int k = 0; k < PARTS; k++)
		sum += c->part[k] >= 0 ? m->score[c->part[k]] : 0;
	return sum;
}

static void
learn(struct model *m, const struct lessons *l, const struct example *e)
{
	const struct candidate *c = l->cands + e->first;
	double most = -1e300, all = 0, good = 0;
	int low = 0x7fffffff, high = -1;

	for (size_t i = 0; i < e->n; i++)
		for (int k = 0; k < PARTS; k++)
			if (c[i].part[k] >= 0) {
				low = c[i].part[k] < low ? c[i].part[k] : low;
				high = c[i].part[k] > high ? c[i].part[k]
				    : high;
			}
	for (int p = low; p <= high; p++) {
		m->score[p] = part_score(m, l, p);
		m->slope[p] = 0;
	}
	for (size_t i = 0; i < e->n; i++) {
		double s = candidate_score(m, &c[i]);

		most = s > most ? s : most;
	}
	for (size_t i = 0; i < e->n; i++) {
		double p = power_of_e(candidate_score(m, &c[i]) - most);

		all += p;
		good += c[i].right ? p : 0;
	}
	for (size_t i = 0; i < e->n; i++) {
		double p = power_of_e(candidate_score(m, &c[i]) - most);
		double g = p / all - (c[i].right ? p / good : 0);

		for (int k = 0; k < PARTS; k++)
			if (c[i].part[k] >= 0)
				m->slope[c[i].part[k]] += g;
	}
	for (int p = low; p <= high; p++)
		if (m->slope[p] > 1e-4 || m->slope[p] < -1e-4)
			apply(m, l, p, m->slope[p]);
}

/* One run over the examples; what the weights are in the end goes to sum. */
static void
run(struct model *m, const struct lessons *l, size_t *order, double *sum)
{
	for (int e = 0; e < EPOCHS; e++) {
		dice_shuffle(&dice, order, l->n);
		for (size_t i = 0; i < l->n; i++)
			learn(m, l, &l->examples[order[i]]);
		for (size_t r = 0; r < m->rows && e >= SETTLED; r++)
			sum[r] += m->w[r];
	}
}

void
choice_learn(struct model *m, const struct lessons *l, int8_t *out)
{
	size_t *order = xalloc(l->n, sizeof *order);
	double *sum = xalloc(m->rows, sizeof *sum);
	double *w = xalloc(m->rows, sizeof *w);
	double *square = xalloc(m->rows, sizeof *square);

	m->score = xgrow(m->score, &m->score_cap, l->nparts, sizeof *m->score);
	m->slope = xgrow(m->slope, &m->slope_cap, l->nparts, sizeof *m->slope);
	for (size_t i = 0; i < l->nrows; i++)
		m->seen[l->rows[i]]++;
	for (size_t i = 0; i < l->n; i++)
		order[i] = i;
	memcpy(w, m->w, m->rows * sizeof *w);
	memcpy(square, m->square, m->rows * sizeof *square);
	for (int k = 0; k < RUNS; k++) {
		memcpy(m->w, w, m->rows * sizeof *w);
		memcpy(m->square, square, m->rows * sizeof *square);
		run(m, l, order, sum);
	}
	for (size_t r = 0; r < m->rows; r++) {
		double v;

		m->w[r] = sum[r] / (RUNS * (EPOCHS - SETTLED));
		v = floor(m->w[r] * CHOICE_SCALE + 0.5);
		out[r] = (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
	}
	free(order);
	free(sum);
	free(w);
	free(square);
}
