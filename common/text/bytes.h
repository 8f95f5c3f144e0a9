/*
 * bytes -- what the bytes of a text are, 64 at once, a bit for each: the
 * fast way through a line. Bytes above 0x7f are only "high"; what they mean is
 * for utf8_next() to say. bytes_classes_plain is the C twin.
 */
#ifndef TEXT_BYTES_H
#define TEXT_BYTES_H

#include <stdint.h>

struct bytes {
	uint64_t letter, upper, digit;	/* ASCII */
	uint64_t space;			/* 0x20 and below */
	uint64_t high, lead;		/* 0x80, 0xc0 and above */
};

/* All 64 bytes at p must be readable. */
void bytes_classes(const char *p, struct bytes *);
void bytes_classes_plain(const char *p, struct bytes *);

/*
 * First bytes of characters beyond ASCII that are letters whatever follows in
 * the tables: most of Latin-1, Greek and Cyrillic, and Han. What is not among
 * them may be a letter too, as may what ends after the 64 bytes.
 */
struct bytes_beyond {
	uint64_t letter, upper, han;
};
void bytes_beyond(const char *p, struct bytes_beyond *);
void bytes_beyond_plain(const char *p, struct bytes_beyond *);

static inline unsigned
bytes_count(uint64_t bits)
{
#if defined __POPCNT__ || defined WIDE
	return (unsigned)__builtin_popcountll(bits);
#else
	/* Inline: without -mpopcnt the compiler's own is a call. */
	bits -= bits >> 1 & 0x5555555555555555;
	bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
	bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
	return (unsigned)(bits * 0x0101010101010101 >> 56);
#endif
}

#endif
