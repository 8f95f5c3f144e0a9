#include "train/runs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/trees.h"
#include "train/boost.h"

/* By cross-validation over sites. */
static const double RATE = 0.1, SHARE = 0.3, WEIGHT = 1.5;
enum { LINES = 20 };

struct set {
	size_t rows;			/* a run is one */
	uint8_t *label, *table;
	float *weight;
	unsigned *fold;
	int32_t *score;
};

/* The runs of a page, and where they are in the set. */
struct found {
	struct page *page;
	struct deboil_run *run;
	uint8_t *columns;
	size_t n, at;
};

static size_t
find(struct found *f, struct page *page, size_t pages, size_t *rows)
{
	size_t n = 0;

	*rows = 0;
	for (size_t i = 0; i < pages; i++) {
		struct deboil *d = &page[i].d;

		if (page[i].copy || !page[i].lines_known)
			continue;
		f[n].page = &page[i];
		f[n].n = deboil_runs(d, &f[n].run);
		f[n].columns = deboil_run_columns(d, f[n].run, f[n].n);
		f[n].at = *rows;
		*rows += f[n++].n;
	}
	return n;
}

static bool
is_kept(const struct page *p, size_t row)
{
	return p->d.blocks[p->d.shapes[row].block].score > 0;
}

/* Words of content in a run less the others; near 0 it counts for little. */
static double
gain_of(const struct page *p, const struct deboil_run *r)
{
	double gain = 0;

	for (size_t i = r->start; i < r->end; i++)
		if (is_kept(p, i) && p->label[i] != 2)
			gain += p->label[i] == 1 ? p->d.shapes[i].words
			    : -p->d.shapes[i].words;
	return gain;
}

static void
take(struct set *s, const struct found *f)
{
	const struct page *p = f->page;
	double all = LINES;

	for (size_t i = 0; i < p->d.rows; i++)
		all += p->d.shapes[i].words * ((p->label[i] == 1)
		    + is_kept(p, i));
	for (size_t i = 0; i < f->n; i++) {
		double gain = gain_of(p, &f->run[i]);

		s->label[f->at + i] = gain >= 0;
		s->weight[f->at + i] = p->fold == NOT_TRAINED ? 0
		    : (float)(WEIGHT * sqrt(fabs(gain) / all));
		s->fold[f->at + i] = p->fold;
		for (unsigned c = 0; c < DEBOIL_RUN_COLUMNS; c++)
			s->table[c * s->rows + f->at + i] =
			    f->columns[c * trees_room(f->n) + i];
	}
}

static void
train(struct set *s, unsigned fold, uint8_t *out)
{
	const uint8_t *columns[DEBOIL_RUN_COLUMNS];
	struct boost b = { s->rows, DEBOIL_RUN_COLUMNS, columns, s->label,
	    s->weight, DEBOIL_RUN_TREES, RATE, SHARE, false, 0 };

	for (unsigned c = 0; c < DEBOIL_RUN_COLUMNS; c++)
		columns[c] = s->table + c * s->rows;
	boost_fold(&b, s->fold, fold, out, s->score);
}

void
runs_train(struct page *page, size_t pages, uint8_t *out)
{
	struct found *f = xalloc(pages, sizeof *f);
	struct set s = { 0 };
	size_t n = find(f, page, pages, &s.rows);

	s.rows = trees_room(s.rows);
	s.label = xalloc(s.rows, 1);
	s.table = xalloc(s.rows, DEBOIL_RUN_COLUMNS);
	s.weight = xalloc(s.rows, sizeof *s.weight);
	s.fold = xalloc(s.rows, sizeof *s.fold);
	s.score = xalloc(s.rows, sizeof *s.score);
	memset(s.label, 0, s.rows);
	memset(s.table, 0, s.rows * DEBOIL_RUN_COLUMNS);
	memset(s.weight, 0, s.rows * sizeof *s.weight);
	memset(s.fold, 0xff, s.rows * sizeof *s.fold);
	for (size_t i = 0; i < n; i++)
		take(&s, &f[i]);
	for (unsigned fold = 0; fold <= FOLDS; fold++)
		train(&s, fold, out);
	for (size_t i = 0; i < n; i++)
		deboil_doubt_runs(&f[i].page->d, f[i].run, f[i].n,
		    s.score + f[i].at);
	free(s.label);
	free(s.table);
	free(s.weight);
	free(s.fold);
	free(s.score);
	free(f);
}
