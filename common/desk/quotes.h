/*
 * quotes -- who said what. Marks give the stretches, verbs of saying (common/
 * data/cues.words) the cues, noun phrases the mentions. Four small linear
 * models over classes of words, never the words themselves, decide: whose a
 * cue is, which cue or mention a stretch belongs to (or that it is no speech),
 * and from where to where the content of a cue goes. Attachment as ranking
 * after O'Keefe et al., "A sequence labelling approach to quote attribution",
 * 2012, content spans after Pareti, "Attribution: a computational approach",
 * 2015. They were learned from English; other languages go by order and grammar
 * (quotes_plain, _reported, _according, _dashes, _german), Chinese and Japanese
 * by characters (quotes_cjk). Spans are bytes of the piece; strings are valid
 * until the next quotes_start().
 */
#ifndef DESK_QUOTES_H
#define DESK_QUOTES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "desk/quotes_index.h"
#include "desk/sentences.h"
#include "text/tokens.h"

enum quote_kind { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT, QUOTE_KINDS };
extern const char *const quote_kinds[QUOTE_KINDS];

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

struct quotes_opts {
	struct str lang;	/* if n is 0: guessed by marks, "en" */
	bool single;		/* single marks quote, whatever the text does */
	const struct map *cues;	/* the user's own, lower case; or NULL */
	const int8_t *weights;	/* NULL: those of the library */
};

struct quotes {
	struct quotes_opts opts;
	bool foreign, marked_only;	/* without cues, without models */
	bool guesses;			/* the language */
	size_t language;
	const char *code;		/* of two letters */
	const struct words *verbs, *syntax;	/* of the language */
	struct sentences sentences;
	struct str text;
	struct token *tokens;
	struct word *words;
	uint8_t *parts[8];	/* by enum word_part: a bit for each token */
	struct quotes_tables *tables;
	uint32_t *sentence_of, *quoted;	/* by token; stretch + 1 or 0 */
	uint32_t *cues_before, *mentions_before;	/* by token */
	uint8_t *coarse;	/* by token: class as the patterns have it */
	size_t ntokens, token_cap;
	size_t cues_filled, mentions_filled;	/* tokens of those arrays */
	struct span *sentence;
	uint32_t *paragraph_of;	/* by sentence */
	uint32_t *first_token;	/* by sentence, and one more */
	size_t nsentences, sentence_cap, paragraph_cap, first_cap;
	struct stretch *stretches;
	size_t nstretches, stretch_cap;
	struct mention *mentions;
	size_t nmentions, mention_cap;
	struct cue *cues;
	size_t ncues, cue_cap;
	struct quote *found;
	size_t n, found_cap, given;
	struct person *persons;
	size_t npersons, person_cap;
	struct sight *sights;
	size_t nsights, sight_cap;
	struct quotes_index by_name, by_last, by_first;	/* persons + 1 */
	uint32_t document;	/* its number, in keys of runs and singles */
	uint32_t tries;		/* of mentions with a title, so far */
	/* Whose words a sentence reported last; mention -1: nobody's. */
	struct { size_t sentence; int mention; bool goes_on; } running;
	size_t dashed;		/* sentences up to the end of speech behind them */
	struct arena arena, names;	/* of the piece, of the document */
	struct buf scratch;
};

/* False when the language is not known to sentences. */
bool quotes_open(struct quotes *, const struct quotes_opts *);
void quotes_document(struct quotes *);
void quotes_start(struct quotes *, struct str piece);
const struct quote *quotes_next(struct quotes *);	/* NULL: no more */
void quotes_close(struct quotes *);

#endif
