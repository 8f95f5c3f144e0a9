/*
 * sentences_stop -- does the stop at a place end a sentence? The rules look
 * at most SENTENCES_LOOK bytes ahead and SENTENCES_WORD back.
 */
#ifndef DESK_SENTENCES_STOP_H
#define DESK_SENTENCES_STOP_H

#include "desk/sentences.h"

enum { SENTENCES_LOOK = 256, SENTENCES_WORD = 40 };

enum stop { NO_STOP, FULL_STOP, OTHER_STOP, WIDE_STOP, DOTS };

/* The kind of sentence-final mark at i; *n is its length in bytes. */
enum stop sentences_stop(struct str text, size_t i, size_t *n);

/* Does a sentence end at the stop at i? *end is past marks that close it. */
bool sentences_ends_at(struct sentences *, size_t i, size_t *end);

#endif
