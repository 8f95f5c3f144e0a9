/* Stretches of time as "P8D", and dates counted in them: "two days ago". */
#include "desk/entities_parse.h"

#include "text/chars.h"

enum { MOST = 100000 };	/* more of a unit is no stretch of time */

static bool
is_old(const struct values *v, size_t end)
{
	size_t at = end + mark_at(v, end, '-');

	return word_is(v, at, "old") || word_is(v, at, "olds")
	    || (word_is(v, at, "of") && word_is(v, at + 1, "age"));
}

static void
put_unit(struct values *v, int unit, double n)
{
	static const char *const letters[] = { "", "S", "M", "H", "D", "W",
	    "WE", "M", "Q", "Y", "Y", "Y", "W" };

	if (unit == U_DECADE || unit == U_CENTURY)
		n *= unit == U_DECADE ? 10 : 100;
	if (unit == U_FORTNIGHT)
		n *= 2;
	values_put_number(&v->scratch, n);
	buf_put(&v->scratch, str_of(letters[unit]));
}

/* "P3Y" at the end of the scratch buffer, kept. */
static struct str
kept_stretch(struct values *v, int unit, double n)
{
	size_t from = v->scratch.n;

	buf_put(&v->scratch, unit <= U_HOUR ? STR("PT") : STR("P"));
	put_unit(v, unit, n);
	return arena_copy(v->arena, str_cut(buf_str(&v->scratch), from,
	    v->scratch.n));
}

static size_t
done(struct values *v, struct value *x, int unit, size_t end)
{
	if (x->x.mod == MOD_NONE)
		x->x.mod = values_mod(v, x->first);
	x->x.name = x->x.value = values_kept(v);
	x->x.type = unit <= U_HOUR ? ENTITY_TIME : ENTITY_DURATION;
	return end;
}

/* "3 days and 4 hours": finer units behind. */
static size_t
finer(struct values *v, int unit, size_t end)
{
	bool many, clock = unit <= U_HOUR;
	struct number n;

	for (int k = 0; k < 4; k++) {
		size_t at = end + (word_is(v, end, "and") || mark_at(v, end,
		    ',')), next = values_number(v, at, &n);
		int u = next > 0 ? values_unit(v, next, &many) : 0;

		if (u == 0 || u >= unit || n.value > MOST || u == U_WEEKEND
		    || u == U_QUARTER || unit == U_DECADE)
			return end;
		if (u <= U_HOUR && !clock)
			buf_char(&v->scratch, 'T');
		clock |= u <= U_HOUR;
		put_unit(v, u, n.value);
		unit = u;
		end = next + 1;
	}
	return end;
}

/* ---- counted from a date ---- */

static struct day
months_on(struct day d, long n)
{
	struct when m = timex_shift(timex_of_day(d, TIMEX_MONTH), n);
	int last = calendar_length(m.day.year, m.day.month);

	m.day.day = d.day < last ? d.day : last;
	return m.day;
}

/* w moved by n units; its grain stays. False: it is too coarse. */
static bool
move(struct when *w, int unit, long n)
{
	if (w->day.year == 0)
		return false;
	if (unit == U_YEAR || unit == U_DECADE || unit == U_CENTURY) {
		n *= unit == U_YEAR ? 1 : unit == U_DECADE ? 10 : 100;
		if (w->day.year + n < 1 || w->day.year + n > 9999)
			return false;
		w->day.year += (int)n;
		if (w->grain == TIMEX_DAY && w->day.month == 2
		    && w->day.day == 29)
			w->day.day = calendar_length(w->day.year, 2);
		return true;
	}
	if (w->grain == TIMEX_DAY && unit != U_QUARTER && unit != U_WEEKEND) {
		long days = unit == U_DAY ? 1 : unit == U_WEEK ? 7 : 14;

		if (unit == U_MONTH)
			w->day = months_on(w->day, n);
		else
			*w = timex_shift(*w, n * days);
		return true;
	}
	if (unit > U_FORTNIGHT || w->grain != values_grain(unit))
		return false;
	*w = timex_shift(*w, n);
	return true;
}

static size_t
done_ref(struct values *v, struct value *x, long step, size_t end)
{
	x->x.type = ENTITY_DATE;
	x->x.name = x->x.value = step < 0 ? STR("PAST_REF")
	    : STR("FUTURE_REF");
	(void)v;
	return end;
}

/* n units from the anchor, as exact as the unit is. */
static size_t
from_anchor(struct values *v, struct value *x, int unit, double n, size_t end)
{
	enum timex_grain grain = values_grain(unit == U_FORTNIGHT ? U_WEEK
	    : unit);
	struct when w = { .grain = TIMEX_DAY, .day = v->anchor,
	    .zone = TIMEX_NO_ZONE };
	long step = (long)n * (unit == U_FORTNIGHT ? 2 : 1);

	if (v->anchor.day == 0 || unit <= U_HOUR)
		return done_ref(v, x, n < 0 ? -1 : 1, end);
	if (n != (double)(long)n) {	/* a year and a half: months */
		if (unit != U_YEAR)
			return 0;
		grain = TIMEX_MONTH;
		step = (long)(n * 12);
	}
	w = timex_shift(timex_of_day(v->anchor, grain), step);
	return values_done_date(v, x, &w, end);
}

/* n units from the last date read; the anchor where there is none. */
static size_t
from_focus(struct values *v, struct value *x, int unit, double n, size_t end)
{
	struct when w = v->focus, focus = v->focus;

	size_t focus_end = v->focus_end;

	if (n != (double)(long)n || unit <= U_HOUR)
		return 0;
	if (w.grain == TIMEX_NONE)
		return n < 0 ? from_anchor(v, x, unit, n, end) : 0;
	if (!move(&w, unit, (long)n))
		return 0;
	end = values_done_date(v, x, &w, end);
	if (n < 0) {	/* a look back: what follows counts from before it */
		v->focus = focus;
		v->focus_end = focus_end;
	}
	return end;
}

/* "from January 15", "before May 1", "from now" behind a stretch. */
static size_t
from_date(struct values *v, struct value *x, int unit, double n, size_t at)
{
	struct when w;
	size_t end;
	int sign = word_is(v, at, "before") ? -1 : 1;
	int c = code_at(v, at + 1);

	if (sign > 0 && !word_is(v, at, "from") && !word_is(v, at, "after"))
		return 0;
	if (word_is(v, at, "from") && (c == V_NOW || c == V_TODAY))
		return from_anchor(v, x, unit, n, at + 2);
	if (((c >= V_TODAY && c <= V_TOMORROW) || c == V_HOLIDAY
	    || values_weekday(v, at + 1) > 0) && n == (double)(long)n
	    && values_peek(v, at + 1, &w, &end)
	    && move(&w, unit, sign * (long)n))
		return values_done_date(v, x, &w, end);
	end = values_plain_date(v, at + 1, &w);
	if (end == 0 || w.grain != TIMEX_DAY || n != (double)(long)n)
		return 0;
	values_resolve(v, &w, 0);
	if (!move(&w, unit, sign * (long)n))
		return 0;
	return values_done_date(v, x, &w, end);
}

/* "the first time in three years" is a stretch, not a day to come. */
static bool
is_ahead(const struct values *v, size_t first, int unit, size_t end)
{
	struct str before = lex_text(v, first - 2);
	int tense;

	if (!word_is(v, first - 1, "in") || word_is(v, first - 2, "time")
	    || word_is(v, first - 2, "times") || word_is(v, first - 2, "once")
	    || word_is(v, first - 2, "twice") || word_is(v, first - 2,
	    "first") || (before.n > 4 && str_ends(before, STR("est"))))
		return false;
	tense = values_tense(v, first, end);
	return unit == U_YEAR || unit > U_YEAR ? tense > 0 : tense >= 0;
}

/* "the last two weeks", "next three years": which days those are. */
static void
put_stretch(struct values *v, struct value *x, int unit, double n)
{
	enum timex_grain grain = values_grain(unit == U_FORTNIGHT ? U_WEEK
	    : unit);
	int c = code_at(v, x->first - 1);
	long k = (long)n * (unit == U_FORTNIGHT ? 2 : 1);
	struct when w;

	if (c < V_LAST || c > V_PAST)
		c = code_at(v, x->first);
	if (c < V_LAST || c > V_PAST || c == V_THIS || c == V_SAME
	    || c == V_THAT || v->anchor.day == 0 || grain == TIMEX_NONE)
		return;
	w = timex_of_day(v->anchor, grain);
	if (c == V_NEXT || c == V_COMING || c == V_FOLLOWING) {
		x->until = timex_shift(w, k);
		w = timex_shift(w, 1);
	} else {
		x->until = timex_shift(w, -1);
		w = timex_shift(w, -k);
	}
	values_put_extent(v, x, &w);
	x->until = (struct when){ 0 };
}

/* "for three days starting from next Monday": which days those are. */
static bool
put_start(struct values *v, struct value *x, int unit, double n, size_t end)
{
	size_t at = end + mark_at(v, end, ','), ignored;
	struct when w, last;

	if (!word_is(v, at, "starting") && !word_is(v, at, "beginning")
	    && !word_is(v, at, "from"))
		return false;
	at += 1 + (word_is(v, at + 1, "from") || word_is(v, at + 1, "on"));
	if (unit < U_DAY || n != (double)(long)n || !values_peek(v, at, &w,
	    &ignored) || w.grain != TIMEX_DAY)
		return false;
	last = w;
	if (!move(&last, unit, (long)n))
		return false;
	x->until = timex_shift(last, -1);
	values_put_extent(v, x, &w);
	x->until = (struct when){ 0 };
	return true;
}

/* "in three weeks' time", "in a fortnight's time": what is behind, or 0. */
static size_t
in_time(const struct values *v, struct value *x, size_t end)
{
	size_t at = end + 1 + word_is(v, end + 1, "s");
	bool a = word_is(v, x->first - 1, "in");

	if (!a || !mark_at(v, end, '\'') || !word_is(v, at, "time"))
		return 0;
	x->first--;
	return at + 1;
}

/* The number and the unit are read, up to end: a date or a stretch? */
static size_t
counted(struct values *v, struct value *x, int unit, double n, size_t end)
{
	struct when *f = &v->focus;
	size_t to;
	int c = code_at(v, end);

	if (c == V_AGO) {
		if (unit == U_YEAR && f->grain == TIMEX_QUARTER
		    && (to = from_focus(v, x, unit, -n, end + 1)) > 0)
			return to;
		return from_anchor(v, x, unit, -n, end + 1);
	}
	if (c == V_HENCE)
		return from_anchor(v, x, unit, n, end + 1);
	if (c == V_EARLIER || c == V_LATER) {
		to = from_focus(v, x, unit, c == V_EARLIER ? -n : n, end + 1);
		if (to > 0)
			return to;
	}
	if ((to = from_date(v, x, unit, n, end)) > 0)
		return to;
	if ((to = in_time(v, x, end)) > 0)
		return from_anchor(v, x, unit, n, to);
	if (is_ahead(v, x->first, unit, end)
	    && (to = from_anchor(v, x, unit, n, end)) > 0) {
		x->first--;
		return to;
	}
	if (is_old(v, end))
		return 0;
	v->scratch.n = 0;
	kept_stretch(v, unit, n);
	end = done(v, x, unit, finer(v, unit, end));
	if (!put_start(v, x, unit, n, end))
		put_stretch(v, x, unit, n);
	return end;
}

/* ---- what may stand before a unit ---- */

/* "two upcoming quarters". */
static size_t
upcoming(struct values *v, size_t at, struct value *x, double n)
{
	bool many;
	int unit = values_unit(v, at + 1, &many);
	size_t first = x->first, end;

	if (unit == 0)
		return 0;
	x->first = at;
	end = counted(v, x, unit, n, at + 2);
	x->first = first;
	return end;
}

/* "three quarters of the voters" are no stretch of time, "the last three
 * quarters" and "for three quarters" are. */
static bool
is_fraction(const struct values *v, size_t i, size_t unit)
{
	static const char *const before[] = { "for", "in", "over", "past",
	    "after", "within", "of", "all", NULL };

	if (code_at(v, unit) != V_UNITS + U_QUARTER || unit != i + 1
	    || code_at(v, i) != 3)
		return false;
	return word_is(v, unit + 1, "of") || !(code_in(v, i - 1, V_LAST - 1,
	    V_PAST - V_LAST + 1) > 0 || word_in(v, i - 1, before));
}

/* "3-5 minutes", "two or three years": the first number is low, up to end. */
static size_t
range(struct values *v, struct value *x, double low, size_t end)
{
	size_t next = values_range_at(v, end), at;
	bool many, close = joins(v, end, '-');
	struct number high;
	int unit;

	if (next == 0 || (next = values_number(v, next, &high)) == 0
	    || high.value <= low || high.value > MOST)
		return 0;
	at = next + joins(v, next, '-');
	unit = values_unit(v, at, &many);
	if (unit == 0 || (unit == U_SECOND && !many && !close)
	    || is_old(v, at + 1))
		return 0;
	if (code_at(v, at + 1) == V_AGO)
		return done_ref(v, x, -1, at + 2);
	v->scratch.n = 0;
	x->x.low = kept_stretch(v, unit, low);
	buf_char(&v->scratch, '/');
	x->x.high = kept_stretch(v, unit, high.value);
	return done(v, x, unit, at + 1);
}

static size_t
number_and_unit(struct values *v, size_t i, struct value *x)
{
	struct number n;
	size_t end = values_number(v, i, &n), at;
	bool many, dash, half = code_at(v, i) == V_HALF;
	int unit;

	if (end == 0 && half) {		/* "half a year", "half-hour" */
		n.value = 0.5;
		end = i + 1 + (word_is(v, i + 1, "a") || word_is(v, i + 1,
		    "an"));
	}
	if (end == 0 || n.value > MOST || n.value <= 0)
		return 0;
	if ((at = range(v, x, n.value, end)) > 0)
		return at;
	dash = joins(v, end, '-');
	at = end + dash;
	if (code_at(v, at) == V_COMING || code_at(v, at) == V_PAST)
		return upcoming(v, at, x, n.value);
	at += word_is(v, at, "more") || word_is(v, at, "full")
	    || word_is(v, at, "straight") || word_is(v, at, "consecutive");
	unit = values_unit(v, at, &many);
	if (unit == 0 || is_fraction(v, i, at) || (unit == U_SECOND && !many
	    && !dash && n.value != 1) || (!many && !dash && !half && n.value > 1000))
		return 0;
	if ((code_at(v, i) > V_TENTH || code_at(v, i) == V_DOZEN)
	    && !n.digits && word_is(v, i - 1, "a"))
		x->first = i - 1;
	return counted(v, x, unit, n.value, at + 1);
}

/* "a few years", "several weeks", "a couple of days ago", "decades". */
static size_t
vague(struct values *v, size_t i, struct value *x)
{
	static const char *const letters[] = { "", "TXS", "TXM", "TXH", "XD",
	    "XW", "XWE", "XM", "XQ", "XY", "XDE", "XCE", "XW" };
	bool couple = code_at(v, i) == V_COUPLE, many;
	size_t at = i + 1 + joins(v, i + 1, '-');
	int unit;

	at += couple && word_is(v, at, "of");
	unit = values_unit(v, at, &many);
	if (unit == 0)
		return 0;
	if (word_is(v, i - 1, "a"))
		x->first = i - 1;
	if (couple)
		return counted(v, x, unit, 2, at + 1);
	if (code_at(v, at + 1) == V_AGO)
		return done_ref(v, x, -1, at + 2);
	v->scratch.n = 0;
	buf_char(&v->scratch, 'P');
	buf_put(&v->scratch, str_of(letters[unit]));
	return done(v, x, unit, at + 1);
}

static const char *const before_units[] = { "for", "recent", "past",
    "coming", "over", "within", "in", "after", "last", "next", NULL };

/* "for years", "recent weeks": how many, nobody says. */
static size_t
units(struct values *v, size_t i, struct value *x)
{
	bool many;
	int unit = values_unit(v, i, &many);

	if (!word_in(v, i - 1, before_units) || i == 0
	    || is_old(v, i + 1) || unit < U_DAY)
		return 0;
	v->scratch.n = 0;
	buf_char(&v->scratch, 'P');
	buf_char(&v->scratch, 'X');
	buf_char(&v->scratch, unit == U_DECADE || unit == U_CENTURY ? 'Y'
	    : "DWXMQYYYW"[unit - U_DAY]);
	return done(v, x, unit, i + 1);
}

/* "daily", "twice a week": a set of one unit each. */
static size_t
regular(struct values *v, struct value *x, int unit, size_t end)
{
	x->x.every = true;
	v->scratch.n = 0;
	buf_char(&v->scratch, 'P');
	put_unit(v, unit, 1);
	return done(v, x, unit, end);
}

/* "a year ago", "for a month", "a year and a half". */
static size_t
one_unit(struct values *v, size_t i, struct value *x)
{
	static const char *const before[] = { "for", "in", "within", "than",
	    "nearly", "almost", "about", "over", "after", "least", "half",
	    NULL };
	static const char *const times[] = { "once", "twice", "times", NULL };
	bool many;
	int unit = values_unit(v, i, &many), c = code_at(v, i + 1);
	bool half = word_is(v, i + 1, "and") && word_is(v, i + 2, "a")
	    && code_at(v, i + 3) == V_HALF;

	if (many)
		return units(v, i, x);
	if (code_at(v, i - 1) == V_PAST && i > 0 && unit >= U_DAY) {
		x->first = i - 1;
		return counted(v, x, unit, 1, i + 1);
	}
	if ((!word_is(v, i - 1, "a") && !word_is(v, i - 1, "an")) || i == 0)
		return 0;
	x->first = i - 1;
	if (unit >= U_DAY && word_in(v, i - 2, times))
		return regular(v, x, unit, i + 1);
	if (half)
		return counted(v, x, unit, 1.5, i + 4);
	if (c != V_AGO && c != V_EARLIER && c != V_LATER
	    && !word_is(v, i + 1, "from") && !word_in(v, i - 2, before))
		return 0;
	return counted(v, x, unit, 1, i + 1);
}

/* "each month", "every two weeks", "every Monday". */
static size_t
every(struct values *v, size_t i, struct value *x)
{
	bool other = word_is(v, i + 1, "other"), many;
	struct number n = { .value = 1 };
	size_t at = i + 1 + other, end;
	int unit, day = values_weekday(v, at);
	struct when w = { .grain = TIMEX_DAY, .number = day,
	    .zone = TIMEX_NO_ZONE };

	x->x.every = true;
	if (day > 0)
		return values_done_date(v, x, &w, at + 1);
	if ((end = values_number(v, at, &n)) > 0)
		at = end;
	else
		n.value = 1;
	unit = values_unit(v, at, &many);
	if (unit == 0 || n.value > MOST || n.value < 1)
		return 0;
	v->scratch.n = 0;
	buf_put(&v->scratch, unit <= U_HOUR ? STR("PT") : STR("P"));
	put_unit(v, unit, other ? 2 : n.value);
	done(v, x, unit, at + 1);
	x->x.type = ENTITY_DURATION;
	return at + 1;
}

/* "Mondays". */
static size_t
weekdays(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .zone = TIMEX_NO_ZONE,
	    .number = code_in(v, i, V_WEEKDAYS, 7) };

	x->x.every = true;
	return lex_at(v, i)->upper ? values_done_date(v, x, &w, i + 1) : 0;
}

size_t
values_duration(struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i);

	if (code_in(v, i, V_WEEKDAYS, 7) > 0)
		return weekdays(v, i, x);
	if (c == V_EACH)
		return every(v, i, x);
	if (c > V_REGULAR && c <= V_REGULAR + U_YEAR)
		return lex_at(v, i)->upper ? 0
		    : regular(v, x, c - V_REGULAR, i + 1);
	if (c == V_FEW || c == V_COUPLE)
		return vague(v, i, x);
	if (c > V_UNIT && c < V_SEASON)
		return one_unit(v, i, x);
	return number_and_unit(v, i, x);
}
