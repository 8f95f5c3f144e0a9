/* "The plan, he said, is dead": content on both sides of its cue. */
#include "desk/quotes_parts.h"

enum {
	HOLE = 8,	/* tokens from the clause to the comma behind it */
	TELLING = 4	/* from "as" to the next verb of saying */
};

static bool
is_comma(const struct quotes *q, size_t i)
{
	return !q->quoted[i] && (q->words[i].k == W_COMMA
	    || q->words[i].k == W_DASH);
}

/* ", he said Monday, ": behind the comma, 0: none. */
static size_t
comma_behind(const struct quotes *q, size_t from, size_t end)
{
	for (size_t i = from; i < end && i < from + HOLE; i++) {
		if (q->quoted[i] || q->words[i].k == W_THAT)
			return 0;
		if (is_comma(q, i))
			return i + 1;
	}
	return 0;
}

/* ", he said, as he hailed ...", ", adding ...": what follows is not content. */
static bool
goes_on_telling(const struct quotes *q, size_t i, size_t end)
{
	unsigned k = q->words[i].k;

	if (k >= W_CUE && q->words[i].form == FORM_ING)
		return true;
	if (k != W_AS && k != W_WHEN)
		return false;
	for (size_t t = i + 1; t < end && t <= i + TELLING; t++)
		if (q->words[t].cue > 0)
			return true;
	return false;
}

static bool
is_relative(unsigned k)
{
	return k == W_WHICH || k == W_WHO || k == W_WHAT || k == W_THAT;
}

/* On any side: most cues have neither comma nor "which" before them. */
bool
quotes_may_have_hole(const struct quotes *q, const struct setting *t)
{
	size_t start = t->clause.start;

	return t->c->verb < t->c->token || (start > t->begin
	    && !q->quoted[start - 1] && (is_comma(q, start - 1)
	    || is_relative(q->words[start - 1].k)));
}

bool
quotes_hole(const struct quotes *q, const struct setting *t, int side,
    struct span *hole)
{
	const struct cue *c = t->c;
	struct span k = t->clause;
	size_t begin = t->begin, end = t->end;

	*hole = k;
	if (side == SIDE_PASSIVE && k.start > begin && q->words[k.start - 1].k == W_IT)
		return false;	/* "It was reported that": not of it */
	if (side == SIDE_PASSIVE || c->verb < c->token)
		return c->verb < c->token && k.start > begin && k.end < end
		    && (side == SIDE_PASSIVE || (side == SIDE_RELATIVE
		    && is_relative(q->words[k.start - 1].k)));
	if (k.start < begin + 1 + (side != SIDE_RELATIVE)
	    || q->quoted[k.start - 1])
		return false;
	if (side == SIDE_RELATIVE)
		return is_relative(q->words[k.start - 1].k) && k.end + 1 < end;
	if (!is_comma(q, k.start - 1))
		return false;
	hole->start--;
	if (side == SIDE_AROUND)
		hole->end = comma_behind(q, k.end, end);
	return hole->end > 0 && hole->end + 1 < end
	    && !goes_on_telling(q, hole->end, end);
}

void
quotes_around_features(const struct quotes *q, const struct setting *t,
    int side, struct span hole, struct features *out)
{
	struct features f = *out;
	unsigned class = t->class, s = (unsigned)side;
	unsigned left = quotes_class_by(q, t, hole.start - 1);
	unsigned w = quotes_class_by(q, t, hole.end);
	unsigned verb = quotes_verb_ahead(q, t, hole.end);
	size_t begin = t->begin;
	unsigned verbs = quotes_verb_ahead(q, t, begin);
	unsigned before = features_bin(hole.start - begin);

	feature(&f, 330, join(join(class, t->after), s));
	feature(&f, 331, join(join(w, verb), s));
	feature(&f, 334, join(quotes_gap(q, hole.end, hole.end + 5), s));
	feature(&f, 336, join(join(join(before, verbs), verb), s));
	feature(&f, 338, join(join(join(t->kind, class), w), s));
	feature(&f, 339, join(join(join(before, left), class), s));
	*out = f;
}
