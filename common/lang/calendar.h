/*
 * calendar -- days and months by number, after the proleptic Gregorian
 * calendar. Weekdays count from 1, Monday (ISO 8601).
 */
#ifndef LANG_CALENDAR_H
#define LANG_CALENDAR_H

#include "base/buf.h"

struct day {
	int year, month, day;	/* month or day 0: not known */
};

/* "2022-05-01", "20220501", "2022-05" at the start of s. */
bool calendar_parse(struct str s, struct day *);

long calendar_number(struct day);	/* days since 0000-03-01 */
struct day calendar_day(long number);
int calendar_weekday(struct day);
int calendar_length(int year, int month);

/* ISO week of a day: "2022-W17". */
void calendar_put_week(struct buf *, struct day);
/* As much as is known: "2022-05-01", "2022-05", "2022", "XXXX-05-01". */
void calendar_put(struct buf *, struct day);

#endif
