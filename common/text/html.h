/*
 * html -- tokens of an HTML page after the tokenization rules of the HTML
 * standard (13.2.5), as far as they reach the text: tags with attributes in
 * any quoting, comments, bogus comments, raw text elements, character
 * references. All slices are borrowed from the page. No stack, no allocation:
 * linear in the page whatever it holds.
 */
#ifndef TEXT_HTML_H
#define TEXT_HTML_H

#include <stdint.h>

#include "base/buf.h"

enum html_kind {
	HTML_TEXT,		/* character references still in it */
	HTML_START, HTML_END,	/* a tag */
	HTML_COMMENT,		/* comment, doctype, CDATA, "<?...>" */
	HTML_RAW		/* the inside of script, style and the like */
};

struct html_token {
	enum html_kind kind;
	struct str name;	/* of the tag, as written */
	struct str attrs;	/* what stands between name and ">" */
	struct span at;		/* the whole token in the page */
};

struct html {
	struct str page;
	size_t pos;
	struct str raw;		/* the element whose raw text comes next */
};

void html_start(struct html *, struct str page);
bool html_next(struct html *, struct html_token *);

/* The first attribute of that name (lower case); its value undecoded. */
bool html_attr(struct str attrs, struct str name, struct str *value);

/*
 * At "&": the character it stands for and its length in the page; 0 when it
 * stands for itself.
 */
uint32_t html_reference(struct str s, size_t i, size_t *length);

/* Appends s with its character references replaced. */
void html_decode(struct buf *, struct str s);

#endif
