/*
 * train/ner -- makes common/data/ner.weights from token files (TOKEN TAB BIO,
 * blank line between sentences):
 *
 *	ner DIR OUT
 *
 * DIR holds worldwide docred crossner gum_heur uner_ewt_dev wnut17 btc gmb
 * .tsv. Averaged perceptron, greedy, on its own history. Sets that mark no
 * MISC do not teach O where MISC is guessed. A part of the sentences is seen
 * again in capitals or title case, as headlines are.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "desk/ner.h"
#include "text/chars.h"
#include "train/weights.h"

enum { EPOCHS = 5 };

/* share: of sentences seen in an epoch (GMB is silver, tweets are not news). */
static const struct corpus {
	const char *name;
	bool no_misc;
	unsigned share;		/* of 100 */
} corpora[] = {
	{ "worldwide", false, 100 }, { "docred", false, 100 },
	{ "crossner", false, 100 }, { "gum_heur", false, 50 },
	{ "uner_ewt_dev", true, 100 }, { "wnut17", false, 50 },
	{ "btc", true, 50 }, { "gmb", false, 20 },
};

struct model {
	float *w, *sum;
	unsigned *when;
	unsigned now;
};

struct sentence {
	size_t first, n;
	bool no_misc;
	unsigned share;
};

struct data {
	struct buf text;
	size_t *at;		/* offsets of words in text */
	uint8_t *label;
	size_t n, cap, lcap;
	struct sentence *s;
	size_t ns, scap;
};

static uint64_t state = 0x2545f4914f6cdd1d;

static unsigned
below(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)((state >> 33) % n);
}

static uint8_t
parse_label(const char *s)
{
	static const char *const names[] = { "O", "B-PER", "I-PER", "B-ORG",
	    "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC" };

	for (uint8_t l = 0; l < NER_LABELS; l++)
		if (strcmp(s, names[l]) == 0)
			return l;
	return NER_O;
}

static void
add_word(struct data *d, const char *word, uint8_t label)
{
	d->at = xgrow(d->at, &d->cap, d->n + 1, sizeof *d->at);
	d->label = xgrow(d->label, &d->lcap, d->n + 1, 1);
	d->at[d->n] = d->text.n;
	d->label[d->n++] = label;
	buf_put(&d->text, str_of(word));
	buf_char(&d->text, ' ');
}

static void
end_sentence(struct data *d, size_t first, const struct corpus *c)
{
	if (d->n == first)
		return;
	d->s = xgrow(d->s, &d->scap, d->ns + 1, sizeof *d->s);
	d->s[d->ns++] = (struct sentence){ first, d->n - first, c->no_misc,
	    c->share };
}

static void
load(struct data *d, const char *dir, const struct corpus *c)
{
	char line[4096], path[1024], *word, *label;
	size_t first = d->n;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s.tsv", dir, c->name);
	if ((f = fopen(path, "r")) == NULL)
		diee("%s", path);
	while (fgets(line, sizeof line, f) != NULL) {
		word = strtok(line, "\t\n");
		label = word != NULL ? strtok(NULL, "\t\n") : NULL;
		if (word == NULL || strcmp(word, "-DOCSTART-") == 0) {
			end_sentence(d, first, c);
			first = d->n;
		} else if (label != NULL) {
			add_word(d, word, parse_label(label));
		}
	}
	end_sentence(d, first, c);
	fclose(f);
}

static void
settle(struct model *m, size_t i)
{
	m->sum[i] += m->w[i] * (float)(m->now - m->when[i]);
	m->when[i] = m->now;
}

static void
update(struct model *m, const uint32_t *rows, int k, unsigned gold, unsigned got)
{
	for (int f = 0; f < k; f++) {
		size_t g = (size_t)rows[f] * NER_LABELS + gold;
		size_t x = (size_t)rows[f] * NER_LABELS + got;

		settle(m, g);
		settle(m, x);
		m->w[g] += 1;
		m->w[x] -= 1;
	}
}

static unsigned
guess(const struct model *m, const uint32_t *rows, int k, unsigned before)
{
	float score[NER_LABELS] = { 0 }, best = -1e30f;
	unsigned got = 0;

	for (int f = 0; f < k; f++)
		for (int l = 0; l < NER_LABELS; l++)
			score[l] += m->w[(size_t)rows[f] * NER_LABELS
			    + (size_t)l];
	for (unsigned l = 0; l < NER_LABELS; l++)
		if ((l == NER_O || l % 2 == 1 || before == l || before == l - 1)
		    && score[l] > best) {
			best = score[l];
			got = l;
		}
	return got;
}

static void
learn(struct model *m, struct ner_word *w, const struct sentence *s,
    const uint8_t *label)
{
	unsigned before = NER_O, before2 = NER_O;
	uint32_t rows[NER_FEATURES];

	ner_prepare(w, s->n);
	for (size_t i = 0; i < s->n; i++) {
		unsigned got = NER_O, gold = label[i];

		m->now++;
		if (w[i].scored) {
			int k = ner_features(w, s->n, i, before, before2, rows);

			got = guess(m, rows, k, before);
			/* "I-" may come first in some files. */
			if (gold != NER_O && gold % 2 == 0
			    && before != gold && before != gold - 1)
				gold--;
			if (got != gold && !(s->no_misc && gold == NER_O
			    && got >= NER_B_MISC))
				update(m, rows, k, gold, got);
		}
		before2 = before;
		before = got;
	}
}

/* 0: as it is; 1: in capitals; 2: every word with a capital. */
static void
set_words(const struct data *d, const struct sentence *s, unsigned how,
    struct buf *copy, struct ner_word *w)
{
	size_t from = d->at[s->first];
	size_t end = s->first + s->n < d->n ? d->at[s->first + s->n]
	    : d->text.n;

	copy->n = 0;
	buf_put(copy, str_cut(buf_str(&d->text), from, end));
	for (size_t i = 0; i < s->n; i++) {
		size_t at = d->at[s->first + i] - from;
		size_t next = (i + 1 < s->n ? d->at[s->first + i + 1]
		    : end) - from;

		w[i] = (struct ner_word){ .text = { copy->p + at,
		    next - 1 - at }, .breaks = i == 0 };
		for (size_t k = at; k < next; k++)
			if (byte_is_lower(copy->p[k])
			    && (how == 1 || (how == 2 && k == at)))
				copy->p[k] = (char)(copy->p[k] - 32);
	}
}

static void
epoch(struct model *m, const struct data *d, size_t *order)
{
	struct buf copy = { 0 };
	struct ner_word *w = NULL;
	size_t cap = 0;

	for (size_t i = d->ns; i > 1; i--) {
		size_t j = below((unsigned)i), t = order[i - 1];

		order[i - 1] = order[j];
		order[j] = t;
	}
	for (size_t i = 0; i < d->ns; i++) {
		const struct sentence *s = &d->s[order[i]];
		unsigned r = below(100);

		if (below(100) >= s->share)
			continue;
		w = xgrow(w, &cap, s->n, sizeof *w);
		set_words(d, s, r < 6 ? 1 : r < 12 ? 2 : 0, &copy, w);
		learn(m, w, s, d->label + s->first);
	}
	free(w);
	buf_free(&copy);
}

static void
write_model(struct model *m, const char *path)
{
	size_t n = (size_t)NER_ROWS * NER_LABELS;
	uint8_t *q = xalloc(n, 1);
	double most = 0, scale;

	for (size_t i = 0; i < n; i++) {
		settle(m, i);
		m->sum[i] /= (float)m->now;
		most += fabs((double)m->sum[i]) * fabs((double)m->sum[i]);
	}
	/* Weights rarely go beyond a dozen of their root mean square. */
	scale = 127 / (16 * sqrt(most / (double)n) + 1e-9);
	if (scale > 16)
		scale = 16;
	for (size_t i = 0; i < n; i++) {
		double v = floor((double)m->sum[i] * scale + 0.5);

		q[i] = (uint8_t)(int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
	}
	printf("scale %.2f\n", scale);
	weights_write(path,
	    "# Name tagger of desk/ner: 2^18 rows of 9 labels, averaged\n"
	    "# perceptron, by common/train/ner.c, from worldwide newspapers\n"
	    "# (public research corpus), Re-DocRED and CrossNER (MIT), GUM part\n"
	    "# (CC BY), UNER-EWT (CC BY-SA), WNUT17 and Broad Twitter (CC BY\n"
	    "# 4.0), GMB (public-domain texts, silver).\n",
	    q, n);
	free(q);
}

int
main(int argc, char *argv[])
{
	size_t n = (size_t)NER_ROWS * NER_LABELS;
	struct model m = { xalloc(n, sizeof *m.w), xalloc(n, sizeof *m.sum),
	    xalloc(n, sizeof *m.when), 0 };
	struct data d = { .n = 0 };
	size_t *order;

	progname = "train/ner";
	if (argc != 3)
		diex("usage: ner DIR OUT");
	for (size_t i = 0; i < sizeof corpora / sizeof *corpora; i++)
		load(&d, argv[1], &corpora[i]);
	printf("%zu words, %zu sentences\n", d.n, d.ns);
	order = xalloc(d.ns, sizeof *order);
	for (size_t i = 0; i < d.ns; i++)
		order[i] = i;
	for (int e = 0; e < EPOCHS; e++)
		epoch(&m, &d, order);
	write_model(&m, argv[2]);
	return 0;
}
