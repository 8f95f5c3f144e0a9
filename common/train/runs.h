/*
 * runs -- trains the trees that judge runs of kept rows (desk/deboil_runs.c)
 * on pages whose blocks have been told scores by models that did not see
 * them, and lowers the scores by what trees that did not see them say.
 */
#ifndef TRAIN_RUNS_H
#define TRAIN_RUNS_H

#include "train/pages.h"

/* Writes DEBOIL_RUN_TREES * TREES_BYTES bytes to out. */
void runs_train(struct page *, size_t pages, uint8_t *out);

#endif
