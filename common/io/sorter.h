/*
 * sorter -- tuples of four numbers, sorted by the first, then the second and
 * so on, in bounded memory: full buffers become sorted runs in temporary
 * files, runs are merged SORTER_FAN at a time (Knuth, TAOCP 3, 5.4). Failure
 * ends the program.
 */
#ifndef IO_SORTER_H
#define IO_SORTER_H

#include "io/temp.h"

enum { SORTER_FAN = 32, SORTER_LEVELS = 8 };

struct tuple {
	uint64_t w[4];
};

struct sorter {
	struct tuple *at;	/* the buffer; in a merge, a slice a run */
	size_t n, cap, most, next;
	struct temp files[SORTER_LEVELS];	/* runs merged that often */
	struct sorter_run *runs;
	size_t nruns, run_cap;
	struct sorter_run **heap;
	size_t nheap;
};

void sorter_open(struct sorter *, size_t bytes, const char *tmpdir);
void sorter_add(struct sorter *, struct tuple);
void sorter_sort(struct sorter *);	/* after the last one */
bool sorter_next(struct sorter *, struct tuple *);
void sorter_close(struct sorter *);

#endif
