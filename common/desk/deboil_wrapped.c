/*
 * Hard-wrapped paragraphs (mail, Gutenberg, lynx -dump): lines that were
 * broken where the next word did not fit are one block.
 */
#include "desk/deboil_parts.h"

#include "text/utf8.h"

/* Columns, and lines of a paragraph that shows by itself that it is wrapped. */
enum { LEAST = 40, MOST = 100, LINES = 3 };

/* A code point takes one: text whose letters take two has no blanks to cut at. */
static size_t
columns(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !utf8_is_tail(s.p[i]);
	return n;
}

static size_t
first_word(struct str s)
{
	const char *blank = memchr(s.p, ' ', s.n);

	return columns(str_cut(s, 0, blank != NULL ? (size_t)(blank - s.p)
	    : s.n));
}

static size_t
run_end(const struct deboil *d, size_t i)
{
	while (i < d->n && d->blocks[i].text.n > 0)
		i++;
	return i;
}

/*
 * Where the wrapped paragraph begins that ends the run of lines [start, end);
 * end if there is none. No line of it would have had room for the first word
 * of the next. Looked for from below, so that a run is read once. The widest
 * line of all paragraphs so far is in *page.
 */
static size_t
wrapped_start(const struct deboil *d, size_t start, size_t end, size_t *page)
{
	size_t found = end, width = 0, narrowest = SIZE_MAX;

	if (end - start < LINES)
		return end;
	for (size_t i = end; i-- > start;) {
		struct str s = d->blocks[i].text;
		size_t n = s.n <= 4 * MOST ? columns(s) : s.n;

		if (n > MOST)
			break;
		width = n > width ? n : width;
		if (i + 1 < end) {
			n += 1 + first_word(d->blocks[i + 1].text);
			narrowest = n < narrowest ? n : narrowest;
		}
		if (narrowest <= width)
			break;
		if (end - i >= LINES && width >= LEAST) {
			found = i;
			*page = width > *page ? width : *page;
		}
	}
	return found;
}

static void
join_lines(struct deboil *d, size_t i, size_t end, struct deboil_block *b)
{
	struct deboil_source *map = arena_alloc(&d->arena, end - i,
	    sizeof *map);
	const char *page = d->page.p;
	struct buf text = { 0 };

	*b = d->blocks[i];
	for (size_t k = i; k < end; k++) {
		if (k > i)
			buf_char(&text, ' ');
		map[k - i] = (struct deboil_source){ text.n,
		    (size_t)(d->blocks[k].text.p - page) };
		buf_put(&text, d->blocks[k].text);
	}
	b->text = arena_copy(&d->arena, buf_str(&text));
	b->at.end = d->blocks[end - 1].at.end;
	b->source = map;
	b->nsource = end - i;
	b->repaired = true;
	buf_free(&text);
}

/*
 * Two lines between empty ones, on a page whose longer paragraphs are wrapped:
 * was the first full, too?
 */
static bool
is_pair(const struct deboil *d, size_t i, size_t width)
{
	const struct deboil_block *b = &d->blocks[i];
	size_t n;

	if ((i > 0 && b[-1].text.n > 0) || i + 1 == d->n || b[1].text.n == 0
	    || (i + 2 < d->n && b[2].text.n > 0)
	    || b[0].repaired || b[1].repaired || b[0].text.n > 4 * MOST)
		return false;
	n = columns(b[0].text);
	return n >= LEAST && n <= width
	    && n + 1 + first_word(b[1].text) > width;
}

static void
join_pairs(struct deboil *d, size_t width)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++, n++) {
		struct deboil_block b = d->blocks[i];

		if (b.text.n > 0 && is_pair(d, i, width)) {
			join_lines(d, i, i + 2, &b);
			i++;
		}
		d->blocks[n] = b;
	}
	d->n = n;
}

void
deboil_unwrap(struct deboil *d)
{
	size_t n = 0, width = 0;

	for (size_t i = 0; i < d->n;) {
		size_t end = run_end(d, i);
		size_t wrapped = wrapped_start(d, i, end, &width);

		for (; i < wrapped; i++, n++)
			if (n < i)	/* hardly ever */
				d->blocks[n] = d->blocks[i];
		if (wrapped < end) {
			struct deboil_block b;

			join_lines(d, wrapped, end, &b);
			d->blocks[n++] = b;
			i = end;
		} else if (i < d->n) {
			if (n < i)
				d->blocks[n] = d->blocks[i];
			n++;
			i++;
		}
	}
	d->n = n;
	if (width > 0)
		join_pairs(d, width);
}
