/*
 * Ana Lopez praised the mayor, ..., "saying": of whom the clause is that a
 * participle goes on from.
 */
#include "desk/quotes_parts.h"

enum {
	NEAR = 3,	/* tokens from a subject to its verb */
	FAR = 24	/* mentions looked at */
};

/* A clause may begin behind it: the word before its subject. */
static bool
opens_clause(unsigned k)
{
	switch (k) {
	case W_NONE: case W_COMMA: case W_SEMI: case W_COLON: case W_DASH:
	case W_AND: case W_BUT: case W_ADV: case W_TIME: case W_LY:
	case W_MARK: case W_STOP:
		return true;
	}
	return false;
}

bool
quotes_goes_on(const struct quotes *q, const struct cue *c)
{
	size_t i = c->token, begin = quotes_begin(q, i);
	unsigned k = W_NONE;

	if (c->form != FORM_ING)
		return false;
	while (i > begin && !q->quoted[i - 1] && ((k = q->words[i - 1].k)
	    == W_LY || k == W_ADV))
		i--;
	return i > begin && !q->quoted[i - 1] && (k == W_COMMA || k == W_AND
	    || k == W_DASH || k == W_OR || k == W_BUT);
}

/* "...," said Ana Lopez, 71, a tiler, "pointing" */
static bool
is_inverted(const struct quotes *q, const struct mention *m)
{
	return m->from > quotes_begin(q, m->from) + 1
	    && q->words[m->from - 1].cue > 0 && q->quoted[m->from - 2];
}

int
quotes_main_subject(const struct quotes *q, const struct cue *c)
{
	size_t begin = quotes_begin(q, c->token);
	size_t at = quotes_mention_at(q, c->token);
	int first = -1;

	for (size_t i = at; i-- > 0 && i + FAR >= at
	    && q->mentions[i].from >= begin;) {
		const struct mention *m = &q->mentions[i];

		if (is_inverted(q, m))
			return (int)i;
		if (m->kind == MENTION_WHO || q->quoted[m->from]
		    || q->words[m->from].k == W_ING
		    || q->words[m->from].form == FORM_ING
		    || !opens_clause(m->from > begin
		    ? q->words[m->from - 1].k : W_NONE))
			continue;
		if (quotes_verb_from(q, m->to) <= NEAR
		    || quotes_is_verb(q, m->to))
			return (int)i;
		if (first < 0 || m->kind != MENTION_NOUN)
			first = (int)i;
	}
	return first;
}
