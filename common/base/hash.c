#include "base/hash.h"

static const uint64_t K0 = 0xa0761d6478bd642f, K1 = 0xe7037ed1a0b428db,
    K2 = 0x8ebc6af09c88c6e3;

static uint64_t
read4(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16
	    | (uint64_t)p[3] << 24;
}

/* Fewer than eight bytes: every one of them counts. */
static uint64_t
read_tail(const unsigned char *p, size_t n)
{
	if (n >= 4)
		return read4(p) | read4(p + n - 4) << 32;
	if (n == 0)
		return 0;
	return (uint64_t)p[0] | (uint64_t)p[n / 2] << 8
	    | (uint64_t)p[n - 1] << 16;
}

uint64_t
hash_bytes(struct str s, uint64_t seed)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t n = s.n;
	uint64_t h = seed ^ hash_mix(seed ^ K0, K1), a, b;

	for (; n > 16; p += 16, n -= 16)
		h = hash_mix(hash_read8(p) ^ K1, hash_read8(p + 8) ^ h);
	if (n >= 8) {
		a = hash_read8(p);
		b = hash_read8(p + n - 8);
	} else {
		a = read_tail(p, n);
		b = 0;
	}
	return hash_mix(K2 ^ s.n, hash_mix(a ^ K1, b ^ h));
}

void
hash_bytes2(struct str s, uint64_t *high, uint64_t *low)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint64_t h = K0 ^ s.n, l = K2, a, b;
	size_t n = s.n;

	for (; n > 16; p += 16, n -= 16) {
		a = hash_read8(p);
		b = hash_read8(p + 8);
		h = hash_mix(a ^ K1, b ^ h);
		l = hash_mix(a ^ l, b ^ K0);
	}
	if (n >= 8) {
		a = hash_read8(p);
		b = hash_read8(p + n - 8);
	} else {
		a = read_tail(p, n);
		b = n;
	}
	h = hash_mix(a ^ K1, b ^ h);
	l = hash_mix(a ^ l, b ^ K0);
	*high = hash_mix(h ^ K2, l ^ s.n);
	*low = hash_mix(l ^ K1, h ^ K0);
}
