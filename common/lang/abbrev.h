/*
 * abbrev -- abbreviations by language (common/data/abbrev-LANG.words), and
 * the words that begin sentences. Words are given in lower case and without
 * their last full stop.
 */
#ifndef LANG_ABBREV_H
#define LANG_ABBREV_H

#include "text/words.h"

enum abbrev_class {
	ABBREV_NONE,
	ABBREV_TITLE,	/* what it belongs to follows: never ends a sentence */
	ABBREV_MAY,	/* ends one before a word that begins sentences */
	ABBREV_NUMBER,	/* ends one unless a digit follows */
	ABBREV_DAY,	/* month or weekday: as MAY, never before a digit */
	ABBREV_UNIT	/* after a number as NUMBER, else as TITLE */
};

struct abbrev {
	const struct words *own;	/* of the language; NULL: none */
	const struct words *starters;	/* NULL: none are known */
	bool ordinal_stop;	/* "am 5. Mai": the stop makes an ordinal */
};

/* lang is "en", "de", ... (lang/code.h); false when copydesk has no list for it. */
bool abbrev_language(struct abbrev *, struct str lang);

/* What languages without a list share: "Dr.", "Nr. 5". */
void abbrev_other(struct abbrev *);

/* Has one of the languages in Latin letters but English the word? */
bool abbrev_is_foreign(struct str lower);
bool abbrev_is_foreign_word(struct str word);	/* as it stands, ASCII */

enum abbrev_class abbrev_of(const struct abbrev *, struct str lower);

/* The same of a word as it stands, of ASCII letters alone. */
enum abbrev_class abbrev_of_word(const struct abbrev *, struct str word);

bool abbrev_is_starter(const struct abbrev *, struct str lower);
bool abbrev_is_starter_word(const struct abbrev *, struct str word);

#endif
