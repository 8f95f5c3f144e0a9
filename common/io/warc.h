/*
 * warc -- the web pages in a WARC file (ISO 28500), as archives and Common
 * Crawl write them, uncompressed: the HTML bodies of HTTP responses with a
 * status of 2xx, and resource and conversion records of HTML or plain text
 * (Common Crawl's WET). Transfer chunks are undone. Other records are passed
 * over; broken ones too, with a message "name:OFFSET: what"
 * (bytes from the start of the file), and in->failed is set. A record is never
 * held whole beyond WARC_PAGE bytes.
 */
#ifndef IO_WARC_H
#define IO_WARC_H

#include "io/in.h"

enum { WARC_HEAD = 64 * 1024 };

struct warc {
	/* Of the page given last. */
	struct str uri;
	struct str charset;	/* as its header says; n 0: nothing */
	bool is_html;		/* else plain text */

	/* Private from here on. */
	struct buf head, http;
	unsigned long long at, left;
	bool lost;		/* looking for the next record's start */
};

bool warc_begins(struct str start);	/* do these bytes open a WARC file? */

/* The next page of the operand, at most most bytes of it, into page. */
bool warc_next(struct warc *, struct in *, size_t most, struct buf *page);
void warc_free(struct warc *);

#endif
