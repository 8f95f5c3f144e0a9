/*
 * index -- which groups of records have a shingle: of each group one record,
 * the first. A shingle that more than INDEX_STOCK groups have is stock text,
 * and which they are is forgotten. 8 bytes a shingle at most 3/4 full, and 32
 * more where several groups have it.
 */
#ifndef DESK_DEDUP_INDEX_H
#define DESK_DEDUP_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INDEX_STOCK = 8, INDEX_WHOLE = 840 };	/* 840 / n: whole up to 8 */

struct index {
	/* Private. */
	struct index_entry {
		uint32_t shingle, ref;	/* shingle 0: free */
	} *entries;
	size_t cap, n;
	struct index_list {
		uint32_t records[INDEX_STOCK];	/* + 1; 0: free */
	} *lists;
	size_t nlists, list_cap;
	uint32_t free_list;	/* + 1 */
	uint64_t seed;
};

/*
 * What the index has of a shingle: its weight is one over the number of its
 * groups, in units of INDEX_WHOLE; 0: it is stock. Valid until index_add().
 */
struct index_found {
	const uint32_t *records;
	unsigned n, weight;
};

/* seed: where entries lie, so that nobody can make them lie badly. */
void index_open(struct index *, uint64_t seed);
void index_close(struct index *);
size_t index_bytes(const struct index *);

/* Room for so many more shingles: places stay valid as long as there is. */
void index_room(struct index *, size_t more);
size_t index_home(const struct index *, uint32_t shingle);
size_t index_place(const struct index *, uint32_t shingle);
struct index_found index_at(const struct index *, size_t place);

/* The record has the shingle that belongs there; groups: by record. */
void index_add(struct index *, size_t place, uint32_t shingle,
    uint32_t record, const uint32_t *groups);

static inline void
index_prefetch(const struct index *x, size_t home)
{
	__builtin_prefetch(&x->entries[home]);
}

#endif
