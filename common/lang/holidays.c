#include "lang/holidays.h"

enum { EASTER = 13 };	/* in place of a month: days from Easter Sunday */

/* By number, from 1: a day of a month; or the nth weekday of it, and days
 * after that. */
static const struct rule {
	int month, day, weekday, nth;
} rules[] = {
	{ 12, 25, 0, 0 }, { 12, 24, 0, 0 }, { 1, 1, 0, 0 }, { 12, 31, 0, 0 },
	{ EASTER, -2, 0, 0 }, { EASTER, 0, 0, 0 }, { EASTER, 1, 0, 0 },
	{ 11, 0, 4, 4 }, { 11, 1, 4, 4 }, { 9, 0, 1, 1 }, { 5, 0, 1, -1 },
	{ 11, 11, 0, 0 }, { 2, 0, 1, 3 }, { 10, 0, 1, 2 }, { 10, 31, 0, 0 },
	{ 2, 14, 0, 0 }, { 12, 26, 0, 0 }, { 1, 0, 1, 3 },
	{ EASTER, -46, 0, 0 }, { EASTER, -7, 0, 0 }, { EASTER, -3, 0, 0 },
	{ 11, 4, 4, 4 }, { 7, 14, 0, 0 }, { 4, 25, 0, 0 }, { 1, 26, 0, 0 },
	{ 7, 1, 0, 0 }, { 6, 19, 0, 0 }, { 1, 6, 0, 0 }, { EASTER, 50, 0, 0 },
	{ 5, 0, 7, 2 }, { 6, 0, 7, 3 }, { 2, 2, 0, 0 }, { 3, 17, 0, 0 },
	{ 5, 1, 0, 0 }, { EASTER, 39, 0, 0 },
};

static struct day
easter(int year)
{
	int g = year % 19, c = year / 100;
	int h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
	int i = h - h / 28 * (1 - 29 / (h + 1) * ((21 - g) / 11));
	int j = (year + year / 4 + i + 2 - c + c / 4) % 7;
	int l = i - j, month = 3 + (l + 40) / 44;

	return (struct day){ year, month, l + 28 - 31 * (month / 4) };
}

struct day
calendar_nth(int year, int month, int weekday, int n)
{
	int last = calendar_length(year, month);
	struct day d = { year, month, n > 0 ? 1 : last };
	int now = calendar_weekday(d);

	d.day = n > 0 ? 1 + (weekday - now + 7) % 7 + 7 * (n - 1)
	    : last - (now - weekday + 7) % 7 + 7 * (n + 1);
	if (d.day < 1 || d.day > last)
		d.day = 0;
	return d;
}

static struct day
days_after(struct day d, int n)
{
	return n == 0 ? d : calendar_day(calendar_number(d) + n);
}

struct day
holiday_day(int number, int year)
{
	const struct rule *r;

	if (number < 1 || number > (int)(sizeof rules / sizeof *rules)
	    || year < 1 || year > 9999)
		return (struct day){ year, 0, 0 };
	r = &rules[number - 1];
	if (r->month == EASTER)
		return days_after(easter(year), r->day);
	if (r->weekday > 0)
		return days_after(calendar_nth(year, r->month, r->weekday,
		    r->nth), r->day);
	return (struct day){ year, r->month, r->day };
}
