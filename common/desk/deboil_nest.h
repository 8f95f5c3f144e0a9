/*
 * nest -- the block-level elements that are open at a place of a page, with
 * what their class, id and role say. End tags close the innermost element of
 * their name, or nothing; a paragraph ends where a block begins, items and
 * cells where the next one does. Elements
 * beyond MOST deep are counted only, so nothing grows, and a tag costs at most
 * MOST steps.
 */
#ifndef DESK_DEBOIL_NEST_H
#define DESK_DEBOIL_NEST_H

#include <stdint.h>

#include "text/html.h"

/* Kinds of element, the numbers in common/data/html-blocks.words. */
enum nest_kind {
	K_INLINE = -1, K_BLOCK = 1, K_PARAGRAPH, K_HEADING, K_ITEM, K_QUOTE,
	K_PRE, K_CAPTION, K_NAV, K_FORM, K_HIDDEN, K_TABLE, K_MAIN, K_ASIDE,
	K_FOOTER, K_HEADER, K_TITLE, K_SCRIPT
};

enum { NEST_MOST = 64, NEST_KEYS = 10 };

struct nest_level {
	uint32_t name, path;		/* hashes; of the element, of all down to it */
	uint32_t key[NEST_KEYS];	/* of its tag, classes and ids */
	uint8_t keys;
	int8_t kind, hint;
	uint8_t rank;			/* of h1 to h6: 1 to 6 */
	bool hidden;
	uint32_t id;			/* 0: none yet */
};

struct nest {
	struct nest_level level[NEST_MOST];
	unsigned depth, deeper;
	int inside[K_SCRIPT + 1];
	int good, bad;			/* hints of what is open, summed up */
	int hidden;			/* so many of them are not shown */
};

void nest_open(struct nest *, const struct html_token *, enum nest_kind);
void nest_close(struct nest *, const struct html_token *);

/* The innermost element's kind. */
enum nest_kind nest_kind(const struct nest *);
/* The path of what holds this paragraph, heading or item. */
uint32_t nest_path(const struct nest *);
/* Keys of what is open, nearest first, their distance 0-2 in the low bits. */
unsigned nest_keys(const struct nest *, uint32_t *keys, unsigned most);

#endif
