/*
 * Pages in Markdown, as readers for machines give them: "[text](address)" is
 * its text, pictures, emphasis and the marks of headings go (CommonMark 0.31,
 * 4.2, 5.1, 6.2 to 6.4). What is links or a picture alone is none of the text.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/*
 * A page has LEAST links or more, one in SPARSE bytes (a heap of pages is not
 * Markdown as one of them is), nested no deeper than DEEPEST; a line is links
 * alone if LINKED percent of it are; marks of emphasis are LONGEST.
 */
enum { LEAST = 3, SPARSE = 8192, LINKED = 90, DEEPEST = 4, LONGEST = 3 };

static bool
is_mark(char c)
{
	return c > ' ' && c < 0x7f && !byte_is_letter(c) && !byte_is_digit(c);
}

/* "](https:", "](/", "](#" */
static bool
is_link_mark(struct str s)
{
	return str_starts(s, STR("](")) && s.n > 2 && (s.p[2] == '/'
	    || s.p[2] == '#' || str_starts(str_cut(s, 2, s.n), STR("http"))
	    || str_starts(str_cut(s, 2, s.n), STR("mailto:")));
}

static bool
is_markdown(struct str page)
{
	const char *p = page.p, *end = page.p + page.n;
	size_t n = 0, least = LEAST + page.n / SPARSE;

	while (n < least && p < end
	    && (p = memchr(p, ']', (size_t)(end - p))) != NULL) {
		n += is_link_mark((struct str){ p, (size_t)(end - p) });
		p++;
	}
	return n == least;
}

/* Where the bracket at i closes, with those inside of it; s.n: nowhere. */
static size_t
closing(struct str s, size_t i, char open, char close)
{
	unsigned depth = 0;

	for (; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n)
			i++;
		else if (s.p[i] == open && ++depth > DEEPEST)
			return s.n;
		else if (s.p[i] == close && --depth == 0)
			return i;
	}
	return s.n;
}

struct line {
	struct str s;
	struct deboil_cuts cuts;
	size_t letters, linked;		/* bytes that are no blanks; in links */
	bool picture;			/* is it one, and nothing else? */
};

enum side { SPACE, MARK, WORD };

static enum side
side_of(struct str s, size_t i)
{
	if (i >= s.n || byte_is_space(s.p[i]))
		return SPACE;
	return is_mark(s.p[i]) ? MARK : WORD;
}

/* Stars or underscores at i that open or close emphasis: how many. */
static size_t
emphasis(struct str s, size_t i)
{
	size_t n = 0;

	if (i > 0 && s.p[i - 1] == s.p[i])
		return 0;
	while (n <= LONGEST && i + n < s.n && s.p[i + n] == s.p[i])
		n++;
	return n <= LONGEST && side_of(s, i - 1) != side_of(s, i + n) ? n : 0;
}

/* Words without brackets. */
static void
take_words(struct line *l, size_t i, size_t end, bool linked)
{
	struct str s = l->s;
	size_t n;

	for (; i < end; i++) {
		if ((s.p[i] == '*' || s.p[i] == '_')
		    && (n = emphasis(s, i)) > 0) {
			deboil_cut(&l->cuts, i, i + n);
			i += n - 1;
			continue;
		}
		if (s.p[i] == '\\' && i + 1 < end && is_mark(s.p[i + 1])) {
			deboil_cut(&l->cuts, i, i + 1);
			i++;
		}
		l->letters += s.p[i] != ' ';
		l->linked += linked && s.p[i] != ' ';
	}
}

/* "[text](address)" at i: where text ends, and all of it in *end; 0: no link. */
static size_t
link_at(struct str s, size_t i, size_t *end)
{
	size_t text = closing(s, i, '[', ']');
	struct str address;

	if (text + 1 >= s.n || s.p[text + 1] != '(')
		return 0;
	*end = closing(s, text + 1, '(', ')') + 1;
	if (*end > s.n)
		return 0;
	address = str_cut(s, text + 2, *end - 1);
	return is_link_mark(str_cut(s, text, s.n))
	    || memchr(address.p, ' ', address.n) == NULL ? text : 0;
}

static void
take_picture(struct line *l, size_t i, size_t text, size_t end)
{
	l->picture = l->letters == 0 && end == l->s.n && text > i + 2;
	if (!l->picture) {
		deboil_cut(&l->cuts, i, end);
		return;
	}
	deboil_cut(&l->cuts, i, i + 2);
	deboil_cut(&l->cuts, text, end);
}

/* The bytes [i, end), links and pictures among them. */
static void
take_inline(struct line *l, size_t i, size_t end, bool linked)
{
	size_t from = i, text, after;

	while (i < end) {
		bool picture = l->s.p[i] == '!' && i + 1 < end
		    && l->s.p[i + 1] == '[';

		if ((!picture && l->s.p[i] != '[')
		    || (text = link_at(l->s, i + picture, &after)) == 0
		    || after > end) {
			i++;
			continue;
		}
		take_words(l, from, i, linked);
		if (picture) {
			take_picture(l, i, text, after);
		} else {
			deboil_cut(&l->cuts, i, i + 1);
			if (!linked)
				take_inline(l, i + 1, text, true);
			else
				take_words(l, i + 1, text, true);
			deboil_cut(&l->cuts, text, after);
		}
		from = i = after;
	}
	take_words(l, from, end, linked);
}

/* "## ", "> ": where the text begins; the rank of a heading, 1 to 6. */
static size_t
take_head(struct str s, uint8_t *rank)
{
	size_t i = 0, n = 0;

	while (i < s.n && (s.p[i] == '>' || (i > 0 && s.p[i] == ' ')))
		i++;
	while (i + n < s.n && s.p[i + n] == '#')
		n++;
	if (n == 0 || n > 6 || i + n == s.n || s.p[i + n] != ' ')
		return i;
	*rank = (uint8_t)n;
	return i + n + 1;
}

static void
unmark(struct deboil *d, struct deboil_block *b)
{
	struct line l = { .s = b->text, .cuts = deboil_cuts_of(d, b) };
	size_t head = take_head(b->text, &b->rank);

	if (head > 0)
		deboil_cut(&l.cuts, 0, head);
	take_inline(&l, head, b->text.n, false);
	deboil_cuts_end(d, &l.cuts);
	b->picture = l.picture;
	b->links = l.letters > 0 ? (uint8_t)(l.linked * 100 / l.letters) : 0;
}

void
deboil_unmark(struct deboil *d)
{
	if (!is_markdown(d->page))
		return;
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].text.n > 0)
			unmark(d, &d->blocks[i]);
}

void
deboil_drop_linked(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->picture) {
			b->keep = false;
			b->reason = DEBOIL_CAPTION;
		} else if (b->keep && b->links >= LINKED && b->rank != 1) {
			b->keep = false;
			b->reason = DEBOIL_NAV;
		}
	}
}
