/*
 * quotes_reliable -- how often quotations are right, by the confidence they
 * are given with: the reliability table of desk/quotes. Right: a part has four
 * fifths of its words in common with a marked one, whose speaker is the same
 * (mention or last name), as the evaluation of PolNeAR counts. What was marked
 * but is not said ("speech" false) counts neither way.
 */
#ifndef TRAIN_QUOTES_RELIABLE_H
#define TRAIN_QUOTES_RELIABLE_H

#include "desk/quotes.h"
#include "train/quotes_gold.h"

enum { RELIABLE_BINS = 21 };	/* of 50 thousandths */

struct reliable {
	unsigned n[3][RELIABLE_BINS], right[3][RELIABLE_BINS];	/* by kind */
};

/* One found in the text of the article, which quotes still holds. */
void reliable_count(struct reliable *, const struct quotes *,
    const struct article *, const struct quote *);
void reliable_print(const struct reliable *);	/* to standard error */

#endif
