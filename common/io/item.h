/*
 * item -- what dedup compares, one after the other: lines (or NUL-ended
 * records), JSON objects, or whole documents as doc.h parts them. All is
 * valid until the next items_next().
 */
#ifndef IO_ITEM_H
#define IO_ITEM_H

#include "io/doc.h"

enum item_kind { ITEM_LINE, ITEM_OBJECT, ITEM_DOCUMENT };

struct item {
	struct str name;	/* of the document */
	struct str body;	/* as it stands, without its end mark */
	struct str text;	/* what is compared */
	bool opens;		/* a document begins with it */
	bool is_object;		/* body is a JSON object */
};

struct items {
	enum item_kind kind;
	struct in in;		/* lines */
	struct doc doc;		/* the others */
	struct buf long_line;
	bool pending, nul, failed;
};

void items_open(struct items *, char **files, const struct common *,
    enum item_kind);
bool items_next(struct items *, struct item *);
bool items_close(struct items *);	/* true if nothing failed */

#endif
