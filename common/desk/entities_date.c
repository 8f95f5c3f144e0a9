/* Dates with a month or a year, alone and in ranges. */
#include "desk/entities_parse.h"

#include "text/chars.h"

static struct str
kept(struct values *v, void (*put)(struct buf *, struct day), struct day d)
{
	v->scratch.n = 0;
	put(&v->scratch, d);
	return values_kept(v);
}

/* Both ends of what the value covers, where it is more than a day. */
void
values_put_extent(struct values *v, struct value *x, const struct when *w)
{
	struct day low, high, ignored;

	if (!timex_range(w, &low, &high) || (x->until.grain > TIMEX_NONE
	    && !timex_range(&x->until, &ignored, &high)))
		return;
	if (w->grain == TIMEX_DAY && x->until.grain == TIMEX_NONE)
		return;
	x->x.low = kept(v, calendar_put, low);
	x->x.high = kept(v, calendar_put, high);
}

size_t
values_done_date(struct values *v, struct value *x, const struct when *w,
    size_t end)
{
	v->scratch.n = 0;
	timex_put(&v->scratch, w);
	if (x->until.grain > TIMEX_NONE) {
		buf_char(&v->scratch, '/');
		timex_put(&v->scratch, &x->until);
	}
	x->x.name = x->x.value = values_kept(v);
	x->x.type = w->part == TIMEX_WHOLE ? ENTITY_DATE : ENTITY_TIME;
	values_put_extent(v, x, w);
	if (x->x.mod == MOD_NONE && values_mod(v, x->first) == MOD_APPROX
	    && w->part == TIMEX_WHOLE)
		x->x.mod = MOD_APPROX;
	if (w->day.year > 0 || w->day.month > 0) {
		v->focus = *w;
		v->focus.part = TIMEX_WHOLE;
		v->focus_end = end;
	}
	return end;
}

/* What stands before "May" and "March" when they are months. */
static const char *const before_month[] = { "in", "last", "since", "until",
    "till", "by", "early", "late", "mid", "of", "from", "to", "through",
    "next", "this", "and", "between", "during", "before", "after", "for",
    "every", "each", NULL };

/* A month by itself: "May", "March", "April Jones" may be other things. */
static bool
is_bare_month(const struct values *v, size_t i)
{
	int m = values_month(v, i);
	bool name = lex_at(v, i + 1)->upper && !lex_at(v, i + 1)->breaks
	    && values_weekday(v, i + 1) == 0;

	if (values_alone(v, i) || (joins(v, i + 1, '-')
	    && values_month(v, i + 2) > 0))
		return true;
	if (i > 0 && word_in(v, i - 1 - joins(v, i - 1, '-'), before_month))
		return !name || lex_text(v, i).n > 3;
	if (lex_text(v, i).n == 3 || name || (i > 0 && lex_at(v, i - 1)->upper
	    && !lex_at(v, i)->breaks && (m == 4 || m == 6 || m == 8)))
		return false;
	return m != 3 && m != 5;
}

/* The second day of "May 1-3", "1 to 3 May", "May 1 through 3". */
static size_t
to_day(const struct values *v, size_t at, int from, int *day)
{
	size_t next = at + 1, end;

	if (!(mark_at(v, at, '-') && lex_at(v, at)->space
	    == lex_at(v, at + 1)->space) && !word_is(v, at, "to")
	    && !word_is(v, at, "through") && !word_is(v, at, "until")
	    && !word_is(v, at, "till"))
		return 0;
	next += word_is(v, next, "the");
	*day = values_day(v, next, &end);
	if (*day > from && !joins(v, end, '-') && !joins(v, end, '/'))
		return end;
	*day = 0;
	return 0;
}

/* "1-3 May 2022". */
static size_t
days_first(struct values *v, size_t i, struct value *x)
{
	struct when w;
	size_t at, next, end;
	int to, d = values_day(v, i, &at);

	if (d == 0 || (next = to_day(v, at, d, &to)) == 0)
		return 0;
	next = at + 1 + word_is(v, at + 1, "the");
	end = values_plain_date(v, next, &w);
	if (end == 0 || w.grain != TIMEX_DAY || w.day.day != to
	    || values_month(v, next) > 0)
		return 0;
	values_resolve(v, &w, values_tense(v, i, end));
	x->until = w;
	w.day.day = d;
	return values_done_date(v, x, &w, end);
}

/* A second date behind a dash: "May 30-June 2", "16 March-7 April",
 * "April-June 2020". */
static size_t
to_date(const struct values *v, size_t end, struct when *w,
    struct when *until)
{
	size_t next = end + 1;

	if (!mark_at(v, end, '-') || lex_at(v, end)->space
	    != lex_at(v, next)->space || (values_month(v, next) == 0
	    && !(w->grain == TIMEX_DAY && lex_at(v, next)->digits)))
		return 0;
	next = values_plain_date(v, next, until);
	if (next == 0 || until->grain != w->grain)
		return 0;
	if (w->day.year == 0 && until->day.year > 0)
		w->day.year = until->day.year - (w->day.month
		    > until->day.month);
	return next;
}

static const char *const to_words[] = { "to", "and", "through", "until",
    "till", NULL };

/* "between the middle of" before i. */
static bool
is_between(const struct values *v, size_t i)
{
	for (size_t k = 1; k <= 4 && k <= i; k++)
		if (word_is(v, i - k, "between"))
			return true;
	return false;
}

/* "from January to April 2015", "from May to September": the year of the
 * first date, which is at i, after that of the second; 0: no second. */
static int
year_behind_range(const struct values *v, size_t i, size_t end,
    const struct when *w)
{
	size_t at = end + 1 + word_is(v, end + 1, "the");
	struct when until;

	if (!word_in(v, end, to_words))
		return 0;
	if (code_at(v, at) >= V_EARLY && code_at(v, at) <= V_LATE)
		at += 1 + (mark_at(v, at + 1, '-') || word_is(v, at + 1, "of"));
	if (values_plain_date(v, at, &until) == 0 || until.grain != w->grain)
		return 0;
	if (until.day.year == 0 && w->grain == TIMEX_MONTH
	    && (!word_is(v, end, "and") || is_between(v, i)))
		values_resolve(v, &until, values_tense(v, end, at + 1));
	if (until.day.year == 0)
		return 0;
	return until.day.year - (w->day.month > until.day.month);
}

/* "-3" and its year behind "May 1": *to is the last day, 0 if there is none. */
static size_t
days_behind(const struct values *v, size_t end, struct when *w, int *to)
{
	size_t next, at;
	int year;

	*to = 0;
	if (w->grain != TIMEX_DAY || w->day.year > 0
	    || (next = to_day(v, end, w->day.day, to)) == 0)
		return 0;
	if (values_month(v, next + word_is(v, next, "of")) > 0) {
		*to = 0;	/* "16 March to 17 April" */
		return 0;
	}
	at = next + mark_at(v, next, ',');
	if ((year = values_year(v, at, &at)) == 0)
		return next;
	w->day.year = year;
	return at;
}

/* What comes behind a date without year: a range, "last year", nothing. */
static size_t
finish(struct values *v, struct value *x, struct when *w, size_t end)
{
	size_t next, at;
	int to, year;

	if ((next = days_behind(v, end, w, &to)) > 0
	    || (next = to_date(v, end, w, &x->until)) > 0)
		end = next;
	if (w->day.year == 0 && (year = values_said_year(v, end, &next)) > 0) {
		w->day.year = year;
		end = next;
		at = next + mark_at(v, next, ',');
		if (values_year(v, at, &next) == year)
			end = next;	/* "November last year, 2021" */
	}
	if (w->day.year == 0)
		w->day.year = year_behind_range(v, x->first, end, w);
	if (w->day.year == 0)
		values_resolve(v, w, values_tense(v, x->first, end));
	if (to > 0) {
		int last = calendar_length(w->day.year > 0 ? w->day.year
		    : 2000, w->day.month);

		x->until = *w;
		x->until.day.day = to < last ? to : last;
	} else if (x->until.grain > TIMEX_NONE && x->until.day.year == 0) {
		x->until.day.year = w->day.year == 0 ? 0 : w->day.year
		    + (x->until.day.month < w->day.month);
	}
	return values_done_date(v, x, w, end);
}

/* ---- years ---- */

static const char *const before_year[] = { "in", "since", "by", "of", "from",
    "until", "till", "after", "before", "early", "late", "during", "to",
    "through", "mid", "for", "than", "fiscal", "year", "years", "the", "and",
    "or", "with", "between", "a", "an",
    "that", "his", "her", "its", "their", "our", "my", "s",
    "season", "fall", "spring", "summer", "winter", "autumn", "around",
    "about", "circa", "ended", "ending", "election", "elections", "class",
    "back", "late", "on", "pre", "post", "into", "across", "throughout",
    NULL };
/* Behind a year, though in lower case, they count nothing. */
static const char *const after_year[] = { "and", "or", "to", "in", "for",
    "when", "by", "as", "after", "before", "but", "because", "while", "with",
    "at", "on", "is", "was", "has", "had", "were", "are", "will", "until",
    "through", "that", "who", "which", "from", "the", "a", "an", "than",
    NULL };

static bool
is_counted(const struct values *v, size_t i)
{
	const struct lex *l = lex_at(v, i);
	int c = l->code;

	if (c > V_TENTH && c < V_MONTH)
		return true;
	if (c >= V_PERCENT || (c > V_UNIT && c < V_SEASON))
		return true;
	return i < v->n && !l->space && (l->mark == 0 || joins(v, i, '/')
	    || joins(v, i, ':'));
}

static bool
is_year(const struct values *v, size_t i, size_t end, int year)
{
	const struct lex *l = lex_at(v, i), *next = lex_at(v, end);
	const struct lex *before = lex_at(v, i - 1);
	bool word = next->mark == 0 && !next->digits && !next->upper
	    && end < v->n && !next->breaks;

	if (is_counted(v, end) || year < 1500)
		return false;
	if (!l->opens && before->mark != '-')
		return false;
	if (before->mark != 0 && !l->space && before->mark != '('
	    && before->mark != '-' && before->mark != '\'' && before->mark != '='
	    && i > 0)
		return false;
	if ((i > 0 && word_in(v, i - 1, before_year))
	    || (before->mark == '-' && !l->opens))
		return true;
	if (word && !word_in(v, end, after_year))
		return false;
	if (year < 1900 || year > 2050)
		return false;
	return before->upper || before->mark == '(' || before->mark == ','
	    || before->mark == '=' || l->breaks || i == 0
	    || before->mark == ':' || (before->mark == '.' && word);
}

/* "1990s", "'90s", "90s". */
static size_t
decade(struct values *v, size_t i, struct value *x)
{
	size_t at = i + mark_at(v, i, '\'');
	struct str s = lex_text(v, at);
	long y = digits_at(v, at);
	struct when w = { .grain = TIMEX_DECADE, .zone = TIMEX_NO_ZONE };
	size_t end = at + 1 + (mark_at(v, at + 1, '\'') && at == i);

	if (y < 0 || y % 10 != 0 || !word_is(v, end, "s")
	    || (lex_at(v, end)->space && lex_at(v, end + 1)->mark == 0
	    && end + 1 < v->n))
		return 0;
	if (s.n == 4 && y >= 1500 && y < 2100)
		w.day.year = (int)y;
	else if (s.n == 2 && y >= 20 && (at > i || word_is(v, i - 1, "the")
	    || word_is(v, i - 2, "the") || mark_at(v, i - 1, '-')))
		w.day.year = 1900 + (int)y;
	else
		return 0;
	return values_done_date(v, x, &w, end + 1);
}

/* "1998-2001", "1998-99". */
static size_t
years(struct values *v, size_t i, struct value *x, struct when *w)
{
	size_t end = i + 1;
	long to;

	if (!(mark_at(v, i + 1, '-') || mark_at(v, i + 1, '/'))
	    || lex_at(v, i + 1)->space != lex_at(v, i + 2)->space
	    || (to = digits_at(v, i + 2)) < 0
	    || joins(v, i + 3, '-') || joins(v, i + 3, '/'))
		return end;
	if (lex_text(v, i + 2).n == 2)
		to += w->day.year - w->day.year % 100;
	else if (lex_text(v, i + 2).n != 4)
		return 0;
	if (to <= w->day.year || to >= 2100)
		return 0;
	x->until = *w;
	x->until.day.year = (int)to;
	return i + 3;
}

/* "2017-Q1", "2017 Q1", "2018Q4". */
static size_t
quarter_behind(const struct values *v, size_t at, struct when *w)
{
	long n;

	at += joins(v, at, '-');
	n = digits_at(v, at + 1);
	if (!word_is(v, at, "q") || lex_at(v, at + 1)->space || n < 1 || n > 4)
		return 0;
	w->grain = TIMEX_QUARTER;
	w->number = (int)n;
	return at + 2;
}

static size_t
year(struct values *v, size_t i, struct value *x)
{
	struct when w = { .grain = TIMEX_YEAR, .zone = TIMEX_NO_ZONE };
	size_t end;

	w.day.year = values_year(v, i, &end);
	if (w.day.year == 0)
		return 0;
	if ((end = quarter_behind(v, end, &w)) > 0)
		return values_done_date(v, x, &w, end);
	if (mark_at(v, i, '\''))
		return word_in(v, i - 1, before_year)
		    ? values_done_date(v, x, &w, end) : 0;
	if (lex_at(v, i)->digits)
		end = years(v, i, x, &w);
	else
		values_year(v, i, &end);
	if (end == 0 || !is_year(v, i, end, w.day.year))
		return 0;
	return values_done_date(v, x, &w, end);
}

/* "2/15" after a word that a date follows. */
static size_t
month_and_day(struct values *v, size_t i, struct value *x)
{
	static const char *const before[] = { "on", "by", "since", "until",
	    "till", "from", "before", "after", "dated", NULL };
	long m = digits_at(v, i), d = digits_at(v, i + 2);
	struct when w = { .grain = TIMEX_DAY, .zone = TIMEX_NO_ZONE };

	if (!joins(v, i + 1, '/') || joins(v, i + 3, '/')
	    || (!word_in(v, i - 1, before) && values_weekday(v, i - 1) == 0
	    && !(word_is(v, i - 1, "to") && v->focus_end + 1 == i))
	    || lex_text(v, i).n > 2 || lex_text(v, i + 2).n > 2)
		return 0;
	w.day = m > 12 ? (struct day){ 0, (int)d, (int)m }
	    : (struct day){ 0, (int)m, (int)d };
	if (w.day.month < 1 || w.day.month > 12 || w.day.day < 1
	    || w.day.day > calendar_length(2000, w.day.month))
		return 0;
	values_resolve(v, &w, values_tense(v, i, i + 3));
	return values_done_date(v, x, &w, i + 3);
}

size_t
values_date(struct values *v, size_t i, struct value *x)
{
	struct when w;
	size_t end;

	if ((end = days_first(v, i, x)) > 0)
		return end;
	x->until = (struct when){ 0 };
	if ((end = values_plain_date(v, i, &w)) > 0) {
		if (w.grain == TIMEX_MONTH && w.day.year == 0 && end == i + 1
		    && values_said_year(v, end, &(size_t){ 0 }) == 0
		    && !is_bare_month(v, i))
			return 0;
		return finish(v, x, &w, end);
	}
	if ((end = decade(v, i, x)) > 0
	    || (end = month_and_day(v, i, x)) > 0)
		return end;
	return year(v, i, x);
}

/* ---- the dateline ---- */

enum { DATELINE_BYTES = 1500, DATELINE_LINE = 100 };

/* A year that some full date of the piece has, and in which the day is that
 * weekday; 0: none. */
static int
year_of_weekday(const struct values *v, struct day d, int weekday)
{
	for (size_t i = 0; i < v->n; i++) {
		struct when w;

		if (code_in(v, i, V_MONTH, 12) == 0
		    || values_plain_date(v, i, &w) == 0
		    || w.grain != TIMEX_DAY || w.day.year == 0)
			continue;
		d.year = w.day.year;
		if (calendar_weekday(d) == weekday)
			return d.year;
	}
	return 0;
}

/* "on Sunday, May 1" in the lead, and the year from elsewhere. */
static void
dated_lead(struct values *v)
{
	for (size_t i = 0; i < v->n && v->lex[i].start < DATELINE_BYTES; i++) {
		int weekday = values_weekday(v, i);
		size_t at = i + 1 + mark_at(v, i + 1, ',');
		struct when w;

		if (weekday == 0 || values_plain_date(v, at, &w) == 0
		    || w.grain != TIMEX_DAY || w.day.year > 0)
			continue;
		w.day.year = year_of_weekday(v, w.day, weekday);
		if (w.day.year > 0)
			v->anchor = w.day;
		return;
	}
}

/* A full date in a short line of its own near the top, or in the opening
 * "CITY, May 1, 2022 (AP) -": the day the document is of. */
static bool
dated_line(struct values *v)
{
	for (size_t i = 0; i < v->n && v->lex[i].start < DATELINE_BYTES;) {
		struct when w;
		size_t end = values_plain_date(v, i, &w), from, to;

		if (end == 0 || w.grain != TIMEX_DAY || w.day.year == 0) {
			i++;
			continue;
		}
		from = v->lex[i].start;
		to = v->lex[end - 1].end;
		while (from > 0 && v->text.p[from - 1] != '\n')
			from--;
		while (to < v->text.n && v->text.p[to] != '\n'
		    && to - from <= DATELINE_LINE)
			to++;
		if (to - from <= DATELINE_LINE || (v->lex[i].start - from
		    < DATELINE_LINE / 2 && (mark_at(v, end, '(')
		    || mark_at(v, end, '-')))) {
			v->anchor = w.day;
			return true;
		}
		i = end;
	}
	return false;
}

void
values_dateline(struct values *v)
{
	if (!dated_line(v))
		dated_lead(v);
}
