#include "lang/moment.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_months;

/* The numbers in common/data/months.words. */
enum {
	BETWEEN = 21, BEFORE_TIME, AM = 31, PM, CLOCK, ZONE = 200,
	ZONE_QUARTER = 15, ZONE_BASE = 48
};

/* A line longer than this is read up to here: a date line is short. */
enum { MOST = 64, FIRST_YEAR = 1900, LAST_YEAR = 2099 };

struct piece {
	enum { NUMBER, WORD, MARK } kind;
	bool blank;		/* white space stands before it */
	bool upper;
	unsigned digits;
	int value;		/* of a number; a word's in the list, or -1 */
	uint32_t c;		/* of a mark, or a word's first character */
	struct span at;
};

struct reader {
	struct str s;
	struct piece p[MOST];
	size_t n;
	enum moment_order order;
};

/* ---- pieces ---- */

static void
read_number(struct str s, size_t *i, struct piece *p)
{
	p->kind = NUMBER;
	for (; *i < s.n && byte_is_digit(s.p[*i]); ++*i, p->digits++)
		if (p->digits < 8)
			p->value = p->value * 10 + (s.p[*i] - '0');
}

/*
 * Pages glue what their markup keeps apart: "30.01.202430. Januar", "April 10,
 * 20233 years". After a month a number that begins like a year ends after it.
 */
static bool
is_glued_year(struct str s, size_t i, const struct piece *before)
{
	return (str_starts(str_cut(s, i, s.n), STR("19"))
	    || str_starts(str_cut(s, i, s.n), STR("20")))
	    && before != NULL && (before->kind == WORD ? before->value >= 1
	    && before->value <= 12 : before->kind == MARK && (before->c == ','
	    || before->c == '.' || before->c == '/'));
}

static void
cut_glued(struct str s, size_t *i, struct piece *p, const struct piece *before)
{
	size_t start = *i - p->digits;

	if (p->digits < 5 || p->digits > 6 || !is_glued_year(s, start, before))
		return;
	*i = start;
	p->digits = 4;
	p->value = 0;
	for (; *i < start + 4; ++*i)
		p->value = p->value * 10 + (s.p[*i] - '0');
}

static int
find_word(struct str s)
{
	char low[64];
	struct str w = { low, 0 };

	if (s.n > 24)
		return -1;
	for (size_t i = 0; i < s.n;) {
		struct buf b = { low, w.n, sizeof low };

		utf8_put(&b, chars_lower(utf8_next(s, &i)));
		w.n = b.n;
	}
	return words_find(&words_months, w);
}

int
moment_month(struct str word)
{
	int n = find_word(word);

	return n >= 1 && n <= 12 ? n : 0;
}

bool
moment_is_joint(struct str word)
{
	return find_word(word) == BETWEEN;
}

/* Words of Chinese and Japanese are one character long here. */
static void
read_word(struct str s, size_t *i, struct piece *p)
{
	size_t start = *i, end = *i;
	uint32_t c = utf8_next(s, &end);

	p->kind = WORD;
	p->c = c;
	p->upper = chars_is(c, CHAR_UPPER);
	*i = end;
	while (!chars_is(c, CHAR_CJK) && end < s.n) {
		c = utf8_next(s, &end);
		if (!chars_is(c, CHAR_LETTER | CHAR_MARK)
		    || chars_is(c, CHAR_CJK))
			break;
		*i = end;
	}
	p->value = find_word(str_cut(s, start, *i));
}

static void
read_pieces(struct reader *r)
{
	bool blank = false;

	for (size_t i = 0; i < r->s.n && r->n < MOST;) {
		struct piece *p = &r->p[r->n];
		size_t start = i, end = i;
		uint32_t c = utf8_next(r->s, &end);

		if (chars_is(c, CHAR_SPACE)) {
			blank = true;
			i = end;
			continue;
		}
		*p = (struct piece){ .blank = blank, .value = 0, .c = c };
		if (byte_is_digit(r->s.p[i])) {
			read_number(r->s, &i, p);
			cut_glued(r->s, &i, p, r->n > 0 ? p - 1 : NULL);
		} else if (chars_is(c, CHAR_LETTER)) {
			read_word(r->s, &i, p);
		} else {
			p->kind = MARK;
			i = end;
		}
		p->at = (struct span){ start, i };
		blank = false;
		r->n++;
	}
}

static const struct piece *
piece(const struct reader *r, size_t i)
{
	static const struct piece none = { .kind = MARK };

	return i < r->n ? &r->p[i] : &none;
}

static bool
is_mark(const struct reader *r, size_t i, char c)
{
	return piece(r, i)->kind == MARK && piece(r, i)->c == (uint32_t)c;
}

static bool
is_word(const struct reader *r, size_t i, int value)
{
	return piece(r, i)->kind == WORD && piece(r, i)->value == value;
}

static bool
is_sign(const struct reader *r, size_t i, uint32_t one, uint32_t other)
{
	return piece(r, i)->kind == WORD
	    && (piece(r, i)->c == one || piece(r, i)->c == other);
}

/* A number of one or two digits from 1 to most, or 0. */
static int
small(const struct reader *r, size_t i, int most)
{
	const struct piece *p = piece(r, i);

	return p->kind == NUMBER && p->digits <= 2 && p->value <= most
	    ? p->value : 0;
}

static int
year_at(const struct reader *r, size_t i)
{
	const struct piece *p = piece(r, i);

	return p->kind == NUMBER && p->digits == 4 && p->value >= FIRST_YEAR
	    && p->value <= LAST_YEAR ? p->value : 0;
}

static int
month_at(const struct reader *r, size_t i)
{
	int v = piece(r, i)->kind == WORD ? piece(r, i)->value : 0;

	return v >= 1 && v <= 12 ? v : 0;
}

static bool
is_day(struct day d)
{
	return d.month > 0 && d.day > 0
	    && d.day <= calendar_length(d.year, d.month);
}

/* ---- dates: each returns how many pieces it takes, 0 for none ---- */

/* "2022-05-01", "2022/5/1", "2022.05.01", "2022年5月1日", "2022. május 1". */
static size_t
year_first(const struct reader *r, size_t i, struct day *d)
{
	size_t at = i + 1;

	d->year = year_at(r, i);
	if (is_sign(r, at, 0x5e74, 0xb144)) {		/* 年 년 */
		d->month = small(r, at + 1, 12);
		d->day = small(r, at + 3, 31);
		return is_sign(r, at + 2, 0x6708, 0xc6d4) ? 5 : 0;
	}
	if (is_mark(r, at, '.') && month_at(r, at + 1)) {
		d->month = month_at(r, at + 1);
		d->day = small(r, at + 2, 31);
		return 4;
	}
	if (!is_mark(r, at, '-') && !is_mark(r, at, '/')
	    && !is_mark(r, at, '.'))
		return 0;
	if (piece(r, at + 2)->kind != MARK
	    || piece(r, at + 2)->c != piece(r, at)->c)
		return 0;
	d->month = small(r, at + 1, 12);
	d->day = small(r, at + 3, 31);
	return 5;
}

/* Past "st", "de", "." and the like, at most three of them. */
static size_t
skip_between(const struct reader *r, size_t i)
{
	for (size_t end = i + 3; i < end; i++)
		if (!is_word(r, i, BETWEEN) && !is_mark(r, i, '.')
		    && !is_mark(r, i, ',') && !is_mark(r, i, '-'))
			break;
	return i;
}

/* "1 May 2022", "1. Mai 2022", "1er mai 2022", "1 de mayo de 2022". */
static size_t
day_first(const struct reader *r, size_t i, struct day *d)
{
	size_t at = skip_between(r, i + 1);

	d->day = small(r, i, 31);
	if (!(d->month = month_at(r, at)))
		return 0;
	at = skip_between(r, at + 1);
	d->year = year_at(r, at);
	return d->year > 0 ? at + 1 - i : 0;
}

/* "May 1, 2022", "May 1st 2022". */
static size_t
month_first(const struct reader *r, size_t i, struct day *d)
{
	size_t at = i + 1 + is_mark(r, i + 1, '.');

	d->month = month_at(r, i);
	d->day = small(r, at, 31);
	if (d->day == 0)
		return 0;
	at = skip_between(r, at + 1);
	d->year = year_at(r, at);
	return d->year > 0 ? at + 1 - i : 0;
}

static int
short_year(const struct reader *r, size_t i, char sep)
{
	const struct piece *p = piece(r, i);

	if (p->digits == 2 && p->kind == NUMBER && sep != '-' && p->value < 50)
		return 2000 + p->value;
	return year_at(r, i);
}

/* "12/06/2023", "14.6.2023", "12-06-23": with points the day comes first. */
static size_t
in_numbers(const struct reader *r, size_t i, struct day *d)
{
	int a = small(r, i, 31), b = small(r, i + 2, 31);
	char sep = (char)(piece(r, i + 1)->c & 0x7f);

	if (a == 0 || b == 0 || (sep != '/' && sep != '.' && sep != '-')
	    || !is_mark(r, i + 1, sep) || !is_mark(r, i + 3, sep)
	    || (piece(r, i + 2)->blank && piece(r, i + 3)->blank))
		return 0;
	d->year = short_year(r, i + 4, sep);
	if (sep == '.' || a > 12 || (b <= 12 && (a == b
	    || r->order == MOMENT_DAY_FIRST))) {
		d->day = a;
		d->month = b <= 12 ? b : 0;
	} else if (b > 12 || r->order == MOMENT_MONTH_FIRST) {
		d->day = b;
		d->month = a;
	}
	return d->year > 0 ? 5 : 0;
}

static size_t
date_at(const struct reader *r, size_t i, struct day *d)
{
	size_t n = 0;

	*d = (struct day){ 0, 0, 0 };
	/* "v2.3.4.2022", "$1.2": not a date. */
	if (i > 0 && !piece(r, i)->blank && (is_mark(r, i - 1, '.')
	    || is_mark(r, i - 1, '/')) && piece(r, i)->kind == NUMBER)
		return 0;
	if (month_at(r, i))
		n = month_first(r, i, d);
	else if (year_at(r, i))
		n = year_first(r, i, d);
	else if (small(r, i, 31) && (n = day_first(r, i, d)) == 0)
		n = in_numbers(r, i, d);
	return n > 0 && is_day(*d) ? n : 0;
}

/* ---- times ---- */

/* "a.m.", "pm": how many pieces, and 1 or 2 in *half. */
static size_t
half_at(const struct reader *r, size_t i, int *half)
{
	const struct piece *p = piece(r, i);

	*half = is_word(r, i, AM) ? 1 : is_word(r, i, PM) ? 2 : 0;
	if (*half > 0)
		return 1;
	if (p->kind != WORD || p->at.end - p->at.start != 1
	    || !is_mark(r, i + 1, '.') || piece(r, i + 2)->kind != WORD
	    || (piece(r, i + 2)->c | 32) != 'm'
	    || ((p->c | 32) != 'a' && (p->c | 32) != 'p'))
		return 0;
	*half = (p->c | 32) == 'p' ? 2 : 1;
	return 3 + is_mark(r, i + 3, '.');
}

/* "+09:00", "-0500", "+9", and "9" after "GMT". */
static size_t
offset_at(const struct reader *r, size_t i, bool bare, struct moment *m)
{
	bool sign = is_mark(r, i, '+') || is_mark(r, i, '-');
	size_t at = i + sign;
	const struct piece *p = piece(r, at);
	int minutes;

	if ((!sign && !bare) || p->kind != NUMBER || p->blank
	    || (p->digits != 4 && p->digits > 2))
		return 0;
	minutes = p->digits == 4 ? p->value / 100 * 60 + p->value % 100
	    : p->value * 60;
	if (p->digits <= 2 && is_mark(r, at + 1, ':')
	    && piece(r, at + 2)->digits == 2) {
		minutes += piece(r, at + 2)->value;
		at += 2;
	}
	if (minutes > 14 * 60)
		return 0;
	m->zone = is_mark(r, i, '-') ? -minutes : minutes;
	m->has_zone = true;
	return at + 1 - i;
}

static size_t
zone_at(const struct reader *r, size_t i, struct moment *m)
{
	const struct piece *p = piece(r, i);
	size_t open = is_mark(r, i, '('), n;

	if ((n = offset_at(r, i, false, m)) > 0)
		return n;
	p = piece(r, i + open);
	if (p->kind != WORD || p->value < ZONE || !p->upper)
		return 0;
	m->zone = (p->value - ZONE - ZONE_BASE) * ZONE_QUARTER;
	m->has_zone = true;
	n = open + 1;
	if (m->zone == 0)
		n += offset_at(r, i + n, true, m);
	return n + (open && is_mark(r, i + n, ')'));
}

/* "17:59", "14h30", "14.30 Uhr", "5 p.m.", with seconds, half and zone. */
static size_t
time_at(const struct reader *r, size_t i, struct moment *m)
{
	const struct piece *p = piece(r, i), *q = piece(r, i + 2);
	bool two = q->kind == NUMBER && q->digits == 2 && q->value < 60;
	size_t at = i + 1, n;
	int half;

	m->minute = m->second = -1;
	m->hour = p->value;
	if (p->kind != NUMBER || p->digits > 2 || p->value > 24)
		return 0;
	if (two && (is_mark(r, at, ':') || (is_word(r, at, CLOCK) && !q->blank)
	    || (is_mark(r, at, '.') && is_word(r, at + 2, CLOCK)))) {
		m->minute = q->value;
		at += 2;
	}
	if (m->minute >= 0 && is_mark(r, at, ':')
	    && piece(r, at + 1)->digits == 2 && piece(r, at + 1)->value < 61) {
		m->second = piece(r, at + 1)->value;
		at += 2;
		if (is_mark(r, at, '.') && piece(r, at + 1)->kind == NUMBER
		    && !piece(r, at + 1)->blank)
			at += 2;
	}
	n = half_at(r, at, &half);
	if (m->minute < 0 && half == 0)
		return 0;
	at += n + is_word(r, at + n, CLOCK);
	if (half > 0 && m->hour <= 12)
		m->hour = m->hour % 12 + (half == 2 ? 12 : 0);
	if (m->minute < 0)
		m->minute = 0;
	if (m->hour == 24)
		m->hour = 0;
	return at + zone_at(r, at, m) - i;
}

static bool
joins_time(const struct reader *r, size_t i)
{
	const struct piece *p = piece(r, i);

	if (i >= r->n)
		return false;
	if (p->kind == WORD)
		return p->value == BEFORE_TIME || p->value == BETWEEN;
	return p->kind == MARK && (p->c == ',' || p->c == '-' || p->c == '|'
	    || p->c == '(' || p->c == '.' || p->c == '/' || p->c == 0x2013
	    || p->c == 0x2014 || p->c == 0xb7 || p->c == 0x2022);
}

enum { REACH = 3, TIME_PIECES = 12 };

static void
forget_time(struct moment *m)
{
	m->hour = m->minute = m->second = -1;
	m->has_zone = false;
	m->zone = 0;
}

/* The time of the date in pieces [start, *end): after it, else before. */
static size_t
find_time(const struct reader *r, size_t start, size_t *end, struct moment *m)
{
	size_t at = *end, n;

	while (at < *end + REACH && joins_time(r, at))
		at++;
	if ((n = time_at(r, at, m)) > 0) {
		*end = at + n;
		return start;
	}
	for (size_t i = start > TIME_PIECES ? start - TIME_PIECES : 0;
	    i < start; i++) {
		if ((n = time_at(r, i, m)) == 0)
			continue;
		for (at = i + n; at < start && joins_time(r, at); at++)
			;
		if (at == start)
			return i;
	}
	forget_time(m);
	return start;
}

bool
moment_find(struct str line, enum moment_order order, struct span *at,
    struct moment *m)
{
	struct reader r = { .s = line, .order = order };

	*m = (struct moment){ .day = { 0, 0, 0 } };
	forget_time(m);
	read_pieces(&r);
	for (size_t i = 0; i < r.n; i++) {
		size_t n = date_at(&r, i, &m->day), end = i + n;

		if (n == 0)
			continue;
		i = find_time(&r, i, &end, m);
		*at = (struct span){ r.p[i].at.start, r.p[end - 1].at.end };
		return true;
	}
	return false;
}

bool
moment_day(struct str s, struct day *day)
{
	struct moment m;
	struct span at;

	if (calendar_parse(s, day))
		return true;
	if (moment_find(s, MOMENT_UNSURE, &at, &m))
		*day = m.day;
	else
		*day = (struct day){ 0, 0, 0 };
	return day->year > 0;
}

enum moment_order
moment_order_of(struct str line)
{
	struct reader r = { .s = line };

	read_pieces(&r);
	for (size_t i = 0; i + 4 < r.n; i++) {
		int a = small(&r, i, 31), b = small(&r, i + 2, 31);

		if (a == 0 || b == 0 || !is_mark(&r, i + 1, '/')
		    || !is_mark(&r, i + 3, '/') || !short_year(&r, i + 4, '/'))
			continue;
		if (a > 12 && b <= 12)
			return MOMENT_DAY_FIRST;
		if (b > 12 && a <= 12)
			return MOMENT_MONTH_FIRST;
	}
	return MOMENT_UNSURE;
}

static void
put_two(struct buf *b, char before, int v)
{
	buf_char(b, before);
	buf_char(b, (char)('0' + v / 10));
	buf_char(b, (char)('0' + v % 10));
}

void
moment_put(struct buf *b, const struct moment *m)
{
	int zone = m->zone < 0 ? -m->zone : m->zone;

	calendar_put(b, m->day);
	if (m->hour < 0)
		return;
	put_two(b, 'T', m->hour);
	put_two(b, ':', m->minute);
	if (m->second >= 0)
		put_two(b, ':', m->second);
	if (!m->has_zone)
		return;
	if (zone == 0) {
		buf_char(b, 'Z');
		return;
	}
	put_two(b, m->zone < 0 ? '-' : '+', zone / 60);
	put_two(b, ':', zone % 60);
}
