/*
 * die -- diagnostics on standard error, the exit status, and allocation that
 * never returns NULL: out of memory ends the program with EXIT_FATAL.
 * Messages are "progname: what" in lower case, without a full stop.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <errno.h>
#include <stddef.h>

enum { EXIT_OK = 0, EXIT_INPUT = 1, EXIT_FATAL = 2 };

extern const char *progname;	/* set first thing in main() */

#define PRINTF(a, b) __attribute__((format(printf, a, b)))

/* Each writes "progname: message\n"; the *e forms add ": strerror(errno)". */
void warn_(int err, const char *fmt, ...) PRINTF(2, 3);
_Noreturn void die_(int err, const char *fmt, ...) PRINTF(2, 3);
#define warnx(...) warn_(0, __VA_ARGS__)
#define warne(...) warn_(errno, __VA_ARGS__)
#define diex(...) die_(0, __VA_ARGS__)
#define diee(...) die_(errno, __VA_ARGS__)

/* n zeroed elements of the given size; free() them. */
void *xalloc(size_t n, size_t size);

/*
 * Makes p hold at least need elements: returns p or its moved copy and raises
 * *cap (at least doubling, so appending is linear). What is new is not zeroed.
 */
void *xgrow_more(void *p, size_t *cap, size_t need, size_t size);

/* Inline: most calls find room. */
static inline void *
xgrow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? p : xgrow_more(p, cap, need, size);
}

#endif
