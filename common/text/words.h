/*
 * words -- fixed word lists, made into hash tables at build time (common/gen/
 * words.awk) from common/data/NAME.words. Each entry has a number, 0 unless the
 * list gives one. Look-up is exact bytes: lower the word first if the list is
 * in lower case.
 *
 *	extern const struct words words_titles;
 *	if (words_find(&words_titles, STR("dr")) >= 0) ...
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdint.h>

#include "base/str.h"

/* All that tells most other words from the entry stands in one place. */
struct words_slot {
	uint32_t at;			/* of its bytes in the pool */
	int16_t value;
	uint8_t length, print;		/* 0: free; of the hash, other bits */
};

struct words {
	uint32_t size;			/* slots */
	unsigned longest, most;		/* bytes; blanks in an entry */
	const struct words_slot *slots;
	const char *pool;		/* in the list's order: length byte, bytes */
	const uint32_t *lengths;	/* first two bytes -> bits: lengths there are */
	const uint32_t *ends;		/* the same: last byte and length, mixed */
};

/*
 * May there be an entry of this length that begins with these two bytes (one
 * byte: twice the same) and ends with the last? Most words are refused. The
 * last byte is mixed with the length so that "thursday" and "three" do not let
 * in "the": 30 words in a hundred fewer are looked up in running English.
 */
static inline bool
words_may_have(const struct words *w, size_t n, char first, char second,
    char last)
{
	unsigned k = (unsigned char)first * 19u;

	if (n > 1)
		k += (unsigned char)second;
	k %= 512;
	return (w->lengths[k] >> (n < 31 ? n : 31)
	    & w->ends[k] >> (((unsigned char)last + 5u * n) % 32u) & 1) != 0;
}

/* The entry's number (0 or more), or -1 when the list does not have it. */
int words_find(const struct words *, struct str);

/* The same, with ASCII letters of the word lowered first. */
int words_find_lower(const struct words *, struct str);

/* Where it would stand is fetched, if it may be looked up soon. */
void words_prefetch(const struct words *, struct str);

/* The first entry of each number from 1 to n - 1; {"", 0} where none is. The
 * strings live for ever. */
void words_usual(const struct words *, struct str *usual, int n);

#endif
