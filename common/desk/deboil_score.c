/* The scores of blocks: words, two passes of trees, and what rows share. */
#include "desk/deboil_columns.h"

#include "desk/trees.h"

static void
say_words(struct deboil *d, const int8_t *weights)
{
	d->said = arena_alloc(&d->arena, d->rows, sizeof *d->said);
	deboil_say_text(d, (struct span){ 0, d->rows }, weights, d->said);
}

static struct deboil_said *
say_tags(struct deboil *d, const int8_t *weights)
{
	struct deboil_said *tags = arena_alloc(&d->arena, d->rows,
	    sizeof *tags);
	uint32_t key[2 * DEBOIL_KEYS];

	for (size_t i = 0; i < d->rows; i++) {
		size_t n = deboil_tag_keys(d, i, key);

		tags[i] = deboil_say(weights + DEBOIL_TABLES / 2, key, n);
	}
	return tags;
}

/* Of HTML the mean of some models. */
static int32_t *
score_trees(struct deboil *d, const struct trees *trees)
{
	size_t room = trees_room(d->rows);
	int32_t *scores = arena_alloc(&d->arena, room, sizeof *scores);

	memset(scores, 0, room * sizeof *scores);
	trees_score(trees, &(struct trees_rows){ d->questions, d->rows },
	    scores);
	for (size_t i = 0; d->html && i < d->rows; i++)
		scores[i] /= DEBOIL_BAG;
	return scores;
}

void
deboil_note(struct deboil *d, size_t row, int32_t score)
{
	struct deboil_block *b = &d->blocks[d->shapes[row].block];

	b->score = score;
	b->about = 0;
	b->prose = d->shapes[row].prose;
	b->ends = d->shapes[row].last;
	b->line = d->shapes[row].line;
}

/* In plain text the greatest island is the text, and that is counted. */
static void
set_html_common(struct deboil *d)
{
	uint8_t *is = arena_alloc(&d->arena, d->rows, 1);

	for (size_t i = 0; i < d->rows; i++)
		is[i] = deboil_is_text(&d->blocks[d->shapes[i].block]) ? SHARED_IN
		    : 0;
	set_shared(d, C_MAIN_COMMON, C_MAIN_COMMON, is);
}

/* What stands before the text, and whether it speaks of what the text does. */
void
deboil_note_heads(struct deboil *d)
{
	if (d->html)
		set_html_common(d);
	for (size_t i = 0; i < d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (deboil_is_text(b))
			return;
		b->about = column(d, C_MAIN_COMMON)[i];
	}
}

/* The rows, whose words have been heard. */
static void
score_rows(struct deboil *d)
{
	const struct deboil_words_trees *m = &d->model->of[d->html];
	int32_t *scores;

	deboil_features(d);
	deboil_features_words(d, d->said, d->html ? say_tags(d, m->words)
	    : NULL);
	scores = score_trees(d, &m->first);
	deboil_features_scores(d, scores);
	scores = score_trees(d, &m->second);
	deboil_even(d, scores);
	for (size_t i = 0; i < d->rows; i++)
		deboil_note(d, i, scores[i]);
}

/* When it is known that the rows are one page. */
static void
settle(struct deboil *d)
{
	if (!d->html)
		deboil_weigh_runs(d);
	deboil_note_heads(d);
}

void
deboil_score(struct deboil *d)
{
	deboil_shapes(d, 0, d->n);
	if (d->rows == 0)
		return;
	say_words(d, d->model->of[d->html].words);
	score_rows(d);
}

/* Only its first and last row say something else without those around them. */
static void
score_part(struct deboil *d, size_t rows)
{
	const int8_t *w = d->model->of[0].words;

	d->rows = rows;
	d->nwords = 0;
	for (size_t i = 0; i < rows; i++)
		d->nwords += d->shapes[i].n;
	deboil_say_text(d, (struct span){ 0, 1 }, w, d->said);
	deboil_say_text(d, (struct span){ rows - 1, rows }, w,
	    d->said + rows - 1);
	score_rows(d);
	settle(d);
	d->shapes += rows;
	d->said += rows;
}

void
deboil_score_parts(struct deboil *d)
{
	size_t all = d->rows, n;

	for (size_t rows = all; rows > 0; rows -= n) {
		for (n = 1; n < rows
		    && !d->blocks[d->shapes[n].block].part; n++)
			;
		if (n == all) {
			settle(d);	/* one page, scored already */
			return;
		}
		score_part(d, n);
	}
}
