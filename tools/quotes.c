/* quotes -- who said what. */
#include <stdlib.h>

#include "base/die.h"
#include "desk/quotes.h"
#include "io/doc.h"
#include "io/list.h"
#include "io/markup.h"
#include "io/out.h"
#include "io/rec.h"
#include "text/chars.h"

/*
 * Bytes: what is known of a piece, nine times as much, stays in the cache of a
 * core; in a stream of articles fewer names come from the others.
 */
enum { PIECE = 64 * 1024 };

static struct common common;
static struct quotes_opts how;
static const char *kinds, *lang = "", *cues;
static struct map own_cues;
static size_t min_words;
static unsigned min_confidence;		/* thousandths */
static uint32_t wanted = UINT32_MAX;	/* bits by enum quote_kind */

static const struct opt opts[] = {
	{ 0, "kind", OPT_STRING, "KIND,...", &kinds,
	    "only these: direct mixed indirect" },
	{ 0, "min-words", OPT_NUMBER, "N", &min_words,
	    "only quotations of N words or more" },
	{ 0, "min-confidence", OPT_SHARE, "P", &min_confidence,
	    "only those as sure as P, from 0 to 1" },
	{ 0, "single", OPT_FLAG, NULL, &how.single,
	    "single marks quote, also where there are double ones" },
	{ 0, "cues", OPT_STRING, "FILE", &cues,
	    "more verbs of saying: a form a line" },
	{ 'L', "lang", OPT_STRING, "LANG", &lang,
	    "language of the text (else told by its words)" },
	OPT_MARKUP(common),
	OPT_COMMON(common),
	OPT_INPUT(common, DOC_FORMS),
	OPT_FINDER(common),
	OPT_END
};

static const struct tool tool = {
	"quotes", "Print who said what: SPEAKER KIND QUOTE CUE.",
	"cat *.txt | deboil | quotes", "[file ...]", opts
};

enum { F_START, F_END, F_SPANS, F_KIND, F_QUOTE, F_SPEAKER, F_MENTION,
    F_MENTION_START, F_MENTION_END, F_TITLE, F_CUE, F_CUE_START, F_CUE_END,
    F_CONFIDENCE, FIELDS };
static const char *const fields[] = { "start", "end", "spans", "kind", "quote",
    "speaker", "mention", "mention_start", "mention_end", "title", "cue",
    "cue_start", "cue_end", "confidence", NULL };
static const struct rec_table table = {
	fields, "speaker,kind,quote,cue", "SPEAKER\tKIND\tQUOTE\tCUE", "quotes"
};

/* In a loop of its own over locals: so the compiler takes 16 bytes at once. */
static void
blank_spaces(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		p[i] = byte_is_space(p[i]) ? ' ' : p[i];
}

/* The parts joined by a blank, white space folded. */
static struct str
joined(struct buf *b, const struct doc *doc, const struct quote *x)
{
	b->n = 0;
	for (size_t i = 0; i < x->nspans; i++) {
		struct str s = chars_trim(str_cut(doc->text, x->spans[i].start,
		    x->spans[i].end));

		if (i > 0)
			buf_char(b, ' ');
		buf_put(b, s);
	}
	blank_spaces(b->p, b->n);
	return buf_str(b);
}

static size_t
count_words(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' ');
	return n;
}

static bool
is_wanted(const struct quote *x, struct str text)
{
	return (wanted >> x->kind & 1) != 0
	    && x->confidence >= min_confidence
	    && (min_words == 0 || count_words(text) >= min_words);
}

static struct rec_value
offset_value(struct span at, bool end)
{
	return (struct rec_value){ .kind = at.end > 0 ? REC_OFFSET
	    : REC_ABSENT, .number = end ? at.end : at.start };
}

static void
put(struct rec *rec, const struct doc *doc, const struct quote *x,
    struct str text)
{
	struct rec_value v[FIELDS] = {
		[F_START] = { .kind = REC_OFFSET,
		    .number = x->spans[0].start },
		[F_END] = { .kind = REC_OFFSET,
		    .number = x->spans[x->nspans - 1].end },
		[F_SPANS] = { .kind = REC_SPANS, .spans = x->spans,
		    .nspans = x->nspans },
		[F_KIND] = { .kind = REC_TEXT,
		    .text = str_of(quote_kinds[x->kind]) },
		[F_QUOTE] = { .kind = REC_TEXT, .text = text },
		[F_SPEAKER] = rec_text(REC_TEXT, x->speaker),
		[F_MENTION] = rec_text(REC_TEXT, str_cut(doc->text,
		    x->mention.start, x->mention.end)),
		[F_MENTION_START] = offset_value(x->mention, false),
		[F_MENTION_END] = offset_value(x->mention, true),
		[F_TITLE] = rec_text(REC_TEXT, x->title),
		[F_CUE] = rec_text(REC_TEXT, str_cut(doc->text, x->cue.start,
		    x->cue.end)),
		[F_CUE_START] = offset_value(x->cue, false),
		[F_CUE_END] = offset_value(x->cue, true),
		[F_CONFIDENCE] = { .kind = REC_MILLI,
		    .number = x->confidence },
	};

	rec_put(rec, v);
}

static void
mark(struct markup *m, const struct quote *x)
{
	struct mark k = { .key = x->speaker,
	    .note = str_of(quote_kinds[x->kind]) };

	for (size_t i = 0; i < x->nspans; i++) {
		k.at = x->spans[i];
		k.style = i + 1 < x->nspans ? MARKUP_PART : MARKUP_FIND;
		markup_add(m, &k);
	}
	k.at = x->mention;
	k.style = MARKUP_MENTION;
	markup_add(m, &k);
	k.at = x->cue;
	k.style = MARKUP_CUE;
	markup_add(m, &k);
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	const struct quote *x;
	struct buf text = { 0 };
	struct markup markup;
	enum markup_form form;
	struct quotes q;
	struct doc doc;
	struct rec rec;
	const char *bad;

	if (kinds != NULL)
		wanted = opt_names(&tool, "kind", kinds, quote_kinds,
		    QUOTE_KINDS);
	form = markup_form(&common, &bad);
	if (bad != NULL)
		opt_usage(&tool, "%s", bad);
	how.lang = str_of(lang);
	if (common.by_line)
		out_by_line();
	common.by_line = false;		/* speakers are resolved over a document */
	if ((bad = rec_open(&rec, &table, &common)) != NULL)
		opt_usage(&tool, "-o: %s", bad);
	markup_open(&markup, form, "quotes");
	if (cues != NULL) {
		list_read(&own_cues, cues, true);
		how.cues = &own_cues;
	}
	if (!quotes_open(&q, &how))
		opt_usage(&tool, "-L: '%s' is no language: give its code of "
		    "ISO 639, such as de or pt-BR", lang);
	doc_open(&doc, files, &common, PIECE);
	doc_warn_html(&doc);
	while (doc_next(&doc)) {
		if (doc.opens)
			quotes_document(&q);
		markup_piece(&markup, &doc);
		rec_piece(&rec, &doc);
		quotes_start(&q, doc.text);
		while ((x = quotes_next(&q)) != NULL) {
			if (!is_wanted(x, joined(&text, &doc, x)))
				continue;
			if (form != MARKUP_OFF)
				mark(&markup, x);
			else
				put(&rec, &doc, x, buf_str(&text));
		}
		markup_piece_end(&markup);
		rec_piece_end(&rec);
	}
	quotes_close(&q);
	map_free(&own_cues);
	buf_free(&text);
	markup_close(&markup);
	rec_close(&rec);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
