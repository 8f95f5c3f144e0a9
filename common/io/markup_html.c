#include "io/markup_html.h"

#include "base/buf.h"
#include "io/out.h"

enum {
	TURN = 137,	/* degrees: neighbours in the order of keys differ most */
	LEGEND = 500	/* keys a legend shows */
};

static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";

static const char style[] = "</title>\n<style>\n"
    ":root { color-scheme: light dark; --ink: #222; --paper: #fdfdfb; "
    "--faint: #666; --fill: 88%; --line: 38%; }\n"
    "@media (prefers-color-scheme: dark) { :root { --ink: #ddd; "
    "--paper: #17181a; --faint: #9a9a9a; --fill: 22%; --line: 66%; } }\n"
    "body { margin: 0 auto; max-width: 62rem; padding: 1rem; "
    "color: var(--ink); background: var(--paper); "
    "font: 1.05rem/1.65 Georgia, serif; }\n"
    "article { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; "
    "column-gap: 2.5rem; border-bottom: 1px solid var(--faint); "
    "padding-bottom: 1.5rem; }\n"
    "h2 { grid-column: 1 / -1; font: 600 1rem system-ui, sans-serif; "
    "color: var(--faint); overflow-wrap: anywhere; }\n"
    "div { white-space: pre-wrap; overflow-wrap: anywhere; }\n"
    "mark { color: inherit; background: hsl(var(--h) 70% var(--fill)); "
    "border-bottom: 2px solid hsl(var(--h) 60% var(--line)); "
    "border-radius: 2px; padding: 0 1px; }\n"
    "b { color: hsl(var(--h) 65% var(--line)); }\n"
    "u { text-decoration: underline dotted; }\n"
    "small { font: 600 .68em system-ui, sans-serif; "
    "color: hsl(var(--h) 60% var(--line)); padding-left: .35em; "
    "user-select: none; }\n"
    "i { color: #c22; font: .8em monospace; }\n"
    "aside { font: .85rem/1.5 system-ui, sans-serif; position: sticky; "
    "top: 1rem; align-self: start; max-height: 96vh; overflow: auto; }\n"
    "aside a { color: inherit; text-decoration: none; "
    "border-left: .8em solid hsl(var(--h) 60% var(--line)); "
    "padding-left: .5em; overflow-wrap: anywhere; }\n"
    "aside ul { list-style: none; margin: 0; padding: 0; }\n"
    "aside span { color: var(--faint); }\n"
    "mark:target { outline: 2px solid; }\n"
    "@media (max-width: 44rem) { article { display: block; } "
    "aside { position: static; max-height: none; margin-top: 1rem; } }\n"
    "</style>\n</head>\n<body>\n";

const char *
markup_html_escape(uint32_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	}
	return NULL;
}

void
markup_html_open(const char *title)
{
	out_put(str_of(head));
	out_put(str_of(title));
	out_put(str_of(style));
}

void
markup_html_close(void)
{
	out_put(STR("</body>\n</html>\n"));
}

static void
put_number(size_t n)
{
	struct buf b = { 0 };

	buf_number(&b, n);
	out_put(buf_str(&b));
	buf_free(&b);
}

static void
put_hue(size_t number)
{
	out_put(STR(" style=\"--h:"));
	put_number(number * TURN % 360);
	out_char('"');
}

/* The place the legend leads to. */
static void
put_anchor(const struct markup *m, size_t number)
{
	out_put(STR("d"));
	put_number(m->documents);
	out_put(STR("k"));
	put_number(number);
}

void
markup_html_document(struct markup *m)
{
	out_put(STR("<article>\n<h2>"));
	markup_label(m, m->doc->name);
	out_put(STR("</h2>\n<div dir=\"auto\">"));
}

void
markup_html_start(struct markup *m, const struct mark *k)
{
	struct markup_key *key = &m->key[k->hue];

	if (k->style == MARKUP_CUE) {
		out_put(STR("<u>"));
		return;
	}
	out_put(k->style == MARKUP_MENTION ? STR("<b") : STR("<mark"));
	put_hue(k->hue);
	if (k->style != MARKUP_MENTION && !key->shown) {
		key->shown = true;
		out_put(STR(" id=\""));
		put_anchor(m, k->hue);
		out_char('"');
	}
	if (k->note.n > 0) {
		out_put(STR(" title=\""));
		markup_label(m, k->note);
		out_char('"');
	}
	out_char('>');
}

void
markup_html_end(const struct markup *m, const struct mark *k, bool labelled)
{
	if (labelled) {
		out_put(STR("<small>"));
		markup_label(m, k->key);
		out_put(STR("</small>"));
	}
	out_put(k->style == MARKUP_CUE ? STR("</u>")
	    : k->style == MARKUP_MENTION ? STR("</b>") : STR("</mark>"));
}

void
markup_html_document_end(const struct markup *m)
{
	size_t shown = 0;

	out_put(STR("</div>\n<aside><ul>\n"));
	for (size_t i = 0; i < m->keys.n && shown < LEGEND; i++) {
		if (m->key[i].finds == 0)
			continue;
		shown++;
		out_put(STR("<li><a href=\"#"));
		put_anchor(m, i);
		out_char('"');
		put_hue(i);
		out_char('>');
		markup_label(m, m->key[i].name.n > 0 ? m->key[i].name
		    : STR("(not known)"));
		out_put(STR("</a> <span>"));
		put_number(m->key[i].finds);
		out_put(STR("</span></li>\n"));
	}
	out_put(STR("</ul></aside>\n</article>\n"));
}
