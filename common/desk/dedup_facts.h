/*
 * facts -- when two short records (sentences) state the same fact in nearly the
 * same words. A changed number, name, denial or opposite makes two facts; a
 * word that came or went, letters misread, or on a long sentence another wording
 * round the same names and figures does not.
 */
#ifndef DESK_DEDUP_FACTS_H
#define DESK_DEDUP_FACTS_H

#include "base/buf.h"

/* Appends the words of a record, a blank after each; case stays. */
void facts_words(struct buf *, struct str record);

struct facts_limits {
	unsigned words_a_change;	/* one in so many may come or go */
	bool reworded;			/* another wording will do */
};

enum { FACTS_NO_CHANGE = 1000 };	/* words a change: never */

/*
 * How much of their words two records (as facts_words() gives them) share, in
 * thousandths, when they state the same fact; else 0.
 */
unsigned facts_same(struct str a, struct str b, const struct facts_limits *);

#endif
