#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/die.h"

enum { BLOCK = 64 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static void
take_block(struct arena *a, size_t need)
{
	struct arena_block *next = a->now != NULL ? a->now->next : a->first, *b;
	size_t size = need > BLOCK ? need : BLOCK;

	if (next == NULL || next->size < need) {
		if (size > SIZE_MAX - sizeof *b
		    || (b = malloc(sizeof *b + size)) == NULL)
			diex("out of memory");
		b->size = size;
		b->next = next;
		if (a->now != NULL)
			a->now->next = b;
		else
			a->first = b;
		next = b;
	}
	a->now = next;
	a->used = 0;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
	size_t align = alignof(max_align_t), need;
	void *p;

	if (size > 0 && n > (SIZE_MAX - align) / size)
		diex("out of memory");
	need = (n * size + align - 1) / align * align;
	if (a->now == NULL || need > a->now->size - a->used)
		take_block(a, need);
	p = a->now->bytes + a->used;
	a->used += need;
	return p;
}

struct str
arena_copy(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n, 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

/* Oversized blocks go, so that one huge document is not paid for ever after. */
void
arena_clear(struct arena *a)
{
	struct arena_block **at = &a->first, *b;

	while ((b = *at) != NULL) {
		if (b->size > BLOCK) {
			*at = b->next;
			free(b);
		} else {
			at = &b->next;
		}
	}
	a->now = NULL;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	struct arena_block *next;

	for (struct arena_block *b = a->first; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena){ 0 };
}
