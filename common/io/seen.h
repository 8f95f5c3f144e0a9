/*
 * seen -- the file of --seen: what earlier runs remembered. A head (version,
 * settings, the seed of keys, records so far), entries in the order they were
 * made, and a checksum over all of it; numbers are little-endian, so it is the same file
 * on every machine. A file that is not exactly that is refused.
 *
 * It is never written in place: seen_save() writes FILE.writing, syncs it and
 * renames it. FILE.writing is locked from the start to the end of a run, so
 * that two runs cannot lose each other's entries. Failure ends the program,
 * and the old file stays as it was.
 */
#ifndef IO_SEEN_H
#define IO_SEEN_H

#include <stdint.h>

#include "base/buf.h"
#include "io/spool.h"

struct seen_entry {
	uint64_t number, key[2];
	const uint64_t *words;	/* valid until the next seen_next() */
	size_t nwords;
};

struct seen {
	const char *path;
	uint64_t records;	/* numbered by earlier runs; 0: a new file */
	uint64_t seed;		/* keys have to be made with; a new file's is random */

	/* Private from here on. */
	struct buf target, writing;	/* names, NUL-terminated */
	struct str settings;
	bool frozen;
	int old, new;		/* -1: none */
	uint64_t at, end, entries;	/* of the entries in old; their bytes */
	struct buf block;
	size_t pos;
	uint64_t *words;
	size_t word_cap;
	struct spool fresh;
	uint64_t fresh_bytes;
};

/* frozen: the file is only read, and has to be there. */
void seen_open(struct seen *, const char *path, struct str settings,
    bool frozen, const char *tmpdir);
bool seen_next(struct seen *, struct seen_entry *);
void seen_add(struct seen *, const struct seen_entry *);
void seen_save(struct seen *, uint64_t records);
void seen_close(struct seen *);

#endif
