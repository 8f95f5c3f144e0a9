#include "lang/abbrev.h"

#include <stddef.h>

extern const struct words words_abbrev_any;
extern const struct words words_abbrev_en, words_abbrev_de, words_abbrev_fr,
    words_abbrev_es, words_abbrev_it, words_abbrev_pt, words_abbrev_nl,
    words_abbrev_pl, words_abbrev_cs, words_abbrev_ru, words_abbrev_fi,
    words_abbrev_sv, words_abbrev_tr, words_abbrev_ro, words_abbrev_el,
    words_abbrev_hi,
    words_starters_en, words_starters_de, words_starters_fr, words_starters_es,
    words_starters_it, words_starters_pt, words_starters_nl, words_starters_pl,
    words_starters_cs, words_starters_ru, words_starters_fi, words_starters_sv,
    words_starters_tr, words_starters_ro, words_starters_el;

#define LANGUAGE(name, ordinals) \
	{ #name, &words_abbrev_##name, &words_starters_##name, ordinals }

static const struct {
	const char *name;
	const struct words *list, *starters;
	bool ordinal_stop;
} languages[] = {
	LANGUAGE(en, false),
	LANGUAGE(de, true),
	LANGUAGE(fr, false),
	LANGUAGE(es, false),
	LANGUAGE(it, false),
	LANGUAGE(pt, false),
	LANGUAGE(nl, false),
	LANGUAGE(pl, true),
	LANGUAGE(cs, true),
	LANGUAGE(ru, false),
	LANGUAGE(fi, true),
	LANGUAGE(sv, false),
	LANGUAGE(tr, true),
	LANGUAGE(ro, false),
	LANGUAGE(el, false),
	{ "hi", &words_abbrev_hi, NULL, false }, { "ar", NULL, NULL, false },
	{ "zh", NULL, NULL, false }, { "ja", NULL, NULL, false },
};

bool
abbrev_language(struct abbrev *a, struct str lang)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq(lang, str_of(languages[i].name))) {
			a->own = languages[i].list;
			a->starters = languages[i].starters;
			a->ordinal_stop = languages[i].ordinal_stop;
			return true;
		}
	return false;
}

bool
abbrev_is_foreign(struct str lower)
{
	return words_find(&words_abbrev_any, lower) >= 0;
}

bool
abbrev_is_foreign_word(struct str word)
{
	return words_find_lower(&words_abbrev_any, word) >= 0;
}

enum abbrev_class
abbrev_of(const struct abbrev *a, struct str lower)
{
	int c = a->own != NULL ? words_find(a->own, lower) : -1;

	return c < 0 ? ABBREV_NONE : (enum abbrev_class)c;
}

enum abbrev_class
abbrev_of_word(const struct abbrev *a, struct str word)
{
	int c = a->own != NULL ? words_find_lower(a->own, word) : -1;

	return c < 0 ? ABBREV_NONE : (enum abbrev_class)c;
}

bool
abbrev_is_starter(const struct abbrev *a, struct str lower)
{
	return a->starters != NULL && words_find(a->starters, lower) >= 0;
}

bool
abbrev_is_starter_word(const struct abbrev *a, struct str word)
{
	return a->starters != NULL && words_find_lower(a->starters, word) >= 0;
}
