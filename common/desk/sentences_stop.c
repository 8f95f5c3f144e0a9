#include "desk/sentences_stop.h"

#include "base/map.h"
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
	case 0x589: case 0x1362: case 0x1367: case 0x104a: case 0x104b:
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
	    || c == 0x201c;	/* closes in German */
}

static bool
is_opener(uint32_t c)
{
	return c == '"' || c == '\'' || c == '*' || c == '`' || c == '#'
	    || c == 0x201e || c == 0x201a || c == 0xa1 || c == 0xbf
	    || chars_is(c, CHAR_OPEN);
}

static bool
is_space_at(struct str t, size_t i)
{
	return i >= t.n || chars_is(utf8_at(t, i), CHAR_SPACE);
}

/*
 * What ends a sentence at a stop: more stops (". . ." too), closing quotes
 * and brackets that no word follows, a note mark like "[12]".
 */
struct ending {
	size_t end;		/* past all of it */
	bool dots, bang, quoted, wide;
};

static size_t
skip_stops(struct str t, size_t i, struct ending *e)
{
	size_t n, count = 0, at;
	enum stop k;

	for (;;) {
		k = sentences_stop(t, i, &n);
		if (k == NO_STOP)
			break;
		count++;
		e->bang |= k == OTHER_STOP || k == WIDE_STOP;
		e->wide |= k == WIDE_STOP;
		e->dots |= k == DOTS;
		i += n;
		/* ". . ." */
		at = i + (i < t.n && t.p[i] == ' ');
		if (k == FULL_STOP && at > i && at < t.n && t.p[at] == '.'
		    && (at + 1 == t.n || t.p[at + 1] == ' '
		    || t.p[at + 1] == '.' || t.p[at + 1] == '"'))
			i = at;
	}
	e->dots |= count > 1 && !e->bang;
	return i;
}

static size_t
skip_note(struct str t, size_t i)
{
	size_t at = i + 1;

	if (i >= t.n || t.p[i] != '[')
		return i;
	while (at < t.n && at < i + 5 && byte_is_digit(t.p[at]))
		at++;
	return at > i + 1 && at < t.n && t.p[at] == ']' ? at + 1 : i;
}

static struct ending
ending_at(struct str t, size_t i)
{
	struct ending e = { 0 };
	size_t at, after;

	i = skip_stops(t, i, &e);
	for (at = i; at < t.n && at < i + LOOK;) {
		after = at;
		if (!is_closer(utf8_next(t, &after)))
			break;
		e.quoted = true;
		at = skip_stops(t, after, &e);
	}
	/* A mark right before a word opens: he said."Then… */
	if (at > i && !e.wide && at < t.n && !is_space_at(t, at)
	    && chars_is(utf8_at(t, at), CHAR_WORD)) {
		e.quoted = false;
		at = i;
	}
	e.end = skip_note(t, at);
	return e;
}

/* The next word after white space and openers. */
struct next {
	struct str word;
	uint32_t first;		/* its first code point, 0: none in reach */
	bool opened;		/* a quote or bracket stands before it */
};

static struct next
next_word(struct str t, size_t i)
{
	size_t limit = i + LOOK < t.n ? i + LOOK : t.n, after;
	struct next w = { 0 };

	limit = utf8_floor(t, limit);
	for (; i < limit; i = after) {
		uint32_t c;

		after = i;
		c = utf8_next(t, &after);
		if (chars_is(c, CHAR_SPACE))
			continue;
		if (is_opener(c)) {
			w.opened = true;
			continue;
		}
		w.first = c;
		break;
	}
	for (after = i; after < limit;) {
		size_t end = after;

		if (!chars_is(utf8_next(t, &after), CHAR_WORD))
			after = limit;
		else
			end = after;
		w.word = str_cut(t, i, end);
	}
	return w;
}

/* The token before a stop, back to white space or an opening mark. */
static struct str
word_before(struct str t, size_t begin, size_t i)
{
	size_t at = i, low = i > begin + WORD ? i - WORD : begin;

	while (at > low) {
		size_t before = at;
		uint32_t c = utf8_prev(t, &before);

		if (chars_is(c, CHAR_SPACE | CHAR_OPEN) || c == '"'
		    || c == '/' || c == 0x2014 || c == 0x2013)
			break;
		at = before;
	}
	return str_cut(t, at, i);
}

/* ---- rules for a full stop ---- */

static bool
is_number(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!byte_is_digit(w.p[i]))
			return false;
	return w.n > 0;
}

static bool
is_initial(struct str w)
{
	size_t i = 0;

	return w.n > 0 && chars_is(utf8_next(w, &i), CHAR_UPPER) && i == w.n
	    && w.p[0] != 'I';
}

/* "U.S", "a.m", "F.H": single letters between stops. */
static bool
is_acronym(struct str w)
{
	bool some = false, letter = false;

	for (size_t i = 0; i < w.n;) {
		uint32_t c = utf8_next(w, &i);

		if (c == '.') {
			if (!letter)
				return false;
			some = true;
			letter = false;
		} else if (letter || !chars_is(c, CHAR_LETTER)) {
			return false;
		} else {
			letter = true;
		}
	}
	return some && letter;
}

static struct str
lowered(struct sentences *s, struct str w)
{
	s->low.n = 0;
	chars_lower_put(&s->low, w);
	return buf_str(&s->low);
}

static bool
is_starter(struct sentences *s, const struct next *w)
{
	return w->opened || abbrev_is_starter(lowered(s, w->word));
}

static bool
starts_upper(const struct next *w)
{
	return chars_is(w->first, CHAR_UPPER | CHAR_CJK)
	    || (chars_is(w->first, CHAR_LETTER)
	    && !chars_is(w->first, CHAR_LOWER | CHAR_UPPER));
}

static bool
ends_abbrev(struct sentences *s, enum abbrev_class c, const struct next *w)
{
	bool digit = chars_is(w->first, CHAR_DIGIT);

	switch (c) {
	case ABBREV_TITLE:
		return false;
	case ABBREV_NUMBER:
		return !digit && starts_upper(w);
	case ABBREV_DAY:
		return !digit && is_starter(s, w);
	case ABBREV_MAY:
	case ABBREV_NONE:
		break;
	}
	return !digit && starts_upper(w) && is_starter(s, w);
}

/* "1. Buy": a number alone at the start of a sentence, or of a line. */
static bool
is_enumerator(const struct sentences *s, struct str w)
{
	size_t at = (size_t)(w.p - s->text.p);

	return (is_number(w) || is_initial(w))
	    && (at == s->begin || (at == s->line
	    && (at > 0 || s->lead == 0)));
}

static bool
strip_possessive(struct str *w)
{
	while (w->n > 0 && strchr("'(\"[", w->p[0]) != NULL)
		*w = str_cut(*w, 1, w->n);
	return w->n > 0;
}

static enum abbrev_class
class_of(struct sentences *s, struct str w)
{
	struct str low = lowered(s, w);
	const char *dash;

	if (s->opts.abbrevs != NULL && map_get(s->opts.abbrevs, low) != NULL)
		return ABBREV_TITLE;
	dash = memchr(low.p, '-', low.n);
	if (dash != NULL)	/* "then-Gov." */
		low = str_cut(low, (size_t)(dash - low.p) + 1, low.n);
	return abbrev_of(&s->abbrev, low);
}

/* Does the stop after w end a sentence, if the next word allows it? */
static bool
full_stop_ends(struct sentences *s, struct str w, const struct next *next)
{
	enum abbrev_class c;

	if (!strip_possessive(&w))
		return true;
	if (is_enumerator(s, w))
		return false;
	if (s->abbrev.ordinal_stop && is_number(w) && w.n <= 2)
		return false;
	c = class_of(s, w);
	if (c == ABBREV_TITLE && (byte_is_lower(w.p[0])
	    || s->opts.abbrevs != NULL || next->first != 0))
		return false;
	if (c != ABBREV_NONE)
		return ends_abbrev(s, c, next);
	if (is_initial(w))
		return false;
	if (is_acronym(w))
		return starts_upper(next) && is_starter(s, next);
	return true;
}

/* "agreed.The" ends one, "alt.animals" and "Node.js" do not. */
static bool
is_missing_space(struct str t, struct str w, size_t end)
{
	size_t after = end;
	uint32_t c;

	if (w.n < 3 || end >= t.n || memchr(w.p, '.', w.n) != NULL
	    || memchr(w.p, '@', w.n) != NULL)
		return false;
	for (size_t i = 0; i < w.n;)
		if (!chars_is(utf8_next(w, &i), CHAR_LOWER))
			return false;
	c = utf8_next(t, &after);
	if (!chars_is(c, CHAR_UPPER) || after >= t.n)
		return false;
	for (size_t i = after; i < t.n && i < end + WORD
	    && !byte_is_space(t.p[i]); i++)
		if (t.p[i] == '.' && i + 1 < t.n && !is_space_at(t, i + 1))
			return false;
	return chars_is(utf8_at(t, after), CHAR_LOWER | CHAR_SPACE);
}

/* Does a sentence end at the stop at i? *end is where. */
bool
sentences_ends_at(struct sentences *s, size_t i, size_t *end)
{
	struct str t = s->text, w = word_before(t, s->begin, i);
	struct ending e = ending_at(t, i);
	struct next next;

	*end = e.end;
	if (e.wide)
		return true;
	if (!is_space_at(t, e.end)) {
		return !e.quoted && !e.dots && e.end == i + 1
		    && is_missing_space(t, w, e.end);
	}
	next = next_word(t, e.end);
	if (next.first == 0)
		return true;
	if (chars_is(next.first, CHAR_LOWER))
		return false;
	if (e.bang || e.quoted)
		return true;
	if (e.dots)
		return !chars_is(next.first, CHAR_DIGIT);
	return full_stop_ends(s, w, &next);
}
