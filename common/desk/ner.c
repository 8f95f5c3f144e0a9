#include "desk/ner.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "base/pages.h"
#include "text/lanes.h"

extern const int8_t weights_ner[];

enum {
	/* Chosen on the held-out documents of common/train/ner.c. */
	VOTES_ALONE = 12, VOTES_BESIDE = 3,	/* sixteenths */
	VOTE_MOST = 96		/* of one occurrence against a kind */
};

/* A step that must not be taken costs more than any score gives. */
enum { FORBIDDEN = -12000, LOWEST = -20000 };

void
ner_open(struct ner *ner, const int8_t *weights)
{
	*ner = (struct ner){ .weights = weights ? weights : weights_ner,
	    .joining = NER_JOINING };
	for (unsigned p = 0; p < NER_LABELS; p++)
		for (unsigned l = 0; l < NER_WIDTH; l++)
			ner->steps[p][l] = l < NER_LABELS
			    && ner_may_follow(l, p) ? ner->weights[NER_STEPS
			    + p * NER_WIDTH + l] : FORBIDDEN;
}

void
ner_close(struct ner *ner)
{
	pages_free(ner->types, ner->type_cap * sizeof *ner->types);
	pages_free(ner->slots, ner->nslots * sizeof *ner->slots);
	pages_free(ner->sums, ner->sum_cap * sizeof *ner->sums);
	pages_free(ner->votes, ner->vote_cap * sizeof *ner->votes);
	free(ner->words);
	free(ner->runs);
	free(ner->scores);
	free(ner->best);
}

/* ---- scores ---- */

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
		uint64_t x = hash_read8(weights + bucket * NER_TAGS)
		    ^ ones * ner_tag_of(features[f]);
		uint64_t hit = (x - ones) & ~x & ones << 7;
		size_t way = (unsigned)__builtin_ctzll(hit | 1ull << 63) / 8;

		rows[found] = table + (bucket * NER_WAYS + way) * NER_LABELS;
		__builtin_prefetch(rows[found]);
		found += hit != 0;
	}
	return found;
}

/* A row is shorter than NER_WIDTH: what is behind it goes where nobody looks. */
static void
add_rows(const int8_t *const *rows, int n, int16_t *restrict sum)
{
	int16_t acc[NER_WIDTH];

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
	uint32_t features[NER_SINGLE];
	const int8_t *rows[NER_SINGLE + 1];
	int16_t *sum;

	if (t->sums == 0) {
		ner->sums = pages_room(ner->sums, &ner->sum_cap,
		    ner->nsums + 1, sizeof *ner->sums);
		t->sums = (uint32_t)++ner->nsums;
	}
	sum = ner->sums[t->sums - 1][place];
	if (!(t->summed >> place & 1)) {
		int k = ner_single(t, word, (int)place, features);

		k = find_rows(ner->weights, features, k, rows);
		memset(sum, 0, sizeof **ner->sums);
		add_rows(rows, k, sum);
		t->summed = (uint8_t)(t->summed | 1u << place);
	}
	return sum;
}

/*
 * What token i tells with its neighbours, one token before it is scored: the
 * memory of its tags is asked for, and comes while the other is scored.
 */
struct ahead {
	uint32_t features[NER_JOINT];
	int n;
};

static void
look_ahead(const struct ner *ner, size_t n, size_t i, struct ahead *a)
{
	a->n = i < n ? ner_joint(ner, n, i, a->features) : 0;
	for (int f = 0; f < a->n; f++)
		__builtin_prefetch(ner->weights
		    + (size_t)ner_bucket(a->features[f]) * NER_TAGS);
}

/* The scores of token i, to which its neighbours and itself add. */
static void
score(struct ner *ner, struct str text, const struct token *t, size_t n,
    size_t i, const struct ahead *a, int16_t *out)
{
	const int8_t *rows[NER_JOINT + 1];
	int16_t acc[NER_WIDTH] = { 0 };
	int k = find_rows(ner->weights, a->features, a->n, rows);

	for (size_t p = 0; p < NER_PLACES; p++) {
		size_t j = i + p - NER_REACH;
		const int16_t *sum;

		if (j >= n)
			continue;
		sum = sum_of(ner, &ner->types[ner->words[j].type],
		    token_text(text, &t[j]), NER_PLACES - 1 - p);
		for (int l = 0; l < NER_WIDTH; l++)
			acc[l] = (int16_t)(acc[l] + sum[l]);
	}
	memcpy(out, acc, sizeof acc);
	add_rows(rows, k, out);
}

bool
ner_may_follow(unsigned label, unsigned before)
{
	bool inside = label != NER_O && label % 2 == 0;

	return !inside || before == label || before == label - 1;
}

/* ---- what the other occurrences say ---- */

/*
 * How far each kind lies below the best one, as far as one vote may tell. At
 * the beginning of a run no name goes on.
 */
static void
vote(const int16_t *score, bool opens, int *v)
{
	int best = score[NER_O];

	v[NER_NONE] = best;
	for (int k = NER_PER; k < NER_KINDS; k++) {
		int b = score[2 * k - 1], i = score[2 * k];

		v[k] = b > i || opens ? b : i;
		best = v[k] > best ? v[k] : best;
	}
	for (int k = 0; k < NER_KINDS; k++)
		v[k] = v[k] - best < -VOTE_MOST ? -VOTE_MOST : v[k] - best;
}

static void
cast(struct ner *ner, size_t i, bool opens, const int16_t *score)
{
	struct ner_votes *votes = &ner->votes[ner->words[i].type];
	int v[NER_KINDS];

	if (votes->piece != ner->piece)
		*votes = (struct ner_votes){ .piece = ner->piece };
	vote(score, opens, v);
	votes->n++;
	for (int k = 0; k < NER_KINDS; k++)
		votes->sum[k] += v[k];
}

/* Beside other capitals a word may be a part of another name. */
static bool
is_alone(const struct ner *ner, size_t i)
{
	const struct ner_word *w = &ner->words[i];

	return (i == 0 || !w[-1].hot) && (i + 1 == ner->nwords || !w[1].hot);
}

static void
hear(const struct ner *ner, size_t i, bool opens, int16_t *score)
{
	const struct ner_votes *votes = &ner->votes[ner->words[i].type];
	int others = (int)votes->n - 1, v[NER_KINDS], weight;
	bool alone = is_alone(ner, i);

	if (others < 1)
		return;
	vote(score, opens, v);
	weight = (alone ? VOTES_ALONE : VOTES_BESIDE) * 4096 / others;
	for (int k = 0; k < NER_KINDS; k++)
		v[k] = (votes->sum[k] - v[k]) * weight / 65536;
	score[NER_O] = (int16_t)(score[NER_O] + v[NER_NONE]);
	for (int l = 1; l < NER_LABELS; l++)
		score[l] = (int16_t)(score[l] + v[(l + 1) / 2]);
}

/* ---- decoding ---- */

/*
 * One step: the best score of a way to each label. Scores are kept near 0, the
 * best one being 0 and none below LOWEST, so that no run is too long and all
 * fits into 16 bits, of which the processor adds eight at a time. Where the
 * way came from is asked of the few labels that are taken, not kept for all:
 * half the instructions.
 */
static void
advance(const struct ner *ner, const int16_t *restrict before,
    const int16_t *restrict score, int16_t *restrict best)
{
	int16_t next[NER_WIDTH], most, floor;

	lanes_most(before, (const int16_t (*)[LANES])ner->steps, NER_LABELS,
	    next);
	for (int l = 0; l < NER_WIDTH; l++)
		next[l] = (int16_t)(next[l] + score[l]);
	most = next[0];
	for (int l = 1; l < NER_LABELS; l++)
		most = next[l] > most ? next[l] : most;
	floor = (int16_t)(LOWEST + most);
	for (int l = 0; l < NER_WIDTH; l++)
		best[l] = (int16_t)((next[l] < floor ? floor : next[l]) - most);
}

/* The label from which the best way to this one came. */
static unsigned
came_from(const struct ner *ner, const int16_t *before, unsigned label)
{
	unsigned from = 0;
	int best = before[0] + ner->steps[0][label];

	for (unsigned p = 1; p < NER_LABELS; p++)
		if (before[p] + ner->steps[p][label] > best) {
			best = before[p] + ner->steps[p][label];
			from = p;
		}
	return from;
}

/* Against the labels that could stand here: what begins or what goes on. */
static int16_t
margin(const int16_t *score, unsigned label)
{
	int next = -0x7fff, d;

	for (unsigned l = 0; l < NER_LABELS; l++)
		if (l != label && (l == NER_O || l % 2 == label % 2)
		    && score[l] > next)
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
	int16_t (*best)[NER_WIDTH];
	unsigned label;

	ner->best = xgrow(ner->best, &ner->best_cap, n + 1, sizeof *ner->best);
	best = ner->best;
	for (int l = 0; l < NER_WIDTH; l++)
		best[0][l] = l == NER_O ? 0 : LOWEST;
	for (size_t i = 0; i < n; i++)
		advance(ner, best[i], s[i], best[i + 1]);
	label = came_from(ner, best[n], NER_O);
	for (size_t i = n; i-- > 0; label = came_from(ner, best[i], label))
		labels[from + i] = (uint8_t)label;
}

/* What run r looks at: itself and its neighbours; nothing after the last. */
static struct ner_run
window(const struct ner *ner, size_t n, size_t r)
{
	struct ner_run w = { 0, 0 };

	if (r >= ner->nruns)
		return w;
	w = ner->runs[r];
	w.from = w.from < NER_REACH ? 0 : w.from - NER_REACH;
	w.to = w.to + NER_REACH < n ? w.to + NER_REACH : n;
	return w;
}

/*
 * Asks for memory while a run is scored: for the sums of the next run, and for
 * the types of a later one, which say where its sums are. The latter takes a
 * twentieth of all time off. A function that wrote nothing would have no effect
 * that the compiler knows of, and be left out.
 */
static void
fetch(struct ner *ner, size_t n, size_t next)
{
	struct ner_run w = window(ner, n, next + 3);

	ner->fetched = next;
	for (size_t i = w.from; i < w.to; i++)
		__builtin_prefetch(&ner->types[ner->words[i].type]);
	w = window(ner, n, next);
	for (size_t i = w.from; i < w.to; i++) {
		const struct ner_type *t = &ner->types[ner->words[i].type];
		const char *sum = t->sums > 0
		    ? (const char *)ner->sums[t->sums - 1] : (const char *)t;

		if (ner->words[i].hot)
			__builtin_prefetch(&ner->votes[ner->words[i].type]);
		for (size_t k = 0; k < sizeof *ner->sums; k += 64)
			__builtin_prefetch(sum + k);
	}
}

/* Scores all runs, one after the other. */
static void
score_runs(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	struct ahead ahead[2];
	int k = 0;

	ner->nscores = 0;
	look_ahead(ner, n, ner->nruns > 0 ? ner->runs[0].from : n, ahead);
	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;
		size_t next = r + 1 < ner->nruns ? ner->runs[r + 1].from : n;

		fetch(ner, n, r + 1);
		ner->scores = xgrow(ner->scores, &ner->score_cap,
		    ner->nscores + to - from, sizeof *ner->scores);
		for (size_t i = from; i < to; i++) {
			int16_t *s = ner->scores[ner->nscores++];

			look_ahead(ner, n, i + 1 < to ? i + 1 : next,
			    &ahead[k ^ 1]);
			score(ner, text, t, n, i, &ahead[k], s);
			k ^= 1;
			if (ner->words[i].hot)
				cast(ner, i, i == from, s);
		}
	}
}

/* Votes for every type there is now; new ones are of no piece. */
static void
grow_votes(struct ner *ner)
{
	ner->votes = pages_room(ner->votes, &ner->vote_cap, ner->ntypes + 1,
	    sizeof *ner->votes);
}

void
ner_tag(struct ner *ner, struct str text, const struct token *t, size_t n,
    uint8_t *labels, int16_t *sure)
{
	size_t at = 0;

	if (n == 0)
		return;
	ner_prepare(ner, text, t, n);
	grow_votes(ner);
	ner->piece++;
	score_runs(ner, text, t, n);
	memset(labels, NER_O, n);
	memset(sure, 0, n * sizeof *sure);
	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;

		for (size_t i = from; i < to; i++)
			if (ner->words[i].hot)
				hear(ner, i, i == from,
				    ner->scores[at + i - from]);
		decode(ner, from, to - from, ner->scores + at, labels);
		for (size_t i = from; i < to; i++)
			if (labels[i] != NER_O)
				sure[i] = margin(ner->scores[at + i - from],
				    labels[i]);
		at += to - from;
	}
}
