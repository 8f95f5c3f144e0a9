/*
 * Numbered links, as lynx -dump and elinks -dump leave them: "[7]Port Ansel" in
 * the text, and what the numbers mean in a list below "References". Where that
 * list stands, the numbers above go.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/* "12. https://a.example/": the number; 0 if s is no such line. */
static size_t
item_number(struct str s)
{
	size_t n = 0, i = 0;

	while (i < s.n && i < 6 && byte_is_digit(s.p[i]))
		n = n * 10 + (size_t)(s.p[i++] - '0');
	if (i == 0 || i + 2 >= s.n || s.p[i] != '.' || s.p[i + 1] != ' ')
		return 0;
	s = str_cut(s, i + 2, s.n);
	return memchr(s.p, ' ', s.n) == NULL && memchr(s.p, ':', s.n) != NULL
	    ? n : 0;
}

/* The numbers of the list that begins at block i: from 1 to so many. */
static size_t
count_items(const struct deboil *d, size_t i)
{
	size_t n = 0;

	for (i++; i < d->n; i++) {
		struct str s = d->blocks[i].text;

		if (s.n == 0 || str_starts(s, STR("Visible links"))
		    || str_starts(s, STR("Hidden links")))
			continue;
		if (item_number(s) != n + 1)
			break;
		n++;
	}
	return n;
}

/* "[7]" at i, of at most most: its length; 0 if none stands there. */
static size_t
number_at(struct str s, size_t i, size_t most)
{
	size_t start = i, n = 0;

	for (i++; i < s.n && i < start + 7 && byte_is_digit(s.p[i]); i++)
		n = n * 10 + (size_t)(s.p[i] - '0');
	return i < s.n && s.p[i] == ']' && n > 0 && n <= most
	    ? i + 1 - start : 0;
}

/* A text that grows by pieces of a block, with the map that leads back. */
struct copy {
	const struct deboil_block *from;
	const char *page;
	struct buf text;
	struct deboil_source *map;
	size_t n, next;		/* entries; the next of the block's own */
};

static void
add_entry(struct copy *c, size_t page)
{
	if (c->n > 0 && c->map[c->n - 1].text == c->text.n)
		c->n--;
	c->map[c->n++] = (struct deboil_source){ c->text.n, page };
}

static void
put(struct copy *c, size_t start, size_t end)
{
	const struct deboil_block *b = c->from;

	if (b->nsource == 0)
		add_entry(c, (size_t)(b->text.p - c->page) + start);
	while (c->next < b->nsource && b->source[c->next].text <= start)
		c->next++;
	if (c->next > 0)
		add_entry(c, b->source[c->next - 1].page + start
		    - b->source[c->next - 1].text);
	for (; c->next < b->nsource && b->source[c->next].text < end;
	    c->next++) {
		size_t at = b->source[c->next].text;

		buf_put(&c->text, str_cut(b->text, start, at));
		start = at;
		add_entry(c, b->source[c->next].page);
	}
	buf_put(&c->text, str_cut(b->text, start, end));
}

static void
drop_numbers(struct deboil *d, struct deboil_block *b, size_t most)
{
	struct copy c = { .from = b, .page = d->page.p };
	size_t start = 0, cuts = 0, n;

	for (size_t i = 0; i < b->text.n; i++)
		cuts += b->text.p[i] == '[';
	if (cuts == 0)
		return;
	c.map = arena_alloc(&d->arena, b->nsource + cuts + 2, sizeof *c.map);
	for (size_t i = 0; i < b->text.n; i++) {
		if (b->text.p[i] != '['
		    || (n = number_at(b->text, i, most)) == 0)
			continue;
		if (i > start)
			put(&c, start, i);
		start = i + n;
		i = start - 1;
	}
	if (start > 0) {
		if (b->text.n > start)
			put(&c, start, b->text.n);
		b->text = arena_copy(&d->arena, buf_str(&c.text));
		b->source = c.map;
		b->nsource = c.n;
		b->repaired = true;
	}
	buf_free(&c.text);
}

void
deboil_drop_link_numbers(struct deboil *d)
{
	size_t start = 0, most;

	for (size_t i = 0; i < d->n; i++) {
		if (!str_eq(d->blocks[i].text, STR("References"))
		    || (most = count_items(d, i)) == 0)
			continue;
		for (size_t k = start; k < i; k++)
			drop_numbers(d, &d->blocks[k], most);
		start = i;
	}
}
