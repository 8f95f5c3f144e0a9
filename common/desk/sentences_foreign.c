/* Text of other languages where none was named (-L). */
#include "desk/sentences_stop.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * Bytes of a sentence before a place that tell its language, words of it that
 * are not English, bytes of an abbreviation. Chosen on sets of ten languages,
 * so that all English ones stay as they were.
 */
enum { LOOK = SENTENCES_LOOK, BACK = 160, SURE = 2, SHORT = 12 };

/* The last letter of the word before the stop if it is no Latin one, or 0. */
static uint32_t
other_letter(const struct gap *g)
{
	size_t at = g->word.n;
	uint32_t c = at > 0 ? utf8_prev(g->word, &at) : 0;

	return c >= 0x370 && chars_is(c, CHAR_LETTER | CHAR_MARK) ? c : 0;
}

/* "5.", "27.": in some languages the fifth. */
static bool
is_ordinal(struct str w)
{
	return (w.n == 1 || (w.n == 2 && byte_is_digit(w.p[1])))
	    && byte_is_digit(w.p[0]);
}

bool
sentences_is_open(const struct sentences *s, const struct gap *g, bool ends)
{
	struct str w = g->word;
	const char *elided;

	if (ends != (g->verdict >= LIKELY))
		return g->verdict != GOES_ON;
	if (g->kind != FULL_STOP)
		return false;
	if (w.n == 0 || w.n > SHORT)
		return false;
	if (!ends)	/* "al mar." is no month, "a.C." may end one */
		return byte_is_lower(w.p[0]) && chars_is(g->next.first,
		    CHAR_UPPER) && g->verdict == UNLIKELY;
	if ((unsigned char)w.p[w.n - 1] >= 0x80 && other_letter(g) != 0)
		return true;
	elided = memchr(w.p, '\'', w.n);
	if (elided != NULL)	/* "l'art." */
		w = str_cut(w, (size_t)(elided - w.p) + 1, w.n);
	/* The few English words first: the others' lists fill no cache. */
	return !abbrev_is_starter_word(&s->abbrev, g->next.word)
	    && (is_ordinal(w) || abbrev_is_foreign_word(w));
}

/* Two whole words after the place are there. */
static size_t
two_words_on(struct str t, size_t i)
{
	size_t limit = i + LOOK < t.n ? i + LOOK : t.n;

	for (int k = 0; k < 2; k++) {
		while (i < limit && byte_is_space(t.p[i]))
			i++;
		while (i < limit && !byte_is_space(t.p[i]))
			i++;
	}
	return i < limit || i == t.n ? i : utf8_floor(t, limit);
}

/*
 * Which Cyrillic language a letter is of that Russian has not, or none of
 * those with a list; Bulgarian writes its hard sign before consonants.
 */
static const char *
cyrillic_of_letter(uint32_t c, uint32_t next)
{
	switch (c) {
	case 0x454: case 0x456: case 0x457: case 0x491:
		return "uk";
	case 0x452: case 0x458: case 0x459: case 0x45a: case 0x45b: case 0x45f:
		return "sr";
	case 0x44a:
		return next >= 0x430 && next < 0x448 && next != 0x435
		    ? "bg" : NULL;
	}
	return c == 0x44b || c == 0x44d || c >= 0x450 ? "" : NULL;
}

/*
 * By the sentence's last bytes and two words more; Russian where no letter
 * tells or two disagree.
 */
static struct str
cyrillic_of(const struct sentences *s, size_t at)
{
	struct str t = s->text;
	size_t end = two_words_on(t, at);
	const char *all = NULL;
	size_t i = at > s->begin + BACK ? utf8_floor(t, at - BACK) : s->begin;

	while (i < end) {
		uint32_t c = utf8_next(t, &i);
		const char *of = c < 0x430 || c >= 0x530 ? NULL
		    : cyrillic_of_letter(c, i < end ? utf8_at(t, i) : 0);

		if (of != NULL && all != NULL && strcmp(of, all) != 0)
			return STR("ru");
		all = of != NULL ? of : all;
	}
	return all != NULL && *all != '\0' ? str_of(all) : STR("ru");
}

/* What the sentence is in, by its last bytes and two words more. */
static int
tongue_of(struct sentences *s, const struct gap *g)
{
	size_t from = g->end > s->begin + BACK ? g->end - BACK : s->begin;

	while (from > s->begin && from < g->end
	    && !byte_is_space(s->text.p[from]))
		from++;
	return languages_of_part(str_cut(s->text, from,
	    two_words_on(s->text, g->end)), s->tongue, SURE);
}

void
sentences_learn_tongue(struct sentences *s, size_t end)
{
	end = end < s->begin + LOOK ? end
	    : utf8_floor(s->text, s->begin + LOOK);
	s->tongue = languages_of_part(str_cut(s->text, s->begin, end),
	    s->tongue, SURE);
}

/* Does the list tell what the word before the stop is? */
static bool
knows(const struct abbrev *a, struct str w)
{
	return (a->ordinal_stop && is_ordinal(w))
	    || (a->own != NULL && words_find_lower(a->own, w) >= 0);
}

/*
 * The list of the script or the language; of several that which has the word.
 * Where there is none, the English one is kept.
 */
static void
take_list(struct sentences *s, const struct gap *g, int languages)
{
	uint32_t c = other_letter(g);
	struct abbrev a;

	if (c != 0) {
		abbrev_language(&s->abbrev, c < 0x400 ? STR("el")
		    : c < 0x530 ? cyrillic_of(s, g->end) : c >= 0x900 && c < 0x980
		    ? STR("hi") : STR("ar"));
		return;
	}
	for (int k = 1; k < LANGUAGES; k++) {
		enum language l = (enum language)(languages & 1 << k);

		if (l == 0 || !abbrev_language(&a, language_code(l)))
			continue;
		s->abbrev = a;
		if (knows(&a, g->word))
			return;
	}
}

bool
sentences_foreign_ends(struct sentences *s, size_t i, struct gap *g,
    bool ends)
{
	struct abbrev own = s->abbrev;

	if (other_letter(g) == 0) {
		s->tongue = tongue_of(s, g);
		if (s->tongue <= LANGUAGE_EN)
			return ends;
	}
	if (g->kind == NO_STOP)
		return false;
	take_list(s, g, s->tongue);
	s->model = false;
	sentences_look(s, i, g);
	ends = g->verdict >= LIKELY && !sentences_is_unfinished(s, g);
	s->model = true;
	s->abbrev = own;
	return ends;
}
