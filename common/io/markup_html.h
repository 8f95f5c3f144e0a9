/*
 * markup_html -- the HTML form of io/markup: one page without scripts, that
 * loads nothing (its own policy forbids it), in light or dark as the reader's
 * system is, with a legend beside each document. Parts of io/markup; nothing
 * else calls them.
 */
#ifndef IO_MARKUP_HTML_H
#define IO_MARKUP_HTML_H

#include "io/markup.h"

/* What a character is written as, NULL if as itself. */
const char *markup_html_escape(uint32_t c);

void markup_html_open(const char *title);
void markup_html_document(struct markup *);
void markup_html_start(struct markup *, const struct mark *);
void markup_html_end(const struct markup *, const struct mark *,
    bool labelled);
void markup_html_document_end(const struct markup *);
void markup_html_close(void);

/* Untrusted text on one line, escaped for the form (io/markup.c). */
void markup_label(const struct markup *, struct str);

#endif
