/*
 * What hangs together around a cue: "a spokesman for Peter Novak" is one
 * phrase, whose words they are is its head; "was described ... by" is one verb.
 */
#include "desk/quotes_parts.h"

enum {
	CHAIN = 4,	/* phrases in one */
	ADVERBS = 3,	/* between the parts of a verb */
	RELATIVE = 12,	/* tokens of "who lives in the street" */
	AGENT = 30,	/* tokens from the verb to "by" */
	PLACE = 3,	/* tokens of "in a statement" */
	CLAUSE = 150	/* tokens of what is said, at most */
};

static bool
is_preposition(unsigned k)
{
	return k == W_OF || k == W_IN || k == W_BY || k == W_FOR
	    || k == W_WITH || k == W_FROM || k == W_ABOUT;
}

static bool
is_finite(const struct quotes *q, size_t i)
{
	return quotes_is_verb(q, i) || q->words[i].k == W_S;
}

static bool
is_auxiliary(unsigned k)
{
	return k == W_BE || k == W_HAVE || k == W_DO || k == W_MODAL;
}

/* The mention that ends before the token and is a noun phrase; -1: none. */
static int
ending_at(const struct quotes *q, size_t token)
{
	size_t n = quotes_mention_at(q, token);

	return n > 0 && q->mentions[n - 1].to == token
	    && q->mentions[n - 1].kind >= MENTION_NAME ? (int)n - 1 : -1;
}

/* "a woman who lives in" the street: the woman, or -1. */
static int
before_who(const struct quotes *q, size_t from, size_t begin)
{
	bool verb = false;

	for (size_t i = from; i-- > begin && i + RELATIVE > from;) {
		if (q->quoted[i] || q->words[i].k == W_COMMA)
			return -1;
		if (q->words[i].k == W_WHO)
			return verb ? ending_at(q, i) : -1;
		verb |= is_finite(q, i);
	}
	return -1;
}

/* The phrase that the one at m hangs on by what stands before it; -1: none. */
static int
hangs_on(const struct quotes *q, const struct mention *m)
{
	size_t begin = quotes_begin(q, m->from), i;
	int p;

	if (m->from < begin + 2 || q->quoted[m->from - 1]
	    || !is_preposition(q->words[m->from - 1].k))
		return -1;
	i = m->from - 1;
	p = ending_at(q, i);
	if (p < 0 && i > begin + 1 && (q->words[i - 1].k == W_ED
	    || q->words[i - 1].form == FORM_PAST))
		p = ending_at(q, i - 1);	/* "documents seen by" */
	return p >= 0 ? p : before_who(q, i, begin);
}

/* "a spokeswoman for the mayor": where the phrase ends. */
static size_t
end_behind(const struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention], *n = m + 1;
	unsigned k = quotes_class(q, m->to);

	if (mention + 1 >= q->nmentions || n->from != m->to + 1
	    || n->sentence != m->sentence || m->kind < MENTION_ROLE
	    || n->kind < MENTION_NAME)
		return m->to;
	/* "a person familiar with the talks" */
	if (k == W_WITH)
		return m->kind == MENTION_NOUN || m->kind == MENTION_QUANT
		    ? n->to : m->to;
	return (k == W_FOR || k == W_FROM) && n->kind != MENTION_NOUN ? n->to
	    : m->to;
}

int
quotes_head(struct quotes *q, const struct cue *c, int mention)
{
	struct mention *m = &q->mentions[mention];
	size_t end = m->to;
	int head = mention, p;

	if (m->kind < MENTION_NAME)
		return mention;
	if (m->from > c->token) {
		m->end = end_behind(q, (size_t)mention);
		return mention;
	}
	for (int n = 0; n < CHAIN && (p = hangs_on(q, m)) >= 0; n++) {
		head = p;
		m = &q->mentions[p];
	}
	if (m->kind >= MENTION_ROLE)
		m->end = end;
	return head;
}

size_t
quotes_passive(const struct quotes *q, size_t token)
{
	size_t begin = quotes_begin(q, token), i = token, n = 0;
	unsigned k;

	while (i > begin && n++ < ADVERBS && !q->quoted[i - 1]
	    && ((k = q->words[i - 1].k) == W_ADV || k == W_LY || k == W_NOT))
		i--;
	if (i == begin || q->quoted[i - 1] || q->words[i - 1].k != W_BE)
		return token;
	while (i > begin && !q->quoted[i - 1] && ((k = q->words[i - 1].k)
	    == W_BE || k == W_HAVE || k == W_MODAL || k == W_AUXNOT
	    || k == W_NOT || k == W_ADV || k == W_LY))
		i--;
	return i;
}

int
quotes_agent(const struct quotes *q, const struct cue *c)
{
	size_t end = quotes_end(q, c->token);

	for (size_t i = c->token + 1; i + 1 < end && i < c->token + AGENT; i++) {
		size_t m = quotes_mention_at(q, i + 1);

		if (!q->quoted[i] && q->words[i].k == W_BY && m < q->nmentions
		    && q->mentions[m].from == i + 1
		    && q->mentions[m].kind != MENTION_NOUN)
			return (int)m;
	}
	return -1;
}

size_t
quotes_before_verb(const struct quotes *q, const struct cue *c)
{
	size_t n = quotes_mention_at(q, c->verb);

	return n > 0 && q->mentions[n - 1].to == c->verb
	    ? q->mentions[n - 1].from : quotes_begin(q, c->token);
}

bool
quotes_leaves_relative(const struct quotes *q, const struct cue *c, size_t i)
{
	const struct mention *m;

	if (c->subject < 0 || (q->words[i].k != W_COMMA && (i == 0
	    || q->quoted[i] || !q->quoted[i - 1])))
		return false;
	m = &q->mentions[c->subject];
	if (m->kind != MENTION_WHO || m->from > c->token || m->from == 0
	    || q->words[m->from - 1].k != W_COMMA)
		return false;
	i += q->words[i].k == W_COMMA;
	return i < q->ntokens && !q->quoted[i] && quotes_is_verb(q, i);
}

/* "... and said": a second verb beside the first. */
static bool
is_beside(const struct quotes *q, const struct cue *c, const struct cue *d)
{
	unsigned k = d->token > 0 ? q->words[d->token - 1].k : W_NONE;

	return (k == W_AND || k == W_BUT) && d->form == c->form
	    && (d->form == FORM_PAST || d->form == FORM_S)
	    && d->class <= CUE_CLAIM && c->class <= CUE_CLAIM;
}

size_t
quotes_limit(struct quotes *q, const struct cue *c)
{
	for (size_t i = (size_t)(c - q->cues) + 1; i < q->ncues
	    && q->cues[i].sentence == c->sentence
	    && q->cues[i].token < c->token + CLAUSE; i++)
		if (is_beside(q, c, &q->cues[i]))
			return q->cues[i].token - 1;
		else if (q->cues[i].used && quotes_subject(q, i) == c->subject)
			return q->cues[i].token;
	return q->ntokens;
}

size_t
quotes_behind_place(const struct quotes *q, const struct cue *c, size_t start)
{
	size_t from = c->token + 1;

	if (start < from || start > from + PLACE || !is_preposition(
	    quotes_class(q, from)))
		return start;
	for (size_t i = start + 1; i < q->ntokens && i <= start + PLACE; i++) {
		if (q->quoted[i] || q->sentence_of[i] != c->sentence)
			break;
		if (q->words[i].k == W_THAT)
			return i;
	}
	return start;
}

/* "not really", "never once"; asked by its class first, which tells most. */
static bool
is_between(const struct quotes *q, size_t i)
{
	static const char *const list[] = { "really", "yet", "once", "even",
	    "ever", "also" };
	unsigned k = q->words[i].k;

	return k == W_LY || ((k == W_ADV || k == W_BUT || k == W_WHEN)
	    && chars_is_one_of(quotes_token(q, i), list,
	    sizeof list / sizeof *list));
}

/*
 * "has never said", "did not mention", "declined to comment": a reader of the
 * cue alone would take a denial for the statement.
 */
size_t
quotes_denial(const struct quotes *q, size_t token)
{
	static const char *const refusals[] = { "decline", "declined",
	    "declines", "declining", "refuse", "refused", "refuses",
	    "refusing", "fail", "failed", "fails" };
	size_t i = token, begin = quotes_begin(q, token);

	if (i > begin + 1 && quotes_class(q, i - 1) == W_TO
	    && chars_is_one_of(quotes_token(q, i - 2), refusals,
	    sizeof refusals / sizeof *refusals))
		return i - 2;
	while (i > begin && i + ADVERBS > token && is_between(q, i - 1))
		i--;
	if (i > begin && quotes_class(q, i - 1) == W_AUXNOT)
		return i - 1;
	if (i == begin || quotes_class(q, i - 1) != W_NOT)
		return token;
	i--;
	return i > begin && is_auxiliary(quotes_class(q, i - 1)) ? i - 1 : i;
}
