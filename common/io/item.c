#include "io/item.h"

#include "base/die.h"

void
items_open(struct items *x, char **files, const struct common *opts,
    enum item_kind kind)
{
	struct common c = *opts;

	*x = (struct items){ .kind = kind, .nul = opts->nul };
	if (kind == ITEM_LINE) {
		in_open(&x->in, files, c.nul ? '\0' : '\n', c.charset);
		if (c.progress)
			in_progress(&x->in);
		return;
	}
	c.by_line = false;	/* of reading: a document comes whole */
	c.input = kind == ITEM_OBJECT ? DOC_JSONL : DOC_AUTO;
	doc_open(&x->doc, files, &c, DOC_OBJECT);
}

/* ---- lines ---- */

static struct str
whole_line(struct items *x, struct str line)
{
	if (!x->in.more)
		return line;
	x->long_line.n = 0;
	buf_put(&x->long_line, line);
	while (x->in.more && in_rest(&x->in, &line))
		buf_put(&x->long_line, line);
	return buf_str(&x->long_line);
}

static bool
next_line(struct items *x, struct item *item)
{
	struct str line;

	while (in_line(&x->in, &line)) {
		x->pending |= x->in.first;
		if (line.n == 1 && line.p[0] == '\f' && !x->nul) {
			x->pending = true;
			continue;
		}
		line = whole_line(x, line);
		*item = (struct item){ str_of(x->in.name), line, line,
		    x->pending, false };
		x->pending = false;
		return true;
	}
	return false;
}

/* ---- documents ---- */

static bool
skip_long(struct items *x)
{
	if (x->doc.ends)
		return false;
	warnx("%.*s: longer than 256 MiB: left out", (int)x->doc.name.n,
	    x->doc.name.p);
	x->failed = true;
	while (!x->doc.ends && doc_next(&x->doc))
		continue;
	return true;
}

static bool
next_document(struct items *x, struct item *item)
{
	struct str body;

	do
		if (!doc_next(&x->doc))
			return false;
	while (skip_long(x));
	body = x->doc.text;
	if (x->doc.object.n > 0)
		body = x->doc.object;
	else if (!x->nul && str_ends(body, STR("\n")))
		body.n--;
	*item = (struct item){ x->doc.name, body, x->doc.text, true,
	    x->doc.object.n > 0 };
	return true;
}

bool
items_next(struct items *x, struct item *item)
{
	return x->kind == ITEM_LINE ? next_line(x, item)
	    : next_document(x, item);
}

bool
items_close(struct items *x)
{
	buf_free(&x->long_line);
	return (x->kind == ITEM_LINE ? in_close(&x->in) : doc_close(&x->doc))
	    && !x->failed;
}
