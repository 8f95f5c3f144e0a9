/*
 * deboil -- which blocks of a scraped page are its article. A page is plain
 * text, a block a line, or HTML. Each block is described by bytes (its own
 * form, its neighbourhood, what its words weigh, in HTML its tags) and judged
 * by boosted trees (desk/trees; features after Kohlschütter et al.,
 * "Boilerplate detection using shallow text features", 2010, and Pomikálek
 * 2011), then once more with the first judgements of its neighbours among the
 * features (Tu, "Auto-context", 2008).
 * Blocks are borrowed until the next deboil_start().
 */
#ifndef DESK_DEBOIL_H
#define DESK_DEBOIL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lang/moment.h"
#include "text/regex.h"

/* Why a block is not kept; one word each in --mark. */
enum deboil_reason {
	DEBOIL_KEPT, DEBOIL_NAV, DEBOIL_SHARE, DEBOIL_ACCOUNT, DEBOIL_LEGAL,
	DEBOIL_AD, DEBOIL_TEASER, DEBOIL_COMMENT, DEBOIL_CAPTION,
	DEBOIL_BYLINE, DEBOIL_REPEAT, DEBOIL_BLANK, DEBOIL_TABLE, DEBOIL_RULE,
	DEBOIL_OTHER,
	DEBOIL_REASONS
};
extern const char *const deboil_reasons[DEBOIL_REASONS];

/* Text at offset text (in the block) came from offset page of the page. */
struct deboil_source {
	size_t text, page;
};

struct deboil_block {
	struct str text;	/* as it is to be printed */
	struct span at;		/* the line or the block's bytes in the page */
	const struct deboil_source *source;
	size_t nsource;
	bool keep;
	bool repaired;		/* text is not all of the line */
	bool joins;		/* goes on the paragraph before it */
	bool opens;		/* another page begins here */
	bool part;		/* or seems to: scored apart from what is before */
	enum deboil_reason reason;
	int32_t score;		/* log-odds of being content, times 256 */
	uint8_t about;		/* percent of its subjects the text has too */
	uint8_t prose;		/* 0: it does not look like running text */
	uint8_t ends;		/* enum deboil_end of a text of a row's length */
	bool again;		/* dropped, as earlier pages had it */
	bool picture;		/* text is what Markdown says of one */
	uint32_t line;		/* hash of its words */

	/* From the markup; 0 in plain text (links, rank: not in Markdown). */
	uint8_t tag, depth, links, zone, hints;
	uint8_t rank;			/* of a heading: 1 to 6 */
	uint8_t hidden;			/* so many elements around it say so */
	uint32_t path;			/* hash of the elements it is in */
	uint32_t element;		/* the innermost, in deboil.elements */
	uint32_t first_tag, tags;	/* its classes, in deboil.tags */
};

/* What matches is kept, or dropped; of several rules the last one counts. */
struct deboil_rule {
	struct regex *regex;
	bool keep;
	struct str pattern;
	const char *from;	/* for messages: "--drop", "rules.txt:3" */
};

struct deboil_opts {
	int32_t threshold;	/* 0; lenient below, strict above */
	int32_t prose_bar;	/* added to it for running text */
	bool no_repair, no_title;
	bool no_breaks;		/* do not look for pages glued together */
	bool no_memory;		/* each page is judged for itself */
	bool reasons;		/* fill in why a block is dropped */
	bool captions, comments, tables;	/* keep these too */
	const struct deboil_rule *rules;
	size_t nrules;
	bool meta;		/* fill in what the page says of itself */
};

/* What it is in, and a hash of all names and classes down to it. */
struct deboil_element {
	uint32_t outer, path;
	bool article;
};

/* What a page says of itself; deboil_fields has their names. */
enum deboil_field {
	DEBOIL_TITLE, DEBOIL_DATE, DEBOIL_AUTHOR, DEBOIL_SITE, DEBOIL_URL,
	DEBOIL_LANG, DEBOIL_FIELDS
};
extern const char *const deboil_fields[DEBOIL_FIELDS];

struct deboil_meta {
	struct str field[DEBOIL_FIELDS];	/* n 0: not said */
	uint8_t rank[DEBOIL_FIELDS];		/* private: how far to trust it */
	enum moment_order order;	/* of days and months in "1/2/2023" */
};

struct deboil_shape;
struct deboil_said;
struct deboil_memory;
struct deboil_model;
struct deboil_kind {
	uint32_t hash;
	uint8_t kind;
};

/* The answer to a question: a column, rows further on. */
struct deboil_question {
	uint8_t column;
	int8_t shift;
};

struct deboil {
	struct deboil_opts opts;
	struct str page;	/* as given to deboil_start() */
	struct deboil_block *blocks;
	size_t n, cap, given;
	bool html;
	/* HTML of too much: the rest is left out. */
	enum deboil_cut {
		DEBOIL_WHOLE, DEBOIL_LINES, DEBOIL_PIECES
	} cut;
	struct arena arena;
	const struct deboil_rule *gave_up;	/* ran away: the page is not judged */

	/* Of the document, not the piece: kept until deboil_document(). */
	struct deboil_meta meta;
	struct str html_title, base, canonical;
	struct arena meta_arena;
	/* Of those that begin inside of the piece: see deboil_break(). */
	struct deboil_meta *inside;
	size_t ninside, inside_cap, begun;
	struct str title;	/* inside <title>, as it stands in the page */

	/* Private to desk/deboil*.c: rows are the blocks that are not blank. */
	struct deboil_model *model;
	struct deboil_shape *shapes;
	struct deboil_said *said;	/* what the words of a row say */
	size_t rows;
	uint32_t *words, *subjects, *tags;
	size_t nwords, words_cap, subjects_cap, ntags, tags_cap;
	struct deboil_element *elements;	/* that hold text; 0: the page */
	size_t nelements, elements_cap;
	unsigned box_prose;
	struct str body, description;	/* what the head says is the text */
	uint8_t *table;		/* features, column by column */
	size_t table_cap, room;
	uint8_t *lent[2];	/* room for counts */
	size_t lent_cap[2];
	struct deboil_question asked[256];	/* of pages of one kind */
	size_t nasked;
	bool asked_of_html;
	bool padded[200];	/* columns of which neighbours are asked */
	const uint8_t *questions[256];
	struct deboil_kind kinds[2048];
	uint64_t kind_bits[512];
	struct deboil_memory *memory;	/* of lines on earlier pages */
};

void deboil_open(struct deboil *, const struct deboil_opts *);
void deboil_document(struct deboil *);
void deboil_start(struct deboil *, struct str text);
void deboil_start_html(struct deboil *, struct str page);
const struct deboil_block *deboil_next(struct deboil *);	/* NULL: no more */
/* After a block that opens a document: meta is that document's from here on. */
void deboil_break(struct deboil *);
void deboil_close(struct deboil *);

#endif
