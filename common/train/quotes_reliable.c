#include "train/quotes_reliable.h"

#include <stdio.h>

#include "text/chars.h"

enum { BIN = 1000 / (RELIABLE_BINS - 1), SURE = 900 };	/* thousandths */

static bool
is_word(struct str text, const struct token *t)
{
	return (unsigned char)text.p[t->start] >= 0x80
	    || byte_is_letter(text.p[t->start])
	    || byte_is_digit(text.p[t->start]);
}

/* Do four fifths of the words of both lie in both? */
static bool
is_same_part(const struct quotes *q, struct span a, struct span b)
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
	return both > 0 && both * 5 >= most * 4;
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

/* The marked quotation that has this part; NULL: none. */
static const struct gold *
gold_of(const struct quotes *q, const struct article *a, struct span part)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->gold[i].n; k++) {
			struct span g = a->gold[i].spans[k];
			size_t at = g.start > part.start ? g.start : part.start;

			if (at < g.end && at < part.end && is_same_part(q,
			    part, on_line(q->text, g, at)))
				return &a->gold[i];
		}
	return NULL;
}

static bool
has_speaker(const struct quotes *q, const struct gold *g, const struct quote *x)
{
	struct str a, b;

	if (g->speaker.end == 0 || (x->mention.end > g->speaker.start
	    && x->mention.start < g->speaker.end))
		return true;
	a = gold_last_name(str_cut(q->text, g->speaker.start,
	    g->speaker.end));
	b = gold_last_name(x->speaker);
	return a.n > 0 && str_eq(a, b);
}

void
reliable_count(struct reliable *r, const struct quotes *q,
    const struct article *a, const struct quote *x)
{
	unsigned bin = x->confidence / BIN;

	for (size_t i = 0; i < x->nspans; i++) {
		struct span part = on_line(q->text, x->spans[i],
		    x->spans[i].start);
		const struct gold *g = gold_of(q, a, part);

		if (g != NULL && !g->speech)
			continue;
		r->n[x->kind][bin]++;
		r->right[x->kind][bin] += g != NULL && has_speaker(q, g, x);
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
	for (int k = 0; k < 3; k++)
		for (unsigned b = 0; b < RELIABLE_BINS; b++) {
			snprintf(name, sizeof name, "%s %.2f-", quote_kinds[k],
			    b * BIN / 1000.0);
			put_row(name, r->n[k][b], r->right[k][b]);
			n += b >= SURE / BIN ? r->n[k][b] : 0;
			right += b >= SURE / BIN ? r->right[k][b] : 0;
		}
	put_row("all 0.90-", n, right);
}
