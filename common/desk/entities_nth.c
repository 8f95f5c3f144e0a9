/* One of many within a month or year: "the first Tuesday of November", "last
 * week of July", "first six months of 2023", "on the 15th". */
#include "desk/entities_parse.h"
#include "lang/holidays.h"

/* "The last day of the first week of May" is as deep as news goes. */
enum { LAST = -1, MOST_UNITS = 40, MOST_DAYS = 8, DEEPEST = 3 };

bool
values_peek(struct values *v, size_t at, struct when *w, size_t *end)
{
	struct when focus = v->focus;
	size_t focus_end = v->focus_end;
	struct value x = { .first = at };
	int c = code_at(v, at);

	*w = (struct when){ 0 };
	*end = 0;
	if (v->depth == DEEPEST)
		return false;
	v->depth++;
	v->focus_end = 0;
	*end = c == V_HOLIDAY ? values_holiday(v, at, at, &x)
	    : c > V_WEEKDAY ? values_relative(v, at, &x)
	    : values_date(v, at, &x);
	if (*end > 0 && v->focus_end == *end && x.until.grain == TIMEX_NONE)
		*w = v->focus;
	v->depth--;
	v->focus = focus;
	v->focus_end = focus_end;
	return w->grain > TIMEX_NONE;
}

/* "of [the] month ...": the stretch within which is counted. */
static bool
within(struct values *v, size_t at, struct when *w, size_t *end)
{
	bool many;
	enum timex_grain grain;

	if (!word_is(v, at, "of") && !word_is(v, at, "in"))
		return false;
	at++;
	if (word_is(v, at, "the")) {
		at++;
		grain = values_grain(values_unit(v, at, &many));
		if (grain >= TIMEX_MONTH && v->anchor.day > 0 && !many) {
			*w = timex_of_day(v->anchor, grain);
			*end = at + 1;
			return true;
		}
	}
	return values_peek(v, at, w, end) && w->grain >= TIMEX_MONTH
	    && w->grain <= TIMEX_YEAR;
}

/* The nth weekday between two days, n below 0 from the end; false if there is
 * none. */
static bool
nth_weekday(struct day low, struct day high, int weekday, int n,
    struct day *d)
{
	long from = calendar_number(low), to = calendar_number(high), at;

	if (n > 0)
		at = from + (weekday - calendar_weekday(low) + 7) % 7
		    + 7L * (n - 1);
	else
		at = to - (calendar_weekday(high) - weekday + 7) % 7
		    + 7L * (n + 1);
	*d = calendar_day(at);
	return at >= from && at <= to;
}

/* Weeks belong to the month that has their Thursday, as in ISO 8601. */
static bool
nth_of(const struct when *all, enum timex_grain grain, int weekday, int n,
    struct when *w)
{
	struct day low, high;
	bool weeks = grain == TIMEX_WEEK || grain == TIMEX_WEEKEND;

	*w = (struct when){ .grain = grain, .zone = TIMEX_NO_ZONE };
	if (!timex_range(all, &low, &high))
		return false;
	if (weekday > 0 || weeks)
		return nth_weekday(low, high, weekday > 0 ? weekday
		    : grain == TIMEX_WEEK ? 4 : 6, n, &w->day);
	w->day = calendar_day(n > 0 ? calendar_number(low) + n - 1
	    : calendar_number(high) + n + 1);
	return calendar_number(w->day) <= calendar_number(high)
	    && calendar_number(w->day) >= calendar_number(low);
}

/* "first six months of 2023": units at the beginning or end. */
static size_t
some_units(struct values *v, size_t at, int n, struct value *x)
{
	struct number count;
	struct when all, w;
	struct day low, high;
	size_t end = values_number(v, at, &count), next;
	bool many;
	enum timex_grain grain;
	long k;

	if (end == 0 || count.value > MOST_UNITS || count.value < 1
	    || (n != 1 && n != LAST))
		return 0;
	k = (long)count.value;
	grain = values_grain(values_unit(v, end, &many));
	if (grain == TIMEX_NONE || !many || !within(v, end + 1, &all, &next)
	    || !timex_range(&all, &low, &high) || grain >= all.grain)
		return 0;
	w = timex_of_day(n > 0 ? low : high, grain);
	x->until = n > 0 ? timex_shift(w, k - 1) : w;
	if (n < 0)
		w = timex_shift(w, 1 - k);
	return values_done_date(v, x, &w, next);
}

/* The ordinal before the unit: 1-31, from the end below 0, or 0. */
static int
which_one(const struct values *v, size_t i, size_t *at)
{
	int n;

	*at = i + 1;
	if (code_at(v, i) == V_LAST || word_is(v, i, "final"))
		return LAST;
	if (digits_at(v, i) >= 0 && (lex_at(v, i + 1)->space
	    || lex_at(v, i + 1)->mark != 0))
		return 0;
	n = values_day(v, i, at);
	if (n > 1 && code_at(v, *at) == V_LAST) {
		++*at;		/* "second last week of October" */
		return -n;
	}
	return n;
}

size_t
values_nth(struct values *v, size_t i, struct value *x)
{
	size_t at, end;
	int n = which_one(v, i, &at), weekday;
	bool many;
	enum timex_grain grain;
	struct when all, w;

	if (n == 0)
		return 0;
	if ((end = some_units(v, at, n, x)) > 0)
		return end;
	weekday = values_weekday(v, at);
	grain = weekday > 0 ? TIMEX_DAY
	    : values_grain(values_unit(v, at, &many));
	if (grain == TIMEX_NONE || grain > TIMEX_WEEKEND
	    || !within(v, at + 1, &all, &end)
	    || !nth_of(&all, grain, weekday, n, &w))
		return 0;
	return values_done_date(v, x, &w, end);
}

/* ---- days whose month stands elsewhere ---- */

bool
values_shared_month(const struct values *v, size_t at, struct when *w)
{
	for (int k = 0; k < MOST_DAYS; k++) {
		size_t end, from = at;

		at += mark_at(v, at, ',');
		at += word_is(v, at, "and") || word_is(v, at, "or")
		    || mark_at(v, at, '&');
		if (at == from)
			return false;
		at += values_weekday(v, at) > 0;
		if (values_plain_date(v, at, w) > 0 && w->grain == TIMEX_DAY
		    && values_month(v, at) == 0)
			return true;
		if (digits_at(v, at) < 0 || values_day(v, at, &end) == 0)
			return false;
		at = end;
	}
	return false;
}

/* Behind a day of the month nothing is counted: no lower-case noun. */
static bool
stands_alone(const struct values *v, size_t end)
{
	static const char *const words[] = { "and", "or", "to", "in", "for",
	    "at", "when", "after", "before", "but", "as", "with", "until",
	    "through", "that", "the", "by", "from", "is", "was", "will", NULL };
	const struct lex *l = lex_at(v, end);

	return end >= v->n || l->breaks || l->mark == '.' || l->mark == ','
	    || l->mark == ')' || l->mark == ';' || l->mark == '?'
	    || l->mark == '!' || word_in(v, end, words);
}

/* Of this month, or of the one before or after, as the tense says. */
static bool
day_near(const struct values *v, struct when *w, int day, int tense)
{
	struct when m = timex_of_day(v->anchor, TIMEX_MONTH);

	if (v->anchor.day == 0)
		return false;
	if (day > v->anchor.day && tense < 0)
		m = timex_shift(m, -1);
	else if (day < v->anchor.day && tense > 0)
		m = timex_shift(m, 1);
	if (day > calendar_length(m.day.year, m.day.month))
		return false;
	*w = m;
	w->grain = TIMEX_DAY;
	w->day.day = day;
	return true;
}

static bool
follows_date(const struct values *v, size_t i)
{
	return v->focus_end > 0 && v->focus_end + 1 == i
	    && v->focus.grain == TIMEX_DAY && (word_is(v, i - 1, "and")
	    || mark_at(v, i - 1, ',') || word_is(v, i - 1, "or"));
}

/* "April 20 and 21", "20, 21 and 22 April", "on the 15th", "the 20th of next
 * month". */
size_t
values_day_alone(struct values *v, size_t i, struct value *x)
{
	static const char *const before[] = { "on", "by", "until", "till",
	    "since", "from", "before", "after", NULL };
	size_t end, next, prev = i - 1 - word_is(v, i - 1, "the");
	int day = values_day(v, i, &end);
	struct when w;

	if (day == 0 || lex_at(v, i)->mark != 0)
		return 0;
	if (end == i + 1 && values_shared_month(v, end, &w)) {
		w.day.day = day;
		values_resolve(v, &w, values_tense(v, i, end));
		return values_done_date(v, x, &w, end);
	}
	if (follows_date(v, i) && stands_alone(v, end)
	    && day > v->focus.day.day && day <= calendar_length(
	    v->focus.day.year, v->focus.day.month)) {
		w = v->focus;
		w.day.day = day;
		return values_done_date(v, x, &w, end);
	}
	if (end == i + 1 || digits_at(v, i) < 0)
		return 0;	/* no "th" */
	if (within(v, end, &w, &next) && w.grain == TIMEX_MONTH
	    && day <= calendar_length(w.day.year, w.day.month)) {
		w.grain = TIMEX_DAY;
		w.day.day = day;
		return values_done_date(v, x, &w, next);
	}
	if (!word_in(v, prev, before) || !stands_alone(v, end)
	    || !day_near(v, &w, day, values_tense(v, i, end)))
		return 0;
	return values_done_date(v, x, &w, end);
}

/* "third", "21st", where ordinals are asked for. */
size_t
values_ordinal(struct values *v, size_t i, struct value *x)
{
	static const char *const suffixes[] = { "st", "nd", "rd", "th", NULL };
	size_t end = i + 2;
	long n = digits_at(v, i);

	if ((v->types >> ENTITY_ORDINAL & 1) == 0)
		return 0;
	if (n < 0 || lex_at(v, i + 1)->space || !word_in(v, i + 1, suffixes)) {
		n = n < 0 ? values_day(v, i, &end) : 0;
		if (n == 0)
			return 0;
	}
	x->x.type = ENTITY_ORDINAL;
	v->scratch.n = 0;
	values_put_number(&v->scratch, (double)n);
	x->x.name = x->x.value = values_kept(v);
	return end;
}
