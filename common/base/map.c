#include "base/map.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"

struct map_slot {
	struct str key;		/* p is NULL: free */
	uint32_t tag, value;
};

static struct map_slot *
find(const struct map *m, struct str key, uint64_t h)
{
	size_t mask = m->cap - 1;

	for (size_t i = h & mask;; i = (i + 1) & mask) {
		struct map_slot *s = &m->slots[i];

		if (s->key.p == NULL
		    || (s->tag == (uint32_t)(h >> 32) && str_eq(s->key, key)))
			return s;
	}
}

static void
grow(struct map *m)
{
	struct map old = *m;

	m->cap = old.cap > 0 ? old.cap * 2 : 64;
	m->slots = xalloc(m->cap, sizeof *m->slots);
	for (size_t i = 0; i < old.cap; i++) {
		struct str key = old.slots[i].key;

		if (key.p != NULL)
			*find(m, key, hash_bytes(key, m->seed)) = old.slots[i];
	}
	free(old.slots);
}

uint32_t *
map_get(const struct map *m, struct str key)
{
	struct map_slot *s;

	if (m->n == 0)
		return NULL;
	s = find(m, key, hash_bytes(key, m->seed));
	return s->key.p != NULL ? &s->value : NULL;
}

uint32_t *
map_put(struct map *m, struct str key, bool *added)
{
	uint64_t h = hash_bytes(key, m->seed);
	struct map_slot *s;

	if (m->n * 4 >= m->cap * 3)
		grow(m);
	s = find(m, key, h);
	if (added != NULL)
		*added = s->key.p == NULL;
	if (s->key.p == NULL) {
		s->key = arena_copy(&m->keys, key);
		s->tag = (uint32_t)(h >> 32);
		s->value = 0;
		m->n++;
	}
	return &s->value;
}

void
map_clear(struct map *m)
{
	if (m->n > 0)
		memset(m->slots, 0, m->cap * sizeof *m->slots);
	m->n = 0;
	arena_clear(&m->keys);
}

void
map_free(struct map *m)
{
	free(m->slots);
	arena_free(&m->keys);
	*m = (struct map){ .seed = m->seed };
}
