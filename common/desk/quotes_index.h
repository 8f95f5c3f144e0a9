/*
 * quotes_index -- from hashes of names to the numbers of persons, eight bytes
 * an entry, so that it stays in the caches (maps with their keys were a tenth
 * of the time). 40 bits of a hash are kept: of 5000 names two are taken for one
 * once in 80,000 documents.
 */
#ifndef DESK_QUOTES_INDEX_H
#define DESK_QUOTES_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A zeroed struct is empty. */
struct quotes_index {
	uint64_t *slots;	/* hash << 24 | number; 0: free */
	size_t cap, n;
};

/* The hash of a word, whatever the case of its letters of ASCII. */
uint64_t quotes_index_key(struct str word);

/* 0: there is none. Numbers are below 2^24. */
uint32_t quotes_index_get(const struct quotes_index *, uint64_t key);
/* The number of the key from now on; the one it had before, or 0. */
uint32_t quotes_index_set(struct quotes_index *, uint64_t key, uint32_t number);

void quotes_index_clear(struct quotes_index *);	/* memory kept */
void quotes_index_free(struct quotes_index *);

#endif
