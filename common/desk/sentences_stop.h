/*
 * sentences_stop -- what stands around a place where a sentence may end, and
 * what the rules say of it. All look at most SENTENCES_LOOK bytes ahead and
 * SENTENCES_WORD back, never before the sentence's beginning, so that every
 * decision takes constant time and is the same however the text comes.
 */
#ifndef DESK_SENTENCES_STOP_H
#define DESK_SENTENCES_STOP_H

#include "desk/sentences.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { SENTENCES_LOOK = 256, SENTENCES_WORD = 40 };

/* Words after "?" and "!" that are looked at; after other places two. */
enum { SENTENCES_ASKED = 4 };

enum stop { NO_STOP, FULL_STOP, OTHER_STOP, WIDE_STOP, DOTS };

/* What ends a sentence at a stop: more stops, closing marks, a note mark. */
struct ending {
	size_t end;		/* past all of it */
	bool dots, bang, quoted, wide, note;
	bool spread;		/* ". . ." with a blank before the first */
	bool title;		/* what closes last is the mark of a title */
};

/* The next word after white space and openers. */
struct next {
	struct str word;
	size_t at;		/* of the first byte after the white space */
	uint32_t first;		/* the word's first code point, 0: none in reach */
	uint32_t mark;		/* the first opener or dash before it, 0: none */
	bool opened;		/* a quote or bracket stands before it */
	bool dashed;		/* a dash does */
};

enum verdict { GOES_ON, UNLIKELY, LIKELY, ENDS };

struct gap {
	enum stop kind;		/* NO_STOP: white space after no stop */
	size_t end;		/* where the sentence would end */
	struct str word;	/* the token before, openers off */
	struct ending ending;
	struct next next;
	enum verdict verdict;
	unsigned reason;	/* which rule spoke, a small number */
};

/* The kind of sentence-final mark at i; *n is its length in bytes. */
enum stop sentences_stop(struct str text, size_t i, size_t *n);

/* What closes the sentence that began at begin, from the stop at i on. */
struct ending sentences_ending(struct str text, size_t begin, size_t i);

struct next sentences_next_word(struct str text, size_t i);

/* The token before i, back to white space or an opening mark, or begin. */
struct str sentences_word_before(struct str text, size_t begin, size_t i);

/*
 * Where "a. C" begins when w is the second half of such a pair, of any
 * letters; else where w does.
 */
size_t sentences_pair_begin(const struct sentences *, struct str w);

/* The first letter of the token before w, 0 if w begins the sentence. */
uint32_t sentences_first_before(const struct sentences *, struct str w);

bool sentences_is_number(struct str word);	/* of digits alone */

/* "27", "XIV": what a stop may make an ordinal of; one letter is an initial. */
bool sentences_is_ordinal(struct str word);

/*
 * A single letter of a script without capitals (Arabic, Hebrew, Hindi), or a
 * Thai word: a full stop behind it shortens and ends nothing.
 */
bool sentences_is_short(struct str word);
bool sentences_is_opener(uint32_t c);
bool sentences_is_dash(uint32_t c);

/* White space or the end. */
static inline bool
sentences_space_at(struct str text, size_t i)
{
	return i >= text.n || chars_is(utf8_at(text, i), CHAR_SPACE);
}

/* Does an emoticon of ASCII, ":-)", stand right before end? */
bool sentences_is_emoticon(struct str text, size_t begin, size_t end);

/* What the lists say of a word before a stop, in any case. */
enum abbrev_class sentences_class(struct sentences *, struct str word);

/* A verb of saying, asking or crying, "says" or "said" (cues.words). */
bool sentences_is_said(struct str word);

/*
 * '"Why?" Mr. Moran asked.': a name and a verb of saying, and that is all. He,
 * she and they would be written small.
 */
bool sentences_is_asked_by(struct sentences *, const struct next *);

/* Are quotation marks, or brackets, open before end? */
bool sentences_is_inside(const struct sentences *, size_t end, bool marks);

/*
 * Does a word that may open a sentence without a stop before it stand after
 * the white space at i? any: words in lower case may too.
 */
bool sentences_is_gap(struct str text, size_t i, bool any);

/* What the rules (sentences_rules.c) say of the stop at i. */
void sentences_look(struct sentences *, size_t i, struct gap *);

/* The same for the white space at i (sentences_bare.c). */
void sentences_look_bare(struct sentences *, size_t i, struct gap *);

/*
 * The same for a wide mark at i that is no stop but may end a sentence: the
 * colon of "as follows", the bracket of a remark on its own. False for others.
 */
bool sentences_look_wide(const struct sentences *, size_t i, struct gap *);

/*
 * Ends the rules or the model find that are sure to be none. So few that the
 * model is not taught them: the trainer leaves this out.
 */
bool sentences_is_unfinished(struct sentences *, const struct gap *);

/* Is all there is before the white space a label, "UN", "SEN. LEE:"? */
bool sentences_is_label(const struct sentences *, const struct gap *);

/* Does a sentence end there? Rules first, then the model if there is one. */
bool sentences_ends(struct sentences *, const struct gap *);

/*
 * Without -L: may the answer be another if the text is not English? Few places
 * are such; there it is asked which language it is, by the sentence so far, two
 * words more and what was found before. Then its own rules decide.
 */
bool sentences_is_open(const struct sentences *, const struct gap *,
    bool ends);
void sentences_learn_tongue(struct sentences *, size_t end);
bool sentences_foreign_ends(struct sentences *, size_t i, struct gap *,
    bool ends);

#endif
