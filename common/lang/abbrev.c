#include "lang/abbrev.h"

#include <stddef.h>

extern const struct words words_abbrev_en, words_abbrev_de, words_abbrev_fr,
    words_abbrev_es, words_abbrev_it, words_abbrev_pt, words_abbrev_nl,
    words_abbrev_pl, words_abbrev_cs, words_abbrev_ru, words_abbrev_fi,
    words_abbrev_sv, words_abbrev_tr, words_abbrev_ro, words_abbrev_el,
    words_starters_en;

static const struct {
	const char *name;
	const struct words *list;
	bool ordinal_stop;
} languages[] = {
	{ "en", &words_abbrev_en, false }, { "de", &words_abbrev_de, true },
	{ "fr", &words_abbrev_fr, false }, { "es", &words_abbrev_es, false },
	{ "it", &words_abbrev_it, false }, { "pt", &words_abbrev_pt, false },
	{ "nl", &words_abbrev_nl, false }, { "pl", &words_abbrev_pl, true },
	{ "cs", &words_abbrev_cs, true }, { "ru", &words_abbrev_ru, false },
	{ "fi", &words_abbrev_fi, true }, { "sv", &words_abbrev_sv, false },
	{ "tr", &words_abbrev_tr, true }, { "ro", &words_abbrev_ro, false },
	{ "el", &words_abbrev_el, false }, { "ar", NULL, false },
	{ "hi", NULL, false }, { "zh", NULL, false }, { "ja", NULL, false },
};

bool
abbrev_language(struct abbrev *a, struct str lang)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq(lang, str_of(languages[i].name))) {
			a->own = languages[i].list;
			a->more = i > 0 ? NULL : &words_abbrev_en;
			a->ordinal_stop = languages[i].ordinal_stop;
			return true;
		}
	return false;
}

enum abbrev_class
abbrev_of(const struct abbrev *a, struct str lower)
{
	int c = a->own != NULL ? words_find(a->own, lower) : -1;

	if (c < 0 && a->more != NULL)
		c = words_find(a->more, lower);
	return c < 0 ? ABBREV_NONE : (enum abbrev_class)c;
}

enum abbrev_class
abbrev_of_word(const struct abbrev *a, struct str word)
{
	int c = a->own != NULL ? words_find_lower(a->own, word) : -1;

	if (c < 0 && a->more != NULL)
		c = words_find_lower(a->more, word);
	return c < 0 ? ABBREV_NONE : (enum abbrev_class)c;
}

bool
abbrev_is_starter(struct str lower)
{
	return words_find(&words_starters_en, lower) >= 0;
}
