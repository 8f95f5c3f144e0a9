/*
 * sentences -- where sentences begin and end. Spans are bytes of the piece
 * given to sentences_start(), without the white space around; put together
 * they are the text. Sure cases are decided by rules (abbreviation classes
 * after Grefenstette and Tapanainen 1994, orthography of the next word after
 * Kiss and Strunk 2006), in English the others by a linear model. The answer
 * does not depend on how the text is cut into pieces: a sentence whose end is
 * not yet certain is not given, and the caller gives the bytes from
 * sentences_used() on again, with more behind.
 */
#ifndef DESK_SENTENCES_H
#define DESK_SENTENCES_H

#include "base/buf.h"
#include "lang/abbrev.h"
#include "lang/language.h"
#include "text/scan.h"

enum sentences_newline {
	SENTENCES_AUTO,		/* hard-wrapped lines are joined */
	SENTENCES_BREAK,	/* each line end ends a sentence */
	SENTENCES_SPACE		/* only an empty line does */
};

struct sentences_opts {
	struct str lang;	/* as lang/code.h reads it; "en" if n is 0 */
	enum sentences_newline newline;
	size_t longest;		/* bytes; 0: 1 MiB, which none goes beyond */
	const struct map *abbrevs;	/* the user's own, lower case; or NULL */
	/*
	 * In English one ends without a stop or a line's end behind "PARIS:",
	 * "***" or before a bullet alone, not where a heading runs into what follows:
	 * 3/10 of the time goes there.
	 */
	bool stops;
};

enum { SENTENCES_LINES = 3 };

/* The mark of a list a sentence begins with: "2.", "b)", a bullet. */
struct sentences_list {
	uint32_t style;		/* of the mark, 0: none */
	unsigned number;	/* 0: a bullet */
	size_t end;		/* of the mark, in the text */
};

/* What was given of a line before the text begins. */
struct sentences_lead {
	size_t points, bytes;
	bool blank;	/* there was one in it */
};

/* A line that was measured ahead: bytes, and what it says of the width. */
struct sentences_line {
	size_t at, n;
	unsigned points, width;
	bool known, empty;
};

struct sentences {
	struct sentences_opts opts;
	struct abbrev abbrev;
	struct str text;
	bool last;		/* nothing comes after text */
	size_t pos, begin;	/* scanned so far; where the sentence begins */
	size_t line;		/* where the current line begins */
	struct sentences_lead lead;	/* of the first line, given before */
	size_t kept_line;	/* the same, where begin stands */
	struct sentences_lead kept_lead;
	unsigned before[SENTENCES_LINES];	/* lengths of lines before */
	unsigned kept[SENTENCES_LINES];	/* the same, where begin stands */
	struct sentences_line measured[SENTENCES_LINES + 1];
	unsigned lines;		/* gone past, to find measured ones by */
	size_t judged;		/* the last line end judged, 0: none */
	int line_breaks;	/* how, enum line_end */
	size_t block;		/* of 64 bytes; bits: what in it may matter */
	uint64_t bits;
	enum scan_kind scanned;
	bool sifted;		/* its blanks by the light model */
	size_t refused;		/* the last place decided against */
	struct sentences_list list;
	bool listed;		/* list tells of the sentence at begin */
	bool model;		/* there are weights for the language */
	int tongue, kept_tongue;	/* without -L: languages of what was read */
	struct buf low;
};

/* False when there is no such language. */
bool sentences_open(struct sentences *, const struct sentences_opts *);
void sentences_document(struct sentences *);	/* forget the one before */
void sentences_start(struct sentences *, struct str text, bool last);
bool sentences_next(struct sentences *, struct span *);
size_t sentences_used(const struct sentences *);
void sentences_close(struct sentences *);

#endif
