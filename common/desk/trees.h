/*
 * trees -- boosted oblivious trees over byte features (Prokhorenkova et al.,
 * "CatBoost", 2018; Lou and Obukhov, "BDT: gradient boosted decision tables",
 * 2017): every level of a tree asks one question of all rows, so the rows are
 * scored side by side. Weights are bytes, per tree: DEPTH questions, DEPTH
 * thresholds (x > threshold), 2^DEPTH leaves, signed, in 1/256 of log-odds.
 */
#ifndef DESK_TREES_H
#define DESK_TREES_H

#include <stddef.h>
#include <stdint.h>

enum { TREES_DEPTH = 6, TREES_LEAVES = 1 << TREES_DEPTH,
    TREES_BYTES = 2 * TREES_DEPTH + TREES_LEAVES, TREES_ROWS = 64,
    TREES_QUESTIONS = 256 };

/* n up to the next whole block: the room columns and scores have to have. */
static inline size_t
trees_room(size_t n)
{
	return (n + TREES_ROWS - 1) / TREES_ROWS * TREES_ROWS;
}

/* columns[q] is the answer to question q of all n rows. */
struct trees_rows {
	const uint8_t *const *columns;
	size_t n;
};

/* Weights are borrowed; what is made of them is for this machine alone. */
struct trees {
	const int8_t *weights;
	uint32_t size;
	struct trees_wide *wide;	/* NULL: there is none */
};

void trees_open(struct trees *, const int8_t *weights, uint32_t size);
void trees_close(struct trees *);

/* Scores get added to. */
void trees_score(const struct trees *, const struct trees_rows *,
    int32_t *scores);
/* The same in plain C; a unit test holds one to the other. */
void trees_score_plain(const int8_t *weights, uint32_t size,
    const struct trees_rows *, int32_t *scores);

#endif
