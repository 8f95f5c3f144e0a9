/*
 * overlap -- how much two long records share: of the weight of the smaller one
 * (containment, Broder 1997), when it is enough for one story and the numbers in
 * them agree. Of the one the shingles are at hand, of the other its sketch.
 */
#ifndef DESK_DEDUP_OVERLAP_H
#define DESK_DEDUP_OVERLAP_H

#include "desk/dedup_facts.h"
#include "desk/dedup_index.h"
#include "desk/dedup_shingles.h"

/* A sketch, borrowed: counts, then shingles, then numbers, two a word. */
struct view {
	const uint64_t *words;
	bool page;	/* as in struct shingles */
	unsigned level, n, nnumbers;
};

struct view overlap_view(const uint64_t *words);

static inline uint32_t
overlap_half(const uint64_t *words, size_t i)
{
	return (uint32_t)(words[1 + i / 2] >> 32 * (i % 2));
}

/* By enum dedup_level (desk/dedup.h); thousandths. */
struct near_limits {
	unsigned whole, lengthy, scattered, misread, page, agree, likely;
	struct facts_limits facts;
};

extern const struct near_limits near_limits[];

/* Thousandths, or 0: not enough. weights: by place in own's list. */
unsigned overlap_share(const struct shingles *own, const uint32_t *weights,
    const struct index *, struct view, const struct near_limits *);

#endif
