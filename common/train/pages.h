/*
 * pages -- labelled pages: DIR/MANIFEST.tsv, ID.txt, ID.labels, ID.gold.txt,
 * ID.html.gz, read, cut into blocks and described. Folds are by site.
 */
#ifndef TRAIN_PAGES_H
#define TRAIN_PAGES_H

#include "base/map.h"
#include "desk/deboil_parts.h"

enum { FOLDS = 4, NOT_TRAINED = FOLDS };

struct page {
	char id[16];
	unsigned fold;			/* NOT_TRAINED: a dn page */
	uint32_t site, language;
	bool news;			/* of a newspaper, not of any site */
	struct deboil d;
	struct buf text, gold;
	struct map titles;		/* lines that do not count */
	bool lines_known;		/* and count in the figures */
	bool copy;			/* of others: counts in no figure */
	bool blind;			/* a copy whose words are not read */
	bool dim;			/* or few of them */
	bool brief;			/* a copy of few blocks */
	bool made;			/* a copy with a part of train/made.h */
	uint8_t *label;			/* by row: 0, 1, 2 not known */
	uint8_t *skip;			/* by row: a title */
	size_t row;			/* its first one in the set */
};

/* All pages, with blind and glued copies of some; never freed. */
struct page *pages_load(const char *dir, bool html, size_t *n);

/* "• Home" and "Home" are one line to the scorer. */
struct str page_bare(struct str line);

#endif
