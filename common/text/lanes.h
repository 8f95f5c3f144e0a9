/*
 * lanes -- sixteen 16-bit numbers at once, for who looks for the best of many
 * ways (desk/ner). Sums must fit into 16 bits.
 */
#ifndef TEXT_LANES_H
#define TEXT_LANES_H

#include <stdint.h>

enum { LANES = 16 };

/*
 * most[l] = the greatest add[k] + rows[k][l] of all k below n, which is at
 * least 1. lanes_most_plain is the C twin.
 */
void lanes_most(const int16_t *add, const int16_t (*rows)[LANES], unsigned n,
    int16_t most[LANES]);
void lanes_most_plain(const int16_t *add, const int16_t (*rows)[LANES],
    unsigned n, int16_t most[LANES]);

#endif
