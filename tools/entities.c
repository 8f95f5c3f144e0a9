/* entities -- names, dates and amounts, in normal form. */
#include "base/die.h"
#include "desk/entities.h"
#include "io/doc.h"
#include "io/json.h"
#include "io/list.h"
#include "io/markup.h"
#include "io/out.h"
#include "io/rec.h"
#include "lang/moment.h"

static struct common common;
static const char *date, *types, *gazetteer;
static unsigned min_confidence;		/* thousandths */

static const struct opt opts[] = {
	{ 0, "date", OPT_STRING, "DATE", &date,
	    "the day relative dates count from (2022-05-01); else the "
	    "document's field \"date\"" },
	{ 0, "types", OPT_STRING, "TYPE,...", &types,
	    "only these: PERSON ORG GPE LOC NORP EVENT LAW PRODUCT DATE TIME "
	    "DURATION MONEY PERCENT QUANTITY; else never: NUMBER ORDINAL "
	    "EMAIL URL HANDLE HASHTAG PHONE ROLE" },
	{ 0, "min-confidence", OPT_SHARE, "P", &min_confidence,
	    "only those as sure as P, from 0 to 1" },
	{ 0, "gazetteer", OPT_STRING, "FILE", &gazetteer,
	    "your own names, which win: NAME, tab, TYPE and maybe tab, "
	    "NORMAL FORM" },
	OPT_MARKUP(common),
	OPT_COMMON(common),
	OPT_INPUT(common, DOC_FORMS),
	OPT_FINDER(common),
	OPT_END
};

static const struct tool tool = {
	"entities", "Print the names, dates and amounts of documents: "
	"NAME TYPE MENTION.",
	"deboil -j *.html | entities | cut -f1,2 | sort | uniq -c | sort -rn",
	"[file ...]", opts
};

enum { F_START, F_END, F_TYPE, F_NAME, F_TEXT, F_TITLE, F_VALUE, F_UNIT,
    F_LOW, F_HIGH, F_MOD, F_QUANT, F_GROUP, F_CONFIDENCE, FIELDS };
static const char *const fields[] = { "start", "end", "type", "name", "text",
    "title", "value", "unit", "low", "high", "mod", "quant", "group",
    "confidence", NULL };
static const struct rec_table table = {
	fields, "name,type,text", "NAME\tTYPE\tMENTION", "entities"
};

static struct day
date_of(const struct doc *doc)
{
	struct day d = { 0, 0, 0 };
	struct buf b = { 0 };

	if (date != NULL)
		calendar_parse(str_of(date), &d);
	else if (doc->object.n > 0
	    && json_string(&b, doc->object, STR("date")))
		moment_day(buf_str(&b), &d);
	buf_free(&b);
	return d;
}

/* The user's names live in text until the end. */
static void
read_gazetteer(struct entities *e, struct buf *text)
{
	struct str rest, line, type;

	list_lines(text, gazetteer);
	rest = buf_str(text);
	for (unsigned n = 1; rest.n > 0; n++) {
		const char *end = memchr(rest.p, '\n', rest.n);

		line = str_cut(rest, 0, (size_t)(end - rest.p));
		rest = str_cut(rest, line.n + 1, rest.n);
		if (!entities_list(e, line, &type))
			diex("%s:%u: no type of names: '%.*s'", gazetteer, n,
			    (int)type.n, type.p);
	}
}

static void
put(struct rec *rec, const struct doc *doc, const struct entity *x)
{
	/* Numbers of amounts are numbers in JSON too. */
	enum rec_kind amount = x->type >= ENTITY_MONEY
	    && x->type <= ENTITY_ORDINAL ? REC_DECIMAL : REC_TEXT;
	/* One by one: to clear them all first took 1 % of the time. */
	struct rec_value v[FIELDS];

	v[F_START] = rec_number(REC_OFFSET, x->at.start);
	v[F_END] = rec_number(REC_OFFSET, x->at.end);
	v[F_TYPE] = rec_text(REC_TEXT, str_of(entity_types[x->type]));
	v[F_NAME] = rec_text(REC_TEXT, x->name);
	v[F_TEXT] = rec_text(REC_TEXT, str_cut(doc->text, x->at.start,
	    x->at.end));
	v[F_TITLE] = rec_text(REC_TEXT, x->title);
	v[F_VALUE] = rec_text(amount, x->value);
	v[F_UNIT] = rec_text(REC_TEXT, x->unit);
	v[F_LOW] = rec_text(amount, x->low);
	v[F_HIGH] = rec_text(amount, x->high);
	v[F_MOD] = rec_text(REC_TEXT, str_of(entity_mods[x->mod]));
	v[F_QUANT] = rec_text(REC_TEXT, x->every ? STR("EACH") : STR(""));
	v[F_GROUP] = rec_number(REC_NUMBER, x->group);
	v[F_CONFIDENCE] = rec_number(REC_MILLI, x->confidence);
	rec_put(rec, v);
}

static void
check_options(uint32_t *wanted, enum markup_form *form)
{
	const char *bad;
	struct day day;

	if (date != NULL && !calendar_parse(str_of(date), &day))
		opt_usage(&tool, "--date: '%s' is no date such as 2022-05-01",
		    date);
	*wanted = types == NULL ? ENTITY_USUAL : opt_names(&tool, "types",
	    types, entity_types, ENTITY_TYPES);
	*form = markup_form(&common, &bad);
	if (bad != NULL)
		opt_usage(&tool, "%s", bad);
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	const struct entity *x;
	struct markup markup;
	enum markup_form form;
	struct entities e;
	struct buf names = { 0 };
	struct doc doc;
	struct rec rec;
	const char *bad;
	uint32_t wanted;

	check_options(&wanted, &form);
	if (common.by_line)
		out_by_line();
	common.by_line = false;		/* names are resolved over a document */
	if ((bad = rec_open(&rec, &table, &common)) != NULL)
		opt_usage(&tool, "-o: %s", bad);
	markup_open(&markup, form, "entities");
	markup_kinds(&markup, entity_types, ENTITY_TYPES);
	entities_open(&e, false);
	entities_want(&e, wanted);
	if (gazetteer != NULL)
		read_gazetteer(&e, &names);
	doc_open(&doc, files, &common, 0);
	doc_warn_html(&doc);
	while (doc_next(&doc)) {
		if (doc.opens)
			entities_document(&e, date_of(&doc));
		markup_piece(&markup, &doc);
		rec_piece(&rec, &doc);
		entities_start(&e, doc.text);
		while ((x = entities_next(&e)) != NULL) {
			if ((wanted >> x->type & 1) == 0
			    || x->confidence < min_confidence)
				continue;
			if (form == MARKUP_OFF)
				put(&rec, &doc, x);
			else
				markup_add(&markup, &(struct mark){
				    .at = x->at, .note = x->name,
				    .key = str_of(entity_types[x->type]) });
		}
		markup_piece_end(&markup);
		rec_piece_end(&rec);
	}
	entities_close(&e);
	buf_free(&names);
	markup_close(&markup);
	rec_close(&rec);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
