#include "io/rec.h"

#include <stdint.h>

#include "base/die.h"
#include "base/hash.h"
#include "io/json.h"
#include "io/out.h"
#include "text/chars.h"

enum { COLUMN_ID = -1, COLUMN_SOURCE_START = -2, COLUMN_SOURCE_END = -3,
    COLUMN_NONE = -4 };

static int
find_field(const struct rec *r, struct str name)
{
	if (str_eq(name, STR("id")))
		return COLUMN_ID;
	if (str_eq(name, STR("source_start")))
		return COLUMN_SOURCE_START;
	if (str_eq(name, STR("source_end")))
		return COLUMN_SOURCE_END;
	for (int i = 0; r->table->fields[i] != NULL; i++)
		if (str_eq(name, str_of(r->table->fields[i])))
			return i;
	return COLUMN_NONE;
}

/* Steps through "a,b,c". */
static bool
next_name(const char **list, struct str *name)
{
	if (*list == NULL || **list == '\0')
		return false;
	*name = (struct str){ *list, strcspn(*list, ",") };
	*list += name->n + ((*list)[name->n] == ',');
	return true;
}

/* "no field 'mention': there are id start end ..." */
static const char *
no_field(struct rec *r, struct str name)
{
	buf_put(&r->line, STR("no field '"));
	buf_put(&r->line, name);
	buf_put(&r->line, STR("': there are id"));
	for (size_t i = 0; r->table->fields[i] != NULL; i++) {
		buf_char(&r->line, ' ');
		buf_put(&r->line, str_of(r->table->fields[i]));
	}
	buf_put(&r->line, STR(" source_start source_end"));
	buf_char(&r->line, '\0');
	return r->line.p;
}

/* NULL, or what is wrong with the list. */
static const char *
add_columns(struct rec *r, const char *list)
{
	struct str name;

	while (next_name(&list, &name)) {
		int at = find_field(r, name);

		if (at == COLUMN_NONE)
			return no_field(r, name);
		if (r->ncolumns == sizeof r->columns / sizeof *r->columns)
			return "too many fields";
		r->columns[r->ncolumns++] = at;
	}
	return NULL;
}

/* A document's field that is named like one of the record's own: "doc_title". */
static void
put_with_name(const struct rec *r, struct buf *b, struct str name)
{
	if (find_field(r, name) != COLUMN_NONE)
		buf_put(b, STR("doc_"));
	buf_put(b, name);
}

/* "speaker,quote": SPEAKER, tab, QUOTE. */
static void
put_headings(const char *list)
{
	for (; *list != '\0'; list++)
		out_char(*list == ',' ? '\t' : byte_is_lower(*list)
		    ? (char)(*list - 32) : *list);
}

static void
put_with_headings(const struct rec *r)
{
	const char *list = r->opts->with;
	struct str name;
	struct buf b = { 0 };

	while (next_name(&list, &name)) {
		b.n = 0;
		put_with_name(r, &b, name);
		buf_char(&b, '\0');
		out_char('\t');
		put_headings(b.p);
	}
	buf_free(&b);
}

static void
put_header(const struct rec *r)
{
	if (r->opts->show_name)
		out_put(STR("DOCUMENT\t"));
	if (r->opts->columns != NULL)
		put_headings(r->opts->columns);
	else
		out_put(str_of(r->table->headings));
	if (r->opts->offsets)
		out_put(STR("\tSTART\tEND"));
	put_with_headings(r);
	out_end_record('\n');
}

static bool
is_json(const struct rec *r)
{
	return r->opts->json || r->opts->annotate;
}

const char *
rec_open(struct rec *r, const struct rec_table *t, const struct common *opts)
{
	const char *wrong;

	*r = (struct rec){ .table = t, .opts = opts };
	r->start = (size_t)find_field(r, STR("start"));
	r->end = (size_t)find_field(r, STR("end"));
	wrong = add_columns(r, opts->columns != NULL ? opts->columns
	    : t->default_columns);
	if (wrong == NULL && opts->offsets)
		wrong = add_columns(r, "start,end");
	if (wrong == NULL && opts->header && !is_json(r))
		put_header(r);
	return wrong;
}

/* ---- TSV ---- */

enum { LANE = 16 };	/* bytes the compiler takes at once */

/* No control character, no backslash; up to the next LANE there are bytes. */
static bool
is_plain(const char *p, size_t n)
{
	uint8_t odd[LANE] = { 0 };

	for (size_t i = 0; i < n; i += LANE)
		for (size_t k = 0; k < LANE; k++)
			odd[k] |= (uint8_t)p[i + k] < ' ' || p[i + k] == '\\';
	return (hash_read8(odd) | hash_read8(odd + 8)) == 0;
}

static void
escape_odd(struct buf *b, struct str s)
{
	static const char from[] = "\t\n\r\\", to[] = "tnr\\";
	size_t start = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *at;

		if (s.p[i] != '\\' && (unsigned char)s.p[i] > '\r')
			continue;
		at = s.p[i] != '\0' ? strchr(from, s.p[i]) : NULL;
		if (at == NULL)
			continue;
		buf_put(b, str_cut(s, start, i));
		buf_char(b, '\\');
		buf_char(b, to[at - from]);
		start = i + 1;
	}
	buf_put(b, str_cut(s, start, s.n));
}

/* Copied as it is; nearly always it stays so. */
static void
escape(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	if (s.n + LANE > b->cap - b->n)
		buf_reserve(b, s.n + LANE);
	memcpy(b->p + b->n, s.p, s.n);
	memset(b->p + b->n + s.n, ' ', LANE);
	if (is_plain(b->p + b->n, s.n))
		b->n += s.n;
	else
		escape_odd(b, s);
}

static void
put_milli(struct buf *b, unsigned long long milli)
{
	buf_number(b, milli / 1000);
	buf_char(b, '.');
	for (unsigned long long unit = 100; unit > 0; unit /= 10)
		buf_char(b, (char)('0' + milli / unit % 10));
}

static void
put_spans(const struct rec *r, const struct rec_value *v, const char *marks)
{
	struct buf *b = (struct buf *)&r->line;

	for (size_t i = 0; i < v->nspans; i++) {
		if (i > 0)
			buf_char(b, ',');
		if (marks[0] != ' ')
			buf_char(b, marks[0]);
		buf_number(b, r->doc->offset + v->spans[i].start);
		buf_char(b, marks[1]);
		buf_number(b, r->doc->offset + v->spans[i].end);
		if (marks[2] != ' ')
			buf_char(b, marks[2]);
	}
}

static void
put_column(struct rec *r, const struct rec_value *v)
{
	switch (v->kind) {
	case REC_ABSENT:
		break;
	case REC_TEXT:
	case REC_DECIMAL:
		escape(&r->line, v->text);
		break;
	case REC_NUMBER:
		buf_number(&r->line, v->number);
		break;
	case REC_OFFSET:
		buf_number(&r->line, r->doc->offset + v->number);
		break;
	case REC_SPANS:
		put_spans(r, v, " - ");
		break;
	case REC_MILLI:
		put_milli(&r->line, v->number);
		break;
	}
}

static void
put_source(struct rec *r, const struct rec_value *values, bool end)
{
	unsigned long long at = r->doc->offset
	    + values[end ? r->end : r->start].number;

	if (end)
		buf_number(&r->line,
		    at > 0 ? source_of(&r->source, at - 1) + 1 : 0);
	else
		buf_number(&r->line, source_of(&r->source, at));
}

static void
put_row(struct rec *r, const struct rec_value *values)
{
	if (r->opts->show_name) {
		escape(&r->line, r->doc->name);
		buf_char(&r->line, '\t');
	}
	for (size_t i = 0; i < r->ncolumns; i++) {
		if (i > 0)
			buf_char(&r->line, '\t');
		if (r->columns[i] == COLUMN_ID)
			escape(&r->line, r->doc->name);
		else if (r->columns[i] >= 0)
			put_column(r, &values[r->columns[i]]);
		else if (r->source.n > 0)
			put_source(r, values,
			    r->columns[i] == COLUMN_SOURCE_END);
	}
	buf_put(&r->line, buf_str(&r->with));
}

/* ---- JSON ---- */

static void
put_value(struct rec *r, const struct rec_value *v)
{
	struct buf *b = &r->line;

	if (v->kind == REC_TEXT) {
		json_quote(b, v->text);
	} else if (v->kind == REC_SPANS) {
		buf_char(b, '[');
		put_spans(r, v, "[,]");
		buf_char(b, ']');
	} else {
		put_column(r, v);
	}
}

static void
put_key(struct buf *b, struct str name)
{
	if (b->n > 0 && b->p[b->n - 1] != '{')
		buf_put(b, STR(", "));
	json_quote(b, name);
	buf_put(b, STR(": "));
}

static void
put_object(struct rec *r, const struct rec_value *values)
{
	buf_char(&r->line, '{');
	if (!r->annotating) {
		put_key(&r->line, STR("id"));
		buf_put(&r->line, buf_str(&r->id));
	}
	for (size_t i = 0; r->table->fields[i] != NULL; i++)
		if (values[i].kind != REC_ABSENT) {
			put_key(&r->line, str_of(r->table->fields[i]));
			put_value(r, &values[i]);
		}
	if (r->source.n > 0) {
		put_key(&r->line, STR("source_start"));
		put_source(r, values, false);
		put_key(&r->line, STR("source_end"));
		put_source(r, values, true);
	}
	buf_put(&r->line, buf_str(&r->with));
	buf_char(&r->line, '}');
}

/* ---- what all records of a document have ---- */

static void
put_id(struct buf *b, const struct doc *d)
{
	struct str id;

	if (d->object.n > 0 && json_field(d->object, STR("id"), &id))
		buf_put(b, id);
	else
		json_quote(b, d->name);
}

/* A field of --with as a column: empty where the document has none. */
static void
put_with_column(struct rec *r, bool is_there, struct str value)
{
	buf_char(&r->with, '\t');
	if (!is_there || str_eq(value, STR("null")))
		return;
	r->line.n = 0;
	if (json_is_string(value)) {
		json_unquote(&r->line, value);
		value = buf_str(&r->line);
	}
	escape(&r->with, value);
}

static void
put_with(struct rec *r)
{
	const char *list = r->opts->with;
	struct str name, value = { "", 0 };

	while (next_name(&list, &name)) {
		bool is_there = r->doc->object.n > 0
		    && json_field(r->doc->object, name, &value);

		if (!is_json(r)) {
			put_with_column(r, is_there, value);
		} else if (is_there) {
			buf_put(&r->with, STR(", "));
			r->line.n = 0;
			put_with_name(r, &r->line, name);
			json_quote(&r->with, buf_str(&r->line));
			buf_put(&r->with, STR(": "));
			buf_put(&r->with, value);
		}
	}
}

void
rec_piece(struct rec *r, const struct doc *d)
{
	struct str map;

	r->doc = d;
	if (!d->opens)
		return;
	r->source.n = r->id.n = r->with.n = 0;
	r->found.n = r->text.n = 0;
	r->annotating = r->opts->annotate;
	if (is_json(r))
		put_id(&r->id, d);
	put_with(r);
	if (d->object.n > 0 && json_field(d->object, STR("source"), &map)
	    && map.p[0] == '[')
		source_parse(&r->source, map);
}

void
rec_put(struct rec *r, const struct rec_value *values)
{
	r->line.n = 0;
	if (r->annotating) {
		put_object(r, values);
		buf_put(&r->found, r->found.n > 0 ? STR(", ") : STR(""));
		buf_put(&r->found, buf_str(&r->line));
		return;
	}
	if (r->opts->json)
		put_object(r, values);
	else
		put_row(r, values);
	out_put(buf_str(&r->line));
	out_end_record('\n');
}

/* ---- --annotate: the document with what was found in it ---- */

static void
put_document(struct rec *r)
{
	struct buf *b = &r->line;

	b->n = 0;
	if (r->doc->object.n > 0) {
		buf_put(b, str_cut(r->doc->object, 0, r->doc->object.n - 1));
		while (b->n > 0 && (b->p[b->n - 1] == ' '))
			b->n--;
	} else {
		buf_char(b, '{');
		put_key(b, STR("id"));
		buf_put(b, buf_str(&r->id));
		put_key(b, STR("text"));
		json_quote(b, buf_str(&r->text));
	}
	put_key(b, str_of(r->table->array));
	buf_char(b, '[');
	buf_put(b, buf_str(&r->found));
	buf_put(b, STR("]}"));
	out_put(buf_str(b));
	out_end_record('\n');
}

void
rec_piece_end(struct rec *r)
{
	if (!r->annotating)
		return;
	if (r->doc->object.n == 0) {
		/* A kept end comes again: it is there already. */
		size_t again = r->text.n - (size_t)r->doc->offset;

		buf_put(&r->text, str_cut(r->doc->text, again, r->doc->text.n));
	}
	if (r->doc->ends)
		put_document(r);
}

void
rec_close(struct rec *r)
{
	buf_free(&r->line);
	buf_free(&r->id);
	buf_free(&r->with);
	buf_free(&r->found);
	buf_free(&r->text);
	source_free(&r->source);
}
