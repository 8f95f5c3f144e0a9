/* The encoding of a whole HTML page. */
#include "io/enc.h"

#include "text/chars.h"
#include "text/html.h"
#include "text/utf8.h"

enum {
	HEAD = 64 * 1024,	/* a page declares its charset in these bytes */
	NAME = 40,		/* bytes of a charset's name */
	PIECE = 64 * 1024,
	/* A byte that is wrong in so many good UTF-8 characters is an accident. */
	GOOD_PER_BAD = 20
};

static bool
is_charset_char(char c)
{
	return byte_is_letter(c) || byte_is_digit(c)
	    || c == '-' || c == '_' || c == ':' || c == '.';
}

/* The name after key in s ("charset=", "encoding="), quotes aside. */
static struct str
name_after(struct str s, struct str key)
{
	for (size_t i = 0; i + key.n < s.n; i++) {
		size_t end;

		if (!chars_eq_nocase(str_cut(s, i, i + key.n), key))
			continue;
		i += key.n;
		while (i < s.n && byte_is_space(s.p[i]))
			i++;
		if (i < s.n && s.p[i] == '=')
			i++;
		while (i < s.n && (byte_is_space(s.p[i]) || s.p[i] == '"'
		    || s.p[i] == '\''))
			i++;
		for (end = i; end < s.n && is_charset_char(s.p[end]); end++)
			;
		if (end > i && end - i <= NAME)
			return str_cut(s, i, end);
	}
	return (struct str){ s.p, 0 };
}

static struct str
charset_of_meta(struct str attrs)
{
	struct str v, kind;

	if (html_attr(attrs, STR("charset"), &v)) {
		v = chars_trim_ascii(v);
		if (v.n > 0 && v.n <= NAME)
			return v;
	}
	if (html_attr(attrs, STR("http-equiv"), &kind)
	    && chars_eq_nocase(kind, STR("content-type"))
	    && html_attr(attrs, STR("content"), &v))
		return name_after(v, STR("charset"));
	return (struct str){ attrs.p, 0 };
}

struct str
enc_declared(struct str page)
{
	struct str head = str_cut(page, 0, page.n < HEAD ? page.n : HEAD);
	struct str said = { page.p, 0 };
	struct html_token t;
	struct html h;

	html_start(&h, head);
	while (said.n == 0 && html_next(&h, &t)) {
		struct str s = str_cut(head, t.at.start, t.at.end);

		if (t.kind == HTML_COMMENT && str_starts(s, STR("<?xml")))
			said = name_after(s, STR("encoding"));
		else if (t.kind == HTML_START
		    && chars_eq_nocase(t.name, STR("meta")))
			said = charset_of_meta(t.attrs);
	}
	return said;
}

/* Names that mean more than iconv makes of them (Encoding standard, 4.2). */
static const char *const aliases[][2] = {
	{ "iso-8859-1", "windows-1252" }, { "iso8859-1", "windows-1252" },
	{ "latin1", "windows-1252" }, { "us-ascii", "windows-1252" },
	{ "ascii", "windows-1252" }, { "x-cp1252", "windows-1252" },
	{ "iso-8859-9", "windows-1254" }, { "latin5", "windows-1254" },
	{ "iso-8859-11", "windows-874" }, { "tis-620", "windows-874" },
	{ "gb2312", "gb18030" }, { "gbk", "gb18030" }, { "x-gbk", "gb18030" },
	{ "gb_2312-80", "gb18030" }, { "big5", "big5-hkscs" },
	{ "shift_jis", "cp932" }, { "shift-jis", "cp932" },
	{ "sjis", "cp932" }, { "x-sjis", "cp932" },
	{ "windows-31j", "cp932" }, { "euc-kr", "cp949" },
	{ "ks_c_5601-1987", "cp949" }, { "korean", "cp949" },
	{ "windows-949", "cp949" }, { "x-cp1251", "windows-1251" },
	{ "koi8_r", "koi8-r" }, { "x-mac-cyrillic", "mac-cyrillic" },
	{ "iso-8859-8-i", "iso-8859-8" },
	/* A page whose ASCII could be read is not in UTF-16. */
	{ "utf-16", "utf-8" }, { "utf-16le", "utf-8" },
	{ "utf-16be", "utf-8" }, { "utf8", "utf-8" },
};

/* NULL for UTF-8 and for what iconv does not know. */
static struct enc *
open_named(struct str said)
{
	char name[NAME + 1];

	if (said.n == 0 || said.n > NAME)
		return NULL;
	memcpy(name, said.p, said.n);
	name[said.n] = '\0';
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (chars_eq_nocase(said, str_of(aliases[i][0]))) {
			struct enc *e = enc_open(aliases[i][1]);

			if (e != NULL)
				return e;
		}
	return chars_eq_nocase(said, STR("utf-8")) ? NULL : enc_open(name);
}

/* Few bytes are wrong, and many sequences right, if s is meant as UTF-8. */
static bool
is_mostly_utf8(struct str s)
{
	size_t good = 0, bad = 0;

	for (size_t i = utf8_ascii(s); i < s.n;) {
		size_t n = utf8_sequence(str_cut(s, i, s.n));

		good += n > 1;
		bad += n == 0;
		i += n > 0 ? n : 1;
		i += utf8_ascii(str_cut(s, i, s.n));
	}
	return bad == 0 || good / GOOD_PER_BAD >= bad;
}

/* Valid as UTF-8 without a byte above 127, but shifting with escapes. */
static bool
is_shifting(struct str said)
{
	const struct str jis = STR("iso-2022-");

	return said.n > jis.n && chars_eq_nocase(str_cut(said, 0, jis.n), jis);
}

static struct enc *
page_encoding(struct str page, struct str told, size_t *mark)
{
	const char *marked = enc_mark(page, mark);
	struct str said = told;

	if (marked != NULL)
		return strcmp(marked, "UTF-8") == 0 ? NULL : enc_open(marked);
	if (is_mostly_utf8(page) && memchr(page.p, '\033', page.n) == NULL)
		return NULL;
	if (said.n == 0)
		said = enc_declared(page);
	return utf8_valid(page) < page.n || is_shifting(said)
	    ? open_named(said) : NULL;
}

/* Lines that are no UTF-8 are judged one by one, as in plain text. */
static void
repair_lines(struct buf *b, struct str s, unsigned long long *replaced)
{
	while (s.n > 0) {
		const char *nl = memchr(s.p, '\n', s.n);
		size_t n = nl != NULL ? (size_t)(nl - s.p) + 1 : s.n;

		enc_repair(b, str_cut(s, 0, n), replaced);
		s = str_cut(s, n, s.n);
	}
}

void
enc_page(struct buf *b, struct str page, struct str told,
    unsigned long long *replaced)
{
	size_t mark = 0;
	struct enc *e = page.n > 0 ? page_encoding(page, told, &mark) : NULL;

	page = str_cut(page, mark, page.n);
	if (e == NULL) {
		repair_lines(b, page, replaced);
		return;
	}
	while (page.n > 0) {
		size_t n = page.n < PIECE ? page.n : PIECE;

		enc_feed(e, b, str_cut(page, 0, n), n == page.n);
		page = str_cut(page, n, page.n);
	}
	*replaced += enc_replaced(e);
	enc_close(e);
}
