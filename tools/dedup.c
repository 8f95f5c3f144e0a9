/* dedup -- every record once. */
#include "base/die.h"
#include "desk/dedup.h"
#include "io/doc.h"
#include "io/json.h"
#include "io/out.h"

static struct common common;
static struct dedup_opts how;
static bool complement, mark, groups;

static const struct opt opts[] = {
	{ 0, "near", OPT_FLAG, NULL, &how.near,
	    "rewordings of the same story too, not only equal records" },
	{ 'i', "ignore-case", OPT_FLAG, NULL, &how.nocase,
	    "letters in either case are equal" },
	{ 0, "fold", OPT_FLAG, NULL, &how.fold,
	    "case, white space, quote marks, dashes, bullets are equal" },
	{ 'v', "invert", OPT_FLAG, NULL, &complement,
	    "print what would be dropped instead" },
	{ 0, "mark", OPT_FLAG, NULL, &mark,
	    "print every record as STATUS, FIRST-SEEN, RECORD" },
	{ 0, "groups", OPT_FLAG, NULL, &groups,
	    "print every record with the number of its group" },
	OPT_COMMON(common),
	OPT_END
};

static const struct tool tool = {
	"dedup", "Print each record once, the first, in order.",
	"deboil *.txt | sentences | dedup --near", "[file ...]", opts
};

static const char *const statuses[] = { "new", "exact", "near" };

static void
put_number(struct buf *b, const char *key, uint64_t v)
{
	buf_put(b, STR(", \""));
	buf_put(b, str_of(key));
	buf_put(b, STR("\": "));
	buf_number(b, v);
}

static void
put_labels(struct buf *b, const struct dedup_answer *a)
{
	if (groups)
		put_number(b, "group", a->group);
	if (!mark)
		return;
	buf_put(b, STR(", \"status\": \""));
	buf_put(b, str_of(statuses[a->status]));
	buf_char(b, '"');
	put_number(b, "first", a->first);
	buf_put(b, STR(", \"similarity\": "));
	if (a->status == DEDUP_NEW || a->similarity >= 1000) {
		buf_char(b, a->status == DEDUP_NEW ? '0' : '1');
		return;
	}
	buf_put(b, STR("0."));
	for (unsigned unit = 100; unit > 0; unit /= 10)
		buf_char(b, (char)('0' + a->similarity / unit % 10));
}

static void
put_columns(struct buf *b, const struct dedup_answer *a)
{
	if (groups) {
		buf_number(b, a->group);
		buf_char(b, '\t');
	}
	if (!mark)
		return;
	buf_put(b, str_of(statuses[a->status]));
	buf_char(b, '\t');
	buf_number(b, a->first);
	buf_char(b, '\t');
}

static bool
is_printed(const struct dedup_answer *a)
{
	return mark || groups || (a->status == DEDUP_NEW) != complement;
}

/* ---- lines ---- */

static void
put_line(struct str line, const char *name, const struct dedup_answer *a)
{
	struct buf b = { 0 };

	out_record();
	if (common.show_name) {
		out_put(str_of(name));
		out_char('\t');
	}
	if (mark || groups) {
		put_columns(&b, a);
		out_put(buf_str(&b));
		buf_free(&b);
	}
	out_put(line);
	out_end_record(common.nul ? '\0' : '\n');
}

/* The whole of a line that came in parts. */
static struct str
whole_line(struct in *in, struct str line, struct buf *b)
{
	if (!in->more)
		return line;
	b->n = 0;
	buf_put(b, line);
	while (in->more && in_rest(in, &line))
		buf_put(b, line);
	return buf_str(b);
}

static bool
run_lines(struct dedup *d, char **files)
{
	struct buf long_line = { 0 };
	struct in in;
	struct str line;

	in_open(&in, files, common.nul ? '\0' : '\n', common.charset);
	if (common.progress)
		in_progress(&in);
	while (in_line(&in, &line)) {
		struct dedup_answer a;

		if (in.first)
			out_document();
		if (line.n == 1 && line.p[0] == '\f' && !common.nul) {
			out_document();
			continue;
		}
		line = whole_line(&in, line, &long_line);
		a = dedup_take(d, line);
		if (is_printed(&a))
			put_line(line, in.name, &a);
	}
	buf_free(&long_line);
	return in_close(&in);
}

/* ---- JSON objects ---- */

static bool
run_objects(struct dedup *d, char **files)
{
	struct buf text = { 0 }, b = { 0 };
	struct doc doc;

	common.by_line = false;
	common.input = DOC_JSONL;
	doc_open(&doc, files, &common, DOC_OBJECT);
	while (doc_next(&doc)) {
		struct dedup_answer a;

		a = dedup_take(d, doc.text);
		if (!is_printed(&a))
			continue;
		b.n = 0;
		buf_put(&b, doc.object);
		if (mark || groups) {
			b.n--;
			put_labels(&b, &a);
			buf_char(&b, '}');
		}
		out_put(buf_str(&b));
		out_end_record('\n');
	}
	buf_free(&text);
	buf_free(&b);
	return doc_close(&doc);
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	struct dedup d;
	bool ok;

	how.numbers = mark || groups;
	if (common.by_line)
		out_by_line();
	dedup_open(&d, &how);
	ok = common.json ? run_objects(&d, files) : run_lines(&d, files);
	dedup_close(&d);
	out_close();
	return ok ? EXIT_OK : EXIT_INPUT;
}
