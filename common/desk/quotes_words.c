/* The class of a word by itself. */
#include "desk/quotes_runs.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_roles, words_titles, words_titles_more;

enum {
	LONGEST = 64,	/* bytes of a word that is looked up in small letters */
	FRAMES = 200,		/* of cues.words: numbers of one frame */
	FRAME_CLAIM = 97	/* nearly always speech, "that" follows */
};

/* ---- classes ---- */

static unsigned
mark_class(struct str t)
{
	size_t i = 0;
	uint32_t c = utf8_next(t, &i);

	switch (c) {
	case ',': return W_COMMA;
	case '.': case '!': case '?': case 0x2026: return W_STOP;
	case ':': return W_COLON;
	case ';': return W_SEMI;
	case '-': case 0x2013: case 0x2014: case 0x2015: return W_DASH;
	case '(': case '[': return W_PAREN;
	case ')': case ']': return W_PAREN_END;
	case '"': case '`': case 0x2018: case 0x201c: case 0x201d: case 0x201e:
	case 0xab: case 0xbb: case 0x300c: case 0x300d:
		return W_MARK;
	case '$': case '#': case '@': return W_OTHER;
	}
	return W_PUNCT;
}

/* "'s" and the like: after the mark there are letters. */
static unsigned
apostrophe_class(struct str t, size_t n)
{
	if (t.n == n)
		return n == 1 ? W_MARK : W_GENITIVE;
	return byte_lower(t.p[n]) == 's' ? W_GENITIVE : W_CONTRACTED;
}

static unsigned
suffix_class(struct str t)
{
	if (t.n > 3 && str_ends(t, STR("ed")))
		return W_ED;
	if (t.n > 4 && str_ends(t, STR("ing")))
		return W_ING;
	if (t.n > 3 && str_ends(t, STR("ly")))
		return W_LY;
	if (t.n > 2 && t.p[t.n - 1] == 's' && t.p[t.n - 2] != 's')
		return W_S;
	return W_OTHER;
}

static bool
ends_not(struct str t)
{
	return t.n > 3 && (str_ends(t, STR("n't"))
	    || str_ends(t, STR("n\xe2\x80\x99t")));
}

static bool
take_cue(struct word *w, int number, bool any)
{
	unsigned frame = (unsigned)number / FRAMES;
	unsigned class = (unsigned)number % FRAMES / 10;
	unsigned form = (unsigned)number % 10;

	if (number < 10 || class > CUE_NOUN
	    || (!any && form != FORM_ING && form != FORM_PAST))
		return false;
	w->cue = (uint8_t)class;
	w->form = form & 15;
	w->frame = frame & 255;
	w->k = (uint8_t)(W_CUE + 2 * class + (form == FORM_ING));
	return true;
}

/* The user's own verbs are taken for claims, as "said that" is one. */
static int
user_cue(const struct quotes *q, struct str t)
{
	if (q->opts.cues == NULL || map_get(q->opts.cues, t) == NULL)
		return -1;
	return FRAMES * FRAME_CLAIM + 10 * CUE_CLAIM
	    + (str_ends(t, STR("ing")) ? FORM_ING
	    : str_ends(t, STR("s")) ? FORM_S : FORM_PAST);
}

/* French "dit-il", "estime-t-elle", "a-t-il": a pronoun, and a verb with it. */
static bool
take_inverted(const struct quotes *q, struct word *w, struct str t)
{
	static const char *const pronouns[] = { "il", "elle", "ils", "elles",
	    "on" };
	size_t n = t.n;

	while (n > 0 && t.p[n - 1] != '-')
		n--;
	if (n < 2 || !str_is_one_of(str_cut(t, n, t.n), pronouns,
	    sizeof pronouns / sizeof *pronouns))
		return false;
	n -= n > 3 && t.p[n - 2] == 't' && t.p[n - 3] == '-' ? 3 : 1;
	take_cue(w, words_find_lower(q->verbs, str_cut(t, 0, n)), true);
	w->k = t.p[t.n - 1] == 's' ? W_THEY : W_HE;
	return true;
}

static void
lower_class(const struct quotes *q, struct word *w, struct str t)
{
	static const uint8_t roles[] = { 0, W_ROLE, W_ROLES, W_BODY, W_PAPER,
	    W_AUDIENCE, W_WORK };
	int n = words_find_lower(q->syntax, t);

	if (take_cue(w, user_cue(q, t), true)
	    || (q->marked_only && take_inverted(q, w, t)))
		return;
	if (n > 0)
		w->k = (uint8_t)n;
	else if ((n = words_find_lower(q->verbs, t)) > 0)
		take_cue(w, n, true);
	else if ((n = words_find_lower(&words_roles, t)) > 0)
		w->k = roles[n];
	else
		w->k = ends_not(t) ? W_AUXNOT : (uint8_t)suffix_class(t);
}

static bool
is_capitals(struct str t)
{
	for (size_t i = 1; i < t.n; i++)
		if (byte_is_lower(t.p[i]) || (unsigned char)t.p[i] >= 0x80)
			return false;
	return t.n > 1;
}

/* "Ministers said": a title of several is as good as a name. */
static bool
is_title_of_one(int n)
{
	return n > 0 && n != TITLE_OF_SEVERAL;
}

/*
 * Small letters of scripts of two bytes: "Он", "Η". Longer words and other
 * scripts stay as they are.
 */
static struct str
lowered(struct str t, char low[LONGEST])
{
	size_t n = 0;

	for (size_t i = 0; i < t.n;) {
		uint32_t c = chars_lower(utf8_next(t, &i));

		if (n + 2 > LONGEST || c >= 0x800)
			return t;
		if (c >= 0x80)
			low[n++] = (char)(0xc0 | c >> 6);
		low[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3f));
	}
	return (struct str){ low, n };
}

static int
find_small(const struct words *list, struct str t)
{
	char low[LONGEST];

	return (unsigned char)t.p[0] < 0x80 ? words_find_lower(list, t)
	    : words_find(list, lowered(t, low));
}

static void
upper_class(const struct quotes *q, struct word *w, struct str t, bool first)
{
	int n = find_small(q->syntax, t);

	w->upper = true;
	/* "The New York Times", "It Is to be noted" */
	if (n == W_TIME || n == W_I || n == W_THE || n == W_OF || n == W_BE
	    || n == W_AND || n == W_TO || (n > 0 && n != W_TITLE && first)) {
		w->k = (uint8_t)n;
		return;
	}
	if (n == W_TITLE || words_find_lower(&words_titles, t) > 0
	    || is_title_of_one(words_find_lower(&words_titles_more, t))) {
		w->k = W_TITLE;
		return;
	}
	w->k = is_capitals(t) ? W_CAPS : W_CAP;
	if (!first)
		return;
	n = words_find_lower(&words_roles, t);
	if (n == 2 || n == 4)
		w->k = n == 2 ? W_ROLES : W_PAPER;
	else if (ends_not(t))
		w->k = W_AUXNOT;
	else
		take_cue(w, words_find_lower(q->verbs, t), false);
}

/* What the gap patterns tell apart; of cues see quotes_coarse(). */
const uint8_t quotes_coarse_classes[W_CUE] = {
	[W_OTHER] = 1, [W_S] = 1, [W_CAP] = 2, [W_CAPS] = 2,
	[W_NUMBER] = 1, [W_TITLE] = 2, [W_WORK] = 1, [W_ED] = 3,
	[W_ING] = 4, [W_LY] = 5, [W_THE] = 1, [W_A] = 1,
	[W_POSS] = 1, [W_DEM] = 1, [W_QUANT] = 1, [W_HE] = 6,
	[W_THEY] = 6, [W_IT] = 6, [W_I] = 6, [W_YOU] = 6,
	[W_OBJ] = 1, [W_THERE] = 6, [W_THAT] = 7, [W_WHO] = 8,
	[W_WHICH] = 8, [W_WHAT] = 9, [W_IF] = 9, [W_BE] = 10,
	[W_HAVE] = 10, [W_DO] = 10, [W_MODAL] = 10, [W_NOT] = 5,
	[W_AUXNOT] = 10, [W_TO] = 11, [W_OF] = 12, [W_IN] = 13,
	[W_BY] = 14, [W_FOR] = 13, [W_WITH] = 13, [W_FROM] = 13,
	[W_ABOUT] = 13, [W_AS] = 15, [W_THAN] = 13, [W_AND] = 16,
	[W_BUT] = 16, [W_OR] = 16, [W_BECAUSE] = 17, [W_WHEN] = 17,
	[W_ADV] = 5, [W_TIME] = 5, [W_ACCORDING] = 18,
	[W_COMMA] = 19, [W_STOP] = 20, [W_COLON] = 21, [W_SEMI] = 21,
	[W_DASH] = 22, [W_PAREN] = 23, [W_PAREN_END] = 24,
	[W_GENITIVE] = 25, [W_MARK] = 26, [W_PUNCT] = 26,
	[W_CONTRACTED] = 10, [W_ROLE] = 1, [W_ROLES] = 1,
	[W_BODY] = 1, [W_PAPER] = 1, [W_AUDIENCE] = 1, [W_PAST] = 3,
	[W_VERB] = 3,
};

/*
 * What a class may be in a phrase; a FORM of a verb may stand as a noun or
 * adjective, MORE goes on behind one. (As switches these were mispredicted for
 * every other word.)
 */
enum {
	NOUN = 1 << PART_NOUN | 1 << PART_BEGINS,
	NAME = NOUN | 1 << PART_CAPITAL,
	DETERMINER = 1 << PART_DETERMINER | 1 << PART_BEGINS,
	FORM = 1 << PART_GOES_ON | 1 << PART_BEGINS,
	MORE = 1 << PART_GOES_ON,
	PRONOUN = 1 << PART_BEGINS,
	SEAM = 1 << PART_SEAM
};
const uint8_t quotes_class_parts[W_CUE] = {
	[W_OTHER] = NOUN, [W_S] = NOUN, [W_NUMBER] = NOUN, [W_WORK] = NOUN,
	[W_ROLE] = NOUN, [W_ROLES] = NOUN, [W_BODY] = NOUN, [W_PAPER] = NOUN,
	[W_AUDIENCE] = NOUN,
	[W_CAP] = NAME, [W_CAPS] = NAME, [W_TITLE] = NAME,
	[W_THE] = DETERMINER, [W_A] = DETERMINER, [W_POSS] = DETERMINER,
	[W_DEM] = DETERMINER, [W_QUANT] = DETERMINER,
	[W_LY] = FORM, [W_ED] = FORM, [W_ING] = FORM, [W_PAST] = FORM,
	[W_VERB] = FORM, [W_TIME] = FORM,
	[W_GENITIVE] = MORE, [W_STOP] = MORE | SEAM,
	[W_HE] = PRONOUN, [W_THEY] = PRONOUN, [W_IT] = PRONOUN, [W_I] = PRONOUN,
	[W_YOU] = PRONOUN, [W_WHO] = PRONOUN, [W_OBJ] = PRONOUN,
	[W_ACCORDING] = 1 << PART_CUE, [W_COLON] = 1 << PART_CUE | SEAM,
	[W_DASH] = 1 << PART_CUE | SEAM,
	[W_COMMA] = SEAM, [W_SEMI] = SEAM, [W_PAREN] = SEAM, [W_MARK] = SEAM,
	[W_THAT] = SEAM, [W_AND] = SEAM, [W_BUT] = SEAM,
};

static unsigned
verb_kind(unsigned k)
{
	switch (k) {
	case W_COMMA:
		return ENDS_CLAUSE;
	case W_ED: case W_VERB:
		return MAYBE_FINITE;
	case W_BE: case W_HAVE: case W_DO: case W_MODAL: case W_AUXNOT:
	case W_PAST: case W_CONTRACTED:
		return FINITE;
	}
	return k >= W_CUE && (k & 1) == 0 && k != W_CUE + 2 * CUE_NOUN
	    ? FINITE : NO_VERB;
}

void
quotes_classify(const struct quotes *q, struct word *w, struct str t, bool first)
{
	size_t at = 0;
	uint32_t c = utf8_next(t, &at);

	*w = (struct word){ .k = W_OTHER };
	if (c == '\'' || c == 0x2019)
		w->k = (uint8_t)apostrophe_class(t, at);
	else if (byte_is_lower(t.p[0]))
		lower_class(q, w, t);
	else if (chars_is(c, CHAR_UPPER))
		upper_class(q, w, t, first);
	else if (byte_is_digit(t.p[0]))
		w->k = W_NUMBER;
	else if (!chars_is(c, CHAR_WORD))
		w->k = (uint8_t)mark_class(t);
	else if (q->marked_only)
		lower_class(q, w, t);	/* "él", "сказал" */
	w->coarse = (uint8_t)quotes_coarse(w->k);
	w->verb = verb_kind(w->k) & 3;
	w->opens = w->k == W_COLON ? WORD_OPENS
	    : w->k == W_MARK ? WORD_KEEPS | WORD_PARTED
	    : w->k == W_DASH ? WORD_KEEPS : 0;
	w->parts = (uint8_t)(quotes_parts_of(w->k) | (w->cue > 0) << PART_CUE
	    | (w->opens > 0) << PART_OPENS);
	w->names = quotes_name_traits(t, w->upper) & 15;
	w->given = (w->upper ? run_first_gender(t) : 0) & 3;
}
