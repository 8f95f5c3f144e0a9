/*
 * dedup -- which records were seen before. Exact: 128-bit keys in an open
 * table, 16 bytes a slot, at most 4/5 full. Near: short records by their
 * words in normal form; long ones by containment of word shingles (Broder
 * 1997) in an inverted index that forgets shingles too many records have
 * (stock text and page furniture), confirmed by the numbers in them.
 */
#ifndef DESK_DEDUP_H
#define DESK_DEDUP_H

#include <stdint.h>

#include "base/buf.h"

enum dedup_status { DEDUP_NEW, DEDUP_EXACT, DEDUP_NEAR };

struct dedup_answer {
	enum dedup_status status;
	uint64_t first;		/* number of the record it repeats, from 1 */
	uint64_t group;		/* number of its group's first record */
	unsigned similarity;	/* thousandths; near only */
};

struct dedup_opts {
	bool near;
	bool nocase, fold;	/* how keys are compared */
	bool numbers;		/* first and group are wanted: 8 bytes more */
};

struct dedup {
	struct dedup_opts opts;
	struct dedup_slot *slots;
	uint64_t *number;	/* by slot, if wanted */
	size_t cap, n;
	uint64_t records;
	struct buf key;
	struct near *near;
};

void dedup_open(struct dedup *, const struct dedup_opts *);
/* Has the record been seen? It is remembered. */
struct dedup_answer dedup_take(struct dedup *, struct str record);
void dedup_close(struct dedup *);

/* ---- the parts ---- */

/* Lower case, white space, quotes and dashes folded: common to --fold, near. */
void dedup_fold(struct buf *, struct str);
/* Only letters and digits, number words as digits: what a short record says. */
void dedup_words(struct buf *, struct str);

/* The index of long records (desk/dedup_near.c). */
struct near *near_open(void);
/* The best earlier record like it, 0 if none; it is remembered as number. */
uint64_t near_take(struct near *, struct str text, uint64_t number,
    uint64_t *group, unsigned *similarity);
void near_close(struct near *);

#endif
