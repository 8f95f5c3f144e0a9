/* Holidays: "Easter", "Christmas Eve 2023", "last Thanksgiving". */
#include "desk/entities_parse.h"
#include "lang/holidays.h"
#include "text/words.h"

extern const struct words words_holidays;

enum {
	MOST_LEXEMES = 6,	/* "martin luther king jr . day" */
	NEAR = 31,		/* days: one to come, whatever the tense */
	LOWER_CASE = 6		/* bytes: "easter"; "new" only before "year" */
};

/* The longest holiday from i on; *end is the lexeme after it. */
static int
named(const struct values *v, size_t i, size_t *end)
{
	for (size_t n = MOST_LEXEMES; n > 0; n--) {
		int k = phrase_in(v, &words_holidays, i, n);

		if (k > 0) {
			*end = i + n;
			return k;
		}
	}
	return 0;
}

/* Of last, this and next year the one meant; "last": before the anchor. */
static struct day
nearest(const struct values *v, int number, int which, int tense)
{
	struct day best = holiday_day(number, v->anchor.year);
	long now = calendar_number(v->anchor);
	long gap = calendar_number(best) - now;
	bool back = which == V_LAST || which == V_PREVIOUS || which == V_PAST
	    || (which == 0 && tense < 0 && gap > NEAR);
	bool on = which == V_NEXT || which == V_COMING
	    || (which == 0 && tense > 0);

	if (which == V_THIS)
		return best;
	if (gap > 0 && (back || (!on && gap > 183)) && best.year > 1)
		return holiday_day(number, v->anchor.year - 1);
	if (gap < 0 && (on || (!back && gap < -183)))
		return holiday_day(number, v->anchor.year + 1);
	if (gap == 0 && which == V_LAST && best.year > 1)
		return holiday_day(number, v->anchor.year - 1);
	return best;
}

size_t
values_holiday(struct values *v, size_t i, size_t at, struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .zone = TIMEX_NO_ZONE };
	size_t end, next;
	int number, year, which = at > i ? code_at(v, i) : 0;

	if ((!lex_at(v, at)->upper && lex_text(v, at).n < LOWER_CASE
	    && code_at(v, at + 1) == 0) || (number = named(v, at, &end)) == 0)
		return 0;
	year = values_year(v, end + mark_at(v, end, ','), &next);
	if (year == 0)
		year = values_said_year(v, end, &next);
	if (year > 0) {
		w.day = holiday_day(number, year);
		end = next;
	} else if (v->anchor.day > 0) {
		w.day = nearest(v, number, which, values_tense(v, i, end));
	} else {
		w.day = holiday_day(number, 2000);
		w.day.year = 0;
		if (number >= 5 && number <= 11)
			return 0;	/* it moves: nothing is known */
	}
	if (code_at(v, end) == V_UNIT + U_WEEKEND && w.day.year > 0) {
		/* "Labor Day weekend": the one before a Monday or Tuesday */
		w.day = calendar_day(calendar_number(w.day)
		    - (calendar_weekday(w.day) < 3 ? 2 : 0));
		w.grain = TIMEX_WEEKEND;
		end++;
	}
	return values_done_date(v, x, &w, end);
}
