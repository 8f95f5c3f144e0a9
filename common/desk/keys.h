/*
 * keys -- a set of hashes in open addressing: 16 bytes a slot, or 8 (short
 * keys: the high half alone), and 8 more where each has a number. It grows by
 * half when it is 65 % full, in place, so that a key takes at most 37 bytes, or
 * 19. (Homes ascend with keys, so that entries move only upwards.) Fuller would
 * be slower: linear probing takes 2 steps for a new key then, at 80 % 13.
 */
#ifndef DESK_KEYS_H
#define DESK_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct key {
	uint64_t high, low;	/* high 0: none; short keys have low 0 */
};

struct keys {
	bool is_short, numbered;
	size_t cap, n;

	/* Private. */
	uint64_t *slots;	/* one or two words each */
	uint64_t *numbers;
};

void keys_open(struct keys *, bool is_short, bool numbered);
void keys_close(struct keys *);
size_t keys_bytes(const struct keys *);
bool keys_is_crowded(const struct keys *);	/* it grows next */

/* True if the key is new; *at is its place, until the next keys_put(). */
bool keys_put(struct keys *, struct key, size_t *at);
bool keys_find(const struct keys *, struct key, size_t *at);

static inline size_t
keys_home(const struct keys *k, struct key key)
{
	__extension__ unsigned __int128 m = (unsigned __int128)key.high * k->cap;

	return (size_t)(m >> 64);
}

/* For who knows what comes next. */
static inline void
keys_prefetch(const struct keys *k, struct key key)
{
	if (k->cap > 0)
		__builtin_prefetch(k->slots
		    + (keys_home(k, key) << !k->is_short), 1);
}

#endif
