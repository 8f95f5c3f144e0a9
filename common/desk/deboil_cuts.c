/*
 * Cuts inside of a block's text: what is left is put together anew, with the
 * map that leads back to the page. Nothing is done where nothing is cut.
 */
#include "desk/deboil_parts.h"

#include <stdlib.h>

#include "base/die.h"

struct deboil_cuts
deboil_cuts_of(struct deboil *d, struct deboil_block *b)
{
	return (struct deboil_cuts){ .block = b, .page = d->page.p };
}

static void
add_entry(struct deboil_cuts *c, size_t page)
{
	if (c->n > 0 && c->map[c->n - 1].text == c->text.n)
		c->n--;
	c->map = xgrow(c->map, &c->cap, c->n + 1, sizeof *c->map);
	c->map[c->n++] = (struct deboil_source){ c->text.n, page };
}

/* The block's own [start, end) with its part of the map. */
static void
put(struct deboil_cuts *c, size_t start, size_t end)
{
	const struct deboil_block *b = c->block;
	const struct deboil_source *s = b->source;

	if (start >= end)
		return;
	if (b->nsource == 0)
		add_entry(c, (size_t)(b->text.p - c->page) + start);
	while (c->next < b->nsource && s[c->next].text <= start)
		c->next++;
	if (c->next > 0)
		add_entry(c, s[c->next - 1].page + start
		    - s[c->next - 1].text);
	for (; c->next < b->nsource && s[c->next].text < end; c->next++) {
		buf_put(&c->text, str_cut(b->text, start, s[c->next].text));
		start = s[c->next].text;
		add_entry(c, s[c->next].page);
	}
	buf_put(&c->text, str_cut(b->text, start, end));
}

void
deboil_cut(struct deboil_cuts *c, size_t start, size_t end)
{
	put(c, c->done, start);
	c->done = end;
}

void
deboil_cuts_end(struct deboil *d, struct deboil_cuts *c)
{
	struct deboil_block *b = c->block;
	struct deboil_source *map;

	if (c->done > 0) {
		put(c, c->done, b->text.n);
		map = arena_alloc(&d->arena, c->n + 1, sizeof *map);
		for (size_t i = 0; i < c->n; i++)
			map[i] = c->map[i];
		b->text = arena_copy(&d->arena, buf_str(&c->text));
		b->source = map;
		b->nsource = c->n;
		b->repaired = true;
	}
	buf_free(&c->text);
	free(c->map);
}
