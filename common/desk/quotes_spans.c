/*
 * Where the content of a cue begins and ends, of all places it may
 * (desk/quotes_edges.c): start and end are scored apart, a pair by a little
 * more.
 */
#include "desk/quotes_parts.h"

enum {
	BEST = 2,	/* edges that are tried in pairs */
	PLAIN = 112,	/* a margin, as that of others that are as often right */
	SILENT = 8,	/* above it, 1 cue in 100 would find a clause */
	LENIENT = 28	/* what speech F1 bears, by cross-validation */
};

/* ---- features ---- */

void
quotes_start_features(const struct quotes *q, const struct setting *t,
    int side, size_t at, struct features *out)
{
	struct features f = *out;
	unsigned class = t->class, s = (unsigned)side;
	unsigned p = quotes_class_by(q, t, at - 1);
	unsigned p2 = quotes_class_by(q, t, at - 2);
	unsigned w = quotes_class_by(q, t, at), n = quotes_class_by(q, t, at + 1);
	size_t from = side == SIDE_AFTER ? t->clause.end : t->begin;
	unsigned verb = quotes_verb_ahead(q, t, at);
	unsigned gap = features_bin(at - from);
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
	feature(&f, 223, join(join(join(s, gap), t->kind), t->after));
	feature(&f, 227, join(join(join(s, t->c->frame), verb), gap));
	*out = f;
}

void
quotes_end_features(const struct quotes *q, const struct setting *t, int side,
    size_t at, struct features *out)
{
	struct features f = *out;
	unsigned class = t->class, s = (unsigned)side;
	unsigned p = quotes_class_by(q, t, at - 1), w = quotes_class_by(q, t, at);
	unsigned n = quotes_class_by(q, t, at + 1);
	unsigned n2 = quotes_class_by(q, t, at + 2);
	size_t end = t->end;
	size_t last = quotes_bare_end(q, at, end);
	bool whole = at >= last;
	size_t near = side == SIDE_BEFORE ? t->clause.start - at
	    : at - t->clause.end;
	size_t tail = quotes_cue_at(q, at), stop = quotes_cue_at(q, end);
	unsigned cues = stop - tail < 2 ? (unsigned)(stop - tail) : 2;
	unsigned after = tail < stop ? q->cues[tail].class * 8u
	    + q->cues[tail].form : 0;
	unsigned verb = quotes_verb_ahead(q, t, at + 1);
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
	feature(&f, 243, join(join(s, whole), t->kind));
	*out = f;
}

void
quotes_pair_features(const struct quotes *q, const struct setting *t, int side,
    struct span x, struct features *out)
{
	struct features f = *out;
	unsigned class = t->class, s = (unsigned)side;
	size_t n = x.end - x.start;
	unsigned first = quotes_class_by(q, t, x.start);
	bool marked = q->quoted[x.start] != 0
	    && q->quoted[x.start] == q->quoted[x.end - 1];

	feature(&f, 250, join(s, class));
	feature(&f, 253, join(join(s, marked), class));
	feature(&f, 254, join(join(s, quotes_cue_at(q, x.end)
	    > quotes_cue_at(q, x.start)), class));
	feature(&f, 256, join(join(s, first), t->c->frame));
	feature(&f, 257, join(join(s, features_bin(n)), t->c->frame));
	*out = f;
}

/* What speaks for it that the cue opens no quotation at all. */
void
quotes_silence_features(const struct quotes *q, const struct setting *t,
    struct features *out)
{
	struct features f = *out;
	const struct cue *c = t->c;
	unsigned class = t->class;
	unsigned p = quotes_class_by(q, t, c->token - 1);
	unsigned p2 = quotes_class_by(q, t, c->token - 2);
	unsigned w = quotes_class_by(q, t, t->clause.end);
	unsigned left = quotes_class_by(q, t, t->clause.start - 1);
	unsigned margin = c->margin < 0 ? 0 : (unsigned)c->margin / 8;
	unsigned verb = quotes_verb_ahead(q, t, t->clause.end);

	feature(&f, 274, join(join(class, p), 0));
	feature(&f, 275, join(join(p, p2), c->form));
	feature(&f, 278, join(join(left, w), class));
	feature(&f, 279, join(margin < 7 ? margin : 7, class));
	feature(&f, 286, join(join(t->kind, t->after), left));
	feature(&f, 287, join(c->frame, c->form));
	feature(&f, 288, join(join(c->frame, w), 0));
	feature(&f, 289, join(join(c->frame, verb), w));
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

	if (n <= most)
		return n;
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
score_edges(const struct quotes *q, const struct setting *t, int side,
    struct edges *e, unsigned base, struct scores *s)
{
	struct features f;

	if (e->nstarts == 0 || e->nends == 0) {
		e->nstarts = e->nends = 0;	/* no pairs */
		return;
	}
	for (size_t i = 0; i < e->nstarts; i++) {
		features_start(q, &f, base);
		quotes_start_features(q, t, side, e->starts[i], &f);
		s->start[i] = f.sum;
	}
	for (size_t i = 0; i < e->nends; i++) {
		features_start(q, &f, base);
		quotes_end_features(q, t, side, e->ends[i], &f);
		s->end[i] = f.sum;
	}
	e->nstarts = keep_best(e->starts, s->start, e->nstarts, BEST);
	e->nends = keep_best(e->ends, s->end, e->nends, BEST);
}

static int
around_score(const struct quotes *q, const struct setting *t, int side,
    const struct edges *e, unsigned base)
{
	struct features f;

	if (side < SIDE_AROUND || e->nstarts == 0 || e->nends == 0)
		return 0;
	features_start(q, &f, base);
	quotes_around_features(q, t, side, e->hole, &f);
	return f.sum;
}

struct scored {
	struct content content;
	int score;
};

static void
keep(struct scored *best, int score, struct span all, struct span hole)
{
	if (score > best->score)
		*best = (struct scored){ { all, hole }, score };
}

/* Those of one side: the better of them and what was best before. */
static void
cover_side(const struct quotes *q, const struct setting *t, int side,
    struct span must, struct edges *e, struct scored *best)
{
	struct scores s;
	int around = around_score(q, t, side, e, COVER_BASE);

	score_edges(q, t, side, e, COVER_BASE, &s);
	for (size_t i = 0; i < e->nstarts; i++)
		for (size_t k = 0; k < e->nends; k++) {
			struct span x[2] = { { e->starts[i], e->ends[k] },
			    must };
			struct features f;
			int score = s.start[i] + s.end[k] + around;

			if (!quotes_covers(q, t, x))
				continue;
			features_start(q, &f, COVER_BASE);
			quotes_pair_features(q, t, side, x[0], &f);
			quotes_cover_features(q, t, side, x, &f);
			keep(best, score + f.sum, x[0], e->hole);
		}
}

struct content
quotes_cover(const struct quotes *q, const struct cue *c, struct span must)
{
	struct scored best = { { must, { 0, 0 } }, -0x40000000 };
	struct setting t = quotes_setting(q, c);
	int side = must.start > c->token ? SIDE_AFTER : SIDE_BEFORE;
	int sides = quotes_may_have_hole(q, &t) ? SIDES : SIDE_AROUND;
	struct edges e;

	quotes_cover_edges(q, &t, side, must, &e);
	/* No more than what is quoted: half of all. */
	if (sides == SIDE_AROUND && e.nstarts == 1 && e.nends == 1)
		return best.content;
	cover_side(q, &t, side, must, &e, &best);
	for (side = SIDE_AROUND; side < sides; side++) {
		quotes_cover_edges(q, &t, side, must, &e);
		cover_side(q, &t, side, must, &e, &best);
	}
	return best.content;
}

/* The same, of a clause without quoted words that ends before the limit. */
static void
clause_side(const struct quotes *q, const struct setting *t, int side,
    size_t limit, struct scored *best)
{
	struct edges e;
	struct scores s;
	int around;

	quotes_edges(q, t, side, &e);
	around = around_score(q, t, side, &e, 0);
	score_edges(q, t, side, &e, 0, &s);
	for (size_t i = 0; i < e.nstarts; i++)
		for (size_t k = 0; k < e.nends; k++) {
			struct span x = { e.starts[i], e.ends[k] };
			struct features f;
			int score = s.start[i] + s.end[k] + around;

			if (x.end < x.start + 2 || !quotes_fits(q, t, x)
			    || (side != SIDE_BEFORE && x.end > limit))
				continue;
			features_start(q, &f, 0);
			quotes_pair_features(q, t, side, x, &f);
			keep(best, score + f.sum, x, e.hole);
		}
}

/* The only clause there may be, where it is plain that there is one. */
static bool
plain_clause(const struct quotes *q, const struct setting *t, size_t limit,
    struct span *x)
{
	int side = quotes_plain_side(q, t);
	struct edges e;

	if (side < 0)
		return false;
	quotes_edges(q, t, side, &e);
	if (e.nstarts != 1 || e.nends != 1)
		return false;
	*x = (struct span){ e.starts[0], e.ends[0] };
	return x->end >= x->start + 2 && quotes_fits(q, t, *x)
	    && (side == SIDE_BEFORE || x->end <= limit);
}

/* The best clause there may be, against none; false: none. */
static bool
rank_clauses(const struct quotes *q, const struct setting *t, size_t limit,
    struct scored *best)
{
	struct features none;
	int sides = quotes_may_have_hole(q, t) ? SIDES : SIDE_AROUND;

	features_start(q, &none, 0);
	if (!quotes_says_what(q, t->c))
		quotes_silence_features(q, t, &none);
	if (none.sum > SILENT)
		return false;
	best->score = -0x40000000;
	for (int side = SIDE_AFTER; side < sides; side++)
		if (quotes_may_be(q, t, side))
			clause_side(q, t, side, limit, best);
	best->score -= none.sum;
	return best->score > -LENIENT || (best->content.all.end > 0
	    && quotes_says_what(q, t->c));
}

bool
quotes_indirect(struct quotes *q, const struct cue *c, struct content *out,
    int *margin)
{
	struct setting t = quotes_setting(q, c);
	struct scored best = { .score = PLAIN };
	size_t limit;

	/* Nothing behind, nothing before: no more need be asked. */
	if (t.clause.end >= t.end && !quotes_may_be(q, &t, SIDE_BEFORE))
		return false;
	limit = quotes_limit(q, c);
	if (!plain_clause(q, &t, limit, &best.content.all)
	    && !rank_clauses(q, &t, limit, &best))
		return false;
	*out = best.content;
	*margin = best.score;
	if (out->hole.end == 0)
		out->all.start = quotes_behind_place(q, c, out->all.start);
	return true;
}
