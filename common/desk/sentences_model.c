#include "desk/sentences_model.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { LOOK = SENTENCES_LOOK, WORD = SENTENCES_WORD, SHAPE = 12 };
enum { PRIOR = 2 * SENTENCES_SCALE };	/* chosen by the held-out folds */

extern const int8_t weights_sentences[];

static const int8_t *words = weights_sentences + SENTENCES_ROWS;

void
sentences_model_words(const int8_t *w)
{
	words = w;
}

/* ---- hashes ---- */

static uint32_t
word_hash(struct str w)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < w.n; i++)
		h = (h ^ (unsigned char)byte_lower(w.p[i])) * 16777619u;
	return h;
}

static uint32_t
word_row(uint32_t h)
{
	return (h ^ h >> 15) * 0x2c1b3c6du >> 17;
}

uint32_t
sentences_word_row(struct str w)
{
	return word_row(word_hash(w));
}

static bool
is_edge(char c)
{
	return c != '\0' && strchr("\"'([{<*_`)]}>,;:.!?", c) != NULL;
}

struct str
sentences_core(struct str w)
{
	while (w.n > 0 && is_edge(w.p[w.n - 1]))
		w.n--;
	while (w.n > 0 && is_edge(w.p[0]))
		w = str_cut(w, 1, w.n);
	return w;
}

#define EIGHT(c) c, c, c, c, c, c, c, c
#define AS_IS(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7

/* 'x', 'X', '9', 'u' above ASCII, else the byte itself. */
static const unsigned char kinds[256] = {
	AS_IS(0), AS_IS(8), AS_IS(16), AS_IS(24), AS_IS(32), AS_IS(40),
	EIGHT('9'), '9', '9', ':', ';', '<', '=', '>', '?',
	'@', 'X', 'X', 'X', 'X', 'X', 'X', 'X', EIGHT('X'), EIGHT('X'),
	'X', 'X', 'X', '[', '\\', ']', '^', '_',
	'`', 'x', 'x', 'x', 'x', 'x', 'x', 'x', EIGHT('x'), EIGHT('x'),
	'x', 'x', 'x', '{', '|', '}', '~', 127,
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'), EIGHT('u'),
	EIGHT('u'),
};

static unsigned
kind_of(char c)
{
	return kinds[(unsigned char)c];
}

/* ---- the light model ---- */

static const int8_t *const light = weights_sentences + SENTENCES_ROWS
    + SENTENCES_WORDS;

/* Eight bytes, the first one lowest, on any machine. */
static inline uint64_t
read8(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16
	    | (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32
	    | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48
	    | (uint64_t)p[7] << 56;
}

/* The same of what there is from at to end, blanks around. */
static uint64_t
read_part(struct str t, size_t at, size_t end, bool right)
{
	char part[8] = { ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ' };
	size_t n = end - at < 8 ? end - at : 8;

	memcpy(right ? part : part + 8 - n, t.p + (right ? at : end - n), n);
	return read8(part);
}

/* The top bit of each byte that is a blank or a line end. */
static inline uint64_t
blanks_of(uint64_t v)
{
	const uint64_t ones = 0x0101010101010101, tops = ones << 7;
	uint64_t a = v ^ ones * ' ', b = v ^ ones * '\n';

	return ((a - ones) & ~a & tops) | ((b - ones) & ~b & tops);
}

/*
 * Of the eight bytes before a gap, those of the last word; *bits: where it
 * begins. Without a branch: words are as often short as long.
 */
static inline uint64_t
last_word(uint64_t v, unsigned *bits)
{
	*bits = (64 - (unsigned)__builtin_clzll(blanks_of(v) | 1)) & ~7u;
	return v & ~(uint64_t)0 << *bits / 2 << *bits / 2;
}

static inline uint64_t
first_word(uint64_t v)
{
	uint64_t blanks = blanks_of(v);

	return v & (((blanks & -blanks) >> 7) - 1);
}

static inline uint16_t
light_row(unsigned family, uint64_t v)
{
	return (uint16_t)(family << 12
	    | (unsigned)((v + family) * 0x9e3779b97f4a7c15 >> 52));
}

static inline void
light_rows(uint64_t before, uint64_t after, uint16_t rows[SENTENCES_LIGHTS])
{
	unsigned bits;
	uint64_t word = last_word(before, &bits), l = word >> (bits & 63);
	uint64_t second = kind_of((char)(after >> 8));

	rows[0] = light_row(0, l | 0x2020202020202020);
	rows[1] = light_row(1, first_word(after));
	rows[2] = light_row(2, (word >> 40 | 0x202020) ^ (after & 0xff) << 24
	    ^ second << 32);
	rows[3] = light_row(3, kind_of((char)l)
	    ^ (uint64_t)kind_of((char)(l >> 8)) << 8 ^ (word >> 56) << 16
	    ^ (uint64_t)kind_of((char)after) << 24 ^ second << 32);
}

void
sentences_light_rows(const struct sentences *s, size_t i,
    uint16_t rows[SENTENCES_LIGHTS])
{
	struct str t = s->text;

	light_rows(i - s->begin >= 8 ? read8(t.p + i - 8)
	    : read_part(t, s->begin, i, false), t.n - i >= 9
	    ? read8(t.p + i + 1) : read_part(t, i + 1, t.n, true), rows);
}

static inline bool
passes(const uint16_t rows[SENTENCES_LIGHTS])
{
	return light[rows[0]] + light[rows[1]] + light[rows[2]]
	    + light[rows[3]] >= light[SENTENCES_LIGHT];
}

bool
sentences_light(const struct sentences *s, size_t i)
{
	uint16_t rows[SENTENCES_LIGHTS];

	sentences_light_rows(s, i, rows);
	return passes(rows);
}

/* A word is cut at a blank, so that what stood before the sentence is nothing. */
uint64_t
sentences_light_block(struct str t, size_t i, uint64_t bits)
{
	uint64_t keep = bits;

	for (; bits != 0; bits &= bits - 1) {
		unsigned k = (unsigned)__builtin_ctzll(bits);
		const char *p = t.p + i + k;
		uint16_t rows[SENTENCES_LIGHTS];

		light_rows(read8(p - 8), read8(p + 1), rows);
		keep ^= (uint64_t)!passes(rows) << k;
	}
	return keep;
}

/* ---- shapes ---- */

/* Classes of the first bytes, repeats left out: "Xx", "X.X", "9:9". */
static uint32_t
shape_of(struct str w)
{
	uint32_t h = 1;
	unsigned before = 0;

	for (size_t i = 0; i < w.n && i < SHAPE; i++) {
		unsigned k = kind_of(w.p[i]);

		if (k != before || k == '.')
			h = (h ^ k) * 0x01000193u;
		before = k;
	}
	return h;
}

/* a, A, 9, the mark itself; '_' for other scripts, 0 for the end. */
static uint32_t
class_of(uint32_t c)
{
	if (c == 0)
		return 0;
	if (chars_is(c, CHAR_LOWER))
		return 'a';
	if (chars_is(c, CHAR_UPPER))
		return 'A';
	if (chars_is(c, CHAR_DIGIT))
		return '9';
	return chars_is(c, CHAR_LETTER) ? '_' : c;
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

struct context {
	struct str text;
	struct str t0, t, u, u2;	/* two tokens before, two after */
	struct str w, uw;	/* t before its stop; u without marks */
	uint32_t hw, huw, ht0, hu2;	/* their hashes */
	uint32_t st, su, st0, su2;	/* and shapes */
	unsigned next, dotted;	/* how uw and w are usually written */
	uint32_t us;		/* class of the next word's first letter */
	uint32_t ty;		/* the kind of stop and what closes it */
	uint32_t first;		/* class of the sentence's first letter */
	unsigned since, quoted, open, lower;
};

static struct str
token_after(struct str t, size_t *i)
{
	size_t at = *i, limit = at + LOOK < t.n ? at + LOOK : t.n, begin;

	while (at < limit && byte_is_space(t.p[at])) {
		if (t.p[at] == '\n' && at + 1 < t.n && t.p[at + 1] == '\n')
			limit = at;
		at++;
	}
	begin = at;
	while (at < limit && !byte_is_space(t.p[at]))
		at++;
	*i = at;
	return begin < at ? str_cut(t, begin, at) : str_cut(t, at, at);
}

static struct str
token_before(struct str t, size_t begin, size_t *i)
{
	size_t end = *i, low = end > begin + WORD ? end - WORD : begin, at;

	while (end > low && byte_is_space(t.p[end - 1]))
		end--;
	at = end;
	while (at > low && !byte_is_space(t.p[at - 1]))
		at--;
	*i = at;
	return str_cut(t, at, end);
}

/*
 * Quotation marks and brackets still open; how much of the sentence is in
 * lower case: 0 no letter, 1 no word's first letter, 2 one or two words' or
 * 3 more. Small counts without branches: it vectorises.
 */
static void
count_back(struct context *x, size_t begin, size_t end)
{
	size_t low = end > begin + LOOK / 2 ? end - LOOK / 2 : begin;
	const char *p = x->text.p;
	uint8_t marks = 0, words_lower, letters = 0, open = 0, shut = 0;

	words_lower = low < end && byte_is_lower(p[low]);
	for (size_t i = low; i < end; i++) {
		marks += p[i] == '"';
		open += (p[i] == '(') | (p[i] == '[');
		shut += (p[i] == ')') | (p[i] == ']');
		letters += byte_is_lower(p[i]);
	}
	for (size_t i = low + 1; i < end; i++)
		words_lower += (int)byte_is_lower(p[i])
		    & (int)byte_is_space(p[i - 1]);
	x->quoted = marks & 1;
	x->open = open > shut;
	x->lower = letters == 0 ? 0 : words_lower == 0 ? 1
	    : words_lower < 3 ? 2 : 3;
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

	x.u = token_after(s->text, &i);
	x.u2 = token_after(s->text, &i);
	x.t = token_before(s->text, s->begin, &back);
	x.t0 = token_before(s->text, s->begin, &back);
	x.w = g->kind == NO_STOP ? sentences_core(x.t) : g->word;
	x.uw = sentences_core(x.u);
	x.hw = word_hash(x.w);
	x.huw = word_hash(x.uw);
	x.ht0 = word_hash(x.t0);
	x.hu2 = word_hash(x.u2);
	x.st = shape_of(x.w);
	x.su = shape_of(x.u);
	x.st0 = shape_of(x.t0);
	x.su2 = shape_of(x.u2);
	x.next = how_next(x.huw);
	x.dotted = how_dotted(x.hw);
	x.us = class_of(g->next.first);
	since = (g->end - s->begin) / 8;
	x.since = since < 15 ? (unsigned)since : 15;
	x.first = first_class(s, g->end);
	count_back(&x, s->begin, g->end);
	return x;
}

/* ---- features ---- */

struct features {
	uint16_t *rows;
	int n;
	uint32_t seed;		/* tells the families apart */
};

static void
add(struct features *f, uint32_t a, uint32_t b)
{
	uint32_t h = a * 0x9e3779b1u ^ (b + (f->seed + (uint32_t)f->n) * 0x85ebca6bu);

	h = (h ^ h >> 15) * 0x2c1b3c6du;
	h = (h ^ h >> 12) * 0x297a2d39u;
	f->rows[f->n++] = (uint16_t)(h >> 16);
}

static struct str
last_bytes(struct str w, size_t n)
{
	return w.n > n ? str_cut(w, w.n - n, w.n) : w;
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
	add(f, k, last_byte(x->t));
	add(f, k, x->u.n > 0 ? kind_of(x->u.p[0]) : 0);
	add(f, x->ty, x->hw);
	add(f, k, x->hw);
	add(f, k, x->huw);
	add(f, k, x->st);
	add(f, x->ty, x->st * 31 ^ x->su);
	add(f, x->ty, x->su * 31 ^ x->su2);
	add(f, k, x->next);
	add(f, k, x->dotted);
	add(f, k, x->next | x->dotted << 8);
	add(f, k, x->quoted);
	add(f, k, x->open);
	add(f, x->ty & 7, x->since);
	add(f, k, x->first);
	add(f, k, x->u2.n == 0);
	add(f, k, word_hash(last_bytes(x->w, 3)));
	add(f, k, x->since == 0);
	add(f, k, x->lower);
}

static void
features_stop(struct features *f, const struct context *x, const struct gap *g)
{
	uint32_t r = g->reason << 16 ^ x->us;

	add(f, r, x->ty << 4 | (uint32_t)g->verdict);
	add(f, r, x->next);
	add(f, r, x->st0);
	add(f, r, x->su2);
	add(f, r, x->ht0);
	add(f, x->us, x->hw * 31 ^ x->huw);
	add(f, r, x->w.n < 6 ? (uint32_t)x->w.n : 6);
	add(f, r, x->hu2);
	add(f, x->ty, g->next.mark);
}

static void
features_bare(struct features *f, const struct context *x)
{
	uint32_t st = shape_of(x->t), su = x->su;
	bool caps = x->t.n > 1 && byte_is_upper(x->t.p[0])
	    && byte_is_upper(x->t.p[x->t.n - 1]);

	add(f, 0, x->hw * 31 ^ x->huw);
	add(f, x->st0 * 31 ^ st, su * 31 ^ x->su2);
	add(f, caps, x->us);
	add(f, is_address(x->t), is_address(x->u));
	add(f, x->st0, st);
	add(f, how_next(x->hw), x->next << 8 | x->us);
	add(f, x->lower, x->next << 8 | x->us);
	add(f, x->lower << 8 | last_byte(x->t), x->us);
	add(f, x->lower << 4 | x->since, x->us);
	add(f, x->ht0, x->us);
	add(f, x->hu2, x->us);
}

int
sentences_features(const struct sentences *s, const struct gap *g,
    uint16_t rows[SENTENCES_FEATURES])
{
	struct context x = look_around(s, g);
	struct features f = { rows, 0, 0 };

	features_around(&f, &x);
	f.seed = g->kind == NO_STOP ? 64 : 0;
	if (g->kind == NO_STOP)
		features_bare(&f, &x);
	else
		features_stop(&f, &x, g);
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
	return sum > 0;
}
