/*
 * The blocks of an HTML page: text between block-level tags, with what the
 * markup says about it.
 */
#include "desk/deboil_parts.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/deboil_nest.h"
#include "text/chars.h"
#include "text/html.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_html_blocks;

enum { TAGS = 100 };		/* keys of tags and classes a block has at most */

/*
 * Of a page: seven times the longest of real ones, or more. They bound the
 * memory that a page made to take much can take: 64 MB with its columns.
 */
enum { MOST_BLOCKS = 16384, MOST_SOURCES = 262144, MOST_ELEMENTS = 65536 };

struct walk {
	struct deboil *d;
	struct str page;
	struct buf text;
	struct deboil_source *source;
	size_t nsource, source_cap, sources;	/* of the block; of the page */
	struct span at;
	bool blank, pre;
	int link_depth, link_chars, chars;
	struct nest nest;
	bool json_ld;		/* the script that comes next holds it */
};

static enum nest_kind
kind_of(struct str name)
{
	int k = words_find_lower(&words_html_blocks, name);

	return k < 0 ? K_INLINE : (enum nest_kind)k;
}

static uint8_t
clip(int v, int most)
{
	return (uint8_t)(v < 0 ? 0 : v > most ? most : v);
}

static uint8_t
zone_of(const struct nest *n)
{
	const int *in = n->inside;
	int out = in[K_NAV] > 0 || in[K_ASIDE] > 0 || in[K_FOOTER] > 0
	    || in[K_HEADER] > 0;
	int kind = in[K_CAPTION] > 0 ? 1 : in[K_TABLE] > 0 ? 2
	    : in[K_FORM] > 0 ? 3 : in[K_ITEM] > 0 ? 4 : in[K_QUOTE] > 0 ? 5 : 0;

	return (uint8_t)(((in[K_MAIN] > 0) + 2 * out + 4 * (in[K_NAV] > 0)
	    + 8 * (in[K_FOOTER] > 0)) | kind << 4);
}

static void
add_source(struct walk *w, size_t page)
{
	w->source = xgrow(w->source, &w->source_cap, w->nsource + 1,
	    sizeof *w->source);
	w->source[w->nsource++] = (struct deboil_source){ w->text.n, page };
	w->sources++;
}

static void
add_element(struct deboil *d, struct deboil_element element)
{
	d->elements = xgrow(d->elements, &d->elements_cap, d->nelements + 1,
	    sizeof *d->elements);
	d->elements[d->nelements++] = element;
}

/* Elements get a number when text is seen in them, the outer ones first. */
static uint32_t
number_elements(struct deboil *d, struct nest *n)
{
	unsigned i = n->depth;
	uint32_t outer, article = deboil_word_hash(STR("article"));

	while (i > 0 && n->level[i - 1].id == 0)
		i--;
	outer = i > 0 ? n->level[i - 1].id : 0;
	for (; i < n->depth && d->nelements < MOST_ELEMENTS; i++) {
		add_element(d, (struct deboil_element){ outer,
		    n->level[i].path, n->level[i].name == article });
		outer = (uint32_t)d->nelements - 1;
		n->level[i].id = outer;
	}
	return outer;
}

static void
tag_block(struct walk *w, struct deboil_block *b)
{
	struct deboil *d = w->d;
	struct nest *n = &w->nest;

	d->tags = xgrow(d->tags, &d->tags_cap, d->ntags + TAGS,
	    sizeof *d->tags);
	b->first_tag = (uint32_t)d->ntags;
	b->tags = nest_keys(n, d->tags + d->ntags, TAGS);
	d->ntags += b->tags;
	b->path = nest_path(n);
	b->element = number_elements(d, n);
	b->rank = n->depth > 0 ? n->level[n->depth - 1].rank : 0;
	b->hidden = clip(n->hidden, 255);
	b->tag = clip((int)nest_kind(n), 31);
	b->depth = clip((int)(n->depth + n->deeper), 255);
	b->links = clip(w->chars > 0 ? w->link_chars * 100 / w->chars : 0, 100);
	b->zone = zone_of(n);
	b->hints = (uint8_t)(clip(n->good, 15) | clip(n->bad, 15) << 4);
}

static void
end_block(struct walk *w)
{
	struct deboil *d = w->d;
	struct deboil_block *b;
	struct deboil_source *map;

	if (w->text.n > 0) {
		d->blocks = xgrow(d->blocks, &d->cap, d->n + 1,
		    sizeof *d->blocks);
		map = arena_alloc(&d->arena, w->nsource, sizeof *map);
		memcpy(map, w->source, w->nsource * sizeof *map);
		b = &d->blocks[d->n++];
		*b = (struct deboil_block){
			.text = arena_copy(&d->arena, buf_str(&w->text)),
			.at = w->at, .source = map, .nsource = w->nsource,
		};
		tag_block(w, b);
	}
	w->text.n = w->nsource = 0;
	w->blank = false;
	w->chars = w->link_chars = 0;
}

/* Does the map say so already, counting on from its last entry? */
static bool
is_mapped(const struct walk *w, size_t page)
{
	const struct deboil_source *last;

	if (w->nsource == 0)
		return false;
	last = &w->source[w->nsource - 1];
	return last->page + (w->text.n - last->text) == page;
}

/* One character of text that came from page offset at. */
static void
put_char(struct walk *w, uint32_t c, struct span at)
{
	if (chars_is(c, CHAR_SPACE) && c != 0xa0) {
		w->blank = true;
		return;
	}
	if (c == 0)
		return;
	if (w->text.n == 0)
		w->at.start = at.start;
	else if (w->blank)
		buf_char(&w->text, ' ');
	if (!is_mapped(w, at.start))
		add_source(w, at.start);
	w->blank = false;
	w->at.end = at.end;
	utf8_put(&w->text, c);
	w->chars++;
	w->link_chars += w->link_depth > 0;
}

static enum deboil_cut
is_full(const struct walk *w)
{
	return w->d->n >= MOST_BLOCKS ? DEBOIL_LINES
	    : w->sources >= MOST_SOURCES ? DEBOIL_PIECES : DEBOIL_WHOLE;
}

static void
put_text(struct walk *w, struct span at, bool references)
{
	struct str s = str_cut(w->page, 0, at.end);

	for (size_t i = at.start; i < at.end && !is_full(w);) {
		size_t from = i, n;
		uint32_t c[2] = { utf8_next(s, &i), 0 };

		if (c[0] == '&' && references
		    && (n = html_reference(s, from, false, c)) > 0)
			i = from + n;
		if (w->pre && c[0] == '\n')
			end_block(w);
		put_char(w, c[0], (struct span){ from, i });
		if (c[1] != 0)
			put_char(w, c[1], (struct span){ from, i });
	}
}

static bool
is_void(struct str name)
{
	const struct str voids[] = { STR("br"), STR("hr"), STR("img"),
	    STR("input"), STR("meta"), STR("link"), STR("source"), STR("wbr"),
	    STR("area"), STR("base"), STR("col"), STR("embed"), STR("track"),
	    STR("param") };

	for (size_t i = 0; i < sizeof voids / sizeof *voids; i++)
		if (chars_eq_nocase(name, voids[i]))
			return true;
	return false;
}

static void
open_element(struct walk *w, const struct html_token *t, enum nest_kind k)
{
	struct str v;

	if (k == K_HIDDEN && html_attr(t->attrs, STR("shadowrootmode"), &v))
		k = K_BLOCK;
	if (k == K_INLINE) {
		if (chars_eq_nocase(t->name, STR("a")))
			w->link_depth = 1;
		return;
	}
	if (is_void(t->name))
		return;
	nest_open(&w->nest, t, k);
	w->pre = w->nest.inside[K_PRE] > 0;
}

static void
close_element(struct walk *w, const struct html_token *t, enum nest_kind k)
{
	if (k == K_INLINE) {
		if (chars_eq_nocase(t->name, STR("a")))
			w->link_depth = 0;
		return;
	}
	nest_close(&w->nest, t);
	w->pre = w->nest.inside[K_PRE] > 0;
}

static bool
is_hidden(const struct walk *w)
{
	return w->nest.inside[K_HIDDEN] > 0;
}

/*
 * "articleBody" in JSON-LD, as it stands in the page: evidence of what the
 * text is, never the text itself.
 */
static struct str
article_body(struct str json)
{
	const struct str key = STR("\"articleBody\"");
	size_t i = 0, end;

	for (;; i++) {
		const char *p = json.n - i > key.n ? memchr(json.p + i, '"',
		    json.n - i - key.n) : NULL;

		if (p == NULL)
			return str_cut(json, 0, 0);
		i = (size_t)(p - json.p);
		if (memcmp(p, key.p, key.n) == 0)
			break;
	}
	for (i += key.n; i < json.n && (byte_is_space(json.p[i])
	    || json.p[i] == ':'); i++)
		;
	if (i == json.n || json.p[i] != '"')
		return str_cut(json, 0, 0);
	for (end = ++i; end < json.n && json.p[end] != '"'; end++)
		end += json.p[end] == '\\' && end + 1 < json.n;
	return str_cut(json, i, end < json.n ? end : json.n);
}

static void
take_script(struct walk *w, struct str inside)
{
	if (w->d->body.n == 0)
		w->d->body = article_body(inside);
	if (w->d->opts.meta)
		deboil_meta_script(w->d, inside);
}

static void
take_raw(struct walk *w, const struct html_token *t)
{
	struct str inside = str_cut(w->page, t->text.start, t->text.end);
	bool title = chars_eq_nocase(t->name, STR("title"));

	if (title && w->d->title.n == 0)
		w->d->title = inside;
	if (w->d->opts.meta && title)
		deboil_meta_title(w->d, inside);
	else if (w->json_ld)
		take_script(w, inside);
	else if (chars_eq_nocase(t->name, STR("xmp"))
	    || chars_eq_nocase(t->name, STR("plaintext")))
		put_text(w, t->text, false);
}

/* With or without parameters: "; charset=utf-8". */
static bool
is_type(struct str v, struct str type)
{
	return v.n >= type.n && chars_eq_nocase(str_cut(v, 0, type.n), type)
	    && (v.n == type.n || v.p[type.n] == ';' || v.p[type.n] == ' ');
}

static bool
is_json_ld(const struct html_token *t)
{
	struct str v;

	return t->kind == HTML_START && chars_eq_nocase(t->name, STR("script"))
	    && html_attr(t->attrs, STR("type"), &v)
	    && is_type(chars_trim_ascii(v), STR("application/ld+json"));
}

/* What <meta name=description> or og:description says, the longest. */
static void
note_description(struct deboil *d, const struct html_token *t)
{
	struct str name, content;

	if (!chars_eq_nocase(t->name, STR("meta"))
	    || !html_attr(t->attrs, STR("content"), &content)
	    || content.n <= d->description.n)
		return;
	if ((html_attr(t->attrs, STR("name"), &name)
	    && chars_eq_nocase(name, STR("description")))
	    || (html_attr(t->attrs, STR("property"), &name)
	    && chars_eq_nocase(name, STR("og:description"))))
		d->description = content;
}

static void
take_tag(struct walk *w, const struct html_token *t)
{
	enum nest_kind k = kind_of(t->name);

	if (k != K_INLINE)
		end_block(w);
	w->json_ld = is_json_ld(t);
	if (t->kind == HTML_START) {
		note_description(w->d, t);
		if (w->d->opts.meta && !is_hidden(w))
			deboil_meta_tag(w->d, t);
		open_element(w, t, k);
	} else {
		close_element(w, t, k);
	}
}

static void
take_token(struct walk *w, const struct html_token *t)
{
	if (t->in_svg)
		return;
	if (t->kind == HTML_START || t->kind == HTML_END)
		take_tag(w, t);
	else if (is_hidden(w) || t->kind == HTML_COMMENT)
		return;
	else if (t->kind == HTML_RAW)
		take_raw(w, t);
	else
		put_text(w, t->text, t->kind == HTML_TEXT);
}

void
deboil_html(struct deboil *d, struct str page)
{
	struct walk w = { .d = d, .page = page };
	struct html_token t;
	struct html h;

	d->ntags = 0;
	d->nelements = 0;
	add_element(d, (struct deboil_element){ 0 });
	d->title.n = d->description.n = d->body.n = 0;
	html_start(&h, page);
	while (!is_full(&w) && html_next(&h, &t))
		take_token(&w, &t);
	d->cut = is_full(&w);
	end_block(&w);
	buf_free(&w.text);
	free(w.source);
}
