#include "lang/calendar.h"

#include "text/chars.h"

/* Days from civil, after Howard Hinnant, "chrono-compatible low-level date
 * algorithms": years begin in March, so leap days come last. */
long
calendar_number(struct day d)
{
	long y = d.month <= 2 ? d.year - 1 : d.year, era = y / 400;
	long yoe = y - era * 400;
	long doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5
	    + d.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

struct day
calendar_day(long n)
{
	long era = n / 146097, doe = n - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	struct day d;

	d.day = (int)(doy - (153 * mp + 2) / 5 + 1);
	d.month = (int)(mp < 10 ? mp + 3 : mp - 9);
	d.year = (int)(yoe + era * 400 + (d.month <= 2));
	return d;
}

int
calendar_weekday(struct day d)
{
	return (int)((calendar_number(d) + 2) % 7) + 1;
}

int
calendar_length(int year, int month)
{
	struct day a = { year, month, 1 }, b = { year + (month == 12),
	    month % 12 + 1, 1 };

	return (int)(calendar_number(b) - calendar_number(a));
}

static bool
digits(struct str s, size_t at, size_t n, int *v)
{
	if (at + n > s.n)
		return false;
	*v = 0;
	for (size_t i = at; i < at + n; i++) {
		if (!byte_is_digit(s.p[i]))
			return false;
		*v = *v * 10 + (s.p[i] - '0');
	}
	return true;
}

bool
calendar_parse(struct str s, struct day *d)
{
	size_t dash = s.n > 4 && s.p[4] == '-';

	*d = (struct day){ 0, 0, 0 };
	if (!digits(s, 0, 4, &d->year) || !digits(s, 4 + dash, 2, &d->month)
	    || d->month < 1 || d->month > 12)
		return false;
	if (!digits(s, 6 + 2 * dash, 2, &d->day))
		d->day = 0;
	return d->day <= 31;
}

static void
put_padded(struct buf *b, int v, int width)
{
	for (int unit = width == 4 ? 1000 : 10; unit > 0; unit /= 10)
		buf_char(b, (char)('0' + v / unit % 10));
}

void
calendar_put(struct buf *b, struct day d)
{
	if (d.year > 0)
		put_padded(b, d.year, 4);
	else
		buf_put(b, STR("XXXX"));
	if (d.month == 0)
		return;
	buf_char(b, '-');
	put_padded(b, d.month, 2);
	if (d.day == 0)
		return;
	buf_char(b, '-');
	put_padded(b, d.day, 2);
}

void
calendar_put_week(struct buf *b, struct day d)
{
	struct day thursday = calendar_day(calendar_number(d) + 4
	    - calendar_weekday(d));
	struct day first = { thursday.year, 1, 1 };

	put_padded(b, thursday.year, 4);
	buf_put(b, STR("-W"));
	put_padded(b, (int)((calendar_number(thursday)
	    - calendar_number(first)) / 7) + 1, 2);
}
