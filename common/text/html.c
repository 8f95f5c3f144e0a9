#include "text/html.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_html_content;

/* The numbers in common/data/html-content.words. */
enum {
	RAW_TEXT = 1, RAW_REFERENCES, RAW_SCRIPT, RAW_PLAINTEXT, FOREIGN,
	SVG_HTML, ENDS_FOREIGN, END_ENDS_FOREIGN, MATH_HTML
};

void
html_start(struct html *h, struct str page)
{
	*h = (struct html){ .page = page };
}

static size_t
find_char(struct str s, size_t i, char c)
{
	const char *p = i < s.n ? memchr(s.p + i, c, s.n - i) : NULL;

	return p != NULL ? (size_t)(p - s.p) : s.n;
}

static bool
starts_nocase(struct str s, size_t i, struct str what)
{
	return s.n - i >= what.n
	    && chars_eq_nocase(str_cut(s, i, i + what.n), what);
}

/* White space of the standard: a form feed, but no vertical tab. */
static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool
ends_name(char c)
{
	return is_space(c) || c == '/' || c == '>';
}

/* Does prefix + name stand at i, followed by what ends a tag's name? */
static bool
tag_stands_at(struct str s, size_t i, struct str prefix, struct str name)
{
	size_t end = i + prefix.n + name.n;

	return end < s.n && str_starts(str_cut(s, i, s.n), prefix)
	    && starts_nocase(s, i + prefix.n, name) && ends_name(s.p[end]);
}

/* ---- attributes ---- */

static size_t
skip_space(struct str s, size_t i)
{
	while (i < s.n && is_space(s.p[i]))
		i++;
	return i;
}

static size_t
end_of_value(struct str s, size_t i)
{
	while (i < s.n && !is_space(s.p[i]) && s.p[i] != '>')
		i++;
	return i;
}

/* The value after "=" at i; returns where the attribute ends. */
static size_t
take_value(struct str s, size_t i, struct str *value)
{
	size_t end;

	i = skip_space(s, i + 1);
	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'')) {
		end = find_char(s, i + 1, s.p[i]);
		*value = str_cut(s, i + 1, end);
		return end < s.n ? end + 1 : end;
	}
	end = end_of_value(s, i);
	*value = str_cut(s, i, end);
	return end;
}

bool
html_attr_next(struct str s, size_t *i, struct str *name, struct str *value)
{
	size_t at = *i, start;

	while (at < s.n && (is_space(s.p[at]) || s.p[at] == '/'))
		at++;
	*i = start = at;
	if (at == s.n || s.p[at] == '>')
		return false;
	/* A "=" in the first place is part of the name. */
	for (at++; at < s.n && !ends_name(s.p[at]) && s.p[at] != '='; at++)
		;
	*name = str_cut(s, start, at);
	*value = str_cut(s, at, at);
	*i = at;
	at = skip_space(s, at);
	if (at < s.n && s.p[at] == '=')
		*i = take_value(s, at, value);
	return true;
}

bool
html_attr(struct str attrs, struct str name, struct str *value)
{
	struct str key;

	for (size_t i = 0; html_attr_next(attrs, &i, &key, value);)
		if (chars_eq_nocase(key, name))
			return true;
	return false;
}

void
html_attr_each(struct str attrs, const struct str *names, size_t n,
    struct str *values)
{
	struct str key, v;

	for (size_t k = 0; k < n; k++)
		values[k] = (struct str){ NULL, 0 };
	for (size_t i = 0; html_attr_next(attrs, &i, &key, &v);)
		for (size_t k = 0; k < n; k++)
			if (key.n == names[k].n && values[k].p == NULL
			    && chars_eq_nocase(key, names[k]))
				values[k] = v;
}

/* ---- tags ---- */

static size_t
end_of_name(struct str s, size_t i)
{
	while (i < s.n && !ends_name(s.p[i]))
		i++;
	return i;
}

static bool
is_html_inside(const struct html *h)
{
	return h->foreign == 0 || (h->inside & 1);
}

static bool
is_in_svg(const struct html *h)
{
	return h->foreign > 0 && (h->svg & 1);
}

static void
enter_foreign(struct html *h, bool svg)
{
	if (h->foreign++ == 0) {
		h->inside = h->svg = 0;
		h->picture = svg;
	}
	h->inside <<= 1;
	h->svg = h->svg << 1 | svg;
}

static void
leave_foreign(struct html *h, bool svg)
{
	if (svg != is_in_svg(h))
		return;
	h->foreign--;
	h->inside >>= 1;
	h->svg >>= 1;
}

/* Elements whose inside is HTML again. */
static bool
holds_html(const struct html *h, struct str name, int kind)
{
	return is_in_svg(h) ? kind == SVG_HTML
	    || chars_eq_nocase(name, STR("title")) : kind == MATH_HTML;
}

static void
note_start(struct html *h, const struct html_token *t, int kind)
{
	if (kind == FOREIGN && !t->closed) {
		enter_foreign(h, byte_lower(t->name.p[0]) == 's');
	} else if (is_html_inside(h)) {
		if (kind >= RAW_TEXT && kind <= RAW_PLAINTEXT) {
			h->raw = t->name;
			h->raw_kind = kind;
		}
	} else if (kind == ENDS_FOREIGN) {
		h->foreign = 0;
	} else if (holds_html(h, t->name, kind) && !t->closed) {
		h->inside |= 1;
	}
}

static void
note_end(struct html *h, const struct html_token *t, int kind)
{
	if (h->foreign == 0)
		return;
	if (kind == FOREIGN)
		leave_foreign(h, byte_lower(t->name.p[0]) == 's');
	else if (holds_html(h, t->name, kind))
		h->inside &= ~(uint64_t)1;
	else if ((kind == ENDS_FOREIGN || kind == END_ENDS_FOREIGN)
	    && !is_html_inside(h))
		h->foreign = 0;
}

static size_t
end_of_tag(struct str s, size_t i, bool *closed)
{
	struct str name, value = { s.p, 0 };

	while (html_attr_next(s, &i, &name, &value))
		;
	*closed = s.p[i - 1] == '/' && value.p + value.n != s.p + i;
	return i;
}

static void
next_tag(struct html *h, struct html_token *t, bool end)
{
	size_t start = h->pos + 1 + end, stop = end_of_name(h->page, start);
	size_t close = end_of_tag(h->page, stop, &t->closed);
	int kind;

	t->kind = end ? HTML_END : HTML_START;
	t->name = str_cut(h->page, start, stop);
	t->attrs = str_cut(h->page, stop, close);
	t->at = (struct span){ h->pos, close + 1 };
	h->pos = close + 1;
	if (close == h->page.n) {	/* the standard drops such a tag */
		t->kind = HTML_COMMENT;
		t->at.end = h->pos = close;
		return;
	}
	kind = words_find_lower(&words_html_content, t->name);
	if (end)
		note_end(h, t, kind);
	else
		note_start(h, t, kind);
}

/* ---- comments and other declarations ---- */

/*
 * "-->" and "--!>" end a comment. The dashes of "<!--" count for the first
 * ("<!-->"), not for the second.
 */
static size_t
end_of_comment(struct str s, size_t pos)
{
	for (size_t i = pos + 4; (i = find_char(s, i, '>')) < s.n; i++) {
		if (s.p[i - 1] == '-' && s.p[i - 2] == '-')
			return i + 1;
		if (i >= pos + 7 && s.p[i - 1] == '!' && s.p[i - 2] == '-'
		    && s.p[i - 3] == '-')
			return i + 1;
	}
	return s.n;
}

static size_t
end_of_cdata(struct str s, size_t i)
{
	for (; (i = find_char(s, i, '>')) < s.n; i++)
		if (s.p[i - 1] == ']' && s.p[i - 2] == ']')
			return i + 1;
	return s.n;
}

static void
next_cdata(struct html *h, struct html_token *t)
{
	size_t start = h->pos + STR("<![CDATA[").n;
	size_t end = end_of_cdata(h->page, start + 2);
	bool whole = str_ends(str_cut(h->page, start, end), STR("]]>"));

	t->kind = HTML_CDATA;
	t->at = (struct span){ h->pos, end };
	t->text = (struct span){ start, whole ? end - 3 : end };
	h->pos = end;
}

static void
next_declaration(struct html *h, struct html_token *t)
{
	struct str rest = str_cut(h->page, h->pos, h->page.n);
	size_t end;

	if (h->foreign > 0 && str_starts(rest, STR("<![CDATA["))) {
		next_cdata(h, t);
		return;
	}
	if (str_starts(rest, STR("<!--"))) {
		end = end_of_comment(h->page, h->pos);
	} else {
		end = find_char(h->page, h->pos, '>');
		end += end < h->page.n;
	}
	t->kind = HTML_COMMENT;
	t->at = (struct span){ h->pos, end };
	h->pos = end;
}

/* ---- text ---- */

static size_t
end_of_raw(struct str s, size_t i, struct str name)
{
	while ((i = find_char(s, i, '<')) < s.n
	    && !tag_stands_at(s, i, STR("</"), name))
		i++;
	return i;
}

/*
 * Script may hold "<!--"; until "-->" it is escaped, and a "<script" in there
 * hides the next "</script" (13.2.5.20 to 13.2.5.31).
 */
static size_t
end_of_script(struct str s, size_t i)
{
	enum { PLAIN, ESCAPED, ESCAPED_TWICE } state = PLAIN;
	const struct str name = STR("script");

	for (; i < s.n; i++) {
		if (state == PLAIN)
			i = find_char(s, i, '<');
		else if (s.p[i] == '>' && s.p[i - 1] == '-'
		    && s.p[i - 2] == '-')
			state = PLAIN;
		if (i == s.n || s.p[i] != '<')
			continue;
		if (tag_stands_at(s, i, STR("</"), name)) {
			if (state != ESCAPED_TWICE)
				return i;
			state = ESCAPED;
		} else if (state == PLAIN
		    && str_starts(str_cut(s, i, s.n), STR("<!--"))) {
			state = ESCAPED;
			i += 3;
		} else if (state == ESCAPED
		    && tag_stands_at(s, i, STR("<"), name)) {
			state = ESCAPED_TWICE;
		}
	}
	return s.n;
}

static void
next_raw(struct html *h, struct html_token *t)
{
	size_t end = h->raw_kind == RAW_PLAINTEXT ? h->page.n
	    : h->raw_kind == RAW_SCRIPT ? end_of_script(h->page, h->pos)
	    : end_of_raw(h->page, h->pos, h->raw);

	t->kind = HTML_RAW;
	t->name = h->raw;
	t->at = t->text = (struct span){ h->pos, end };
	h->raw.n = 0;
	h->pos = end;
}

static bool
opens_markup(struct str s, size_t i)
{
	char c = i + 1 < s.n ? s.p[i + 1] : ' ';

	return byte_is_letter(c) || c == '!' || c == '?'
	    || (c == '/' && i + 2 < s.n);
}

static void
next_text(struct html *h, struct html_token *t)
{
	size_t i = h->pos + 1;

	while ((i = find_char(h->page, i, '<')) < h->page.n
	    && !opens_markup(h->page, i))
		i++;
	t->kind = HTML_TEXT;
	t->at = t->text = (struct span){ h->pos, i };
	h->pos = i;
}

bool
html_next(struct html *h, struct html_token *t)
{
	struct str s = h->page;
	char c;

	if (h->pos >= s.n)
		return false;
	*t = (struct html_token){ .kind = HTML_TEXT };
	if (h->raw.n > 0)
		next_raw(h, t);
	else if (s.p[h->pos] != '<' || !opens_markup(s, h->pos))
		next_text(h, t);
	else if ((c = s.p[h->pos + 1]) == '/'
	    && byte_is_letter(s.p[h->pos + 2]))
		next_tag(h, t, true);
	else if (c == '/' || c == '!' || c == '?')
		next_declaration(h, t);
	else
		next_tag(h, t, false);
	t->in_svg = h->foreign > 0 && h->picture;
	return true;
}
