/* dedup's parts: what the command line says, and what is done with it. */
#ifndef TOOLS_DEDUP_H
#define TOOLS_DEDUP_H

#include "desk/recall.h"
#include "io/label.h"
#include "text/part.h"

enum { KEEP_FIRST, KEEP_LONGEST, KEEP_NEWEST };

struct dedup_command {
	struct common common;
	struct dedup_opts how;
	struct part part;
	enum item_kind kind;
	bool complement, mark, groups;
	bool count, repeated, unique;	/* -c, -d, -u */
	bool list, documents;
	int keep;
	size_t memory, part_number;
	const char *tmpdir, *seen, *apply, *salt;
	bool frozen, signatures, join;
	struct buf settings;		/* what has to be equal for keys to be */
};

extern const char *const dedup_statuses[], *const dedup_levels[];

/* Lines, whole, with nothing but -v: dedup_lines() does what dedup_run() does. */
bool dedup_is_plain(const struct dedup_command *);

/* Each runs over the operands and is true if nothing failed. */
bool dedup_lines(struct dedup_command *, char **files);
bool dedup_run(struct dedup_command *, char **files);
bool dedup_signatures(struct dedup_command *, char **files);
bool dedup_join(struct dedup_command *, char **files);
bool dedup_apply(struct dedup_command *, char **files);

struct str dedup_compared(const struct dedup_command *, const struct item *);

#endif
