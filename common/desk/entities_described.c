/*
 * What the text itself says a name is: "Qatel is an international company",
 * "Crupet, a village in the hills". Where the tagger was not sure, that counts.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_heads, words_roles;

enum {
	WORDS = 8,		/* of a description, or of what brackets add */
	UNSURE = 930,		/* confidence below which a name is told by it */
	TOLD = 950,		/* and what it is then */
	ONE_PERSON = 1, BODY = 3	/* of roles.words */
};

static bool
is_one_of(struct str s, const char *const *list, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (chars_eq_nocase(s, str_of(list[k])))
			return true;
	return false;
}

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
	if (i + 2 >= e->ntokens || !is_one_of(entities_token(e, i), links,
	    sizeof links / sizeof *links)
	    || !is_one_of(entities_token(e, i + 1), articles,
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
		    || is_one_of(s, after, sizeof after / sizeof *after)))
			return e->tokens[i - 1].upper ? 0 : i - 1;
	}
	return 0;
}

/* ENTITY_TYPES: it tells nothing. */
static enum entity_type
type_told(struct str head)
{
	int heads = words_find(&words_heads, head);
	int role = words_find(&words_roles, head);

	if (role == ONE_PERSON)
		return ENTITY_PERSON;
	if (heads > 0 && heads & HEAD_PLACE)
		return heads & HEAD_SPORT ? ENTITY_GPE : ENTITY_LOC;
	if (heads > 0 && heads & HEAD_BUILDING)
		return ENTITY_TYPES;	/* a station sends, or trains stop there */
	if (role == BODY || (heads > 0 && heads & HEAD_ORG))
		return ENTITY_ORG;
	return ENTITY_TYPES;
}

void
entities_described(struct entities *e)
{
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];
		size_t from, head;
		enum entity_type type;

		if (x->type > ENTITY_LOC || x->confidence >= UNSURE)
			continue;
		from = description_of(e, x);
		head = from > 0 ? head_of(e, from) : 0;
		if (head == 0)
			continue;
		type = type_told(entities_token(e, head));
		/* "A group of islands" is none. */
		if (type == ENTITY_ORG && str_eq(entities_token(e, head + 1),
		    STR("of")))
			continue;
		if (type == ENTITY_TYPES || type == x->type
		    || (type == ENTITY_LOC && x->type == ENTITY_GPE))
			continue;
		x->type = type;
		x->confidence = TOLD;
	}
}
