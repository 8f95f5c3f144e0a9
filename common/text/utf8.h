/*
 * utf8 -- reading code points. Everything past the reader (io/in) is valid
 * UTF-8, so utf8_next() and utf8_prev() trust their input; utf8_valid() is how
 * the reader finds out. (Well-formed byte sequences: Unicode 15, table 3-7.)
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "base/buf.h"

/*
 * How many of the first bytes are valid UTF-8; s.n when all are. 32 at once
 * (Keiser and Lemire, "Validating UTF-8 in less than one instruction per
 * byte", 2021); utf8_valid_plain is its C twin.
 */
size_t utf8_valid(struct str s);
size_t utf8_valid_plain(struct str s);

/* Length 1-4 of the valid sequence at the start of s, 0 if there is none. */
size_t utf8_sequence(struct str s);

/* How many of the first bytes are ASCII; utf8_ascii_plain is its C twin. */
size_t utf8_ascii(struct str s);
size_t utf8_ascii_plain(struct str s);

/*
 * How many of the first bytes may stand in a JSON string as they are (neither
 * quotation mark nor backslash nor below 0x20); utf8_unquoted_plain: C twin.
 */
size_t utf8_unquoted(struct str s);
size_t utf8_unquoted_plain(struct str s);

/*
 * How many of the first bytes are no quotation mark: ASCII, but none of " ' `;
 * utf8_unmarked_plain: C twin.
 */
size_t utf8_unmarked(struct str s);
size_t utf8_unmarked_plain(struct str s);

/*
 * Where lines end: the places of the first delimiters, at most that many. With
 * *ascii all bytes up to the last of them are ASCII; without it, who knows.
 */
size_t utf8_ends(struct str s, char delim, size_t *ends, size_t most,
    bool *ascii);
size_t utf8_ends_plain(struct str s, char delim, size_t *ends, size_t most,
    bool *ascii);

void utf8_put(struct buf *, uint32_t c);	/* not a code point: U+FFFD */

static inline bool
utf8_is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The code point at *i, which moves past it. *i must be less than s.n. */
static inline uint32_t
utf8_next(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;

	if (p[0] < 0x80) {
		*i += 1;
		return p[0];
	}
	if (p[0] < 0xe0) {
		*i += 2;
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	}
	if (p[0] < 0xf0) {
		*i += 3;
		return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	}
	*i += 4;
	return (p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6
	    | (p[3] & 0x3fu);
}

/* The code point that ends at *i, which moves before it. *i must be above 0. */
static inline uint32_t
utf8_prev(struct str s, size_t *i)
{
	size_t at = *i - 1, end;

	while (at > 0 && utf8_is_tail(s.p[at]))
		at--;
	*i = end = at;
	return utf8_next(s, &end);
}

/* The code point at i without moving; 0 at or past the end. */
static inline uint32_t
utf8_at(struct str s, size_t i)
{
	return i < s.n ? utf8_next(s, &i) : 0;
}

/* The last place at or before i that does not cut a code point in two. */
static inline size_t
utf8_floor(struct str s, size_t i)
{
	while (i > 0 && i < s.n && utf8_is_tail(s.p[i]))
		i--;
	return i;
}

#endif
