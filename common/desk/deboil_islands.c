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

/* The rows of the article are some of those that are kept. */
static void
set_main_common(struct deboil *d, const int16_t *w, const struct island *main,
    uint8_t *kept)
{
	for (size_t i = main->start; i < main->end; i++)
		kept[i] |= w[i] > 0 ? SHARED_PART : 0;
	set_shared(d, C_SCORE_COMMON, C_MAIN_COMMON, kept);
}

enum { KIND_TEASER = 5, KIND_COMMENT = 6, SHORT_WORDS = 12 };

/* Where rows stand: before, in or after the article, and what lies between. */
static void
set_sides(struct deboil *d, const struct island *main)
{
	uint8_t *side = column(d, C_ISLAND_SIDE);
	uint8_t *talks = column(d, C_ISLAND_TALK);
	uint8_t *chromes = column(d, C_ISLAND_CHROME);
	const uint8_t *furniture = column(d, C_FURNITURE);
	unsigned talk = 0, chrome = 0;

	for (size_t i = 0; i < main->start; i++)
		side[i] = clip(128 - (int)scale((unsigned)(main->start - i)));
	memset(side + main->start, 128, main->end - main->start);
	memset(talks, 0, main->end);
	memset(chromes, 0, main->end);
	for (size_t i = main->end, n = d->rows; i < n; i++) {
		const struct deboil_shape *f = &d->shapes[i];
		bool is_short = f->words <= SHORT_WORDS;

		talk += is_short & (f->kind[KIND_COMMENT] > 0);
		chrome += is_short & (furniture[i] > 0);
		side[i] = clip(128 + scale((unsigned)(i - main->end + 1)));
		talks[i] = clip((int)talk);
		chromes[i] = clip((int)chrome);
	}
}

/* How much of all that is kept stands before each row, in 1/200. */
static void
set_kept_share(struct deboil *d, const int16_t *w, unsigned all)
{
	uint8_t *share = column(d, C_KEPT_SHARE), now = 0;
	unsigned kept = 0;

	for (size_t i = 0, n = d->rows; i < n; i++) {
		share[i] = now;
		if (w[i] <= 0)
			continue;
		kept += (unsigned)w[i];
		now = (uint8_t)(kept * 200.0 / all);
	}
}

/*
 * Where the article has ended by a line's word: comments begin, other stories,
 * buttons. Rows since the first such line that has text before it, and how
 * much of the page's text that is.
 */
enum { ENOUGH = 48, CUE_MOST = 8, CUES = 3 };

static bool
is_end_cue(const struct deboil_shape *f, int cue)
{
	if (f->words > CUE_MOST || f->ends >= END_STOP)
		return false;
	switch (cue) {
	case 0:
		return f->kind[KIND_COMMENT] > 0;
	case 1:
		return f->kind[KIND_TEASER] > 0;
	default:
		return f->kind[1] + f->kind[2] + f->kind[3] + f->kind[4] > 0;
	}
}

/* The first row that has text enough before it, and how much that is of all. */
struct enough {
	size_t row;
	unsigned kept, all;
};

static struct enough
find_enough(const int16_t *w, size_t n, unsigned all)
{
	struct enough e = { 0, 0, all };

	for (; e.row < n && e.kept < ENOUGH; e.row++)
		e.kept += w[e.row] > 0 ? (unsigned)w[e.row] : 0;
	return e;
}

static void
set_end_cue(struct deboil *d, const int16_t *w, int cue, struct enough e)
{
	uint8_t *since = column(d, C_TALK_SINCE + 2 * (unsigned)cue);
	uint8_t *share = column(d, C_TALK_SHARE + 2 * (unsigned)cue);
	size_t at = e.row;

	for (; at < d->rows && !is_end_cue(&d->shapes[at], cue); at++)
		e.kept += w[at] > 0 ? (unsigned)w[at] : 0;
	memset(since, 0, at);
	memset(share, 0, at);
	memset(share + at, (uint8_t)(e.kept * 200.0 / e.all), d->rows - at);
	/* As far from it as another row is from the first. */
	memcpy(since + at, column(d, C_ROW) + 1, d->rows - at);
}

void
set_islands(struct deboil *d, const int16_t *w, uint8_t *kept)
{
	struct island main = { 0 }, at;
	struct enough e;
	unsigned all = 1;

	for (size_t i = 0; next_island(w, d->rows, i, &at); i = at.end)
		if (at.sum > main.sum)
			main = at;
	for (unsigned c = C_ISLAND_SHARE; c < C_KEPT_SHARE; c++)
		memset(column(d, c), 0, d->rows);
	set_main_common(d, w, &main, kept);
	set_sides(d, &main);
	for (size_t i = 0; i < d->rows; i++)
		all += w[i] > 0 ? (unsigned)w[i] : 0;
	set_kept_share(d, w, all);
	e = find_enough(w, d->rows, all);
	for (int cue = 0; cue < CUES; cue++)
		set_end_cue(d, w, cue, e);
	for (size_t i = 0; next_island(w, d->rows, i, &at); i = at.end)
		describe(d, w, &at, &main);
}
