#include "desk/sentences.h"
#include "desk/sentences_line.h"
#include "desk/sentences_list.h"
#include "desk/sentences_stop.h"

#include "desk/sentences_model.h"
#include "lang/code.h"
#include "text/chars.h"
#include "text/scan.h"
#include "text/utf8.h"

bool
sentences_open(struct sentences *s, const struct sentences_opts *opts)
{
	struct str lang = opts->lang.n > 0 ? code_of(opts->lang) : STR("en");

	*s = (struct sentences){ .opts = *opts };
	s->model = str_eq(lang, STR("en"));
	if (!abbrev_language(&s->abbrev, lang))
		abbrev_other(&s->abbrev);
	return lang.n > 0;
}

void
sentences_document(struct sentences *s)
{
	memset(s->kept, 0, sizeof s->kept);
	s->text.n = s->pos = s->begin = s->line = 0;
	s->kept_tongue = LANGUAGE_UNKNOWN;
	s->kept_lead = (struct sentences_lead){ 0, 0, false };
}

void
sentences_start(struct sentences *s, struct str text, bool last)
{
	s->text = text;
	s->last = last;
	s->pos = s->begin = s->line = s->kept_line = s->refused = 0;
	s->listed = false;
	s->judged = 0;
	s->block = SIZE_MAX;
	memset(s->measured, 0, sizeof s->measured);
	s->lead = s->kept_lead;
	s->tongue = s->kept_tongue;
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

/* ---- the walk ---- */

static bool
trimmed(const struct sentences *s, size_t end, struct span *out)
{
	struct str x = chars_trim_ascii(str_cut(s->text, s->begin, end));

	/* Blanks above ASCII are rare at the ends. */
	if (x.n > 0 && ((unsigned char)x.p[0] >= 0x80
	    || (unsigned char)x.p[x.n - 1] >= 0x80))
		x = chars_trim(x);
	out->start = (size_t)(x.p - s->text.p);
	out->end = out->start + x.n;
	return x.n > 0;
}

/* The sentence that ends at end is given, if there is anything in it. */
static bool
give(struct sentences *s, size_t end, struct span *out)
{
	bool some = trimmed(s, end, out);

	if (s->model && s->tongue == LANGUAGE_UNKNOWN)
		sentences_learn_tongue(s, end);
	s->begin = s->pos = end;
	/* No blank between: the light model must not see the one before. */
	if (end > 0 && end < s->text.n && !byte_is_space(s->text.p[end])
	    && !byte_is_space(s->text.p[end - 1]))
		s->block = SIZE_MAX;
	s->kept_line = s->line;
	s->listed = false;
	s->kept_tongue = s->tongue;
	memcpy(s->kept, s->before, sizeof s->kept);
	return some;
}

/* ---- sentences that are too long ---- */

/* No sentence is longer, whatever the options: memory is bounded. */
enum { LONGEST = 1 << 20 };

static size_t
longest_of(const struct sentences *s)
{
	size_t n = s->opts.longest;

	return n > 0 && n < LONGEST ? n : LONGEST;
}

static size_t
first_byte(const struct sentences *s)
{
	size_t i = s->begin;

	while (i < s->text.n && byte_is_space(s->text.p[i]))
		i++;
	return i;
}

/*
 * It is cut after a comma or the like in the second half of what fits, else at
 * a blank, else after the word, which alone may be longer.
 */
static size_t
inner_cut(const struct sentences *s, size_t begin, size_t limit)
{
	struct str t = s->text;
	size_t blank = 0;

	for (size_t i = limit; i > begin + (limit - begin) / 2; i--) {
		if (t.p[i - 1] != ' ')
			continue;
		if (blank == 0)
			blank = i;
		if (i >= 2 && memchr(",;:)-", t.p[i - 2], 5) != NULL)
			return i;
	}
	if (blank > 0)
		return blank;
	while (limit < t.n && !byte_is_space(t.p[limit])
	    && limit - begin < LONGEST)
		limit++;
	return utf8_floor(t, limit);
}

/*
 * Has the walk gone past what a sentence may hold? Then it ends before, and
 * *end says where: white space around it does not count.
 */
static bool
is_past(struct sentences *s, size_t pos, size_t *end)
{
	size_t begin, longest = longest_of(s);
	struct span x;

	if (pos - s->begin <= longest)
		return false;
	begin = first_byte(s);
	if (pos <= begin || pos - begin <= longest
	    || !trimmed(s, pos, &x) || x.end - x.start <= longest)
		return false;
	*end = inner_cut(s, begin, begin + longest);
	return *end < x.end && (*end < s->text.n || s->last);
}

/* Goes past the line ends from i to end. */
static void
pass_lines(struct sentences *s, size_t i, size_t end)
{
	const char *nl;

	while (i < end && (nl = memchr(s->text.p + i, '\n', end - i)) != NULL) {
		i = (size_t)(nl - s->text.p) + 1;
		sentences_pass_line(s, i - 1);
	}
}

/* Back to how things stood at begin, and on to the cut. */
static void
rewind_to(struct sentences *s, size_t cut)
{
	s->line = s->kept_line;
	s->tongue = s->kept_tongue;
	memcpy(s->before, s->kept, sizeof s->before);
	memset(s->measured, 0, sizeof s->measured);
	s->judged = s->refused = 0;
	s->block = SIZE_MAX;
	pass_lines(s, s->begin, cut);
}

/* Are the eight bytes before i all the light model needs to see? */
static bool
sees_back(const struct sentences *s, size_t i)
{
	size_t begin = s->begin;

	return i >= begin + 8 || (begin > 0 && i >= 8
	    && (byte_is_space(s->text.p[begin])
	    || byte_is_space(s->text.p[begin - 1])));
}

/*
 * What may matter in the 64 bytes at i. Blanks the light model passes over
 * are left out at once where it can see enough on both sides.
 */
static void
scan(struct sentences *s, size_t i, enum scan_kind what)
{
	struct scan_marks m;

	s->block = i;
	s->scanned = what;
	s->bits = 0;
	s->sifted = false;
	if (i >= s->text.n)
		return;
	m = scan_block(s->text, i, what);
	if (s->model && what == SCAN_GAPS && sees_back(s, i)
	    && s->text.n - i > 64 + SENTENCES_LOOK) {
		m.gaps = sentences_light_block(s->text, i, m.gaps);
		s->sifted = true;
	}
	s->bits = m.stops | m.gaps;
}

static enum scan_kind
wanted(const struct sentences *s)
{
	if (s->list.style != 0)
		return SCAN_SPACES;
	return s->opts.stops && s->model ? SCAN_MARKS : SCAN_GAPS;
}

/* The next place at or after i that may matter; text.n if there is none. */
static size_t
find_candidate(struct sentences *s, size_t i)
{
	enum scan_kind what = wanted(s);

	if (i < s->block || i - s->block >= 64 || what != s->scanned)
		scan(s, i, what);
	s->bits &= ~(uint64_t)0 << (i - s->block);
	while (s->bits == 0) {
		if (s->text.n - s->block <= 64)
			return s->text.n;
		scan(s, s->block + 64, what);
	}
	return s->block + (size_t)__builtin_ctzll(s->bits);
}

/*
 * Are the bytes a decision may look at all there? It looks no further than
 * LOOK from where the sentence would end, nor past so many whole words.
 */
static bool
sees_words(const struct sentences *s, size_t i, int most)
{
	struct str t = s->text;
	int words = 0;
	bool some = false, after = false;

	if (s->last || t.n - i > 2 * SENTENCES_LOOK)
		return true;
	for (; i < t.n; i++) {
		if (!byte_is_space(t.p[i])) {
			some |= after && (byte_is_letter(t.p[i])
			    || byte_is_digit(t.p[i]));
			continue;
		}
		words += some;
		if (words == most)
			return true;
		some = false;
		after = true;
	}
	return false;
}

static bool
sees_enough(const struct sentences *s, size_t i)
{
	return sees_words(s, i, 2);
}

enum step { STEP_ON, STEP_END, STEP_WAIT };

/*
 * Most stops are sure at a glance: what follows is what sentences_look() and
 * sentences_ends() would say of them, tenfold faster.
 */

/* The run of ASCII letters before the stop at i, if a blank is before it. */
static struct str
plain_word(const struct sentences *s, size_t i)
{
	enum { MOST = 24 };
	struct str t = s->text;
	size_t at = i;

	while (at > s->begin && i - at <= MOST && byte_is_lower(t.p[at - 1]))
		at--;
	if (at < i && at > s->begin && byte_is_upper(t.p[at - 1]))
		at--;
	if (at == s->begin || i - at > MOST || t.p[at - 1] != ' ')
		at = i;
	return str_cut(t, at, i);
}

/*
 * Where the word stands that follows the stop at i after a blank or two and
 * perhaps a quotation mark, if it has a capital; else 0.
 */
static size_t
opens_after(struct str t, size_t i)
{
	if (t.n - i < 6 || t.p[i + 1] != ' ')
		return 0;
	i += 2;
	i += t.p[i] == ' ';
	i += t.p[i] == '"';
	return byte_is_upper(t.p[i]) ? i : 0;
}

/* A line end is often asked for twice: at the stop before it and at itself. */
static enum line_end
judged(struct sentences *s, size_t nl)
{
	if (s->judged != nl || nl == 0) {
		s->line_breaks = sentences_line_end(s, nl);
		s->judged = s->line_breaks == LINE_UNKNOWN ? 0 : nl;
	}
	return (enum line_end)s->line_breaks;
}

/*
 * A stop, marks that close, a line end: if that breaks, it will end the
 * sentence. LINE_JOINS: no line end is there, or it does not.
 */
static enum line_end
line_end_after(struct sentences *s, size_t i)
{
	struct str t = s->text;
	size_t at = i + 1;

	while (at < t.n && at < i + 4 && (t.p[at] == '"' || t.p[at] == ')'
	    || t.p[at] == '\''))
		at++;
	if (t.n - at > 3 && memcmp(t.p + at, "\xe2\x80\x9d", 3) == 0)
		at += 3;
	return at < t.n && t.p[at] == '\n' ? judged(s, at) : LINE_JOINS;
}

/* More stands right behind: "U." of "U.S.", "Fla., where". */
static bool
is_inner_stop(const struct sentences *s, size_t i)
{
	struct str t = s->text;

	if (i + 1 >= t.n)
		return false;
	if (byte_is_lower(t.p[i + 1]) || byte_is_digit(t.p[i + 1])
	    || t.p[i + 1] == ',' || t.p[i + 1] == ';')
		return true;
	return byte_is_letter(t.p[i + 1]) && i >= s->begin + 2
	    && byte_is_letter(t.p[i - 1])
	    && (t.p[i - 2] == ' ' || t.p[i - 2] == '.');
}

/* Is the word of ASCII letters at i one that begins sentences? */
static bool
starts_sentence(const struct sentences *s, size_t i)
{
	size_t end = i;

	while (end < s->text.n && end < i + 16
	    && byte_is_letter(s->text.p[end]))
		end++;
	return end < s->text.n && s->text.p[end] == ' '
	    && abbrev_is_starter_word(&s->abbrev, str_cut(s->text, i, end));
}

static enum step
glance_at_stop(struct sentences *s, size_t i)
{
	enum { LONG = 4, SHORT = 4 };
	struct str t = s->text, w;
	enum abbrev_class c;
	size_t next;

	if (t.p[i] != '.')
		return STEP_WAIT;
	if (is_inner_stop(s, i))
		return STEP_ON;
	next = opens_after(t, i);
	if (!s->model || s->opts.abbrevs != NULL || next == 0)
		return STEP_WAIT;
	w = plain_word(s, i);
	if (w.n < 2)
		return STEP_WAIT;
	c = abbrev_of_word(&s->abbrev, w);
	if (c == ABBREV_TITLE)
		return STEP_ON;
	if (c != ABBREV_NONE || w.n < 3)
		return STEP_WAIT;
	if (w.n <= SHORT && abbrev_is_foreign_word(w))
		return STEP_WAIT;
	return byte_is_lower(w.p[0]) || (w.n >= LONG
	    && starts_sentence(s, next)) ? STEP_END : STEP_WAIT;
}

/*
 * White space the light model would pass over; other languages than English
 * need no look at what follows for that.
 */
static bool
is_idle_space(const struct sentences *s, size_t i)
{
	if (i == s->refused || i == s->begin)
		return true;
	if (s->list.style != 0 || s->sifted)
		return false;
	if (!s->model)
		return i > s->begin && chars_is((unsigned char)
		    s->text.p[i - 1], CHAR_WORD);
	return (s->last || s->text.n - i > SENTENCES_LOOK)
	    && !sentences_light(s, i);
}

/*
 * What a block's scan sifts the light model sifts here too, whatever a rule
 * says of it: how much of the text is there must not tell.
 */
static bool
must_pass(const struct sentences *s, size_t i, const struct gap *g)
{
	if (s->text.p[i] == '\n' || s->list.style != 0)
		return g->verdict == UNLIKELY;
	return !s->sifted;
}

static enum step
step_gap(struct sentences *s, size_t i, struct gap *g)
{
	size_t n;
	bool ends;

	if (byte_is_space(s->text.p[i])) {
		sentences_look_bare(s, i, g);
		if (g->end == s->refused || g->end <= s->begin)
			return STEP_ON;
		if (s->model && must_pass(s, i, g)
		    && !sentences_light(s, i))
			g->verdict = GOES_ON;
	} else if (sentences_stop(s->text, i, &n) != NO_STOP) {
		sentences_look(s, i, g);
	} else if (!sentences_look_wide(s, i, g)) {
		g->end = i;
		return STEP_ON;
	}
	if (!sees_words(s, g->end, g->ending.bang ? SENTENCES_ASKED : 2))
		return STEP_WAIT;
	ends = sentences_ends(s, g) && !sentences_is_unfinished(s, g);
	if (s->model && (ends || g->kind != NO_STOP)
	    && sentences_is_open(s, g, ends))
		ends = sentences_foreign_ends(s, i, g, ends);
	return ends ? STEP_END : STEP_ON;
}

static enum step
step_line(struct sentences *s, size_t i, size_t *end)
{
	enum line_end l;
	struct gap g;

	s->pos = i;
	l = judged(s, i);
	if (l == LINE_UNKNOWN)
		return STEP_WAIT;
	if (l == LINE_JOINS && sentences_is_gap(s->text, i, true)) {
		enum step step = step_gap(s, i, &g);

		if (step == STEP_WAIT)
			return step;
		if (step == STEP_END)
			l = LINE_BREAKS;
	}
	sentences_pass_line(s, i);
	i++;
	if (l == LINE_BREAKS)
		while (i < s->text.n && s->text.p[i] == '\n')
			s->line = ++i;
	s->pos = *end = i;
	return l == LINE_BREAKS ? STEP_END : STEP_ON;
}

/* Goes on to the next place where a sentence may end, and decides. */
static enum step
step(struct sentences *s, size_t *end)
{
	struct gap g;
	enum step what;
	size_t i;
	char c;

	if (!s->listed) {
		if (!sees_enough(s, s->begin))
			return STEP_WAIT;
		sentences_list_begin(s);
	}
	i = s->pos = find_candidate(s, s->pos);
	if (i == s->text.n) {
		*end = i;
		return s->last && s->begin < i ? STEP_END : STEP_WAIT;
	}
	*end = s->pos = i + 1;
	c = s->text.p[i];
	if (c == ' ' && is_idle_space(s, i))
		return STEP_ON;
	if (c == '\n')
		return step_line(s, i, end);
	if (c == '.' || c == '?' || c == '!') {
		enum line_end l = line_end_after(s, i);

		what = l == LINE_BREAKS ? STEP_ON : l == LINE_JOINS
		    ? glance_at_stop(s, i) : STEP_WAIT;
		if (what == STEP_ON)
			s->refused = i + 1;
		if (what != STEP_WAIT)
			return what;
		s->pos = i;
		if (l == LINE_UNKNOWN)
			return STEP_WAIT;
	}
	s->pos = i;
	what = step_gap(s, i, &g);
	if (what == STEP_WAIT)
		return what;
	*end = g.end;
	pass_lines(s, i, g.end);	/* a stop may close on the next line */
	if (what == STEP_ON) {
		s->refused = g.end;
		s->pos = g.end > i ? g.end : i + 1;
	}
	return what;
}

/* Moves pos to the next sentence end; false if there is none for certain. */
static bool
find_end(struct sentences *s, size_t *end)
{
	enum step what;
	size_t cut;

	do {
		what = step(s, end);
		if (is_past(s, what == STEP_END ? *end : s->pos, &cut)) {
			rewind_to(s, cut);
			*end = cut;
			return true;
		}
	} while (what == STEP_ON);
	/* An end without a stop lies before its blanks and their lines. */
	if (what == STEP_END && *end < s->line)
		rewind_to(s, *end);
	return what == STEP_END;
}

/* The text goes: how much of begin's line was given. */
static void
keep_lead(struct sentences *s)
{
	s->line = s->kept_line;
	s->kept_lead = sentences_lead_at(s, s->begin);
}

bool
sentences_next(struct sentences *s, struct span *out)
{
	size_t end;

	while (find_end(s, &end))
		if (give(s, end, out))
			return true;
	keep_lead(s);
	return false;
}
