/*
 * What the text itself says a name is: "Qatel is an international company",
 * "Crupet, a village in the hills", "the town of Crupet", "the daily Almadar".
 * Where the tagger was not sure, that counts.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_heads, words_roles, words_names;

enum {
	WORDS = 8,		/* of a description, or of what brackets add */
	UNSURE = 930,		/* confidence below which a name is told by it */
	TOLD = 950,		/* and what it is then */
	ONE_PERSON = 1, BODY = 3	/* of roles.words */
};

/* "X (born 1960) is a", "X, the", "X was an": where the description begins. */
static size_t
description_of(const struct entities *e, const struct entity *x)
{
	static const char *const links[] = { ",", "is", "was", "are", "were" };
	static const char *const articles[] = { "a", "an" };
	size_t i = x->last_token + 1, open = i;

	/* Nine names in ten are out. */
	if (i >= e->ntokens || memchr(",(iwa", e->text.p[e->tokens[i].start],
	    5) == NULL)
		return 0;
	if (e->text.p[e->tokens[i].start] == '(') {
		while (i < e->ntokens && i < open + WORDS
		    && e->text.p[e->tokens[i].start] != ')')
			i++;
		i++;
	}
	if (i + 2 >= e->ntokens || !chars_is_one_of(entities_token(e, i), links,
	    sizeof links / sizeof *links)
	    || !chars_is_one_of(entities_token(e, i + 1), articles,
	    sizeof articles / sizeof *articles))
		return 0;
	return i + 2;
}

/* Words that somebody else put there, and others that are no description. */
static bool
is_mark(char c)
{
	return c == '"' || c == '\'' || c == '\xe2' || c == '$';
}

/* The noun before what ends a noun phrase; 0: not found. */
static size_t
head_of(const struct entities *e, size_t from)
{
	static const char *const after[] = { "of", "in", "for", "that", "which",
	    "who", "and", "from", "at", "on", "by", "with", "based", "to",
	    "located", "near", "whose", "where" };

	for (size_t i = from; i < from + WORDS && i < e->ntokens; i++) {
		struct str s = entities_token(e, i);

		if (e->ner.words[i].breaks || is_mark(s.p[0]))
			break;
		if (i > from && (memchr(".,;:()", s.p[0], 6) != NULL
		    || chars_is_one_of(s, after, sizeof after / sizeof *after)))
			return e->tokens[i - 1].upper ? 0 : i - 1;
	}
	return 0;
}

/* ENTITY_TYPES: it tells nothing. */
static enum entity_type
type_of_place(struct str head)
{
	int heads = words_find_lower(&words_heads, head);

	if (heads <= 0 || !(heads & HEAD_PLACE))
		return ENTITY_TYPES;
	return heads & HEAD_SPORT ? ENTITY_GPE : ENTITY_LOC;
}

static enum entity_type
type_told(struct str head)
{
	int heads = words_find(&words_heads, head);
	int role = words_find(&words_roles, head);

	if (role == ONE_PERSON)
		return ENTITY_PERSON;
	if (type_of_place(head) != ENTITY_TYPES)
		return type_of_place(head);
	if (heads > 0 && heads & HEAD_BUILDING)
		return ENTITY_TYPES;	/* a station sends, or trains stop there */
	if (role == BODY || (heads > 0 && heads & HEAD_ORG))
		return ENTITY_ORG;
	return ENTITY_TYPES;
}

/*
 * "The town of X", "the chairman of X", "the newspaper X": what stands before a
 * name that was taken for a person's.
 */
static enum entity_type
told_before(const struct entities *e, size_t i)
{
	static const char *const of_body[] = { "ceo", "cfo", "chairman",
	    "chairwoman", "director", "executive", "subsidiary", "shareholder",
	    "shareholders", "shares", "founder", "founders", "co-founder",
	    "cofounder", "cofounders" };
	static const char *const bodies[] = { "newspaper", "daily", "weekly",
	    "magazine", "website", "broadcaster", "company", "firm", "startup",
	    "manufacturer", "automaker", "carmaker", "retailer", "airline",
	    "carrier", "giant", "band", "ngo" };
	const struct ner_word *w = &e->ner.words[i];
	struct str s;

	if (i < 2 || w->breaks || w[-1].breaks)
		return ENTITY_TYPES;
	s = entities_token(e, i - 1);
	if (chars_is_one_of(s, bodies, sizeof bodies / sizeof *bodies))
		return !w[-1].hot || chars_eq_nocase(s, STR("ngo")) ? ENTITY_ORG
		    : ENTITY_TYPES;
	if (!chars_eq_nocase(s, STR("of")))
		return ENTITY_TYPES;
	s = entities_token(e, i - 2);
	if (chars_is_one_of(s, of_body, sizeof of_body / sizeof *of_body))
		return ENTITY_ORG;
	return !w[-2].hot ? type_of_place(s) : ENTITY_TYPES;
}

/* Does a longer name of a person near by end so? "Obama", "Barack Obama". */
static bool
is_surname_near(const struct entities *e, size_t k)
{
	enum { NEAR = 50 };
	const struct entity *x = &e->found[k];
	size_t end = k + NEAR < e->n ? k + NEAR : e->n;

	for (size_t i = k > NEAR ? k - NEAR : 0; i < end; i++) {
		const struct entity *y = &e->found[i];

		if (y->type == ENTITY_PERSON && y->last_token - y->first_token
		    > x->last_token - x->first_token && chars_eq_nocase(
		    entities_token(e, y->last_token),
		    entities_token(e, x->last_token)))
			return true;
	}
	return false;
}

/* One word that is no known body: "Obama spokesman", not "Ford spokesman". */
static bool
may_have_spokesman(const struct entities *e, const struct entity *x)
{
	int list = words_find(&words_names, entities_token(e, x->first_token));

	return x->last_token > x->first_token
	    || (list > 0 && list & LIST_ORG);
}

/*
 * "Acme analyst Ann Lee": the name before an office and its holder is that of
 * a body. Persons have aides, lawyers and sons; of 500 names before another
 * role and a person 8 are persons in the training corpora.
 */
static bool
has_office(const struct entities *e, const struct entity *x,
    const struct entity *holder)
{
	static const char *const offices[] = { "analyst", "banker", "bassist",
	    "chair", "chairman", "chairperson", "chairwoman", "chief", "coach",
	    "co-founder", "columnist", "correspondent", "defender", "director",
	    "drummer", "economist", "editor", "engineer", "executive",
	    "founder", "goalkeeper", "guitarist", "journalist", "manager",
	    "midfielder", "officer", "pitcher", "professor", "quarterback",
	    "reporter", "representative", "researcher", "scientist",
	    "spokesman", "spokesperson", "spokeswoman", "strategist",
	    "striker", "trader", "winger" };
	size_t i = x->last_token + 1, end = holder->first_token;
	struct str office;

	if (holder->type != ENTITY_PERSON || end <= i || end > i + WORDS / 2
	    || e->ner.words[end].breaks)
		return false;
	for (; i < end; i++)
		if (e->ner.words[i].breaks || words_find(&words_roles,
		    entities_token(e, i)) != ONE_PERSON)
			return false;
	office = entities_token(e, end - 1);
	return chars_is_one_of(office, offices, sizeof offices / sizeof *offices)
	    && (!str_starts(office, STR("spokes"))
	    || may_have_spokesman(e, x));
}

/* ENTITY_TYPES: nothing more than is known. */
static enum entity_type
told_behind(const struct entities *e, const struct entity *x)
{
	size_t from = description_of(e, x);
	size_t head = from > 0 ? head_of(e, from) : 0;
	enum entity_type type;

	if (head == 0)
		return ENTITY_TYPES;
	type = type_told(entities_token(e, head));
	/* "A group of islands" is none. */
	if (type == ENTITY_ORG && str_eq(entities_token(e, head + 1),
	    STR("of")))
		return ENTITY_TYPES;
	return type == ENTITY_LOC && x->type == ENTITY_GPE ? x->type : type;
}

void
entities_described(struct entities *e)
{
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];
		enum entity_type type = ENTITY_TYPES;

		if (x->type == ENTITY_PERSON && i + 1 < e->n
		    && has_office(e, x, x + 1) && !is_surname_near(e, i))
			type = ENTITY_ORG;
		else if (x->type > ENTITY_LOC || x->confidence >= UNSURE)
			continue;
		else if (x->type == ENTITY_PERSON)
			type = told_before(e, x->first_token);
		if (type == ENTITY_TYPES)
			type = told_behind(e, x);
		if (type == ENTITY_TYPES || type == x->type)
			continue;
		x->type = type;
		x->confidence = TOLD;
	}
}
