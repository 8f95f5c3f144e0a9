/*
 * Tokens joined are the page; what is in a token lies in it; attributes and
 * dates in whatever line stay in bounds.
 */
#include "lang/moment.h"
#include "text/html.h"
#include "fuzz.h"

static void
check_attributes(struct str attrs)
{
	struct str name, value;
	size_t last = 0;

	for (size_t i = 0; html_attr_next(attrs, &i, &name, &value); last = i) {
		MUST(i > last && i <= attrs.n && name.n > 0);
		MUST(name.p >= attrs.p
		    && name.p + name.n <= attrs.p + attrs.n);
		MUST(value.p >= attrs.p
		    && value.p + value.n <= attrs.p + attrs.n);
	}
}

static void
check_tokens(struct str page)
{
	struct html_token t;
	struct html h;
	size_t at = 0;

	html_start(&h, page);
	while (html_next(&h, &t)) {
		MUST(t.at.start == at && t.at.end > at - (t.kind == HTML_RAW)
		    && t.at.end <= page.n);
		MUST(t.text.start <= t.text.end && t.text.end <= t.at.end);
		check_attributes(t.attrs);
		at = t.at.end;
	}
	MUST(at == page.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf page = fuzz_text(p, n), text = { 0 };
	struct moment m;
	struct span at;

	check_tokens(buf_str(&page));
	html_decode(&text, buf_str(&page), n % 2 == 0);
	MUST(utf8_valid(buf_str(&text)) == text.n);
	if (moment_find(buf_str(&page), MOMENT_DAY_FIRST, &at, &m)) {
		MUST(at.start < at.end && at.end <= page.n);
		text.n = 0;
		moment_put(&text, &m);
	}
	buf_free(&page);
	buf_free(&text);
	return 0;
}
