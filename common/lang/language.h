/*
 * language -- which language a text is in, told by its closed-class words
 * (common/data/closed.words) and, where there are few, by its letters.
 */
#ifndef LANG_LANGUAGE_H
#define LANG_LANGUAGE_H

#include "base/str.h"

/* Bits of closed.words, in its order; 0 where there is too little to tell by. */
enum language {
	LANGUAGE_UNKNOWN = 0, LANGUAGE_EN = 1, LANGUAGE_DE = 2,
	LANGUAGE_FR = 4, LANGUAGE_ES = 8, LANGUAGE_IT = 16, LANGUAGE_PT = 32,
	LANGUAGE_NL = 64, LANGUAGE_SV = 128, LANGUAGE_DA = 256,
	LANGUAGE_PL = 512, LANGUAGE_CS = 1024, LANGUAGE_RO = 2048,
	LANGUAGE_TR = 4096, LANGUAGE_FI = 8192, LANGUAGE_HU = 16384,
	LANGUAGE_OTHER = 32768	/* not English, which is not clear */
};
enum { LANGUAGES = 15 };

/* "de"; nothing for UNKNOWN and OTHER. */
struct str language_code(enum language);

/* From its first words. */
enum language language_of(struct str text);

/*
 * From a sentence or less: the bits of all it may be in, LANGUAGE_EN alone if
 * English words lead. before is what it was before: that is the answer if fewer
 * words than sure are not English, and it decides between several.
 */
int languages_of_part(struct str part, int before, unsigned sure);

/* A closed-class word of the language or one that begins its sentences, as
 * "der" and "Deshalb" of German. */
bool language_begins(enum language, struct str word);

#endif
