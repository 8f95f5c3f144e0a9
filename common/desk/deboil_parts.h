/*
 * The parts of deboil, in the order in which a page meets them: blocks (lines
 * or HTML), features, judgement, repair, and why what was dropped was. For
 * desk/deboil*.c and the trainer; others need desk/deboil.h alone.
 */
#ifndef DESK_DEBOIL_PARTS_H
#define DESK_DEBOIL_PARTS_H

#include "desk/deboil.h"
#include "text/html.h"

/* Blocks of plain text, a line each (desk/deboil.c). */
void deboil_lines(struct deboil *, struct str text);
void deboil_unwrap(struct deboil *);	/* hard-wrapped lines become one */

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
void deboil_meta_finish(struct deboil *);	/* when the page is judged */
void deboil_meta_lines(struct deboil *);	/* date and author lines */

enum { DEBOIL_FEATURES = 80 };
/* Columns of d->n bytes each, valid until the next call. */
void deboil_features(struct deboil *, const uint8_t **columns);

void deboil_judge(struct deboil *);	/* sets keep and score */
void deboil_choose(struct deboil *);	/* the user's kinds and rules */
void deboil_repair(struct deboil *);	/* cuts, joins, drops repeats */
enum deboil_reason deboil_reason_of(const struct deboil_block *);

#endif
