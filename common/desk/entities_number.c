/* Numbers in digits and words. */
#include "desk/entities_parse.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { LONGEST = 14 };	/* lexemes of one number */

/* Below 100, a number word's worth; 0: none. */
static int
small_at(const struct values *v, size_t i)
{
	int c = code_at(v, i);

	return c > 0 && c < 100 ? c : 0;
}

double
values_power(int exponent)
{
	double p = 1;

	while (exponent-- > 0)
		p *= 10;
	return p;
}

static double
power_at(const struct values *v, size_t i)
{
	int c = code_at(v, i);

	return c > V_TENTH && c < V_MONTH ? values_power(c - V_TENTH)
	    : c == V_DOZEN || c == V_DOZENS ? 12 : 0;
}

/* Three digits, and perhaps decimals: a group of a long number. */
static bool
end_of_three(struct str s)
{
	for (size_t k = 0; k < 3; k++)
		if (!byte_is_digit(s.p[k]))
			return false;
	return s.n == 3 || s.p[3] == '.';
}

/* The mark before decimals: a comma in "2,5" and "1.250,50", none (a space) in
 * "1.250.000". */
static char
decimal_mark(struct str s)
{
	const char *stop = memchr(s.p, '.', s.n);
	size_t k = s.n;

	while (k > 0 && byte_is_digit(s.p[k - 1]))
		k--;
	if (k > 0 && s.p[k - 1] == ',' && (stop != NULL || s.n - k != 3))
		return ',';
	return stop != NULL && k > 0 && stop != s.p + k - 1 ? ' ' : '.';
}

/* "400.000": perhaps no decimals, but thousands; three digits are no cents. */
static bool
may_be_thousands(struct str s)
{
	const char *stop = memchr(s.p, '.', s.n);
	size_t n = stop != NULL ? (size_t)(stop - s.p) : 0;

	return n > 0 && n < 4 && s.n == n + 4 && s.p[0] != '0'
	    && (n > 1 || str_ends(s, STR("00")));
}

static double
parse_digits(struct str s)
{
	double n = 0, unit = 0;
	char mark = decimal_mark(s);

	for (size_t k = 0; k < s.n; k++) {
		if (s.p[k] == mark) {
			unit = 0.1;
		} else if (!byte_is_digit(s.p[k])) {
			continue;
		} else if (unit > 0) {
			n += (s.p[k] - '0') * unit;
			unit /= 10;
		} else {
			n = n * 10 + (s.p[k] - '0');
		}
	}
	return n;
}

/* The vulgar fractions of Unicode: 0xbc-0xbe, 0x2150-0x215e. */
static double
part_at(const struct values *v, size_t i)
{
	static const double parts[] = { 1 / 7., 1 / 9., 1 / 10., 1 / 3.,
	    2 / 3., 1 / 5., 2 / 5., 3 / 5., 4 / 5., 1 / 6., 5 / 6., 1 / 8.,
	    3 / 8., 5 / 8., 7 / 8. };
	uint32_t c;

	if (lex_at(v, i)->mark != VALUES_FRACTION)
		return 0;
	c = utf8_at(v->text, lex_at(v, i)->start);
	return c < 0x100 ? (c - 0xbb) * 0.25 : parts[c - 0x2150];
}

/* "1/2", "3/4": its lexemes, 0 if none; a third number makes it a date. */
static size_t
fraction_at(const struct values *v, size_t i, double *part)
{
	long a = digits_at(v, i), b = digits_at(v, i + 2);

	if ((*part = part_at(v, i)) > 0)
		return 1;
	if (!joins(v, i + 1, '/') || a < 1 || b <= a || b > 16 || b == 12
	    || joins(v, i + 3, '/'))
		return 0;
	*part = (double)a / (double)b;
	return 3;
}

/* Letters right after the digits: "m", "bn"; 0: none. */
static double
suffix_at(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);
	char c = s.n == 1 ? byte_lower(s.p[0]) : ' ';

	if (lex_at(v, i)->space)
		return 0;
	if (s.n == 1)
		return c == 'm' ? 1e6 : c == 'b' ? 1e9 : c == 'k' ? 1e3 : 0;
	return chars_eq_nocase(s, STR("tn")) ? 1e12
	    : chars_eq_nocase(s, STR("mil")) ? 1e6 : power_at(v, i);
}

/* ".5": a stop before the digits. */
static size_t
stop_number(const struct values *v, size_t i, struct number *n)
{
	struct str s = lex_text(v, i + 1);
	double unit = 0.1;

	if (digits_at(v, i + 1) < 0 || lex_at(v, i + 1)->space)
		return 0;
	for (size_t k = 0; k < s.n; k++, unit /= 10)
		n->value += (s.p[k] - '0') * unit;
	return i + 2;
}

/* "1 234 567": spaces that do not break, two groups and more, or "40 000". */
static size_t
groups(const struct values *v, size_t i, struct number *n)
{
	size_t end = i + 1, p;

	while (lex_text(v, end).n >= 3 && lex_at(v, end)->space
	    && byte_is_digit(lex_text(v, end).p[0])
	    && end_of_three(lex_text(v, end)))
		end++;
	p = lex_at(v, i)->end;
	if (end == i + 1 || lex_text(v, i).n > 3 || (end == i + 2
	    && v->text.p[p] == ' ' && digits_at(v, i + 1) != 0))
		return i + 1;
	for (size_t k = i + 1; k < end; k++)
		n->value = n->value * 1000 + parse_digits(lex_text(v, k));
	return end;
}

/* "1.3e6": the "e" is at end. */
static size_t
exponent(const struct values *v, size_t end, struct number *n)
{
	bool minus = mark_at(v, end + 1, '-');
	size_t from = end + 1 + (minus || mark_at(v, end + 1, '+'));
	long e = digits_at(v, from);

	if (e < 0 || e > 17 || lex_at(v, end + 1)->space
	    || lex_at(v, from)->space)
		return end;
	n->value = minus ? n->value / values_power((int)e)
	    : n->value * values_power((int)e);
	return from + 1;
}

/* "2^10", "2.5^-1", "6.02x10^23". */
static size_t
raised(const struct values *v, size_t end, struct number *n)
{
	bool ten = word_is(v, end, "x") && digits_at(v, end + 1) == 10;
	size_t at = end + (ten ? 2 : 0);
	bool minus = mark_at(v, at + 1, '-');
	size_t from = at + 1 + (minus || mark_at(v, at + 1, '+'));
	double base = ten ? 10 : n->value, p = 1;
	long e = digits_at(v, from);

	if (!joins(v, at, '^') || e < 0 || e > 99)
		return end;
	for (; e > 0; e--)
		p *= base;
	n->value = (ten ? n->value : 1) * (minus ? 1 / p : p);
	return from + 1;
}

/* "2½", "2 1/2", "3.5m": what stands in digits. */
static size_t
digits_number(const struct values *v, size_t i, struct number *n)
{
	double part = 0;
	size_t end = i + 1, k = fraction_at(v, i, &part);

	if (k > 0) {
		n->value = part;
		return i + k;
	}
	if (lex_text(v, i).n > 18)
		return 0;
	n->value = parse_digits(lex_text(v, i));
	n->thousands = may_be_thousands(lex_text(v, i));
	if (digits_at(v, i) >= 0)
		end = groups(v, i, n);
	if (end == i + 1 && digits_at(v, i) >= 0 && (k = fraction_at(v, end, &part)) > 0
	    && (k == 3) == lex_at(v, end)->space) {
		n->value += part;
		end += k;
	}
	if (word_is(v, end, "e") && !lex_at(v, end)->space)
		return exponent(v, end, n);
	if (!lex_at(v, end)->space && (k = raised(v, end, n)) > end)
		return k;
	if ((part = suffix_at(v, end)) > 0) {
		n->value *= part;
		n->scale = part;
		end++;
	}
	return end;
}

/* "a quarter of a million". */
static size_t
quarter(const struct values *v, size_t i, struct number *n)
{
	size_t at = i + 1 + word_is(v, i + 1, "of");

	at += word_is(v, at, "a") && at > i + 1;
	*n = (struct number){ .value = 0.25 * power_at(v, at),
	    .scale = power_at(v, at) };
	return n->value > 0 ? at + 1 : 0;
}

/* The sum so far: whole thousands, and what is below them. */
struct sum {
	double total, part, scale;
	bool some, digits;
};

static bool
add_small(struct sum *s, int n)
{
	int low;

	if (s->digits || s->part >= 1000)
		return false;
	low = (int)s->part % 100;
	if (low != 0 && !(low >= 20 && low % 10 == 0 && n < 10))
		return false;
	s->part += n;
	s->some = true;
	return true;
}

static bool
add_power(struct sum *s, double p)
{
	if (!s->some)
		return false;
	s->scale = s->scale > 1 && s->part == 0 ? s->scale * p : p;
	if (p < 1000) {
		s->part *= p;
	} else if (s->part == 0) {
		s->total *= p;
	} else {
		s->total += s->part * p;
		s->part = 0;
	}
	s->digits = false;
	return true;
}

static size_t
half(const struct values *v, size_t i, struct number *n)
{
	size_t at = i + 1 + (mark_at(v, i + 1, '-') || word_is(v, i + 1, "a")
	    || word_is(v, i + 1, "of"));

	at += word_is(v, at, "a") && at == i + 2;
	if (power_at(v, at) == 0)
		return 0;
	*n = (struct number){ .value = 0.5 * power_at(v, at),
	    .scale = power_at(v, at) };
	return at + 1;
}

/* A word for one digit; -1: none. */
static int
digit_at(const struct values *v, size_t i)
{
	int n = small_at(v, i);

	return code_at(v, i) == V_ZERO ? 0 : n > 0 && n < 10 ? n : -1;
}

/* What "thirds", "quarter" or "hundredths" are parts of: 3, 4, 100; or 0. */
static double
parts_at(const struct values *v, size_t i, bool one)
{
	int c = code_at(v, i);

	if (c > V_PARTS && c <= V_PARTS + 10)
		return c - V_PARTS;
	if (c > V_PARTS_TENTH && c <= V_PARTS_TENTH + 12)
		return values_power(c - V_PARTS_TENTH);
	if (one && c > V_ORDINAL + 2 && c <= V_ORDINAL + 10)
		return c - V_ORDINAL;
	return word_is(v, i, "quarters") || (one && word_is(v, i, "quarter"))
	    ? 4 : 0;
}

/* "three quarters", "fifty-four hundredths": no part of the number before;
 * the "two" of "one hundred and thirty-two fifths" is. */
static bool
is_fraction(const struct values *v, size_t i)
{
	int n = small_at(v, i);
	size_t at = i + 1, ones = at + joins(v, at, '-');

	if (n >= 20 && small_at(v, ones) > 0) {
		n += small_at(v, ones);
		at = ones + 1;
	}
	return n > 0 && parts_at(v, at + joins(v, at, '-'), n == 1) > n;
}

/* "and a half", "point five", "and five" after a hundred. */
static size_t
tail(const struct values *v, size_t at, struct sum *s)
{
	double unit = 0.1;

	if (word_is(v, at, "and") && word_is(v, at + 1, "a")
	    && code_at(v, at + 2) == V_HALF && (s->scale == 1
	    || power_at(v, at + 3) == 0)) {
		if (s->part == 0 && s->scale > 1)
			s->total += s->scale / 2;
		else
			s->part += 0.5;
		s->digits = true;
		return at + 3;
	}
	if (word_is(v, at, "and") && s->scale >= 100 && !s->digits
	    && small_at(v, at + 1) > 0 && !is_fraction(v, at + 1))
		return at + 1;
	if (!word_is(v, at, "point"))
		return at;
	if (small_at(v, at + 1) > 9) {
		s->part += small_at(v, at + 1) / 100.;
		s->digits = small_at(v, at + 1) % 10 != 0;
		at += 2;
		if (joins(v, at, '-') && !s->digits && digit_at(v, at + 1) > 0) {
			s->part += digit_at(v, at + 1) / 100.;
			at += 2;
		}
		s->digits = true;
		return at;
	}
	if (digit_at(v, at + 1) < 0)
		return at;
	for (at++; digit_at(v, at) >= 0; at++) {
		s->part += digit_at(v, at) * unit;
		unit /= 10;
	}
	s->digits = true;
	return at;
}

/* "fifty-two", and "fifty - two" in text that was cut into tokens. */
static bool
is_dash(const struct values *v, size_t at, const struct sum *s)
{
	int n = small_at(v, at + 1), tens = small_at(v, at - 1);

	return joins(v, at, '-') || (mark_at(v, at, '-') && !s->digits
	    && lex_at(v, at)->space && lex_at(v, at + 1)->space
	    && tens >= 20 && n > 0 && n < 10);
}

static size_t
words_number(const struct values *v, size_t at, struct sum *s)
{
	size_t most = at + LONGEST;
	bool between = word_is(v, at - 2, "between");

	while (at < most) {
		size_t next = at + (s->some && is_dash(v, at, s));

		if (small_at(v, next) > 0 ? add_small(s, small_at(v, next))
		    : power_at(v, next) > 0 && add_power(s, power_at(v, next)))
			at = next + 1;
		else if (s->some && !between
		    && (next = tail(v, at, s)) > at)
			at = next;
		else
			break;
	}
	/* "... and" before what was no number after all */
	return word_is(v, at - 1, "and") ? at - 1 : at;
}

size_t
values_number(const struct values *v, size_t i, struct number *n)
{
	struct sum s = { .scale = 1 };
	size_t end = i;

	*n = (struct number){ .scale = 1 };
	if (code_at(v, i) == V_HALF)
		return half(v, i, n);
	if (mark_at(v, i, '.'))
		return stop_number(v, i, n);
	if (code_at(v, i) == V_ZERO) {
		s.some = true;
		end = i + 1;
	} else if (word_is(v, i, "quarter")) {
		return quarter(v, i, n);
	} else if (lex_at(v, i)->digits) {
		if ((end = digits_number(v, i, n)) == 0)
			return 0;
		n->digits = true;
		s.some = s.digits = true;
		s.part = n->value;
		s.scale = n->scale;
	} else if (power_at(v, i) > 0) {
		if (!word_is(v, i - 1, "a") && !word_is(v, i - 1, "an")
		    && !word_is(v, i - 1, "per"))
			return 0;
		s.some = true;	/* "a million": the caller takes the "a" */
		s.part = 1;
	}
	end = words_number(v, end, &s);
	n->value = s.total + s.part;
	n->scale = s.scale;
	return end > i && n->value < 1e18 ? end : 0;
}

size_t
values_fraction(const struct values *v, size_t i, double *part)
{
	struct number n;
	bool a = word_is(v, i, "a");
	size_t end = values_number(v, i + a, &n), at;
	double below;

	if (a && end == 0) {
		n.value = 1;
		end = i + 1;
	}
	at = end + joins(v, end, '-');
	at += at == end && mark_at(v, at, '-');
	below = parts_at(v, at, n.value == 1);
	if (end == 0 || n.scale > 100 || below == 0)
		return 0;
	*part = n.value / below;
	return at + 1;
}

/* "one over twenty", "1 in 21", "two out of five hundred": what stands behind
 * the first number. */
size_t
values_ratio(const struct values *v, size_t end, struct number *n)
{
	struct number all;
	size_t at = word_is(v, end, "out") && word_is(v, end + 1, "of")
	    ? end + 2 : word_is(v, end, "over") || word_is(v, end, "in")
	    ? end + 1 : 0;
	bool many;

	if (at == 0 || (end = values_number(v, at, &all)) == 0
	    || n->value <= 0 || all.value <= n->value
	    || values_unit(v, end, &many) > 0
	    || (all.digits && lex_text(v, at).n == 4))
		return 0;	/* "5 in 2019", "3 in 10 minutes" */
	n->value /= all.value;
	return end;
}

void
values_put_number(struct buf *b, double v)
{
	unsigned long long whole, part;

	if (v < 0) {
		buf_char(b, '-');
		v = -v;
	}
	if (!(v < 1e18))
		v = 0;
	whole = (unsigned long long)v;
	part = (unsigned long long)((v - (double)whole) * 1e6 + 0.5);
	if (part >= 1000000) {
		whole++;
		part = 0;
	}
	buf_number(b, whole);
	if (part == 0)
		return;
	buf_char(b, '.');
	for (unsigned long long unit = 100000; part > 0; unit /= 10) {
		buf_char(b, (char)('0' + part / unit));
		part %= unit;
	}
}
