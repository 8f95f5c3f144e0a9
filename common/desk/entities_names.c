/*
 * The normal form of a name that is no person's: the usual spelling, the
 * country, the long form of an acronym the piece explains.
 */
#include "desk/entities.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_names;

enum {
	ACRONYM = 8, INITIALS = 12,	/* letters */
	UNSURE = 950		/* confidence below which a type may change */
};

static const struct {
	const char *from, *to;
} aliases[] = {
	{ "U.N.", "United Nations" }, { "UN", "United Nations" },
	{ "EU", "European Union" }, { "E.U.", "European Union" },
	{ "G-7", "Group of Seven" }, { "G7", "Group of Seven" },
	{ "G-20", "Group of Twenty" }, { "G20", "Group of Twenty" },
	{ "IMF", "International Monetary Fund" },
	{ "WHO", "World Health Organization" },
	{ "WTO", "World Trade Organization" },
	{ "ECB", "European Central Bank" }, { "Fed", "Federal Reserve" },
	{ "Asean", "ASEAN" }, { "Nato", "NATO" }, { "Opec", "OPEC" },
	{ "East Sea", "South China Sea" },
	{ "South China seas", "South China Sea" },
	{ "South China Seas", "South China Sea" },
};

/* The East Sea is Korea's Sea of Japan too: only where Vietnam is named. */
static bool
names_vietnam(const struct entities *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type == ENTITY_GPE
		    && str_eq(e->found[i].name, STR("Vietnam")))
			return true;
	return false;
}

static struct str
alias_of(struct str s, bool vietnam)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (aliases[i].from[0] == s.p[0]
		    && str_eq(s, str_of(aliases[i].from))
		    && (vietnam || s.p[0] != 'E' || s.p[1] != 'a'))
			return str_of(aliases[i].to);
	return s;
}

static bool
is_caps(struct str s)
{
	bool upper = false;

	for (size_t i = 0; i < s.n;) {
		unsigned c = chars_of(utf8_next(s, &i));

		if (c & CHAR_LOWER)
			return false;
		upper |= (c & CHAR_UPPER) != 0;
	}
	return upper;
}

/* "HANOI" to "Hanoi", "SAN JOSÉ" to "San José", in place of scratch. */
static void
lower_inside(struct buf *b, struct str s)
{
	bool inside = false;

	b->n = 0;
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s, &i);

		utf8_put(b, inside ? chars_lower(c) : c);
		inside = chars_is(c, CHAR_LETTER);
	}
}

/*
 * Capitals are shouted, not spelt: so of names of persons and places, if they
 * are long enough to be no acronym, or are listed in small letters.
 */
static struct str
unshouted(struct entities *e, struct str s, enum entity_type type)
{
	struct str low;

	if (!is_caps(s) || s.n < 4)
		return s;
	lower_inside(&e->scratch, s);
	low = buf_str(&e->scratch);
	if ((type == ENTITY_ORG || type > ENTITY_NORP)
	    && words_find(&words_names, low) < 0)
		return s;
	if (s.n < 6 && type != ENTITY_PERSON
	    && words_find(&words_names, low) < 0)
		return s;
	return arena_copy(&e->arena, low);
}

/* "san francisco", of a writer without capitals. */
static struct str
raised(struct entities *e, struct str s)
{
	e->scratch.n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool opens = i == 0 || s.p[i - 1] == ' ';

		buf_char(&e->scratch, opens && byte_is_lower(s.p[i])
		    ? (char)(s.p[i] - 32) : s.p[i]);
	}
	return arena_copy(&e->arena, buf_str(&e->scratch));
}

/* The tokens of a name with one blank where there is white space. */
static struct str
spelled(struct entities *e, const struct entity *x)
{
	e->scratch.n = 0;
	for (size_t i = x->first_token; i <= x->last_token; i++) {
		size_t start = e->tokens[i].start, end = e->tokens[i].end;

		if (i > x->first_token && e->tokens[i].space)
			buf_char(&e->scratch, ' ');
		/* The mention may begin and end inside of a token. */
		start = start < x->at.start ? x->at.start : start;
		end = i == x->last_token && end > x->at.end
		    && x->at.end > start ? x->at.end : end;
		buf_put(&e->scratch, str_cut(e->text, start, end));
	}
	return arena_copy(&e->arena, buf_str(&e->scratch));
}

/* "Okla" or "Okla.", not "Oklahoma City". */
static bool
is_word(const struct entities *e, const struct entity *x)
{
	return x->last_token == x->first_token
	    || (x->last_token == x->first_token + 1
	    && e->text.p[e->tokens[x->last_token].start] == '.');
}

/* "Stati Uniti" and "ΗΠΑ" are the United States. */
static struct str
country_abroad(const struct entities *e, const struct entity *x, struct str name)
{
	return x->type == ENTITY_GPE && entities_is_foreign(e, x->first_token)
	    ? countries_name_abroad(&e->countries, name)
	    : (struct str){ "", 0 };
}

static void
spell(struct entities *e, struct entity *x)
{
	struct str country;

	if (x->name.n > 0)	/* listed by the user */
		return;
	x->name = spelled(e, x);
	country = country_abroad(e, x, x->name);
	x->name = country.n > 0 ? country : unshouted(e, x->name, x->type);
	if (x->type == ENTITY_GPE && byte_is_lower(x->name.p[0]))
		x->name = raised(e, x->name);
	if (x->type == ENTITY_NORP)
		x->value = countries_of_people(&e->countries, x->name);
	if (x->type != ENTITY_GPE && x->type != ENTITY_LOC
	    && x->type != ENTITY_ORG)
		return;
	country = countries_name(&e->countries, x->name);
	if (country.n > 0 && x->type != ENTITY_ORG)
		x->name = country;
	else if (x->type == ENTITY_GPE && is_word(e, x)
	    && entities_state(e, x->first_token).n > 0)
		x->name = entities_state(e, x->first_token);
}

/* ---- acronyms ---- */

static bool
is_acronym(struct str s)
{
	size_t letters = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (!byte_is_upper(s.p[i]) && s.p[i] != '.')
			return false;
		letters += s.p[i] != '.';
	}
	return letters > 1 && letters <= ACRONYM;
}

/* The capitals of a name of several words: "WHO"; n 0 when there are few. */
static struct str
initials(struct str name, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < name.n && n < INITIALS; i++)
		if (byte_is_upper(name.p[i]) && (i == 0
		    || name.p[i - 1] == ' ' || name.p[i - 1] == '-'))
			out[n++] = name.p[i];
	return (struct str){ out, n > 1 ? n : 0 };
}

static struct str
without_stops(struct str s, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < INITIALS; i++)
		if (s.p[i] != '.')
			out[n++] = s.p[i];
	return (struct str){ out, n };
}

static bool
may_have_acronym(const struct entity *x)
{
	return (x->type == ENTITY_ORG || x->type > ENTITY_NORP)
	    && x->type < ENTITY_DATE;
}

/* The letters of the short name stand in the long one, the first at its head. */
static bool
spells(struct str acronym, struct str name)
{
	size_t at = 0;

	if (byte_lower(acronym.p[0]) != byte_lower(name.p[0]))
		return false;
	for (size_t i = 0; i < acronym.n; i++) {
		if (acronym.p[i] == '.')
			continue;
		while (at < name.n
		    && byte_lower(name.p[at]) != byte_lower(acronym.p[i]))
			at++;
		if (at++ >= name.n)
			return false;
	}
	return true;
}

/* "European Union (EU)" or "EU (European Union)": b stands in brackets. */
static bool
explains(const struct entities *e, const struct entity *a,
    const struct entity *b)
{
	return b->first_token == a->last_token + 2
	    && str_eq(entities_token(e, a->last_token + 1), STR("("));
}

/*
 * Short -> long, plus one: what brackets explain wins over bare initials; of
 * two names with the same initials none is meant.
 */
static void
learn_acronyms(struct entities *e, struct map *known)
{
	char buf[INITIALS];
	bool added;

	for (size_t i = 0; i < e->n; i++) {
		struct str s = initials(e->found[i].name, buf);
		uint32_t *at;

		if (!may_have_acronym(&e->found[i]) || s.n < 3)
			continue;
		at = map_put(known, s, &added);
		if (added)
			*at = (uint32_t)i + 1;
		else if (*at > 0 && !str_eq(e->found[*at - 1].name,
		    e->found[i].name))
			*at = 0;
	}
	for (size_t i = 0; i + 1 < e->n; i++) {
		const struct entity *a = &e->found[i], *b = a + 1;

		if (!explains(e, a, b) || a->type >= ENTITY_DATE
		    || b->type >= ENTITY_DATE)
			continue;
		if (is_acronym(b->name) && !is_acronym(a->name)
		    && spells(b->name, a->name))
			*map_put(known, without_stops(b->name, buf), NULL) =
			    (uint32_t)i + 1;
		else if (is_acronym(a->name) && !is_acronym(b->name)
		    && spells(a->name, b->name))
			*map_put(known, without_stops(a->name, buf), NULL) =
			    (uint32_t)i + 2;
	}
}

void
entities_acronyms(struct entities *e)
{
	struct map known = { 0 };
	char buf[INITIALS];

	learn_acronyms(e, &known);
	for (size_t i = 0; i < e->n && known.n > 0; i++) {
		struct entity *x = &e->found[i];
		const uint32_t *at;

		if (x->type >= ENTITY_DATE || !is_acronym(x->name))
			continue;
		at = map_get(&known, without_stops(x->name, buf));
		if (at == NULL || *at == 0)
			continue;
		x->name = e->found[*at - 1].name;
		x->type = e->found[*at - 1].type;
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

/*
 * One name is of one type: what its surer mentions are. Not so where a place is
 * called as its people or its founder: those are sure of themselves.
 */
static void
agree(struct entities *e)
{
	unsigned (*sum)[ENTITY_DATE] = xalloc(e->groups.n + 1, sizeof *sum);

	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type < ENTITY_DATE)
			sum[e->found[i].group][e->found[i].type] +=
			    e->found[i].confidence;
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];
		enum entity_type best = x->type;

		if (x->type >= ENTITY_DATE || x->confidence >= UNSURE)
			continue;
		for (int t = ENTITY_PERSON; t < ENTITY_NORP; t++)
			if (sum[x->group][t] > sum[x->group][best])
				best = (enum entity_type)t;
		x->type = best;
	}
	free(sum);
}

void
entities_resolve(struct entities *e)
{
	bool vietnam;

	entities_described(e);
	entities_beside(e);
	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type < ENTITY_DATE)
			spell(e, &e->found[i]);
	entities_acronyms(e);
	vietnam = names_vietnam(e);
	for (size_t i = 0; i < e->n; i++)
		if (e->found[i].type < ENTITY_DATE)
			e->found[i].name = alias_of(e->found[i].name, vietnam);
	entities_people(e);
	if (e->values.types >> ENTITY_ROLE & 1)
		entities_roles(e);
	number_groups(e);
	agree(e);
}
