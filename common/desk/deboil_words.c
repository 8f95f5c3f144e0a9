/*
 * What words say: a linear model over the hashed words of a block and the
 * classes of its markup. A table of weights has two bytes an entry: a check
 * against keys the model has never seen, and the weight.
 */
#include "desk/deboil_keys.h"

#include "text/words.h"

extern const struct words words_chrome;

enum { KIND_SLOTS = 2048 };

/* ---- the words of chrome, by hash ---- */

static void
add_kind(struct deboil *d, struct str word, unsigned kind)
{
	uint32_t hash = deboil_word_hash(word);
	unsigned i = hash % KIND_SLOTS;

	while (d->kinds[i].kind != 0)
		i = (i + 1) % KIND_SLOTS;
	d->kinds[i] = (struct deboil_kind){ hash, (uint8_t)kind };
	d->kind_bits[hash >> 17 >> 6] |= 1ull << (hash >> 17 & 63);
}

void
deboil_kinds_open(struct deboil *d)
{
	const struct words *w = &words_chrome;

	for (uint32_t i = 0; i < w->size; i++) {
		const struct words_slot *e = &w->slots[i];

		if (e->length != 0 && e->value > 0
		    && e->value % DEBOIL_MORE_KINDS < DEBOIL_KINDS)
			add_kind(d, (struct str){ w->pool + e->at, e->length },
			    (unsigned)e->value % DEBOIL_MORE_KINDS);
	}
}

unsigned
deboil_kind(const struct deboil *d, uint32_t hash)
{
	unsigned i = hash % KIND_SLOTS;

	if (!deboil_may_be_kind(d, hash))
		return 0;
	for (; d->kinds[i].kind != 0; i = (i + 1) % KIND_SLOTS)
		if (d->kinds[i].hash == hash)
			break;
	return d->kinds[i].kind;
}

/* ---- keys ---- */

uint32_t
deboil_key(enum deboil_key kind, uint32_t a, uint32_t b)
{
	uint64_t h = (a + (uint64_t)kind * DEBOIL_MIX_KIND) * DEBOIL_MIX;

	h = (h ^ (h >> 29) ^ b) * DEBOIL_MIX_LAST;
	return (uint32_t)(h >> 32);
}

static size_t
form_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	struct deboil_form f = deboil_form_of(d, i);

	keys[0] = deboil_key(FORM, f.own, 0);
	keys[1] = deboil_key(FORM_BEFORE, f.own, f.before);
	keys[2] = deboil_key(FORM_AFTER, f.own, f.after);
	keys[3] = deboil_key(FORM_BOTH, f.rough, f.before << 8 | f.after);
	return DEBOIL_FORMS;
}

/* Words from..to - 1 and the pairs that begin with them. */
static size_t
word_keys(const uint32_t *w, size_t from, size_t to, uint32_t *keys)
{
	for (size_t k = from; k < to; k++) {
		*keys++ = deboil_key(ONE, w[k], 0);
		*keys++ = deboil_key(PAIR, w[k], w[k + 1]);
	}
	return 2 * (to - from);
}

static size_t
end_keys(const uint32_t *w, size_t n, uint32_t *keys)
{
	uint32_t *k = keys;

	*k++ = deboil_key(ONE, w[n - 1], 0);
	*k++ = deboil_key(FIRST, w[0], 0);
	*k++ = deboil_key(LAST, w[n - 1], 0);
	if (n > 1) {
		*k++ = deboil_key(FIRST_TWO, w[0], w[1]);
		*k++ = deboil_key(LAST_TWO, w[n - 2], w[n - 1]);
	}
	if (n <= DEBOIL_FEW)
		*k++ = deboil_key(LINE, deboil_line_of(w, n), 0);
	return (size_t)(k - keys);
}

size_t
deboil_text_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	const struct deboil_shape *f = &d->shapes[i];
	struct deboil_ends at = deboil_ends_of(d, f->n);
	const uint32_t *w = d->words + f->first;
	size_t n = form_keys(d, i, keys);

	if (f->n == 0)
		return n;
	n += word_keys(w, 0, at.head, keys + n);
	n += word_keys(w, at.tail, f->n - 1, keys + n);
	return n + end_keys(w, f->n, keys + n);
}

/* Tags are hashes with the distance of their element in the low two bits. */
size_t
deboil_tag_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	const struct deboil_block *b = &d->blocks[d->shapes[i].block];
	size_t n = 0;

	for (uint32_t k = 0; k < b->tags && n < DEBOIL_KEYS; k++) {
		uint32_t t = d->tags[b->first_tag + k];

		keys[n++] = deboil_key((t & 3) == 0 ? TAG_OWN : (t & 3) == 1
		    ? TAG_NEAR : TAG_FAR, t >> 2, 0);
	}
	return n;
}

/* Added up without branches, which would be guessed wrong. */
struct deboil_said
deboil_say(const int8_t *weights, const uint32_t *keys, size_t n)
{
	int score = 0, known = 0;

	for (size_t i = 0; i < n; i++) {
		const int8_t *e = weights + deboil_key_slot(keys[i]);
		int w = e[1] & -((uint8_t)e[0] == (keys[i] & 255));

		score += w;
		known += w != 0;
	}
	return (struct deboil_said){ score, (uint16_t)n, (uint16_t)known };
}

void
deboil_say_text_plain(const struct deboil *d, struct span rows,
    const int8_t *weights, struct deboil_said *said)
{
	uint32_t keys[DEBOIL_KEYS];

	for (size_t i = rows.start; i < rows.end; i++) {
		size_t n = deboil_text_keys(d, i, keys);

		*said++ = deboil_say(weights, keys, n);
	}
}
