/* deboil's parts: rules from the command line, and documents as JSON. */
#ifndef TOOLS_DEBOIL_H
#define TOOLS_DEBOIL_H

#include "desk/deboil.h"
#include "io/doc.h"
#include "io/opt.h"

/*
 * The file's rules, then --keep, then --drop: the last that matches counts. A
 * rule that is wrong ends the program.
 */
void deboil_read_rules(struct deboil_opts *, const char *file,
    const struct opt_list *keep, const struct opt_list *drop);

/*
 * A document as an object, written as its pieces come: its text is never held
 * whole, only the map of its sources is. A zeroed struct is ready.
 */
struct deboil_json {
	struct buf text, source;
	unsigned long long length;		/* of the text so far */
	unsigned long long last_text, last_page;	/* of the map */
	unsigned long long number;	/* of pages found in the document */
};

void deboil_json_put(struct deboil_json *, const struct doc *, struct deboil *);
void deboil_json_close(struct deboil_json *);

#endif
