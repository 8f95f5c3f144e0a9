/*
 * Names in a list are of one kind: "Lam Takhong, Lam Mun Bon and Lam Sae". What
 * the tagger was not sure of is what the others are.
 */
#include "desk/entities.h"

/* Chosen on held-out training documents; neighbours within a tenth of a point. */
enum {
	FEWEST = 3,		/* names in a list */
	UNSURE = 650,		/* confidence of one that the others outvote */
	MOST = 2, OF = 3	/* their share of all confidence */
};

enum kind { PERSONS, BODIES, PLACES, KINDS };

static enum kind
kind_of(const struct entity *x)
{
	return x->type == ENTITY_PERSON ? PERSONS
	    : x->type == ENTITY_ORG ? BODIES : PLACES;
}

static bool
joins(struct str s, bool comma)
{
	return str_eq(s, STR("and")) || str_eq(s, STR("or"))
	    || (comma && (str_eq(s, STR(",")) || str_eq(s, STR(";"))));
}

/* "a, b", "a and b", "a, and b". */
static bool
stands_beside(const struct entities *e, const struct entity *a,
    const struct entity *b)
{
	size_t i = a->last_token + 1;

	if (b->type > ENTITY_LOC || b->first_token <= i
	    || b->first_token > i + 2 || e->ner.words[b->first_token].breaks)
		return false;
	return b->first_token == i + 1 ? joins(entities_token(e, i), true)
	    : str_eq(entities_token(e, i), STR(","))
	    && joins(entities_token(e, i + 1), false);
}

/* Entities from to end are a list. */
static void
vote(struct entities *e, size_t from, size_t end)
{
	static const enum entity_type types[] = { [PERSONS] = ENTITY_PERSON,
	    [BODIES] = ENTITY_ORG, [PLACES] = ENTITY_GPE };
	unsigned sum[KINDS] = { 0 }, all = 0;
	enum kind best = PERSONS;

	for (size_t i = from; i < end; i++) {
		sum[kind_of(&e->found[i])] += e->found[i].confidence;
		all += e->found[i].confidence;
	}
	for (enum kind k = BODIES; k < KINDS; k++)
		best = sum[k] > sum[best] ? k : best;
	if (sum[best] * OF < all * MOST)
		return;
	for (size_t i = from; i < end; i++)
		if (kind_of(&e->found[i]) != best
		    && e->found[i].confidence < UNSURE) {
			e->found[i].type = types[best];
			e->found[i].confidence = UNSURE;
		}
}

void
entities_beside(struct entities *e)
{
	for (size_t i = 0, end; i < e->n; i = end) {
		end = i + 1;
		if (e->found[i].type > ENTITY_LOC)
			continue;
		while (end < e->n && stands_beside(e, &e->found[end - 1],
		    &e->found[end]))
			end++;
		if (end - i >= FEWEST)
			vote(e, i, end);
	}
}
