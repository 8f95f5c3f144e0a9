/*
 * sentences_model -- for places the rules leave open: a linear model over
 * hashed features of the words, their shapes and how they are usually written
 * (after Kiss and Strunk 2006), trained by common/train/sentences.c. A second,
 * light one sees only a few bytes on each side of a white space with no stop
 * before it, and sorts out nine of ten such places in a few nanoseconds.
 *
 * common/data/sentences.weights holds SENTENCES_ROWS weights, SENTENCES_WORDS
 * bytes that tell how a word is usually written, SENTENCES_LIGHT weights of
 * the light model and its threshold.
 */
#ifndef DESK_SENTENCES_MODEL_H
#define DESK_SENTENCES_MODEL_H

#include <stdint.h>

#include "desk/sentences_stop.h"

enum {
	SENTENCES_ROWS = 1 << 16,
	SENTENCES_WORDS = 1 << 15,
	SENTENCES_FEATURES = 48,
	SENTENCES_LIGHTS = 3,
	SENTENCES_LIGHT = SENTENCES_LIGHTS << 12,
	SENTENCES_SCALE = 16,	/* a weight of 1 */
	SENTENCES_ENOUGH = -4	/* of the sum; chosen by the held-out folds */
};

/* What the rules think counts too: the sum starts from here. */
int sentences_prior(const struct gap *);

/* The rows of the features at a gap that is open; returns how many. */
int sentences_features(const struct sentences *, const struct gap *,
    uint16_t rows[SENTENCES_FEATURES]);

bool sentences_model_ends(const struct sentences *, const struct gap *);

/* Is the white space at i worth a look by the whole model? */
bool sentences_light(const struct sentences *, size_t i);

/*
 * The same of all the blanks among the marked bytes of a block of 64 at i: the
 * marks that are left. Eight bytes of the sentence before the block and nine
 * after it have to be there.
 */
uint64_t sentences_light_block(struct str text, size_t i, uint64_t bits);

/* The rows of the light model, for the trainer. */
void sentences_light_rows(const struct sentences *, size_t i,
    uint16_t rows[SENTENCES_LIGHTS]);

/* Where the byte stands that tells how a word is written: ASCII case folds. */
uint32_t sentences_word_row(struct str word);

/* Forms of be, have, do and what stands before verbs: syntax.words. */
bool sentences_is_finite(struct str word);

/* A token without the marks around it. */
struct str sentences_core(struct str token);

/* For the trainer: other bytes than the library's for how words are written. */
void sentences_model_words(const int8_t *);

#endif
