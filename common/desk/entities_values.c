/* Finds all dates and amounts of a piece, in order. */
#include "desk/entities.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_calendar, words_numbers, words_currencies;

/* A digit, a sign, or a word that numbers, dates or currencies begin with. */
static bool
may_be_value(struct str t)
{
	if (!byte_is_letter(t.p[0]))
		return true;
	return words_find_lower(&words_calendar, t) > 0
	    || words_find_lower(&words_numbers, t) > 0
	    || words_find_lower(&words_currencies, t) > 0
	    || memchr(t.p, '-', t.n) != NULL || memchr(t.p, '.', t.n) != NULL
	    || (t.n <= 3 && (byte_lower(t.p[0]) == 'a'
	    || chars_eq_nocase(t, STR("the")) || byte_is_upper(t.p[0])));
}

static size_t
value_at(struct entities *e, size_t i, struct entity *x)
{
	struct str t = entities_token(e, i);
	size_t n;

	if (!(byte_is_digit(t.p[0]) || byte_is_letter(t.p[0])
	    || t.p[0] == '$' || (unsigned char)t.p[0] >= 0x80)
	    || !may_be_value(t))
		return 0;
	n = entities_amount(e, i, x);
	return n > 0 ? n : entities_date(e, i, x);
}

void
entities_values(struct entities *e)
{
	for (size_t i = 0; i < e->ntokens;) {
		struct entity x = { 0 };
		size_t n = value_at(e, i, &x);

		if (n == 0) {
			i++;
			continue;
		}
		x.first_token = i;
		x.last_token = i + n - 1;
		x.at = (struct span){ e->tokens[i].start,
		    e->tokens[i + n - 1].end };
		e->values = xgrow(e->values, &e->value_cap, e->nvalues + 1,
		    sizeof *e->values);
		e->values[e->nvalues++] = x;
		i += n;
	}
}
