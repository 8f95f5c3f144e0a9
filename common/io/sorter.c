#include "io/sorter.h"

#include <stdlib.h>

#include "base/die.h"

enum { FEWEST = 4096, WRITE = 1024 };	/* tuples */

struct sorter_run {
	unsigned level;
	uint64_t at, left;	/* in its file: bytes; tuples not yet read */
	struct tuple *p;	/* its slice of the buffer */
	size_t i, n, cap;
};

void
sorter_open(struct sorter *s, size_t bytes, const char *tmpdir)
{
	*s = (struct sorter){ .most = FEWEST };
	/* A power of two, as xgrow() makes them: not a byte more. */
	while (s->most * 2 * sizeof(struct tuple) <= bytes)
		s->most *= 2;
	for (size_t i = 0; i < SORTER_LEVELS; i++)
		s->files[i].dir = tmpdir;
}

static int
compare(const struct tuple *a, const struct tuple *b)
{
	for (size_t i = 0; i < 4; i++)
		if (a->w[i] != b->w[i])
			return a->w[i] < b->w[i] ? -1 : 1;
	return 0;
}

static int
compare_any(const void *a, const void *b)
{
	return compare(a, b);
}

/* ---- reading runs side by side ---- */

static const struct tuple *
head(const struct sorter_run *r)
{
	return &r->p[r->i];
}

static bool
refill(struct sorter *s, struct sorter_run *r)
{
	r->n = r->left < r->cap ? (size_t)r->left : r->cap;
	r->i = 0;
	if (r->n == 0)
		return false;
	temp_get(&s->files[r->level], r->at, r->p, r->n * sizeof *r->p);
	r->at += r->n * sizeof *r->p;
	r->left -= r->n;
	return true;
}

static void
sift_down(struct sorter *s, size_t i)
{
	for (;;) {
		size_t least = i;
		struct sorter_run *r;

		for (size_t k = 2 * i + 1; k <= 2 * i + 2; k++)
			if (k < s->nheap
			    && compare(head(s->heap[k]), head(s->heap[least])) < 0)
				least = k;
		if (least == i)
			return;
		r = s->heap[i];
		s->heap[i] = s->heap[least];
		s->heap[least] = r;
		i = least;
	}
}

/* The runs from first on take the buffer between them. */
static void
begin_merge(struct sorter *s, size_t first)
{
	size_t n = s->nruns - first, slice = s->most / (n > 0 ? n : 1);

	s->at = xgrow(s->at, &s->cap, s->most, sizeof *s->at);
	free(s->heap);
	s->heap = xalloc(n, sizeof(struct sorter_run *));
	s->nheap = 0;
	for (size_t i = first; i < s->nruns; i++) {
		struct sorter_run *r = &s->runs[i];

		r->p = s->at + slice * (i - first);
		r->cap = slice;
		if (refill(s, r))
			s->heap[s->nheap++] = r;
	}
	for (size_t i = s->nheap; i > 0; i--)
		sift_down(s, i - 1);
}

static bool
merge_next(struct sorter *s, struct tuple *t)
{
	struct sorter_run *r;

	if (s->nheap == 0)
		return false;
	r = s->heap[0];
	*t = *head(r);
	if (++r->i == r->n && !refill(s, r))
		s->heap[0] = s->heap[--s->nheap];
	sift_down(s, 0);
	return true;
}

/* ---- making runs ---- */

static void
put(struct temp *file, const struct tuple *t, size_t n)
{
	temp_put(file, (struct str){ (const char *)t, n * sizeof *t });
}

static void
add_run(struct sorter *s, unsigned level, uint64_t at)
{
	s->runs = xgrow(s->runs, &s->run_cap, s->nruns + 1, sizeof *s->runs);
	s->runs[s->nruns++] = (struct sorter_run){ .level = level, .at = at,
	    .left = (s->files[level].n - at) / sizeof(struct tuple) };
}

/* Enough runs of the last run's level: they become one of the next. */
static bool
merge_level(struct sorter *s)
{
	unsigned level = s->runs[s->nruns - 1].level;
	size_t first = s->nruns, n = 0;
	struct tuple out[WRITE];
	uint64_t at;

	while (first > 0 && s->runs[first - 1].level == level)
		first--;
	if (s->nruns - first < SORTER_FAN || level + 1 == SORTER_LEVELS)
		return false;
	at = s->files[level + 1].n;
	begin_merge(s, first);
	while (merge_next(s, &out[n]))
		if (++n == WRITE) {
			put(&s->files[level + 1], out, n);
			n = 0;
		}
	put(&s->files[level + 1], out, n);
	temp_empty(&s->files[level]);
	s->nruns = first;
	add_run(s, level + 1, at);
	return true;
}

static void
make_run(struct sorter *s)
{
	uint64_t at = s->files[0].n;

	qsort(s->at, s->n, sizeof *s->at, compare_any);
	put(&s->files[0], s->at, s->n);
	s->n = 0;
	add_run(s, 0, at);
	while (merge_level(s))
		continue;
}

void
sorter_add(struct sorter *s, struct tuple t)
{
	if (s->n == s->most)
		make_run(s);
	s->at = xgrow(s->at, &s->cap, s->n + 1, sizeof *s->at);
	s->at[s->n++] = t;
}

void
sorter_sort(struct sorter *s)
{
	s->next = 0;
	if (s->nruns > 0) {
		make_run(s);
		begin_merge(s, 0);
	} else if (s->n > 0) {
		qsort(s->at, s->n, sizeof *s->at, compare_any);
	}
}

bool
sorter_next(struct sorter *s, struct tuple *t)
{
	if (s->nruns > 0)
		return merge_next(s, t);
	if (s->next == s->n)
		return false;
	*t = s->at[s->next++];
	return true;
}

void
sorter_close(struct sorter *s)
{
	for (size_t i = 0; i < SORTER_LEVELS; i++)
		temp_close(&s->files[i]);
	free(s->at);
	free(s->runs);
	free(s->heap);
}
