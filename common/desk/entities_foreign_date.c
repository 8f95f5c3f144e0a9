/*
 * Dates as other languages write them: "12. März 2024", "5 de abril de 2022",
 * "3 мая 2023", "mars 2024", "2024年3月12日". What a month is, lang/moment knows.
 */
#include "desk/entities_abroad.h"

enum {
	PLAIN = 5,	/* letters of a month that needs neither year nor mark */
	SHORTEST = 3	/* "mai" */
};

static int
month_at(const struct values *v, size_t i)
{
	const struct lex *l = lex_at(v, i);

	return i < v->n && !l->digits && l->mark == 0
	    ? moment_month(lex_text(v, i)) : 0;
}

/* "de", "del", "er" of "1er". */
static bool
is_joint(const struct values *v, size_t i)
{
	return i < v->n && !lex_at(v, i)->digits
	    && moment_is_joint(lex_text(v, i));
}

/* A stop or a comma close to what is before it. */
static size_t
past_mark(const struct values *v, size_t i, char mark)
{
	return i + (mark_at(v, i, mark) && !lex_at(v, i)->space);
}

/* "3. Mai", "3 de mayo", "12 июля"; "5 out of 10", "3 mars", "10-20 set" are
 * none. */
static bool
is_clear(const struct values *v, size_t i, size_t month, bool range)
{
	struct str s = lex_text(v, month);

	if ((month > i + 1 && !range) || (i > 0 && abroad_is(v, i - 1, 1, 7)))
		return s.n >= SHORTEST;
	if (v->language > LANGUAGE_EN && (s.n > SHORTEST
	    || byte_lower(s.p[0]) == 'm'))
		return true;	/* "3 mars", "3 mei", but "3 set" */
	return code_in(v, month, V_MONTH, 12) == 0
	    && (s.n >= PLAIN || (unsigned char)s.p[0] >= 0x80);
}

/* "3 May", "3rd of May": not here. */
static bool
is_english(const struct values *v, size_t i, size_t month)
{
	return code_in(v, month, V_MONTH, 12) > 0 && !mark_at(v, i + 1, '.');
}

static long
day_at(const struct values *v, size_t i)
{
	return lex_text(v, i).n <= 2 ? digits_at(v, i) : -1;
}

/* "bis 5." behind "3.", "au 5" behind "3", "–5.": its day, and past it. */
static int
last_day(const struct values *v, long first, size_t *at)
{
	size_t next = *at + 1;
	long d = day_at(v, next);

	if (d <= first || lex_at(v, next)->breaks || !(mark_at(v, *at, '-')
	    || abroad_is(v, *at, DAYS_TO, DAYS_TO)))
		return 0;
	*at = past_mark(v, next + 1, '.');
	return (int)d;
}

/* With the year of the first day of a range, its last one. */
static size_t
done(struct values *v, struct value *x, const struct when *w, int last,
    size_t end)
{
	if (last > 0) {
		x->until = *w;
		x->until.day.day = last;
	}
	return values_done_date(v, x, w, end);
}

/* "12. März 2024", "1er mai", "5 de abril de 2022", "3. bis 5. Mai". */
static size_t
day_first(struct values *v, size_t i, struct value *x)
{
	long d = day_at(v, i);
	struct when w = { .grain = TIMEX_DAY, .zone = TIMEX_NO_ZONE };
	size_t at = past_mark(v, i + 1, '.'), end;
	int last;

	if (d < 1 || d > 31)
		return 0;
	last = last_day(v, d, &at);
	if (is_joint(v, at))
		at += 1 + is_joint(v, at + 1);
	w.day.month = month_at(v, at);
	if (w.day.month == 0 || lex_at(v, at)->breaks
	    || is_english(v, i, at)
	    || (last > 0 ? last : d) > calendar_length(2000, w.day.month))
		return 0;
	w.day.day = (int)d;
	end = past_mark(v, at + 1, '.');
	end = past_mark(v, end, ',');
	end += is_joint(v, end);
	w.day.year = abroad_year(v, end);
	if (w.day.year > 0)
		return done(v, x, &w, last, abroad_past_year(v, end));
	if (!is_clear(v, i, at, last > 0))
		return 0;
	values_resolve(v, &w, values_tense(v, i, at + 1));
	return done(v, x, &w, last, at + 1);
}

/* "mars 2024", "mayo de 2023", by the year; English was read at the month. */
static size_t
month_before(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_MONTH, .zone = TIMEX_NO_ZONE };
	size_t at = i;

	w.day.year = abroad_year(v, i);
	if (w.day.year == 0 || at <= v->done)
		return 0;
	at--;
	at -= at > v->done && (is_joint(v, at) || mark_at(v, at, '.'));
	w.day.month = month_at(v, at);
	if (w.day.month == 0 || lex_text(v, at).n < SHORTEST
	    || code_in(v, at, V_MONTH, 12) > 0)
		return 0;
	x->first = at;
	return values_done_date(v, x, &w, i + 1);
}

/* "2024. március 12." */
static size_t
year_first(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .zone = TIMEX_NO_ZONE };
	size_t at = past_mark(v, i + 1, '.');
	long d;

	w.day.year = abroad_year(v, i);
	w.day.month = month_at(v, at);
	d = lex_text(v, at + 1).n <= 2 ? digits_at(v, at + 1) : -1;
	if (w.day.year == 0 || at == i + 1 || w.day.month == 0 || d < 1
	    || d > calendar_length(2000, w.day.month))
		return 0;
	w.day.day = (int)d;
	return values_done_date(v, x, &w, at + 2);
}

static bool
is_counter(const struct values *v, size_t i, struct str cjk, struct str korean)
{
	return str_eq(lex_text(v, i), cjk) || str_eq(lex_text(v, i), korean);
}

/* "2024年3月12日", "3月12日", "2024년 3월 12일". */
static size_t
east_asian(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_MONTH, .zone = TIMEX_NO_ZONE };
	size_t at = i;
	long m, d;

	if (is_counter(v, i + 1, STR("年"), STR("년"))) {
		w.day.year = abroad_year(v, i);
		at += 2;
	}
	m = digits_at(v, at);
	if (m < 1 || m > 12 || !is_counter(v, at + 1, STR("月"), STR("월"))
	    || (at > i && w.day.year == 0))
		return 0;
	w.day.month = (int)m;
	d = digits_at(v, at + 2);
	if (d >= 1 && d <= calendar_length(2000, w.day.month)
	    && is_counter(v, at + 3, STR("日"), STR("일"))) {
		w.grain = TIMEX_DAY;
		w.day.day = (int)d;
		at += 2;
	} else if (at == i) {
		return 0;	/* "3月" may be three months */
	}
	if (w.day.year == 0)
		values_resolve(v, &w, 0);
	return values_done_date(v, x, &w, at + 2);
}

size_t
values_foreign_date(struct values *v, size_t i, struct value *x)
{
	size_t end = day_first(v, i, x);

	if (end == 0)
		end = year_first(v, i, x);
	if (end == 0)
		end = month_before(v, i, x);
	if (end == 0)
		end = east_asian(v, i, x);
	return end > 0 ? end : values_abroad_number(v, i, x);
}
