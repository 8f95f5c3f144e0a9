/*
 * The models of desk/quotes: rows of one table of weights, a row a feature by a
 * hash of its value, and the tables that are looked up at random beside it.
 */
#ifndef DESK_QUOTES_FEATURES_H
#define DESK_QUOTES_FEATURES_H

#include "desk/quotes_words.h"

enum { WORD_BITS = 17, WORD_SLOTS = 1 << WORD_BITS };
struct word_slot {
	uint64_t key;		/* of bytes and place; 0: free */
	struct word word;
};

/* A run of capitals that stood in the document before, and what it was. */
enum run_kind { RUN_NEW, RUN_PERSON, RUN_DOUBTFUL, RUN_NO_PERSON };
struct known_run {
	uint64_t key;		/* of its bytes and the document */
	uint32_t person;	/* + 1 */
	enum run_kind kind;
};

/* How often a surname stood alone; where there are too many, of late. */
struct single {
	uint32_t key, count;
};

enum { QUOTES_FEATURES = 96 };	/* of a candidate, at most */
enum {
	QUOTES_BITS = 18, QUOTES_ROWS = 1 << QUOTES_BITS,
	RUN_BITS = 12, RUN_SLOTS = 1 << RUN_BITS,
	SINGLE_BITS = 13, SINGLE_SLOTS = 1 << SINGLE_BITS
};

/*
 * All that is looked up at random, in one large page: a look-up in small ones
 * is often a walk through page tables too.
 */
struct quotes_tables {
	int8_t weights[QUOTES_ROWS];	/* a copy of the library's */
	struct word_slot words[WORD_SLOTS];
	struct known_run runs[RUN_SLOTS];
	struct single singles[SINGLE_SLOTS];
	uint32_t rows[QUOTES_FEATURES];
};

enum { COVER_BASE = 1000 };	/* edges of a clause with quoted words in it */

/*
 * The rows of a candidate, for the trainer, until the next features_start(),
 * and the sum of their weights, which decides.
 */
struct features {
	const int8_t *weights;
	uint32_t base;		/* one model, one range of kinds */
	int sum;
	uint32_t *next;		/* in tables->rows */
};

static inline void
features_start(const struct quotes *q, struct features *f, unsigned base)
{
	f->weights = q->opts.weights;
	f->base = base * 0x85ebca77;
	f->sum = 0;
	f->next = q->tables->rows;
}

/*
 * No branch, no look-up but the weight's. Who puts many has the features in a
 * variable of his own: place and sum stay in registers then.
 */
static inline void
feature(struct features *restrict f, unsigned kind, uint32_t value)
{
	uint32_t row = (value + kind * 0x85ebca77 + f->base) * 0x9e3779b1u
	    >> (32 - QUOTES_BITS);

	*f->next++ = row;
	f->sum += f->weights[row];
}

/* So that different pairs of small numbers differ, and most of larger ones. */
static inline uint32_t
join(uint32_t a, uint32_t b)
{
	return a * 131 + b;
}

/* 0 1 2 3 5 8 12 20 35 60: 0-10 */
static inline unsigned
features_bin(size_t n)
{
	static const uint8_t bin[] = { 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6,
	    7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	    8 };

	return n < sizeof bin ? bin[n] : n <= 60 ? 9 : 10;
}

#endif
