/*
 * Chrome glued to a sentence without a blank: "View all search resultsIn a
 * meeting", "left Britain.print PRINT". Only what looks like chrome is: names
 * are written so too (iRunFar, aptX), and code and addresses have stops inside.
 */
#include "desk/deboil_parts.h"

#include "text/bytes.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_chrome;

/*
 * Bytes, set by reading pages: what is glued to chrome is a sentence of GLUED
 * or more, the chrome at most CHROME; words of SMALL letters or fewer stand in
 * titles too.
 */
enum { GLUED = 60, CHROME = 60, SMALL = 4, TITLE_WORDS = 6 };

enum { CAPTIONS = 8 };		/* a kind of common/data/chrome.words */

/* May a lower-case letter run into a capital one in the first CHROME bytes? */
static bool
may_be_glued(struct str t)
{
	struct bytes b;
	uint64_t lower;

	if (t.n < 64)
		return true;
	bytes_classes(t.p, &b);
	lower = b.letter & ~b.upper;
	return (b.upper & lower << 1 & (lower | b.space) >> 1) != 0;
}

static bool
next_word(struct str s, size_t *i, struct str *word)
{
	size_t start;

	while (*i < s.n && s.p[*i] == ' ')
		++*i;
	start = *i;
	while (*i < s.n && s.p[*i] != ' ')
		++*i;
	*word = str_cut(s, start, *i);
	return word->n > 0;
}

/* Words of captions and bylines, "you" and "we" stand in any sentence. */
static bool
is_chrome_word(struct str word)
{
	int kind = words_find_lower(&words_chrome, word);

	return kind > 0 && kind % DEBOIL_MORE_KINDS < CAPTIONS;
}

/* "View all search results": some words, one of them chrome. */
static bool
is_chrome(struct str s)
{
	struct str word;
	bool chrome = false;
	size_t n = 0;

	for (size_t i = 0; next_word(s, &i, &word); n++)
		chrome |= is_chrome_word(word);
	return chrome && n > 1;
}

size_t
deboil_glue_before(struct str t)
{
	size_t word = 0, room = t.n > GLUED ? t.n - GLUED : 0;
	size_t limit = room + 2 < CHROME ? room + 2 : CHROME;

	if (!may_be_glued(t))
		return 0;
	for (size_t i = 1; i + 1 < limit; i++) {
		if (t.p[i] == ' ')
			word = i + 1;
		if (memchr(".,!?:\"", t.p[i], 6) != NULL)
			return 0;
		if (byte_is_upper(t.p[i]) && byte_is_lower(t.p[i - 1])
		    && (byte_is_lower(t.p[i + 1]) || t.p[i + 1] == ' ')
		    && i - word >= 3 && byte_is_lower(t.p[word]))
			return is_chrome(str_cut(t, 0, i)) ? i : 0;
	}
	return 0;
}

static bool
is_code(char c)
{
	return memchr("(){}[]<>=;:_/@\\\"", c, 16) != NULL;
}

/*
 * "print PRINT", "Click To Tweet", "The Associated Press" behind a small word,
 * "EFE" behind any: chrome, or written like a title.
 */
static bool
is_title(struct str s, bool behind_small)
{
	struct str word;
	bool chrome = false, caps = true, small = false;
	size_t n = 0;

	for (size_t i = 0; next_word(s, &i, &word); n++) {
		bool is_lower = byte_is_lower(word.p[0]);

		chrome |= is_chrome_word(word);
		small |= is_lower && !is_chrome_word(word)
		    && (n == 0 || word.n > SMALL);
	}
	for (size_t i = 0; i < s.n; i++) {
		if (is_code(s.p[i]) || s.p[i] == '.')
			return false;
		caps &= !byte_is_lower(s.p[i]);
	}
	return !small && n <= TITLE_WORDS && (chrome || behind_small
	    || (caps && s.n > 2));
}

static bool
is_behind_small(struct str t, size_t stop)
{
	size_t from = stop;

	while (from > 0 && byte_is_lower(t.p[from - 1]))
		from--;
	return stop - from > 2 && from > 0 && t.p[from - 1] == ' ';
}

/* The last stop runs into a few words of chrome. */
size_t
deboil_glue_after(struct str t)
{
	size_t low = t.n > CHROME ? t.n - CHROME : 0;

	if (t.n < GLUED)
		return 0;
	for (size_t i = t.n; i > low + 1; i--) {
		char c = t.p[i - 1];

		if (c != '.' && c != '!' && c != '?')
			continue;
		if (i == t.n || t.p[i] == ' ' || !byte_is_letter(t.p[i])
		    || !byte_is_lower(t.p[i - 2]) || i < GLUED)
			return 0;
		return is_title(str_cut(t, i, t.n), is_behind_small(t, i - 1))
		    ? i : 0;
	}
	return 0;
}
