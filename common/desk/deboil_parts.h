/*
 * The parts of deboil, in the order in which a page meets them: blocks (lines
 * or HTML), shapes, features, judgement, repair, and why what was dropped was.
 * For desk/deboil*.c and the trainer; others need desk/deboil.h alone.
 */
#ifndef DESK_DEBOIL_PARTS_H
#define DESK_DEBOIL_PARTS_H

#include "desk/deboil.h"
#include "desk/trees.h"
#include "text/html.h"

/* Blocks of plain text, a line each (desk/deboil.c). */
void deboil_lines(struct deboil *, struct str text);
void deboil_unwrap(struct deboil *);	/* hard-wrapped lines become one */
void deboil_drop_link_numbers(struct deboil *);	/* of lynx -dump: "[7]" */
void deboil_unmark(struct deboil *);	/* Markdown: links, marks, pictures */
void deboil_drop_linked(struct deboil *);	/* and what is links alone */

/* Cuts inside of a block's text, from left to right (desk/deboil_cuts.c). */
struct deboil_cuts {
	struct deboil_block *block;
	const char *page;
	struct buf text;
	struct deboil_source *map;
	size_t n, cap, next, done;
};
struct deboil_cuts deboil_cuts_of(struct deboil *, struct deboil_block *);
void deboil_cut(struct deboil_cuts *, size_t start, size_t end);
void deboil_cuts_end(struct deboil *, struct deboil_cuts *);

/* Blocks of an HTML page (desk/deboil_html.c) and what its head says. */
void deboil_html(struct deboil *, struct str page);
/*
 * How far to trust what says a field, best last; of equals the first counts.
 * (The last digit in common/data/html-meta.words.)
 */
enum {
	DEBOIL_LAST = 1, DEBOIL_GUESS, DEBOIL_LIKELY, DEBOIL_SAID, DEBOIL_SURE
};
void deboil_meta_set(struct deboil *, enum deboil_field, int rank, struct str);
void deboil_meta_tag(struct deboil *, const struct html_token *);
void deboil_meta_title(struct deboil *, struct str title);
void deboil_meta_script(struct deboil *, struct str json_ld);
void deboil_json_text(struct buf *, struct str inside);	/* unescaped */
/* Addresses (desk/deboil_address.c). */
bool deboil_is_address(struct str);		/* http or https, absolute */
size_t deboil_path_of(struct str address);	/* after "https://host" */
/* A reference as seen from an address (RFC 3986, 5.2), into b. */
void deboil_resolve(struct buf *b, struct str base, struct str ref);
void deboil_meta_finish(struct deboil *);	/* when the page is judged */
/* Date and author lines, among the blocks [from, to). */
void deboil_meta_lines(struct deboil *, size_t from, size_t to);

/* ---- shapes: what one block's text looks like (desk/deboil_shape.c) ---- */

enum deboil_mark {
	MARK_OTHER, MARK_COMMA, MARK_STOP, MARK_QUOTE, MARK_BAR, MARK_AT,
	MARK_COLON, MARK_DASH, MARK_SYMBOL, MARKS
};
enum deboil_begin { BEGIN_UPPER, BEGIN_LOWER, BEGIN_DIGIT, BEGIN_MARK };
enum deboil_end {
	END_WORD, END_OTHER, END_COLON, END_COMMA, END_DOTS, END_STOP, END_QUOTE
};
/* Those of common/data/chrome.words, from 1; more words of them from MORE. */
enum { DEBOIL_KINDS = 11, DEBOIL_MORE_KINDS = 20 };

struct deboil_shape {
	uint32_t block;			/* in d->blocks */
	uint32_t first, n;		/* its words in d->words */
	uint32_t subjects;		/* so many in d->subjects, from first */
	uint32_t head, line;		/* hash of the first words, of all */
	uint16_t chars, words, letters, upper_words, small_words, digits, cjk;
	uint16_t mark[MARKS];
	uint8_t kind[DEBOIL_KINDS];
	uint8_t begins, ends, last;	/* last: its very end, a source or not */
	bool year, clock, chrome;	/* chrome: maybe of some kind */
	uint8_t prose;			/* 0, or words up to 100 */
	uint8_t rough;			/* all of it in a few bits */
};

/*
 * Fills d->shapes, one for each block from..to - 1 that is not blank, and
 * d->words, the hashes of their words. The lowest bit of a hash says that the
 * word is long enough to mean something: such words, of the first SUBJECTS,
 * are what the block is about, in d->subjects; of scripts without blanks it is
 * pairs of characters.
 */
enum { DEBOIL_SUBJECTS = 40 };
/* Subjects are mixed, so that their low bits are good for a place in a table. */
static inline uint32_t
deboil_subject(uint32_t word)
{
	return word ^ word >> 15;
}
void deboil_shapes(struct deboil *, size_t from, size_t to);
enum deboil_end deboil_end_of(struct str);

/* ---- words: a linear model over hashed words (desk/deboil_words.c) ---- */

enum { DEBOIL_KEYS = 192, DEBOIL_FORMS = 4, WORDS_BITS = 17,
    WORDS_UNIT = 16 };

/*
 * What row i of the shapes says: DEBOIL_FORMS keys of its form, then its words
 * and pairs; at most DEBOIL_KEYS.
 */
size_t deboil_text_keys(const struct deboil *, size_t i, uint32_t *keys);
/* The classes, ids and tags of row i, and how its neighbourhood is tagged. */
size_t deboil_tag_keys(const struct deboil *, size_t i, uint32_t *keys);
/*
 * What the model says of some keys: the sum of their weights, in 1/WORDS_UNIT
 * of log-odds, and how many of them it knows.
 */
struct deboil_said {
	int32_t score;
	uint16_t keys, known;
};
struct deboil_said deboil_say(const int8_t *weights, const uint32_t *keys,
    size_t n);
/* The same of the text keys of some rows; a unit test holds both together. */
void deboil_say_text(const struct deboil *, struct span rows,
    const int8_t *weights, struct deboil_said *);
void deboil_say_text_plain(const struct deboil *, struct span rows,
    const int8_t *weights, struct deboil_said *);
/* Which kind of chrome a word of that hash is; 0: none. */
unsigned deboil_kind(const struct deboil *, uint32_t hash);
/* Most words are none: a look at one bit says so. */
static inline bool
deboil_may_be_kind(const struct deboil *d, uint32_t hash)
{
	return d->kind_bits[hash >> 17 >> 6] >> (hash >> 17 & 63) & 1;
}
void deboil_kinds_open(struct deboil *);
uint32_t deboil_word_hash(struct str);	/* ASCII case does not matter */

/* Where the entry of a key is in a table of words weights, and its check. */
static inline size_t
deboil_key_slot(uint32_t key)
{
	return 2 * (size_t)(key >> (32 - WORDS_BITS));
}

/* ---- features: columns of bytes over the rows (desk/deboil_features.c) ---- */

/*
 * A column has PAD rows of zeros before and after, so that a question about a
 * neighbour is one about the same column further on. Trees ask numbered
 * questions: d->questions[q] points to row 0 of the column, moved.
 */
enum { DEBOIL_PAD = 16, DEBOIL_QUESTIONS = 256, DEBOIL_COLUMNS = 200 };

/* The questions there are; returns how many. The first pass has fewer. */
size_t deboil_questions(bool html, int pass, struct deboil_question *);

/* Columns of the first pass, but for what the next two fill. */
void deboil_features(struct deboil *);
/* Adds what the linear models say, row by row, and what is around rows. */
void deboil_features_words(struct deboil *, const struct deboil_said *text,
    const struct deboil_said *tags);
/* Adds what the first pass says: log-odds * 256 by row. */
void deboil_features_scores(struct deboil *, const int32_t *scores);

/* ---- the rest ---- */

/*
 * Weights are one array: the tables of text keys and of tag keys (none in the
 * weights for text), trees of the first pass, trees of the second; in those
 * for text, trees of runs. In those for HTML, where trees cost next to nothing
 * beside the markup, a pass is BAG models of other dice, and the mean of what
 * they say counts; those of the second have learnt in smaller steps.
 */
enum {
	DEBOIL_BAG = 3,
	DEBOIL_TABLES = 4 << WORDS_BITS, DEBOIL_FIRST = 120, DEBOIL_SECOND = 240,
	DEBOIL_HTML_SECOND = 480,
	DEBOIL_WEIGHTS = DEBOIL_TABLES
	    + (DEBOIL_FIRST + DEBOIL_SECOND) * TREES_BYTES,
	DEBOIL_HTML_WEIGHTS = DEBOIL_TABLES
	    + DEBOIL_BAG * (DEBOIL_FIRST + DEBOIL_HTML_SECOND) * TREES_BYTES
};

struct deboil_model {
	struct deboil_words_trees {
		const int8_t *words;	/* what keys weigh */
		struct trees first, second;
	} of[2];			/* of text, of HTML */
	struct trees seams, runs;
};
struct deboil_model *deboil_model_open(void);
void deboil_model_close(struct deboil_model *);

/*
 * The scores of all blocks; then of each part of a page as of one of its own,
 * and what its runs say.
 */
void deboil_score(struct deboil *);
void deboil_score_parts(struct deboil *);
/* Lists are judged as a whole; see there. */
void deboil_even(const struct deboil *, int32_t *scores);
/* Tells the block of a row its score, and what judgement needs of the row. */
void deboil_note(struct deboil *, size_t row, int32_t score);
void deboil_note_heads(struct deboil *);	/* when all rows are noted */
/* Lowers the scores of runs that are none of the article (plain text). */
void deboil_weigh_runs(struct deboil *);
/* Where pages were glued together: sets opens, from the scores. */
void deboil_seams(struct deboil *);
/* Fills the columns that only seams need. */
void deboil_seam_columns(struct deboil *);
size_t deboil_seam_questions(struct deboil_question *);
/* A page has so many rows at least. */
enum { DEBOIL_SEAM_TREES = 60, DEBOIL_PAGE_LEAST = 6 };

/* ---- runs: rows that are kept and hang together (desk/deboil_runs.c) ---- */

struct deboil_run {
	uint32_t start, end;		/* rows */
	uint32_t kept, mass, prose;	/* rows, scores, words of prose */
	int32_t best;
	int64_t sum;			/* of scores */
};
enum { DEBOIL_RUN_COLUMNS = 24, DEBOIL_RUN_TREES = 100,
    DEBOIL_TEXT_WEIGHTS = DEBOIL_WEIGHTS + DEBOIL_RUN_TREES * TREES_BYTES };

/* All of them, from the scores of blocks; in the arena. */
size_t deboil_runs(struct deboil *, struct deboil_run **);
/* What is said of n runs: columns of trees_room(n) bytes, in the arena. */
uint8_t *deboil_run_columns(struct deboil *, const struct deboil_run *,
    size_t n);
/* Lowers what the scores of the runs (log-odds * 256) do not bear out. */
void deboil_doubt_runs(struct deboil *, const struct deboil_run *, size_t n,
    const int32_t *scores);

/*
 * Lowers the scores of lines that earlier pages had, and remembers the lines
 * of this one (desk/deboil_memory.c).
 */
void deboil_recall(struct deboil *);
void deboil_turn_page(struct deboil *);	/* what comes is another page */

/*
 * A paragraph of so many words, kept, is where the text has begun; a headline
 * has so many bytes at most.
 */
enum { DEBOIL_LONG_PROSE = 12, DEBOIL_HEADLINE = 220 };
static inline bool
deboil_is_text(const struct deboil_block *b)
{
	return b->score > 0 && b->prose >= DEBOIL_LONG_PROSE;
}

bool deboil_is_advert(const struct deboil_block *);
void deboil_judge(struct deboil *);	/* sets keep, from the scores */
void deboil_keep_headlines(struct deboil *);	/* and none beside it */
void deboil_drop_signed(struct deboil *);	/* captions, posts */
void deboil_drop_letters(struct deboil *);	/* offered where the text ends */
void deboil_drop_error(struct deboil *);	/* "Page not found" */
void deboil_set_apart(struct deboil *);	/* HTML: by where the text stands */
void deboil_rescue(struct deboil *);	/* HTML: finds a page's text if none is */
void deboil_drop_bare_headings(struct deboil *);	/* HTML: with no text below */
void deboil_drop_threads(struct deboil *);	/* HTML: comments below the text */
/* HTML: what classes and ids call so (desk/deboil_named.c). */
void deboil_drop_comments(struct deboil *);
void deboil_drop_captions(struct deboil *);
/* HTML: other articles below the page's own (desk/deboil_other.c). */
void deboil_drop_other_articles(struct deboil *);
bool deboil_in_comments(const struct deboil *, const struct deboil_block *);
void deboil_choose(struct deboil *);	/* the user's kinds and rules */
void deboil_repair(struct deboil *);	/* cuts, joins, drops repeats */
void deboil_drop_repeats(struct deboil *);

/* Where chrome glued to a sentence ends, or begins (desk/deboil_glue.c); 0. */
size_t deboil_glue_before(struct str);
size_t deboil_glue_after(struct str);
enum deboil_reason deboil_reason_of(const struct deboil_block *);

#endif
