#include "desk/sentences.h"

#include "base/map.h"
#include "text/chars.h"
#include "text/utf8.h"

/*
 * Limits of what is looked at around a place, in bytes. Lines wider than
 * WIDEST are not hard-wrapped: mail, Gutenberg and terminals stay below 100.
 * LOOK bounds the way to the next word, WORD the word before a stop, so that
 * every decision takes constant time.
 */
enum { WIDEST = 120, NARROWEST = 20, LOOK = 256, WORD = 40 };

/* Bytes a sentence may end at: stops, and the lead bytes of stops elsewhere. */
static const unsigned char candidate[256] = {
	['.'] = 1, ['!'] = 1, ['?'] = 1, ['\n'] = 1, [0xe2] = 1, [0xe3] = 1,
	[0xef] = 1, [0xe0] = 1, [0xd8] = 1, [0xdb] = 1, [0xd6] = 1,
	[0xe1] = 1,
};

bool
sentences_open(struct sentences *s, const struct sentences_opts *opts)
{
	*s = (struct sentences){ .opts = *opts };
	return abbrev_language(&s->abbrev,
	    opts->lang.n > 0 ? opts->lang : STR("en"));
}

void
sentences_document(struct sentences *s)
{
	memset(s->kept, 0, sizeof s->kept);
	s->text.n = s->pos = s->begin = s->line = s->lead = 0;
	s->pending = 0;
}

void
sentences_start(struct sentences *s, struct str text, bool last)
{
	/* What was not given comes again: go back to where it began. */
	if (s->pending > s->begin)
		s->pending -= s->begin;
	s->text = text;
	s->last = last;
	s->pos = s->begin = s->line = 0;
	memcpy(s->before, s->kept, sizeof s->before);
}

size_t
sentences_used(struct sentences *s)
{
	s->lead = s->begin >= s->line
	    ? s->begin - s->line + (s->line == 0 ? s->lead : 0) : 0;
	return s->begin;
}

void
sentences_close(struct sentences *s)
{
	buf_free(&s->low);
}

/* ---- what stands at a place ---- */

enum stop { NO_STOP, FULL_STOP, OTHER_STOP, WIDE_STOP, DOTS };

/* The kind of sentence-final mark at i; *n is its length. */
static enum stop
stop_at(struct str t, size_t i, size_t *n)
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
		k = stop_at(t, i, &n);
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
static bool
ends_at_stop(struct sentences *s, size_t i, size_t *end)
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

/* ---- line ends ---- */

/* Bytes of the current line up to i, those given before too. */
static size_t
line_so_far(const struct sentences *s, size_t i)
{
	return i - s->line + (s->line == 0 ? s->lead : 0);
}

static size_t
line_length(struct str t, size_t i)
{
	size_t limit = i + WIDEST + 1 < t.n ? i + WIDEST + 1 : t.n;
	const char *nl = i < limit ? memchr(t.p + i, '\n', limit - i) : NULL;

	return nl != NULL ? (size_t)(nl - t.p) - i : limit - i;
}

static size_t
first_word(struct str t, size_t i)
{
	size_t at = i;

	while (at < t.n && at - i < WIDEST && !byte_is_space(t.p[at]))
		at++;
	return at - i;
}

/*
 * The widest line around the end of the current one, WIDEST + 1 if one is
 * wider. False: more text is needed to tell.
 */
static bool
local_width(const struct sentences *s, size_t nl, size_t *width)
{
	struct str t = s->text;
	size_t w = line_so_far(s, nl), at = nl + 1;

	for (int i = 0; i < SENTENCES_LINES; i++)
		w = s->before[i] > w ? s->before[i] : w;
	for (int i = 0; i < SENTENCES_LINES && w <= WIDEST; i++) {
		size_t n;

		if (at >= t.n) {
			if (!s->last)
				return false;
			break;
		}
		n = line_length(t, at);
		if (at + n >= t.n && n <= WIDEST && !s->last)
			return false;
		if (n == 0)
			break;
		w = n > w ? n : w;
		at += n + 1;
	}
	*width = w;
	return true;
}

enum line_end { LINE_JOINS, LINE_BREAKS, LINE_UNKNOWN };

/*
 * Was the line broken because the next word did not fit? Then all lines
 * around are no wider, and line, blank and next word together are.
 */
static enum line_end
judge_line(const struct sentences *s, size_t nl)
{
	struct str t = s->text;
	size_t width, next = nl + 1;

	if (nl + 1 >= t.n && !s->last)
		return LINE_UNKNOWN;
	if (nl + 1 >= t.n)
		return LINE_BREAKS;
	while (next < t.n && next < nl + LOOK
	    && (t.p[next] == ' ' || t.p[next] == '\t' || t.p[next] == '\r'))
		next++;
	if (next < t.n && t.p[next] == '\n')
		return LINE_BREAKS;	/* an empty line */
	if (next == t.n && !s->last)
		return LINE_UNKNOWN;
	if (s->opts.newline != SENTENCES_AUTO)
		return s->opts.newline == SENTENCES_BREAK
		    ? LINE_BREAKS : LINE_JOINS;
	if (line_so_far(s, nl) > WIDEST)
		return LINE_BREAKS;
	if (!local_width(s, nl, &width))
		return LINE_UNKNOWN;
	if (width > WIDEST || width < NARROWEST)
		return LINE_BREAKS;
	return line_so_far(s, nl) + 1 + first_word(t, nl + 1) > width
	    ? LINE_JOINS : LINE_BREAKS;
}

static void
pass_line(struct sentences *s, size_t nl, bool broke)
{
	size_t n = line_so_far(s, nl);

	s->before[2] = s->before[1];
	s->before[1] = s->before[0];
	s->before[0] = (unsigned)(n > WIDEST ? WIDEST + 1 : n);
	if (broke && n == 0)
		memset(s->before, 0, sizeof s->before);
	s->line = nl + 1;
}

/* ---- the walk ---- */

static bool
trimmed(const struct sentences *s, size_t end, struct span *out)
{
	struct str t = str_cut(s->text, s->begin, end), x = chars_trim(t);

	out->start = (size_t)(x.p - s->text.p);
	out->end = out->start + x.n;
	return x.n > 0;
}

/* The sentence that ends at end is given, if there is anything in it. */
static bool
give(struct sentences *s, size_t end, struct span *out)
{
	bool some = trimmed(s, end, out);

	s->begin = s->pos = end;
	memcpy(s->kept, s->before, sizeof s->kept);
	return some;
}

/* An over-long sentence is cut: after a comma or the like, else at a blank. */
static size_t
inner_cut(const struct sentences *s, size_t begin, size_t limit)
{
	struct str t = s->text;
	size_t blank = 0;

	for (size_t i = limit; i > begin + limit / 2 - begin / 2; i--) {
		if (t.p[i - 1] != ' ')
			continue;
		if (blank == 0)
			blank = i;
		if (i >= 2 && strchr(",;:)-", t.p[i - 2]) != NULL)
			return i;
	}
	if (blank > 0)
		return blank;
	/* Never inside a word: go on to its end. */
	while (limit < t.n && !byte_is_space(t.p[limit]))
		limit++;
	return limit;
}

static bool
is_too_long(const struct sentences *s, size_t end)
{
	return s->opts.longest > 0 && end - s->begin > s->opts.longest;
}

static size_t
find_candidate(struct str t, size_t i)
{
	while (i < t.n && !candidate[(unsigned char)t.p[i]])
		i++;
	return i;
}

/* Are the bytes a decision at i may look at all there? */
static bool
sees_enough(const struct sentences *s, size_t i)
{
	return s->last || s->text.n - i > 3 * LOOK;
}

/* Moves pos to the next sentence end; false if there is none for certain. */
static bool
find_end(struct sentences *s, size_t *end)
{
	struct str t = s->text;
	size_t n;

	for (;;) {
		size_t i = find_candidate(t, s->pos);

		if (i == t.n) {
			s->pos = i;
			*end = i;
			return s->last && s->begin < t.n;
		}
		if (t.p[i] == '\n') {
			enum line_end l = judge_line(s, i);

			s->pos = i;
			if (l == LINE_UNKNOWN)
				return false;
			pass_line(s, i, l == LINE_BREAKS);
			s->pos = *end = i + 1;
			if (l == LINE_BREAKS)
				return true;
			continue;
		}
		s->pos = i;
		if (stop_at(t, i, &n) == NO_STOP) {
			s->pos = i + 1;
			continue;
		}
		if (!sees_enough(s, i)
		    && memchr(t.p + i, '\n', t.n - i) == NULL)
			return false;
		if (ends_at_stop(s, i, end))
			return true;
		s->pos = *end > i + n ? *end : i + n;
	}
}

bool
sentences_next(struct sentences *s, struct span *out)
{
	size_t end;

	for (;;) {
		if (s->pending > s->begin)
			end = s->pending;
		else if (!find_end(s, &end))
			return false;
		s->pending = 0;
		if (is_too_long(s, end)) {
			size_t cut = inner_cut(s, s->begin,
			    s->begin + s->opts.longest);

			if (cut < end) {
				s->pending = end;
				end = cut;
			}
		}
		if (give(s, end, out))
			return true;
	}
}
