/*
 * "The prime minister": whom a role means, where the piece says who holds it,
 * by a title before his name or a description behind it ("Jana Vesela, the
 * prime minister, ..."). Where two persons may be meant nobody is.
 */
#include "desk/entities.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_titles, words_roles, words_names;

enum {
	ROLE_WORDS = 5,		/* "the former deputy foreign minister" */
	HOLDERS = 40,		/* looked at, the last ones first */
	ONE_PERSON = 1,		/* of roles.words */
	CONFIDENCE = 900
};

struct holder {
	size_t from, to;	/* tokens that tell what the person is */
	struct str name;
};

struct holders {
	struct holder *list;
	size_t n, cap;
};

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return chars_eq_nocase(entities_token(e, i), str_of(z));
}

static bool
is_people(const struct entities *e, size_t i)
{
	int list = words_find(&words_names, entities_token(e, i));

	return list > 0 && list & LIST_PEOPLE;
}

static bool
is_title_word(const struct entities *e, size_t i)
{
	return words_find_lower(&words_titles, entities_token(e, i)) > 0;
}

/* The token after the role whose words begin at i; i: there is none. */
static size_t
role_end(const struct entities *e, size_t i)
{
	size_t end = i, role = i;

	if (is_people(e, end))
		end++;
	for (; end < e->ntokens && end < i + ROLE_WORDS
	    && !e->tokens[end].upper; end++) {
		bool person = words_find_lower(&words_roles,
		    entities_token(e, end)) == ONE_PERSON;

		if (!person && !is_title_word(e, end))
			break;
		role = person ? end + 1 : role;
	}
	return role;
}

static void
add_holder(struct holders *all, size_t from, size_t to, struct str name)
{
	all->list = xgrow(all->list, &all->cap, all->n + 1, sizeof *all->list);
	all->list[all->n++] = (struct holder){ from, to, name };
}

/* What the title before the person and the words behind the comma say. */
static void
add_person(const struct entities *e, struct holders *all,
    const struct entity *x)
{
	size_t from = x->first_token, end = x->last_token + 2;

	if (x->title.n > 0) {
		while (from > 0 && e->text.p + e->tokens[from - 1].start
		    >= x->title.p)
			from--;
		from -= from > 0 && is_people(e, from - 1);
		add_holder(all, from, x->first_token, x->name);
	}
	if (!is(e, x->last_token + 1, ","))
		return;
	from = is(e, end, "the") ? end + 1 : end;
	end = role_end(e, from);
	if (end > from && (is(e, end, ",") || is(e, end, ".")
	    || is(e, end, "of")))
		add_holder(all, from, end, x->name);
}

/* Every word of the role at from..to is one of the holder's. */
static bool
holds(const struct entities *e, const struct holder *h, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		size_t k = h->from;

		while (k < h->to && !chars_eq_nocase(entities_token(e, k),
		    entities_token(e, i)))
			k++;
		if (k == h->to)
			return false;
	}
	return true;
}

/* The one person who holds the role; n 0: none, or more than one. */
static struct str
holder_of(const struct entities *e, const struct holders *all, size_t from,
    size_t to)
{
	struct str name = { "", 0 };

	for (size_t k = all->n; k-- > 0 && all->n - k <= HOLDERS;) {
		const struct holder *h = &all->list[k];

		if (h->from <= from && from < h->to)
			return h->name;		/* the description itself */
		if (!holds(e, h, from, to))
			continue;
		if (name.n > 0 && !str_eq(name, h->name))
			return (struct str){ "", 0 };
		name = h->name;
	}
	return name;
}

static void
add_role(struct entities *e, size_t from, size_t to, struct str name)
{
	e->found = xgrow(e->found, &e->cap, e->n + 1, sizeof *e->found);
	e->found[e->n++] = (struct entity){ .at = { e->tokens[from].start,
	    e->tokens[to - 1].end }, .type = ENTITY_ROLE, .name = name,
	    .confidence = CONFIDENCE, .first_token = from,
	    .last_token = to - 1 };
}

static int
by_place(const void *a, const void *b)
{
	const struct entity *x = a, *y = b;

	return x->at.start < y->at.start ? -1 : x->at.start > y->at.start;
}

/* "the prime minister" between the mentions, but not "the president's Jet". */
static void
find_roles(struct entities *e, const struct holders *all)
{
	size_t next = 0, named = e->n;

	for (size_t i = 0; i + 1 < e->ntokens; i++) {
		size_t end;
		struct str name;

		while (next < named && e->found[next].last_token < i)
			next++;
		if (!is(e, i, "the") || (next < named
		    && e->found[next].first_token <= i))
			continue;
		end = role_end(e, i + 1);
		if (end == i + 1 || (end < e->ntokens && e->tokens[end].upper))
			continue;
		name = holder_of(e, all, i + 1, end);
		if (name.n > 0)
			add_role(e, i + 1, end, name);
	}
	if (e->n > named)
		qsort(e->found, e->n, sizeof *e->found, by_place);
}

void
entities_roles(struct entities *e)
{
	struct holders all = { 0 };

	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type == ENTITY_PERSON)
			add_person(e, &all, &e->found[i]);
	if (all.n > 0)
		find_roles(e, &all);
	free(all.list);
}
