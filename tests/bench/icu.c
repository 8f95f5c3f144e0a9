/* ICU's sentences, a line each, from standard input: for tests/bench/run.sh. */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { WINDOW = 1 << 18 };

/* All but the last sentence, which may go on, unless the input is over. */
static size_t
split(UBreakIterator *it, const char *p, size_t n, int last)
{
	UErrorCode e = U_ZERO_ERROR;
	UText *t = utext_openUTF8(NULL, p, (int64_t)n, &e);
	size_t from = 0;
	int32_t to;

	ubrk_setUText(it, t, &e);
	if (U_FAILURE(e))
		exit(2);
	while ((to = ubrk_next(it)) != UBRK_DONE) {
		if ((size_t)to == n && !last)
			break;
		fwrite(p + from, 1, (size_t)to - from, stdout);
		putchar('\n');
		from = (size_t)to;
	}
	utext_close(t);
	return from;
}

int
main(void)
{
	static char buf[2 * WINDOW];
	UErrorCode e = U_ZERO_ERROR;
	UBreakIterator *it = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &e);
	size_t n = 0, got;

	if (U_FAILURE(e))
		return 2;
	do {
		size_t used;

		got = fread(buf + n, 1, WINDOW, stdin);
		n += got;
		used = split(it, buf, n, got == 0);
		if (used == 0 && n > WINDOW)
			used = n;
		for (size_t i = used; i < n; i++)
			buf[i - used] = buf[i];
		n -= used;
	} while (got > 0);
	ubrk_close(it);
	return fclose(stdout) == 0 ? 0 : 2;
}
