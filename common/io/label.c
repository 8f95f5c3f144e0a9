#include "io/label.h"

#include "io/out.h"

static void
put_number(struct buf *b, const char *key, uint64_t v)
{
	buf_put(b, STR(", \""));
	buf_put(b, str_of(key));
	buf_put(b, STR("\": "));
	buf_number(b, v);
}

static void
put_similarity(struct buf *b, unsigned thousandths)
{
	buf_put(b, STR(", \"similarity\": "));
	buf_char(b, thousandths >= 1000 ? '1' : '0');
	if (thousandths == 0 || thousandths >= 1000)
		return;
	buf_char(b, '.');
	for (unsigned unit = 100; unit > 0; unit /= 10)
		buf_char(b, (char)('0' + thousandths / unit % 10));
}

static void
put_fields(struct buf *b, const struct labels *l, const struct label *a)
{
	if (l->count)
		put_number(b, "count", a->count);
	if (l->groups)
		put_number(b, "group", a->group);
	if (!l->mark)
		return;
	buf_put(b, STR(", \"status\": \""));
	buf_put(b, str_of(a->status));
	buf_char(b, '"');
	put_number(b, "first", a->first);
	put_similarity(b, a->similarity);
}

static void
put_column(uint64_t v, struct buf *b)
{
	buf_number(b, v);
	buf_char(b, '\t');
}

static void
put_columns(struct buf *b, const struct labels *l, const struct label *a)
{
	if (l->count)
		put_column(a->count, b);
	if (l->groups)
		put_column(a->group, b);
	if (!l->mark)
		return;
	buf_put(b, str_of(a->status));
	buf_char(b, '\t');
	put_column(a->first, b);
}

static bool
is_labelled(const struct labels *l)
{
	return l->mark || l->groups || l->count;
}

static void
put_object(struct labels *l, struct str object, const struct label *a)
{
	if (is_labelled(l)) {
		l->b.n = 0;
		put_fields(&l->b, l, a);
		object.n--;
	}
	out_put(object);
	if (is_labelled(l)) {
		out_put(buf_str(&l->b));
		out_char('}');
	}
	out_end_record('\n');
}

void
labels_put(struct labels *l, const struct item *item, const struct label *a)
{
	if (item->is_object && !l->list) {
		put_object(l, item->body, a);
		return;
	}
	if (!l->list)
		out_record();
	if (l->common->show_name && !l->list) {
		out_put(item->name);
		out_char('\t');
	}
	if (is_labelled(l)) {
		l->b.n = 0;
		put_columns(&l->b, l, a);
		out_put(buf_str(&l->b));
	}
	out_put(l->list ? item->name : item->body);
	out_end_record(l->common->nul ? '\0' : '\n');
}
