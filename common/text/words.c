#include "text/words.h"

#include "text/chars.h"

enum { LONGEST = 255 };	/* an entry's length is one byte */

/* The high bits of hash times this are the slot, so that short words spread. */
enum { SPREAD = 648053 };

/*
 * h * 31 + byte, so that awk's doubles can compute it too; four bytes at once,
 * which wait for one another less.
 */
static uint32_t
hash(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint32_t h = 0;
	size_t n = s.n;

	for (; n >= 4; p += 4, n -= 4)
		h = h * (31u * 31 * 31 * 31) + (p[0] * 31u + p[1]) * (31u * 31)
		    + (p[2] * 31u + p[3]);
	for (; n > 0; p++, n--)
		h = h * 31 + *p;
	return h;
}

static inline uint32_t
slot_of(const struct words *w, uint32_t h)
{
	return (uint32_t)((uint64_t)(uint32_t)(h * SPREAD) * w->size >> 32);
}

static int
find(const struct words *w, struct str s)
{
	uint32_t h = hash(s), i = slot_of(w, h);
	const struct words_slot *e;

	for (; (e = &w->slots[i])->length != 0; i = i + 1 < w->size ? i + 1 : 0)
		if (e->length == s.n && e->print == (uint8_t)h
		    && memcmp(w->pool + e->at, s.p, s.n) == 0)
			return e->value;
	return -1;
}

int
words_find(const struct words *w, struct str s)
{
	if (s.n == 0 || s.n > w->longest
	    || !words_may_have(w, s.n, s.p[0], s.p[s.n > 1], s.p[s.n - 1]))
		return -1;
	return find(w, s);
}

int
words_find_lower(const struct words *w, struct str s)
{
	char low[LONGEST];

	if (s.n == 0 || s.n > w->longest || !words_may_have(w, s.n,
	    byte_lower(s.p[0]), byte_lower(s.p[s.n > 1]),
	    byte_lower(s.p[s.n - 1])))
		return -1;
	for (size_t i = 0; i < s.n; i++)
		low[i] = byte_lower(s.p[i]);
	return find(w, (struct str){ low, s.n });
}

void
words_prefetch(const struct words *w, struct str s)
{
	if (s.n > 0 && s.n <= w->longest
	    && words_may_have(w, s.n, s.p[0], s.p[s.n > 1], s.p[s.n - 1]))
		__builtin_prefetch(&w->slots[slot_of(w, hash(s))]);
}

void
words_usual(const struct words *w, struct str *usual, int n)
{
	for (int i = 0; i < n; i++)
		usual[i] = (struct str){ "", 0 };
	for (const char *p = w->pool; *p != '\0'; p += 1 + (unsigned char)*p) {
		struct str s = { p + 1, (unsigned char)*p };
		int number = words_find(w, s);

		if (number > 0 && number < n && usual[number].n == 0)
			usual[number] = s;
	}
}
