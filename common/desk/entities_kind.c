/* What a number counts: currencies before and behind it, units, per cent. */
#include "desk/entities_parse.h"

#include "lang/currencies.h"
#include "lang/units.h"
#include "text/chars.h"

enum {
	MOST_WORDS = 3,		/* of a currency or unit: "new taiwan dollar" */
	MONEY_BACK = 6,		/* words before "pounds" that may tell */
	POUND = 15		/* the weight's number in units.words */
};

bool
kind_is_currency(int code)
{
	return code > V_CURRENCY && code < V_CENT
	    && currencies_code(code - V_CURRENCY) != NULL;
}

/* Small change, or NULL; "Sen" and "Mao" are people. */
const struct coin *
kind_coin(const struct values *v, size_t i)
{
	int c = code_at(v, i) - V_CENT;

	return c >= 0 && (c < 2 || !lex_at(v, i)->upper)
	    ? currencies_coin(c) : NULL;
}

/* Signs and codes stand before the number too, other words only after. */
bool
kind_stands_before(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);

	if (!byte_is_letter(s.p[0]))
		return true;
	if (s.n == 2)
		return byte_is_upper(s.p[0]);	/* Rs, Rp */
	for (size_t k = 0; k < s.n; k++)
		if (!byte_is_upper(s.p[k]))
			return false;
	return true;
}

/* "50 000", "1,200", "7.5bn": no number of a house, a road or a form. */
static bool
is_sum(const struct values *v, size_t i)
{
	struct number n;

	return values_number(v, i, &n) > 0 && n.value >= 1000
	    && (n.scale >= 1000 || digits_at(v, i) < 1000);
}

/* "Le 3 mai": pounds of Egypt are "LE". */
static bool
is_article(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);

	return word_is(v, i, "le") && byte_is_lower(s.p[1]);
}

/* "$", "US$", "Rs.", "EUR" before a number: how many lexemes. */
size_t
kind_sign(const struct values *v, size_t i, int *currency)
{
	int c = code_at(v, i), sign = c - V_SIGN, two = -1;

	if (sign > 0 && (*currency = currencies_of_sign(sign)) > 0)
		return lex_at(v, i)->upper && !is_article(v, i)
		    && (sign > CURRENCIES_LETTERS || is_sum(v, i + 1))
		    ? 1 : 0;

	if (lex_at(v, i)->mark == 0 && lex_at(v, i + 1)->mark > ' '
	    && (!lex_at(v, i + 1)->space || lex_at(v, i)->upper
	    || lex_at(v, i + 2)->space))
		two = phrase_code(v, i, 2);
	if (kind_is_currency(two)) {
		*currency = two - V_CURRENCY;
		return 2;
	}
	if (!kind_is_currency(c) || !kind_stands_before(v, i))
		return 0;
	*currency = c - V_CURRENCY;
	return 1 + ((lex_text(v, i).n == 2 && mark_at(v, i + 1, '.')
	    && !lex_at(v, i + 1)->space) || (lex_text(v, i).n == 3
	    && joins(v, i + 1, '$')));	/* "Rs.5", "USD$5" */
}

static bool
percent_at(const struct values *v, size_t i, struct kind *k, size_t *n)
{
	if ((code_at(v, i) == V_PERCENT && !(lex_text(v, i).n == 2
	    && lex_at(v, i)->upper))	/* "10pc", not "10 PC" */
	    || (word_is(v, i, "per") && word_is(v, i + 1, "cent"))) {
		*n = code_at(v, i) == V_PERCENT ? 1 : 2;
		k->type = ENTITY_PERCENT;
		return true;
	}
	if (word_is(v, i, "basis") && word_is(v, i + 1, "points")) {
		*n = 2;
		k->type = ENTITY_PERCENT;
		k->points = true;
		k->times = 0.01;
		return true;
	}
	if (code_at(v, i) != V_PERCENTAGE
	    || !(word_is(v, i + 1, "points") || word_is(v, i + 1, "point")))
		return false;
	*n = 2;
	k->type = ENTITY_PERCENT;
	k->points = true;
	return true;
}

/* "MEUR", "MSEK": millions of a currency, or 0. */
static int
mega_at(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);

	return s.n == 4 && s.p[0] == 'M' && byte_is_upper(s.p[3])
	    ? currencies_number(str_cut(s, 1, 4)) : 0;
}

/* Pounds are a weight, unless the sum is large or a word of money stands near. */
static bool
is_weight(const struct values *v, size_t i, const struct number *n)
{
	static const char *const money[] = { "cost", "costs", "pay", "pays",
	    "paid", "paying", "worth", "price", "priced", "fine", "fined",
	    "earn", "earned", "earns", "spend", "spent", "sold", "bought",
	    "owed", "fee", "wage", "salary", NULL };

	if (n->scale >= KIND_LEAST_SUM || (!word_is(v, i, "pounds")
	    && !word_is(v, i, "pound")))
		return false;
	for (size_t k = 1; k <= MONEY_BACK && k <= i; k++)
		if (word_in(v, i - k, money))
			return false;
	return true;
}

/* "175 $30": the sign is that of the number behind it. */
static bool
is_next_sign(const struct values *v, size_t i)
{
	return lex_at(v, i)->mark != 0 && lex_at(v, i)->space
	    && lex_at(v, i + 1)->digits && !lex_at(v, i + 1)->space;
}

static bool
kind_at(const struct values *v, size_t i, const struct number *number,
    struct kind *k, size_t *n)
{
	const struct coin *coin;

	*k = (struct kind){ .times = 1 };
	if (percent_at(v, i, k, n))
		return true;
	for (*n = MOST_WORDS; *n > 0; --*n) {
		int c = *n == 1 ? code_at(v, i) : phrase_code(v, i, *n);

		if (*n == 1 && kind_is_currency(c) && is_weight(v, i, number))
			c = V_MEASURE + POUND;
		if (kind_is_currency(c) && !is_next_sign(v, i)
		    && !(word_is(v, i, "won") && number->value < 100)) {
			k->type = ENTITY_MONEY;
			k->currency = c - V_CURRENCY;
			return true;
		}
		if (*n == 1 && (coin = kind_coin(v, i)) != NULL) {
			k->type = ENTITY_MONEY;
			k->currency = coin->currency;
			k->times = coin->times;
			return true;
		}
		if (*n == 1 && (k->currency = mega_at(v, i)) > 0) {
			k->type = ENTITY_MONEY;
			k->times = 1e6;
			return true;
		}
		if ((k->unit = units_by_number(c - V_MEASURE)) != NULL) {
			k->type = ENTITY_QUANTITY;
			return true;
		}
	}
	return false;
}

/* "3,5 Mrd. Euro": a stop behind a short power of ten. */
static bool
is_short_power(const struct values *v, size_t i)
{
	return i > 0 && mark_at(v, i, '.') && !lex_at(v, i)->space
	    && code_at(v, i - 1) > V_TENTH && code_at(v, i - 1) < V_MONTH
	    && lex_text(v, i - 1).n <= 3;
}

/* The unit after a number, up to three words. */
bool
kind_behind(const struct values *v, size_t i, const struct number *number,
    struct kind *k, size_t *n)
{
	if (!is_short_power(v, i))
		return kind_at(v, i, number, k, n);
	if (!kind_at(v, i + 1, number, k, n))
		return false;
	++*n;
	return true;
}
