#include "io/in.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "io/enc.h"
#include "io/magic.h"
#include "io/progress.h"
#include "text/utf8.h"

enum { BLOCK = 256 * 1024 };

static char dash[] = "-", *only_stdin[] = { dash, NULL };

void
in_open(struct in *in, char **files, char delim, const char *charset)
{
	*in = (struct in){ .fd = -1, .delim = delim, .charset = charset };
	in->files = *files != NULL ? files : only_stdin;
	if (charset != NULL) {
		struct enc *e = enc_open(charset);

		if (e == NULL)
			diex("%s: unknown charset: 'iconv -l' lists them",
			    charset);
		enc_close(e);
	}
}

void
in_progress(struct in *in)
{
	in->progress = progress_open(in->files);
}

/* Appends one read to buf (through iconv if need be); at the end sets eof. */
static void
read_block(struct in *in)
{
	struct buf *to = in->enc != NULL ? &in->block : &in->buf;
	ssize_t n;

	buf_reserve(to, BLOCK);
	do
		n = read(in->fd, to->p + to->n, to->cap - to->n);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		warne("%s", in->name);
		in->failed = true;
	}
	if (n <= 0)
		in->eof = true;
	else
		to->n += (size_t)n;
	if (in->progress != NULL && n > 0)
		progress_add(in->progress, (size_t)n);
	if (in->enc != NULL) {
		enc_feed(in->enc, &in->buf, buf_str(to), in->eof);
		to->n = 0;
	}
}

static void
fill(struct in *in)
{
	if (in->pos > 0) {
		buf_drop(&in->buf, in->pos);
		in->base += in->pos;
		in->valid -= in->valid < in->pos ? in->valid : in->pos;
		in->pos = 0;
	}
	read_block(in);
}

/* A byte-order mark says the encoding, unless -f did; it is not text. */
static void
begin_encoding(struct in *in)
{
	size_t mark;
	const char *charset;

	if (in->charset != NULL) {
		in->enc = enc_open(in->charset);
		return;
	}
	while (in->buf.n < 3 && !in->eof)
		read_block(in);
	charset = enc_mark(buf_str(&in->buf), &mark);
	buf_drop(&in->buf, mark);
	if (charset == NULL || strcmp(charset, "UTF-8") == 0
	    || (in->enc = enc_open(charset)) == NULL)
		return;
	in->block.n = 0;
	buf_put(&in->block, buf_str(&in->buf));
	in->buf.n = 0;
	enc_feed(in->enc, &in->buf, buf_str(&in->block), in->eof);
	in->block.n = 0;
}

/* Compressed files and the like would only give noise. */
static bool
is_text(struct in *in)
{
	int kind;

	if (in->charset != NULL)
		return true;
	while ((kind = magic_of(buf_str(&in->buf))) == MAGIC_MORE && !in->eof)
		read_block(in);
	if (kind < 0)
		return true;
	warnx("%s: %s", in->name, magic_advice(kind));
	in->failed = true;
	return false;
}

static void
end_file(struct in *in)
{
	if (in->enc != NULL)
		in->replaced += enc_replaced(in->enc);
	if (in->replaced > 0)
		warnx("%s: %llu bytes that no encoding explains, "
		    "replaced by U+FFFD", in->name, in->replaced);
	enc_close(in->enc);
	in->enc = NULL;
	if (in->fd != STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

static bool
open_operand(struct in *in, const char *path)
{
	if (strcmp(path, "-") == 0) {
		in->name = "(standard input)";
		in->fd = STDIN_FILENO;
		return true;
	}
	in->name = path;
	in->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (in->fd >= 0)
		return true;
	warne("%s", path);
	in->failed = true;
	return false;
}

bool
in_next(struct in *in)
{
	if (in->fd >= 0)
		end_file(in);
	while (*in->files != NULL) {
		if (!open_operand(in, *in->files++))
			continue;
		in->pos = in->buf.n = in->valid = 0;
		in->base = in->line = in->replaced = 0;
		in->eof = in->more = in->raw = false;
		in->opened = true;
		begin_encoding(in);
		if (is_text(in))
			return true;
		end_file(in);
	}
	return false;
}

/* Makes line valid UTF-8; the common case touches each byte once. */
static void
decode(struct in *in, struct str *line)
{
	size_t start = (size_t)(line->p - in->buf.p), end = start + line->n;

	if (in->valid < start)
		in->valid = start;
	if (in->valid < end)
		in->valid += utf8_valid(str_cut(buf_str(&in->buf),
		    in->valid, in->buf.n));
	if (in->valid >= end)
		return;
	in->fixed.n = 0;
	enc_repair(&in->fixed, *line, &in->replaced);
	*line = buf_str(&in->fixed);
	in->valid = end;
}

static void
take(struct in *in, struct str *line, size_t n, bool whole)
{
	*line = (struct str){ in->buf.p + in->pos, n };
	in->first = in->opened;
	in->opened = false;
	in->line += !in->more;
	in->whole = whole;
	in->offset = in->base + in->pos;
	in->pos += n + whole;
	if (!in->raw && n > 0)
		decode(in, line);
}

/* Where to cut a line that is too long: not inside a code point. */
static size_t
part_length(const char *p)
{
	size_t n = IN_PART;

	while (n > IN_PART - 4 && utf8_is_tail(p[n]))
		n--;
	return n;
}

bool
in_rest(struct in *in, struct str *line)
{
	size_t scanned = 0;

	while (in->fd >= 0) {
		char *hit = NULL;
		size_t left = in->buf.n - in->pos;

		if (left > scanned)
			hit = memchr(in->buf.p + in->pos + scanned, in->delim,
			    left - scanned);
		if (hit != NULL)
			left = (size_t)(hit - in->buf.p) - in->pos;
		if (left > IN_PART) {
			take(in, line, part_length(in->buf.p + in->pos), false);
			in->more = true;
			return true;
		}
		if (hit == NULL && !in->eof) {
			scanned = left;
			fill(in);
			continue;
		}
		if (hit == NULL && left == 0 && !in->more)
			break;
		take(in, line, left, hit != NULL);
		in->more = false;
		return true;
	}
	if (in->fd >= 0)
		end_file(in);
	return false;
}

bool
in_line(struct in *in, struct str *line)
{
	while (!in_rest(in, line))
		if (!in_next(in))
			return false;
	return true;
}

bool
in_take(struct in *in, size_t most, struct str *bytes)
{
	size_t left;

	if (in->fd < 0)
		return false;
	if (in->pos == in->buf.n && !in->eof)
		fill(in);
	left = in->buf.n - in->pos;
	*bytes = (struct str){ in->buf.p + in->pos, left < most ? left : most };
	in->offset = in->base + in->pos;
	in->pos += bytes->n;
	return bytes->n > 0;
}

/* How many of the lines that end there are valid UTF-8 and not too long. */
static size_t
usable(struct in *in, const size_t *ends, size_t n, bool ascii)
{
	size_t start = 0, k = 0;

	if (in->valid < in->pos)
		in->valid = in->pos;
	if (n > 0 && !ascii && in->valid <= in->pos + ends[n - 1])
		in->valid += utf8_valid(str_cut(buf_str(&in->buf), in->valid,
		    in->buf.n));
	for (; k < n && ends[k] - start <= IN_PART; k++) {
		if (!ascii && in->valid < in->pos + ends[k])
			break;
		start = ends[k] + 1;
	}
	return k;
}

size_t
in_batch(struct in *in, struct str *lines, size_t most)
{
	size_t ends[IN_BATCH], n, start = 0;
	bool ascii;

	if (in->fd < 0 || in->opened || in->more || in->raw)
		return 0;
	n = utf8_ends(str_cut(buf_str(&in->buf), in->pos, in->buf.n),
	    in->delim, ends, most < IN_BATCH ? most : IN_BATCH, &ascii);
	n = usable(in, ends, n, ascii);
	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		in->offset = in->base + in->pos + start;
		lines[i] = (struct str){ in->buf.p + in->pos + start,
		    ends[i] - start };
		start = ends[i] + 1;
	}
	in->pos += start;
	in->line += n;
	in->first = false;
	in->whole = true;
	return n;
}

/* Where the first line of s begins that starts with c, else s.n. */
static size_t
line_with(struct str s, char c, char delim)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end && (p = memchr(p, c, (size_t)(end - p))) != NULL) {
		if (p == s.p || p[-1] == delim)
			return (size_t)(p - s.p);
		p++;
	}
	return s.n;
}

struct str
in_lines(struct in *in, size_t most, struct str marks)
{
	struct str s;

	if (in->fd < 0 || in->opened || in->more || in->raw)
		return STR("");
	s = str_cut(buf_str(&in->buf), in->pos, in->buf.n);
	s.n = s.n < most ? s.n : most;
	if (in->valid < in->pos)
		in->valid = in->pos;
	if (in->valid < in->pos + s.n)
		in->valid += utf8_valid(str_cut(buf_str(&in->buf), in->valid,
		    in->buf.n));
	if (s.n > in->valid - in->pos)
		s.n = in->valid - in->pos;
	for (size_t i = 0; i < marks.n; i++)
		s.n = line_with(s, marks.p[i], in->delim);
	while (s.n > 0 && s.p[s.n - 1] != in->delim)
		s.n--;
	in->pos += s.n;
	in->whole |= s.n > 0;
	return s;
}

struct str
in_peek(struct in *in, size_t want)
{
	while (in->buf.n - in->pos < want && !in->eof)
		fill(in);
	return str_cut(buf_str(&in->buf), in->pos, in->buf.n);
}

struct str
in_peek_line(struct in *in, size_t most)
{
	size_t scanned = 0;

	for (;;) {
		struct str s = str_cut(buf_str(&in->buf), in->pos, in->buf.n);
		const char *hit = s.n > scanned
		    ? memchr(s.p + scanned, in->delim, s.n - scanned) : NULL;

		if (hit != NULL)
			return (struct str){ s.p, (size_t)(hit - s.p) + 1 };
		if (in->eof || s.n > most)
			return s;
		scanned = s.n;
		fill(in);
	}
}

bool
in_close(struct in *in)
{
	if (in->fd >= 0)
		end_file(in);
	if (in->progress != NULL)
		progress_close(in->progress);
	buf_free(&in->buf);
	buf_free(&in->block);
	buf_free(&in->fixed);
	return !in->failed;
}
