/*
 * tokens -- words and marks of running text, as the corpora cut them: "'s" is
 * a token of its own, "U.S." and "Indo-Pacific" are one, every other mark is
 * one. Spans are bytes of the text.
 */
#ifndef TEXT_TOKENS_H
#define TEXT_TOKENS_H

#include <stdint.h>

#include "base/str.h"

struct token {
	uint32_t start, end;
	bool space;		/* white space stands before it */
	bool breaks;		/* an empty line, or the text's start, does */
	bool line;		/* it begins a line */
	bool upper;		/* a capital is in it */
};

static inline struct str
token_text(struct str text, const struct token *t)
{
	return str_cut(text, t->start, t->end);
}

/* The token at or after *i, which moves past it; false at the end. */
bool tokens_next(struct str text, size_t *i, struct token *);

#endif
