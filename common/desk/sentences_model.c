#include "desk/sentences_model.h"

#include <stddef.h>

#include "base/hash.h"
#include "desk/sentences_bytes.h"
#include "text/chars.h"
#include "text/scan.h"
#include "text/utf8.h"
#include "text/words.h"

enum { LOOK = SENTENCES_LOOK, WORD = SENTENCES_WORD };
enum { PRIOR = 2 * SENTENCES_SCALE };	/* chosen by the held-out folds */

extern const int8_t weights_sentences[];
extern const struct words words_syntax;

static const int8_t *words = weights_sentences + SENTENCES_ROWS;

void
sentences_model_words(const int8_t *w)
{
	words = w;
}

/* ---- words ---- */

/* Marks that may stand around a word. */
static const bool edges[256] = {
	['"'] = true, ['\''] = true, ['('] = true, ['['] = true, ['{'] = true,
	['<'] = true, ['*'] = true, ['_'] = true, ['`'] = true, [')'] = true,
	[']'] = true, ['}'] = true, ['>'] = true, [','] = true, [';'] = true,
	[':'] = true, ['.'] = true, ['!'] = true, ['?'] = true,
};

struct str
sentences_core(struct str w)
{
	while (w.n > 0 && edges[(unsigned char)w.p[w.n - 1]])
		w.n--;
	while (w.n > 0 && edges[(unsigned char)w.p[0]])
		w = str_cut(w, 1, w.n);
	return w;
}

/* Its first eight bytes, the first lowest; nothing past end is read. */
static inline uint64_t
head_of(struct str w, const char *end)
{
	uint64_t v = 0;

	if (w.n >= 8)
		return hash_read8(w.p);
	if (end - w.p >= 8)
		return hash_read8(w.p) & (((uint64_t)1 << w.n * 8) - 1);
	for (size_t i = w.n; i > 0; i--)
		v = v << 8 | (unsigned char)w.p[i - 1];
	return v;
}

/* ASCII letters lose their case: what else falls together does no harm. */
static inline uint64_t
mixed(uint64_t h, uint64_t bytes)
{
	h = (h ^ (bytes | 0x2020202020202020)) * 0x9e3779b97f4a7c15;
	return h ^ h >> 32;
}

static inline uint32_t
hash_of(struct str w, uint64_t head)
{
	uint64_t h = mixed(w.n, head);

	for (size_t i = 8; i + 8 < w.n; i += 8)
		h = mixed(h, hash_read8(w.p + i));
	if (w.n > 8)
		h = mixed(h, hash_read8(w.p + w.n - 8));
	return (uint32_t)h;
}

static uint32_t
word_row(uint32_t hash)
{
	return hash * 0x2c1b3c6du >> 17;
}

uint32_t
sentences_word_row(struct str w)
{
	return word_row(hash_of(w, head_of(w, w.p + w.n)));
}

/* ---- shapes ---- */

/* Are the bytes after the first small letters of ASCII, as far as they go? */
static inline bool
is_plain(uint64_t head)
{
	const uint64_t ones = 0x0101010101010101, tops = ones * 0x80;
	uint64_t b = head >> 8;
	uint64_t some = b + ones * 0x7f, small = b + ones * (0x80 - 'a'),
	    past = b + ones * (0x7f - 'z');

	return ((b | (some ^ small) | past) & tops) == 0;
}

/*
 * Classes of the first eight bytes, repeats left out: "Xx", "X.X", "9:9".
 * Without a branch where a word is no plain one: where it ends or changes is
 * not to be foreseen.
 */
static inline uint32_t
shape_of(uint64_t head)
{
	uint32_t h = 1;
	unsigned before = 0;

	if (is_plain(head)) {
		unsigned k = kinds[head & 0xff];

		if (k != 0)
			h = (h ^ k) * 0x01000193u;
		return head >> 8 == 0 || k == 'x' ? h
		    : (h ^ 'x') * 0x01000193u;
	}
	for (int i = 0; i < 8; i++) {
		unsigned k = kinds[head >> 8 * i & 0xff];
		uint32_t counts = ((k != before) | (k == '.')) & (k != 0);

		h ^= (h ^ (h ^ k) * 0x01000193u) & -counts;
		before = k;
	}
	return h;
}

/* x, X, 9, the mark itself; 'u' for other scripts, 0 for the end. */
static uint32_t
class_of(uint32_t c)
{
	if (c < 128)
		return kinds[c];
	if (chars_is(c, CHAR_LOWER))
		return 'x';
	if (chars_is(c, CHAR_UPPER))
		return 'X';
	if (chars_is(c, CHAR_DIGIT))
		return '9';
	return chars_is(c, CHAR_LETTER) ? 'u' : c;
}

/* ---- what stands around ---- */

static unsigned
how_next(uint32_t hash)
{
	return (unsigned)words[word_row(hash)] & 3;
}

static unsigned
how_dotted(uint32_t hash)
{
	return (unsigned)words[word_row(hash)] >> 2 & 7;
}

struct token {
	struct str s;
	uint64_t head;
	uint32_t hash, shape;
};

struct context {
	struct str text;
	struct token t0, t, u, u2;	/* two before, two after */
	struct token w, uw;	/* t before its stop; u without marks */
	unsigned next, dotted;	/* how uw and w are usually written */
	uint32_t us;		/* class of the next word's first letter */
	uint32_t ty;		/* the kind of stop and what closes it */
	uint32_t first;		/* class of the sentence's first letter */
	unsigned since, quoted, open, lower;
	size_t begin, end, back;	/* the sentence; where t0 begins */
};

static inline struct token
token_of(struct str t, struct str s)
{
	uint64_t head = head_of(s, t.p + t.n);

	return (struct token){ s, head, hash_of(s, head), shape_of(head) };
}

/* The same of a part of a token, which is often all of it. */
static inline struct token
part_of(struct str t, const struct token *whole, struct str s)
{
	return s.n == whole->s.n ? *whole : token_of(t, s);
}

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* Where the word at i ends, not after limit. */
static size_t
word_end(struct str t, size_t i, size_t limit)
{
	for (; limit - i >= 8; i += 8) {
		uint64_t blanks = blanks_of(hash_read8(t.p + i));

		if (blanks != 0)
			return i + (size_t)__builtin_ctzll(blanks) / 8;
	}
	while (i < limit && !is_blank(t.p[i]))
		i++;
	return i;
}

/* Where the word before i begins, not before low. */
static size_t
word_start(struct str t, size_t i, size_t low)
{
	for (; i - low >= 8; i -= 8) {
		uint64_t blanks = blanks_of(hash_read8(t.p + i - 8));

		if (blanks != 0)
			return i - (size_t)__builtin_clzll(blanks) / 8;
	}
	while (i > low && !is_blank(t.p[i - 1]))
		i--;
	return i;
}

static struct str
token_after(struct str t, size_t *i)
{
	size_t at = *i, limit = at + LOOK < t.n ? at + LOOK : t.n;

	while (at < limit && is_blank(t.p[at])) {
		if (t.p[at] == '\n' && at + 1 < t.n && t.p[at + 1] == '\n')
			limit = at;
		at++;
	}
	*i = at < limit ? word_end(t, at, limit) : at;
	return str_cut(t, at, *i);
}

static struct str
token_before(struct str t, size_t begin, size_t *i)
{
	size_t end = *i, low = end > begin + WORD ? end - WORD : begin;

	while (end > low && is_blank(t.p[end - 1]))
		end--;
	*i = word_start(t, end, low);
	return str_cut(t, *i, end);
}

/*
 * Quotation marks and brackets still open; how much of the sentence is in
 * lower case: 0 no letter, 1 no word's first letter, 2 one or two words' or
 * 3 more.
 */
static void
count_back(struct context *x, size_t begin, size_t end)
{
	struct scan_counts c = scan_counts(x->text, end > begin + LOOK / 2
	    ? end - LOOK / 2 : begin, end);

	x->quoted = c.quotes & 1;
	x->open = c.opens > c.shuts;
	x->lower = c.lowers == 0 ? 0 : c.starts == 0 ? 1 : c.starts < 3 ? 2
	    : 3;
}

static uint32_t
type_of(const struct gap *g)
{
	const struct ending *e = &g->ending;

	return (uint32_t)g->kind | (uint32_t)e->dots << 3
	    | (uint32_t)e->bang << 4 | (uint32_t)e->quoted << 5
	    | (uint32_t)(e->spread && e->dots) << 6;
}

static uint32_t
first_class(const struct sentences *s, size_t end)
{
	size_t i = s->begin;

	while (i < end && i < s->begin + WORD && !byte_is_letter(s->text.p[i])
	    && !byte_is_digit(s->text.p[i]))
		i++;
	return class_of(i < end ? utf8_at(s->text, i) : 0);
}

static struct context
look_around(const struct sentences *s, const struct gap *g)
{
	struct context x = { .text = s->text, .ty = type_of(g) };
	size_t i = g->end, back = g->end, since;

	x.u = token_of(s->text, token_after(s->text, &i));
	x.u2 = token_of(s->text, token_after(s->text, &i));
	x.t = token_of(s->text, token_before(s->text, s->begin, &back));
	x.t0 = token_of(s->text, token_before(s->text, s->begin, &back));
	x.w = g->kind == NO_STOP
	    ? part_of(s->text, &x.t, sentences_core(x.t.s))
	    : token_of(s->text, g->word);
	x.uw = part_of(s->text, &x.u, sentences_core(x.u.s));
	x.next = how_next(x.uw.hash);
	x.dotted = how_dotted(x.w.hash);
	x.us = class_of(g->next.first);
	since = (g->end - s->begin) / 8;
	x.since = since < 15 ? (unsigned)since : 15;
	x.first = first_class(s, g->end);
	count_back(&x, s->begin, g->end);
	x.begin = s->begin;
	x.end = g->end;
	x.back = back;
	return x;
}

/* ---- features ---- */

struct features {
	uint16_t *rows;
	int n;
	uint32_t seed;		/* tells the families apart */
};

static inline void
add(struct features *f, uint32_t a, uint32_t b)
{
	uint64_t h = a * 0x9e3779b97f4a7c15 ^ (b + ((uint64_t)f->seed
	    + (uint64_t)f->n) * 0x85ebca6b) * 0xc2b2ae3d27d4eb4f;

	h = (h ^ h >> 29) * 0x2c1b3c6d297a2d39;
	f->rows[f->n++] = (uint16_t)(h >> 48);
}

/* The last three bytes. */
static uint32_t
ending_of(struct str w)
{
	uint32_t v = 0;

	for (size_t i = w.n > 3 ? w.n - 3 : 0; i < w.n; i++)
		v = v << 8 | (unsigned char)w.p[i] | 0x20;
	return v;
}

static uint32_t
last_byte(struct str w)
{
	return w.n > 0 ? (unsigned char)w.p[w.n - 1] : 0;
}

static bool
is_address(struct str w)
{
	return memchr(w.p, '@', w.n) != NULL || memchr(w.p, '/', w.n) != NULL;
}

static void
features_around(struct features *f, const struct context *x)
{
	uint32_t k = x->ty << 16 ^ x->us;

	add(f, x->ty, 0);
	add(f, k, 0);
	add(f, k, last_byte(x->t.s));
	add(f, k, kinds[x->u.head & 0xff]);
	add(f, x->ty, x->w.hash);
	add(f, k, x->w.hash);
	add(f, k, x->uw.hash);
	add(f, k, x->w.shape);
	add(f, x->ty, x->w.shape * 31 ^ x->u.shape);
	add(f, x->ty, x->u.shape * 31 ^ x->u2.shape);
	add(f, k, x->next);
	add(f, k, x->dotted);
	add(f, k, x->next | x->dotted << 8);
	add(f, k, x->quoted);
	add(f, k, x->open);
	add(f, x->ty & 7, x->since);
	add(f, k, x->first);
	add(f, k, x->u2.s.n == 0);
	add(f, k, ending_of(x->w.s));
	add(f, k, x->since == 0);
	add(f, k, x->lower);
}

static void
features_stop(struct features *f, const struct context *x, const struct gap *g)
{
	uint32_t r = g->reason << 16 ^ x->us;

	add(f, r, x->ty << 4 | (uint32_t)g->verdict);
	add(f, r, x->next);
	add(f, r, x->t0.shape);
	add(f, r, x->u2.shape);
	add(f, r, x->t0.hash);
	add(f, x->us, x->w.hash * 31 ^ x->uw.hash);
	add(f, r, x->w.s.n < 6 ? (uint32_t)x->w.s.n : 6);
	add(f, r, x->u2.hash);
	add(f, x->ty, g->next.mark);
}

static void
features_bare(struct features *f, const struct context *x)
{
	struct str t = x->t.s;
	uint32_t st = x->t.shape, su = x->u.shape;
	bool caps = t.n > 1 && byte_is_upper(t.p[0])
	    && byte_is_upper(t.p[t.n - 1]);

	add(f, 0, x->w.hash * 31 ^ x->uw.hash);
	add(f, x->t0.shape * 31 ^ st, su * 31 ^ x->u2.shape);
	add(f, caps, x->us);
	add(f, is_address(t), is_address(x->u.s));
	add(f, x->t0.shape, st);
	add(f, how_next(x->w.hash), x->next << 8 | x->us);
	add(f, x->lower, x->next << 8 | x->us);
	add(f, x->lower << 8 | last_byte(t), x->us);
	add(f, x->lower << 4 | x->since, x->us);
	add(f, x->t0.hash, x->us);
	add(f, x->u2.hash, x->us);
}

/* ---- headings: what stands there so far, and does it look whole? ---- */

/* Is the next word one of the heading's? 0: too short to tell, 1 yes, 2 no. */
static unsigned
repeats(const struct context *x)
{
	struct str u = x->uw.s, t = x->text;
	size_t from = x->end > x->begin + LOOK / 2 ? x->end - LOOK / 2
	    : x->begin;
	const char *p = t.p + from, *end = t.p + x->end;

	if (u.n < 3)
		return 0;
	/* By its second letter: the first may be a capital. */
	while (end - p >= (ptrdiff_t)u.n
	    && (p = memchr(p + 1, u.p[1], (size_t)(end - p - 1))) != NULL) {
		const char *at = p - 1;

		if (byte_lower(*at) == byte_lower(u.p[0])
		    && (at == t.p + from || is_blank(at[-1]))
		    && end - at >= (ptrdiff_t)u.n
		    && memcmp(at + 1, u.p + 1, u.n - 1) == 0)
			return 1;
	}
	return 2;
}

bool
sentences_is_finite(struct str w)
{
	enum { BE = 36, LAST = 39, LONGEST = 6 };
	int class;

	if (w.n < 2 || w.n > LONGEST || !byte_is_lower(w.p[0]))
		return false;
	class = words_find(&words_syntax, w);
	return class >= BE && class <= LAST;
}

/* Is such a verb among the sentence's first words? */
static bool
has_verb(const struct context *x)
{
	enum { WORDS = 16 };
	struct str t = x->text;
	size_t i = x->begin, end = x->end < i + LOOK ? x->end : i + LOOK;

	for (int k = 0; k < WORDS && i < end; k++) {
		size_t from;

		while (i < end && is_blank(t.p[i]))
			i++;
		from = i;
		i = word_end(t, i, end);
		if (sentences_is_finite(str_cut(t, from, i)))
			return true;
	}
	return false;
}

static uint32_t
first_word_of(const struct context *x)
{
	size_t i = x->begin, end = x->end < i + WORD ? x->end : i + WORD;

	while (i < end && is_blank(x->text.p[i]))
		i++;
	return token_of(x->text, str_cut(x->text, i,
	    word_end(x->text, i, end))).hash;
}

static bool
begins_small(struct str w)
{
	return w.n > 0 && byte_is_lower(w.p[0]);
}

static void
features_heading(struct features *f, const struct context *x)
{
	unsigned verb = has_verb(x);
	size_t back = x->back;
	struct str before = token_before(x->text, x->begin, &back);

	add(f, repeats(x), x->us);
	add(f, first_word_of(x), x->us);
	add(f, x->next | x->lower << 8 | (uint32_t)begins_small(x->t.s) << 16,
	    begins_small(x->u2.s));
	add(f, token_of(x->text, before).hash, 1);
	add(f, verb, x->us);
	add(f, verb << 4 | x->since, x->next);
}

int
sentences_features(const struct sentences *s, const struct gap *g,
    uint16_t rows[SENTENCES_FEATURES])
{
	struct context x = look_around(s, g);
	struct features f = { rows, 0, 0 };

	features_around(&f, &x);
	f.seed = g->kind == NO_STOP ? 64 : 0;
	if (g->kind == NO_STOP) {
		features_bare(&f, &x);
		features_heading(&f, &x);
	} else {
		features_stop(&f, &x, g);
	}
	return f.n;
}

int
sentences_prior(const struct gap *g)
{
	return g->verdict == LIKELY ? PRIOR : -PRIOR;
}

bool
sentences_model_ends(const struct sentences *s, const struct gap *g)
{
	uint16_t rows[SENTENCES_FEATURES];
	int n = sentences_features(s, g, rows), sum = sentences_prior(g);

	for (int i = 0; i < n; i++)
		sum += weights_sentences[rows[i]];
	return sum > SENTENCES_ENOUGH;
}
