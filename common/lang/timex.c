#include "lang/timex.h"

static void
put_padded(struct buf *b, int v, int width)
{
	for (int unit = width == 4 ? 1000 : 10; unit > 0; unit /= 10)
		buf_char(b, (char)('0' + v / unit % 10));
}

static void
put_year(struct buf *b, int year, int digits)
{
	for (int k = 0, unit = 1000; k < digits; k++, unit /= 10)
		buf_char(b, year > 0 ? (char)('0' + year / unit % 10) : 'X');
}

static void
put_numbered(struct buf *b, const struct when *w)
{
	static const char seasons[] = "SPSUFAWI";

	put_year(b, w->day.year, 4);
	buf_char(b, '-');
	if (w->grain == TIMEX_SEASON) {
		buf_put(b, (struct str){ seasons + 2 * (w->number - 1), 2 });
		return;
	}
	buf_char(b, w->grain == TIMEX_QUARTER ? 'Q' : 'H');
	buf_char(b, w->number > 0 ? (char)('0' + w->number) : 'X');
}

static void
put_week(struct buf *b, const struct when *w)
{
	if (w->day.day == 0)
		buf_put(b, STR("XXXX-WXX"));
	else
		calendar_put_week(b, w->day);
	if (w->grain == TIMEX_WEEKEND)
		buf_put(b, STR("-WE"));
}

static void
put_day(struct buf *b, const struct when *w)
{
	if (w->day.month > 0) {
		calendar_put(b, w->day);
	} else if (w->number > 0) {
		buf_put(b, STR("XXXX-WXX-"));
		buf_number(b, (unsigned)w->number);
	} else if (w->part == TIMEX_WHOLE) {
		buf_put(b, STR("XXXX-XX-XX"));
	}
}

static void
put_zone(struct buf *b, int zone)
{
	if (zone == TIMEX_NO_ZONE)
		return;
	if (zone == 0) {
		buf_char(b, 'Z');
		return;
	}
	buf_char(b, zone < 0 ? '-' : '+');
	if (zone < 0)
		zone = -zone;
	put_padded(b, zone / 60, 2);
	buf_char(b, ':');
	put_padded(b, zone % 60, 2);
}

static void
put_part(struct buf *b, const struct when *w)
{
	static const char parts[] = "MOAFEVNI";

	if (w->part == TIMEX_WHOLE)
		return;
	buf_char(b, 'T');
	if (w->part != TIMEX_CLOCK) {
		buf_put(b, (struct str){ parts + 2 * (w->part - 1), 2 });
		return;
	}
	put_padded(b, w->hour, 2);
	buf_char(b, ':');
	put_padded(b, w->minute > 0 ? w->minute : 0, 2);
	if (w->second >= 0) {
		buf_char(b, ':');
		put_padded(b, w->second, 2);
	}
	put_zone(b, w->zone);
}

void
timex_put(struct buf *b, const struct when *w)
{
	switch (w->grain) {
	case TIMEX_WEEK:
	case TIMEX_WEEKEND:
		put_week(b, w);
		break;
	case TIMEX_QUARTER:
	case TIMEX_HALF:
	case TIMEX_SEASON:
		put_numbered(b, w);
		break;
	case TIMEX_MONTH:
	case TIMEX_YEAR:
		calendar_put(b, w->day);
		break;
	case TIMEX_DECADE:
		put_year(b, w->day.year, 3);
		break;
	case TIMEX_CENTURY:
		put_year(b, w->day.year, 2);
		break;
	default:
		put_day(b, w);
	}
	put_part(b, w);
}

/* Years the calendar can count with; others are kept within. */
static int
year_within(long year)
{
	return (int)(year < 1 ? 1 : year > 9999 ? 9999 : year);
}

static long
floor_div(long a, long b)
{
	return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static struct day
shift_days(struct day d, long n)
{
	long at = calendar_number(d) + n;
	long low = calendar_number((struct day){ 1, 1, 1 });
	long high = calendar_number((struct day){ 9999, 12, 31 });

	return calendar_day(at < low ? low : at > high ? high : at);
}

/* Months, quarters ...: parts of a year, counted from 0. */
static int
shift_parts(struct when *w, int part, int parts, long n)
{
	long at = (long)w->day.year * parts + part + n;

	w->day.year = year_within(floor_div(at, parts));
	return (int)(at - floor_div(at, parts) * parts);
}

struct when
timex_shift(struct when w, long n)
{
	static const int years[] = { [TIMEX_YEAR] = 1, [TIMEX_DECADE] = 10,
	    [TIMEX_CENTURY] = 100 };

	n = n < -100000 ? -100000 : n > 100000 ? 100000 : n;
	if (w.day.year == 0)
		return w;
	if (w.grain <= TIMEX_WEEKEND && w.day.day > 0)
		w.day = shift_days(w.day, w.grain >= TIMEX_WEEK ? 7 * n : n);
	else if (w.grain == TIMEX_MONTH)
		w.day.month = shift_parts(&w, w.day.month - 1, 12, n) + 1;
	else if (w.grain == TIMEX_QUARTER || w.grain == TIMEX_SEASON)
		w.number = shift_parts(&w, w.number - 1, 4, n) + 1;
	else if (w.grain == TIMEX_HALF)
		w.number = shift_parts(&w, w.number - 1, 2, n) + 1;
	else if (w.grain >= TIMEX_YEAR)
		w.day.year = year_within(w.day.year + n * years[w.grain]);
	return w;
}

struct when
timex_of_day(struct day d, enum timex_grain grain)
{
	struct when w = { .grain = grain, .day = d, .zone = TIMEX_NO_ZONE };

	if (grain <= TIMEX_WEEKEND)
		return w;
	w.day.day = 0;
	if (grain == TIMEX_MONTH)
		return w;
	if (grain == TIMEX_QUARTER)
		w.number = (d.month + 2) / 3;
	else if (grain == TIMEX_HALF)
		w.number = d.month > 6 ? 2 : 1;
	else if (grain == TIMEX_SEASON)
		w.number = d.month < 3 ? 4 : d.month / 3;
	if (grain == TIMEX_SEASON && d.month < 3 && d.year > 1)
		w.day.year--;	/* January is in the winter of the year before */
	if (w.number > 4)
		w.number = 4;
	w.day.month = 0;
	if (grain == TIMEX_DECADE)
		w.day.year -= d.year % 10;
	else if (grain == TIMEX_CENTURY)
		w.day.year -= d.year % 100;
	return w;
}

static void
months_from(struct day *first, struct day *last, int month, int n)
{
	int end = month + n - 1;

	first->month = month;
	first->day = 1;
	last->year = first->year + (end > 12);
	last->month = end > 12 ? end - 12 : end;
	last->day = calendar_length(last->year, last->month);
}

static void
week_from(const struct when *w, struct day *first, struct day *last)
{
	int to = w->grain == TIMEX_WEEKEND ? 6 : 1;

	*first = shift_days(w->day, to - calendar_weekday(w->day));
	*last = shift_days(*first, w->grain == TIMEX_WEEKEND ? 1 : 6);
}

bool
timex_range(const struct when *w, struct day *first, struct day *last)
{
	*first = *last = w->day;
	if (w->day.year == 0)
		return false;
	if (w->grain == TIMEX_DAY)
		return w->day.day > 0;
	if (w->grain <= TIMEX_WEEKEND) {
		if (w->day.day == 0)
			return false;
		week_from(w, first, last);
	} else if (w->grain == TIMEX_MONTH) {
		months_from(first, last, w->day.month, 1);
	} else if (w->grain == TIMEX_QUARTER || w->grain == TIMEX_HALF) {
		int n = w->grain == TIMEX_QUARTER ? 3 : 6;

		if (w->number == 0)
			return false;
		months_from(first, last, (w->number - 1) * n + 1, n);
	} else if (w->grain == TIMEX_SEASON) {
		months_from(first, last, w->number * 3, 3);
	} else {
		int n = w->grain == TIMEX_YEAR ? 1
		    : w->grain == TIMEX_DECADE ? 10 : 100;

		months_from(first, last, 1, 12);
		last->year = year_within(first->year + n - 1);
	}
	return true;
}
