/*
 * texts -- running text with the places where its sentences end, from SET
 * (SET.raw.txt with a paragraph a line, SET.gold.txt with a sentence a line),
 * SET.tsv (TOKEN TAB LABEL, put together again, a document one paragraph),
 * SET.jsonl (the English cases of the Golden Rules that need no cleaning) or
 * the labelled pages of "deboil" (a page a text: what its lines say of ends
 * without a stop, headings above all).
 */
#ifndef TRAIN_TEXTS_H
#define TRAIN_TEXTS_H

#include "base/buf.h"

struct texts {
	struct str raw;		/* a text, until the next texts_next() */
	bool *ends;		/* a sentence ends before raw.p[i] */

	/* Private from here on. */
	const char *dir, *name;
	struct buf file, gold, text;
	size_t at, cap;
	bool whole, pages;
};

/* A file that cannot be read ends the program. */
void texts_open(struct texts *, const char *dir, const char *name);
bool texts_next(struct texts *);
void texts_close(struct texts *);

#endif
