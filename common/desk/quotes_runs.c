/*
 * Runs of capitals: where a name begins and ends, what titles and peoples stand
 * before it, and whether it may be a person's.
 */
#include "desk/quotes_runs.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names, words_peoples, words_roles, words_heads,
    words_first_names, words_family_first, words_titles_more;

/* Of common/data/names.words. */
enum { STATE = 1 | 2, PLACE = STATE | 32, BODY = 256, FULL_NAME = 1024 };

size_t
run_lower(struct str s, char *low, size_t most)
{
	size_t n = s.n < most ? s.n : most;

	for (size_t i = 0; i < n; i++)
		low[i] = byte_lower(s.p[i]);
	return n;
}

static bool
is_particle(struct str t)
{
	static const char *const list[] = { "de", "van", "von", "der", "den",
	    "al", "bin", "ibn", "la", "du", "da", "dos", "di", "el", "del" };

	return str_is_one_of(t, list, sizeof list / sizeof *list);
}

/* "Mr." is two tokens, "J." one. */
bool
run_title_stop(const struct quotes *q, size_t i)
{
	return i > 0 && quotes_class(q, i) == W_STOP
	    && q->words[i - 1].k == W_TITLE && !q->tokens[i].space
	    && q->tokens[i].end - q->tokens[i].start == 1;
}

/* What may go on behind capitals. */
static bool
may_go_on(const struct quotes *q, size_t i)
{
	return q->words[i].k == W_STOP || run_has(q, i, NAME_PARTICLE)
	    || run_capital(q, i);	/* more of them than bits */
}

/* "von der Leyen", but "Sprecher der Stadt" where "der" is "the". */
static bool
is_particle_at(const struct quotes *q, size_t i)
{
	return run_has(q, i, NAME_PARTICLE) && (q->words[i].k != W_THE
	    || run_has(q, i - 1, NAME_PARTICLE)
	    || !quotes_is_language(q, "de"));
}

size_t
run_end(const struct quotes *q, size_t from, size_t end)
{
	size_t i = from + quotes_bits_run(quotes_bits(q, PART_CAPITAL, from));

	if (i >= end)
		return from < end ? end : from;
	if (i == from || !may_go_on(q, i))
		return i;	/* nine of ten */
	while (i < end) {
		if (run_capital(q, i) || (i > from && run_title_stop(q, i)
		    && run_capital(q, i + 1) && i + 1 < end))
			i++;
		else if (i > from && i + 2 < end
		    && is_particle_at(q, i) && (run_capital(q, i + 1)
		    || run_has(q, i + 1, NAME_PARTICLE)))
			i++;
		else
			break;
	}
	while (i > from && !run_capital(q, i - 1))
		i--;
	return i;
}

bool
run_people(struct str t)
{
	return words_find(&words_peoples, t) >= 0
	    || words_find_lower(&words_roles, t) == 1;
}

/* Asked once a word, not once a name: the lists were 1/10 of the time. */
unsigned
quotes_name_traits(struct str t, bool upper)
{
	int n = words_find_lower(&words_roles, t);
	unsigned traits = n == 1 ? NAME_OFFICE | NAME_PEOPLE : 0;

	if (n == 3 || n == 4 || n == 6)
		traits = NAME_BODY;
	if (!upper)
		return traits | (t.n < 4 && is_particle(t) ? NAME_PARTICLE : 0);
	if (words_find(&words_peoples, t) >= 0
	    || words_find_lower(&words_titles_more, t) == TITLE_OF_SEVERAL)
		traits |= NAME_PEOPLE;
	if (words_find_lower(&words_heads, t) > 0)
		traits |= NAME_BODY;
	return traits;
}

/* Titles, peoples and parties at the head of a run are set apart. */
struct run
run_split(const struct quotes *q, size_t from, size_t to)
{
	struct run r = { from, from, to };

	for (size_t i = from; i + 1 < to; i++)
		if (q->words[i].k == W_TITLE || run_title_stop(q, i)
		    || (i + 2 < to && run_has(q, i, i == r.from
		    ? NAME_PEOPLE : NAME_OFFICE)))
			r.from = i + 1;	/* "Trade Minister Ana Lopez" */
	if (r.from < to && run_title_stop(q, r.from))
		r.from++;
	/* Lower-case titles before it: "prime minister Fumio Kishida". */
	while (r.title > 0 && run_has(q, r.title - 1, NAME_OFFICE)
	    && !q->words[r.title - 1].upper
	    && r.title > quotes_begin(q, from))
		r.title--;
	return r;
}

struct str
run_text(const struct quotes *q, size_t from, size_t to)
{
	return from < to ? str_cut(q->text, q->tokens[from].start,
	    q->tokens[to - 1].end) : (struct str){ "", 0 };
}

/* Countries, peoples, organisations: no person is called so. */
bool
run_listed(struct str t)
{
	int n = words_find(&words_names, t);

	return n > 0 && (n & FULL_NAME) == 0 && (n & (PLACE | BODY)) != 0;
}

bool
run_is_place(const struct quotes *q, size_t i)
{
	struct str t = quotes_token(q, i);
	int n = words_find(&words_names, t);

	return memchr(t.p, '.', t.n) != NULL || (n > 0 && (n & STATE) != 0)
	    || (quotes_class(q, i + 1) == W_STOP && !q->tokens[i + 1].space
	    && quotes_class(q, i + 2) == W_COMMA);
}

/* Not an organisation, and not too long. */
bool
run_is_person(const struct quotes *q, const struct run *r)
{
	if (r->to - r->from < 2 || r->to - r->from > RUN_LONGEST
	    || q->words[r->from].k == W_TITLE)
		return false;
	if (run_listed(run_text(q, r->from, r->to)))
		return false;
	for (size_t i = r->from; i < r->to; i++)
		if (run_has(q, i, NAME_BODY) && (i > r->from
		    || q->words[i].given == 0))
			return false;	/* but Bill may be one */
	return !run_has(q, r->to - 1, NAME_PEOPLE);
}

unsigned
run_first_gender(struct str first)
{
	int n = words_find_lower(&words_first_names, first);

	return n <= 0 ? 0 : words_find(&words_family_first, first) >= 0 ? 3
	    : (unsigned)n;
}

/* 1 a man, 2 a woman, 0 not known. */
unsigned
run_gender(const struct quotes *q, const struct run *r)
{
	for (size_t i = r->title; i < r->from; i++) {
		struct str t = quotes_token(q, i);
		char c = t.n > 1 ? byte_lower(t.p[0]) : ' ';

		if (c == 'm' && t.n <= 4 && byte_lower(t.p[1]) == 'r')
			return t.n > 2 && byte_lower(t.p[2]) == 's' ? 2 : 1;
		if (c == 'm' && (chars_eq_nocase(t, STR("ms"))
		    || chars_eq_nocase(t, STR("miss"))))
			return 2;
		if (str_ends(t, STR("woman")))
			return 2;
		if (str_ends(t, STR("man")))
			return 1;
	}
	return 0;
}
