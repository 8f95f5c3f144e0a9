/* Every page comes whole or cut, whatever the record says; nothing hangs. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/die.h"
#include "io/warc.h"
#include "fuzz.h"

enum { MOST = 1000 };

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	int messages = dup(STDERR_FILENO), null = open("/dev/null", O_WRONLY);
	char *none[] = { NULL };
	struct warc w = { 0 };
	struct buf page = { 0 };
	FILE *f = tmpfile();
	struct in in;

	progname = "fuzz";
	MUST(f != NULL && fwrite(p, 1, n, f) == n && fflush(f) == 0);
	MUST(dup2(fileno(f), STDIN_FILENO) == STDIN_FILENO);
	fclose(f);
	MUST(lseek(STDIN_FILENO, 0, SEEK_SET) == 0);
	dup2(null, STDERR_FILENO);
	in_open(&in, none, '\n', NULL);
	while (in_next(&in))
		while (warc_next(&w, &in, MOST, &page)) {
			MUST(page.n <= MOST + WARC_HEAD);
			MUST(w.uri.n < n && w.charset.n < n);
		}
	in_close(&in);
	dup2(messages, STDERR_FILENO);
	close(messages);
	close(null);
	warc_free(&w);
	buf_free(&page);
	return 0;
}
