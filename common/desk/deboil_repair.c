/*
 * Damage mended where it is sure: chrome glued to a sentence is cut off, a
 * paragraph cut in mid-sentence is joined, a repeated one comes once
 * (desk/deboil_repeat.c).
 */
#include "desk/deboil_parts.h"

#include "text/bytes.h"
#include "text/chars.h"

/*
 * Lengths in bytes, set by reading pages: what is glued to chrome is a sentence
 * of GLUED or more, the chrome before it at most CHROME; REST bytes can go on a
 * sentence.
 */
enum { GLUED = 60, CHROME = 60, REST = 20 };

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

/* May a lower-case letter run into a capital one in the first CHROME bytes? */
static bool
may_be_glued(struct str t)
{
	struct bytes b;
	uint64_t lower;

	if (t.n < 64)
		return true;
	bytes_classes(t.p, &b);
	lower = b.letter & ~b.upper;
	return (b.upper & lower << 1 & (lower | b.space) >> 1) != 0;
}

size_t
deboil_glue_before(struct str t)
{
	size_t word = 0, room = t.n > GLUED ? t.n - GLUED : 0;
	size_t limit = room + 2 < CHROME ? room + 2 : CHROME;

	if (!may_be_glued(t))
		return 0;
	for (size_t i = 1; i + 1 < limit; i++) {
		if (t.p[i] == ' ')
			word = i + 1;
		if (t.p[i] == '.' || t.p[i] == ',' || t.p[i] == '"')
			return 0;
		if (byte_is_upper(t.p[i]) && byte_is_lower(t.p[i - 1])
		    && (byte_is_lower(t.p[i + 1]) || t.p[i + 1] == ' ')
		    && i - word >= 3 && byte_is_lower(t.p[word]))
			return i;
	}
	return 0;
}

/* "Britain.print PRINT": the last stop runs into a few words of chrome. */
static size_t
glue_after(struct str t)
{
	size_t low = t.n > CHROME ? t.n - CHROME : 0;

	if (t.n < GLUED)
		return 0;
	for (size_t i = t.n; i > low + 1; i--) {
		char c = t.p[i - 1];

		if (c != '.' && c != '!' && c != '?')
			continue;
		if (i == t.n || t.p[i] == ' ' || !byte_is_letter(t.p[i])
		    || !byte_is_lower(t.p[i - 2]) || i < GLUED)
			return 0;
		return memchr(t.p + i, '.', t.n - i) == NULL ? i : 0;
	}
	return 0;
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
		b->joins = before != NULL && before->text.n >= GLUED
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
		end = glue_after(b->text);
		if (start > 0 || end > 0)
			cut_block(d, b, start, end > 0 ? end : b->text.n);
	}
	deboil_drop_repeats(d);
	join_paragraphs(d);
}
