/*
 * label -- a record of dedup goes out: as it came, or with what was found
 * about it in columns before it (GROUP, STATUS and FIRST-SEEN, or COUNT) or,
 * if it is a JSON object, in fields at its end.
 */
#ifndef IO_LABEL_H
#define IO_LABEL_H

#include <stdint.h>

#include "io/item.h"

struct label {
	const char *status;
	uint64_t first, group, count;
	unsigned similarity;	/* thousandths */
};

struct labels {
	const struct common *common;
	bool mark, groups, count;	/* which are shown */
	bool list;		/* only the document's name is printed */
	struct buf b;
};

void labels_put(struct labels *, const struct item *, const struct label *);

#endif
