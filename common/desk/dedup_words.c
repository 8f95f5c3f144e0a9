/* The words of a short record, as its key and its facts are made of. */
#include "desk/dedup.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_numbers;

/* The words as they come: the last one, from start on, may be going on. */
struct splitting {
	struct buf *to;
	size_t start;
};

/* "one" is 1, "pct" is %: what was said, however spelt. */
static void
end_word(struct splitting *x)
{
	struct str w = str_cut(buf_str(x->to), x->start, x->to->n);
	int number;

	if (w.n == 0)
		return;
	number = words_find_lower(&words_numbers, w);
	if (number > 0 && number < 100) {
		x->to->n = x->start;
		buf_number(x->to, (unsigned)number);
	} else if (chars_eq_nocase(w, STR("pct"))
	    || chars_eq_nocase(w, STR("percent"))) {
		x->to->n = x->start;
		buf_char(x->to, '%');
	}
	buf_char(x->to, ' ');
	x->start = x->to->n;
}

/* Signs that say something where they stand alone, too. */
static bool
is_sign(uint32_t c)
{
	return c == '%' || c == '$' || c == '+' || c == 0x20ac || c == 0xa3;
}

/* Of scripts without blanks each character is a word. */
static bool
is_word_alone(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff);
}

/* Three digits and no more: 1,000 but not 3,5. */
static bool
is_thousands(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && byte_is_digit(s.p[i + n]))
		n++;
	return n == 3;
}

/*
 * What belongs to the word although it is no letter: the point of 1.5 and
 * 1,5 stays, the comma of 1,000 and the apostrophe of didn't go. 0: nothing.
 */
static uint32_t
inner(const struct splitting *x, struct str s, size_t i, uint32_t c)
{
	const struct buf *b = x->to;

	if (b->n == x->start || i >= s.n)
		return 0;
	if (c == '.' || c == ',') {
		if (!byte_is_digit(b->p[b->n - 1]) || !byte_is_digit(s.p[i]))
			return 0;
		return c == ',' && !is_thousands(s, i) ? '.' : c;
	}
	if (c == '\'' || c == 0x2019)
		return chars_is(utf8_at(s, i), CHAR_WORD) ? c : 0;
	return 0;
}

static bool
is_plain(char c)
{
	return byte_is_letter(c) || byte_is_digit(c);
}

static bool
is_nothing(uint32_t c)
{
	return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060
	    || c == 0xfeff || c == 0x640 || (c >= 0x64b && c <= 0x652);
}

static uint32_t
digit_of(uint32_t c)
{
	/* Of the scripts of India a 0 ends in 6, of all others in 0. */
	return c >= 0x900 && c < 0xe00 ? (c & 15) - 6 : c & 15;
}

uint32_t
dedup_plain(uint32_t c)
{
	if (c < 0x80)
		return c;
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xfee0;
	if (is_nothing(c))
		return 0;
	return chars_is(c, CHAR_DIGIT) && c < 0x10000 ? '0' + digit_of(c) : c;
}

static void
take_char(struct splitting *x, struct str s, size_t i, uint32_t c)
{
	bool alone = is_sign(c) || is_word_alone(c);
	uint32_t in;

	if (c == 0)
		return;
	if (alone)
		end_word(x);
	if (alone || chars_is(c, CHAR_WORD))
		utf8_put(x->to, c);
	else if ((in = inner(x, s, i, c)) == 0)
		end_word(x);
	else if (in == '.')
		buf_char(x->to, '.');
	if (alone)
		end_word(x);
}

static void
split(struct buf *b, struct str s)
{
	struct splitting x = { b, b->n };

	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		uint32_t c;

		while (i < s.n && is_plain(s.p[i]))
			i++;
		if (i > start) {
			buf_put(b, str_cut(s, start, i));
			continue;
		}
		c = dedup_plain(utf8_next(s, &i));
		take_char(&x, s, i, c);
	}
	end_word(&x);
}

void
dedup_words(struct buf *b, struct str s)
{
	struct buf plain = { 0 };

	split(b, dedup_unescape(&plain, s));
	buf_free(&plain);
}
