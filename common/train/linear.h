/*
 * linear -- logistic regression over hashed keys (desk/deboil_words.c), by
 * AdaGrad. Keys have weights only when seen on enough sites: what names a site
 * cannot matter. Of two keys that share a slot the one on more sites has it.
 */
#ifndef TRAIN_LINEAR_H
#define TRAIN_LINEAR_H

#include <stddef.h>
#include <stdint.h>

struct linear {
	size_t rows;
	const uint32_t *keys;		/* of all rows, one after the other */
	const size_t *first;		/* row -> its first key; rows + 1 */
	const uint8_t *label;
	const float *weight;		/* 0: row is left out */
	const uint32_t *site;		/* by row */
};

/* Fills checks, a byte a slot, with the keys that are let in. */
void linear_admit(const struct linear *, uint8_t *checks);

/* Writes the table of checks and weights, 2 << WORDS_BITS bytes. */
void linear_train(const struct linear *, const uint8_t *checks, uint8_t *out);

#endif
