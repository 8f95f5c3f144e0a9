/*
 * Where the content of a cue begins and ends. Edges are few: after the cue,
 * behind commas, "that" and the like; before commas, conjunctions and the
 * sentence's end. Start and end are scored apart, a pair by a little more.
 */
#include "desk/quotes_parts.h"

enum {
	START_REACH = 3,	/* tokens after the cue where content may begin */
	THAT_REACH = 20, CLAUSE = 120,
	LONGEST = 150,		/* tokens of a reported clause */
	BEST = 2,	/* edges that are tried in pairs */
	SILENT = 8,	/* above it, 1 cue in 100 would find a clause */
	LENIENT = 28	/* what speech F1 bears, by cross-validation */
};

/*
 * A clause may end before it; weakly, when there is room; it leans on what is
 * before and begins none. (Switches over the class were mispredicted.)
 */
enum { ENDS = 1, WEAK = 2, LEANS = 4 };
static const uint8_t traits[W_CLASSES] = {
	[W_COMMA] = ENDS | LEANS, [W_SEMI] = ENDS | LEANS,
	[W_DASH] = ENDS | LEANS, [W_PAREN] = ENDS | LEANS,
	[W_COLON] = ENDS | LEANS, [W_STOP] = LEANS, [W_PAREN_END] = LEANS,
	[W_GENITIVE] = LEANS, [W_CONTRACTED] = LEANS, [W_MARK] = LEANS,
	[W_AS] = ENDS, [W_WHEN] = ENDS, [W_BUT] = ENDS, [W_BECAUSE] = ENDS,
	[W_ACCORDING] = ENDS, [W_WHICH] = ENDS, [W_AND] = ENDS | WEAK,
	[W_TIME] = ENDS | WEAK, [W_IN] = ENDS | WEAK, [W_BY] = ENDS | WEAK,
	[W_WITH] = ENDS | WEAK, [W_FOR] = ENDS | WEAK,
};

struct span
quotes_clause(const struct quotes *q, const struct cue *c)
{
	struct span k = { c->token, c->token + 1 };
	const struct mention *m;

	k.start = c->verb;
	if (c->class == CUE_ACCORDING)
		k.end = c->token + 2;
	if (c->verb < c->token)
		return k;
	if (c->subject < 0)
		return k;
	m = &q->mentions[c->subject];
	if (m->sentence != c->sentence)
		return k;
	if (m->from > c->token)
		k.end = m->end;
	else
		k.start = m->from;
	return k;
}

static bool
cuts(const struct quotes *q, size_t i)
{
	return q->quoted[i] && i > 0 && q->quoted[i - 1] == q->quoted[i];
}

static void
add_start(struct edges *e, size_t at)
{
	if (e->nstarts < EDGES)
		e->starts[e->nstarts++] = at;
}

static void
add_end(struct edges *e, size_t at)
{
	if (e->nends < EDGES && (e->nends == 0 || e->ends[e->nends - 1] != at))
		e->ends[e->nends++] = at;
}

/* Without the full stop, and what follows it. */
static size_t
bare_end(const struct quotes *q, size_t from, size_t end)
{
	while (end > from && !q->quoted[end - 1]
	    && (q->words[end - 1].k == W_STOP || q->words[end - 1].k == W_COMMA
	    || q->words[end - 1].k == W_SEMI || q->words[end - 1].k == W_COLON
	    || q->words[end - 1].k == W_MARK))
		end--;
	return end;
}

static bool
may_end_before(const struct quotes *q, size_t i)
{
	if (!q->quoted[i] && (traits[q->words[i].k] & ENDS) != 0)
		return true;
	return i > 0 && q->quoted[i - 1] && q->quoted[i - 1] != q->quoted[i];
}

/* Commas and conjunctions come first when there is no room for all. */
static bool
is_strong(const struct quotes *q, size_t i)
{
	return (traits[q->words[i].k] & WEAK) == 0 || q->quoted[i - 1] != 0;
}

/* No clause begins with a comma or in the middle of quoted words. */
static bool
may_start(const struct quotes *q, size_t i)
{
	return q->quoted[i] ? !cuts(q, i)
	    : (traits[q->words[i].k] & LEANS) == 0;
}

static void
after_edges(const struct quotes *q, const struct cue *c, struct edges *e)
{
	struct span k = quotes_clause(q, c);
	size_t end = quotes_end(q, c->token), last, weak = 0;

	for (size_t i = k.end; i < end && i < k.end + THAT_REACH; i++) {
		unsigned before = q->words[i - 1].k;

		if (!may_start(q, i))
			continue;
		if (i < k.end + START_REACH || before == W_THAT
		    || before == W_COLON || before == W_COMMA
		    || q->quoted[i])
			add_start(e, i);
	}
	if (c->subject >= 0 && q->mentions[c->subject].kind == MENTION_WHO)
		for (size_t i = k.end + 1; i < end && i < k.end + CLAUSE; i++)
			if (quotes_leaves_relative(q, c, i))
				end = i;
	last = bare_end(q, k.end, end);
	if (last <= k.end)
		return;
	add_end(e, last);
	last = last < k.end + CLAUSE ? last : k.end + CLAUSE;
	for (size_t i = k.end + 1; i < last; i++) {
		/* Most words are none, and that is seen at a glance. */
		if ((traits[q->words[i].k] & ENDS) == 0 && q->quoted[i - 1] == 0)
			continue;
		if (cuts(q, i) || !may_end_before(q, i))
			continue;
		if (is_strong(q, i) || weak++ < 5)
			add_end(e, i);
	}
}

/* Is there a mark before the clause? "if no deal was found" has none. */
static bool
is_parted(const struct quotes *q, const struct cue *c, size_t clause)
{
	unsigned k = q->words[clause - 1].k;

	return clause == c->token || c->verb < c->token
	    || q->quoted[clause - 1]
	    || (k >= W_COMMA && k <= W_PUNCT);
}

static void
before_edges(const struct quotes *q, const struct cue *c, struct edges *e)
{
	struct span k = quotes_clause(q, c);
	size_t begin = quotes_begin(q, c->token), end = k.start;
	size_t low = end > CLAUSE ? end - CLAUSE : 0;

	if (end > begin && !is_parted(q, c, end))
		return;
	end = bare_end(q, begin, end);
	if (end <= begin)
		return;
	add_end(e, end);
	for (size_t i = end, n = 0; i-- > begin + 1 && i > low && n < 2;)
		if (!cuts(q, i) && (q->words[i].k == W_COMMA
		    || q->words[i].k == W_DASH) && !q->quoted[i]) {
			add_end(e, i);
			n++;
		}
	begin = quotes_after_dateline(q, begin, end);
	if (c->verb < c->token) {
		add_start(e, quotes_before_verb(q, c));
		return;
	}
	if (begin >= low && may_start(q, begin))
		add_start(e, begin);
	for (size_t i = begin + 1 > low ? begin + 1 : low; i < end
	    && e->nstarts < EDGES; i++) {
		unsigned before = q->words[i - 1].k;

		if (!may_start(q, i) || (q->quoted[i - 1] && !q->quoted[i]))
			continue;
		if (before == W_COMMA || before == W_THAT || before == W_COLON
		    || before == W_BUT || before == W_DASH || before == W_SEMI
		    || (before == W_AND && i < begin + 2) || q->quoted[i]
		    || before == W_MARK || before == W_STOP)
			add_start(e, i);
	}
}

/* Begins before the hole and ends after it. */
static void
around_edges(const struct quotes *q, const struct cue *c, int side,
    struct edges *e)
{
	struct edges after = { .nends = 0 };

	if (side == SIDE_RELATIVE)
		add_start(e, e->hole.start - 1);
	else
		before_edges(q, c, e);
	after_edges(q, c, &after);
	e->nends = 0;
	for (size_t i = 0; i < after.nends; i++)
		if (after.ends[i] > e->hole.end)
			add_end(e, after.ends[i]);
}

bool
quotes_fits(const struct quotes *q, const struct cue *c, struct span x)
{
	const struct mention *m;

	if (x.end > x.start + LONGEST)
		return false;
	if (c->verb == c->token || c->subject < 0)
		return true;
	m = &q->mentions[c->subject];
	return x.start >= m->to || x.end < m->from;
}

void
quotes_edges(const struct quotes *q, const struct cue *c, int side,
    struct edges *e)
{
	e->nstarts = e->nends = 0;
	e->hole = (struct span){ 0, 0 };
	if (side == SIDE_AFTER)
		after_edges(q, c, e);
	else if (side == SIDE_BEFORE && (c->verb == c->token || c->subject >= 0))
		before_edges(q, c, e);
	else if (side != SIDE_BEFORE && quotes_hole(q, c, side, &e->hole))
		around_edges(q, c, side, e);
}

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
	feature(&f, 215, join(join(join(s, gap), class), order));
	feature(&f, 216, join(join(join(s, gap), p), class));
	feature(&f, 217, join(join(s, verb), p));
	feature(&f, 219, join(join(s, verb), w));
	feature(&f, 220, join(join(s, lead), class));
	feature(&f, 221, join(join(s, lead), w));
	feature(&f, 222, join(join(s, lead), verb));
	feature(&f, 223, join(join(join(s, gap), kind_of(q, c)), order));
	feature(&f, 226, join(join(join(s, c->frame), w), order));
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
	size_t last = bare_end(q, at, end);
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
	feature(&f, 242, join(join(join(s, w), n), back));
	feature(&f, 243, join(join(s, whole), kind_of(q, c)));
	feature(&f, 244, join(join(s, w), far));
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

/* Is the other side free for what this side says, and no stretch cut? */
static bool
may_go_around(const struct quotes *q, const struct cue *c, struct span must,
    struct span hole)
{
	struct span other;
	bool after = must.start > c->token;

	return (after ? must.start >= hole.end : must.end <= hole.start)
	    && !quotes_must_cover(q, (size_t)(c - q->cues),
	    after ? SIDE_BEFORE : SIDE_AFTER, &other);
}

void
quotes_cover_edges(const struct quotes *q, const struct cue *c, int side,
    struct span must, struct edges *e)
{
	struct edges all;
	bool left = false, right = false;

	quotes_edges(q, c, side, &all);
	e->nstarts = e->nends = 0;
	e->hole = all.hole;
	if (side >= SIDE_AROUND && (all.nstarts == 0 || all.nends == 0
	    || !may_go_around(q, c, must, e->hole)))
		return;
	left = side >= SIDE_AROUND && must.start > c->token;
	right = side >= SIDE_AROUND && must.start < c->token;
	for (size_t i = 0; i < all.nstarts; i++)
		if (all.starts[i] <= must.start) {
			add_start(e, all.starts[i]);
			left |= all.starts[i] == must.start;
		}
	for (size_t i = 0; i < all.nends; i++)
		if (all.ends[i] >= must.end) {
			add_end(e, all.ends[i]);
			right |= all.ends[i] == must.end;
		}
	if (!left) {
		e->nstarts -= e->nstarts == EDGES;
		add_start(e, must.start);
	}
	if (!right) {
		e->nends -= e->nends == EDGES;
		add_end(e, must.end);
	}
}

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

	cover_side(q, c, must.start > c->token ? SIDE_AFTER : SIDE_BEFORE,
	    must, &best, &most);
	for (int side = SIDE_AROUND; side < SIDES; side++)
		cover_side(q, c, side, must, &best, &most);
	return best;
}

bool
quotes_indirect(struct quotes *q, const struct cue *c, struct content *out,
    int *margin)
{
	struct features none;
	int silence, around, most = -0x40000000;
	size_t limit;

	features_start(q, &none, 0);
	quotes_silence_features(q, c, &none);
	silence = none.sum;
	if (silence > SILENT)
		return false;
	limit = quotes_limit(q, c);
	for (int side = SIDE_AFTER; side < SIDES; side++) {
		struct edges e;
		struct scores s;

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
