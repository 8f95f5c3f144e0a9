#include "io/warc.h"

#include "base/die.h"
#include "text/chars.h"

enum { PIECE = 64 * 1024 };

bool
warc_begins(struct str s)
{
	return str_starts(s, STR("WARC/1.")) || str_starts(s, STR("WARC/0."));
}

void
warc_free(struct warc *w)
{
	buf_free(&w->head);
	buf_free(&w->http);
}

static void
report(struct warc *w, struct in *in, const char *what)
{
	warnx("%s:%llu: %s", in->name, w->at, what);
	in->failed = true;
}

/* ---- header lines ---- */

/* The next line without its end; what is beyond IN_PART of it is dropped. */
static bool
next_line(struct in *in, struct str *line)
{
	struct str rest;

	if (!in_rest(in, line))
		return false;
	while (in->more && in_rest(in, &rest))
		;
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* The value of a field; field lines end in "\n". */
static bool
find_field(struct str head, struct str name, struct str *value)
{
	for (size_t i = 0, end; i < head.n; i = end + 1) {
		const char *nl = memchr(head.p + i, '\n', head.n - i);

		end = nl != NULL ? (size_t)(nl - head.p) : head.n;
		if (end - i > name.n && head.p[i + name.n] == ':'
		    && chars_eq_nocase(str_cut(head, i, i + name.n), name)) {
			*value = chars_trim_ascii(str_cut(head,
			    i + name.n + 1, end));
			return true;
		}
	}
	*value = (struct str){ head.p, 0 };
	return false;
}

static bool
begins_nocase(struct str s, struct str prefix)
{
	return s.n >= prefix.n
	    && chars_eq_nocase(str_cut(s, 0, prefix.n), prefix);
}

/*
 * The header of the next record into w->head. False at the end of input. A
 * line that opens no record is reported once; the next that does is taken.
 */
static bool
read_head(struct warc *w, struct in *in)
{
	struct str line;

	do {
		if (!next_line(in, &line))
			return false;
		w->at = in->offset;
		if (line.n > 0 && !warc_begins(line) && !w->lost) {
			report(w, in, "not a WARC record: looking for the next");
			w->lost = true;
		}
	} while (!warc_begins(line));
	w->lost = false;
	w->head.n = 0;
	while (next_line(in, &line) && line.n > 0)
		if (w->head.n < WARC_HEAD) {
			buf_put(&w->head, line);
			buf_char(&w->head, '\n');
		}
	return true;
}

static bool
read_length(struct warc *w)
{
	struct str v;

	w->left = 0;
	if (!find_field(buf_str(&w->head), STR("Content-Length"), &v)
	    || v.n == 0 || v.n > 18)
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (!byte_is_digit(v.p[i]))
			return false;
		w->left = w->left * 10 + (unsigned)(v.p[i] - '0');
	}
	return true;
}

/* ---- blocks ---- */

/* The rest of the block: up to most bytes into to, what is more goes by. */
static bool
read_block(struct warc *w, struct in *in, size_t most, struct buf *to)
{
	struct str s;

	while (w->left > 0) {
		size_t want = w->left < PIECE ? (size_t)w->left : PIECE;

		if (!in_take(in, want, &s))
			return false;
		w->left -= s.n;
		if (s.n > most - to->n)
			s.n = most - to->n;
		buf_put(to, s);
	}
	return true;
}

/* Where the HTTP header ends and the body begins; 0: no header. */
static size_t
end_of_http(struct str s)
{
	for (size_t i = 0; i < s.n && i < WARC_HEAD; i++) {
		const char *nl = memchr(s.p + i, '\n', s.n - i);

		if (nl == NULL)
			return 0;
		i = (size_t)(nl - s.p);
		if (i + 1 < s.n && s.p[i + 1] == '\n')
			return i + 2;
		if (i + 2 < s.n && s.p[i + 1] == '\r' && s.p[i + 2] == '\n')
			return i + 3;
	}
	return 0;
}

/* "HTTP/1.1 200 OK" */
static bool
is_success(struct str http)
{
	const char *blank = memchr(http.p, ' ', http.n);
	size_t at = blank != NULL ? (size_t)(blank - http.p) + 1 : http.n;

	return begins_nocase(http, STR("HTTP/")) && at < http.n
	    && http.p[at] == '2';
}

static bool
is_html_type(struct str type)
{
	return begins_nocase(type, STR("text/html"))
	    || begins_nocase(type, STR("application/xhtml+xml"));
}

static struct str
charset_of(struct str type)
{
	const struct str key = STR("charset=");

	for (size_t i = 0; i + key.n < type.n; i++) {
		size_t end;

		if (!begins_nocase(str_cut(type, i, type.n), key))
			continue;
		i += key.n;
		i += type.p[i] == '"' || type.p[i] == '\'';
		for (end = i; end < type.n && type.p[end] != '"'
		    && type.p[end] != '\'' && type.p[end] != ';'
		    && !byte_is_space(type.p[end]); end++)
			;
		return str_cut(type, i, end);
	}
	return (struct str){ type.p, 0 };
}

/* ---- transfer chunks (RFC 9112, 7.1) ---- */

/* The size before a chunk; *i past its line. False: no such line. */
static bool
chunk_size(struct str s, size_t *i, size_t *size)
{
	size_t at = *i, digits = 0;
	const char *nl;

	for (*size = 0; at < s.n && digits < 9; at++, digits++) {
		char c = byte_lower(s.p[at]);

		if (!byte_is_digit(c) && (c < 'a' || c > 'f'))
			break;
		*size = *size * 16 + (size_t)(byte_is_digit(c) ? c - '0'
		    : c - 'a' + 10);
	}
	if (digits == 0 || (at < s.n && s.p[at] != '\r' && s.p[at] != '\n'
	    && s.p[at] != ';' && s.p[at] != ' '))
		return false;
	nl = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;
	*i = nl != NULL ? (size_t)(nl - s.p) + 1 : s.n;
	return true;
}

/*
 * Undoes chunks in place. A body that does not begin with a chunk was undone
 * by the crawler; one that the crawler cut is taken as far as it goes.
 */
static bool
undo_chunks(struct buf *b)
{
	struct str s = buf_str(b);
	size_t i = 0, n = 0, size;

	if (!chunk_size(s, &i, &size))
		return true;
	while (size > 0) {
		size_t take = size < s.n - i ? size : s.n - i;

		memmove(b->p + n, b->p + i, take);
		n += take;
		i += take;
		if (i < s.n && s.p[i] == '\r')
			i++;
		if (i < s.n && s.p[i] == '\n')
			i++;
		if (i == s.n)
			break;
		if (!chunk_size(s, &i, &size))
			return false;
	}
	b->n = n;
	return true;
}

/* ---- records ---- */

/* What the header says of a record: pages are in an HTTP response, or bare. */
enum content { NO_PAGE, HTTP, BARE_HTML, BARE_TEXT };

static enum content
content_of(struct str head)
{
	struct str kind, type;

	find_field(head, STR("WARC-Type"), &kind);
	find_field(head, STR("Content-Type"), &type);
	if (chars_eq_nocase(kind, STR("response")))
		return type.n == 0 || begins_nocase(type,
		    STR("application/http")) ? HTTP : NO_PAGE;
	if (!chars_eq_nocase(kind, STR("resource"))
	    && !chars_eq_nocase(kind, STR("conversion")))
		return NO_PAGE;
	return is_html_type(type) ? BARE_HTML
	    : begins_nocase(type, STR("text/plain")) ? BARE_TEXT : NO_PAGE;
}

/* Leaves the body alone in page. False: no HTML in it, or broken. */
static bool
take_response(struct warc *w, struct in *in, struct buf *page)
{
	size_t body = end_of_http(buf_str(page));
	struct str head, type, coding;

	if (body == 0) {
		report(w, in, "HTTP header without an end");
		return false;
	}
	w->http.n = 0;
	buf_put(&w->http, str_cut(buf_str(page), 0, body));
	head = buf_str(&w->http);
	if (!is_success(head) || !find_field(head, STR("Content-Type"), &type)
	    || !is_html_type(type))
		return false;
	w->charset = charset_of(type);
	if (find_field(head, STR("Content-Encoding"), &coding)
	    && !chars_eq_nocase(coding, STR("identity"))) {
		report(w, in, "compressed page (Content-Encoding)");
		return false;
	}
	buf_drop(page, body);
	if (find_field(head, STR("Transfer-Encoding"), &coding)
	    && chars_eq_nocase(coding, STR("chunked")) && !undo_chunks(page)) {
		report(w, in, "broken transfer chunks");
		return false;
	}
	return page->n > 0;
}

static void
name_page(struct warc *w)
{
	struct str head = buf_str(&w->head), type;

	find_field(head, STR("WARC-Target-URI"), &w->uri);
	if (w->uri.n > 2 && w->uri.p[0] == '<'
	    && w->uri.p[w->uri.n - 1] == '>')
		w->uri = str_cut(w->uri, 1, w->uri.n - 1);
	find_field(head, STR("Content-Type"), &type);
	w->charset = charset_of(type);
}

bool
warc_next(struct warc *w, struct in *in, size_t most, struct buf *page)
{
	in->raw = true;
	while (read_head(w, in)) {
		enum content content = content_of(buf_str(&w->head));
		unsigned long long length;

		page->n = 0;
		if (!read_length(w)) {
			report(w, in, "record without a Content-Length");
			w->lost = true;
			continue;
		}
		length = w->left;
		if (!read_block(w, in, content != NO_PAGE ? most + WARC_HEAD
		    : 0, page)) {
			report(w, in, "record cut short");
			return false;
		}
		if (content == NO_PAGE)
			continue;
		name_page(w);
		if (content == HTTP && !take_response(w, in, page))
			continue;
		w->is_html = content != BARE_TEXT;
		if (length > most + WARC_HEAD)
			report(w, in, "page too long: the rest is left out");
		return true;
	}
	return false;
}
