/*
 * States behind towns: "Houston, Tex.", "Albany, NY 12207". Newspapers write
 * them so, and what the tagger learnt from hardly does.
 */
#include "desk/entities.h"

enum { MARGIN = 120 };	/* how sure a label put here is */

static bool
is_place(const struct entities *e, size_t i)
{
	return (e->labels[i] + 1u) / 2 == NER_LOC;
}

/* A name that is no person's and a comma before i, on the same line. */
static bool
is_behind_town(const struct entities *e, size_t i)
{
	return i > 1 && e->labels[i - 2] > NER_I_PER
	    && e->text.p[e->tokens[i - 1].start] == ','
	    && e->tokens[i].space && !e->ner.words[i].breaks
	    && !e->ner.words[i - 1].breaks
	    && (is_place(e, i - 2)
	    || entities_token(e, i).n > 2);
}

struct str
entities_state(const struct entities *e, size_t i)
{
	return states_name(&e->states, entities_token(e, i),
	    is_behind_town(e, i));
}

void
entities_state_behind(struct entities *e, size_t end)
{
	size_t i = end + 1;

	if (i >= e->ntokens || !is_behind_town(e, i)
	    || entities_state(e, i).n == 0)
		return;
	if (is_place(e, i) && i + 1 < e->ntokens
	    && e->labels[i + 1] == NER_I_LOC)
		return;		/* "La Union" */
	entities_label(e, i, i + 1, NER_LOC, MARGIN);
}
