#include "io/markup.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "io/markup_html.h"
#include "io/out.h"
#include "text/utf8.h"

enum {
	DEPTH = 16,	/* finds in finds; deeper ones are not shown */
	COLOURS = 12
};

/* Of the 256 colours those that can be read on black and on white. */
static const char *const colours[COLOURS] = { "33", "166", "35", "170", "37",
    "136", "99", "161", "64", "74", "130", "104" };

enum markup_form
markup_form(const struct common *c, const char **bad)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	*bad = NULL;
	if (c->markup == NULL)
		return MARKUP_OFF;
	if (c->json || c->annotate || c->offsets || c->columns != NULL) {
		*bad = "--markup prints the text: it goes with none of -j -b "
		    "-o --annotate";
		return MARKUP_OFF;
	}
	if (strcmp(c->markup, "html") == 0)
		return MARKUP_HTML;
	if (*c->markup != '\0') {
		*bad = "--markup is alone or --markup=html";
		return MARKUP_OFF;
	}
	if (c->color == 0)
		return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0')
		    && term != NULL && strcmp(term, "dumb") != 0
		    ? MARKUP_COLOUR : MARKUP_BRACKETS;
	return c->color == 1 ? MARKUP_COLOUR : MARKUP_BRACKETS;
}

/* ---- keys: their numbers give the colours ---- */

static uint32_t
number_of(struct markup *m, struct str key)
{
	bool added;
	uint32_t *at = map_put(&m->keys, key, &added);

	if (added) {
		uint32_t n = (uint32_t)m->keys.n;

		m->key = xgrow(m->key, &m->key_cap, n, sizeof *m->key);
		m->key[n - 1] = (struct markup_key){
		    .name = arena_copy(&m->arena, key) };
		*at = n;
	}
	return *at - 1;
}

static void
begin_keys(struct markup *m)
{
	map_clear(&m->keys);
	arena_clear(&m->arena);
	for (size_t i = 0; i < m->nkinds; i++)
		number_of(m, str_of(m->kinds[i]));
}

void
markup_open(struct markup *m, enum markup_form form, const char *title)
{
	*m = (struct markup){ .form = form };
	if (form == MARKUP_HTML)
		markup_html_open(title);
}

void
markup_kinds(struct markup *m, const char *const *kinds, size_t n)
{
	m->kinds = kinds;
	m->nkinds = n;
}

void
markup_close(struct markup *m)
{
	if (m->form == MARKUP_HTML)
		markup_html_close();
	free(m->marks);
	map_free(&m->keys);
	arena_free(&m->arena);
	free(m->key);
}

void
markup_piece(struct markup *m, const struct doc *doc)
{
	m->doc = doc;
	m->nmarks = 0;
	if (!doc->opens || m->form == MARKUP_OFF)
		return;
	begin_keys(m);
	m->documents++;
	m->cr = false;
	if (m->form == MARKUP_HTML) {
		markup_html_document(m);
		return;
	}
	out_document();
	out_record();
	if (m->doc->opts.show_name) {
		out_put(STR("==> "));
		out_put(doc->name);
		out_put(STR(" <==\n"));
	}
}

void
markup_add(struct markup *m, const struct mark *mark)
{
	struct mark *k;

	if (mark->at.end <= mark->at.start)
		return;
	m->marks = xgrow(m->marks, &m->cap, m->nmarks + 1, sizeof *m->marks);
	k = &m->marks[m->nmarks++];
	*k = *mark;
	k->hue = number_of(m, k->key);
	if (k->style == MARKUP_FIND)
		m->key[k->hue].finds++;
}

/* ---- what is printed ---- */

static void
put_colour(const struct mark *k)
{
	out_put(k->style == MARKUP_CUE ? STR("\033[4")
	    : k->style == MARKUP_MENTION ? STR("\033[1") : STR("\033[0"));
	if (k->style != MARKUP_CUE) {
		out_put(STR(";38;5;"));
		out_put(str_of(colours[k->hue % COLOURS]));
	}
	out_char('m');
}

static void
put_start(struct markup *m, const struct mark *k)
{
	if (m->form == MARKUP_HTML)
		markup_html_start(m, k);
	else if (m->form == MARKUP_COLOUR)
		put_colour(k);
	else if (k->style == MARKUP_FIND || k->style == MARKUP_PART)
		out_char('[');
}

/* Text without what could steer a terminal or turn the line around. */
static bool
is_unsafe(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)
	    || c == 0x61c || c == 0x200e || c == 0x200f
	    || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
put_unsafe(const struct markup *m, uint32_t c)
{
	static const char hex[] = "0123456789ABCDEF";
	char s[] = "\\u....";

	for (int i = 0; i < 4; i++)
		s[2 + i] = hex[c >> (12 - 4 * i) & 15];
	if (m->form == MARKUP_HTML)
		out_put(STR("<i>"));
	out_put(str_of(s));
	if (m->form == MARKUP_HTML)
		out_put(STR("</i>"));
}

/* A colour is ended before a line end: pagers show single lines. */
static void
put_line_end(const struct markup *m, const struct mark **open, size_t depth)
{
	if (m->form != MARKUP_COLOUR || depth == 0) {
		out_char('\n');
		return;
	}
	out_put(STR("\033[0m\n"));
	for (size_t i = 0; i < depth; i++)
		put_colour(open[i]);
}

void
markup_label(const struct markup *m, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		uint32_t c = utf8_next(s, &i);

		if (c == '\n' || c == '\t')
			out_char(' ');
		else if (m->form == MARKUP_HTML && markup_html_escape(c))
			out_put(str_of(markup_html_escape(c)));
		else if (is_unsafe(c))
			put_unsafe(m, c);
		else
			out_put(str_cut(s, from, i));
	}
}

static void
put_end(const struct markup *m, const struct mark *k)
{
	bool labelled = k->style == MARKUP_FIND && k->key.n > 0;

	if (m->form == MARKUP_HTML) {
		markup_html_end(m, k, labelled);
	} else if (m->form == MARKUP_COLOUR) {
		out_put(STR("\033[0m"));
		if (labelled) {
			out_put(STR("\033[2m|"));
			markup_label(m, k->key);
			out_put(STR("\033[0m"));
		}
	} else if (k->style == MARKUP_FIND || k->style == MARKUP_PART) {
		if (labelled) {
			out_char('|');
			markup_label(m, k->key);
		}
		out_char(']');
	}
}

static void
put_text(struct markup *m, struct str s, const struct mark **open,
    size_t depth)
{
	size_t start = 0;

	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t c = utf8_next(s, &i);

		if (m->cr && c != '\n')
			put_unsafe(m, '\r');
		m->cr = c == '\r';
		if (c != '\n' && !is_unsafe(c)
		    && !(m->form == MARKUP_HTML && markup_html_escape(c)))
			continue;
		out_put(str_cut(s, start, at));
		start = i;
		if (c == '\n')
			put_line_end(m, open, depth);
		else if (m->form == MARKUP_HTML && markup_html_escape(c))
			out_put(str_of(markup_html_escape(c)));
		else if (c != '\r')
			put_unsafe(m, c);
	}
	out_put(str_cut(s, start, s.n));
}

/* ---- finds in order, each inside the one that holds it ---- */

static int
by_place(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;

	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	if (a->at.end != b->at.end)
		return a->at.end > b->at.end ? -1 : 1;
	if (a->style != b->style)
		return a->style < b->style ? -1 : 1;
	return str_cmp(a->key, b->key);
}

struct walk {
	const struct mark *open[DEPTH];
	size_t end[DEPTH];	/* where each is closed */
	size_t depth, at;
};

static void
text_until(struct markup *m, struct walk *w, size_t end)
{
	put_text(m, str_cut(m->doc->text, w->at, end), w->open, w->depth);
	w->at = end;
}

/* Closes what ends at or before at; the colours around come back. */
static void
close_until(struct markup *m, struct walk *w, size_t at)
{
	while (w->depth > 0 && w->end[w->depth - 1] <= at) {
		text_until(m, w, w->end[w->depth - 1]);
		put_end(m, w->open[--w->depth]);
		for (size_t i = 0; m->form == MARKUP_COLOUR && i < w->depth;
		    i++)
			put_colour(w->open[i]);
	}
}

void
markup_piece_end(struct markup *m)
{
	struct walk w = { .depth = 0 };

	if (m->form == MARKUP_OFF)
		return;
	if (m->nmarks > 0)
		qsort(m->marks, m->nmarks, sizeof *m->marks, by_place);
	for (size_t i = 0; i < m->nmarks; i++) {
		const struct mark *k = &m->marks[i];
		size_t end = k->at.end;

		if (i > 0 && by_place(k, k - 1) == 0)
			continue;
		close_until(m, &w, k->at.start);
		if (w.depth == DEPTH)
			continue;
		if (w.depth > 0 && w.end[w.depth - 1] < end)
			end = w.end[w.depth - 1];
		text_until(m, &w, k->at.start);
		put_start(m, k);
		w.open[w.depth] = k;
		w.end[w.depth++] = end;
	}
	close_until(m, &w, m->doc->text.n);
	text_until(m, &w, m->doc->text.n);
	if (!m->doc->ends)
		return;
	if (m->form == MARKUP_HTML)
		markup_html_document_end(m);
	else if (m->doc->text.n == 0
	    || m->doc->text.p[m->doc->text.n - 1] != '\n')
		out_char('\n');
	out_flush();
}
