#include "desk/quotes_index.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"

enum { NUMBER_BITS = 24, LONGEST = 64, FEWEST = 256 };

static const uint64_t EACH = 0x0101010101010101;
static const uint64_t K0 = 0xa0761d6478bd642f, K1 = 0xe7037ed1a0b428db;

/* Eight bytes at once. */
static inline uint64_t
lower(uint64_t x)
{
	uint64_t low = x & ~(EACH << 7);
	uint64_t upper = (low + EACH * (0x80 - 'A'))
	    & ~(low + EACH * (0x7f - 'Z')) & ~x & EACH << 7;

	return x | upper >> 2;
}

/* At most eight bytes, which with their number say which they are. */
static inline uint64_t
read_some(const char *p, size_t n)
{
	uint32_t first, last;

	if (n == 8)
		return hash_read8(p);
	if (n < 4)
		return n == 0 ? 0 : (uint64_t)(unsigned char)p[0]
		    | (uint64_t)(unsigned char)p[n / 2] << 8
		    | (uint64_t)(unsigned char)p[n - 1] << 16;
	memcpy(&first, p, sizeof first);
	memcpy(&last, p + n - sizeof last, sizeof last);
	return first | (uint64_t)last << 32;
}

uint64_t
quotes_index_key(struct str s)
{
	const char *p = s.p;
	size_t n = s.n < LONGEST ? s.n : LONGEST;
	uint64_t h = n ^ K1;

	for (; n > 8; p += 8, n -= 8)
		h = hash_mix(lower(hash_read8(p)) ^ K0, h);
	return hash_mix(lower(read_some(p, n)) ^ K0, h);
}

/* Its slot, or the free one it would have. */
static uint64_t *
find(const struct quotes_index *x, uint64_t key)
{
	uint64_t kept = key >> NUMBER_BITS;

	for (size_t i = kept & (x->cap - 1);; i = (i + 1) & (x->cap - 1))
		if (x->slots[i] == 0 || x->slots[i] >> NUMBER_BITS == kept)
			return &x->slots[i];
}

static void
grow(struct quotes_index *x)
{
	struct quotes_index old = *x;

	x->cap = old.cap > 0 ? old.cap * 2 : FEWEST;
	x->slots = xalloc(x->cap, sizeof *x->slots);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i] != 0)
			*find(x, old.slots[i]) = old.slots[i];
	free(old.slots);
}

uint32_t
quotes_index_get(const struct quotes_index *x, uint64_t key)
{
	return x->n == 0 ? 0 : (uint32_t)(*find(x, key)
	    & (((uint64_t)1 << NUMBER_BITS) - 1));
}

uint32_t
quotes_index_set(struct quotes_index *x, uint64_t key, uint32_t number)
{
	uint64_t *slot;
	uint32_t before;

	if (x->n * 4 >= x->cap * 3)
		grow(x);
	slot = find(x, key);
	before = (uint32_t)(*slot & (((uint64_t)1 << NUMBER_BITS) - 1));
	x->n += before == 0;
	*slot = key >> NUMBER_BITS << NUMBER_BITS | number;
	return before;
}

void
quotes_index_clear(struct quotes_index *x)
{
	if (x->n > 0)
		memset(x->slots, 0, x->cap * sizeof *x->slots);
	x->n = 0;
}

void
quotes_index_free(struct quotes_index *x)
{
	free(x->slots);
	*x = (struct quotes_index){ 0 };
}
