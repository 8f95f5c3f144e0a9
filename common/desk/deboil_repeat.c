/*
 * What a page says twice comes once: a paragraph, the headline, a line close
 * before; and what stands between such copies as it does between those that
 * stay. Items, questions of an interview, names of sections come again and are
 * said again.
 */
#include "desk/deboil_parts.h"

#include "base/map.h"

/*
 * Bytes of a line that may be a copy by itself; lines that are kept, from one
 * to its copy close by; bytes of a credit; words of a long paragraph. Of 322
 * lines of REPEAT bytes that came again on labelled HTML pages 223 were text.
 */
enum { REPEAT = 40, BESIDE = 2, CREDIT = 30, LONG = 20, ITEM = 4 };

/*
 * Of two copies the first stays, or a later one that is likelier by half of
 * log-odds: the first is often a caption or a standfirst.
 */
enum { LIKELIER = 128 };

/* A line that is kept, and the first of the same text, or the one that stays. */
struct line {
	uint32_t block, same;
	bool heads;		/* no other of its page stands before it */
};

/* "… to Vietnam. (AFP)": a caption may be a paragraph with a credit. */
static struct str
without_credit(struct str t)
{
	size_t i = t.n;

	if (t.p[t.n - 1] != ')')
		return t;
	while (i > 0 && t.n - i < CREDIT && t.p[i - 1] != '(')
		i--;
	if (i < 3 || t.p[i - 1] != '(' || t.p[i - 2] != ' ' || t.p[i - 3] != '.')
		return t;
	return str_cut(t, 0, i - 2);
}

static struct line *
kept_lines(struct deboil *d, size_t *n)
{
	struct line *lines = arena_alloc(&d->arena, d->n + 1, sizeof *lines);
	struct map known = { 0 };

	*n = 0;
	for (size_t i = 0; i < d->n; i++) {
		const struct deboil_block *b = &d->blocks[i];
		struct line *l = &lines[*n];
		uint32_t *first;
		bool added;

		if (b->opens)
			map_clear(&known);
		if (!b->keep || b->text.n == 0)
			continue;
		l->block = (uint32_t)i;
		l->heads = known.n == 0;
		first = map_put(&known, without_credit(b->text), &added);
		if (added)
			*first = (uint32_t)*n;
		l->same = *first;
		++*n;
	}
	map_free(&known);
	return lines;
}

/* "• one tablespoon", <li>. */
static bool
is_item(const struct deboil_block *b)
{
	return b->tag == ITEM || b->text.p[0] == '*' || b->text.p[0] == '-'
	    || str_starts(b->text, STR("\xe2\x80\xa2"));
}

static bool
asks(struct str t)
{
	return t.p[t.n - 1] == '?' || str_ends(t, STR("\xef\xbc\x9f"));
}

static bool
is_paragraph(const struct deboil_block *b)
{
	return b->prose > 0 && b->ends >= END_STOP && b->rank == 0
	    && !is_item(b) && !asks(b->text);
}

static void
drop(struct deboil_block *b)
{
	b->keep = false;
	b->reason = DEBOIL_REPEAT;
}

static void
drop_copy(struct deboil *d, struct line *lines, size_t k)
{
	uint32_t *stays = &lines[lines[k].same].same;
	struct deboil_block *b = &d->blocks[lines[k].block];
	struct deboil_block *other = &d->blocks[lines[*stays].block];

	if (other->score + LIKELIER >= b->score) {
		drop(b);
		return;
	}
	drop(other);
	*stays = (uint32_t)k;
}

static bool
is_copy(const struct deboil *d, const struct line *lines, size_t k)
{
	const struct deboil_block *b = &d->blocks[lines[k].block];
	size_t first = lines[k].same;

	return b->text.n >= REPEAT && (lines[first].heads
	    || k - first <= BESIDE || is_paragraph(b));
}

/* A long paragraph that went as a copy takes along what stands beside it. */
static bool
takes_along(const struct deboil *d, const struct line *lines, size_t k)
{
	const struct deboil_block *b = &d->blocks[lines[k].block];

	return !b->keep && b->prose >= LONG && lines[k].same < k;
}

static void
drop_between(struct deboil *d, const struct line *lines, size_t n)
{
	bool on = false;

	for (size_t k = 1; k < n; k++) {
		on = (on || takes_along(d, lines, k - 1))
		    && lines[k - 1].same + 1 == lines[k].same
		    && lines[lines[k].same].same != k;
		if (on)
			drop(&d->blocks[lines[k].block]);
	}
	for (size_t k = n; k-- > 1;) {
		on = (on || takes_along(d, lines, k))
		    && lines[k - 1].same + 1 == lines[k].same
		    && lines[lines[k - 1].same].same != k - 1;
		if (on)
			drop(&d->blocks[lines[k - 1].block]);
	}
}

void
deboil_drop_repeats(struct deboil *d)
{
	size_t n;
	struct line *lines = kept_lines(d, &n);

	for (size_t k = 0; k < n; k++)
		if (lines[k].same != k && is_copy(d, lines, k))
			drop_copy(d, lines, k);
	drop_between(d, lines, n);
}
