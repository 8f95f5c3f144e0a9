/*
 * temp -- a temporary file without a name: unlinked as soon as it is made, so
 * that it is gone when the program is, however that ends. Made at the first
 * write, in dir, else $TMPDIR, else /tmp. Failure ends the program. A zeroed
 * struct with dir set is an empty file.
 */
#ifndef IO_TEMP_H
#define IO_TEMP_H

#include <stdint.h>

#include "base/str.h"

struct temp {
	const char *dir;	/* NULL: $TMPDIR or /tmp */
	bool open;
	int fd;
	uint64_t n;		/* bytes written */
};

void temp_put(struct temp *, struct str);		/* at the end */
void temp_get(struct temp *, uint64_t at, void *, size_t n);
void temp_empty(struct temp *);		/* its space is given back */
void temp_close(struct temp *);

#endif
