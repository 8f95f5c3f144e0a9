#include "desk/entities.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_places, words_titles;

const char *const entity_types[ENTITY_TYPES] = {
	"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "PRODUCT",
	"DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY", "NUMBER",
	"ORDINAL", "EMAIL", "URL", "HANDLE", "HASHTAG", "PHONE"
};

/* From the perceptron's margin to thousandths; a margin of 60 is sure. */
enum { MARGIN_SURE = 60, TITLE_WORDS = 8 };

void
entities_open(struct entities *e, bool names_only)
{
	*e = (struct entities){ .names_only = names_only };
	e->values.types = ENTITY_USUAL;
	e->values.arena = &e->arena;
}

void
entities_want(struct entities *e, uint32_t types)
{
	e->values.types = types;
}

void
entities_document(struct entities *e, struct day anchor)
{
	values_document(&e->values, anchor);
	map_clear(&e->groups);
}

void
entities_close(struct entities *e)
{
	free(e->tokens);
	free(e->words);
	free(e->labels);
	free(e->margins);
	free(e->found);
	values_close(&e->values);
	arena_free(&e->arena);
	buf_free(&e->scratch);
	map_free(&e->groups);
}

static void
tokenize(struct entities *e)
{
	struct token t;

	e->ntokens = 0;
	for (size_t i = 0; tokens_next(e->text, &i, &t);) {
		e->tokens = xgrow(e->tokens, &e->token_cap, e->ntokens + 1,
		    sizeof *e->tokens);
		e->tokens[e->ntokens++] = t;
	}
}

static void
tag(struct entities *e)
{
	size_t n = e->ntokens;

	e->words = xgrow(e->words, &e->word_cap, n, sizeof *e->words);
	e->labels = xgrow(e->labels, &e->label_cap, n, 1);
	e->margins = xgrow(e->margins, &e->margin_cap, n, sizeof *e->margins);
	for (size_t i = 0; i < n; i++)
		e->words[i] = (struct ner_word){ .text = entities_token(e, i),
		    .breaks = e->tokens[i].breaks };
	ner_prepare(e->words, n);
	ner_tag(e->words, n, e->labels, e->margins);
}

static struct entity *
add(struct entities *e)
{
	e->found = xgrow(e->found, &e->cap, e->n + 1, sizeof *e->found);
	e->found[e->n] = (struct entity){ .confidence = 500 };
	return &e->found[e->n++];
}

static bool
is_title(struct str w)
{
	return words_find_lower(&words_titles, w) > 0;
}

/* Titles at the head of a person's name go to their own field. */
static void
take_title(struct entities *e, struct entity *x)
{
	size_t first = x->first_token, from, low;

	while (first < x->last_token && is_title(entities_token(e, first)))
		first++;
	from = first;
	low = first > TITLE_WORDS ? first - TITLE_WORDS : 0;
	while (from > low && is_title(entities_token(e, from - 1)))
		from--;
	x->first_token = first;
	if (from < first)
		x->title = str_cut(e->text, e->tokens[from].start,
		    e->tokens[first - 1].end);
}

static const char *const seas[] = { "Sea", "Ocean", "River", "Gulf", "Bay",
    "Strait", "Islands", "Island", "Mountains", "Mountain", "Mount", "Lake",
    "Desert", "Peninsula", "Canal", "Region", "Valley", "Coast" };

static enum entity_type
place_type(struct entities *e, const struct entity *x)
{
	struct str s = str_cut(e->text, e->tokens[x->first_token].start,
	    e->tokens[x->last_token].end);
	int known = words_find(&words_places, s);

	if (known > 0 && known < 3)
		return ENTITY_GPE;
	if (known == 3)
		return ENTITY_NORP;
	if (known == 4)
		return ENTITY_LOC;
	for (size_t i = x->first_token; i <= x->last_token; i++)
		for (size_t k = 0; k < sizeof seas / sizeof *seas; k++)
			if (str_eq(entities_token(e, i), str_of(seas[k])))
				return ENTITY_LOC;
	return ENTITY_GPE;
}

static bool
misc_type(struct entities *e, struct entity *x)
{
	struct str s = str_cut(e->text, e->tokens[x->first_token].start,
	    e->tokens[x->last_token].end), last;
	int known = words_find(&words_places, s);

	last = entities_token(e, x->last_token);
	if (known > 0) {
		x->type = place_type(e, x);
		return true;
	}
	if (str_eq(last, STR("Act")) || str_eq(last, STR("Treaty"))
	    || str_eq(last, STR("Agreement")) || str_eq(last, STR("Accord"))
	    || str_eq(last, STR("Convention")))
		x->type = ENTITY_LAW;
	else if (str_eq(last, STR("War")) || str_eq(last, STR("Cup"))
	    || str_eq(last, STR("Olympics")) || str_eq(last, STR("Summit"))
	    || str_eq(last, STR("Games")) || str_eq(last, STR("Festival")))
		x->type = ENTITY_EVENT;
	else if (str_ends(s, STR("ese")) || str_ends(s, STR("ian"))
	    || str_ends(s, STR("ish")) || str_ends(s, STR("ians")))
		x->type = ENTITY_NORP;
	else
		return false;
	return true;
}

/* The name whose first token is i. Returns the token after it. */
static size_t
take_name(struct entities *e, size_t i)
{
	size_t end = i + 1;
	int margin = e->margins[i];
	unsigned kind = (e->labels[i] + 1u) / 2;
	struct entity *x;

	while (end < e->ntokens && e->labels[end] == kind * 2
	    && !e->tokens[end].breaks) {
		margin = e->margins[end] < margin ? e->margins[end] : margin;
		end++;
	}
	x = add(e);
	x->first_token = i;
	x->last_token = end - 1;
	x->type = kind == 1 ? ENTITY_PERSON : ENTITY_ORG;
	if (kind == 1)
		take_title(e, x);
	else if (kind == 3)
		x->type = place_type(e, x);
	else if (kind == 4 && !misc_type(e, x))
		e->n--;
	if (margin < 0)
		margin = 0;
	x->confidence = 500u + (unsigned)(margin < MARGIN_SURE
	    ? margin : MARGIN_SURE) * 490 / MARGIN_SURE;
	return end;
}

/* Places and peoples the lists know, where the tagger saw nothing. */
static size_t
take_listed(struct entities *e, size_t i)
{
	struct entity *x;
	int list = e->words[i].list;
	size_t end = i + 1;

	if (list < 16 && (list & 7) == 0)
		return 0;
	if (list >= 16)
		while (end < e->ntokens && e->words[end].list == list + 8)
			end++;
	if (list < 16 && (list & 7) == 2)
		return 0;	/* a city's name alone may be anything */
	x = add(e);
	x->first_token = i;
	x->last_token = end - 1;
	x->type = place_type(e, x);
	x->confidence = 700;
	return end;
}

static void
collect(struct entities *e)
{
	size_t v = 0;

	for (size_t i = 0; i < e->ntokens;) {
		size_t end = 0;

		while (v < e->values.nfound
		    && e->values.found[v].first_token < i)
			v++;
		if (v < e->values.nfound
		    && e->values.found[v].first_token == i) {
			*add(e) = e->values.found[v];
			end = e->values.found[v].last_token + 1;
		}
		if (end == 0 && e->labels[i] != NER_O)
			end = take_name(e, i);
		if (end == 0)
			end = take_listed(e, i);
		i = end > 0 ? end : i + 1;
	}
}

void
entities_start(struct entities *e, struct str piece)
{
	arena_clear(&e->arena);
	e->text = piece;
	e->n = e->given = 0;
	tokenize(e);
	tag(e);
	e->values.nfound = 0;
	if (!e->names_only)
		values_start(&e->values, piece, e->tokens, e->ntokens);
	collect(e);
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];

		if (x->at.end == 0)
			x->at = (struct span){ e->tokens[x->first_token].start,
			    e->tokens[x->last_token].end };
	}
	entities_resolve(e);
}

const struct entity *
entities_next(struct entities *e)
{
	return e->given < e->n ? &e->found[e->given++] : NULL;
}
