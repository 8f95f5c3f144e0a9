/*
 * train/quotes -- makes common/data/quotes.weights from articles whose
 * quotations are marked (JSON Lines: id, text, quotes with start end spans
 * type speaker cue speech; offsets in characters):
 *
 *	quotes CORPUS OUT		weights from all of it
 *	quotes CORPUS OUT FOLD FOLDS	weights from all but every FOLDS-th
 *					article; what they find there goes to
 *					standard output, as quotes -j has it
 *
 * Log-linear choice among candidates, AdaGrad, one pass of the corpus for each
 * model with the models before it in place. No feature holds a word of the
 * text: they are made of classes, positions and lengths.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "desk/quotes_parts.h"
#include "io/json.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "train/weights.h"

enum { EPOCHS = 8, PARTS = 3, RARE = 3, SCALE = 32 };
static const double rate = 0.03, ridge = 1e-3;

/* ---- what is learnt from ---- */

struct part {
	size_t at;
	int n;
};

struct candidate {
	int part[PARTS];	/* -1: none */
	bool right;
};

struct example {
	size_t first, n;
};

struct lessons {
	uint32_t *rows;
	struct part *parts;
	struct candidate *cands;
	struct example *examples;
	size_t nrows, nparts, ncands, n;
	size_t row_cap, part_cap, cand_cap, cap;
};

static void
forget(struct lessons *l)
{
	l->nrows = l->nparts = l->ncands = l->n = 0;
}

static int
add_part(struct lessons *l, const struct features *f)
{
	l->parts = xgrow(l->parts, &l->part_cap, l->nparts + 1,
	    sizeof *l->parts);
	l->rows = xgrow(l->rows, &l->row_cap, l->nrows + (size_t)f->n,
	    sizeof *l->rows);
	l->parts[l->nparts] = (struct part){ l->nrows, f->n };
	memcpy(l->rows + l->nrows, f->rows, (size_t)f->n * sizeof *f->rows);
	l->nrows += (size_t)f->n;
	return (int)l->nparts++;
}

static void
add_candidate(struct lessons *l, int a, int b, int c, bool right)
{
	l->cands = xgrow(l->cands, &l->cand_cap, l->ncands + 1,
	    sizeof *l->cands);
	l->cands[l->ncands++] = (struct candidate){ { a, b, c }, right };
}

/* Those since first; an example without a right and a wrong one teaches none. */
static void
end_example(struct lessons *l, size_t first)
{
	size_t right = 0;

	for (size_t i = first; i < l->ncands; i++)
		right += l->cands[i].right;
	if (right == 0 || right == l->ncands - first) {
		l->ncands = first;
		return;
	}
	l->examples = xgrow(l->examples, &l->cap, l->n + 1,
	    sizeof *l->examples);
	l->examples[l->n++] = (struct example){ first, l->ncands - first };
}

/* ---- learning ---- */

struct model {
	double *w, *square;
	uint32_t *seen;
	double *score, *slope;	/* by part */
	size_t score_cap, slope_cap;
};

static uint64_t state = 0x2545f4914f6cdd1d;

static size_t
below(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)((state >> 33) % n);
}

/* The same bits on every machine, which the C library's need not be. */
static double
power_of_e(double x)
{
	int k = (int)floor(x * 1.4426950408889634 + 0.5);
	double r = x - k * 0.6931471805599453, term = 1, sum = 1;

	for (int i = 1; i < 14; i++) {
		term *= r / i;
		sum += term;
	}
	return ldexp(sum, k);
}

static double
part_score(const struct model *m, const struct lessons *l, int p)
{
	const struct part *x = &l->parts[p];
	double sum = 0;

	for (int i = 0; i < x->n; i++)
		sum += m->w[l->rows[x->at + (size_t)i]];
	return sum;
}

static void
apply(struct model *m, const struct lessons *l, int p, double slope)
{
	const struct part *x = &l->parts[p];

	for (int i = 0; i < x->n; i++) {
		uint32_t r = l->rows[x->at + (size_t)i];
		double g = slope + ridge * m->w[r];

		if (m->seen[r] < RARE)
			continue;
		m->square[r] += g * g;
		m->w[r] -= rate * g / (1e-6 + sqrt(m->square[r]));
	}
}

static double
candidate_score(const struct model *m, const struct candidate *c)
{
	double sum = 0;

	for (int k = 0; k < PARTS; k++)
		sum += c->part[k] >= 0 ? m->score[c->part[k]] : 0;
	return sum;
}

static void
learn(struct model *m, const struct lessons *l, const struct example *e)
{
	const struct candidate *c = l->cands + e->first;
	double most = -1e300, all = 0, good = 0;
	int low = 0x7fffffff, high = -1;

	for (size_t i = 0; i < e->n; i++)
		for (int k = 0; k < PARTS; k++)
			if (c[i].part[k] >= 0) {
				low = c[i].part[k] < low ? c[i].part[k] : low;
				high = c[i].part[k] > high ? c[i].part[k]
				    : high;
			}
	for (int p = low; p <= high; p++) {
		m->score[p] = part_score(m, l, p);
		m->slope[p] = 0;
	}
	for (size_t i = 0; i < e->n; i++) {
		double s = candidate_score(m, &c[i]);

		most = s > most ? s : most;
	}
	for (size_t i = 0; i < e->n; i++) {
		double p = power_of_e(candidate_score(m, &c[i]) - most);

		all += p;
		good += c[i].right ? p : 0;
	}
	for (size_t i = 0; i < e->n; i++) {
		double p = power_of_e(candidate_score(m, &c[i]) - most);
		double g = p / all - (c[i].right ? p / good : 0);

		for (int k = 0; k < PARTS; k++)
			if (c[i].part[k] >= 0)
				m->slope[c[i].part[k]] += g;
	}
	for (int p = low; p <= high; p++)
		if (m->slope[p] > 1e-4 || m->slope[p] < -1e-4)
			apply(m, l, p, m->slope[p]);
}

static void
learn_all(struct model *m, const struct lessons *l, int8_t *out)
{
	size_t *order = xalloc(l->n, sizeof *order);

	m->score = xgrow(m->score, &m->score_cap, l->nparts, sizeof *m->score);
	m->slope = xgrow(m->slope, &m->slope_cap, l->nparts, sizeof *m->slope);
	for (size_t i = 0; i < l->nrows; i++)
		m->seen[l->rows[i]]++;
	for (size_t i = 0; i < l->n; i++)
		order[i] = i;
	for (int e = 0; e < EPOCHS; e++) {
		for (size_t i = l->n; i > 1; i--) {
			size_t j = below(i), t = order[i - 1];

			order[i - 1] = order[j];
			order[j] = t;
		}
		for (size_t i = 0; i < l->n; i++)
			learn(m, l, &l->examples[order[i]]);
	}
	for (size_t r = 0; r < QUOTES_ROWS; r++) {
		double v = floor(m->w[r] * SCALE + 0.5);

		out[r] = (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
	}
	free(order);
}

/* ---- the corpus ---- */

struct gold {
	struct span spans[32], speaker, cue;	/* bytes; end 0: none */
	size_t n;
	bool speech, direct;
};

struct article {
	struct buf text, id;
	struct gold *gold;
	size_t n;
};

struct corpus {
	struct article *a;
	size_t n, cap;
};

/* Byte offsets of the characters. */
static size_t *
offsets_of(struct str t)
{
	size_t *at = xalloc(t.n + 2, sizeof *at), n = 0;

	for (size_t i = 0; i < t.n;) {
		at[n++] = i;
		utf8_next(t, &i);
	}
	at[n] = t.n;
	return at;
}

static struct span
span_field(struct str object, const char *name, const size_t *at)
{
	struct str v, x;
	struct span s = { 0, 0 };

	if (!json_field(object, str_of(name), &v) || v.n == 0 || v.p[0] != '{')
		return s;
	if (json_field(v, STR("start"), &x))
		s.start = at[strtoul(x.p, NULL, 10)];
	if (json_field(v, STR("end"), &x))
		s.end = at[strtoul(x.p, NULL, 10)];
	return s;
}

static void
parse_quote(struct gold *g, struct str object, const size_t *at)
{
	struct str v;
	size_t i = 0;
	unsigned long long a, b;

	*g = (struct gold){ .speaker = span_field(object, "speaker", at),
	    .cue = span_field(object, "cue", at) };
	if (json_field(object, STR("spans"), &v))
		while (g->n < 32 && json_number(v, &i, &a)
		    && json_number(v, &i, &b))
			g->spans[g->n++] = (struct span){ at[a], at[b] };
	g->speech = json_field(object, STR("speech"), &v) && v.p[0] == 't';
	g->direct = json_field(object, STR("type"), &v)
	    && str_eq(v, STR("\"direct\""));
}

/* The next object of an array of objects at or after *i. */
static bool
next_object(struct str v, size_t *i, struct str *object)
{
	size_t start = 0;
	int depth = 0;
	bool string = false;

	for (; *i < v.n; ++*i) {
		char c = v.p[*i];

		if (string) {
			*i += c == '\\';
			string = c != '"';
		} else if (c == '"') {
			string = true;
		} else if (c == '{' && depth++ == 0) {
			start = *i;
		} else if (c == '}' && --depth == 0) {
			*object = str_cut(v, start, ++*i);
			return true;
		}
	}
	return false;
}

static void
parse_article(struct article *a, struct str line)
{
	struct str v, object;
	size_t *at, i = 0, cap = 0;

	if (!json_field(line, STR("text"), &v))
		diex("an article without text");
	json_unquote(&a->text, v);
	if (json_field(line, STR("id"), &v))
		buf_put(&a->id, v);
	at = offsets_of(buf_str(&a->text));
	if (json_field(line, STR("quotes"), &v))
		while (next_object(v, &i, &object)) {
			a->gold = xgrow(a->gold, &cap, a->n + 1,
			    sizeof *a->gold);
			parse_quote(&a->gold[a->n++], object, at);
		}
	free(at);
}

static void
load(struct corpus *c, const char *path)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		diee("%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		c->a = xgrow(c->a, &c->cap, c->n + 1, sizeof *c->a);
		c->a[c->n] = (struct article){ .n = 0 };
		parse_article(&c->a[c->n++], (struct str){ line, (size_t)n });
	}
	free(line);
	fclose(f);
}

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

/* The last word with a capital: the surname, most often. */
static struct str
last_capital(struct str s)
{
	struct str best = { "", 0 };

	for (size_t i = 0; i < s.n && s.p[i] != ',';) {
		size_t from = i;

		while (i < s.n && s.p[i] != ' ' && s.p[i] != ',')
			i++;
		if (byte_is_upper(s.p[from]))
			best = str_cut(s, from, i);
		while (i < s.n && s.p[i] == ' ')
			i++;
	}
	return best;
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
	a = last_capital(str_cut(q->text, g->speaker.start, g->speaker.end));
	b = last_capital(str_cut(q->text, q->tokens[m->from].start,
	    q->tokens[m->to - 1].end));
	return a.n > 2 && str_eq(a, b);
}

/* ---- lessons of the four decisions ---- */

static void
teach_subjects(struct quotes *q, const struct article *a, struct lessons *l)
{
	for (size_t i = 0; i < q->ncues; i++) {
		const struct gold *g = gold_of_cue(q, a, &q->cues[i]);
		int found[SUBJECTS];
		size_t n, first = l->ncands;

		if (g == NULL || g->speaker.end == 0)
			continue;
		n = quotes_subjects(q, &q->cues[i], found);
		for (size_t k = 0; k < n; k++) {
			struct features f = { .n = 0 };
			const struct mention *m = &q->mentions[found[k]];

			quotes_subject_features(q, &q->cues[i], found[k], &f);
			add_candidate(l, add_part(l, &f), -1, -1,
			    meets(q, m->from, m->to, g->speaker));
		}
		end_example(l, first);
	}
}

static bool
is_source(const struct quotes *q, const struct gold *g, const struct source *x)
{
	if (g == NULL || x->kind == SOURCE_NONE)
		return g == NULL && x->kind == SOURCE_NONE;
	return is_speaker(q, g, x->mention);
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
		if (x[i].cue >= 0 && g->cue.end > 0 && meets(q,
		    q->cues[x[i].cue].token, q->cues[x[i].cue].token + 1,
		    g->cue))
			r += 4;
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
		size_t n = quotes_sources(q, k, x), first = l->ncands;
		bool known = g == NULL || g->speaker.end > 0;

		for (size_t i = 0; i < n && known; i++) {
			struct features f = { .n = 0 };

			quotes_source_features(q, k, &x[i], &f);
			add_candidate(l, add_part(l, &f), -1, -1,
			    is_source(q, g, &x[i]));
		}
		end_example(l, first);
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

struct pairs {
	int start[EDGES], end[EDGES];
};

static void
add_edges(const struct quotes *q, const struct cue *c, int side,
    const struct edges *e, unsigned base, struct lessons *l, struct pairs *p)
{
	for (size_t i = 0; i < e->nstarts; i++) {
		struct features f = { .base = base };

		quotes_start_features(q, c, side, e->starts[i], &f);
		p->start[i] = add_part(l, &f);
	}
	for (size_t i = 0; i < e->nends; i++) {
		struct features f = { .base = base };

		quotes_end_features(q, c, side, e->ends[i], &f);
		p->end[i] = add_part(l, &f);
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

static void
teach_cover(struct quotes *q, const struct article *a, struct lessons *l,
    size_t cue, int side)
{
	const struct cue *c = &q->cues[cue];
	const struct gold *g = NULL;
	double o[EDGES * EDGES];
	size_t first = l->ncands, n = 0;
	struct span must;
	struct edges e;
	struct pairs p;

	if (!quotes_must_cover(q, cue, side, &must))
		return;
	for (size_t k = 0; k < q->nstretches && g == NULL; k++)
		if (q->stretches[k].left == must.start)
			g = gold_of_stretch(q, a, &q->stretches[k]);
	if (g == NULL)
		return;
	quotes_cover_edges(q, c, side, must, &e);
	add_edges(q, c, side, &e, COVER_BASE, l, &p);
	for (size_t i = 0; i < e.nstarts; i++)
		for (size_t k = 0; k < e.nends; k++) {
			struct span x[2] = { { e.starts[i], e.ends[k] }, must };
			struct features f = { .base = COVER_BASE };

			quotes_pair_features(q, c, side, x[0], &f);
			quotes_cover_features(q, c, side, x, &f);
			o[n++] = best_overlap(q, g, x[0]);
			add_candidate(l, p.start[i], p.end[k],
			    add_part(l, &f), false);
		}
	mark_best(l, first, o, 0.7);
	end_example(l, first);
}

static void
teach_indirect(struct quotes *q, const struct article *a, struct lessons *l,
    const struct cue *c)
{
	const struct gold *g = gold_of_cue(q, a, c);
	double o[2 * EDGES * EDGES + 1] = { 0 };
	size_t first = l->ncands, n = 1;
	struct features f = { .n = 0 };

	if (c->used || c->subject < 0 || (g != NULL && !g->speech))
		return;
	quotes_silence_features(q, c, &f);
	add_candidate(l, add_part(l, &f), -1, -1, g == NULL);
	for (int side = SIDE_AFTER; side <= SIDE_BEFORE; side++) {
		struct edges e;
		struct pairs p;

		quotes_edges(q, c, side, &e);
		add_edges(q, c, side, &e, 0, l, &p);
		for (size_t i = 0; i < e.nstarts; i++)
			for (size_t k = 0; k < e.nends; k++) {
				struct span x = { e.starts[i], e.ends[k] };

				if (x.end < x.start + 2)
					continue;
				f.n = 0;
				quotes_pair_features(q, c, side, x, &f);
				o[n++] = g == NULL ? 0 : best_overlap(q, g, x);
				add_candidate(l, p.start[i], p.end[k],
				    add_part(l, &f), false);
			}
	}
	if (g != NULL)
		mark_best(l, first, o, 0.7);
	end_example(l, first);
}

static void
teach_spans(struct quotes *q, const struct article *a, struct lessons *l)
{
	for (size_t k = 0; k < q->nstretches; k++) {
		struct source x[SOURCES];
		size_t n = quotes_sources(q, k, x);

		follow(q, k, gold_of_stretch(q, a, &q->stretches[k]), x, n);
	}
	quotes_link(q);
	for (size_t i = 0; i < q->ncues; i++) {
		teach_cover(q, a, l, i, SIDE_AFTER);
		teach_cover(q, a, l, i, SIDE_BEFORE);
		teach_indirect(q, a, l, &q->cues[i]);
	}
}

/* ---- */

static void
train(struct quotes *q, const struct corpus *c, const long fold[2], int8_t *out)
{
	static void (*const teach[])(struct quotes *, const struct article *,
	    struct lessons *) = { teach_subjects, teach_sources, teach_spans };
	struct lessons l = { .n = 0 };
	struct model m = { xalloc(QUOTES_ROWS, sizeof *m.w),
	    xalloc(QUOTES_ROWS, sizeof *m.square),
	    xalloc(QUOTES_ROWS, sizeof *m.seen), NULL, NULL, 0, 0 };

	for (size_t t = 0; t < sizeof teach / sizeof *teach; t++) {
		forget(&l);
		for (size_t i = 0; i < c->n; i++) {
			if (fold[1] > 0 && (long)i % fold[1] == fold[0])
				continue;
			quotes_document(q);
			quotes_frame(q, buf_str(&c->a[i].text));
			teach[t](q, &c->a[i], &l);
		}
		fprintf(stderr, "%zu examples, %zu candidates, %zu rows\n",
		    l.n, l.ncands, l.nrows);
		learn_all(&m, &l, out);
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
try(struct quotes *q, const struct corpus *c, const long fold[2])
{
	const struct quote *x;

	for (size_t i = 0; i < c->n; i++) {
		if ((long)i % fold[1] != fold[0])
			continue;
		quotes_document(q);
		quotes_start(q, buf_str(&c->a[i].text));
		while ((x = quotes_next(q)) != NULL)
			put_quote(&c->a[i], x);
	}
}

int
main(int argc, char *argv[])
{
	int8_t *weights = xalloc(QUOTES_ROWS, 1);
	struct quotes_opts opts = { .weights = weights };
	struct corpus c = { .n = 0 };
	long fold[2] = { 0, 0 };
	struct quotes q;

	progname = "train/quotes";
	if (argc != 3 && argc != 5)
		diex("usage: quotes CORPUS OUT [FOLD FOLDS]");
	if (argc == 5) {
		fold[0] = strtol(argv[3], NULL, 10);
		fold[1] = strtol(argv[4], NULL, 10);
	}
	load(&c, argv[1]);
	quotes_open(&q, &opts);
	train(&q, &c, fold, weights);
	weights_write(argv[2],
	    "# Rankers of desk/quotes: whose a cue is, whose a stretch, where\n"
	    "# content begins and ends. Log-linear, by common/train/quotes.c,\n"
	    "# over classes, positions and lengths (no word of the text) of\n"
	    "# PolNeAR (no licence stated; counts and wordless weights only).\n",
	    (const uint8_t *)weights, QUOTES_ROWS);
	if (fold[1] > 0)
		try(&q, &c, fold);
	return 0;
}
