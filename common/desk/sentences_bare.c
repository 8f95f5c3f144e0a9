/* White space after no stop: headings, bylines, signatures, lists. */
#include "desk/sentences_stop.h"

#include "desk/sentences_list.h"
#include "text/chars.h"
#include "text/utf8.h"

/* "Gov. Douglas Wilder": a title, a name, one more. */
static bool
follows_title(struct sentences *s, const struct gap *g)
{
	struct str t = s->text;
	size_t at = (size_t)(g->word.p - t.p);

	if (at < s->begin + 2 || t.p[at - 1] != ' ' || t.p[at - 2] != '.')
		return false;
	return sentences_class(s, sentences_word_before(t, s->begin,
	    at - 2)) == ABBREV_TITLE;
}

/* "AUSTIN, Tex. -- The", "a word - The": a dash between ends nothing. */
static bool
follows_dash(const struct sentences *s, const struct gap *g)
{
	size_t at = g->end, begin;

	if (at == s->begin || !sentences_is_dash(utf8_prev(s->text, &at)))
		return false;
	while (at > s->begin && s->text.p[at - 1] == '-')
		at--;
	begin = at;
	while (at > s->begin && byte_is_space(s->text.p[at - 1]))
		at--;
	return at < begin && at > s->begin;
}

/* "HANOI (Kyodo) -- The": two hyphens between blanks. */
static bool
is_double_dash(struct str t, size_t i)
{
	return t.n - i > 2 && t.p[i] == '-' && t.p[i + 1] == '-'
	    && sentences_space_at(t, i + 2);
}

/*
 * A semicolon ends nothing, nor does a colon before a quotation, nor a comma
 * or colon unless what it closes is short ("Thanks, Ann", "To: Ann").
 */
static bool
goes_on_bare(struct sentences *s, const struct gap *g)
{
	enum { SHORT = 48 };
	struct str t = str_cut(s->text, s->begin, g->end);
	uint32_t mark = g->next.mark;

	if (mark == 0x2014 || (str_ends(t, STR(")"))
	    && is_double_dash(s->text, g->next.at)))
		return true;
	if (t.n > 1 && (t.p[t.n - 1] == '"' || t.p[t.n - 1] == '\''))
		t.n--;
	if (t.n == 0)
		return true;
	switch (t.p[t.n - 1]) {
	case ';':
		return true;
	case ':':
		return t.n > SHORT || mark == '"' || mark == '\''
		    || mark == 0x201c || mark == 0x2018;
	case ',':	/* "I" has a capital anywhere */
		return t.n > SHORT || str_eq(g->next.word, STR("I"));
	}
	return follows_title(s, g) || follows_dash(s, g);
}

/*
 * "***": one closes, but before what is shouted it opens ("*** NOTICE ***")
 * where a sentence begins.
 */
enum stars { NO_STARS, STARS_CLOSE, STARS_OPEN };

static enum stars
stars_before(struct str t, size_t begin, const struct gap *g)
{
	size_t at = g->end;
	struct str w = g->next.word;

	while (at > begin && t.p[at - 1] == '*')
		at--;
	if (g->end - at < 3)
		return NO_STARS;
	while (at > begin && byte_is_space(t.p[at - 1]))
		at--;
	return at == begin && w.n > 1 && byte_is_upper(w.p[1]) ? STARS_OPEN
	    : STARS_CLOSE;
}

/* "ABORTION RULING UPHELD: A court": words in capitals alone, a colon. */
static bool
is_slug(struct str t, size_t begin, size_t end)
{
	size_t words = 0, letters = 0;

	if (end - begin > SENTENCES_LOOK / 2 || t.p[end - 1] != ':')
		return false;
	for (size_t i = begin; i < end; i++) {
		if (byte_is_lower(t.p[i]) || (unsigned char)t.p[i] >= 0x80)
			return false;
		letters = byte_is_upper(t.p[i]) ? letters + 1 : 0;
		words += letters == 2;
	}
	return words > 1;
}

/* "(AP Photo/Jane Moran)": a sentence of its own, by its slash. */
static bool
is_credit(struct str t, size_t begin, size_t end)
{
	struct str x = chars_trim_ascii(str_cut(t, begin, end));

	return x.n > 2 && x.n < SENTENCES_LOOK / 2 && x.p[0] == '('
	    && memchr(x.p, ')', x.n) == x.p + x.n - 1
	    && memchr(x.p, '/', x.n) != NULL;
}

/* A mark before a word with a capital that closes what has no stop. */
static bool
is_closed(const struct sentences *s, const struct gap *g)
{
	if (g->end == s->begin || !chars_is(g->next.first, CHAR_UPPER))
		return false;
	return sentences_is_emoticon(s->text, s->begin, g->end)
	    || stars_before(s->text, s->begin, g) == STARS_CLOSE
	    || is_slug(s->text, s->begin, g->end)
	    || is_credit(s->text, s->begin, g->end);
}

/*
 * Greek asks with a semicolon, Armenian ends with what mostly is typed as a
 * colon; then a capital follows.
 */
static bool
is_own_mark(const struct sentences *s, const struct gap *g)
{
	size_t at = g->end;
	uint32_t c;
	char mark;

	if (at < s->begin + 3)
		return false;
	mark = s->text.p[--at];
	if (mark != ';' && mark != ':')
		return false;
	c = utf8_prev(s->text, &at);
	return (mark == ';' ? c - 0x370 < 0x90 || c - 0x1f00 < 0x100
	    : c - 0x531 < 0x57) && chars_is(g->next.first, CHAR_UPPER);
}

/* "UN | Guterres", "PM | Kishida": two or three capitals are no heading. */
static bool
is_short_capitals(struct str t, size_t begin, size_t end)
{
	enum { MOST = 3 };
	size_t at = end;

	while (at > begin && end - at < MOST && byte_is_upper(t.p[at - 1]))
		at--;
	while (at < end && at > begin && byte_is_space(t.p[at - 1]))
		at--;
	return at == begin && end > at;
}

/* "SEN. MORAN: Thank you": who speaks. */
static bool
is_speaker(struct str t, size_t begin, size_t end)
{
	return t.p[end - 1] == ':' && is_slug(t, begin, end)
	    && memchr(t.p + begin, '.', end - begin) != NULL;
}

bool
sentences_is_label(const struct sentences *s, const struct gap *g)
{
	return g->end > s->begin
	    && (is_short_capitals(s->text, s->begin, g->end)
	    || is_speaker(s->text, s->begin, g->end));
}

void
sentences_look_bare(struct sentences *s, size_t i, struct gap *g)
{
	*g = (struct gap){ .kind = NO_STOP, .end = i, .verdict = UNLIKELY };
	while (g->end > s->begin && byte_is_space(s->text.p[g->end - 1]))
		g->end--;
	g->word = sentences_word_before(s->text, s->begin, g->end);
	g->next = sentences_next_word(s->text, i);
	if (sentences_list_goes_on(s, g->next.at) || is_own_mark(s, g)
	    || is_closed(s, g))
		g->verdict = ENDS;
	else if (!s->model || goes_on_bare(s, g)
	    || stars_before(s->text, s->begin, g) == STARS_OPEN)
		g->verdict = GOES_ON;
}

/* ---- wide marks that are no stops ---- */

/* "(编译/贺颖骏)" in wide brackets after a sentence, no dateline ("...电"). */
static bool
is_remark(const struct sentences *s, size_t i)
{
	enum { LEAST = 12, MARK = 3 };
	static const char open[] = "\xef\xbc\x88", close[] = "\xef\xbc\x89";
	struct str x = chars_trim_ascii(str_cut(s->text, s->begin, i));

	if (x.n < MARK + LEAST || x.n > SENTENCES_LOOK
	    || (s->begin == s->line && (s->begin > 0 || s->lead.bytes == 0))
	    || memcmp(x.p, open, MARK) != 0)
		return false;
	for (size_t k = MARK; k + MARK <= x.n; k++)
		if (memcmp(x.p + k, open, MARK) == 0
		    || memcmp(x.p + k, close, MARK) == 0)
			return false;
	return !str_ends(x, STR("电")) && !str_ends(x, STR("電"));
}

bool
sentences_look_wide(const struct sentences *s, size_t i, struct gap *g)
{
	struct str t = s->text;
	size_t after = i;
	uint32_t c = utf8_next(t, &after);

	if (c != 0xff1a && c != 0xff09)
		return false;
	*g = (struct gap){ .kind = NO_STOP, .end = after, .verdict = GOES_ON };
	if (after >= t.n || !chars_is(utf8_at(t, after), CHAR_CJK))
		return true;
	if (c == 0xff1a ? str_ends(str_cut(t, s->begin, i), STR("如下"))
	    : is_remark(s, i))
		g->verdict = ENDS;
	return true;
}
