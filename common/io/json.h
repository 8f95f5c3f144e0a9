/*
 * json -- JSON (RFC 8259) scanned, never rebuilt: values are borrowed slices
 * of the line, so numbers, key order, duplicate keys and unknown fields
 * survive byte for byte. No recursion: nesting is limited to JSON_DEPTH.
 */
#ifndef IO_JSON_H
#define IO_JSON_H

#include "base/buf.h"

enum { JSON_DEPTH = 512 };

/* Is s, white space aside, one JSON object? If not, *why says what is wrong. */
bool json_is_object(struct str s, const char **why);

/*
 * The value of a top-level field of a valid object, as it stands there (a
 * string with its quotes). Of duplicate keys the last counts.
 */
bool json_field(struct str object, struct str name, struct str *value);

/* Appends a string value's text. Lone surrogates become U+FFFD. */
void json_unquote(struct buf *, struct str value);

/* The same of a top-level string field; false: there is none. */
bool json_string(struct buf *, struct str object, struct str name);

/* Appends text as a JSON string, quotes included. */
void json_quote(struct buf *, struct str text);

/*
 * Steps through a valid array of numbers and arrays ("[[0,10],[5,30]]"):
 * the next unsigned number at or after *i, false at the end.
 */
bool json_number(struct str value, size_t *i, unsigned long long *number);

/* Steps through a valid object: key and value as they stand. *i starts at 0. */
bool json_member(struct str object, size_t *i, struct str *key,
    struct str *value);

static inline bool
json_is_string(struct str value)
{
	return value.n >= 2 && value.p[0] == '"';
}

#endif
