/*
 * Which cue, mention or running speaker a stretch between quotation marks
 * belongs to, or that it is no speech: sources are listed by position and
 * ranked by features of their place, their classes and what lies between.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"

enum {
	/* What is farther away was chosen for one stretch in 300. */
	CUES_BEFORE = 4, CUES_AFTER = 2, MENTIONS_BEFORE = 3,
	MENTIONS_AFTER = 1, LOOK_BACK = 4,
	FEW = 2,	/* cues, beside which mentions are listed too */
	HEADLINE = 30		/* tokens from the stretch to its end */
};

static size_t
paragraph_of(const struct quotes *q, size_t token)
{
	return token < q->ntokens ? q->paragraph_of[q->sentence_of[token]]
	    : q->nsentences;
}

static unsigned
class_near(const struct quotes *q, const struct stretch *s, size_t i)
{
	if (i >= q->ntokens || paragraph_of(q, i) != s->paragraph)
		return W_NONE;
	return q->quoted[i] ? W_QUOTED : q->words[i].k;
}

/* , . ? ! or none stands last inside the marks. */
static unsigned
last_mark(const struct quotes *q, const struct stretch *s)
{
	char c = s->close > s->open ? q->text.p[s->close - 1] : ' ';

	return c == ',' ? 1 : c == '.' ? 2 : c == '?' ? 3 : c == '!' ? 4
	    : c == '-' || (unsigned char)c >= 0x80 ? 5 : 0;
}

static struct place
place_of(const struct quotes *q, const struct stretch *s)
{
	struct place p = { .ends = last_mark(q, s) };
	unsigned upper = 0;
	size_t to = s->last < s->first + 40 ? s->last : s->first + 40;

	for (size_t i = s->first; i < to; i++) {
		p.words += q->words[i].k < W_COMMA
		    || q->words[i].k > W_CONTRACTED;
		upper += q->words[i].upper;
	}
	p.titled = p.words > 0 && upper * 2 > p.words;
	p.upper = s->first < s->last && q->words[s->first].upper;
	p.words = features_bin(p.words);
	p.pre = s->left > 0 ? class_near(q, s, s->left - 1) : W_NONE;
	p.pre2 = s->left > 1 ? class_near(q, s, s->left - 2) : W_NONE;
	p.post = class_near(q, s, s->right);
	p.post2 = class_near(q, s, s->right + 1);
	p.opens = p.pre == W_NONE;
	p.closes = p.post == W_NONE;
	return p;
}

/* The stretch before that was taken for speech, near enough; -1: none. */
static int
speech_before(const struct quotes *q, size_t k)
{
	for (size_t i = k; i > 0 && k - i < LOOK_BACK; i--) {
		const struct stretch *s = &q->stretches[i - 1];

		if (s->paragraph + 2 < q->stretches[k].paragraph)
			break;
		if (s->speech)
			return (int)i - 1;
	}
	return -1;
}

/* ---- listing ---- */

static size_t
add_cues(struct quotes *q, const struct stretch *s, struct source *out)
{
	size_t at = quotes_cue_at(q, s->left), n = 0;

	for (size_t i = at, k = 0; k < CUES_BEFORE && i-- > 0; k++) {
		size_t p = q->cues[i].paragraph;

		/* "And from the chairwoman:" on the line before. */
		if (p != s->paragraph && !(p + 1 == s->paragraph && k == 0
		    && class_near(q, s, s->left - 1) == W_NONE))
			break;
		/* In a sentence before: the last two, of the last one. */
		if (k > 0 && q->cues[i].sentence + (k == 1) < s->sentence)
			break;
		out[n++] = quotes_source_of((int)i, quotes_subject(q, i));
	}
	for (size_t i = at, k = 0; k < CUES_AFTER && i < q->ncues; i++, k++) {
		if (q->cues[i].paragraph != s->paragraph
		    && !(q->cues[i].class == CUE_DASH
		    && q->cues[i].token == s->right))
			break;
		if (q->cues[i].sentence > s->last_sentence + 1)
			break;
		out[n++] = quotes_source_of((int)i, quotes_subject(q, i));
	}
	return n;
}

/* Of a verb behind it: to ask for it ranks, which features must not. */
static bool
is_subject(struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention];
	bool subject = false;

	for (size_t i = quotes_cue_at(q, m->from); i < q->ncues
	    && q->cues[i].token < m->to + 8; i++)
		subject |= quotes_subject(q, i) == (int)mention;
	return subject;
}

/* Without a verb few others were ever chosen: one in 300. */
static bool
may_stand_alone(const struct mention *m)
{
	return m->kind == MENTION_NAME || m->kind == MENTION_TITLED
	    || m->kind == MENTION_HE || m->kind == MENTION_IT
	    || m->kind == MENTION_I || m->kind == MENTION_WHO
	    || m->kind == MENTION_PAPER;
}

static size_t
add_mention(struct quotes *q, size_t mention, struct source *out)
{
	if (!may_stand_alone(&q->mentions[mention]))
		return 0;
	*out = quotes_source_of(-1, (int)mention);
	out->subject = is_subject(q, mention);
	return 1;
}

static size_t
add_mentions(struct quotes *q, const struct stretch *s, struct source *out)
{
	size_t at = quotes_mention_at(q, s->left), n = 0;

	for (size_t i = at, k = 0; k < MENTIONS_BEFORE && i-- > 0; k++) {
		size_t in = q->mentions[i].sentence;
		size_t p = q->paragraph_of[in];

		if ((p != s->paragraph && p + 1 != s->paragraph)
		    || in + (k < 2) < s->sentence)
			break;
		n += add_mention(q, i, out + n);
	}
	for (size_t i = at, k = 0; k < MENTIONS_AFTER && i < q->nmentions;
	    i++, k++) {
		size_t p = q->paragraph_of[q->mentions[i].sentence];

		if (p != s->paragraph && q->mentions[i].from > s->right + 1)
			break;
		n += add_mention(q, i, out + n);
	}
	return n;
}

/* Behind a colon or a name, before a bracket or a dash: no verb is needed. */
static bool
may_have_no_verb(const struct place *p)
{
	return p->pre == W_COLON || p->pre == W_CAP || p->pre == W_CAPS
	    || p->pre == W_DASH || p->post == W_PAREN || p->post == W_DASH;
}

void
quotes_place(struct quotes *q, size_t k)
{
	struct stretch *s = &q->stretches[k];

	s->place = place_of(q, s);
}

size_t
quotes_sources(struct quotes *q, size_t k, struct source out[SOURCES])
{
	const struct stretch *s = &q->stretches[k];
	int before = speech_before(q, k);
	struct source inherited = { .kind = SOURCE_INHERIT, .cue = -1,
	    .mention = before >= 0 ? q->stretches[before].mention : -1 };
	size_t n = 1, cues;

	out[0] = (struct source){ .cue = -1, .mention = -1 };
	if (inherited.mention >= 0 || q->marked_only)
		out[n++] = inherited;
	if (s->left < q->ntokens) {
		cues = add_cues(q, s, out + n);
		n += cues;
		if (cues < FEW || may_have_no_verb(&s->place))
			n += add_mentions(q, s, out + n);
	}
	/* Of nobody, if it is speech: one in 3000, where there are others. */
	if (n == 1)
		out[n++] = inherited;
	return n;
}

/* ---- features ---- */

/* What lies between a source and its stretch. */
struct way {
	unsigned after, sentences, gap, stretches, cues;
	size_t from, to;
	uint32_t pattern;
};

static unsigned
cap(size_t n, unsigned most)
{
	return n < most ? (unsigned)n : most;
}

/* By the bytes of the next stretch on that side. */
static bool
may_have_stretch(const struct quotes *q, const struct stretch *s,
    const struct way *w)
{
	if (w->after)
		return s + 1 < q->stretches + q->nstretches
		    && s[1].outer_open <= q->tokens[w->to - 1].start;
	return s > q->stretches && s[-1].outer_close > q->tokens[w->from].start;
}

static struct way
way_to(const struct quotes *q, const struct stretch *s, size_t from, size_t to)
{
	struct way w = { .after = from >= s->right };
	size_t a, b;

	w.from = w.after ? s->right : to;
	w.to = w.after ? from : s->left;
	if (w.to < w.from)
		w.to = w.from;
	w.gap = features_bin(w.to - w.from);
	w.pattern = quotes_gap(q, w.from, w.to);
	a = w.after ? s->last_sentence : q->sentence_of[to - 1];
	b = w.after ? q->sentence_of[from] : s->sentence;
	w.sentences = cap(b > a ? b - a : 0, 3);
	w.cues = cap(quotes_cue_at(q, w.to) - quotes_cue_at(q, w.from), 3);
	if (w.from < w.to && may_have_stretch(q, s, &w))
		for (size_t i = w.from; i < w.to && i < w.from + 60
		    && w.stretches < 2; i++)
			w.stretches += q->quoted[i] != 0 && (i == w.from
			    || q->quoted[i] != q->quoted[i - 1]);
	return w;
}

static void
put_place(struct features *restrict f, const struct place *p, unsigned kind)
{
	uint32_t at = join(p->opens, p->closes);

	feature(f, kind, join(at, p->words));
	feature(f, kind + 1, join(join(p->pre, p->words), p->upper));
	feature(f, kind + 2, join(join(p->ends, p->words), p->post));
	feature(f, kind + 3, join(join(p->pre, p->pre2), p->upper));
	feature(f, kind + 4, join(join(p->post, p->post2), p->ends));
	feature(f, kind + 5, join(join(p->ends, p->upper), at));
	feature(f, kind + 6, join(join(p->titled, p->words), p->pre));
	feature(f, kind + 7, join(join(p->titled, p->words), at));
	feature(f, kind + 8, join(p->pre, p->post));
	feature(f, kind + 9, join(p->post, p->words));
}

static void
put_none(const struct quotes *q, const struct stretch *s,
    const struct place *p, struct features *restrict f)
{
	size_t first = q->first_token[s->sentence];
	unsigned before = cap(quotes_cue_at(q, s->left)
	    - quotes_cue_at(q, first), 3);
	unsigned after = cap(quotes_cue_at(q, quotes_end(q, s->left))
	    - quotes_cue_at(q, s->left), 2);
	bool speech = s != q->stretches && s[-1].speech
	    && s[-1].paragraph == s->paragraph;

	put_place(f, p, 110);
	feature(f, 121, join(join(before, after), p->words));
	feature(f, 122, join(join(before, p->words), p->pre));
	feature(f, 123, join(join(speech, p->words), p->opens));
	feature(f, 124, join(s->closed, p->words));
	feature(f, 125, join(join(s->continues, p->opens), p->words));
	feature(f, 126, join(join(speech, before + after > 0), p->words));
}

static void
put_inherit(const struct quotes *q, size_t k, const struct place *p,
    int mention, struct features *restrict f)
{
	const struct stretch *s = &q->stretches[k];
	int b = speech_before(q, k);
	const struct stretch *o = b >= 0 ? &q->stretches[b] : NULL;
	unsigned same = o == NULL ? 3 : o->paragraph == s->paragraph;
	size_t from = o != NULL ? o->right : s->left;
	unsigned gap = features_bin(s->left > from ? s->left - from : 0);
	size_t cue = quotes_cue_at(q, s->right);
	unsigned near = cue < q->ncues && q->cues[cue].paragraph
	    == s->paragraph ? features_bin(q->cues[cue].token - s->right) : 15;
	unsigned cues = cap(quotes_cue_at(q, s->left)
	    - quotes_cue_at(q, from), 3);

	put_place(f, p, 130);
	feature(f, 141, join(join(same, gap), cues));
	feature(f, 142, join(join(same, near), p->opens));
	feature(f, 143, join(join(same, s->continues), p->opens));
	feature(f, 144, join(join(same, cues), near));
	feature(f, 145, join(join(same, quotes_gap(q, from, s->left)), 1));
	feature(f, 146, join(join(mention >= 0, same), p->closes));
	feature(f, 147, join(join(p->opens, p->closes), join(same, near)));
	feature(f, 148, o == NULL ? 9 : join(join(o->inherits, o->cue >= 0),
	    join(same, p->opens)));
	feature(f, 149, o == NULL ? 9 : join(join(o->closed, same),
	    join(gap, p->opens)));
}

static void
put_way(struct features *restrict f, const struct way *w, const struct place *p,
    unsigned kind)
{
	uint32_t where = join(join(w->after, w->sentences), w->stretches);
	unsigned edge = w->after ? p->ends : p->pre;

	feature(f, kind, where);
	feature(f, kind + 2, join(join(w->after, w->pattern), w->sentences));
	feature(f, kind + 5, join(join(where, p->opens), p->closes));
	feature(f, kind + 6, join(join(where, p->words), w->gap == 0));
	feature(f, kind + 7, join(join(w->after, w->gap), edge));
	feature(f, kind + 8, join(join(where, w->after ? p->post : p->pre),
	    p->upper));
}

/* Features that only one of the two kinds of sources gains by. */
static void
put_way_of_cue(struct features *restrict f, const struct way *w,
    const struct place *p)
{
	uint32_t where = join(join(w->after, w->sentences), w->stretches);

	feature(f, 159, join(join(where, p->ends), p->upper));
	feature(f, 160, join(join(join(where, w->cues), p->opens), p->ends));
}

static void
put_way_of_mention(struct features *restrict f, const struct way *w,
    const struct place *p)
{
	uint32_t where = join(join(w->after, w->sentences), w->stretches);
	unsigned edge = w->after ? p->ends : p->pre;

	feature(f, 181, join(where, w->gap));
	feature(f, 183, join(join(where, w->cues), w->gap));
	feature(f, 184, join(join(where, edge), w->cues));
}

static void
put_cue(const struct quotes *q, size_t k, const struct place *p,
    const struct source *x, struct features *restrict f)
{
	const struct stretch *s = &q->stretches[k];
	const struct cue *c = &q->cues[x->cue];
	const struct mention *m = x->mention >= 0
	    ? &q->mentions[x->mention] : NULL;
	size_t from = c->token, to = c->token + 1;
	unsigned class = c->class * 8 + c->form, kind = m != NULL ? m->kind : 0;
	unsigned order = m == NULL ? 2 : m->from > c->token;
	struct way w;
	uint32_t where;
	bool again = k > 0 && s[-1].cue == x->cue;

	/* The phrase counts with its verb when it stands on the same side. */
	if (m != NULL && (m->from > s->left) == (c->token > s->left)) {
		from = m->from < from ? m->from : from;
		to = m->to > to ? m->to : to;
	}
	w = way_to(q, s, from, to);
	put_way(f, &w, p, 150);
	put_way_of_cue(f, &w, p);
	where = join(join(w.after, w.sentences), order);
	feature(f, 165, join(where, class));
	feature(f, 166, join(where, kind));
	feature(f, 163, join(where, c->frame));
	feature(f, 164, join(join(w.after, c->frame), w.cues));
	feature(f, 167, join(join(where, class), w.gap));
	feature(f, 168, join(join(where, class), w.cues));
	feature(f, 170, join(join(w.after, w.pattern), class));
	feature(f, 171, join(join(join(w.after, order), again), w.stretches));
	feature(f, 173, join(join(where, cap((size_t)(c->margin < 0 ? 0
	    : c->margin) / 8, 7)), kind));
	feature(f, 174, join(join(join(where, class), p->opens), p->ends));
	feature(f, 176, m == NULL ? 9 : join(join(where,
	    m->from == quotes_begin(q, m->from)), join(w.cues, class)));
	feature(f, 177, join(join(where, p->words), class));
	feature(f, 179, m == NULL ? 9 : join(join(where, quotes_gap(q, order
	    ? c->token + 1 : m->to, order ? m->from : c->token)), w.cues));
}

static void
put_mention(const struct quotes *q, size_t k, const struct place *p,
    const struct source *x, struct features *restrict f)
{
	const struct stretch *s = &q->stretches[k];
	const struct mention *m = &q->mentions[x->mention];
	struct way w = way_to(q, s, m->from, m->to);
	unsigned same = q->paragraph_of[m->sentence] == s->paragraph;
	size_t at = quotes_mention_at(q, s->left);
	unsigned rank = cap((size_t)x->mention >= at
	    ? (size_t)x->mention - at : at - (size_t)x->mention, 9);
	unsigned pre = m->from > quotes_begin(q, m->from)
	    ? q->words[m->from - 1].k : W_NONE;
	unsigned post = quotes_class(q, m->to);
	uint32_t where = join(join(w.after, w.sentences), same);
	bool subject = x->subject;

	put_way(f, &w, p, 180);
	put_way_of_mention(f, &w, p);
	feature(f, 192, join(where, m->kind));
	feature(f, 193, join(join(where, m->kind), rank));
	feature(f, 194, join(join(where, quotes_coarse(pre)), m->kind));
	feature(f, 195, join(join(where, quotes_coarse(post)), m->kind));
	feature(f, 196, join(join(where, pre == W_NONE), rank));
	feature(f, 197, join(join(where, subject), rank));
	feature(f, 198, join(join(where, post), join(p->opens, w.gap)));
	feature(f, 199, join(join(same, w.after), join(subject, m->kind)));
	feature(f, 200, join(join(where, pre), post));
}

void
quotes_source_features(struct quotes *q, size_t k,
    const struct source *x, struct features *out)
{
	struct features f = *out;
	const struct place *p = &q->stretches[k].place;

	feature(&f, 100, x->kind);
	feature(&f, 101, join(join(x->kind, p->words),
	    join(p->opens, p->closes)));
	if (x->kind == SOURCE_NONE)
		put_none(q, &q->stretches[k], p, &f);
	else if (x->kind == SOURCE_INHERIT)
		put_inherit(q, k, p, x->mention, &f);
	else if (x->kind == SOURCE_CUE)
		put_cue(q, k, p, x, &f);
	else
		put_mention(q, k, p, x, &f);
	*out = f;
}

/* features_bin() of words: 98.8 % of those from nine words on are speech. */
enum { THREE_WORDS = 3, NINE_WORDS = 6 };

bool
quotes_is_whole(const struct quotes *q, const struct stretch *s)
{
	const struct place *p = &s->place;

	if (p->titled)
		return false;
	if (p->words >= NINE_WORDS)
		return true;
	return p->words >= THREE_WORDS && p->upper && p->ends >= 2
	    && p->ends <= 4 && s->left == quotes_begin(q, s->left)
	    && (s->right >= q->ntokens
	    || s->right == quotes_begin(q, s->right));
}

int
quotes_running(const struct quotes *q, const struct stretch *s)
{
	size_t m, begin;

	if (s->sentence == 0 || q->paragraph_of[s->sentence - 1]
	    != s->paragraph)
		return -1;
	begin = q->first_token[s->sentence - 1];
	m = quotes_mention_at(q, begin + 1);
	if (m >= q->nmentions || q->mentions[m].from > begin + 1
	    || q->mentions[m].sentence != s->sentence - 1)
		return -1;
	switch (q->mentions[m].kind) {
	case MENTION_HE: case MENTION_NAME: case MENTION_TITLED:
	case MENTION_ROLE:
		return (int)m;
	default:
		return -1;
	}
}

/* Of the line or the sentence the stretch stands in, whatever ends first. */
static size_t
line_end(const struct quotes *q, const struct stretch *s)
{
	size_t end = quotes_end(q, s->left), i = s->right;

	while (i < end && i < s->right + HEADLINE) {
		size_t from = q->tokens[i - 1].end;

		if (memchr(q->text.p + from, '\n', q->tokens[i].start - from)
		    != NULL)
			return i;
		i++;
	}
	return end;
}

static bool
has_colon_behind(const struct quotes *q, const struct stretch *s)
{
	size_t i = s->right, end = q->ntokens - i < HEADLINE ? q->ntokens
	    : i + HEADLINE;

	for (; (i = quotes_bits_next(q, PART_SEAM, i, end)) < end; i++)
		if (q->words[i].k == W_COLON)
			return true;
	return false;
}

/* Tokyo 'will not tolerate' this: Kishida -- a headline's speaker, or -1. */
int
quotes_headline_speaker(const struct quotes *q, size_t k)
{
	const struct stretch *s = &q->stretches[k];
	size_t end, at;

	if (s->left >= q->ntokens || !has_colon_behind(q, s))
		return -1;
	end = line_end(q, s);
	if (end < 3 || end > s->right + HEADLINE || q->sentence_of[end - 1]
	    != s->sentence || !q->words[end - 1].upper)
		return -1;
	at = quotes_mention_at(q, end - 1);
	if (at >= q->nmentions || q->mentions[at].to != end
	    || q->mentions[at].from <= s->right
	    || q->mentions[at].kind != MENTION_NAME
	    || q->words[q->mentions[at].from - 1].k != W_COLON)
		return -1;
	return (int)at;
}

void
quotes_take_source(struct quotes *q, size_t k, const struct source *x,
    int margin)
{
	struct stretch *s = &q->stretches[k];

	s->speech = x->kind != SOURCE_NONE;
	s->inherits = x->kind == SOURCE_INHERIT;
	s->cue = x->cue;
	s->mention = x->mention;
	s->margin = margin;
	if (x->kind == SOURCE_NONE)
		s->mention = -1;
}
