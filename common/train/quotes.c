/*
 * train/quotes -- makes common/data/quotes.weights from articles whose
 * quotations are marked (JSON Lines: id, text, quotes with start end spans
 * type speaker cue speech; offsets in characters):
 *
 *	quotes CORPUS OUT		weights from all of it
 *	quotes CORPUS OUT FOLD FOLDS	weights from all but every FOLDS-th
 *					article; what they find there goes to
 *					standard output, as quotes -j has it
 *	quotes CORPUS OUT all FOLDS	the same of every fold, and how often
 *					what is found is right, by confidence
 *
 * Log-linear choice among candidates, AdaGrad, one pass of the corpus for each
 * model with the models before it in place. No feature holds a word of the
 * text: they are made of classes, positions and lengths.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/quotes_parts.h"
#include "io/json.h"
#include "text/chars.h"
#include "train/choice.h"
#include "train/quotes_gold.h"
#include "train/quotes_reliable.h"
#include "train/weights.h"

/* ---- gold beside what the engine sees ---- */

static bool
meets(const struct quotes *q, size_t from, size_t to, struct span s)
{
	return to > from && s.end > q->tokens[from].start
	    && s.start < q->tokens[to - 1].end;
}

static bool
is_word(const struct quotes *q, size_t i)
{
	unsigned k = q->words[i].k;

	return k < W_COMMA || (k > W_CONTRACTED) || k == W_GENITIVE;
}

static bool
in_gold(const struct quotes *q, const struct gold *g, size_t i)
{
	for (size_t k = 0; k < g->n; k++)
		if (meets(q, i, i + 1, g->spans[k]))
			return true;
	return false;
}

static const struct gold *
gold_of_cue(const struct quotes *q, const struct article *a,
    const struct cue *c)
{
	size_t to = c->token + (c->class == CUE_ACCORDING ? 2 : 1);

	for (size_t i = 0; i < a->n; i++)
		if (a->gold[i].cue.end > 0 && meets(q, c->token, to < q->ntokens
		    ? to : q->ntokens, a->gold[i].cue))
			return &a->gold[i];
	return NULL;
}

/* The quotation at least half of the stretch lies in. */
static const struct gold *
gold_of_stretch(const struct quotes *q, const struct article *a,
    const struct stretch *s)
{
	const struct gold *best = NULL;
	size_t words = 0, most = 0;

	for (size_t i = s->first; i < s->last; i++)
		words += is_word(q, i);
	for (size_t k = 0; k < a->n; k++) {
		size_t n = 0;

		if (a->gold[k].spans[0].start > s->close)
			continue;
		for (size_t i = s->first; i < s->last; i++)
			n += is_word(q, i) && in_gold(q, &a->gold[k], i);
		if (n > most) {
			most = n;
			best = &a->gold[k];
		}
	}
	return most * 2 >= words ? best : NULL;
}

static bool
is_speaker(const struct quotes *q, const struct gold *g, int mention)
{
	const struct mention *m;
	struct str a, b;

	if (mention < 0)
		return false;
	m = &q->mentions[mention];
	if (meets(q, m->from, m->to, g->speaker))
		return true;
	a = gold_last_name(str_cut(q->text, g->speaker.start, g->speaker.end));
	b = gold_last_name(str_cut(q->text, q->tokens[m->from].start,
	    q->tokens[m->to - 1].end));
	return a.n > 2 && str_eq(a, b);
}

/* ---- lessons of the four decisions ---- */

static int
part(const struct quotes *q, struct lessons *l, const struct features *f)
{
	return choice_part(l, q->tables->rows, (int)(f->next - q->tables->rows));
}

static void
teach_subjects(struct quotes *q, const struct article *a, struct lessons *l)
{
	for (size_t i = 0; i < q->ncues; i++) {
		const struct gold *g = gold_of_cue(q, a, &q->cues[i]);
		int found[SUBJECTS];
		size_t n, first = l->ncands;

		if (g == NULL || g->speaker.end == 0
		    || q->cues[i].verb < q->cues[i].token)
			continue;
		n = quotes_subjects(q, &q->cues[i], found);
		for (size_t k = 0; k < n; k++) {
			const struct mention *m = &q->mentions[found[k]];
			struct features f;

			features_start(q, &f, 0);
			quotes_subject_features(q, &q->cues[i], found[k], &f);
			choice_candidate(l, part(q, l, &f), -1, -1,
			    meets(q, m->from, m->to, g->speaker));
		}
		choice_end(l, first);
	}
}

static bool
is_source(const struct quotes *q, const struct gold *g, const struct source *x)
{
	if (g == NULL || x->kind == SOURCE_NONE)
		return g == NULL && x->kind == SOURCE_NONE;
	return is_speaker(q, g, x->mention);
}

static bool
has_cue(const struct quotes *q, const struct gold *g, const struct source *x)
{
	return g != NULL && x->cue >= 0 && g->cue.end > 0
	    && meets(q, q->cues[x->cue].token, q->cues[x->cue].token + 1,
	    g->cue) && is_speaker(q, g, x->mention);
}

/* Of the right sources the one with the right cue, else any. */
static void
follow(struct quotes *q, size_t k, const struct gold *g,
    const struct source *x, size_t n)
{
	static const int rank[] = { 1, 2, 4, 3 };
	int best = -1, most = 0;

	for (size_t i = 0; i < n; i++) {
		int r = rank[x[i].kind];

		if (!is_source(q, g, &x[i]))
			continue;
		r += has_cue(q, g, &x[i]) ? 4 : 0;
		if (r > most) {
			most = r;
			best = (int)i;
		}
	}
	if (best >= 0)
		quotes_take_source(q, k, &x[best], 0);
	else
		quotes_attach(q, k);
}

static void
teach_sources(struct quotes *q, const struct article *a, struct lessons *l)
{
	for (size_t k = 0; k < q->nstretches; k++) {
		const struct gold *g = gold_of_stretch(q, a, &q->stretches[k]);
		struct source x[SOURCES];
		size_t n, first = l->ncands;
		bool known = g == NULL || g->speaker.end > 0;

		quotes_place(q, k);
		n = quotes_sources(q, k, x);
		for (size_t i = 0; i < n && known; i++) {
			struct features f;

			features_start(q, &f, 0);
			quotes_source_features(q, k, &x[i], &f);
			choice_candidate(l, part(q, l, &f), -1, -1,
			    is_source(q, g, &x[i]));
		}
		choice_end(l, first);
		follow(q, k, g, x, n);
	}
}

/* Words of a token range, and how many of them are gold's in that part. */
static double
overlap(const struct quotes *q, struct span gold, struct span x)
{
	size_t both = 0, ours = 0, theirs = 0;

	for (size_t i = x.start; i < x.end; i++)
		ours += is_word(q, i);
	for (size_t i = 0; i < q->ntokens; i++) {
		if (q->tokens[i].start >= gold.end)
			break;
		if (q->tokens[i].end <= gold.start || !is_word(q, i))
			continue;
		theirs++;
		both += i >= x.start && i < x.end;
	}
	return both == 0 ? 0 : (double)both
	    / (double)(ours > theirs ? ours : theirs);
}

static double
best_overlap(const struct quotes *q, const struct gold *g, struct span x)
{
	double best = 0;

	for (size_t k = 0; k < g->n; k++) {
		double o = overlap(q, g->spans[k], x);

		best = o > best ? o : best;
	}
	return best;
}

/* The same, of both parts of what stands on both sides of its cue. */
static double
worth(const struct quotes *q, const struct gold *g, const struct cue *c,
    struct content x)
{
	size_t at = q->tokens[c->token].start;
	bool before = false, after = false;
	struct span left = { x.all.start, x.hole.start };
	struct span right = { x.hole.end, x.all.end };
	double sum;

	for (size_t k = 0; k < g->n; k++) {
		before |= g->spans[k].start < at;
		after |= g->spans[k].start > at;
	}
	sum = x.hole.end == 0 ? best_overlap(q, g, x.all)
	    : best_overlap(q, g, left) + best_overlap(q, g, right);
	return sum / (x.hole.end > 0 || (before && after) ? 2 : 1);
}

struct worths {
	double of[SIDES * EDGES * EDGES + 1];
	size_t n;
};

struct pairs {
	int start[EDGES], end[EDGES];
};

static void
add_edges(const struct quotes *q, const struct setting *t, int side,
    const struct edges *e, unsigned base, struct lessons *l, struct pairs *p)
{
	for (size_t i = 0; i < e->nstarts; i++) {
		struct features f;

		features_start(q, &f, base);
		quotes_start_features(q, t, side, e->starts[i], &f);
		p->start[i] = part(q, l, &f);
	}
	for (size_t i = 0; i < e->nends; i++) {
		struct features f;

		features_start(q, &f, base);
		quotes_end_features(q, t, side, e->ends[i], &f);
		p->end[i] = part(q, l, &f);
	}
}

/* Only the best pairs are right, and only if they are good. */
static void
mark_best(struct lessons *l, size_t first, const double *o, double least)
{
	double most = least;

	for (size_t i = first; i < l->ncands; i++)
		most = o[i - first] > most ? o[i - first] : most;
	for (size_t i = first; i < l->ncands; i++)
		l->cands[i].right |= o[i - first] >= most - 0.001;
}

/* Pairs of edges that cover the quoted words, those of one side. */
static void
teach_cover_side(struct quotes *q, const struct gold *g, struct lessons *l,
    const struct setting *t, int side, struct span must, struct worths *o)
{
	struct edges e;
	struct pairs p;

	quotes_cover_edges(q, t, side, must, &e);
	add_edges(q, t, side, &e, COVER_BASE, l, &p);
	for (size_t i = 0; i < e.nstarts; i++)
		for (size_t k = 0; k < e.nends; k++) {
			struct span x[2] = { { e.starts[i], e.ends[k] }, must };
			struct features f;

			if (!quotes_covers(q, t, x))
				continue;
			features_start(q, &f, COVER_BASE);
			quotes_pair_features(q, t, side, x[0], &f);
			quotes_cover_features(q, t, side, x, &f);
			if (side >= SIDE_AROUND)
				quotes_around_features(q, t, side, e.hole, &f);
			o->of[o->n++] = worth(q, g, t->c, (struct content){ x[0],
			    e.hole });
			choice_candidate(l, p.start[i], p.end[k],
			    part(q, l, &f), false);
		}
}

static void
teach_cover(struct quotes *q, const struct article *a, struct lessons *l,
    size_t cue, int side)
{
	const struct gold *g = NULL;
	struct worths o = { .n = 0 };
	size_t first = l->ncands;
	struct setting t = quotes_setting(q, &q->cues[cue]);
	struct span must;

	if (!quotes_must_cover(q, cue, side, &must))
		return;
	for (size_t k = 0; k < q->nstretches && g == NULL; k++)
		if (q->stretches[k].left == must.start)
			g = gold_of_stretch(q, a, &q->stretches[k]);
	if (g == NULL)
		return;
	teach_cover_side(q, g, l, &t, side, must, &o);
	for (int s = SIDE_AROUND; s < SIDES; s++)
		teach_cover_side(q, g, l, &t, s, must, &o);
	mark_best(l, first, o.of, 0.7);
	choice_end(l, first);
}

/* Against nothing, which scores 0. */
static void
teach_report(struct quotes *q, const struct article *a, struct lessons *l,
    const struct cue *c)
{
	const struct gold *g = gold_of_cue(q, a, c);
	size_t first = l->ncands;
	struct features f;

	if (c->used || (g != NULL && !g->speech))
		return;
	features_start(q, &f, 0);
	quotes_report_features(q, c, &f);
	choice_candidate(l, part(q, l, &f), -1, -1, g != NULL);
	choice_candidate(l, -1, -1, -1, g == NULL);
	choice_end(l, first);
}

static void
teach_indirect(struct quotes *q, const struct article *a, struct lessons *l,
    size_t cue)
{
	const struct cue *c = &q->cues[cue];
	const struct gold *g = gold_of_cue(q, a, c);
	struct worths o = { .n = 1, .of = { 0 } };
	size_t first = l->ncands;
	struct features f;
	struct setting t;

	if (c->used || (quotes_subject(q, cue) < 0 && c->verb == c->token)
	    || (g != NULL && !g->speech))
		return;
	t = quotes_setting(q, c);
	features_start(q, &f, 0);
	quotes_silence_features(q, &t, &f);
	choice_candidate(l, part(q, l, &f), -1, -1, g == NULL);
	for (int side = SIDE_AFTER; side < SIDES; side++) {
		struct edges e = { .nends = 0 };
		struct pairs p;

		if (!quotes_may_be(q, &t, side))
			continue;
		quotes_edges(q, &t, side, &e);
		add_edges(q, &t, side, &e, 0, l, &p);
		for (size_t i = 0; i < e.nstarts; i++)
			for (size_t k = 0; k < e.nends; k++) {
				struct span x = { e.starts[i], e.ends[k] };

				if (x.end < x.start + 2
				    || !quotes_fits(q, &t, x))
					continue;
				features_start(q, &f, 0);
				quotes_pair_features(q, &t, side, x, &f);
				if (side >= SIDE_AROUND)
					quotes_around_features(q, &t, side,
					    e.hole, &f);
				o.of[o.n++] = g == NULL ? 0 : worth(q, g, c,
				    (struct content){ x, e.hole });
				choice_candidate(l, p.start[i], p.end[k],
				    part(q, l, &f), false);
			}
	}
	if (g != NULL)
		mark_best(l, first, o.of, 0.7);
	choice_end(l, first);
}

static void
take_right_sources(struct quotes *q, const struct article *a)
{
	for (size_t k = 0; k < q->nstretches; k++) {
		struct source x[SOURCES];
		size_t n;

		quotes_place(q, k);
		n = quotes_sources(q, k, x);
		follow(q, k, gold_of_stretch(q, a, &q->stretches[k]), x, n);
	}
	quotes_link(q);
}

static void
teach_reports(struct quotes *q, const struct article *a, struct lessons *l)
{
	take_right_sources(q, a);
	for (size_t i = 0; i < q->ncues; i++)
		teach_report(q, a, l, &q->cues[i]);
}

static void
teach_spans(struct quotes *q, const struct article *a, struct lessons *l)
{
	take_right_sources(q, a);
	for (size_t i = 0; i < q->ncues; i++) {
		teach_cover(q, a, l, i, SIDE_AFTER);
		teach_cover(q, a, l, i, SIDE_BEFORE);
		teach_indirect(q, a, l, i);
	}
}

/* ---- */

static void
train(struct quotes *q, const struct corpus *c, const long fold[2], int8_t *out)
{
	static void (*const teach[])(struct quotes *, const struct article *,
	    struct lessons *) = { teach_subjects, teach_sources,
	    teach_spans, teach_reports };
	struct lessons l = { .n = 0 };
	struct model m = { QUOTES_ROWS, xalloc(QUOTES_ROWS, sizeof *m.w),
	    xalloc(QUOTES_ROWS, sizeof *m.square),
	    xalloc(QUOTES_ROWS, sizeof *m.seen), NULL, NULL, 0, 0 };

	for (size_t t = 0; t < sizeof teach / sizeof *teach; t++) {
		choice_forget(&l);
		for (size_t i = 0; i < c->n; i++) {
			if (fold[1] > 0 && (long)i % fold[1] == fold[0])
				continue;
			quotes_document(q);
			quotes_frame(q, buf_str(&c->a[i].text));
			teach[t](q, &c->a[i], &l);
		}
		fprintf(stderr, "%zu examples, %zu candidates, %zu rows\n",
		    l.n, l.ncands, l.nrows);
		choice_learn(&m, &l, out);
	}
}

static void
put_number(struct buf *b, const char *name, size_t n)
{
	buf_put(b, str_of(name));
	buf_number(b, n);
}

static void
put_quote(const struct article *a, const struct quote *x)
{
	struct buf b = { 0 };

	buf_put(&b, STR("{\"id\":"));
	buf_put(&b, buf_str(&a->id));
	put_number(&b, ",\"start\":", x->spans[0].start);
	put_number(&b, ",\"end\":", x->spans[x->nspans - 1].end);
	buf_put(&b, STR(",\"spans\":["));
	for (size_t i = 0; i < x->nspans; i++) {
		put_number(&b, i > 0 ? ",[" : "[", x->spans[i].start);
		put_number(&b, ",", x->spans[i].end);
		buf_char(&b, ']');
	}
	buf_put(&b, STR("],\"kind\":\""));
	buf_put(&b, str_of(quote_kinds[x->kind]));
	buf_put(&b, STR("\",\"speaker\":"));
	json_quote(&b, x->speaker);
	if (x->mention.end > 0) {
		put_number(&b, ",\"mention_start\":", x->mention.start);
		put_number(&b, ",\"mention_end\":", x->mention.end);
	}
	put_number(&b, ",\"confidence\":", x->confidence);
	printf("%.*s}\n", (int)b.n, b.p);
	buf_free(&b);
}

static void
try(struct quotes *q, const struct corpus *c, const long fold[2],
    struct reliable *r)
{
	const struct quote *x;

	for (size_t i = 0; i < c->n; i++) {
		if ((long)i % fold[1] != fold[0])
			continue;
		quotes_document(q);
		quotes_start(q, buf_str(&c->a[i].text));
		while ((x = quotes_next(q)) != NULL) {
			put_quote(&c->a[i], x);
			reliable_count(r, q, &c->a[i], x);
		}
	}
}

static void
write_weights(const char *path, const int8_t *weights)
{
	weights_write(path,
	    "# Rankers of desk/quotes: whose a cue is, whose a stretch, where\n"
	    "# content begins and ends. Log-linear, by common/train/quotes.c,\n"
	    "# over classes, positions and lengths (no word of the text) of\n"
	    "# PolNeAR (no licence stated; counts and wordless weights only).\n",
	    (const uint8_t *)weights, QUOTES_ROWS);
}

/* Each fold in turn, or the one that is named. */
static void
validate(struct quotes *q, const struct corpus *c, char *const arg[2],
    int8_t *weights)
{
	struct reliable r = { .n = { { 0 } } };
	long fold[2] = { strtol(arg[0], NULL, 10), strtol(arg[1], NULL, 10) };
	long last = fold[0];

	if (strcmp(arg[0], "all") == 0)
		last = fold[1] - 1;
	for (; fold[0] <= last; fold[0]++) {
		memset(weights, 0, QUOTES_ROWS);
		train(q, c, fold, weights);
		try(q, c, fold, &r);
	}
	reliable_print(&r);
}

int
main(int argc, char *argv[])
{
	static const long whole[2];
	int8_t *weights = xalloc(QUOTES_ROWS, 1);
	struct quotes_opts opts = { .weights = weights };
	struct corpus c = { .n = 0 };
	struct quotes q;

	progname = "train/quotes";
	if (argc != 3 && argc != 5)
		diex("usage: quotes CORPUS OUT [FOLD|all FOLDS]");
	gold_load(&c, argv[1]);
	quotes_open(&q, &opts);
	if (argc == 5)
		validate(&q, &c, argv + 3, weights);
	else
		train(&q, &c, whole, weights);
	write_weights(argv[2], weights);
	return 0;
}
