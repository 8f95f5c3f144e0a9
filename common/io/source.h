/*
 * source -- the map from a text back to the page it was cut from, as deboil
 * -j writes it: [[text offset, page offset], ...], ascending, in bytes.
 */
#ifndef IO_SOURCE_H
#define IO_SOURCE_H

#include "base/str.h"

struct source_pair {
	unsigned long long text, page;
};

struct source {
	struct source_pair *at;
	size_t n, cap;
};

void source_parse(struct source *, struct str json_array);

/* Where the byte at text offset i stands in the page. */
unsigned long long source_of(const struct source *, unsigned long long i);

void source_free(struct source *);

#endif
