/*
 * ner -- which tokens are names of persons, organisations, places or of
 * something else: a greedy tagger over hashed features, weights trained by
 * the averaged perceptron (Collins 2002; features after Ratinov and Roth
 * 2009). Only tokens near a capital are looked at.
 */
#ifndef DESK_NER_H
#define DESK_NER_H

#include "base/arena.h"
#include "text/tokens.h"

enum ner_label {
	NER_O, NER_B_PER, NER_I_PER, NER_B_ORG, NER_I_ORG, NER_B_LOC,
	NER_I_LOC, NER_B_MISC, NER_I_MISC, NER_LABELS
};

enum { NER_ROWS = 1 << 18, NER_FEATURES = 40 };

struct ner_word {
	struct str text;
	bool breaks;		/* a paragraph begins with it */
	/* Filled by ner_prepare(). */
	uint32_t exact, lower, shape, prefix, suffix3, suffix2;
	uint8_t list;		/* what the word lists know */
	bool first, hot, scored;	/* of a sentence; capital; to be tagged */
};

/* Computes what the features are made of. */
void ner_prepare(struct ner_word *, size_t n);

/* Row numbers of word i's features, given the two labels before it. */
int ner_features(const struct ner_word *, size_t n, size_t i, unsigned before,
    unsigned before2, uint32_t rows[NER_FEATURES]);

/* Tags n prepared words. margins (per word, may be NULL): best - second. */
void ner_tag(const struct ner_word *, size_t n, uint8_t *labels, int *margins);

#endif
