/* Dates, times and durations as TIMEX3 values (ISO 8601). */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_calendar;

enum {
	DAY = 31, WEEK, MONTH, YEAR, DECADE, CENTURY, HOUR = 41, MINUTE, SECOND,
	TODAY = 51, YESTERDAY, TOMORROW, TONIGHT, LAST = 61, THIS, NEXT,
	PART = 71
};

static int
word_at(const struct entities *e, size_t i)
{
	struct str t = entities_token(e, i);

	while (t.n > 0 && t.p[t.n - 1] == '.')
		t.n--;
	return words_find_lower(&words_calendar, t);
}

static int
month_at(const struct entities *e, size_t i)
{
	int m = word_at(e, i);
	struct str t = entities_token(e, i);

	return m >= 1 && m <= 12 && byte_is_upper(t.p[0]) ? m : 0;
}

static int
weekday_at(const struct entities *e, size_t i)
{
	int w = word_at(e, i);
	struct str t = entities_token(e, i);

	return w > 20 && w < 28 && byte_is_upper(t.p[0]) ? w - 20 : 0;
}

/* "1", "1st", "22nd": 1-31. */
static int
day_at(const struct entities *e, size_t i)
{
	struct str t = entities_token(e, i);
	int v = 0;
	size_t k = 0;

	for (; k < t.n && byte_is_digit(t.p[k]); k++)
		v = v < 100 ? v * 10 + (t.p[k] - '0') : v;
	if (k == 0 || k > 2 || (k < t.n && (t.n - k != 2
	    || !byte_is_lower(t.p[k]))))
		return 0;
	return v >= 1 && v <= 31 ? v : 0;
}

static int
year_at(const struct entities *e, size_t i)
{
	struct str t = entities_token(e, i);
	int v = 0;

	if (t.n != 4)
		return 0;
	for (size_t k = 0; k < 4; k++) {
		if (!byte_is_digit(t.p[k]))
			return 0;
		v = v * 10 + (t.p[k] - '0');
	}
	return v >= 1700 && v < 2100 ? v : 0;
}

static bool
is(const struct entities *e, size_t i, const char *what)
{
	return chars_eq_nocase(entities_token(e, i), str_of(what));
}

static size_t
stop_after(const struct entities *e, size_t i)
{
	return i + (is(e, i, ".") && i > 0 && !e->tokens[i].space
	    && entities_token(e, i - 1).n <= 4);
}

static size_t
done(struct entities *e, struct entity *x, enum entity_type type, size_t n)
{
	x->type = type;
	x->name = arena_copy(&e->arena, buf_str(&e->scratch));
	x->confidence = 900;
	return n;
}

static size_t
done_day(struct entities *e, struct entity *x, struct day d, size_t n)
{
	e->scratch.n = 0;
	calendar_put(&e->scratch, d);
	return done(e, x, ENTITY_DATE, n);
}

/* A month without a year: the one nearest to the document's date. */
static int
year_for(const struct entities *e, int month)
{
	int year = e->anchor.year, gap;

	if (year == 0)
		return 0;
	gap = month - e->anchor.month;
	return gap > 6 ? year - 1 : gap < -8 ? year + 1 : year;
}

/* "May 1, 2022", "May 1", "May 2022", "28 Nov 2023". */
static size_t
month_date(struct entities *e, size_t i, struct entity *x)
{
	size_t at = i, next;
	struct day d = { 0, 0, day_at(e, i) };
	int y;

	if (d.day > 0) {
		if (!month_at(e, i + 1) || entities_token(e, i).n > 4)
			return 0;
		at = i + 1;
	}
	if ((d.month = month_at(e, at)) == 0)
		return 0;
	at = stop_after(e, at + 1);
	if (d.day == 0 && (d.day = day_at(e, at)) > 0)
		at++;
	next = at + is(e, at, ",");
	if ((y = year_at(e, next)) > 0) {
		d.year = y;
		at = next + 1;
	} else if (is(e, at, "last") && is(e, at + 1, "year")) {
		d.year = e->anchor.year > 0 ? e->anchor.year - 1 : 0;
		at += 2;
	} else {
		d.year = year_for(e, d.month);
	}
	if (d.day == 0 && y == 0 && at == i + 1
	    && (is(e, i, "may") || is(e, i, "march") || is(e, i, "mar")
	    || e->tokens[i].breaks)
	    && !(i > 0 && (is(e, i - 1, "in") || is(e, i - 1, "last")
	    || is(e, i - 1, "since") || is(e, i - 1, "until")
	    || is(e, i - 1, "by") || is(e, i - 1, "early")
	    || is(e, i - 1, "late") || is(e, i - 1, "of"))))
		return 0;
	return done_day(e, x, d, at - i);
}

/* News looks back: "Sunday" is the last one, or the day of writing itself. */
static size_t
weekday_date(struct entities *e, size_t i, struct entity *x)
{
	size_t from = i + (word_at(e, i) == LAST || word_at(e, i) == NEXT);
	int w = weekday_at(e, from), now, back;
	size_t comma, n;

	if (w == 0)
		return 0;
	comma = from + 1 + is(e, from + 1, ",");
	if ((n = month_date(e, comma, x)) > 0 && month_at(e, comma))
		return comma + n - i;
	n = from + 1 - i + (word_at(e, from + 1) == PART);
	e->scratch.n = 0;
	if (e->anchor.day == 0) {
		buf_put(&e->scratch, STR("XXXX-WXX-"));
		buf_number(&e->scratch, (unsigned)w);
		return done(e, x, ENTITY_DATE, n);
	}
	now = calendar_weekday(e->anchor);
	back = (now - w + 7) % 7;
	if (word_at(e, i) == NEXT || (i > 0 && is(e, i - 1, "on")
	    && i > 2 && is(e, i - 3, "will")))
		back -= 7;
	else if (word_at(e, i) == LAST && back == 0)
		back = 7;
	return done_day(e, x,
	    calendar_day(calendar_number(e->anchor) - back), n);
}

static struct day
months_back(struct day d, int n)
{
	int m = d.year * 12 + d.month - 1 - n;

	return (struct day){ m / 12, m % 12 + 1, 0 };
}

/* step -1, 0 or 1 units from the anchor. */
static bool
put_relative(struct entities *e, int unit, int step)
{
	struct day a = e->anchor;

	e->scratch.n = 0;
	if (a.year == 0 || (a.day == 0 && unit <= WEEK))
		return false;
	if (unit == DAY) {
		calendar_put(&e->scratch,
		    calendar_day(calendar_number(a) + step));
	} else if (unit == WEEK) {
		calendar_put_week(&e->scratch,
		    calendar_day(calendar_number(a) + 7 * step));
	} else if (unit == MONTH) {
		calendar_put(&e->scratch, months_back(a, -step));
	} else {
		a.year += step;
		a.month = 0;
		calendar_put(&e->scratch, a);
	}
	return true;
}

static size_t
relative_date(struct entities *e, size_t i, struct entity *x)
{
	int w = word_at(e, i), unit;
	size_t at = i;

	if (w >= TODAY && w <= TONIGHT) {
		int step = w == YESTERDAY ? -1 : w == TOMORROW ? 1 : 0;

		if (!put_relative(e, DAY, step))
			buf_put(&e->scratch, w == YESTERDAY ? STR("PAST_REF")
			    : w == TOMORROW ? STR("FUTURE_REF")
			    : STR("PRESENT_REF"));
		return done(e, x, w == TONIGHT ? ENTITY_TIME : ENTITY_DATE, 1);
	}
	if (is(e, i, "the") && (word_at(e, i + 1) == LAST
	    || word_at(e, i + 1) == NEXT))
		w = word_at(e, ++at);
	if (w < LAST || w > NEXT)
		return 0;
	unit = word_at(e, at + 1);
	if (month_at(e, at + 1) && w != THIS && e->anchor.year > 0) {
		struct day d = { e->anchor.year, month_at(e, at + 1), 0 };

		if (w == LAST && d.month >= e->anchor.month)
			d.year--;
		if (w == NEXT && d.month <= e->anchor.month)
			d.year++;
		return done_day(e, x, d, at + 2 - i);
	}
	if (unit < WEEK || unit > YEAR || entities_token(e, at + 1).p[
	    entities_token(e, at + 1).n - 1] == 's')
		return 0;
	if (!put_relative(e, unit, w == LAST ? -1 : w == NEXT))
		buf_put(&e->scratch, w == LAST ? STR("PAST_REF")
		    : w == NEXT ? STR("FUTURE_REF") : STR("PRESENT_REF"));
	return done(e, x, ENTITY_DATE, at + 2 - i);
}

static size_t
put_duration(struct entities *e, struct entity *x, int unit, double v, size_t n)
{
	static const char letters[] = "DWMYYY";

	if (unit < DAY || (unit > CENTURY && unit < HOUR) || unit > SECOND)
		return 0;
	e->scratch.n = 0;
	buf_put(&e->scratch, unit >= HOUR ? STR("PT") : STR("P"));
	if (unit == DECADE || unit == CENTURY)
		v *= unit == DECADE ? 10 : 100;
	entities_put_number(&e->scratch, v);
	buf_char(&e->scratch, unit >= HOUR ? "HMS"[unit - HOUR]
	    : letters[unit - DAY]);
	return done(e, x, unit >= HOUR ? ENTITY_TIME : ENTITY_DURATION, n);
}

/* "eight-day", "90-minute". */
static size_t
hyphened(struct entities *e, size_t i, struct entity *x)
{
	struct str t = entities_token(e, i);
	const char *dash = memchr(t.p, '-', t.n);
	struct str left, right;
	double v = 0;
	int w;

	extern const struct words words_numbers;

	if (dash == NULL)
		return 0;
	left = str_cut(t, 0, (size_t)(dash - t.p));
	right = str_cut(t, left.n + 1, t.n);
	w = words_find_lower(&words_numbers, left);
	if (w > 0 && w < 100) {
		v = w;
	} else {
		for (size_t k = 0; k < left.n; k++) {
			if (!byte_is_digit(left.p[k]))
				return 0;
			v = v * 10 + (left.p[k] - '0');
		}
	}
	if (v <= 0)
		return 0;
	return put_duration(e, x, words_find_lower(&words_calendar, right),
	    v, 1);
}

/* "three days", "five years ago". */
static size_t
counted(struct entities *e, size_t i, struct entity *x)
{
	double v;
	size_t n = entities_number(e, i, &v);
	int unit;

	if (n == 0 && (is(e, i, "a") || is(e, i, "an"))) {
		v = 1;
		n = 1;
	}
	if (n == 0 || v > 100000)
		return 0;
	unit = word_at(e, i + n);
	if (unit < DAY || unit > SECOND)
		return 0;
	if (is(e, i + n + 1, "ago") && unit >= DAY && unit <= DECADE) {
		int step = (int)v * (unit == DECADE ? 10 : 1);

		if (!put_relative(e, unit == DECADE ? YEAR : unit, -step))
			buf_put(&e->scratch, STR("PAST_REF"));
		return done(e, x, ENTITY_DATE, n + 2);
	}
	if (is(e, i, "a") || is(e, i, "an"))
		return 0;
	return put_duration(e, x, unit, v, n + 1);
}

/* "in 2021", "the 1990s", "2022-05-01". */
static size_t
year_date(struct entities *e, size_t i, struct entity *x)
{
	static const char *const before[] = { "in", "since", "by", "of", "from",
	    "until", "until", "after", "before", "early", "late", "(", "during",
	    "to", "through", "mid", "for", "than", "fiscal", "year", "summer",
	    "winter", "spring", "fall", "autumn", "the", "and", "," };
	struct str t = entities_token(e, i);
	struct day d = { 0, 0, 0 };

	if (t.n == 10 && t.p[4] == '-' && t.p[7] == '-'
	    && calendar_parse(t, &d))
		return done_day(e, x, d, 1);
	if (t.n == 5 && t.p[4] == 's' && byte_is_digit(t.p[0]) && t.p[3] == '0'
	    && (t.p[0] == '1' || t.p[0] == '2')) {
		e->scratch.n = 0;
		buf_put(&e->scratch, str_cut(t, 0, 3));
		return done(e, x, ENTITY_DATE, 1);
	}
	if ((d.year = year_at(e, i)) == 0 || i == 0)
		return 0;
	for (size_t k = 0; k < sizeof before / sizeof *before; k++)
		if (is(e, i - 1, before[k]))
			return done_day(e, x, d, 1);
	return 0;
}

/* "5:59 p.m.", "3 pm". */
static size_t
clock_time(struct entities *e, size_t i, struct entity *x)
{
	struct str t = entities_token(e, i), half = entities_token(e, i + 1);
	bool noon = half.n > 0 && byte_lower(half.p[0]) == 'p';
	bool has_half = half.n >= 2 && half.n <= 4 && (noon
	    || byte_lower(half.p[0]) == 'a')
	    && byte_lower(half.p[half.n - 1 - (half.p[half.n - 1] == '.')])
	    == 'm';
	int hour = 0, minute = 0;
	size_t k = 0;

	for (; k < t.n && k < 2 && byte_is_digit(t.p[k]); k++)
		hour = hour * 10 + (t.p[k] - '0');
	if (k == 0 || hour > 24)
		return 0;
	if (k + 3 <= t.n && t.p[k] == ':' && byte_is_digit(t.p[k + 1])
	    && byte_is_digit(t.p[k + 2]))
		minute = (t.p[k + 1] - '0') * 10 + (t.p[k + 2] - '0');
	else if (k < t.n || !has_half)
		return 0;
	if (has_half && noon && hour < 12)
		hour += 12;
	e->scratch.n = 0;
	if (e->anchor.day > 0)
		calendar_put(&e->scratch, e->anchor);
	buf_char(&e->scratch, 'T');
	buf_char(&e->scratch, (char)('0' + hour / 10));
	buf_char(&e->scratch, (char)('0' + hour % 10));
	buf_char(&e->scratch, ':');
	buf_char(&e->scratch, (char)('0' + minute / 10));
	buf_char(&e->scratch, (char)('0' + minute % 10));
	return done(e, x, ENTITY_TIME, 1 + has_half);
}

size_t
entities_date(struct entities *e, size_t i, struct entity *x)
{
	size_t n;

	if ((n = weekday_date(e, i, x)) > 0 || (n = month_date(e, i, x)) > 0
	    || (n = relative_date(e, i, x)) > 0 || (n = hyphened(e, i, x)) > 0
	    || (n = clock_time(e, i, x)) > 0 || (n = counted(e, i, x)) > 0
	    || (n = year_date(e, i, x)) > 0)
		return n;
	return 0;
}
