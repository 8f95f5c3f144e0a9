/*
 * The features: what a word tells alone (summed once for each word) and what
 * it tells with its neighbours. A feature is a kind and a value hashed to a
 * row of the weights; rows may collide, and the training lives with that.
 */
#include "desk/ner.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "base/pages.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_names, words_first_names, words_titles,
    words_heads, words_heads_before, words_abbrev_en, words_common;

enum { LONGEST = 64, AFFIX = 4, LISTS = 13, HEADS = 8 };

/* Kinds of features; those of a place add the place. */
enum kind {
	BIAS = 1, EXACT, LONG_SHAPE, PREFIX = 4, SUFFIX = 10, LOWER = 20,
	SHAPE = 30, ENDING = 40, LISTED = 50, HEADED = 60, FLAGS = 70,
	LIST_ALL = 80, COMMON = 90, JOINT = 100
};

static uint32_t
hash(struct str s, unsigned seed)
{
	return (uint32_t)hash_bytes(s, seed);
}

static inline uint32_t
row(uint32_t a, uint32_t b, uint32_t kind)
{
	uint64_t h = hash_mix(a ^ (uint64_t)kind * 0x9e3779b97f4a7c15,
	    b ^ 0xe7037ed1a0b428db);

	return (uint32_t)h;
}

/* What stands for a character in a shape: "Xx-Xxx" and "X.X." and "dddd". */
static char
shape_char(uint32_t c)
{
	unsigned k = chars_of(c);

	return k & CHAR_UPPER ? 'X' : k & CHAR_LOWER ? 'x'
	    : k & CHAR_LETTER ? 'l' : k & CHAR_DIGIT ? 'd'
	    : c < 0x80 ? (char)c : '~';
}

/* most: how often one class may stand in a row. */
static uint32_t
shape_of(struct str s, size_t most)
{
	char shape[32];
	size_t n = 0, same = 0;

	for (size_t i = 0; i < s.n && n < sizeof shape;) {
		char x = shape_char(utf8_next(s, &i));

		same = n > 0 && shape[n - 1] == x ? same + 1 : 0;
		if (same < most)
			shape[n++] = x;
	}
	return hash((struct str){ shape, n }, 3 + (unsigned)most);
}

/* Curly and straight marks are one; letters are lowered. */
static size_t
lower(struct str s, char *low)
{
	struct str cut = str_cut(s, 0, utf8_floor(s, s.n < LONGEST ? s.n
	    : LONGEST));
	size_t n = 0, from = 0;

	if (s.n >= 3 && s.p[0] == '\xe2' && s.p[1] == '\x80') {
		unsigned char c = (unsigned char)s.p[2];

		low[n++] = c == 0x98 || c == 0x99 ? '\''
		    : c == 0x9c || c == 0x9d ? '"'
		    : c == 0x93 || c == 0x94 ? '-' : s.p[2];
		from = 3;
	}
	for (size_t i = from; i < cut.n; i++)
		low[n++] = byte_lower(cut.p[i]);
	return n;
}

static uint8_t
flags_of(struct str w, struct str low)
{
	unsigned upper = 0, small = 0, digits = 0, flags;

	for (size_t i = 0; i < w.n;) {
		unsigned k = chars_of(utf8_next(w, &i));

		upper += (k & CHAR_UPPER) != 0;
		small += (k & CHAR_LOWER) != 0;
		digits += (k & CHAR_DIGIT) != 0;
	}
	flags = (upper > 0 ? NER_UPPER : 0u)
	    | (upper > 1 && small == 0 ? NER_CAPS : 0u)
	    | (digits > 0 ? NER_DIGIT : 0u) | (small > 0 ? NER_LOWER : 0u);
	if (words_find(&words_abbrev_en, low) > 0)
		flags |= NER_SHORT;
	return (uint8_t)flags;
}

static uint16_t
list_of(struct str w, struct str low, unsigned flags)
{
	int known = words_find(&words_names, w);
	char one[LONGEST];
	unsigned list;

	/* "HANOI" is listed as "Hanoi". */
	if (known < 0 && flags & NER_CAPS && low.n > 3) {
		memcpy(one, low.p, low.n);
		one[0] = w.p[0];
		known = words_find(&words_names, (struct str){ one, low.n });
	}
	list = known > 0 ? (unsigned)known : 0;
	if (flags & NER_UPPER && words_find(&words_first_names, low) > 0)
		list |= LIST_GIVEN;
	if (words_find(&words_titles, low) > 0)
		list |= LIST_TITLE;
	return (uint16_t)list;
}

/* Parts of speech of a word that is no name, or of what it is a form of. */
static uint8_t
common_of(struct str low)
{
	static const struct {
		struct str cut, add;
	} forms[] = { { { "s", 1 }, { "", 0 } }, { { "es", 2 }, { "", 0 } },
	    { { "d", 1 }, { "", 0 } }, { { "ed", 2 }, { "", 0 } },
	    { { "ing", 3 }, { "", 0 } }, { { "ing", 3 }, { "e", 1 } },
	    { { "ies", 3 }, { "y", 1 } }, { { "er", 2 }, { "", 0 } } };
	int bits = words_find(&words_common, low);
	char buf[LONGEST + 1];

	for (size_t i = 0; bits < 0 && i < sizeof forms / sizeof *forms; i++) {
		size_t n = low.n - forms[i].cut.n;

		if (!str_ends(low, forms[i].cut) || n < 3)
			continue;
		memcpy(buf, low.p, n);
		memcpy(buf + n, forms[i].add.p, forms[i].add.n);
		bits = words_find(&words_common, (struct str){ buf,
		    n + forms[i].add.n });
		bits = bits > 0 ? bits | 16 : bits;
	}
	return bits > 0 ? (uint8_t)bits : 0;
}

static void
describe(struct ner_type *t, struct str w)
{
	char buf[LONGEST];
	struct str low = { buf, lower(w, buf) };
	int heads = words_find(&words_heads, low);
	int before = words_find(&words_heads_before, low);

	t->exact = hash(w, 1);
	t->lower = hash(low, 2);
	t->shape = shape_of(w, 2);
	t->suffix = hash(str_cut(low, low.n < 3 ? 0 : low.n - 3, low.n), 5);
	t->flags = flags_of(w, low);
	t->list = list_of(w, low, t->flags);
	t->common = common_of(low);
	t->heads = heads > 0 ? (uint8_t)heads : 0;
	t->before = before > 0 ? (uint8_t)before : 0;
}

/* Keeps the hash table at most half full. */
static void
make_room(struct ner *ner)
{
	size_t had = ner->nslots;

	if (ner->ntypes * 2 < ner->nslots)
		return;
	ner->nslots = had > 0 ? had * 2 : 4096;
	ner->slots = pages_grow(ner->slots, had * sizeof *ner->slots,
	    ner->nslots * sizeof *ner->slots);
	memset(ner->slots, 0, had * sizeof *ner->slots);
	for (size_t i = 0; i < ner->ntypes; i++) {
		size_t at = ner->types[i].key & (ner->nslots - 1);

		while (ner->slots[at] != 0)
			at = (at + 1) & (ner->nslots - 1);
		ner->slots[at] = (uint32_t)i + 1;
	}
}

uint64_t
ner_key(const struct ner *ner, struct str word)
{
	uint64_t key = hash_bytes(word, 1);

	if (ner->nslots > 0)
		__builtin_prefetch(&ner->slots[key & (ner->nslots - 1)]);
	return key;
}

uint32_t
ner_type_of(struct ner *ner, struct str word, uint64_t key)
{
	struct ner_type *t;
	size_t at;

	make_room(ner);
	at = key & (ner->nslots - 1);
	for (; ner->slots[at] != 0; at = (at + 1) & (ner->nslots - 1))
		if (ner->types[ner->slots[at] - 1].key == key)
			return ner->slots[at] - 1;
	ner->types = pages_room(ner->types, &ner->type_cap, ner->ntypes + 1,
	    sizeof *ner->types);
	t = &ner->types[ner->ntypes];
	*t = (struct ner_type){ .key = key };
	describe(t, word);
	ner->slots[at] = (uint32_t)++ner->ntypes;
	return ner->slots[at] - 1;
}

/* What only the word itself tells of its label. */
static int
own_rows(const struct ner_type *t, struct str word, uint32_t *r)
{
	char buf[LONGEST];
	struct str low = { buf, lower(word, buf) };
	int k = 0;

	r[k++] = row(0, 0, BIAS);
	r[k++] = row(t->exact, 0, EXACT);
	r[k++] = row(shape_of(word, 32), 0, LONG_SHAPE);
	r[k++] = row(t->list, t->shape, LIST_ALL);
	for (size_t n = 1; n <= AFFIX && n < low.n; n++) {
		r[k++] = row(hash(str_cut(low, 0, n), 6), (uint32_t)n, PREFIX);
		r[k++] = row(hash(str_cut(low, low.n - n, low.n), 7),
		    (uint32_t)n, SUFFIX);
	}
	return k;
}

int
ner_single(const struct ner_type *t, struct str word, int place,
    uint32_t r[NER_SINGLE])
{
	uint32_t at = (uint32_t)place;
	int away = place < NER_REACH ? NER_REACH - place : place - NER_REACH;
	int k = away == 0 ? own_rows(t, word, r) : 0;

	r[k++] = row(t->lower, 0, LOWER + at);
	if (away > 2)
		return k;
	r[k++] = row(t->shape, 0, SHAPE + at);
	r[k++] = row(t->flags, 0, FLAGS + at);
	r[k++] = row(t->common, t->shape, COMMON + at);
	for (unsigned b = 0; b < LISTS; b++)
		if (t->list >> b & 1)
			r[k++] = row(b, 0, LISTED + at);
	for (unsigned b = 0; b < HEADS; b++)
		if (t->heads >> b & 1)
			r[k++] = row(b, 0, HEADED + at);
	if (away == 1)
		r[k++] = row(t->suffix, 0, ENDING + at);
	return k;
}

static const struct ner_type *
type_at(const struct ner *ner, size_t n, size_t i)
{
	static const struct ner_type none = { .lower = 77, .shape = 78,
	    .exact = 79 };

	return i < n ? &ner->types[ner->words[i].type] : &none;
}

int
ner_joint(const struct ner *ner, size_t n, size_t i, uint32_t r[NER_JOINT])
{
	const struct ner_word *w = ner->words + i;
	const struct ner_type *c = type_at(ner, n, i),
	    *p = type_at(ner, n, i - 1), *q = type_at(ner, n, i - 2),
	    *a = type_at(ner, n, i + 1), *b = type_at(ner, n, i + 2);
	uint32_t list = w->list, before = i > 0 ? w[-1].list : 0xffff;
	uint32_t after = i + 1 < n ? w[1].list : 0xffff;
	int k = 0;

	r[k++] = row(p->shape, c->shape, JOINT);
	r[k++] = row(c->shape, a->shape, JOINT + 1);
	r[k++] = row(c->shape, p->shape ^ a->shape * 3, JOINT + 2);
	r[k++] = row(p->lower, c->lower, JOINT + 3);
	r[k++] = row(c->lower, a->lower, JOINT + 4);
	r[k++] = row(p->lower, c->shape, JOINT + 5);
	r[k++] = row(a->lower, c->shape, JOINT + 6);
	r[k++] = row(p->lower, a->lower, JOINT + 7);
	r[k++] = row(q->lower ^ p->lower * 3, c->shape, JOINT + 8);
	r[k++] = row(a->lower ^ b->lower * 3, c->shape, JOINT + 9);
	r[k++] = row(list, c->shape, JOINT + 10);
	r[k++] = row(before, list, JOINT + 11);
	r[k++] = row(list, after, JOINT + 12);
	if (w->list != c->list)
		r[k++] = row(list, 0, JOINT + 14);
	if (w->last > 0)
		r[k++] = row(w->last, 0, JOINT + 13);
	if (w->first) {
		r[k++] = row(c->common, c->shape, JOINT + 18);
		r[k++] = row(c->shape, 0, JOINT + 15);
		r[k++] = row(c->lower, 0, JOINT + 16);
		r[k++] = row(list, 0, JOINT + 17);
	}
	return k;
}
