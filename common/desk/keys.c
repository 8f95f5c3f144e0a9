#include "desk/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/pages.h"

/* Small tables grow faster, to 16 MB: moving them all the time costs more. */
enum { FIRST_CAP = 1 << 14, LARGE_CAP = 1 << 20, NUMBER = 8 };

void
keys_open(struct keys *k, bool is_short, bool numbered)
{
	*k = (struct keys){ .is_short = is_short, .numbered = numbered };
}

static size_t
slot_size(const struct keys *k)
{
	return sizeof *k->slots << !k->is_short;
}

void
keys_close(struct keys *k)
{
	pages_free(k->slots, k->cap * slot_size(k));
	pages_free(k->numbers, k->numbered ? k->cap * NUMBER : 0);
}

size_t
keys_bytes(const struct keys *k)
{
	return k->cap * (slot_size(k) + (k->numbered ? NUMBER : 0));
}

bool
keys_is_crowded(const struct keys *k)
{
	return k->n * 20 >= k->cap * 13;
}

/* ---- slots ---- */

static struct key
slot(const struct keys *k, size_t i)
{
	if (k->is_short)
		return (struct key){ k->slots[i], 0 };
	return (struct key){ k->slots[2 * i], k->slots[2 * i + 1] };
}

static void
set_slot(struct keys *k, size_t i, struct key key)
{
	if (k->is_short) {
		k->slots[i] = key.high;
		return;
	}
	k->slots[2 * i] = key.high;
	k->slots[2 * i + 1] = key.low;
}

/* Where the key is, or the free slot where it would be. */
static size_t
find(const struct keys *k, struct key key)
{
	size_t i = keys_home(k, key);

	for (;;) {
		struct key s = slot(k, i);

		if (s.high == 0 || (s.high == key.high && s.low == key.low))
			return i;
		if (++i == k->cap)
			i = 0;
	}
}

/* ---- growth ---- */

struct moved {
	struct key key;
	uint64_t number;
};

static struct moved
take_out(struct keys *k, size_t i)
{
	struct moved m = { slot(k, i), k->numbered ? k->numbers[i] : 0 };

	set_slot(k, i, (struct key){ 0, 0 });
	return m;
}

static void
put_in(struct keys *k, size_t i, struct moved m)
{
	set_slot(k, i, m.key);
	if (k->numbered)
		k->numbers[i] = m.number;
}

/* Above from all slots are in their new order: a free one there, or cap. */
static size_t
free_slot(const struct keys *k, struct key key, size_t from)
{
	size_t i = keys_home(k, key);

	if (i < from)
		return k->cap;
	while (i < k->cap && slot(k, i).high != 0)
		i++;
	return i;
}

/*
 * From the last to the first, each to its new home or after it; few (those
 * whose home is below, or that would wrap) wait until all have moved.
 */
static void
grow(struct keys *k)
{
	size_t was = k->cap, nlate = 0, late_cap = 0;
	struct moved *late = NULL;

	k->cap = was == 0 ? FIRST_CAP : was < LARGE_CAP ? was * 4
	    : was + was / 2;
	k->slots = pages_grow(k->slots, was * slot_size(k),
	    k->cap * slot_size(k));
	if (k->numbered)
		k->numbers = pages_grow(k->numbers, was * NUMBER,
		    k->cap * NUMBER);
	for (size_t i = was; i-- > 0;) {
		struct moved m;
		size_t at;

		if (slot(k, i).high == 0)
			continue;
		m = take_out(k, i);
		at = free_slot(k, m.key, i);
		if (at < k->cap) {
			put_in(k, at, m);
			continue;
		}
		late = xgrow(late, &late_cap, nlate + 1, sizeof *late);
		late[nlate++] = m;
	}
	while (nlate > 0) {
		nlate--;
		put_in(k, find(k, late[nlate].key), late[nlate]);
	}
	free(late);
}

/* ---- all ---- */

bool
keys_put(struct keys *k, struct key key, size_t *at)
{
	if (keys_is_crowded(k))
		grow(k);
	*at = find(k, key);
	if (slot(k, *at).high != 0)
		return false;
	set_slot(k, *at, key);
	k->n++;
	return true;
}

bool
keys_find(const struct keys *k, struct key key, size_t *at)
{
	if (k->cap == 0)
		return false;
	*at = find(k, key);
	return slot(k, *at).high != 0;
}
