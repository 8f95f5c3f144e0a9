/*
 * hold -- records that wait for the end, in bounded memory: because the set
 * of keys is full (which of the rest are new shows when their keys are
 * sorted), or because a whole group decides (counts, --keep). What is printed
 * of them lies in a spool, what was learnt in sorters; both use temporary
 * files when they are long. Records come back in order.
 *
 *	reading   hold_known() or hold_unknown(), and hold_record(), of each
 *	then      hold_resolve() while it is true, hold_next() while it is true
 *
 * Groups are named by their first record. Failure ends the program.
 */
#ifndef IO_HOLD_H
#define IO_HOLD_H

#include "io/sorter.h"
#include "io/spool.h"

struct held {
	uint64_t number;
	uint64_t first, group;	/* group: in the end, of the record kept */
	uint64_t count;		/* of the group, with the kept record only */
	unsigned status, similarity;	/* the caller's */
	bool opens;		/* the caller's: a document begins */
	bool unknown;		/* hold_unknown() was told of it */
	struct str name, body;	/* valid until the next hold_next() */
};

struct hold {
	bool choose;		/* whole groups decide; see hold_open() */
	bool ranked;
	uint64_t before;	/* groups up to this one were kept long ago */
	struct sorter keys, groups, answers;
	struct spool records;
	struct tuple key, kept, coming;
	bool some_key, resolved, waiting;
};

/*
 * choose: of each group the record of the lowest rank is kept, of equals the
 * first; not ranked: the group's own. bytes: of memory, for all together.
 */
void hold_open(struct hold *, bool choose, bool ranked, size_t bytes,
    const char *tmpdir);
void hold_known(struct hold *, uint64_t number, uint64_t group, uint64_t rank);
void hold_unknown(struct hold *, const uint64_t key[2], uint64_t number,
    uint64_t rank);
void hold_record(struct hold *, const struct held *);

/* Each key that was unknown, once, with the number it was first seen as. */
bool hold_resolve(struct hold *, uint64_t key[2], uint64_t *number);
bool hold_next(struct hold *, struct held *);
void hold_close(struct hold *);

#endif
