/*
 * train/deboil -- makes common/data/deboil-{text,html}.weights from labelled
 * pages: DIR/MANIFEST.tsv, ID.txt, ID.labels, ID.gold.txt, ID.html.gz.
 *
 *	deboil text|html DIR OUT [KEPT]
 *
 * Three models, each on what the one before says of pages it was not trained
 * on (stacking over FOLDS of the sites): words, trees, trees again; for text a
 * fourth, of runs (train/runs.h). Printed
 * are the figures over those folds, and for the pages of the DAnIEL corpus
 * (dn), which are never trained on, those of the final model. KEPT/ID.txt gets what
 * the models that did not see a page keep of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/map.h"
#include "desk/deboil_parts.h"
#include "desk/trees.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "train/boost.h"
#include "train/linear.h"
#include "train/measure.h"
#include "train/pages.h"
#include "train/runs.h"
#include "train/weights.h"

/*
 * Of learning, of the second pass on HTML; of the questions a tree may ask. By
 * cross-validation.
 */
static const double RATE = 0.1, HTML_RATE = 0.05, SHARE = 0.15;

struct set {
	struct page *page;
	size_t pages, rows;
	bool html;
	const char *kept;		/* directory, or NULL */
	bool untitled;			/* titles do not count in figures */
	/* By row, pages one after the other with gaps between them. */
	uint8_t *label, *table;
	float *weight, *heard;		/* to trees, to words */
	uint32_t *site;
	unsigned *fold;
	struct deboil_said *said[2];	/* of words, of tags */
	int32_t *score;
	/* Keys of words and of tags. */
	uint32_t *keys[2];
	size_t *first[2];
	uint8_t checks[2][1 << WORDS_BITS];
};

/* ---- the set: all rows of all pages ---- */

/*
 * Long lines count more, as figures are taken over words too, and lines of
 * long pages less, as they are taken over pages. In text the news counts more
 * than the web at large (WCXB), whose guides and tables are kept in full: by
 * cross-validation words F1 of both are as good or better so.
 */
static float
weight_of(const struct set *s, const struct page *p, size_t r)
{
	const struct deboil *d = &p->d;
	double rows = (double)d->rows, news = p->news ? 1.5 : 0.6;
	double words = (double)d->blocks[d->shapes[r].block].text.n / 6;
	double w = 1 + (words < 48 ? words : 48) / 16;

	return (float)(s->html ? w * 3 / (1 + rows / 200)
	    : w * 4 / (1 + rows / 60) * news);
}

/* Hides three keys of words in four, on one site always the same ones. */
static size_t
dim(uint32_t *key, size_t n, uint32_t site)
{
	size_t m = DEBOIL_FORMS;

	for (size_t i = DEBOIL_FORMS; i < n; i++)
		if (((key[i] ^ site) * 0x9e3779b1u) >> 30 == 0)
			key[m++] = key[i];
	return m;
}

static void
copy_keys(struct set *s)
{
	uint32_t key[2 * DEBOIL_KEYS];
	size_t n[2] = { 0, 0 }, cap[2] = { 0, 0 }, at = 0;

	for (int k = 0; k < 2; k++)
		s->first[k] = xalloc(s->rows + 1, sizeof **s->first);
	for (size_t i = 0; i < s->pages; i++) {
		struct page *p = &s->page[i];

		for (; at < p->row; at++)
			s->first[0][at] = n[0], s->first[1][at] = n[1];
		for (size_t r = 0; r < p->d.rows; r++, at++)
			for (int k = 0; k < 2; k++) {
				size_t m = k == 0
				    ? deboil_text_keys(&p->d, r, key)
				    : deboil_tag_keys(&p->d, r, key);

				if (p->blind && k == 0)
					m = DEBOIL_FORMS;
				if (p->dim && k == 0)
					m = dim(key, m, p->site);

				s->keys[k] = xgrow(s->keys[k], &cap[k],
				    n[k] + m + 1, sizeof **s->keys);
				memcpy(s->keys[k] + n[k], key, m * sizeof *key);
				s->first[k][at] = n[k];
				n[k] += m;
			}
	}
	for (; at <= s->rows; at++)
		s->first[0][at] = n[0], s->first[1][at] = n[1];
}

static void
lay_out(struct set *s)
{
	size_t n = DEBOIL_PAD;

	for (size_t i = 0; i < s->pages; i++) {
		s->page[i].row = n;
		n += s->page[i].d.rows + DEBOIL_PAD;
	}
	s->rows = n = trees_room(n + DEBOIL_PAD);
	s->label = xalloc(n, 1);
	s->weight = xalloc(n, sizeof *s->weight);
	s->heard = xalloc(n, sizeof *s->heard);
	s->site = xalloc(n, sizeof *s->site);
	s->fold = xalloc(n, sizeof *s->fold);
	s->said[0] = xalloc(n, sizeof **s->said);
	s->said[1] = xalloc(n, sizeof **s->said);
	s->score = xalloc(n, sizeof *s->score);
	s->table = xalloc(n + 2 * TREES_ROWS, DEBOIL_COLUMNS);
	memset(s->weight, 0, n * sizeof *s->weight);
	memset(s->heard, 0, n * sizeof *s->heard);
	memset(s->label, 0, n);
	memset(s->table, 0, (n + 2 * TREES_ROWS) * DEBOIL_COLUMNS);
	for (size_t i = 0; i < s->pages; i++) {
		struct page *p = &s->page[i];

		for (size_t r = 0; r < p->d.rows; r++) {
			s->label[p->row + r] = p->label[r] == 1;
			s->weight[p->row + r] = p->fold == NOT_TRAINED
			    || p->label[r] == 2 ? 0 : weight_of(s, p, r)
			    * (p->brief ? 0.25f : p->copy ? 0.5f : 1);
			s->heard[p->row + r] = p->made ? 0
			    : s->weight[p->row + r];
			s->site[p->row + r] = p->site;
			s->fold[p->row + r] = p->fold;
		}
	}
	copy_keys(s);
}

static uint8_t *
column(const struct set *s, unsigned c)
{
	return s->table + c * (s->rows + TREES_ROWS) + TREES_ROWS / 2;
}

/* Scores by row of the set, of words or of trees, to the features of pages. */
static void
fill_table(struct set *s, int pass)
{
	for (size_t i = 0; i < s->pages; i++) {
		struct page *p = &s->page[i];

		if (pass == 1)
			deboil_features_words(&p->d, s->said[0] + p->row,
			    s->said[1] + p->row);
		else
			deboil_features_scores(&p->d, s->score + p->row);
		for (unsigned c = 0; c < DEBOIL_COLUMNS; c++)
			if (p->d.table_cap >= (c + 1) * p->d.room)
				memcpy(column(s, c) + p->row, p->d.table
				    + c * p->d.room + DEBOIL_PAD, p->d.rows);
	}
}

/* ---- training: fold FOLDS is "all sites" ---- */

static float *
weights_without(const struct set *s, unsigned fold)
{
	float *w = xalloc(s->rows, sizeof *w);

	for (size_t i = 0; i < s->rows; i++)
		w[i] = s->heard[i] > 0 && s->fold[i] != fold ? s->heard[i]
		    : 0;
	return w;
}

static void
admit_words(struct set *s, int kind)
{
	struct linear l = { s->rows, s->keys[kind], s->first[kind], s->label,
	    s->heard, s->site };

	linear_admit(&l, s->checks[kind]);
}

static void
train_words(struct set *s, int kind, unsigned fold, uint8_t *table)
{
	const uint8_t *checks = s->checks[kind];
	float *weight = weights_without(s, fold);
	struct linear l = { s->rows, s->keys[kind], s->first[kind], s->label,
	    weight, s->site };

	linear_train(&l, checks, table);
	for (size_t i = 0; i < s->rows; i++)
		if (s->fold[i] == fold)
			s->said[kind][i] = deboil_say((const int8_t *)table,
			    s->keys[kind] + s->first[kind][i],
			    s->first[kind][i + 1] - s->first[kind][i]);
	free(weight);
}

/* One of the models whose mean counts; the scores of a fold are added up. */
static void
add_model(struct set *s, const struct boost *b, unsigned fold, uint8_t *out)
{
	int32_t *score = xalloc(s->rows, sizeof *score);

	boost_fold(b, s->fold, fold, out, score);
	for (size_t i = 0; i < s->rows; i++)
		if (s->fold[i] == fold)
			s->score[i] = score[i] + (b->dice > 0 ? s->score[i] : 0);
	free(score);
}

static void
train_trees(struct set *s, int pass, unsigned fold, uint8_t *out)
{
	struct deboil_question q[DEBOIL_QUESTIONS];
	const uint8_t *columns[DEBOIL_QUESTIONS];
	size_t n = deboil_questions(s->html, pass, q);
	bool fine = s->html && pass == 2;
	struct boost b = { s->rows, n, columns, s->label, s->weight,
	    pass == 1 ? DEBOIL_FIRST : fine ? DEBOIL_HTML_SECOND : DEBOIL_SECOND,
	    fine ? HTML_RATE : RATE, SHARE, true, 0 };
	int bag = s->html ? DEBOIL_BAG : 1;

	for (size_t i = 0; i < n; i++)
		columns[i] = column(s, q[i].column) + q[i].shift;
	for (; b.dice < (unsigned)bag; b.dice++)
		add_model(s, &b, fold, out
		    + b.dice * (size_t)b.trees * TREES_BYTES);
	for (size_t i = 0; i < s->rows; i++)
		if (s->fold[i] == fold)
			s->score[i] /= bag;
}

/* ---- figures ---- */

static void
add_lines(struct buf *b, struct str text, struct map *not)
{
	for (size_t i = 0; i < text.n;) {
		const char *nl = memchr(text.p + i, '\n', text.n - i);
		size_t end = nl != NULL ? (size_t)(nl - text.p) : text.n;
		struct str line = chars_trim(str_cut(text, i, end));

		i = end + 1;
		if (not != NULL && map_get(not, page_bare(line)) != NULL)
			continue;
		buf_put(b, line);
		buf_char(b, '\n');
	}
}

static void
write_kept(const char *dir, const char *id, struct str text)
{
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s.txt", dir, id);
	if ((f = fopen(path, "w")) == NULL)
		diee("%s", path);
	fwrite(text.p, 1, text.n, f);
	fclose(f);
}

/* What a pass says, told to the blocks. */
static void
note_scores(struct set *s)
{
	for (size_t i = 0; i < s->pages; i++) {
		struct page *p = &s->page[i];
		int32_t *score = s->score + p->row;

		if (p->copy)
			continue;
		deboil_even(&p->d, score);
		for (size_t r = 0; r < p->d.rows; r++)
			deboil_note(&p->d, r, score[r]);
	}
}

static void
measure_page(struct measure *m, const struct set *s, struct page *p)
{
	struct buf kept = { 0 }, truth = { 0 };
	size_t hit = 0, n = 0, all = 0;
	struct map *not = s->html && !s->untitled ? NULL : &p->titles;

	deboil_note_heads(&p->d);
	deboil_judge(&p->d);
	for (size_t r = 0; r < p->d.rows; r++) {
		const struct deboil_block *b =
		    &p->d.blocks[p->d.shapes[r].block];

		if (b->keep)
			add_lines(&kept, b->text, not);
		if (p->skip[r])
			continue;
		hit += b->keep && p->label[r] == 1;
		n += b->keep;
		all += p->label[r] == 1;
	}
	if (s->kept != NULL && !s->untitled && p->d.opts.threshold == 0
	    && p->d.opts.prose_bar == 0)
		write_kept(s->kept, p->id, buf_str(&kept));
	add_lines(&truth, buf_str(&p->gold), not);
	if (!s->html)
		measure_lines(m, hit, n, all);
	measure_text(m, buf_str(&kept), buf_str(&truth));
	buf_free(&kept);
	buf_free(&truth);
}

static void
report(struct set *s, const char *name, int32_t threshold, int32_t bar)
{
	static const char *const sources[] = { "sh", "wx", "fe", "ft", "dn" };
	struct measure all = { 0 }, by[5] = { { 0 } };
	char label[64];

	for (size_t i = 0; i < s->pages; i++) {
		struct page *p = &s->page[i];

		if (p->copy || (!s->html && !p->lines_known))
			continue;
		p->d.opts.threshold = threshold;
		p->d.opts.prose_bar = bar;
		if (p->fold != NOT_TRAINED)
			measure_page(&all, s, p);
		for (int k = 0; k < 5; k++)
			if (strncmp(p->id, sources[k], 2) == 0)
				measure_page(&by[k], s, p);
	}
	snprintf(label, sizeof label, "%s %d %d", name, threshold, bar);
	measure_print(&all, label);
	for (int k = 0; k < 5; k++) {
		snprintf(label, sizeof label, "  %s", sources[k]);
		if ((threshold == 0 && bar == 0) || k == 4)
			measure_print(&by[k], label);
	}
}

/* ---- */

static void
train(struct set *s, uint8_t *out)
{
	uint8_t *second = out + DEBOIL_TABLES
	    + (s->html ? DEBOIL_BAG : 1) * DEBOIL_FIRST * TREES_BYTES;

	for (int kind = 0; kind <= s->html; kind++)
		admit_words(s, kind);
	for (unsigned f = 0; f <= FOLDS; f++) {
		train_words(s, 0, f, out);
		if (s->html)
			train_words(s, 1, f, out + DEBOIL_TABLES / 2);
	}
	fill_table(s, 1);
	for (unsigned f = 0; f <= FOLDS; f++)
		train_trees(s, 1, f, out + DEBOIL_TABLES);
	fill_table(s, 2);
	note_scores(s);
	report(s, "first pass", 0, 0);
	for (unsigned f = 0; f <= FOLDS; f++)
		train_trees(s, 2, f, second);
	note_scores(s);
	if (!s->html) {
		report(s, "no runs", 0, 0);
		runs_train(s->page, s->pages, out + DEBOIL_WEIGHTS);
	}
	for (int32_t t = -64; t <= 64; t += 64)
		for (int32_t bar = -128; bar <= 0; bar += 128)
			report(s, "second", t, bar);
	s->untitled = true;
	if (s->html)
		report(s, "untitled", 0, 0);
}

int
main(int argc, char *argv[])
{
	static uint8_t out[DEBOIL_HTML_WEIGHTS];
	static struct set s;

	progname = "train/deboil";
	if (argc < 4)
		diex("usage: deboil text|html DIR OUT [KEPT]");
	s.html = strcmp(argv[1], "html") == 0;
	s.kept = argv[4];
	s.page = pages_load(argv[2], s.html, &s.pages);
	lay_out(&s);
	printf("%zu pages, %zu rows\n", s.pages, s.rows);
	train(&s, out);
	weights_write(argv[3],
	    "# Words and boosted trees of desk/deboil, by common/train/deboil.c\n"
	    "# from scrapinghub article-extraction-benchmark (MIT), WCXB articles\n"
	    "# (CC BY 4.0), fundus-evaluation (MIT), Fundus tests (MIT). DAnIEL\n"
	    "# pages were not used.\n",
	    out, s.html ? DEBOIL_HTML_WEIGHTS : DEBOIL_TEXT_WEIGHTS);
	return 0;
}
