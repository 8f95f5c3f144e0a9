/* One run: what was seen is in memory, in --seen's file, or held. */
#include "tools/dedup.h"

#include "base/die.h"
#include "io/hold.h"
#include "io/json.h"
#include "io/out.h"
#include "io/seen.h"
#include "text/chars.h"

/* Without --memory; the rest of what is held goes to temporary files. */
enum { HOLD_BYTES = 128 * 1024 * 1024, LEAST_HOLD = 4 * 1024 * 1024 };

struct run {
	struct dedup_command *c;
	struct recall recall;
	struct hold hold;
	struct seen seen;
	struct labels labels;
	bool holding, choose;
	bool opens;		/* a document, but its record was dropped */
};

/* ---- which of a group is kept ---- */

/* Digits of the date, as a number: 2024-05-01T10:00 is 20240501100000. */
static uint64_t
date_of(struct str object)
{
	struct str v;
	uint64_t date = 0;
	int n = 0;

	if (!json_field(object, STR("date"), &v))
		return 0;
	for (size_t i = 0; i < v.n && n < 14; i++)
		if (byte_is_digit(v.p[i])) {
			date = date * 10 + (uint64_t)(v.p[i] - '0');
			n++;
		}
	for (; n < 14; n++)
		date *= 10;
	return date;
}

/* The lowest rank is kept. */
static uint64_t
rank_of(const struct run *r, const struct item *item)
{
	switch (r->c->keep) {
	case KEEP_LONGEST:
		return ~(uint64_t)item->text.n;
	case KEEP_NEWEST:
		return ~date_of(item->body);
	default:
		return 0;
	}
}

/* ---- printing ---- */

static void
put(struct run *r, const struct item *item, const struct dedup_answer *a,
    uint64_t count)
{
	struct label label = { dedup_statuses[a->status], a->first, a->group,
	    count, a->similarity };

	if (item->opens && r->c->kind != ITEM_OBJECT && !r->c->list)
		out_document();
	labels_put(&r->labels, item, &label);
}

static bool
is_printed(const struct run *r, bool kept)
{
	return r->c->mark || r->c->groups || kept != r->c->complement;
}

/* ---- holding ---- */

static void
begin_hold(struct run *r)
{
	size_t bytes = r->c->memory > 0 ? r->c->memory / 4 : HOLD_BYTES;

	hold_open(&r->hold, r->choose, r->c->keep != KEEP_FIRST,
	    bytes > LEAST_HOLD ? bytes : LEAST_HOLD, r->c->tmpdir);
	r->hold.before = r->seen.records;
	r->holding = true;
}

static void
hold(struct run *r, const struct item *item, const struct dedup_sign *sign,
    const struct dedup_answer *a)
{
	uint64_t number = r->recall.now.records;
	struct held h = { number, a->first, a->group, 0, a->status,
	    a->similarity, item->opens || r->opens,
	    r->recall.full && a->status == DEDUP_NEW, item->name, item->body };
	uint64_t key[2] = { sign->high, sign->low };

	if (h.unknown)
		hold_unknown(&r->hold, key, number, rank_of(r, item));
	else if (r->choose || is_printed(r, false))
		hold_known(&r->hold, number, a->group, rank_of(r, item));
	r->opens = h.opens;
	if (!h.unknown && !r->choose && !is_printed(r, false))
		return;
	hold_record(&r->hold, &h);
	r->opens = false;
}

static bool
is_kept(const struct run *r, const struct held *h)
{
	if (h->group != h->number)
		return false;
	return (!r->c->repeated || h->count > 1)
	    && (!r->c->unique || h->count == 1);
}

static void
release(struct run *r)
{
	struct seen_entry e = { 0 };
	struct held h;

	while (hold_resolve(&r->hold, e.key, &e.number))
		if (r->c->seen != NULL && e.number > r->hold.before)
			seen_add(&r->seen, &e);
	while (hold_next(&r->hold, &h)) {
		struct item item = { h.name, h.body, h.body, h.opens,
		    r->c->kind == ITEM_OBJECT };
		struct dedup_answer a = { (enum dedup_status)h.status, h.first,
		    h.group, h.similarity };

		if (h.unknown && h.first != h.number) {
			a.status = DEDUP_EXACT;
			a.similarity = 1000;
		}
		if (is_printed(r, r->choose ? is_kept(r, &h)
		    : a.status == DEDUP_NEW))
			put(r, &item, &a, h.count);
		else if (h.opens && r->c->kind == ITEM_LINE)
			out_document();
	}
	hold_close(&r->hold);
}

/* ---- what earlier runs saw ---- */

/* Begins to hold, or tells, when what was taken last met the limit. */
static void
watch_limit(struct run *r, bool *told)
{
	if (r->recall.full && !r->holding)
		begin_hold(r);
	if (!r->recall.forgets || *told)
		return;
	warnx("--memory: from record %llu on the oldest records are forgotten",
	    (unsigned long long)r->recall.now.records + 1);
	*told = true;
}

static void
load(struct run *r, bool *told)
{
	struct seen_entry e;

	while (seen_next(&r->seen, &e)) {
		struct dedup_sign s = { e.key[0], e.key[1],
		    { e.words, e.nwords } };
		struct dedup_answer a;

		r->recall.now.records = e.number - 1;
		a = recall_take(&r->recall, &s);
		watch_limit(r, told);
		if (r->recall.full && a.status == DEDUP_NEW)
			hold_unknown(&r->hold, e.key, e.number, 0);
	}
	r->recall.now.records = r->seen.records;
}

static void
take(struct run *r, const struct item *item, bool *told)
{
	struct dedup_sign s;
	struct dedup_answer a;

	recall_sign(&r->recall, dedup_compared(r->c, item), &s);
	if (r->c->seen != NULL && !r->c->frozen) {
		struct seen_entry e = { r->recall.now.records + 1,
		    { s.high, s.low }, s.sketch.words, s.sketch.n };

		a = recall_take(&r->recall, &s);
		if (a.status != DEDUP_EXACT && !r->recall.full)
			seen_add(&r->seen, &e);
	} else {
		a = recall_take(&r->recall, &s);
	}
	watch_limit(r, told);
	if (r->holding)
		hold(r, item, &s, &a);
	else if (is_printed(r, a.status == DEDUP_NEW))
		put(r, item, &a, 0);
	else if (item->opens && r->c->kind == ITEM_LINE)
		out_document();
}

bool
dedup_run(struct dedup_command *c, char **files)
{
	struct run r = { .c = c, .labels = { &c->common, c->mark, c->groups,
	    c->count, c->list, { 0 } } };
	struct items items;
	struct item item;
	bool ok, told = false;

	r.choose = c->count || c->repeated || c->unique
	    || c->keep != KEEP_FIRST;
	c->how.numbers = c->mark || c->groups || r.choose || c->memory > 0
	    || c->seen != NULL;
	if (c->seen != NULL) {
		seen_open(&r.seen, c->seen, buf_str(&c->settings), c->frozen,
		    c->tmpdir);
		c->how.seed = r.seen.seed;
	}
	/* Exact, what is held takes the other half. */
	recall_open(&r.recall, &c->how, c->how.near ? c->memory
	    : c->memory / 2);
	if (c->seen != NULL)
		load(&r, &told);
	if (r.choose && !r.holding)
		begin_hold(&r);
	items_open(&items, files, &c->common, c->kind);
	while (items_next(&items, &item))
		take(&r, &item, &told);
	ok = items_close(&items) && !told;
	if (r.holding)
		release(&r);
	out_close();
	if (c->seen != NULL) {
		seen_save(&r.seen, r.recall.now.records);
		seen_close(&r.seen);
	}
	recall_close(&r.recall);
	buf_free(&r.labels.b);
	return ok;
}
