/*
 * boost -- gradient boosting of oblivious trees (desk/trees.h) on byte
 * features with logistic loss and Newton steps. Every tree sees a sample of
 * the rows and of the questions. Deterministic: gradients are whole numbers,
 * samples come from a fixed generator.
 */
#ifndef TRAIN_BOOST_H
#define TRAIN_BOOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct boost {
	size_t rows, questions;
	const uint8_t *const *columns;	/* [question][row] */
	const uint8_t *label;		/* 0 or 1 */
	const float *weight;		/* 0: row is left out; at most 16 */
	int trees;
	double rate;			/* of learning */
	double share;			/* of the questions, to each tree */
	bool sparse;			/* of rows as good as sure a quarter will do */
	unsigned dice;			/* others make another model */
};

/* Writes trees * TREES_BYTES bytes to out. */
void boost_train(const struct boost *, uint8_t *out);

/*
 * The same without the rows whose fold is held; score[i] becomes what those
 * trees say to each of them.
 */
void boost_fold(const struct boost *, const unsigned *fold, unsigned held,
    uint8_t *out, int32_t *score);

#endif
