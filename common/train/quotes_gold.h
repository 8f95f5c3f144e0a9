/*
 * quotes_gold -- articles with marked quotations, for train/quotes. Offsets in
 * the file are characters, here bytes. Ends the program if it cannot read.
 */
#ifndef TRAIN_QUOTES_GOLD_H
#define TRAIN_QUOTES_GOLD_H

#include "base/buf.h"

struct gold {
	struct span spans[32], speaker, cue;	/* bytes; end 0: none */
	size_t n;
	struct buf name;		/* of the speaker in full, or empty */
	bool speech, direct;
};

struct article {
	struct buf text, id;
	struct gold *gold;
	size_t n;
};

struct corpus {
	struct article *a;
	size_t n, cap;
};

void gold_load(struct corpus *, const char *path);
/* The last word with a capital: the surname, most often. */
struct str gold_last_name(struct str speaker);

#endif
