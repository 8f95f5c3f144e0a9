/*
 * entity -- one mention: what the names (desk/entities) and the values
 * (desk/entities_values) of a document have in common. Spans are bytes of the
 * piece; strings are valid until the next entities_start().
 */
#ifndef DESK_ENTITY_H
#define DESK_ENTITY_H

#include <stdint.h>

#include "base/str.h"

enum entity_type {
	ENTITY_PERSON, ENTITY_ORG, ENTITY_GPE, ENTITY_LOC, ENTITY_NORP,
	ENTITY_EVENT, ENTITY_LAW, ENTITY_PRODUCT, ENTITY_DATE, ENTITY_TIME,
	ENTITY_DURATION, ENTITY_MONEY, ENTITY_PERCENT, ENTITY_QUANTITY,
	/* The rest only when asked for. */
	ENTITY_NUMBER, ENTITY_ORDINAL, ENTITY_EMAIL, ENTITY_URL, ENTITY_HANDLE,
	ENTITY_HASHTAG, ENTITY_PHONE, ENTITY_ROLE,
	ENTITY_TYPES
};
extern const char *const entity_types[ENTITY_TYPES];

/* Those that are found without being asked for. */
enum { ENTITY_USUAL = (1 << ENTITY_NUMBER) - 1 };

/* As TIMEX3 has it, for amounts too. */
enum entity_mod {
	MOD_NONE, MOD_APPROX, MOD_LESS_THAN, MOD_MORE_THAN, MOD_EQUAL_OR_MORE,
	MOD_EQUAL_OR_LESS, MOD_START, MOD_MID, MOD_END, ENTITY_MODS
};
extern const char *const entity_mods[ENTITY_MODS];	/* "APPROX" */

struct entity {
	struct span at;
	enum entity_type type;
	struct str name;	/* normal form */
	struct str title;	/* "Prime Minister" before a person; or n 0 */
	/* Of dates and amounts; n 0 where there is none. */
	struct str value;	/* a date's TIMEX3 value, an amount's number */
	struct str unit;	/* "USD", "%", "m" */
	struct str low, high;	/* first and last day, or numbers of a range */
	enum entity_mod mod;
	bool every;		/* "each month": a set, not a stretch */
	uint32_t group;		/* mentions with one normal form share it */
	unsigned confidence;	/* thousandths */
	size_t first_token, last_token;
};

#endif
