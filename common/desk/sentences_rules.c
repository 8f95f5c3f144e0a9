#include "desk/sentences_stop.h"

#include "base/map.h"
#include "desk/sentences_list.h"
#include "desk/sentences_model.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { WORD = SENTENCES_WORD };

/* ---- what a word is ---- */

static bool
is_initial(struct str w)
{
	size_t i = 0;

	return w.n > 0 && chars_is(utf8_next(w, &i), CHAR_UPPER) && i == w.n;
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

/* "O." of "V. O. Petrov" in other languages, where "o" is a word too. */
static bool
is_initial_next(const struct sentences *s, struct str w)
{
	const char *after = w.p + w.n;

	return !s->model && is_initial(w) && after < s->text.p + s->text.n
	    && *after == '.';
}

static bool
begins(struct sentences *s, const struct next *w)
{
	return abbrev_is_starter(&s->abbrev, lowered(s, w->word))
	    && !is_initial_next(s, w->word);
}

/* "Corp. (formerly..." does not end there, "Corp. \"We..." does. */
static bool
is_starter(struct sentences *s, const struct next *w)
{
	return (w->opened && w->mark != '(' && w->mark != '[') || begins(s, w);
}

static bool
starts_upper(const struct next *w)
{
	return chars_is(w->first, CHAR_UPPER | CHAR_CJK)
	    || (chars_is(w->first, CHAR_LETTER)
	    && !chars_is(w->first, CHAR_LOWER | CHAR_UPPER));
}

uint32_t
sentences_first_before(const struct sentences *s, struct str w)
{
	size_t at = (size_t)(w.p - s->text.p), end;

	while (at > s->begin && byte_is_space(s->text.p[at - 1]))
		at--;
	end = at;
	while (at > s->begin && end - at < WORD
	    && !byte_is_space(s->text.p[at - 1]))
		at--;
	at += at < end && sentences_is_opener(utf8_at(s->text, at));
	return at < end ? utf8_at(s->text, at) : 0;
}

/* Is w the first word of its sentence? */
static bool
opens_sentence(const struct sentences *s, struct str w)
{
	size_t at = (size_t)(w.p - s->text.p);

	while (at > s->begin && byte_is_space(s->text.p[at - 1]))
		at--;
	return at == s->begin;
}

/* White space and ASCII marks but a stop: they may stand before "1.". */
static bool
byte_is_mark(char c)
{
	return c > 0 && c != '.' && !byte_is_letter(c) && !byte_is_digit(c);
}

/* "1. Buy", "a.) First": a mark of a list where the sentence begins. */
static bool
is_enumerator(const struct sentences *s, struct str w, const struct next *next)
{
	size_t at = (size_t)(w.p - s->text.p);
	bool letter = w.n == 1 && byte_is_letter(w.p[0]);

	if (!sentences_is_number(w) && !letter && !is_initial(w))
		return false;
	if (at == s->line && (at > 0 || s->lead.bytes == 0))
		return true;
	while (at > s->begin && byte_is_mark(s->text.p[at - 1]))
		at--;
	return at == s->begin && w.n <= 4 && next->first != 0;
}

/* "l'art.", "dell'art.": where the word begins, 0 if none is before it. */
static size_t
elision(struct str w)
{
	for (size_t i = 0; i + 2 < w.n; i++) {
		if (w.p[i] == '\'')
			return i + 1;
		if (i + 3 < w.n && memcmp(w.p + i, "\xe2\x80\x99", 3) == 0)
			return i + 3;
	}
	return 0;
}

enum abbrev_class
sentences_class(struct sentences *s, struct str w)
{
	struct str low = lowered(s, w);
	const char *dash = memchr(low.p, '-', low.n);
	size_t elided;

	if (dash != NULL)	/* "then-Gov." */
		low = str_cut(low, (size_t)(dash - low.p) + 1, low.n);
	else if (!s->model && (elided = elision(low)) > 0)
		low = str_cut(low, elided, low.n);
	return abbrev_of(&s->abbrev, low);
}

/* "z." of "z. B.", "a." of "a. C." */
static bool
is_half(const struct sentences *s, struct str w, const struct next *next)
{
	size_t after = (size_t)(next->word.p - s->text.p) + next->word.n;

	return w.n == 1 && byte_is_lower(w.p[0]) && next->word.n == 1
	    && byte_is_upper(next->word.p[0]) && after < s->text.n
	    && s->text.p[after] == '.';
}

/* The class of w; of "a. C" when w is the second half of such a pair. */
static enum abbrev_class
class_of_whole(struct sentences *s, struct str w)
{
	size_t at = (size_t)(w.p - s->text.p);
	size_t from = at > 2 && w.p[-2] == '.' ? sentences_pair_begin(s, w) : at;
	size_t n = at - from;
	char pair[10];

	if (n > 0 && n - 1 + w.n <= sizeof pair) {
		enum abbrev_class c;

		memcpy(pair, s->text.p + from, n - 1);	/* not the blank */
		memcpy(pair + n - 1, w.p, w.n);
		c = sentences_class(s, (struct str){ pair, n - 1 + w.n });
		if (c != ABBREV_NONE)
			return c;
	}
	return sentences_class(s, w);
}

static bool
is_users_own(struct sentences *s, struct str w)
{
	return s->opts.abbrevs != NULL
	    && map_get(s->opts.abbrevs, lowered(s, w)) != NULL;
}

/* Reasons, for the model: which rule spoke. None: no stop is there. */
enum {
	WHY_PLAIN = 1, WHY_MARK, WHY_DOTS, WHY_LOWER, WHY_EMPTY,
	WHY_INITIAL, WHY_ACRONYM, WHY_CLASS	/* + the class */
};

/* "6 p.m. EST", "10 a.m. GMT" */
static bool
is_time_zone(struct str w, struct str next)
{
	return w.n == 3 && w.p[1] == '.' && byte_lower(w.p[2]) == 'm'
	    && (next.n == 3 || next.n == 4) && byte_is_upper(next.p[0])
	    && (next.p[next.n - 1] == 'T' || str_eq(next, STR("UTC")));
}

static enum verdict
judge_class(struct sentences *s, enum abbrev_class c, const struct gap *g)
{
	const struct next *w = &g->next;
	bool counted = chars_is(sentences_first_before(s, g->word), CHAR_DIGIT);
	bool digit = chars_is(w->first, CHAR_DIGIT);

	if (c == ABBREV_TITLE || (c == ABBREV_UNIT && !counted)
	    || is_time_zone(g->word, w->word))
		return GOES_ON;
	if (w->dashed && !w->opened)	/* "AUSTIN, Tex. -- The" */
		return GOES_ON;
	if (digit)
		return c == ABBREV_NUMBER || c == ABBREV_DAY ? GOES_ON
		    : UNLIKELY;
	if (c == ABBREV_NUMBER || c == ABBREV_UNIT)
		return starts_upper(w) ? LIKELY : UNLIKELY;
	return starts_upper(w) && is_starter(s, w) ? LIKELY : UNLIKELY;
}

/*
 * A single capital: an initial between names, as in "Albert I. Jones", else
 * perhaps the last word, as in "vitamin C. The".
 */
static enum verdict
judge_initial(struct sentences *s, struct str w, const struct next *next)
{
	if (!starts_upper(next))
		return UNLIKELY;
	if (begins(s, next))
		return w.p[0] == 'I' ? ENDS : LIKELY;
	return w.p[0] == 'I'
	    && !chars_is(sentences_first_before(s, w), CHAR_UPPER) ? LIKELY : UNLIKELY;
}

/* "S.p. A.": the abbreviation goes on. */
static bool
is_parted(struct str t, struct str w, const struct next *next)
{
	const char *after = next->word.p + next->word.n;

	return next->word.n == 1 && byte_is_upper(next->word.p[0])
	    && after < t.p + t.n && *after == '.'
	    && byte_is_upper(w.p[0]) && byte_is_lower(w.p[w.n - 1]);
}

/* "W.R. Grace": two initials no list knows go before a name. */
static enum verdict
judge_acronym(struct sentences *s, struct str w, const struct next *next)
{
	if (!starts_upper(next))
		return UNLIKELY;
	if (is_starter(s, next))
		return LIKELY;
	return w.n == 3 && byte_is_upper(w.p[0]) && byte_is_upper(w.p[2])
	    && !next->opened ? GOES_ON : UNLIKELY;
}

/*
 * A word in lower case (or the sentence's first) before the stop, one with a
 * capital after it: nothing is surer.
 */
static bool
is_plain(const struct sentences *s, struct str w, const struct next *next)
{
	size_t from = opens_sentence(s, w);

	if (w.n < 3 || !starts_upper(next))
		return false;
	for (size_t i = from; i < w.n; i++)
		if (!byte_is_lower(w.p[i]) && (unsigned char)w.p[i] < 128
		    && w.p[i] != '\'' && w.p[i] != '-')
			return false;
	return true;
}

/* Almost as sure: any long word, then one that begins sentences. */
static bool
is_plain_name(struct sentences *s, struct str w, const struct next *next)
{
	if (w.n < 4 || !starts_upper(next) || next->dashed
	    || !abbrev_is_starter(&s->abbrev, lowered(s, next->word)))
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] == '.' || w.p[i] == '@' || w.p[i] == '/')
			return false;
	return true;
}

/* "2020. 05. 12.": the number after w has a stop too. */
static bool
is_date_part(struct str t, struct str w, const struct next *next)
{
	const char *after = next->word.p + next->word.n;

	return sentences_is_number(w) && w.n <= 4 && next->word.n <= 2
	    && sentences_is_number(next->word) && !next->opened
	    && after < t.p + t.n && *after == '.';
}

/* Does the stop after w end a sentence, if the next word allows it? */
static enum verdict
judge_full_stop(struct sentences *s, struct gap *g)
{
	struct str w = g->word;
	enum abbrev_class c;

	if (w.n == 0) {
		g->reason = WHY_EMPTY;
		return LIKELY;
	}
	if (is_users_own(s, w))
		return GOES_ON;
	if (is_enumerator(s, w, &g->next))
		return GOES_ON;
	if (s->abbrev.ordinal_stop && is_date_part(s->text, w, &g->next))
		return GOES_ON;
	if (s->abbrev.ordinal_stop && sentences_is_ordinal(w))
		return starts_upper(&g->next) && is_starter(s, &g->next)
		    ? LIKELY : GOES_ON;
	if (is_initial(w) && (s->begin == (size_t)(w.p - s->text.p)
	    || chars_is(sentences_first_before(s, w), CHAR_UPPER) || w.p[0] == 'I')) {
		g->reason = WHY_INITIAL;
		return judge_initial(s, w, &g->next);
	}
	if (is_half(s, w, &g->next)
	    || ((unsigned char)w.p[0] >= 0x80 && sentences_is_short(w)))
		return GOES_ON;
	c = class_of_whole(s, w);
	/* "No. Why?" and "Mm. Hot out." are whole sentences. */
	if (c != ABBREV_NONE && c != ABBREV_TITLE && w.n == 2
	    && byte_is_upper(w.p[0]) && starts_upper(&g->next)
	    && opens_sentence(s, w))
		return ENDS;
	if (c != ABBREV_NONE) {
		g->reason = WHY_CLASS + (unsigned)c;
		return judge_class(s, c, g);
	}
	if (is_initial(w)) {
		g->reason = WHY_INITIAL;
		return judge_initial(s, w, &g->next);
	}
	if (is_acronym(w)) {
		g->reason = WHY_ACRONYM;
		return is_parted(s->text, w, &g->next) ? GOES_ON
		    : judge_acronym(s, w, &g->next);
	}
	if (is_plain(s, w, &g->next) || is_plain_name(s, w, &g->next))
		return ENDS;
	return LIKELY;
}

/* "agreed.The" ends one, "alt.animals" and "Node.js" do not. */
static bool
is_missing_space(struct sentences *s, const struct gap *g)
{
	struct str t = s->text, w = g->word;
	size_t end = g->end, after = end;
	uint32_t c;

	if (g->ending.quoted || g->ending.dots || g->ending.note || w.n < 3
	    || end >= t.n || memchr(w.p, '.', w.n) != NULL
	    || memchr(w.p, '@', w.n) != NULL)
		return false;
	for (size_t i = 0; i < w.n;)
		if (!chars_is(utf8_next(w, &i), CHAR_LOWER | CHAR_DIGIT
		    | CHAR_PUNCT) && i > 1)
			return false;
	/* "1,000.That", but "120.Geburtstag". */
	if (byte_is_digit(w.p[w.n - 1]) && !abbrev_is_starter(&s->abbrev,
	    lowered(s, g->next.word)))
		return false;
	c = utf8_next(t, &after);
	if (!chars_is(c, CHAR_UPPER) || after >= t.n)
		return false;
	for (size_t i = after; i < t.n && i < end + WORD
	    && !byte_is_space(t.p[i]); i++)
		if (t.p[i] == '.' && i + 1 < t.n && !sentences_space_at(t, i + 1))
			return false;
	return chars_is(utf8_at(t, after), CHAR_LOWER | CHAR_SPACE);
}

/* Dots: a pause, or the end. "I" says nothing of where sentences begin. */
static enum verdict
judge_dots(const struct gap *g)
{
	if (chars_is(g->next.first, CHAR_DIGIT))
		return UNLIKELY;
	if (g->next.first == 'I' && g->next.word.n == 1)
		return UNLIKELY;
	if (!chars_is(g->next.first, CHAR_UPPER | CHAR_CJK))
		return UNLIKELY;
	return LIKELY;
}

/* "pharmaciens. les autres": written without capitals. */
static bool
is_plain_lower(struct sentences *s, const struct gap *g)
{
	struct str w = g->word;

	if (g->kind != FULL_STOP || g->ending.dots || g->ending.quoted
	    || w.n < 5)
		return false;
	for (size_t i = 0; i < w.n;)
		if (!chars_is(utf8_next(w, &i), CHAR_LOWER))
			return false;
	return abbrev_is_starter(&s->abbrev, lowered(s, g->next.word));
}

/* A small letter follows. */
static enum verdict
judge_lower(struct sentences *s, struct gap *g)
{
	const struct ending *e = &g->ending;

	if (e->quoted && g->next.opened)
		return LIKELY;
	if (e->bang && (e->quoted || (s->model && sentences_is_said(g->next.word))))
		return GOES_ON;
	if (g->kind == FULL_STOP && !e->dots && !e->quoted
	    && (judge_full_stop(s, g) == GOES_ON || g->reason >= WHY_INITIAL
	    || sentences_is_inside(s, g->end, false)))
		return GOES_ON;
	g->reason = WHY_LOWER;
	return is_plain_lower(s, g) ? LIKELY : UNLIKELY;
}

/* The word that makes a question of a sentence: Chinese ma, ne, me, ba; ka. */
static bool
asks_in_cjk(uint32_t c)
{
	return c == 0x5417 || c == 0x55ce || c == 0x5462 || c == 0x4e48
	    || c == 0x9ebc || c == 0x5427 || c == 0x304b;
}

/*
 * ASCII "?" and "!" between wide characters. A lone "?" after no word that asks
 * is more often what became of the dot in a foreign name.
 */
static bool
is_asked_in_cjk(const struct sentences *s, const struct gap *g)
{
	size_t stop = (size_t)(g->word.p - s->text.p) + g->word.n, at = stop;
	uint32_t c;

	if (!g->ending.bang || g->word.n == 0)
		return false;
	c = utf8_prev(s->text, &at);
	return chars_is(c, CHAR_CJK) && chars_is(g->next.first, CHAR_CJK)
	    && g->next.at == g->end && (g->next.mark == 0
	    || chars_is(g->next.mark, CHAR_OPEN)) && (s->text.p[stop] == '!'
	    || g->end > stop + 1 || asks_in_cjk(c));
}

/*
 * Japanese "to" and "wo" behind what is said: the sentence goes on. "to" also
 * begins words ("totemo", "tokoro").
 */
static bool
is_particle(struct str t, size_t i)
{
	uint32_t c, after;

	if (i >= t.n)
		return false;
	c = utf8_next(t, &i);
	after = i < t.n ? utf8_at(t, i) : 0;
	return c == 0x3092 || (c == 0x3063 && after == 0x3066)
	    || (c == 0x3068 && after != 0x3066 && after != 0x3053
	    && after != 0x306b && after != 0x304d && after != 0x308a
	    && after != 0x3082 && after != 0x3063);
}

/* A danda or the like right before a letter: no other script has the mark. */
static bool
is_own_stop(const struct sentences *s, const struct gap *g)
{
	return g->kind == OTHER_STOP && g->end < s->text.n && !g->ending.quoted
	    && (unsigned char)g->word.p[g->word.n] >= 0x80
	    && chars_is(utf8_at(s->text, g->end), CHAR_LETTER);
}

static enum verdict
judge(struct sentences *s, struct gap *g)
{
	const struct ending *e = &g->ending;

	g->reason = WHY_PLAIN;
	if (e->title)	/* of a work, or a list's name */
		return GOES_ON;
	if (e->wide)
		return e->quoted && is_particle(s->text, e->end) ? GOES_ON
		    : ENDS;
	if (s->list.style != 0 && g->end <= s->list.end)
		return GOES_ON;
	if (!sentences_space_at(s->text, e->end))
		return is_missing_space(s, g) || is_asked_in_cjk(s, g)
		    || is_own_stop(s, g) || (e->note
		    && chars_is(utf8_at(s->text, e->end), CHAR_UPPER))
		    ? ENDS : GOES_ON;
	if (g->next.first == 0)
		return ENDS;
	if (e->bang || e->quoted)
		g->reason = WHY_MARK;
	if (e->dots)
		g->reason = WHY_DOTS;
	/* Spanish marks open a sentence, small letter or not. */
	if (g->next.mark == 0xbf || g->next.mark == 0xa1)
		return judge_full_stop(s, g) == GOES_ON ? GOES_ON : ENDS;
	if (chars_is(g->next.first, CHAR_LOWER))
		return judge_lower(s, g);
	if (e->dots && !e->quoted)
		return judge_dots(g);
	if (e->bang && sentences_is_asked_by(s, &g->next))
		return GOES_ON;
	if (e->bang || (e->quoted && !is_enumerator(s, g->word, &g->next)))
		return LIKELY;
	return judge_full_stop(s, g);
}

/*
 * "of the state. 4 Even so": the number of a note after a stop, before a word
 * that begins sentences, in English. Not where numbers begin them ("1 The
 * first. 2 The").
 */
static size_t
past_note(struct sentences *s, const struct gap *g)
{
	enum { MOST = 3 };
	struct str t = s->text;
	size_t i = g->end, begin = s->begin, from = i + 1;
	struct next next;

	if (!s->model || g->kind != FULL_STOP || g->ending.dots
	    || t.n - i < MOST
	    || t.p[i] != ' ' || !byte_is_digit(t.p[from]) || t.p[from] == '0')
		return 0;
	while (byte_is_space(t.p[begin]))
		begin++;
	for (i = from; i < t.n && byte_is_digit(t.p[i]); i++)
		;
	if (i - from > MOST || i >= t.n || t.p[i] != ' '
	    || byte_is_digit(t.p[begin]))
		return 0;
	next = sentences_next_word(t, i);	/* "87 A.2d" is no note */
	return chars_is(next.first, CHAR_UPPER) && !next.dashed
	    && next.word.n > 1
	    && abbrev_is_starter(&s->abbrev, lowered(s, next.word)) ? i : 0;
}

void
sentences_look(struct sentences *s, size_t i, struct gap *g)
{
	struct str t = s->text;
	size_t n, note;

	g->kind = sentences_stop(t, i, &n);
	g->word = sentences_word_before(t, s->begin, i);
	g->ending = sentences_ending(t, s->begin, i);
	g->end = g->ending.end;
	g->next = sentences_next_word(t, g->end);
	g->verdict = judge(s, g);
	if (g->verdict == GOES_ON || (note = past_note(s, g)) == 0)
		return;
	g->end = note;
	g->next = sentences_next_word(t, note);
	g->verdict = ENDS;
}

/* The model learnt from Latin letters alone. */
static bool
is_other_script(uint32_t c)
{
	return c >= 0x370 && chars_is(c, CHAR_LETTER | CHAR_MARK);
}

bool
sentences_ends(struct sentences *s, const struct gap *g)
{
	if (g->verdict == ENDS || g->verdict == GOES_ON)
		return g->verdict == ENDS;
	if (!s->model || is_other_script(g->next.first))
		return g->verdict == LIKELY;
	return sentences_model_ends(s, g);
}
