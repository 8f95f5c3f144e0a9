/*
 * rec -- the records of the finders: TSV columns or JSON objects from one
 * table of fields a tool. The tool gives values in the table's order with
 * offsets within the piece; rec adds where the piece begins, the document's
 * id and name, source_start and source_end (from the document's "source"
 * map), the fields of --with, and escapes.
 */
#ifndef IO_REC_H
#define IO_REC_H

#include "io/doc.h"
#include "io/source.h"

enum rec_kind {
	REC_ABSENT,	/* not in the JSON object, empty in TSV */
	REC_TEXT,
	REC_NUMBER,
	REC_OFFSET,	/* in the piece, bytes */
	REC_SPANS,	/* several ranges in the piece */
	REC_MILLI,	/* thousandths: 934 is 0.934 */
	REC_DECIMAL	/* text that is a number: "-3.5" */
};

struct rec_value {
	enum rec_kind kind;
	struct str text;
	unsigned long long number;
	const struct span *spans;
	size_t nspans;
};

static inline struct rec_value
rec_number(enum rec_kind kind, unsigned long long n)
{
	return (struct rec_value){ .kind = kind, .number = n };
}

/* Absent when it is empty. */
static inline struct rec_value
rec_text(enum rec_kind kind, struct str s)
{
	return (struct rec_value){ .kind = s.n > 0 ? kind : REC_ABSENT,
	    .text = s };
}

/*
 * Fields in JSON order. default_columns are the TSV's. Fields named "start"
 * and "end" have to be there; rec itself gives "id", "name_of_document" is -H.
 */
struct rec_table {
	const char *const *fields;	/* NULL at the end */
	const char *default_columns;	/* "name,type,text" */
	const char *headings;		/* "NAME\tTYPE\tMENTION" */
	const char *array;		/* the name --annotate gives them */
};

struct rec {
	const struct rec_table *table;
	const struct common *opts;
	int columns[32];	/* places in fields; below 0: rec's own */
	size_t ncolumns, start, end;
	struct buf line, found, text;
	struct buf id, with;	/* of the document, as records have them */
	struct source source;
	const struct doc *doc;
	bool annotating;
};

/* NULL, or what is wrong with -o, for a message, until rec_close(). */
const char *rec_open(struct rec *, const struct rec_table *,
    const struct common *);
void rec_piece(struct rec *, const struct doc *);	/* after doc_next() */
void rec_put(struct rec *, const struct rec_value *);
void rec_piece_end(struct rec *);	/* after the piece's last record */
void rec_close(struct rec *);

#endif
