/*
 * sentences_list -- lists in running text: "1. The first 2. The second",
 * "a) one b) two", bullets. A sentence that begins with such a mark ends where
 * the next mark of the same style stands.
 */
#ifndef DESK_SENTENCES_LIST_H
#define DESK_SENTENCES_LIST_H

#include "desk/sentences.h"

/* Looks what mark the sentence at begin has. */
void sentences_list_begin(struct sentences *);

/* Does the mark at i follow the one the sentence began with? */
bool sentences_list_goes_on(const struct sentences *, size_t i);

#endif
