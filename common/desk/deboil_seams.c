/*
 * Seams: where `cat *.txt` has lost the border of two pages. Trees see each
 * row as the first of a page: what stands around it, and how much the text
 * kept before it and the text kept after it speak of the same. Only what is
 * nearly sure is taken (common/train/seams.c prints how sure).
 */
#include "desk/deboil_columns.h"

/*
 * Log-odds * 256. Breaks above SURE were right 1136 times of 1140 in groups of
 * glued pages by cross-validation, 163 of 163 in pages of the DAnIEL corpus,
 * never trained on (a third of their seams; common/train/seams.c prints this).
 * A looser bar of -128 broke 3 of 726 single pages. What is only LIKELY
 * another page is scored for itself and nothing more. WINDOW rows of text on
 * either side are compared.
 */
enum { SURE = 0, LIKELY = -256, LEAST = DEBOIL_PAGE_LEAST, WINDOW = 24 };

/* Text on both sides: counts of subjects and how many are on both. */
struct sides {
	struct tally before, after;
	int kinds_before, kinds_after, both;
};

/*
 * The subjects of a row come to one side, or leave it. Without branches, which
 * would be guessed wrong. Returns how many kinds there are more, or fewer.
 */
static int
move_in(const uint32_t *s, const uint32_t *end, struct tally t,
    struct tally other, int *both)
{
	int kinds = 0, shared = 0;

	for (; s < end; s++) {
		uint8_t *c = tally_at(&t, *s);
		int first = *c == 0;

		kinds += first;
		shared += first & (*tally_at(&other, *s) > 0);
		*c = (uint8_t)(*c + (*c < 255));
	}
	*both += shared;
	return kinds;
}

static int
move_out(const uint32_t *s, const uint32_t *end, struct tally t,
    struct tally other, int *both)
{
	int kinds = 0, shared = 0;

	for (; s < end; s++) {
		uint8_t *c = tally_at(&t, *s);
		int last = *c == 1;

		kinds += last;
		shared += last & (*tally_at(&other, *s) > 0);
		*c = (uint8_t)(*c - (*c > 0));
	}
	*both -= shared;
	return kinds;
}

enum step { COMES, PASSES, LEAVES };

static void
shift(const struct deboil *d, struct sides *w, size_t row, enum step step)
{
	const struct deboil_shape *f = &d->shapes[row];
	const uint32_t *s = d->subjects + f->first, *end = s + f->subjects;

	if (step == COMES)
		w->kinds_after += move_in(s, end, w->after, w->before,
		    &w->both);
	if (step == PASSES) {
		w->kinds_after -= move_out(s, end, w->after, w->before,
		    &w->both);
		w->kinds_before += move_in(s, end, w->before, w->after,
		    &w->both);
	}
	if (step == LEAVES)
		w->kinds_before -= move_out(s, end, w->before, w->after,
		    &w->both);
}

static uint8_t
share(int both, int kinds)
{
	return kinds > 0 ? clip(both * 200 / kinds + 1) : 0;
}

/* The rows that are kept, in order; returns how many. */
static size_t
kept_rows(const struct deboil *d, uint32_t *kept)
{
	size_t n = 0;

	for (size_t i = 0; i < d->rows; i++)
		if (d->blocks[d->shapes[i].block].score > 0)
			kept[n++] = (uint32_t)i;
	return n;
}

void
deboil_seam_columns(struct deboil *d)
{
	uint32_t *kept = arena_alloc(&d->arena, d->rows, sizeof *kept);
	size_t n = kept_rows(d, kept), at = 0;
	struct sides w = {
	    .before = tally_lend(d, 0, WINDOW * DEBOIL_SUBJECTS),
	    .after = tally_lend(d, 1, WINDOW * DEBOIL_SUBJECTS) };

	uint8_t *before = column(d, C_SAME_BEFORE);
	uint8_t *after = column(d, C_SAME_AFTER), *score = column(d, C_FINAL);
	uint8_t same_before, same_after;

	for (size_t k = 0; k < n && k < WINDOW; k++)
		shift(d, &w, kept[k], COMES);
	same_before = share(w.both, w.kinds_before);
	same_after = share(w.both, w.kinds_after);
	for (size_t i = 0, rows = d->rows; i < rows; i++) {
		before[i] = same_before;
		after[i] = same_after;
		score[i] = clip(128
		    + d->blocks[d->shapes[i].block].score / 16);
		if (at == n || kept[at] != i)
			continue;
		shift(d, &w, kept[at], PASSES);
		if (at + WINDOW < n)
			shift(d, &w, kept[at + WINDOW], COMES);
		if (at >= WINDOW)
			shift(d, &w, kept[at - WINDOW], LEAVES);
		same_before = share(w.both, w.kinds_before);
		same_after = share(w.both, w.kinds_after);
		at++;
	}
}

/*
 * Where a page ends and another begins stand so many rows that are not kept:
 * of 2660 seams that trees saw in all labelled pages, glued, two are in less.
 * Of single pages seven in eight have no such gap in their text.
 */
enum { GAP = 10 };

static bool
has_gap(const struct deboil *d)
{
	size_t gap = 0;
	bool any = false;

	for (size_t i = 0; i < d->rows; i++) {
		bool kept = d->blocks[d->shapes[i].block].score > 0;

		if (kept && any && gap >= GAP)
			return true;
		any |= kept;
		gap = kept ? 0 : gap + 1;
	}
	return false;
}

size_t
deboil_seam_questions(struct deboil_question *q)
{
	static const uint8_t near[] = { C_WORDS, C_ENDS, C_TEXT, C_SEEN, C_HEAD,
	    C_ALIKE, C_FINAL, C_UPPER, C_DATED, C_KIND, C_KIND + 2, C_KIND + 3,
	    C_KIND + 6, C_KIND + 7, C_FURNITURE };
	static const uint8_t own[] = { C_COMMON, C_SAME_BEFORE, C_SAME_AFTER,
	    C_CUE_COMMENT, C_CUE_TEASER, C_CUE_AHEAD, C_LIST_ROWS, C_LIST_PLACE,
	    C_SINCE_BEFORE, C_SINCE_AFTER, C_KEPT_BEFORE, C_KEPT_AFTER };
	size_t n = 0;

	for (size_t k = 0; k < sizeof own; k++)
		q[n++] = (struct deboil_question){ own[k], 0 };
	for (unsigned c = C_DATED_AROUND; c < C_PROSE_RUN; c++)
		q[n++] = (struct deboil_question){ (uint8_t)c, 0 };
	for (unsigned c = C_SCORE_AROUND; c <= C_LIST_SCORE; c++)
		q[n++] = (struct deboil_question){ (uint8_t)c, 0 };
	for (size_t k = 0; k < sizeof near; k++)
		for (int s = -4; s <= 3; s++)
			q[n++] = (struct deboil_question){ near[k], (int8_t)s };
	return n;
}

void
deboil_seams(struct deboil *d)
{
	const uint8_t *columns[DEBOIL_QUESTIONS];
	struct deboil_question q[DEBOIL_QUESTIONS];
	size_t n = deboil_seam_questions(q), last = 0;
	int32_t *scores;

	for (size_t i = 0; i < d->n; i++)
		d->blocks[i].opens = d->blocks[i].part = false;
	if (d->rows < 2 * LEAST || !has_gap(d))
		return;
	deboil_seam_columns(d);
	for (size_t i = 0; i < n; i++)
		columns[i] = column(d, q[i].column) + q[i].shift;
	scores = arena_alloc(&d->arena, trees_room(d->rows), sizeof *scores);
	memset(scores, 0, trees_room(d->rows) * sizeof *scores);
	trees_score(&d->model->seams, &(struct trees_rows){ columns,
	    d->rows }, scores);
	for (size_t i = LEAST; i + LEAST <= d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (scores[i] <= LIKELY || i - last < LEAST)
			continue;
		b->part = true;
		b->opens = scores[i] > SURE;
		last = i;
	}
}
