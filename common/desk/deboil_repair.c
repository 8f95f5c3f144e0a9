/*
 * Damage mended where it is sure: chrome glued to a sentence is cut off
 * (desk/deboil_glue.c), a paragraph cut in mid-sentence is joined, a repeated
 * one comes once (desk/deboil_repeat.c).
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/* Bytes: a sentence of LONG or more may go on in REST or more. */
enum { LONG = 60, REST = 20 };

/* The map of what is left of a block when its first bytes go. */
static void
cut_source(struct deboil *d, struct deboil_block *b, size_t off, size_t n)
{
	struct deboil_source *map;
	size_t first = 0, count = 0;

	while (first + 1 < b->nsource && b->source[first + 1].text <= off)
		first++;
	map = arena_alloc(&d->arena, b->nsource - first, sizeof *map);
	for (size_t i = first; i < b->nsource; i++) {
		struct deboil_source x = b->source[i];

		if (x.text >= off + n)
			break;
		if (x.text < off) {
			x.page += off - x.text;
			x.text = off;
		}
		x.text -= off;
		map[count++] = x;
	}
	b->source = map;
	b->nsource = count;
}

static void
cut_block(struct deboil *d, struct deboil_block *b, size_t start, size_t end)
{
	struct str s = chars_trim(str_cut(b->text, start, end));

	if (s.n == b->text.n)
		return;
	if (b->nsource > 0)
		cut_source(d, b, (size_t)(s.p - b->text.p), s.n);
	b->repaired = true;
	b->text = s;
}

static bool
ends_open(struct str t)
{
	char c = t.n > 0 ? t.p[t.n - 1] : '.';

	return byte_is_lower(c) || c == ',';
}

/* A paragraph cut in mid-sentence by a blank line goes on in the next one. */
static void
join_paragraphs(struct deboil *d)
{
	const struct deboil_block *before = NULL;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->opens)
			before = NULL;
		if (!b->keep) {
			if (b->text.n > 0)
				before = NULL;
			continue;
		}
		b->joins = before != NULL && before->text.n >= LONG
		    && ends_open(before->text) && byte_is_lower(b->text.p[0])
		    && b->text.n >= REST;
		before = b;
	}
}

void
deboil_repair(struct deboil *d)
{
	for (size_t i = 0; i < d->n && !d->html; i++) {
		struct deboil_block *b = &d->blocks[i];
		size_t start, end;

		if (!b->keep)
			continue;
		start = deboil_glue_before(b->text);
		end = deboil_glue_after(b->text);
		if (start > 0 || end > 0)
			cut_block(d, b, start, end > 0 ? end : b->text.n);
	}
	deboil_drop_repeats(d);
	join_paragraphs(d);
}
