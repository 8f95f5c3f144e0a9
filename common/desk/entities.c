#include "desk/entities.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"

const char *const entity_types[ENTITY_TYPES] = {
	"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "PRODUCT",
	"DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY", "NUMBER",
	"ORDINAL", "EMAIL", "URL", "HANDLE", "HASHTAG", "PHONE", "ROLE"
};

void
entities_open(struct entities *e, bool names_only)
{
	*e = (struct entities){ .names_only = names_only };
	e->values.types = ENTITY_USUAL;
	e->values.arena = &e->arena;
	ner_open(&e->ner, NULL);
	countries_open(&e->countries);
	states_open(&e->states);
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
	ner_close(&e->ner);
	free(e->tokens);
	free(e->labels);
	free(e->margins);
	free(e->found);
	values_close(&e->values);
	free(e->listed);
	free(e->foreign);
	arena_free(&e->arena);
	buf_free(&e->scratch);
	map_free(&e->groups);
	map_free(&e->listed_names);
	map_free(&e->listed_first);
}

static void
tokenize(struct entities *e)
{
	enum { BLOCK = 256 };
	struct tokens reader;
	size_t n;

	tokens_start(&reader, e->text);
	e->ntokens = 0;
	do {
		e->tokens = xgrow(e->tokens, &e->token_cap,
		    e->ntokens + BLOCK, sizeof *e->tokens);
		n = tokens_fill(&reader, e->tokens + e->ntokens, BLOCK);
		e->ntokens += n;
	} while (n == BLOCK);
}

void
entities_label(struct entities *e, size_t from, size_t end,
    enum ner_kind kind, int margin)
{
	for (size_t i = from; i < end; i++) {
		e->labels[i] = (uint8_t)(2 * kind - (i == from));
		e->margins[i] = (int16_t)margin;
	}
	if (end < e->ntokens && e->labels[end] != NER_O
	    && e->labels[end] % 2 == 0)
		e->labels[end]--;
}

/*
 * So many small words, and nearly none that English or another known language
 * is told by: Zulu or Swahili, say. Of English words a third are such.
 */
enum { SMALL_WORDS = 30 };

static enum language
language(const struct entities *e)
{
	enum language l = language_of(e->text);
	size_t small = 0;

	if (l != LANGUAGE_UNKNOWN)
		return l;
	for (size_t i = 0; i < e->ntokens && small < SMALL_WORDS; i++)
		small += byte_is_lower(e->text.p[e->tokens[i].start]);
	return small < SMALL_WORDS ? l : LANGUAGE_OTHER;
}

static void
tag(struct entities *e)
{
	size_t n = e->ntokens;

	e->labels = xgrow(e->labels, &e->label_cap, n, 1);
	e->margins = xgrow(e->margins, &e->margin_cap, n, sizeof *e->margins);
	ner_tag(&e->ner, e->text, e->tokens, n, e->labels, e->margins);
	e->language = language(e);
	entities_foreign(e);
	entities_marks(e);
	entities_datelines(e);
	entities_letters(e);
	entities_small(e);
	entities_short(e);
	entities_befores(e);
	entities_lineups(e);
}

static void
add(struct entities *e, const struct entity *x)
{
	e->found = xgrow(e->found, &e->cap, e->n + 1, sizeof *e->found);
	e->found[e->n] = *x;
	if (x->at.end == 0)
		e->found[e->n].at = (struct span){
		    e->tokens[x->first_token].start,
		    e->tokens[x->last_token].end };
	e->n++;
}

/* A value begins at token i, and no listed name lies in it. */
static size_t
take_value(struct entities *e, size_t i, size_t *v)
{
	struct entity x;

	while (*v < e->values.nfound && e->values.found[*v].first_token < i)
		++*v;
	if (*v == e->values.nfound || e->values.found[*v].first_token != i)
		return i;
	if (e->nlisted > 0)
		for (size_t k = i + 1; k <= e->values.found[*v].last_token; k++)
			if (entities_listed(e, k, &x) > 0)
				return i;
	do	/* "22,24,26" is one token */
		add(e, &e->values.found[*v]);
	while (++*v < e->values.nfound && e->values.found[*v].first_token
	    == e->values.found[*v - 1].last_token);
	return e->values.found[*v - 1].last_token + 1;
}

/* A name stops where a listed one begins. */
static void
cut_labels(struct entities *e)
{
	struct entity x;

	for (size_t i = 0; i < e->ntokens && e->nlisted > 0; i++) {
		size_t n = entities_listed(e, i, &x);

		if (n == 0)
			continue;
		for (size_t k = i; k < i + n; k++)
			e->labels[k] = NER_O;
		i += n - 1;
	}
}

/* The user's name, the value or the name that begins at i; what follows it. */
static size_t
take(struct entities *e, size_t i, size_t *v)
{
	struct entity x = { .confidence = 1000 };
	size_t n = e->nlisted > 0 ? entities_listed(e, i, &x) : 0, end;

	if (n > 0) {
		x.first_token = i;
		x.last_token = i + n - 1;
		add(e, &x);
		return i + n;
	}
	end = take_value(e, i, v);
	if (end > i || e->labels[i] == NER_O)
		return end > i ? end : i + 1;
	end = entities_span(e, i, &x);
	entities_state_behind(e, end);
	if (x.confidence > 0)
		add(e, &x);
	return end;
}

/* From i on, the next token at which something may begin; at most end. */
static size_t
next_place(const struct entities *e, size_t i, size_t end)
{
	const uint8_t *labels = e->labels;

	while (i < end && labels[i] == NER_O)
		i++;
	return i;
}

static void
collect(struct entities *e)
{
	size_t v = 0, i = 0, n = e->ntokens, end;

	cut_labels(e);
	while (i < n) {
		end = v < e->values.nfound ? e->values.found[v].first_token : n;
		if (e->nlisted == 0)
			i = next_place(e, i, end);
		if (i < n)
			i = take(e, i, &v);
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
	e->values.language = e->language;
	if (!e->names_only)
		values_start(&e->values, piece, e->tokens, e->ntokens);
	collect(e);
	entities_resolve(e);
}

const struct entity *
entities_next(struct entities *e)
{
	return e->given < e->n ? &e->found[e->given++] : NULL;
}
