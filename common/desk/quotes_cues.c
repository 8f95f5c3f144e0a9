/* Cues outside quotation marks, and whose they are. */
#include "desk/quotes_runs.h"

#include "base/die.h"
#include "text/chars.h"

enum {
	BEFORE = 6, AFTER = 3,	/* mentions looked at on either side */
	REACH = 60,		/* tokens */
	ACCOUNT = 10,		/* tokens to the "(" of "(@name)" */
	UNLIKELY = -50		/* to have content */
};
_Static_assert(ACCOUNT + 1 <= QUOTES_BEHIND, "what is looked at has been read");

static struct cue *
add(struct quotes *q, size_t token, enum cue_class class, enum cue_form form)
{
	quotes_fill(q->cues_before, &q->cues_filled, token + 1, q->ncues);
	q->cues = xgrow(q->cues, &q->cue_cap, q->ncues + 1, sizeof *q->cues);
	q->cues[q->ncues] = (struct cue){ .token = token, .verb = token,
	    .sentence = q->sentence_of[token], .class = class, .form = form,
	    .frame = q->words[token].frame,
	    .paragraph = q->paragraph_of[q->sentence_of[token]],
	    .subject = SUBJECT_UNKNOWN };
	/* "was worried" is no passive. */
	if (form == FORM_PAST && class != CUE_THINK && class != CUE_SPEAK)
		q->cues[q->ncues].verb = quotes_passive(q, token);
	return &q->cues[q->ncues++];
}

/* After a determiner or a preposition it is a noun, after "to" no finite verb. */
static bool
is_noun_here(const struct quotes *q, size_t i)
{
	unsigned before = i > 0 && i > quotes_begin(q, i)
	    ? q->words[i - 1].k : W_NONE;

	if (q->words[i].form == FORM_PAST)
		return before == W_A || before == W_THE;
	if (q->words[i].form == FORM_ING)
		return before == W_A || before == W_THE || before == W_POSS;
	return before == W_THE || before == W_A || before == W_POSS
	    || before == W_OF || before == W_IN || before == W_DEM
	    || before == W_GENITIVE || before == W_BY;
}

/* "Lopez: Vote will go ahead", "Q: Will you?": a colon near the line's start. */
static bool
is_label(const struct quotes *q, size_t i)
{
	size_t begin, sentence = q->sentence_of[i];
	bool opens;

	if (q->words[i].k != W_COLON)
		return false;
	begin = quotes_begin(q, i);
	opens = sentence == 0 || q->paragraph_of[sentence]
	    != q->paragraph_of[sentence - 1];
	if (!opens || i == begin || i > begin + 6
	    || i + 1 >= q->ntokens || !q->words[begin].upper
	    || q->tokens[i].space || q->text.p[q->tokens[i].start] != ':')
		return false;
	for (size_t k = begin; k < i; k++)
		if (q->quoted[k] || !(q->words[k].upper
		    || q->words[k].k == W_STOP || q->words[k].k == W_OF))
			return false;
	return q->tokens[i + 1].space;
}

/* "..." - Name: a dash after a closing mark. */
static bool
is_dash(const struct quotes *q, size_t i)
{
	return q->words[i].k == W_DASH && i > 0 && q->quoted[i - 1]
	    && i + 1 < q->ntokens && q->words[i + 1].upper
	    && q->sentence_of[i + 1] <= q->sentence_of[i] + 1;
}

/* "- Name (@name)": the end of a tweet. */
static bool
is_tweet_dash(const struct quotes *q, size_t i)
{
	if (q->words[i].k != W_DASH || i + 1 >= q->ntokens || i == 0
	    || !q->words[i + 1].upper)
		return false;
	for (size_t k = i + 1; k + 1 < q->ntokens && k < i + ACCOUNT; k++)
		if (q->words[k].k == W_PAREN)
			return q->text.p[q->tokens[k + 1].start] == '@';
	return false;
}

size_t
quotes_without_links(const struct quotes *q, size_t from, size_t end)
{
	size_t at = end;

	while (at > from) {
		struct str t;

		for (at--; at > from && !q->tokens[at].space;)
			at--;
		t = str_cut(q->text, q->tokens[at].start,
		    q->tokens[end - 1].end);
		if (!str_starts(t, STR("http")) && !str_starts(t,
		    STR("pic.twitter.com/")) && !(t.n > 4 && t.p[0] == '('
		    && byte_is_digit(t.p[1]) && byte_is_digit(t.p[t.n - 2])))
			break;
		end = at;
	}
	return end;
}

/* Inlined, its registers would be saved for every word. */
__attribute__((noinline)) static void
take_word(struct quotes *q, size_t i)
{
	const struct word *w = &q->words[i];

	if (w->k == W_ACCORDING && quotes_class(q, i + 1) == W_TO)
		add(q, i, CUE_ACCORDING, FORM_BASE);
	else if (w->cue > 0 && (w->form == FORM_PARTICIPLE && q->marked_only
	    ? quotes_plain_perfect(q, i) : !is_noun_here(q, i)))
		add(q, i, w->cue, w->form);
	else if (w->cue > 0 && w->cue != CUE_SPEAK
	    && (w->form == FORM_BASE || w->form == FORM_S))
		add(q, i, CUE_NOUN, w->form);
	else if (is_label(q, i))
		add(q, i, CUE_LABEL, FORM_BASE);
	else if (is_dash(q, i) || is_tweet_dash(q, i))
		add(q, i, CUE_DASH, FORM_BASE);
}

void
quotes_cues(struct quotes *q, size_t sentence)
{
	size_t i = q->first_token[sentence], end = q->first_token[sentence + 1];

	for (; (i = quotes_bits_next(q, PART_CUE, i, end)) < end; i++)
		take_word(q, i);
}

/* ---- whose ---- */

/* The state in "of Raleigh, N.C.," and "(D-Ohio)": not who speaks. */
static bool
is_whereabouts(const struct quotes *q, const struct mention *m)
{
	size_t i = m->from, begin = quotes_begin(q, i);
	unsigned before = i > begin ? q->words[i - 1].k : W_NONE;

	if (m->to > i + 1 || !q->words[i].upper)
		return false;
	if (before == W_PAREN)	/* "(R-Tex.)" */
		return quotes_class(q, m->to) == W_PAREN_END
		    || quotes_class(q, m->to + 1) == W_PAREN_END;
	if (before != W_COMMA || i < begin + 3 || !q->words[i - 2].upper)
		return false;
	for (i -= 2; i > begin && q->words[i].upper && !q->quoted[i]; i--)
		;
	return (q->words[i].k == W_IN || q->words[i].k == W_OF
	    || q->words[i].k == W_FROM) && run_is_place(q, m->from);
}

/* "Ana Lopez, 71, a tiler, said" */
static bool
is_age(const struct quotes *q, const struct mention *m)
{
	return m->to == m->from + 1 && q->words[m->from].k == W_NUMBER
	    && m->from > quotes_begin(q, m->from)
	    && q->words[m->from - 1].k == W_COMMA
	    && quotes_class(q, m->to) == W_COMMA;
}

/*
 * Kinds that speak when they end at the verb; that may be the subject over
 * another mention, whatever stands before them; that may behind the verb, with
 * another between; that do not behind it. Others were chosen for less than one
 * verb in 200.
 */
enum { ADJACENT = 1, BEYOND = 2, BEHIND = 4, NEVER_BEHIND = 8 };
static const uint8_t roles[MENTION_KINDS] = {
	[MENTION_HE] = ADJACENT | BEYOND | BEHIND,
	[MENTION_I] = ADJACENT | BEYOND | BEHIND,
	[MENTION_THEY] = ADJACENT | BEYOND, [MENTION_WHO] = ADJACENT | BEYOND,
	[MENTION_IT] = ADJACENT | BEYOND | NEVER_BEHIND,
	[MENTION_NAME] = ADJACENT | BEYOND | BEHIND,
	[MENTION_TITLED] = ADJACENT | BEYOND | BEHIND,
	[MENTION_ROLE] = ADJACENT | BEYOND | BEHIND,
	[MENTION_ROLES] = ADJACENT | BEYOND | BEHIND,
	[MENTION_BODY] = ADJACENT | BEYOND | BEHIND,
	[MENTION_PAPER] = BEHIND,
};

/*
 * What stands before: a mention that is no subject over another then, that is
 * none behind the verb, unless it speaks by its kind; a verb whose subject is
 * not behind it. Chosen for one verb in 100 at most, of those with another.
 */
enum { OBJECT = 1, INNER = 2, OF_VERB = 4, LATER = 8 };
static const uint8_t leads[W_QUOTED + 1] = {
	[W_IN] = INNER | OF_VERB, [W_WITH] = INNER | OF_VERB,
	[W_ABOUT] = INNER | OF_VERB,
	[W_TO] = INNER | LATER, [W_OF] = INNER | OF_VERB,
	[W_BY] = INNER | LATER, [W_FOR] = INNER | OF_VERB, [W_FROM] = INNER,
	[W_AS] = INNER, [W_THAT] = OF_VERB, [W_ING] = OF_VERB,
	[W_BE] = OBJECT | OF_VERB | LATER, [W_MODAL] = OBJECT | OF_VERB | LATER,
	[W_HAVE] = OBJECT | OF_VERB | LATER,
	[W_ADV] = LATER, [W_AND] = LATER, [W_LY] = LATER, [W_NOT] = LATER,
	[W_AUXNOT] = LATER, [W_TIME] = LATER, [W_BUT] = LATER,
	[W_NUMBER] = LATER, [W_WHEN] = LATER | OF_VERB, [W_WHICH] = LATER,
	[W_PUNCT] = LATER,
};

/* Of the word before it in its sentence; verbs but of saying have objects. */
static unsigned
lead_of(const struct quotes *q, const struct mention *m)
{
	unsigned k;

	if (m->from == quotes_begin(q, m->from))
		return 0;
	k = q->words[m->from - 1].k;
	return k >= W_CUE + 2 * CUE_THINK && k < W_CUE + 2 * CUE_NOUN
	    ? OBJECT | OF_VERB : leads[k];
}

/* Over a nearer mention, before the verb. */
static bool
may_be_far(const struct quotes *q, const struct mention *m)
{
	unsigned lead = lead_of(q, m);

	return (lead & OBJECT) == 0 && ((roles[m->kind] & BEYOND) != 0
	    || (lead & INNER) == 0);
}

/* With another between it and the verb it stands behind. */
static bool
may_be_behind(const struct quotes *q, const struct mention *m)
{
	return (roles[m->kind] & BEHIND) != 0
	    && (lead_of(q, m) & OF_VERB) == 0;
}

/* Before the verb, the nearest first: how many. */
static size_t
subjects_before(const struct quotes *q, const struct cue *c, size_t at,
    int found[BEFORE])
{
	size_t n = 0;

	for (size_t i = at, k = 0; k < BEFORE && i-- > 0; k++) {
		const struct mention *m = &q->mentions[i];

		if (m->sentence != c->sentence || m->to + REACH < c->token)
			break;
		if ((k == 0 || may_be_far(q, m)) && !is_whereabouts(q, m)
		    && !is_age(q, m))
			found[n++] = (int)i;
	}
	return n;
}

size_t
quotes_subjects(const struct quotes *q, const struct cue *c,
    int found[SUBJECTS])
{
	size_t at = quotes_mention_at(q, c->token), n = 0;
	size_t end = c->class == CUE_DASH ? q->ntokens
	    : quotes_end(q, c->token);

	if (c->class != CUE_DASH)
		n = subjects_before(q, c, at, found);
	if (c->class == CUE_LABEL || (n > 0
	    && !q->quoted[c->token - 1]
	    && (leads[q->words[c->token - 1].k] & LATER) != 0))
		return n;
	for (size_t i = at, k = 0; k < AFTER && i < q->nmentions; i++, k++) {
		const struct mention *m = &q->mentions[i];

		if (m->from >= end || m->from > c->token + REACH)
			break;
		if (k == 0 ? (roles[m->kind] & NEVER_BEHIND) == 0
		    : may_be_behind(q, m))
			found[n++] = (int)i;
	}
	return n;
}

static size_t
difference(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

void
quotes_subject_features(const struct quotes *q, const struct cue *c,
    int mention, struct features *out)
{
	struct features f = *out;
	const struct mention *m = &q->mentions[mention];
	size_t at = quotes_mention_at(q, c->token);
	bool after = m->from > c->token;
	size_t from = after ? c->token + 1 : m->to;
	size_t to = after ? m->from : c->token;
	unsigned between = (unsigned)(after ? (size_t)mention - at
	    : at - 1 - (size_t)mention);
	unsigned side = after, kind = m->kind, class = c->class * 8 + c->form;
	unsigned pre = m->from > quotes_begin(q, c->token)
	    ? q->words[m->from - 1].k : W_NONE;
	unsigned post = quotes_class(q, m->to);
	unsigned left = c->token > 0 ? q->quoted[c->token - 1] ? W_QUOTED
	    : q->words[c->token - 1].k : 0;
	unsigned right = c->token + 1 < q->ntokens && q->quoted[c->token + 1]
	    ? W_QUOTED : quotes_class(q, c->token + 1);
	unsigned gap = features_bin(difference(to, from));
	uint32_t pattern = quotes_gap(q, from, to);
	unsigned where = side * 16 + (between < 8 ? between : 8);
	size_t lo = quotes_cue_at(q, after ? c->token + 1 : m->to);
	size_t hi = quotes_cue_at(q, after ? m->from : c->token);
	unsigned verbs = (unsigned)(hi - lo < 3 ? hi - lo : 3);

	feature(&f, 3, join(join(where, kind), left));
	feature(&f, 4, join(side, pattern));
	feature(&f, 7, join(where, quotes_coarse(pre)));
	feature(&f, 8, join(join(where, pre), kind));
	feature(&f, 10, join(join(side, gap), left));
	feature(&f, 11, join(join(side, gap), verbs));
	feature(&f, 12, join(join(where, verbs), kind));
	feature(&f, 13, join(join(side, class), kind));
	feature(&f, 14, join(join(where, post), left));
	feature(&f, 15, join(join(where, right), class));
	feature(&f, 17, join(join(side, pre), post));
	feature(&f, 19, join(join(join(where, quotes_coarse(pre)),
	    quotes_coarse(post)), quotes_coarse(left)));
	*out = f;
}

/* The sentence alone: whose the cue is need not be known. */
static struct setting
sentence_of(const struct quotes *q, const struct cue *c)
{
	return (struct setting){ .c = c, .begin = q->first_token[c->sentence],
	    .end = q->first_token[c->sentence + 1] };
}

void
quotes_report_features(const struct quotes *q, const struct cue *c,
    struct features *out)
{
	struct features f = *out;
	struct setting t = sentence_of(q, c);
	size_t i = c->token;
	unsigned class = c->class * 8 + c->form;
	unsigned p = quotes_class_by(q, &t, i - 1);
	unsigned p2 = quotes_class_by(q, &t, i - 2);
	unsigned w = quotes_class_by(q, &t, i + 1);
	unsigned verb = quotes_verb_ahead(q, &t, i + 1);

	feature(&f, 300, class);
	feature(&f, 301, join(class, w));
	feature(&f, 303, join(class, p));
	feature(&f, 305, join(join(p2, p), c->form));
	feature(&f, 307, join(join(p, w), c->form));
	feature(&f, 312, join(verb, class));
	feature(&f, 313, join(join(verb, w), c->form));
	feature(&f, 314, join(c->frame, w));
	*out = f;
}

/* "asked not to be named", "when asked whether", "is said to have": nobody's
 * words. */
static bool
reports_nothing(const struct quotes *q, const struct cue *c)
{
	struct setting t;
	unsigned p, w;

	if ((c->class != CUE_ASK && c->class != CUE_SAY)
	    || (c->form != FORM_PAST && c->form != FORM_PARTICIPLE))
		return false;
	t = sentence_of(q, c);
	p = quotes_class_by(q, &t, c->token - 1);
	w = quotes_class_by(q, &t, c->token + 1);
	if (c->class == CUE_ASK)
		return p == W_WHEN || p == W_IF || (w == W_NOT
		    && quotes_class_by(q, &t, c->token + 2) == W_TO);
	return w == W_TO && p == W_BE;
}

/* "declined to say how many", "did not say whether": a question behind it. */
bool
quotes_says_what(const struct quotes *q, const struct cue *c)
{
	unsigned behind = quotes_class(q, c->token + 1);

	return c->class == CUE_SAY && c->form == FORM_BASE
	    && (behind == W_WHAT || behind == W_IF)
	    && quotes_denial(q, c->token) < c->token;
}

bool
quotes_may_report(const struct quotes *q, const struct cue *c)
{
	struct features f;

	if (reports_nothing(q, c))
		return false;
	if (quotes_says_what(q, c))
		return true;
	features_start(q, &f, 0);
	quotes_report_features(q, c, &f);
	return f.sum > UNLIKELY;
}

/* "Ana Lopez has said": it begins the sentence, no other verb is between. */
static bool
begins_at(const struct quotes *q, const struct cue *c, const struct mention *m)
{
	enum { AUXILIARIES = 2 };	/* tokens between */

	return m->from == q->first_token[c->sentence]
	    && c->token <= m->to + AUXILIARIES && (c->token == m->to
	    || m->kind != MENTION_NOUN)
	    && quotes_cue_at(q, m->to) == (size_t)(c - q->cues);
}

/*
 * "Ana Lopez said", "who say", "the minister told", "It has said": the mention
 * that ends at the verb or begins its sentence, -1: none. The ranker took it
 * 996 times in 1000 and more, mostly with the largest margin there is; half of
 * all cues need no ranking so.
 */
static int
adjacent(const struct quotes *q, const struct cue *c)
{
	size_t at = quotes_mention_at(q, c->token);
	const struct mention *m;

	if (at == 0 || c->class >= CUE_NOUN || c->verb < c->token)
		return -1;
	m = &q->mentions[at - 1];
	if (m->sentence != c->sentence || !((m->to == c->token
	    && (roles[m->kind] & ADJACENT) != 0) || begins_at(q, c, m)))
		return -1;
	return !is_whereabouts(q, m) ? (int)at - 1 : -1;
}

static void
rank_subjects(struct quotes *q, struct cue *c)
{
	int found[SUBJECTS], best = -0x40000000, second = best;
	size_t n = quotes_subjects(q, c, found);

	c->subject = n == 1 ? found[0] : -1;
	if (c->verb < c->token)
		c->subject = quotes_agent(q, c);
	if (n < 2 || c->verb < c->token)
		return;
	for (size_t i = 0; i < n; i++) {
		struct features f;
		int score;

		features_start(q, &f, 0);
		quotes_subject_features(q, c, found[i], &f);
		score = f.sum;
		if (score > best) {
			second = best;
			best = score;
			c->subject = found[i];
		} else if (score > second) {
			second = score;
		}
	}
	c->margin = best - second;
	c->subject = quotes_head(q, c, c->subject);
}

static void
choose_subject(struct quotes *q, struct cue *c)
{
	int near = quotes_goes_on(q, c) ? quotes_main_subject(q, c)
	    : adjacent(q, c);

	c->margin = 127;
	if (q->marked_only && c->class != CUE_DASH && c->class != CUE_LABEL)
		c->subject = quotes_plain_subject(q, c);
	else if (near >= 0)
		c->subject = quotes_head(q, c, near);
	else
		rank_subjects(q, c);
}

int
quotes_subject(struct quotes *q, size_t cue)
{
	if (q->cues[cue].subject == SUBJECT_UNKNOWN)
		choose_subject(q, &q->cues[cue]);
	return q->cues[cue].subject;
}

/*
 * "The chain that had wanted the land said": what ends at the verb is in a
 * clause of what stands before "that". That mention, or m.
 */
static int
head_of_clause(const struct quotes *q, const struct cue *c, int m)
{
	enum { LONG = 16 };	/* tokens of the clause */
	size_t begin = quotes_begin(q, c->token), i = q->mentions[m].from;
	bool verb = false, relative = false;

	if (q->mentions[m].to != c->token || (q->mentions[m].kind
	    < MENTION_NAME && q->mentions[m].kind != MENTION_OBJ))
		return m;
	while (i > begin + 1 && i + LONG > c->token && !relative) {
		unsigned k = q->words[--i].k;

		if (q->quoted[i] || k == W_COMMA)
			return m;
		relative = k == W_THAT || k == W_WHO || k == W_WHICH;
		verb |= quotes_is_verb(q, i);
	}
	for (int p = m - 1; verb && relative && p >= 0 && q->mentions[p].to + 1 >= i; p--)
		if (q->mentions[p].to == i && q->mentions[p].from >= begin)
			return p;
	return m;
}

/* ", who", ", the mayor", ", whose", ", assistant secretary", ", Peru's only" */
static bool
describes(const struct quotes *q, size_t mention)
{
	size_t i = q->mentions[mention].to + 1;
	unsigned k = quotes_class(q, i), next = quotes_class(q, i + 1);

	if (k == W_WHO || k == W_A || k == W_THE || k == W_ROLE)
		return true;
	if (k == W_WHICH)
		return chars_eq_nocase(quotes_token(q, i), STR("whose"));
	/* "In a letter to the Post, her adviser, Bill Roe, said" */
	if (lead_of(q, &q->mentions[mention]) != 0)
		return false;
	if (next == W_GENITIVE)
		return quotes_bits(q, PART_CAPITAL, i) & 1;
	return mention + 1 < q->nmentions && q->mentions[mention + 1].from == i
	    && q->mentions[mention + 1].kind == MENTION_ROLE;
}

/*
 * "Ana Lopez, who lost to Bill Roe in May, said": what ends at the comma before
 * the verb is part of what describes her. The mention before it, or m.
 */
int
quotes_described(const struct quotes *q, const struct cue *c, int m)
{
	enum { LONG = 40 };	/* tokens of a description */
	size_t begin = quotes_begin(q, c->token), end = c->token - 1;

	if (m < 1 || c->token <= begin + 1 || q->quoted[end])
		return m;
	if (!quotes_parts(q, end) || q->mentions[m].to > end)
		return head_of_clause(q, c, m);
	for (int i = m - 1; i >= 0 && q->mentions[i].from >= begin
	    && q->mentions[i].to + LONG > end; i--) {
		const struct mention *p = &q->mentions[i];

		if (q->quoted[p->from])
			break;
		if ((p->kind == MENTION_NAME || p->kind == MENTION_TITLED)
		    && quotes_parts(q, p->to) && describes(q, (size_t)i))
			return i;
	}
	return m;
}
