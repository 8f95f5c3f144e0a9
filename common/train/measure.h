/*
 * measure -- the figures of judgement over pages: lines (pooled, and the mean
 * over pages), bags of words (mean of pages), shingles of four words (F1 of
 * mean precision and mean recall).
 */
#ifndef TRAIN_MEASURE_H
#define TRAIN_MEASURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct measure {
	double lines_hit, lines_kept, lines_true, page_lines, line_pages;
	double words, shingle_p, shingle_r, pages, p_pages, r_pages;
};

void measure_lines(struct measure *, size_t hit, size_t kept, size_t truth);
/* Both are text, a block a line. */
void measure_text(struct measure *, struct str kept, struct str truth);
void measure_print(const struct measure *, const char *name);

#endif
