#include "text/tokens.h"

#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"

/* A word of more bytes is cut: no name or number is so long. */
enum { LONGEST = 200 };

static const uint64_t EACH = 0x0101010101010101, HIGH = 0x8080808080808080;

/* Most marks and all letters of ASCII. */
static inline bool
is_plain(char c)
{
	return (unsigned char)c - 0x21u < 0x5e;
}

static size_t
skip_space(struct str t, size_t i, struct token *k)
{
	int lines = 0;

	k->space = k->breaks = i == 0;
	if (i > 0 && t.n - i > 1 && t.p[i] == ' ' && is_plain(t.p[i + 1])) {
		k->space = true;	/* between most words */
		k->line = false;
		return i + 1;
	}
	while (i < t.n) {
		size_t at = i;
		uint32_t c;

		if (is_plain(t.p[i]))
			break;
		c = utf8_next(t, &at);
		if (!chars_is(c, CHAR_SPACE))
			break;
		lines += c == '\n';
		k->space = true;
		i = at;
	}
	k->breaks |= lines > 1;
	k->line = lines > 0 || k->breaks;
	return i;
}

/* Marks that hold a word together between letters, "." only in "U.S". */
static bool
is_inner(struct str t, size_t start, size_t i)
{
	char c = t.p[i], before = t.p[i - 1], after;

	if (i + 1 >= t.n)
		return false;
	after = t.p[i + 1];
	if (c == '-' || c == '_')
		return chars_is(utf8_at(t, i + 1), CHAR_WORD);
	if (c == '.')
		return byte_is_letter(after) && byte_is_letter(before)
		    && (i - start == 1 || t.p[i - 2] == '.');
	if (c == ',' || c == ':')
		return byte_is_digit(before) && byte_is_digit(after);
	return c == '&' && byte_is_upper(before) && byte_is_upper(after);
}

/* "'" or U+2019 at i: its length, and does it split off ("'s", "n't")? */
static inline size_t
apostrophe(struct str t, size_t i)
{
	if (t.p[i] == '\'')
		return 1;
	return t.p[i] == '\xe2' && t.n - i > 2 && t.p[i + 1] == '\x80'
	    && t.p[i + 2] == '\x99' ? 3 : 0;
}

static bool
splits_off(struct str t, size_t i)
{
	char c = i < t.n ? byte_lower(t.p[i]) : ' ';
	bool alone = i + 1 >= t.n || !byte_is_letter(t.p[i + 1]);

	if ((c == 's' || c == 'd' || c == 'm') && alone)
		return true;
	return i + 1 < t.n && ((c == 'r' && t.p[i + 1] == 'e')
	    || (c == 'v' && t.p[i + 1] == 'e')
	    || (c == 'l' && t.p[i + 1] == 'l'))
	    && (i + 2 >= t.n || !byte_is_letter(t.p[i + 2]));
}

/* The next letter, digit or mark moves *i; its classes, 0 when it is none. */
static inline unsigned
take_char(struct str t, size_t *i)
{
	size_t at = *i;
	unsigned k = chars_of(utf8_next(t, &at));

	if (k & CHAR_WORD)
		*i = at;
	return k & CHAR_WORD ? k : 0;
}

/* Does the mark at i hold the word together? Its length, 0 if not. */
static size_t
inner_mark(struct str t, size_t start, size_t i)
{
	size_t n = apostrophe(t, i);

	if (n > 0)
		return i > start && i + n < t.n
		    && chars_is(utf8_at(t, i + n), CHAR_LETTER)
		    && !splits_off(t, i + n) ? n : 0;
	if (t.p[i] == '.' && byte_is_digit(t.p[i - 1])
	    && i + 1 < t.n && byte_is_digit(t.p[i + 1]))
		return 1;
	return is_inner(t, start, i) ? 1 : 0;
}

/* The high bits of the bytes low to high of x, all of them below 0x80. */
static inline uint64_t
between(uint64_t x, unsigned low, unsigned high)
{
	return (x + EACH * (0x80 - low)) & ~(x + EACH * (0x7f - high));
}

/*
 * Letters and digits of ASCII, most of any text, need no decoding: eight bytes
 * at a time in a plain register, as where a word ends cannot be foreseen.
 */
static inline size_t
skip_ascii(struct str t, size_t i, size_t limit, unsigned *seen)
{
	for (; limit - i >= 8; i += 8) {
		uint64_t x = hash_read8(t.p + i), low = x & ~HIGH;
		uint64_t letter = between(low | EACH * 0x20, 'a', 'z');
		uint64_t end = (~(letter | between(low, '0', '9')) | x) & HIGH;
		uint64_t upper = letter & ~(x << 2) & HIGH;

		if ((upper & (end - 1) & ~end) != 0)	/* before the end */
			*seen |= CHAR_UPPER;
		if (end != 0)
			return i + (size_t)__builtin_ctzll(end) / 8;
	}
	for (; i < limit && (byte_is_letter(t.p[i]) || byte_is_digit(t.p[i]));
	    i++)
		*seen |= byte_is_upper(t.p[i]) ? CHAR_UPPER : 0;
	return i;
}

/* The end of the word whose first character ends at i; *seen: its classes. */
static size_t
end_of_word(struct str t, size_t start, size_t i, unsigned *seen)
{
	size_t limit = t.n - start < LONGEST ? t.n : start + LONGEST, n;
	unsigned k;

	while ((i = skip_ascii(t, i, limit, seen)) < limit) {
		if (t.p[i] == ' ')
			break;
		k = take_char(t, &i);
		*seen |= k;
		if (k != 0)
			continue;
		if ((n = inner_mark(t, start, i)) == 0)
			break;
		i += n;
	}
	return i;
}

/* The stop of "U.S." and of a single initial belongs to the word. */
static size_t
take_stop(struct str t, size_t start, size_t end)
{
	if (end >= t.n || t.p[end] != '.')
		return end;
	if (end - start == 1 && byte_is_upper(t.p[start]))
		return end + 1;
	if (end - start >= 3 && t.p[end - 2] == '.'
	    && byte_is_letter(t.p[end - 1]))
		return end + 1;
	return end;
}

/*
 * The end of a word of ASCII letters before a blank, or before a comma or stop
 * and a blank, as four of five words are; 0: it is none. At least 9 bytes
 * follow start.
 */
static inline size_t
plain_word(struct str t, size_t start, uint64_t *capitals)
{
	uint64_t letter, end;
	size_t i = start;
	char c;

	for (;; i += 8) {
		uint64_t x = hash_read8(t.p + i);

		letter = between((x & ~HIGH) | EACH * 0x20, 'a', 'z') & ~x
		    & HIGH;
		end = letter ^ HIGH;
		*capitals |= letter & ~(x << 2) & (end - 1) & ~end;
		if (end != 0)
			break;
		if (i - start > LONGEST / 2 || t.n - i < 8 + 9)
			return 0;
	}
	i += (size_t)__builtin_ctzll(end) / 8;
	c = t.p[i];
	if (c == ' ')
		return i;
	return (c == ',' || (c == '.' && i > start + 1)) && t.p[i + 1] == ' '
	    ? i : 0;
}

/* Words and marks as most of them stand: a blank before, another after. */
static inline bool
take_plain(struct str t, size_t i, struct token *k)
{
	bool word = t.p[i] == ' ' && byte_is_letter(t.p[i + 1]);
	uint64_t capitals = 0;
	size_t end;

	if (word)
		end = plain_word(t, ++i, &capitals);
	else
		end = (t.p[i] == ',' || t.p[i] == '.') && t.p[i + 1] == ' '
		    ? i + 1 : 0;
	*k = (struct token){ .start = (uint32_t)i, .end = (uint32_t)end,
	    .space = word, .plain = word, .upper = capitals != 0 };
	return end > 0;
}

/* Inlined, its registers would be saved for every word. */
__attribute__((noinline)) static bool
take_any(struct str t, size_t *i, struct token *k)
{
	size_t start = skip_space(t, *i, k), end = start, n;
	unsigned seen;

	if (start >= t.n)
		return false;
	k->upper = k->plain = false;
	n = apostrophe(t, start);
	if (n > 0 && !k->space && splits_off(t, start + n)) {
		end = start + n;
		while (end < t.n && byte_is_letter(t.p[end]))
			end++;
	} else if (((seen = chars_of(utf8_next(t, &end))) & CHAR_WORD) != 0) {
		end = take_stop(t, start, end_of_word(t, start, end, &seen));
		k->upper = (seen & CHAR_UPPER) != 0;
	} else if (t.p[start] == '.' || t.p[start] == '-') {
		while (end < t.n && t.p[end] == t.p[start]
		    && end - start < LONGEST)
			end++;
	}
	k->start = (uint32_t)start;
	k->end = (uint32_t)end;
	*i = end;
	return true;
}

bool
tokens_next(struct str t, size_t *i, struct token *k)
{
	if (*i == 0 || t.n - *i < 10 || !take_plain(t, *i, k))
		return take_any(t, i, k);
	*i = k->end;
	return true;
}
