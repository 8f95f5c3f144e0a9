/*
 * What words say: a linear model over the hashed words of a block and the
 * classes of its markup. A table of weights has two bytes an entry: a check
 * against keys the model has never seen, and the weight.
 */
#include "desk/deboil_parts.h"

#include "text/words.h"

extern const struct words words_chrome;

/*
 * Of a long block HEAD words and the last TAIL are looked at, less in plain
 * text, which is to be quick.
 */
enum { HEAD = 16, TAIL = 8, HEAD_TEXT = 10, TAIL_TEXT = 6, WHOLE = 8,
    KIND_SLOTS = 2048 };

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

		if (e->length != 0 && e->value > 0 && e->value < DEBOIL_KINDS)
			add_kind(d, (struct str){ w->pool + e->at, e->length },
			    (unsigned)e->value);
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
			return d->kinds[i].kind;
	return 0;
}

/* ---- keys ---- */

enum { ONE = 1, PAIR, FIRST, FIRST_TWO, LAST, LAST_TWO, LINE, FORM, FORM_BEFORE,
    FORM_AFTER, FORM_BOTH, TAG_OWN, TAG_NEAR, TAG_FAR };

static uint32_t
key(unsigned kind, uint32_t a, uint32_t b)
{
	uint64_t h = (a + (uint64_t)kind * 0x632be59bd9b4e019)
	    * 0x9e3779b97f4a7c15;

	h = (h ^ (h >> 29) ^ b) * 0xd6e8feb86659fd93;
	return (uint32_t)(h >> 32);
}

/* A small number for the look of a block: length, end, beginning, capitals. */
static uint32_t
form(const struct deboil_shape *f)
{
	uint32_t length = 0;

	while (length < 7 && f->words >> length > 1)
		length++;
	return length | (uint32_t)f->ends << 3 | (uint32_t)f->begins << 6
	    | (f->upper_words * 4 / (f->words + 1)) << 8;
}

static uint32_t
rough(const struct deboil_shape *f)
{
	return (f->prose > 0) + 2u * (f->words > 5) + 4u * (f->ends >= END_STOP)
	    + 8u * (f->words > 20);
}

/*
 * Where keys go: to an array, or, without one, at once to the table of weights.
 * What is said is added up without branches, which would be guessed wrong.
 */
struct sink {
	uint32_t *keys;
	const int8_t *weights;
	int n, score, known;
};

__attribute__((always_inline)) static inline void
put_key(struct sink *s, uint32_t k)
{
	if (s->keys != NULL) {
		s->keys[s->n++] = k;
	} else {
		const int8_t *e = s->weights + deboil_key_slot(k);
		int w = e[1] & -((uint8_t)e[0] == (k & 255));

		s->n++;
		s->score += w;
		s->known += w != 0;
	}
}

__attribute__((always_inline)) static inline void
form_keys(const struct deboil *d, size_t i, struct sink *s)
{
	const struct deboil_shape *f = &d->shapes[i];
	uint32_t own = form(f), before = 99, after = 99;

	if (i > 0)
		before = rough(f - 1);
	if (i + 1 < d->rows)
		after = rough(f + 1);
	put_key(s, key(FORM, own, 0));
	put_key(s, key(FORM_BEFORE, own, before));
	put_key(s, key(FORM_AFTER, own, after));
	put_key(s, key(FORM_BOTH, rough(f), before << 8 | after));
}

/* Words from..to - 1 and the pairs that begin with them. */
__attribute__((always_inline)) static inline void
word_keys(const uint32_t *w, size_t from, size_t to, struct sink *s)
{
	for (size_t k = from; k < to; k++) {
		put_key(s, key(ONE, w[k], 0));
		put_key(s, key(PAIR, w[k], w[k + 1]));
	}
}

__attribute__((always_inline)) static inline void
end_keys(const uint32_t *w, size_t n, struct sink *s)
{
	put_key(s, key(ONE, w[n - 1], 0));
	put_key(s, key(FIRST, w[0], 0));
	put_key(s, key(LAST, w[n - 1], 0));
	if (n > 1) {
		put_key(s, key(FIRST_TWO, w[0], w[1]));
		put_key(s, key(LAST_TWO, w[n - 2], w[n - 1]));
	}
	if (n <= WHOLE) {
		uint32_t line = 0;

		for (size_t k = 0; k < n; k++)
			line = (line ^ w[k]) * 0x9e3779b1u;
		put_key(s, key(LINE, line, 0));
	}
}

__attribute__((always_inline)) static inline void
text_keys(const struct deboil *d, size_t i, struct sink *s)
{
	const struct deboil_shape *f = &d->shapes[i];
	const uint32_t *w = d->words + f->first;
	uint32_t head = d->html ? HEAD : HEAD_TEXT;
	uint32_t tail = d->html ? TAIL : TAIL_TEXT;

	form_keys(d, i, s);
	if (f->n == 0)
		return;
	if (f->n <= head + tail)
		head = 0;
	word_keys(w, 0, head, s);
	word_keys(w, head > 0 ? f->n - tail : 0, f->n - 1, s);
	end_keys(w, f->n, s);
}

size_t
deboil_text_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	struct sink s = { .keys = keys };

	text_keys(d, i, &s);
	return (size_t)s.n;
}

struct deboil_said
deboil_say_text(const struct deboil *d, size_t i, const int8_t *weights)
{
	struct sink s = { .weights = weights };

	text_keys(d, i, &s);
	return (struct deboil_said){ s.score, (uint16_t)s.n,
	    (uint16_t)s.known };
}

/* Tags are hashes with the distance of their element in the low two bits. */
size_t
deboil_tag_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	const struct deboil_block *b = &d->blocks[d->shapes[i].block];
	size_t n = 0;

	for (uint32_t k = 0; k < b->tags && n < DEBOIL_KEYS; k++) {
		uint32_t t = d->tags[b->first_tag + k];

		keys[n++] = key((t & 3) == 0 ? TAG_OWN : (t & 3) == 1
		    ? TAG_NEAR : TAG_FAR, t >> 2, 0);
	}
	return n;
}

struct deboil_said
deboil_say(const int8_t *weights, const uint32_t *keys, size_t n)
{
	struct sink s = { .weights = weights };

	for (size_t i = 0; i < n; i++)
		put_key(&s, keys[i]);
	return (struct deboil_said){ s.score, (uint16_t)n, (uint16_t)s.known };
}
