/*
 * magic -- files that are no text and say so by their first bytes: what they
 * are and what makes text of them.
 */
#ifndef IO_MAGIC_H
#define IO_MAGIC_H

#include "base/str.h"

enum { MAGIC_NONE = -1, MAGIC_MORE = -2 };

/* Which kind begins so: MAGIC_MORE: too few bytes to tell. */
int magic_of(struct str start);

/* "compressed by gzip: put zcat before", for a message. */
const char *magic_advice(int kind);

#endif
