/*
 * html -- tokens of an HTML page after the tokenization rules of the HTML
 * standard (13.2.5), as far as they reach the text: tags with attributes in
 * any quoting, comments in all their endings, raw text, script with its
 * escaped states, CDATA in foreign content. What the standard's tree builder
 * tells its tokenizer (which element makes raw text, where SVG and MathML
 * begin and end) is known here by counting, without a stack. All slices are
 * borrowed from the page; tokens joined are the page. No allocation, linear
 * in the page whatever it holds. tests/html/tokens.cases shows each rule.
 */
#ifndef TEXT_HTML_H
#define TEXT_HTML_H

#include <stdint.h>

#include "base/buf.h"
#include "text/html_refs.h"

enum html_kind {
	HTML_TEXT,		/* character references still in it */
	HTML_START, HTML_END,	/* a tag */
	HTML_COMMENT,		/* comment, doctype, "<?...>", a tag cut by the end */
	HTML_RAW,		/* the inside of script, style, title and the like */
	HTML_CDATA		/* text without character references */
};

struct html_token {
	enum html_kind kind;
	struct str name;	/* of the tag or the raw element, as written */
	struct str attrs;	/* what stands between name and ">" */
	struct span at;		/* the whole token in the page */
	struct span text;	/* in it, the text of TEXT, RAW and CDATA */
	bool closed;		/* a start tag ends in "/>" */
	bool in_svg;		/* is part of a picture */
};

struct html {
	struct str page;
	size_t pos;
	struct str raw;		/* the element whose raw text comes next */
	int raw_kind;
	unsigned foreign;	/* SVG and MathML elements open */
	/* A bit for each of them, the innermost lowest: are we in HTML inside
	 * it (foreignObject)? Is it SVG? */
	uint64_t inside, svg;
	bool picture;		/* the outermost is SVG */
};

void html_start(struct html *, struct str page);
bool html_next(struct html *, struct html_token *);

/*
 * Steps through attributes: name as written, value undecoded ("" if none).
 * False at ">" or the end of s, where *i then stands.
 */
bool html_attr_next(struct str s, size_t *i, struct str *name,
    struct str *value);

/* The first attribute of that name (lower case). */
bool html_attr(struct str attrs, struct str name, struct str *value);
/* The same of n names at once; the value of one that is not there has p NULL. */
void html_attr_each(struct str attrs, const struct str *names, size_t n,
    struct str *values);

#endif
