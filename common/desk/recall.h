/*
 * recall -- a dedup whose memory has a limit. Exact: once the set is full it
 * stays as it is, and records that are not in it are unknown, no longer new.
 * Near: once it is full the oldest records are forgotten; there are two
 * halves, a new one that grows and an old one that is only looked at.
 */
#ifndef DESK_RECALL_H
#define DESK_RECALL_H

#include "desk/dedup.h"

struct recall {
	struct dedup now, old;
	size_t limit;		/* bytes; 0: none */
	bool full;		/* exact: NEW means unknown from here on */
	bool forgets;		/* near: has begun to */
	bool has_old;
};

void recall_open(struct recall *, const struct dedup_opts *, size_t limit);
/* The sign is valid until the next recall_sign() or recall_take(). */
void recall_sign(struct recall *, struct str record, struct dedup_sign *);
struct dedup_answer recall_take(struct recall *, const struct dedup_sign *);
void recall_close(struct recall *);

#endif
