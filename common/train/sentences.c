/*
 * train/sentences -- makes common/data/sentences.weights:
 *
 *	sentences DIR OUT [FOLD]
 *
 * DIR holds the corpora below (see texts.h). Logistic regression by AdaGrad over
 * the places the rules of desk/sentences leave open. With FOLD, 0 to 4, every
 * fifth paragraph (or page) is held out and measured, with 5 and more a whole
 * corpus; nothing is written. All arithmetic
 * is IEEE doubles in a fixed order, so that the weights are the same anywhere.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "desk/sentences_list.h"
#include "desk/sentences_model.h"
#include "text/chars.h"
#include "train/dice.h"
#include "train/texts.h"
#include "train/weights.h"

/*
 * Chosen by the held-out folds. Golden cases are few and made to show a rule
 * each, so they count more; Brown's habits (1961) count less.
 */
enum { EPOCHS = 12, FOLDS = 5, RARE = 4, RECALL = 30 };
static const double rate = 0.1, decay = 1e-3;

/*
 * Of a thousand places without a stop the light model lets so many through:
 * what they cost. 100 would find 4 of a hundred ends more in web text and 15
 * headings more in news (held out), and take a quarter more time.
 */
enum { PASSING = 52 };

static const struct corpus {
	const char *name;
	double weight;
	bool bare;	/* its sentences hold several: nothing said of stops */
} corpora[] = {
	{ "sentences/train/en_ewt_train", 1, false },
	{ "sentences/dev/en_ewt_dev", 1, false },
	{ "sentences/dev/en_legal_dev", 0.7, false },
	{ "sentences/dev/en_brown_dev", 0.5, false },
	{ "entities/train/worldwide.tsv", 1, true },
	{ "deboil", 0.1, true },
	{ "sentences/golden.jsonl", 2, false },
};
enum { CORPORA = sizeof corpora / sizeof *corpora };

struct instance {
	size_t first;		/* of its rows */
	int n, prior;
	uint16_t light[SENTENCES_LIGHTS];
	bool bare;
	bool ends, held;
	size_t corpus;
};

struct tally {
	size_t right, wrong, missed, sure_wrong, sure_missed;
};

struct trainer {
	struct instance *at;
	size_t n, cap;
	uint16_t *rows;
	size_t nrows, rows_cap, *order;
	uint64_t dice;
	double *w, *squares, *light, *light_squares;
	double bias, bias_squares;	/* of the light model: in its threshold */
	int threshold;
	uint32_t *often;	/* rows: in how many instances */
	uint32_t (*seen)[4];	/* by word: lower, upper, with a stop, without */
	int8_t words[SENTENCES_WORDS];
	int fold;
	size_t unit;		/* texts, or paragraphs of one text */
	struct tally tally[CORPORA];
};

/* ---- how words are written ---- */

static uint32_t *
seen(struct trainer *t, struct str w)
{
	return t->seen[sentences_word_row(w)];
}

static void
count_words(struct trainer *t, struct str raw)
{
	bool after_stop = true;

	for (size_t i = 0, end; i < raw.n; i = end + 1) {
		struct str token, w;

		for (end = i; end < raw.n && !byte_is_space(raw.p[end]); end++)
			;
		token = str_cut(raw, i, end);
		w = sentences_core(token);
		if (w.n > 0) {
			bool stop = token.p[token.n - 1] == '.';

			if (byte_is_lower(w.p[0]))
				seen(t, w)[0]++;
			else if (byte_is_upper(w.p[0]) && !after_stop)
				seen(t, w)[1]++;
			seen(t, w)[stop ? 2 : 3]++;
		}
		if (token.n > 0)
			after_stop = strchr(".!?:\")", token.p[token.n - 1])
			    != NULL;
	}
}

static void
settle_words(struct trainer *t)
{
	for (size_t i = 0; i < SENTENCES_WORDS; i++) {
		const uint32_t *c = t->seen[i];
		uint32_t cased = c[0] + c[1], all = c[2] + c[3];
		int next = cased == 0 ? 0 : c[0] * 10 > cased * 9 ? 1
		    : c[0] * 10 < cased ? 2 : 3;
		int dotted = all < 2 ? 0 : c[2] * 10 > all * 9 ? 4
		    : c[2] * 2 > all ? 3 : c[2] * 100 > all * 15 ? 2 : 1;

		t->words[i] = (int8_t)(next | dotted << 2);
	}
}

/* ---- instances ---- */

static void
add_instance(struct trainer *t, const struct sentences *s, size_t i,
    const struct gap *g)
{
	uint16_t rows[SENTENCES_FEATURES];
	int n = sentences_features(s, g, rows);

	t->at = xgrow(t->at, &t->cap, t->n + 1, sizeof *t->at);
	t->rows = xgrow(t->rows, &t->rows_cap, t->nrows + (size_t)n,
	    sizeof *t->rows);
	memcpy(t->rows + t->nrows, rows, (size_t)n * sizeof *rows);
	t->at[t->n++] = (struct instance){ .first = t->nrows, .n = n,
	    .prior = sentences_prior(g),
	    .bare = g->kind == NO_STOP };
	if (g->kind == NO_STOP)
		sentences_light_rows(s, i, t->at[t->n - 1].light);
	t->nrows += (size_t)n;
}

/* What stands at i, if a sentence may end there. */
static bool
look(struct sentences *s, size_t i, struct gap *g)
{
	size_t n;

	if (sentences_stop(s->text, i, &n) != NO_STOP) {
		sentences_look(s, i, g);
		return true;
	}
	if (!byte_is_space(s->text.p[i])
	    || !sentences_is_gap(s->text, i, s->list.style != 0))
		return false;
	sentences_look_bare(s, i, g);
	return g->end != s->refused && g->end > s->begin;
}

static void
begin_at(struct sentences *s, size_t i)
{
	s->begin = i;
	sentences_list_begin(s);
}

static void
tally_sure(struct trainer *t, size_t corpus, const struct gap *g, bool ends)
{
	struct tally *y = &t->tally[corpus];

	if (g->verdict == ENDS && ends)
		y->right++;
	else if (g->verdict == ENDS)
		y->sure_wrong++;
	else if (ends)
		y->sure_missed++;
}

static bool
is_held(const struct trainer *t, size_t corpus)
{
	return t->fold < FOLDS ? (int)(t->unit % FOLDS) == t->fold
	    : (int)corpus == t->fold - FOLDS;
}

static void
walk(struct trainer *t, struct sentences *s, size_t corpus, const bool *ends)
{
	bool held = is_held(t, corpus);
	struct str x = s->text;

	s->line = s->refused = 0;
	begin_at(s, 0);
	for (size_t i = 0; i < x.n; i++) {
		struct gap g;

		if (look(s, i, &g) && g.end < x.n) {
			bool label = ends[g.end];

			if (corpora[corpus].bare && g.kind != NO_STOP)
				label = g.verdict >= LIKELY;
			else if (g.verdict == LIKELY || g.verdict == UNLIKELY) {
				add_instance(t, s, i, &g);
				t->at[t->n - 1].ends = label;
				t->at[t->n - 1].corpus = corpus;
				t->at[t->n - 1].held = held;
			} else if (held) {
				tally_sure(t, corpus, &g, label);
			}
			s->refused = g.end;
			i = g.end > i ? g.end - 1 : i;
			if (label)
				begin_at(s, g.end);
		} else if (ends[i] && i > s->begin) {
			if (held && i + 1 < x.n && byte_is_space(x.p[i]))
				t->tally[corpus].sure_missed++;
			begin_at(s, i);
		}
	}
}

/* A paragraph ends at an empty line, and at a line where gold ends. */
static void
walk_text(struct trainer *t, struct sentences *s, size_t corpus,
    struct str raw, const bool *ends)
{
	size_t from = 0;

	for (size_t i = 0; i <= raw.n; i++) {
		if (i < raw.n && !(raw.p[i] == '\n' && (ends[i]
		    || (i + 1 < raw.n && raw.p[i + 1] == '\n'))))
			continue;
		s->text = str_cut(raw, from, i);
		t->unit += i > from && !corpora[corpus].bare;
		if (i > from)
			walk(t, s, corpus, ends + from);
		from = i + 1;
	}
}

static void
count_texts(struct trainer *t, const char *dir)
{
	struct texts x;

	for (size_t i = 0; i < CORPORA; i++) {
		texts_open(&x, dir, corpora[i].name);
		while (texts_next(&x))
			count_words(t, x.raw);
		texts_close(&x);
	}
	settle_words(t);
	sentences_model_words(t->words);
}

static void
add_texts(struct trainer *t, const char *dir)
{
	struct sentences_opts opts = { .newline = SENTENCES_SPACE };
	struct sentences s;
	struct texts x;

	sentences_open(&s, &opts);
	s.last = true;
	for (size_t i = 0; i < CORPORA; i++) {
		texts_open(&x, dir, corpora[i].name);
		for (; texts_next(&x); t->unit++)
			walk_text(t, &s, i, x.raw, x.ends);
		texts_close(&x);
	}
	sentences_close(&s);
}

/* ---- learning ---- */

/* e to the x from products alone: libm differs between systems. */
static double
exponential(double x)
{
	double y = 1 + x / 1024;

	if (x < -40)
		return 0;
	for (int i = 0; i < 10; i++)
		y *= y;
	return y;
}

static double
score(const struct trainer *t, const struct instance *x)
{
	double sum = (double)x->prior / SENTENCES_SCALE;

	for (int i = 0; i < x->n; i++)
		sum += t->w[t->rows[x->first + (size_t)i]];
	return sum;
}

static void
learn(struct trainer *t, const struct instance *x)
{
	double z = score(t, x), p, g;

	p = z >= 0 ? 1 / (1 + exponential(-z))
	    : exponential(z) / (1 + exponential(z));
	g = (p - (x->ends ? 1 : 0)) * corpora[x->corpus].weight;
	for (int i = 0; i < x->n; i++) {
		size_t r = t->rows[x->first + (size_t)i];
		double d = g + decay * t->w[r];

		if (t->often[r] < RARE)
			continue;
		t->squares[r] += d * d;
		t->w[r] -= rate * d / sqrt(t->squares[r] + 1e-6);
	}
}

/* What stands in a handful of places alone is learnt by heart: left out. */
static void
count_rows(struct trainer *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (int k = 0; k < t->at[i].n && !t->at[i].held; k++)
			t->often[t->rows[t->at[i].first + (size_t)k]]++;
}

/* As the weights will be: whole numbers. */
static int
rounded(double w)
{
	double v = floor(w * SENTENCES_SCALE + 0.5);

	return (int)(v > 127 ? 127 : v < -127 ? -127 : v);
}

static bool
finds(const struct trainer *t, const struct instance *x)
{
	int sum = x->prior;

	for (int i = 0; i < x->n; i++)
		sum += rounded(t->w[t->rows[x->first + (size_t)i]]);
	return sum > SENTENCES_ENOUGH;
}

/* ---- the light model: must not lose what the whole one would find ---- */

static double
light_score(const struct trainer *t, const struct instance *x)
{
	double sum = t->bias;

	for (int i = 0; i < SENTENCES_LIGHTS; i++)
		sum += t->light[x->light[i]];
	return sum;
}

static void
learn_light(struct trainer *t, const struct instance *x)
{
	double z = light_score(t, x), g;

	g = z >= 0 ? 1 / (1 + exponential(-z))
	    : exponential(z) / (1 + exponential(z));
	g = (x->ends ? (g - 1) * RECALL : g) * corpora[x->corpus].weight;
	t->bias_squares += g * g;
	t->bias -= rate * g / sqrt(t->bias_squares + 1e-6);
	for (int i = 0; i < SENTENCES_LIGHTS; i++) {
		size_t r = x->light[i];
		double d = g + decay * t->light[r];

		t->light_squares[r] += d * d;
		t->light[r] -= rate * d / sqrt(t->light_squares[r] + 1e-6);
	}
}

static int
light_sum(const struct trainer *t, const struct instance *x)
{
	int sum = 0;

	for (int i = 0; i < SENTENCES_LIGHTS; i++)
		sum += rounded(t->light[x->light[i]]);
	return sum;
}

/* The whole model finds an end there, and what it learnt from. */
static bool
must_pass(const struct trainer *t, const struct instance *x)
{
	return x->bare && x->ends && !x->held && finds(t, x);
}

/* The lowest threshold that lets no more through than that. */
static void
choose_threshold(struct trainer *t)
{
	size_t ends = 0, lost = 0, passed = 0, all = 0;

	for (size_t i = 0; i < t->n; i++)
		all += t->at[i].bare && !t->at[i].held;
	for (t->threshold = -128; t->threshold < 127; t->threshold++) {
		passed = 0;
		for (size_t i = 0; i < t->n; i++)
			passed += t->at[i].bare && !t->at[i].held
			    && light_sum(t, &t->at[i]) >= t->threshold;
		if (passed * 1000 <= all * PASSING)
			break;
	}
	for (size_t i = 0; i < t->n; i++) {
		ends += must_pass(t, &t->at[i]);
		lost += must_pass(t, &t->at[i])
		    && light_sum(t, &t->at[i]) < t->threshold;
	}
	printf("light: %zu of %zu places pass, %zu of %zu ends lost\n",
	    passed, all, lost, ends);
}

static void
epoch(struct trainer *t)
{
	dice_shuffle(&t->dice, t->order, t->n);
	for (size_t i = 0; i < t->n; i++) {
		const struct instance *x = &t->at[t->order[i]];

		if (x->held)
			continue;
		learn(t, x);
		if (x->bare)
			learn_light(t, x);
	}
}

static void
measure(struct trainer *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct instance *x = &t->at[i];
		struct tally *y = &t->tally[x->corpus];
		bool ends = finds(t, x) && (!x->bare
		    || light_sum(t, x) >= t->threshold);

		if (!x->held)
			continue;
		y->right += ends && x->ends;
		y->wrong += ends && !x->ends;
		y->missed += !ends && x->ends;
	}
	for (size_t i = 0; i < CORPORA; i++) {
		const struct tally *y = &t->tally[i];
		double wrong = (double)(y->wrong + y->sure_wrong);
		double missed = (double)(y->missed + y->sure_missed);
		double right = (double)y->right;

		printf("%-20s F1 %.2f, %zu right, wrong %zu + %zu, "
		    "missed %zu + %zu\n", corpora[i].name,
		    200 * right / (2 * right + wrong + missed), y->right,
		    y->wrong, y->sure_wrong, y->missed, y->sure_missed);
	}
}

static void
write_model(const struct trainer *t, const char *path)
{
	static uint8_t bytes[SENTENCES_ROWS + SENTENCES_WORDS
	    + SENTENCES_LIGHT + 1], *light = bytes + SENTENCES_ROWS
	    + SENTENCES_WORDS;

	for (size_t i = 0; i < SENTENCES_ROWS; i++)
		bytes[i] = (uint8_t)(int8_t)rounded(t->w[i]);
	memcpy(bytes + SENTENCES_ROWS, t->words, SENTENCES_WORDS);
	for (size_t i = 0; i < SENTENCES_LIGHT; i++)
		light[i] = (uint8_t)(int8_t)rounded(t->light[i]);
	light[SENTENCES_LIGHT] = (uint8_t)(int8_t)t->threshold;
	weights_write(path,
	    "# Sentence ends of desk/sentences: 2^16 weights, 2^15 bytes on\n"
	    "# how words are written, 3 * 2^12 weights of the light model and its\n"
	    "# threshold, by common/train/sentences.c, from EWT (CC BY-SA 4.0),\n"
	    "# MultiLegalSBD (CC BY 4.0), Brown (may be redistributed),\n"
	    "# worldwide newspapers (public research corpus), pages of WCXB\n"
	    "# (CC BY 4.0), scrapinghub and Fundus (MIT), Golden Rules (MIT).\n",
	    bytes, sizeof bytes);
}

int
main(int argc, char *argv[])
{
	static struct trainer t;

	progname = "train/sentences";
	if (argc != 3 && argc != 4)
		diex("usage: sentences DIR OUT [FOLD]");
	t.dice = DICE_SEED;
	t.fold = argc == 4 ? atoi(argv[3]) : -1;
	t.w = xalloc(SENTENCES_ROWS, sizeof *t.w);
	t.squares = xalloc(SENTENCES_ROWS, sizeof *t.squares);
	t.light = xalloc(SENTENCES_LIGHT, sizeof *t.light);
	t.light_squares = xalloc(SENTENCES_LIGHT, sizeof *t.light_squares);
	t.seen = xalloc(SENTENCES_WORDS, sizeof *t.seen);
	count_texts(&t, argv[1]);
	add_texts(&t, argv[1]);
	t.often = xalloc(SENTENCES_ROWS, sizeof *t.often);
	count_rows(&t);
	t.order = xalloc(t.n, sizeof *t.order);
	for (size_t i = 0; i < t.n; i++)
		t.order[i] = i;
	printf("%zu places\n", t.n);
	for (int e = 0; e < EPOCHS; e++)
		epoch(&t);
	choose_threshold(&t);
	if (t.fold >= 0)
		measure(&t);
	else
		write_model(&t, argv[2]);
	return 0;
}
