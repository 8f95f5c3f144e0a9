/*
 * choice -- a log-linear choice among candidates, each the sum of a few shared
 * parts (lists of weight rows), learnt by AdaGrad. Any of several candidates
 * may be right. Same bits on every machine: no libm beyond sqrt and ldexp.
 */
#ifndef TRAIN_CHOICE_H
#define TRAIN_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARTS = 3, CHOICE_SCALE = 32 };	/* weights are 32 to the unit */

struct part {
	size_t at;
	int n;
};

struct candidate {
	int part[PARTS];	/* -1: none */
	bool right;
};

struct example {
	size_t first, n;
};

struct lessons {
	uint32_t *rows;
	struct part *parts;
	struct candidate *cands;
	struct example *examples;
	size_t nrows, nparts, ncands, n;
	size_t row_cap, part_cap, cand_cap, cap;
};

struct model {
	size_t rows;
	double *w, *square;
	uint32_t *seen;
	double *score, *slope;	/* by part */
	size_t score_cap, slope_cap;
};

void choice_forget(struct lessons *);	/* memory is kept */
int choice_part(struct lessons *, const uint32_t *rows, int n);
void choice_candidate(struct lessons *, int a, int b, int c, bool right);
/* Of the candidates since first; without a right and a wrong one: none. */
void choice_end(struct lessons *, size_t first);

/* Learns all examples; the weights so far, as integers, go to out. */
void choice_learn(struct model *, const struct lessons *, int8_t *out);

#endif
