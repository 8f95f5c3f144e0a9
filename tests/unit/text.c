/* text: UTF-8, character classes, word lists, tokens. */
#include <stdlib.h>

#include "text/chars.h"
#include "text/lanes.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/wordbits.h"
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
			CHECK(utf8_unquoted(s) == s.n);
			text[at] = (char)"\"\\\x1f\0"[at % 4];
			CHECK(utf8_unquoted(s) == utf8_unquoted_plain(s));
			CHECK(utf8_unmarked(s) == utf8_unmarked_plain(s));
			text[at] = (char)"\"'`\xe2"[at % 4];
			CHECK(utf8_unmarked(s) == utf8_unmarked_plain(s));
			CHECK((utf8_unmarked(s) < s.n) == (at >= from));
			text[at] = '\x80';
		}
	}
}

/* Texts of valid characters and what is nearly one: at every place a fault. */
static void
valid(void)
{
	static const char *const parts[] = { "a", "bc ", "\xc3\xa9", "\xdf\xbf",
	    "\xe0\xa0\x80", "\xe2\x82\xac", "\xed\x9f\xbf", "\xef\xbf\xbf",
	    "\xf0\x90\x80\x80", "\xf1\x80\x80\x80", "\xf4\x8f\xbf\xbf" };
	static const unsigned char faults[] = { 0x00, 0x61, 0x80, 0x8f, 0x90, 0x9f,
	    0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1,
	    0xf4, 0xf5, 0xff };
	char text[300];
	unsigned seed = 5;

	for (int round = 0; round < 20; round++) {
		size_t n = 0;

		while (n + 4 < sizeof text) {
			struct str part = str_of(parts[(seed >> 16)
			    % (sizeof parts / sizeof *parts)]);

			seed = seed * 1103515245 + 12345;
			memcpy(text + n, part.p, part.n);
			n += part.n;
		}
		CHECK(utf8_valid((struct str){ text, n }) == n);
		for (size_t at = 0; at < n; at++) {
			struct str cut = { text, at };
			char was = text[at];

			CHECK(utf8_valid(cut) == utf8_valid_plain(cut));
			for (size_t k = 0; k < sizeof faults; k++) {
				struct str s = { text, n };

				text[at] = (char)faults[k];
				CHECK(utf8_valid(s) == utf8_valid_plain(s));
			}
			text[at] = was;
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
	CHECK(chars_all_of(STR("XIV"), STR("IVX"))
	    && !chars_all_of(STR("XL"), STR("IVX"))
	    && !chars_all_of(STR(""), STR("IVX")));
}

/* Ends are the same, and *ascii never true when it is not. */
static void
ends(void)
{
	char text[300];

	for (size_t round = 0; round < 300; round++) {
		size_t a[64], b[64], n, most = round % 65;
		bool one, two;
		struct str s = { text + round % 7, 250 + round % 40 };

		for (size_t i = 0; i < sizeof text; i++)
			text[i] = i * 7919 % (round % 50 + 2) == 0 ? '\n' : 'a';
		text[round] = '\x80';
		n = utf8_ends(s, '\n', a, most, &one);
		CHECK(n == utf8_ends_plain(s, '\n', b, most, &two));
		CHECK(memcmp(a, b, n * sizeof *a) == 0);
		CHECK(!one || two);
	}
}

/* The kernel says of every byte in every place what its twin says. */
static void
blocks(void)
{
	char text[WORDBITS];

	for (size_t round = 0; round < 256; round++) {
		struct wordbits a, b;

		for (size_t i = 0; i < sizeof text; i++)
			text[i] = (char)(round + i * (1 + round % 7));
		a = wordbits(text);
		b = wordbits_plain(text);
		CHECK(a.word == b.word && a.digit == b.digit);
		CHECK(a.mark == b.mark && a.lead == b.lead);
		CHECK(a.far == b.far);
	}
}

static void
lanes(void)
{
	int16_t add[11], rows[11][LANES], a[LANES], b[LANES];

	for (unsigned round = 0; round < 256; round++) {
		for (unsigned k = 0; k < 11; k++) {
			add[k] = (int16_t)((round * 7919 + k * 104729) % 40000)
			    - 20000;
			for (unsigned l = 0; l < LANES; l++)
				rows[k][l] = (int16_t)((round * 31 + k * 577
				    + l * 1009) % 24000 - 12000);
		}
		lanes_most(add, (const int16_t (*)[LANES])rows,
		    1 + round % 11, a);
		lanes_most_plain(add, (const int16_t (*)[LANES])rows,
		    1 + round % 11, b);
		CHECK(memcmp(a, b, sizeof a) == 0);
	}
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

/* One token after the other, by both ways: texts of these pieces. */
static void
steps(void)
{
	static const char *const pieces[] = { "a", "The", "word", " ", " ", " ",
	    ".", ",", "-", "'", "\xe2\x80\x99", "s", "\n", "U.S.", "1", "&", "_",
	    "\"", "(", "\xc3\xa9", "..", "2015",
	    "\xe2\x80\x9c", "\xe2\x80\x94", "\n\n", ":",
	    "averyveryverylongword", "\t", "S", "t", "'s", "n't", "--" };
	struct buf b = { 0 };
	uint32_t seed = 7;

	for (int round = 0; round < 2000; round++) {
		struct token k, same, span;
		struct tokens x, y;
		size_t i = 0;

		b.n = 0;
		while (b.n < 100 + (size_t)(round % 200) * 3)
			buf_put(&b, str_of(pieces[((seed = seed * 1664525
			    + 1013904223) >> 16)
			    % (sizeof pieces / sizeof *pieces)]));
		tokens_start(&x, buf_str(&b));
		tokens_start(&y, buf_str(&b));
		while (tokens_next(buf_str(&b), &i, &k)) {
			CHECK(tokens_fill(&x, &same, 1) == 1);
			CHECK(tokens_spans(&y, &span, 1) == 1
			    && span.start == k.start && span.end == k.end
			    && span.space == k.space);
			CHECK(same.start == k.start && same.end == k.end
			    && same.space == k.space && same.line == k.line
			    && same.breaks == k.breaks
			    && same.upper == k.upper);
		}
		CHECK(tokens_fill(&x, &same, 1) == 0);
		CHECK(tokens_spans(&y, &span, 1) == 0);
	}
	buf_free(&b);
}

int
main(void)
{
	utf8();
	valid();
	classes();
	blocks();
	ends();
	lanes();
	lists();
	tokens();
	steps();
	return unit_failed;
}
