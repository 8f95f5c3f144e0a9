/* deboil -j: the document with its text replaced. */
#include "tools/deboil.h"

#include "io/json.h"
#include "io/out.h"

/* An entry only where counting on from the last one would be wrong. */
static void
put_pair(struct deboil_json *j, unsigned long long text,
    unsigned long long page)
{
	struct buf *b = &j->source;

	if (b->n > 0 && j->last_page + (text - j->last_text) == page)
		return;
	buf_put(b, b->n > 0 ? STR(", [") : STR("["));
	buf_number(b, text);
	buf_put(b, STR(", "));
	buf_number(b, page);
	buf_char(b, ']');
	j->last_text = text;
	j->last_page = page;
}

static void
put_block(struct deboil_json *j, const struct doc *doc,
    const struct deboil_block *b)
{
	unsigned long long start;

	if (j->length + j->text.n > 0)
		buf_char(&j->text, b->joins ? ' ' : '\n');
	start = j->length + j->text.n;
	if (b->nsource == 0)
		put_pair(j, start, doc->offset
		    + (size_t)(b->text.p - doc->text.p));
	for (size_t i = 0; i < b->nsource; i++)
		put_pair(j, start + b->source[i].text,
		    doc->offset + b->source[i].page);
	buf_put(&j->text, b->text);
}

/* s as it stands between the quotes of a JSON string. */
static void
put_inside(struct str s)
{
	struct buf b = { 0 };

	json_quote(&b, s);
	out_put(str_cut(buf_str(&b), 1, b.n - 1));
	buf_free(&b);
}

static void
put_string(struct str s)
{
	out_char('"');
	put_inside(s);
	out_char('"');
}

static size_t
value_at(const struct doc *doc)
{
	return (size_t)(doc->value.p - doc->object.p);
}

/* "heap.txt#2": the second page found in it. */
static void
put_number(unsigned long long n)
{
	struct buf b = { 0 };

	if (n < 2)
		return;
	buf_char(&b, '#');
	buf_number(&b, n);
	out_put(buf_str(&b));
	buf_free(&b);
}

static void
begin(struct deboil_json *j, const struct doc *doc)
{
	j->number++;
	if (doc->object.n > 0) {
		out_put(str_cut(doc->object, 0, value_at(doc)));
	} else {
		out_put(STR("{\"id\": \""));
		put_inside(doc->name);
		put_number(j->number);
		out_put(STR("\", \"text\": "));
	}
	out_char('"');
}

/* What the object says itself stays. */
static void
put_field(const struct doc *doc, const char *name, struct str value)
{
	struct str own;

	if (value.n == 0 || (doc->object.n > 0
	    && json_field(doc->object, str_of(name), &own)))
		return;
	out_put(STR(", \""));
	out_put(str_of(name));
	out_put(STR("\": "));
	put_string(value);
}

static void
end(struct deboil_json *j, const struct doc *doc, const struct deboil *d)
{
	out_char('"');
	if (doc->object.n > 0)
		out_put(str_cut(doc->object, value_at(doc) + doc->value.n,
		    doc->object.n - 1));
	for (int f = 0; f < DEBOIL_FIELDS; f++)
		put_field(doc, deboil_fields[f], d->meta.field[f]);
	out_put(STR(", \"source\": ["));
	out_put(buf_str(&j->source));
	out_put(STR("]}"));
	out_end_record('\n');
	j->length = j->source.n = 0;
}

static void
flush(struct deboil_json *j)
{
	put_inside(buf_str(&j->text));
	j->length += j->text.n;
	j->text.n = 0;
}

void
deboil_json_put(struct deboil_json *j, const struct doc *doc, struct deboil *d)
{
	const struct deboil_block *b;

	if (doc->opens) {
		j->number = 0;
		begin(j, doc);
	}
	while ((b = deboil_next(d)) != NULL) {
		if (b->opens) {
			flush(j);
			end(j, doc, d);
			deboil_break(d);
			begin(j, doc);
		}
		if (b->keep)
			put_block(j, doc, b);
	}
	flush(j);
	if (doc->ends)
		end(j, doc, d);
}

void
deboil_json_close(struct deboil_json *j)
{
	buf_free(&j->text);
	buf_free(&j->source);
}
