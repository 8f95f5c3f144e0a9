/*
 * Where the content of a cue may begin and end. Edges are few: after the cue,
 * behind commas, "that" and the like; before commas, conjunctions and the
 * sentence's end.
 */
#include "desk/quotes_parts.h"

enum {
	START_REACH = 3,	/* tokens after the cue where content may begin */
	THAT_REACH = 20, CLAUSE = 120,
	ENDS_REACH = 30,	/* tokens; but for the sentence's end */
	LONGEST = 150,		/* tokens of a reported clause */
	NEXT_CUES = 4		/* among which the next report is looked for */
};

/*
 * A clause may end before it; it leans on what is before and begins none; one
 * may begin with it though words stand before it, or right behind the verb
 * only; it surely begins one there; behind a comma it goes on with what is
 * before; behind the verb it is of what is said, which does not stand before the
 * verb then. What was chosen for less than one clause in 200 is not tried.
 * (Switches over the class were mispredicted.)
 */
enum {
	ENDS = 1, LEANS = 2, BEGINS = 4, NEXT = 8, SURELY = 16, GOES_ON = 32,
	SAID = 64
};
static const uint8_t traits[W_QUOTED + 1] = {
	[W_COMMA] = ENDS | LEANS, [W_SEMI] = ENDS | LEANS,
	[W_DASH] = ENDS | LEANS, [W_PAREN] = ENDS | LEANS,
	[W_COLON] = ENDS | LEANS, [W_STOP] = LEANS, [W_PAREN_END] = LEANS,
	[W_GENITIVE] = LEANS, [W_CONTRACTED] = LEANS, [W_MARK] = LEANS,
	[W_BUT] = ENDS | BEGINS, [W_AND] = ENDS,
	[W_OTHER] = NEXT | GOES_ON | SAID, [W_S] = NEXT | GOES_ON,
	[W_CAP] = BEGINS, [W_CAPS] = BEGINS | GOES_ON, [W_ED] = GOES_ON,
	[W_LY] = GOES_ON, [W_BE] = GOES_ON, [W_HAVE] = GOES_ON,
	[W_MODAL] = GOES_ON, [W_IN] = GOES_ON,
	[W_NUMBER] = BEGINS, [W_TITLE] = BEGINS, [W_ING] = BEGINS,
	[W_THE] = BEGINS, [W_A] = BEGINS, [W_POSS] = BEGINS | SAID,
	[W_DEM] = BEGINS, [W_QUANT] = BEGINS | SAID, [W_WHICH] = BEGINS,
	[W_WHAT] = BEGINS,
	[W_IF] = BEGINS, [W_WHEN] = BEGINS, [W_WHO] = BEGINS,
	[W_TO] = BEGINS | GOES_ON,
	[W_ABOUT] = BEGINS, [W_BECAUSE] = BEGINS, [W_ROLE] = BEGINS,
	[W_ROLES] = BEGINS, [W_PUNCT] = BEGINS, [W_TIME] = NEXT,
	[W_VERB] = NEXT,	/* "work" */
	[W_THAT] = BEGINS | SURELY | SAID, [W_HE] = BEGINS | SURELY | SAID,
	[W_THEY] = BEGINS | SURELY | SAID, [W_IT] = BEGINS | SURELY | SAID,
	[W_I] = BEGINS | SURELY | SAID, [W_YOU] = BEGINS | SURELY | SAID,
	[W_THERE] = BEGINS | SURELY | SAID,
	[W_CUE + 2 * CUE_FINDING] = BEGINS, [W_CUE + 2 * CUE_PASS] = BEGINS,
	[W_CUE + 2 * CUE_NOUN] = BEGINS,
};

/* The verb with its speaker, if they stand together. */
static struct span
clause_of(const struct quotes *q, const struct cue *c)
{
	struct span k = { c->verb, c->token + 1 };
	const struct mention *m;

	if (c->class == CUE_ACCORDING)
		k.end = c->token + 2;
	if (c->verb < c->token || c->subject < 0)
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

struct setting
quotes_setting(const struct quotes *q, const struct cue *c)
{
	struct setting t = { .c = c, .begin = q->first_token[c->sentence],
	    .end = q->first_token[c->sentence + 1],
	    .clause = clause_of(q, c), .class = c->class * 8 + c->form };

	t.kind = c->subject >= 0 ? q->mentions[c->subject].kind : 0;
	t.after = t.clause.end > c->token + 1;
	return t;
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

size_t
quotes_bare_end(const struct quotes *q, size_t from, size_t end)
{
	while (end > from && !q->quoted[end - 1]
	    && (q->words[end - 1].k == W_STOP || q->words[end - 1].k == W_COMMA
	    || q->words[end - 1].k == W_SEMI || q->words[end - 1].k == W_COLON
	    || q->words[end - 1].k == W_MARK))
		end--;
	return end;
}

/* "and said", but not "and fish"; ", which", but not ", old houses". */
static bool
parts_before(const struct quotes *q, size_t i)
{
	const struct word *w = &q->words[i], *next = w + (i + 1 < q->ntokens);

	if (w->k == W_AND)
		return next->cue > 0 || next->k == W_HAVE;
	return w->k != W_COMMA || (traits[next->k] & GOES_ON) == 0;
}

static bool
may_end_before(const struct quotes *q, size_t i)
{
	if (!q->quoted[i] && (traits[q->words[i].k] & ENDS) != 0
	    && parts_before(q, i))
		return true;
	return i > 0 && q->quoted[i - 1] && q->quoted[i - 1] != q->quoted[i];
}

/* No clause begins with a comma or in the middle of quoted words. */
static bool
may_start(const struct quotes *q, size_t i)
{
	return q->quoted[i] ? !cuts(q, i)
	    : (traits[q->words[i].k] & LEANS) == 0;
}

/* Out of the stretch the token stands in; of an empty one, to the next. */
static size_t
pass_quoted(const struct quotes *q, size_t i)
{
	const struct stretch *s = &q->stretches[q->quoted[i] - 1];

	return s->left <= i ? s->right : i + 1;
}

/*
 * The first at or behind i that is a seam or stands behind one, or that quoted
 * words begin at or end before: no clause begins or ends elsewhere.
 */
static size_t
next_seam(const struct quotes *q, size_t i, size_t end)
{
	size_t at;

	while ((at = quotes_bits_next(q, PART_SEAM, i - 1, end)) < end) {
		i = at < i ? i : at;
		if (i >= end || !cuts(q, i))
			return i;
		i = pass_quoted(q, i);
	}
	return end;
}

/* So many tokens behind where content may begin first. */
static bool
begins_behind(const struct quotes *q, const struct setting *t, size_t i,
    size_t tokens)
{
	unsigned before = q->words[i - 1].k, k = traits[q->words[i].k];

	if (tokens == 0 || q->quoted[i] || before == W_THAT
	    || before == W_COLON)
		return true;
	if (before == W_COMMA && t->c->class == CUE_ACCORDING)
		return true;
	if (tokens == 1 || before == W_COMMA)
		return (k & (BEGINS | NEXT)) != 0;
	return (k & BEGINS) != 0 && tokens < START_REACH;
}

static void
starts_behind(const struct quotes *q, const struct setting *t, struct edges *e)
{
	size_t from = t->clause.end, end = t->end;

	end = end < from + THAT_REACH ? end : from + THAT_REACH;
	while (from < end && !may_start(q, from))	/* "According to X, " */
		from++;
	if (from < end && !q->quoted[from]
	    && (traits[q->words[from].k] & SURELY) != 0)
		end = from + 1;
	for (size_t i = from; i < end; i++) {
		if (i >= from + START_REACH && (i = next_seam(q, i, end))
		    >= end)
			break;
		if (may_start(q, i) && begins_behind(q, t, i, i - from))
			add_start(e, i);
	}
}

/* "and Peter Novak said" behind a comma, "; Novak told": does it report? */
static bool
begins_report(const struct quotes *q, const struct cue *c, size_t *boundary)
{
	size_t at = quotes_mention_at(q, c->token);
	unsigned k;

	if (at == 0 || (c->form != FORM_PAST && c->form != FORM_S)
	    || (c->class != CUE_SAY && c->class != CUE_TELL
	    && c->class != CUE_ACT && c->class != CUE_CLAIM))
		return false;
	if (q->mentions[--at].to != c->token || q->mentions[at].from < 2)
		return false;
	at = q->mentions[at].from;
	if (q->quoted[at - 1])
		return false;
	k = q->words[at - 1].k;
	*boundary = at - (k == W_SEMI ? 1 : 2);
	return k == W_SEMI || ((k == W_AND || k == W_BUT || k == W_WHEN)
	    && (q->words[at - 2].k == W_COMMA || q->words[at - 2].k == W_SEMI));
}

/* Where another speaker's report follows what is reported, else end. */
static size_t
next_report(const struct quotes *q, const struct setting *t, size_t end)
{
	const struct cue *last = q->cues + q->ncues, *c = t->c + 1;
	size_t at;

	last = last - c < NEXT_CUES ? last : c + NEXT_CUES;
	for (; c < last && c->token < end; c++)
		if (begins_report(q, c, &at) && at > t->clause.end)
			return at;
	return end;
}

static void
after_edges(const struct quotes *q, const struct setting *t, struct edges *e)
{
	struct span k = t->clause;
	size_t end = next_report(q, t, t->end), last;

	starts_behind(q, t, e);
	if (t->kind == MENTION_WHO)
		for (size_t i = k.end + 1; (i = next_seam(q, i, end)) < end
		    && i < k.end + CLAUSE; i++)
			if (quotes_leaves_relative(q, t->c, i))
				end = i;
	last = quotes_bare_end(q, k.end, end);
	if (last <= k.end)
		return;
	add_end(e, last);
	last = last < k.end + ENDS_REACH ? last : k.end + ENDS_REACH;
	for (size_t i = k.end + 1; (i = next_seam(q, i, last)) < last; i++)
		if (!cuts(q, i) && may_end_before(q, i))
			add_end(e, i);
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
before_edges(const struct quotes *q, const struct setting *t, struct edges *e)
{
	const struct cue *c = t->c;
	size_t begin = t->begin, end = t->clause.start;
	size_t low = end > CLAUSE ? end - CLAUSE : 0;

	if (end > begin && !is_parted(q, c, end))
		return;
	end = quotes_bare_end(q, begin, end);
	if (end <= begin)
		return;
	add_end(e, end);
	for (size_t i = end, n = 0; i-- > begin + 1 && i > low && n < 1;)
		if (q->words[i].k == W_COMMA && !q->quoted[i]) {
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
	for (size_t i = begin + 1 > low ? begin + 1 : low;
	    (i = next_seam(q, i, end)) < end && e->nstarts < EDGES; i++) {
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
around_edges(const struct quotes *q, const struct setting *t, int side,
    struct edges *e)
{
	struct edges after = { .nends = 0 };

	if (side == SIDE_RELATIVE)
		add_start(e, e->hole.start - 1);
	else
		before_edges(q, t, e);
	after_edges(q, t, &after);
	e->nends = 0;
	for (size_t i = 0; i < after.nends; i++)
		if (after.ends[i] > e->hole.end)
			add_end(e, after.ends[i]);
}

bool
quotes_fits(const struct quotes *q, const struct setting *t, struct span x)
{
	const struct cue *c = t->c;
	const struct mention *m;

	if (x.end > x.start + LONGEST)
		return false;
	if (c->verb == c->token || c->subject < 0)
		return true;
	m = &q->mentions[c->subject];
	return x.start >= m->to || x.end < m->from;
}

void
quotes_edges(const struct quotes *q, const struct setting *t, int side,
    struct edges *e)
{
	const struct cue *c = t->c;

	e->nstarts = e->nends = 0;
	e->hole = (struct span){ 0, 0 };
	if (side == SIDE_AFTER)
		after_edges(q, t, e);
	else if (side == SIDE_BEFORE && (c->verb == c->token || c->subject >= 0))
		before_edges(q, t, e);
	else if (side != SIDE_BEFORE && quotes_hole(q, t, side, &e->hole))
		around_edges(q, t, side, e);
}

/* "Rain fell, he said": is it parted, and not from "Rain fell - he said it"? */
static bool
may_be_before(const struct quotes *q, const struct setting *t, unsigned behind)
{
	unsigned k = quotes_class_by(q, t, t->clause.start - 1);

	return (traits[behind] & SAID) == 0 && k != W_NONE && k != W_DASH;
}

bool
quotes_may_be(const struct quotes *q, const struct setting *t, int side)
{
	unsigned behind = quotes_class_by(q, t, t->clause.end);

	switch (side) {
	case SIDE_AFTER:
		return behind != W_NONE && behind != W_STOP;
	case SIDE_BEFORE:
		return may_be_before(q, t, behind);
	case SIDE_OPENED:
		return false;	/* was one in 40,000 */
	case SIDE_AROUND:
		return (traits[behind] & SAID) == 0;
	default:
		return true;
	}
}

int
quotes_plain_side(const struct quotes *q, const struct setting *t)
{
	unsigned behind = quotes_class_by(q, t, t->clause.end);

	if (t->c->class <= CUE_CLAIM && (traits[behind] & SURELY) != 0)
		return SIDE_AFTER;
	return t->c->class == CUE_SAY && behind == W_STOP
	    && (t->c->form == FORM_PAST || t->c->form == FORM_S)
	    && quotes_class_by(q, t, t->clause.start - 1) == W_COMMA
	    ? SIDE_BEFORE : -1;
}

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
quotes_cover_edges(const struct quotes *q, const struct setting *t, int side,
    struct span must, struct edges *e)
{
	const struct cue *c = t->c;
	struct edges all;
	bool left = false, right = false;

	quotes_edges(q, t, side, &all);
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
