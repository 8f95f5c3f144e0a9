/*
 * wordbits -- what the bytes of a block of 64 are, as bits (bit i: byte i), for
 * who splits text into words at memory speed. Bytes of other scripts count as
 * word bytes; the caller takes out the marks among them (lead: a byte that
 * begins U+0080-00BF or U+2000-2FFF).
 */
#ifndef TEXT_WORDBITS_H
#define TEXT_WORDBITS_H

#include <stdint.h>

struct wordbits {
	uint64_t word;		/* ASCII letters and digits, bytes above 127 */
	uint64_t digit;		/* ASCII digits */
	uint64_t mark;		/* "." and "," */
	uint64_t lead;		/* 0xc2 and 0xe2 */
	uint64_t far;		/* 0xd6 and up, but 0xe2: no Latin, Cyrillic, Greek */
};

enum { WORDBITS = 64 };

/* p: WORDBITS readable bytes. wordbits_plain is the C twin. */
struct wordbits wordbits(const char *p);
struct wordbits wordbits_plain(const char *p);

#endif
