/*
 * sentences_bytes -- eight bytes at a time, and what kind of byte each is: for
 * the two models of desk/sentences.
 */
#ifndef DESK_SENTENCES_BYTES_H
#define DESK_SENTENCES_BYTES_H

#include <stdint.h>

#define EIGHT(c) c, c, c, c, c, c, c, c
#define AS_IS(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7

/* 'x', 'X', '9', 'u' above ASCII, else the byte itself. */
static const unsigned char kinds[256] = {
	AS_IS(0), AS_IS(8), AS_IS(16), AS_IS(24), AS_IS(32), AS_IS(40),
	EIGHT('9'), '9', '9', ':', ';', '<', '=', '>', '?',
	'@', 'X', 'X', 'X', 'X', 'X', 'X', 'X', EIGHT('X'), EIGHT('X'),
	'X', 'X', 'X', '[', '\\', ']', '^', '_',
	'`', 'x', 'x', 'x', 'x', 'x', 'x', 'x', EIGHT('x'), EIGHT('x'),
	'x', 'x', 'x', '{', '|', '}', '~', 127,
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'),
};

#undef EIGHT
#undef AS_IS

/* The top bit of each byte that is a blank, a line end or the like. */
static inline uint64_t
blanks_of(uint64_t v)
{
	const uint64_t tops = 0x8080808080808080;

	return ~(((v & ~tops) + 0x5f5f5f5f5f5f5f5f) | v) & tops;
}

#endif
