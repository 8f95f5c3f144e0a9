/*
 * Long records by shared word shingles. A record is near an earlier one when
 * the shingles they share are enough of the smaller of the two, and their
 * numbers agree: reports made from one template differ in their figures.
 */
#include "desk/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"

/*
 * Measured on real and made wire copy: three words, a quarter of the shingles
 * (by hash), two fifths shared; a shingle that SHARED_BY records have is stock
 * text. Lines of fewer than LINE_WORDS words are furniture.
 */
enum {
	WORDS = 3, SAMPLE = 4, SHARED_BY = 48, LINE_WORDS = 5,
	CONTAINED = 400, NUMBERS_AGREE = 500, NUMBERS_ENOUGH = 4,
	FEWEST = 6, MOST_NUMBERS = 64
};

struct posting {
	uint32_t record, next;	/* next: place + 1, 0 ends */
};

struct entry {
	uint32_t tag, head, count;	/* tag 0: free */
};

struct record {
	uint64_t number;
	uint32_t shingles, numbers_at, nnumbers;
};

struct near {
	struct entry *entries;
	size_t cap, n;
	struct posting *postings;
	size_t npostings, posting_cap;
	struct record *records;
	size_t nrecords, record_cap;
	uint32_t *numbers;
	size_t nnumbers, number_cap;
	/* Of the record at hand. */
	uint64_t *shingles;
	size_t nshingles, shingle_cap;
	uint32_t own_numbers[MOST_NUMBERS];
	size_t nown;
	uint32_t *shared;	/* by record, 0 between records */
	size_t shared_cap;
	uint32_t *touched;
	size_t ntouched, touched_cap;
	uint64_t *line;
	size_t line_cap;
	uint64_t *sketch;
	size_t sketch_cap;
};

struct near *
near_open(void)
{
	return xalloc(1, sizeof(struct near));
}

void
near_close(struct near *x)
{
	free(x->entries);
	free(x->postings);
	free(x->records);
	free(x->numbers);
	free(x->shingles);
	free(x->shared);
	free(x->touched);
	free(x->line);
	free(x->sketch);
	free(x);
}

/* ---- a text's shingles and numbers ---- */

static void
add_number(struct near *x, uint64_t h)
{
	uint32_t v = (uint32_t)(h >> 32) | 1;

	for (size_t i = 0; i < x->nown; i++)
		if (x->own_numbers[i] == v)
			return;
	if (x->nown < MOST_NUMBERS)
		x->own_numbers[x->nown++] = v;
}

static void
add_line(struct near *x, size_t words)
{
	if (words < LINE_WORDS)
		return;
	for (size_t i = 0; i + WORDS <= words; i++) {
		uint64_t h = x->line[i];

		for (size_t k = 1; k < WORDS; k++)
			h = hash_mix(h ^ 0x9e3779b97f4a7c15,
			    x->line[i + k] ^ 0xe7037ed1a0b428db);
		if (h % SAMPLE != 0)
			continue;
		x->shingles = xgrow(x->shingles, &x->shingle_cap,
		    x->nshingles + 1, sizeof *x->shingles);
		x->shingles[x->nshingles++] = h;
	}
}

static bool
is_word_byte(char c)
{
	return byte_is_letter(c) || byte_is_digit(c)
	    || (unsigned char)c >= 0xc3;
}

/* Words of bytes: fast, and the same for every script but for case. */
static void
read_text(struct near *x, struct str t)
{
	size_t words = 0;

	x->nshingles = x->nown = 0;
	for (size_t i = 0; i < t.n;) {
		uint64_t h = 0xcbf29ce484222325;
		bool digit = byte_is_digit(t.p[i]);
		size_t start = i;

		if (!is_word_byte(t.p[i])) {
			if (t.p[i] == '\n' && i + 1 < t.n
			    && t.p[i + 1] == '\n') {
				add_line(x, words);
				words = 0;
			}
			i++;
			continue;
		}
		while (i < t.n && (is_word_byte(t.p[i])
		    || ((unsigned char)t.p[i] & 0xc0) == 0x80
		    || (digit && (t.p[i] == '.' || t.p[i] == ',')
		    && i + 1 < t.n && byte_is_digit(t.p[i + 1])))) {
			if (t.p[i] != ',')
				h = (h ^ (unsigned char)byte_lower(t.p[i]))
				    * 0x100000001b3;
			i++;
		}
		if (digit && i - start > 1)
			add_number(x, hash_mix(h, h));
		x->line = xgrow(x->line, &x->line_cap, words + 1,
		    sizeof *x->line);
		x->line[words++] = h;
	}
	add_line(x, words);
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
make_unique(struct near *x)
{
	size_t n = 0;

	if (x->nshingles == 0)
		return;
	qsort(x->shingles, x->nshingles, sizeof *x->shingles, by_value);
	for (size_t i = 0; i < x->nshingles; i++)
		if (i == 0 || x->shingles[i] != x->shingles[n - 1])
			x->shingles[n++] = x->shingles[i];
	x->nshingles = n;
}

/* ---- sketches: a word of counts, the shingles in order, the numbers ---- */

struct dedup_sketch
near_sketch(struct near *x, struct str text)
{
	size_t n = 1;

	read_text(x, text);
	make_unique(x);
	x->sketch = xgrow(x->sketch, &x->sketch_cap,
	    1 + x->nshingles + x->nown, sizeof *x->sketch);
	x->sketch[0] = (uint64_t)x->nshingles << 32 | x->nown;
	for (size_t i = 0; i < x->nshingles; i++)
		x->sketch[n++] = x->shingles[i];
	for (size_t i = 0; i < x->nown; i++)
		x->sketch[n++] = x->own_numbers[i];
	return (struct dedup_sketch){ x->sketch, n };
}

static void
read_sketch(struct near *x, struct dedup_sketch s)
{
	size_t nshingles = s.n > 0 ? s.words[0] >> 32 : 0;
	size_t nown = s.n > 0 ? s.words[0] & UINT32_MAX : 0;

	x->nshingles = x->nown = 0;
	if (nown > MOST_NUMBERS || s.n != 1 + nshingles + nown)
		return;
	x->shingles = xgrow(x->shingles, &x->shingle_cap, nshingles + 1,
	    sizeof *x->shingles);
	memcpy(x->shingles, s.words + 1, nshingles * sizeof *x->shingles);
	for (size_t i = 0; i < nown; i++)
		x->own_numbers[i] = (uint32_t)s.words[1 + nshingles + i];
	x->nshingles = nshingles;
	x->nown = nown;
}

/* ---- the index ---- */

static struct entry *
find(struct near *x, uint64_t h)
{
	size_t mask = x->cap - 1, i;
	uint32_t tag = (uint32_t)(h >> 32) | 1;

	i = tag & mask;
	while (x->entries[i].tag != 0 && x->entries[i].tag != tag)
		i = (i + 1) & mask;
	return &x->entries[i];
}

static void
grow(struct near *x)
{
	struct entry *old = x->entries;
	size_t cap = x->cap;

	x->cap = cap > 0 ? cap * 2 : 1 << 16;
	x->entries = xalloc(x->cap, sizeof *x->entries);
	for (size_t i = 0; i < cap; i++) {
		size_t mask = x->cap - 1, at;

		if (old[i].tag == 0)
			continue;
		at = old[i].tag & mask;
		while (x->entries[at].tag != 0)
			at = (at + 1) & mask;
		x->entries[at] = old[i];
	}
	free(old);
}

static void
count_shared(struct near *x, const struct entry *e)
{
	for (uint32_t at = e->head; at != 0;
	    at = x->postings[at - 1].next) {
		uint32_t r = x->postings[at - 1].record;

		if (x->shared[r]++ == 0) {
			x->touched = xgrow(x->touched, &x->touched_cap,
			    x->ntouched + 1, sizeof *x->touched);
			x->touched[x->ntouched++] = r;
		}
	}
}

static unsigned
numbers_agree(const struct near *x, const struct record *r)
{
	size_t same = 0, few = r->nnumbers < x->nown ? r->nnumbers : x->nown;

	if (few < NUMBERS_ENOUGH)
		return 1000;
	for (size_t i = 0; i < r->nnumbers; i++)
		for (size_t k = 0; k < x->nown; k++)
			same += x->numbers[r->numbers_at + i]
			    == x->own_numbers[k];
	return (unsigned)(same * 1000 / few);
}

static unsigned
similarity(const struct near *x, uint32_t r)
{
	size_t few = x->records[r].shingles < x->nshingles
	    ? x->records[r].shingles : x->nshingles;

	if (few < FEWEST || numbers_agree(x, &x->records[r]) < NUMBERS_AGREE)
		return 0;
	return (unsigned)(x->shared[r] * 1000ull / few);
}

/* The most similar record, place + 1; of equals the earliest. */
static uint32_t
best_match(struct near *x, unsigned *best)
{
	uint32_t found = 0;

	*best = CONTAINED - 1;
	for (size_t i = 0; i < x->ntouched; i++) {
		uint32_t r = x->touched[i];
		unsigned s = similarity(x, r);

		if (s > *best || (s == *best && found > 0 && r + 1 < found)) {
			*best = s;
			found = r + 1;
		}
		x->shared[r] = 0;
	}
	x->ntouched = 0;
	return found;
}

static void
index_record(struct near *x, uint32_t record)
{
	for (size_t i = 0; i < x->nshingles; i++) {
		struct entry *e;

		if (x->n * 2 >= x->cap)
			grow(x);
		e = find(x, x->shingles[i]);
		if (e->tag == 0) {
			e->tag = (uint32_t)(x->shingles[i] >> 32) | 1;
			x->n++;
		}
		if (e->count >= SHARED_BY) {
			e->head = 0;	/* stock text links nothing */
			continue;
		}
		x->postings = xgrow(x->postings, &x->posting_cap,
		    x->npostings + 1, sizeof *x->postings);
		x->postings[x->npostings] = (struct posting){ record, e->head };
		e->head = (uint32_t)++x->npostings;
		e->count++;
	}
}

static void
remember(struct near *x, uint64_t number)
{
	uint32_t r = (uint32_t)x->nrecords;

	x->records = xgrow(x->records, &x->record_cap, x->nrecords + 1,
	    sizeof *x->records);
	x->records[x->nrecords++] = (struct record){ number,
	    (uint32_t)x->nshingles, (uint32_t)x->nnumbers, (uint32_t)x->nown };
	x->numbers = xgrow(x->numbers, &x->number_cap, x->nnumbers + x->nown,
	    sizeof *x->numbers);
	if (x->nown > 0)
		memcpy(x->numbers + x->nnumbers, x->own_numbers,
		    x->nown * sizeof *x->numbers);
	x->nnumbers += x->nown;
	if (x->nrecords > x->shared_cap) {
		size_t was = x->shared_cap;

		x->shared = xgrow(x->shared, &x->shared_cap, x->nrecords,
		    sizeof *x->shared);
		memset(x->shared + was, 0, (x->shared_cap - was)
		    * sizeof *x->shared);
	}
	index_record(x, r);
}

uint64_t
near_take(struct near *x, struct dedup_sketch sketch, uint64_t number,
    unsigned *similar)
{
	uint32_t match;

	if (x->cap == 0)
		grow(x);
	read_sketch(x, sketch);
	for (size_t i = 0; i < x->nshingles; i++) {
		const struct entry *e = find(x, x->shingles[i]);

		if (e->tag != 0 && e->count < SHARED_BY)
			count_shared(x, e);
	}
	match = best_match(x, similar);
	if (number != 0)
		remember(x, number);
	return match > 0 ? x->records[match - 1].number : 0;
}

size_t
near_bytes(const struct near *x)
{
	return x->cap * sizeof *x->entries
	    + x->posting_cap * sizeof *x->postings
	    + x->record_cap * sizeof *x->records
	    + x->number_cap * sizeof *x->numbers
	    + x->shared_cap * sizeof *x->shared;
}
