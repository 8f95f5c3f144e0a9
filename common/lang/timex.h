/*
 * timex -- points and stretches of the calendar, as news names them, and
 * their TIMEX3 values (ISO-TimeML, TimeML 1.2.1 guidelines): "2022-05-01",
 * "2022-W17", "2022-Q3", "2022-SU", "199", "2022-05-01TEV". What is not known
 * is X. Nothing is owned.
 */
#ifndef LANG_TIMEX_H
#define LANG_TIMEX_H

#include "lang/calendar.h"

enum timex_grain {
	TIMEX_NONE, TIMEX_DAY, TIMEX_WEEK, TIMEX_WEEKEND, TIMEX_MONTH,
	TIMEX_QUARTER, TIMEX_HALF, TIMEX_SEASON, TIMEX_YEAR, TIMEX_DECADE,
	TIMEX_CENTURY
};

enum timex_part {
	TIMEX_WHOLE, TIMEX_MORNING, TIMEX_AFTERNOON, TIMEX_EVENING,
	TIMEX_NIGHT, TIMEX_CLOCK
};

enum { TIMEX_NO_ZONE = 10000 };

struct when {
	enum timex_grain grain;
	/* Year 0: not known; of a week any day of it; of a quarter, half or
	 * season year and number; of a decade or century its first year. */
	struct day day;
	int number;	/* 1-4; of a day without date its weekday */
	enum timex_part part;
	int hour, minute, second;	/* of TIMEX_CLOCK; -1: not said */
	int zone;			/* minutes east, TIMEX_NO_ZONE */
};

void timex_put(struct buf *, const struct when *);

/* n units of the same grain later; the grain stays. Unknown stays unknown. */
struct when timex_shift(struct when, long n);

/* The quarter, month, week ... that holds a day. */
struct when timex_of_day(struct day, enum timex_grain);

/* First and last day; false when they are not known. */
bool timex_range(const struct when *, struct day *first, struct day *last);

#endif
