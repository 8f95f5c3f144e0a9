/*
 * buf -- bytes that grow; the one owner of text besides arena. A zeroed struct
 * is an empty buf. What buf_str() lends is valid until the next change.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap;
};

void buf_reserve(struct buf *, size_t more);
void buf_put(struct buf *, struct str);
void buf_number(struct buf *, unsigned long long);
void buf_drop(struct buf *, size_t first);	/* the first bytes go away */
void buf_free(struct buf *);

static inline void
buf_char(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_reserve(b, 1);
	b->p[b->n++] = c;
}

static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p != NULL ? b->p : "", b->n };
}

#endif
