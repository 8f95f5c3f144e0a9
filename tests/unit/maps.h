/*
 * maps -- does each byte of a block's text come from where its source map
 * says? A segment of the map is copied from the page byte for byte, white
 * space as a blank; in HTML a character reference may be its last character; a
 * blank may be added at its end.
 */
#ifndef TESTS_MAPS_H
#define TESTS_MAPS_H

#include "desk/deboil.h"
#include "text/chars.h"
#include "text/html_refs.h"
#include "text/utf8.h"

/*
 * The bytes of text that the reference at page offset at stands for, 0 if none
 * is there; *length is what it takes of the page.
 */
static inline size_t
maps_reference(struct str text, struct str page, size_t at, size_t *length)
{
	uint32_t c[2] = { 0, 0 };
	size_t n = 0;

	*length = html_reference(page, at, false, c);
	/* The second character may have an entry of its own. */
	for (int k = 0; *length > 0 && k < 2 && n == 0 && c[k] != 0; k++) {
		struct buf b = { 0 };

		utf8_put(&b, c[k]);
		n = str_starts(text, buf_str(&b)) ? b.n : 0;
		buf_free(&b);
	}
	return n;
}

static inline bool
maps_segment(struct str text, struct str page, size_t at, bool html)
{
	if (at >= page.n)
		return false;
	/* As it stands: also "&amp;" where references are none (xmp). */
	if (str_starts(str_cut(page, at, page.n), text))
		return true;
	for (size_t i = 0, n, length; i < text.n; i += n) {
		char c = at + i < page.n ? page.p[at + i] : ' ';

		if (html && c == '&' && (n = maps_reference(str_cut(text, i,
		    text.n), page, at + i, &length)) > 0) {
			if (n != length)
				return i + n == text.n
				    || (i + n + 1 == text.n && text.p[i + n] == ' ');
			continue;
		}
		n = 1;
		if (c != text.p[i] && !(text.p[i] == ' ' && (i + 1 == text.n
		    || byte_is_space(c))))
			return false;
	}
	return true;
}

static inline bool
maps_block(const struct deboil_block *b, struct str page, bool html)
{
	/* Without a map the text is a slice of the page. */
	if (b->nsource == 0)
		return b->text.n == 0 || (b->text.p >= page.p
		    && b->text.p + b->text.n <= page.p + page.n);
	for (size_t i = 0; i < b->nsource; i++) {
		size_t start = b->source[i].text, end = i + 1 < b->nsource
		    ? b->source[i + 1].text : b->text.n;

		if (start > end || end > b->text.n || (i == 0 && start > 0)
		    || !maps_segment(str_cut(b->text, start, end), page,
		    b->source[i].page, html))
			return false;
	}
	return true;
}

#endif
