/* entities -- names, dates and amounts, in normal form. */
#include "base/die.h"
#include "desk/entities.h"
#include "io/doc.h"
#include "io/json.h"
#include "io/markup.h"
#include "io/out.h"
#include "io/rec.h"

static struct common common;
static const char *date, *types;

static const struct opt opts[] = {
	{ 0, "date", OPT_STRING, "DATE", &date,
	    "the day relative dates count from (2022-05-01); else the "
	    "document's field \"date\"" },
	{ 0, "types", OPT_STRING, "TYPE,...", &types,
	    "only these: PERSON ORG GPE LOC NORP EVENT LAW DATE TIME DURATION "
	    "MONEY PERCENT" },
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

enum { F_START, F_END, F_TYPE, F_NAME, F_TEXT, F_TITLE, F_GROUP,
    F_CONFIDENCE, FIELDS };
static const char *const fields[] = { "start", "end", "type", "name", "text",
    "title", "group", "confidence", NULL };
static const struct rec_table table = {
	fields, "name,type,text", "NAME\tTYPE\tMENTION", "entities"
};

static struct day
date_of(const struct doc *doc)
{
	struct day d = { 0, 0, 0 };
	struct buf b = { 0 };
	struct str v;

	if (date != NULL) {
		calendar_parse(str_of(date), &d);
	} else if (doc->object.n > 0 && json_field(doc->object, STR("date"), &v)
	    && json_is_string(v)) {
		json_unquote(&b, v);
		if (!calendar_parse(buf_str(&b), &d))
			d.year = 0;
		buf_free(&b);
	}
	return d;
}

static bool
is_wanted(enum entity_type type)
{
	struct str name = str_of(entity_types[type]);
	const char *p = types;

	if (p == NULL)
		return true;
	for (;;) {
		size_t n = strcspn(p, ",");

		if (str_eq(name, (struct str){ p, n }))
			return true;
		if (p[n] == '\0')
			return false;
		p += n + 1;
	}
}

static void
put(struct rec *rec, const struct doc *doc, const struct entity *x)
{
	struct rec_value v[FIELDS] = {
		[F_START] = { .kind = REC_OFFSET, .number = x->at.start },
		[F_END] = { .kind = REC_OFFSET, .number = x->at.end },
		[F_TYPE] = { .kind = REC_TEXT,
		    .text = str_of(entity_types[x->type]) },
		[F_NAME] = { .kind = REC_TEXT, .text = x->name },
		[F_TEXT] = { .kind = REC_TEXT, .text = str_cut(doc->text,
		    x->at.start, x->at.end) },
		[F_TITLE] = { .kind = x->title.n > 0 ? REC_TEXT : REC_ABSENT,
		    .text = x->title },
		[F_GROUP] = { .kind = REC_NUMBER, .number = x->group },
		[F_CONFIDENCE] = { .kind = REC_MILLI,
		    .number = x->confidence },
	};

	rec_put(rec, v);
}

static void
mark(struct markup *m, const struct entity *x)
{
	markup_add(m, &(struct mark){ .at = x->at,
	    .key = str_of(entity_types[x->type]), .note = x->name });
}

int
main(int argc, char *argv[])
{
	char **files = opt_parse(&tool, argc, argv);
	const struct entity *x;
	struct markup markup;
	enum markup_form form;
	struct entities e;
	struct doc doc;
	struct rec rec;
	const char *bad;
	struct day day;

	if (date != NULL && !calendar_parse(str_of(date), &day))
		opt_usage(&tool, "--date: '%s' is no date such as 2022-05-01",
		    date);
	form = markup_form(&common, &bad);
	if (bad != NULL)
		opt_usage(&tool, "%s", bad);
	if (common.by_line)
		out_by_line();
	common.by_line = false;		/* names are resolved over a document */
	if (!rec_open(&rec, &table, &common, &bad))
		opt_usage(&tool, "-o: no field '%s'", bad);
	markup_open(&markup, form, "entities");
	markup_kinds(&markup, entity_types, ENTITY_TYPES);
	entities_open(&e, false);
	doc_open(&doc, files, &common, 0);
	while (doc_next(&doc)) {
		if (doc.opens)
			entities_document(&e, date_of(&doc));
		markup_piece(&markup, &doc);
		rec_piece(&rec, &doc);
		entities_start(&e, doc.text);
		while ((x = entities_next(&e)) != NULL) {
			if (!is_wanted(x->type))
				continue;
			if (form != MARKUP_OFF)
				mark(&markup, x);
			else
				put(&rec, &doc, x);
		}
		markup_piece_end(&markup);
		rec_piece_end(&rec);
	}
	entities_close(&e);
	markup_close(&markup);
	rec_close(&rec);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
