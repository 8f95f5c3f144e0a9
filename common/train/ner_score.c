/*
 * What tools/entities would find in the held-out units beside what the corpora
 * mark: exact spans and types.
 */
#include "train/ner_corpus.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "desk/entities.h"

enum { PERSONS, ORGS, PLACES, SCORED };

struct tally {
	size_t right, found, gold;
};

static const char *const scored[SCORED] = { "PER", "ORG", "LOC" };

static int
kind_of_label(unsigned label)
{
	return label == NER_B_PER ? PERSONS : label == NER_B_ORG ? ORGS
	    : label == NER_B_LOC ? PLACES : SCORED;
}

static int
kind_of_type(enum entity_type type)
{
	return type == ENTITY_PERSON ? PERSONS : type == ENTITY_ORG ? ORGS
	    : type == ENTITY_GPE || type == ENTITY_LOC ? PLACES : SCORED;
}

struct name {
	uint32_t start, end;
	int kind;
	bool right;
};

struct names {
	struct name *list;
	size_t n, cap;
};

static void
add_name(struct names *all, size_t start, size_t end, int kind)
{
	if (kind == SCORED)
		return;
	all->list = xgrow(all->list, &all->cap, all->n + 1, sizeof *all->list);
	all->list[all->n++] = (struct name){ (uint32_t)start, (uint32_t)end,
	    kind, false };
}

static uint8_t
one_label(uint16_t allowed)
{
	uint8_t l = 0;

	while (!(allowed >> l & 1))
		l++;
	return l;
}

static void
gold_names(const struct ner_corpus *c, const struct ner_unit *u,
    struct names *all)
{
	size_t end;

	all->n = 0;
	for (size_t g = u->gold; g < u->gold_end; g = end) {
		uint8_t label = one_label(c->gold[g].allowed);

		end = g + 1;
		if (label == NER_O || label % 2 == 0)
			continue;
		while (end < u->gold_end
		    && one_label(c->gold[end].allowed) == label + 1)
			end++;
		add_name(all, c->gold[g].start, c->gold[end - 1].end,
		    kind_of_label(label));
	}
}

/* What tools/entities would find. */
static void
found_names(struct entities *e, struct str text, struct names *all)
{
	const struct entity *x;

	all->n = 0;
	entities_document(e, (struct day){ 0, 0, 0 });
	entities_start(e, text);
	while ((x = entities_next(e)) != NULL)
		add_name(all, x->at.start, x->at.end, kind_of_type(x->type));
}

/* Both lists are in order. */
static void
compare(struct names *gold, struct names *found, struct tally *t)
{
	size_t k = 0;

	for (size_t i = 0; i < found->n; i++)
		t[found->list[i].kind].found++;
	for (size_t i = 0; i < gold->n; i++) {
		struct name *g = &gold->list[i];

		t[g->kind].gold++;
		while (k < found->n && found->list[k].start < g->start)
			k++;
		if (k == found->n || found->list[k].start != g->start
		    || found->list[k].end != g->end
		    || found->list[k].kind != g->kind)
			continue;
		g->right = found->list[k].right = true;
		t[g->kind].right++;
	}
}

static void
print_tally(const char *set, const struct tally *t)
{
	struct tally all = { 0, 0, 0 };

	printf("%-14s", set);
	for (int k = 0; k < SCORED; k++) {
		printf(" %s %zu/%zu/%zu", scored[k], t[k].right, t[k].found,
		    t[k].gold);
		all.right += t[k].right;
		all.found += t[k].found;
		all.gold += t[k].gold;
	}
	printf("  names P %.2f R %.2f F %.2f (%zu)\n",
	    100. * (double)all.right / ((double)all.found + 1e-9),
	    100. * (double)all.right / ((double)all.gold + 1e-9), 200.
	    * (double)all.right / ((double)(all.found + all.gold) + 1e-9),
	    all.gold);
}

static void
print_errors(const char *set, const char *what, struct str text,
    const struct names *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct name *x = &all->list[i];
		size_t from = x->start < 60 ? 0 : x->start - 60;
		size_t to = x->end + 40 < text.n ? x->end + 40 : text.n;

		if (x->right)
			continue;
		printf("%s\t%s\t%s\t%.*s\t", what, set, scored[x->kind],
		    (int)(x->end - x->start), text.p + x->start);
		for (size_t k = from; k < to; k++) {
			if (k == x->start)
				putchar('[');
			if (k == x->end)
				putchar(']');
			putchar(text.p[k] == '\n' ? '|' : text.p[k]);
		}
		putchar('\n');
	}
}

void
ner_corpus_score(const struct ner_corpus *c, const int8_t *weights,
    bool show_errors)
{
	struct tally tally[NER_SETS][SCORED];
	struct names gold = { 0 }, found = { 0 };
	struct entities e;

	memset(tally, 0, sizeof tally);
	entities_open(&e, true);
	ner_close(&e.ner);
	ner_open(&e.ner, weights);
	for (size_t i = 0; i < c->n; i++) {
		const struct ner_unit *u = &c->units[i];
		struct str text = str_cut(buf_str(&c->text), u->text,
		    u->text_end);

		if (!u->held)
			continue;
		gold_names(c, u, &gold);
		found_names(&e, text, &found);
		compare(&gold, &found, tally[u->set]);
		if (!show_errors)
			continue;
		print_errors(ner_corpus_set(u->set), "MISSED", text, &gold);
		print_errors(ner_corpus_set(u->set), "WRONG", text, &found);
	}
	for (unsigned s = 0; ner_corpus_set(s) != NULL; s++)
		print_tally(ner_corpus_set(s), tally[s]);
	entities_close(&e);
	free(gold.list);
	free(found.list);
}
