/*
 * entities_abroad -- days, years and times in other languages than English:
 * what its two files share. The numbers are those of common/data/days.words.
 */
#ifndef DESK_ENTITIES_ABROAD_H
#define DESK_ENTITIES_ABROAD_H

#include "desk/entities_parse.h"
#include "lang/moment.h"

enum {
	DAYS_TODAY = 13, DAYS_WEEK = 21, DAYS_YEAR = 23, DAYS_QUARTER, DAYS_LAST = 31,
	DAYS_THIS, DAYS_NEXT, DAYS_EACH = 38, DAYS_WILL,
	DAYS_LAST_WEEK = 41, DAYS_THIS_WEEK, DAYS_PART = 70, DAYS_DECADE = 91,
	DAYS_NINETIES, DAYS_BEHIND_DECADE, DAYS_FIRST = 101,
	DAYS_CLOCK = 111, DAYS_HOURS, DAYS_YEAR_BEHIND = 114,
	DAYS_BEFORE_TIME, DAYS_BEFORE_YEAR, DAYS_OF_YEAR, DAYS_AT_TIME,
	DAYS_TO
};

/* What stands at a lexeme, and the one after it; 0: no word of these. */
struct abroad {
	int code;
	size_t end;
};
struct abroad abroad_at(const struct values *, size_t i);
/* Is there a word with a number from low to high? */
bool abroad_is(const struct values *, size_t i, int low, int high);
int abroad_code(const struct values *, struct str word);

/* "2023" at i, or 0; the lexeme behind it and its word: "2023 году". */
int abroad_year(const struct values *, size_t i);
size_t abroad_past_year(const struct values *, size_t i);

/* "années 1990", "años 90". */
size_t abroad_decade_behind(struct values *, struct abroad word,
    struct value *);

#endif
