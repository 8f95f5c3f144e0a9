#include "io/out.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/die.h"

enum { CAP = 128 * 1024 };

static char buf[CAP];
static size_t len;
static enum { UNSET, BLOCK, LINE } mode;
static bool some_record, new_document, by_nul, open_document;

static _Noreturn void
write_failed(void)
{
	if (errno == EPIPE) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	diee("standard output");
}

static void
write_all(const char *p, size_t n)
{
	while (n > 0) {
		ssize_t w = write(STDOUT_FILENO, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			write_failed();
		p += w;
		n -= (size_t)w;
	}
}

void
out_flush(void)
{
	size_t n = len;

	len = 0;
	write_all(buf, n);
}

void
out_by_line(void)
{
	mode = LINE;
}

void
out_put(struct str s)
{
	if (s.n > CAP - len)
		out_flush();
	if (s.n > CAP) {
		write_all(s.p, s.n);
	} else if (s.n > 0) {
		memcpy(buf + len, s.p, s.n);
		len += s.n;
	}
}

char *
out_room(size_t n)
{
	if (n > CAP)
		return NULL;
	if (n > CAP - len)
		out_flush();
	return buf + len;
}

void
out_filled(size_t n)
{
	len += n;
}

void
out_char(char c)
{
	if (len == CAP)
		out_flush();
	buf[len++] = c;
}

void
out_escaped(struct str s)
{
	static const char from[] = "\t\n\r\\", to[] = "tnr\\";

	for (size_t i = 0, start = 0; i <= s.n; i++) {
		const char *p = i < s.n && s.p[i] != '\0'
		    ? strchr(from, s.p[i]) : NULL;

		if (i < s.n && p == NULL)
			continue;
		out_put(str_cut(s, start, i));
		start = i + 1;
		if (p != NULL) {
			out_char('\\');
			out_char(to[p - from]);
		}
	}
}

static void
record_ended(void)
{
	if (mode == UNSET)
		mode = isatty(STDOUT_FILENO) ? LINE : BLOCK;
	if (mode == LINE)
		out_flush();
}

void
out_end_record(char delim)
{
	out_char(delim);
	record_ended();
}

void
out_records(struct str s)
{
	out_put(s);
	record_ended();
}

void
out_by_nul(void)
{
	by_nul = true;
}

static void
end_document(void)
{
	if (by_nul && open_document)
		out_char('\0');
	open_document = false;
}

void
out_document(void)
{
	end_document();
	new_document = some_record && !by_nul;
}

void
out_record(void)
{
	if (new_document)
		out_put(STR("\f\n"));
	new_document = false;
	some_record = open_document = true;
}

void
out_close(void)
{
	end_document();
	out_flush();
	if (close(STDOUT_FILENO) != 0 && errno != EINTR)
		diee("standard output");
}
