/*
 * regex -- a user's regular expression (PCRE2, UTF-8, Unicode classes), with
 * JIT where there is one. Steps and memory of a match are limited, so that a
 * pattern that runs away ends as REGEX_GAVE_UP instead of hanging. Only the
 * first REGEX_LOOK bytes of a text are looked at.
 */
#ifndef TEXT_REGEX_H
#define TEXT_REGEX_H

#include "base/str.h"

enum { REGEX_LOOK = 8192, REGEX_ERROR = 256 };
enum regex_result { REGEX_GAVE_UP = -1, REGEX_NO, REGEX_YES };

/* NULL for a pattern that is wrong: error then says what and where. */
struct regex *regex_open(struct str pattern, char error[REGEX_ERROR]);
enum regex_result regex_find(const struct regex *, struct str valid_utf8);
void regex_close(struct regex *);

#endif
