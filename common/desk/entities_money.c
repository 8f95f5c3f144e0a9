/* Amounts: money as "USD 500000", percentages, measures in SI units. */
#include "desk/entities_parse.h"

#include "lang/currencies.h"
#include "lang/units.h"
#include "text/chars.h"

enum {
	MOST_WORDS = 3,		/* of a currency or unit: "new taiwan dollar" */
	LEAST_SUM = 100000,	/* a lakh: what is money by its size */
	MONEY_BACK = 6,		/* words before "pounds" that may tell */
	POUND = 15		/* the weight's number in units.words */
};

/* What a number counts. */
struct kind {
	enum entity_type type;
	int currency;		/* 1 ... */
	const struct unit *unit;
	double times;		/* 0.01 of cents */
	bool points;		/* percentage points */
};

static bool
is_currency(int code)
{
	return code > V_CURRENCY && code < V_CENT
	    && currencies_code(code - V_CURRENCY) != NULL;
}

/* Small change, or NULL; "Sen" and "Mao" are people. */
static const struct coin *
coin_at(const struct values *v, size_t i)
{
	int c = code_at(v, i) - V_CENT;

	return c >= 0 && (c < 2 || !lex_at(v, i)->upper)
	    ? currencies_coin(c) : NULL;
}

/* Signs and codes stand before the number too, other words only after. */
static bool
stands_before(const struct values *v, size_t i)
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

/* "$", "US$", "Rs.", "EUR" before a number: how many lexemes. */
static size_t
sign_at(const struct values *v, size_t i, int *currency)
{
	int c = code_at(v, i), sign = c - V_SIGN, two = -1;

	if (sign > 0 && (*currency = currencies_of_sign(sign)) > 0)
		return lex_at(v, i)->upper && (sign > CURRENCIES_LETTERS
		    || is_sum(v, i + 1)) ? 1 : 0;

	if (lex_at(v, i)->mark == 0 && lex_at(v, i + 1)->mark > ' '
	    && (!lex_at(v, i + 1)->space || lex_at(v, i)->upper
	    || lex_at(v, i + 2)->space))
		two = phrase_code(v, i, 2);
	if (is_currency(two)) {
		*currency = two - V_CURRENCY;
		return 2;
	}
	if (!is_currency(c) || !stands_before(v, i))
		return 0;
	*currency = c - V_CURRENCY;
	return 1 + ((lex_text(v, i).n == 2 && mark_at(v, i + 1, '.')
	    && !lex_at(v, i + 1)->space) || (lex_text(v, i).n == 3
	    && joins(v, i + 1, '$')));	/* "Rs.5", "USD$5" */
}

static bool
percent_at(const struct values *v, size_t i, struct kind *k, size_t *n)
{
	if (code_at(v, i) == V_PERCENT
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

	if (n->scale >= LEAST_SUM || (!word_is(v, i, "pounds")
	    && !word_is(v, i, "pound")))
		return false;
	for (size_t k = 1; k <= MONEY_BACK && k <= i; k++)
		if (word_in(v, i - k, money))
			return false;
	return true;
}

/* The unit after a number, up to three words. */
static bool
unit_at(const struct values *v, size_t i, const struct number *number,
    struct kind *k, size_t *n)
{
	const struct coin *coin;

	*k = (struct kind){ .times = 1 };
	if (percent_at(v, i, k, n))
		return true;
	for (*n = MOST_WORDS; *n > 0; --*n) {
		int c = *n == 1 ? code_at(v, i) : phrase_code(v, i, *n);

		if (*n == 1 && is_currency(c) && is_weight(v, i, number))
			c = V_MEASURE + POUND;
		if (is_currency(c) && !(word_is(v, i, "won")
		    && number->value < 100)) {
			k->type = ENTITY_MONEY;
			k->currency = c - V_CURRENCY;
			return true;
		}
		if (*n == 1 && (coin = coin_at(v, i)) != NULL) {
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

static const struct {
	const char *before, *word;	/* "at", "least"; NULL: the code alone */
	enum entity_mod mod;
} phrases[] = {
	{ "more", "than", MOD_MORE_THAN }, { "less", "than", MOD_LESS_THAN },
	{ "fewer", "than", MOD_LESS_THAN }, { "at", "least",
	MOD_EQUAL_OR_MORE }, { "at", "most", MOD_EQUAL_OR_LESS },
	{ "up", "to", MOD_EQUAL_OR_LESS }, { "much", "as",
	MOD_EQUAL_OR_LESS }, { "many", "as", MOD_EQUAL_OR_LESS },
	{ "little", "as", MOD_EQUAL_OR_MORE },
};

enum entity_mod
values_mod(const struct values *v, size_t first)
{
	switch (code_at(v, first - 1)) {
	case V_ABOUT:
		return MOD_APPROX;
	case V_NEARLY:
		return MOD_LESS_THAN;
	case V_OVER:
		return MOD_MORE_THAN;
	default:
		break;
	}
	for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++)
		if (word_is(v, first - 1, phrases[k].word)
		    && word_is(v, first - 2, phrases[k].before))
			return word_is(v, first - 3, "no")
			    && phrases[k].mod == MOD_MORE_THAN
			    ? MOD_EQUAL_OR_LESS : phrases[k].mod;
	return MOD_NONE;
}

static struct str
kept(struct values *v, struct str s)
{
	return arena_copy(v->arena, s);
}

static struct str
number_kept(struct values *v, double n)
{
	v->scratch.n = 0;
	values_put_number(&v->scratch, n);
	return kept(v, buf_str(&v->scratch));
}

static struct str
unit_of(const struct kind *k)
{
	if (k->type == ENTITY_MONEY)
		return str_of(currencies_code(k->currency));
	if (k->type == ENTITY_QUANTITY)
		return str_of(k->unit->si);
	return k->points ? STR("pp") : STR("%");
}

static void
put_name(struct values *v, const struct kind *k, double low, double high)
{
	struct buf *b = &v->scratch;

	b->n = 0;
	if (k->type == ENTITY_MONEY) {
		buf_put(b, str_of(currencies_code(k->currency)));
		buf_char(b, ' ');
	}
	values_put_number(b, low);
	if (high > low) {
		buf_char(b, '-');
		values_put_number(b, high);
	}
	if (k->type == ENTITY_QUANTITY) {
		buf_char(b, ' ');
		buf_put(b, str_of(k->unit->sign));
	} else if (k->type == ENTITY_PERCENT) {
		buf_put(b, k->points ? STR(" pp") : STR("%"));
	}
}

static double
in_si(const struct kind *k, double n)
{
	return k->type == ENTITY_QUANTITY
	    ? n * k->unit->factor + k->unit->offset : n;
}

static size_t
done(struct values *v, struct value *x, const struct kind *k, double low,
    double high, size_t end)
{
	if (x->x.mod == MOD_NONE)
		x->x.mod = values_mod(v, x->first);
	x->x.type = k->type;
	put_name(v, k, low, high);
	x->x.name = kept(v, buf_str(&v->scratch));
	x->x.unit = unit_of(k);
	if (high > low) {
		x->x.low = number_kept(v, in_si(k, low));
		x->x.high = number_kept(v, in_si(k, high));
	} else {
		x->x.value = number_kept(v, in_si(k, low));
	}
	x->x.confidence = 950;
	return end;
}

static double
power_of_word(int code)
{
	double p = 1;

	for (int k = V_TENTH; k < code; k++)
		p *= 10;
	return p;
}

/* "-3.5 %", "minus 3 percent": the sign before a number. */
static bool
is_negative(const struct values *v, size_t i)
{
	if (word_is(v, i - 1, "minus"))
		return true;
	return mark_at(v, i - 1, '-') && !lex_at(v, i)->space
	    && lex_at(v, i - 1)->space && i > 0;
}

/* "to" or a dash before a second number: where that begins, or 0. */
size_t
values_range_at(const struct values *v, size_t i)
{
	if (word_is(v, i, "to") || word_is(v, i, "or"))
		return i + 1;
	return mark_at(v, i, '-') && lex_at(v, i)->space
	    == lex_at(v, i + 1)->space ? i + 1 : 0;
}

/* "$3-5 million": the first number's power of ten is the second's. */
static void
share_scale(struct number *low, const struct number *high)
{
	if (low->scale == 1 && high->scale > 1
	    && low->value < high->value / high->scale)
		low->value *= high->scale;
}

/* "5 dollars and 20 cents". */
static size_t
take_cents(const struct values *v, size_t end, double *amount)
{
	struct number n;
	size_t at = end + word_is(v, end, "and");
	size_t next = values_number(v, at, &n);
	const struct coin *coin = coin_at(v, next);

	if (next == 0 || n.value >= 100 || n.scale > 1
	    || (coin == NULL && !(word_is(v, next, "c")
	    && !lex_at(v, next)->space)))
		return end;
	*amount += n.value * (coin != NULL ? coin->times : 0.01);
	return next + 1;
}

/* Nothing is counted at i: the sentence or clause ends. */
static bool
is_end(const struct values *v, size_t i)
{
	const struct lex *l = lex_at(v, i);

	return i >= v->n || ((l->mark == '.' || l->mark == ',') && !l->space
	    && !lex_at(v, i + 1)->digits);
}

/* "15 dollars 50", "15 dollars and fifty", and nothing behind. */
static size_t
take_two_digits(const struct values *v, size_t end, double *amount)
{
	size_t at = end + word_is(v, end, "and"), next;
	struct number n;

	if (lex_at(v, end - 1)->mark != 0
	    || (next = values_number(v, at, &n)) == 0 || !is_end(v, next)
	    || n.value >= 100 || n.value != (double)(long)n.value
	    || (n.digits && lex_text(v, at).n != 2)
	    || (at == end && !n.digits))
		return end;
	*amount += n.value / 100;
	return next;
}

/* "or more", "+" behind an amount. */
static size_t
take_more(const struct values *v, size_t end, struct value *x)
{
	if (mark_at(v, end, '+') && !lex_at(v, end)->space) {
		x->x.mod = MOD_EQUAL_OR_MORE;
		return end;
	}
	if (!word_is(v, end, "or"))
		return end;
	if (word_is(v, end + 1, "more"))
		x->x.mod = MOD_EQUAL_OR_MORE;
	else if (word_is(v, end + 1, "less"))
		x->x.mod = MOD_EQUAL_OR_LESS;
	else if (word_is(v, end + 1, "so"))
		x->x.mod = MOD_APPROX;
	return end;
}

/* "m" and "b" apart from the number, where it is money. */
static size_t
take_letter(const struct values *v, size_t end, struct number *n)
{
	double p = word_is(v, end, "m") ? 1e6 : word_is(v, end, "b") ? 1e9 : 0;

	if (p == 0 || n->scale > 1)
		return end;
	n->value *= p;
	n->scale = p;
	return end + 1;
}

/* "and" between two amounts behind "between". */
static bool
is_between(const struct values *v, size_t i, size_t end)
{
	return word_is(v, end, "and") && word_is(v, i - 1, "between");
}

static size_t
sign_first(struct values *v, size_t i, struct value *x)
{
	struct kind k = { .type = ENTITY_MONEY, .times = 1 }, after;
	struct number low, high;
	int other = 0;
	bool between;
	size_t n = sign_at(v, i, &k.currency), end, next, sign;

	if (n == 0 || (end = values_number(v, i + n, &low)) == 0)
		return 0;
	end = take_letter(v, end, &low);
	if (is_negative(v, i)) {
		x->first = i - 1;
		low.value = -low.value;
	}
	high = low;
	between = is_between(v, i, end);
	if ((next = between ? end + 1 : values_range_at(v, end)) > 0) {
		sign = sign_at(v, next, &other);
		next = values_number(v, next + sign, &high);
		if (next > 0 && (sign == 0 || other == k.currency)
		    && (between || !(sign > 0 && low.scale > 1))
		    && !(unit_at(v, next, &high, &after, &n)
		    && after.type != ENTITY_MONEY)) {
			share_scale(&low, &high);
			if (high.value > low.value)
				end = next;
		}
		if (end != next)
			high = low;
	}
	if (high.value == low.value)
		end = take_cents(v, end, &high.value);
	low.value = high.value > low.value && next == 0 ? high.value
	    : low.value;
	if (code_at(v, end) == V_CURRENCY + k.currency)
		end++;	/* "$5 dollars" */
	else if (is_currency(phrase_code(v, end, 2)))
		end += 2;
	return done(v, x, &k, low.value, high.value, take_more(v, end, x));
}

/* "Malaysian ringgit 42", "rupees 500 crore": a word before the number is its
 * currency if it is more than a word, or the number is that of a sum. */
static size_t
word_first(struct values *v, size_t i, struct value *x)
{
	struct kind k = { .type = ENTITY_MONEY, .times = 1 }, after;
	struct number sum;
	size_t end, n;
	int two;

	if (!is_currency(code_at(v, i)) || stands_before(v, i)
	    || word_is(v, i, "won") || !lex_at(v, i + 1)->digits)
		return 0;
	two = phrase_code(v, i - 1, 2);
	end = values_number(v, i + 1, &sum);
	if (end == 0 || (!is_currency(two) && sum.scale < LEAST_SUM)
	    || unit_at(v, end, &sum, &after, &n))
		return 0;
	x->first = is_currency(two) ? i - 1 : i;
	k.currency = (is_currency(two) ? two : code_at(v, i)) - V_CURRENCY;
	return done(v, x, &k, sum.value, sum.value, take_more(v, end, x));
}

/* "a million": the article belongs to the number. */
static void
take_article(const struct values *v, size_t i, struct value *x)
{
	int c = code_at(v, i);

	if (((c > V_TENTH && c < V_MONTH) || c == V_DOZEN)
	    && (word_is(v, i - 1, "a") || word_is(v, i - 1, "an")))
		x->first = i - 1;
}

static size_t
plain(struct values *v, size_t i, struct value *x, double n, size_t end)
{
	struct str s = lex_text(v, i);

	if (!(v->types >> ENTITY_NUMBER & 1) || (s.n > 0 && end < v->n
	    && !lex_at(v, end)->opens && lex_at(v, end)->mark == 0))
		return 0;
	x->x.type = ENTITY_NUMBER;
	x->x.name = x->x.value = number_kept(v, n);
	x->x.mod = values_mod(v, x->first);
	return end;
}

/* "half" by itself; not that of a match. */
static bool
is_half(const struct values *v, size_t i)
{
	return code_at(v, i) == V_HALF && !word_is(v, i - 1, "second")
	    && code_in(v, i - 1, V_ORDINAL, 31) == 0;
}

/* Fractions, where numbers are asked for: "two thirds", "half", "one in five",
 * "nine million and five ninths" behind the number that ends at end. */
static size_t
fraction(struct values *v, struct value *x, struct number n, size_t end)
{
	size_t i = x->first, at;
	double part;

	if ((v->types >> ENTITY_NUMBER & 1) == 0)
		return 0;
	if ((at = values_fraction(v, i, &part)) > 0)
		return plain(v, i, x, part, at);
	if (end == 0)
		return is_half(v, i) ? plain(v, i, x, 0.5, i + 1) : 0;
	if (word_is(v, end, "and")
	    && (at = values_fraction(v, end + 1, &part)) > 0)
		return plain(v, i, x, n.value + part
		    * (n.scale >= 1000 ? n.scale : 1), at);
	at = values_ratio(v, end, &n);
	return at > 0 ? plain(v, i, x, n.value, at) : 0;
}

/* A number, or a part of one: "three quarters of a billion". */
static size_t
count(const struct values *v, size_t i, struct number *n)
{
	double part;
	size_t at = lex_at(v, i)->digits ? 0 : values_fraction(v, i, &part);
	int c;

	if (at > 0) {
		at += word_is(v, at, "of");
		at += word_is(v, at, "a");
		c = code_at(v, at);
		if (c >= V_TENTH + 6 && c < V_MONTH) {
			n->scale = power_of_word(c);
			n->value = part * n->scale;
			return at + 1;
		}
	}
	return values_number(v, i, n);
}

static size_t
number_first(struct values *v, size_t i, struct value *x)
{
	struct number low = { 0 }, high;
	struct kind k;
	size_t end = count(v, i, &low), next, n = 0, at;

	if ((at = fraction(v, x, low, end)) > 0 || end == 0)
		return at;
	take_article(v, i, x);
	high = low;
	next = is_between(v, i, end) ? end + 1 : values_range_at(v, end);
	at = next > 0 ? values_number(v, next, &high) : 0;
	if (at > 0 && unit_at(v, at + joins(v, at, '-'), &high, &k, &n)
	    && high.value > low.value && !is_negative(v, i)) {
		share_scale(&low, &high);
		return done(v, x, &k, low.value * k.times,
		    high.value * k.times, at + joins(v, at, '-') + n);
	}
	if (is_negative(v, i)) {
		x->first = i - 1;
		low.value = -low.value;
	}
	at = end + joins(v, end, '-');
	if (!unit_at(v, at, &low, &k, &n))
		return plain(v, i, x, low.value, end);
	low.value *= k.times;
	at += n;
	if (k.type == ENTITY_MONEY && low.scale == 1
	    && code_at(v, at) >= V_TENTH + 6 && code_at(v, at) < V_MONTH)
		low.value *= power_of_word(code_at(v, at++));
	if (k.type == ENTITY_MONEY && k.times == 1) {
		at = take_cents(v, at, &low.value);
		at = take_two_digits(v, at, &low.value);
	}
	return done(v, x, &k, low.value, low.value, take_more(v, at, x));
}

size_t
values_amount(struct values *v, size_t i, struct value *x)
{
	size_t end = sign_first(v, i, x);

	if (end > 0 || (end = word_first(v, i, x)) > 0)
		return end;
	*x = (struct value){ .first = i };
	return number_first(v, i, x);
}
