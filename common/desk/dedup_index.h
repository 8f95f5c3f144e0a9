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

#include "base/hash.h"

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

/* The record has the shingle that belongs there; groups: by record. */
void index_add(struct index *, size_t place, uint32_t shingle,
    uint32_t record, const uint32_t *groups);

/* ---- the inner loop ---- */

/* ref: a record + 1; or MANY and a place in lists; or all ones: stock. */
#define INDEX_MANY (UINT32_C(1) << 31)
#define INDEX_IS_STOCK UINT32_MAX

static inline size_t
index_home(const struct index *x, uint32_t shingle)
{
	return hash_mix(shingle ^ x->seed, 0x9e3779b97f4a7c15) & (x->cap - 1);
}

static inline size_t
index_place(const struct index *x, uint32_t shingle)
{
	size_t i = index_home(x, shingle);

	while (x->entries[i].shingle != 0 && x->entries[i].shingle != shingle)
		i = (i + 1) & (x->cap - 1);
	return i;
}

static inline void
index_prefetch(const struct index *x, uint32_t shingle)
{
	__builtin_prefetch(&x->entries[index_home(x, shingle)]);
}

/* The same for what the entry there refers to. */
static inline void
index_prefetch_list(const struct index *x, size_t place)
{
	uint32_t ref = x->entries[place].ref;

	if ((ref & INDEX_MANY) != 0 && ref != INDEX_IS_STOCK)
		__builtin_prefetch(&x->lists[ref & ~INDEX_MANY]);
}

static inline struct index_found
index_at(const struct index *x, size_t place)
{
	static const unsigned weights[INDEX_STOCK + 1] = {
		0, INDEX_WHOLE, INDEX_WHOLE / 2, INDEX_WHOLE / 3,
		INDEX_WHOLE / 4, INDEX_WHOLE / 5, INDEX_WHOLE / 6,
		INDEX_WHOLE / 7, INDEX_WHOLE / 8
	};
	const struct index_entry *e = &x->entries[place];
	const struct index_list *l;
	unsigned n = 0;

	if (e->shingle == 0)
		return (struct index_found){ NULL, 0, INDEX_WHOLE };
	if ((e->ref & INDEX_MANY) == 0)
		return (struct index_found){ &e->ref, 1, INDEX_WHOLE };
	if (e->ref == INDEX_IS_STOCK)
		return (struct index_found){ NULL, 0, 0 };
	l = &x->lists[e->ref & ~INDEX_MANY];
	while (n < INDEX_STOCK && l->records[n] != 0)
		n++;
	return (struct index_found){ l->records, n, weights[n] };
}

#endif
