/* text: UTF-8, character classes, word lists, tokens, HTML. */
#include <stdlib.h>

#include "text/chars.h"
#include "text/html.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/words.h"
#include "unit.h"

extern const struct words words_titles;

static void
utf8(void)
{
	char text[200];

	CHECK(utf8_valid(STR("caf\xc3\xa9")) == 5);
	CHECK(utf8_valid(STR("a\xc0\x80")) == 1);	/* overlong */
	CHECK(utf8_valid(STR("\xed\xa0\x80")) == 0);	/* surrogate */
	CHECK(utf8_valid(STR("\xf4\x90\x80\x80")) == 0);	/* too large */
	CHECK(utf8_valid(STR("ab\xe2\x82")) == 2);	/* cut */
	CHECK(utf8_at(STR("\xe2\x82\xac"), 0) == 0x20ac);
	CHECK(utf8_floor(STR("a\xe2\x82\xac"), 3) == 1);
	for (size_t at = 0; at < sizeof text; at++) {
		memset(text, 'a', sizeof text);
		text[at] = '\x80';
		for (size_t from = 0; from < 20; from++) {
			struct str s = { text + from, sizeof text - from };

			CHECK(utf8_ascii(s) == utf8_ascii_plain(s));
		}
	}
}

static void
classes(void)
{
	CHECK(chars_is('A', CHAR_UPPER) && chars_is(0xc9, CHAR_UPPER));
	CHECK(chars_is(0x4e2d, CHAR_CJK) && chars_is(0x3042, CHAR_CJK));
	CHECK(chars_is(0x201c, CHAR_OPEN) && chars_is(0x201d, CHAR_CLOSE));
	CHECK(chars_is(0xa0, CHAR_SPACE) && !chars_is('x', CHAR_SPACE));
	CHECK(chars_of(0x110000) == 0);
	CHECK(chars_lower(0x41f) == 0x43f && chars_lower(0x130) == 'i');
	CHECK(str_eq(chars_trim(STR(" \xc2\xa0" "a b\n")), STR("a b")));
}

static void
lists(void)
{
	CHECK(words_find(&words_titles, STR("mr")) == 1);
	CHECK(words_find_lower(&words_titles, STR("Mrs")) == 2);
	CHECK(words_find(&words_titles, STR("xyzzy")) == -1);
	CHECK(words_find(&words_titles, STR("")) == -1);
}

static void
check_tokens(const char *text, const char *joined)
{
	struct str s = str_of(text);
	struct buf b = { 0 };
	struct token t;

	for (size_t i = 0; tokens_next(s, &i, &t);) {
		if (b.n > 0)
			buf_char(&b, '|');
		buf_put(&b, str_cut(s, t.start, t.end));
	}
	CHECK(str_eq(buf_str(&b), str_of(joined)));
	buf_free(&b);
}

static void
tokens(void)
{
	check_tokens("Kishida's U.S. trip, 1,000 miles.",
	    "Kishida|'s|U.S.|trip|,|1,000|miles|.");
	check_tokens("the Indo-Pacific -- AT&T \"x\"",
	    "the|Indo-Pacific|--|AT&T|\"|x|\"");
	check_tokens("F. H. O'Neill", "F.|H.|O'Neill");
}

/* Kind letters: T text, S start, E end, C comment, R raw text. */
static void
check_html(const char *page, const char *kinds)
{
	struct html h;
	struct html_token t;
	struct buf b = { 0 };
	size_t at = 0;

	html_start(&h, str_of(page));
	while (html_next(&h, &t)) {
		CHECK(t.at.start == at && t.at.end >= at);
		at = t.at.end;
		buf_char(&b, "TSECR"[t.kind]);
	}
	CHECK(at == strlen(page));
	CHECK(str_eq(buf_str(&b), str_of(kinds)));
	buf_free(&b);
}

static void
html(void)
{
	struct buf b = { 0 };
	struct str v;

	check_html("<p>a<b>c</b></p>", "STSTEE");
	check_html("a < b <3 </ 4", "T");
	check_html("<!-- <p> --><p title=\"a>b\">x", "CST");
	check_html("<script>if (a<b) \"</p>\"</script>x", "SRET");
	check_html("<title>a <b> c</title>", "SRE");
	check_html("<!-- never ends <p>", "C");
	check_html("<a href='x' y=z/>q</a x>", "STE");
	check_html("<p", "S");
	check_html("<?xml ?><!doctype html>x", "CCT");
	CHECK(html_attr(STR(" a=1 B='two' c"), STR("b"), &v)
	    && str_eq(v, STR("two")));
	CHECK(html_attr(STR(" a=1 c"), STR("c"), &v) && v.n == 0);
	CHECK(!html_attr(STR(" data-a=1"), STR("a"), &v));
	html_decode(&b, STR("&amp;&lt;&#8364;&#x20AC;&eacute;&nope;&copy &#150;"));
	CHECK(str_eq(buf_str(&b), STR("&<\xe2\x82\xac\xe2\x82\xac\xc3\xa9"
	    "&nope;\xc2\xa9 \xe2\x80\x93")));
	buf_free(&b);
}

int
main(void)
{
	utf8();
	classes();
	lists();
	tokens();
	html();
	return unit_failed;
}
