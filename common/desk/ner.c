#include "desk/ner.h"

#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_places, words_first_names;
extern const int8_t weights_ner[];

enum { LONGEST = 64, REACH = 2 };	/* names have lower-case words inside */

static uint32_t
hash(struct str s, unsigned seed)
{
	return (uint32_t)hash_bytes(s, seed);
}

/* "Xx-Xxx" and "X.X." and "dddd": runs of a class once. */
static uint32_t
shape_of(struct str s)
{
	char shape[16];
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < sizeof shape;) {
		unsigned c = chars_of(utf8_next(s, &i));
		char x = c & CHAR_UPPER ? 'X' : c & CHAR_LOWER ? 'x'
		    : c & CHAR_LETTER ? 'l' : c & CHAR_DIGIT ? 'd'
		    : s.p[i - 1];

		if (n > 1 && shape[n - 1] == x && shape[n - 2] == x)
			continue;
		shape[n++] = x;
	}
	return hash((struct str){ shape, n }, 3);
}

static size_t
lower(struct str s, char *low)
{
	struct str cut = str_cut(s, 0, s.n < LONGEST ? s.n : LONGEST);

	for (size_t i = 0; i < cut.n; i++)
		low[i] = byte_lower(cut.p[i]);
	return cut.n;
}

static uint8_t
list_of(struct str w, struct str low)
{
	int place = words_find(&words_places, w);
	int name = words_find(&words_first_names, low);

	return (uint8_t)((place > 0 ? place : 0) + (name > 0 ? 8 : 0));
}

static bool
ends_sentence(struct str w)
{
	return w.n > 0 && (w.p[0] == '.' || w.p[0] == '!' || w.p[0] == '?'
	    || w.p[0] == ':') && w.n < 4;
}

static bool
has_upper(struct str w)
{
	size_t i = 0;

	if (w.n > 0 && chars_is(utf8_next(w, &i), CHAR_UPPER))
		return true;
	for (i = 0; i < w.n; i++)
		if (byte_is_upper(w.p[i]))
			return true;
	return false;
}

static void
prepare_word(struct ner_word *w)
{
	char buf[LONGEST];
	size_t n = lower(w->text, buf);
	struct str low = { buf, n };

	w->exact = hash(w->text, 1);
	w->lower = hash(low, 2);
	w->shape = shape_of(w->text);
	w->prefix = hash(str_cut(low, 0, n < 3 ? n : 3), 4);
	w->suffix3 = hash(str_cut(low, n < 3 ? 0 : n - 3, n), 5);
	w->suffix2 = hash(str_cut(low, n < 2 ? 0 : n - 2, n), 6);
	w->list = w->hot ? list_of(w->text, low) : 0;
}

/* Only words a scored one looks at need their hashes. */
static void
prepare_near(struct ner_word *w, size_t n)
{
	size_t done = 0;

	for (size_t i = 0; i < n; i++) {
		size_t from = i < REACH ? 0 : i - REACH;
		size_t to = i + REACH + 1 < n ? i + REACH + 1 : n;

		if (!w[i].scored)
			continue;
		for (from = from > done ? from : done; from < to; from++)
			prepare_word(&w[from]);
		done = to;
	}
}

/* "South Korea", "New York City": places of several words. */
static void
mark_phrases(struct ner_word *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t len = 3; len >= 2 && w[i].hot; len--) {
			struct str s = w[i].text;
			int place;

			if (i + len > n)
				continue;
			s.n = (size_t)(w[i + len - 1].text.p
			    + w[i + len - 1].text.n - s.p);
			if (s.n > LONGEST
			    || (place = words_find(&words_places, s)) <= 0)
				continue;
			for (size_t k = 0; k < len; k++)
				w[i + k].list = (uint8_t)(16 + place
				    + (k > 0 ? 8 : 0));
			break;
		}
}

void
ner_prepare(struct ner_word *w, size_t n)
{
	size_t last = n;	/* the last hot word */

	for (size_t i = 0; i < n; i++) {
		w[i].first = i == 0 || w[i].breaks
		    || ends_sentence(w[i - 1].text);
		w[i].hot = has_upper(w[i].text);
		w[i].list = 0;
		w[i].scored = w[i].hot;
		if (!w[i].hot)
			continue;
		if (last < n && i - last <= REACH + 1)
			for (size_t k = last + 1; k < i; k++)
				w[k].scored = true;
		last = i;
	}
	prepare_near(w, n);
	mark_phrases(w, n);
}

static uint32_t
row(uint32_t a, uint32_t b, uint32_t kind)
{
	uint64_t h = hash_mix(a ^ (uint64_t)kind * 0x9e3779b97f4a7c15,
	    b ^ 0xe7037ed1a0b428db);

	return (uint32_t)h & (NER_ROWS - 1);
}

int
ner_features(const struct ner_word *w, size_t n, size_t i, unsigned before,
    unsigned before2, uint32_t r[NER_FEATURES])
{
	static const struct ner_word none = { .lower = 77, .shape = 78,
	    .exact = 79 };
	const struct ner_word *c = &w[i], *p = i > 0 ? c - 1 : &none,
	    *q = i > 1 ? c - 2 : &none, *a = i + 1 < n ? c + 1 : &none,
	    *b = i + 2 < n ? c + 2 : &none;
	uint32_t tags = before * 16 + before2;
	int k = 0;

	r[k++] = row(c->exact, 0, 1);
	r[k++] = row(c->lower, 0, 2);
	r[k++] = row(p->lower, 0, 3);
	r[k++] = row(a->lower, 0, 4);
	r[k++] = row(q->lower, 0, 5);
	r[k++] = row(b->lower, 0, 6);
	r[k++] = row(c->shape, c->first, 7);
	r[k++] = row(p->shape, 0, 8);
	r[k++] = row(a->shape, 0, 9);
	r[k++] = row(c->shape, p->shape ^ a->shape * 3, 10);
	r[k++] = row(c->prefix, 0, 11);
	r[k++] = row(c->suffix3, 0, 12);
	r[k++] = row(c->suffix2, c->shape, 13);
	r[k++] = row(p->lower, c->lower, 14);
	r[k++] = row(c->lower, a->lower, 15);
	r[k++] = row(c->list, c->first, 16);
	r[k++] = row(p->list, c->list, 17);
	r[k++] = row(a->list, c->list, 18);
	r[k++] = row(tags, 0, 19);
	r[k++] = row(before, c->lower, 20);
	r[k++] = row(tags, c->shape, 21);
	r[k++] = row(before, a->shape, 22);
	r[k++] = row(before, c->list, 23);
	r[k++] = row(p->lower, c->shape, 24);
	r[k++] = row(a->lower, c->shape, 25);
	r[k++] = row(q->lower, p->lower, 26);
	r[k++] = row(a->lower, b->lower, 27);
	r[k++] = row(before, p->lower, 28);
	r[k++] = row(a->suffix3, c->shape, 29);
	r[k++] = row(p->suffix3, c->shape, 30);
	r[k++] = row(b->shape, a->shape ^ c->shape * 5, 31);
	return k;
}

static bool
may_follow(unsigned label, unsigned before)
{
	bool inside = label != NER_O && label % 2 == 0;

	return !inside || before == label || before == label - 1;
}

void
ner_tag(const struct ner_word *w, size_t n, uint8_t *labels, int *margins)
{
	uint32_t rows[NER_FEATURES];

	for (size_t i = 0; i < n; i++) {
		int score[NER_LABELS] = { 0 }, best = -0x40000000, second = best;
		unsigned before = i > 0 && !w[i].breaks ? labels[i - 1] : NER_O;
		unsigned before2 = i > 1 ? labels[i - 2] : NER_O;
		int k;

		labels[i] = NER_O;
		if (margins != NULL)
			margins[i] = 0;
		if (!w[i].scored)
			continue;
		k = ner_features(w, n, i, before, before2, rows);
		for (int f = 0; f < k; f++) {
			const int8_t *x = weights_ner + rows[f] * NER_LABELS;

			for (int l = 0; l < NER_LABELS; l++)
				score[l] += x[l];
		}
		for (unsigned l = 0; l < NER_LABELS; l++) {
			if (!may_follow(l, before))
				continue;
			if (score[l] > best) {
				second = best;
				best = score[l];
				labels[i] = (uint8_t)l;
			} else if (score[l] > second) {
				second = score[l];
			}
		}
		if (margins != NULL)
			margins[i] = best - second;
	}
}
