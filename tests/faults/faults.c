/*
 * faults -- preload it: the FAULT_AT-th call of FAULT_CALL (a list, comma
 * between: read, pread, write, pwrite, ftruncate, fsync, rename, malloc;
 * realloc and calloc count as malloc) fails; with FAULT_ON all later ones do
 * too. With FAULT_KILL the program is killed there instead, a write half done.
 * write to standard error never fails: messages are what is looked at.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int
is_listed(const char *call, const char *list)
{
	size_t n = strlen(call);

	for (; list != NULL; list = strchr(list, ',')) {
		list += *list == ',';
		if (strncmp(list, call, n) == 0
		    && (list[n] == '\0' || list[n] == ','))
			return 1;
	}
	return 0;
}

static int
fails(const char *call)
{
	static long at = -2, count;
	static int on;
	const char *which = getenv("FAULT_CALL");

	if (!is_listed(call, which))
		return 0;
	if (at == -2) {
		const char *s = getenv("FAULT_AT");

		at = s != NULL ? atol(s) : -1;
		on = getenv("FAULT_ON") != NULL;
	}
	count++;
	if (count == at && getenv("FAULT_KILL") != NULL
	    && strstr(call, "write") == NULL)
		kill(getpid(), SIGKILL);
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
		if (getenv("FAULT_KILL") != NULL) {
			real(fd, p, n / 2);
			kill(getpid(), SIGKILL);
		}
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n);
}

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	ssize_t (*real)(int, void *, size_t, off_t) =
	    (ssize_t (*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread");

	if (fails("pread")) {
		errno = EIO;
		return -1;
	}
	return real(fd, p, n, at);
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	ssize_t (*real)(int, const void *, size_t, off_t) =
	    (ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT,
	    "pwrite");

	if (fails("pwrite")) {
		if (getenv("FAULT_KILL") != NULL)
			kill(getpid(), SIGKILL);
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n, at);
}

int
ftruncate(int fd, off_t n)
{
	int (*real)(int, off_t) =
	    (int (*)(int, off_t))dlsym(RTLD_NEXT, "ftruncate");

	if (fails("ftruncate")) {
		errno = EIO;
		return -1;
	}
	return real(fd, n);
}

int
fsync(int fd)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");

	if (fails("fsync")) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}

int
rename(const char *from, const char *to)
{
	int (*real)(const char *, const char *) =
	    (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");

	if (fails("rename")) {
		errno = EIO;
		return -1;
	}
	return real(from, to);
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
