/*
 * doc -- documents, from operands and what stands in them. A document begins
 * at an operand, a line that is a lone form feed, a "==> name <==" banner as
 * tail(1) prints, a JSON object (JSON Lines), a page of HTML, a WARC record or,
 * with nul, after a NUL; those marks are not text. A document comes as one
 * piece when it is no longer than the window, else as several, cut at a blank
 * line, a line end or a blank where there is one. The pieces joined are the
 * document, byte for byte, in valid UTF-8. Where the cuts fall depends on the
 * text alone.
 */
#ifndef IO_DOC_H
#define IO_DOC_H

#include "io/in.h"
#include "io/opt.h"
#include "io/warc.h"

enum doc_form { DOC_AUTO, DOC_TEXT, DOC_JSONL, DOC_HTML, DOC_WARC };
#define DOC_FORMS "auto|text|jsonl"		/* for --input, in that order */
#define DOC_FORMS_HTML "auto|text|jsonl|html|warc"

enum {
	DOC_WINDOW = 256 * 1024,	/* bytes of a piece */
	DOC_PAGE = 6 * 1024 * 1024,	/* an HTML page is cut there */
	DOC_OBJECT = 256 * 1024 * 1024	/* a longer JSON line is refused */
};

struct doc {
	/* All valid until the next doc_next(). */
	struct str name;	/* unique in a run unless banners repeat */
	struct str text;	/* this piece */
	unsigned long long offset;	/* of the piece in the document, bytes */
	bool opens, ends;	/* first and last piece; the last may be empty */
	struct str object;	/* the whole JSON object; n 0: other input */
	struct str value;	/* in object: the text field as it stands */
	bool is_html;		/* text is a whole page of HTML */

	/* Private from here on. */
	struct in in;
	struct common opts;
	bool takes_html, warns_html;
	size_t window;
	enum doc_form form;	/* of the current operand; DOC_AUTO: none */
	enum { DOC_NONE, DOC_BEGUN, DOC_OVER } state;
	struct buf named, coming;	/* names, of this and the next one */
	struct warc warc;
	struct buf body, raw;	/* text; JSON line or undecoded page */
	size_t from, cut, keep;	/* the piece in body; what comes again */
	size_t scanned;		/* in raw, for the end of a page */
	bool page_closed, page_long;
	unsigned long long base, count;
	bool blank;		/* an empty line waits: a banner drops it */
};

/* window 0: DOC_WINDOW. With opts->by_line a piece ends at each line. */
void doc_open(struct doc *, char **files, const struct common *opts,
    size_t window);
void doc_take_html(struct doc *);	/* recognise HTML (deboil) */
void doc_warn_html(struct doc *);	/* say so where it is read as text */
bool doc_next(struct doc *);

/* The last n bytes of this piece come again in front of the next one. */
void doc_keep(struct doc *, size_t n);

bool doc_close(struct doc *);		/* true if nothing failed */

#endif
