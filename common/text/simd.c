/* The kernels that use SIMD; each has a plain-C twin a unit test holds to it. */
#include "text/utf8.h"

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

#else

size_t
utf8_ascii(struct str s)
{
	return utf8_ascii_plain(s);
}

#endif
