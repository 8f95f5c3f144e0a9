/*
 * arena -- memory that dies together: whatever lives as long as a document is
 * taken from one, and arena_clear() gives it all back at once (the blocks are
 * kept for the next document). A zeroed struct is an empty arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena {
	struct arena_block *first, *now;
	size_t used;	/* of the current block */
};

void *arena_alloc(struct arena *, size_t n, size_t size);	/* not zeroed */
struct str arena_copy(struct arena *, struct str);
void arena_clear(struct arena *);
void arena_free(struct arena *);

#endif
