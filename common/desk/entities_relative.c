/* Dates that count from the day of the document, or from the last date. */
#include "desk/entities_parse.h"

enum timex_grain
values_grain(int unit)
{
	static const enum timex_grain grains[] = {
		[U_DAY] = TIMEX_DAY, [U_WEEK] = TIMEX_WEEK,
		[U_WEEKEND] = TIMEX_WEEKEND, [U_MONTH] = TIMEX_MONTH,
		[U_QUARTER] = TIMEX_QUARTER, [U_YEAR] = TIMEX_YEAR,
		[U_DECADE] = TIMEX_DECADE, [U_CENTURY] = TIMEX_CENTURY,
		[U_FORTNIGHT] = TIMEX_NONE
	};

	return unit > 0 && unit <= U_FORTNIGHT ? grains[unit] : TIMEX_NONE;
}

int
values_unit(const struct values *v, size_t i, bool *many)
{
	int c = code_at(v, i);

	*many = c > V_UNITS;
	c -= *many ? V_UNITS : V_UNIT;
	return c > 0 && c <= U_FORTNIGHT ? c : 0;
}

static int
part_at(const struct values *v, size_t i)
{
	return code_in(v, i, V_PART, 4);
}

bool
values_anchored(const struct values *v, enum timex_grain grain)
{
	struct day a = v->anchor;

	return a.year > 0 && (grain >= TIMEX_YEAR || a.month > 0)
	    && (grain >= TIMEX_MONTH || a.day > 0);
}

bool
values_from_anchor(const struct values *v, enum timex_grain grain, long step,
    struct when *w)
{
	*w = (struct when){ .grain = grain, .zone = TIMEX_NO_ZONE };
	if (!values_anchored(v, grain))
		return false;
	*w = timex_shift(timex_of_day(v->anchor, grain), step);
	return true;
}

/* The same from the last date read, if that is as fine as the unit. */
static bool
from_focus(const struct values *v, enum timex_grain grain, long step,
    struct when *w)
{
	struct day low, high;

	if (v->focus.day.year == 0 && v->focus.day.month > 0
	    && grain == TIMEX_MONTH) {
		int month = v->focus.day.month + (int)step;

		*w = (struct when){ .grain = grain, .zone = TIMEX_NO_ZONE };
		w->day.month = month < 1 ? 12 : month > 12 ? 1 : month;
		return true;
	}
	if (v->focus.grain == TIMEX_NONE || v->focus.grain > grain
	    || !timex_range(&v->focus, &low, &high))
		return false;
	*w = timex_shift(timex_of_day(low, grain), step);
	return true;
}

static size_t
done_ref(struct values *v, struct value *x, struct str ref, size_t end)
{
	x->x.type = ENTITY_DATE;
	x->x.name = x->x.value = arena_copy(v->arena, ref);
	return end;
}

size_t
values_done_step(struct values *v, struct value *x, long step, size_t end)
{
	return done_ref(v, x, step < 0 ? STR("PAST_REF") : step > 0
	    ? STR("FUTURE_REF") : STR("PRESENT_REF"), end);
}

size_t
values_take_part(const struct values *v, struct when *w, size_t end)
{
	int part = part_at(v, end);

	if (part == 0)
		return end;
	w->part = (enum timex_part)part;
	return end + 1;
}

static size_t
today(struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i);
	long step = c == V_YESTERDAY ? -1 : c == V_TOMORROW;
	struct when w;
	size_t end;

	if (c == V_NOW || c == V_OF_LATE)
		return values_done_step(v, x, c == V_NOW ? 0 : -1, i + 1);
	if (!values_from_anchor(v, TIMEX_DAY, step, &w))
		return values_done_step(v, x, step, i + 1);
	end = values_take_part(v, &w, i + 1);
	if (c == V_TONIGHT)
		w.part = TIMEX_NIGHT;
	return values_done_date(v, x, &w, end);
}

/* "year-ago quarter", "year-earlier period": of the last date read, or else of
 * the quarter that is over. */
static size_t
year_ago(struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i + 2);
	struct when w = v->focus, focus = v->focus;
	size_t end = i + 3, focus_end = v->focus_end;
	bool named = word_is(v, end, "quarter") || word_is(v, end, "period");

	if ((c != V_AGO && c != V_EARLIER) || ((w.day.year < 2
	    || w.grain < TIMEX_MONTH) && !(named
	    && values_from_anchor(v, TIMEX_QUARTER, -1, &w))) || w.day.year < 2)
		return 0;
	w.day.year--;
	end += named;
	end = values_done_date(v, x, &w, end);
	v->focus = focus;
	v->focus_end = focus_end;
	return end;
}

/* "for the year", "in the quarter": the one spoken of, else that of now. */
static size_t
the_unit(struct values *v, size_t i, enum timex_grain grain, struct value *x)
{
	static const char *const before[] = { "for", "in", "during", NULL };
	struct when w = v->focus;

	if (grain < TIMEX_MONTH || grain > TIMEX_YEAR || grain == TIMEX_SEASON
	    || !word_is(v, i - 1, "the") || i < 2
	    || !word_in(v, i - 2, before) || word_is(v, i + 1, "before")
	    || word_is(v, i + 1, "after") || word_is(v, i + 1, "to")
	    || joins(v, i + 1, '-'))
		return 0;
	if (w.grain != grain && !values_from_anchor(v, grain, 0, &w))
		return 0;
	if (w.grain == TIMEX_QUARTER && v->focus.grain != TIMEX_QUARTER)
		return 0;	/* it may be the one that is over */
	return values_done_date(v, x, &w, i + 1);
}

/* The year behind: "of 1989", "of last year", "1989". */
static size_t
year_behind(const struct values *v, size_t at, struct when *w)
{
	size_t next = at + (word_is(v, at, "of") || mark_at(v, at, ',')
	    || joins(v, at, '-') || joins(v, at, '/')), end;
	int y;

	next += word_is(v, next, "fiscal");
	y = values_year(v, next, &end);
	if (y == 0)
		y = values_said_year(v, at, &end);
	if (y == 0)
		return at;
	w->day.year = y;
	return end;
}

/* "week of March 6", "week ending May 7", "weekend of Thanksgiving". */
static size_t
unit_of_day(struct values *v, size_t i, enum timex_grain grain,
    struct value *x)
{
	struct when w;
	size_t end;

	if ((!word_is(v, i + 1, "of") && !word_is(v, i + 1, "ending"))
	    || !values_peek(v, i + 2, &w, &end) || w.grain != TIMEX_DAY
	    || w.day.year == 0)
		return 0;
	w.grain = grain;
	return values_done_date(v, x, &w, end);
}

/* "in week 31", "week 3 of 2027": as ISO 8601 counts them; "Week 5" is a
 * season's, "at week 8" a study's. */
static size_t
week_number(struct values *v, size_t i, struct value *x)
{
	static const char *const before[] = { "in", "the", "calendar", NULL };
	struct when w = { .grain = TIMEX_WEEK, .zone = TIMEX_NO_ZONE };
	long n = digits_at(v, i + 1);
	size_t end;

	if (lex_at(v, i)->upper || n < 1 || n > 53)
		return 0;
	end = year_behind(v, i + 2, &w);
	if (w.day.year == 0)
		w.day.year = v->anchor.year;
	if (w.day.year == 0 || (end == i + 2 && (word_is(v, end, "of")
	    || (!word_in(v, i - 1, before) && !lex_at(v, i)->breaks))))
		return 0;
	w.day.month = 1;
	w.day.day = 4;		/* of the first week */
	w = timex_shift(w, n - 1);
	return values_done_date(v, x, &w, end);
}

/* "day before yesterday", "day after tomorrow", "week after next". */
static size_t
unit_first(struct values *v, size_t i, struct value *x)
{
	bool many, before = word_is(v, i + 1, "before");
	int unit = values_unit(v, i, &many), c = code_at(v, i + 2);
	enum timex_grain grain = values_grain(unit);
	struct when w;
	size_t end;

	if (many)
		return 0;
	if (unit == U_YEAR && joins(v, i + 1, '-')
	    && (end = year_ago(v, i, x)) > 0)
		return end;
	if (grain >= TIMEX_MONTH && joins(v, i + 1, '-')
	    && word_is(v, i + 2, "end") && values_from_anchor(v, grain, 0, &w)) {
		x->x.mod = MOD_END;	/* "by year-end" */
		return values_done_date(v, x, &w, i + 3);
	}
	if ((end = the_unit(v, i, grain, x)) > 0)
		return end;
	if (word_is(v, i + 1, "after") && c == V_NEXT
	    && values_from_anchor(v, grain, 2, &w))
		return values_done_date(v, x, &w, i + 3);
	if (unit == U_WEEK && (end = week_number(v, i, x)) > 0)
		return end;
	if (unit == U_DAY && (before ? c == V_YESTERDAY
	    : word_is(v, i + 1, "after") && c == V_TOMORROW))
		return values_from_anchor(v, TIMEX_DAY, before ? -2 : 2, &w)
		    ? values_done_date(v, x, &w, i + 3)
		    : values_done_step(v, x, before ? -1 : 1, i + 3);
	if ((unit == U_WEEK || unit == U_WEEKEND) && (end = unit_of_day(v, i,
	    grain, x)) > 0)
		return end;
	if (unit == U_WEEKEND && word_is(v, i - 1, "the")
	    && values_from_anchor(v, TIMEX_WEEKEND, 0, &w)) {
		if (calendar_weekday(v->anchor) < 6
		    && values_tense(v, i, i + 1) < 0)
			w = timex_shift(w, -1);
		return values_done_date(v, x, &w, i + 1);
	}
	return 0;
}

/* ---- last, this, next ---- */

/* How many units on a word such as "last" steps, and from where. */
static bool
step_of(int which, long *step, bool *focus)
{
	*focus = which == V_PREVIOUS || which == V_FOLLOWING
	    || which == V_SAME || which == V_THAT;
	*step = which == V_LAST || which == V_PREVIOUS || which == V_PAST ? -1
	    : which == V_NEXT || which == V_COMING || which == V_FOLLOWING;
	return which != V_SAME && which != V_THAT;
}

static size_t
which_unit(struct values *v, size_t at, int which, struct value *x)
{
	bool many, focus, alone;
	int unit = values_unit(v, at, &many);
	enum timex_grain grain = values_grain(unit);
	struct when w;
	long step;

	if (many || grain == TIMEX_NONE || (which == V_PAST
	    && x->x.mod < MOD_START))
		return 0;	/* "past week" is a stretch, its end a date */
	alone = step_of(which, &step, &focus);
	if (grain == TIMEX_DAY && which == V_NEXT)
		focus = true;
	else if (grain == TIMEX_DAY && !focus)
		return 0;
	if (focus && from_focus(v, grain, step, &w))
		return values_done_date(v, x, &w, at + 1);
	if (!alone || grain == TIMEX_DAY)
		return 0;
	if (!values_from_anchor(v, grain, step, &w))
		return values_done_step(v, x, step, at + 1);
	return values_done_date(v, x, &w, at + 1);
}

static size_t
which_part(struct values *v, size_t at, int which, struct value *x)
{
	bool focus;
	long step;
	struct when w;

	step_of(which, &step, &focus);
	focus |= which == V_NEXT;
	if (which == V_CURRENT || which == V_PAST || !(focus
	    ? from_focus(v, TIMEX_DAY, step, &w)
	    : values_from_anchor(v, TIMEX_DAY, step, &w)))
		return 0;
	return values_done_date(v, x, &w, values_take_part(v, &w, at));
}

/* A month or season of last, this or next year. */
static size_t
which_month(struct values *v, size_t at, int which, struct value *x)
{
	struct when w = { .grain = TIMEX_MONTH, .zone = TIMEX_NO_ZONE };
	int season = code_in(v, at, V_SEASON, 4), now;
	struct day a = v->anchor;

	if (season > 0) {
		w.grain = TIMEX_SEASON;
		w.number = season;
	} else {
		w.day.month = values_month(v, at);
	}
	if (!values_anchored(v, TIMEX_MONTH))
		return values_done_date(v, x, &w, at + 1);
	now = season > 0 ? season * 3 : w.day.month;
	w.day.year = a.year;
	if ((which == V_LAST || which == V_PREVIOUS || which == V_PAST)
	    && now >= a.month - (season > 0 ? 2 : 0))
		w.day.year--;
	else if ((which == V_NEXT || which == V_COMING) && now <= a.month)
		w.day.year++;
	else if (which == V_SAME || which == V_THAT)
		w.day.year = v->focus.day.year;
	return values_done_date(v, x, &w, at + 1);
}

static size_t
which(struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i);
	size_t at = i + 1, end;

	if ((end = values_nth(v, i, x)) > 0)
		return end;
	if (code_at(v, at) == V_HOLIDAY)
		return values_holiday(v, i, at, x);
	at += code_at(v, at) == V_FISCAL || word_is(v, at, "calendar");
	if (values_weekday(v, at) > 0 && c != V_SAME && c != V_THAT)
		return values_weekday_date(v, i, at, x);
	if (values_month(v, at) > 0 || code_in(v, at, V_SEASON, 4) > 0)
		return lex_at(v, at)->upper || code_at(v, at) > V_WEEKDAY
		    ? which_month(v, at, c, x) : 0;
	if (part_at(v, at) > 0)
		return which_part(v, at, c, x);
	return which_unit(v, at, c, x);
}

/* ---- quarters, halves, seasons, centuries ---- */

/* "year-ago", "year-earlier" right before i. */
static bool
is_year_ago(const struct values *v, size_t i)
{
	int c = code_at(v, i - 1);

	return (c == V_AGO || c == V_EARLIER) && mark_at(v, i - 2, '-')
	    && code_at(v, i - 3) == V_UNIT + U_YEAR;
}

/* The year said behind, or before ("last year's first quarter"), or near. */
static size_t
done_number(struct values *v, struct value *x, struct when *w, size_t end)
{
	end = year_behind(v, end, w);
	if (w->day.year == 0 && v->focus_end > 0 && word_is(v, x->first - 1,
	    "s") && v->focus_end + 2 == x->first
	    && v->focus.grain == TIMEX_YEAR)
		w->day.year = v->focus.day.year;
	if (w->day.year == 0) {
		values_resolve(v, w, values_tense(v, x->first, end));
		if (is_year_ago(v, x->first) && w->day.year > 1) {
			w->day.year--;
			x->first -= 3;
		}
	}
	return values_done_date(v, x, w, end);
}

/* "third quarter", "third-quarter", "first half", "19th century". */
static size_t
ordinal(struct values *v, size_t i, struct value *x)
{
	size_t at;
	int n = values_day(v, i, &at), unit;
	bool many;
	struct when w = { .zone = TIMEX_NO_ZONE, .number = n };

	if (n == 0 && word_is(v, i, "final")) {
		w.number = n = 4;
		at = i + 1;
	}
	if (n == 0 || (at == i + 1 && digits_at(v, i) >= 0))
		return 0;
	at += mark_at(v, at, '-') || code_at(v, at) == V_FISCAL;
	unit = values_unit(v, at, &many);
	if (unit == U_QUARTER && n <= 4 && !many) {
		w.grain = TIMEX_QUARTER;
	} else if (code_at(v, at) == V_HALF && n <= 2) {
		size_t end = year_behind(v, at + 1, &w);

		w.grain = TIMEX_HALF;
		if (end == at + 1)
			return 0;	/* of a match */
	} else if (unit == U_CENTURY && !many) {
		w.grain = TIMEX_CENTURY;
		w.day.year = (n - 1) * 100;
		if (n < 2 || n > 30)
			return 0;
		return values_done_date(v, x, &w, at + 1);
	} else {
		return 0;
	}
	return done_number(v, x, &w, at + 1);
}

/* "Q3", "Q3 2023", "H1", "FY24". */
static size_t
letter_number(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_QUARTER, .zone = TIMEX_NO_ZONE };
	long n = digits_at(v, i + 1);
	struct str s = lex_text(v, i + 1);

	if (lex_at(v, i + 1)->space || n < 0)
		return 0;
	if (code_at(v, i) == V_FY && (s.n == 2 || s.n == 4)) {
		w.grain = TIMEX_YEAR;
		w.day.year = (int)(s.n == 2 ? 2000 + n : n);
		return w.day.year < 1900 || w.day.year > 2100 ? 0
		    : values_done_date(v, x, &w, i + 2);
	}
	if (s.n != 1 || n < 1 || n > 4 || lex_text(v, i).n != 1)
		return 0;
	w.number = (int)n;
	if (word_is(v, i, "h") && n <= 2) {
		w.grain = TIMEX_HALF;
		w.day.year = 0;
		if (year_behind(v, i + 2, &w) == i + 2)
			return 0;
	} else if (!word_is(v, i, "q")) {
		return 0;
	}
	return done_number(v, x, &w, i + 2);
}

static size_t
season(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_SEASON, .zone = TIMEX_NO_ZONE,
	    .number = code_in(v, i, V_SEASON, 4) };
	size_t end = year_behind(v, i + 1, &w);

	return end > i + 1 ? values_done_date(v, x, &w, end) : 0;
}

/* ---- the beginning, middle and end of ... ---- */

static size_t
edge_of(struct values *v, size_t at, struct value *x)
{
	bool many;
	enum timex_grain grain;
	struct when w;
	size_t end;
	int c;

	at += code_at(v, at) == V_ABOUT;
	if (word_is(v, at, "the") || word_is(v, at, "its")
	    || (code_at(v, at) > V_UNIT && code_at(v, at) < V_UNITS)) {
		at += code_at(v, at) == 0;
		grain = values_grain(values_unit(v, at, &many));
		if (grain >= TIMEX_WEEK && !many
		    && values_from_anchor(v, grain, 0, &w))
			return values_done_date(v, x, &w, at + 1);
	}
	c = code_at(v, at);
	if (c > V_WEEKDAY && c <= V_WEEKDAY + 7)
		return 0;
	if (c == V_YESTERDAY || c == V_TODAY)
		return today(v, at, x);
	if (c >= V_LAST && c <= V_PAST)
		return which(v, at, x);
	if (c > V_SEASON && c <= V_SEASON + 4)
		return season(v, at, x);
	if ((end = ordinal(v, at, x)) > 0)
		return end;
	return values_date(v, at, x);
}

static size_t
edge(struct values *v, size_t i, struct value *x)
{
	static const enum entity_mod mods[] = { MOD_START, MOD_MID, MOD_END,
	    MOD_NONE, MOD_NONE };
	int c = code_at(v, i);
	size_t at = i + 1 + mark_at(v, i + 1, '-'), end;
	bool of = word_is(v, at, "of") || word_is(v, at, "in");
	bool needs = word_is(v, i, "end") || word_is(v, i, "start")
	    || word_is(v, i, "beginning") || word_is(v, i, "middle");

	if ((needs && !word_is(v, at, "of")) || (word_is(v, at, "in")
	    && !(word_is(v, at + 1, "the") && c >= V_EARLIER)))
		return 0;
	at += of;
	x->x.mod = mods[c - V_EARLY];
	end = edge_of(v, at, x);
	if (end > 0)
		x->first = i;
	else
		x->x.mod = MOD_NONE;
	return end;
}

/* "fiscal 1989", "financial year 2022". */
static size_t
fiscal(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_YEAR, .zone = TIMEX_NO_ZONE };
	size_t end;

	w.day.year = values_year(v, i + 1 + word_is(v, i + 1, "year"), &end);
	return w.day.year > 0 ? values_done_date(v, x, &w, end) : 0;
}

size_t
values_relative(struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i);
	size_t end;

	if (lex_at(v, i)->digits || word_is(v, i, "second"))
		return (end = values_nth(v, i, x)) > 0 ? end
		    : ordinal(v, i, x);
	if (c == 0)
		return letter_number(v, i, x);
	if (values_weekday(v, i) > 0)
		return values_weekday_date(v, i, i, x);
	if (c >= V_TODAY && c <= V_OF_LATE)
		return today(v, i, x);
	if (c >= V_LAST && c <= V_PAST)
		return which(v, i, x);
	if (c > V_ORDINAL && c <= V_ORDINAL + 31)
		return (end = values_nth(v, i, x)) > 0 ? end
		    : ordinal(v, i, x);
	if (c > V_SEASON && c <= V_SEASON + 4)
		return season(v, i, x);
	if (c >= V_EARLY && c <= V_LATER)
		return edge(v, i, x);
	if (c == V_FISCAL)
		return fiscal(v, i, x);
	if (c == V_FY)
		return letter_number(v, i, x);
	return c > V_UNIT && c < V_UNITS ? unit_first(v, i, x) : 0;
}
