#include "io/doc.h"

#include <stdlib.h>

#include "base/die.h"
#include "io/enc.h"
#include "io/json.h"
#include "io/magic.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { PEEK = 512 };	/* bytes that tell what form a text has */
static const char LONG_PAGE[] =
    "page longer than 6 MiB: the rest is left out";

void
doc_open(struct doc *d, char **files, const struct common *opts, size_t window)
{
	*d = (struct doc){ .opts = *opts };
	d->window = window > 0 ? window : DOC_WINDOW;
	if (d->opts.field == NULL)
		d->opts.field = "text";
	in_open(&d->in, files, opts->nul ? '\0' : '\n', opts->charset);
	if (opts->input == DOC_WARC) {	/* the charset is that of its pages */
		d->in.charset = NULL;
		d->in.delim = '\n';
	}
	if (opts->progress)
		in_progress(&d->in);
}

void
doc_take_html(struct doc *d)
{
	d->takes_html = true;
}

void
doc_warn_html(struct doc *d)
{
	d->warns_html = true;
}

void
doc_keep(struct doc *d, size_t n)
{
	d->keep = n;
}

/* ---- what form an operand has ---- */

static enum doc_form
recognise(struct doc *d)
{
	struct str start;
	const char *why;

	if (d->opts.input != DOC_AUTO)
		return (enum doc_form)d->opts.input;
	if (d->takes_html && magic_named_html(d->in.name))
		return DOC_HTML;
	start = in_peek(&d->in, 1);
	if (start.n == 0)
		return DOC_TEXT;
	if (start.p[0] == '{') {
		start = in_peek_line(&d->in, DOC_OBJECT);
		return json_is_object(start, &why) ? DOC_JSONL : DOC_TEXT;
	}
	if (d->takes_html && d->opts.charset == NULL && !d->opts.nul
	    && start.p[0] == 'W' && warc_begins(in_peek(&d->in, 8)))
		return DOC_WARC;
	if (d->takes_html && (start.p[0] == '<' || byte_is_space(start.p[0]))
	    && magic_html(in_peek(&d->in, PEEK)))
		return DOC_HTML;
	if (d->warns_html && start.p[0] == '<'
	    && magic_page(in_peek(&d->in, PEEK)))
		warnx("%s: HTML: its tags are read as text: put deboil before",
		    d->in.name);
	return DOC_TEXT;
}

/* ---- pieces ---- */

static void
begin_document(struct doc *d)
{
	d->state = DOC_NONE;
	d->body.n = d->from = d->cut = d->keep = 0;
	d->base = 0;
	d->blank = false;
	d->object.n = 0;
	d->is_html = false;
	d->named.n = 0;
	buf_put(&d->named, buf_str(&d->coming));
	d->name = buf_str(&d->named);
}

static void
name_coming(struct doc *d, struct str name)
{
	d->coming.n = 0;
	buf_put(&d->coming, name);
}

/* Documents without names of their own: "name", "name:2", "name:3". */
static void
number_coming(struct doc *d)
{
	name_coming(d, str_of(d->in.name));
	buf_char(&d->coming, ':');
	buf_number(&d->coming, ++d->count);
}

static bool
give(struct doc *d, size_t end, bool ends)
{
	d->text = str_cut(buf_str(&d->body), d->from, end);
	d->offset = d->base + d->from;
	d->opens = d->state == DOC_NONE;
	d->ends = ends;
	d->state = ends ? DOC_OVER : DOC_BEGUN;
	d->cut = end;
	d->keep = 0;
	return true;
}

/*
 * Where to cut a piece that has reached its limit: after a blank line, else a
 * line, else a blank in its second half, else between two code points.
 */
static size_t
cut_point(const struct doc *d, size_t limit)
{
	struct str s = buf_str(&d->body);
	size_t low = limit - d->window / 2, line = 0, blank = 0;

	for (size_t i = limit; i > low; i--) {
		char c = s.p[i - 1];

		if (c == '\n' && i >= 2 && s.p[i - 2] == '\n')
			return i;
		if (c == '\n' && line == 0)
			line = i;
		if (c == ' ' && blank == 0)
			blank = i;
	}
	if (line > 0)
		return line;
	return blank > 0 ? blank : utf8_floor(s, limit);
}

static bool
give_part(struct doc *d)
{
	return give(d, cut_point(d, d->from + d->keep + d->window), false);
}

static bool
is_over_window(const struct doc *d)
{
	return d->body.n - d->from > d->keep + d->window;
}

/* ---- plain text ---- */

static bool
is_break(struct str s)
{
	return str_eq(s, STR("\f")) || str_eq(s, STR("\f\r"));
}

static bool
is_banner(struct str s)
{
	return s.n > 8 && str_starts(s, STR("==> "))
	    && str_ends(s, STR(" <=="));
}

static bool
has_document(const struct doc *d)
{
	return d->state == DOC_BEGUN || d->body.n > 0 || d->blank;
}

static bool
end_document(struct doc *d)
{
	if (d->blank)
		buf_char(&d->body, '\n');
	d->blank = false;
	return give(d, d->body.n, true);
}

/* If line (or with nul any end) is a mark: the document before it is over. */
static bool
take_mark(struct doc *d, struct str line)
{
	if (!d->in.whole)
		return false;
	if (d->opts.nul) {
		buf_put(&d->body, line);
		number_coming(d);
	} else if (is_banner(line)) {
		/* tail(1) puts one empty line of its own before a banner. */
		d->blank = false;
		name_coming(d, str_cut(line, 4, line.n - 4));
	} else if (is_break(line)) {
		number_coming(d);
	} else {
		return false;
	}
	return true;
}

static void
add_line(struct doc *d, struct str line)
{
	if (d->blank)
		buf_char(&d->body, '\n');
	d->blank = d->in.whole && line.n == 0;
	buf_put(&d->body, line);
	if (d->in.whole && !d->blank)
		buf_char(&d->body, '\n');
}

/* As many lines at once as can be, none of them a mark. */
static void
add_lines(struct doc *d)
{
	size_t limit = d->from + d->keep + d->window;
	struct str s;
	bool blank;

	if (d->opts.by_line || d->opts.nul || d->body.n >= limit)
		return;
	/* A break is nearer than the next "=", most likely. */
	s = in_lines(&d->in, limit - d->body.n, STR("\f="));
	if (s.n == 0)
		return;
	if (d->blank)
		buf_char(&d->body, '\n');
	blank = s.n == 1 || s.p[s.n - 2] == '\n';
	buf_put(&d->body, str_cut(s, 0, s.n - blank));
	d->blank = blank;
}

/* The next piece of the operand; false when it has no more. */
static bool
next_text(struct doc *d)
{
	struct str line;

	d->base += d->cut - d->keep;
	buf_drop(&d->body, d->cut - d->keep);
	d->cut = d->keep;
	while (!is_over_window(d)) {
		if (!in_rest(&d->in, &line))
			return has_document(d) && end_document(d);
		if (take_mark(d, line)) {
			if (has_document(d))
				return end_document(d);
			begin_document(d);
			continue;
		}
		add_line(d, line);
		if (d->opts.by_line && d->body.n > d->cut)
			return give(d, d->body.n, false);
		add_lines(d);
	}
	return give_part(d);
}

/* Of a body that is there whole: pages of HTML are not cut. */
static bool
give_rest(struct doc *d)
{
	return is_over_window(d) && !d->is_html ? give_part(d)
	    : give(d, d->body.n, true);
}

/* ---- JSON Lines ---- */

static void
bad_line(struct doc *d, const char *why)
{
	warnx("%s:%llu: %s", d->in.name, d->in.line, why);
	d->in.failed = true;
}

/* The next line, whole, into raw. One that is too long is passed over. */
static bool
read_object(struct doc *d)
{
	struct str part;
	bool more = true;

	d->raw.n = 0;
	while (more) {
		if (!in_rest(&d->in, &part))
			return false;
		if (d->raw.n <= DOC_OBJECT)
			buf_put(&d->raw, part);
		more = d->in.more;
	}
	return true;
}

static void
name_object(struct doc *d)
{
	struct str id;

	d->coming.n = 0;
	if (json_field(d->object, STR("id"), &id)) {
		if (json_is_string(id))
			json_unquote(&d->coming, id);
		else
			buf_put(&d->coming, id);
	} else {
		name_coming(d, str_of(d->in.name));
		buf_char(&d->coming, ':');
		buf_number(&d->coming, d->in.line);
	}
}

/* What a crawler keeps in a field may be the page itself. */
static void
take_page_of_object(struct doc *d)
{
	struct str s = buf_str(&d->body);

	d->is_html = magic_html(s.n > PEEK ? str_cut(s, 0, PEEK) : s);
	if (!d->is_html || s.n <= DOC_PAGE)
		return;
	bad_line(d, LONG_PAGE);
	d->body.n = utf8_floor(s, DOC_PAGE);
}

static bool
take_object(struct doc *d)
{
	struct str line = buf_str(&d->raw), value;
	const char *why;

	if (d->raw.n > DOC_OBJECT) {
		bad_line(d, "longer than 256 MiB: left out");
		return false;
	}
	if (!json_is_object(line, &why)) {
		bad_line(d, why);
		return false;
	}
	line = chars_trim_ascii(line);
	if (!json_field(line, str_of(d->opts.field), &value)
	    || !json_is_string(value)) {
		warnx("%s:%llu: no string field '%s': see -k", d->in.name,
		    d->in.line, d->opts.field);
		d->in.failed = true;
		return false;
	}
	begin_document(d);
	d->object = line;
	d->value = value;
	name_object(d);
	d->named.n = 0;
	buf_put(&d->named, buf_str(&d->coming));
	d->name = buf_str(&d->named);
	json_unquote(&d->body, value);
	if (d->takes_html)
		take_page_of_object(d);
	return true;
}

static bool
next_object(struct doc *d)
{
	if (d->state == DOC_BEGUN) {
		d->from = d->cut - d->keep;
	} else {
		do {
			if (!read_object(d))
				return false;
		} while (chars_trim_ascii(buf_str(&d->raw)).n == 0
		    || !take_object(d));
	}
	return give_rest(d);
}

/* ---- HTML pages ---- */

static bool
begins_nocase(struct str s, struct str prefix)
{
	return s.n >= prefix.n
	    && chars_eq_nocase(str_cut(s, 0, prefix.n), prefix);
}

/*
 * Pages that were put one after the other: where the next one begins after
 * the end of this one, or 0.
 */
static size_t
find_next_page(struct doc *d)
{
	struct str s = buf_str(&d->raw);
	const char *p;

	while (d->scanned < s.n && (p = memchr(s.p + d->scanned, '<',
	    s.n - d->scanned)) != NULL) {
		size_t at = (size_t)(p - s.p);
		struct str rest = str_cut(s, at, s.n);

		d->scanned = at + 1;
		if (begins_nocase(rest, STR("</html")))
			d->page_closed = true;
		else if (d->page_closed && (magic_page(rest)
		    || begins_nocase(rest, STR("<!doctype"))))
			return at;
	}
	d->scanned = s.n;
	return 0;
}

static void
take_page(struct doc *d, size_t end, struct str charset)
{
	unsigned long long replaced = 0;

	begin_document(d);
	d->is_html = true;
	enc_page(&d->body, str_cut(buf_str(&d->raw), 0, end), charset,
	    &replaced);
	d->in.replaced += replaced;
	buf_drop(&d->raw, end);
	d->scanned = 0;
	d->page_closed = d->page_long = false;
	number_coming(d);
}

static bool
give_page(struct doc *d, size_t end)
{
	take_page(d, end, STR(""));
	return give(d, d->body.n, true);
}

static void
add_page_line(struct doc *d, struct str line)
{
	if (d->raw.n < DOC_PAGE) {
		buf_put(&d->raw, line);
		if (d->in.whole && !d->opts.nul)
			buf_char(&d->raw, '\n');
	} else if (!d->page_long) {
		bad_line(d, LONG_PAGE);
		d->page_long = true;
	}
}

static bool
next_page(struct doc *d)
{
	struct str line;

	for (;;) {
		size_t end = find_next_page(d);

		if (end > 0)
			return give_page(d, end);
		d->in.raw = true;
		if (!in_rest(&d->in, &line))
			return d->raw.n > 0 && give_page(d, d->raw.n);
		add_page_line(d, line);
		if (d->opts.nul && d->in.whole && d->raw.n > 0)
			return give_page(d, d->raw.n);
	}
}

static bool
next_record(struct doc *d)
{
	if (d->state == DOC_BEGUN) {
		d->from = d->cut - d->keep;
	} else {
		if (!warc_next(&d->warc, &d->in, DOC_PAGE, &d->raw))
			return false;
		name_coming(d, d->warc.uri);
		take_page(d, d->raw.n, d->opts.charset != NULL
		    ? str_of(d->opts.charset) : d->warc.charset);
		d->is_html = d->warc.is_html;
	}
	return give_rest(d);
}

/* ---- all ---- */

static bool
next_operand(struct doc *d)
{
	if (!in_next(&d->in))
		return false;
	d->form = recognise(d);
	d->count = 1;
	d->raw.n = d->scanned = 0;
	name_coming(d, str_of(d->in.name));
	begin_document(d);
	return true;
}

bool
doc_next(struct doc *d)
{
	for (;;) {
		bool some = false;

		if (d->state == DOC_OVER)
			begin_document(d);
		if (d->form == DOC_TEXT)
			some = next_text(d);
		else if (d->form == DOC_JSONL)
			some = next_object(d);
		else if (d->form == DOC_HTML)
			some = next_page(d);
		else if (d->form == DOC_WARC)
			some = next_record(d);
		if (some)
			return true;
		if (!next_operand(d))
			return false;
	}
}

bool
doc_close(struct doc *d)
{
	buf_free(&d->named);
	buf_free(&d->coming);
	buf_free(&d->body);
	buf_free(&d->raw);
	warc_free(&d->warc);
	return in_close(&d->in);
}
