/*
 * faults -- preload it: the FAULT_AT-th call of FAULT_CALL (read, write or
 * malloc; realloc and calloc count as malloc) fails; with FAULT_ON all later
 * ones do too.
 * write to standard error never fails: messages are what is looked at.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static int
fails(const char *call)
{
	static long at = -2, count;
	static int on;
	const char *which = getenv("FAULT_CALL");

	if (which == NULL || strcmp(which, call) != 0)
		return 0;
	if (at == -2) {
		const char *s = getenv("FAULT_AT");

		at = s != NULL ? atol(s) : -1;
		on = getenv("FAULT_ON") != NULL;
	}
	count++;
	return count == at || (on && at > 0 && count > at);
}

ssize_t
read(int fd, void *p, size_t n)
{
	ssize_t (*real)(int, void *, size_t) =
	    (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");

	if (fails("read")) {
		errno = EIO;
		return -1;
	}
	return real(fd, p, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	ssize_t (*real)(int, const void *, size_t) =
	    (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");

	if (fd != 2 && fails("write")) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n);
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
	return fails("malloc") ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails("malloc") ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails("malloc") ? NULL : __libc_realloc(p, n);
}
