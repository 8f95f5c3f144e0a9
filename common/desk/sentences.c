#include "desk/sentences.h"
#include "desk/sentences_stop.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * Limits of what is looked at around a place, in bytes. Lines wider than
 * WIDEST are not hard-wrapped: mail, Gutenberg and terminals stay below 100.
 * LOOK bounds the way to the next word, WORD the word before a stop, so that
 * every decision takes constant time.
 */
enum { WIDEST = 120, NARROWEST = 20, LOOK = SENTENCES_LOOK };

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
	s->text.n = s->pos = s->begin = s->line = s->kept_lead = 0;
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
	s->lead = s->kept_lead;
	memcpy(s->before, s->kept, sizeof s->before);
}

size_t
sentences_used(const struct sentences *s)
{
	return s->begin;
}

void
sentences_close(struct sentences *s)
{
	buf_free(&s->low);
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
	s->kept_lead = end >= s->line ? line_so_far(s, end) : 0;
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

/*
 * Are the bytes a decision at i may look at all there? It looks no further
 * than LOOK, nor past the first whole word after the token at i.
 */
static bool
sees_enough(const struct sentences *s, size_t i)
{
	struct str t = s->text;
	bool word = false, after = false;

	if (s->last || t.n - i > 3 * LOOK)
		return true;
	for (; i < t.n; i++) {
		if (!byte_is_space(t.p[i])) {
			word |= after && (byte_is_letter(t.p[i])
			    || byte_is_digit(t.p[i]));
			continue;
		}
		if (word)
			return true;
		after = true;
	}
	return false;
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
		if (sentences_stop(t, i, &n) == NO_STOP) {
			s->pos = i + 1;
			continue;
		}
		if (!sees_enough(s, i))
			return false;
		if (sentences_ends_at(s, i, end))
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
