/* What the quoted words of a cue tell of where its content begins and ends. */
#include "desk/quotes_parts.h"

enum { OCCASION = 5 };	/* tokens from "during" to its noun */

bool
quotes_must_cover(const struct quotes *q, size_t cue, int side,
    struct span *must)
{
	const struct cue *c = &q->cues[cue];
	size_t k = c->first_stretch;
	bool any = false;

	for (; k < q->nstretches && k <= c->last_stretch; k++) {
		const struct stretch *s = &q->stretches[k];

		if (!s->speech || s->cue != (int)cue
		    || (s->left > c->token ? SIDE_AFTER : SIDE_BEFORE) != side)
			continue;
		if (side == SIDE_AFTER ? s->sentence != c->sentence
		    : s->last_sentence != c->sentence)
			continue;
		must->start = any ? must->start : s->left;
		must->end = s->right;
		any = true;
	}
	return any;
}

/* Does the comma that follows the quoted words stand within the marks? */
static bool
comma_inside(const struct quotes *q, size_t token)
{
	const struct stretch *k;

	if (q->quoted[token] == 0)
		return false;
	k = &q->stretches[q->quoted[token] - 1];
	return k->close > k->open && q->text.p[k->close - 1] == ',';
}

void
quotes_cover_features(const struct quotes *q, const struct setting *t,
    int side, const struct span x[2], struct features *out)
{
	struct features f = *out;
	unsigned class = t->class, s = (unsigned)side;
	bool left = x[0].start == x[1].start, right = x[0].end == x[1].end;
	unsigned words = features_bin(x[1].end - x[1].start);
	unsigned p = x[1].start > 0 ? quotes_class_by(q, t, x[1].start - 1) : 0;
	unsigned n = quotes_class_by(q, t, x[1].end);
	bool upper = x[1].start + 1 < q->ntokens
	    && q->words[x[1].start + 1].upper;
	unsigned ends = comma_inside(q, x[1].end - 1);
	uint32_t how = join(left, right);

	feature(&f, 291, join(join(s, how), words));
	feature(&f, 292, join(join(join(s, left), p), class));
	feature(&f, 295, join(join(join(s, left), words), upper));
	feature(&f, 298, join(join(s, right), features_bin(x[0].end
	    - x[1].end)));
	feature(&f, 340, join(join(join(s, right), ends), n));
	feature(&f, 344, join(join(s, left), quotes_gap(q, x[1].start > 5
	    ? x[1].start - 5 : 0, x[1].start)));
	feature(&f, 346, join(join(join(s, right), t->c->frame), ends));
	*out = f;
}

/* "during a press conference in Brno": where it was said. */
static bool
is_occasion(const struct quotes *q, size_t i)
{
	static const char *const before[] = { "during", "at", "in", "on" };
	static const char *const list[] = { "conference", "interview",
	    "speech", "briefing", "rally", "debate", "hearing", "meeting",
	    "visit", "statement", "address", "summit", "ceremony", "event",
	    "appearance" };

	if (i >= q->ntokens || !chars_is_one_of(quotes_token(q, i), before,
	    sizeof before / sizeof *before))
		return false;
	for (size_t k = i + 1; k < q->ntokens && k <= i + OCCASION
	    && !q->quoted[k] && q->words[k].k != W_COMMA; k++)
		if (chars_is_one_of(quotes_token(q, k), list,
		    sizeof list / sizeof *list))
			return true;
	return false;
}

/*
 * "called it "a start" when he spoke", "said it was "a start," during a
 * speech": no part of it.
 */
bool
quotes_covers(const struct quotes *q, const struct setting *t,
    const struct span x[2])
{
	unsigned k = quotes_class_by(q, t, x[1].end);

	if (!quotes_fits(q, t, x[0]))
		return false;
	if (x[0].end > x[1].end && comma_inside(q, x[1].end - 1)
	    && is_occasion(q, x[1].end))
		return false;
	return t->c->class != CUE_VERDICT || x[0].end == x[1].end
	    || (k != W_WHEN && k != W_TIME);
}
