#include "desk/deboil.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/deboil_parts.h"
#include "text/chars.h"
#include "text/utf8.h"

void
deboil_open(struct deboil *d, const struct deboil_opts *opts)
{
	*d = (struct deboil){ .opts = *opts, .model = deboil_model_open() };
	deboil_kinds_open(d);
}

void
deboil_document(struct deboil *d)
{
	arena_clear(&d->meta_arena);
	d->meta = (struct deboil_meta){ .order = MOMENT_UNSURE };
	d->ninside = d->begun = 0;
	d->html_title.n = d->base.n = d->canonical.n = 0;
	deboil_turn_page(d);
}

void
deboil_close(struct deboil *d)
{
	deboil_model_close(d->model);
	free(d->blocks);
	free(d->words);
	free(d->subjects);
	free(d->tags);
	free(d->elements);
	free(d->table);
	free(d->lent[0]);
	free(d->lent[1]);
	free(d->memory);
	free(d->inside);
	arena_free(&d->arena);
	arena_free(&d->meta_arena);
}

/* ---- plain text: a block a line ---- */

/* Bytes that begin two of them that are no blank: Latin, Greek, Cyrillic, ... */
static inline bool
begins_two(char c)
{
	return (unsigned char)c >= 0xc3 && (unsigned char)c < 0xe0;
}

static inline bool
is_bare(char c)
{
	return c > 0x20 && c < 0x7f;
}

/* Most lines begin and end with a letter or mark of ASCII, or a letter of two. */
static inline struct str
trim(struct str s)
{
	bool bare = s.n < 2 ? s.n == 0
	    : (is_bare(s.p[0]) || begins_two(s.p[0]))
	    && (is_bare(s.p[s.n - 1]) || begins_two(s.p[s.n - 2]));

	return bare ? s : chars_trim(s);
}

/* Room for n more, all zero: many at once, as each takes its time. */
static void
make_blocks(struct deboil *d, size_t n)
{
	d->blocks = xgrow(d->blocks, &d->cap, d->n + n, sizeof *d->blocks);
	memset(d->blocks + d->n, 0, n * sizeof *d->blocks);
}

static inline void
put_line(struct deboil *d, struct str text, size_t start, size_t end)
{
	struct deboil_block *b = &d->blocks[d->n++];

	b->text = trim(str_cut(text, start, end));
	b->at = (struct span){ start, end };
}

enum { LINES = 64 };		/* whose ends are looked for at once */

void
deboil_lines(struct deboil *d, struct str text)
{
	size_t ends[LINES], n, i = 0;
	bool ascii;

	do {
		size_t from = i;

		n = utf8_ends(str_cut(text, i, text.n), '\n', ends, LINES,
		    &ascii);
		make_blocks(d, LINES);
		for (size_t k = 0; k < n; k++) {
			put_line(d, text, i, from + ends[k]);
			i = from + ends[k] + 1;
		}
	} while (n == LINES);
	if (i < text.n)		/* there is room for one: n is not LINES */
		put_line(d, text, i, text.n);
}

/* Pages glued together are scored each for itself. */
static void
score_pages(struct deboil *d)
{
	deboil_score(d);
	if (!d->html && !d->opts.no_breaks)
		deboil_seams(d);
	deboil_score_parts(d);
}

static void
finish(struct deboil *d)
{
	d->given = 0;
	if (d->n > 0) {
		score_pages(d);
		if (!d->opts.no_memory)
			deboil_recall(d);
		deboil_judge(d);
	}
	/* Before the user's choice: what is kept by it says nothing of the body. */
	if (d->opts.meta)
		deboil_meta_finish(d);
	deboil_choose(d);
	if (d->n > 0 && !d->opts.no_repair)
		deboil_repair(d);
}

void
deboil_start(struct deboil *d, struct str text)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = false;
	d->cut = DEBOIL_WHOLE;
	d->page = text;
	deboil_lines(d, text);
	if (!d->opts.no_repair) {
		deboil_unwrap(d);
		deboil_drop_link_numbers(d);
		deboil_unmark(d);
	}
	finish(d);
}

void
deboil_start_html(struct deboil *d, struct str page)
{
	arena_clear(&d->arena);
	d->n = 0;
	d->html = true;
	deboil_html(d, page);
	finish(d);
}

void
deboil_break(struct deboil *d)
{
	if (d->begun < d->ninside)
		d->meta = d->inside[d->begun++];
}

const struct deboil_block *
deboil_next(struct deboil *d)
{
	struct deboil_block *b;

	if (d->given == d->n)
		return NULL;
	b = &d->blocks[d->given++];
	if (!b->keep && b->reason == DEBOIL_KEPT && d->opts.reasons)
		b->reason = b->again ? DEBOIL_REPEAT
		    : deboil_reason_of(b);
	return b;
}
