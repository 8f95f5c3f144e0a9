#include "train/quotes_reliable.h"

#include <stdio.h>

#include "text/chars.h"
#include "text/utf8.h"

enum { BIN = 1000 / (RELIABLE_BINS - 1), SURE = 900 };	/* thousandths */

/* As the evaluation has it: the same words; more of these than of others. */
enum { SAME = 800, HALF = 500 };

static bool
is_word(struct str text, const struct token *t)
{
	return chars_is(utf8_at(text, t->start), CHAR_WORD);
}

/* How many of 1000 words of the longer lie in both. */
static unsigned
overlap(const struct quotes *q, struct span a, struct span b)
{
	size_t both = 0, of_a = 0, of_b = 0, most;

	for (size_t i = 0; i < q->ntokens; i++) {
		size_t at = q->tokens[i].start;
		bool in_a = at >= a.start && at < a.end;
		bool in_b = at >= b.start && at < b.end;

		if (!is_word(q->text, &q->tokens[i]))
			continue;
		of_a += in_a;
		of_b += in_b;
		both += in_a && in_b;
	}
	most = of_a > of_b ? of_a : of_b;
	return most > 0 ? (unsigned)(both * 1000 / most) : 0;
}

/* What of it stands on the line of the byte: parts end with their lines. */
static struct span
on_line(struct str text, struct span s, size_t at)
{
	while (at < s.end && text.p[at] != '\n')
		at++;
	s.end = at;
	while (at > s.start && text.p[at - 1] != '\n')
		at--;
	s.start = at;
	return s;
}

/* The marked quotation that shares most with this part, *share of 1000. */
static const struct gold *
gold_of(const struct quotes *q, const struct article *a, struct span part,
    unsigned *share)
{
	const struct gold *best = NULL;

	*share = 0;
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->gold[i].n; k++) {
			struct span g = a->gold[i].spans[k];
			size_t at = g.start > part.start ? g.start : part.start;
			unsigned n = at < g.end && at < part.end ? overlap(q,
			    part, on_line(q->text, g, at)) : 0;

			if (n > *share) {
				*share = n;
				best = &a->gold[i];
			}
		}
	return best;
}

static bool
is_surname(struct str surname, struct str name)
{
	struct str last = gold_last_name(name);

	return last.n > 0 && str_eq(last, surname);
}

/* By the mention, or by the surname, of the mention or of who it is. */
static bool
has_speaker(const struct quotes *q, const struct gold *g, const struct quote *x)
{
	struct str surname = gold_last_name(x->speaker);

	return g->speaker.end == 0 || (x->mention.end > g->speaker.start
	    && x->mention.start < g->speaker.end)
	    || is_surname(surname, str_cut(q->text, g->speaker.start,
	    g->speaker.end)) || is_surname(surname, buf_str(&g->name));
}

void
reliable_count(struct reliable *r, const struct quotes *q,
    const struct article *a, const struct quote *x)
{
	unsigned bin = x->confidence / BIN;

	for (size_t i = 0; i < x->nspans; i++) {
		struct span part = on_line(q->text, x->spans[i],
		    x->spans[i].start);
		unsigned share;
		const struct gold *g = gold_of(q, a, part, &share);

		if (share >= HALF && !g->speech)
			continue;
		r->n[x->kind][bin]++;
		r->right[x->kind][bin] += share >= SAME
		    && has_speaker(q, g, x);
	}
}

static void
put_row(const char *name, unsigned n, unsigned right)
{
	if (n > 0)
		fprintf(stderr, "%s\t%u\t%.3f\n", name, n, (double)right / n);
}

void
reliable_print(const struct reliable *r)
{
	unsigned n = 0, right = 0;
	char name[64];

	fprintf(stderr, "kind and confidence\tparts\tright\n");
	for (int k = 0; k < QUOTE_KINDS; k++)
		for (unsigned b = 0; b < RELIABLE_BINS; b++) {
			snprintf(name, sizeof name, "%s %.2f-", quote_kinds[k],
			    b * BIN / 1000.0);
			put_row(name, r->n[k][b], r->right[k][b]);
			n += b >= SURE / BIN ? r->n[k][b] : 0;
			right += b >= SURE / BIN ? r->right[k][b] : 0;
		}
	put_row("all 0.90-", n, right);
}
