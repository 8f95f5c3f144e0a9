#include "desk/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"

/*
 * A record of one line and fewer bytes is a sentence, or a few: what it states
 * decides, not how much of it is the same. (News sentences rarely have more;
 * stories rarely less. Set on invented examples.)
 */
enum { LONG_BYTES = 500 };

void
dedup_open(struct dedup *d, const struct dedup_opts *opts)
{
	*d = (struct dedup){ .opts = *opts };
	d->opts.numbers |= opts->near;
	keys_open(&d->keys, opts->short_keys, d->opts.numbers);
	if (opts->near)
		d->near = near_open(opts->seed, opts->level);
}

void
dedup_close(struct dedup *d)
{
	keys_close(&d->keys);
	free(d->links);
	buf_free(&d->key);
	if (d->near != NULL)
		near_close(d->near);
}

/* The table is about to become half as large again. */
bool
dedup_is_full(const struct dedup *d, size_t limit)
{
	return keys_is_crowded(&d->keys) && keys_bytes(&d->keys) / 2 * 3 > limit;
}

/* ---- groups ---- */

/* Records that open no group of their own, by number: numbers only grow. */
void
dedup_link(struct dedup *d, uint64_t number, uint64_t group)
{
	d->links = xgrow(d->links, &d->link_cap, d->nlinks + 1,
	    sizeof *d->links);
	d->links[d->nlinks++] = (struct dedup_link){ number, group };
}

static uint64_t
group_of(const struct dedup *d, uint64_t number)
{
	size_t low = 0, high = d->nlinks;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (d->links[mid].number < number)
			low = mid + 1;
		else
			high = mid;
	}
	return low < d->nlinks && d->links[low].number == number
	    ? d->links[low].group : number;
}

/* ---- signs ---- */

static struct str
compared(struct dedup *d, struct str record)
{
	if (d->opts.near || (!d->opts.fold && !d->opts.nocase))
		return record;
	d->key.n = 0;
	if (d->opts.fold)
		dedup_fold(&d->key, record);
	else
		chars_lower_put(&d->key, record);
	/* A record of blanks alone has nothing else to compare. */
	return d->key.n > 0 ? buf_str(&d->key) : record;
}

static bool
is_long(struct str record)
{
	return record.n >= LONG_BYTES
	    || memchr(record.p, '\n', record.n) != NULL;
}

static struct key
key_of_bytes(const struct dedup *d, struct str s)
{
	struct key k;

	hash_bytes2(s, d->opts.seed, &k.high, &k.low);
	if (d->opts.short_keys)
		k.low = 0;
	k.high |= k.high == 0;
	return k;
}

void
dedup_sign(struct dedup *d, struct str record, struct dedup_sign *s)
{
	struct key k = { 0 };

	s->sketch = (struct dedup_sketch){ 0 };
	if (d->opts.near) {
		s->sketch = near_sketch(d->near, record, is_long(record));
		k = near_key(d->near);
	}
	/* Near, a record of marks alone has no words to compare. */
	if (k.high == 0)
		k = key_of_bytes(d, compared(d, record));
	if (d->opts.short_keys)
		k.low = 0;
	s->high = k.high;
	s->low = k.low;
}

static struct dedup_answer
exact(const struct dedup *d, size_t at)
{
	struct dedup_answer a = { .status = DEDUP_EXACT, .similarity = 1000 };

	if (d->opts.numbers) {
		a.first = d->keys.numbers[at];
		a.group = group_of(d, a.first);
	}
	return a;
}

/* Not seen byte for byte; remembered as number unless that is 0. */
static struct dedup_answer
similar(struct dedup *d, struct dedup_sketch sketch, uint64_t number)
{
	struct dedup_answer a = { .status = DEDUP_NEW };
	uint64_t first = sketch.n == 0 ? 0
	    : near_take(d->near, sketch, number, &a.similarity);

	a.first = a.group = d->records;
	if (first == 0) {
		a.similarity = 0;
		return a;
	}
	a.status = DEDUP_NEAR;
	a.first = first;
	a.group = group_of(d, first);
	if (number != 0)
		dedup_link(d, number, a.group);
	return a;
}

static bool
put(struct dedup *d, struct key k, size_t *at)
{
	d->records++;
	if (!keys_put(&d->keys, k, at))
		return false;
	if (d->opts.numbers)
		d->keys.numbers[*at] = d->records;
	return true;
}

struct dedup_answer
dedup_take_sign(struct dedup *d, const struct dedup_sign *s)
{
	size_t at;

	if (!put(d, (struct key){ s->high, s->low }, &at))
		return exact(d, at);
	return similar(d, s->sketch, d->records);
}

struct dedup_answer
dedup_look_sign(struct dedup *d, const struct dedup_sign *s)
{
	size_t at;

	d->records++;
	if (keys_find(&d->keys, (struct key){ s->high, s->low }, &at))
		return exact(d, at);
	return similar(d, s->sketch, 0);
}

struct dedup_answer
dedup_take(struct dedup *d, struct str record)
{
	struct dedup_sign s;

	dedup_sign(d, record, &s);
	return dedup_take_sign(d, &s);
}

void
dedup_take_lines(struct dedup *d, const struct str *lines, size_t n, bool *is_new)
{
	struct key k[DEDUP_BATCH];
	size_t at;

	for (size_t i = 0; i < n; i++) {
		k[i] = key_of_bytes(d, lines[i]);
		keys_prefetch(&d->keys, k[i]);
	}
	for (size_t i = 0; i < n; i++)
		is_new[i] = put(d, k[i], &at);
}

size_t
dedup_bytes(const struct dedup *d)
{
	return keys_bytes(&d->keys) + d->link_cap * sizeof *d->links
	    + (d->near != NULL ? near_bytes(d->near) : 0);
}
