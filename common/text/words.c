#include "text/words.h"

#include "text/chars.h"

enum { LONGEST = 255 };	/* an entry's length is one byte */

/* h * 31 + byte, so that awk's doubles can compute it too. */
static uint32_t
slot_of(const struct words *w, struct str s)
{
	uint32_t h = 0;

	for (size_t i = 0; i < s.n; i++)
		h = h * 31 + (unsigned char)s.p[i];
	return h % w->size;
}

static int
find(const struct words *w, struct str s)
{
	for (uint32_t i = slot_of(w, s); w->at[i] != 0; i = (i + 1) % w->size) {
		const char *e = w->pool + w->at[i] - 1;

		if (str_eq((struct str){ e + 1, (unsigned char)e[0] }, s))
			return w->value[i];
	}
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
