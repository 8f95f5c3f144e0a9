/*
 * train/seams -- makes common/data/deboil-seams.weights, the trees that see
 * where pages were glued together, from labelled pages:
 *
 *	seams DIR OUT
 *
 * Pages are glued in groups, half of them without a line end between. Printed
 * are precision and recall of groups the trees were not trained on, by
 * threshold. Pages of the DAnIEL corpus (dn) are in groups of their own and
 * never trained on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/trees.h"
#include "train/boost.h"
#include "train/pages.h"
#include "train/weights.h"

enum { GROUP = 5, ROUNDS = 2 };

static const double RATE = 0.15;
static const float SEAM_WEIGHT = 8;

struct group {
	struct deboil d;
	struct buf text;
	size_t start[GROUP];		/* of its pages, in text */
	unsigned fold;
	size_t row;
};

struct set {
	struct group *group;
	size_t groups, rows;
	uint8_t *label, *table;
	float *weight;
	unsigned *fold;
	int32_t *score;
};

static uint32_t
next_random(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 8;
}

static void
glue(struct group *g, struct page *const *page, size_t n, uint32_t *random)
{
	static const struct deboil_opts opts = { .no_breaks = true };
	bool last_fold = page[0]->fold == NOT_TRAINED;

	for (size_t i = 0; i < n; i++) {
		buf_put(&g->text, buf_str(&page[i]->text));
		/* Half of them lack the last line end. */
		if (next_random(random) % 2 == 0)
			g->text.n--;
		g->start[i] = g->text.n;
	}
	g->fold = last_fold ? NOT_TRAINED : next_random(random) % FOLDS;
	deboil_open(&g->d, &opts);
	g->d.page = buf_str(&g->text);
	deboil_lines(&g->d, buf_str(&g->text));
	deboil_score(&g->d);
	deboil_seam_columns(&g->d);
}

/* Takes the pages in disorder, GROUP by GROUP, those not trained on apart. */
static void
make_groups(struct set *s, struct page *page, size_t pages, bool trained)
{
	struct page **p = xalloc(pages, sizeof *p);
	uint32_t random = 1;
	size_t n = 0;

	for (size_t i = 0; i < pages; i++)
		if (!page[i].copy && trained
		    == (page[i].fold != NOT_TRAINED))
			p[n++] = &page[i];
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = n; i-- > 1;) {
			size_t k = next_random(&random) % (i + 1);
			struct page *swap = p[i];

			p[i] = p[k];
			p[k] = swap;
		}
		for (size_t i = 0; i + GROUP <= n; i += GROUP)
			glue(&s->group[s->groups++], p + i, GROUP, &random);
	}
	free(p);
}

/* The first row that begins at or after a seam is the first of its page. */
static void
label_rows(struct set *s, struct group *g)
{
	size_t seam = 0;

	for (size_t r = 0; r < g->d.rows; r++) {
		const struct deboil_block *b =
		    &g->d.blocks[g->d.shapes[r].block];
		bool first = false;

		while (seam + 1 < GROUP && b->at.start >= g->start[seam]) {
			first = true;
			seam++;
		}
		s->label[g->row + r] = first;
		s->weight[g->row + r] = g->fold == NOT_TRAINED ? 0
		    : first ? SEAM_WEIGHT : 1;
		s->fold[g->row + r] = g->fold;
	}
}

static uint8_t *
column(const struct set *s, unsigned c)
{
	return s->table + c * (s->rows + TREES_ROWS) + TREES_ROWS / 2;
}

static void
lay_out(struct set *s)
{
	size_t n = DEBOIL_PAD;

	for (size_t i = 0; i < s->groups; i++) {
		s->group[i].row = n;
		n += s->group[i].d.rows + DEBOIL_PAD;
	}
	s->rows = n = trees_room(n + DEBOIL_PAD);
	s->label = xalloc(n, 1);
	s->weight = xalloc(n, sizeof *s->weight);
	s->fold = xalloc(n, sizeof *s->fold);
	s->score = xalloc(n, sizeof *s->score);
	s->table = xalloc(n + 2 * TREES_ROWS, DEBOIL_COLUMNS);
	memset(s->label, 0, n);
	memset(s->weight, 0, n * sizeof *s->weight);
	memset(s->table, 0, (n + 2 * TREES_ROWS) * DEBOIL_COLUMNS);
	for (size_t i = 0; i < n; i++)
		s->fold[i] = NOT_TRAINED + 1;
	for (size_t i = 0; i < s->groups; i++) {
		struct group *g = &s->group[i];

		label_rows(s, g);
		for (unsigned c = 0; c < DEBOIL_COLUMNS; c++)
			if (g->d.table_cap >= (c + 1) * g->d.room)
				memcpy(column(s, c) + g->row, g->d.table
				    + c * g->d.room + DEBOIL_PAD, g->d.rows);
	}
}

static void
train(struct set *s, unsigned fold, uint8_t *out)
{
	struct deboil_question q[DEBOIL_QUESTIONS];
	const uint8_t *columns[DEBOIL_QUESTIONS];
	size_t n = deboil_seam_questions(q);
	struct boost b = { s->rows, n, columns, s->label, s->weight,
	    DEBOIL_SEAM_TREES, RATE, 0.3, false, 0 };

	for (size_t i = 0; i < n; i++)
		columns[i] = column(s, q[i].column) + q[i].shift;
	boost_fold(&b, s->fold, fold, out, s->score);
}

static size_t
page_of(const struct group *g, size_t row)
{
	size_t at = g->d.blocks[g->d.shapes[row].block].at.start, k = 0;

	while (k + 1 < GROUP && at >= g->start[k])
		k++;
	return k;
}

static bool
is_kept(const struct group *g, size_t row)
{
	return g->d.blocks[g->d.shapes[row].block].score > 0;
}

/* 1: a break before row parts the text of two pages; 0: of one; -1: none. */
static int
parts(const struct group *g, size_t row)
{
	size_t a = row, b = row;

	while (a > 0 && !is_kept(g, a - 1))
		a--;
	while (b < g->d.rows && !is_kept(g, b))
		b++;
	if (a == 0 || b == g->d.rows)
		return -1;
	return page_of(g, a - 1) != page_of(g, b);
}

static void
count_breaks(const struct set *s, const struct group *g, int32_t threshold,
    size_t *right, size_t *wrong)
{
	size_t last = 0;

	for (size_t r = DEBOIL_PAGE_LEAST; r + DEBOIL_PAGE_LEAST <= g->d.rows;
	    r++) {
		int p;

		if (s->score[g->row + r] <= threshold
		    || r - last < DEBOIL_PAGE_LEAST)
			continue;
		last = r;
		p = parts(g, r);
		*right += p == 1;
		*wrong += p == 0;
	}
}

/* A break is right when the text kept before it and after is of two pages. */
static void
report(const struct set *s, int32_t threshold, bool trained)
{
	size_t right = 0, wrong = 0, all = 0;

	for (size_t i = 0; i < s->groups; i++) {
		if (trained != (s->group[i].fold != NOT_TRAINED))
			continue;
		count_breaks(s, &s->group[i], threshold, &right, &wrong);
		all += GROUP - 1;
	}
	printf("%s > %5d: %zu right, %zu wrong of %zu seams, precision %.4f, "
	    "recall %.3f\n", trained ? "groups" : "dn    ", threshold, right,
	    wrong, all, right + wrong > 0
	    ? (double)right / (double)(right + wrong) : 1,
	    (double)right / (double)all);
}

int
main(int argc, char *argv[])
{
	static uint8_t out[DEBOIL_SEAM_TREES * TREES_BYTES];
	struct set s = { 0 };
	struct page *page;
	size_t n = 0;

	progname = "train/seams";
	if (argc < 3)
		diex("usage: seams DIR OUT");
	page = pages_load(argv[1], false, &n);
	s.group = xalloc(ROUNDS * n, sizeof *s.group);
	memset(s.group, 0, ROUNDS * n * sizeof *s.group);
	make_groups(&s, page, n, true);
	make_groups(&s, page, n, false);
	lay_out(&s);
	for (unsigned f = 0; f <= FOLDS; f++)
		train(&s, f, out);
	for (int32_t t = -512; t <= 512; t += 128) {
		report(&s, t, true);
		report(&s, t, false);
	}
	weights_write(argv[2],
	    "# Boosted trees of desk/deboil_seams, by common/train/seams.c from\n"
	    "# the same pages as deboil-text.weights, glued together.\n",
	    out, sizeof out);
	return 0;
}
