/*
 * spool -- bytes that wait: written one after the other, then read from the
 * start, once. Up to limit bytes stay in memory, the rest is in a temporary
 * file. Failure ends the program. What spool_get() lends is valid until the
 * next call.
 */
#ifndef IO_SPOOL_H
#define IO_SPOOL_H

#include "base/buf.h"
#include "io/temp.h"

struct spool {
	struct buf buf;
	size_t limit, pos;
	struct temp file;
	uint64_t at;		/* read from the file so far */
};

void spool_open(struct spool *, size_t limit, const char *tmpdir);
void spool_put(struct spool *, struct str);
void spool_rewind(struct spool *);	/* now it is read */
/* The next n bytes; false when there are not so many. */
bool spool_get(struct spool *, size_t n, struct str *);
void spool_close(struct spool *);

#endif
