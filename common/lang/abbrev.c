#include "lang/abbrev.h"

#include <stddef.h>

extern const struct words words_abbrev_any, words_abbrev_other,
    words_abbrev_hi, words_abbrev_en, words_abbrev_de, words_abbrev_fr,
    words_abbrev_es, words_abbrev_it, words_abbrev_pt, words_abbrev_nl,
    words_abbrev_pl, words_abbrev_cs, words_abbrev_ru, words_abbrev_fi,
    words_abbrev_sv, words_abbrev_tr, words_abbrev_ro, words_abbrev_el,
    words_abbrev_bg, words_abbrev_ca, words_abbrev_da, words_abbrev_et,
    words_abbrev_hr, words_abbrev_hu, words_abbrev_id, words_abbrev_is,
    words_abbrev_lt, words_abbrev_lv, words_abbrev_nb, words_abbrev_sk,
    words_abbrev_sl, words_abbrev_uk, words_abbrev_vi, words_starters_en,
    words_starters_de, words_starters_fr, words_starters_es,
    words_starters_it, words_starters_pt, words_starters_nl,
    words_starters_pl, words_starters_cs, words_starters_ru,
    words_starters_fi, words_starters_sv, words_starters_tr,
    words_starters_ro, words_starters_el, words_starters_bg,
    words_starters_ca, words_starters_da, words_starters_et,
    words_starters_hr, words_starters_hu, words_starters_id,
    words_starters_is, words_starters_lt, words_starters_lv,
    words_starters_nb, words_starters_sk, words_starters_sl,
    words_starters_uk, words_starters_vi;

#define AS(name, list, ordinals) \
	{ #name, &words_abbrev_##list, &words_starters_##list, ordinals }
#define LANGUAGE(name, ordinals) AS(name, name, ordinals)

/*
 * One language may have the list of another that writes the same: Croatian has
 * both scripts of Serbian. Where the script tells where sentences end, the
 * list of no language is enough.
 */
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
	LANGUAGE(bg, false),
	LANGUAGE(ca, false),
	LANGUAGE(da, true),
	LANGUAGE(et, true),
	LANGUAGE(hr, true),
	LANGUAGE(hu, true),
	LANGUAGE(id, false),
	LANGUAGE(is, true),
	LANGUAGE(lt, false),
	LANGUAGE(lv, true),
	LANGUAGE(nb, true),
	LANGUAGE(sk, true),
	LANGUAGE(sl, true),
	LANGUAGE(uk, false),
	LANGUAGE(vi, false),
	AS(no, nb, true), AS(nn, nb, true),
	AS(bs, hr, true), AS(sr, hr, true), AS(sh, hr, true),
	AS(cnr, hr, true),
	AS(ms, id, false),
	{ "hi", &words_abbrev_hi, NULL, false },
	{ "mr", &words_abbrev_hi, NULL, false },
	{ "ne", &words_abbrev_hi, NULL, false },
	{ "ar", NULL, NULL, false }, { "zh", NULL, NULL, false },
	{ "ja", NULL, NULL, false },
	/* "2020. 5. 3." is a date, and sentences end in a verb. */
	{ "ko", &words_abbrev_other, NULL, true },
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

void
abbrev_other(struct abbrev *a)
{
	a->own = &words_abbrev_other;
	a->starters = NULL;
	a->ordinal_stop = false;
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
