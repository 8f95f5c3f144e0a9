/*
 * seed -- a number that nobody outside knows, for hashes that hostile input
 * must not foresee. What a tool prints never depends on it.
 */
#ifndef IO_SEED_H
#define IO_SEED_H

#include <stdint.h>

uint64_t seed_random(void);

#endif
