/* Weekdays, alone and with a date: "Tuesday evening", "Sunday, May 1". */
#include "desk/entities_parse.h"

static long
days_to(const struct values *v, size_t i, int weekday, int which)
{
	int now = calendar_weekday(v->anchor);
	int ahead = (weekday - now + 7) % 7, back = (now - weekday + 7) % 7;

	switch (which) {
	case V_LAST:
	case V_PREVIOUS:
	case V_PAST:
		return back == 0 ? -7 : -back;
	case V_NEXT:
		return 7 - now + weekday;
	case V_FOLLOWING:	/* "Friday after next" */
		return (ahead == 0 ? 7 : ahead) + 7;
	case V_COMING:
		return ahead == 0 ? 7 : ahead;
	case V_THIS:
		return weekday - now;
	default:
		break;
	}
	if (word_is(v, i - 1, "through") || word_is(v, i - 1, "until")
	    || word_is(v, i - 1, "till"))
		return ahead;
	if (word_is(v, i - 1, "as") && (word_is(v, i - 2, "soon")
	    || word_is(v, i - 2, "early")))
		return ahead;
	return values_tense(v, i, i + 1) > 0 ? ahead : -back;
}

/* "Sunday, May 1" without a year: the one that was a Sunday. */
static void
match_weekday(const struct values *v, struct when *w, int weekday)
{
	static const int steps[] = { 0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5 };

	for (size_t k = 0; k < sizeof steps / sizeof *steps
	    && v->anchor.year > 0; k++) {
		struct day d = w->day;

		d.year = v->anchor.year + steps[k];
		if (d.year > 0 && calendar_weekday(d) == weekday) {
			w->day.year = d.year;
			return;
		}
	}
}

bool
values_match_weekday(const struct values *v, struct when *w, int weekday,
    int day)
{
	static const int steps[] = { 0, 1, -1, 2, -2, 3, -3 };
	struct day first = { v->anchor.year, v->anchor.month, 0 };

	if (!values_anchored(v, TIMEX_MONTH))
		return false;
	for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
		struct when m = timex_shift(timex_of_day(first, TIMEX_MONTH),
		    steps[k]);

		m.day.day = day;
		if (day <= calendar_length(m.day.year, m.day.month)
		    && calendar_weekday(m.day) == weekday) {
			*w = m;
			w->grain = TIMEX_DAY;
			return true;
		}
	}
	return false;
}

/* The date behind a weekday: "Sunday, May 1, 2022", "Monday 20". */
static size_t
weekday_and_date(struct values *v, size_t at, int weekday, struct value *x)
{
	size_t next = at + (mark_at(v, at, ',') || (mark_at(v, at, '.')
	    && !lex_at(v, at)->space)), end, day_end;
	struct when w;
	int day;

	next += mark_at(v, next, ',') && next > at;
	next += word_is(v, next, "the");
	end = values_plain_date(v, next, &w);
	if (end > 0 && w.grain == TIMEX_DAY) {
		if (w.day.year == 0 && values_said_year(v, end, &day_end) == 0)
			match_weekday(v, &w, weekday);
		return values_done_date(v, x, &w, end);
	}
	day = values_day(v, next, &day_end);
	if (day > 0 && next <= at + 1 && values_shared_month(v, day_end, &w)) {
		w.day.day = day;
		if (w.day.year == 0)
			match_weekday(v, &w, weekday);
		return values_done_date(v, x, &w, day_end);
	}
	if (day == 0 || next > at + 1 || mark_at(v, at, ',')
	    || code_at(v, day_end) != 0
	    || joins(v, day_end, '/') || joins(v, day_end, '-')
	    || !values_match_weekday(v, &w, weekday, day))
		return 0;
	return values_done_date(v, x, &w, day_end);
}

/* "Monday of last week", "Tuesday next week". */
static size_t
weekday_of_week(struct values *v, size_t at, int weekday, struct value *x)
{
	size_t next = at + word_is(v, at, "of"), end;
	int c;
	struct when w;

	next += word_is(v, next, "the") && next > at;
	c = code_at(v, next);
	if (c < V_LAST || c > V_CURRENT
	    || code_at(v, next + 1) != V_UNIT + U_WEEK
	    || !values_peek(v, next, &w, &end) || w.grain != TIMEX_WEEK)
		return 0;
	w.grain = TIMEX_DAY;
	w = timex_shift(w, weekday - calendar_weekday(w.day));
	return values_done_date(v, x, &w, end);
}

/* "Sunday Times", "Sunday Telegraph": a paper. */
static bool
is_paper(const struct values *v, size_t i)
{
	static const char *const papers[] = { "times", "telegraph", "mirror",
	    "mail", "express", "herald", "post", "mercury", "tribune",
	    "independent", "night", "school", NULL };

	return lex_at(v, i)->upper && word_in(v, i, papers)
	    && (!word_is(v, i, "night") || lex_at(v, i + 1)->upper);
}

size_t
values_weekday_date(struct values *v, size_t i, size_t at, struct value *x)
{
	int day = values_weekday(v, at), which = at > i ? code_at(v, i) : 0;
	struct when w = { .grain = TIMEX_DAY, .number = day,
	    .zone = TIMEX_NO_ZONE };
	size_t end;

	if ((end = weekday_and_date(v, at + 1, day, x)) > 0
	    || (end = weekday_of_week(v, at + 1, day, x)) > 0)
		return end;
	if (lex_text(v, at).n == 3 && (word_is(v, at, "sun")
	    || word_is(v, at, "sat")) && which == 0 && !values_alone(v, at))
		return 0;
	if (is_paper(v, at + 1))
		return 0;
	end = at + 1;
	if (word_is(v, end, "after") && code_at(v, end + 1) == V_NEXT) {
		which = V_FOLLOWING;
		end += 2;
	} else if (which == 0 && code_at(v, end) == V_UNIT + U_WEEK
	    && lex_at(v, end)->space && !lex_at(v, end)->upper) {
		which = V_FOLLOWING;	/* "on Tuesday week" */
		end++;
	}
	if (values_anchored(v, TIMEX_DAY)) {
		w.day = v->anchor;
		w = timex_shift(w, days_to(v, at, day, which));
	}
	return values_done_date(v, x, &w, values_take_part(v, &w, end));
}

/* "three Sundays ago", "two Fridays from now". */
size_t
values_weekdays_counted(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .day = v->anchor,
	    .zone = TIMEX_NO_ZONE };
	struct number n;
	size_t at = i + 1;
	int day = code_in(v, at, V_WEEKDAYS, 7);
	bool back = code_at(v, at + 1) == V_AGO || word_is(v, at + 1, "back");

	if (day == 0 || v->anchor.day == 0 || values_number(v, i, &n) != at
	    || n.value < 1 || n.value > 52 || (!back && !(word_is(v, at + 1, "from")
	    && code_at(v, at + 2) == V_NOW)))
		return 0;
	w = timex_shift(w, days_to(v, at, day, back ? V_LAST : V_COMING)
	    + (back ? -7 : 7) * ((long)n.value - 1));
	return values_done_date(v, x, &w, at + (back ? 2 : 3));
}
