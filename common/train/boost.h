/*
 * boost -- gradient boosting of oblivious trees (desk/trees.h) on byte
 * features with logistic loss and Newton steps. Deterministic: sums are taken
 * in row order, rows are sampled by a fixed generator.
 */
#ifndef TRAIN_BOOST_H
#define TRAIN_BOOST_H

#include <stddef.h>
#include <stdint.h>

struct boost {
	size_t rows, features;
	const uint8_t **columns;	/* [feature][row] */
	const uint8_t *label;		/* 0 or 1 */
	const float *weight;		/* 0: row is left out */
	int trees;
	double rate;			/* of learning */
};

/* Writes trees * TREES_BYTES bytes to out. */
void boost_train(const struct boost *, uint8_t *out);

#endif
