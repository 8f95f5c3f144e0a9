/* weights -- writes a .weights file (read by common/gen/weights.awk). */
#ifndef TRAIN_WEIGHTS_H
#define TRAIN_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

/* head: "#" comment lines with the corpora and their licences. */
void weights_write(const char *path, const char *head, const uint8_t *bytes,
    size_t n);

/* The same in half the room when most bytes are within 44 of 0. */
void weights_write_small(const char *path, const char *head,
    const int8_t *bytes, size_t n);

#endif
