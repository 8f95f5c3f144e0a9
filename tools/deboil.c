/* deboil -- the article without what is around it. */
#include "base/die.h"
#include "io/out.h"
#include "tools/deboil.h"

static struct common common;
static struct deboil_opts how;
static bool complement, mark, lenient, strict;
static struct opt_list drop, keep;
static const char *rules_file;
static int breaks;			/* 1: only those that are given */

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
	    "drop the headline" },
	{ 0, "no-repair", OPT_FLAG, NULL, &how.no_repair,
	    "leave glued, wrapped and repeated text as it is" },
	{ 0, "drop", OPT_MANY, "REGEX", &drop, "drop lines that match" },
	{ 0, "keep", OPT_MANY, "REGEX", &keep, "keep lines that match" },
	{ 0, "rules", OPT_STRING, "FILE", &rules_file,
	    "lines of \"drop REGEX\" or \"keep REGEX\"" },
	{ 0, "breaks", OPT_CHOICE, "auto|given", &breaks,
	    "given: do not look for pages glued together" },
	{ 0, "no-memory", OPT_FLAG, NULL, &how.no_memory,
	    "judge each page alone, not by lines earlier ones had" },
	OPT_COMMON(common),
	OPT_INPUT(common, DOC_FORMS_HTML),
	OPT_END
};

static const struct tool tool = {
	"deboil", "Print the article text of scraped pages, a paragraph a line.",
	"deboil page.html  |  cat *.txt | deboil | quotes", "[file ...]", opts
};

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
	out_put(b->keep && b->repaired ? STR("repaired")
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
		if (b->opens) {
			if (open)
				out_end_record('\n');
			open = false;
			out_document();
		}
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

static void
judge(struct deboil *d, struct doc *doc)
{
	/* An object is a page already. */
	d->opts.no_breaks = how.no_breaks || doc->object.n > 0;
	if (doc->is_html)
		deboil_start_html(d, doc->text);
	else
		deboil_start(d, doc->text);
	if (d->gave_up != NULL)
		diex("%s: '%.*s': gave up: too many steps", d->gave_up->from,
		    (int)d->gave_up->pattern.n, d->gave_up->pattern.p);
	if (d->cut != DEBOIL_WHOLE) {
		warnx("%.*s: page of too many %s: the rest is left out",
		    (int)doc->name.n, doc->name.p, d->cut == DEBOIL_LINES
		    ? "lines" : "pieces of text");
		doc->in.failed = true;
	}
}

static void
check_options(void)
{
	if (lenient && strict)
		opt_usage(&tool, "--lenient or --strict: not both");
	if (common.json && (mark || complement))
		opt_usage(&tool, "-j does not go with --mark or -v");
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	struct deboil_json json = { 0 };
	struct deboil d;
	struct doc doc;

	check_options();
	deboil_read_rules(&how, rules_file, &keep, &drop);
	how.threshold = lenient ? -LEAN : strict ? LEAN : 0;
	if (common.by_line)
		out_by_line();
	if (common.nul)
		out_by_nul();
	common.by_line = false;		/* a page is judged as a whole */
	how.reasons = mark;
	/* Given by NUL, and never where lines must come back. */
	how.no_breaks = breaks == 1 || common.nul || how.no_repair;
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
		judge(&d, &doc);
		if (common.json)
			deboil_json_put(&json, &doc, &d);
		else
			put_text(&doc, &d);
	}
	deboil_close(&d);
	deboil_json_close(&json);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
