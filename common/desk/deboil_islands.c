/*
 * Islands: stretches of a page that the first pass of trees took for text,
 * with holes. The greatest is the article, most likely; what readers wrote, a
 * second story, rules of a forum are others. A stretch ends where its sum has
 * fallen by DROP below its best, as in the X-drop of sequence alignment
 * (Altschul et al., "Gapped BLAST and PSI-BLAST", 1997): one pass.
 */
#include "desk/deboil_columns.h"

enum { DROP = 60 };

struct island {
	size_t start, end;
	int sum;
};

/* The next one that begins at row i or after; false: there is none. */
static bool
next_island(const int16_t *w, size_t n, size_t i, struct island *island)
{
	int sum = 0;

	while (i < n && w[i] <= 0)
		i++;
	*island = (struct island){ i, i, 0 };
	for (; i < n && sum >= 0 && sum > island->sum - DROP; i++) {
		sum += w[i];
		if (sum >= island->sum) {
			island->sum = sum;
			island->end = i + 1;
		}
	}
	return island->sum > 0;
}

static void
describe(struct deboil *d, const int16_t *w, const struct island *at,
    const struct island *main)
{
	const uint8_t *text = column(d, C_TEXT);
	unsigned kept = 0, texts = 0, common = 0;
	size_t n = at->end - at->start;

	for (size_t i = at->start; i < at->end; i++) {
		if (w[i] <= 0)
			continue;
		kept++;
		texts += text[i];
		common += column(d, C_MAIN_COMMON)[i];
	}
	kept += kept == 0;
	memset(column(d, C_ISLAND_SHARE) + at->start,
	    clip((int)(at->sum * 200.0 / main->sum)), n);
	memset(column(d, C_ISLAND_SUM) + at->start,
	    scale((unsigned)at->sum), n);
	memset(column(d, C_ISLAND_DENSE) + at->start,
	    (int)(kept * 200 / (unsigned)n), n);
	memset(column(d, C_ISLAND_TEXT) + at->start, (int)(texts / kept), n);
	memset(column(d, C_ISLAND_COMMON) + at->start, (int)(common / kept), n);
}

/* Percent of what a row speaks of that the article does, too. */
static void
set_main_common(struct deboil *d, const int16_t *w, const struct island *main)
{
	struct tally t = tally_open(d, d->nwords / 2);

	for (size_t i = main->start; i < main->end; i++)
		if (w[i] > 0)
			add_subjects(d, &t, &d->shapes[i]);
	for (size_t i = 0; i < d->rows; i++)
		column(d, C_MAIN_COMMON)[i] = common_subjects(d, &t,
		    &d->shapes[i], w[i] > 0 && i >= main->start
		    && i < main->end);
}

enum { KIND_COMMENT = 6, SHORT_WORDS = 12 };

/* Where rows stand: before, in or after the article, and what lies between. */
static void
set_sides(struct deboil *d, const int16_t *w, const struct island *main)
{
	unsigned talk = 0, chrome = 0;
	unsigned kept = 0, all = 1;

	for (size_t i = 0; i < d->rows; i++)
		all += w[i] > 0 ? (unsigned)w[i] : 0;
	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_shape *f = &d->shapes[i];
		bool before = i < main->start, after = i >= main->end;
		int far = before ? -(int)scale((unsigned)(main->start - i))
		    : after ? (int)scale((unsigned)(i - main->end + 1)) : 0;

		if (after && f->words <= SHORT_WORDS) {
			talk += f->kind[KIND_COMMENT] > 0;
			chrome += column(d, C_FURNITURE)[i] > 0;
		}
		column(d, C_ISLAND_SIDE)[i] = clip(128 + far);
		column(d, C_ISLAND_TALK)[i] = clip((int)talk);
		column(d, C_ISLAND_CHROME)[i] = clip((int)chrome);
		column(d, C_KEPT_SHARE)[i] = (uint8_t)(kept * 200.0 / all);
		kept += w[i] > 0 ? (unsigned)w[i] : 0;
	}
}

/*
 * Where the article has ended by a line's word: comments begin, other stories,
 * buttons. Rows since the first such line that has text before it, and how
 * much of the page's text that is.
 */
enum { ENOUGH = 48 };

static bool
is_end_cue(const struct deboil_shape *f, int k)
{
	static const uint8_t kinds[3][4] = { { 6 }, { 5 }, { 1, 2, 3, 4 } };
	bool has = false;

	if (f->words > 8 || f->ends >= END_STOP)
		return false;
	for (int i = 0; i < 4; i++)
		has |= kinds[k][i] > 0 && f->kind[kinds[k][i]] > 0;
	return has;
}

static void
set_end_cues(struct deboil *d, const int16_t *w, int k)
{
	uint8_t *since = column(d, C_TALK_SINCE + 2 * (unsigned)k);
	uint8_t *share = column(d, C_TALK_SHARE + 2 * (unsigned)k);
	unsigned all = 1, kept = 0, before = 0;
	size_t cue = 0;

	for (size_t i = 0; i < d->rows; i++)
		all += w[i] > 0 ? (unsigned)w[i] : 0;
	for (size_t i = 0; i < d->rows; i++) {
		if (before == 0 && kept >= ENOUGH
		    && is_end_cue(&d->shapes[i], k)) {
			before = kept;
			cue = i;
		}
		since[i] = before > 0 ? scale((unsigned)(i - cue) + 1) : 0;
		share[i] = (uint8_t)(before * 200.0 / all);
		kept += w[i] > 0 ? (unsigned)w[i] : 0;
	}
}

void
set_islands(struct deboil *d, const int16_t *w)
{
	struct island main = { 0 }, at;

	for (size_t i = 0; next_island(w, d->rows, i, &at); i = at.end)
		if (at.sum > main.sum)
			main = at;
	for (unsigned c = C_ISLAND_SHARE; c < C_KEPT_SHARE; c++)
		memset(column(d, c), 0, d->rows);
	set_main_common(d, w, &main);
	set_sides(d, w, &main);
	for (int k = 0; k < 3; k++)
		set_end_cues(d, w, k);
	for (size_t i = 0; next_island(w, d->rows, i, &at); i = at.end)
		describe(d, w, &at, &main);
}
