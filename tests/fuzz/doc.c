/*
 * The reader and what makes documents of it: pieces are valid UTF-8, follow
 * each other without a gap, and joined are the same whatever the window.
 * The first byte chooses the options.
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/die.h"
#include "io/doc.h"
#include "fuzz.h"

static void
give_input(const uint8_t *p, size_t n)
{
	FILE *f = tmpfile();

	MUST(f != NULL && fwrite(p, 1, n, f) == n && fflush(f) == 0);
	MUST(dup2(fileno(f), STDIN_FILENO) == STDIN_FILENO);
	fclose(f);
	MUST(lseek(STDIN_FILENO, 0, SEEK_SET) == 0);
}

static void
join(struct buf *b, uint8_t how, size_t window)
{
	struct common opts = { .nul = how & 1, .by_line = how & 2,
	    .input = how >> 2 & 3 };
	char *none[] = { NULL };
	unsigned long long end = 0;
	bool inside = false;
	struct doc d;

	opts.by_line &= window == 0;
	doc_open(&d, none, &opts, window);
	if (how & 16)
		doc_take_html(&d);
	else if (opts.input == DOC_HTML)
		d.opts.input = DOC_AUTO;
	while (doc_next(&d)) {
		MUST(d.opens != inside);
		MUST(d.opens ? d.offset == 0 : d.offset == end);
		MUST(utf8_valid(d.text) == d.text.n);
		end = d.offset + d.text.n;
		inside = !d.ends;
		buf_put(b, d.text);
		if (d.ends)
			buf_put(b, STR("\f|"));
	}
	MUST(!inside);
	doc_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf whole = { 0 }, pieces = { 0 };
	int messages = dup(STDERR_FILENO), null = open("/dev/null", O_WRONLY);

	if (n == 0)
		p = (const uint8_t *)"";
	progname = "fuzz";
	dup2(null, STDERR_FILENO);
	give_input(p + (n > 0), n - (n > 0));
	join(&whole, p[0], 0);
	give_input(p + (n > 0), n - (n > 0));
	join(&pieces, p[0], 64);
	dup2(messages, STDERR_FILENO);
	close(messages);
	close(null);
	MUST(str_eq(buf_str(&whole), buf_str(&pieces)));
	buf_free(&whole);
	buf_free(&pieces);
	return 0;
}
