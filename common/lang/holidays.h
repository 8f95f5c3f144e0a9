/*
 * holidays -- days with a name that come once a year, by the numbers in
 * common/data/holidays.words. Easter after Oudin (1940), the Gregorian one.
 */
#ifndef LANG_HOLIDAYS_H
#define LANG_HOLIDAYS_H

#include "lang/calendar.h"

/* The holiday's day in a year; month 0: no such number. */
struct day holiday_day(int number, int year);

/* The nth weekday (1-7) of a month, n below 0 from its end; day 0: none. */
struct day calendar_nth(int year, int month, int weekday, int n);

#endif
