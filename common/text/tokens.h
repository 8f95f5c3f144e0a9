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
 * The same for who reads a whole text: where words end is looked up in what
 * bytes 128 at once are. The text is borrowed.
 */
struct tokens {
	struct str text;
	size_t i;		/* where the next token is looked for */
	size_t block;		/* of 128 bytes whose classes are known */
	uint64_t letter[2], upper[2];
};

void tokens_start(struct tokens *, struct str text);
void tokens_look(struct tokens *, size_t at);	/* private */

/* What a byte beside a word does: private. */
enum { TOKEN_ENDS = 1, TOKEN_MARK = 2 };
extern const uint8_t tokens_bytes[256];

/* Bits of the 64 bytes from at on, which is in the first half of the block. */
static inline uint64_t
tokens_bits(const uint64_t half[2], size_t at)
{
	return half[0] >> at | half[1] << 1 << (63 - at);
}

enum { TOKENS_ROOM = 80 };	/* bytes that may be looked at blindly */

/* The letters of ASCII from start on, 64 at most; 0: none, or too many. */
static inline size_t
tokens_word(struct tokens *x, size_t start, struct token *k)
{
	uint64_t letters;
	size_t n;

	if (start - x->block >= 64)
		tokens_look(x, start);
	letters = tokens_bits(x->letter, start - x->block);
	if ((letters & 1) == 0 || letters == UINT64_MAX)
		return 0;
	n = (size_t)__builtin_ctzll(~letters);
	k->upper = (tokens_bits(x->upper, start - x->block)
	    & (((uint64_t)1 << n) - 1)) != 0;
	k->plain = true;
	return n;
}

/*
 * Words and marks as most of them stand, with or without a blank before; false:
 * what is next is none of them, or the text is at its end.
 */
static inline bool
tokens_plain(struct tokens *x, struct token *k)
{
	const char *p = x->text.p;
	size_t start, n;

	if (x->i == 0 || x->text.n - x->i < TOKENS_ROOM)
		return false;
	start = x->i + (p[x->i] == ' ');
	*k = (struct token){ .space = start > x->i };
	n = tokens_word(x, start, k);
	if (n > 0) {
		/* The stop of "J." is the word's. */
		if ((tokens_bytes[(unsigned char)p[start + n]] & TOKEN_ENDS)
		    == 0 || (n == 1 && p[start + 1] == '.'))
			return false;
	} else {
		if ((tokens_bytes[(unsigned char)p[start]] & TOKEN_MARK) == 0
		    || p[start + 1] == p[start])
			return false;
		n = 1;
	}
	k->start = (uint32_t)start;
	k->end = (uint32_t)(start + n);
	x->i = start + n;
	return true;
}

bool tokens_usual(struct tokens *, struct token *);	/* private */

static inline bool
tokens_step(struct tokens *x, struct token *k)
{
	return tokens_plain(x, k) || tokens_usual(x, k)
	    || tokens_next(x->text, &x->i, k);
}

#endif
