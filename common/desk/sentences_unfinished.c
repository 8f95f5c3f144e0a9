/* Ends that are sure to be none, of which the model learnt nothing. */
#include "desk/sentences_model.h"
#include "desk/sentences_stop.h"

#include "text/chars.h"
#include "text/utf8.h"

/* "s. XIX", "art. IV": a number. */
static bool
is_roman(struct str w)
{
	return w.n > 1 && chars_all_of(w, STR("IVXLC"));
}

/* "2 tbsp. oil": a short word of consonants behind a number. */
static bool
is_measure(const struct sentences *s, struct str w)
{
	enum { MOST = 4 };

	for (size_t i = 0; i < w.n; i++)
		if (!byte_is_lower(w.p[i]) || strchr("aeiouy", w.p[i]) != NULL)
			return false;
	return w.n > 1 && w.n <= MOST
	    && chars_is(sentences_first_before(s, w), CHAR_DIGIT);
}

/*
 * "Mem. Hosp. were open", "£2.1m. in 2018": an abbreviation no list knows, by
 * its form and the small letter behind.
 */
static bool
is_cut_short(const struct sentences *s, struct str w, struct str next)
{
	enum { MOST = 5 };
	size_t i = w.n;

	while (i > 0 && byte_is_lower(w.p[i - 1]))
		i--;
	if (i == 0)
		return is_measure(s, w);
	if (i == 1 && byte_is_upper(w.p[0]))
		return w.n > 2 && w.n <= MOST && sentences_is_finite(next);
	return i < w.n && byte_is_digit(w.p[i - 1])
	    && (w.n - i == 1 || (w.n - i == 2 && w.p[w.n - 1] == 'n'));
}

/* "Do this: 1. Buy": the first of a list. */
static bool
is_first_of_list(const struct sentences *s, struct str w)
{
	enum { MOST = 2 };
	size_t at = (size_t)(w.p - s->text.p);

	return sentences_is_number(w) && w.n <= MOST && at >= s->begin + 2
	    && s->text.p[at - 1] == ' ' && s->text.p[at - 2] == ':';
}

static bool
is_unfinished_stop(struct sentences *s, const struct gap *g)
{
	const struct next *next = &g->next;
	struct str w = g->word;

	if (g->end < s->text.n
	    && !chars_is(utf8_at(s->text, g->end), CHAR_SPACE))
		return false;
	if (chars_is(next->first, CHAR_DIGIT))
		return str_ends(w, STR("str"));
	if (g->ending.dots || g->ending.quoted)
		return false;
	if (chars_is(next->first, CHAR_LOWER))
		return sentences_is_inside(s, g->end, true)
		    || (s->model && is_cut_short(s, w, next->word));
	return is_first_of_list(s, w) || (next->word.n > 1
	    && byte_is_upper(next->word.p[0]) && is_roman(next->word)
	    && sentences_class(s, w) == ABBREV_NUMBER);
}

bool
sentences_is_unfinished(struct sentences *s, const struct gap *g)
{
	return g->kind == NO_STOP ? sentences_is_label(s, g)
	    : g->kind == FULL_STOP && is_unfinished_stop(s, g);
}
