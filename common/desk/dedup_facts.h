/*
 * facts -- when two short records (sentences) state the same fact in nearly the
 * same words. A changed number, name, denial or opposite makes two facts; a
 * word that came or went, letters misread, or on a long sentence another wording
 * round the same names and figures does not.
 */
#ifndef DESK_DEDUP_FACTS_H
#define DESK_DEDUP_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct facts_limits {
	unsigned words_a_change;	/* one in so many may come or go */
	bool reworded;			/* another wording will do */
	unsigned likely;		/* thousandths of word pairs shared */
};

enum { FACTS_NO_CHANGE = 1000 };	/* words a change: never */
enum { FACTS_WORDS = 128 };		/* records of more are not compared */

/* A record's words as they are compared; its bytes are borrowed. */
struct facts_text {
	/* Private. */
	struct facts_word {
		struct str s;
		uint64_t hash;		/* of the lower-case word */
		int class;		/* as in facts.words; -1: none */
		bool number, name, matched, misread;
	} w[FACTS_WORDS];
	size_t n, upper, lower;	/* letters */
	bool cased;		/* else case tells nothing */
	bool known;		/* the list has its small words */
	bool some;		/* neither too short nor too long */
};

/* words as dedup_words() gives them, borrowed as long as the text is used. */
void facts_read(struct facts_text *, struct str words);

/*
 * How much of their words two records share, in thousandths, when they state
 * the same fact; else 0.
 */
unsigned facts_same(struct facts_text *, struct str other,
    const struct facts_limits *);

#endif
