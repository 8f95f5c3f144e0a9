/* What the head of an HTML page says: title, date, author, site, url, lang. */
#include "desk/deboil_parts.h"

#include "text/chars.h"
#include "text/html.h"

static struct str
decoded(struct deboil *d, struct str s)
{
	struct buf b = { 0 };
	struct str r;

	html_decode(&b, s, true);
	r = arena_copy(&d->arena, chars_trim(buf_str(&b)));
	buf_free(&b);
	return r;
}

static void
set_once(struct deboil *d, struct str *to, struct str s)
{
	if (to->n == 0 && s.n > 0)
		*to = decoded(d, s);
}

void
deboil_meta_title(struct deboil *d, struct str title)
{
	set_once(d, &d->meta.title, title);
}

static void
read_meta(struct deboil *d, struct str attrs)
{
	struct deboil_meta *m = &d->meta;
	const struct {
		struct str key;
		struct str *to;
	} known[] = {
		{ STR("og:title"), &m->title },
		{ STR("article:published_time"), &m->date },
		{ STR("date"), &m->date }, { STR("pubdate"), &m->date },
		{ STR("dc.date"), &m->date },
		{ STR("datepublished"), &m->date },
		{ STR("parsely-pub-date"), &m->date },
		{ STR("author"), &m->author },
		{ STR("og:site_name"), &m->site },
		{ STR("og:url"), &m->url },
	};
	struct str name, content;

	if (!html_attr(attrs, STR("content"), &content)
	    || (!html_attr(attrs, STR("property"), &name)
	    && !html_attr(attrs, STR("name"), &name)
	    && !html_attr(attrs, STR("itemprop"), &name)))
		return;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (chars_eq_nocase(name, known[i].key))
			set_once(d, known[i].to, content);
}

void
deboil_meta_tag(struct deboil *d, const struct html_token *t)
{
	struct str v;

	if (chars_eq_nocase(t->name, STR("meta"))) {
		read_meta(d, t->attrs);
	} else if (chars_eq_nocase(t->name, STR("link"))) {
		if (html_attr(t->attrs, STR("rel"), &v)
		    && chars_eq_nocase(v, STR("canonical"))
		    && html_attr(t->attrs, STR("href"), &v))
			set_once(d, &d->meta.url, v);
	} else if (chars_eq_nocase(t->name, STR("html"))) {
		if (html_attr(t->attrs, STR("lang"), &v))
			set_once(d, &d->meta.lang, v);
	} else if (chars_eq_nocase(t->name, STR("time"))) {
		if (html_attr(t->attrs, STR("datetime"), &v))
			set_once(d, &d->meta.date, v);
	}
}

/* JSON-LD's date, found without reading the rest of it. */
void
deboil_meta_script(struct deboil *d, struct str s)
{
	const struct str key = STR("\"datePublished\"");

	for (size_t i = 0; i + key.n < s.n; i++) {
		const char *p = memchr(s.p + i, '"', s.n - key.n - i);
		size_t end;

		if (p == NULL)
			return;
		i = (size_t)(p - s.p);
		if (!str_starts(str_cut(s, i, s.n), key))
			continue;
		for (i += key.n; i < s.n && s.p[i] != '"'; i++)
			;
		for (end = i + 1; end < s.n && s.p[end] != '"'; end++)
			;
		if (end < s.n)
			set_once(d, &d->meta.date, str_cut(s, i + 1, end));
		return;
	}
}
