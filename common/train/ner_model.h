/*
 * train/ner_model -- weights while they are learned, a row of NER_LABELS floats
 * for each feature that is seen often enough, and their way into the table of
 * bytes that desk/ner.h describes.
 */
#ifndef TRAIN_NER_MODEL_H
#define TRAIN_NER_MODEL_H

#include "desk/ner.h"

/* The first NER_LABELS rows are the steps from a label to another. */
struct model {
	float *w, *squares, *sum;
	uint32_t *slots;	/* hash table over features: row, 0 for none */
	uint32_t *features;	/* by row */
	uint32_t *times;	/* each was seen, by row */
	size_t n, cap, time_cap, nslots;
	unsigned snapshots;	/* that are added up in sum */
};

static inline float *
ner_model_row(float *p, size_t row)
{
	return p + row * NER_LABELS;
}

void ner_model_open(struct model *);	/* no features yet */

/* The place of a feature in the hash table: its own, or a free one. */
uint32_t *ner_model_slot(const struct model *, uint32_t feature);

void ner_model_add(struct model *, uint32_t feature);	/* one more time */
void ner_model_ready(struct model *);	/* all features are known: weights 0 */

/*
 * The table, to be freed: features of most worth first, while there is room;
 * a weight of clip becomes 127. Worth is the sum of squares times how often
 * the feature was seen (its root).
 */
int8_t *ner_model_table(const struct model *, double clip);

/* Square root, the same bits everywhere; x is not negative. */
float ner_root(float x);

#endif
