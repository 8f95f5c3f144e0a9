#include "lang/language.h"

#include "text/chars.h"
#include "text/tokens.h"
#include "text/words.h"

extern const struct words words_closed, words_starters_en, words_starters_de,
    words_starters_fr, words_starters_es, words_starters_it,
    words_starters_pt, words_starters_nl, words_starters_sv,
    words_starters_pl, words_starters_cs, words_starters_ro,
    words_starters_tr, words_starters_fi;

/* In the order of the bits. */
static const struct words *const starters[LANGUAGES] = {
	&words_starters_en, &words_starters_de, &words_starters_fr,
	&words_starters_es, &words_starters_it, &words_starters_pt,
	&words_starters_nl, &words_starters_sv, NULL, &words_starters_pl,
	&words_starters_cs, &words_starters_ro, &words_starters_tr,
	&words_starters_fi, NULL
};

enum {
	SAMPLE = 400,		/* tokens */
	MOST_BYTES = 8,		/* of a closed-class word */
	CLEAR = 8,		/* words of English, and no other has as many */
	FEWEST = 4,		/* closed-class words of a language, to be it */
	LONGEST = 24		/* bytes of a word */
};

static int
languages_with(struct str word)
{
	int bits = words_find(&words_closed, word);

	return bits > 0 ? bits : 0;
}

/* English unless another has twice its words: "in", "die", "on" are of many. */
static enum language
most(const unsigned *counts)
{
	unsigned best = 1;

	for (unsigned k = 2; k < LANGUAGES; k++)
		if (counts[k] > counts[best])
			best = k;
	if (counts[best] >= FEWEST && counts[best] > 2 * counts[0])
		return (enum language)(1 << best);
	return counts[0] >= FEWEST ? LANGUAGE_EN : LANGUAGE_UNKNOWN;
}

enum language
language_of(struct str text)
{
	unsigned counts[LANGUAGES] = { 0 }, others = 0;
	struct token t;
	size_t i = 0;

	for (size_t n = 0; n < SAMPLE && tokens_next(text, &i, &t); n++) {
		struct str s = token_text(text, &t);
		int bits = s.n > MOST_BYTES || byte_is_upper(s.p[0]) ? 0
		    : languages_with(s);

		if (bits == 0)
			continue;
		for (unsigned k = 0; k < LANGUAGES; k++)
			counts[k] += bits >> k & 1;
		others += bits > 1 && (bits & LANGUAGE_EN) == 0;
		if (counts[0] >= CLEAR && others * 2 < counts[0])
			break;
	}
	return most(counts);
}

bool
language_begins(enum language l, struct str word)
{
	char low[LONGEST];
	size_t n = 0;

	if (word.n > sizeof low)
		return false;
	while (n < word.n) {
		low[n] = byte_lower(word.p[n]);
		n++;
	}
	if (languages_with((struct str){ low, n }) & (int)l)
		return true;
	for (unsigned k = 0; k < LANGUAGES; k++)
		if ((int)l == 1 << k && starters[k] != NULL)
			return words_find(starters[k], (struct str){ low, n })
			    >= 0;
	return false;
}
