/*
 * The person a mention names: the run of capitals in it, looked up among the
 * full names of the document (desk/quotes_names.c) as it stands, then as a
 * surname, then as a given name.
 */
#include "desk/quotes_runs.h"

enum { NAME_WORDS = 4 };	/* more are a headline */

size_t
quotes_sight_at(const struct quotes *q, size_t token)
{
	size_t low = 0, high = q->nsights;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (q->sights[mid].token <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Is the person among the sights before low? Its first or last mostly tell. */
static bool
in_sight(const struct quotes *q, uint32_t person, size_t low)
{
	const struct person *p = &q->persons[person];

	if (!quotes_has_sights(q, person) || p->first_sight >= low)
		return false;
	if (p->last_sight < low)
		return low - p->last_sight <= SIGHTS;
	for (size_t k = low; k > 0 && low - k < SIGHTS; k--)
		if (q->sights[k - 1].person == person)
			return true;
	return false;
}

/* The person with this surname named in full nearest before, else after. */
static int
by_sight(const struct quotes *q, uint32_t chain, bool last,
    size_t token, unsigned gender)
{
	const struct person *first = &q->persons[chain - 1];
	size_t low;
	int best = -1;
	unsigned rank = 0;

	if ((last ? first->next_last : first->next_first) == 0)
		return first->doubtful ? -1 : quotes_root(q, chain - 1);
	low = quotes_sight_at(q, token);
	for (uint32_t i = chain, n = 0; i > 0 && n < 50; n++) {
		const struct person *p = &q->persons[i - 1];
		unsigned r = 1 + p->sure * 4, often = p->count < 63
		    ? p->count : 63;

		if (gender > 0 && p->gender == gender)
			r += 8;
		if (gender > 0 && p->gender > 0 && p->gender != gender)
			r = 1;
		r += in_sight(q, i - 1, low) ? 2 : 0;
		/* Newer ones come first in the chain. */
		if (r * 64 + often > rank && !p->doubtful) {
			rank = r * 64 + often;
			best = quotes_root(q, i - 1);
		}
		i = last ? p->next_last : p->next_first;
	}
	return best;
}

/* "Ana Lopez Tells It As It Is: ...": of a headline the name it begins with. */
static void
cut_headline(const struct quotes *q, struct run *r)
{
	if (r->to - r->from > NAME_WORDS && q->words[r->from].given > 0)
		r->to = r->from + 2;
}

/* "Secretary of State John Kerry": a full name behind the title's "of". */
static bool
ends_in_name(const struct quotes *q, const struct mention *m, struct run *r)
{
	size_t from = m->to;

	while (from > m->head + 1 && run_capital(q, from - 1))
		from--;
	/* but not "the aide of John Kerry", "head of the Harbour PAC" */
	if (from == m->to || (q->words[m->head].k == W_ROLE
	    && q->words[from - 1].k != W_OTHER
	    && q->words[from - 1].k < W_CUE)
	    || q->words[m->to - 1].k == W_CAPS)
		return false;
	*r = run_split(q, from, m->to);
	return run_is_person(q, r) && q->words[r->from].given > 0;
}

bool
run_of_mention(const struct quotes *q, const struct mention *m, struct run *r)
{
	size_t to = m->head + 1, from;

	if (m->to > to && (q->words[m->head].k == W_TITLE
	    || m->kind == MENTION_ROLE) && ends_in_name(q, m, r))
		return true;
	if (m->kind != MENTION_NAME && m->kind != MENTION_TITLED)
		return false;
	from = to;
	while (from > m->from && (run_capital(q, from - 1)
	    || run_title_stop(q, from - 1)
	    || (from < to && from - 1 > m->from
	    && run_has(q, from - 1, NAME_PARTICLE))))
		from--;
	while (from < to && !run_capital(q, from))
		from++;
	if (from >= to)
		return false;
	*r = run_split(q, from, to);
	cut_headline(q, r);
	return true;
}

/* "Ana Lopez Got Real": the longest beginning that is somebody's name. */
static int
by_beginning(struct quotes *q, const struct run *r)
{
	for (size_t to = r->to; to > r->from + 1; to--) {
		uint32_t at = quotes_index_get(&q->by_name, hash_bytes(
		    quotes_spelled(q, r->from, to), 0));

		if (at > 0)
			return q->persons[at - 1].doubtful ? -1
			    : quotes_root(q, at - 1);
	}
	return -1;
}

int
quotes_person_in(struct quotes *q, struct mention *m)
{
	struct run r;
	uint64_t key;
	uint32_t at;

	if (m->person != PERSON_UNKNOWN)
		return m->person;
	m->person = -1;
	if (!run_of_mention(q, m, &r))
		return -1;
	if (r.to - r.from >= 2)
		return m->person = by_beginning(q, &r);
	key = quotes_index_key(quotes_token(q, r.from));
	if ((at = quotes_index_get(&q->by_last, key)) > 0)
		return m->person = by_sight(q, at, true, r.from,
		    run_gender(q, &r));
	if ((at = quotes_index_get(&q->by_first, key)) > 0)
		m->person = by_sight(q, at, false, r.from,
		    run_gender(q, &r));
	return m->person;
}
