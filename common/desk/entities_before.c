/*
 * Names whose kind stands before them: "Article 50", "Route 66", "Heathrow
 * Terminal 5", "Hurricane Otis", "USS Gerald R. Ford". The tagger was taught
 * by corpora that leave these out, or take the storm for a person. And teams
 * behind their place: "Utah Jazz".
 */
#include "desk/entities_before.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_heads, words_first_names, words_names;

enum {
	DIGITS = 4,		/* of a number that belongs to a name */
	PLACE_WORDS = 3,	/* before a team */
	MARGIN = 120		/* how sure a label put here is */
};

/* What the word at token i, if it has a capital, says of what stands beside. */
static unsigned
bits_of(const struct entities *e, size_t i)
{
	const struct ner_word *w = &e->ner.words[i];

	return w->hot ? e->ner.types[w->type].before : 0;
}

/* The same for what follows it. */
static unsigned
what_of(const struct entities *e, size_t i)
{
	return bits_of(e, i) & ~(unsigned)BEFORE_TEAM;
}

/* A token of the same line, a blank away from the one before. */
static bool
follows(const struct entities *e, size_t i)
{
	return i < e->ntokens && e->tokens[i].space && !e->ner.words[i].breaks;
}

/* "50", "39A", "1701", not "2,000" and "3.5". */
static bool
is_number(struct str s)
{
	size_t n = 0;

	while (n < s.n && byte_is_digit(s.p[n]))
		n++;
	return n > 0 && n <= DIGITS
	    && (n == s.n || (n + 1 == s.n && byte_is_upper(s.p[n])));
}

/* "4 million", "5 people", "4-5": the number counts something. */
static bool
counts(const struct entities *e, size_t i)
{
	static const char *const counted[] = { "million", "billion", "thousand",
	    "hundred", "percent", "per", "%", "people", "men", "women",
	    "children", "years", "months", "weeks", "days", "hours", "minutes",
	    "times", "points", "miles", "km", "metres", "meters" };
	bool range = i + 1 < e->ntokens && !e->tokens[i + 1].space
	    && is_number(entities_token(e, i + 2));

	return range || str_is_one_of(entities_token(e, i + 1), counted,
	    sizeof counted / sizeof *counted);
}

static bool
is_product(const struct entities *e, size_t i)
{
	int heads = words_find_lower(&words_heads, entities_token(e, i));

	return heads > 0 && heads & HEAD_PRODUCT;
}

/* The name that ends before token i ends with it. */
static void
extend(struct entities *e, size_t i)
{
	unsigned inside = (e->labels[i - 1] + 1u) / 2 * 2;

	if (e->labels[i] == inside)
		return;		/* it does already */
	entities_label(e, i, i + 1, (enum ner_kind)(inside / 2),
	    e->margins[i - 1]);
	e->labels[i] = (uint8_t)inside;
}

/* The number at i belongs to what stands before it. */
static void
take_number(struct entities *e, size_t i)
{
	struct str s = entities_token(e, i);
	unsigned what = what_of(e, i - 1);
	unsigned kind = (e->labels[i - 1] + 1u) / 2;

	if ((what == 0 && kind != NER_MISC) || !follows(e, i) || counts(e, i)
	    || (!is_number(s) && !(what & BEFORE_LAW
	    && chars_all_of(s, STR("IVX")))))
		return;
	if (what & BEFORE_LAW)
		entities_label(e, i - 1, i + 1, NER_MISC, MARGIN);
	else if (what & BEFORE_ROAD && kind != NER_LOC)
		entities_label(e, i - 1, i + 1, NER_LOC, MARGIN);
	else if ((kind == NER_MISC && is_product(e, i - 1)) || (what != 0
	    && kind != NER_NONE && kind != NER_PER && kind != NER_NORP))
		extend(e, i);
}

/* The end of the name labelled at i; of an unlabelled capital that word's. */
static size_t
end_of_name(const struct entities *e, size_t i)
{
	return e->labels[i] != NER_O ? entities_end(e, i) : i + 1;
}

static bool
is_given(const struct entities *e, size_t i)
{
	return words_find_lower(&words_first_names, entities_token(e, i)) >= 0;
}

/*
 * The capital at i is what a storm at i - 1 may be called: a given name, or one
 * word that was labelled as any name but a place, or together with the storm.
 */
static bool
names_storm(const struct entities *e, size_t i)
{
	unsigned kind = (e->labels[i] + 1u) / 2;
	bool begins = e->labels[i] % 2 == 1;
	bool together = e->labels[i - 1] % 2 == 1
	    && e->labels[i] == e->labels[i - 1] + 1;

	if (end_of_name(e, i) > i + 1
	    || words_find_lower(&words_heads, entities_token(e, i)) >= 0)
		return false;
	return is_given(e, i) || together || (begins && kind != NER_LOC);
}

/* "Hurricane Otis", not "Hurricane Ridge" and "Storm Prediction Center". */
static void
take_storm(struct entities *e, size_t i)
{
	size_t from = i;

	if (!names_storm(e, i + 1))
		return;
	if (i > 0 && follows(e, i)
	    && str_eq(entities_token(e, i - 1), STR("Tropical")))
		from--;
	else if (e->labels[i] != NER_O && e->labels[i] % 2 == 0)
		return;		/* of a longer name */
	entities_label(e, from, i + 2, NER_MISC, MARGIN);
}

/* Where the listed town or state that ends before token i begins; i: none. */
static size_t
place_before(const struct entities *e, size_t i)
{
	size_t from = i;

	for (size_t n = 1; n <= PLACE_WORDS && n <= i && e->ner.words[i - n].hot
	    && follows(e, i - n + 1); n++) {
		int list = words_find(&words_names, str_cut(e->text,
		    e->tokens[i - n].start, e->tokens[i - 1].end));

		if (list > 0 && list & (LIST_STATE | LIST_CITY | LIST_TOWN)
		    && !(list & LIST_COUNTRY))
			from = i - n;
	}
	return from;
}

/* "Toronto Blue Jays": of the words before a nickname these are parts of it. */
static bool
is_of_nickname(struct str s)
{
	static const char *const words[] = { "Blue", "Red", "White", "Trail",
	    "Maple", "Golden" };

	return str_is_one_of(s, words, sizeof words / sizeof *words);
}

/* Where the name begins that is labelled up to i; i: it begins there, or none. */
static size_t
begin_of_name(const struct entities *e, size_t i)
{
	while (i > 0 && e->labels[i] != NER_O && e->labels[i] % 2 == 0)
		i--;
	return i;
}

/* Capitals go on behind i, in one name with it or without a name. */
static bool
goes_on(const struct entities *e, size_t i)
{
	return i + 1 < e->ntokens && e->ner.words[i + 1].hot
	    && follows(e, i + 1) && (e->labels[i] == NER_O
	    || entities_end(e, i) > i + 1);
}

/* "Utah Jazz", but not "Miami Heat Wave" and "Bengal Tigers". */
static void
take_team(struct entities *e, size_t i)
{
	size_t first = i > 0 && is_of_nickname(entities_token(e, i - 1))
	    && follows(e, i) ? i - 1 : i;
	size_t from = place_before(e, first), begin = begin_of_name(e, i);

	if (from == first || !follows(e, first) || goes_on(e, i))
		return;
	entities_label(e, begin < from ? begin : from, i + 1, NER_ORG, MARGIN);
	/* "of Botswana" is no name. */
	if (i + 1 < e->ntokens && e->labels[i + 1] != NER_O
	    && !e->ner.words[i + 1].hot) {
		e->labels[i + 1] = NER_O;
		if (i + 2 < e->ntokens && e->labels[i + 2] != NER_O
		    && e->labels[i + 2] % 2 == 0)
			e->labels[i + 2]--;
	}
}

void
entities_befores(struct entities *e)
{
	const struct ner_run *runs = e->ner.runs;

	for (size_t r = 0; r < e->ner.nruns; r++)
		for (size_t i = runs[r].from; i < runs[r].to; i++) {
			const struct ner_word *next = &e->ner.words[i + 1];
			unsigned what;

			if (bits_of(e, i) & BEFORE_TEAM)
				take_team(e, i);
			if (!e->ner.words[i].hot || i + 1 >= e->ntokens
			    || !(next->hot || next->digit))
				continue;
			what = what_of(e, i);
			if (what & BEFORE_STORM && next->hot
			    && follows(e, i + 1))
				take_storm(e, i);
			else if (what & BEFORE_SHIP && next->hot
			    && follows(e, i + 1))
				entities_label(e, i, end_of_name(e, i + 1),
				    NER_MISC, MARGIN);
			else
				take_number(e, i + 1);
		}
}

enum entity_type
entities_before_type(const struct entities *e, const struct entity *x)
{
	size_t first = x->first_token, last = x->last_token;
	unsigned what = what_of(e, first);

	if (last == first)
		return ENTITY_TYPES;
	if (what & BEFORE_SHIP)
		return ENTITY_PRODUCT;
	if (what & BEFORE_LAW && last == first + 1)
		return ENTITY_LAW;
	if ((what | what_of(e, first + 1)) & BEFORE_STORM)
		return ENTITY_EVENT;
	what = what_of(e, last - 1);
	return what & BEFORE_PRODUCT ? ENTITY_PRODUCT
	    : what & (BEFORE_ROAD | BEFORE_PLACE) ? ENTITY_LOC : ENTITY_TYPES;
}
