/* Dates that say their day, month or year, and the tense about them. */
#include "desk/entities_parse.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_tense;

/* How far to look for the verb; from where a year without "'" is believed;
 * beyond how many days the tense overrules the nearer date. */
enum { BACK = 30, AHEAD = 20, FIRST_YEAR = 1000, LAST_YEAR = 2101,
    NEAR_DAYS = 100, NEAR_MONTH = 15, FAR_DAYS = 62,
    TWO_DIGITS = 40 };

int
values_month(const struct values *v, size_t i)
{
	int m = code_in(v, i, V_MONTH, 12);

	if (m == 0 || lex_at(v, i)->upper)
		return m;
	/* "may", "march", "mar", "dec" in lower case are other words */
	return lex_text(v, i).n > 3 && m != 3 ? m : 0;
}

/* The same beside a day, where "14 nov" and "the 1st of may" are months. */
static int
month_beside(const struct values *v, size_t i, bool ordinal)
{
	int m = code_in(v, i, V_MONTH, 12);

	return values_month(v, i) > 0 || ordinal || (m != 3 && m != 5) ? m : 0;
}

/* The paragraph is nothing else, but for a stop. */
bool
values_alone(const struct values *v, size_t i)
{
	return lex_at(v, i)->breaks && (i + 1 >= v->n || (mark_at(v, i + 1, '.')
	    && i + 2 >= v->n));
}

int
values_weekday(const struct values *v, size_t i)
{
	int w = code_in(v, i, V_WEEKDAY, 7);

	return w > 0 && (lex_at(v, i)->upper || lex_text(v, i).n > 4
	    || values_alone(v, i)) ? w : 0;
}

static bool
is_suffix(const struct values *v, size_t i)
{
	static const char *const list[] = { "st", "nd", "rd", "th", NULL };

	return lex_at(v, i)->mark == 0 && !lex_at(v, i)->space
	    && word_in(v, i, list);
}

static int
ordinal_at(const struct values *v, size_t i)
{
	int n = code_in(v, i, V_ORDINAL, 31);

	return n > 0 ? n : word_is(v, i, "second") ? 2 : 0;
}

int
values_day(const struct values *v, size_t i, size_t *end)
{
	long n = digits_at(v, i);
	int tens = code_at(v, i), c;

	if (n > 0) {
		*end = i + 1 + is_suffix(v, i + 1);
		c = code_at(v, *end);
		if (lex_text(v, i).n > 2 || joins(v, *end, ':')
		    || mark_at(v, *end, '%') || (c > V_TENTH && c < V_MONTH)
		    || (*end == i + 1 && lex_at(v, *end)->mark == 0
		    && !lex_at(v, *end)->space && *end < v->n
		    && code_in(v, *end, V_MONTH, 12) == 0))
			return 0;
		return n <= 31 ? (int)n : 0;
	}
	*end = i + 1;
	if (tens == 20 || tens == 30) {
		size_t next = i + 1 + joins(v, i + 1, '-');

		c = ordinal_at(v, next);
		*end = next + 1;
		return c > 0 && c < 10 && tens + c <= 31 ? tens + c : 0;
	}
	return ordinal_at(v, i);
}

static int
whole_year(long two)
{
	return (int)(two < TWO_DIGITS ? 2000 + two : 1900 + two);
}

/* "nineteen eighty-six", "twenty twenty", "two thousand and fifteen",
 * "seventeen hundred thirty-three": 0 if it is not that. */
static int
spoken_year(const struct values *v, size_t i, size_t *end)
{
	int high = code_at(v, i), low, ones, power = code_at(v, i + 1);
	bool whole = (high == 2 && power == V_TENTH + 3)
	    || (high > 10 && power == V_TENTH + 2);
	size_t at = i + 1 + whole;

	at += whole && word_is(v, at, "and");
	low = code_at(v, at++);
	if (whole && high == 2)
		high = 20;
	if (high < (whole ? 11 : 17) || high > 20 || low < (whole ? 1 : 10)
	    || low > 99)
		return 0;
	ones = code_at(v, at + joins(v, at, '-'));
	if (low >= 20 && ones > 0 && ones < 10) {
		at += 1 + joins(v, at, '-');
		low += ones;
	}
	*end = at;
	return high * 100 + low;
}

int
values_year(const struct values *v, size_t i, size_t *end)
{
	long y;

	if (code_at(v, i) > 0 && code_at(v, i) < 100)
		return spoken_year(v, i, end);
	*end = i + 1;
	if (mark_at(v, i, '\'') && !lex_at(v, i + 1)->space
	    && lex_text(v, i + 1).n == 2 && (y = digits_at(v, i + 1)) >= 0) {
		*end = i + 2;
		return lex_at(v, i + 2)->space || lex_at(v, i + 2)->mark
		    || i + 2 >= v->n ? whole_year(y) : 0;
	}
	if (lex_text(v, i).n != 4 || (lex_at(v, i + 1)->mark == 0
	    && !lex_at(v, i + 1)->space && i + 1 < v->n
	    && !word_is(v, i + 1, "q")))
		return 0;
	y = digits_at(v, i);
	return y >= FIRST_YEAR && y < LAST_YEAR && !joins(v, i + 1, ':')
	    ? (int)y : 0;
}

int
values_said_year(const struct values *v, size_t i, size_t *end)
{
	size_t at = i + word_is(v, i, "of");
	int c;

	at += word_is(v, at, "the") && at > i;
	c = code_at(v, at);
	if (c < V_LAST || c > V_CURRENT || !word_is(v, at + 1, "year"))
		return 0;
	*end = at + 2;
	if (c == V_SAME || c == V_THAT)
		return v->focus.day.year;
	if (c == V_FOLLOWING)
		return v->focus.day.year > 0 ? v->focus.day.year + 1 : 0;
	if (v->anchor.year == 0)
		return 0;
	return v->anchor.year + (c == V_NEXT || c == V_COMING)
	    - (c == V_LAST || c == V_PREVIOUS);
}

static bool
is_real(struct day d)
{
	return d.month >= 1 && d.month <= 12 && d.day >= 1
	    && d.day <= calendar_length(d.year > 0 ? d.year : 2000, d.month);
}

/* What begins in one year and ends in the next: "the 2010-11 season". */
static const char *const of_two_years[] = { "season", "campaign", "fiscal",
    "financial", "academic", "school", "tax", "budget", NULL };

/* "2022-05-01", "2022/5/1", "2022-05": the year first. */
static size_t
year_first(const struct values *v, size_t i, struct when *w)
{
	long y = digits_at(v, i), m, d;
	char mark = lex_at(v, i + 1)->mark;

	if (lex_text(v, i).n != 4 || (mark != '-' && mark != '/')
	    || !joins(v, i + 1, mark) || y < FIRST_YEAR || y >= LAST_YEAR)
		return 0;
	m = month_beside(v, i + 2, true);
	if (m == 0)
		m = digits_at(v, i + 2);
	if (m < 1 || m > 12)
		return 0;
	w->grain = TIMEX_MONTH;
	w->day = (struct day){ (int)y, (int)m, 0 };
	if (!joins(v, i + 3, mark))
		return lex_text(v, i + 2).n == 2 && !(m == y % 100 + 1
		    && word_in(v, i + 3, of_two_years)) ? i + 3 : 0;
	d = digits_at(v, i + 4);
	w->day.day = (int)d;
	w->grain = TIMEX_DAY;
	return lex_text(v, i + 4).n <= 2 && is_real(w->day) ? i + 5 : 0;
}

/* "5/1/2022" is the first of May, "15/1/2022" and "1.5.2022" of January and
 * of May: a stop puts the day first. */
static size_t
year_last(const struct values *v, size_t i, struct when *w)
{
	struct str s = lex_text(v, i);
	const char *stop = memchr(s.p, '.', s.n);
	bool dots = stop != NULL;
	char mark = dots ? '.' : lex_at(v, i + 1)->mark;
	size_t year = dots ? i + 2 : i + 4;
	long a, b, y = digits_at(v, year);

	if (dots) {
		a = stop[-1] - '0' + (stop - s.p > 1 ? 10 * (s.p[0] - '0') : 0);
		b = s.p[s.n - 1] - '0' + (s.p + s.n - stop > 2
		    ? 10 * (stop[1] - '0') : 0);
		if (s.n > 5 || stop - s.p > 2 || s.p + s.n - stop > 3)
			return 0;
	} else {
		a = digits_at(v, i);
		b = digits_at(v, i + 2);
	}
	if ((mark != '/' && mark != '-' && mark != '.')
	    || !joins(v, year - 1, mark) || (!dots && !joins(v, i + 1, mark))
	    || (lex_text(v, year).n != 4 && (lex_text(v, year).n != 2
	    || mark != '/')) || y < 0 || a < 1 || b < 1)
		return 0;
	y = lex_text(v, year).n == 2 ? whole_year(y) : y;
	w->grain = TIMEX_DAY;
	w->day = (dots && b <= 12) || a > 12 ? (struct day){ (int)y, (int)b, (int)a }
	    : (struct day){ (int)y, (int)a, (int)b };
	return y >= FIRST_YEAR && y < LAST_YEAR && is_real(w->day)
	    ? year + 1 : 0;
}

/* The year behind day and month: ", 2022", " 2022", " of 2022"; short, as in
 * "19-Nov-12", only behind the mark that also stands before the month. */
static size_t
take_year(const struct values *v, size_t at, struct when *w, char mark)
{
	bool dash = joins(v, at, '-') || joins(v, at, '/');
	size_t from = at + (mark_at(v, at, ',') || word_is(v, at, "of")
	    || word_is(v, at, "in") || dash), end;
	int y = values_year(v, from, &end);

	if (y == 0 && dash && mark_at(v, at, mark) && lex_text(v, from).n == 2
	    && digits_at(v, from) >= 0) {
		y = whole_year(digits_at(v, from));
		end = from + 1;
	}
	if (y == 0)
		return at;
	w->day.year = y;
	return end;
}

static size_t
take_stop(const struct values *v, size_t at)
{
	return at + (mark_at(v, at, '.') && !lex_at(v, at)->space
	    && lex_text(v, at - 1).n <= 4 && lex_text(v, at - 1).n >= 3
	    && (lex_at(v, at + 1)->digits || mark_at(v, at + 1, ',')));
}

static size_t
month_first(const struct values *v, size_t i, struct when *w)
{
	size_t at = take_stop(v, i + 1), day, end;
	int d;

	w->grain = TIMEX_MONTH;
	w->day = (struct day){ 0, code_in(v, i, V_MONTH, 12), 0 };
	if ((end = take_year(v, at, w, '\0')) > at)
		return end;
	day = at + (joins(v, at, '-') || joins(v, at, '/')
	    || word_is(v, at, "the"));
	d = values_day(v, day, &end);
	if (d == 0 || lex_at(v, day)->breaks)
		return i + 1;
	w->day.day = d;
	if (!is_real(w->day)) {
		w->day.day = 0;
		return i + 1;
	}
	w->grain = TIMEX_DAY;
	return take_year(v, end, w, '\0');
}

static size_t
day_first(const struct values *v, size_t i, struct when *w)
{
	size_t at;
	int d = values_day(v, i, &at), m;
	bool of = d > 0 && word_is(v, at, "of");
	char mark = '\0';

	if (d == 0)
		return 0;
	if (joins(v, at, '-') || joins(v, at, '/') || joins(v, at, '.'))
		mark = lex_at(v, at)->mark;
	m = month_beside(v, at + (of || mark != '\0'), of || mark != '\0');
	if (m == 0)
		return 0;
	at += of || mark != '\0';
	w->grain = TIMEX_DAY;
	w->day = (struct day){ 0, m, d };
	if (!is_real(w->day))
		return 0;
	return take_year(v, take_stop(v, at + 1), w, mark);
}

static size_t
plain_date(const struct values *v, size_t i, struct when *w)
{
	size_t end;

	*w = (struct when){ .zone = TIMEX_NO_ZONE };
	if (values_month(v, i) > 0)
		return month_first(v, i, w);
	if (code_in(v, i, V_MONTH, 12) > 0) {	/* "nov 14", "march 3rd" */
		end = month_first(v, i, w);
		return w->day.day > 0 && month_beside(v, i,
		    digits_at(v, end - 1) < 0 || w->day.year > 0) > 0 ? end : 0;
	}
	if (lex_at(v, i)->digits && ((end = year_first(v, i, w)) > 0
	    || (end = year_last(v, i, w)) > 0))
		return end;
	return day_first(v, i, w);
}

size_t
values_plain_date(const struct values *v, size_t i, struct when *w)
{
	size_t end = plain_date(v, i, w);

	return w->day.day > 0 && !is_real(w->day) ? 0 : end;
}

/* ---- tense and year ---- */

static bool
ends_sentence(const struct values *v, size_t i)
{
	const struct lex *l = lex_at(v, i);

	if (l->mark == '.')	/* "Sept. 30", "U.S. 7" go on */
		return lex_at(v, i + 1)->upper && lex_text(v, i - 1).n > 4;
	return l->mark == '!' || l->mark == '?' || l->mark == ';';
}

static int
tense_of(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);
	int t;

	if (lex_at(v, i)->mark != 0 || lex_at(v, i)->digits)
		return 0;
	if (word_is(v, i, "to"))	/* "is to meet", "set to meet" */
		return word_is(v, i - 1, "is") || word_is(v, i - 1, "are")
		    || word_is(v, i - 1, "set");
	if (word_is(v, i - 1, "be") && str_ends(s, STR("ed")))
		return 1;	/* "to be published" */
	t = words_find_lower(&words_tense, s);
	if (t > 0)
		return t == 1 ? -1 : 1;
	return s.n > 4 && !lex_at(v, i)->upper && str_ends(s, STR("ed"))
	    ? -1 : 0;
}

int
values_tense(const struct values *v, size_t i, size_t end)
{
	int t;

	for (size_t k = 1; k <= BACK && k <= i; k++) {
		if (ends_sentence(v, i - k))
			break;
		if ((t = tense_of(v, i - k)) != 0)
			return t;
		if (lex_at(v, i - k)->breaks)
			break;
	}
	for (size_t k = end; k < end + AHEAD && k < v->n; k++) {
		if (ends_sentence(v, k) || lex_at(v, k)->breaks)
			break;
		if ((t = tense_of(v, k)) != 0)
			return t;
	}
	return 0;
}

/* Days from the anchor, in the year of the anchor plus step. */
static long
distance(const struct values *v, const struct when *w, int step)
{
	struct day d = w->day, a = v->anchor;

	d.year = a.year + step;
	if (d.year < 1)
		return 1000000;
	if (w->grain == TIMEX_MONTH || a.day == 0)
		d.day = a.day = 15;
	if (a.month == 0)
		a.month = 7;
	return calendar_number(d) - calendar_number(a);
}

static void
resolve_quarter(const struct values *v, struct when *w, int tense)
{
	struct when now = timex_of_day(v->anchor, w->grain);
	int ahead = w->number - now.number;

	/* One that is over is still to be reported on: it stays in the past. */
	w->day.year = now.day.year - (ahead > 0 && tense <= 0
	    && !(tense == 0 && ahead == 1));
}

void
values_resolve(const struct values *v, struct when *w, int tense)
{
	long now, other;

	if (w->day.year > 0 || v->anchor.year == 0)
		return;
	if (w->grain >= TIMEX_QUARTER) {
		if (w->number > 0)
			resolve_quarter(v, w, tense);
		return;
	}
	if (w->day.month == 0)
		return;
	now = distance(v, w, 0);
	other = distance(v, w, now > 0 ? -1 : 1);
	w->day.year = v->anchor.year;
	if (now > 0 && ((now > -other - 1 && tense <= 0) || (tense < 0 && now
	    > (w->grain == TIMEX_MONTH ? NEAR_MONTH : NEAR_DAYS))))
		w->day.year--;
	else if (now < 0 && (-now > other + 1 ? tense >= 0
	    : -now > FAR_DAYS && tense > 0))
		w->day.year++;
	while (w->day.day == 29 && !is_real(w->day) && w->day.year > 8)
		w->day.year--;		/* February 29 */
}
