#include "desk/since.h"

#include <stdbool.h>

#include "base/wide.h"

enum { FAR = 255 };

void
rows_since_plain(uint8_t *to, const uint8_t *is, size_t n)
{
	unsigned rows = FAR;

	for (size_t i = 0; i < n; i++) {
		to[i] = (uint8_t)rows;
		rows = is[i] ? 0 : rows + (rows < FAR);
	}
}

void
rows_until_plain(uint8_t *to, const uint8_t *is, size_t n)
{
	unsigned rows = FAR;

	for (size_t i = n; i-- > 0;) {
		to[i] = (uint8_t)rows;
		rows = is[i] ? 0 : rows + (rows < FAR);
	}
}

#ifdef HAS_WIDE

/*
 * Sixteen rows at a time: how far each is from one that is not 0, itself or in
 * its block, is found in steps of 1, 2, 4 and 8 rows; then from the block before.
 */
enum { BLOCK = 16 };

/* 0 where a row is not 0, otherwise FAR. */
WIDE_CODE static inline __m128i
is_none(const uint8_t *is)
{
	return _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)
	    is), _mm_setzero_si128());
}

WIDE_CODE static inline __m128i
nearer(__m128i x, __m128i other, __m128i further)
{
	return _mm_min_epu8(x, _mm_adds_epu8(other, further));
}

WIDE_CODE static inline void
put(uint8_t *to, __m128i x)
{
	_mm_storeu_si128((__m128i *)(void *)to, x);
}

WIDE_CODE static void
since_wide(uint8_t *to, const uint8_t *is, size_t n)
{
	const __m128i far = _mm_set1_epi8((char)FAR);
	const __m128i first = _mm_setr_epi8(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
	    12, 13, 14, 15, 16);
	__m128i before = far;

	for (size_t i = 0; i < n; i += BLOCK) {
		__m128i x = is_none(is + i);
		__m128i last = _mm_shuffle_epi8(before, _mm_set1_epi8(15));

		x = nearer(x, _mm_alignr_epi8(x, far, 15), _mm_set1_epi8(1));
		x = nearer(x, _mm_alignr_epi8(x, far, 14), _mm_set1_epi8(2));
		x = nearer(x, _mm_alignr_epi8(x, far, 12), _mm_set1_epi8(4));
		x = nearer(x, _mm_alignr_epi8(x, far, 8), _mm_set1_epi8(8));
		x = nearer(x, last, first);
		put(to + i, _mm_alignr_epi8(x, before, 15));
		before = x;
	}
}

/* The rows of a block, of which only some there are. */
WIDE_CODE static inline __m128i
is_none_of(const uint8_t *is, size_t rows)
{
	const __m128i place = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
	    11, 12, 13, 14, 15);

	return _mm_or_si128(is_none(is), _mm_cmpgt_epi8(place,
	    _mm_set1_epi8((char)(rows < BLOCK ? rows - 1 : BLOCK))));
}

WIDE_CODE static void
until_wide(uint8_t *to, const uint8_t *is, size_t n)
{
	const __m128i far = _mm_set1_epi8((char)FAR);
	const __m128i last = _mm_setr_epi8(16, 15, 14, 13, 12, 11, 10, 9, 8, 7,
	    6, 5, 4, 3, 2, 1);
	__m128i after = far;

	for (size_t i = (n + BLOCK - 1) / BLOCK * BLOCK; i > 0; i -= BLOCK) {
		size_t from = i - BLOCK;
		__m128i x = is_none_of(is + from, n - from);
		__m128i first = _mm_shuffle_epi8(after, _mm_setzero_si128());

		x = nearer(x, _mm_alignr_epi8(far, x, 1), _mm_set1_epi8(1));
		x = nearer(x, _mm_alignr_epi8(far, x, 2), _mm_set1_epi8(2));
		x = nearer(x, _mm_alignr_epi8(far, x, 4), _mm_set1_epi8(4));
		x = nearer(x, _mm_alignr_epi8(far, x, 8), _mm_set1_epi8(8));
		x = nearer(x, first, last);
		put(to + from, _mm_alignr_epi8(after, x, 1));
		after = x;
	}
}

#else

#define HAS_WIDE false
#define since_wide rows_since_plain
#define until_wide rows_until_plain

#endif

void
rows_since(uint8_t *to, const uint8_t *is, size_t n)
{
	if (HAS_WIDE)
		since_wide(to, is, n);
	else
		rows_since_plain(to, is, n);
}

void
rows_until(uint8_t *to, const uint8_t *is, size_t n)
{
	if (HAS_WIDE)
		until_wide(to, is, n);
	else
		rows_until_plain(to, is, n);
}
