/*
 * ner -- which tokens are names of persons, organisations, places, peoples or
 * of something else: a linear-chain conditional random field over hashed
 * features (Lafferty et al. 2001; features after Ratinov and Roth 2009), its
 * weights bytes, decoded by Viterbi. Only runs of tokens about capitals are
 * looked at; all else is no name.
 *
 * The weights are a hash table: the high bits of a feature choose a bucket,
 * the low ones are its tag there, and a feature that is not there tells
 * nothing. First come the tags of all buckets, NER_TAGS bytes each, 0 for none,
 * small enough to stay near the processor; then their rows, NER_LABELS bytes
 * for each tag; at NER_STEPS a row of NER_WIDTH bytes for each label: the
 * steps from it to others.
 *
 * What a word alone tells, at each place of the window, is summed once for
 * each word and kept from piece to piece: a struct ner owns that memory, and
 * forgets it when it grows. Offsets are tokens of the piece.
 */
#ifndef DESK_NER_H
#define DESK_NER_H

#include <stdint.h>

#include "text/lanes.h"
#include "text/tokens.h"

enum ner_label {
	NER_O, NER_B_PER, NER_I_PER, NER_B_ORG, NER_I_ORG, NER_B_LOC,
	NER_I_LOC, NER_B_NORP, NER_I_NORP, NER_B_MISC, NER_I_MISC, NER_LABELS
};

/* Kinds of labels: (label + 1) / 2. */
enum ner_kind {
	NER_NONE, NER_PER, NER_ORG, NER_LOC, NER_NORP, NER_MISC, NER_KINDS
};

enum {
	NER_BUCKETS = 65000,	/* of the weights */
	NER_WAYS = 6,		/* features in a bucket */
	NER_TAGS = 8,		/* bytes of its tags */
	NER_STEPS = NER_BUCKETS * (NER_TAGS + NER_WAYS * 11),
	NER_WIDTH = LANES,	/* of a score: labels, and what fills a vector */
	NER_JOINING = 3,	/* bytes of a small word that joins capitals */
	NER_REACH = 3,		/* tokens before and after one that tell */
	NER_PLACES = 2 * NER_REACH + 1,
	NER_SINGLE = 64,	/* most features of a word at a place */
	NER_JOINT = 32		/* most of a token and its neighbours */
};

/* Bits of names.words; common/train/lists.js has the same. */
enum ner_list {
	LIST_COUNTRY = 1, LIST_STATE = 2, LIST_CITY = 4, LIST_TOWN = 8,
	LIST_PEOPLE = 16, LIST_REGION = 32, LIST_SURNAME = 64, LIST_RARE = 128,
	LIST_ORG = 256, LIST_BEGINS = 512, LIST_PERSON = 1024,
	LIST_GIVEN = 2048,	/* of first-names.words */
	LIST_TITLE = 4096,	/* of titles.words */
	LIST_INSIDE = 8192,	/* not the first token of a listed phrase */
	LIST_PHRASE = 16384	/* the first */
};

/* Bits of heads.words. */
enum ner_head {
	HEAD_ORG = 1, HEAD_COMPANY = 2, HEAD_PLACE = 4, HEAD_BUILDING = 8,
	HEAD_EVENT = 16, HEAD_LAW = 32, HEAD_PRODUCT = 64, HEAD_SPORT = 128
};

/* Bits of heads-before.words. */
enum ner_before {
	BEFORE_LAW = 1, BEFORE_ROAD = 2, BEFORE_PLACE = 4, BEFORE_STORM = 8,
	BEFORE_SHIP = 16, BEFORE_ORG = 32, BEFORE_PRODUCT = 64,
	BEFORE_TEAM = 128	/* behind its town, that is */
};

enum ner_flag {
	NER_UPPER = 1,		/* has a capital */
	NER_CAPS = 2,		/* two or more, and no small letter */
	NER_DIGIT = 4, NER_LOWER = 8,
	NER_SHORT = 16		/* an abbreviation: a stop after it ends nothing */
};

/* What is known of a word, wherever it stands. */
struct ner_type {
	uint64_t key;
	uint32_t exact, lower, shape, suffix;
	uint32_t sums;		/* place in ner.sums plus one; 0: none yet */
	uint16_t list;
	uint8_t heads, before, flags, common;
	uint8_t summed;		/* bits: places whose sum is known */
};

struct ner_run {
	size_t from, to;	/* tokens */
};

struct ner_word {
	uint32_t type;
	uint16_t list;		/* of the phrase it is in, or its own */
	bool first, ends;	/* of a sentence or paragraph */
	bool breaks;		/* a paragraph or a line that stands alone */
	bool hot, digit;	/* has a capital; a figure */
	uint32_t last;		/* lower hash of the capitals' last word; or 0 */
};

/* What the occurrences of a word in the piece say of its kind. */
struct ner_votes {
	uint32_t piece, n;
	int32_t sum[NER_KINDS];
};

struct ner {
	const int8_t *weights;
	int16_t steps[NER_LABELS][NER_WIDTH];	/* from label to label */
	struct ner_type *types;
	uint32_t *slots;	/* hash table over types: place plus one */
	size_t ntypes, type_cap, nslots;
	int16_t (*sums)[NER_PLACES][NER_WIDTH];
	size_t nsums, sum_cap;
	struct ner_votes *votes;	/* by type */
	uint32_t piece;
	unsigned joining;	/* bytes of a small word that joins capitals */
	struct ner_word *words;
	struct ner_run *runs;	/* what is labelled */
	size_t fetched;		/* the run whose memory was asked for last */
	int16_t (*scores)[NER_WIDTH];	/* of all runs, one after the other */
	int16_t (*best)[NER_WIDTH];	/* of the ways to each label of a run */
	size_t nwords, nruns, run_cap, nscores, vote_cap, word_cap, score_cap, best_cap;
};

/* weights NULL: those that are linked in. */
void ner_open(struct ner *, const int8_t *weights);
void ner_close(struct ner *);

/*
 * Labels n tokens of the text; sure (by token) is how far the label's score
 * lies above the next best one's at that token, 0 for NER_O far from capitals.
 */
void ner_tag(struct ner *, struct str text, const struct token *, size_t n,
    uint8_t *labels, int16_t *sure);

/* ---- for the trainer and the tests ---- */

/* Fills words and runs; forgets old types when there are too many. */
void ner_prepare(struct ner *, struct str text, const struct token *, size_t n);

/* What a word is known by; asks for the memory that tells of it. */
uint64_t ner_key(const struct ner *, struct str word);
uint32_t ner_type_of(struct ner *, struct str word, uint64_t key);

/* Rows of a word that stands at place (0 to NER_PLACES - 1, own: NER_REACH). */
int ner_single(const struct ner_type *, struct str word, int place,
    uint32_t rows[NER_SINGLE]);

/* Rows of token i together with its neighbours. */
int ner_joint(const struct ner *, size_t n, size_t i, uint32_t rows[NER_JOINT]);

static inline uint32_t
ner_bucket(uint32_t feature)
{
	return (uint32_t)((uint64_t)feature * NER_BUCKETS >> 32);
}

static inline uint8_t
ner_tag_of(uint32_t feature)
{
	return (uint8_t)(feature % 255 + 1);
}

bool ner_may_follow(unsigned label, unsigned before);

#endif
