/*
 * part -- the part of a line that is compared, as uniq(1) and cut(1) take it:
 * a column (tab-separated, from 1; 0: the whole line), then fields skipped
 * (blanks and what follows them), then characters skipped, then at most so
 * many characters (0: all). The part is borrowed from the line.
 */
#ifndef TEXT_PART_H
#define TEXT_PART_H

#include "base/str.h"

struct part {
	size_t column, skip_fields, skip_chars, check_chars;
};

struct str part_of(const struct part *, struct str line);

#endif
