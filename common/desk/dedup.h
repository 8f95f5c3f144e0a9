/*
 * dedup -- which records were seen before. Exact: 128-bit keys in an open
 * table (desk/keys.h). Near: short records by the fact they state
 * (desk/dedup_facts.h); long ones by containment of word shingles (Broder 1997)
 * in an inverted index, confirmed by the numbers in them (desk/dedup_near.c).
 */
#ifndef DESK_DEDUP_H
#define DESK_DEDUP_H

#include <stdint.h>

#include "base/buf.h"
#include "desk/keys.h"

/*
 * Signs are kept in files: raise this when the same record comes to have
 * another key or sketch, or the same sketches another answer.
 */
enum { DEDUP_VERSION = 3 };

enum dedup_status { DEDUP_NEW, DEDUP_EXACT, DEDUP_NEAR };

/* How much alike is near: how sure one wants to be that it is one story. */
enum dedup_level { DEDUP_NORMAL, DEDUP_STRICT, DEDUP_LOOSE };

struct dedup_answer {
	enum dedup_status status;
	uint64_t first;		/* number of the record it repeats, from 1 */
	uint64_t group;		/* number of its group's first record */
	unsigned similarity;	/* thousandths; near only */
};

struct dedup_opts {
	bool near;
	enum dedup_level level;		/* of near */
	bool nocase, fold;	/* how keys are compared */
	bool numbers;		/* first and group are wanted: 8 bytes more */
	bool short_keys;	/* of 64 bits: half the memory */
	/*
	 * Hashes start from it: unless others see them, let it be random, so
	 * that nobody can make records whose keys are equal. Answers are the same.
	 */
	uint64_t seed;
};

/*
 * The sketch of a record: all that the index wants to know of it, in words
 * that mean something to desk/dedup_near.c alone. n 0: none.
 */
struct dedup_sketch {
	const uint64_t *words;
	size_t n;
};

/* What is compared of a record, the same on every machine. */
struct dedup_sign {
	uint64_t high, low;		/* the key; high is never 0 */
	struct dedup_sketch sketch;	/* valid until the next dedup_sign() */
};

struct dedup {
	struct dedup_opts opts;
	struct keys keys;
	uint64_t records;
	struct dedup_link {
		uint64_t number, group;
	} *links;		/* of near repeats, by number */
	size_t nlinks, link_cap;
	struct buf key;
	struct near *near;
};

void dedup_open(struct dedup *, const struct dedup_opts *);
/* Has the record been seen? It is remembered; an exact repeat changes nothing. */
struct dedup_answer dedup_take(struct dedup *, struct str record);
size_t dedup_bytes(const struct dedup *);	/* what it keeps, roughly */
/* One more key could take more than limit bytes. */
bool dedup_is_full(const struct dedup *, size_t limit);

/*
 * The same in two steps, for signs that are kept in files or come from other
 * machines: dedup_take(d, r) is dedup_sign(d, r, &s), dedup_take_sign(d, &s).
 * dedup_look_sign() counts the record but does not remember it.
 */
void dedup_sign(struct dedup *, struct str record, struct dedup_sign *);
struct dedup_answer dedup_take_sign(struct dedup *, const struct dedup_sign *);
struct dedup_answer dedup_look_sign(struct dedup *, const struct dedup_sign *);
/*
 * Lines compared as they stand (no near, nocase, fold), at most DEDUP_BATCH:
 * the same, several at a time, faster. is_new[i]: not seen before.
 */
enum { DEDUP_BATCH = 64 };
void dedup_take_lines(struct dedup *, const struct str *lines, size_t n,
    bool *is_new);
/* Record number, the latest, belongs to that group all the same. */
void dedup_link(struct dedup *, uint64_t number, uint64_t group);
void dedup_close(struct dedup *);

/* ---- the parts ---- */

/*
 * A character as it is compared: figures of all scripts, and what is set in
 * full width, are ASCII; 0 is nothing: soft hyphens, joiners, vowel signs of
 * Arabic (dedup_words.c).
 */
uint32_t dedup_plain(uint32_t c);
/*
 * Parts a text with long lines into what could be running text and the rest:
 * menus, links and captions; appends both. Is there much of the rest, as on a
 * page that was scraped? (dedup_prose.c)
 */
bool dedup_prose(struct buf *prose, struct buf *rest, struct str text);
/* s without character references, in buf if it has any (dedup_fold.c). */
struct str dedup_unescape(struct buf *, struct str s);
/* --fold: case, blanks, quotes, dashes, bullets, references (dedup_fold.c). */
void dedup_fold(struct buf *, struct str);
/*
 * Appends the words of a short record, a blank after each: letters and digits,
 * signs of money and %, number words as digits; case stays (dedup_words.c).
 */
void dedup_words(struct buf *, struct str record);

/*
 * The index of records (desk/dedup_near.c): long ones by their shingles, short
 * ones by their words (desk/dedup_facts.h). A sketch is a function of the text
 * alone and valid until the next one is made; a malformed one (from a file) is
 * like nothing.
 */
struct near *near_open(uint64_t seed, enum dedup_level);
struct dedup_sketch near_sketch(struct near *, struct str text, bool is_long);
/* The key of the text's words, after near_sketch(); high 0: it has none. */
struct key near_key(const struct near *);
/* The best earlier record like it, 0 if none; remembered as number, if not 0. */
uint64_t near_take(struct near *, struct dedup_sketch, uint64_t number,
    unsigned *similarity);
size_t near_bytes(const struct near *);
void near_close(struct near *);

#endif
