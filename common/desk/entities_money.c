/* Amounts: money as "USD 500000", percentages, measures in SI units. */
#include "desk/entities_parse.h"

#include "text/chars.h"

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
number_kept(struct values *v, double n)
{
	v->scratch.n = 0;
	values_put_number(&v->scratch, n);
	return values_kept(v);
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
	x->x.name = values_kept(v);
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
	const struct coin *coin = kind_coin(v, next);

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

/* "12.500 euros" are many euros. */
static void
take_thousands(struct number *n)
{
	if (n->thousands && n->scale == 1)
		n->value *= 1000;
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
	size_t n = kind_sign(v, i, &k.currency), end, next, sign;

	if (n == 0 || (end = values_number(v, i + n, &low)) == 0)
		return 0;
	end = take_letter(v, end, &low);
	take_thousands(&low);
	if (is_negative(v, i)) {
		x->first = i - 1;
		low.value = -low.value;
	}
	high = low;
	between = is_between(v, i, end);
	if ((next = between ? end + 1 : values_range_at(v, end)) > 0) {
		sign = kind_sign(v, next, &other);
		next = values_number(v, next + sign, &high);
		if (next > 0 && (sign == 0 || other == k.currency)
		    && (between || !(sign > 0 && low.scale > 1))
		    && !(kind_behind(v, next, &high, &after, &n)
		    && after.type != ENTITY_MONEY)) {
			share_scale(&low, &high);
			take_thousands(&high);
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
	if (code_at(v, end) == V_CURRENCY + k.currency
	    && lex_at(v, end)->mark == 0)
		end++;	/* "$5 dollars" */
	else if (kind_is_currency(phrase_code(v, end, 2)))
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

	if (!kind_is_currency(code_at(v, i)) || kind_stands_before(v, i)
	    || word_is(v, i, "won") || !lex_at(v, i + 1)->digits)
		return 0;
	two = phrase_code(v, i - 1, 2);
	end = values_number(v, i + 1, &sum);
	if (end == 0 || (!kind_is_currency(two) && sum.scale < KIND_LEAST_SUM)
	    || kind_behind(v, end, &sum, &after, &n))
		return 0;
	x->first = kind_is_currency(two) ? i - 1 : i;
	k.currency = (kind_is_currency(two) ? two : code_at(v, i)) - V_CURRENCY;
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

/* "thirds", "quarter" at i, whatever they stand for. */
static bool
may_be_part(const struct values *v, size_t i)
{
	int c = code_at(v, i);

	return (c > V_PARTS && c < V_CURRENCY)
	    || (c > V_ORDINAL && c <= V_ORDINAL + 31)
	    || c == V_UNIT + U_QUARTER || c == V_UNITS + U_QUARTER;
}

/* A number, or a part of one: "three quarters of a billion". */
static size_t
count(const struct values *v, size_t i, struct number *n)
{
	double part;
	size_t at = may_be_part(v, i + 1 + joins(v, i + 1, '-'))
	    ? values_fraction(v, i, &part) : 0;
	int c;

	if (at > 0) {
		at += word_is(v, at, "of");
		at += word_is(v, at, "a");
		c = code_at(v, at);
		if (c >= V_TENTH + 6 && c < V_MONTH) {
			n->scale = values_power(c - V_TENTH);
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
	if (at > 0 && kind_behind(v, at + joins(v, at, '-'), &high, &k, &n)
	    && high.value > low.value && !is_negative(v, i)) {
		share_scale(&low, &high);
		if (k.type == ENTITY_MONEY) {
			take_thousands(&low);
			take_thousands(&high);
		}
		return done(v, x, &k, low.value * k.times,
		    high.value * k.times, at + joins(v, at, '-') + n);
	}
	if (is_negative(v, i)) {
		x->first = i - 1;
		low.value = -low.value;
	}
	at = end + joins(v, end, '-');
	if (!kind_behind(v, at, &low, &k, &n))
		return plain(v, i, x, low.value, end);
	low.value *= k.times;
	at += n;
	if (k.type == ENTITY_MONEY)
		take_thousands(&low);
	if (k.type == ENTITY_MONEY && low.scale == 1
	    && code_at(v, at) >= V_TENTH + 6 && code_at(v, at) < V_MONTH)
		low.value *= values_power(code_at(v, at++) - V_TENTH);
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
