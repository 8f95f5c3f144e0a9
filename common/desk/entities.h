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
#include "lang/language.h"
#include "lang/states.h"
#include "lang/countries.h"

struct entities {
	struct str text;
	struct token *tokens;
	struct ner ner;
	uint8_t *labels;
	int16_t *margins;
	size_t ntokens, token_cap, label_cap, margin_cap;
	struct entity *found;
	size_t n, cap, given;
	struct values values;	/* dates and amounts, before names join them */
	struct arena arena;
	struct buf scratch;
	struct map groups;
	struct countries countries;
	struct states states;
	struct entities_listed *listed;	/* the user's own names */
	size_t nlisted, listed_cap;
	struct map listed_names, listed_first;
	bool names_only;
	enum language language;	/* of the piece */
	uint8_t *foreign;	/* word types of full names in it */
	size_t foreign_cap;
};

void entities_open(struct entities *, bool names_only);
/* Which types to look for: bits 1 << entity_type. Else ENTITY_USUAL. */
void entities_want(struct entities *, uint32_t types);
void entities_document(struct entities *, struct day anchor);
void entities_start(struct entities *, struct str piece);
const struct entity *entities_next(struct entities *);	/* NULL: no more */
void entities_close(struct entities *);

/*
 * The user's own name: "NAME TAB TYPE [TAB NORMAL FORM]", borrowed until
 * entities_close(). They win over all else. Nothing, or a remark behind "#", is
 * no name. False: there is no such type as *type.
 */
bool entities_list(struct entities *, struct str line, struct str *type);

/* ---- the parts, each over the tokens of the piece ---- */

static inline struct str
entities_token(const struct entities *e, size_t i)
{
	return i < e->ntokens ? str_cut(e->text, e->tokens[i].start,
	    e->tokens[i].end) : (struct str){ "", 0 };
}

/* Tokens [from, end) are one name; what went on behind it begins there. */
void entities_label(struct entities *, size_t from, size_t end,
    enum ner_kind, int margin);

/* The token after the name labelled at i: labels that go on, on the same line. */
static inline size_t
entities_end(const struct entities *e, size_t i)
{
	unsigned inside = (e->labels[i] + 1u) / 2 * 2;
	size_t end = i + 1;

	while (end < e->ntokens && e->labels[end] == inside
	    && !e->tokens[end].breaks)
		end++;
	return end;
}

/* What marks beside names tell: addresses, firms, the Arabic article. */
void entities_marks(struct entities *);

/* Labels the places and agencies of datelines. */
void entities_datelines(struct entities *);

/* Labels who is written to in letters, and who signed them. */
void entities_letters(struct entities *);

/* Labels the state behind the name that ends before token i: "Houston, Tex." */
void entities_state_behind(struct entities *, size_t i);

/* The state's name that token i is short for; n 0: none. */
struct str entities_state(const struct entities *, size_t i);

/* Labels places that are written small, where capitals are left out. */
void entities_small(struct entities *);

/* Labels the names of lists in which most are persons. */
void entities_lineups(struct entities *);

/* In text that is not English, takes away labels that nothing bears out. */
void entities_foreign(struct entities *);
/* Is the name at token i to be judged as one of another language? */
bool entities_is_foreign(const struct entities *, size_t i);
/* Labels countries and places; then: what the heads of names tell of them. */
void entities_foreign_places(struct entities *);
void entities_foreign_heads(struct entities *);
/* Is it a sea or a continent and no town? */
bool entities_foreign_region(const struct entities *, size_t from, size_t end);
/* Its bytes without what is glued to it: "l'", a Turkish ending, Chinese. */
struct span entities_unglued(const struct entities *, size_t first,
    size_t last);

/* Labels short forms after the long ones that brackets bring together. */
void entities_short(struct entities *);

/* Labels names that what stands before them tells: "Article 50". */
void entities_befores(struct entities *);

/* The name of which token i is the first, as labelled: the token after it. */
size_t entities_span(struct entities *, size_t i, struct entity *);

/* At token i, inside the name that began at from, another begins: cut them. */
bool entities_part(struct entities *, size_t from, size_t i);

/* Listed names at token i: how many tokens, 0 if none. */
size_t entities_listed(struct entities *, size_t i, struct entity *);

/* Gives the names of the piece their normal forms. */
void entities_resolve(struct entities *);
void entities_people(struct entities *);
void entities_acronyms(struct entities *);

/* Changes types where a description behind the name says otherwise. */
void entities_described(struct entities *);

/* The same for what the other names of a list are. */
void entities_beside(struct entities *);

/* Adds the roles that persons hold, once these have their names. */
void entities_roles(struct entities *);

#endif
