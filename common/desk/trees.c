#include "desk/trees.h"

/* One block of rows: loops of known length, which compilers make SIMD of. */
static void
score_tree(const uint8_t *w, const uint8_t *const *columns, size_t from,
    int32_t *scores)
{
	const uint8_t *leaves = w + 2 * TREES_DEPTH;
	uint8_t leaf[TREES_ROWS] = { 0 };

	for (int level = 0; level < TREES_DEPTH; level++) {
		const uint8_t *x = columns[w[level]] + from;
		uint8_t t = w[TREES_DEPTH + level];

		for (size_t i = 0; i < TREES_ROWS; i++)
			leaf[i] = (uint8_t)(leaf[i] * 2 + (x[i] > t));
	}
	for (size_t i = 0; i < TREES_ROWS; i++)
		scores[from + i] += (int16_t)(leaves[2 * leaf[i]]
		    | leaves[2 * leaf[i] + 1] << 8);
}

void
trees_score(const int8_t *weights, uint32_t size,
    const uint8_t *const *columns, size_t n, int32_t *scores)
{
	const uint8_t *w = (const uint8_t *)weights;

	for (size_t from = 0; from < n; from += TREES_ROWS)
		for (uint32_t at = 0; at + TREES_BYTES <= size;
		    at += TREES_BYTES)
			score_tree(w + at, columns, from, scores);
}
