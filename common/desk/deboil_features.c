/* The columns of where a block stands in the page, and what trees may ask. */
#include "desk/deboil_columns.h"

#include "base/die.h"
#include "desk/trees.h"

/* ---- of the block in its page ---- */

static void
set_repeats(struct deboil *d)
{
	struct tally lines = tally_lend(d, 0, d->rows);
	struct tally heads = tally_lend(d, 1, d->rows);
	uint32_t *line = arena_alloc(&d->arena, 2 * d->rows, sizeof *line);
	uint32_t *begin = line + d->rows;
	uint8_t *seen = column(d, C_SEEN), *head = column(d, C_HEAD);

	for (size_t i = 0; i < d->rows; i++) {
		line[i] = deboil_subject(d->shapes[i].line);
		begin[i] = deboil_subject(d->shapes[i].head);
		tally_add(&lines, line[i]);
		tally_add(&heads, begin[i]);
	}
	for (size_t i = 0, n = d->rows; i < n; i++) {
		seen[i] = *tally_at(&lines, line[i]);
		head[i] = (uint8_t)(*tally_at(&heads, begin[i])
		    & -(d->shapes[i].n >= 3));
	}
}

/* Threads and lists of teasers repeat their buttons: "Reply", "Read more". */
static uint8_t *
set_again(struct deboil *d)
{
	uint8_t *again = arena_alloc(&d->arena, trees_room(d->rows), 1);
	const uint8_t *seen = column(d, C_SEEN);

	for (size_t i = 0, n = d->rows; i < n; i++)
		again[i] = seen[i] > 1 ? 1 + (seen[i] > 2) + (seen[i] > 4) : 0;
	rows_since(column(d, C_AGAIN_BEFORE), again, d->rows);
	rows_until(column(d, C_AGAIN_AFTER), again, d->rows);
	return again;
}

static void
set_common(struct deboil *d)
{
	uint8_t *is_prose = arena_alloc(&d->arena, d->rows, 1);

	for (size_t i = 0; i < d->rows; i++)
		is_prose[i] = d->shapes[i].prose > 0 ? SHARED_IN : 0;
	set_shared(d, C_COMMON, C_COMMON, is_prose);
}

static void
set_places(struct deboil *d)
{
	uint8_t *row = column(d, C_ROW), *left = column(d, C_ROW_LEFT);
	uint8_t *share = column(d, C_ROW_SHARE);
	size_t n = d->rows;

	for (size_t i = 0; i < n; i++) {
		row[i] = left[n - 1 - i] = scale((unsigned)i);
		/* A double's quotient is as exact, and sooner there. */
		share[i] = (uint8_t)((double)(int64_t)(i * 200) / (double)n);
	}
	rows_since(column(d, C_SINCE_BEFORE), column(d, C_PROSE), n);
	rows_until(column(d, C_SINCE_AFTER), column(d, C_PROSE), n);
}

enum { KIND_TEASER = 5, KIND_COMMENT = 6, CUE_WORDS = 8 };

static bool
is_cue(const struct deboil_shape *f, unsigned kind)
{
	return (f->words <= CUE_WORDS) & (f->kind[kind] > 0);
}

/* Rows since a short one that speaks of comments, of other stories. */
static void
set_cues(struct deboil *d)
{
	uint8_t *since_comment = column(d, C_CUE_COMMENT);
	uint8_t *since_teaser = column(d, C_CUE_TEASER);
	uint8_t *is_comment = arena_alloc(&d->arena, trees_room(d->rows), 1);
	unsigned comment = 255, teaser = 255;

	for (size_t i = 0, n = d->rows; i < n; i++) {
		const struct deboil_shape *f = &d->shapes[i];

		is_comment[i] = is_cue(f, KIND_COMMENT);
		comment = is_comment[i] ? 0 : comment + (comment < 255);
		teaser = is_cue(f, KIND_TEASER) ? 0 : teaser + (teaser < 255);
		since_comment[i] = (uint8_t)comment;
		since_teaser[i] = (uint8_t)teaser;
	}
	rows_until(column(d, C_CUE_AHEAD), is_comment, d->rows);
}

/* Rows near by that look the same: members of a list. */
enum { ALIKE_REACH = 4, ALIKE_WORDS = 9 };

/* Counts where the row k further on is alike; a loop compilers make SIMD of. */
static void
count_alike(uint8_t *restrict alike, const uint8_t *look, const uint8_t *words,
    int k, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint8_t a = words[i], b = (words + k)[i];
		uint8_t apart = (uint8_t)(a > b ? a - b : b - a);

		alike[i] = (uint8_t)(alike[i] + ((look[i] == (look + k)[i])
		    & (apart < ALIKE_WORDS)));
	}
}

static void
set_alike(struct deboil *d)
{
	uint8_t *alike = column(d, C_ALIKE), *look = column(d, C_LOOK);
	const uint8_t *ends = column(d, C_ENDS), *begins = column(d, C_BEGINS);
	const uint8_t *upper = column(d, C_UPPER);

	memset(alike, 0, d->rows);
	for (size_t i = 0, n = d->rows; i < n; i++)
		look[i] = (uint8_t)(1 + ends[i] + (begins[i] << 3)
		    + (upper[i] / 26 << 5));
	for (int k = -ALIKE_REACH; k <= ALIKE_REACH; k++)
		if (k != 0)
			count_alike(alike, look, column(d, C_WORDS), k,
			    d->rows);
}

/* What a row that is not text takes from the run it stands in, in words. */
enum { HOLE = -6 };

/* A run of rows that are no prose, or of such that are: its length, and where. */
static void
set_lists(struct deboil *d)
{
	for (size_t i = 0, end; i < d->rows; i = end) {
		for (end = i + 1; end < d->rows && (d->shapes[end].prose > 0)
		    == (d->shapes[i].prose > 0); end++)
			;
		memset(column(d, C_LIST_ROWS) + i,
		    scale((unsigned)(end - i)), end - i);
		for (size_t k = i; k < end; k++)
			column(d, C_LIST_PLACE)[k] = clip((int)(k - i));
	}
}

static void
set_prose_runs(struct deboil *d)
{
	int16_t *w = arena_alloc(&d->arena, d->rows, sizeof *w);

	for (size_t i = 0; i < d->rows; i++)
		w[i] = d->shapes[i].prose > 0 ? d->shapes[i].prose : HOLE;
	set_runs(d, C_PROSE_RUN, w);
}

void
set_context(struct deboil *d)
{
	uint8_t *rubble = arena_alloc(&d->arena, trees_room(d->rows), 1);
	const struct around all[] = {
		{ C_PROSE_AROUND, column(d, C_PROSE) },
		{ C_RUBBLE_AROUND, rubble },
		{ C_DATED_AROUND, column(d, C_DATED) },
		{ C_UPPER_AROUND, column(d, C_UPPER) },
		{ C_TEXT_AROUND, column(d, C_TEXT) },
		{ d->html ? C_LINKS_AROUND : C_AGAIN_AROUND,
		    d->html ? column(d, C_LINKS) : set_again(d) },
		{ C_TAGS_AROUND, column(d, C_TAGS) }
	};

	for (size_t i = 0; i < d->rows; i++)
		rubble[i] = (d->shapes[i].words < 6)
		    & (d->shapes[i].ends < END_STOP);
	set_around(d, all, sizeof all / sizeof *all - !d->html);
}

/* ---- the whole table ---- */

static void
note_padded(struct deboil *d, const struct deboil_question *q, size_t n)
{
	for (size_t i = 0; i < n; i++)
		d->padded[q[i].column] |= q[i].shift != 0;
}

static void
know_questions(struct deboil *d)
{
	struct deboil_question seams[DEBOIL_QUESTIONS];
	size_t n = deboil_seam_questions(seams);

	d->asked_of_html = d->html;
	d->nasked = deboil_questions(d->html, 2, d->asked);
	note_padded(d, d->asked, d->nasked);
	note_padded(d, seams, n);
	d->padded[C_LOOK] = true;
}

/* An odd number of cache lines, so that columns do not fight for one place. */
static void
make_room(struct deboil *d)
{
	size_t room = trees_room(d->rows) + 2 * DEBOIL_PAD;
	size_t had = d->table_cap;

	if (d->nasked == 0 || d->asked_of_html != d->html)
		know_questions(d);
	d->room = (room + 63) / 64 * 64;
	d->room += d->room / 64 % 2 == 0 ? 64 : 0;
	d->table = xgrow(d->table, &d->table_cap, C_END * d->room + 1, 1);
	/* Rows past the last are scored too, whatever they hold. */
	memset(d->table + had, 0, d->table_cap - had);
	for (size_t i = 0; i < d->nasked; i++)
		d->questions[i] = column(d, d->asked[i].column)
		    + d->asked[i].shift;
}

static void
make_pads(struct deboil *d)
{
	for (unsigned c = 0; c < C_END; c++) {
		if (!d->padded[c])
			continue;
		memset(d->table + c * d->room, 0, DEBOIL_PAD);
		memset(column(d, c) + d->rows, 0, DEBOIL_PAD);
	}
}

void
deboil_features(struct deboil *d)
{
	make_room(d);
	set_own(d);
	make_pads(d);
	set_repeats(d);
	set_common(d);
	set_places(d);
	set_cues(d);
	set_lists(d);
	set_alike(d);
	set_prose_runs(d);
	if (d->html)
		set_markup(d);
}

/* ---- what trees may ask ---- */

static const struct {
	uint8_t column, reach;
} neighbours[] = {
	{ C_CHARS, 1 }, { C_WORDS, 3 }, { C_UPPER, 2 }, { C_ENDS, 3 },
	{ C_BEGINS, 1 }, { C_DIGITS, 2 }, { C_PROSE, 2 }, { C_FURNITURE, 2 },
	{ C_SEEN, 1 }, { C_COMMON, 2 }, { C_TEXT, 4 }, { C_DATED, 2 },
	{ C_TAG, 2 }, { C_LINKS, 3 }, { C_TAGS, 2 }, { C_DEPTH_OFF, 1 },
	{ C_SCORE, 6 }
};

static bool
is_asked(unsigned c, bool html, int pass)
{
	if (c < C_HTML_END)
		return c < C_TEXT_END || html;
	if (c < C_SCORE || c >= C_ISLAND_SIDE)
		return !html && (pass == 2 || c < C_SCORE);
	return pass == 2 && (html || c < C_PATH_SCORE);
}

size_t
deboil_questions(bool html, int pass, struct deboil_question *q)
{
	size_t n = 0;

	for (unsigned c = 0; c < C_END; c++)
		if (c < C_SCORE && is_asked(c, html, pass))
			q[n++] = (struct deboil_question){ (uint8_t)c, 0 };
	for (size_t k = 0; k < sizeof neighbours / sizeof *neighbours; k++)
		for (int s = 1; s <= neighbours[k].reach; s++)
			if (is_asked(neighbours[k].column, html, pass)) {
				uint8_t c = neighbours[k].column;

				q[n++] = (struct deboil_question){ c,
				    (int8_t)-s };
				q[n++] = (struct deboil_question){ c,
				    (int8_t)s };
			}
	for (unsigned c = C_SCORE; c < C_SAME_BEFORE; c++)
		if (is_asked(c, html, pass))
			q[n++] = (struct deboil_question){ (uint8_t)c, 0 };
	return n;
}
