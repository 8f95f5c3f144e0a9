/*
 * scan -- marks the bytes that may matter to a splitter of sentences, 64 at a
 * time. scan_block_plain() is the C twin that a test holds scan_block() to.
 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include <stdint.h>

#include "base/str.h"

/* Besides . ! ? line ends and the lead bytes of stops elsewhere. */
enum scan_kind {
	SCAN_MARKS,	/* of SCAN_GAPS those behind : * ) ( or before a bullet */
	SCAN_GAPS,	/* white space before what is no small letter */
	SCAN_SPACES	/* and all white space before anything else */
};

/* Bit k tells of the byte at i + k; past the text's end there are none. */
struct scan_marks {
	uint64_t stops, gaps;
};

struct scan_marks scan_block(struct str s, size_t i, enum scan_kind);
struct scan_marks scan_block_plain(struct str s, size_t i, enum scan_kind);

/* A line, or a word, as far as it was looked at. */
struct scan_run {
	size_t n, points;	/* bytes; code points of them */
	bool blank;		/* a ' ' is among them */
};

/*
 * The line s begins with, without its end. Of one with a blank and more than
 * most code points only so much is read, in steps of SCAN_STEP bytes.
 */
enum { SCAN_STEP = 32 };
struct scan_run scan_line(struct str s, size_t most);
struct scan_run scan_line_plain(struct str s, size_t most);

/* The word s begins with, up to ASCII white space. */
struct scan_run scan_word(struct str s);
struct scan_run scan_word_plain(struct str s);

/* What is between two places: marks, small letters, words that begin so. */
struct scan_counts {
	unsigned quotes, opens, shuts, lowers, starts;
};

struct scan_counts scan_counts(struct str s, size_t from, size_t to);
struct scan_counts scan_counts_plain(struct str s, size_t from, size_t to);

/*
 * Copies s to a place with room for it and SCAN_STEP more bytes, each run of
 * white space as one blank: the length. What stands at the ends stays. end:
 * of what may be read.
 */
size_t scan_fold(char *to, struct str s, const char *end);
size_t scan_fold_plain(char *to, struct str s);

#endif
