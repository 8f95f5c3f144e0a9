/*
 * shingles -- what is compared of a long text: the hashes of its pairs of
 * words (2-shingles; Broder 1997), sampled so that at most SHINGLES_MOST are
 * kept, and its numbers; of a page those of its running text alone. Case, marks,
 * white space, columns and the spelling of small numbers and units make no
 * difference. Scripts without blanks: a word is a run of characters, one at each.
 * A function of the text alone.
 *
 * Sampling is by value: at level k those hashes whose last k bits are 0 stay,
 * so that two samples compare at the higher of their levels.
 */
#ifndef DESK_DEDUP_SHINGLES_H
#define DESK_DEDUP_SHINGLES_H

#include <stdint.h>

#include "base/buf.h"

enum { SHINGLES_MOST = 256, SHINGLES_SLOTS = 1024, SHINGLES_NUMBERS = 64 };
enum { SHINGLES_REACH = 7 };	/* characters in a word, at most */

struct shingles {
	unsigned level, n;
	uint32_t list[SHINGLES_MOST + 1];	/* in the order of the text */
	uint32_t slots[SHINGLES_SLOTS];		/* the same as a set; 0: free */
	uint16_t places[SHINGLES_SLOTS];	/* by slot: where in the list */
	unsigned nnumbers;
	uint32_t numbers[SHINGLES_NUMBERS];	/* ascending; the least ones */
	uint64_t high, low;	/* hash of all the words, if there are some */
	bool some;
	bool page;		/* of dedup_prose() */
	uint64_t seed;		/* of that hash; set it after opening */

	/* Private from here on. */
	struct shingles_same {
		uint64_t word, as;
		bool number;
	} same[512];		/* words with another spelling */
	struct buf text, rest, head, word;
	bool apart;		/* the words at hand are of the rest */
	uint32_t recent[SHINGLES_REACH];	/* characters, the latest first */
	uint64_t last;
};

void shingles_open(struct shingles *);
void shingles_read(struct shingles *, struct str text);
void shingles_close(struct shingles *);

/* As a set alone: emptied; with one more, which is not 0 (false: it had it). */
void shingles_clear(struct shingles *);
bool shingles_add(struct shingles *, uint32_t shingle);

/* Where in the list it is, or SHINGLES_SLOTS: nowhere. */
static inline unsigned
shingles_place(const struct shingles *x, uint32_t shingle)
{
	size_t i = shingle >> 22;

	while (x->slots[i] != 0 && x->slots[i] != shingle)
		i = (i + 1) & (SHINGLES_SLOTS - 1);
	return x->slots[i] != 0 ? x->places[i] : SHINGLES_SLOTS;
}

#endif
