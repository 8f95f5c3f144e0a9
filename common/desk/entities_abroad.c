/*
 * Days, weeks and years counted from the document's day, in other languages
 * than English: "am Montag", "hier soir", "la semana pasada", "на прошлой
 * неделе", 上周一. English has entities_relative.c and entities_weekday.c.
 */
#include "desk/entities_abroad.h"

#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_days;

enum {
	PHRASE = 4,		/* lexemes of an entry */
	LONGEST = 40,		/* bytes of it */
	SHORT = 6,		/* bytes of a word that may begin a phrase */
	BACK = 9, AHEAD = 7	/* lexemes looked at for what is to come */
};

/* ---- words ---- */

static struct str
span_of(const struct values *v, size_t i, size_t n)
{
	return str_cut(v->text, lex_at(v, i)->start, lex_at(v, i + n - 1)->end);
}

static bool
is_cjk(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);

	return s.n > 2 && chars_is(utf8_at(s, 0), CHAR_CJK);
}

/* May an entry go on behind lexeme i? */
static bool
goes_on(const struct values *v, size_t i)
{
	return i + 1 < v->n && (lex_text(v, i).n <= SHORT || is_cjk(v, i)
	    || joins(v, i + 1, '-'));
}

/* The number in days.words of what is in small letters behind "xx ". */
static int
look_up(const struct values *v, struct str key)
{
	struct str code = language_code(v->language);
	char own[LONGEST * 3];
	int n = -1;

	if (code.n == 2) {
		memcpy(own, key.p, key.n);
		memcpy(own, code.p, 2);
		n = words_find(&words_days, (struct str){ own, key.n });
	}
	return n > 0 ? n : words_find(&words_days, key);
}

int
abroad_code(const struct values *v, struct str s)
{
	char key[LONGEST * 3] = "xx ";
	struct buf b = { key, 3, sizeof key };

	if (s.n == 0 || s.n > LONGEST)
		return 0;
	chars_lower_put(&b, s);
	return look_up(v, buf_str(&b));
}

struct abroad
abroad_at(const struct values *v, size_t i)
{
	size_t n = 1;

	if (i >= v->n || lex_at(v, i)->digits || lex_at(v, i)->mark != 0)
		return (struct abroad){ 0, i };
	while (n < PHRASE && goes_on(v, i + n - 1))
		n++;
	for (; n > 0; n--) {
		int code = abroad_code(v, span_of(v, i, n));

		if (code > 0)
			return (struct abroad){ code, i + n };
	}
	return (struct abroad){ 0, i };
}

bool
abroad_is(const struct values *v, size_t i, int low, int high)
{
	struct abroad w = abroad_at(v, i);

	return w.code >= low && w.code <= high;
}

/* ---- what is to come ---- */

/* "ouvrira", "viendra", "abrirán", "aprirà": a verb that is to come. */
static bool
has_future_end(const struct values *v, size_t i)
{
	static const struct {
		enum language language;
		const char *end;
	} ends[] = { { LANGUAGE_FR, "era" }, { LANGUAGE_FR, "ira" },
	    { LANGUAGE_FR, "dra" }, { LANGUAGE_FR, "dront" },
	    { LANGUAGE_FR, "eront" }, { LANGUAGE_FR, "iront" },
	    { LANGUAGE_ES, "rá" }, { LANGUAGE_ES, "rán" },
	    { LANGUAGE_IT, "rà" }, { LANGUAGE_IT, "ranno" },
	    { LANGUAGE_PT, "rá" }, { LANGUAGE_PT, "rão" } };
	struct str s = lex_text(v, i);

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (ends[k].language == v->language
		    && s.n > strlen(ends[k].end) + 2
		    && str_ends(s, str_of(ends[k].end)))
			return true;
	return false;
}

/* Marks, and "and" of the languages of days.words. */
static bool
ends_clause(const struct values *v, size_t i)
{
	static const char *const and[] = { "und", "et", "y", "e", "en", "och",
	    "og", "i", "a", "ve", "ja", "и", NULL };
	char c = lex_at(v, i)->mark;

	return i >= v->n || (c != 0 && c != '\''
	    && !(c == '-' && joins(v, i, '-')))
	    || word_in(v, i, and);
}

static bool
is_future_at(const struct values *v, size_t i)
{
	return has_future_end(v, i) || abroad_is(v, i, DAYS_WILL, DAYS_WILL);
}

static bool
is_future(const struct values *v, size_t i)
{
	for (size_t k = 1; k < BACK && k <= i && !ends_clause(v, i - k); k++)
		if (is_future_at(v, i - k))
			return true;
	for (size_t k = 1; k < AHEAD && !ends_clause(v, i + k); k++)
		if (is_future_at(v, i + k))
			return true;
	return false;
}

/* ---- days ---- */

/* "Abend" of "gestern Abend", "matin" of "lundi matin". */
static size_t
take_part(const struct values *v, struct when *w, size_t end)
{
	struct abroad p = abroad_at(v, end);

	if (p.code <= DAYS_PART || p.code > DAYS_PART + 4
	    || lex_at(v, end)->breaks)
		return end;
	w->part = (enum timex_part)(p.code - DAYS_PART);
	return p.end;
}

static size_t
done_day(struct values *v, struct value *x, long step, size_t end)
{
	struct when w;

	if (!values_from_anchor(v, TIMEX_DAY, step, &w))
		return values_done_step(v, x, step, end);
	return values_done_date(v, x, &w, take_part(v, &w, end));
}

static bool
is_upper(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);

	return s.n > 0 && chars_is(utf8_at(s, 0), CHAR_UPPER);
}

static bool
opens(const struct values *v, size_t i)
{
	return i == 0 || lex_at(v, i)->breaks || lex_at(v, i - 1)->mark != 0;
}

/* "la mañana", "de morgen", "der Morgen" are mornings. */
static bool
is_morning(const struct values *v, size_t i)
{
	static const char *const before[] = { "la", "esta", "una", "cada",
	    "de", "toda", NULL };
	struct str s = lex_text(v, i);

	if (v->language == LANGUAGE_DE)
		return str_eq(s, STR("Morgen")) && !opens(v, i);
	return (v->language & (LANGUAGE_ES | LANGUAGE_NL)) != 0 && i > 0
	    && word_in(v, i - 1, before);
}

static size_t
near_day(struct values *v, size_t i, struct abroad w, struct value *x)
{
	if (w.code == DAYS_TODAY + 1 && is_morning(v, i))
		return 0;
	if (is_upper(v, i) && !opens(v, i))
		return 0;	/* a name */
	return done_day(v, x, w.code - DAYS_TODAY, w.end);
}

/* "Peter Freitag", "Plácido Domingo": names. Greek days have capitals, and
 * without one "τρίτη" is the third. */
static bool
may_be_weekday(const struct values *v, size_t i)
{
	struct str before = lex_text(v, i - 1);
	unsigned char c = (unsigned char)lex_text(v, i).p[0];

	if (i > 0 && abroad_is(v, i - 1, DAYS_EACH, DAYS_EACH))
		return false;
	if (c == 0xce || c == 0xcf)
		return is_upper(v, i) && (opens(v, i) || !is_upper(v, i - 1));
	if (opens(v, i) || v->language != LANGUAGE_DE)
		return opens(v, i) || !is_upper(v, i);
	return is_upper(v, i) && (!is_upper(v, i - 1)
	    || language_begins(LANGUAGE_DE, before));
}

/* The day of the month behind it, in brackets as Brazil's papers have it. */
static bool
day_in_brackets(const struct values *v, size_t at, int weekday, struct when *w)
{
	long d = mark_at(v, at, '(') && mark_at(v, at + 2, ')')
	    ? digits_at(v, at + 1) : -1;

	return d >= 1 && d <= 31
	    && values_match_weekday(v, w, weekday, (int)d);
}

/* "Montag, den 3. Mai", "lundi 3 mai": its end, or 0. */
static size_t
date_behind(struct values *v, size_t at, struct value *x)
{
	size_t next = at + mark_at(v, at, ',');

	next += next > at && lex_text(v, next).n == 3
	    && language_begins(v->language, lex_text(v, next));
	return lex_at(v, next)->digits && !lex_at(v, next)->breaks
	    ? values_foreign_date(v, next, x) : 0;
}

static long
days_to(const struct values *v, size_t i, int weekday, int which)
{
	int now = calendar_weekday(v->anchor);
	int ahead = (weekday - now + 7) % 7, back = (now - weekday + 7) % 7;

	if (which == DAYS_LAST)
		return back == 0 ? -7 : -back;
	if (which == DAYS_NEXT)
		return ahead == 0 ? 7 : ahead;
	if (which == DAYS_THIS)
		return weekday - now;
	return is_future(v, i) ? ahead : -back;
}

/* which: what stands before it, or 0; i: where. */
static size_t
weekday(struct values *v, struct abroad day, size_t at, int which,
    struct value *x)
{
	struct when w = { .grain = TIMEX_DAY, .number = day.code,
	    .zone = TIMEX_NO_ZONE };
	struct abroad behind = abroad_at(v, day.end);
	size_t end = day.end, date;

	if (!may_be_weekday(v, at))
		return 0;
	if (which == 0 && (date = date_behind(v, end, x)) > 0)
		return date;
	if (which == 0 && behind.code >= DAYS_LAST && behind.code <= DAYS_NEXT) {
		which = behind.code;
		end = behind.end;
	}
	if (values_anchored(v, TIMEX_DAY)
	    && !day_in_brackets(v, end, day.code, &w)) {
		w.day = v->anchor;
		w = timex_shift(w, days_to(v, at, day.code, which));
	}
	return values_done_date(v, x, &w, take_part(v, &w, end));
}

/* "Montagabend", "dinsdagavond", "lördagskväll". */
static size_t
weekday_part(struct values *v, size_t i, struct value *x)
{
	static const struct {
		const char *end;
		enum timex_part part;
	} ends[] = { { "morgen", TIMEX_MORNING }, { "ochtend", TIMEX_MORNING },
	    { "vormittag", TIMEX_MORNING }, { "morgon", TIMEX_MORNING },
	    { "nachmittag", TIMEX_AFTERNOON }, { "mittag", TIMEX_AFTERNOON },
	    { "middag", TIMEX_AFTERNOON }, { "abend", TIMEX_EVENING },
	    { "avond", TIMEX_EVENING }, { "kväll", TIMEX_EVENING },
	    { "skväll", TIMEX_EVENING }, { "kveld", TIMEX_EVENING },
	    { "aften", TIMEX_EVENING }, { "nacht", TIMEX_NIGHT } };
	struct str s = lex_text(v, i);
	struct when w;

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
		size_t n = strlen(ends[k].end);
		int day = s.n > n + 4 && str_ends(s, str_of(ends[k].end))
		    ? abroad_code(v, str_cut(s, 0, s.n - n)) : 0;

		if (day < 1 || day > 7)
			continue;
		w = (struct when){ .grain = TIMEX_DAY, .number = day,
		    .zone = TIMEX_NO_ZONE };
		if (values_anchored(v, TIMEX_DAY)) {
			w.day = v->anchor;
			w = timex_shift(w, days_to(v, i, day, 0));
		}
		w.part = ends[k].part;
		return values_done_date(v, x, &w, i + 1);
	}
	return 0;
}

/* ---- weeks, months, years ---- */

static size_t
done_unit(struct values *v, struct value *x, enum timex_grain grain, int which,
    size_t end)
{
	long step = which - DAYS_THIS;
	struct when w;

	if (!values_from_anchor(v, grain, step, &w))
		return values_done_step(v, x, step, end);
	return values_done_date(v, x, &w, end);
}

static enum timex_grain
grain_of(int code)
{
	static const enum timex_grain grains[] = { TIMEX_WEEK, TIMEX_MONTH,
	    TIMEX_YEAR, TIMEX_QUARTER, TIMEX_WEEKEND };

	return code >= DAYS_WEEK && code < DAYS_WEEK + 5
	    ? grains[code - DAYS_WEEK] : TIMEX_NONE;
}

/* "上周一": a day of that week. */
static size_t
weekday_of_week(struct values *v, struct abroad week, struct value *x)
{
	static const char *const days[] = { "一", "二", "三", "四", "五", "六",
	    "日", "天" };
	size_t n = sizeof days / sizeof *days;
	struct when w = { .grain = TIMEX_DAY, .day = v->anchor,
	    .zone = TIMEX_NO_ZONE };
	int day;

	while (n > 0 && !str_eq(lex_text(v, week.end), str_of(days[n - 1])))
		n--;
	if (n == 0 || !values_anchored(v, TIMEX_DAY))
		return 0;
	day = n > 7 ? 7 : (int)n;
	w = timex_shift(w, 7 * (week.code - DAYS_THIS_WEEK) + day
	    - calendar_weekday(v->anchor));
	return values_done_date(v, x, &w, take_part(v, &w, week.end + 1));
}

/* "last" and the like before a unit or a weekday. */
static size_t
said_before(struct values *v, struct abroad which, struct value *x)
{
	struct abroad next = abroad_at(v, which.end);

	if (lex_at(v, which.end)->breaks)
		return 0;
	if (next.code >= 1 && next.code <= 7)
		return weekday(v, next, which.end, which.code, x);
	return grain_of(next.code) != TIMEX_NONE ? done_unit(v, x,
	    grain_of(next.code), which.code, next.end) : 0;
}

/* "semaine dernière"; "Jahr 2023" is read at the number. */
static size_t
said_behind(struct values *v, struct abroad unit, struct value *x)
{
	struct abroad which = abroad_at(v, unit.end);

	if (which.code < DAYS_LAST || which.code > DAYS_NEXT
	    || lex_at(v, unit.end)->breaks)
		return 0;
	return done_unit(v, x, grain_of(unit.code), which.code, which.end);
}

static size_t
one_word(struct values *v, struct abroad w, struct value *x)
{
	int unit = w.code / 10 - DAYS_LAST_WEEK / 10;
	size_t end = unit == 0 ? weekday_of_week(v, w, x) : 0;

	return end > 0 ? end : done_unit(v, x, grain_of(DAYS_WEEK + unit),
	    DAYS_LAST - 1 + w.code % 10, w.end);
}

/* "ersten Quartal 2023", "первом квартале". */
static size_t
quarter(struct values *v, struct abroad nth, struct value *x)
{
	struct when w = { .grain = TIMEX_QUARTER, .zone = TIMEX_NO_ZONE,
	    .number = nth.code - DAYS_FIRST + 1 };
	struct abroad unit = abroad_at(v, nth.end);
	size_t at = unit.end, end;

	if (unit.code != DAYS_QUARTER || lex_at(v, nth.end)->breaks)
		return 0;
	at += lex_text(v, at).n <= 3 && moment_is_joint(lex_text(v, at));
	w.day.year = abroad_year(v, at);
	end = w.day.year > 0 ? abroad_past_year(v, at) : unit.end;
	values_resolve(v, &w, 0);
	return values_done_date(v, x, &w, end);
}

size_t
values_abroad(struct values *v, size_t i, struct value *x)
{
	struct abroad w = abroad_at(v, i);

	if (lex_at(v, i)->digits || lex_at(v, i)->mark != 0)
		return 0;
	*x = (struct value){ .first = i };
	if (w.code >= 1 && w.code <= 7)
		return weekday(v, w, i, 0, x);
	if (w.code >= DAYS_TODAY - 2 && w.code <= DAYS_TODAY + 2)
		return near_day(v, i, w, x);
	if (w.code >= DAYS_WEEK && w.code < DAYS_WEEK + 5)
		return said_behind(v, w, x);
	if (w.code >= DAYS_LAST && w.code <= DAYS_NEXT)
		return said_before(v, w, x);
	if (w.code >= DAYS_LAST_WEEK && w.code < DAYS_LAST_WEEK + 23)
		return one_word(v, w, x);
	if (w.code >= DAYS_FIRST && w.code < DAYS_FIRST + 4)
		return quarter(v, w, x);
	if (w.code == DAYS_DECADE)
		return abroad_decade_behind(v, w, x);
	return w.code == 0 ? weekday_part(v, i, x) : 0;
}
