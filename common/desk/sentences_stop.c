#include "desk/sentences_stop.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { LOOK = SENTENCES_LOOK, WORD = SENTENCES_WORD };

/* ---- what stands at a place ---- */

enum stop
sentences_stop(struct str t, size_t i, size_t *n)
{
	uint32_t c;
	size_t next = i;

	if (i >= t.n)
		return NO_STOP;
	c = utf8_next(t, &next);
	*n = next - i;
	switch (c) {
	case '.':
		return FULL_STOP;
	case '!': case '?': case 0x203d: case 0x2047: case 0x2048:
	case 0x2049: case 0x61f: case 0x6d4: case 0x964: case 0x965:
	case 0x589: case 0x1362: case 0x1367: case 0x104b:
	case 0x17d4: case 0x17d5: case 0x1803:	/* Khmer, Mongolian */
		return OTHER_STOP;
	case 0x3002: case 0xff01: case 0xff1f: case 0xff61: case 0xff0e:
		return WIDE_STOP;
	case 0x2026:
		return DOTS;
	}
	return NO_STOP;
}

static bool
is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == '*' || chars_is(c, CHAR_CLOSE)
	    || c == 0x201c || c == 0x2018	/* close in German */
	    || c == 0xab || c == 0x2039;
}

/* Before a word any quotation mark opens: Swedish and Finnish use U+201D. */
bool
sentences_is_opener(uint32_t c)
{
	return c == '"' || c == '\'' || c == '*' || c == '`' || c == '#'
	    || c == 0x201e || c == 0x201a || c == 0xa1 || c == 0xbf
	    || c == 0x201d || c == 0x2019 || c == 0xbb || c == 0x203a
	    || chars_is(c, CHAR_OPEN);
}

bool
sentences_is_gap(struct str t, size_t i, bool any)
{
	char c;

	if (!byte_is_space(t.p[i]) || i + 1 >= t.n)
		return false;
	c = t.p[i + 1];
	if (byte_is_space(c))
		return false;
	return any || (!byte_is_lower(c) && memchr(",.;:!?)]}%", c, 10) == NULL);
}

bool
sentences_is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static bool
is_blank_at(struct str t, size_t i)
{
	return i < t.n && byte_is_space(t.p[i]);
}

bool
sentences_is_number(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!byte_is_digit(w.p[i]))
			return false;
	return w.n > 0;
}

bool
sentences_is_ordinal(struct str w)
{
	enum { DIGITS = 3, ROMAN = 7 };	/* "XXXVIII" */

	if (sentences_is_number(w))
		return w.n <= DIGITS;
	return w.n > 1 && w.n <= ROMAN && chars_all_of(w, STR("IVX"));
}

bool
sentences_is_short(struct str w)
{
	size_t i = 0;
	uint32_t first = w.n > 0 ? utf8_next(w, &i) : 0;
	unsigned c = chars_of(first);

	if (first - 0xe01 < 0x7f)	/* Thai, which ends in a blank */
		return true;
	if (!(c & CHAR_LETTER) || (c & (CHAR_UPPER | CHAR_LOWER | CHAR_CJK))
	    || first - 0xac00 < 0x2ba4)	/* Korean syllables are words */
		return false;
	while (i < w.n)	/* a vowel's sign */
		if (!chars_is(utf8_next(w, &i), CHAR_MARK))
			return false;
	return true;
}

/* ---- the ending ---- */

/* Where the next stop of a spaced run (". . .", "! ! !") stands, or i. */
static size_t
spaced_stop(struct str t, size_t i, enum stop k)
{
	size_t at = i + 1, n;
	enum stop after;

	if (!is_blank_at(t, i))
		return i;
	after = sentences_stop(t, at, &n);
	if (k == OTHER_STOP || k == DOTS)
		return after == OTHER_STOP ? at : i;
	if (k != FULL_STOP || after != FULL_STOP)
		return i;
	return at + 1 >= t.n || t.p[at + 1] == '.' || sentences_space_at(t, at + 1)
	    || is_closer(utf8_at(t, at + 1)) ? at : i;
}

static bool
is_dot_at(struct str t, size_t i)
{
	return i < t.n && t.p[i] == '.';
}

static size_t
skip_stops(struct str t, size_t i, struct ending *e)
{
	size_t n, count = 0;
	enum stop k;

	while ((k = sentences_stop(t, i, &n)) != NO_STOP) {
		count++;
		e->bang |= k == OTHER_STOP || k == WIDE_STOP;
		e->wide |= k == WIDE_STOP;
		e->dots |= k == DOTS;
		i += n;
		if (count < SENTENCES_LOOK)
			i = spaced_stop(t, i, k == FULL_STOP && count > 1
			    && is_blank_at(t, i) && !is_dot_at(t, i + 1)
			    ? DOTS : k);
	}
	e->dots |= count > 1 && !e->bang;
	return i;
}

/* "[12]" and "[a]", several of them, after a stop: past them, else i. */
static size_t
skip_notes(struct str t, size_t i)
{
	for (;;) {
		size_t open = i, at;

		if (is_blank_at(t, open))
			open++;
		if (open >= t.n || t.p[open] != '[')
			return i;
		for (at = open + 1; at < t.n && at < open + 5
		    && byte_is_digit(t.p[at]); at++)
			;
		if (at == open + 1 && at < t.n && byte_is_lower(t.p[at]))
			at++;
		if (at == open + 1 || at >= t.n || t.p[at] != ']'
		    || at + 1 - i > LOOK)
			return i;
		i = at + 1;
	}
}

/* Closes a title in Chinese and Japanese. */
static bool
is_title_closer(uint32_t c)
{
	return c == 0x300b || c == 0x3009;
}

static size_t
skip_closers(struct str t, size_t at, struct ending *e)
{
	size_t begin = at, after;

	while (at < t.n && at < begin + LOOK) {
		uint32_t c;

		after = at;
		c = utf8_next(t, &after);
		if (!is_closer(c) || (e->wide && (c == 0x201c || c == 0x2018
		    || c == '*')))
			break;
		e->quoted = true;
		at = skip_stops(t, after, e);
		e->title = is_title_closer(c) && at == after;
	}
	return at;
}

/* Is the number of marks like c in the sentence before i odd? */
static bool
is_open_mark(struct str t, size_t begin, size_t i)
{
	bool odd = false;

	for (size_t at = i > begin + LOOK ? i - LOOK : begin; at < i; at++)
		odd ^= t.p[at] == '"';
	return odd;
}

/*
 * A closing mark that stands apart, with blanks on both sides: French "? »",
 * "''" of old corpora, a '"' when one is open. Past it, else i.
 */
static size_t
skip_far_closer(struct str t, size_t begin, size_t i)
{
	size_t at = i;
	uint32_t c;

	if (i >= t.n || !chars_is(utf8_next(t, &at), CHAR_SPACE) || at >= t.n)
		return i;
	c = utf8_next(t, &at);
	if (c == '\'' && at < t.n && t.p[at] == '\'')
		at++;
	else if (c != 0xbb && !(c == '"' && is_open_mark(t, begin, i)))
		return i;
	return at >= t.n || !chars_is(utf8_at(t, at), CHAR_WORD) ? at : i;
}

static bool
is_picture(uint32_t c)
{
	return (c >= 0x1f300 && c < 0x1fb00) || (c >= 0x2600 && c < 0x27c0);
}

/* ":)", ";-)", ":(", "=D": how long the one at i is, 0 if there is none. */
static size_t
emoticon_at(struct str t, size_t i)
{
	size_t n = 1;

	if (t.n - i < 3 || memchr(":;=", t.p[i], 3) == NULL)
		return 0;
	n += t.p[i + n] == '-';
	return memchr(")(DP", t.p[i + n], 4) != NULL ? n + 1 : 0;
}

bool
sentences_is_emoticon(struct str t, size_t begin, size_t end)
{
	for (size_t n = 2; n <= 3; n++)
		if (end - begin > n && byte_is_space(t.p[end - n - 1])
		    && emoticon_at(t, end - n) == n)
			return true;
	return false;
}

/*
 * Emoji after a stop, and what joins and colours them, or an emoticon: past
 * them, else i.
 */
static size_t
skip_pictures(struct str t, size_t i)
{
	size_t at = i + is_blank_at(t, i), limit = i + LOOK, end = i;
	size_t emoticon = at > i && at < t.n ? emoticon_at(t, at) : 0;
	uint32_t c;

	if (emoticon > 0 && is_blank_at(t, at + emoticon))
		return at + emoticon;

	while (at < t.n && at < limit) {
		c = utf8_next(t, &at);
		if (!is_picture(c) && (end == i || (c != 0xfe0f
		    && c != 0x200d)))
			break;
		end = at;
	}
	return sentences_space_at(t, end) ? end : i;
}

/*
 * "compounds. . . . The": the sentence's own stop, then dots for what was left
 * out before the next.
 */
static bool
is_stop_and_dots(struct str t, size_t i)
{
	static const char dots[] = ". . . . ";
	size_t n = sizeof dots - 1;

	return i > 0 && !byte_is_space(t.p[i - 1]) && t.n - i > n
	    && memcmp(t.p + i, dots, n) == 0
	    && chars_is(utf8_at(t, i + n), CHAR_UPPER);
}

/* One stop, a blank, a letter or digit: nothing closes, as most often. */
static bool
is_lone_stop(struct str t, size_t i, struct ending *e)
{
	if (t.n - i < 3 || t.p[i + 1] != ' ' || !(byte_is_letter(t.p[i + 2])
	    || byte_is_digit(t.p[i + 2])))
		return false;
	e->bang = t.p[i] == '?' || t.p[i] == '!';
	return e->bang || t.p[i] == '.';
}

struct ending
sentences_ending(struct str t, size_t begin, size_t i)
{
	struct ending e = { .spread = i > 0 && byte_is_space(t.p[i - 1]) };
	size_t at;

	if (is_lone_stop(t, i, &e) || is_stop_and_dots(t, i)) {
		e.end = i + 1;
		return e;
	}
	i = skip_stops(t, i, &e);
	at = skip_closers(t, i, &e);
	/* A mark right before a word opens: he said."Then... */
	if (at > i && !e.wide && at < t.n && !sentences_space_at(t, at)
	    && chars_is(utf8_at(t, at), CHAR_WORD)) {
		e.quoted = false;
		at = i;
	}
	i = at;
	at = skip_far_closer(t, begin, i);
	if (at > i) {
		e.quoted = true;
		at = skip_stops(t, at, &e);
	}
	at = skip_pictures(t, at);
	e.end = skip_notes(t, at);
	e.note = e.end > at;
	return e;
}

/* ---- the words around ---- */

/* Past the letters, digits and marks from i on. */
static size_t
skip_word(struct str t, size_t i, size_t limit)
{
	size_t after;

	while (i < limit) {
		if ((unsigned char)t.p[i] < 0x80) {
			if (!byte_is_letter(t.p[i]) && !byte_is_digit(t.p[i]))
				break;
			i++;
			continue;
		}
		after = i;
		if (!chars_is(utf8_next(t, &after), CHAR_WORD))
			break;
		i = after;
	}
	return i;
}

/*
 * "'s Avonds", "'t Is": Dutch begins a sentence with the word after its short
 * one. Where the letter stands at i, that word; else i: "Acme Corp. 's Newton".
 */
static size_t
skip_short_word(struct str t, size_t i, size_t limit)
{
	enum { SHORTEST = 5 };		/* "Nachts" */
	size_t at = i + 2, end = at;

	if (i + 3 >= limit || memchr("stnk", t.p[i], 4) == NULL
	    || t.p[i + 1] != ' ' || !byte_is_upper(t.p[at]))
		return i;
	if (t.p[i] != 's')
		return at;
	while (end < limit && byte_is_letter(t.p[end]))
		end++;
	return end >= at + SHORTEST && t.p[end - 1] == 's' ? at : i;
}

struct next
sentences_next_word(struct str t, size_t i)
{
	size_t limit = i + LOOK < t.n ? i + LOOK : t.n, after;
	struct next w = { .at = t.n };
	bool some = false;
	size_t from = i;

	limit = utf8_floor(t, limit);
	for (; i < limit; i = after) {
		uint32_t c;

		after = i;
		c = utf8_next(t, &after);
		if (chars_is(c, CHAR_SPACE))
			continue;
		if (!some)
			w.at = i;
		some = true;
		if (!sentences_is_opener(c) && !sentences_is_dash(c)) {
			w.first = c;
			break;
		}
		w.opened |= !sentences_is_dash(c);
		w.dashed |= sentences_is_dash(c);
		if (w.mark == 0)
			w.mark = c;
	}
	if ((w.mark == '\'' || w.mark == 0x2019) && w.first < 0x80
	    && byte_is_lower((char)w.first) && from > 0
	    && memchr(".?!", t.p[from - 1], 3) != NULL) {
		i = skip_short_word(t, i, limit);
		w.first = (unsigned char)t.p[i];
	}
	if (i < limit)
		w.word = str_cut(t, i, skip_word(t, i, limit));
	return w;
}

/* Does the byte break a token: white space, an opening mark, a slash? */
static const bool breaks[128] = {
	[' '] = true, ['\t'] = true, ['\n'] = true, ['\v'] = true,
	['\f'] = true, ['\r'] = true, ['('] = true, ['['] = true,
	['{'] = true, ['"'] = true, ['/'] = true,
};

/* The token before a stop, back to white space or an opening mark. */
struct str
sentences_word_before(struct str t, size_t begin, size_t i)
{
	size_t at = i, low = i > begin + WORD ? i - WORD : begin;

	while (at > low) {
		unsigned char b = (unsigned char)t.p[at - 1];
		size_t before = at;
		uint32_t c;

		if (b < 0x80) {
			if (breaks[b])
				break;
			at--;
			continue;
		}
		c = utf8_prev(t, &before);
		if (chars_is(c, CHAR_SPACE | CHAR_OPEN) || c == 0x2014
		    || c == 0x2013)
			break;
		at = before;
	}
	while (at < i && (t.p[at] == '\'' || t.p[at] == '`'))
		at++;
	return str_cut(t, at, i);
}

size_t
sentences_pair_begin(const struct sentences *s, struct str w)
{
	size_t at = (size_t)(w.p - s->text.p), before, i = 0;

	if (w.n == 0 || at < s->begin + 4 || s->text.p[at - 1] != ' '
	    || s->text.p[at - 2] != '.' || !chars_is(utf8_next(w, &i),
	    CHAR_LETTER) || i < w.n)
		return at;
	before = at - 2;
	return chars_is(utf8_prev(s->text, &before), CHAR_LETTER)
	    && before > s->begin && s->text.p[before - 1] == ' ' ? before : at;
}
