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

/*
 * 16 bytes into 128 bits of state by one multiplication of which nothing is
 * thrown away (after komihash, A. Vaneev).
 */
struct state {
	uint64_t h, l;
};

static inline struct state
step(struct state x, const unsigned char *p)
{
	__extension__ unsigned __int128 m = (unsigned __int128)
	    (hash_read8(p) ^ x.h) * (hash_read8(p + 8) ^ x.l);
	uint64_t l = x.l + (uint64_t)(m >> 64);

	return (struct state){ (uint64_t)m ^ l, l };
}

/* Two states side by side: what bounds one is its latency. */
static struct state
long_bytes(const unsigned char **at, size_t *n, struct state x)
{
	struct state y = { x.l ^ K1, x.h ^ K2 };
	const unsigned char *p = *at;

	for (; *n > 32; p += 32, *n -= 32) {
		x = step(x, p);
		y = step(y, p + 16);
	}
	*at = p;
	return (struct state){ x.h ^ hash_mix(y.h, K1), x.l ^ hash_mix(y.l, K2) };
}

void
hash_bytes2(struct str s, uint64_t seed, uint64_t *high, uint64_t *low)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char last[16] = { 0 };
	struct state x = { hash_mix(seed ^ K0, K1) ^ s.n, hash_mix(seed ^ K1, K2) };
	size_t n = s.n;

	if (n > 64)
		x = long_bytes(&p, &n, x);
	for (; n > 16; p += 16, n -= 16)
		x = step(x, p);
	if (s.n >= 16) {
		x = step(x, p + n - 16);	/* some bytes once more */
	} else {
		if (n > 0)
			memcpy(last, p, n);
		x = step(x, last);
	}
	*high = hash_mix(x.h ^ K2, x.l ^ K0);
	*low = hash_mix(x.l ^ K1, x.h ^ K2);
}
