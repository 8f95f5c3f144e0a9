/*
 * markup -- the document itself with what was found in it, to look at: in
 * colour on a terminal, in brackets without colour, or as one HTML page that
 * needs nothing else. Nothing is told by colour alone: a label follows each
 * find. The text is not trusted: control characters and those that turn the
 * direction of writing are shown, not sent, and HTML is escaped. Finds of a
 * piece may come in any order and lie in each other; one that sticks out of
 * another is cut there. What is borrowed has to last until
 * markup_piece_end().
 */
#ifndef IO_MARKUP_H
#define IO_MARKUP_H

#include "base/arena.h"
#include "base/map.h"
#include "io/doc.h"

enum markup_form { MARKUP_OFF, MARKUP_BRACKETS, MARKUP_COLOUR, MARKUP_HTML };

enum markup_style {
	MARKUP_FIND,	/* coloured, its key behind it */
	MARKUP_PART,	/* the same without the key: more of it follows */
	MARKUP_MENTION,	/* bold, in the colour of its key */
	MARKUP_CUE	/* underlined */
};

struct mark {
	struct span at;		/* in the piece, bytes */
	enum markup_style style;
	struct str key;		/* "PERSON", a speaker: finds of one colour */
	struct str note;	/* shown when pointed at (HTML); may be empty */
	uint32_t hue;		/* the key's number; markup's own */
};

struct markup_key {
	struct str name;
	size_t finds;
	bool shown;		/* one of them was printed */
};

struct markup {
	enum markup_form form;
	const char *const *kinds;
	size_t nkinds;
	const struct doc *doc;
	struct mark *marks;
	size_t nmarks, cap;
	struct map keys;	/* of this document: key -> its number + 1 */
	struct arena arena;
	struct markup_key *key;	/* by number, for the legend */
	size_t key_cap;
	size_t documents;
	bool cr;		/* the piece ended with a carriage return */
};

/*
 * The form that --markup (NULL: off, "", "html") and --color (0 auto, 1
 * always, 2 never) ask for; MARKUP_OFF and *bad set if it is none. Auto is
 * colour on a terminal unless NO_COLOR is set or TERM is "dumb".
 */
enum markup_form markup_form(const struct common *, const char **bad);

/* title is the HTML page's. */
void markup_open(struct markup *, enum markup_form, const char *title);

/* Keys whose colours are the same in all documents; others get theirs as they come. */
void markup_kinds(struct markup *, const char *const *kinds, size_t n);
void markup_piece(struct markup *, const struct doc *);	/* after doc_next() */
void markup_add(struct markup *, const struct mark *);
void markup_piece_end(struct markup *);
void markup_close(struct markup *);

#endif
