/*
 * fades -- sums of a column's values before each row, and after it, that fade
 * with distance: by 13/16 and by 61/64 a row, on the scale of scale_all().
 * Several columns are summed side by side.
 */
#ifndef DESK_FADES_H
#define DESK_FADES_H

#include <stddef.h>
#include <stdint.h>

enum { FADES = 8, FADES_BEFORE = 0, FADES_BEFORE_FAR, FADES_AFTER,
    FADES_AFTER_FAR, FADES_SUMS };

struct fade {
	const uint8_t *v;
	uint8_t *to[FADES_SUMS];
};

/*
 * Of n columns, at most FADES. All columns have room for rows up to the next
 * whole block of trees (desk/trees.h); what is there may be overwritten. So has
 * room, FADES_ROOM bytes a row.
 */
enum { FADES_ROOM = 5 * FADES };
void fades_sum(const struct fade *, size_t n, size_t rows, uint8_t *room);
/* The same in plain C; a unit test holds one to the other. */
void fades_sum_plain(const struct fade *, size_t n, size_t rows, uint8_t *room);

#endif
