/*
 * made -- labelled pages have few comments, as these come by script today, and
 * what stands below or within their articles is made as few sites make it.
 * Copies get threads, other stories and notes of every make, whose paragraphs
 * are those of other pages: what the markup says of them is learnt from these,
 * what their words say is not.
 */
#ifndef TRAIN_MADE_H
#define TRAIN_MADE_H

#include "train/pages.h"

enum { MADE_PARTS = 64, MADE_SOURCES = 8 };

/* Where paragraphs are taken from. */
struct sources {
	const struct page *page[MADE_SOURCES];
	size_t n;
};

struct made {
	struct buf text;	/* empty: there is nothing to make it of */
	struct made_part {
		struct span at;	/* in it */
		uint8_t label;	/* of the rows that begin there; as of pages */
	} part[MADE_PARTS];
	size_t n;
};

struct made made_page(const struct page *, const struct sources *);

#endif
