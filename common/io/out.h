/*
 * out -- the one writer: standard output, block-buffered unless it is a
 * terminal or out_by_line() was called. A failed write ends the program:
 * quietly by SIGPIPE when the reader left, else with EXIT_FATAL.
 */
#ifndef IO_OUT_H
#define IO_OUT_H

#include "base/str.h"

void out_by_line(void);
void out_put(struct str s);
void out_char(char c);

/*
 * Room for n bytes, or NULL if there never is; out_filled() says how many of
 * them were written there.
 */
char *out_room(size_t n);
void out_filled(size_t n);
void out_escaped(struct str s);		/* tab, line ends, \ as \t \n \r \\ */
void out_end_record(char delim);	/* writes delim; flushes by line */
void out_records(struct str);		/* whole ones, with their ends */

/*
 * For text forms. out_document(): a document begins; before its first
 * record, and only if another document had one, a lone form feed is written.
 * out_record(): a record begins.
 */
void out_document(void);
void out_record(void);
void out_by_nul(void);		/* documents end with NUL instead */

void out_flush(void);
void out_close(void);		/* flush, close, check: call last */

#endif
