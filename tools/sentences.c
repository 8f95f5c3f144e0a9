/* sentences -- a sentence a line. */
#include <stdlib.h>

#include "base/die.h"
#include "base/map.h"
#include "desk/sentences.h"
#include "io/doc.h"
#include "io/list.h"
#include "io/out.h"
#include "io/rec.h"
#include "text/scan.h"

static struct common common;
static const char *lang = "en", *abbrevs;
static int newline;
static size_t longest;
static bool number;

static const struct opt opts[] = {
	{ 'L', "lang", OPT_STRING, "LANG", &lang,
	    "language: en (default), de, pt-BR or any other by its code of "
	    "ISO 639" },
	{ 0, "newline", OPT_CHOICE, "auto|break|space", &newline,
	    "a line end joins hard-wrapped lines (auto), ends a sentence, "
	    "or is a blank" },
	{ 0, "abbrev", OPT_STRING, "FILE", &abbrevs,
	    "more abbreviations, one a line" },
	{ 0, "max-length", OPT_NUMBER, "N", &longest,
	    "cut sentences of more than N bytes at an inner mark" },
	{ 'n', "number", OPT_FLAG, NULL, &number,
	    "a column with the sentence's number in the document" },
	OPT_COMMON(common),
	OPT_INPUT(common, DOC_FORMS),
	OPT_FINDER(common),
	OPT_END
};

static const struct tool tool = {
	"sentences", "Print the sentences of documents, one a line.",
	"deboil page.html | sentences", "[file ...]", opts
};

enum { F_N, F_START, F_END, F_TEXT, FIELDS };
static const char *const fields[] = { "n", "start", "end", "text", NULL };
static const struct rec_table plain = {
	fields, "text", "SENTENCE", "sentences"
}, numbered = { fields, "n,text", "N\tSENTENCE", "sentences" };

/* White space inside a sentence, line ends too, becomes one blank. */
static struct str
folded(struct buf *b, struct str s, const char *end)
{
	b->n = 0;
	buf_reserve(b, s.n + SCAN_STEP);
	b->n = scan_fold(b->p, s, end);
	return buf_str(b);
}

static bool
is_text_form(void)
{
	return !common.json && !common.annotate && !number && !common.offsets
	    && common.columns == NULL && common.with == NULL
	    && !common.show_name;
}

static void
put_record(struct rec *rec, struct span at, struct str text, size_t n)
{
	struct rec_value v[FIELDS] = {
		[F_N] = { .kind = REC_NUMBER, .number = n },
		[F_START] = { .kind = REC_OFFSET, .number = at.start },
		[F_END] = { .kind = REC_OFFSET, .number = at.end },
		[F_TEXT] = { .kind = REC_TEXT, .text = text },
	};

	rec_put(rec, v);
}

static void
put_line(struct buf *b, struct str s, const char *end)
{
	char *room;

	out_record();
	room = out_room(s.n + SCAN_STEP);
	if (room != NULL)
		out_filled(scan_fold(room, s, end));
	else
		out_put(folded(b, s, end));
	out_end_record('\n');
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	struct map own = { 0 };
	struct sentences_opts so = { .newline = (enum sentences_newline)newline,
	    .longest = longest };
	struct sentences s;
	struct doc doc;
	struct rec rec;
	struct buf text = { 0 };
	struct span at;
	const char *bad, *end;
	bool as_text = is_text_form();
	size_t n = 0;

	so.lang = str_of(lang);
	if (abbrevs != NULL) {
		list_read(&own, abbrevs, false);
		so.abbrevs = &own;
	}
	if (!sentences_open(&s, &so))
		opt_usage(&tool, "-L: '%s' is no language: give its code of "
		    "ISO 639, such as de or pt-BR", lang);
	if (common.by_line)
		out_by_line();
	if (common.nul)
		out_by_nul();
	if ((bad = rec_open(&rec, number ? &numbered : &plain, &common)) != NULL)
		opt_usage(&tool, "-o: %s", bad);
	doc_open(&doc, files, &common, 0);
	doc_warn_html(&doc);
	while (doc_next(&doc)) {
		if (doc.opens) {
			sentences_document(&s);
			out_document();
			n = 0;
		}
		rec_piece(&rec, &doc);
		end = doc.text.p + doc.text.n;
		sentences_start(&s, doc.text, doc.ends);
		while (sentences_next(&s, &at)) {
			struct str line = str_cut(doc.text, at.start, at.end);

			if (as_text)
				put_line(&text, line, end);
			else
				put_record(&rec, at,
				    folded(&text, line, end), ++n);
		}
		rec_piece_end(&rec);
		if (!doc.ends)
			doc_keep(&doc, doc.text.n - sentences_used(&s));
	}
	sentences_close(&s);
	rec_close(&rec);
	buf_free(&text);
	map_free(&own);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
