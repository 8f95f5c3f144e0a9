/*
 * Pages as they were scraped have a paragraph a line, and menus, links and
 * captions in short lines round it. The pages of one site share those, and one
 * that comes early in a run would be taken for a copy of the one before.
 */
#include "desk/dedup.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * In bytes. A line of LONG is longer than columns are wide; of SHORT and more it
 * may be a paragraph. Chosen on wire copy and on pages of 850 sites as they come
 * from the reader: LONG 120 to 200 and SHORT 64 to 120 lie within a point, ENOUGH
 * 400 to 1000 too, and a MENU of 8 to 20 lines.
 */
enum { LONG = 160, SHORT = 120, ENOUGH = 600, MENU = 12,
	ROW = 5 };

static struct str
next_line(struct str s, size_t *at)
{
	const char *end = memchr(s.p + *at, '\n', s.n - *at);
	size_t start = *at;

	*at = end != NULL ? (size_t)(end - s.p) + 1 : s.n;
	return str_cut(s, start, *at);
}

/* Is there so much running text that the rest does not matter? */
static bool
has_prose(struct str s)
{
	size_t prose = 0;

	for (size_t i = 0; i < s.n && prose < ENOUGH;) {
		struct str line = next_line(s, &i);

		if (line.n >= LONG)
			prose += line.n;
	}
	return prose >= ENOUGH;
}

/* A row of a table: what it says is in its figures. */
static bool
is_row(struct str line)
{
	size_t figures = 0;

	for (size_t i = 1; i < line.n; i++)
		figures += byte_is_digit(line.p[i - 1])
		    && !byte_is_digit(line.p[i]);
	return figures >= ROW;
}

/* A line that begins in the middle of a sentence belongs to a column. */
static bool
is_apart(struct str line)
{
	return line.n < SHORT && !chars_is(utf8_at(line, 0), CHAR_LOWER)
	    && !is_row(line);
}

bool
dedup_prose(struct buf *prose, struct buf *rest, struct str s)
{
	size_t apart = 0;

	if (!has_prose(s)) {
		buf_put(prose, s);
		return false;
	}
	for (size_t i = 0; i < s.n;) {
		struct str line = next_line(s, &i);
		bool is_prose = !is_apart(line);

		buf_put(is_prose ? prose : rest, line);
		apart += !is_prose;
	}
	return apart >= MENU;
}
