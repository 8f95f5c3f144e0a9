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

static void
drop_numbers(struct deboil *d, struct deboil_block *b, size_t most)
{
	struct deboil_cuts cuts = deboil_cuts_of(d, b);
	size_t n;

	for (size_t i = 0; i < b->text.n; i++)
		if (b->text.p[i] == '[' && (n = number_at(b->text, i, most)) > 0) {
			deboil_cut(&cuts, i, i + n);
			i += n - 1;
		}
	deboil_cuts_end(d, &cuts);
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
