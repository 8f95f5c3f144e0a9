/* bytes_classes() where there is AVX2, for what is itself compiled for it. */
#ifndef TEXT_BYTES_WIDE_H
#define TEXT_BYTES_WIDE_H

#include "text/bytes.h"

#ifdef __x86_64__
#include <immintrin.h>

__attribute__((target("avx2"))) static inline uint64_t
wide_range(__m256i x, char low, char n)
{
	__m256i from = _mm256_sub_epi8(x, _mm256_set1_epi8((char)(low + 128)));

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(
	    _mm256_set1_epi8((char)(n - 128)), from));
}

__attribute__((target("avx2"))) static inline void
bytes_wide(const char *p, struct bytes *b)
{
	*b = (struct bytes){ 0 };
	for (unsigned i = 0; i < 64; i += 32) {
		__m256i x = _mm256_loadu_si256((const __m256i *)
		    (const void *)(p + i));
		__m256i low = _mm256_or_si256(x, _mm256_set1_epi8(0x20));
		__m256i lead = _mm256_cmpgt_epi8(x,
		    _mm256_set1_epi8((char)0xbf));

		b->letter |= wide_range(low, 'a', 26) << i;
		b->upper |= wide_range(x, 'A', 26) << i;
		b->digit |= wide_range(x, '0', 10) << i;
		b->space |= wide_range(x, 0, 0x21) << i;
		b->high |= (uint64_t)(uint32_t)_mm256_movemask_epi8(x) << i;
		b->lead |= (uint64_t)(uint32_t)_mm256_movemask_epi8(
		    _mm256_and_si256(x, lead)) << i;
	}
}
#endif

#endif
