/*
 * enc -- whatever bytes came to valid UTF-8. Bytes that no encoding explains
 * become U+FFFD and are counted in *replaced.
 */
#ifndef IO_ENC_H
#define IO_ENC_H

#include "base/buf.h"

/*
 * A line that is not valid UTF-8, judged by itself so that the answer never
 * depends on block sizes: with some good UTF-8 sequence, or a cut one, in it
 * the bad bytes are replaced; else it is read as windows-1252.
 */
void enc_repair(struct buf *, struct str line, unsigned long long *replaced);

/* A stream through iconv(3). enc_open() is NULL for an unknown charset. */
struct enc *enc_open(const char *charset);
/* Appends what in gives; what it cannot yet use waits for the next call. */
void enc_feed(struct enc *, struct buf *, struct str in, bool last);
unsigned long long enc_replaced(const struct enc *);
void enc_close(struct enc *);

/* The charset a byte-order mark names and its length, or NULL. */
const char *enc_mark(struct str start, size_t *length);

/*
 * The charset an HTML page declares in a meta element or an
 * XML declaration; n 0 if none.
 */
struct str enc_declared(struct str page);

/*
 * A whole HTML page. The first of these that says something decides: a
 * byte-order mark; bytes that can only be UTF-8; told (what came with the
 * page, n 0 for nothing); what it declares; else it is judged line by line.
 */
void enc_page(struct buf *, struct str page, struct str told,
    unsigned long long *replaced);

#endif
