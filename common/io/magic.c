#include "io/magic.h"

#include <string.h>

#include "text/chars.h"

#define KIND(start, advice) { (start), sizeof(start) - 1, (advice) }

static const struct {
	const char *start;
	size_t n;
	const char *advice;
} kinds[] = {
	KIND("\x1f\x8b\x08", "compressed by gzip: put zcat before"),
	KIND("\x28\xb5\x2f\xfd", "compressed by zstd: put zstdcat before"),
	KIND("\xfd" "7zXZ", "compressed by xz: put xzcat before"),
	KIND("BZh91AY&SY", "compressed by bzip2: put bzcat before"),
	KIND("PK\x03\x04", "a zip archive or an office document: "
	    "make text files of it first"),
	KIND("%PDF-", "a PDF file: put pdftotext before"),
};

int
magic_of(struct str s)
{
	int kind = MAGIC_NONE;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct str m = { kinds[i].start, kinds[i].n };

		if (str_starts(s, m))
			return (int)i;
		if (s.n < m.n && memcmp(s.p, m.p, s.n) == 0)
			kind = MAGIC_MORE;
	}
	return kind;
}

const char *
magic_advice(int kind)
{
	return kinds[kind].advice;
}

/*
 * As browsers tell it (WHATWG, MIME Sniffing, "Identifying a resource with an
 * unknown MIME type"), and by more elements that fragments begin with. Pictures
 * alone tell nothing: what browsers leave as text begins with them, too.
 */
bool
magic_html(struct str s)
{
	static const char *const marks[] = { "!--", "!doctype html", "html",
	    "head", "body", "meta", "title", "script", "style", "link", "h1",
	    "h2", "h3", "h4", "p", "a", "b", "i", "em", "strong", "font",
	    "span", "br", "hr", "div", "section", "article", "main",
	    "header", "nav", "aside", "footer", "figure", "iframe", "center",
	    "table", "ul", "ol", "dl", "pre", "blockquote", "form" };

	const char *end;

	s = chars_trim_ascii(s);
	/* XHTML; what else is XML does not go on with one of these elements. */
	if (str_starts(s, STR("<?xml"))
	    && (end = memchr(s.p, '>', s.n)) != NULL)
		s = chars_trim_ascii(str_cut(s, (size_t)(end - s.p) + 1, s.n));
	while (s.n > 4 && chars_eq_nocase(str_cut(s, 0, 4), STR("<img"))
	    && (end = memchr(s.p, '>', s.n)) != NULL)
		s = chars_trim_ascii(str_cut(s, (size_t)(end - s.p) + 1, s.n));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]) + 1;

		if (s.n > n && s.p[0] == '<' && chars_eq_nocase(
		    str_cut(s, 1, n), str_of(marks[i])) && (i == 0
		    || byte_is_space(s.p[n]) || s.p[n] == '>'
		    || s.p[n] == '/'))
			return true;
	}
	return false;
}

bool
magic_named_html(const char *name)
{
	struct str s = str_of(name);

	return str_ends(s, STR(".html")) || str_ends(s, STR(".htm"))
	    || str_ends(s, STR(".xhtml"));
}

bool
magic_page(struct str s)
{
	static const char *const marks[] = { "<!doctype html", "<html" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);

		if (s.n > n && chars_eq_nocase(str_cut(s, 0, n),
		    str_of(marks[i])) && (s.p[n] == '>'
		    || byte_is_space(s.p[n])))
			return true;
	}
	return false;
}
