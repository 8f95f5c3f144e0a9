/* The steps of a run on several machines: signatures, join, apply. */
#include "tools/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "io/out.h"
#include "io/seed.h"
#include "io/sigs.h"

/* ---- map: records to signatures ---- */

bool
dedup_signatures(struct dedup_command *c, char **files)
{
	struct sigs sigs = { .settings = buf_str(&c->settings),
	    .is_near = c->how.near };
	struct sig g = { .at.part = c->part_number };
	struct dedup d;
	struct items items;
	struct item item;
	bool ok;

	dedup_open(&d, &c->how);
	items_open(&items, files, &c->common, c->kind);
	while (items_next(&items, &item)) {
		struct dedup_sign s;

		dedup_sign(&d, dedup_compared(c, &item), &s);
		g.at.number++;
		g.key[0] = s.high;
		g.key[1] = s.low;
		g.words = s.sketch.words;
		g.nwords = s.sketch.n;
		sigs_put(&sigs, &g);
	}
	ok = items_close(&items);
	sigs_put_end(&sigs, c->part_number);
	out_close();
	sigs_close(&sigs);
	dedup_close(&d);
	return ok;
}

/* ---- reduce: signatures to groups ---- */

struct join {
	struct sigs sigs;
	struct sig before;	/* exact: the line before, its group's first */
	bool some, is_open;
	struct dedup d;		/* near */
	struct place first;	/* of the parts: where number 1 is */
};

static _Noreturn void
bad_line(const struct items *items, const char *why)
{
	diex("%s:%llu: %s", items->in.name, items->in.line, why);
}

static bool
same_key(const struct sig *a, const struct sig *b)
{
	return a->key[0] == b->key[0] && a->key[1] == b->key[1];
}

static int
compare(const struct sig *a, const struct sig *b)
{
	const uint64_t x[] = { a->key[0], a->key[1], a->at.part, a->at.number };
	const uint64_t y[] = { b->key[0], b->key[1], b->at.part, b->at.number };

	for (int i = 0; i < 4; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* Equal keys stand together, the first record first. */
static const char *
join_exact(struct join *j, const struct sig *g)
{
	struct group_line out = { .at = g->at, .status = DEDUP_EXACT,
	    .similarity = 1000 };

	if (j->some && compare(&j->before, g) >= 0)
		return "is not sorted";
	if (j->some && same_key(&j->before, g)) {
		out.first = out.group = j->before.at;
		sigs_put_group(&j->sigs, &out);
		return NULL;
	}
	j->before = *g;
	j->some = true;
	return NULL;
}

/* The part whose records include that number, and its place in it. */
static struct place
place_of(const struct sigs *s, uint64_t number)
{
	size_t low = 0, high = s->nparts;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (s->parts[mid].before < number)
			low = mid;
		else
			high = mid;
	}
	return (struct place){ low, number - s->parts[low].before };
}

/* The records come in order: this is the run of one machine. */
/*
 * Whoever writes records may know how signatures are hashed. Equal keys stay
 * equal, but where they lie in the table nobody can foresee (two rounds of
 * Luby and Rackoff).
 */
static void
hide(struct dedup_sign *s, uint64_t secret)
{
	s->low ^= hash_mix(s->high ^ secret, 0x9e3779b97f4a7c15);
	s->high ^= hash_mix(s->low ^ secret, 0xd6e8feb86659fd93);
	s->high |= s->high == 0;
}

static const char *
join_near(struct join *j, const struct sig *g)
{
	struct dedup_sign s = { g->key[0], g->key[1], { g->words, g->nwords } };
	struct dedup_answer a;
	struct group_line out = { .at = g->at };

	if (j->some && (g->at.part < j->before.at.part
	    || (g->at.part == j->before.at.part
	    && g->at.number <= j->before.at.number)))
		return "is not sorted";
	if (!j->some || g->at.part != j->before.at.part)
		for (uint64_t p = j->some ? j->before.at.part + 1 : 0;
		    p <= g->at.part; p++)
			sigs_part(&j->sigs, p)->before = j->d.records;
	j->before.at = g->at;
	j->some = true;
	hide(&s, j->d.opts.seed);
	a = dedup_take_sign(&j->d, &s);
	if (a.status == DEDUP_NEW)
		return NULL;
	out.status = a.status;
	out.similarity = a.similarity;
	out.first = place_of(&j->sigs, a.first);
	out.group = place_of(&j->sigs, a.group);
	sigs_put_group(&j->sigs, &out);
	return NULL;
}

/* The level that s begins with, or -1. */
static int
level_of(struct str s)
{
	for (int k = 0; dedup_levels[k] != NULL; k++) {
		struct str name = str_of(dedup_levels[k]);

		if (str_starts(s, name)
		    && (s.n == name.n || s.p[name.n] == ','))
			return k;
	}
	return -1;
}

/* Signatures of another version of the engine mean something else. */
static void
start_join(struct join *j)
{
	struct str settings = j->sigs.settings;
	struct dedup_opts opts = { .near = true, .seed = seed_random() };
	struct buf b = { 0 };
	int level = 0;

	buf_put(&b, j->sigs.is_near ? STR("near,v") : STR("exact,v"));
	buf_number(&b, DEDUP_VERSION);
	if (j->sigs.is_near)
		level = settings.n <= b.n ? -1
		    : level_of(str_cut(settings, b.n + 1, settings.n));
	if (!str_starts(settings, buf_str(&b)) || level < 0
	    || (settings.n > b.n && settings.p[b.n] != ','))
		diex("signatures are of '%.*s', this dedup has %.*s",
		    (int)settings.n, settings.p, (int)b.n, b.p);
	buf_free(&b);
	opts.level = (enum dedup_level)level;
	dedup_open(&j->d, &opts);
	j->is_open = true;
}

static void
join_line(struct join *j, const struct items *items, struct str line)
{
	struct sig g;
	const char *why;
	enum sigs_kind kind = sigs_get(&j->sigs, line, &g, &why);

	if (kind == SIGS_BAD)
		bad_line(items, why);
	if (!j->is_open)
		start_join(j);
	if (kind == SIGS_END)
		return;
	why = j->sigs.is_near ? join_near(j, &g) : join_exact(j, &g);
	if (why != NULL)
		bad_line(items, why);
}

bool
dedup_join(struct dedup_command *c, char **files)
{
	struct join j = { 0 };
	struct items items;
	struct item item;
	const char *why;
	uint64_t part;
	bool ok;

	items_open(&items, files, &c->common, ITEM_LINE);
	while (items_next(&items, &item))
		join_line(&j, &items, item.body);
	ok = items_close(&items);
	if (j.sigs.nparts == 0)
		diex("no signatures");
	why = sigs_check(&j.sigs, &part);
	if (why != NULL)
		diex("part %llu %s", (unsigned long long)part, why);
	sigs_put_parts(&j.sigs);
	out_close();
	sigs_close(&j.sigs);
	dedup_close(&j.d);
	return ok;
}

/* ---- filter: the records of one part, by its groups ---- */

struct apply {
	struct items lines;	/* of GROUPS */
	struct sigs sigs;
	struct group_line next;
	bool some;		/* next is one of our part */
	uint64_t part, before;
};

/* Reads GROUPS up to the next line of our part. */
static void
read_group(struct apply *a)
{
	struct item item;
	const char *why;

	a->some = false;
	while (items_next(&a->lines, &item)) {
		enum sigs_kind kind = sigs_get_group(&a->sigs, item.body,
		    &a->next, &why);

		if (kind == SIGS_BAD)
			bad_line(&a->lines, why);
		if (kind == SIGS_END) {
			struct part_sum *p = sigs_part(&a->sigs,
			    a->next.at.part);

			p->before = a->before;
			a->before += p->records;
		}
		if (a->next.at.part > a->part)
			return;
		a->some = kind == SIGS_RECORD && a->next.at.part == a->part;
		if (a->some)
			return;
	}
}

static uint64_t
number_of(struct apply *a, struct place at)
{
	return sigs_part(&a->sigs, at.part)->before + at.number;
}

static struct label
label_of(struct apply *a, uint64_t number, bool *is_new)
{
	struct place at = { a->part, number };
	struct label l = { dedup_statuses[DEDUP_NEW], number_of(a, at), 0, 0,
	    0 };

	l.group = l.first;
	*is_new = !a->some || a->next.at.number != number;
	if (*is_new)
		return l;
	if (a->next.status > DEDUP_NEAR || a->next.status == DEDUP_NEW)
		diex("part %llu of the groups is damaged",
		    (unsigned long long)a->part);
	l = (struct label){ dedup_statuses[a->next.status],
	    number_of(a, a->next.first), number_of(a, a->next.group), 0,
	    a->next.similarity };
	read_group(a);
	return l;
}

/* All of the part's lines were there, and it has as many records as we. */
static void
check_part(struct apply *a, uint64_t records)
{
	const struct part_sum *p = sigs_part(&a->sigs, a->part);
	unsigned long long part = a->part;

	if (!p->ended)
		diex("part %llu is not in the groups", part);
	if (p->lines != p->end_records)
		diex("part %llu of the groups is truncated", part);
	if (p->line_sum != p->end_sum)
		diex("part %llu of the groups is damaged", part);
	if (p->records != records)
		diex("part %llu has %llu records, in the groups it has %llu",
		    part, (unsigned long long)records,
		    (unsigned long long)p->records);
}

bool
dedup_apply(struct dedup_command *c, char **files)
{
	char groups[] = "", *names[] = { groups, NULL };
	struct apply a = { .part = c->part_number };
	struct labels labels = { &c->common, c->mark, c->groups, false,
	    c->list, { 0 } };
	struct common plain = { 0 };
	struct items items;
	struct item item;
	uint64_t number = 0;
	bool ok, is_new;

	names[0] = (char *)(uintptr_t)c->apply;
	items_open(&a.lines, names, &plain, ITEM_LINE);
	read_group(&a);
	if (!sigs_part(&a.sigs, a.part)->ended)
		check_part(&a, 0);
	items_open(&items, files, &c->common, c->kind);
	while (items_next(&items, &item)) {
		struct label l = label_of(&a, ++number, &is_new);

		if (item.opens && c->kind != ITEM_OBJECT && !c->list)
			out_document();
		if (c->mark || c->groups || is_new != c->complement)
			labels_put(&labels, &item, &l);
	}
	ok = items_close(&items);
	out_flush();
	check_part(&a, number);
	ok &= items_close(&a.lines);
	out_close();
	sigs_close(&a.sigs);
	buf_free(&labels.b);
	return ok;
}
