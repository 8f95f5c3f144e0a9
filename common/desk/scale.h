/* scale -- counts and sums as bytes, by their logarithm. */
#ifndef DESK_SCALE_H
#define DESK_SCALE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * 8 * log2(1 + v), in steps fine enough for a threshold: the exponent of a
 * double and the first three bits after it (half the time of counting bits).
 */
static inline uint8_t
scale(unsigned v)
{
	double x = (int64_t)(v + 1 > 0 ? v + 1 : v);
	uint64_t bits;

	memcpy(&bits, &x, sizeof bits);
	return (uint8_t)((bits >> 49) - 1023 * 8);
}

/*
 * The same, for loops that compilers make SIMD of: a float holds 24 bits, and
 * the last of more do not matter.
 */
static inline uint8_t
scale_one(int32_t v)
{
	int32_t x = v + 1 < 1 << 24 ? v + 1 : (v + 1) & ~0xff, bits;
	float f = (float)x;

	memcpy(&bits, &f, sizeof bits);
	return (uint8_t)((bits >> 20) - 127 * 8);
}

/*
 * The same of many at once, in 1/64, all of them below 2^30 (a float holds
 * 2^24): loops that compilers make SIMD of.
 */
static inline void
scale_all(uint8_t *to, const int32_t *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		float x = (float)((v[i] >> 6) + 1);
		int32_t bits;

		memcpy(&bits, &x, sizeof bits);
		to[i] = (uint8_t)((bits >> 20) - 127 * 8);
	}
}

#endif
