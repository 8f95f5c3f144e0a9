#include "text/html.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_html_entities;

void
html_start(struct html *h, struct str page)
{
	*h = (struct html){ .page = page };
}

static size_t
find(struct str s, size_t i, struct str what)
{
	while (i + what.n <= s.n) {
		const char *p = memchr(s.p + i, what.p[0], s.n - i);

		if (p == NULL)
			break;
		i = (size_t)(p - s.p);
		if (str_starts(str_cut(s, i, s.n), what))
			return i;
		i++;
	}
	return s.n;
}

static bool
starts_nocase(struct str s, struct str what)
{
	return s.n >= what.n && chars_eq_nocase(str_cut(s, 0, what.n), what);
}

/* Where "</name" followed by a blank, "/" or ">" stands, or the end. */
static size_t
find_close(struct str s, size_t i, struct str name)
{
	for (;;) {
		struct str rest;
		char after;

		i = find(s, i, STR("</"));
		if (i == s.n)
			return i;
		rest = str_cut(s, i + 2, s.n);
		after = rest.n > name.n ? rest.p[name.n] : '>';
		if (starts_nocase(rest, name)
		    && (byte_is_space(after) || after == '/' || after == '>'))
			return i;
		i += 2;
	}
}

static bool
is_raw_element(struct str name)
{
	const struct str raw[] = { STR("script"), STR("style"), STR("textarea"),
	    STR("title"), STR("xmp"), STR("iframe"), STR("noembed"),
	    STR("noframes"), STR("template"), STR("svg") };

	for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
		if (chars_eq_nocase(name, raw[i]))
			return true;
	return false;
}

/* The end of a tag: the first ">" outside quoted attribute values. */
static size_t
end_of_tag(struct str s, size_t i)
{
	char quote = '\0', before = '\0';

	for (; i < s.n; i++) {
		char c = s.p[i];

		if (quote != '\0') {
			if (c == quote)
				quote = '\0';
		} else if (c == '>') {
			return i;
		} else if ((c == '"' || c == '\'') && before == '=') {
			quote = c;
		}
		if (!byte_is_space(c))
			before = c;
	}
	return s.n;
}

static size_t
end_of_name(struct str s, size_t i)
{
	while (i < s.n && !byte_is_space(s.p[i]) && s.p[i] != '/'
	    && s.p[i] != '>')
		i++;
	return i;
}

static bool
next_tag(struct html *h, struct html_token *t, bool end)
{
	size_t name = h->pos + 1 + end, stop = end_of_name(h->page, name);
	size_t close = end_of_tag(h->page, stop);

	/* A quote that never closes would eat the page: end at the next ">". */
	if (close == h->page.n)
		close = find(h->page, stop, STR(">"));
	t->kind = end ? HTML_END : HTML_START;
	t->name = str_cut(h->page, name, stop);
	t->attrs = str_cut(h->page, stop, close);
	t->at = (struct span){ h->pos, close < h->page.n ? close + 1 : close };
	h->pos = t->at.end;
	if (!end && is_raw_element(t->name)
	    && (t->attrs.n == 0 || t->attrs.p[t->attrs.n - 1] != '/'))
		h->raw = t->name;
	return true;
}

static bool
next_comment(struct html *h, struct html_token *t)
{
	struct str rest = str_cut(h->page, h->pos, h->page.n);
	size_t end;

	if (str_starts(rest, STR("<!-->")) || str_starts(rest, STR("<!--->"))) {
		end = find(h->page, h->pos, STR(">")) + 1;
	} else if (str_starts(rest, STR("<!--"))) {
		end = find(h->page, h->pos + 4, STR("-->"));
		end = end < h->page.n ? end + 3 : end;
	} else {
		end = find(h->page, h->pos, STR(">"));
		end = end < h->page.n ? end + 1 : end;
	}
	*t = (struct html_token){ .kind = HTML_COMMENT,
	    .at = { h->pos, end } };
	h->pos = end;
	return true;
}

static bool
next_raw(struct html *h, struct html_token *t)
{
	size_t end = find_close(h->page, h->pos, h->raw);

	*t = (struct html_token){ .kind = HTML_RAW, .name = h->raw,
	    .at = { h->pos, end } };
	h->raw.n = 0;
	h->pos = end;
	return true;
}

static bool
opens_markup(struct str s, size_t i)
{
	char c = i + 1 < s.n ? s.p[i + 1] : ' ';

	if (c == '/')
		c = i + 2 < s.n && s.p[i + 2] != ' ' ? 'a' : ' ';
	return byte_is_letter(c) || c == '!' || c == '?';
}

static bool
next_text(struct html *h, struct html_token *t)
{
	size_t i = h->pos + 1;

	for (; i < h->page.n; i++) {
		const char *p = memchr(h->page.p + i, '<', h->page.n - i);

		i = p != NULL ? (size_t)(p - h->page.p) : h->page.n;
		if (i == h->page.n || opens_markup(h->page, i))
			break;
	}
	*t = (struct html_token){ .kind = HTML_TEXT, .at = { h->pos, i } };
	h->pos = i;
	return true;
}

bool
html_next(struct html *h, struct html_token *t)
{
	struct str s = h->page;
	char c;

	if (h->pos >= s.n)
		return false;
	if (h->raw.n > 0)
		return next_raw(h, t);
	if (s.p[h->pos] != '<' || !opens_markup(s, h->pos))
		return next_text(h, t);
	c = s.p[h->pos + 1];
	if (c == '!' || c == '?')
		return next_comment(h, t);
	if (c == '/' && !byte_is_letter(s.p[h->pos + 2]))
		return next_comment(h, t);
	return next_tag(h, t, c == '/');
}

bool
html_attr(struct str a, struct str name, struct str *value)
{
	for (size_t i = 0; i < a.n;) {
		size_t start, end;
		char q;

		while (i < a.n && (byte_is_space(a.p[i]) || a.p[i] == '/'))
			i++;
		start = i;
		while (i < a.n && !byte_is_space(a.p[i]) && a.p[i] != '/'
		    && (a.p[i] != '=' || i == start))
			i++;
		end = i;
		while (i < a.n && byte_is_space(a.p[i]))
			i++;
		*value = (struct str){ a.p, 0 };
		if (i < a.n && a.p[i] == '=') {
			for (i++; i < a.n && byte_is_space(a.p[i]); i++)
				;
			q = i < a.n ? a.p[i] : '\0';
			if (q == '"' || q == '\'') {
				const char *p = memchr(a.p + i + 1, q,
				    a.n - i - 1);
				size_t close = p != NULL
				    ? (size_t)(p - a.p) : a.n;

				*value = str_cut(a, i + 1, close);
				i = close + 1;
			} else {
				size_t from = i;

				while (i < a.n && !byte_is_space(a.p[i]))
					i++;
				*value = str_cut(a, from, i);
			}
		}
		if (chars_eq_nocase(str_cut(a, start, end), name) && end > start)
			return true;
	}
	return false;
}

/* windows-1252 meant by "&#150;" and the like (HTML standard, 13.2.5.80). */
static uint32_t
numeric(uint32_t c)
{
	static const uint16_t cp1252[32] = {
		0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
		0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
		0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
	};

	if (c == 0 || c > 0x10ffff)
		return 0xfffd;
	return c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80] : c;
}

static uint32_t
digit_value(char c, bool hex)
{
	if (byte_is_digit(c))
		return (uint32_t)(c - '0');
	c = byte_lower(c);
	return hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 99;
}

static uint32_t
number_reference(struct str s, size_t i, size_t *length)
{
	bool hex = i + 2 < s.n && (s.p[i + 2] | 32) == 'x';
	size_t at = i + 2 + hex, start = at;
	uint32_t v = 0;

	for (; at < s.n && digit_value(s.p[at], hex) < 16; at++)
		if (v <= 0x10ffff)
			v = v * (hex ? 16 : 10) + digit_value(s.p[at], hex);
	if (at == start)
		return 0;
	*length = at - i + (at < s.n && s.p[at] == ';');
	return numeric(v);
}

uint32_t
html_reference(struct str s, size_t i, size_t *length)
{
	size_t at = i + 1;
	int c;

	if (at < s.n && s.p[at] == '#')
		return number_reference(s, i, length);
	while (at < s.n && at < i + 12
	    && (byte_is_letter(s.p[at]) || byte_is_digit(s.p[at])))
		at++;
	c = words_find(&words_html_entities, str_cut(s, i + 1, at));
	if (c <= 0 || (c > 255 && (at == s.n || s.p[at] != ';')))
		return 0;
	*length = at - i + (at < s.n && s.p[at] == ';');
	return (uint32_t)c;
}

void
html_decode(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		const char *p = memchr(s.p + i, '&', s.n - i);
		size_t end = p != NULL ? (size_t)(p - s.p) : s.n, n;
		uint32_t c;

		buf_put(b, str_cut(s, i, end));
		i = end;
		if (i == s.n)
			break;
		c = html_reference(s, i, &n);
		if (c == 0) {
			buf_char(b, s.p[i++]);
			continue;
		}
		utf8_put(b, c);
		i += n;
	}
}
