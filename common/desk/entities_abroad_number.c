/*
 * Years, decades and times of day in other languages than English, from their
 * number on: "seit 2015", "в 2023 году", "1990er Jahre", "14.30 Uhr", "à 14h30",
 * 下午3点.
 */
#include "desk/entities_abroad.h"

int
abroad_year(const struct values *v, size_t i)
{
	long y = lex_text(v, i).n == 4 ? digits_at(v, i) : -1;

	return y >= 1500 && y < 2100 ? (int)y : 0;
}

static bool
is_year_word(int code)
{
	return code == DAYS_YEAR || code == DAYS_YEAR_BEHIND;
}

size_t
abroad_past_year(const struct values *v, size_t i)
{
	struct abroad word = abroad_at(v, i + 1);

	return is_year_word(word.code) && lex_at(v, i + 1)->space
	    && !lex_at(v, i + 1)->breaks ? word.end : i + 1;
}

/* ---- decades ---- */

/* "1990" or "90": the decade's first year, or 0. */
static int
first_of_decade(const struct values *v, size_t i)
{
	long y = digits_at(v, i);

	if (y < 0 || y % 10 != 0)
		return 0;
	if (lex_text(v, i).n == 2)
		return y >= 20 ? 1900 + (int)y : 0;
	return abroad_year(v, i);
}

static size_t
done_decade(struct values *v, struct value *x, int year, size_t end)
{
	struct when w = { .grain = TIMEX_DECADE, .day = { year, 0, 0 },
	    .zone = TIMEX_NO_ZONE };

	return values_done_date(v, x, &w, end);
}

size_t
abroad_decade_behind(struct values *v, struct abroad word, struct value *x)
{
	size_t at = word.end + mark_at(v, word.end, '\'');
	int year = first_of_decade(v, at);

	return year > 0 && !lex_at(v, word.end)->breaks
	    ? done_decade(v, x, year, at + 1) : 0;
}

/* "1990er Jahre", "1990-е годы", "1990-talet", "1990年代". */
static size_t
decade(struct values *v, size_t i, struct value *x)
{
	int year = first_of_decade(v, i);
	size_t at = i + 1 + (joins(v, i + 1, '-') || mark_at(v, i + 1, '\''));
	bool cjk = str_eq(lex_text(v, at), STR("年"))
	    && str_eq(lex_text(v, at + 1), STR("代"));

	if (year == 0 || lex_at(v, at)->space || !(cjk
	    || abroad_is(v, at, DAYS_BEHIND_DECADE, DAYS_BEHIND_DECADE)))
		return 0;
	at += 1 + cjk;
	if ((abroad_is(v, at, DAYS_DECADE, DAYS_DECADE)
	    || abroad_is(v, at, DAYS_YEAR, DAYS_YEAR)) && !lex_at(v, at)->breaks)
		at++;
	return done_decade(v, x, year, at);
}

/* ---- years ---- */

/* "en 2000 personnes" is no year, "en 2023 llegó" is. */
static bool
is_no_count(const struct values *v, size_t i, bool strict)
{
	const struct lex *next = lex_at(v, i + 1);
	long y = digits_at(v, i);

	if (y < 1900 || y > 2050 || next->digits || next->code >= V_PERCENT
	    || joins(v, i + 1, '-') || joins(v, i + 1, '/')
	    || joins(v, i + 1, ':'))
		return false;
	if (i + 1 >= v->n || next->mark != 0 || abroad_year(v, i + 2) > 0
	    || (next->upper && v->language != LANGUAGE_DE))
		return true;	/* "von 2000 Metern" is German */
	return language_begins(v->language, lex_text(v, i + 1))
	    || (!strict && y % 100 != 0);
}

/* "2023-ban", "2023'te". */
static bool
has_ending(const struct values *v, size_t i)
{
	return (joins(v, i + 1, '-') || joins(v, i + 1, '\''))
	    && abroad_code(v, lex_text(v, i + 2)) == DAYS_YEAR_BEHIND;
}

/* "2024年第一季度" */
static size_t
take_quarter(const struct values *v, struct when *w, size_t end)
{
	struct abroad nth = abroad_at(v, end), unit = abroad_at(v, nth.end);

	if (nth.code < DAYS_FIRST || nth.code > DAYS_FIRST + 3
	    || unit.code != DAYS_QUARTER)
		return end;
	w->grain = TIMEX_QUARTER;
	w->number = nth.code - DAYS_FIRST + 1;
	return unit.end;
}

static size_t
year(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_YEAR, .zone = TIMEX_NO_ZONE };
	int before = i > 0 && !lex_at(v, i)->breaks ? abroad_at(v, i - 1).code
	    : 0;
	int behind = abroad_at(v, i + 1).code;

	w.day.year = abroad_year(v, i);
	if (w.day.year == 0)
		return 0;
	if ((is_year_word(behind) && !lex_at(v, i + 1)->breaks)
	    || before == DAYS_YEAR || has_ending(v, i))
		return values_done_date(v, x, &w, take_quarter(v, &w,
		    is_year_word(behind) ? abroad_at(v, i + 1).end : i + 1));
	if ((before != DAYS_BEFORE_YEAR && before != DAYS_OF_YEAR
	    && before != DAYS_TO)
	    || !is_no_count(v, i, before != DAYS_BEFORE_YEAR))
		return 0;
	return values_done_date(v, x, &w, i + 1);
}

/* ---- times ---- */

/* "14h30", "14 h 30": minutes behind the hour's word. */
static size_t
hours(const struct values *v, size_t at, struct when *w)
{
	long n = digits_at(v, at + 1);

	if (lex_text(v, at).n > 2 || lex_text(v, at + 1).n != 2 || n < 0
	    || n > 59 || lex_at(v, at + 1)->space != lex_at(v, at)->space)
		return at + 1;
	w->minute = (int)n;
	return at + 2;
}

static size_t
clock_at(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .part = TIMEX_CLOCK,
	    .minute = -1, .second = -1, .zone = TIMEX_NO_ZONE };
	size_t end = values_clock_digits(v, i, &w);
	size_t from = i - (i > 1 && mark_at(v, i - 1, '.')) - 1;
	int before = i > 0 ? abroad_at(v, from).code : 0, behind;
	bool sure = before == DAYS_AT_TIME, dot = lex_text(v, i).n > 2;

	if (end == 0 || w.hour > 24 || (i > 0 && lex_at(v, i - 1)->mark == ':'))
		return 0;
	behind = lex_at(v, end)->breaks ? 0 : abroad_at(v, end).code;
	if (behind == DAYS_CLOCK) {
		sure = true;
		end++;
	} else if (behind == DAYS_HOURS) {
		end = hours(v, end, &w);
		sure |= w.minute >= 0 || before == DAYS_BEFORE_TIME;
	}
	sure |= w.minute >= 0 && !dot && (before == DAYS_BEFORE_TIME
	    || before == DAYS_TO || v->focus_end == i);
	return sure ? values_done_time(v, x, &w, end) : 0;
}

static bool
is_hour(const struct values *v, size_t i)
{
	static const char *const words[] = { "点", "點", "时", "時" };

	return str_is_one_of(lex_text(v, i), words,
	    sizeof words / sizeof *words);
}

/* "下午3点30分", "14時30分"; "3点" may be three points. */
static size_t
east_asian(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .part = TIMEX_CLOCK,
	    .minute = -1, .second = -1, .zone = TIMEX_NO_ZONE };
	long hour = digits_at(v, i), minute = digits_at(v, i + 2);
	struct abroad part = abroad_at(v, i > 1 ? i - 2 : i);
	bool said = part.end == i && part.code > DAYS_PART
	    && part.code <= DAYS_PART + 4;
	size_t end = i + 2;

	if (hour < 0 || hour > 24 || !is_hour(v, i + 1))
		return 0;
	if (minute >= 0 && minute < 60
	    && str_eq(lex_text(v, i + 3), STR("分"))) {
		w.minute = (int)minute;
		end += 2;
	}
	if (!said && w.minute < 0)
		return 0;
	w.hour = (int)hour + (said && part.code > DAYS_PART + 1 && hour < 12
	    ? 12 : 0);
	x->first = said ? i - 2 : i;
	return values_done_time(v, x, &w, end);
}

size_t
values_abroad_number(struct values *v, size_t i, struct value *x)
{
	size_t end;

	if (v->language <= LANGUAGE_EN && !lex_at(v, i + 1)->other
	    && !lex_at(v, i - 1)->other && !(joins(v, i + 1, '-')
	    && lex_at(v, i + 2)->other))
		return 0;
	if ((end = decade(v, i, x)) > 0 || (end = year(v, i, x)) > 0
	    || (end = east_asian(v, i, x)) > 0)
		return end;
	return clock_at(v, i, x);
}
