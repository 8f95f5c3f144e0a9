/*
 * states -- the usual name of a state of the United States or province of
 * Canada by its short forms (common/data/states.words). Strings live for ever.
 */
#ifndef LANG_STATES_H
#define LANG_STATES_H

#include "base/str.h"

enum { STATES = 100 };

struct states {
	struct str usual[STATES];	/* by number; n 0: none */
};

void states_open(struct states *);

/* "N.Y." and "Calif" -> their names; n 0: no state, or one only behind a town
 * ("Mass", "OR"): those are given where behind is true. */
struct str states_name(const struct states *, struct str form, bool behind);

#endif
