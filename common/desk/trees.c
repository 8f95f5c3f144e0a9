#include "desk/trees.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/wide.h"

/* One block of rows: loops of known length, which compilers make SIMD of. */
static void
score_tree(const uint8_t *w, const uint8_t *const *columns, size_t from,
    int32_t *scores)
{
	const int8_t *leaves = (const int8_t *)w + 2 * TREES_DEPTH;
	uint8_t leaf[TREES_ROWS] = { 0 };

	for (int level = 0; level < TREES_DEPTH; level++) {
		const uint8_t *x = columns[w[level]] + from;
		uint8_t t = w[TREES_DEPTH + level];

		for (size_t i = 0; i < TREES_ROWS; i++)
			leaf[i] = (uint8_t)(leaf[i] * 2 + (x[i] > t));
	}
	for (size_t i = 0; i < TREES_ROWS; i++)
		scores[from + i] += leaves[leaf[i]];
}

void
trees_score_plain(const int8_t *weights, uint32_t size,
    const struct trees_rows *rows, int32_t *scores)
{
	const uint8_t *w = (const uint8_t *)weights;

	for (size_t from = 0; from < rows->n; from += TREES_ROWS)
		for (uint32_t at = 0; at + TREES_BYTES <= size;
		    at += TREES_BYTES)
			score_tree(w + at, rows->columns, from, scores);
}

#ifdef HAS_WIDE

/*
 * Answers of 64 rows, side by side, in the order of signed bytes turned around:
 * x > t is then t' > x', which is one instruction and reads x' from memory.
 */
enum { TURN = 0x7f };

struct block {
	_Alignas(32) uint8_t x[TREES_QUESTIONS][TREES_ROWS];
};

/* Where the answers of a level are in a block, and thresholds, turned. */
struct tree {
	uint16_t at[TREES_DEPTH];
	uint8_t t[TREES_DEPTH];
	int8_t leaves[TREES_LEAVES];
};

struct trees_wide {
	uint8_t asked[TREES_QUESTIONS];	/* the questions there are in it */
	size_t questions, n;		/* an even number of trees */
	struct tree tree[];
};

static struct trees_wide *
wide_open(const uint8_t *w, size_t n)
{
	size_t even = n + n % 2, size = sizeof(struct tree) * even;
	struct trees_wide *x = xalloc(1, sizeof *x + size);
	int16_t place[TREES_QUESTIONS];

	memset(x, 0, sizeof *x + size);
	memset(place, -1, sizeof place);
	x->n = even;
	for (size_t i = 0; i < n; i++, w += TREES_BYTES) {
		struct tree *t = &x->tree[i];

		for (int level = 0; level < TREES_DEPTH; level++) {
			int16_t *at = &place[w[level]];

			if (*at < 0) {
				*at = (int16_t)x->questions;
				x->asked[x->questions++] = w[level];
			}
			t->at[level] = (uint16_t)(*at * TREES_ROWS);
			t->t[level] = w[TREES_DEPTH + level] ^ TURN;
		}
		memcpy(t->leaves, w + 2 * TREES_DEPTH, TREES_LEAVES);
	}
	return x;
}

WIDE_CODE static void
fill(struct block *b, const struct trees_wide *w,
    const uint8_t *const *columns, size_t from)
{
	const __m256i turn = _mm256_set1_epi8(TURN);

	for (size_t q = 0; q < w->questions; q++) {
		const __m256i *x = (const __m256i *)(const void *)
		    (columns[w->asked[q]] + from);
		__m256i *to = (__m256i *)(void *)b->x[q];

		to[0] = _mm256_xor_si256(_mm256_loadu_si256(x), turn);
		to[1] = _mm256_xor_si256(_mm256_loadu_si256(x + 1), turn);
	}
}

/* Of 64 rows, in halves. */
struct halves {
	__m256i of[2];
};

/* -1 where the answer is greater than the threshold. */
WIDE_CODE static inline struct halves
greater(const struct tree *tree, int level, const struct block *b)
{
	__m256i t = _mm256_set1_epi8((char)tree->t[level]);
	const uint8_t *all = (const uint8_t *)(const void *)b->x;
	const __m256i *x = (const __m256i *)(const void *)
	    (all + tree->at[level]);

	return (struct halves){ { _mm256_cmpgt_epi8(t, x[0]),
	    _mm256_cmpgt_epi8(t, x[1]) } };
}

WIDE_CODE static inline struct halves
look_up(const int8_t *leaves, struct halves at)
{
	__m256i table = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const __m128i *)(const void *)leaves));

	return (struct halves){ { _mm256_shuffle_epi8(table, at.of[0]),
	    _mm256_shuffle_epi8(table, at.of[1]) } };
}

WIDE_CODE static inline struct halves
choose(struct halves no, struct halves yes, struct halves is)
{
	return (struct halves){ {
	    _mm256_blendv_epi8(no.of[0], yes.of[0], is.of[0]),
	    _mm256_blendv_epi8(no.of[1], yes.of[1], is.of[1]) } };
}

/*
 * The leaves of 64 rows: the last four levels look up in four tables of 16,
 * the first two choose among these.
 */
WIDE_CODE static inline struct halves
find_leaves(const struct tree *tree, const struct block *b)
{
	struct halves is = greater(tree, 2, b), first, second, low, high;
	__m256i x = _mm256_abs_epi8(is.of[0]), y = _mm256_abs_epi8(is.of[1]);

	for (int level = 3; level < TREES_DEPTH; level++) {
		is = greater(tree, level, b);
		x = _mm256_sub_epi8(_mm256_add_epi8(x, x), is.of[0]);
		y = _mm256_sub_epi8(_mm256_add_epi8(y, y), is.of[1]);
	}
	is = (struct halves){ { x, y } };
	second = greater(tree, 1, b);
	low = choose(look_up(tree->leaves, is), look_up(tree->leaves + 16, is),
	    second);
	high = choose(look_up(tree->leaves + 32, is), look_up(tree->leaves + 48,
	    is), second);
	first = greater(tree, 0, b);
	return choose(low, high, first);
}

WIDE_CODE static inline void
add_eight(int32_t *scores, __m128i sums)
{
	__m256i *s = (__m256i *)(void *)scores;

	_mm256_storeu_si256(s, _mm256_add_epi32(_mm256_loadu_si256(s),
	    _mm256_cvtepi16_epi32(sums)));
}

/* Sums of 16 bits hold this many leaves of 8. */
enum { BATCH = 254 };

/*
 * Two trees at a time: their leaves, one beside the other, are added at once.
 * What is not wanted of the second half the compiler leaves out.
 */
__attribute__((always_inline)) WIDE_CODE static inline void
score_halves(const struct tree *tree, size_t n, const struct block *b,
    int32_t *scores, int halves)
{
	const __m256i one = _mm256_set1_epi8(1);
	__m256i low[2], high[2];

	low[0] = low[1] = high[0] = high[1] = _mm256_setzero_si256();
	for (const struct tree *end = tree + n; tree < end; tree += 2) {
		struct halves u = find_leaves(tree, b);
		struct halves v = find_leaves(tree + 1, b);

		for (int k = 0; k < halves; k++) {
			low[k] = _mm256_add_epi16(low[k],
			    _mm256_maddubs_epi16(one, _mm256_unpacklo_epi8(
			    u.of[k], v.of[k])));
			high[k] = _mm256_add_epi16(high[k],
			    _mm256_maddubs_epi16(one, _mm256_unpackhi_epi8(
			    u.of[k], v.of[k])));
		}
	}
	for (int k = 0; k < halves; k++, scores += 32) {
		add_eight(scores, _mm256_castsi256_si128(low[k]));
		add_eight(scores + 8, _mm256_castsi256_si128(high[k]));
		add_eight(scores + 16, _mm256_extracti128_si256(low[k], 1));
		add_eight(scores + 24, _mm256_extracti128_si256(high[k], 1));
	}
}

WIDE_CODE static void
score_block(const struct tree *tree, size_t n, const struct block *b,
    int32_t *scores)
{
	score_halves(tree, n, b, scores, 2);
}

WIDE_CODE static void
score_half(const struct tree *tree, size_t n, const struct block *b,
    int32_t *scores)
{
	score_halves(tree, n, b, scores, 1);
}

WIDE_CODE static void
score_wide(const struct trees_wide *w, const struct trees_rows *rows,
    int32_t *scores)
{
	struct block b;

	for (size_t from = 0; from < rows->n; from += TREES_ROWS) {
		fill(&b, w, rows->columns, from);
		for (size_t t = 0; t < w->n; t += BATCH) {
			size_t n = w->n - t < BATCH ? w->n - t : BATCH;

			if (rows->n - from > TREES_ROWS / 2)
				score_block(w->tree + t, n, &b, scores + from);
			else
				score_half(w->tree + t, n, &b, scores + from);
		}
	}
}

#else

#define HAS_WIDE false
#define wide_open(w, n) NULL
#define score_wide(w, rows, scores) ((void)0)

#endif

void
trees_open(struct trees *t, const int8_t *weights, uint32_t size)
{
	*t = (struct trees){ weights, size, NULL };
	if (HAS_WIDE)
		t->wide = wide_open((const uint8_t *)weights,
		    size / TREES_BYTES);
}

void
trees_close(struct trees *t)
{
	free(t->wide);
}

void
trees_score(const struct trees *t, const struct trees_rows *rows,
    int32_t *scores)
{
	if (t->wide != NULL)
		score_wide(t->wide, rows, scores);
	else
		trees_score_plain(t->weights, t->size, rows, scores);
}
