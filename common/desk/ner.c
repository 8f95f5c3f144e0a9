#include "desk/ner.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_names, words_abbrev_en;
extern const int8_t weights_ner[];

enum {
	GAP = 3,	/* names have up to three words without a capital inside, */
	JOINING = 3,	/* of so many bytes */
	PHRASE = 5,	/* words of a listed name */
	LONGEST = 60,	/* bytes of it */
	KEPT = 1 << 16,	/* word types that stay from piece to piece */
	/* Chosen on the held-out documents of common/train/ner.c. */
	VOTES_WEIGHT = 4,	/* sixteenths */
	VOTE_MOST = 96		/* of one occurrence against a kind */
};

/* A step that must not be taken costs more than any score gives. */
enum { FORBIDDEN = -30000 };

void
ner_open(struct ner *ner, const int8_t *weights)
{
	*ner = (struct ner){ .weights = weights ? weights : weights_ner,
	    .votes_weight = VOTES_WEIGHT, .joining = JOINING };
	for (unsigned p = 0; p < NER_LABELS; p++)
		for (unsigned l = 0; l < NER_WIDTH; l++)
			ner->steps[p][l] = l < NER_LABELS
			    && ner_may_follow(l, p) ? ner->weights[NER_STEPS
			    + p * NER_WIDTH + l] : FORBIDDEN;
}

void
ner_close(struct ner *ner)
{
	free(ner->types);
	free(ner->slots);
	free(ner->sums);
	free(ner->votes);
	free(ner->words);
	free(ner->runs);
	free(ner->scores);
	free(ner->back);
}

static struct str
token_at(struct str text, const struct token *t)
{
	return str_cut(text, t->start, t->end);
}

static void
forget(struct ner *ner)
{
	if (ner->ntypes < KEPT)
		return;
	memset(ner->slots, 0, ner->nslots * sizeof *ner->slots);
	ner->ntypes = ner->nsums = 0;
}

/* A stop after "Dr" or "St" ends nothing. */
static bool
ends_sentence(struct str text, const struct token *t, size_t i)
{
	char c = text.p[t[i].start];

	if (c == '!' || c == '?')
		return true;
	return c == '.' && (i == 0 || words_find_lower(&words_abbrev_en,
	    token_at(text, &t[i - 1])) <= 0);
}

/* A closing mark after the stop does not begin a sentence. */
static bool
is_mark(char c)
{
	return c == '"' || c == '\'' || c == ')' || c == '(' || c == '\xe2';
}

static void
mark_words(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		struct str s = token_at(text, &t[i]);
		struct ner_word *w = &ner->words[i];

		*w = (struct ner_word){ .first = first || t[i].breaks,
		    .hot = t[i].upper, .digit = byte_is_digit(s.p[0]),
		    .ends = ends_sentence(text, t, i) };
		first = w->ends || s.p[0] == ':' || (w->first
		    && is_mark(s.p[0]));
	}
}

/* "of", "the", "de", "&": small words that stand inside names, but no comma. */
static bool
may_join(const struct ner *ner, const struct token *t, struct str text)
{
	return t->end - t->start <= ner->joining
	    && (text.p[t->start] != ',' || ner->joining > JOINING);
}

/* Where the run that begins at i ends: capitals and what joins them. */
static size_t
end_of_run(const struct ner *ner, struct str text, const struct token *t,
    size_t n, size_t i)
{
	const struct ner_word *w = ner->words;
	size_t end = i + 1;

	for (size_t k = end; k < n && k - end <= GAP; k++) {
		if (t[k].breaks || w[k].ends)
			break;
		if (w[k].hot)
			end = k + 1;
		else if (!may_join(ner, &t[k], text))
			break;
	}
	return end;
}

static void
find_runs(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	size_t done = 0;

	ner->nruns = 0;
	for (size_t i = 0; i < n; i++) {
		struct ner_run run = { i, 0 };

		if (!ner->words[i].hot)
			continue;
		run.to = end_of_run(ner, text, t, n, i);
		/* "2022 World Cup": a number may begin a name. */
		if (i > done && !t[i].breaks && ner->words[i - 1].digit)
			run.from--;
		ner->runs = xgrow(ner->runs, &ner->run_cap, ner->nruns + 1,
		    sizeof *ner->runs);
		ner->runs[ner->nruns++] = run;
		done = run.to;
		i = done - 1;
	}
}

/* Words that a scored one looks at get their type. */
static void
find_types(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	size_t done = 0;

	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;
		size_t low = from < NER_REACH ? 0 : from - NER_REACH;
		size_t high = to + NER_REACH < n ? to + NER_REACH : n;

		for (low = low > done ? low : done; low < high; low++) {
			struct ner_word *w = &ner->words[low];

			w->type = ner_type_of(ner, token_at(text, &t[low]));
			w->list = ner->types[w->type].list;
		}
		done = high;
	}
}

/* Tokens first to last with one blank where there is white space; or n 0. */
static struct str
joined(struct str text, const struct token *t, size_t len, char *buf)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		struct str s = token_at(text, &t[i]);

		if (n + s.n + 1 > LONGEST || (i > 0 && t[i].breaks))
			return (struct str){ buf, 0 };
		if (i > 0 && t[i].space)
			buf[n++] = ' ';
		memcpy(buf + n, s.p, s.n);
		n += s.n;
	}
	return (struct str){ buf, n };
}

/* So many tokens from i on may be one listed name. */
static size_t
may_reach(const struct ner_word *w, const struct token *t, size_t n, size_t i)
{
	size_t len = 1;

	for (size_t k = 1; k < PHRASE && i + k < n; k++) {
		if (w[i + k].hot)
			len = k + 1;
		else if (t[i + k].end - t[i + k].start > JOINING)
			break;
	}
	return len;
}

/* "South Korea", "New York City": listed names of several words. */
static void
mark_phrases(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	struct ner_word *w = ner->words;
	char buf[LONGEST];

	for (size_t i = 0; i < n; i++) {
		size_t len = w[i].hot && w[i].list & LIST_BEGINS
		    ? may_reach(w, t, n, i) : 0;

		for (; len >= 2; len--) {
			int list = i + len > n ? -1 : words_find(&words_names,
			    joined(text, &t[i], len, buf));

			if (list <= 0)
				continue;
			w[i].list = (uint16_t)(list | LIST_PHRASE);
			for (size_t k = 1; k < len; k++)
				w[i + k].list = (uint16_t)(list | LIST_INSIDE);
			i += len - 1;
			break;
		}
	}
}

/* "Bank of New Zealand": its words are told where the capitals end. */
static void
mark_ends(struct ner *ner, const struct token *t, size_t n)
{
	struct ner_word *w = ner->words;

	for (size_t i = n; i-- > 0;) {
		w[i].left = 0;
		if (!w[i].hot)
			continue;
		if (i + 1 < n && w[i + 1].hot && !t[i + 1].breaks) {
			w[i].last = w[i + 1].left > 0 ? w[i + 1].last
			    : ner->types[w[i + 1].type].lower;
			w[i].left = (uint8_t)(w[i + 1].left < 3
			    ? w[i + 1].left + 1 : 3);
		}
	}
}

void
ner_prepare(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	ner->words = xgrow(ner->words, &ner->word_cap, n, sizeof *ner->words);
	forget(ner);
	mark_words(ner, text, t, n);
	find_runs(ner, text, t, n);
	find_types(ner, text, t, n);
	mark_phrases(ner, text, t, n);
	mark_ends(ner, t, n);
}

/* ---- scores ---- */

static inline uint64_t
read8(const int8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return v;
}

/*
 * The rows of those features that have one. All tags of a bucket are compared
 * at once: the lowest byte of x that is 0 is the tag's (Mycroft). To find all
 * rows before the first is read lets their memory come at one time: a quarter
 * less time in all.
 */
static int
find_rows(const int8_t *weights, const uint32_t *features, int n,
    const int8_t **rows)
{
	const int8_t *table = weights + NER_BUCKETS * NER_TAGS;
	uint64_t ones = 0x0101010101010101;
	int found = 0;

	for (int f = 0; f < n; f++) {
		size_t bucket = ner_bucket(features[f]);
		uint64_t x = read8(weights + bucket * NER_TAGS)
		    ^ ones * ner_tag_of(features[f]);
		uint64_t hit = (x - ones) & ~x & ones << 7;
		size_t way = (unsigned)__builtin_ctzll(hit | 1ull << 63) / 8;

		rows[found] = table + (bucket * NER_WAYS + way) * NER_LABELS;
		__builtin_prefetch(rows[found]);
		found += hit != 0;
	}
	return found;
}

/*
 * Adds the rows of n features. A row is shorter than NER_WIDTH: what stands
 * behind it goes where nobody looks.
 */
static void
add_rows(const int8_t *weights, const uint32_t *features, int n,
    int16_t *restrict sum)
{
	const int8_t *rows[NER_SINGLE + 1];
	int16_t acc[NER_WIDTH];

	n = find_rows(weights, features, n, rows);
	memcpy(acc, sum, sizeof acc);
	for (int f = 0; f < n; f++) {
		const int8_t *w = rows[f];

		for (int l = 0; l < NER_WIDTH; l++)
			acc[l] = (int16_t)(acc[l] + w[l]);
	}
	memcpy(sum, acc, sizeof acc);
}

/* What the word adds to the score of the token that has it at a place. */
static const int16_t *
sum_of(struct ner *ner, struct ner_type *t, struct str word, size_t place)
{
	uint32_t rows[NER_SINGLE];
	int16_t *sum;

	if (t->sums == 0) {
		ner->sums = xgrow(ner->sums, &ner->sum_cap, ner->nsums + 1,
		    sizeof *ner->sums);
		t->sums = (uint32_t)++ner->nsums;
	}
	sum = ner->sums[t->sums - 1][place];
	if (!(t->summed >> place & 1)) {
		int k = ner_single(t, word, (int)place, rows);

		memset(sum, 0, sizeof **ner->sums);
		add_rows(ner->weights, rows, k, sum);
		t->summed = (uint8_t)(t->summed | 1u << place);
	}
	return sum;
}

/* The scores of token i, to which its neighbours and itself add. */
static void
score(struct ner *ner, struct str text, const struct token *t, size_t n,
    size_t i, int16_t *out)
{
	uint32_t rows[NER_JOINT];
	int16_t acc[NER_WIDTH] = { 0 };

	for (size_t p = 0; p < NER_PLACES; p++) {
		size_t j = i + p - NER_REACH;
		const int16_t *sum;

		if (j >= n)
			continue;
		sum = sum_of(ner, &ner->types[ner->words[j].type],
		    token_at(text, &t[j]), NER_PLACES - 1 - p);
		for (int l = 0; l < NER_WIDTH; l++)
			acc[l] = (int16_t)(acc[l] + sum[l]);
	}
	memcpy(out, acc, sizeof acc);
	add_rows(ner->weights, rows, ner_joint(ner, n, i, rows), out);
}

bool
ner_may_follow(unsigned label, unsigned before)
{
	bool inside = label != NER_O && label % 2 == 0;

	return !inside || before == label || before == label - 1;
}

/* ---- what the other occurrences say ---- */

/* How far each kind lies below the best one, as far as one vote may tell. */
static void
vote(const int16_t *score, int *v)
{
	int best = score[NER_O];

	v[NER_NONE] = best;
	for (int k = NER_PER; k < NER_KINDS; k++) {
		int b = score[2 * k - 1], i = score[2 * k];

		v[k] = b > i ? b : i;
		best = v[k] > best ? v[k] : best;
	}
	for (int k = 0; k < NER_KINDS; k++)
		v[k] = v[k] - best < -VOTE_MOST ? -VOTE_MOST : v[k] - best;
}

static void
cast(struct ner *ner, size_t i, const int16_t *score)
{
	struct ner_votes *votes = &ner->votes[ner->words[i].type];
	int v[NER_KINDS];

	if (votes->piece != ner->piece)
		*votes = (struct ner_votes){ .piece = ner->piece };
	vote(score, v);
	votes->n++;
	for (int k = 0; k < NER_KINDS; k++)
		votes->sum[k] += v[k];
}

static void
hear(const struct ner *ner, size_t i, int16_t *score)
{
	const struct ner_votes *votes = &ner->votes[ner->words[i].type];
	int others = (int)votes->n - 1, v[NER_KINDS], weight;

	if (others < 1)
		return;
	vote(score, v);
	weight = ner->votes_weight * 4096 / others;
	for (int k = 0; k < NER_KINDS; k++)
		v[k] = (votes->sum[k] - v[k]) * weight / 65536;
	score[NER_O] = (int16_t)(score[NER_O] + v[NER_NONE]);
	for (int l = 1; l < NER_LABELS; l++)
		score[l] = (int16_t)(score[l] + v[(l + 1) / 2]);
}

/* ---- decoding ---- */

/*
 * One step: the best way to each label, and from where. Scores are kept near
 * 0, the best one being 0, so that no run is too long.
 */
static void
advance(const struct ner *ner, int *best, const int16_t *score, uint8_t *back)
{
	int next[NER_WIDTH], from[NER_WIDTH] = { 0 }, most;

	for (int l = 0; l < NER_WIDTH; l++)
		next[l] = best[0] + ner->steps[0][l];
	for (int p = 1; p < NER_LABELS; p++)
		for (int l = 0; l < NER_WIDTH; l++) {
			int way = best[p] + ner->steps[p][l];

			from[l] = way > next[l] ? p : from[l];
			next[l] = way > next[l] ? way : next[l];
		}
	most = next[0] + score[0];
	for (int l = 0; l < NER_LABELS; l++) {
		best[l] = next[l] + score[l];
		back[l] = (uint8_t)from[l];
		most = best[l] > most ? best[l] : most;
	}
	for (int l = 0; l < NER_LABELS; l++)
		best[l] -= most;
}

static int16_t
margin(const int16_t *score, unsigned label)
{
	int next = -0x7fff, d;

	for (unsigned l = 0; l < NER_LABELS; l++)
		if ((l + 1) / 2 != (label + 1) / 2 && score[l] > next)
			next = score[l];
	d = score[label] - next;
	return (int16_t)(d < 0 ? 0 : d > 0x7fff ? 0x7fff : d);
}

/*
 * Viterbi over one run whose scores begin at s; before and after it stands no
 * name.
 */
static void
decode(struct ner *ner, size_t from, size_t n, int16_t (*s)[NER_WIDTH],
    uint8_t *labels)
{
	int best[NER_WIDTH];
	unsigned label = NER_O;

	for (int l = 0; l < NER_WIDTH; l++)
		best[l] = l == NER_O ? 0 : FORBIDDEN;
	for (size_t i = 0; i < n; i++)
		advance(ner, best, s[i], ner->back[i]);
	for (unsigned l = 1; l < NER_LABELS; l++)
		if (best[l] + ner->steps[l][NER_O]
		    > best[label] + ner->steps[label][NER_O])
			label = l;
	for (size_t i = n; i-- > 0; label = ner->back[i][label])
		labels[from + i] = (uint8_t)label;
}

/* Scores all runs, one after the other. */
static void
score_runs(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	ner->nscores = 0;
	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;

		ner->scores = xgrow(ner->scores, &ner->score_cap,
		    ner->nscores + to - from, sizeof *ner->scores);
		for (size_t i = from; i < to; i++) {
			int16_t *s = ner->scores[ner->nscores++];

			score(ner, text, t, n, i, s);
			if (ner->words[i].hot)
				cast(ner, i, s);
		}
	}
}

/* Votes for every type there is now; new ones are of no piece. */
static void
grow_votes(struct ner *ner)
{
	size_t had = ner->vote_cap;

	ner->votes = xgrow(ner->votes, &ner->vote_cap, ner->ntypes + 1,
	    sizeof *ner->votes);
	for (; had < ner->vote_cap; had++)
		ner->votes[had].piece = 0;
}

void
ner_tag(struct ner *ner, struct str text, const struct token *t, size_t n,
    uint8_t *labels, int16_t *sure)
{
	size_t at = 0;

	ner_prepare(ner, text, t, n);
	grow_votes(ner);
	ner->piece++;
	score_runs(ner, text, t, n);
	memset(labels, NER_O, n);
	memset(sure, 0, n * sizeof *sure);
	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;

		ner->back = xgrow(ner->back, &ner->back_cap, to - from,
		    sizeof *ner->back);
		for (size_t i = from; i < to; i++)
			if (ner->words[i].hot)
				hear(ner, i, ner->scores[at + i - from]);
		decode(ner, from, to - from, ner->scores + at, labels);
		for (size_t i = from; i < to; i++)
			if (labels[i] != NER_O)
				sure[i] = margin(ner->scores[at + i - from],
				    labels[i]);
		at += to - from;
	}
}
