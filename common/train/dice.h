/*
 * dice -- a fixed generator of random numbers, so that training gives the
 * same bytes on every machine: xorshift64 (G. Marsaglia, "Xorshift RNGs",
 * Journal of Statistical Software 8(14), 2003). The state is the caller's and
 * never 0.
 */
#ifndef TRAIN_DICE_H
#define TRAIN_DICE_H

#include <stddef.h>
#include <stdint.h>

enum { DICE_BITS = 31 };	/* the best ones, which dice_below() uses */
#define DICE_SEED 0x2545f4914f6cdd1d

static inline uint64_t
dice_next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* 0 to n - 1, for n up to 2^31. */
static inline size_t
dice_below(uint64_t *state, size_t n)
{
	return (size_t)((dice_next(state) >> (64 - DICE_BITS)) % n);
}

/* Any order of them is as likely as any other. */
static inline void
dice_shuffle(uint64_t *state, size_t *order, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = dice_below(state, i), x = order[i - 1];

		order[i - 1] = order[j];
		order[j] = x;
	}
}

#endif
