#include "desk/dedup_index.h"

#include <stdlib.h>

#include "base/die.h"

enum { FIRST_CAP = 1 << 12 };

void
index_open(struct index *x, uint64_t seed)
{
	*x = (struct index){ .seed = seed };
}

void
index_close(struct index *x)
{
	free(x->entries);
	free(x->lists);
}

size_t
index_bytes(const struct index *x)
{
	return x->cap * sizeof *x->entries + x->list_cap * sizeof *x->lists;
}

static void
grow(struct index *x)
{
	struct index_entry *old = x->entries;
	size_t cap = x->cap;

	x->cap = cap > 0 ? cap * 2 : FIRST_CAP;
	x->entries = xalloc(x->cap, sizeof *x->entries);
	for (size_t i = 0; i < cap; i++)
		if (old[i].shingle != 0)
			x->entries[index_place(x, old[i].shingle)] = old[i];
	free(old);
}

void
index_room(struct index *x, size_t more)
{
	while ((x->n + more) * 4 >= x->cap * 3)
		grow(x);
}

static uint32_t
new_list(struct index *x)
{
	uint32_t at = x->free_list;

	if (at > 0) {
		x->free_list = x->lists[at - 1].records[0];
	} else {
		x->lists = xgrow(x->lists, &x->list_cap, x->nlists + 1,
		    sizeof *x->lists);
		at = (uint32_t)++x->nlists;
	}
	memset(&x->lists[at - 1], 0, sizeof *x->lists);
	return at - 1;
}

static void
forget_list(struct index *x, struct index_entry *e)
{
	uint32_t at = e->ref & ~INDEX_MANY;

	x->lists[at].records[0] = x->free_list;
	x->free_list = at + 1;
	e->ref = INDEX_IS_STOCK;
}

void
index_add(struct index *x, size_t place, uint32_t shingle, uint32_t record,
    const uint32_t *groups)
{
	struct index_entry *e = &x->entries[place];
	struct index_found f = index_at(x, place);
	uint32_t at;

	if (e->shingle == 0) {
		*e = (struct index_entry){ shingle, record + 1 };
		x->n++;
		return;
	}
	for (unsigned i = 0; i < f.n; i++)
		if (groups[f.records[i] - 1] == groups[record])
			return;
	if (e->ref == INDEX_IS_STOCK)
		return;
	if (f.n == INDEX_STOCK) {
		forget_list(x, e);
	} else if (f.n == 1) {
		at = new_list(x);
		x->lists[at].records[0] = e->ref;
		x->lists[at].records[1] = record + 1;
		e->ref = at | INDEX_MANY;
	} else {
		x->lists[e->ref & ~INDEX_MANY].records[f.n] = record + 1;
	}
}
