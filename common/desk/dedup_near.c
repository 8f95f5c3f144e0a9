/*
 * Records by the word pairs they share. A short one is near an earlier one when
 * both state the same fact (desk/dedup_facts.h); a long one when what they share
 * is enough of the smaller of the two, and their numbers agree: reports made
 * from one template differ in their figures.
 *
 * A shingle weighs one over the number of groups that have it, nothing when
 * they are many (desk/dedup_index.h). So stock text and page furniture link
 * nothing, while a story weighs the same however often it is reprinted. Of a
 * group a few members are compared in full: no chains of weak links. Time is
 * linear, and memory bounded, whatever comes.
 */
#include "desk/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/dedup_facts.h"
#include "desk/dedup_index.h"
#include "desk/dedup_overlap.h"
#include "desk/dedup_shingles.h"
#include "text/chars.h"
#include "text/utf8.h"

enum {
	GROUPS = 4,	/* candidates that are looked at closely */
	SURE = 700	/* thousandths; 600 to 800 give the same within a point */
};

/* Shared weight and, above it, count in one word; 256 whole ones fit below. */
enum { ONE = 1 << 18 };

struct record {
	uint64_t number;
	size_t at;		/* of its sketch, in words */
	unsigned level, n;	/* of the sketch: most are not looked into */
};

struct near {
	const struct near_limits *limits;
	struct index index;
	struct record *records;
	uint32_t *groups;	/* by record: its group's first one */
	size_t nrecords, record_cap, group_cap;
	uint64_t *words;	/* sketches */
	size_t nwords, word_cap;
	/* Of the record at hand. */
	struct shingles own;	/* read from the text, or from the sketch */
	bool fresh;		/* own is what sketch says */
	uint32_t weights[SHINGLES_MOST];
	size_t places[SHINGLES_MOST];
	uint64_t *sketch;
	size_t sketch_cap;
	struct key key;
	uint32_t *shared, *of_group;	/* by record, 0 between records */
	size_t shared_cap, of_group_cap;
	uint32_t touched[SHINGLES_MOST * INDEX_STOCK];
	size_t ntouched;
	struct buf text, other;	/* of short records at hand */
	struct facts_text facts;	/* of text, if it was read */
	bool has_facts;
	struct near *brief;	/* the short records; NULL: these are they */
};

static struct near *
open_index(uint64_t seed, enum dedup_level level)
{
	struct near *x = xalloc(1, sizeof *x);

	x->limits = &near_limits[level];
	shingles_open(&x->own);
	x->own.seed = seed;
	index_open(&x->index, seed);
	return x;
}

struct near *
near_open(uint64_t seed, enum dedup_level level)
{
	struct near *x = open_index(seed, level);

	x->brief = open_index(seed, level);
	return x;
}

void
near_close(struct near *x)
{
	if (x->brief != NULL)
		near_close(x->brief);
	buf_free(&x->text);
	buf_free(&x->other);
	index_close(&x->index);
	shingles_close(&x->own);
	free(x->records);
	free(x->groups);
	free(x->words);
	free(x->sketch);
	free(x->shared);
	free(x->of_group);
	free(x);
}

size_t
near_bytes(const struct near *x)
{
	return index_bytes(&x->index) + x->record_cap * sizeof *x->records
	    + x->word_cap * sizeof *x->words
	    + x->group_cap * 3 * sizeof *x->groups
	    + (x->brief != NULL ? near_bytes(x->brief) : 0);
}

/* ---- sketches: counts, then shingles, then numbers, two a word ---- */

static void
put_half(uint64_t *words, size_t i, uint32_t v)
{
	if (i % 2 == 0)
		words[1 + i / 2] = v;
	else
		words[1 + i / 2] |= (uint64_t)v << 32;
}

static size_t
sketch_words(unsigned n, unsigned nnumbers)
{
	return 1 + (n + nnumbers + 1) / 2;
}

/* ---- of a short record: its length, marked, and its words ---- */

static const uint64_t BRIEF = (uint64_t)1 << 63;
enum { BRIEF_MOST = 4096 };	/* bytes; longer ones are not short */

static size_t
brief_words(size_t bytes)
{
	return 1 + (bytes + 7) / 8;
}

static void
set_key(struct near *x, struct str words)
{
	x->key = (struct key){ 0 };
	if (words.n == 0)
		return;
	hash_bytes2(words, x->own.seed, &x->key.high, &x->key.low);
	x->key.high |= x->key.high == 0;
}

static struct dedup_sketch
brief_sketch(struct near *x, struct str text)
{
	size_t n;

	x->fresh = false;
	x->text.n = x->other.n = 0;
	dedup_words(&x->text, text);
	chars_lower_put(&x->other, buf_str(&x->text));
	set_key(x, buf_str(&x->other));
	if (x->text.n > BRIEF_MOST)
		return (struct dedup_sketch){ 0 };
	n = brief_words(x->text.n);
	x->sketch = xgrow(x->sketch, &x->sketch_cap, n, sizeof *x->sketch);
	x->sketch[0] = BRIEF | x->text.n;
	buf_reserve(&x->text, 8);
	memset(x->text.p + x->text.n, 0, 8);
	for (size_t i = 1; i < n; i++)
		x->sketch[i] = hash_read8(x->text.p + 8 * (i - 1));
	return (struct dedup_sketch){ x->sketch, n };
}

static void
brief_text(struct buf *b, const uint64_t *words)
{
	size_t n = words[0] & ~BRIEF;

	b->n = 0;
	buf_reserve(b, n + 8);
	for (size_t i = 1; i < brief_words(n); i++) {
		uint64_t v = hash_read8(&words[i]);

		memcpy(b->p + 8 * (i - 1), &v, sizeof v);
	}
	b->n = n;
}

/* False: from a file, and malformed. */
static bool
read_brief(struct near *x, struct dedup_sketch s)
{
	size_t n = s.words[0] & ~BRIEF;

	if (n > BRIEF_MOST || s.n != brief_words(n))
		return false;
	brief_text(&x->text, s.words);
	x->has_facts = false;
	if (utf8_valid(buf_str(&x->text)) < n)
		return false;
	shingles_read(&x->own, buf_str(&x->text));
	return true;
}

/* ---- all sketches ---- */

struct dedup_sketch
near_sketch(struct near *x, struct str text, bool is_long)
{
	struct shingles *own = &x->own;
	size_t k = 0, n;

	if (!is_long)
		return brief_sketch(x, text);
	shingles_read(own, text);
	n = sketch_words(own->n, own->nnumbers);
	x->sketch = xgrow(x->sketch, &x->sketch_cap, n, sizeof *x->sketch);
	x->sketch[0] = (uint64_t)own->page << 40 | (uint64_t)own->level << 32
	    | own->n << 16 | own->nnumbers;
	for (size_t i = 0; i < own->n; i++)
		put_half(x->sketch, k++, own->list[i]);
	for (size_t i = 0; i < own->nnumbers; i++)
		put_half(x->sketch, k++, own->numbers[i]);
	x->fresh = true;
	x->key = (struct key){ 0 };
	if (own->some)
		x->key = (struct key){ own->high | (own->high == 0), own->low };
	return (struct dedup_sketch){ x->sketch, n };
}

struct key
near_key(const struct near *x)
{
	return x->key;
}

/* A sketch from a file may be anything. */
static bool
read_sketch(struct near *x, struct dedup_sketch s)
{
	struct view v;

	if (x->fresh && s.words == x->sketch)
		return true;
	x->fresh = false;
	shingles_clear(&x->own);
	v = overlap_view(s.words);
	if (v.n > SHINGLES_MOST || v.nnumbers > SHINGLES_NUMBERS
	    || s.n != sketch_words(v.n, v.nnumbers))
		return false;
	x->own.level = v.level;
	x->own.page = v.page;
	for (unsigned i = 0; i < v.n; i++) {
		uint32_t shingle = overlap_half(s.words, i);

		if (shingle == 0 || !shingles_add(&x->own, shingle))
			return false;
	}
	x->own.nnumbers = v.nnumbers;
	for (unsigned i = 0; i < v.nnumbers; i++)
		x->own.numbers[i] = overlap_half(s.words, v.n + i);
	return true;
}

/* ---- two records compared in full ---- */

struct best {
	uint32_t record;
	unsigned similarity;	/* 0: none */
};

static unsigned
similar_brief(struct near *x, uint32_t record)
{
	if (!x->has_facts)
		facts_read(&x->facts, buf_str(&x->text));
	x->has_facts = true;
	brief_text(&x->other, x->words + x->records[record].at);
	return facts_same(&x->facts, buf_str(&x->other), &x->limits->facts);
}

static unsigned
similar_long(const struct near *x, uint32_t record)
{
	return overlap_share(&x->own, x->weights, &x->index,
	    overlap_view(x->words + x->records[record].at), x->limits);
}

/* The most similar record; of equals the earliest. */
static void
compare(struct near *x, uint32_t record, struct best *best)
{
	unsigned c = x->brief == NULL ? similar_brief(x, record)
	    : similar_long(x, record);

	if (c == 0 || c < best->similarity
	    || (c == best->similarity && record > best->record))
		return;
	*best = (struct best){ record, c };
}

/* ---- candidates ---- */

static void
count_shared(struct near *x)
{
	struct index *index = &x->index;

	for (unsigned i = 0; i < x->own.n; i++)
		index_prefetch(index, x->own.list[i]);
	for (unsigned i = 0; i < x->own.n; i++) {
		x->places[i] = index_place(index, x->own.list[i]);
		index_prefetch_list(index, x->places[i]);
	}
	for (unsigned i = 0; i < x->own.n; i++) {
		struct index_found f = index_at(index, x->places[i]);

		x->weights[i] = f.weight;
		for (unsigned k = 0; k < f.n; k++) {
			uint32_t r = f.records[k] - 1;

			if (x->shared[r] == 0)
				x->touched[x->ntouched++] = r;
			x->shared[r] += ONE + f.weight;
		}
	}
}

/*
 * Could a record of the group, as far as counts tell, be near? What both have
 * is of the higher level already.
 */
static bool
is_likely(const struct near *x, uint32_t group, uint32_t count)
{
	const struct record *r = &x->records[group];
	unsigned level = r->level > x->own.level ? r->level : x->own.level;
	unsigned a = x->own.n >> (level - x->own.level);
	unsigned b = r->n >> (level - r->level);
	unsigned likely = x->brief == NULL ? x->limits->facts.likely
	    : x->limits->likely;

	if (b < a)
		a = b;
	return count * 1000 >= a * likely;
}

struct candidate {
	uint32_t group, shared;
};

/* Into those with the most shared; of equals the earliest. */
static void
place_candidate(struct candidate *c, struct candidate new)
{
	size_t i = GROUPS;

	while (i > 0 && (c[i - 1].shared < new.shared
	    || (c[i - 1].shared == new.shared && c[i - 1].group > new.group))) {
		if (i < GROUPS)
			c[i] = c[i - 1];
		i--;
	}
	if (i < GROUPS)
		c[i] = new;
}

static void
choose_groups(struct near *x, struct candidate *c)
{
	for (size_t i = 0; i < x->ntouched; i++)
		x->of_group[x->groups[x->touched[i]]]
		    += x->shared[x->touched[i]];
	for (size_t i = 0; i < x->ntouched; i++) {
		uint32_t g = x->groups[x->touched[i]], s = x->of_group[g];

		x->of_group[g] = 0;
		if (s > 0 && is_likely(x, g, s / ONE))
			place_candidate(c, (struct candidate){ g, s % ONE });
	}
}

/*
 * Its first record and the two that share most. Of short records the first
 * alone: many small changes, one after the other, would be a chain.
 */
static void
compare_group(struct near *x, uint32_t group, struct best *best)
{
	uint32_t first = group, second = group;

	for (size_t i = 0; i < x->ntouched && x->brief != NULL; i++) {
		uint32_t r = x->touched[i], s = x->shared[r];

		if (x->groups[r] != group || r == group)
			continue;
		if (first == group || s > x->shared[first]) {
			second = first;
			first = r;
		} else if (second == group || s > x->shared[second]) {
			second = r;
		}
	}
	compare(x, group, best);
	if (first != group)
		compare(x, first, best);
	if (second != group)
		compare(x, second, best);
}

static struct best
best_match(struct near *x)
{
	struct candidate c[GROUPS] = { { 0 } };
	struct best best = { 0 };

	count_shared(x);
	choose_groups(x, c);
	for (size_t i = 0; i < GROUPS && c[i].shared > 0; i++)
		compare_group(x, c[i].group, &best);
	for (size_t i = 0; i < x->ntouched; i++)
		x->shared[x->touched[i]] = 0;
	x->ntouched = 0;
	return best;
}

/* ---- all ---- */

static uint32_t *
grow_zeroed(uint32_t *p, size_t *cap, size_t need)
{
	size_t was = *cap;

	p = xgrow(p, cap, need, sizeof *p);
	memset(p + was, 0, (*cap - was) * sizeof *p);
	return p;
}

/*
 * A page that is like another by a part only has a group of its own here: if
 * that part is what all pages of the site have, it comes to be known as stock.
 */
static bool
is_sure(const struct near *x, struct best best)
{
	return best.similarity > 0
	    && (!x->own.page || best.similarity >= SURE);
}

static void
remember(struct near *x, struct dedup_sketch s, uint64_t number,
    struct best best)
{
	uint32_t r = (uint32_t)x->nrecords++;

	x->records = xgrow(x->records, &x->record_cap, x->nrecords,
	    sizeof *x->records);
	x->groups = xgrow(x->groups, &x->group_cap, x->nrecords,
	    sizeof *x->groups);
	x->shared = grow_zeroed(x->shared, &x->shared_cap, x->nrecords);
	x->of_group = grow_zeroed(x->of_group, &x->of_group_cap, x->nrecords);
	x->words = xgrow(x->words, &x->word_cap, x->nwords + s.n,
	    sizeof *x->words);
	x->records[r] = (struct record){ number, x->nwords,
	    x->own.level, x->own.n };
	x->groups[r] = is_sure(x, best) ? x->groups[best.record] : r;
	memcpy(x->words + x->nwords, s.words, s.n * sizeof *x->words);
	x->nwords += s.n;
	for (unsigned i = 0; i < x->own.n; i++) {
		size_t at = x->places[i];

		/* Another shingle may have taken a free place since. */
		if (x->index.entries[at].shingle != x->own.list[i])
			at = index_place(&x->index, x->own.list[i]);
		index_add(&x->index, at, x->own.list[i], r, x->groups);
	}
}

uint64_t
near_take(struct near *x, struct dedup_sketch sketch, uint64_t number,
    unsigned *similar)
{
	struct best best;
	bool is_brief = sketch.n > 0 && (sketch.words[0] & BRIEF) != 0;

	if (is_brief)
		x = x->brief;
	if (sketch.n == 0
	    || !(is_brief ? read_brief(x, sketch) : read_sketch(x, sketch)))
		return 0;
	index_room(&x->index, x->own.n);
	best = best_match(x);
	*similar = best.similarity < 1000 ? best.similarity : 1000;
	if (number != 0)
		remember(x, sketch, number, best);
	return best.similarity > 0 ? x->records[best.record].number : 0;
}
