#include "lang/states.h"

#include "text/words.h"

extern const struct words words_states;

/* The list gives the usual name of a number first. */
void
states_open(struct states *s)
{
	words_usual(&words_states, s->usual, STATES);
}

struct str
states_name(const struct states *s, struct str form, bool behind)
{
	int n = words_find(&words_states, form);

	if (n > STATES && behind)
		n -= STATES;
	return s->usual[n > 0 && n < STATES ? n : 0];
}
