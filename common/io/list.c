#include "io/list.h"

#include <stdlib.h>

#include "base/die.h"
#include "io/in.h"
#include "text/chars.h"

void
list_read(struct map *m, const char *path, bool stops)
{
	char *files[] = { (char *)path, NULL };
	struct buf low = { 0 };
	struct in in;
	struct str line;

	in_open(&in, files, '\n', NULL);
	while (in_line(&in, &line)) {
		line = chars_trim(line);
		if (!stops && line.n > 0 && line.p[line.n - 1] == '.')
			line.n--;
		low.n = 0;
		chars_lower_put(&low, line);
		if (low.n > 0 && line.p[0] != '#')
			map_put(m, buf_str(&low), NULL);
	}
	buf_free(&low);
	if (!in_close(&in))
		exit(EXIT_FATAL);
}

void
list_lines(struct buf *b, const char *path)
{
	char *files[] = { (char *)path, NULL };
	struct in in;
	struct str line;

	in_open(&in, files, '\n', NULL);
	while (in_line(&in, &line)) {
		buf_put(b, line);
		buf_char(b, '\n');
	}
	if (!in_close(&in))
		exit(EXIT_FATAL);
}
