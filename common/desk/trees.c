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

/* The leaf numbers of 32 rows. */
__attribute__((target("avx2"))) static __m256i
find_leaves(const uint8_t *w, const uint8_t *const *columns, size_t from)
{
	const __m256i sign = _mm256_set1_epi8((char)0x80);
	__m256i leaf = _mm256_setzero_si256();

	for (int level = 0; level < TREES_DEPTH; level++) {
		__m256i x = _mm256_xor_si256(sign, _mm256_loadu_si256(
		    (const __m256i *)(const void *)(columns[w[level]] + from)));
		__m256i t = _mm256_set1_epi8((char)(w[TREES_DEPTH + level]
		    ^ 0x80));

		leaf = _mm256_sub_epi8(_mm256_add_epi8(leaf, leaf),
		    _mm256_cmpgt_epi8(x, t));
	}
	return leaf;
}

/* Bits 0-3 look up in four tables of 16, bits 4 and 5 choose among these. */
__attribute__((target("avx2"))) static __m256i
look_up(const uint8_t *leaves, __m256i leaf)
{
	__m256i by4 = _mm256_slli_epi16(leaf, 3);
	__m256i by5 = _mm256_slli_epi16(leaf, 2), v[4];

	for (int k = 0; k < 4; k++)
		v[k] = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(
		    _mm_loadu_si128((const __m128i *)(const void *)
		    (leaves + 16 * k))), leaf);
	return _mm256_blendv_epi8(_mm256_blendv_epi8(v[0], v[1], by4),
	    _mm256_blendv_epi8(v[2], v[3], by4), by5);
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

/* Sums of 16 bits hold this many leaves of 8. */
enum { BATCH = 255 };

__attribute__((target("avx2"))) static void
score_rows(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t from, int32_t *scores)
{
	__m256i low = _mm256_setzero_si256(), high = low;

	for (uint32_t t = 0; t < trees; t++, w += TREES_BYTES) {
		__m256i v = look_up(w + 2 * TREES_DEPTH,
		    find_leaves(w, columns, from));

		low = _mm256_add_epi16(low, _mm256_cvtepi8_epi16(
		    _mm256_castsi256_si128(v)));
		high = _mm256_add_epi16(high, _mm256_cvtepi8_epi16(
		    _mm256_extracti128_si256(v, 1)));
	}
	add_up(scores + from, low);
	add_up(scores + from + 16, high);
}

__attribute__((target("avx2"))) static void
score_avx2(const uint8_t *w, uint32_t trees, const uint8_t *const *columns,
    size_t n, int32_t *scores)
{
	for (uint32_t t = 0; t < trees; t += BATCH)
		for (size_t from = 0; from < n; from += 32)
			score_rows(w + t * TREES_BYTES, trees - t < BATCH
			    ? trees - t : BATCH, columns, from, scores);
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
