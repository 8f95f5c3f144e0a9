/*
 * progress -- what --progress shows on standard error: bytes read, rate and,
 * when the sizes of all operands are known, the share done and the time left.
 * On a terminal one line is redrawn; elsewhere a line every ten seconds.
 */
#ifndef IO_PROGRESS_H
#define IO_PROGRESS_H

#include <stddef.h>

struct progress *progress_open(char **files);
void progress_add(struct progress *, size_t bytes);
void progress_close(struct progress *);

#endif
