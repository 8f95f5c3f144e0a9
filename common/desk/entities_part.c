/*
 * Two names that were labelled as one: "Kishida met Chinh", "Mandi in Poonch",
 * "Washington's Dulles Airport", "U.N. Secretary-General Antonio Guterres".
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names;

enum { PERSON_WORDS = 4 };	/* behind a title in another name */

/* Of small words only these stand in a person's name. */
static bool
parts_person(const struct entities *e, size_t i)
{
	static const char *const inside[] = { "al", "el", "bin", "ibn", "bint",
	    "ben", "de", "da", "do", "dos", "das", "del", "della", "di", "du",
	    "la", "le", "van", "von", "der", "den", "ter", "ten", "of", "the",
	    "and", "y", "e", "ul", "ur", "af", "zu", "st" };
	struct str s = entities_token(e, i);

	return !e->tokens[i].upper && byte_is_lower(s.p[0])
	    && !str_is_one_of(s, inside, sizeof inside / sizeof *inside);
}

/* What the lists know of tokens [from, end). */
static unsigned
list_of(const struct entities *e, size_t from, size_t end)
{
	int list = words_find(&words_names, str_cut(e->text,
	    e->tokens[from].start, e->tokens[end - 1].end));

	return list > 0 ? (unsigned)list : 0;
}

static bool
is_place(const struct entities *e, size_t from, size_t end)
{
	return list_of(e, from, end) & (LIST_COUNTRY | LIST_STATE | LIST_CITY
	    | LIST_TOWN);
}

/* A name ends before token i that needs no owner: "New Easthaven City". */
static bool
is_whole(const struct entities *e, size_t from, size_t i)
{
	unsigned heads = HEAD_ORG | HEAD_PLACE, had = 0;

	for (size_t k = from; k < i; k++)
		if (k + 1 == i || str_eq(entities_token(e, k + 1), STR("of")))
			had |= e->ner.types[e->ner.words[k].type].heads;
	return is_place(e, from, i) || (i > from + 1 && had & heads);
}

/*
 * "King's Cross" is one place, "London's Hyde Park" is two, and so are "the
 * Ministry of Justice's Investigation Bureau".
 */
static bool
parts_owner(const struct entities *e, size_t from, size_t i)
{
	struct str s = entities_token(e, i);

	return s.n > 1 && str_ends(s, STR("s")) && !byte_is_letter(s.p[0])
	    && i + 1 < e->ntokens && e->tokens[i + 1].upper
	    && is_whole(e, from, i);
}

static bool
parts_place(const struct entities *e, size_t i)
{
	static const char *const between[] = { "in", "at", "near", "from" };

	return str_is_one_of(entities_token(e, i), between,
	    sizeof between / sizeof *between);
}

/* "North" of "North America" is a town too, and a word. */
static bool
is_plain_name(const struct ner_type *t)
{
	return t->common == 0 && t->heads == 0;
}

/* "Miramar California": a state or country behind its town, without a comma. */
static bool
parts_state(const struct entities *e, size_t from, size_t i)
{
	const struct ner_word *w = e->ner.words;
	const struct ner_type *t = &e->ner.types[w[i].type];

	return w[i].hot && (i + 1 == e->ntokens
	    || e->labels[i + 1] != NER_I_LOC)
	    && t->list & LIST_REGION && t->list & (LIST_COUNTRY | LIST_STATE)
	    && is_plain_name(t) && is_plain_name(&e->ner.types[w[from].type])
	    && is_place(e, from, i) && !is_place(e, from, i + 1);
}

/* "Wisconsin Republican": a state and who is of a party there. */
static bool
parts_party(struct entities *e, size_t from, size_t i)
{
	static const char *const parties[] = { "Republican", "Republicans",
	    "Democrat", "Democrats", "Tory", "Tories" };

	if (memchr("RDT", e->text.p[e->tokens[i].start], 3) == NULL
	    || !str_is_one_of(entities_token(e, i), parties,
	    sizeof parties / sizeof *parties)
	    || (i + 1 < e->ntokens && e->labels[i + 1] == e->labels[i])
	    || !(list_of(e, from, i) & (LIST_COUNTRY | LIST_STATE)))
		return false;
	for (size_t k = from; k < i; k++)
		e->labels[k] = k > from ? NER_I_LOC : NER_B_LOC;
	e->labels[i] = NER_B_NORP;
	return true;
}

/* "Invercargill New Zealand": a listed country or state of several words. */
static bool
parts_country(const struct entities *e, size_t from, size_t i)
{
	const struct ner_word *w = e->ner.words;
	size_t end = i + 1;

	if (!(w[i].list & LIST_PHRASE) || !(w[i].list & LIST_REGION)
	    || !(w[i].list & (LIST_COUNTRY | LIST_STATE))
	    || !is_place(e, from, i))
		return false;
	while (end < e->ntokens && w[end].list & LIST_INSIDE)
		end++;
	return end == e->ntokens || e->labels[end] != NER_I_LOC;
}

/* "Stanford CA": a code of two capitals behind a listed place. */
static bool
parts_code(const struct entities *e, size_t from, size_t i)
{
	struct str s = entities_token(e, i);

	return s.n == 2 && byte_is_upper(s.p[0]) && byte_is_upper(s.p[1])
	    && !str_eq(s, STR("DC"))
	    && (i + 1 == e->ntokens || e->labels[i + 1] != NER_I_LOC)
	    && is_place(e, from, i)
	    && states_name(&e->states, s, true).n > 0;
}

/* "Ann Lee Goldman Sachs", as in a signature: a body that all know. */
static bool
parts_body(const struct entities *e, size_t from, size_t i)
{
	unsigned list = e->ner.words[i].list;

	return i > from + 1 && list & LIST_PHRASE && list & LIST_ORG
	    && !(list & (LIST_SURNAME | LIST_RARE | LIST_PERSON));
}

/*
 * "U.N. Secretary-General": the title is of the person behind it, and "U.S."
 * before it is the place.
 */
static bool
parts_title(struct entities *e, size_t from, size_t i)
{
	const struct ner_type *types = e->ner.types;
	const struct ner_word *w = &e->ner.words[i];
	size_t end = i + 1;

	if (!w->hot || !(types[w->type].list & LIST_TITLE)
	    || end >= e->ntokens || e->labels[end] != e->labels[i]
	    || !(types[w[1].type].list & LIST_GIVEN))
		return false;
	while (end < e->ntokens && e->labels[end] == e->labels[i]
	    && e->tokens[end].upper)
		end++;
	if (end < i + 3 || end > i + 1 + PERSON_WORDS
	    || (end < e->ntokens && e->labels[end] == e->labels[i]))
		return false;
	for (size_t k = i + 1; k < end; k++)
		e->labels[k] = k > i + 1 ? NER_I_PER : NER_B_PER;
	e->labels[i] = NER_O;
	for (size_t k = from; k < i && is_place(e, from, i); k++)
		e->labels[k] = k > from ? NER_I_LOC : NER_B_LOC;
	return true;
}

bool
entities_part(struct entities *e, size_t from, size_t i)
{
	unsigned kind = (e->labels[i] + 1u) / 2;

	if (kind == NER_ORG && parts_title(e, from, i))
		return true;
	if ((kind == NER_ORG || kind == NER_LOC) && parts_party(e, from, i))
		return true;
	if (kind == NER_LOC && (parts_state(e, from, i)
	    || parts_country(e, from, i) || parts_code(e, from, i))) {
		e->labels[i] = NER_B_LOC;
		return true;
	}
	if (kind == NER_PER && parts_body(e, from, i)) {
		entities_label(e, i, entities_end(e, i), NER_ORG,
		    e->margins[i]);
		return true;
	}
	if (!(kind == NER_PER && parts_person(e, i))
	    && !(kind == NER_LOC && parts_place(e, i))
	    && !((kind == NER_LOC || kind == NER_ORG)
	    && parts_owner(e, from, i)))
		return false;
	e->labels[i] = NER_O;
	if (i + 1 < e->ntokens && e->labels[i + 1] == kind * 2)
		e->labels[i + 1]--;
	return true;
}
