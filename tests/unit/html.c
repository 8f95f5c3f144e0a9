/*
 * html: the tokenizer against tests/html/tokens.cases, one rule of the HTML
 * standard a line: PAGE, tab, its tokens. Tags are as written, with the
 * attributes' values decoded; {text}; "!" what does not reach the text;
 * " /" a tag that closes itself. "\n", "\0" and the like mean what they do in C.
 */
#include <stdlib.h>

#include "text/chars.h"
#include "text/html.h"
#include "text/utf8.h"
#include "unit.h"

#ifndef CASES
#define CASES "tests/html/tokens.cases"
#endif

static void
put_lower(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\0')
			utf8_put(b, 0xfffd);
		else
			buf_char(b, byte_lower(s.p[i]));
}

static void
put_attributes(struct buf *b, struct str attrs)
{
	struct str name, value, first;

	for (size_t i = 0; html_attr_next(attrs, &i, &name, &value);) {
		/* Of two with one name the first counts. */
		if (!html_attr(attrs, name, &first) || first.p != value.p)
			continue;
		buf_char(b, ' ');
		put_lower(b, name);
		buf_put(b, STR("='"));
		html_decode(b, value, true);
		buf_char(b, '\'');
	}
}

static void
put_tag(struct buf *b, const struct html_token *t)
{
	buf_put(b, t->kind == HTML_END ? STR("</") : STR("<"));
	put_lower(b, t->name);
	if (t->kind == HTML_START)
		put_attributes(b, t->attrs);
	buf_put(b, t->closed && t->kind == HTML_START ? STR(" />") : STR(">"));
}

static bool
has_references(const struct html_token *t)
{
	return t->kind == HTML_TEXT || (t->kind == HTML_RAW
	    && (chars_eq_nocase(t->name, STR("title"))
	    || chars_eq_nocase(t->name, STR("textarea"))));
}

/* As the tree builder takes it: in text, but not in raw text, NUL goes away. */
static void
put_inside(struct buf *b, struct str s, const struct html_token *t)
{
	for (size_t i = 0, end; i < s.n; i = end + 1) {
		const char *p = memchr(s.p + i, '\0', s.n - i);

		end = p != NULL ? (size_t)(p - s.p) : s.n;
		if (has_references(t))
			html_decode(b, str_cut(s, i, end), false);
		else
			buf_put(b, str_cut(s, i, end));
		if (end < s.n && t->kind != HTML_TEXT)
			utf8_put(b, 0xfffd);
	}
}

static void
put_tokens(struct buf *b, struct str page)
{
	struct html h;
	struct html_token t;
	size_t at = 0;
	bool text = false, was;

	html_start(&h, page);
	while (html_next(&h, &t)) {
		CHECK(t.at.start == at && t.at.end >= at);
		CHECK(t.text.start <= t.text.end && t.text.end <= t.at.end);
		at = t.at.end;
		was = text;
		text = t.text.end > t.text.start;
		if (was && !text)
			buf_char(b, '}');
		if (text && !was)
			buf_char(b, '{');
		if (text)
			put_inside(b, str_cut(page, t.text.start, t.text.end),
			    &t);
		else if (t.kind == HTML_COMMENT)
			buf_char(b, '!');
		else if (t.kind == HTML_START || t.kind == HTML_END)
			put_tag(b, &t);
	}
	if (text)
		buf_char(b, '}');
	CHECK(at == page.n);
}

static void
unescape(struct buf *b, struct str s)
{
	static const char from[] = "0ntrf\\", to[] = "\0\n\t\r\f\\";

	for (size_t i = 0; i < s.n; i++) {
		const char *p = s.p[i] == '\\' && i + 1 < s.n
		    ? strchr(from, s.p[i + 1]) : NULL;

		buf_char(b, p != NULL ? to[p - from] : s.p[i]);
		i += p != NULL;
	}
}

static bool
check_case(struct str line)
{
	const char *tab = memchr(line.p, '\t', line.n);
	size_t at = tab != NULL ? (size_t)(tab - line.p) : line.n;
	struct buf page = { 0 }, want = { 0 }, got = { 0 };
	bool ok;

	unescape(&page, str_cut(line, 0, at));
	unescape(&want, str_cut(line, tab != NULL ? at + 1 : at, line.n));
	put_tokens(&got, buf_str(&page));
	ok = str_eq(buf_str(&got), buf_str(&want));
	if (!ok)
		fprintf(stderr, "%.*s\n\tgot %.*s\n", (int)line.n, line.p,
		    (int)got.n, got.p);
	buf_free(&page);
	buf_free(&want);
	buf_free(&got);
	return ok;
}

static void
cases(void)
{
	char line[1024];
	FILE *f = fopen(CASES, "r");
	int n = 0;

	CHECK(f != NULL);
	while (f != NULL && fgets(line, sizeof line, f) != NULL) {
		struct str s = { line, strcspn(line, "\n") };

		if (s.n == 0 || s.p[0] == '#')
			continue;
		CHECK(check_case(s));
		n++;
	}
	CHECK(n > 200);
	if (f != NULL)
		fclose(f);
}

/* Every name of the table, with a semicolon and, if it may, without. */
static void
references(void)
{
	for (size_t i = 0; i < html_refs_n; i++) {
		const struct html_ref *r = &html_refs[i];
		struct str name = { html_ref_names + r->at, r->length };
		struct buf b = { 0 };
		uint32_t c[2] = { 0, 0 };

		buf_char(&b, '&');
		buf_put(&b, name);
		buf_put(&b, STR(";x"));
		CHECK(html_reference(buf_str(&b), 0, false, c) == name.n + 2);
		CHECK(c[0] == r->chars[0] && c[1] == r->chars[1]);
		b.p[name.n + 1] = '-';
		if (r->legacy)
			CHECK(html_reference(buf_str(&b), 0, true, c)
			    == name.n + 1 && c[0] == r->chars[0]);
		buf_free(&b);
	}
	CHECK(html_refs_n == 2125);
}

int
main(void)
{
	cases();
	references();
	return unit_failed;
}
