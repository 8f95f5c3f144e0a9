#define _GNU_SOURCE	/* mremap, MADV_HUGEPAGE */
#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

#ifdef __linux__
#include <sys/mman.h>

static const size_t LARGE = (size_t)2 << 20;

static size_t
rounded(size_t n)
{
	return (n + LARGE - 1) & ~(LARGE - 1);
}

/* Address space that begins at a large page, not usable yet. */
static char *
reserve(size_t n)
{
	char *p = mmap(NULL, n + LARGE, PROT_NONE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	size_t before;

	if (p == MAP_FAILED)
		diex("out of memory");
	before = (LARGE - ((uintptr_t)p & (LARGE - 1))) & (LARGE - 1);
	if (before > 0)
		munmap(p, before);
	munmap(p + before + n, LARGE - before);
	return p + before;
}

static void *
map(size_t n)
{
	char *p = reserve(rounded(n));

	if (mmap(p, rounded(n), PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
		diex("out of memory");
	madvise(p, rounded(n), MADV_HUGEPAGE);
	return p;
}

/* Whole large pages move, not their bytes. */
static void *
remap(void *p, size_t was, size_t n)
{
	char *to = reserve(rounded(n));

	if (mremap(p, rounded(was), rounded(n), MREMAP_MAYMOVE | MREMAP_FIXED,
	    to) == MAP_FAILED)
		diex("out of memory");
	return to;
}

static void *
grow_large(void *p, size_t was, size_t n)
{
	void *to;

	if (was >= LARGE)
		return remap(p, was, n);
	to = map(n);
	if (was > 0)
		memcpy(to, p, was);
	free(p);
	return to;
}

#endif

static void *
grow_small(char *p, size_t was, size_t n)
{
	p = realloc(p, n);
	if (p == NULL)
		diex("out of memory");
	memset(p + was, 0, n - was);
	return p;
}

void *
pages_grow(void *p, size_t was, size_t n)
{
#ifdef __linux__
	if (n >= LARGE)
		return grow_large(p, was, n);
#endif
	return grow_small(p, was, n);
}

void *
pages_room(void *p, size_t *cap, size_t need, size_t size)
{
	size_t was = *cap, n = was > 0 ? was : 64;

	while (n < need && n <= SIZE_MAX / 2)
		n *= 2;
	if (n < need || n > SIZE_MAX / 2 / size)
		diex("out of memory");
	*cap = n;
	return n > was ? pages_grow(p, was * size, n * size) : p;
}

void
pages_free(void *p, size_t n)
{
#ifdef __linux__
	if (n >= LARGE) {
		munmap(p, rounded(n));
		return;
	}
#endif
	(void)n;
	free(p);
}
