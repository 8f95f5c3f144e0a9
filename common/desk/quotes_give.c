/*
 * What is given: a stretch with its speaker, the clause that has quoted words
 * in it, the clause a cue reports, what a label or a dash gives to somebody.
 */
#include "desk/quotes_runs.h"

#include "base/die.h"
#include "text/chars.h"

const char *const quote_kinds[QUOTE_KINDS] = { "direct", "mixed", "indirect" };

enum {
	ASIDE_GAP = 24,	/* tokens an aside takes inside a quoted sentence */
	SPLIT_GAP = 14,	/* tokens: ..., he said, ... goes on within so many */
	SHORTEST = 3,	/* tokens of an indirect clause */
	CUE_BACK = 8,	/* stretches */
	TWEET = 150,	/* tokens: 280 characters have no more */
	SAME = 6	/* bytes: with "that" or without */
};

struct quote *
quotes_add(struct quotes *q, enum quote_kind kind)
{
	q->found = xgrow(q->found, &q->found_cap, q->n + 1, sizeof *q->found);
	q->found[q->n] = (struct quote){ .kind = kind };
	return &q->found[q->n++];
}

/*
 * How often words and speaker are right (four fifths of the words, as the
 * evaluation of PolNeAR counts), by margin of the ranker in steps of 8, found
 * by cross-validation over its articles. A quotation that is none of a whole
 * sentence, or whose speaker stands in another paragraph, has a row of its own:
 * 7 of 10 are right where of the others 24 of 25 are.
 */
enum { DIRECT_DOUBTFUL = 3 };	/* a row behind those of the kinds */
static const uint16_t reliability[4][18] = {
	{ 300, 340, 380, 480, 590, 680, 720, 760, 820, 830, 840, 840, 850, 880,
	    890, 890, 930, 960 },
	{ 390, 400, 440, 450, 470, 530, 580, 600, 680, 690, 700, 760, 780, 800,
	    805, 810, 810, 815 },
	{ 420, 500, 540, 610, 650, 660, 700, 730, 740, 780, 790, 800, 805, 810,
	    850, 870, 880, 880 },
	{ 230, 250, 270, 350, 380, 420, 450, 500, 550, 570, 580, 590, 600, 610,
	    615, 620, 620, 620 },
};

static unsigned
confidence(unsigned row, int margin)
{
	int k = margin < 0 ? 0 : margin / 8;

	return reliability[row][k < 17 ? k : 17];
}

/* In the middle of a sentence, or of whom the paragraph does not name. */
static bool
is_doubtful(const struct quotes *q, const struct stretch *s)
{
	return !s->place.upper || (s->mention >= 0 && q->paragraph_of[
	    q->mentions[s->mention].sentence] != s->paragraph);
}

void
quotes_set_source(struct quotes *q, struct quote *x, int cue, int mention)
{
	if (cue >= 0) {
		size_t i = q->cues[cue].token;

		if (mention == q->cues[cue].subject && !q->marked_only)
			mention = quotes_described(q, &q->cues[cue], mention);
		x->cue = (struct span){ q->tokens[quotes_denial(q, i)].start,
		    q->tokens[i].end };
	}
	if (mention >= 0)
		quotes_name(q, (size_t)mention, x);
}

static struct span
bytes_of(const struct quotes *q, struct span x)
{
	return (struct span){ q->tokens[x.start].start,
	    q->tokens[x.end - 1].end };
}

/* "that is unlikely": no conjunction. */
static bool
is_conjunction(const struct quotes *q, size_t i)
{
	unsigned k = q->words[i].k, next = quotes_class(q, i + 1);

	return k == W_THAT && !q->quoted[i] && next != W_BE && next != W_HAVE
	    && next != W_MODAL && next != W_AUXNOT && next != W_CONTRACTED
	    && next != W_GENITIVE;
}

/* "told Lee Hsien Loong that": a clause does not begin inside of the name. */
static size_t
past_addressee(const struct quotes *q, struct span x)
{
	size_t end;

	if (x.start <= quotes_begin(q, x.start) || q->quoted[x.start - 1]
	    || !run_capital(q, x.start - 1) || !run_capital(q, x.start))
		return x.start;
	end = run_end(q, x.start, x.end);
	return end + 1 < x.end && is_conjunction(q, end) ? end : x.start;
}

/*
 * A reported clause, without the "that" it may begin with; German words stand
 * in another order behind it.
 */
static struct span
clause_bytes(const struct quotes *q, struct span x)
{
	x.start = past_addressee(q, x);
	if (x.end > x.start + 2 && is_conjunction(q, x.start)
	    && !quotes_is_language(q, "de") && !quotes_is_language(q, "nl"))
		x.start++;
	return bytes_of(q, x);
}

void
quotes_set_spans(const struct quotes *q, struct quote *x, struct content c)
{
	if (c.hole.end > 0) {
		x->spans[x->nspans++] = clause_bytes(q, (struct span){
		    c.all.start, c.hole.start });
		c.all.start = c.hole.end;
	}
	x->spans[x->nspans++] = clause_bytes(q, c.all);
}

/* "The plan," said X, 71, pointing at the door, "is dead.": mid-sentence. */
static bool
resumes(const struct quotes *q, const struct stretch *p,
    const struct stretch *s)
{
	if (!byte_is_lower(q->text.p[s->open]) || s->mention != p->mention
	    || s->left - p->right > ASIDE_GAP)
		return false;
	for (size_t i = p->right; i < s->left; i++)
		if (q->words[i].k == W_SEMI || q->sentence_of[i]
		    != q->sentence_of[s->left])
			return false;
	return true;
}

/* "..., " he said, "...": goes on in the quotation before. */
static bool
goes_on(const struct quotes *q, size_t k)
{
	const struct stretch *s = &q->stretches[k], *p = s - 1;
	const struct quote *x;
	size_t at;

	if (k == 0 || q->n == 0 || !p->used || !s->speech)
		return false;
	x = &q->found[q->n - 1];
	if (x->kind != QUOTE_DIRECT || x->nspans == QUOTE_SPANS
	    || x->spans[x->nspans - 1].end != p->close)
		return false;
	if (s->continues)
		return true;
	if (s->paragraph != p->paragraph || p->close == p->open
	    || q->text.p[p->close - 1] != ',' || s->close == s->open)
		return false;
	if (!resumes(q, p, s) && (s->left - p->right > SPLIT_GAP
	    || (s->cue != p->cue && !s->inherits)
	    || quotes_cue_at(q, s->left) > quotes_cue_at(q, p->right) + 1))
		return false;
	at = s->outer_open;
	while (at > 0 && byte_is_space(q->text.p[at - 1]))
		at--;
	return at > 0 && q->text.p[at - 1] == ',';
}

/* Its own, or in the same paragraph that of the stretch it goes on from. */
static int
cue_of(const struct quotes *q, size_t k)
{
	size_t low = k > CUE_BACK ? k - CUE_BACK : 0;

	for (size_t i = k + 1; i-- > low && q->stretches[i].paragraph
	    == q->stretches[k].paragraph;)
		if (q->stretches[i].speech && !q->stretches[i].inherits)
			return q->stretches[i].cue;
	return -1;
}

static void
go_on(struct quotes *q, struct stretch *s)
{
	struct quote *x = &q->found[q->n - 1];

	s->used = true;
	x->spans[x->nspans++] = (struct span){ s->open, s->close };
}

static void
emit_direct(struct quotes *q, size_t k)
{
	struct stretch *s = &q->stretches[k];
	struct quote *x;

	x = quotes_add(q, QUOTE_DIRECT);
	x->spans[x->nspans++] = (struct span){ s->open, s->close };
	x->confidence = confidence(is_doubtful(q, s) ? DIRECT_DOUBTFUL
	    : QUOTE_DIRECT, s->margin);
	quotes_set_source(q, x, cue_of(q, k), s->mention);
}

/* The clause with quoted words on this side of the cue. */
static void
emit_mixed(struct quotes *q, size_t k, struct content clause)
{
	const struct stretch *s = &q->stretches[k];
	struct quote *x = quotes_add(q, QUOTE_MIXED);

	quotes_set_spans(q, x, clause);
	x->confidence = confidence(QUOTE_MIXED, s->margin);
	quotes_set_source(q, x, s->cue, s->mention);
	for (size_t j = k; j < q->nstretches
	    && q->stretches[j].left < clause.all.end; j++)
		q->stretches[j].used = true;
}

void
quotes_give_stretch(struct quotes *q, size_t k)
{
	struct stretch *s = &q->stretches[k];
	const struct cue *c;
	struct span must;
	struct content clause;
	int side;

	if (s->used || !s->speech || s->close <= s->open)
		return;
	if (goes_on(q, k)) {
		go_on(q, s);
		return;
	}
	s->used = true;
	if (s->cue >= 0 && !q->marked_only) {
		c = &q->cues[s->cue];
		side = s->left > c->token ? SIDE_AFTER : SIDE_BEFORE;
		if (quotes_must_cover(q, (size_t)s->cue, side, &must)
		    && must.start == s->left) {
			clause = quotes_cover(q, c, must);
			if (clause.all.start != s->left
			    || clause.all.end != s->right) {
				emit_mixed(q, k, clause);
				return;
			}
		}
	}
	emit_direct(q, k);
}

/* "Q:", "LOPEZ:", "Lopez:" where the text names a Lopez: an interview. */
static bool
is_speaker_label(struct quotes *q, const struct cue *c)
{
	struct str t;
	int person;

	if (c->class != CUE_LABEL || c->subject < 0)
		return false;
	t = quotes_token(q, quotes_begin(q, c->token));
	if (t.n == 1 && (t.p[0] == 'Q' || t.p[0] == 'A'))
		return true;
	person = quotes_person_in(q, &q->mentions[c->subject]);
	return person >= 0 && (q->persons[person].sure
	    || q->persons[person].count > 1);	/* "Reader Tip: ..." */
}

/* "Reader Tip:" is a heading, "Lopez:" may speak in a headline. */
static bool
is_heading(const struct quotes *q, const struct cue *c)
{
	const struct mention *m = &q->mentions[c->subject];

	return c->class == CUE_LABEL && c->subject >= 0 && m->person >= 0
	    && m->to > m->from + 1;
}

/* All that follows in the paragraph. */
static void
emit_label(struct quotes *q, size_t i)
{
	const struct cue *c = &q->cues[i];
	size_t s = c->sentence, from = c->token + 1, end;
	struct quote *x;

	while (s + 1 < q->nsentences && q->paragraph_of[s + 1] == c->paragraph)
		s++;
	end = q->first_token[s + 1];
	for (size_t k = i + 1; k < q->ncues && q->cues[k].token < end; k++)
		if (q->cues[k].class == CUE_DASH)
			end = q->cues[k].token;	/* "- Name (@name)" */
	end = quotes_without_links(q, from, end);
	if (from >= end)
		return;
	x = quotes_add(q, QUOTE_INDIRECT);
	x->spans[x->nspans++] = bytes_of(q, (struct span){ from, end });
	x->confidence = QUOTES_LABELLED;
	quotes_set_source(q, x, (int)i, c->subject);
}

/* "Text of a tweet - Name (@name)": all before it in the paragraph. */
static void
emit_tweet(struct quotes *q, size_t i)
{
	const struct cue *c = &q->cues[i];
	size_t s = c->sentence, end;
	struct quote *x;

	while (s > 0 && q->paragraph_of[s - 1] == c->paragraph
	    && q->first_token[s] + TWEET >= c->token)
		s--;
	end = quotes_without_links(q, q->first_token[s], c->token);
	/* "PM Ruiz: I am ... - Office (@pm)" was given with its label. */
	if (q->first_token[s] >= end || end > q->first_token[s] + TWEET
	    || (q->n > 0 && q->found[q->n - 1].spans[
	    q->found[q->n - 1].nspans - 1].end >= q->tokens[end - 1].end))
		return;
	x = quotes_add(q, QUOTE_INDIRECT);
	x->spans[x->nspans++] = bytes_of(q, (struct span){ q->first_token[s],
	    end });
	x->confidence = QUOTES_LABELLED;
	quotes_set_source(q, x, (int)i, c->subject);
}

/* What no verb but a colon or a dash gives to somebody: false, go on. */
static bool
emit_sign(struct quotes *q, size_t i)
{
	const struct cue *c = &q->cues[i];

	if (is_speaker_label(q, c))
		emit_label(q, i);
	else if (c->class == CUE_DASH && !q->quoted[c->token - 1])
		emit_tweet(q, i);
	else
		return is_heading(q, c) || (c->class >= CUE_LABEL
		    && !quotes_may_report(q, c));
	return true;
}

/* "said in a statement that": the clause is given once, not of both words. */
static bool
is_said(const struct quotes *q, struct span x)
{
	const struct quote *last = q->n > 0 ? &q->found[q->n - 1] : NULL;

	return last != NULL && last->nspans == 1 && last->spans[0].end == x.end
	    && last->spans[0].start + SAME >= x.start
	    && x.start + SAME >= last->spans[0].start;
}

/* "He said the two agreed to meet": what they agreed is what he said. */
static bool
is_inside(const struct quotes *q, const struct cue *c)
{
	const struct quote *last = q->n > 0 ? &q->found[q->n - 1] : NULL;
	size_t at = q->tokens[c->token].start;

	for (size_t i = 0; last != NULL && i < last->nspans; i++)
		if (last->spans[i].start < at && last->spans[i].end > at)
			return true;
	return false;
}

/* The T-shirt said "Keep Calm" in red letters: no more than its words are. */
static bool
is_of_sign(const struct quotes *q, const struct cue *c)
{
	size_t i = c->token + 1;

	return i < q->ntokens && q->quoted[i] > 0
	    && quotes_is_epithet(q, &q->stretches[q->quoted[i] - 1]);
}

/* (Quoted words are seams; most clauses have few others.) */
static bool
has_speech(const struct quotes *q, struct span x)
{
	for (size_t i = x.start; (i = quotes_bits_next(q, PART_SEAM, i, x.end))
	    < x.end; i++)
		if (q->quoted[i] && q->stretches[q->quoted[i] - 1].speech)
			return true;
	return false;
}

void
quotes_give_clause(struct quotes *q, size_t i)
{
	const struct cue *c = &q->cues[i];
	struct content y;
	struct quote *x;
	enum quote_kind kind = QUOTE_INDIRECT;
	int margin;

	if (q->marked_only || c->used || is_inside(q, c) || is_of_sign(q, c)
	    || (c->class < CUE_LABEL && !quotes_may_report(q, c))
	    || (quotes_subject(q, i) < 0 && c->verb == c->token)
	    || emit_sign(q, i) || quotes_give_block(q, i))
		return;
	if (!quotes_indirect(q, c, &y, &margin)
	    || y.all.end < y.all.start + SHORTEST)
		return;
	if (is_said(q, bytes_of(q, y.all)))
		return;
	if (has_speech(q, y.all))
		kind = QUOTE_MIXED;
	x = quotes_add(q, kind);
	quotes_set_spans(q, x, y);
	x->confidence = confidence(kind, margin);
	quotes_set_source(q, x, (int)i, c->subject);
}
