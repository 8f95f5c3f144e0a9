/*
 * maps -- does each byte of a block's text come from where its source map
 * says? A segment of the map is copied from the text of the page byte for
 * byte, white space as a blank; in HTML a character reference may be its last
 * character, where references count (not in xmp), and nothing comes from
 * inside a tag, a comment or a script. A blank may be added at its end.
 */
#ifndef TESTS_MAPS_H
#define TESTS_MAPS_H

#include <stdlib.h>
#include <string.h>

#include "desk/deboil.h"
#include "text/chars.h"
#include "text/html.h"
#include "text/html_refs.h"
#include "text/utf8.h"

/* What each byte of the page is. */
enum maps_kind { MAPS_MARKUP, MAPS_TEXT, MAPS_LITERAL };

struct maps {
	struct str page;
	uint8_t *kind;
};

static inline enum maps_kind
maps_kind_of(const struct html_token *t)
{
	if (t->kind == HTML_TEXT)
		return MAPS_TEXT;
	return t->kind == HTML_CDATA || (t->kind == HTML_RAW
	    && (chars_eq_nocase(t->name, STR("xmp"))
	    || chars_eq_nocase(t->name, STR("plaintext"))))
	    ? MAPS_LITERAL : MAPS_MARKUP;
}

static inline struct maps
maps_open(struct str page, bool html)
{
	struct maps m = { page, malloc(page.n + 1) };
	struct html_token t;
	struct html h;

	memset(m.kind, html ? MAPS_MARKUP : MAPS_LITERAL, page.n + 1);
	html_start(&h, page);
	while (html && html_next(&h, &t))
		memset(m.kind + t.text.start, (int)maps_kind_of(&t),
		    t.text.end - t.text.start);
	return m;
}

static inline void
maps_close(struct maps *m)
{
	free(m->kind);
}

/*
 * The bytes of text that the reference at page offset at stands for, 0 if none
 * is there; *length is what it takes of the page.
 */
static inline size_t
maps_reference(const struct maps *m, size_t at, struct str text,
    size_t *length)
{
	uint32_t c[2] = { 0, 0 };
	size_t n = 0;

	*length = m->kind[at] == MAPS_TEXT
	    ? html_reference(m->page, at, false, c) : 0;
	/* The second character may have an entry of its own. */
	for (int k = 0; *length > 0 && k < 2 && n == 0 && c[k] != 0; k++) {
		struct buf b = { 0 };

		utf8_put(&b, c[k]);
		n = str_starts(text, buf_str(&b)) ? b.n : 0;
		buf_free(&b);
	}
	return n;
}

/* Is byte c of the text that at page offset at, white space as a blank? */
static inline bool
maps_byte(const struct maps *m, size_t at, char c)
{
	char page = at < m->page.n ? m->page.p[at] : '\0';

	return at < m->page.n && m->kind[at] != MAPS_MARKUP
	    && (page == c || (c == ' ' && byte_is_space(page)));
}

static inline bool
maps_segment(const struct maps *m, struct str text, size_t at)
{
	/* The blank at its end may be any white space, or added. */
	if (text.n > 1 && text.p[text.n - 1] == ' ')
		text.n--;
	for (size_t i = 0, n, length; i < text.n; i += n) {
		n = length = 0;
		if (at + i < m->page.n && m->page.p[at + i] == '&')
			n = maps_reference(m, at + i, str_cut(text, i, text.n),
			    &length);
		/* What follows a reference has an entry of its own. */
		if (n != length)
			return n > 0 && i + n == text.n;
		if (length > 0)
			continue;
		n = 1;
		if (!maps_byte(m, at + i, text.p[i]))
			return false;
	}
	return true;
}

static inline bool
maps_block(const struct maps *m, const struct deboil_block *b)
{
	struct str page = m->page;

	/* Without a map the text is a slice of the page. */
	if (b->nsource == 0)
		return b->text.n == 0 || (b->text.p >= page.p
		    && b->text.p + b->text.n <= page.p + page.n);
	for (size_t i = 0; i < b->nsource; i++) {
		size_t start = b->source[i].text, end = i + 1 < b->nsource
		    ? b->source[i + 1].text : b->text.n;

		if (start > end || end > b->text.n || (i == 0 && start > 0)
		    || b->source[i].page >= page.n || !maps_segment(m,
		    str_cut(b->text, start, end), b->source[i].page))
			return false;
	}
	return true;
}

#endif
