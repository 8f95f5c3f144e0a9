/*
 * What the text of a block looks like: counts of its characters, words and
 * marks. Bytes are classed 64 at once; of a long block the first SAMPLE bytes
 * stand for all.
 */
#include "desk/deboil_parts.h"

#include "base/die.h"
#include "base/hash.h"
#include "text/bytes.h"
#include "text/chars.h"
#include "text/utf8.h"

/* LONG bytes make a word that says what a text is about; SMALL are glue. */
enum { SAMPLE = 256, LANES = SAMPLE / 64 + 1, LONG = 5, SMALL = 3,
    MOST_WORDS = 10000, FEW_WIDE = 5 };

struct scan {
	struct str t;			/* the sample */
	/* Bits of bytes; of upper and cjk the first of each character's. */
	uint64_t word[LANES], upper[LANES], cjk[LANES], digit[LANES];
	bool roomy;			/* seven bytes more can be read */
};

/*
 * Letters lose their case: bit 0x20 of ASCII, Latin-1 and of the second byte
 * of Greek and Cyrillic, whose first bytes differ by one where it carries.
 * What else falls together does no harm.
 */
static uint64_t
fold(uint64_t x)
{
	uint64_t two = x & x << 1 & ~(x << 2) & 0x8080808080808080;

	return x | 0x2020202020202020 | two >> 7;
}

static uint64_t
read4(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16
	    | (uint64_t)u[3] << 24;
}

/* At most eight bytes, every one of which counts. */
static uint64_t
read_word(const char *p, size_t n)
{
	if (n >= 4)
		return read4(p) | read4(p + n - 4) << 32;
	return n == 0 ? 0 : (unsigned char)p[0]
	    | (uint64_t)(unsigned char)p[n / 2] << 8
	    | (uint64_t)(unsigned char)p[n - 1] << 16;
}

/* The same of eight bytes that can all be read, without branches. */
static inline uint64_t
read_roomy(const char *p, size_t n)
{
	uint64_t x = hash_read8(p);
	uint64_t two = (x & 0xffffffff) | x >> ((8 * n - 32) & 63) << 32;
	uint64_t few = (x & 0xff) | (x >> 8 * (n / 2) & 0xff) << 8
	    | (x >> ((8 * n - 8) & 63) & 0xff) << 16;

	return n >= 4 ? two : few;
}

/* As long as roomy, eight bytes can be read wherever the word has one. */
static inline uint32_t
hash_word(struct str w, bool roomy)
{
	const uint64_t k = 0x9e3779b97f4a7c15;
	uint64_t h = w.n * k;

	while (w.n > 8) {
		h = (h ^ fold(read4(w.p) | read4(w.p + 4) << 32)) * k;
		h ^= h >> 32;
		w = str_cut(w, 8, w.n);
	}
	h = (h ^ fold(roomy ? read_roomy(w.p, w.n)
	    : read_word(w.p, w.n))) * k;
	return (uint32_t)(h >> 32);
}

uint32_t
deboil_word_hash(struct str w)
{
	return hash_word(w, false);
}

/* ---- classes of characters ---- */

static const uint8_t ascii_marks[128] = {
	[','] = MARK_COMMA, ['.'] = MARK_STOP, ['!'] = MARK_STOP,
	['?'] = MARK_STOP, ['"'] = MARK_QUOTE, ['|'] = MARK_BAR,
	['>'] = MARK_BAR, ['/'] = MARK_BAR, ['@'] = MARK_AT, ['#'] = MARK_AT,
	[':'] = MARK_COLON, ['-'] = MARK_DASH, ['$'] = MARK_SYMBOL,
	['+'] = MARK_SYMBOL, ['='] = MARK_SYMBOL, ['<'] = MARK_SYMBOL,
	['~'] = MARK_SYMBOL, ['^'] = MARK_SYMBOL, ['`'] = MARK_SYMBOL,
	['*'] = MARK_SYMBOL, ['_'] = MARK_SYMBOL, ['\\'] = MARK_SYMBOL,
	['{'] = MARK_SYMBOL, ['}'] = MARK_SYMBOL, ['['] = MARK_SYMBOL,
	[']'] = MARK_SYMBOL
};

static enum deboil_mark
mark_of(uint32_t c)
{
	if (c < 128)
		return (enum deboil_mark)ascii_marks[c];
	switch (c) {
	case 0x3001: case 0xff0c: case 0x60c:
		return MARK_COMMA;
	case 0x3002: case 0xff01: case 0xff1f: case 0x61f: case 0x964:
		return MARK_STOP;
	case 0x201c: case 0x201d: case 0xab: case 0xbb: case 0x201e:
	case 0x300c: case 0x300d:
		return MARK_QUOTE;
	case 0x203a: case 0x2022: case 0xb7:
		return MARK_BAR;
	case 0xa9:
		return MARK_AT;
	case 0xff1a:
		return MARK_COLON;
	case 0x2013: case 0x2014:
		return MARK_DASH;
	default:
		return MARK_OTHER;
	}
}

/* A character beyond ASCII, at byte i. */
static inline void
scan_wide(struct scan *s, struct deboil_shape *f, size_t i)
{
	size_t lane = i / 64, shift = i % 64;
	uint32_t c = utf8_next(s->t, &i);
	unsigned class = chars_of(c);

	f->letters = (uint16_t)(f->letters + (class / CHAR_LETTER & 1));
	if (class & CHAR_DIGIT)
		f->digits++;
	if (class & CHAR_CJK) {
		f->cjk++;
		s->cjk[lane] |= 1ull << shift;
	}
	s->upper[lane] |= (uint64_t)(class / CHAR_UPPER & 1) << shift;
	if (class & CHAR_WORD)
		s->word[lane] |= 1ull << shift;
	else if ((class & CHAR_SPACE) == 0)
		f->mark[class & CHAR_SYMBOL ? MARK_SYMBOL : mark_of(c)]++;
}

static void
scan_wides(struct scan *s, struct deboil_shape *f, size_t lane, const char *p,
    const struct bytes *b)
{
	struct bytes_beyond beyond = { 0 };
	uint64_t tail = b->high & ~b->lead, *w = &s->word[lane];
	uint64_t carry = lane > 0 ? w[-1] >> 63 : 0;

	f->chars = (uint16_t)(f->chars - bytes_count(tail));
	if (bytes_count(b->lead) > FEW_WIDE)
		bytes_beyond(p, &beyond);
	f->letters = (uint16_t)(f->letters + bytes_count(beyond.letter
	    & b->lead));
	f->cjk = (uint16_t)(f->cjk + bytes_count(beyond.han & b->lead));
	*w |= beyond.letter & b->lead;
	s->upper[lane] |= beyond.upper & b->lead;
	s->cjk[lane] |= beyond.han & b->lead;
	for (uint64_t rest = b->lead & ~beyond.letter; rest != 0;
	    rest &= rest - 1)
		scan_wide(s, f, lane * 64 + (unsigned)__builtin_ctzll(rest));
	/* At most three bytes go on what the first one is. */
	for (int k = 0; k < 3; k++)
		*w |= (*w << 1 | carry) & tail;
}

/* Are n bytes from p on of the page of plain text? */
static bool
is_inside(const struct deboil *d, const char *p, size_t n)
{
	return !d->html && d->page.n >= n
	    && (uintptr_t)p - (uintptr_t)d->page.p <= d->page.n - n;
}

/*
 * Where 64 bytes can be read that begin with the last n of a sample: in place,
 * if what comes after is of the page; a copy of so few bytes takes longer.
 */
static const char *
readable(const struct deboil *d, const char *p, size_t n, char copy[64])
{
	if (n >= 64 || is_inside(d, p, 64))
		return p;
	memcpy(copy, p, n);
	return copy;
}

/* Only the first n bytes count. */
static void
cut_classes(struct bytes *b, size_t n)
{
	uint64_t all = (1ull << n) - 1;

	b->letter &= all;
	b->digit &= all;
	b->space |= ~all;
	b->high &= all;
	b->lead &= all;
}

static void
scan_lane(const struct deboil *d, struct scan *s, struct deboil_shape *f,
    size_t lane)
{
	size_t left = s->t.n - lane * 64;
	char copy[64];
	const char *p = readable(d, s->t.p + lane * 64, left, copy);
	uint64_t rest;
	struct bytes b;

	bytes_classes(p, &b);
	if (left < 64)
		cut_classes(&b, left);
	f->letters = (uint16_t)(f->letters + bytes_count(b.letter));
	f->digits = (uint16_t)(f->digits + bytes_count(b.digit));
	s->word[lane] = b.letter | b.digit;
	s->upper[lane] = b.upper;
	s->digit[lane] = b.digit;
	s->cjk[lane] = 0;
	rest = ~(b.letter | b.digit | b.space | b.high);
	for (; rest != 0; rest &= rest - 1)
		f->mark[ascii_marks[(unsigned char)
		    p[(unsigned)__builtin_ctzll(rest)]]]++;
	if (b.high != 0)
		scan_wides(s, f, lane, p, &b);
}

/* ---- words ---- */

static bool
is_year(struct str w)
{
	return w.n == 4 && (w.p[0] == '1' || w.p[0] == '2')
	    && byte_is_digit(w.p[1]) && byte_is_digit(w.p[2])
	    && byte_is_digit(w.p[3]);
}

/*
 * Where the next word goes, the next that means something, and the next that
 * may be one of chrome; a hash of all words so far.
 */
struct found {
	uint32_t *words, *subjects, *maybe;
	uint32_t line;
};

static inline void
put_word(struct found *o, uint32_t hash, bool is_long)
{
	uint32_t word = (hash & ~1u) | is_long;

	*o->words++ = word;
	o->line = (o->line ^ word) * 0x9e3779b1u;
	*o->subjects = deboil_subject(word);
	o->subjects += is_long;
}

/* Without a branch, which would be guessed wrong. */
static inline void
put_maybe(const struct deboil *d, struct found *o, uint32_t hash)
{
	*o->maybe = hash;
	o->maybe += deboil_may_be_kind(d, hash);
}

static inline void
number(const struct scan *s, struct deboil_shape *f, struct found *o,
    struct span at)
{
	struct str t = s->t, w = str_cut(t, at.start, at.end);

	f->year |= is_year(w);
	f->clock |= at.end + 1 < t.n && t.p[at.end] == ':'
	    && byte_is_digit(t.p[at.end + 1]);
	put_word(o, (uint32_t)(w.n < 8 ? w.n : 8) * 0x9e3779b1u, false);
}

/* Scripts without blanks: every character is a word, pairs do the rest. */
static inline void
unspaced(const struct deboil *d, const struct scan *s, struct found *o,
    struct str w)
{
	for (size_t i = 0, at, next; i < w.n; i = at) {
		at = i;
		utf8_next(w, &at);
		put_word(o, hash_word(str_cut(w, i, at), s->roomy), false);
		if ((next = at) == w.n)
			break;
		utf8_next(w, &next);
		put_maybe(d, o, hash_word(str_cut(w, i, next), s->roomy));
	}
}

static inline void
spaced(const struct deboil *d, const struct scan *s, struct found *o,
    struct str w)
{
	uint32_t hash = hash_word(w, s->roomy);

	put_maybe(d, o, hash);
	put_word(o, hash, w.n >= LONG);
}

/* Where the word ends that goes on after a lane: after the sample is none. */
static inline size_t
word_end(const struct scan *s, size_t lane)
{
	do
		lane++;
	while (~s->word[lane] == 0);
	return lane * 64 + (unsigned)__builtin_ctzll(~s->word[lane]);
}

/* Bits of the words of a lane that have at most SMALL bytes. */
static inline uint64_t
small_words(const struct scan *s, size_t lane)
{
	uint64_t w = s->word[lane], next = s->word[lane + 1];

	return ~((w >> 1 | next << 63) & (w >> 2 | next << 62)
	    & (w >> 3 | next << 61));
}

/* Counts the words that begin in a lane; first has a bit for each. */
static inline void
count_words(const struct scan *s, struct deboil_shape *f, size_t lane,
    uint64_t first)
{
	uint64_t upper = first & s->upper[lane];
	uint64_t others = upper | s->cjk[lane] | s->digit[lane];

	if (f->cjk > 0)
		f->words = (uint16_t)(f->words + bytes_count(first));
	f->upper_words = (uint16_t)(f->upper_words + bytes_count(upper));
	f->small_words = (uint16_t)(f->small_words
	    + bytes_count(first & ~others & small_words(s, lane)));
}

static inline void
take_word(const struct deboil *d, const struct scan *s, struct deboil_shape *f,
    struct found *o, struct span at)
{
	size_t lane = at.start / 64, bit = at.start % 64;

	if (s->cjk[lane] >> bit & 1)
		unspaced(d, s, o, str_cut(s->t, at.start, at.end));
	else if (s->digit[lane] >> bit & 1)
		number(s, f, o, at);
	else
		spaced(d, s, o, str_cut(s->t, at.start, at.end));
}

/* The words that begin in a lane. */
static inline void
take_lane(const struct deboil *d, const struct scan *s, struct deboil_shape *f,
    struct found *o, size_t lane)
{
	uint64_t carry = lane > 0 ? s->word[lane - 1] >> 63 : 0;
	uint64_t w = s->word[lane], first = w & ~(w << 1 | carry);
	uint64_t end = ~w & w << 1 & (0 - (first & (0 - first)));

	count_words(s, f, lane, first);
	for (; first != 0; first &= first - 1, end &= end - 1) {
		struct span at = { lane * 64
		    + (unsigned)__builtin_ctzll(first), 0 };

		at.end = end != 0 ? lane * 64 + (unsigned)__builtin_ctzll(end)
		    : word_end(s, lane);
		take_word(d, s, f, o, at);
	}
}

static void
take_words(struct deboil *d, const struct scan *s, struct deboil_shape *f)
{
	uint32_t maybe[SAMPLE + 1];
	struct found o = { d->words + d->nwords, d->subjects + d->nwords,
	    maybe, f->chars };

	f->first = (uint32_t)d->nwords;
	for (size_t lane = 0; lane * 64 < s->t.n; lane++)
		take_lane(d, s, f, &o, lane);
	d->nwords = (size_t)(o.words - d->words);
	f->n = (uint32_t)(d->nwords - f->first);
	f->line = o.line;
	f->subjects = (uint32_t)(o.subjects - d->subjects) - f->first;
	/* Two characters of a script without blanks make about a word. */
	f->words = (uint16_t)(f->cjk > 0 ? f->words + f->cjk / 2 : f->n);
	f->chrome = o.maybe > maybe;
	while (o.maybe > maybe)
		f->kind[deboil_kind(d, *--o.maybe)]++;
}

/*
 * Of the first words only, and of pairs. Without branches, which would be
 * guessed wrong: what is none is passed over.
 */
static void
take_subjects(struct deboil *d, struct deboil_shape *f)
{
	const uint32_t *w = d->words + f->first;
	uint32_t *s, n = 0;
	uint32_t most = f->n < DEBOIL_SUBJECTS ? f->n : DEBOIL_SUBJECTS;

	s = d->subjects + f->first;
	for (uint32_t k = 0; k < most; k++) {
		bool pair = f->cjk > 0 && k + 1 < f->n && (w[k] & 1) == 0;

		s[n] = deboil_subject(pair ? w[k] * 31 + w[k + 1] : w[k]);
		n += (w[k] & 1) | (pair && s[n] != 0);
	}
	f->subjects = n;
}

/* ---- ends, and the whole ---- */

static enum deboil_begin
begin_of(struct str t)
{
	uint32_t c = utf8_at(t, 0);

	return chars_is(c, CHAR_UPPER) ? BEGIN_UPPER
	    : chars_is(c, CHAR_DIGIT) ? BEGIN_DIGIT
	    : chars_is(c, CHAR_WORD) ? BEGIN_LOWER : BEGIN_MARK;
}

enum deboil_end
deboil_end_of(struct str t)
{
	size_t end = t.n;
	bool quoted = false;
	uint32_t c;

	if (end > 0 && byte_is_letter(t.p[end - 1]))
		return END_WORD;
	do {
		c = utf8_prev(t, &end);
		quoted |= mark_of(c) == MARK_QUOTE;
	} while (end > 0 && (c == '"' || c == '\'' || c == ')'
	    || chars_is(c, CHAR_CLOSE)));
	if (c == 0x2026 || (c == '.' && end > 0 && t.p[end - 1] == '.'))
		return END_DOTS;
	switch (mark_of(c)) {
	case MARK_STOP:
		return quoted ? END_QUOTE : END_STOP;
	case MARK_COLON:
		return END_COLON;
	case MARK_COMMA:
		return END_COMMA;
	default:
		return chars_is(c, CHAR_WORD) ? END_WORD : END_OTHER;
	}
}

/* How much a block looks like running text: 0, or its words up to 100. */
static uint8_t
prose_of(const struct deboil_shape *f)
{
	if (f->words < 8 || !(f->ends >= END_STOP || f->ends == END_COLON
	    || f->words > 30))
		return 0;
	if (f->upper_words * 2 > f->words + 4 && f->cjk == 0)
		return 0;
	return (uint8_t)(f->words < 100 ? f->words : 100);
}

/* The words of n bytes, by those of the sample. */
static uint16_t
all_words(const struct deboil_shape *f, size_t n, size_t sample)
{
	size_t words = f->words * n / sample;

	return (uint16_t)(words < MOST_WORDS ? words : MOST_WORDS);
}

static void
shape(struct deboil *d, struct scan *s, struct deboil_shape *f, struct str text)
{
	s->t = text.n <= SAMPLE ? text
	    : str_cut(text, 0, utf8_floor(text, SAMPLE));
	s->word[s->t.n / 64] = 0;	/* every word ends */
	s->roomy = is_inside(d, s->t.p, s->t.n + 7);
	if (d->words_cap < d->nwords + SAMPLE)
		d->words = xgrow(d->words, &d->words_cap, d->nwords + SAMPLE,
		    sizeof *d->words);
	if (d->subjects_cap < d->words_cap)
		d->subjects = xgrow(d->subjects, &d->subjects_cap,
		    d->words_cap, sizeof *d->subjects);
	f->chars = (uint16_t)s->t.n;
	for (size_t lane = 0; lane * 64 < s->t.n; lane++)
		scan_lane(d, s, f, lane);
	take_words(d, s, f);
	if (f->cjk > 0 || f->n > DEBOIL_SUBJECTS)
		take_subjects(d, f);
	if (s->t.n < text.n)
		f->words = all_words(f, text.n, s->t.n);
	f->begins = (uint8_t)begin_of(text);
	f->ends = (uint8_t)deboil_end_of(text);
	f->prose = prose_of(f);
	for (uint32_t i = 0; i < f->n && i < 3; i++)
		f->head = (f->head ^ d->words[f->first + i]) * 0x9e3779b1u;
}

/*
 * Lines of a letter or two, so many in a row that no list has them, are not
 * worth a look each: they have no rows, and a score that nothing keeps.
 */
enum { TINY = 2, TINY_LINES = 256, TINY_SCORE = INT32_MIN / 2 };

static void
pass_tiny(struct deboil *d, size_t from, size_t to)
{
	for (size_t i = from, end; i < to; i = end + 1) {
		for (end = i; end < to && d->blocks[end].text.n <= TINY; end++)
			;
		for (size_t k = i; end - i >= TINY_LINES && k < end; k++)
			d->blocks[k].score = TINY_SCORE;
	}
}

void
deboil_shapes(struct deboil *d, size_t from, size_t to)
{
	struct scan s = { 0 };

	d->nwords = d->rows = 0;
	d->shapes = arena_alloc(&d->arena, to - from + 1, sizeof *d->shapes);
	if (!d->html)
		pass_tiny(d, from, to);
	for (size_t i = from; i < to; i++) {
		struct deboil_shape *f = &d->shapes[d->rows];

		if (d->blocks[i].text.n == 0
		    || d->blocks[i].score == TINY_SCORE)
			continue;
		*f = (struct deboil_shape){ .block = (uint32_t)i };
		shape(d, &s, f, d->blocks[i].text);
		d->rows++;
	}
}
