/*
 * Short forms that brackets explain: "Water Board (NWB)". The long form tells
 * more than the capitals: it says what the short one is all over the piece, and
 * that "closed-circuit television (CCTV)" is no name. Long forms are found
 * after Schwartz and Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text" (2003).
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_heads;

enum {
	LETTERS = 8,		/* of a short form */
	MORE_WORDS = 5,		/* than letters stand in a long form */
	MARGIN = 120		/* how sure what brackets explain is */
};

/* Short forms and what they are: an enum ner_kind. */
struct known {
	struct map kinds;
	uint64_t filter;	/* a bit for each word type: nine in ten are out */
};

static uint64_t
bit_of(const struct entities *e, size_t i)
{
	return (uint64_t)1 << (e->ner.words[i].type & 63);
}

static unsigned
kind_at(const struct entities *e, size_t i)
{
	return (e->labels[i] + 1u) / 2;
}

/* "NWB", and "Nuwab" where the long form is an organisation. */
static bool
is_short_form(const struct entities *e, size_t i, bool *caps)
{
	struct str s = entities_token(e, i);
	bool small = false;

	if (s.n < 2 || s.n > LETTERS || !byte_is_upper(s.p[0]))
		return false;
	for (size_t k = 0; k < s.n; k++)
		if (byte_is_lower(s.p[k]))
			small = true;
		else if (!byte_is_upper(s.p[k]))
			return false;
	*caps = !small;
	return true;
}

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return str_eq(entities_token(e, i), str_of(z));
}

/*
 * The token at which the long form before the bracket begins: letters of the
 * short one stand in it from right to left, the first at a word's head. The
 * bracket itself: none.
 */
static size_t
long_form(const struct entities *e, size_t bracket, struct str s)
{
	size_t low = bracket > s.n + MORE_WORDS ? bracket - s.n - MORE_WORDS : 0;
	size_t left = s.n;

	for (size_t i = bracket; i-- > low;) {
		struct str w = entities_token(e, i);

		for (size_t k = w.n; k-- > 0;) {
			if (byte_lower(w.p[k]) != byte_lower(s.p[left - 1])
			    || (left == 1 && k > 0))
				continue;
			if (--left == 0)
				return i;
		}
		if (e->ner.words[i].breaks || w.p[0] == '(')
			break;
	}
	return bracket;
}

static bool
is_org_word(const struct entities *e, size_t i)
{
	int heads = words_find_lower(&words_heads, entities_token(e, i));

	return e->tokens[i].upper && heads > 0
	    && heads & (HEAD_ORG | HEAD_COMPANY);
}

/* The last word of what stands before the bracket: "Board’s (NWB)". */
static size_t
head_before(const struct entities *e, size_t from, size_t bracket)
{
	size_t i = bracket - 1;

	while (i > from && (!byte_is_letter(e->text.p[e->tokens[i].start])
	    || is(e, i, "s")))
		i--;
	return i;
}

/* Of the long form; one of capitals that is no name may become one. */
static unsigned
kind_of_long(struct entities *e, size_t from, size_t head)
{
	bool names = false;

	for (size_t i = from; i <= head; i++)
		names |= e->labels[i] != NER_O;
	if (!names && is_org_word(e, head) && e->tokens[from].upper)
		entities_label(e, from, head + 1, NER_ORG, MARGIN);
	return kind_at(e, head);
}

/* A name of its own: nothing goes on into it or out of it. */
static bool
stands_alone(const struct entities *e, size_t i)
{
	return e->labels[i] % 2 == 1 && (i + 1 == e->ntokens
	    || e->labels[i + 1] != e->labels[i] + 1);
}

/* The short form at i is what the map says. */
static void
apply(struct entities *e, const struct known *known, size_t i)
{
	const uint32_t *at = known->filter & bit_of(e, i)
	    ? map_get(&known->kinds, entities_token(e, i)) : NULL;

	if (at == NULL || (e->labels[i] != NER_O && !stands_alone(e, i)))
		return;
	if (*at == NER_NONE && kind_at(e, i) == NER_ORG)
		e->labels[i] = NER_O;
	else if (*at != NER_NONE && kind_at(e, i) != *at)
		entities_label(e, i, i + 1, (enum ner_kind)*at, MARGIN);
}

/* "long form (SF)" with the short one at i: notes what it is. */
static void
explain(struct entities *e, struct known *known, size_t i, bool caps)
{
	struct str s = entities_token(e, i);
	size_t from = long_form(e, i - 1, s), head;
	unsigned kind;

	if (from == i - 1)
		return;
	head = head_before(e, from, i - 1);
	kind = kind_of_long(e, from, head);
	if (caps ? kind == NER_NONE && e->tokens[head].upper : kind != NER_ORG)
		return;
	*map_put(&known->kinds, s, NULL) = kind;
	known->filter |= bit_of(e, i);
}

void
entities_short(struct entities *e)
{
	struct known known = { .filter = 0 };
	const struct ner_run *runs = e->ner.runs;
	bool caps;

	for (size_t r = 0; r < e->ner.nruns; r++)
		for (size_t i = runs[r].from; i < runs[r].to; i++)
			if (i > 1 && e->text.p[e->tokens[i - 1].start] == '('
			    && is_short_form(e, i, &caps) && is(e, i + 1, ")"))
				explain(e, &known, i, caps);
	for (size_t r = 0; r < e->ner.nruns && known.filter != 0; r++)
		for (size_t i = runs[r].from; i < runs[r].to; i++)
			apply(e, &known, i);
	map_free(&known.kinds);
}
