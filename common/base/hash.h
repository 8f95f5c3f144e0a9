/*
 * hash -- 64-bit hash of bytes, the same on every machine (little-endian
 * reads are spelt out). Multiply-and-fold after wyhash (Wang Yi, "final
 * version 4", public domain design); not for secrets.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

uint64_t hash_bytes(struct str, uint64_t seed);

/*
 * 128 bits at once: two lanes over one reading of the bytes. With a seed that
 * nobody knows, nobody can make two texts with one hash.
 */
void hash_bytes2(struct str, uint64_t seed, uint64_t *high, uint64_t *low);

static inline uint64_t
hash_mix(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 m = (unsigned __int128)a * b;

	return (uint64_t)m ^ (uint64_t)(m >> 64);
}

/* Eight bytes as a little-endian number, on any machine. */
static inline uint64_t
hash_read8(const void *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return v;
}

#endif
