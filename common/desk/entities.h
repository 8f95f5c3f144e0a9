/*
 * entities -- names, dates and amounts of a document, each with a normal
 * form. Names are tagged by desk/ner, then brought together over the piece:
 * a surname gets its full name, spelling variants one group. Dates are
 * resolved against the document's own date, never the clock. Spans are bytes
 * of the piece; strings are valid until the next entities_start().
 */
#ifndef DESK_ENTITIES_H
#define DESK_ENTITIES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "desk/ner.h"
#include "lang/calendar.h"

enum entity_type {
	ENTITY_PERSON, ENTITY_ORG, ENTITY_GPE, ENTITY_LOC, ENTITY_NORP,
	ENTITY_EVENT, ENTITY_LAW, ENTITY_PRODUCT, ENTITY_DATE, ENTITY_TIME,
	ENTITY_DURATION, ENTITY_MONEY, ENTITY_PERCENT, ENTITY_QUANTITY,
	ENTITY_TYPES
};
extern const char *const entity_types[ENTITY_TYPES];

struct entity {
	struct span at;
	enum entity_type type;
	struct str name;	/* normal form */
	struct str title;	/* "Prime Minister" before a person; or n 0 */
	uint32_t group;		/* mentions with one normal form share it */
	unsigned confidence;	/* thousandths */
	size_t first_token, last_token;
};

struct entities {
	struct str text;
	struct token *tokens;
	struct ner_word *words;
	uint8_t *labels;
	int *margins;
	size_t ntokens, token_cap, word_cap, label_cap, margin_cap;
	struct entity *found;
	size_t n, cap, given;
	struct entity *values;	/* dates and amounts, before names join them */
	size_t nvalues, value_cap;
	struct day anchor;	/* year 0: not known */
	struct arena arena;
	struct buf scratch;
	struct map groups;
	bool names_only;
};

void entities_open(struct entities *, bool names_only);
void entities_document(struct entities *, struct day anchor);
void entities_start(struct entities *, struct str piece);
const struct entity *entities_next(struct entities *);	/* NULL: no more */
void entities_close(struct entities *);

/* ---- the parts, each over the tokens of the piece ---- */

static inline struct str
entities_token(const struct entities *e, size_t i)
{
	return i < e->ntokens ? str_cut(e->text, e->tokens[i].start,
	    e->tokens[i].end) : (struct str){ "", 0 };
}

/* Fills e->values, in order of the text. */
void entities_values(struct entities *);

/* A date or an amount that begins at token i: how many tokens, 0 if none. */
size_t entities_date(struct entities *, size_t i, struct entity *);
size_t entities_amount(struct entities *, size_t i, struct entity *);

/* Numbers: digits or words from token i on; how many tokens, 0 if none. */
size_t entities_number(const struct entities *, size_t i, double *value);
void entities_put_number(struct buf *, double value);

/* Gives the persons and places of the piece their normal forms. */
void entities_resolve(struct entities *);

#endif
