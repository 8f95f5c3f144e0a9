/* Times of day: "5:59 p.m.", "15:30 GMT", "03:11:48 GMT9", "noon". */
#include "desk/entities_parse.h"

#include "text/chars.h"

enum { ZONE_LOW = V_ZONE - 48, ZONE_HIGH = V_ZONE + 56, LATEST_ZONE = 14 };

/* What stands before a time that has neither "p.m." nor a zone. */
static const char *const before_time[] = { "at", "by", "from", "until",
    "till", "before", "after", "about", "around", "to", "since", "and",
    "between", "time", NULL };

/* Two digits of minutes or seconds behind ":"; -1: none. */
static int
sixtieth(const struct values *v, size_t i)
{
	long n = digits_at(v, i + 1);

	return joins(v, i, ':') && lex_text(v, i + 1).n == 2 && n >= 0
	    && n < 60 ? (int)n : -1;
}

/* "5.30" before "pm". */
static bool
dotted(struct str s, struct when *w)
{
	const char *dot = memchr(s.p, '.', s.n);
	size_t hours = dot != NULL ? (size_t)(dot - s.p) : 0;

	if (hours < 1 || hours > 2 || s.n != hours + 3)
		return false;
	w->hour = s.p[hours - 1] - '0' + (hours > 1 ? 10 * (s.p[0] - '0') : 0);
	w->minute = (dot[1] - '0') * 10 + dot[2] - '0';
	return w->minute < 60;
}

size_t
values_clock_digits(const struct values *v, size_t i, struct when *w)
{
	long n = digits_at(v, i);
	int c = code_at(v, i);

	if (c > 0 && c <= 12) {
		w->hour = c;
		return i + 1;
	}
	if (n < 0)
		return dotted(lex_text(v, i), w) ? i + 1 : 0;
	if (lex_text(v, i).n == 4 && code_at(v, i + 1) == V_ZONE) {
		w->hour = (int)n / 100;		/* "1530 GMT" */
		w->minute = (int)n % 100;
		return w->minute < 60 ? i + 1 : 0;
	}
	if (lex_text(v, i).n > 2)
		return 0;
	w->hour = (int)n;
	if ((w->minute = sixtieth(v, i + 1)) < 0)
		return i + 1;
	if ((w->second = sixtieth(v, i + 3)) < 0)
		return i + 3;
	return i + 5;
}

/* "a.m." and "p.m."; false where there is none, or the hour is past 12. */
static bool
half_day(const struct values *v, size_t *at, struct when *w)
{
	int c = code_at(v, *at);

	if ((c != V_AM && c != V_PM) || w->hour > 12 || w->hour == 0)
		return false;
	if (c == V_PM && w->hour < 12)
		w->hour += 12;
	else if (c == V_AM && w->hour == 12)
		w->hour = 0;
	++*at;
	return true;
}

/* "+9", "+0530", "9" behind GMT: minutes. */
static size_t
offset(const struct values *v, size_t at, int *zone)
{
	bool minus = joins(v, at, '-');
	size_t from = at + (minus || joins(v, at, '+'));
	long n = digits_at(v, from);
	int minutes;

	if (n < 0 || lex_at(v, at)->space || lex_text(v, from).n > 4)
		return at;
	minutes = lex_text(v, from).n > 2 ? (int)(n / 100 * 60 + n % 100)
	    : (int)n * 60;
	at = from + 1;
	if (sixtieth(v, at) >= 0) {
		minutes += sixtieth(v, at);
		at += 2;
	}
	if (minutes > LATEST_ZONE * 60)
		return from - 1;
	*zone = minus ? -minutes : minutes;
	return at;
}

static bool
zone(const struct values *v, size_t *at, struct when *w)
{
	int c = code_at(v, *at);

	if (c >= ZONE_LOW && c <= ZONE_HIGH && lex_at(v, *at)->upper) {
		w->zone = (c - V_ZONE) * 15;
		++*at;
		if (c == V_ZONE)
			*at = offset(v, *at, &w->zone);
		return true;
	}
	if (!lex_at(v, *at)->space && word_is(v, *at, "z")) {
		w->zone = 0;
		++*at;
		return true;
	}
	return false;
}

static bool
is_known_by_place(const struct values *v, size_t i, size_t end,
    const struct when *w)
{
	if (w->minute < 0 || w->hour > 23)
		return false;
	if (i > 0 && (v->focus_end == i || word_in(v, i - 1, before_time)
	    || (mark_at(v, i - 1, ',') && v->focus_end == i - 1)))
		return true;
	return code_at(v, end) > V_TENTH ? false
	    : (lex_at(v, i)->breaks && lex_at(v, end)->breaks)
	    || w->second >= 0;
}

/* The clock from i on: the lexeme after it, or 0. *sure: "p.m." or a zone. */
static size_t
clock_at(const struct values *v, size_t i, struct when *w, bool *sure)
{
	size_t end;

	*w = (struct when){ .grain = TIMEX_DAY, .part = TIMEX_CLOCK,
	    .minute = -1, .second = -1, .zone = TIMEX_NO_ZONE };
	if ((end = values_clock_digits(v, i, w)) == 0 || w->hour > 24)
		return 0;
	*sure = half_day(v, &end, w);
	if (!*sure && code_at(v, end) == V_OCLOCK) {
		*sure = true;
		end++;
	}
	if (*sure || w->minute >= 0)
		*sure |= zone(v, &end, w);
	if (!lex_at(v, i)->digits && !*sure)
		return 0;
	return memchr(lex_text(v, i).p, '.', lex_text(v, i).n) && !*sure
	    ? 0 : end;
}

/* The day it is on: the date right behind or before, else the anchor. */
static void
set_day(struct values *v, size_t i, size_t end, struct when *w)
{
	size_t at = end + (mark_at(v, end, ',') || word_is(v, end, "on"));
	struct when focus = v->focus, d;
	size_t focus_end = v->focus_end;
	struct value ignored = { .first = at };
	int c = code_at(v, at);

	if (focus.grain == TIMEX_DAY && focus_end > 0 && i >= focus_end
	    && i - focus_end <= 2 && !word_is(v, end, "on")) {
		w->day = focus.day;
		return;
	}
	w->day = v->anchor.day > 0 ? v->anchor : (struct day){ 0 };
	if (values_weekday(v, at) > 0 || (c >= V_TODAY && c <= V_TOMORROW)) {
		values_relative(v, at, &ignored);
		if (v->focus_end > at && v->focus.grain == TIMEX_DAY)
			w->day = v->focus.day;
	} else if (values_plain_date(v, at, &d) > 0 && d.grain == TIMEX_DAY) {
		values_resolve(v, &d, values_tense(v, i, at));
		w->day = d.day;
	}
	v->focus = focus;
	v->focus_end = focus_end;
}

size_t
values_done_time(struct values *v, struct value *x, struct when *w,
    size_t end)
{
	struct when focus = v->focus;
	size_t focus_end = v->focus_end;

	set_day(v, x->first, end, w);
	if (x->until.grain > TIMEX_NONE)
		x->until.day = w->day;
	end = values_done_date(v, x, w, end);
	v->focus = focus;	/* a time is no date to count from */
	v->focus_end = focus_end;
	return end;
}

/* "3-5 pm", "3:30 to 6 p.m.". */
static size_t
range(struct values *v, size_t i, size_t end, struct value *x,
    struct when *w)
{
	size_t next = end + 1;
	bool sure;

	if (!word_is(v, end, "to") && !(mark_at(v, end, '-')
	    && lex_at(v, end)->space == lex_at(v, next)->space))
		return 0;
	next = clock_at(v, next, &x->until, &sure);
	if (next == 0 || !sure || !lex_at(v, i)->digits
	    || digits_at(v, i) > 12) {
		x->until = (struct when){ 0 };
		return 0;
	}
	if (w->hour + 12 <= x->until.hour && w->hour < 12)
		w->hour += 12;
	w->zone = x->until.zone;
	return next;
}

static size_t
noon(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .part = TIMEX_CLOCK,
	    .second = -1, .zone = TIMEX_NO_ZONE,
	    .hour = code_at(v, i) == V_NOON ? 12 : 24 };
	size_t end = i + 1;

	zone(v, &end, &w);
	return values_done_time(v, x, &w, end);
}

/* "half past three", "a quarter to five p.m."; not "a quarter to 5 percent". */
static size_t
past_hour(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .part = TIMEX_CLOCK,
	    .minute = -1, .second = -1, .zone = TIMEX_NO_ZONE };
	bool half = code_at(v, i) == V_HALF, to = word_is(v, i + 1, "to");
	size_t end;
	int c;

	if ((!word_is(v, i + 1, "past") && (half || !to))
	    || (end = values_clock_digits(v, i + 2, &w)) == 0 || w.minute >= 0
	    || w.hour > 12 || w.hour < 1)
		return 0;
	half_day(v, &end, &w);
	c = code_at(v, end);
	if ((c > V_TENTH && c < V_MONTH) || c >= V_PERCENT
	    || joins(v, end, '-'))
		return 0;
	w.minute = half ? 30 : to ? 45 : 15;
	w.hour = to ? (w.hour + 23) % 24 : w.hour;
	if (!half && word_is(v, i - 1, "a"))
		x->first = i - 1;
	return values_done_time(v, x, &w, end);
}

size_t
values_time(struct values *v, size_t i, struct value *x)
{
	struct when w;
	bool sure;
	size_t end, next;
	int c = code_at(v, i);

	if (c == V_HALF || c == V_UNIT + U_QUARTER)
		return past_hour(v, i, x);

	if (c == V_NOON || c == V_MIDNIGHT)
		return noon(v, i, x);
	if (!lex_at(v, i)->digits && (c < 1 || c > 12))
		return 0;
	if ((end = clock_at(v, i, &w, &sure)) == 0)
		return 0;
	if (!sure && (next = range(v, i, end, x, &w)) > 0)
		return values_done_time(v, x, &w, next);
	if (!sure && !is_known_by_place(v, i, end, &w))
		return 0;
	return values_done_time(v, x, &w, end);
}
