/*
 * magic -- what a file is by its first bytes: no text, and then what makes text
 * of it; or HTML.
 */
#ifndef IO_MAGIC_H
#define IO_MAGIC_H

#include "base/str.h"

enum { MAGIC_NONE = -1, MAGIC_MORE = -2 };

/* Which kind begins so: MAGIC_MORE: too few bytes to tell. */
int magic_of(struct str start);

/* "compressed by gzip: put zcat before", for a message. */
const char *magic_advice(int kind);

bool magic_html(struct str start);	/* a page of HTML or a part of one */
bool magic_page(struct str start);	/* surely a whole page */
bool magic_named_html(const char *name);

#endif
