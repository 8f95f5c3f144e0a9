/*
 * pages -- large zeroed memory for tables that are looked up at random. Where
 * the system has large pages (Linux), it is in those: a look-up in small ones
 * is a walk through page tables, a quarter of exact dedup's time. What is grown
 * keeps its bytes, at another place perhaps; no second copy is ever there. No
 * memory ends the program.
 */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

/* p (NULL: none yet) of was bytes, now of n, n > was; what is new is zero. */
void *pages_grow(void *p, size_t was, size_t n);
/* As xgrow(): room for at least need things of a size; *cap is how many. */
void *pages_room(void *p, size_t *cap, size_t need, size_t size);
void pages_free(void *p, size_t n);

#endif
