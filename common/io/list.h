/*
 * list -- the user's own words (--abbrev, --cues, --gazetteer): a file with one
 * a line, "#" before a remark. A file that cannot be read ends the program.
 */
#ifndef IO_LIST_H
#define IO_LIST_H

#include "base/buf.h"
#include "base/map.h"

/* The words in lower case; without the stop at their end if stops is false. */
void list_read(struct map *, const char *path, bool stops);

/* The file's lines as they are, each with its line end. */
void list_lines(struct buf *, const char *path);

#endif
