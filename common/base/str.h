/*
 * str -- a borrowed run of bytes: never owns, never NUL-terminated.
 * Ranges everywhere are half-open and in bytes.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

struct span {
	size_t start, end;
};

#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })

static inline struct str
str_of(const char *z)
{
	return (struct str){ z, strlen(z) };
}

static inline struct str
str_cut(struct str s, size_t start, size_t end)
{
	return (struct str){ s.p + start, end - start };
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n
	    && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && (suffix.n == 0
	    || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

static inline bool
str_is_one_of(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(s, str_of(list[i])))
			return true;
	return false;
}

/* Byte order, a prefix before the longer one: <0, 0 or >0. */
static inline int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

#endif
