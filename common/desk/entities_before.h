/* entities_before -- names whose kind stands before them (entities_before.c). */
#ifndef DESK_ENTITIES_BEFORE_H
#define DESK_ENTITIES_BEFORE_H

#include "desk/entities.h"

/* Labels such names. */
void entities_befores(struct entities *);

/* The type of a name by its first words; ENTITY_TYPES: they do not tell. */
enum entity_type entities_before_type(const struct entities *,
    const struct entity *);

#endif
