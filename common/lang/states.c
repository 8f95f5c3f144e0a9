#include "lang/states.h"

#include "text/words.h"

extern const struct words words_states;

/* The list gives the usual name of a number first. */
void
states_open(struct states *s)
{
	const char *p = words_states.pool;

	*s = (struct states){ .usual[0] = { "", 0 } };
	for (; *p != '\0'; p += 1 + (unsigned char)*p) {
		struct str name = { p + 1, (unsigned char)*p };
		int n = words_find(&words_states, name);

		if (n > 0 && n < STATES && s->usual[n].n == 0)
			s->usual[n] = name;
	}
}

struct str
states_name(const struct states *s, struct str form, bool behind)
{
	int n = words_find(&words_states, form);

	if (n > STATES && behind)
		n -= STATES;
	return s->usual[n > 0 && n < STATES ? n : 0];
}
