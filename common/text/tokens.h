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
 * The same for who reads a whole text, many at once: where words begin and end
 * is known of 64 bytes at a time. The text is borrowed. (tokens_fill.c)
 */
struct tokens {
	struct str text;
	size_t i;		/* where the next token is looked for */
	size_t window;		/* where the 64 bytes begin; the bits of them: */
	uint64_t starts, ends;	/* first and last bytes of tokens from i on */
	uint64_t doubts;	/* of what tokens_next() must see */
	uint64_t letter, upper;
	uint64_t blank, line;	/* stands before it */
};

void tokens_start(struct tokens *, struct str text);

/* The next n, as many as there are: less than n only at the text's end. */
size_t tokens_fill(struct tokens *, struct token *, size_t n);

/* The same in two thirds of the time: start, end and space, the rest is open. */
size_t tokens_spans(struct tokens *, struct token *, size_t n);

#endif
