/*
 * train/deboil -- makes common/data/deboil-{text,html}.weights from labelled
 * pages: DIR/MANIFEST.tsv, ID.txt, ID.labels, ID.html.gz.
 *
 *	deboil text|html DIR OUT [FOLDS]
 *
 * With FOLDS it also trains on all sites but every FOLDS-th and prints line F1
 * on those. Pages of the DAnIEL corpus (dn) are never trained on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/hash.h"
#include "desk/deboil_parts.h"
#include "desk/trees.h"
#include "text/chars.h"
#include "train/boost.h"
#include "train/weights.h"

enum { TREES = 72 };

/* The trainer needs the engine's features, not its weights. */
static const double RATE = 0.25;

struct set {
	uint8_t *columns[DEBOIL_FEATURES];
	uint8_t *label;
	float *weight;
	unsigned *site, *page;
	size_t n, cap;
};

static struct buf
read_all(FILE *f)
{
	struct buf b = { 0 };
	size_t n;

	do {
		buf_reserve(&b, 65536);
		n = fread(b.p + b.n, 1, b.cap - b.n, f);
		b.n += n;
	} while (n > 0);
	return b;
}

static struct buf
read_file(const char *dir, const char *id, const char *suffix)
{
	char path[1024];
	struct buf b;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s%s", dir, id, suffix);
	if ((f = fopen(path, "r")) == NULL)
		diee("%s", path);
	b = read_all(f);
	fclose(f);
	return b;
}

static struct buf
read_gz(const char *dir, const char *id)
{
	char command[1100];
	struct buf b;
	FILE *f;

	snprintf(command, sizeof command, "gzip -dc '%s/%s.html.gz'", dir, id);
	if ((f = popen(command, "r")) == NULL)
		diee("gzip");
	b = read_all(f);
	pclose(f);
	return b;
}

static void
add_row(struct set *s, const uint8_t **columns, size_t i)
{
	if (s->n == s->cap) {
		size_t cap = s->cap ? s->cap * 2 : 65536;

		for (int f = 0; f < DEBOIL_FEATURES; f++)
			s->columns[f] = realloc(s->columns[f], cap);
		s->label = realloc(s->label, cap);
		s->weight = realloc(s->weight, cap * sizeof *s->weight);
		s->site = realloc(s->site, cap * sizeof *s->site);
		s->page = realloc(s->page, cap * sizeof *s->page);
		s->cap = cap;
	}
	for (int f = 0; f < DEBOIL_FEATURES; f++)
		s->columns[f][s->n] = columns[f][i];
	s->n++;
}

/* Lines of a page by their text: 1 boilerplate, 2 content. */
static void
label_lines(struct deboil *d, struct str labels, struct map *m)
{
	size_t at = 0;

	for (size_t i = 0; i < d->n && at < labels.n; i++, at += 2)
		if (d->blocks[i].text.n > 0)
			*map_put(m, d->blocks[i].text, NULL) =
			    labels.p[at] == '1' ? 2 : 1;
}

/*
 * Long lines count more, as figures are taken over words too, and lines of
 * long pages less, as they are taken over pages.
 */
static float
weight_of(const struct deboil *d, size_t i)
{
	double words = (double)d->blocks[i].text.n / 6;
	double w = 1 + (words < 48 ? words : 48) / 16;

	return (float)(w * 3 / (1 + (double)d->n / 200));
}

static void
add_page(struct set *s, struct deboil *d, const char *labels, struct map *known,
    unsigned site)
{
	const uint8_t *columns[DEBOIL_FEATURES];
	static unsigned page;

	deboil_features(d, columns);
	page++;
	for (size_t i = 0; i < d->n; i++) {
		uint32_t *k = NULL;

		if (d->blocks[i].text.n == 0)
			continue;
		if (known != NULL
		    && (k = map_get(known, d->blocks[i].text)) == NULL)
			continue;
		add_row(s, columns, i);
		s->label[s->n - 1] = k != NULL ? *k == 2
		    : labels[2 * i] == '1';
		s->weight[s->n - 1] = weight_of(d, i);
		s->site[s->n - 1] = site;
		s->page[s->n - 1] = page;
	}
}

static void
load_page(struct set *s, const char *dir, const char *id, unsigned site,
    bool html)
{
	struct deboil_opts opts = { 0 };
	struct deboil d;
	struct buf text = read_file(dir, id, ".txt");
	struct buf labels = read_file(dir, id, ".labels"), page;

	deboil_open(&d, &opts);
	deboil_lines(&d, buf_str(&text));
	if (2 * d.n > labels.n + 1)
		diex("%s: fewer labels than lines", id);
	if (html) {
		struct map known = { 0 };

		label_lines(&d, buf_str(&labels), &known);
		page = read_gz(dir, id);
		d.n = 0;
		arena_clear(&d.arena);
		deboil_html(&d, buf_str(&page));
		add_page(s, &d, NULL, &known, site);
		map_free(&known);
		buf_free(&page);
	} else {
		add_page(s, &d, labels.p, NULL, site);
	}
	deboil_close(&d);
	buf_free(&text);
	buf_free(&labels);
}

static void
load(struct set *s, const char *dir, bool html)
{
	struct buf b = read_file(dir, "MANIFEST", ".tsv");
	char *line = b.p, *end;

	buf_char(&b, '\0');
	line = strchr(b.p, '\n') + 1;
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		char *f[4] = { 0 };

		*end = '\0';
		f[0] = strtok(line, "\t");
		for (int i = 1; i < 4; i++)
			f[i] = strtok(NULL, "\t");
		load_page(s, dir, f[0], f[0][0] == 'd' && f[0][1] == 'n' ? 0
		    : 1 + (unsigned)(hash_bytes(str_of(f[3]), 1) % 1000003),
		    html);
	}
	buf_free(&b);
}

static void
train(struct set *s, uint8_t *out, unsigned folds)
{
	float *weight = xalloc(s->n, sizeof *weight);
	struct boost b = { .rows = s->n, .features = DEBOIL_FEATURES,
	    .columns = (const uint8_t **)s->columns, .label = s->label,
	    .weight = weight, .trees = TREES, .rate = RATE };

	for (size_t i = 0; i < s->n; i++)
		weight[i] = s->site[i] == 0
		    || (folds > 0 && s->site[i] % folds == 0)
		    ? 0 : s->weight[i];
	boost_train(&b, out);
	free(weight);
}

static void
report(struct set *s, const uint8_t *w, unsigned folds, bool dn)
{
	int32_t *score = xalloc(trees_room(s->n), sizeof *score);
	double tp = 0, np = 0, ng = 0;

	trees_score((const int8_t *)w, TREES * TREES_BYTES,
	    (const uint8_t *const *)s->columns, s->n, score);
	for (size_t i = 0; i < s->n; i++) {
		if (dn ? s->site[i] != 0
		    : s->site[i] == 0 || s->site[i] % folds != 0)
			continue;
		tp += score[i] > 0 && s->label[i];
		np += score[i] > 0;
		ng += s->label[i];
	}
	printf("%s: line P %.3f R %.3f F1 %.3f\n",
	    dn ? "dn" : "held-out sites", tp / np, tp / ng,
	    2 * tp / (np + ng));
	free(score);
}

int
main(int argc, char *argv[])
{
	static uint8_t out[TREES * TREES_BYTES];
	struct set s = { .n = 0 };
	unsigned folds = argc > 4 ? (unsigned)atoi(argv[4]) : 0;

	progname = "train/deboil";
	if (argc < 4)
		diex("usage: deboil text|html DIR OUT [FOLDS]");
	load(&s, argv[2], strcmp(argv[1], "html") == 0);
	printf("%zu rows\n", s.n);
	if (folds > 0) {
		train(&s, out, folds);
		report(&s, out, folds, false);
	}
	train(&s, out, 0);
	report(&s, out, folds, true);
	weights_write(argv[3],
	    "# Boosted trees of desk/deboil: 72 of depth 6, by\n"
	    "# common/train/deboil.c, from scrapinghub article-extraction-benchmark\n"
	    "# (MIT), WCXB articles (CC BY 4.0), fundus-evaluation (MIT), Fundus\n"
	    "# tests (MIT). DAnIEL pages were not used.\n",
	    out, sizeof out);
	return 0;
}
