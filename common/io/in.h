/*
 * in -- reads each file operand ("-" or none: standard input) as lines of
 * valid UTF-8. A line is borrowed until the next in_line(); its delimiter is
 * not part of it. A line longer than IN_PART bytes comes in parts. An operand
 * that cannot be read is reported, noted in failed, and skipped.
 */
#ifndef IO_IN_H
#define IO_IN_H

#include "base/buf.h"

enum { IN_PART = 1 << 20, IN_BATCH = 64 };

struct in {
	const char *name;	/* of the current operand, for messages and -H */
	unsigned long long offset;	/* of the line in the operand, bytes */
	unsigned long long line;	/* its number, from 1 */
	bool first;		/* the line opens an operand */
	bool whole;		/* its delimiter followed */
	bool more;		/* the line goes on in the next part */
	bool failed;		/* some operand could not be read in full */
	bool raw;		/* set it after in_next(): lines come undecoded */
	char delim;
	const char *charset;	/* -f, or NULL */

	/* Private from here on. */
	char **files;
	int fd;
	bool eof, opened;
	struct buf buf, block, fixed;
	size_t pos;		/* of the next line in buf */
	size_t valid;		/* buf is known to be UTF-8 up to here */
	unsigned long long base, replaced;
	struct enc *enc;
	struct progress *progress;
};

/* charset NULL: recognised. An unknown one ends the program. */
void in_open(struct in *, char **files, char delim, const char *charset);
void in_progress(struct in *);		/* --progress: tell on stderr */

/* The next line of all operands; false after the last. */
bool in_line(struct in *, struct str *line);

/*
 * The same in two steps, for who must look at an operand before reading it:
 * in_next() goes on to the next operand (false: none is left), in_rest()
 * gives its lines (false: it has no more).
 */
bool in_next(struct in *);
bool in_rest(struct in *, struct str *line);

/*
 * Several at once: the next lines that lie whole in the buffer, each right
 * behind the end of the one before, at most that many (IN_BATCH); 0: the next one, if
 * there is one, is in_line()'s (it opens an operand, is not all read yet, or
 * comes in parts or repaired). Borrowed until the next call that reads.
 */
size_t in_batch(struct in *, struct str *lines, size_t most);

/*
 * The next lines that lie whole in the buffer, all in one with their
 * delimiters, at most most bytes: up to one that begins with a byte of marks.
 * Empty if there is none such: the next one is in_rest()'s. line and offset
 * are not kept. Borrowed until the next call that reads.
 */
struct str in_lines(struct in *, size_t most, struct str marks);

/*
 * What is left of the current operand, without taking it: at least want
 * bytes, or all there are. Borrowed until the next call.
 */
struct str in_peek(struct in *, size_t want);

/* The same up to and with its first delimiter, if within most bytes. */
struct str in_peek_line(struct in *, size_t most);

/* Takes at most most bytes as they stand, delimiters too; false at the end. */
bool in_take(struct in *, size_t most, struct str *bytes);

bool in_close(struct in *);		/* true if nothing failed */

#endif
