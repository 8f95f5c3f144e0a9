/*
 * map -- from byte strings to 32-bit numbers, open addressing. The map copies
 * its keys into its own arena. A zeroed struct is an empty map; map_free()
 * gives everything back. Keys come from hostile text: set seed to something
 * the text cannot know if the map outlives a document.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"

struct map {
	struct map_slot *slots;
	size_t cap, n;
	uint64_t seed;
	struct arena keys;
};

/* The value's place, or NULL. Valid until the next map_put(). */
uint32_t *map_get(const struct map *, struct str key);

/* The same, but an absent key is added with value 0; *added tells (may be NULL). */
uint32_t *map_put(struct map *, struct str key, bool *added);

void map_clear(struct map *);	/* empty, memory kept */
void map_free(struct map *);

#endif
