/* entities -- names, dates and amounts, in normal form. */
#include "base/die.h"
#include "desk/entities.h"
#include "io/doc.h"
#include "io/in.h"
#include "io/json.h"
#include "io/markup.h"
#include "io/out.h"
#include "io/rec.h"
#include "lang/moment.h"

static struct common common;
static const char *date, *types, *gazetteer;

static const struct opt opts[] = {
	{ 0, "date", OPT_STRING, "DATE", &date,
	    "the day relative dates count from (2022-05-01); else the "
	    "document's field \"date\"" },
	{ 0, "types", OPT_STRING, "TYPE,...", &types,
	    "only these: PERSON ORG GPE LOC NORP EVENT LAW PRODUCT DATE TIME "
	    "DURATION MONEY PERCENT QUANTITY; else never: NUMBER ORDINAL "
	    "EMAIL URL HANDLE HASHTAG PHONE" },
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
	struct moment m;
	struct span at;
	struct str v;

	if (date != NULL) {
		calendar_parse(str_of(date), &d);
	} else if (doc->object.n > 0 && json_field(doc->object, STR("date"), &v)
	    && json_is_string(v)) {
		json_unquote(&b, v);
		if (!calendar_parse(buf_str(&b), &d))
			d = moment_find(buf_str(&b), MOMENT_UNSURE, &at, &m)
			    ? m.day : (struct day){ 0, 0, 0 };
		buf_free(&b);
	}
	return d;
}

/* One of up to three columns; an absent one is empty. */
static struct str
column(struct str line, int which)
{
	size_t from = 0, end;

	for (;; from = end + 1) {
		const char *tab = memchr(line.p + from, '\t', line.n - from);

		end = tab != NULL ? (size_t)(tab - line.p) : line.n;
		if (which-- == 0)
			return str_cut(line, from, end);
		if (tab == NULL)
			return (struct str){ "", 0 };
	}
}

/* The user's names live in text until the end. */
static void
read_gazetteer(struct entities *e, struct buf *text)
{
	char *files[] = { (char *)(uintptr_t)gazetteer, NULL };
	struct str line, rest;
	struct in in;

	in_open(&in, files, '\n', NULL);
	while (in_line(&in, &line)) {
		buf_put(text, line);
		buf_char(text, '\n');
	}
	if (!in_close(&in))
		diex("--gazetteer: could not be read");
	rest = buf_str(text);
	for (unsigned n = 1; rest.n > 0; n++) {
		const char *end = memchr(rest.p, '\n', rest.n);

		line = str_cut(rest, 0, (size_t)(end - rest.p));
		rest = str_cut(rest, line.n + 1, rest.n);
		if (line.n > 0 && line.p[0] != '#' && !entities_list(e,
		    column(line, 0), column(line, 1), column(line, 2)))
			diex("%s:%u: no type of names: '%.*s'", gazetteer, n,
			    (int)column(line, 1).n, column(line, 1).p);
	}
}

/* The types that --types names, as bits. */
static uint32_t
types_wanted(void)
{
	const char *p = types;
	uint32_t wanted = 0;

	if (p == NULL)
		return ENTITY_USUAL;
	for (;;) {
		size_t n = strcspn(p, ",");
		int k = 0;

		while (k < ENTITY_TYPES && !str_eq(str_of(entity_types[k]),
		    (struct str){ p, n }))
			k++;
		if (k == ENTITY_TYPES)
			opt_usage(&tool, "--types: no type '%.*s'", (int)n, p);
		wanted |= (uint32_t)1 << k;
		if (p[n] == '\0')
			return wanted;
		p += n + 1;
	}
}

static struct rec_value
number(enum rec_kind kind, unsigned long long n)
{
	return (struct rec_value){ .kind = kind, .number = n };
}

static struct rec_value
text(struct str s)
{
	return (struct rec_value){ .kind = REC_TEXT, .text = s };
}

static struct rec_value
text_or_none(struct str s)
{
	return (struct rec_value){ .kind = s.n > 0 ? REC_TEXT : REC_ABSENT,
	    .text = s };
}

/* Numbers of amounts are numbers in JSON too. */
static struct rec_value
amount_or_none(const struct entity *x, struct str s)
{
	struct rec_value v = text_or_none(s);

	if (s.n > 0 && x->type >= ENTITY_MONEY && x->type <= ENTITY_ORDINAL)
		v.kind = REC_DECIMAL;
	return v;
}

static void
put(struct rec *rec, const struct doc *doc, const struct entity *x)
{
	/* One by one: to clear them all first took 1 % of the time. */
	struct rec_value v[FIELDS];

	v[F_START] = number(REC_OFFSET, x->at.start);
	v[F_END] = number(REC_OFFSET, x->at.end);
	v[F_TYPE] = text(str_of(entity_types[x->type]));
	v[F_NAME] = text(x->name);
	v[F_TEXT] = text(str_cut(doc->text, x->at.start, x->at.end));
	v[F_TITLE] = text_or_none(x->title);
	v[F_VALUE] = amount_or_none(x, x->value);
	v[F_UNIT] = text_or_none(x->unit);
	v[F_LOW] = amount_or_none(x, x->low);
	v[F_HIGH] = amount_or_none(x, x->high);
	v[F_MOD] = text_or_none(str_of(entity_mods[x->mod]));
	v[F_QUANT] = text_or_none(x->every ? STR("EACH") : STR(""));
	v[F_GROUP] = number(REC_NUMBER, x->group);
	v[F_CONFIDENCE] = number(REC_MILLI, x->confidence);
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
	struct buf names = { 0 };
	struct doc doc;
	struct rec rec;
	const char *bad;
	uint32_t wanted;
	struct day day;

	if (date != NULL && !calendar_parse(str_of(date), &day))
		opt_usage(&tool, "--date: '%s' is no date such as 2022-05-01",
		    date);
	wanted = types_wanted();
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
	entities_want(&e, wanted);
	if (gazetteer != NULL)
		read_gazetteer(&e, &names);
	doc_open(&doc, files, &common, 0);
	while (doc_next(&doc)) {
		if (doc.opens)
			entities_document(&e, date_of(&doc));
		markup_piece(&markup, &doc);
		rec_piece(&rec, &doc);
		entities_start(&e, doc.text);
		while ((x = entities_next(&e)) != NULL) {
			if ((wanted >> x->type & 1) == 0)
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
	buf_free(&names);
	markup_close(&markup);
	rec_close(&rec);
	out_close();
	return doc_close(&doc) ? EXIT_OK : EXIT_INPUT;
}
