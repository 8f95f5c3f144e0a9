/*
 * entities_values -- dates, times, durations and amounts of a piece: a lexer
 * finer than text/tokens (it parts "3.5m" and "mid-May"), one look-up a word,
 * and a parser a kind of value, tried only where a word or a mark says that
 * one may begin. Values follow TIMEX3 and ISO 4217. Dates are resolved against
 * the anchor and the last date read, never the clock. Owned by struct values:
 * lexemes and findings, until the next values_start().
 */
#ifndef DESK_ENTITIES_VALUES_H
#define DESK_ENTITIES_VALUES_H

#include "base/arena.h"
#include "base/buf.h"
#include "desk/entity.h"
#include "lang/language.h"
#include "lang/timex.h"
#include "text/tokens.h"

struct lex {
	uint32_t start, end, token;	/* token: its number in the piece */
	int16_t code;		/* see entities_parse.h; 0: no word of ours */
	char mark;		/* of one that is no word; dashes are '-' */
	bool digits, space, breaks, upper, opens;	/* opens: a token */
	bool other;		/* a word of letters that are not Latin */
};

struct values {
	struct str text;
	struct lex *lex;
	size_t n, cap, done;		/* done: lexemes of values so far */
	struct entity *found;
	size_t nfound, found_cap;
	struct day anchor;		/* year 0: not known */
	enum language language;		/* of the piece; to be set before it */
	struct when focus;		/* the last date read */
	size_t focus_end;		/* its end, lexemes; 0: before here */
	unsigned depth;			/* dates looked at within dates */
	bool looked;			/* for a dateline */
	uint32_t types;			/* 1 << entity_type */
	struct arena *arena;
	struct entity bare;		/* the number read last, till it is taken */
	size_t bare_first, bare_end;
	struct buf scratch;
};

void values_document(struct values *, struct day anchor);
/* The tokens are those of the piece; the arena keeps the strings. */
void values_start(struct values *, struct str piece, const struct token *,
    size_t ntokens);
void values_close(struct values *);

#endif
