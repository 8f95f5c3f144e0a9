#include "desk/trees.h"

enum { ROWS = 256 };	/* at a time: the leaf numbers stay in the cache */

static void
score_tree(const uint8_t *w, const uint8_t *const *columns, size_t from,
    size_t n, int32_t *scores)
{
	const uint8_t *leaves = w + 2 * TREES_DEPTH;
	uint8_t leaf[ROWS] = { 0 };

	for (int level = 0; level < TREES_DEPTH; level++) {
		const uint8_t *x = columns[w[level]] + from;
		uint8_t t = w[TREES_DEPTH + level];

		for (size_t i = 0; i < n; i++)
			leaf[i] = (uint8_t)(leaf[i] << 1 | (x[i] > t));
	}
	for (size_t i = 0; i < n; i++)
		scores[from + i] += (int16_t)(leaves[2 * leaf[i]]
		    | leaves[2 * leaf[i] + 1] << 8);
}

void
trees_score(const int8_t *weights, uint32_t size,
    const uint8_t *const *columns, size_t n, int32_t *scores)
{
	const uint8_t *w = (const uint8_t *)weights;

	for (size_t from = 0; from < n; from += ROWS)
		for (uint32_t at = 0; at + TREES_BYTES <= size;
		    at += TREES_BYTES)
			score_tree(w + at, columns, from,
			    n - from < ROWS ? n - from : ROWS, scores);
}
