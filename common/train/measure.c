#include "train/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { SHINGLE = 4 };

struct bag {
	uint64_t *hash;
	size_t n, cap;
};

static void
put(struct bag *b, uint64_t h)
{
	b->hash = xgrow(b->hash, &b->cap, b->n + 1, sizeof *b->hash);
	b->hash[b->n++] = h;
}

static bool
stands_alone(uint32_t c)
{
	return chars_is(c, CHAR_CJK) || (c >= 0xac00 && c <= 0xd7af);
}

static struct bag
words_of(struct str t)
{
	struct bag b = { 0 };
	uint64_t h = 0;

	for (size_t i = 0; i < t.n;) {
		uint32_t c = utf8_next(t, &i);
		bool alone = stands_alone(c);

		if (h != 0 && (alone || !(chars_is(c, CHAR_WORD) || c == '_')))
			put(&b, h), h = 0;
		if (alone)
			put(&b, hash_mix(c, 0x9e3779b97f4a7c15) | 1);
		else if (chars_is(c, CHAR_WORD) || c == '_')
			h = hash_mix(h + chars_lower(c),
			    0x9e3779b97f4a7c15) | 1;
	}
	if (h != 0)
		put(&b, h);
	return b;
}

static struct bag
shingles_of(const struct bag *w)
{
	struct bag b = { 0 };

	for (size_t i = 0; i < w->n && (i == 0 || i + SHINGLE <= w->n); i++) {
		uint64_t h = 1;

		for (size_t k = i; k < w->n && k < i + SHINGLE; k++)
			h = hash_mix(h ^ w->hash[k], 0xe7037ed1a0b428db);
		put(&b, h);
	}
	return b;
}

static int
by_hash(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static double
overlap(struct bag *a, struct bag *b)
{
	size_t hits = 0;

	if (a->n == 0 || b->n == 0)
		return 0;
	qsort(a->hash, a->n, sizeof *a->hash, by_hash);
	qsort(b->hash, b->n, sizeof *b->hash, by_hash);
	for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
		if (a->hash[i] == b->hash[k])
			hits++, i++, k++;
		else if (a->hash[i] < b->hash[k])
			i++;
		else
			k++;
	}
	return (double)hits;
}

void
measure_lines(struct measure *m, size_t hit, size_t kept, size_t truth)
{
	m->lines_hit += (double)hit;
	m->lines_kept += (double)kept;
	m->lines_true += (double)truth;
	m->page_lines += kept + truth > 0
	    ? 2 * (double)hit / (double)(kept + truth) : 1;
	m->line_pages++;
}

void
measure_text(struct measure *m, struct str kept, struct str truth)
{
	struct bag a = words_of(kept), b = words_of(truth);
	struct bag x = shingles_of(&a), y = shingles_of(&b);
	double hits = overlap(&x, &y);

	m->pages++;
	m->p_pages += x.n > 0;
	m->r_pages += y.n > 0;
	m->shingle_p += x.n > 0 ? hits / (double)x.n : 0;
	m->shingle_r += y.n > 0 ? hits / (double)y.n : 0;
	m->words += a.n + b.n > 0
	    ? 2 * overlap(&a, &b) / (double)(a.n + b.n) : 1;
	free(a.hash);
	free(b.hash);
	free(x.hash);
	free(y.hash);
}

void
measure_print(const struct measure *m, const char *name)
{
	double p = m->shingle_p / m->p_pages, r = m->shingle_r / m->r_pages;

	printf("%-14s %4.0f pages: words %.4f shingles %.4f", name, m->pages,
	    m->words / m->pages, 2 * p * r / (p + r));
	if (m->line_pages > 0)
		printf(" lines %.4f (P %.4f R %.4f) page mean %.4f",
		    2 * m->lines_hit / (m->lines_kept + m->lines_true),
		    m->lines_hit / m->lines_kept, m->lines_hit / m->lines_true,
		    m->page_lines / m->line_pages);
	putchar('\n');
	fflush(stdout);
}
