/*
 * Tokens, in order, leave out nothing but white space, cut no character, and
 * one behind white space is the same whatever came before it.
 */
#include "text/chars.h"
#include "text/tokens.h"
#include "fuzz.h"

/* White space only, with so many line ends. */
static unsigned
line_ends(struct str gap)
{
	unsigned n = 0;

	for (size_t i = 0; i < gap.n;) {
		uint32_t c = utf8_next(gap, &i);

		MUST(chars_is(c, CHAR_SPACE));
		n += c == '\n';
	}
	return n;
}

static bool
has_upper(struct str s)
{
	for (size_t i = 0; i < s.n;)
		if (chars_is(utf8_next(s, &i), CHAR_UPPER))
			return true;
	return false;
}

static void
check_token(struct str text, const struct token *k, size_t before)
{
	struct str s = token_text(text, k), rest;
	unsigned lines = line_ends(str_cut(text, before, k->start));
	struct token alone;
	size_t i = 0;

	MUST(k->start >= before && k->end > k->start && k->end <= text.n);
	MUST(utf8_valid(s) == s.n);
	MUST(!k->upper || has_upper(s));
	MUST(k->space == (before == 0 || k->start > before));
	MUST(k->breaks == (before == 0 || lines > 1));
	MUST(k->line == (before == 0 || lines > 0));
	if (!k->space)
		return;
	rest = str_cut(text, k->start, text.n);
	MUST(tokens_next(rest, &i, &alone) && alone.start == 0
	    && alone.end == s.n && alone.upper == k->upper);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n);
	struct str text = buf_str(&b);
	struct tokens steps, spans;
	struct token k, same, span;
	size_t i = 0, before = 0;

	tokens_start(&steps, text);
	tokens_start(&spans, text);
	for (; tokens_next(text, &i, &k); before = k.end) {
		check_token(text, &k, before);
		MUST(i == k.end);
		MUST(tokens_fill(&steps, &same, 1) == 1);
		MUST(tokens_spans(&spans, &span, 1) == 1);
		MUST(span.start == k.start && span.end == k.end);
		MUST(span.space == k.space);
		MUST(same.start == k.start && same.end == k.end);
		MUST(same.space == k.space && same.upper == k.upper);
		MUST(same.breaks == k.breaks && same.line == k.line);
	}
	MUST(tokens_fill(&steps, &same, 1) == 0);
	MUST(tokens_spans(&spans, &span, 1) == 0);
	line_ends(str_cut(text, before, text.n));
	buf_free(&b);
	return 0;
}
