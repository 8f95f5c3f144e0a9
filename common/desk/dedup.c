#include "desk/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_numbers;

/*
 * A record of one line and fewer words than LONG is a sentence: only the same
 * words, numbers and names make it the same. (News sentences rarely have
 * more; stories rarely less. Set on invented examples.)
 */
enum { LONG_BYTES = 500, FIRST_CAP = 1 << 16 };

struct dedup_slot {
	uint64_t high, low;	/* both 0: free */
};

void
dedup_open(struct dedup *d, const struct dedup_opts *opts)
{
	*d = (struct dedup){ .opts = *opts };
	d->opts.numbers |= opts->near;
	if (opts->near)
		d->near = near_open();
}

void
dedup_close(struct dedup *d)
{
	free(d->slots);
	free(d->number);
	free(d->links);
	buf_free(&d->key);
	if (d->near != NULL)
		near_close(d->near);
}

/* ---- the table ---- */

static size_t
slot_of(const struct dedup *d, struct dedup_slot k)
{
	__extension__ unsigned __int128 m = (unsigned __int128)k.high * d->cap;
	size_t i = (size_t)(m >> 64);

	while ((d->slots[i].high | d->slots[i].low) != 0
	    && (d->slots[i].high != k.high || d->slots[i].low != k.low))
		if (++i == d->cap)
			i = 0;
	return i;
}

/* Full to four fifths, then doubled: at most 40 bytes a record. */
static void
grow(struct dedup *d)
{
	struct dedup old = *d;

	d->cap = old.cap > 0 ? old.cap * 2 : FIRST_CAP;
	d->slots = xalloc(d->cap, sizeof *d->slots);
	if (d->opts.numbers)
		d->number = xalloc(d->cap, sizeof *d->number);
	for (size_t i = 0; i < old.cap; i++) {
		size_t at;

		if ((old.slots[i].high | old.slots[i].low) == 0)
			continue;
		at = slot_of(d, old.slots[i]);
		d->slots[at] = old.slots[i];
		if (d->opts.numbers)
			d->number[at] = old.number[i];
	}
	free(old.slots);
	free(old.number);
}

static bool
is_crowded(const struct dedup *d)
{
	return d->n * 5 >= d->cap * 4;
}

/* The old table and one of twice its size, side by side for a moment. */
bool
dedup_is_full(const struct dedup *d, size_t limit)
{
	size_t slot = sizeof *d->slots
	    + (d->opts.numbers ? sizeof *d->number : 0);

	return is_crowded(d) && d->cap * 3 * slot > limit;
}

/* True if the key is new; *at is its slot. */
static bool
put(struct dedup *d, struct dedup_slot k, size_t *at)
{
	if (is_crowded(d))
		grow(d);
	*at = slot_of(d, k);
	if ((d->slots[*at].high | d->slots[*at].low) != 0)
		return false;
	d->slots[*at] = k;
	d->n++;
	if (d->opts.numbers)
		d->number[*at] = d->records;
	return true;
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

/* ---- normal forms ---- */

/* "one" is 1, "n't" and "not" the same: what was said, however spelt. */
static void
put_word(struct buf *b, struct str w)
{
	int number = words_find(&words_numbers, w);

	if (str_eq(w, STR("percent")) || str_eq(w, STR("pct")))
		w = STR("%");
	if (number > 0 && number < 100)
		buf_number(b, (unsigned)number);
	else
		buf_put(b, w);
	buf_char(b, ' ');
}

void
dedup_words(struct buf *b, struct str s)
{
	struct buf own = { 0 };

	for (size_t i = 0; i <= s.n;) {
		uint32_t c = i < s.n ? utf8_next(s, &i) : (i++, ' ');
		bool inner = (c == '.' || c == ',') && own.n > 0 && i < s.n
		    && byte_is_digit(own.p[own.n - 1])
		    && byte_is_digit(s.p[i]);

		if (chars_is(c, CHAR_WORD)) {
			utf8_put(&own, chars_lower(c));
		} else if (inner) {
			if (c == '.')
				buf_char(&own, '.');
		} else {
			if (own.n > 0)
				put_word(b, buf_str(&own));
			own.n = 0;
			if (c == '%' || c == '$' || c == 0x20ac || c == 0xa3
			    || c == '+')
				utf8_put(b, c);
		}
	}
	buf_free(&own);
}

static struct str
key_of(struct dedup *d, struct str record)
{
	if (!d->opts.near && !d->opts.fold && !d->opts.nocase)
		return record;
	d->key.n = 0;
	if (d->opts.near)
		dedup_words(&d->key, record);
	else if (d->opts.fold)
		dedup_fold(&d->key, record);
	else
		chars_lower_put(&d->key, record);
	/* A record of marks alone has no words to compare. */
	return d->key.n > 0 ? buf_str(&d->key) : record;
}

static bool
is_long(struct str record)
{
	return record.n >= LONG_BYTES
	    || memchr(record.p, '\n', record.n) != NULL;
}

void
dedup_sign(struct dedup *d, struct str record, struct dedup_sign *s)
{
	bool has_key = false;

	s->sketch = (struct dedup_sketch){ 0 };
	if (d->opts.near && is_long(record)) {
		s->sketch = near_sketch(d->near, record);
		has_key = near_key(d->near, &s->high, &s->low);
	}
	if (!has_key)
		hash_bytes2(key_of(d, record), &s->high, &s->low);
	s->low |= (s->high | s->low) == 0;
}

static struct dedup_answer
exact(const struct dedup *d, size_t at)
{
	struct dedup_answer a = { .status = DEDUP_EXACT, .similarity = 1000 };

	if (d->opts.numbers) {
		a.first = d->number[at];
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

struct dedup_answer
dedup_take_sign(struct dedup *d, const struct dedup_sign *s)
{
	size_t at;

	d->records++;
	if (!put(d, (struct dedup_slot){ s->high, s->low }, &at))
		return exact(d, at);
	return similar(d, s->sketch, d->records);
}

struct dedup_answer
dedup_look_sign(struct dedup *d, const struct dedup_sign *s)
{
	d->records++;
	if (d->n > 0) {
		size_t at = slot_of(d, (struct dedup_slot){ s->high, s->low });

		if ((d->slots[at].high | d->slots[at].low) != 0)
			return exact(d, at);
	}
	return similar(d, s->sketch, 0);
}

struct dedup_answer
dedup_take(struct dedup *d, struct str record)
{
	struct dedup_sign s;

	dedup_sign(d, record, &s);
	return dedup_take_sign(d, &s);
}

size_t
dedup_bytes(const struct dedup *d)
{
	return d->cap * (sizeof *d->slots
	    + (d->opts.numbers ? sizeof *d->number : 0))
	    + d->link_cap * sizeof *d->links
	    + (d->near != NULL ? near_bytes(d->near) : 0);
}
