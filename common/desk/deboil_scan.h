/*
 * The scan of one row: counts of its characters, marks and words, for
 * deboil_shape.c. There are two of the same source; the wide one is for
 * processors with AVX2, BMI and popcnt, and a unit test holds them together.
 */
#ifndef DESK_DEBOIL_SCAN_H
#define DESK_DEBOIL_SCAN_H

#include "desk/deboil_parts.h"

enum { DEBOIL_SAMPLE = 256 };		/* bytes at most */

/*
 * Fills in counts, kinds and words of a row whose chars are the bytes of the
 * sample; d->words and d->subjects have room for as many.
 */
typedef void deboil_scanner(struct deboil *, struct deboil_shape *,
    struct str sample);
deboil_scanner deboil_scan, deboil_scan_wide;
deboil_scanner *deboil_scanner_here(void);	/* the best this machine has */

extern const uint8_t deboil_marks[128];		/* enum deboil_mark of ASCII */
enum deboil_mark deboil_mark_of(uint32_t c);

#endif
