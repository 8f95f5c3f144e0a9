/*
 * What stands beside a mention and tells whose words they are: an apposition,
 * another who speaks too, the author of a report.
 */
#include "desk/quotes_runs.h"

#include "text/chars.h"

enum {
	LOOK_BACK = 40,		/* mentions "the ministry" reaches over */
	ADDED = 2		/* phrases between "X, ..., and Y" */
};

/* The person named beside the token, across "and" or ", and": -1: none. */
static int
across_and(struct quotes *q, size_t mention)
{
	size_t i = q->mentions[mention].from, n = mention;

	if (i < 2 || q->words[i - 1].k != W_AND || q->quoted[i - 1])
		return -1;
	i -= 1 + (q->words[i - 2].k == W_COMMA);
	/* "X, director, and Y": what was added to X is passed over. */
	while (n-- > 0 && mention - n <= ADDED
	    && q->mentions[n].sentence == q->mentions[mention].sentence) {
		const struct mention *m = &q->mentions[n];

		if (m->to != i)
			break;
		/* "said X, and Y left" */
		if (quotes_person_in(q, &q->mentions[n]) >= 0)
			return n + 1 == mention && q->words[i].k == W_COMMA
			    ? -1 : (int)n;
		i = m->from;
		if (i > 0 && q->words[i - 1].k == W_COMMA)
			i--;
		else
			break;
	}
	return -1;
}

/* "X, treasurer of Rail and Harbour Fund": an unknown name far from X. */
static bool
may_be_partner(struct quotes *q, size_t mention, bool beside)
{
	int person = quotes_person_in(q, &q->mentions[mention]);

	return person >= 0 && (beside || q->persons[person].sure);
}

/* Does no other verb follow? */
static bool
ends_phrase(const struct quotes *q, size_t i)
{
	unsigned k = quotes_class(q, i);

	return i >= q->ntokens || i == quotes_begin(q, i) || q->quoted[i]
	    || k == W_COMMA || k == W_STOP || q->words[i].cue > 0;
}

int
quotes_partner(struct quotes *q, size_t mention, bool *before)
{
	const struct mention *m = &q->mentions[mention];
	int a = across_and(q, mention);

	*before = a >= 0;
	if (a >= 0)
		return a;
	for (size_t i = mention + 1; i < q->nmentions && i <= mention + 1 + ADDED
	    && q->mentions[i].sentence == m->sentence; i++)
		if (q->mentions[i].kind >= MENTION_NAME
		    && ends_phrase(q, q->mentions[i].to)
		    && across_and(q, i) == (int)mention
		    && may_be_partner(q, i, i == mention + 1))
			return (int)i;
	return -1;
}

/* The one that a comma, or an age between two, parts from this one; or -1. */
static int
mention_before(const struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention];
	size_t end = m->from;

	for (size_t i = mention; i-- > 0 && mention - i < 3;) {
		const struct mention *n = &q->mentions[i];

		if (n->to + 1 != end || n->sentence != m->sentence
		    || !quotes_parts(q, n->to))
			break;
		if (n->to > n->from + 1 || q->words[n->from].k != W_NUMBER)
			return (int)i;
		end = n->from;
	}
	return -1;
}

/* Behind a description of the one before it: "the member from Moravia". */
static bool
goes_on_describing(const struct quotes *q, size_t i)
{
	switch (quotes_class(q, i)) {
	case W_COMMA: case W_DASH: case W_WHO: case W_FROM: case W_OF:
	case W_IN: case W_FOR:
		return true;
	}
	return false;
}

int
quotes_apposed(struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention], *n;
	int before;

	if (m->kind != MENTION_ROLE && m->kind != MENTION_NOUN
	    && m->kind != MENTION_TITLED)
		return -1;
	before = mention_before(q, mention);
	if (before >= 0 && (q->words[m->from].k != W_THE
	    || goes_on_describing(q, m->to))
	    && quotes_person_in(q, &q->mentions[before]) >= 0)
		return before;
	n = m + 1;
	if (mention + 1 < q->nmentions && m->to + 1 == n->from
	    && n->sentence == m->sentence && quotes_parts(q, m->to)
	    && quotes_person_in(q, &q->mentions[mention + 1]) >= 0)
		return (int)mention + 1;
	return -1;
}

/* "X issued a statement": the mention the sentence begins with; -1: none. */
static int
issuer(const struct quotes *q, const struct mention *m)
{
	size_t begin = quotes_begin(q, m->from), i;
	unsigned k = m->from > begin ? q->words[m->from - 1].k : W_NONE;
	const struct mention *n;

	if ((k != W_ED && k != W_PAST) || q->quoted[m->from - 1])
		return -1;
	i = quotes_mention_at(q, begin);
	n = &q->mentions[i];
	if (n >= m || n->from > begin || n->kind == MENTION_NOUN)
		return -1;
	return n->kind == MENTION_HE || (n->kind >= MENTION_NAME
	    && n->kind <= MENTION_BODY) ? (int)i : -1;
}

int
quotes_author(const struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention], *n = m + 1;
	unsigned k = quotes_class(q, m->to);

	if (m->kind != MENTION_PAPER)
		return -1;
	if (mention + 1 >= q->nmentions || (k != W_BY && k != W_FROM)
	    || n->from != m->to + 1 || n->sentence != m->sentence
	    || q->quoted[m->to])
		return issuer(q, m);
	return n->kind >= MENTION_NAME && n->kind <= MENTION_BODY
	    ? (int)mention + 1 : -1;
}

size_t
quotes_name_end(const struct quotes *q, const struct mention *m)
{
	struct str head = quotes_token(q, m->head);
	size_t end = quotes_end(q, m->from);

	if ((m->kind != MENTION_NAME && m->kind != MENTION_TITLED)
	    || m->to != m->head + 1 || m->to + 1 >= end
	    || q->words[m->to].k != W_FOR || !run_capital(q, m->to + 1)
	    || !(run_has(q, m->head, NAME_BODY) || str_ends(head, STR("s"))))
		return m->end;
	return run_end(q, m->to + 1, end);
}

const struct mention *
quotes_body(const struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention], *b;

	if (q->words[m->from].k != W_THE || m->head != m->from + 1
	    || m->to > m->head + 1 || (m->kind != MENTION_BODY
	    && m->kind != MENTION_PAPER))
		return m;
	for (size_t i = mention, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		b = &q->mentions[i];
		if ((b->kind == MENTION_NAME || b->kind == MENTION_TITLED)
		    && b->to > b->from + 1 && q->words[b->head].upper
		    && chars_eq_nocase(quotes_token(q, b->head),
		    quotes_token(q, m->head)))
			return b;
	}
	return m;
}
