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

/* Bit k tells of the byte at i + k; past s.n there are none. */
uint64_t scan_block(struct str s, size_t i, enum scan_kind);
uint64_t scan_block_plain(struct str s, size_t i, enum scan_kind);

#endif
