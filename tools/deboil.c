/* deboil -- the article without what is around it. */
#include <stdlib.h>

#include "base/die.h"
#include "desk/deboil.h"
#include "io/doc.h"
#include "io/json.h"
#include "io/out.h"
#include "io/rec.h"
#include "text/chars.h"

static struct common common;
static struct deboil_opts how;
static bool complement, mark, lenient, strict;
static struct opt_list drop, keep;
static const char *rules_file;

static const struct opt opts[] = {
	{ 'v', "invert", OPT_FLAG, NULL, &complement,
	    "print what is dropped instead" },
	{ 0, "mark", OPT_FLAG, NULL, &mark,
	    "print every line as KEEP (1 or 0), REASON, LINE" },
	{ 0, "lenient", OPT_FLAG, NULL, &lenient, "rather keep too much" },
	{ 0, "strict", OPT_FLAG, NULL, &strict, "rather drop too much" },
	{ 0, "captions", OPT_FLAG, NULL, &how.captions,
	    "keep the captions of pictures" },
	{ 0, "comments", OPT_FLAG, NULL, &how.comments,
	    "keep the readers' comments" },
	{ 0, "tables", OPT_FLAG, NULL, &how.tables,
	    "keep all cells of tables in the text" },
	{ 0, "no-title", OPT_FLAG, NULL, &how.no_title,
	    "do not look for a headline before the text" },
	{ 0, "no-repair", OPT_FLAG, NULL, &how.no_repair,
	    "leave glued, wrapped and repeated text as it is" },
	{ 0, "drop", OPT_MANY, "REGEX", &drop, "drop lines that match" },
	{ 0, "keep", OPT_MANY, "REGEX", &keep, "keep lines that match" },
	{ 0, "rules", OPT_STRING, "FILE", &rules_file,
	    "lines of \"drop REGEX\" or \"keep REGEX\"" },
	OPT_COMMON(common),
	OPT_INPUT(common, DOC_FORMS_HTML),
	OPT_END
};

static const struct tool tool = {
	"deboil", "Print the article text of scraped pages, a paragraph a line.",
	"deboil page.html  |  cat *.txt | deboil | quotes", "[file ...]", opts
};

/* ---- rules ---- */

static struct rules {
	struct deboil_rule *at;
	size_t n, cap;
} rules;

static void
add_rule(struct str pattern, bool keeps, const char *from)
{
	char error[REGEX_ERROR];
	struct regex *r = regex_open(pattern, error);

	if (r == NULL)
		diex("%s: '%.*s': %s", from, (int)pattern.n, pattern.p, error);
	rules.at = xgrow(rules.at, &rules.cap, rules.n + 1, sizeof *rules.at);
	rules.at[rules.n++] = (struct deboil_rule){ r, keeps, pattern, from };
}

static void
add_line(struct str line, const char *name, unsigned long long number)
{
	struct buf from = { 0 }, text = { 0 };
	bool keeps = str_starts(line, STR("keep "));

	buf_put(&from, str_of(name));
	buf_char(&from, ':');
	buf_number(&from, number);
	buf_char(&from, '\0');
	if (!keeps && !str_starts(line, STR("drop ")))
		diex("%s: a rule is \"drop REGEX\" or \"keep REGEX\"", from.p);
	buf_put(&text, chars_trim_ascii(str_cut(line, 5, line.n)));
	add_rule(buf_str(&text), keeps, from.p);	/* which own both now */
}

/* The file's rules, then --keep, then --drop: the last that matches counts. */
static void
read_rules(void)
{
	char *files[] = { (char *)rules_file, NULL };
	struct in in;
	struct str line;

	if (rules_file != NULL) {
		in_open(&in, files, '\n', NULL);
		while (in_line(&in, &line)) {
			line = chars_trim_ascii(line);
			if (line.n > 0 && line.p[0] != '#')
				add_line(line, in.name, in.line);
		}
		if (!in_close(&in))
			exit(EXIT_FATAL);
	}
	for (size_t i = 0; i < keep.n; i++)
		add_rule(str_of(keep.at[i]), true, "--keep");
	for (size_t i = 0; i < drop.n; i++)
		add_rule(str_of(drop.at[i]), false, "--drop");
	how.rules = rules.at;
	how.nrules = rules.n;
}

/* ---- text ---- */

/* Half a log-odds unit each way: about 2 points of precision for recall. */
enum { LEAN = 192 };

static void
put_name(const struct doc *doc)
{
	if (!common.show_name)
		return;
	out_escaped(doc->name);
	out_char('\t');
}

static void
put_mark(const struct doc *doc, const struct deboil_block *b)
{
	out_record();
	put_name(doc);
	out_put(b->keep ? STR("1\t") : STR("0\t"));
	out_put(b->repaired ? STR("repaired")
	    : b->joins ? STR("joined") : str_of(deboil_reasons[b->reason]));
	out_char('\t');
	out_escaped(b->text);
	out_end_record('\n');
}

static struct str
line_of(const struct doc *doc, const struct deboil_block *b)
{
	struct str s;

	if (doc->is_html || !how.no_repair)
		return b->text;
	s = str_cut(doc->text, b->at.start, b->at.end);
	if (s.n > 0 && s.p[s.n - 1] == '\r')
		s.n--;
	return s;
}

static void
put_text(const struct doc *doc, struct deboil *d)
{
	const struct deboil_block *b;
	bool open = false;

	while ((b = deboil_next(d)) != NULL) {
		if (mark) {
			put_mark(doc, b);
			continue;
		}
		if (b->keep == complement)
			continue;
		if (complement && !how.no_repair && b->text.n == 0)
			continue;
		if (open)
			out_end_record(b->joins ? ' ' : '\n');
		else
			out_record();
		if (!open || !b->joins)
			put_name(doc);
		if (common.show_name)
			out_escaped(line_of(doc, b));
		else
			out_put(line_of(doc, b));
		open = true;
	}
	if (open)
		out_end_record('\n');
}

/* ---- JSON: the document with its text replaced ---- */

struct page {
	struct buf text, source;
	bool some;
};

static void
put_pair(struct buf *b, size_t text, unsigned long long page)
{
	buf_put(b, b->n > 0 ? STR(", [") : STR("["));
	buf_number(b, text);
	buf_put(b, STR(", "));
	buf_number(b, page);
	buf_char(b, ']');
}

static void
collect(struct page *p, const struct doc *doc, struct deboil *d)
{
	const struct deboil_block *b;

	while ((b = deboil_next(d)) != NULL) {
		if (!b->keep)
			continue;
		if (p->text.n > 0)
			buf_char(&p->text, b->joins ? ' ' : '\n');
		if (b->nsource == 0)
			put_pair(&p->source, p->text.n, doc->offset
			    + (size_t)(b->text.p - doc->text.p));
		for (size_t i = 0; i < b->nsource; i++)
			put_pair(&p->source, p->text.n + b->source[i].text,
			    doc->offset + b->source[i].page);
		buf_put(&p->text, b->text);
	}
}

/* What the object says itself stays. */
static void
put_field(struct buf *b, const struct doc *doc, const char *name,
    struct str value)
{
	struct str own;

	if (value.n == 0 || (doc->object.n > 0
	    && json_field(doc->object, str_of(name), &own)))
		return;
	buf_put(b, STR(", \""));
	buf_put(b, str_of(name));
	buf_put(b, STR("\": "));
	json_quote(b, value);
}

static void
put_new_object(struct buf *b, const struct doc *doc, const struct page *p)
{
	buf_put(b, STR("{\"id\": "));
	json_quote(b, doc->name);
	buf_put(b, STR(", \"text\": "));
	json_quote(b, buf_str(&p->text));
}

static void
put_old_object(struct buf *b, const struct doc *doc, const struct page *p)
{
	size_t at = (size_t)(doc->value.p - doc->object.p);

	buf_put(b, str_cut(doc->object, 0, at));
	json_quote(b, buf_str(&p->text));
	buf_put(b, str_cut(doc->object, at + doc->value.n,
	    doc->object.n - 1));
}

static void
put_json(const struct doc *doc, const struct str *meta, struct page *p)
{
	struct buf b = { 0 };

	if (doc->object.n > 0)
		put_old_object(&b, doc, p);
	else
		put_new_object(&b, doc, p);
	for (int f = 0; f < DEBOIL_FIELDS; f++)
		put_field(&b, doc, deboil_fields[f], meta[f]);
	buf_put(&b, STR(", \"source\": ["));
	buf_put(&b, buf_str(&p->source));
	buf_put(&b, STR("]}"));
	out_put(buf_str(&b));
	out_end_record('\n');
	buf_free(&b);
	p->text.n = p->source.n = 0;
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	struct page page = { { 0 }, { 0 }, false };
	struct deboil d;
	struct doc doc;

	if (lenient && strict)
		opt_usage(&tool, "--lenient or --strict: not both");
	if (common.json && (mark || complement))
		opt_usage(&tool, "-j does not go with --mark or -v");
	read_rules();
	how.threshold = lenient ? -LEAN : strict ? LEAN : 0;
	if (common.by_line)
		out_by_line();
	if (common.nul)
		out_by_nul();
	common.by_line = false;		/* a page is judged as a whole */
	how.reasons = mark;
	how.meta = common.json;
	deboil_open(&d, &how);
	doc_open(&doc, files, &common, 0);
	doc_take_html(&doc);
	while (doc_next(&doc)) {
		if (doc.opens) {
			deboil_document(&d);
			if (!common.show_name)
				out_document();
		}
		if (doc.is_html)
			deboil_start_html(&d, doc.text);
		else
			deboil_start(&d, doc.text);
		if (d.gave_up != NULL)
			diex("%s: '%.*s': gave up: too many steps",
			    d.gave_up->from, (int)d.gave_up->pattern.n,
			    d.gave_up->pattern.p);
		if (!common.json) {
			put_text(&doc, &d);
			continue;
		}
		collect(&page, &doc, &d);
		if (doc.ends)
			put_json(&doc, d.meta, &page);
	}
	deboil_close(&d);
	buf_free(&page.text);
	buf_free(&page.source);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
