#include "train/texts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "io/json.h"
#include "text/chars.h"
#include "text/utf8.h"

/* ---- files ---- */

static void
read_file(struct buf *b, const char *dir, const char *name, const char *tail)
{
	char path[1024];
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s%s", dir, name, tail);
	if ((f = fopen(path, "r")) == NULL)
		diee("%s", path);
	b->n = 0;
	do {
		buf_reserve(b, 1 << 16);
		n = fread(b->p + b->n, 1, 1 << 16, f);
		b->n += n;
	} while (n > 0);
	fclose(f);
}

/* The length of the white space at i, 0 if there is none. */
static size_t
blank_at(struct str s, size_t i)
{
	size_t next = i;

	return chars_is(utf8_next(s, &next), CHAR_SPACE | CHAR_CONTROL)
	    ? next - i : 0;
}

/* Marks in ends[] the bytes of raw after which a line of gold ends. */
static bool
align(struct str raw, struct str gold, bool *ends)
{
	size_t at = 0, n;

	memset(ends, 0, raw.n + 1);
	for (size_t i = 0; i < gold.n; i += n) {
		if (gold.p[i] == '\n')
			ends[at] = true;
		n = utf8_is_tail(gold.p[i]) ? 0 : blank_at(gold, i);
		if (n > 0)
			continue;
		while (at < raw.n && !utf8_is_tail(raw.p[at])
		    && (n = blank_at(raw, at)) > 0)
			at += n;
		n = 1;
		if (at == raw.n || raw.p[at] != gold.p[i])
			return false;
		at++;
	}
	return true;
}

/* ---- tokens put together again ---- */

static bool
is_one_of(struct str w, const char *const *list)
{
	for (; *list != NULL; list++)
		if (str_eq(w, str_of(*list)))
			return true;
	return false;
}

/* Does a blank stand between the tokens a and b? *marks counts '"'. */
static bool
is_apart(struct str a, struct str b, unsigned *marks)
{
	static const char *const left[] = { "(", "[", "{", "$", "£", "€", "#",
	    "“", "‘", NULL };
	static const char *const right[] = { ",", ".", ";", ":", "!", "?",
	    ")", "]", "}", "%", "”", "’", "'s", "’s", "n't", "n’t", "'re",
	    "'ve", "'ll", "'d", "'m", "’re", "’ve", "’ll", "...", "'",
	    NULL };

	if (str_eq(b, STR("\"")) && (*marks)++ % 2 == 1)
		return false;
	if (str_eq(a, STR("\"")) && *marks % 2 == 1)
		return false;
	return !is_one_of(a, left) && !is_one_of(b, right);
}

/* "years - long" was one word, "Crisis - South" was not. */
static bool
is_hyphen(struct str before, struct str w, struct str after)
{
	return str_eq(w, STR("-")) && before.n > 0 && after.n > 0
	    && (byte_is_lower(after.p[0]) || byte_is_digit(before.p[0]))
	    && (byte_is_letter(before.p[before.n - 1])
	    || byte_is_digit(before.p[before.n - 1]));
}

struct lines {
	struct buf raw, gold;	/* a document as one paragraph */
	struct str before;	/* the token before, in the file */
	unsigned marks;
	bool begins, hyphen;
};

static void
put_token(struct lines *l, struct str w, struct str after)
{
	bool hyphen = is_hyphen(l->before, w, after);

	if (l->begins) {
		l->marks = str_eq(w, STR("\""));
		if (l->raw.n > 0)
			buf_char(&l->raw, ' ');
	} else if (!hyphen && !l->hyphen
	    && is_apart(l->before, w, &l->marks)) {
		buf_char(&l->raw, ' ');
	}
	for (size_t i = 0; i < w.n; i++)
		buf_char(&l->raw, w.p[i] == '_' ? ' ' : w.p[i]);
	buf_put(&l->gold, str_cut(buf_str(&l->raw), l->raw.n - w.n,
	    l->raw.n));
	l->before = w;
	l->hyphen = hyphen;
	l->begins = false;
}

static struct str
first_column(struct str file, size_t i)
{
	size_t end = i;

	while (end < file.n && file.p[end] != '\t' && file.p[end] != '\n')
		end++;
	return i < file.n ? str_cut(file, i, end) : (struct str){ "", 0 };
}

/* The next document of a token file: its text and, a line each, sentences. */
static bool
next_document(struct texts *x)
{
	struct str file = buf_str(&x->file);
	struct lines l = { .begins = true, .raw = x->text, .gold = x->gold };
	size_t end;

	for (; x->at < file.n; x->at = end + 1) {
		const char *nl = memchr(file.p + x->at, '\n', file.n - x->at);
		struct str w = first_column(file, x->at);

		end = nl != NULL ? (size_t)(nl - file.p) : file.n;
		if (str_eq(w, STR("-DOCSTART-"))) {
			if (l.raw.n > 0)
				break;
		} else if (w.n == 0 && !l.begins) {
			buf_char(&l.gold, '\n');
			l.before.n = 0;
			l.begins = true;
		} else if (w.n > 0) {
			put_token(&l, w, first_column(file, end + 1));
		}
	}
	x->text = l.raw;
	x->gold = l.gold;
	return l.raw.n > 0;
}

/* ---- Golden Rules ---- */

/* The strings of a JSON array, a line each. */
static void
put_lines(struct buf *b, struct str array)
{
	for (size_t i = 0; i < array.n; i++) {
		size_t begin = i;

		if (array.p[i] != '"')
			continue;
		for (i++; i < array.n && array.p[i] != '"'; i++)
			i += array.p[i] == '\\';
		json_unquote(b, str_cut(array, begin, i + 1));
		buf_char(b, '\n');
	}
}

static bool
is_true(struct str object, const char *name)
{
	struct str v;

	return json_field(object, str_of(name), &v) && str_eq(v, STR("true"));
}

static bool
next_case(struct texts *x)
{
	struct str file = buf_str(&x->file), object, v;
	size_t end;

	for (; x->at < file.n && x->text.n == 0; x->at = end + 1) {
		const char *nl = memchr(file.p + x->at, '\n', file.n - x->at);

		end = nl != NULL ? (size_t)(nl - file.p) : file.n;
		object = str_cut(file, x->at, end);
		if (!json_field(object, STR("lang"), &v)
		    || !str_eq(v, STR("\"en\"")) || is_true(object, "clean"))
			continue;
		if (json_field(object, STR("text"), &v))
			json_unquote(&x->text, v);
		if (json_field(object, STR("sents"), &v))
			put_lines(&x->gold, v);
	}
	return x->text.n > 0;
}

/* ---- labelled pages ---- */

/* A line of a text with its end cut off; *at goes behind it. */
static struct str
next_line(struct str file, size_t *at)
{
	const char *nl = memchr(file.p + *at, '\n', file.n - *at);
	size_t begin = *at, end = nl != NULL ? (size_t)(nl - file.p) : file.n;

	*at = end < file.n ? end + 1 : end;
	return str_cut(file, begin, end);
}

static struct str
column(struct str line, int k)
{
	size_t i = 0, end;

	for (;; i = end + 1) {
		for (end = i; end < line.n && line.p[end] != '\t'; end++)
			;
		if (k-- == 0 || end == line.n)
			return str_cut(line, i, end);
	}
}

/* A whole paragraph: it ends as sentences do, perhaps in a quotation. */
static bool
is_full(struct str line)
{
	enum { LEAST = 40 };
	static const char *const marks[] = { "\"", "'", ")", "”", "’", NULL };
	struct str x = line;

	for (int i = 0; marks[i] != NULL; i++)
		while (str_ends(x, str_of(marks[i]))) {
			x.n -= str_of(marks[i]).n;
			i = 0;
		}
	return line.n >= LEAST && x.n > 0
	    && strchr(".!?", x.p[x.n - 1]) != NULL;
}

/* The next line of the page's content, trimmed; n is 0 when there is none. */
static struct str
next_content(struct str text, struct str labels, size_t *at, size_t *label)
{
	struct str line = { "", 0 };

	while (*at < text.n && line.n == 0) {
		line = chars_trim(next_line(text, at));
		if (!str_eq(next_line(labels, label), STR("1")))
			line.n = 0;
	}
	return line;
}

/*
 * Lines of content one behind the other, as one paragraph: headings and what
 * stands below them. A heading before no full paragraph ends the run, as in
 * lists; it is not taken.
 */
static void
put_page(struct texts *x, struct str text, struct str labels)
{
	enum { HEADING = 150 };
	size_t at = 0, label = 0;
	struct str line = next_content(text, labels, &at, &label), after;
	bool runs = false;

	for (; line.n > 0; line = after) {
		after = next_content(text, labels, &at, &label);
		if (!is_full(line) && (line.n >= HEADING || !is_full(after))) {
			runs = false;
			continue;
		}
		if (x->text.n > 0)
			buf_put(&x->text, runs ? STR(" ") : STR("\n\n"));
		buf_put(&x->text, line);
		buf_put(&x->gold, line);
		buf_char(&x->gold, '\n');
		runs = true;
	}
}

/* The next page in English that may be learnt from (not DAnIEL's). */
static bool
next_page(struct texts *x)
{
	struct str file = buf_str(&x->file);
	struct buf text = { 0 }, labels = { 0 };

	while (x->at < file.n && x->text.n == 0) {
		struct str row = next_line(file, &x->at), id = column(row, 0);
		char path[256];

		if (str_eq(column(row, 1), STR("daniel"))
		    || !str_eq(column(row, 4), STR("en")))
			continue;
		snprintf(path, sizeof path, "%s/%.*s", x->name, (int)id.n,
		    id.p);
		read_file(&text, x->dir, path, ".txt");
		read_file(&labels, x->dir, path, ".labels");
		put_page(x, buf_str(&text), buf_str(&labels));
	}
	buf_free(&text);
	buf_free(&labels);
	return x->text.n > 0;
}

/* ---- all ---- */

static bool
ends_in(const char *name, struct str tail)
{
	return str_ends(str_of(name), tail);
}

void
texts_open(struct texts *x, const char *dir, const char *name)
{
	*x = (struct texts){ .dir = dir, .name = name };
	x->pages = ends_in(name, STR("deboil"));
	x->whole = !x->pages && !ends_in(name, STR(".tsv"))
	    && !ends_in(name, STR(".jsonl"));
	if (x->pages) {
		read_file(&x->file, dir, name, "/MANIFEST.tsv");
	} else if (x->whole) {
		read_file(&x->text, dir, name, ".raw.txt");
		read_file(&x->gold, dir, name, ".gold.txt");
	} else {
		read_file(&x->file, dir, name, "");
	}
}

static bool
find_next(struct texts *x)
{
	bool some = x->whole;

	if (x->whole && x->at > 0)
		return false;
	if (x->whole)
		x->at = 1;
	else
		x->text.n = x->gold.n = 0;
	if (ends_in(x->name, STR(".tsv")))
		some = next_document(x);
	else if (ends_in(x->name, STR(".jsonl")))
		some = next_case(x);
	else if (x->pages)
		some = next_page(x);
	return some;
}

bool
texts_next(struct texts *x)
{
	while (find_next(x)) {
		x->raw = buf_str(&x->text);
		x->ends = xgrow(x->ends, &x->cap, x->raw.n + 1,
		    sizeof *x->ends);
		if (align(x->raw, buf_str(&x->gold), x->ends))
			return true;
		if (x->whole)
			diex("%s: raw and gold differ", x->name);
	}
	return false;
}

void
texts_close(struct texts *x)
{
	buf_free(&x->file);
	buf_free(&x->gold);
	buf_free(&x->text);
	free(x->ends);
}
