/* Money as "USD 500000", percentages as "12.5%". */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_numbers, words_currencies;

/* By the numbers in common/data/currencies.words. */
static const char *const codes[] = { "", "USD", "EUR", "GBP", "JPY", "CNY",
    "INR", "RUB", "CHF", "CAD", "AUD", "KRW", "HKD", "MXN", "BRL", "ZAR",
    "TRY", "VND", "THB", "ILS", "SEK", "NOK", "DKK", "PLN", "SGD", "NGN" };

/* "1,234.5": false if t is no such number. A suffix ("3.5m") is *rest. */
static bool
parse_digits(struct str t, double *v, struct str *rest)
{
	double unit = 0;
	size_t i = 0;

	if (t.n == 0 || !byte_is_digit(t.p[0]))
		return false;
	*v = 0;
	for (; i < t.n; i++) {
		if (byte_is_digit(t.p[i])) {
			if (unit > 0) {
				*v += (t.p[i] - '0') * unit;
				unit /= 10;
			} else {
				*v = *v * 10 + (t.p[i] - '0');
			}
		} else if (t.p[i] == '.' && unit == 0) {
			unit = 0.1;
		} else if (t.p[i] != ',') {
			break;
		}
	}
	*rest = str_cut(t, i, t.n);
	return true;
}

static double
power(int exponent)
{
	double v = 1;

	while (exponent-- > 0)
		v *= 10;
	return v;
}

static double
suffix(struct str s)
{
	int w;

	if (s.n == 1)
		return byte_lower(s.p[0]) == 'm' ? 1e6
		    : byte_lower(s.p[0]) == 'b' ? 1e9
		    : byte_lower(s.p[0]) == 'k' ? 1e3 : 0;
	w = words_find_lower(&words_numbers, s);
	return w > 1000 ? power(w - 1000) : 0;
}

size_t
entities_number(const struct entities *e, size_t i, double *value)
{
	double total = 0, part = 0;
	bool some = false;
	size_t at = i;

	for (; at < e->ntokens && at < i + 8; at++) {
		struct str t = entities_token(e, at), rest;
		int w = words_find_lower(&words_numbers, t);
		double v;

		if (w > 1000 && some) {
			part *= power(w - 1000);
			if (w >= 1003) {
				total += part;
				part = 0;
			}
		} else if (w > 0 && w < 100) {
			part += w;
		} else if (!some && parse_digits(t, &v, &rest)) {
			if (rest.n > 0 && suffix(rest) == 0)
				return 0;
			part = rest.n > 0 ? v * suffix(rest) : v;
		} else {
			break;
		}
		some = true;
	}
	*value = total + part;
	return some ? at - i : 0;
}

void
entities_put_number(struct buf *b, double v)
{
	unsigned long long whole, part;

	if (!(v >= 0 && v < 1e18))
		v = 0;
	whole = (unsigned long long)(v + 1e-7);
	part = (unsigned long long)((v - (double)whole) * 1e4 + 0.5);
	buf_number(b, whole);
	if (part == 0 || part >= 10000)
		return;
	buf_char(b, '.');
	for (unsigned long long unit = 1000; unit > 0 && part > 0; unit /= 10) {
		buf_char(b, (char)('0' + part / unit));
		part %= unit;
	}
}

static int
currency_at(const struct entities *e, size_t i)
{
	int c = words_find_lower(&words_currencies, entities_token(e, i));

	return c > 0 ? c : 0;
}

static size_t
done(struct entities *e, struct entity *x, enum entity_type type, size_t n)
{
	x->type = type;
	x->name = arena_copy(&e->arena, buf_str(&e->scratch));
	x->confidence = 950;
	return n;
}

static size_t
money(struct entities *e, struct entity *x, int currency, double v, size_t n)
{
	e->scratch.n = 0;
	buf_put(&e->scratch, str_of(codes[currency]));
	buf_char(&e->scratch, ' ');
	entities_put_number(&e->scratch, v);
	return done(e, x, ENTITY_MONEY, n);
}

size_t
entities_amount(struct entities *e, size_t i, struct entity *x)
{
	int c = currency_at(e, i);
	struct str t;
	double v;
	size_t n, sign = 1;

	/* "US$", "C$": the tokenizer parts the sign from the letters. */
	if (c == 0 && e->tokens[i].end - e->tokens[i].start <= 2
	    && str_eq(entities_token(e, i + 1), STR("$"))
	    && !e->tokens[i + 1].space) {
		c = chars_eq_nocase(entities_token(e, i), STR("c")) ? 9
		    : chars_eq_nocase(entities_token(e, i), STR("a")) ? 10 : 1;
		sign = 2;
	}
	if (c > 0 && (n = entities_number(e, i + sign, &v)) > 0)
		return money(e, x, c, v, n + sign);
	if ((n = entities_number(e, i, &v)) == 0)
		return 0;
	if ((c = currency_at(e, i + n)) > 0)
		return money(e, x, c, v, n + 1);
	t = entities_token(e, i + n);
	if (!str_eq(t, STR("%")) && !chars_eq_nocase(t, STR("percent"))
	    && !chars_eq_nocase(t, STR("pct")))
		return 0;
	e->scratch.n = 0;
	entities_put_number(&e->scratch, v);
	buf_char(&e->scratch, '%');
	return done(e, x, ENTITY_PERCENT, n + 1);
}
