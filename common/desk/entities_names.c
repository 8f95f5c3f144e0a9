/*
 * The normal form of a name: within a piece, a single word that ends (or, in
 * family-first orders, begins) the full name of a person is that person.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_first_names;

static const struct {
	const char *from, *to;
} aliases[] = {
	{ "U.S.", "United States" }, { "US", "United States" },
	{ "USA", "United States" }, { "U.S.A.", "United States" },
	{ "America", "United States" }, { "United States of America",
	"United States" }, { "U.K.", "United Kingdom" },
	{ "UK", "United Kingdom" }, { "Britain", "United Kingdom" },
	{ "Great Britain", "United Kingdom" }, { "Viet Nam", "Vietnam" },
	{ "U.N.", "United Nations" }, { "UN", "United Nations" },
	{ "EU", "European Union" }, { "E.U.", "European Union" },
	{ "G-7", "Group of Seven" }, { "G7", "Group of Seven" },
	{ "UAE", "United Arab Emirates" }, { "Holland", "Netherlands" },
	{ "Burma", "Myanmar" }, { "Czechia", "Czech Republic" },
};

static struct str
alias_of(struct str s)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (str_eq(s, str_of(aliases[i].from)))
			return str_of(aliases[i].to);
	return s;
}

/* One blank between the tokens; "HANOI" becomes "Hanoi". */
static struct str
spelled(struct entities *e, const struct entity *x)
{
	bool caps = true;

	e->scratch.n = 0;
	for (size_t i = x->first_token; i <= x->last_token; i++) {
		if (i > x->first_token && e->tokens[i].space)
			buf_char(&e->scratch, ' ');
		buf_put(&e->scratch, entities_token(e, i));
	}
	for (size_t i = 0; i < e->scratch.n; i++)
		caps &= byte_is_upper(e->scratch.p[i])
		    || e->scratch.p[i] == ' ';
	if (caps && e->scratch.n > 5 && x->type != ENTITY_ORG)
		for (size_t i = 1; i < e->scratch.n; i++)
			if (e->scratch.p[i - 1] != ' ')
				e->scratch.p[i] = byte_lower(e->scratch.p[i]);
	return arena_copy(&e->arena, buf_str(&e->scratch));
}

static struct str
first_word(struct str s)
{
	const char *blank = memchr(s.p, ' ', s.n);

	return blank != NULL ? str_cut(s, 0, (size_t)(blank - s.p)) : s;
}

static struct str
last_word(struct str s)
{
	size_t i = s.n;

	while (i > 0 && s.p[i - 1] != ' ')
		i--;
	return str_cut(s, i, s.n);
}

static bool
is_single(struct str s)
{
	return memchr(s.p, ' ', s.n) == NULL;
}

/* Last or first word -> place of the full name in found, plus one. */
static void
index_full_names(struct entities *e, struct map *last, struct map *first)
{
	bool added;

	for (size_t i = 0; i < e->n; i++) {
		const struct entity *x = &e->found[i];
		uint32_t *at;

		if (x->type != ENTITY_PERSON || is_single(x->name))
			continue;
		at = map_put(last, last_word(x->name), &added);
		if (added)
			*at = (uint32_t)i + 1;
		at = map_put(first, first_word(x->name), &added);
		if (added)
			*at = (uint32_t)i + 1;
	}
}

static bool
may_be_surname(const struct entity *x)
{
	return is_single(x->name) && (x->type == ENTITY_PERSON
	    || x->type == ENTITY_ORG || x->type == ENTITY_GPE
	    || x->type == ENTITY_LOC);
}

/* "Kishida Fumio" and "Fumio Kishida" are one: given name first. */
static struct str
usual_order(struct entities *e, struct str s, const struct map *full)
{
	struct str a = first_word(s), b = last_word(s);

	if (a.n + b.n + 1 != s.n)
		return s;
	e->scratch.n = 0;
	buf_put(&e->scratch, b);
	buf_char(&e->scratch, ' ');
	buf_put(&e->scratch, a);
	if (map_get(full, buf_str(&e->scratch)) == NULL)
		return s;
	/* Both orders stand here: the one whose last word is used alone. */
	{
		struct str low = first_word(buf_str(&e->scratch));
		bool given = words_find_lower(&words_first_names, low) > 0;

		if (!given)
			return s;
	}
	return arena_copy(&e->arena, buf_str(&e->scratch));
}

static void
order_full_names(struct entities *e)
{
	struct map full = { 0 };

	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type == ENTITY_PERSON
		    && !is_single(e->found[i].name))
			map_put(&full, e->found[i].name, NULL);
	for (size_t i = 0; i < e->n && full.n > 1; i++)
		if (e->found[i].type == ENTITY_PERSON
		    && !is_single(e->found[i].name))
			e->found[i].name = usual_order(e, e->found[i].name,
			    &full);
	map_free(&full);
}

static void
link_surnames(struct entities *e)
{
	struct map last = { 0 }, first = { 0 };

	index_full_names(e, &last, &first);
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];
		uint32_t *at;

		if (!may_be_surname(x))
			continue;
		at = map_get(&last, x->name);
		if (at == NULL && x->type == ENTITY_PERSON)
			at = map_get(&first, x->name);
		if (at == NULL || (x->type != ENTITY_PERSON
		    && x->confidence > 900))
			continue;
		x->name = e->found[*at - 1].name;
		x->type = ENTITY_PERSON;
	}
	map_free(&last);
	map_free(&first);
}

/* "European Union (EU)": the short form stands for the long one. */
static void
link_acronyms(struct entities *e)
{
	struct map known = { 0 };

	for (size_t i = 0; i + 1 < e->n; i++) {
		const struct entity *a = &e->found[i], *b = a + 1;

		if (a->type == ENTITY_ORG && b->type == ENTITY_ORG
		    && b->first_token == a->last_token + 2
		    && str_eq(entities_token(e, a->last_token + 1), STR("("))
		    && !is_single(a->name) && is_single(b->name))
			*map_put(&known, b->name, NULL) = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < e->n && known.n > 0; i++) {
		uint32_t *at = map_get(&known, e->found[i].name);

		if (at != NULL)
			e->found[i].name = e->found[*at - 1].name;
	}
	map_free(&known);
}

static void
number_groups(struct entities *e)
{
	for (size_t i = 0; i < e->n; i++) {
		bool added;
		uint32_t *g = map_put(&e->groups, e->found[i].name, &added);

		if (added)
			*g = (uint32_t)e->groups.n;
		e->found[i].group = *g;
	}
}

void
entities_resolve(struct entities *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type < ENTITY_DATE)
			e->found[i].name = alias_of(spelled(e, &e->found[i]));
	order_full_names(e);
	link_surnames(e);
	link_acronyms(e);
	number_groups(e);
}
