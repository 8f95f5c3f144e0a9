/*
 * chars -- what a code point is, whatever the locale. The tables are made at
 * build time from common/data/unicode.tsv (Unicode 15.0).
 */
#ifndef TEXT_CHARS_H
#define TEXT_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
	CHAR_LETTER = 1,	/* L*, Nl */
	CHAR_UPPER = 2,		/* Lu, Lt */
	CHAR_LOWER = 4,		/* Ll */
	CHAR_DIGIT = 8,		/* Nd */
	CHAR_SPACE = 16,	/* White_Space, and U+200B, U+FEFF */
	CHAR_PUNCT = 32,	/* P* */
	CHAR_SYMBOL = 64,	/* S* */
	CHAR_MARK = 128,	/* M* */
	CHAR_CJK = 256,		/* Han, Kana, Bopomofo: no spaces between words */
	CHAR_OPEN = 512,	/* Ps, Pi: opens a bracket or quotation */
	CHAR_CLOSE = 1024,	/* Pe, Pf */
	CHAR_OTHER = 2048,	/* No: superscripts, fractions */
	CHAR_CONTROL = 4096,	/* Cc, Cf */
	CHAR_WORD = CHAR_LETTER | CHAR_DIGIT | CHAR_MARK
};

extern const uint8_t chars_index[];	/* private: block of 128 -> its row */
extern const uint16_t chars_class[];
extern const uint8_t chars_case_index[];
extern const int32_t chars_case_delta[];

static inline unsigned
chars_of(uint32_t c)
{
	return c > 0x10ffff ? 0 : chars_class[chars_index[c >> 7] * 128u + (c & 127)];
}

static inline bool
chars_is(uint32_t c, unsigned classes)
{
	return (chars_of(c) & classes) != 0;
}

/* Simple lower case, code point by code point; others stay as they are. */
static inline uint32_t
chars_lower(uint32_t c)
{
	if (c < 128)
		return c - 'A' < 26u ? c + 32 : c;
	if (c > 0x10ffff)
		return c;
	return (uint32_t)((int32_t)c
	    + chars_case_delta[chars_case_index[c >> 7] * 128u + (c & 127)]);
}

/* The same for ASCII bytes alone. */
/* Thai, Lao, Burmese, Khmer: like CHAR_CJK they set no blanks between words. */
static inline bool
chars_is_unspaced(uint32_t c)
{
	return c - 0xe00 < 0x100 || c - 0x1000 < 0xa0 || c - 0x1780 < 0x80;
}

static inline bool
byte_is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline bool
byte_is_upper(char c)
{
	return (unsigned char)(c - 'A') < 26;
}

static inline bool
byte_is_lower(char c)
{
	return (unsigned char)(c - 'a') < 26;
}

static inline bool
byte_is_letter(char c)
{
	return (unsigned char)((c | 32) - 'a') < 26;
}

static inline bool
byte_is_space(char c)
{
	return c == ' ' || (unsigned char)(c - '\t') < 5;
}

static inline char
byte_lower(char c)
{
	return byte_is_upper(c) ? (char)(c + 32) : c;
}

struct buf;
void chars_lower_put(struct buf *, struct str);	/* s in lower case */
struct str chars_trim(struct str);		/* without white space around */
struct str chars_trim_ascii(struct str);	/* only ASCII white space */
bool chars_eq_nocase(struct str, struct str);	/* ASCII letters alone fold */
bool chars_all_of(struct str, struct str set);	/* bytes; some, all in set */
bool chars_is_one_of(struct str, const char *const *list, size_t n);	/* so */

#endif
