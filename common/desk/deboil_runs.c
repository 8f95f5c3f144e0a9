/*
 * Runs: rows of plain text that are kept and hang together. What the article
 * is, is seen from all of the page: a run far below it, of another kind, among
 * furniture, is what readers wrote, rules of a forum, another story's first
 * lines. Each run is described by bytes and judged by trees as rows are; what
 * speaks against a run is taken from the scores of its rows.
 */
#include "desk/deboil_columns.h"

#include "desk/trees.h"

/*
 * A run goes on past one row that is not kept. Scores are summed up to MOST a
 * row, in quarters of log-odds. The first run of OPENING words of prose may be
 * the article, or else the one with the most.
 */
enum { GAP = 1, MOST = 24, OPENING = 30, ABOVE = 4 };

/*
 * What a run lacks to be SURE (log-odds * 256) its rows lose, twice: a row that
 * is surer than the run stays. By cross-validation over sites 128 to 256 do as
 * well; of those the highest, which leaves the least of comments.
 */
enum { SURE = 256, WEIGHT = 2 };

/* Means over a run's rows, and what its first row says of those before it. */
static const uint8_t means[] = { C_STOP_RATE, C_PROSE, C_COMMON, C_BEGINS,
    C_DIGITS, C_KNOWN, C_SEEN, C_TEXT, C_CHARS };
static const uint8_t firsts[] = { C_TALK_SHARE, C_ISLAND_CHROME };
enum { MEANS = sizeof means, FIRSTS = sizeof firsts };

static int32_t
score_of(const struct deboil *d, size_t row)
{
	return d->blocks[d->shapes[row].block].score;
}

static void
add_row(const struct deboil *d, struct deboil_run *r, size_t row)
{
	int32_t s = score_of(d, row), quarters = s / 64;

	r->end = (uint32_t)row + 1;
	r->kept++;
	r->sum += s;
	r->best = s > r->best ? s : r->best;
	r->mass += (uint32_t)(quarters < MOST ? quarters : MOST);
	r->prose += d->shapes[row].prose;
}

size_t
deboil_runs(struct deboil *d, struct deboil_run **runs)
{
	struct deboil_run *r = arena_alloc(&d->arena, d->rows / 2 + 1,
	    sizeof *r);
	size_t n = 0;

	*runs = r;
	for (size_t i = 0; i < d->rows; i++) {
		if (score_of(d, i) <= 0)
			continue;
		if (n == 0 || i > r[n - 1].end + GAP)
			r[n++] = (struct deboil_run){ .start = (uint32_t)i };
		add_row(d, &r[n - 1], i);
	}
	return n;
}

/* ---- what is said of a run ---- */

struct all {
	uint32_t mass, prose;
	const struct deboil_run *main, *opening;
};

static struct all
sum_up(const struct deboil_run *r, size_t n)
{
	struct all a = { 1, 1, r, NULL };

	for (size_t i = 0; i < n; i++) {
		a.mass += r[i].mass;
		a.prose += r[i].prose;
		if (r[i].prose > a.main->prose || (a.main->prose == 0
		    && r[i].mass > a.main->mass))
			a.main = &r[i];
		if (a.opening == NULL && r[i].prose >= OPENING)
			a.opening = &r[i];
	}
	a.opening = a.opening != NULL ? a.opening : a.main;
	return a;
}

/* How far before or after another run it stands; 128: it is that. */
static uint8_t
side_of(const struct deboil_run *r, const struct deboil_run *other)
{
	if (r == other)
		return 128;
	return r->start >= other->end
	    ? clip(129 + scale(r->start - other->end))
	    : clip(127 - scale(other->start - r->end));
}

static uint8_t
share(uint32_t part, uint32_t whole)
{
	return clip((int)(part * 100ull / (whole + 1) < 255
	    ? part * 100ull / (whole + 1) : 255));
}

/* The mean score of the rows just above. */
static uint8_t
above(const struct deboil *d, const struct deboil_run *r)
{
	int32_t n = r->start < ABOVE ? (int32_t)r->start : ABOVE;
	int64_t sum = 0;

	for (int32_t k = 1; k <= n; k++)
		sum += score_of(d, r->start - (size_t)k);
	return n > 0 ? clip(128 + (int)(sum / n / 16)) : 0;
}

static void
set_means(const struct deboil *d, const struct deboil_run *r,
    const struct row *to, unsigned c)
{
	unsigned sum[MEANS] = { 0 };

	for (size_t i = r->start; i < r->end; i++)
		for (unsigned k = 0; k < MEANS && score_of(d, i) > 0; k++)
			sum[k] += column(d, means[k])[i];
	for (unsigned k = 0; k < MEANS; k++)
		set(to, c + k, sum[k] / r->kept);
	for (unsigned k = 0; k < FIRSTS; k++)
		set(to, c + MEANS + k, column(d, firsts[k])[r->start]);
}

/* most: words of prose in the greatest run before this one. */
static void
describe(const struct deboil *d, const struct deboil_run *r,
    const struct all *a, const struct row *to, uint32_t most)
{
	uint8_t says[] = { clip(128 + r->best / 16),
	    clip(128 + (int)(r->sum / r->kept / 16)), scale(r->prose),
	    scale(a->prose), scale(a->mass), side_of(r, a->main),
	    side_of(r, a->opening), scale(most), share(r->mass, a->main->mass),
	    share(r->prose, a->main->prose), share(most, r->prose),
	    above(d, r) };
	unsigned n = sizeof says;

	_Static_assert(sizeof says + 1 + MEANS + FIRSTS == DEBOIL_RUN_COLUMNS,
	    "one byte a column");
	for (unsigned c = 0; c < n; c++)
		set(to, c, says[c]);
	set_means(d, r, to, n + 1);
}

uint8_t *
deboil_run_columns(struct deboil *d, const struct deboil_run *r, size_t n)
{
	size_t room = trees_room(n);
	uint8_t *table = arena_alloc(&d->arena, DEBOIL_RUN_COLUMNS * room, 1);
	struct all a = sum_up(r, n);
	uint32_t most = 0;

	memset(table, 0, DEBOIL_RUN_COLUMNS * room);
	for (size_t i = 0; i < n; i++) {
		struct row to = { table + i, room };

		describe(d, &r[i], &a, &to, most);
		set(&to, 12, scale((unsigned)(n - 1 - i)));
		most = r[i].prose > most ? r[i].prose : most;
	}
	return table;
}

/* ---- judgement ---- */

void
deboil_doubt_runs(struct deboil *d, const struct deboil_run *r, size_t n,
    const int32_t *scores)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = r[i].start; k < r[i].end
		    && scores[i] < SURE; k++) {
			struct deboil_block *b =
			    &d->blocks[d->shapes[k].block];

			if (b->score > 0)
				b->score -= WEIGHT * (SURE - scores[i]);
		}
}

void
deboil_weigh_runs(struct deboil *d)
{
	const uint8_t *columns[DEBOIL_RUN_COLUMNS];
	struct deboil_run *r;
	size_t n = deboil_runs(d, &r), room = trees_room(n);
	int32_t *scores = arena_alloc(&d->arena, room + 1, sizeof *scores);
	uint8_t *table;

	if (n == 0)
		return;
	table = deboil_run_columns(d, r, n);
	for (unsigned c = 0; c < DEBOIL_RUN_COLUMNS; c++)
		columns[c] = table + c * room;
	memset(scores, 0, room * sizeof *scores);
	trees_score(&d->model->runs, &(struct trees_rows){ columns, n },
	    scores);
	deboil_doubt_runs(d, r, n, scores);
}
