#include "desk/trees.h"

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
    const uint8_t *const *columns, size_t n, int32_t *scores)
{
	const uint8_t *w = (const uint8_t *)weights;

	for (size_t from = 0; from < n; from += TREES_ROWS)
		for (uint32_t at = 0; at + TREES_BYTES <= size;
		    at += TREES_BYTES)
			score_tree(w + at, columns, from, scores);
}

#if defined __x86_64__ && defined __GNUC__
#include <immintrin.h>

/* Rows whose answer is at most the threshold, as 0xff: !(x > t), unsigned. */
__attribute__((target("avx2"))) static inline __m256i
at_most(const uint8_t *w, int level, const uint8_t *const *columns, size_t from)
{
	__m256i x = _mm256_loadu_si256((const __m256i *)(const void *)
	    (columns[w[level]] + from));
	__m256i t = _mm256_set1_epi8((char)w[TREES_DEPTH + level]);

	return _mm256_cmpeq_epi8(_mm256_min_epu8(x, t), x);
}

/*
 * The leaves of 32 rows: the last four levels look up in four tables of 16,
 * the first two choose among these. At_most is -1 for a 0, which makes the
 * place in a table 15 too low.
 */
__attribute__((target("avx2"))) static inline __m256i
find_leaves(const uint8_t *w, const uint8_t *const *columns, size_t from)
{
	const uint8_t *leaves = w + 2 * TREES_DEPTH;
	__m256i by5 = at_most(w, 0, columns, from);
	__m256i by4 = at_most(w, 1, columns, from);
	__m256i at = at_most(w, 2, columns, from), v[4];

	for (int level = 3; level < TREES_DEPTH; level++)
		at = _mm256_add_epi8(_mm256_add_epi8(at, at),
		    at_most(w, level, columns, from));
	at = _mm256_add_epi8(at, _mm256_set1_epi8(15));
	for (int k = 0; k < 4; k++)
		v[k] = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(
		    _mm_loadu_si128((const __m128i *)(const void *)
		    (leaves + 16 * k))), at);
	return _mm256_blendv_epi8(_mm256_blendv_epi8(v[3], v[2], by4),
	    _mm256_blendv_epi8(v[1], v[0], by4), by5);
}

__attribute__((target("avx2"))) static void
add_up(int32_t *scores, __m256i sum)
{
	__m256i low = _mm256_cvtepi16_epi32(_mm256_castsi256_si128(sum));
	__m256i high = _mm256_cvtepi16_epi32(_mm256_extracti128_si256(sum, 1));
	__m256i *s = (__m256i *)(void *)scores;

	_mm256_storeu_si256(s, _mm256_add_epi32(_mm256_loadu_si256(s), low));
	_mm256_storeu_si256(s + 1, _mm256_add_epi32(_mm256_loadu_si256(s + 1),
	    high));
}

/* Sums of even and of odd rows, 32 of them, to their scores. */
__attribute__((target("avx2"))) static void
add_rows(int32_t *scores, __m256i even, __m256i odd)
{
	__m256i low = _mm256_unpacklo_epi16(even, odd);
	__m256i high = _mm256_unpackhi_epi16(even, odd);

	add_up(scores, _mm256_permute2x128_si256(low, high, 0x20));
	add_up(scores + 16, _mm256_permute2x128_si256(low, high, 0x31));
}

/* Sums of 16 bits hold this many leaves of 8. */
enum { BATCH = 255 };

/* 32 or 64 rows: two halves share what is read of a tree. */
__attribute__((target("avx2"), always_inline)) static inline void
score_halves(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t from, int32_t *scores, size_t halves)
{
	const __m256i first = _mm256_set1_epi16(1);
	__m256i even[2], odd[2];

	even[0] = even[1] = odd[0] = odd[1] = _mm256_setzero_si256();
	for (uint32_t t = 0; t < trees; t++, w += TREES_BYTES)
		for (size_t k = 0; k < halves; k++) {
			__m256i v = find_leaves(w, columns, from + 32 * k);

			even[k] = _mm256_add_epi16(even[k],
			    _mm256_maddubs_epi16(first, v));
			odd[k] = _mm256_add_epi16(odd[k],
			    _mm256_srai_epi16(v, 8));
		}
	for (size_t k = 0; k < halves; k++)
		add_rows(scores + from + 32 * k, even[k], odd[k]);
}

__attribute__((target("avx2"), noinline)) static void
score_rows(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t from, int32_t *scores)
{
	score_halves(w, trees, columns, from, scores, 2);
}

__attribute__((target("avx2"), noinline)) static void
score_half(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t from, int32_t *scores)
{
	score_halves(w, trees, columns, from, scores, 1);
}

__attribute__((target("avx2"))) static void
score_avx2(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t n, int32_t *scores)
{
	for (uint32_t t = 0; t < trees; t += BATCH) {
		const uint8_t *batch = w + t * TREES_BYTES;
		uint32_t size = trees - t < BATCH ? trees - t : BATCH;
		size_t from = 0;

		for (; from + TREES_ROWS / 2 < n; from += TREES_ROWS)
			score_rows(batch, size, columns, from, scores);
		if (from < n)
			score_half(batch, size, columns, from, scores);
	}
}

void
trees_score(const int8_t *weights, uint32_t size,
    const uint8_t *const *columns, size_t n, int32_t *scores)
{
	if (__builtin_cpu_supports("avx2"))
		score_avx2((const uint8_t *)weights, size / TREES_BYTES,
		    columns, n, scores);
	else
		trees_score_plain(weights, size, columns, n, scores);
}

#else

void
trees_score(const int8_t *weights, uint32_t size,
    const uint8_t *const *columns, size_t n, int32_t *scores)
{
	trees_score_plain(weights, size, columns, n, scores);
}

#endif
