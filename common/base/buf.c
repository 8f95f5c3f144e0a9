#include "base/buf.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/die.h"

void
buf_reserve(struct buf *b, size_t more)
{
	if (more > SIZE_MAX - b->n)
		diex("out of memory");
	b->p = xgrow(b->p, &b->cap, b->n + more, 1);
}

void
buf_put(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	if (s.n > b->cap - b->n)
		buf_reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void
buf_number(struct buf *b, unsigned long long v)
{
	char digits[24], *p = digits + sizeof digits;

	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	buf_put(b, (struct str){ p, (size_t)(digits + sizeof digits - p) });
}

void
buf_drop(struct buf *b, size_t first)
{
	if (first == 0)
		return;
	memmove(b->p, b->p + first, b->n - first);
	b->n -= first;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
