/*
 * Where the content of a cue begins and ends, of all places it may
 * (desk/quotes_edges.c): start and end are scored apart, a pair by a little
 * more.
 */
#include "desk/quotes_parts.h"

enum {
	BEST = 2,	/* edges that are tried in pairs */
	SILENT = 8,	/* above it, 1 cue in 100 would find a clause */
	LENIENT = 28	/* what speech F1 bears, by cross-validation */
};

/* ---- features ---- */

static unsigned
kind_of(const struct quotes *q, const struct cue *c)
{
	return c->subject >= 0 ? q->mentions[c->subject].kind : 0;
}

void
quotes_start_features(const struct quotes *q, const struct cue *c, int side,
    size_t at, struct features *out)
{
	struct features f = *out;
	struct span k = quotes_clause(q, c);
	unsigned class = c->class * 8 + c->form, s = (unsigned)side;
	unsigned p = at > 0 ? quotes_class_by(q, c, at - 1) : 0;
	unsigned p2 = at > 1 ? quotes_class_by(q, c, at - 2) : 0;
	unsigned w = quotes_class_by(q, c, at), n = quotes_class_by(q, c, at + 1);
	size_t from = side == SIDE_AFTER ? k.end : quotes_begin(q, c->token);
	unsigned verb = quotes_verb_ahead(q, c, at);
	unsigned gap = features_bin(at - from);
	unsigned order = k.end > c->token + 1;
	uint32_t lead = quotes_gap(q, from, at);

	feature(&f, 210, join(join(s, p), w));
	feature(&f, 211, join(join(s, p2), p));
	feature(&f, 212, join(join(s, w), n));
	feature(&f, 213, join(join(join(s, p), w), n));
	feature(&f, 214, join(join(join(s, p), w), class));
	feature(&f, 216, join(join(join(s, gap), p), class));
	feature(&f, 217, join(join(s, verb), p));
	feature(&f, 219, join(join(s, verb), w));
	feature(&f, 220, join(join(s, lead), class));
	feature(&f, 221, join(join(s, lead), w));
	feature(&f, 223, join(join(join(s, gap), kind_of(q, c)), order));
	feature(&f, 227, join(join(join(s, c->frame), verb), gap));
	*out = f;
}

void
quotes_end_features(const struct quotes *q, const struct cue *c, int side,
    size_t at, struct features *out)
{
	struct features f = *out;
	struct span k = quotes_clause(q, c);
	unsigned class = c->class * 8 + c->form, s = (unsigned)side;
	unsigned p = quotes_class_by(q, c, at - 1), w = quotes_class_by(q, c, at);
	unsigned n = quotes_class_by(q, c, at + 1);
	unsigned n2 = quotes_class_by(q, c, at + 2);
	size_t end = quotes_end(q, c->token);
	size_t last = quotes_bare_end(q, at, end);
	bool whole = at >= last;
	size_t near = side == SIDE_BEFORE ? k.start - at : at - k.end;
	size_t tail = quotes_cue_at(q, at), stop = quotes_cue_at(q, end);
	unsigned cues = stop - tail < 2 ? (unsigned)(stop - tail) : 2;
	unsigned after = tail < stop ? q->cues[tail].class * 8u
	    + q->cues[tail].form : 0;
	unsigned verb = quotes_verb_ahead(q, c, at + 1);
	unsigned far = features_bin(end - at);
	unsigned back = features_bin(near);

	feature(&f, 230, join(join(s, p), w));
	feature(&f, 231, join(join(join(s, w), n), n2));
	feature(&f, 232, join(join(s, w), n));
	feature(&f, 234, join(join(join(s, w), n), class));
	feature(&f, 235, join(join(s, whole), far));
	feature(&f, 236, join(join(s, back), w));
	feature(&f, 239, join(join(join(s, cues), after), w));
	feature(&f, 240, join(join(s, verb), w));
	feature(&f, 241, join(join(join(s, verb), w), n));
	feature(&f, 243, join(join(s, whole), kind_of(q, c)));
	*out = f;
}

void
quotes_pair_features(const struct quotes *q, const struct cue *c, int side,
    struct span x, struct features *out)
{
	struct features f = *out;
	unsigned class = c->class * 8 + c->form, s = (unsigned)side;
	size_t n = x.end - x.start;
	unsigned first = quotes_class_by(q, c, x.start);
	bool marked = q->quoted[x.start] != 0
	    && q->quoted[x.start] == q->quoted[x.end - 1];

	feature(&f, 250, join(s, class));
	feature(&f, 253, join(join(s, marked), class));
	feature(&f, 254, join(join(s, quotes_cue_at(q, x.end)
	    > quotes_cue_at(q, x.start)), class));
	feature(&f, 256, join(join(s, first), c->frame));
	feature(&f, 257, join(join(s, features_bin(n)), c->frame));
	*out = f;
}

/* What speaks for it that the cue opens no quotation at all. */
void
quotes_silence_features(const struct quotes *q, const struct cue *c,
    struct features *out)
{
	struct features f = *out;
	struct span k = quotes_clause(q, c);
	unsigned class = c->class * 8 + c->form, kind = kind_of(q, c);
	unsigned p = c->token > 0 ? quotes_class_by(q, c, c->token - 1) : 0;
	unsigned p2 = c->token > 1 ? quotes_class_by(q, c, c->token - 2) : 0;
	unsigned w = quotes_class_by(q, c, k.end);
	unsigned left = k.start > 0 ? quotes_class_by(q, c, k.start - 1) : 0;
	unsigned margin = c->margin < 0 ? 0 : (unsigned)c->margin / 8;
	unsigned order = k.end > c->token + 1;

	feature(&f, 270, class);
	feature(&f, 274, join(join(class, p), 0));
	feature(&f, 275, join(join(p, p2), c->form));
	feature(&f, 278, join(join(left, w), class));
	feature(&f, 279, join(margin < 7 ? margin : 7, class));
	feature(&f, 282, join(quotes_verb_ahead(q, c, k.end), class));
	feature(&f, 284, join(quotes_gap(q, c->token > 3 ? c->token - 3 : 0,
	    c->token), class));
	feature(&f, 286, join(join(kind, order), left));
	feature(&f, 287, join(c->frame, c->form));
	feature(&f, 288, join(join(c->frame, w), 0));
	feature(&f, 289, join(join(c->frame, quotes_verb_ahead(q, c, k.end)), w));
	feature(&f, 260, join(join(c->frame, p), left));
	*out = f;
}

/* ---- deciding ---- */

/* Scores of the edges by themselves. */
struct scores {
	int start[EDGES], end[EDGES];
};

/*
 * Keeps the best edges, in their order: to try pairs of more took most of the
 * time, and cross-validated F1 stays with two on each side.
 */
static size_t
keep_best(size_t *at, int *score, size_t n, size_t most)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t worst = 0;

		at[kept] = at[i];
		score[kept] = score[i];
		if (kept < most) {
			kept++;
			continue;
		}
		for (size_t k = 1; k <= kept; k++)
			worst = score[k] <= score[worst] ? k : worst;
		for (size_t k = worst; k < kept; k++) {
			at[k] = at[k + 1];
			score[k] = score[k + 1];
		}
	}
	return kept;
}

static void
score_edges(const struct quotes *q, const struct cue *c, int side,
    struct edges *e, unsigned base, struct scores *s)
{
	struct features f;

	if (e->nstarts == 0 || e->nends == 0) {
		e->nstarts = e->nends = 0;	/* no pairs */
		return;
	}
	for (size_t i = 0; i < e->nstarts; i++) {
		features_start(q, &f, base);
		quotes_start_features(q, c, side, e->starts[i], &f);
		s->start[i] = f.sum;
	}
	for (size_t i = 0; i < e->nends; i++) {
		features_start(q, &f, base);
		quotes_end_features(q, c, side, e->ends[i], &f);
		s->end[i] = f.sum;
	}
	e->nstarts = keep_best(e->starts, s->start, e->nstarts, BEST);
	e->nends = keep_best(e->ends, s->end, e->nends, BEST);
}

static int
around_score(const struct quotes *q, const struct cue *c, int side,
    const struct edges *e, unsigned base)
{
	struct features f;

	if (side < SIDE_AROUND || e->nstarts == 0 || e->nends == 0)
		return 0;
	features_start(q, &f, base);
	quotes_around_features(q, c, side, e->hole, &f);
	return f.sum;
}

/* Those of one side: the better of them and what was best before. */
static void
cover_side(const struct quotes *q, const struct cue *c, int side,
    struct span must, struct content *best, int *most)
{
	struct edges e;
	struct scores s;
	int around;

	quotes_cover_edges(q, c, side, must, &e);
	around = around_score(q, c, side, &e, COVER_BASE);
	score_edges(q, c, side, &e, COVER_BASE, &s);
	for (size_t i = 0; i < e.nstarts; i++)
		for (size_t k = 0; k < e.nends; k++) {
			struct span x[2] = { { e.starts[i], e.ends[k] }, must };
			struct features f;
			int score = s.start[i] + s.end[k] + around;

			if (!quotes_covers(q, c, x))
				continue;
			features_start(q, &f, COVER_BASE);
			quotes_pair_features(q, c, side, x[0], &f);
			quotes_cover_features(q, c, side, x, &f);
			score += f.sum;
			if (score > *most) {
				*most = score;
				*best = (struct content){ x[0], e.hole };
			}
		}
}

struct content
quotes_cover(const struct quotes *q, const struct cue *c, struct span must)
{
	struct content best = { must, { 0, 0 } };
	int most = -0x40000000;
	int sides = quotes_may_have_hole(q, c) ? SIDES : SIDE_AROUND;

	cover_side(q, c, must.start > c->token ? SIDE_AFTER : SIDE_BEFORE,
	    must, &best, &most);
	for (int side = SIDE_AROUND; side < sides; side++)
		cover_side(q, c, side, must, &best, &most);
	return best;
}

bool
quotes_indirect(struct quotes *q, const struct cue *c, struct content *out,
    int *margin)
{
	struct features none;
	int silence, around, most = -0x40000000, sides;
	size_t limit;

	features_start(q, &none, 0);
	quotes_silence_features(q, c, &none);
	silence = none.sum;
	if (silence > SILENT)
		return false;
	limit = quotes_limit(q, c);
	sides = quotes_may_have_hole(q, c) ? SIDES : SIDE_AROUND;
	for (int side = SIDE_AFTER; side < sides; side++) {
		struct edges e;
		struct scores s;

		if (side == SIDE_OPENED)	/* was one in 40,000 */
			continue;
		quotes_edges(q, c, side, &e);
		around = around_score(q, c, side, &e, 0);
		score_edges(q, c, side, &e, 0, &s);
		for (size_t i = 0; i < e.nstarts; i++)
			for (size_t k = 0; k < e.nends; k++) {
				struct span x = { e.starts[i], e.ends[k] };
				struct features f;
				int score = s.start[i] + s.end[k] + around;

				if (x.end < x.start + 2
				    || !quotes_fits(q, c, x)
				    || (side != SIDE_BEFORE && x.end > limit))
					continue;
				features_start(q, &f, 0);
				quotes_pair_features(q, c, side, x, &f);
				score += f.sum;
				if (score > most) {
					most = score;
					*out = (struct content){ x, e.hole };
				}
			}
	}
	if (most > silence - LENIENT && out->hole.end == 0)
		out->all.start = quotes_behind_place(q, c, out->all.start);
	*margin = most - silence;
	return most > silence - LENIENT;
}
