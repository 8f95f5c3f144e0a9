/*
 * Lists of names: "Pickford; Walker, Stones, Maguire; Rice". Where most are
 * persons all are, though one be a word of the language.
 */
#include "desk/entities.h"

enum { FEWEST = 4, ITEM_WORDS = 2 };	/* names in a list, words of one */

/* The token after the capitals that begin at i. */
static size_t
end_of_item(const struct entities *e, size_t i)
{
	const struct ner_word *w = e->ner.words;

	size_t end = i;

	while (end < e->ntokens && w[end].hot && (end == i || !w[end].breaks))
		end++;
	return end;
}

/* The item after the one that ends at end: a comma or semicolon parts them. */
static bool
goes_on(const struct entities *e, size_t end)
{
	const struct ner_word *w = e->ner.words;
	char c = end + 1 < e->ntokens ? e->text.p[e->tokens[end].start] : '.';

	return (c == ',' || c == ';') && !w[end].breaks && !w[end + 1].breaks
	    && w[end + 1].hot;
}

/* A capital with none beside it, that is no name of a known kind. */
static bool
is_open(const struct entities *e, size_t i)
{
	const struct ner_word *w = &e->ner.words[i];

	return w->hot && !w->first && !w[-1].hot
	    && (i + 1 == e->ntokens || !w[1].hot)
	    && (e->labels[i] == NER_O || e->labels[i] == NER_B_MISC);
}

/* The first of a list, from, is left as it is. */
static void
fill(struct entities *e, size_t from, size_t end)
{
	for (size_t i = from + 1; i < end; i++)
		if (is_open(e, i)) {
			e->labels[i] = NER_B_PER;
			e->margins[i] = 0;
		}
}

/* The list that begins at i, if one does: the token after it. */
static size_t
lineup_at(struct entities *e, size_t i)
{
	size_t items = 0, persons = 0, from = i, end;

	for (;; i = end + 1) {
		end = end_of_item(e, i);
		items++;
		persons += e->labels[i] == NER_B_PER;
		if (end == i || end > i + ITEM_WORDS || !goes_on(e, end))
			break;
	}
	if (items >= FEWEST && persons * 2 > items)
		fill(e, from, end);
	return end;
}

void
entities_lineups(struct entities *e)
{
	size_t done = 0;

	/* A run may hold several items, and what stands before a list. */
	for (size_t r = 0; r < e->ner.nruns; r++)
		for (size_t i = e->ner.runs[r].from; i < e->ner.runs[r].to; i++)
			if (i >= done && e->ner.words[i].hot)
				done = lineup_at(e, i);
}
