/* The kernels that use SIMD; each has a plain-C twin a unit test holds to it. */
#include "text/utf8.h"
#include "text/wordbits.h"

#ifdef __SSE2__
#include <emmintrin.h>

size_t
utf8_ascii(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= 64; i += 64) {
		const __m128i *p = (const __m128i *)(const void *)(s.p + i);
		__m128i a = _mm_or_si128(_mm_loadu_si128(p),
		    _mm_loadu_si128(p + 1));
		__m128i b = _mm_or_si128(_mm_loadu_si128(p + 2),
		    _mm_loadu_si128(p + 3));

		if (_mm_movemask_epi8(_mm_or_si128(a, b)) != 0)
			break;
	}
	for (; s.n - i >= 16; i += 16) {
		const __m128i *p = (const __m128i *)(const void *)(s.p + i);
		int bad = _mm_movemask_epi8(_mm_loadu_si128(p));

		if (bad != 0)
			return i + (size_t)__builtin_ctz((unsigned)bad);
	}
	return i + utf8_ascii_plain(str_cut(s, i, s.n));
}

size_t
utf8_unquoted(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= 16; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
		__m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v,
		    _mm_set1_epi8(0x1f)), v);
		__m128i mark = _mm_or_si128(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8('"')), _mm_cmpeq_epi8(v,
		    _mm_set1_epi8('\\')));
		int hit = _mm_movemask_epi8(_mm_or_si128(low, mark));

		if (hit != 0)
			return i + (size_t)__builtin_ctz((unsigned)hit);
	}
	return i + utf8_unquoted_plain(str_cut(s, i, s.n));
}

/* Bytes low <= b <= high, as 0xff: subtract, then compare as unsigned. */
static __m128i
between(__m128i v, char low, char high)
{
	__m128i from = _mm_sub_epi8(v, _mm_set1_epi8(low));
	__m128i width = _mm_set1_epi8((char)(high - low));

	return _mm_cmpeq_epi8(_mm_min_epu8(from, width), from);
}

static uint64_t
bits(__m128i v, int at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v) << at;
}

struct wordbits
wordbits(const char *p)
{
	struct wordbits b = { 0 };

	for (int i = 0; i < WORDBITS; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
		__m128i digit = between(v, '0', '9');
		__m128i letter = between(low, 'a', 'z');

		/* movemask takes the top bit: bytes above 127 as they are. */
		b.digit |= bits(digit, i);
		b.word |= bits(_mm_or_si128(_mm_or_si128(digit, letter), v), i);
		b.mark |= bits(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')),
		    _mm_cmpeq_epi8(v, _mm_set1_epi8(','))), i);
		b.lead |= bits(_mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)),
		    _mm_set1_epi8((char)0xe2)), i);
	}
	return b;
}

#else

size_t
utf8_ascii(struct str s)
{
	return utf8_ascii_plain(s);
}

size_t
utf8_unquoted(struct str s)
{
	return utf8_unquoted_plain(s);
}

struct wordbits
wordbits(const char *p)
{
	return wordbits_plain(p);
}

#endif
