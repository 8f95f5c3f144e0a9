/* The columns of what the words say, and what the first pass of trees does. */
#include "desk/deboil_columns.h"

static void
set_words(struct deboil *d, unsigned c, const struct deboil_said *said)
{
	uint8_t *says = column(d, c);

	for (size_t i = 0, n = d->rows; i < n; i++)
		says[i] = clip(128 + said[i].score * 8 / WORDS_UNIT);
}

/* A run may lose and win so much a row by its words: a third of log-odds. */
enum { WORDS_LOW = -12, WORDS_HIGH = 24 };

static void
set_known(struct deboil *d, const struct deboil_said *said)
{
	uint64_t known = 0, keys = 1;

	for (size_t i = 0; i < d->rows; i++) {
		column(d, C_KNOWN)[i] = (uint8_t)(said[i].known * 100u
		    / (said[i].keys + 1u));
		known += said[i].known;
		keys += said[i].keys;
	}
	memset(column(d, C_KNOWN_PAGE), (int)(known * 100 / keys), d->rows);
}

void
deboil_features_words(struct deboil *d, const struct deboil_said *text,
    const struct deboil_said *tags)
{
	int16_t *w = arena_alloc(&d->arena, d->rows, sizeof *w);

	set_words(d, C_TEXT, text);
	for (size_t i = 0; i < d->rows; i++) {
		int32_t v = text[i].score * 4 / WORDS_UNIT;

		w[i] = (int16_t)(v < WORDS_LOW ? WORDS_LOW : v > WORDS_HIGH
		    ? WORDS_HIGH : v);
	}
	set_runs(d, C_TEXT_RUN, w);
	set_known(d, text);
	if (d->html)
		set_words(d, C_TAGS, tags);
	set_context(d);
}

static bool
in_list(const struct deboil_shape *f)
{
	return (f->prose == 0) & (f->words < 30);
}

/* A list is a run of short rows: its mean score for each of them. */
static void
set_list_scores(struct deboil *d)
{
	const uint8_t *score = column(d, C_SCORE);

	for (size_t i = 0, end; i < d->rows; i = end) {
		unsigned sum = 0, mean;

		for (end = i; end < d->rows && in_list(&d->shapes[end]); end++)
			sum += score[end];
		mean = end > i ? sum / (unsigned)(end - i) : score[i];
		end = end > i ? end : i + 1;
		memset(column(d, C_LIST_SCORE) + i, (int)mean, end - i);
	}
}

/* What the rows that are kept are to others. */
static uint8_t *
set_kept(struct deboil *d, const int32_t *scores)
{
	uint8_t *kept = arena_alloc(&d->arena, trees_room(d->rows), 1);

	for (size_t i = 0, n = d->rows; i < n; i++)
		kept[i] = scores[i] > 0 ? SHARED_IN : 0;
	rows_since(column(d, C_KEPT_BEFORE), kept, d->rows);
	rows_until(column(d, C_KEPT_AFTER), kept, d->rows);
	return kept;
}

void
deboil_features_scores(struct deboil *d, const int32_t *scores)
{
	int16_t *w = arena_alloc(&d->arena, d->rows, sizeof *w);
	uint8_t *score = column(d, C_SCORE), *kept = set_kept(d, scores);

	for (size_t i = 0, n = d->rows; i < n; i++) {
		int32_t v = scores[i] / 64;

		score[i] = clip(128 + scores[i] / 16);
		w[i] = (int16_t)(v < WORDS_LOW ? WORDS_LOW : v > WORDS_HIGH
		    ? WORDS_HIGH : v);
	}
	set_around(d, &(struct around){ C_SCORE_AROUND, score }, 1);
	set_runs(d, C_SCORE_RUN, w);
	set_list_scores(d);
	if (d->html) {
		set_shared(d, C_SCORE_COMMON, C_SCORE_COMMON, kept);
		set_path_scores(d);
		set_box_scores(d, scores);
	} else {
		set_islands(d, w, kept);
	}
}
