/*
 * since -- how many rows lie between each row and the last one before it, or the
 * next one after it, that is not 0: 0 to 254, and 255 for more or none.
 */
#ifndef DESK_SINCE_H
#define DESK_SINCE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Both columns have room for n up to the next whole block of trees
 * (desk/trees.h); what is there may be anything, and overwritten.
 */
void rows_since(uint8_t *to, const uint8_t *is, size_t n);
void rows_until(uint8_t *to, const uint8_t *is, size_t n);
/* The same in plain C; a unit test holds one to the other. */
void rows_since_plain(uint8_t *to, const uint8_t *is, size_t n);
void rows_until_plain(uint8_t *to, const uint8_t *is, size_t n);

#endif
