/*
 * From labels to spans: titles, articles, possessives and quotation marks go
 * off, the stop of "Inc." and "Jr." comes on, and the type is told.
 */
#include "desk/entities_before.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names, words_heads, words_titles,
    words_titles_more, words_no_names,
    words_polities;

enum {
	TITLE_WORDS = 8,
	/* Scores above the next kind's that are as sure as can be. */
	MARGIN_SURE = 160,
	MARGIN_KNOWN = 110	/* an organisation whatever its letters mean */
};

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return chars_eq_nocase(entities_token(e, i), str_of(z));
}

static bool
is_title(const struct entities *e, size_t i)
{
	return words_find_lower(&words_titles, entities_token(e, i)) > 0
	    || words_find_lower(&words_titles_more, entities_token(e, i)) > 0;
}

/* The stop of "Mr." */
static bool
is_title_stop(const struct entities *e, size_t i)
{
	return i > 0 && is(e, i, ".") && !e->tokens[i].space
	    && is_title(e, i - 1);
}

/* Titles at the head of a person's name go to their own field. */
static void
take_title(struct entities *e, struct entity *x)
{
	size_t first = x->first_token, from, low;

	while (first < x->last_token && (is_title(e, first)
	    || is_title_stop(e, first)))
		first++;
	from = first;
	low = first > TITLE_WORDS ? first - TITLE_WORDS : 0;
	while (from > low && !e->ner.words[from].breaks
	    && (is_title(e, from - 1) || is_title_stop(e, from - 1)))
		from--;
	x->first_token = first;
	if (from < first)
		x->title = str_cut(e->text, e->tokens[from].start,
		    e->tokens[first - 1].end);
}

static unsigned
heads_of(const struct entities *e, size_t token)
{
	int heads = words_find_lower(&words_heads, entities_token(e, token));

	return heads > 0 ? (unsigned)heads : 0;
}

static struct str
name_of(const struct entities *e, const struct entity *x)
{
	return str_cut(e->text, e->tokens[x->first_token].start,
	    e->tokens[x->last_token].end);
}

/* What the lists know of the whole name. */
static unsigned
list_of(const struct entities *e, const struct entity *x)
{
	int known = words_find(&words_names, name_of(e, x));

	return known > 0 ? (unsigned)known : 0;
}

static enum entity_type
place_type(const struct entities *e, const struct entity *x, unsigned list)
{
	unsigned heads = heads_of(e, x->first_token)
	    | heads_of(e, x->last_token);

	if (list & (LIST_COUNTRY | LIST_STATE | LIST_CITY)
	    || words_find(&words_polities, name_of(e, x)) >= 0)
		return ENTITY_GPE;
	if (list & LIST_REGION || entities_before_type(e, x) == ENTITY_LOC
	    || (entities_is_foreign(e, x->first_token)
	    && entities_foreign_region(e, x->first_token, x->last_token + 1))
	    || (heads & (HEAD_PLACE | HEAD_BUILDING | HEAD_ORG)
	    && x->last_token > x->first_token))
		return ENTITY_LOC;
	return ENTITY_GPE;
}

/*
 * "Convention on the Law of the Sea": the word before the preposition; "World
 * War II" and "Windows 11": the one before the number.
 */
static size_t
head_of(const struct entities *e, const struct entity *x)
{
	for (size_t i = x->first_token + 1; i < x->last_token; i++)
		if (is(e, i, "of") || is(e, i, "on") || is(e, i, "for"))
			return i - 1;
	return x->last_token - (x->last_token > x->first_token
	    && (chars_all_of(entities_token(e, x->last_token), STR("IVX"))
	    || byte_is_digit(e->text.p[e->tokens[x->last_token].start])));
}

/*
 * What is fought is an event. These are not among heads.words, as what stands
 * there the weights were trained with.
 */
static bool
is_fight(struct str head)
{
	static const char *const fights[] = { "battle", "siege", "massacre",
	    "revolution", "uprising", "revolt", "rebellion", "mutiny",
	    "crusade", "wars" };

	return chars_is_one_of(head, fights, sizeof fights / sizeof *fights);
}

/* "Boeing 737 MAX": a maker and a number that is no year. */
static bool
is_model(const struct entities *e, const struct entity *x)
{
	int maker = words_find(&words_names, entities_token(e,
	    x->first_token));
	struct str s;

	if (maker < 0 || !(maker & LIST_ORG) || x->first_token == x->last_token)
		return false;
	s = entities_token(e, x->first_token + 1);
	return e->ner.types[e->ner.words[x->first_token + 1].type].flags
	    & NER_DIGIT && !(s.n == 4 && (s.p[0] == '1' || s.p[0] == '2'));
}

/* Other names: only those whose head tells what they are. */
static bool
other_type(const struct entities *e, struct entity *x)
{
	size_t head = head_of(e, x);
	unsigned heads = heads_of(e, head);

	x->type = entities_before_type(e, x);
	if (x->type != ENTITY_TYPES)
		return true;
	if (heads & HEAD_LAW)
		x->type = ENTITY_LAW;
	else if (heads & HEAD_EVENT || is_fight(entities_token(e, head)))
		x->type = ENTITY_EVENT;
	else if (heads & HEAD_PRODUCT || is_model(e, x))
		x->type = ENTITY_PRODUCT;
	else
		return false;
	return true;
}

/* "The Hague" and "The New York Times" keep their article. */
static bool
is_article(const struct entities *e, const struct entity *x, unsigned kind)
{
	struct str s = entities_token(e, x->first_token);

	if (str_eq(s, STR("the")) || str_eq(s, STR("a")) || str_eq(s, STR("an")))
		return true;
	return str_eq(s, STR("The")) && (kind != NER_ORG
	    || e->ner.words[x->first_token].first) && list_of(e, x) == 0;
}

/* Marks at the end: quotes, "'s", commas; not the stop of "U.S.". */
static bool
is_loose(const struct entities *e, size_t i)
{
	struct str s = entities_token(e, i);

	return !byte_is_letter(s.p[0]) && !byte_is_digit(s.p[0])
	    && ((unsigned char)s.p[0] < 0x80 || str_starts(s, STR("\xe2\x80")));
}

static void
trim(struct entities *e, struct entity *x, unsigned kind)
{
	while (x->first_token < x->last_token && (is_loose(e, x->first_token)
	    || is_article(e, x, kind)))
		x->first_token++;
	while (x->last_token > x->first_token && is_loose(e, x->last_token))
		x->last_token--;
}

/* "Calif", but not "California" and "CA". */
static bool
is_short_state(const struct entities *e, const struct entity *x)
{
	struct str s = entities_token(e, x->last_token);
	struct str whole = entities_state(e, x->last_token);

	return x->type == ENTITY_GPE && x->first_token == x->last_token
	    && whole.n > s.n && byte_is_lower(s.p[s.n - 1]);
}

/* "Acme Inc.", "King Jr." and "Calif." end with their stop. */
static void
take_stop(struct entities *e, struct entity *x)
{
	size_t last = x->last_token;

	if (!is(e, last + 1, ".") || e->tokens[last + 1].space)
		return;
	if (is_short_state(e, x) || (last > x->first_token
	    && ((heads_of(e, last) & HEAD_COMPANY
	    && entities_token(e, last).n < 5)
	    || is(e, last, "Jr") || is(e, last, "Sr"))))
		x->last_token++;
}

static unsigned
confidence(int margin)
{
	if (margin < 0)
		margin = 0;
	return 500u + (unsigned)(margin < MARGIN_SURE ? margin : MARGIN_SURE)
	    * 490 / MARGIN_SURE;
}

/* The bits of a list that say what a name is. */
enum {
	BODY = LIST_ORG, PEOPLE = LIST_PEOPLE, TOWN = LIST_CITY | LIST_TOWN,
	PLACE = TOWN | LIST_COUNTRY | LIST_STATE | LIST_REGION,
	FAMILY = LIST_SURNAME | LIST_RARE | LIST_PERSON
};

/*
 * What the lists know a name of several words for and nothing else, if the
 * tagger took it for something else: "Merrill Lynch" and "Le Monde" look like
 * persons, "High Wycombe" like a firm, and "West Bank" is no bank. Of 100
 * bodies so known 99 are one (counted in the training corpora). ENTITY_TYPES:
 * nothing.
 */
static enum entity_type
known_type(unsigned list, unsigned kind)
{
	list &= BODY | PEOPLE | PLACE | FAMILY;
	if (list == BODY && (kind == NER_PER || kind == NER_LOC))
		return ENTITY_ORG;
	if (kind == NER_PER && list & LIST_COUNTRY)
		return ENTITY_GPE;	/* "Viet Nam" */
	if (kind == NER_ORG && list == LIST_REGION)
		return ENTITY_LOC;
	if (kind == NER_ORG && list & TOWN
	    && !(list & ~(unsigned)(TOWN | LIST_REGION)))
		return ENTITY_GPE;
	return ENTITY_TYPES;
}

/* "Sunni", "Sri Lankan"; as an organisation "Social Democrats" is a party. */
static bool
is_people(const struct entities *e, const struct entity *x, unsigned list,
    unsigned kind)
{
	return (list & (BODY | PEOPLE | PLACE | FAMILY)) == PEOPLE
	    && (kind != NER_ORG || (x->last_token > x->first_token
	    && countries_of_people(&e->countries, name_of(e, x)).n > 0));
}

/* "ASAP", "GDP" and "VII" are written as organisations are. */
static bool
is_no_name(const struct entities *e, const struct entity *x, int margin)
{
	struct str s = entities_token(e, x->first_token);

	if (x->first_token != x->last_token || x->type != ENTITY_ORG
	    || margin >= MARGIN_KNOWN)
		return false;
	if (s.n == 1)
		return s.p[0] == 'A' || s.p[0] == 'I';
	return chars_all_of(s, STR("IVX"))
	    || words_find(&words_no_names, s) >= 0;
}

/*
 * "The Dow had fallen": a person's name stands behind an article only where a
 * noun follows it ("the Assad regime"), or where it is a family's.
 */
static bool
has_article(const struct entities *e, const struct entity *x)
{
	static const char *const after[] = { "is", "was", "has", "had", "will",
	    "would", "then", "in", "on", "at", "to", "by", "from", "with",
	    "that", "which", "as", "when", "while", "after", "before", "." };
	size_t i = x->first_token;
	struct str s = entities_token(e, i);

	return i > 0 && x->last_token == i && x->title.n == 0
	    && s.p[s.n - 1] != 's' && is(e, i - 1, "the")
	    && str_is_one_of(entities_token(e, i + 1), after,
	    sizeof after / sizeof *after);
}

/* "Sunday" and "Tue" head a line of a date. */
static bool
is_day(const struct entities *e, const struct entity *x)
{
	static const char *const days[] = { "monday", "tuesday", "wednesday",
	    "thursday", "friday", "saturday", "sunday" };
	struct str s = entities_token(e, x->first_token);

	return x->last_token == x->first_token && (s.p[s.n - 1] | 0x20) == 'y'
	    && chars_is_one_of(s, days, sizeof days / sizeof *days);
}

/* "Davis Cup", which is named after a person. */
static bool
is_cup(const struct entities *e, const struct entity *x)
{
	static const char *const cups[] = { "cup", "championship",
	    "championships", "tournament", "olympics", "playoffs", "games" };

	return x->last_token > x->first_token
	    && e->ner.types[e->ner.words[x->last_token].type].heads & HEAD_EVENT
	    && chars_is_one_of(entities_token(e, x->last_token), cups,
	    sizeof cups / sizeof *cups);
}

/* "General Antonio Guterres", taken for one of the staffs that are so called. */
static bool
is_officer(const struct entities *e, const struct entity *x)
{
	size_t i = x->first_token;
	const struct ner_type *next = i + 1 < e->ntokens
	    ? &e->ner.types[e->ner.words[i + 1].type] : NULL;

	return x->last_token == i + 2 && is_title(e, i) && next != NULL
	    && next->list & LIST_GIVEN && heads_of(e, i + 2) == 0;
}

/* False: not a name after all. */
static bool
set_type(struct entities *e, struct entity *x, unsigned kind)
{
	static const enum entity_type types[] = { [NER_PER] = ENTITY_PERSON,
	    [NER_ORG] = ENTITY_ORG, [NER_LOC] = ENTITY_GPE,
	    [NER_NORP] = ENTITY_NORP };
	unsigned list;

	if (is_loose(e, x->first_token) || is_day(e, x))
		return false;
	if (kind == NER_MISC)
		return other_type(e, x);
	x->type = types[kind];
	list = list_of(e, x);
	if (kind != NER_NORP && is_people(e, x, list, kind))
		x->type = ENTITY_NORP;
	else if (x->last_token > x->first_token
	    && known_type(list, kind) != ENTITY_TYPES)
		x->type = known_type(list, kind);
	else if (kind == NER_PER && is_cup(e, x))
		x->type = ENTITY_EVENT;
	else if (kind == NER_ORG && is_officer(e, x))
		x->type = ENTITY_PERSON;
	else if (kind == NER_LOC)
		x->type = place_type(e, x, list);
	if (x->type == ENTITY_PERSON)
		take_title(e, x);
	return x->type != ENTITY_PERSON || !((is_title(e, x->first_token)
	    && x->first_token == x->last_token) || has_article(e, x));
}

/* "D-Mass." and "R-Calif.": a party and a state behind a name, neither's. */
static bool
is_party_state(const struct entities *e, const struct entity *x)
{
	struct str s = entities_token(e, x->first_token);

	return x->first_token == x->last_token && s.n > 3 && s.p[1] == '-'
	    && memchr("DRI", s.p[0], 3) != NULL && byte_is_upper(s.p[2])
	    && is(e, x->last_token + 1, ".");
}

size_t
entities_span(struct entities *e, size_t i, struct entity *x)
{
	unsigned kind = (e->labels[i] + 1u) / 2;
	int margin = e->margins[i];
	size_t end = i + 1;

	for (; end < e->ntokens && e->labels[end] == kind * 2
	    && !e->tokens[end].breaks; end++) {
		if (entities_part(e, i, end))
			break;
		margin = e->margins[end] < margin ? e->margins[end] : margin;
	}
	kind = (e->labels[i] + 1u) / 2;		/* it may have been cut */
	x->first_token = i;
	x->last_token = end - 1;
	trim(e, x, kind);
	x->confidence = set_type(e, x, kind) && !is_party_state(e, x)
	    && !is_no_name(e, x, margin) ? confidence(margin) : 0;
	take_stop(e, x);
	if (!e->tokens[x->first_token].plain || !e->tokens[x->last_token].plain)
		x->at = entities_unglued(e, x->first_token, x->last_token);
	return end > x->last_token ? end : x->last_token + 1;
}
