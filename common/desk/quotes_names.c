/*
 * Full names: gathered over the document first, with their titles, so that a
 * surname, a pronoun or a title can be brought to them (desk/quotes_whose.c).
 */
#include "desk/quotes_runs.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_first_names, words_names;

enum {
	PERSONS = 5000,		/* a document that names more is several */
	NAMESAKES = 50		/* with one last word, looked at */
};

/* What is known of runs and singles has the document's number in its key. */
void
quotes_names_forget(struct quotes *q)
{
	q->document++;
	q->npersons = 0;
	quotes_index_clear(&q->by_name);
	quotes_index_clear(&q->by_last);
	quotes_index_clear(&q->by_first);
	arena_clear(&q->names);
}

void
quotes_names_close(struct quotes *q)
{
	free(q->persons);
	free(q->sights);
	quotes_index_free(&q->by_name);
	quotes_index_free(&q->by_last);
	quotes_index_free(&q->by_first);
	arena_free(&q->names);
}

/* The number + 1 of the person of that name, new or not. */
static uint32_t
person_of(struct quotes *q, struct str name, bool *added)
{
	uint64_t key = hash_bytes(name, 0);
	uint32_t at = quotes_index_get(&q->by_name, key);

	*added = at == 0;
	if (at > 0)
		return at;
	q->persons = xgrow(q->persons, &q->person_cap, q->npersons + 1,
	    sizeof *q->persons);
	q->persons[q->npersons] = (struct person){
	    .name = arena_copy(&q->names, name), .title = { "", 0 },
	    .shown = (uint32_t)q->npersons };
	at = (uint32_t)++q->npersons;
	quotes_index_set(&q->by_name, key, at);
	return at;
}

/* A new one's first and last words, by their tokens. */
static void
index_person(struct quotes *q, uint32_t at, size_t first, size_t last)
{
	struct person *p = &q->persons[at - 1];
	unsigned g = q->words[first].given;

	p->next_last = quotes_index_set(&q->by_last,
	    quotes_index_key(quotes_token(q, last)), at);
	p->next_first = quotes_index_set(&q->by_first,
	    quotes_index_key(quotes_token(q, first)), at);
	p->gender = g == 1 || g == 2 ? g : 0;
	p->sure = g > 0;
}

/* One blank between the words; "ANA LOPEZ" becomes "Ana Lopez". */
struct str
quotes_spelled(struct quotes *q, size_t from, size_t to)
{
	struct buf *b = &q->scratch;
	bool caps = true;

	b->n = 0;
	for (size_t i = from; i < to; i++) {
		if (i > from && q->tokens[i].space)
			buf_char(b, ' ');
		buf_put(b, quotes_token(q, i));
	}
	for (size_t i = 0; i < b->n; i++)
		caps &= byte_is_upper(b->p[i]) || b->p[i] == ' ';
	for (size_t i = 1; caps && b->n > 3 && i < b->n; i++)
		if (b->p[i - 1] != ' ')
			b->p[i] = byte_lower(b->p[i]);
	if (b->n > 4 && b->p[b->n - 1] == 'r'
	    && quotes_is_suffix(quotes_token(q, to - 1)))
		buf_char(b, '.');	/* "Robert Downs Jr." */
	return buf_str(b);
}

/*
 * "Jana Vesela, the trade minister of Moravia, said"; but another in "After a
 * talk with Jana Vesela, the minister said".
 */
static struct str
title_behind(const struct quotes *q, size_t i)
{
	const struct mention *m;
	size_t from;

	if (quotes_class(q, i) != W_COMMA || i + 1 >= q->ntokens)
		return (struct str){ "", 0 };
	m = &q->mentions[quotes_mention_at(q, i + 1)];
	if (m == q->mentions + q->nmentions || m->from != i + 1
	    || m->kind != MENTION_ROLE || (m->to < q->ntokens
	    && q->words[m->to].cue > 0))
		return (struct str){ "", 0 };
	from = m->from;
	while (from < m->head && (q->words[from].k == W_THE
	    || q->words[from].k == W_A))
		from++;
	return run_text(q, from, m->to);
}

/*
 * "discours du président", "ministre de l'Intérieur", "14 maja główny lekarz":
 * its last office, with adjectives and offices that stand before it.
 */
static size_t
behind_of(const struct quotes *q, size_t from, size_t to)
{
	bool of = false;
	size_t i = to;

	while (i > from && q->words[i - 1].k != W_TITLE
	    && q->words[i - 1].k != W_ROLE)
		of |= q->words[--i].k == W_OF;
	if (i == from)
		return of ? to : from;
	for (i--; i > from && !q->words[i - 1].upper
	    && (q->words[i - 1].k < W_TITLE || q->words[i - 1].k == W_ROLE)
	    && q->words[i - 1].k != W_NUMBER;)
		i--;
	return i + (i > from && q->words[i - 1].k == W_NUMBER);
}

/* "his Vietnamese counterpart, ", "Japanese Prime Minister " before a name. */
static struct str
title_before(const struct quotes *q, const struct run *r)
{
	size_t at = quotes_mention_at(q, r->from), from, to = r->from;
	const struct mention *m = &q->mentions[at];

	if (r->title > 0 && q->words[r->title - 1].k == W_OF) {
		from = r->title;	/* not "the aide of" */
	} else if (at < q->nmentions && m->from < r->from) {
		from = m->from;
	} else if (at > 0 && r->from > 0 && m[-1].to + 1 == r->from
	    && m[-1].kind == MENTION_ROLE
	    && quotes_class(q, r->from - 1) == W_COMMA) {
		from = m[-1].from;
		to = m[-1].to;
	} else {
		from = r->title;
	}
	while (from < to && (q->words[from].k == W_THE
	    || q->words[from].k == W_A || q->words[from].k == W_POSS))
		from++;
	return run_text(q, q->marked_only ? behind_of(q, from, to) : from, to);
}

/* What an earlier piece left behind is no place of its own. */
bool
quotes_has_sights(const struct quotes *q, uint32_t person)
{
	uint32_t at = q->persons[person].last_sight;

	return at < q->nsights && q->sights[at].person == person;
}

/* The number of the name of a run + 1, new or not. */
static uint32_t
person_at(struct quotes *q, const struct run *r, bool *added)
{
	uint32_t at = person_of(q, quotes_spelled(q, r->from, r->to), added);
	size_t last = r->to - 1;

	if (last > r->from + 1 && quotes_is_suffix(quotes_token(q, last)))
		last--;
	if (*added)
		index_person(q, at, r->from, last);
	return at;
}

static void
see_name(struct quotes *q, const struct run *r, uint32_t at)
{
	struct person *p = &q->persons[at - 1];
	unsigned g = run_gender(q, r);

	quotes_count_person(q, at - 1);
	p->doubtful = false;
	p->sure |= r->title < r->from;
	if (g > 0)
		p->gender = g;
	if (p->title.n == 0)
		p->title = arena_copy(&q->names, title_before(q, r));
	if (p->title.n == 0)
		p->title = arena_copy(&q->names, title_behind(q, r->to));
	q->sights = xgrow(q->sights, &q->sight_cap, q->nsights + 1,
	    sizeof *q->sights);
	if (!quotes_has_sights(q, at - 1))
		p->first_sight = (uint32_t)q->nsights;
	p->last_sight = (uint32_t)q->nsights;
	q->sights[q->nsights++] = (struct sight){ (uint32_t)r->from, at - 1 };
}

/*
 * "Steven Law", "Charlie King" may be a body or a rank by their last words:
 * persons only once somebody is "Mr. Law" or "King said".
 */
static bool
is_doubtful(const struct quotes *q, const struct run *r)
{
	return r->to - r->from == 2 && q->words[r->from].given > 0
	    && !run_listed(run_text(q, r->from, r->to));
}

/* What a run of two words or more is, asked once. */
static void
learn_run(struct quotes *q, const struct run *r, struct known_run *k)
{
	bool added;

	k->person = 0;
	k->kind = run_is_person(q, r) ? RUN_PERSON
	    : is_doubtful(q, r) ? RUN_DOUBTFUL : RUN_NO_PERSON;
	if (k->kind == RUN_NO_PERSON)
		return;
	k->person = person_at(q, r, &added);
	if (k->kind == RUN_DOUBTFUL)
		q->persons[k->person - 1].doubtful |= added;
}

static struct known_run *
known(const struct quotes *q, uint64_t key)
{
	return &q->tables->runs[key >> (64 - RUN_BITS)];
}

/*
 * (To ask the lists and the map at each sight was an eighth of the time: they
 * are larger than the caches, and most names come several times.)
 */
static void
see_run(struct quotes *q, const struct run *r, uint64_t key)
{
	struct known_run *k = known(q, key);

	if (k->key != key || k->kind == RUN_NEW) {
		learn_run(q, r, k);
		k->key = key;
	}
	if (k->kind == RUN_PERSON)
		see_name(q, r, k->person);
	else if (k->kind == RUN_DOUBTFUL)
		quotes_count_person(q, k->person - 1);
}

static void
confirm(struct quotes *q, uint64_t last)
{
	uint32_t i = quotes_index_get(&q->by_last, last);

	for (uint32_t n = 0; i > 0 && n < NAMESAKES;
	    i = q->persons[i - 1].next_last, n++)
		q->persons[i - 1].doubtful = false;
}

static bool
is_cue(const struct quotes *q, size_t i)
{
	return i < q->ntokens && q->words[i].cue > 0
	    && (q->words[i].form == FORM_PAST || q->words[i].form == FORM_S);
}

/* "West landed a dig", but "the West". */
static bool
acts(const struct quotes *q, const struct run *r)
{
	unsigned k = quotes_class(q, r->to);

	return (k == W_ED || k == W_PAST) && (r->from == quotes_begin(q,
	    r->from) || q->words[r->from - 1].k == W_COMMA);
}

static struct single *
single_at(const struct quotes *q, uint64_t key)
{
	return &q->tables->singles[key >> (64 - SINGLE_BITS) & ~1u];
}

/* Of its two places: the one it has, or now gets instead of the older. */
static struct single *
single_of(const struct quotes *q, uint64_t key)
{
	struct single *s = single_at(q, key);
	struct single kept = s[0];
	uint32_t in_document = (uint32_t)key + q->document * 0x9e3779b1u;

	if (s[0].key == in_document)
		return s;
	s[0] = s[1].key == in_document ? s[1]
	    : (struct single){ in_document, 0 };
	s[1] = kept;
	return s;
}

/* A surname that stands alone: how often; "Mr. King", "King said". */
static void
see_single(struct quotes *q, const struct run *r, uint64_t key)
{
	single_of(q, key)->count++;
	if (run_gender(q, r) > 0 || is_cue(q, r->to) || acts(q, r)
	    || (r->title > 0 && is_cue(q, r->title - 1)))
		confirm(q, key);
}

/* "Pope Francis", "King Charles": a given name alone, known by its title. */
static bool
is_regnal(const struct quotes *q, const struct run *r)
{
	static const char *const titles[] = { "Pope", "King", "Queen",
	    "Prince", "Princess", "Emperor", "Empress", "Patriarch" };

	return r->to - r->from == 1 && r->title < r->from
	    && str_is_one_of(quotes_token(q, r->from - 1), titles,
	    sizeof titles / sizeof *titles)
	    && q->words[r->from].k == W_CAP && q->words[r->from].given > 0;
}

/* "April Mellody": a month that is a given name, no "in" before it. */
static bool
is_month_name(const struct quotes *q, const struct run *r)
{
	size_t i = r->from;

	return r->title == i && r->to == i + 1 && i > 0
	    && q->words[i - 1].k == W_TIME && q->words[i - 1].upper
	    && i > quotes_begin(q, i) && q->words[i - 1].given > 0
	    && (i - 1 == quotes_begin(q, i)
	    || q->words[i - 2].k == W_ROLE || q->words[i - 2].cue > 0);
}

static void
see_joined(struct quotes *q, struct run r)
{
	bool added;

	r.from--;
	r.title = r.title < r.from ? r.title : r.from;
	see_name(q, &r, person_at(q, &r, &added));
}

static bool
same_words(struct str a, struct str b, struct str whole)
{
	return whole.n == a.n + 1 + b.n && str_starts(whole, a)
	    && str_ends(whole, b);
}

/* "Kishida Fumio" where the text says "Kishida" and "Fumio Kishida" too, or
 * is of Japan, whose names are given in the western order: given name first. */
static void
set_order(struct quotes *q, struct person *p)
{
	const char *blank = memchr(p->name.p, ' ', p->name.n);
	struct str first, last;
	uint32_t often;
	size_t n = blank != NULL ? (size_t)(blank - p->name.p) : 0;
	bool both = false;

	if (n == 0 || memchr(blank + 1, ' ', p->name.n - n - 1) != NULL)
		return;
	first = str_cut(p->name, 0, n);
	last = str_cut(p->name, n + 1, p->name.n);
	often = single_of(q, quotes_index_key(first))->count;
	if (often == 0 || single_of(q, quotes_index_key(last))->count >= often
	    || words_find_lower(&words_first_names, first) > 0)
		return;
	for (uint32_t i = quotes_index_get(&q->by_first,
	    quotes_index_key(last)); i > 0 && !both;
	    i = q->persons[i - 1].next_first)
		both = same_words(last, first, q->persons[i - 1].name);
	if (!both && !str_starts(p->title, STR("Japan")))
		return;
	q->scratch.n = 0;
	buf_put(&q->scratch, last);
	buf_char(&q->scratch, ' ');
	buf_put(&q->scratch, first);
	p->name = arena_copy(&q->names, buf_str(&q->scratch));
}

/*
 * A run on its way to be seen: what it is looked up in has time to come from
 * memory, which was a twentieth of all.
 */
struct coming {
	struct run run;
	uint64_t key;		/* of a word alone, or of the run */
};
enum { AHEAD = 8 };

static bool
is_one(const struct run *r)
{
	return r->to - r->from == 1;
}

static struct coming
come(const struct quotes *q, size_t from, size_t end)
{
	struct coming x = { .run = run_split(q, from, end) };

	if (is_one(&x.run)) {
		x.key = quotes_index_key(quotes_token(q, x.run.from));
		__builtin_prefetch(single_at(q, x.key));
	} else {
		x.key = hash_bytes(run_text(q, x.run.from, x.run.to),
		    q->document);
		__builtin_prefetch(known(q, x.key));
	}
	return x;
}

/* Half way: the person of a run, or the list that tells whether it is one. */
static void
come_nearer(const struct quotes *q, const struct coming *x)
{
	const struct known_run *k = known(q, x->key);

	if (is_one(&x->run))
		return;
	if (k->key != x->key)
		words_prefetch(&words_names, run_text(q, x->run.from,
		    x->run.to));
	else if (k->person > 0)
		__builtin_prefetch(&q->persons[k->person - 1]);
}

static void
see(struct quotes *q, const struct coming *x)
{
	const struct run *r = &x->run;

	if (is_regnal(q, r) || is_month_name(q, r))
		see_joined(q, *r);
	else if (is_one(r))
		see_single(q, r, x->key);
	else if (r->to > r->from && r->to - r->from <= RUN_LONGEST)
		see_run(q, r, x->key);
}

/* All runs of capitals, in their order. */
static void
see_all(struct quotes *q)
{
	struct coming way[AHEAD];
	size_t n = 0, end;

	for (size_t i = 0; (i = quotes_bits_next(q, PART_CAPITAL, i,
	    q->ntokens)) < q->ntokens; i = end, n++) {
		if (n >= AHEAD)
			see(q, &way[n % AHEAD]);
		if (n >= AHEAD / 2)
			come_nearer(q, &way[(n - AHEAD / 2) % AHEAD]);
		end = run_end(q, i, quotes_end(q, i));
		end = end > i ? end : i + 1;
		way[n % AHEAD] = come(q, i, end);
	}
	for (size_t i = n < AHEAD ? 0 : n - AHEAD; i < n; i++)
		see(q, &way[i % AHEAD]);
}

void
quotes_names(struct quotes *q)
{
	size_t before;

	if (q->npersons > PERSONS)
		quotes_names_forget(q);
	before = q->npersons;
	q->nsights = 0;
	see_all(q);
	for (size_t p = before; p < q->npersons; p++)
		set_order(q, &q->persons[p]);
	for (size_t p = before; p < q->npersons; p++)
		if (q->persons[p].next_last > 0)
			quotes_join_spellings(q, (uint32_t)p);
}
