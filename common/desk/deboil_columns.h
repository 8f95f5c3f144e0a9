/*
 * The columns of deboil's table and what fills them. A row is a block that is
 * not blank; see desk/deboil_parts.h for the table.
 */
#ifndef DESK_DEBOIL_COLUMNS_H
#define DESK_DEBOIL_COLUMNS_H

#include "desk/deboil_parts.h"
#include "desk/fades.h"
#include "desk/scale.h"
#include "desk/since.h"
#include "desk/trees.h"

enum column {
	/* Of the block itself. */
	C_CHARS, C_WORDS, C_UPPER, C_SMALL, C_DIGITS, C_LETTERS, C_PUNCTS,
	C_COMMAS, C_STOPS, C_QUOTES, C_BARS, C_ATS, C_COLONS, C_DASHES,
	C_SYMBOLS, C_WORD_LENGTH, C_COMMA_RATE, C_STOP_RATE, C_BEGINS, C_ENDS,
	C_DATED, C_CJK, C_PROSE, C_KIND, C_FURNITURE = C_KIND + DEBOIL_KINDS,
	/* Of the block in its page. */
	C_SEEN, C_HEAD, C_ALIKE, C_LOOK, C_COMMON, C_ROW, C_ROW_LEFT, C_ROW_SHARE,
	C_SINCE_BEFORE, C_SINCE_AFTER,
	C_CUE_COMMENT, C_CUE_TEASER, C_CUE_AHEAD,
	C_LIST_ROWS, C_LIST_PLACE,
	C_DATED_AROUND, C_UPPER_AROUND = C_DATED_AROUND + 4,
	C_PROSE_AROUND = C_UPPER_AROUND + 4,
	C_RUBBLE_AROUND = C_PROSE_AROUND + 4,
	C_PROSE_RUN = C_RUBBLE_AROUND + 4,
	/* From the words. */
	C_TEXT = C_PROSE_RUN + 4, C_KNOWN, C_KNOWN_PAGE, C_TEXT_AROUND,
	C_TEXT_RUN = C_TEXT_AROUND + 4,
	C_TEXT_END = C_TEXT_RUN + 4,
	/* From the markup. */
	C_TAG = C_TEXT_END, C_LINKS, C_DEPTH, C_ZONE, C_ZONE_KIND, C_GOOD,
	C_BAD, C_TITLE, C_DEPTH_OFF, C_PATH_PROSE, C_PATH_ROWS, C_PATH_LINKS,
	C_LINKS_AROUND, C_RANK = C_LINKS_AROUND + 4, C_HIDDEN, C_BODY,
	C_DESCRIPTION, C_WAY_UP, C_WAY_DOWN,
	C_BOX_ROWS, C_BOX_PROSE = C_BOX_ROWS + 3,
	C_BOX_LINKS = C_BOX_PROSE + 3, C_BOX_TWINS = C_BOX_LINKS + 3,
	C_HEADLINE_UP = C_BOX_TWINS + 3, C_HEADLINE_DOWN, C_HEADLINE_ROWS,
	C_HEADLINE_PROSE, C_THREAD,
	C_TAGS, C_TAGS_AROUND,
	C_HTML_END = C_TAGS_AROUND + 4,
	/* In plain text only: lines that come again. */
	C_AGAIN_AROUND = C_HTML_END, C_AGAIN_BEFORE = C_AGAIN_AROUND + 4,
	C_AGAIN_AFTER,
	/* From the first pass. */
	C_SCORE, C_SCORE_AROUND, C_SCORE_RUN = C_SCORE_AROUND + 4,
	C_SCORE_COMMON = C_SCORE_RUN + 4, C_LIST_SCORE,
	C_KEPT_BEFORE, C_KEPT_AFTER, C_PATH_SCORE, C_SCORE_UP, C_SCORE_DOWN,
	C_BOX_SCORE, C_SCORE_OFF = C_BOX_SCORE + 3, C_SCORE_TOP,
	/* In plain text only: islands of text. */
	C_ISLAND_SIDE, C_ISLAND_SHARE, C_ISLAND_SUM,
	C_ISLAND_TALK,
	C_ISLAND_CHROME, C_ISLAND_DENSE, C_ISLAND_TEXT, C_ISLAND_COMMON,
	C_MAIN_COMMON, C_KEPT_SHARE,
	C_TALK_SINCE, C_TALK_SHARE, C_MORE_SINCE, C_MORE_SHARE, C_TOOLS_SINCE,
	C_TOOLS_SHARE,
	/* For seams. */
	C_SAME_BEFORE, C_SAME_AFTER, C_FINAL, C_END
};
_Static_assert((int)C_END <= (int)DEBOIL_COLUMNS, "more columns than room");

static inline uint8_t
clip(int v)
{
	return (uint8_t)(v < 0 ? 0 : v > 255 ? 255 : v);
}

static inline uint8_t *
column(const struct deboil *d, unsigned c)
{
	return d->table + c * d->room + DEBOIL_PAD;
}

struct row {
	uint8_t *at;
	size_t room;
};

static inline void
set(const struct row *r, unsigned c, unsigned v)
{
	r->at[c * r->room] = (uint8_t)(v > 255 ? 255 : v);
}

/* Counts by hash, without a check: now and then one too many. */
struct tally {
	uint8_t *count;
	uint32_t mask;
};

/* What a row says of itself (desk/deboil_own.c). */
void set_own(struct deboil *);

struct tally tally_open(struct deboil *, size_t keys);
/* The same, lent: two at once, 0 and 1. */
struct tally tally_lend(struct deboil *, unsigned which, size_t keys);

/* Of a subject, or of another hash mixed as these are. */
static inline uint8_t *
tally_at(const struct tally *t, uint32_t subject)
{
	return &t->count[subject & t->mask];
}

static inline void
tally_add(const struct tally *t, uint32_t subject)
{
	uint8_t *c = tally_at(t, subject);

	*c = (uint8_t)(*c + (*c < 255));
}

/*
 * Of each row, how much of what it speaks of other rows of a set do, too: a
 * column of percent, and one (0: it speaks of nothing). by says which rows are
 * in the set, and which of them in a part of it that has its own column (the
 * same one: there is no such part).
 */
enum { SHARED_IN = 1, SHARED_PART = 4 };
void set_shared(struct deboil *, unsigned set, unsigned part,
    const uint8_t *by);

/*
 * Four columns, of each of n: sums of v before and after each row that fade
 * with distance. v has room for as many rows as a column has.
 */
struct around {
	unsigned first;
	const uint8_t *v;
};
void set_around(struct deboil *, const struct around *, size_t n);
/* So of all columns but that of scores, when what words say is known. */
void set_context(struct deboil *);
/*
 * Four columns: the best sum of a run that ends here, begins here, goes
 * through here, and that as a share of the page's best.
 */
void set_runs(struct deboil *, unsigned first, const int16_t *v);

/*
 * Islands of text, by the scores of the first pass (desk/deboil_islands.c), and
 * what rows share with those that are kept (SHARED_IN) and with the article.
 */
void set_islands(struct deboil *, const int16_t *score, uint8_t *kept);

/* What the markup says (desk/deboil_markup.c). */
void set_markup(struct deboil *);
void set_path_scores(struct deboil *);

/* The elements around a row (desk/deboil_boxes.c). */
void set_boxes(struct deboil *);
void set_box_scores(struct deboil *, const int32_t *scores);

#endif
