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
#include "desk/entities_values.h"
#include "desk/entity.h"
#include "desk/ner.h"

struct entities {
	struct str text;
	struct token *tokens;
	struct ner_word *words;
	uint8_t *labels;
	int *margins;
	size_t ntokens, token_cap, word_cap, label_cap, margin_cap;
	struct entity *found;
	size_t n, cap, given;
	struct values values;	/* dates and amounts, before names join them */
	struct arena arena;
	struct buf scratch;
	struct map groups;
	bool names_only;
};

void entities_open(struct entities *, bool names_only);
/* Which types to look for: bits 1 << entity_type. Else ENTITY_USUAL. */
void entities_want(struct entities *, uint32_t types);
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

/* Gives the persons and places of the piece their normal forms. */
void entities_resolve(struct entities *);

#endif
