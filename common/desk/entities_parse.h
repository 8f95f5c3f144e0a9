/*
 * entities_parse -- what the parsers of dates and amounts share. Each is tried
 * at a lexeme, looks as far ahead and back as its grammar needs, and returns
 * the lexeme after the value, or 0. Places are numbers of lexemes; beyond
 * either end of the piece there is an empty one. Nothing is owned.
 */
#ifndef DESK_ENTITIES_PARSE_H
#define DESK_ENTITIES_PARSE_H

#include "desk/entities_values.h"
#include "lang/currencies.h"
#include "lang/units.h"
#include "text/chars.h"

/* What a word is: the numbers of calendar, amounts, currencies, units.words.
 * numbers.words has 1-99, and 1000 + the power of ten. */
enum {
	V_TENTH = 1000, V_MONTH = 2000, V_WEEKDAY = 2020, V_UNIT = 2030,
	V_UNITS = 2050, V_SEASON = 2070, V_TODAY = 2081, V_YESTERDAY,
	V_TOMORROW, V_TONIGHT, V_NOW, V_OF_LATE, V_LAST = 2091, V_PREVIOUS,
	V_THIS, V_NEXT, V_COMING, V_FOLLOWING, V_SAME, V_THAT, V_CURRENT,
	V_PAST, V_EACH = 2111, V_PART = 2120, V_NOON = 2125, V_MIDNIGHT,
	V_ORDINAL = 2130, V_AM = 2171, V_PM, V_WEEKDAYS = 2180,
	V_REGULAR = 2190, V_ZONE = 2248, V_EARLY = 2311, V_MID, V_LATE,
	V_EARLIER, V_LATER, V_AGO = 2321, V_HENCE, V_FISCAL = 2331, V_FY,
	V_ABOUT = 2341, V_NEARLY, V_OVER, V_LEAST,
	V_MOST, V_FEW = 2351, V_COUPLE, V_OCLOCK = 2361, V_HOLIDAY = 2381,
	V_HALF = 3001, V_DOZEN, V_DOZENS, V_PERCENT = 3010, V_PERCENTAGE,
	V_ZERO = 3020, V_PARTS = 3030, V_PARTS_TENTH = 3050,
	V_CURRENCY = 4000, V_CENT = 4101, V_SIGN = 4120, V_MEASURE = 5000
};

/* Units of time, after V_UNIT (one) and V_UNITS (several). */
enum {
	U_SECOND = 1, U_MINUTE, U_HOUR, U_DAY, U_WEEK, U_WEEKEND, U_MONTH,
	U_QUARTER, U_YEAR, U_DECADE, U_CENTURY, U_FORTNIGHT
};

extern const struct lex values_no_lex;

static inline const struct lex *
lex_at(const struct values *v, size_t i)
{
	return i < v->n ? &v->lex[i] : &values_no_lex;
}

static inline struct str
lex_text(const struct values *v, size_t i)
{
	return i < v->n ? str_cut(v->text, v->lex[i].start, v->lex[i].end)
	    : (struct str){ "", 0 };
}

static inline int
code_at(const struct values *v, size_t i)
{
	return lex_at(v, i)->code;
}

static inline bool
mark_at(const struct values *v, size_t i, char mark)
{
	return lex_at(v, i)->mark == mark;
}

/* A month's, weekday's, ... number, or 0. */
static inline int
code_in(const struct values *v, size_t i, int base, int most)
{
	int c = code_at(v, i) - base;

	return c > 0 && c <= most ? c : 0;
}

/* In place, so that the length of the word is known: 3 % of all instructions. */
static inline bool
word_is(const struct values *v, size_t i, const char *lower)
{
	struct str s = lex_text(v, i);

	return s.n == strlen(lower) && byte_lower(s.p[0]) == lower[0]
	    && chars_eq_nocase(s, str_of(lower));
}

/* What was put into the scratch buffer, for as long as the findings live. */
static inline struct str
values_kept(struct values *v)
{
	return arena_copy(v->arena, buf_str(&v->scratch));
}

bool word_in(const struct values *, size_t i, const char *const list[]);
struct words;
int phrase_in(const struct values *, const struct words *, size_t i, size_t n);
/* The entry of the word lists that n lexemes from i make; -1: none. */
int phrase_code(const struct values *, size_t i, size_t n);
/* Plain digits, at most nine: their number; -1 for anything else. */
long digits_at(const struct values *, size_t i);
/* A dash or slash that stands close between two lexemes. */
bool joins(const struct values *, size_t i, char mark);

/*
 * Parsers: from lexeme i on, the lexeme after the value, or 0. They fill the
 * entity but for its span; *first may move before i.
 */
struct value {
	struct entity x;
	size_t first;
	struct when until;	/* of a range: its end */
};
size_t values_amount(struct values *, size_t i, struct value *);
size_t values_date(struct values *, size_t i, struct value *);
size_t values_foreign_date(struct values *, size_t i, struct value *);
/* Other languages: from a word on, and from a number. */
size_t values_abroad(struct values *, size_t i, struct value *);
size_t values_abroad_number(struct values *, size_t i, struct value *);
size_t values_relative(struct values *, size_t i, struct value *);
size_t values_time(struct values *, size_t i, struct value *);
/* A weekday at lexeme "at"; i before it: "last" and the like. */
size_t values_weekday_date(struct values *, size_t i, size_t at,
    struct value *);
size_t values_weekdays_counted(struct values *, size_t i, struct value *);
/* Is the anchor as exact as that? */
bool values_anchored(const struct values *, enum timex_grain);
/* step units from the anchor's; false: the anchor does not say. */
bool values_from_anchor(const struct values *, enum timex_grain, long step,
    struct when *);
/* An unknown point: past, present or future. */
size_t values_done_step(struct values *, struct value *, long step,
    size_t end);
/* "Monday 20": the month nearest to the anchor that has it. */
bool values_match_weekday(const struct values *, struct when *, int weekday,
    int day);
/* "14", "14:30", "14.30" into w: the lexeme after it, or 0. */
size_t values_clock_digits(const struct values *, size_t i, struct when *);
/* A time of the last date read, where that is near, or of the anchor. */
size_t values_done_time(struct values *, struct value *, struct when *,
    size_t end);
/* "morning" ... at end: into w, and past it. */
size_t values_take_part(const struct values *, struct when *w, size_t end);
size_t values_nth(struct values *, size_t i, struct value *);
size_t values_ordinal(struct values *, size_t i, struct value *);
size_t values_day_alone(struct values *, size_t i, struct value *);
/* A holiday at lexeme "at"; i before it: "last" and the like. */
size_t values_holiday(struct values *, size_t i, size_t at, struct value *);
size_t values_duration(struct values *, size_t i, struct value *);

/* Digits and words: "3.5m", "half a billion", "twenty-five". scale is the
 * power of ten that was said: 1e6 of "3.5m". */
struct number {
	double value, scale;
	bool digits;		/* nothing but digits */
	bool thousands;		/* "400.000": as money it is 400 000 */
};
/* "two thirds", "one-eighth", "three quarters". */
size_t values_fraction(const struct values *, size_t i, double *);
size_t values_ratio(const struct values *, size_t end, struct number *);
size_t values_number(const struct values *, size_t i, struct number *);
void values_put_number(struct buf *, double);
double values_power(int exponent);	/* of ten */
/* "to", "or" or a dash before a second number: where that begins, or 0. */
size_t values_range_at(const struct values *, size_t i);

/* "About", "at least", ... before a value. */
enum entity_mod values_mod(const struct values *, size_t first);

/* The mark of "½" and its like. */
enum { VALUES_FRACTION = '\2' };

/* What a number counts; code by code in common/lang/currencies.h and units.h. */
struct kind {
	enum entity_type type;
	int currency;		/* 1 ... */
	const struct unit *unit;
	double times;		/* 0.01 of cents */
	bool points;		/* percentage points */
};
enum { KIND_LEAST_SUM = 100000 };	/* a lakh: what is money by its size */
/* Behind the number, at lexeme i: what, and how many lexemes. */
bool kind_behind(const struct values *, size_t i, const struct number *,
    struct kind *, size_t *n);
/* "$", "US$", "Rs.", "EUR" before a number: how many lexemes. */
size_t kind_sign(const struct values *, size_t i, int *currency);
bool kind_is_currency(int code);
/* Signs and codes stand before the number too, other words only after. */
bool kind_stands_before(const struct values *, size_t i);
/* Small change, or NULL. */
const struct coin *kind_coin(const struct values *, size_t i);

int values_month(const struct values *, size_t i);
int values_weekday(const struct values *, size_t i);
bool values_alone(const struct values *, size_t i);
/* "1", "1st", "first" of a month: 1-31 and the lexeme after it; 0: none. */
int values_day(const struct values *, size_t i, size_t *end);
/* An explicit date, from its day or month on; w->day.year 0: not said. */
size_t values_plain_date(const struct values *, size_t i, struct when *);
/* "2022", "'22": the year and the lexeme after it; 0: none. */
int values_year(const struct values *, size_t i, size_t *end);
/* "last year", "of next year", "that year" behind a month; 0: none. */
int values_said_year(const struct values *, size_t i, size_t *end);
int values_unit(const struct values *, size_t i, bool *many);
enum timex_grain values_grain(int unit);

/* Is the clause about what was (-1), what will be (1), or who knows (0)? */
int values_tense(const struct values *, size_t i, size_t end);
/* Gives a month, day or quarter its year. */
void values_resolve(const struct values *, struct when *, int tense);

/* The date at a lexeme without taking it: what it is, and its end. */
bool values_peek(struct values *, size_t at, struct when *, size_t *end);
/* "20, 21 and 22 April": the month of the last, from behind the first. */
bool values_shared_month(const struct values *, size_t at, struct when *);
/* First and last day into low and high, up to x->until where that is set. */
void values_put_extent(struct values *, struct value *, const struct when *);
size_t values_done_date(struct values *, struct value *, const struct when *,
    size_t end);

/* E-mail addresses, URLs, handles, hashtags, telephone numbers. */
void values_net(struct values *);

/* The document's own date, where its first lines give it: the anchor. */
void values_dateline(struct values *);

#endif
