/*
 * train/ner -- makes common/data/ner.weights from token files (TOKEN TAB BIO
 * TAB FINE BIO, blank line between sentences, -DOCSTART- TAB ID):
 *
 *	ner DIR OUT [held=1 [fold=N] [errors=1]] [SETTING=NUMBER]...
 *
 * DIR holds worldwide docred crossner gum_heur uner_ewt_dev wnut17 btc gmb
 * .tsv. A conditional random field over the runs desk/ner looks at, trained by
 * Adagrad (Duchi et al. 2011). A label may be a set: corpora that do not mark
 * peoples or other names leave them open (Tsuboi et al. 2008). With held=1 a
 * part of the documents (whole outlets) is kept out, read as tools/entities
 * reads and scored: settings were chosen on those, never on entities/dev.
 * Single-threaded, fixed seed, no
 * function of libm whose last bit may differ: the same bytes everywhere.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train/ner_corpus.h"

#include "base/buf.h"
#include "base/die.h"
#include "base/hash.h"
#include "desk/ner.h"
#include "train/dice.h"
#include "train/ner_model.h"
#include "train/weights.h"


/* Chosen on the held-out documents; see the head of the file. */
static struct setting {
	const char *name;
	double value;
} settings[] = {
	{ "held", 0 }, { "epochs", 5 }, { "rate", 0.05 }, { "upper", 6 },
	{ "title", 6 }, { "drop", 10 }, { "clip", 4 }, { "from", 2 },
	{ "seeds", 6 }, { "decay", 0 }, { "cut", 3 }, { "fold", 0 },
	{ "errors", 0 }, { "margin", 1 },
};
enum {
	HELD, EPOCHS, RATE, UPPER, TITLE, DROP, CLIP, FROM, SEEDS, DECAY, CUT,
	FOLD, ERRORS, MARGIN
};

static double
set(int which)
{
	return settings[which].value;
}

struct run {			/* one run's working memory */
	uint32_t (*rows)[NER_PLACES * NER_SINGLE];
	int *nrows;
	double (*u)[NER_LABELS], (*alpha)[NER_LABELS], (*beta)[NER_LABELS];
	double (*full)[NER_LABELS], (*gold)[NER_LABELS];
	size_t from, cap;
};

/* Sum over the label pairs of full - gold. */
static double steps[NER_LABELS][NER_LABELS], e_step[NER_LABELS][NER_LABELS];

static uint64_t dice;

/* e^x by halving and a polynomial: the same bits on every machine. */
static double
expo(double x)
{
	double y, r = 1;
	int n = 0;

	if (x < -60)
		return 8.7565107626965e-27;
	if (x > 60)
		x = 60;
	for (y = x; y > 0.5 || y < -0.5; y *= 0.5)
		n++;
	for (int k = 12; k > 0; k--)
		r = 1 + y / k * r;
	while (n-- > 0)
		r *= r;
	return r;
}

/* ---- one run ---- */

static int
all_rows(struct ner *ner, const struct ner_text *t, size_t i, uint32_t *rows)
{
	int n = ner_joint(ner, t->n, i, rows);

	for (int p = 0; p < NER_PLACES; p++) {
		size_t j = i + (size_t)p - NER_REACH;

		if (j < t->n)
			n += ner_single(&ner->types[ner->words[j].type],
			    str_cut(t->text, t->tokens[j].start,
			    t->tokens[j].end), NER_PLACES - 1 - p, rows + n);
	}
	return n;
}

static void
collect_rows(struct run *r, const struct model *m, struct ner *ner,
    const struct ner_text *t, size_t at)
{
	unsigned drop = (unsigned)set(DROP);
	uint32_t *rows = r->rows[at], row;
	int n = all_rows(ner, t, r->from + at, rows), kept = 0;

	for (int k = 0; k < n; k++)
		if ((row = *ner_model_slot(m, rows[k])) != 0
		    && (drop == 0 || dice_below(&dice, 100) >= drop))
			rows[kept++] = row;
	r->nrows[at] = kept;
}

static void
score(struct run *r, struct model *m, size_t at)
{
	for (int l = 0; l < NER_LABELS; l++)
		r->u[at][l] = 0;
	for (int k = 0; k < r->nrows[at]; k++) {
		const float *w = ner_model_row(m->w, r->rows[at][k]);

		for (int l = 0; l < NER_LABELS; l++)
			r->u[at][l] += (double)w[l];
	}
}

static void
forward(struct run *r, size_t n, const uint16_t *allowed)
{
	for (size_t i = 0; i < n; i++) {
		double z = 0;

		for (unsigned l = 0; l < NER_LABELS; l++) {
			double a = 0;

			for (unsigned p = 0; i > 0 && p < NER_LABELS; p++)
				a += r->alpha[i - 1][p] * e_step[p][l];
			if (i == 0)
				a = e_step[NER_O][l];
			if (allowed != NULL && !(allowed[i] >> l & 1))
				a = 0;
			r->alpha[i][l] = a * r->u[i][l];
			z += r->alpha[i][l];
		}
		for (int l = 0; l < NER_LABELS; l++)
			r->alpha[i][l] /= z + 1e-280;
	}
}

static void
backward(struct run *r, size_t n, const uint16_t *allowed)
{
	for (unsigned l = 0; l < NER_LABELS; l++)
		r->beta[n - 1][l] = e_step[l][NER_O];
	for (size_t i = n - 1; i > 0; i--) {
		double z = 0;

		for (unsigned p = 0; p < NER_LABELS; p++) {
			double b = 0;

			for (unsigned l = 0; l < NER_LABELS; l++)
				if (allowed == NULL || allowed[i] >> l & 1)
					b += e_step[p][l] * r->u[i][l]
					    * r->beta[i][l];
			r->beta[i - 1][p] = b;
			z += b;
		}
		for (int p = 0; p < NER_LABELS; p++)
			r->beta[i - 1][p] /= z + 1e-280;
	}
}

/* Adds sign times the expected steps; returns the marginals in out. */
static void
expect(struct run *r, size_t n, const uint16_t *allowed, double sign,
    double (*out)[NER_LABELS])
{
	forward(r, n, allowed);
	backward(r, n, allowed);
	for (size_t i = 0; i < n; i++) {
		double z = 1e-280, pair[NER_LABELS][NER_LABELS], zz = 1e-280;

		for (int l = 0; l < NER_LABELS; l++) {
			out[i][l] = r->alpha[i][l] * r->beta[i][l];
			z += out[i][l];
		}
		for (int l = 0; l < NER_LABELS; l++)
			out[i][l] /= z;
		for (unsigned p = 0; p < NER_LABELS; p++)
			for (unsigned l = 0; l < NER_LABELS; l++) {
				double a = i > 0 ? r->alpha[i - 1][p]
				    : p == NER_O ? 1 : 0;
				bool may = allowed == NULL
				    || allowed[i] >> l & 1;

				pair[p][l] = may ? a * e_step[p][l]
				    * r->u[i][l] * r->beta[i][l] : 0;
				zz += pair[p][l];
			}
		for (unsigned p = 0; p < NER_LABELS; p++)
			for (unsigned l = 0; l < NER_LABELS; l++)
				steps[p][l] += sign * pair[p][l] / zz;
	}
}

static void
descend(struct model *m, uint32_t row, const double *g, double rate)
{
	float *w = ner_model_row(m->w, row), *s = ner_model_row(m->squares, row);
	float decay = (float)set(DECAY);

	for (int l = 0; l < NER_LABELS; l++) {
		float x = (float)g[l] + decay * w[l];

		s[l] += x * x;
		w[l] -= (float)rate * x / ner_root(s[l] + 1e-4f);
	}
}

static void
update(struct run *r, struct model *m, size_t n, double weight)
{
	for (size_t i = 0; i < n; i++) {
		double g[NER_LABELS];
		bool matters = false;

		for (int l = 0; l < NER_LABELS; l++) {
			g[l] = (r->full[i][l] - r->gold[i][l]) * weight;
			matters |= g[l] > 1e-3 || g[l] < -1e-3;
		}
		for (int k = 0; matters && k < r->nrows[i]; k++)
			descend(m, r->rows[i][k], g, set(RATE));
	}
	for (unsigned p = 0; p < NER_LABELS; p++) {
		for (int l = 0; l < NER_LABELS; l++)
			steps[p][l] *= weight;
		descend(m, p, steps[p], set(RATE) / 2);
	}
}

static void
make_room(struct run *r, size_t n)
{
	if (n <= r->cap)
		return;
	r->cap = n * 2;
	r->rows = realloc(r->rows, r->cap * sizeof *r->rows);
	r->nrows = realloc(r->nrows, r->cap * sizeof *r->nrows);
	r->u = realloc(r->u, r->cap * sizeof *r->u);
	r->alpha = realloc(r->alpha, r->cap * sizeof *r->alpha);
	r->beta = realloc(r->beta, r->cap * sizeof *r->beta);
	r->full = realloc(r->full, r->cap * sizeof *r->full);
	r->gold = realloc(r->gold, r->cap * sizeof *r->gold);
	if (!r->rows || !r->nrows || !r->u || !r->alpha || !r->beta || !r->full
	    || !r->gold)
		diex("out of memory");
}

static void
load_steps(struct model *m)
{
	memset(steps, 0, sizeof steps);
	for (unsigned p = 0; p < NER_LABELS; p++)
		for (unsigned l = 0; l < NER_LABELS; l++)
			e_step[p][l] = ner_may_follow(l, p)
			    ? expo((double)ner_model_row(m->w, p)[l]) : 0;
}

static void
exponents(struct run *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double most = r->u[i][0];

		for (int l = 1; l < NER_LABELS; l++)
			most = r->u[i][l] > most ? r->u[i][l] : most;
		for (int l = 0; l < NER_LABELS; l++)
			r->u[i][l] = expo(r->u[i][l] - most);
	}
}

/*
 * What is wrong scores MARGIN more while it is learned, so that what is right
 * must win by as much (softmax-margin, Gimpel and Smith 2010).
 */
static void
keep_apart(struct run *r, size_t n, const uint16_t *allowed)
{
	double more = expo(set(MARGIN));

	for (size_t i = 0; i < n; i++)
		for (unsigned l = 0; l < NER_LABELS; l++)
			if (!(allowed[i] >> l & 1))
				r->u[i][l] *= more;
}

static void
learn(struct run *r, struct model *m, struct ner *ner, const struct ner_text *t)
{
	ner_prepare(ner, t->text, t->tokens, t->n);
	for (size_t k = 0; k < ner->nruns; k++) {
		size_t from = ner->runs[k].from, n = ner->runs[k].to - from;

		ner_begin_run(t, from);
		make_room(r, n);
		r->from = from;
		load_steps(m);
		for (size_t i = 0; i < n; i++) {
			collect_rows(r, m, ner, t, i);
			score(r, m, i);
		}
		exponents(r, n);
		keep_apart(r, n, t->allowed + from);
		expect(r, n, NULL, 1, r->full);
		expect(r, n, t->allowed + from, -1, r->gold);
		update(r, m, n, t->weight);
	}
}

/* ---- the whole ---- */

/* How often a feature is seen, up to 255; few share a place. */
enum { COUNT_SHIFT = 6 };

/* Counts the features of a unit, or keeps those counted often enough. */
static void
see_unit(struct model *m, struct ner *ner, const struct ner_text *t,
    uint8_t *counts, bool keep)
{
	uint32_t rows[NER_PLACES * NER_SINGLE];

	ner_prepare(ner, t->text, t->tokens, t->n);
	for (size_t r = 0; r < ner->nruns; r++)
		for (size_t i = ner->runs[r].from; i < ner->runs[r].to; i++) {
			int n = all_rows(ner, t, i, rows);

			while (n-- > 0) {
				uint8_t *x = &counts[rows[n] >> COUNT_SHIFT];

				if (!keep)
					*x += *x < 255;
				else if (*x >= set(CUT))
					ner_model_add(m, rows[n]);
			}
		}
}

static void
see_features(struct model *m, const struct ner_corpus *c, uint8_t *counts,
    bool keep)
{
	struct ner_text t = { .n = 0 };
	struct ner ner;

	ner_open(&ner, NULL);
	ner.joining = 99;
	for (size_t u = 0; u < c->n; u++) {
		if (c->units[u].held && set(HELD) > 0)
			continue;
		ner_corpus_text(c, u, NER_AS_IS, &t);
		see_unit(m, &ner, &t, counts, keep);
	}
	ner_close(&ner);
	ner_text_free(&t);
}

static void
find_features(struct model *m, const struct ner_corpus *c)
{
	uint8_t *counts = xalloc((size_t)1 << (32 - COUNT_SHIFT), 1);

	ner_model_open(m);
	see_features(m, c, counts, false);
	see_features(m, c, counts, true);
	free(counts);
	ner_model_ready(m);
	printf("%zu features\n", m->n);
}

static void
epoch(struct run *r, struct model *m, struct ner *ner,
    const struct ner_corpus *c)
{
	size_t *order = xalloc(c->n, sizeof *order);
	struct ner_text t = { .n = 0 };
	unsigned caps = (unsigned)set(UPPER), title = (unsigned)set(TITLE);

	for (size_t i = 0; i < c->n; i++)
		order[i] = i;
	dice_shuffle(&dice, order, c->n);
	for (size_t i = 0; i < c->n; i++) {
		size_t side = dice_below(&dice, 100);

		if (c->units[order[i]].held && set(HELD) > 0)
			continue;
		ner_corpus_text(c, order[i], side < caps ? NER_AS_CAPS
		    : side < caps + title ? NER_AS_TITLE : NER_AS_IS, &t);
		learn(r, m, ner, &t);
	}
	ner_text_free(&t);
	free(order);
}

static void
train(struct model *m, const struct ner_corpus *c, unsigned seed)
{
	struct run r = { 0 };
	struct ner ner;

	dice = DICE_SEED + seed * 0x9e3779b97f4a7c15;
	memset(m->w, 0, m->n * NER_LABELS * sizeof *m->w);
	memset(m->squares, 0, m->n * NER_LABELS * sizeof *m->squares);
	ner_open(&ner, NULL);
	ner.joining = 99;
	for (int e = 1; e <= (int)set(EPOCHS); e++) {
		epoch(&r, m, &ner, c);
		if (e < (int)set(FROM))
			continue;
		m->snapshots++;
		for (size_t i = 0; i < m->n * NER_LABELS; i++)
			m->sum[i] += m->w[i];
	}
	ner_close(&ner);
}

static void
parse_settings(int argc, char *argv[])
{
	for (int i = 3; i < argc; i++) {
		char *eq = strchr(argv[i], '=');
		size_t k = 0, n = sizeof settings / sizeof *settings;

		while (k < n && (eq == NULL || strncmp(argv[i],
		    settings[k].name, (size_t)(eq - argv[i])) != 0))
			k++;
		if (k == n)
			diex("no such setting: %s", argv[i]);
		settings[k].value = strtod(eq + 1, NULL);
	}
}

int
main(int argc, char *argv[])
{
	struct model m = { .n = 0 };
	struct ner_corpus c = { .n = 0 };
	int8_t *q;

	progname = "train/ner";
	if (argc < 3)
		diex("usage: ner DIR OUT [SETTING=NUMBER]...");
	parse_settings(argc, argv);
	ner_corpus_load(&c, argv[1], (unsigned)set(FOLD));
	find_features(&m, &c);
	for (unsigned s = 0; s < (unsigned)set(SEEDS); s++)
		train(&m, &c, s);
	q = ner_model_table(&m, set(CLIP));
	if (set(HELD) > 0)
		ner_corpus_score(&c, q, set(ERRORS) > 0);
	weights_write_small(argv[2],
	    "# Name tagger of desk/ner.h, which describes the table: conditional\n"
	    "# random field by\n"
	    "# common/train/ner.c from worldwide newspapers (public research\n"
	    "# corpus), Re-DocRED and CrossNER (MIT), GUM part (CC BY), UNER-EWT\n"
	    "# (CC BY-SA), WNUT17 and Broad Twitter (CC BY 4.0), GMB\n"
	    "# (public-domain texts, silver).\n",
	    q, NER_STEPS + NER_LABELS * NER_WIDTH);
	return 0;
}
