/*
 * html_refs -- character references ("&eacute;", "&#233;", "&notit") after the
 * HTML standard (13.2.5.72 to 13.2.5.80). The table is made at build time from
 * common/data/html-entities.tsv.
 */
#ifndef TEXT_HTML_REFS_H
#define TEXT_HTML_REFS_H

#include <stdint.h>

#include "base/buf.h"

/* Sorted by name. */
struct html_ref {
	uint16_t at;		/* of the name in html_ref_names */
	uint8_t length;
	bool legacy;		/* stands without a semicolon too */
	uint32_t chars[2];	/* the second is 0 for most */
};
extern const struct html_ref html_refs[];
extern const size_t html_refs_n;
extern const char html_ref_names[];

/*
 * At "&": how many bytes of s the reference takes and the one or two
 * characters it stands for; 0 when "&" is only itself. In attributes the rule
 * for names without a semicolon differs ("?a=b&copy=1" stays).
 */
size_t html_reference(struct str s, size_t i, bool in_attr, uint32_t chars[2]);

/* Appends s with its references replaced and NUL as U+FFFD. */
void html_decode(struct buf *, struct str s, bool in_attr);

#endif
