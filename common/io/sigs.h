/*
 * sigs -- the lines that dedup's steps exchange when it runs on several
 * machines. Every number is in decimal digits of fixed width, so that any
 * sort in any locale orders them alike; every line ends with the settings it
 * was made with; every part ends with a line that counts and sums the others,
 * so that a truncated file is found.
 *
 *	signature, exact  KEY PART NUMBER SETTINGS
 *	signature, near   PART NUMBER KEY SKETCH SETTINGS
 *	end of a part     zz PART RECORDS SUM SETTINGS
 *	group             PART NUMBER STATUS PART NUMBER PART NUMBER
 *	                  SIMILARITY SETTINGS, of each record that is not new:
 *	                  which it repeats, and its group's first
 *	part of groups    PART 0 RECORDS LINES SUM SETTINGS: before its groups
 */
#ifndef IO_SIGS_H
#define IO_SIGS_H

#include <stdint.h>

#include "base/buf.h"

struct place {
	uint64_t part, number;
};

struct sig {
	struct place at;
	uint64_t key[2];
	const uint64_t *words;	/* valid until the next sigs_get() */
	size_t nwords;
};

struct group_line {
	struct place at, first, group;
	unsigned status, similarity;
};

/* What is known of a part, from its lines and from its end line. */
struct part_sum {
	uint64_t records, sum;		/* of signatures read or written */
	uint64_t lines, line_sum;	/* of group lines */
	uint64_t before;		/* records of the parts before it */
	bool ended;
	uint64_t end_records, end_sum;	/* as its end line says */
};

struct sigs {
	struct str settings;	/* n 0 in reading: the first line's */
	bool is_near;		/* settings begin with "near" */
	struct part_sum *parts;	/* by number */
	size_t nparts, part_cap;
	struct buf line, own_settings;
	uint64_t *words;
	size_t word_cap;
};

enum { SIGS_MOST_PARTS = 1000000 };

/* Writing to standard output. */
void sigs_put(struct sigs *, const struct sig *);
void sigs_put_end(struct sigs *, uint64_t part);
void sigs_put_group(struct sigs *, const struct group_line *);
void sigs_put_parts(struct sigs *);	/* after the groups */

enum sigs_kind { SIGS_RECORD, SIGS_END, SIGS_BAD };

/* A line read back: SIGS_END is taken note of; SIGS_BAD: *why says it. */
enum sigs_kind sigs_get(struct sigs *, struct str line, struct sig *,
    const char **why);
enum sigs_kind sigs_get_group(struct sigs *, struct str line,
    struct group_line *, const char **why);
struct part_sum *sigs_part(struct sigs *, uint64_t part);
/* NULL if every part is there and whole; else what is wrong with *part. */
const char *sigs_check(const struct sigs *, uint64_t *part);
void sigs_close(struct sigs *);

#endif
