/*
 * quotes -- who said what. Marks give the stretches, verbs of saying (common/
 * data/cues.words) the cues, and rules join the two: a stretch takes the cue
 * nearest by grammar in its paragraph, else the speaker of the paragraph. The
 * order of rules follows O'Keefe et al., "A sequence labelling approach to
 * quote attribution", 2012, and Pareti 2015 for indirect speech. Spans are
 * bytes of the piece; strings are valid until the next quotes_start().
 */
#ifndef DESK_QUOTES_H
#define DESK_QUOTES_H

#include "desk/entities.h"
#include "desk/sentences.h"

enum quote_kind { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT };
extern const char *const quote_kinds[3];

enum { QUOTE_SPANS = 8 };	/* parts of an interrupted quotation */

struct quote {
	enum quote_kind kind;
	struct span spans[QUOTE_SPANS];
	size_t nspans;
	struct str speaker;	/* full name, or as named; n 0: not known */
	struct str title;
	struct span mention, cue;	/* end 0: none */
	unsigned confidence;	/* thousandths */
};

/* What stands between two quotation marks (desk/quotes_marks.c). */
struct stretch {
	size_t open, close;	/* bytes: the inside */
	size_t outer_open, outer_close;	/* with the marks */
	size_t first, last;	/* tokens: [first, last) lie inside */
	size_t sentence, paragraph;
	bool closed, continues;	/* continues the paragraph before */
	int cue;		/* its place in cues, -1: none */
	int score;
	bool used;
};

struct cue {
	size_t token, sentence, paragraph;
	unsigned strength;	/* 1-3 */
	bool participle, addressee, nominal;	/* see cues.words */
	bool inverted;		/* "said X" */
	bool according;		/* "according to X" */
	size_t from, to;	/* tokens of the speaker: [from, to) */
	bool used;
};

struct quotes {
	struct entities entities;
	struct sentences sentences;
	struct str text;
	struct span *sentence;
	uint32_t *paragraph_of;	/* by sentence */
	uint32_t *first_token;	/* by sentence, and one more */
	size_t nsentences, sentence_cap, paragraph_cap;
	struct stretch *stretches;
	size_t nstretches, stretch_cap;
	struct cue *cues;
	size_t ncues, cue_cap;
	struct quote *found;
	size_t n, found_cap, given;
	uint32_t *sentence_of, *quoted;	/* by token; stretch + 1 or 0 */
	size_t of_cap, quoted_cap, first_cap;
	struct buf last_speaker, last_man, last_woman;	/* names */
	struct arena arena;
	bool marks_only;
};

struct quotes_opts {
	bool marks_only;	/* for languages without cues: no speakers */
};

void quotes_open(struct quotes *, const struct quotes_opts *);
void quotes_document(struct quotes *);
void quotes_start(struct quotes *, struct str piece);
const struct quote *quotes_next(struct quotes *);	/* NULL: no more */
void quotes_close(struct quotes *);

/* ---- the parts ---- */
void quotes_marks(struct quotes *);	/* desk/quotes_marks.c */
void quotes_cues(struct quotes *);	/* desk/quotes_cues.c */
/* The speaker of a cue, in full where the piece tells. */
void quotes_name(struct quotes *, const struct cue *, struct quote *);

static inline struct str
quotes_token(const struct quotes *q, size_t i)
{
	return entities_token(&q->entities, i);
}

static inline bool
quotes_is(const struct quotes *q, size_t i, const char *z)
{
	struct str t = quotes_token(q, i);
	size_t n = strlen(z);

	if (t.n != n)
		return false;
	for (size_t k = 0; k < n; k++)
		if ((t.p[k] | 32) != (z[k] | 32))
			return false;
	return true;
}

#endif
