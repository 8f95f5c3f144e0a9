/*
 * sentences_line -- was a line broken because the next word did not fit, or
 * does it end something? Decided by the lines around alone, at most
 * SENTENCES_LINES on each side and not across an empty line, so that the
 * answer is the same however the text comes. Lengths are in code points.
 */
#ifndef DESK_SENTENCES_LINE_H
#define DESK_SENTENCES_LINE_H

#include "desk/sentences.h"

enum line_end { LINE_JOINS, LINE_BREAKS, LINE_UNKNOWN };

/* Of the line end at nl; LINE_UNKNOWN: more text is needed to tell. */
enum line_end sentences_line_end(struct sentences *, size_t nl);

/* The walk goes past the line end at nl. */
void sentences_pass_line(struct sentences *, size_t nl);

/* Code points of the current line up to i, those given before too. */
size_t sentences_line_so_far(const struct sentences *, size_t i);

/* What was given of the current line when the sentence begins at i. */
struct sentences_lead sentences_lead_at(const struct sentences *, size_t i);

#endif
