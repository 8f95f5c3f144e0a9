/*
 * tokens -- words and marks of running text, as the corpora cut them: "'s" is
 * a token of its own, "U.S." and "Indo-Pacific" are one, every other mark is
 * one. Spans are bytes of the text.
 */
#ifndef TEXT_TOKENS_H
#define TEXT_TOKENS_H

#include <stdint.h>

#include "base/str.h"
#include "text/bytes.h"

struct token {
	uint32_t start, end;
	bool space : 1;		/* white space stands before it */
	bool breaks : 1;	/* an empty line, or the text's start, does */
	bool line : 1;		/* it begins a line */
	bool upper : 1;		/* a capital is in it */
	bool plain : 1;		/* surely nothing but letters of ASCII */
};

static inline struct str
token_text(struct str text, const struct token *t)
{
	return str_cut(text, t->start, t->end);
}

/* The token at or after *i, which moves past it; false at the end. */
bool tokens_next(struct str text, size_t *i, struct token *);

/*
 * The same for who reads a whole text, many at once: where words end is looked
 * up in what bytes 128 at once are. The text is borrowed.
 */
struct tokens {
	struct str text;
	size_t i;		/* where the next token is looked for */
	size_t block;		/* of 128 bytes whose classes are known */
	uint64_t letter[2], upper[2];
};

void tokens_start(struct tokens *, struct str text);

/* The next n, as many as there are: less than n only at the text's end. */
size_t tokens_fill(struct tokens *, struct token *, size_t n);

#endif
