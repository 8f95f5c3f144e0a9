/*
 * The blocks of an HTML page: text between block-level tags, with what the
 * markup says about it. Elements are counted, not stacked: broken nesting
 * costs nothing and nothing grows.
 */
#include "desk/deboil_parts.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/html.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_html_blocks, words_html_hints;

/* Kinds of element, the numbers in common/data/html-blocks.words. */
enum kind {
	K_INLINE = -1, K_BLOCK = 1, K_PARAGRAPH, K_HEADING, K_ITEM, K_QUOTE,
	K_PRE, K_CAPTION, K_NAV, K_FORM, K_HIDDEN, K_TABLE, K_MAIN, K_ASIDE,
	K_FOOTER, K_HEADER, K_TITLE, K_SCRIPT
};

enum { MOST_HINTS = 64 };

/*
 * Of a page: ten times the longest of real ones. They bound the memory that a
 * page made to take much can take.
 */
enum { MOST_BLOCKS = 32768, MOST_SOURCES = 262144 };

struct walk {
	struct deboil *d;
	struct str page;
	struct buf text;
	struct deboil_source *source;
	size_t nsource, source_cap, sources;	/* of the block; of the page */
	struct span at;
	bool blank, pre;
	int inside[K_SCRIPT + 1];
	int depth, link_depth, link_chars, chars;
	/* Hints of open elements, by depth; deeper ones share the last. */
	int8_t hint[MOST_HINTS];
	int good, bad;
	enum kind tag;
	bool json_ld;		/* the script that comes next holds it */
};

static enum kind
kind_of(struct str name)
{
	int k = words_find_lower(&words_html_blocks, name);

	return k < 0 ? K_INLINE : (enum kind)k;
}

static uint8_t
clip(int v, int most)
{
	return (uint8_t)(v < 0 ? 0 : v > most ? most : v);
}

static uint8_t
zone_of(const struct walk *w)
{
	int main = w->inside[K_MAIN] > 0, out = w->inside[K_NAV] > 0
	    || w->inside[K_ASIDE] > 0 || w->inside[K_FOOTER] > 0
	    || w->inside[K_HEADER] > 0;
	int kind = w->inside[K_CAPTION] > 0 ? 1 : w->inside[K_TABLE] > 0 ? 2
	    : w->inside[K_FORM] > 0 ? 3 : w->inside[K_ITEM] > 0 ? 4
	    : w->inside[K_QUOTE] > 0 ? 5 : 0;

	return (uint8_t)((main + 2 * out + 4 * (w->inside[K_NAV] > 0)
	    + 8 * (w->inside[K_FOOTER] > 0)) | kind << 4);
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
			.tag = clip((int)w->tag, 31),
			.depth = clip(w->depth, 255),
			.links = clip(w->chars > 0
			    ? w->link_chars * 100 / w->chars : 0, 100),
			.zone = zone_of(w),
			.hints = (uint8_t)(clip(w->good, 15)
			    | clip(w->bad, 15) << 4),
		};
	}
	w->text.n = w->nsource = 0;
	w->blank = false;
	w->chars = w->link_chars = 0;
}

/* Does the map say so already, counting on from its last entry? */
static bool
is_mapped(const struct walk *w, size_t page)
{
	const struct deboil_source *last = w->source + w->nsource - 1;

	return w->nsource > 0
	    && last->page + (w->text.n - last->text) == page;
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

static bool
is_full(const struct walk *w)
{
	return w->d->n >= MOST_BLOCKS || w->sources >= MOST_SOURCES;
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

/* +1 for each word of class and id that speaks of text, -1 of furniture. */
static int
hint_of(struct str attrs)
{
	const struct str names[] = { STR("class"), STR("id"), STR("role") };
	struct str v;
	int sum = 0;

	for (size_t k = 0; k < 3; k++) {
		if (!html_attr(attrs, names[k], &v))
			continue;
		for (size_t i = 0, start = 0; i <= v.n; i++) {
			int h;

			if (i < v.n && byte_is_letter(v.p[i]))
				continue;
			h = i > start ? words_find_lower(&words_html_hints,
			    str_cut(v, start, i)) : 0;
			sum += h == 1 ? 1 : h == 2 ? -1 : 0;
			start = i + 1;
		}
	}
	return sum > 3 ? 3 : sum < -3 ? -3 : sum;
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
open_element(struct walk *w, const struct html_token *t, enum kind k)
{
	struct str v;
	int h;

	if (is_void(t->name))
		return;
	h = hint_of(t->attrs);
	if (k == K_HIDDEN && html_attr(t->attrs, STR("shadowrootmode"), &v))
		k = K_BLOCK;
	if (k != K_INLINE) {
		w->inside[k]++;
		w->depth++;
		if (w->depth < MOST_HINTS) {
			w->hint[w->depth] = (int8_t)h;
			w->good += h > 0 ? h : 0;
			w->bad -= h < 0 ? h : 0;
		}
		w->tag = k;
		w->pre |= k == K_PRE;
	} else if (chars_eq_nocase(t->name, STR("a"))) {
		w->link_depth = 1;
	}
}

static void
close_element(struct walk *w, const struct html_token *t, enum kind k)
{
	if (k == K_INLINE) {
		if (chars_eq_nocase(t->name, STR("a")))
			w->link_depth = 0;
		return;
	}
	if (w->inside[k] > 0)
		w->inside[k]--;
	if (w->depth > 0) {
		if (w->depth < MOST_HINTS) {
			int h = w->hint[w->depth];

			w->good -= h > 0 ? h : 0;
			w->bad += h < 0 ? h : 0;
		}
		w->depth--;
	}
	w->tag = K_BLOCK;
	if (k == K_PRE)
		w->pre = false;
}

static bool
is_hidden(const struct walk *w)
{
	return w->inside[K_HIDDEN] > 0;
}

static void
take_raw(struct walk *w, const struct html_token *t)
{
	struct str inside = str_cut(w->page, t->text.start, t->text.end);

	if (w->d->opts.meta && chars_eq_nocase(t->name, STR("title")))
		deboil_meta_title(w->d, inside);
	else if (w->json_ld)
		deboil_meta_script(w->d, inside);
	else if (chars_eq_nocase(t->name, STR("xmp"))
	    || chars_eq_nocase(t->name, STR("plaintext")))
		put_text(w, t->text, false);
}

static bool
is_json_ld(const struct html_token *t)
{
	struct str v;

	return t->kind == HTML_START && chars_eq_nocase(t->name, STR("script"))
	    && html_attr(t->attrs, STR("type"), &v)
	    && chars_eq_nocase(chars_trim_ascii(v), STR("application/ld+json"));
}

static void
take_tag(struct walk *w, const struct html_token *t)
{
	enum kind k = kind_of(t->name);

	if (k != K_INLINE)
		end_block(w);
	w->json_ld = w->d->opts.meta && is_json_ld(t);
	if (t->kind == HTML_START) {
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
	struct walk w = { .d = d, .page = page, .tag = K_BLOCK };
	struct html_token t;
	struct html h;

	html_start(&h, page);
	while (!is_full(&w) && html_next(&h, &t))
		take_token(&w, &t);
	d->cut = is_full(&w);
	end_block(&w);
	buf_free(&w.text);
	free(w.source);
}
