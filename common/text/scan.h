/*
 * scan -- marks the bytes that may matter to a splitter of sentences, 64 at a
 * time. scan_block_plain() is the C twin that a test holds scan_block() to.
 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include <stdint.h>

#include "base/str.h"

enum scan_kind {
	SCAN_STOPS,	/* . ! ? line ends, lead bytes of stops elsewhere */
	SCAN_GAPS,	/* and white space before what is no small letter */
	SCAN_SPACES	/* and all white space before anything else */
};

/* Bit k tells of the byte at i + k; past the text's end there are none. */
struct scan_marks {
	uint64_t stops, gaps;
};

struct scan_marks scan_block(struct str s, size_t i, enum scan_kind);
struct scan_marks scan_block_plain(struct str s, size_t i, enum scan_kind);

/* Is all white space in s single blanks? scan_is_folded_plain() is its twin. */
bool scan_is_folded(struct str s);
bool scan_is_folded_plain(struct str s);

#endif
