/*
 * moment -- dates with a time of day as people and machines write them in a
 * line: "May 1, 2022", "28 Nov 2023 03:11:48 GMT9", "1. Mai 2022, 14:30 Uhr",
 * "2022年5月1日", "2022-05-01T08:30:00Z". Month names of some twenty-five
 * languages (common/data/months.words). Only what is written counts: a date
 * needs its year, "12/06/2023" an order, and a zone is one that has one meaning.
 */
#ifndef LANG_MOMENT_H
#define LANG_MOMENT_H

#include "lang/calendar.h"

struct moment {
	struct day day;
	int hour, minute, second;	/* -1: not said */
	int zone;			/* minutes east of UTC */
	bool has_zone;
};

/* How "12/06/2023" is meant. */
enum moment_order { MOMENT_UNSURE, MOMENT_DAY_FIRST, MOMENT_MONTH_FIRST };

/* The first date of the line, and where it stands with its time. */
bool moment_find(struct str line, enum moment_order, struct span *at,
    struct moment *);

/* The day of a date alone, as ISO 8601 or as in a line; false: there is none. */
bool moment_day(struct str, struct day *);

/* What the order is where a number above 12 shows it, else MOMENT_UNSURE. */
enum moment_order moment_order_of(struct str line);

/* A month's name, in any of these languages and any case: 1-12, else 0. */
int moment_month(struct str word);

/* "de", "del", "er": what stands between day, month and year. */
bool moment_is_joint(struct str word);

/* As ISO 8601, as much as is known: "2022-05-01T17:59", "2022-05-01". */
void moment_put(struct buf *, const struct moment *);

#endif
