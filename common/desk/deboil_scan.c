/*
 * The classes of a row's characters, 64 bytes at once, and its words. Compiled
 * once more by deboil_scan_wide.c.
 */
#include "desk/deboil_scan.h"

#include "base/die.h"
#include "base/hash.h"
#include "text/bytes.h"
#include "text/chars.h"
#include "text/utf8.h"
#ifdef WIDE
#include "text/bytes_wide.h"
#else
#define DEBOIL_SCAN deboil_scan
#endif

/* LONG bytes make a word that says what a text is about; SMALL are glue. */
enum { SAMPLE = DEBOIL_SAMPLE, LANES = SAMPLE / 64 + 1, LONG = 5, SMALL = 3,
    FEW_WIDE = 5 };

enum { UNSPACED = 20 };		/* characters */

struct scan {
	struct str t;			/* the sample */
	/* Bits of bytes; of upper and cjk the first of each character's. */
	uint64_t word[LANES + 1], upper[LANES], cjk[LANES], digit[LANES];
	size_t room;			/* so many bytes can be read */
	bool roomy;			/* seven more than there are */
	unsigned unspaced;		/* characters: chars_is_unspaced() */
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
#ifdef WIDE
#define X -1
static const int8_t word_bytes[9][8] = {
	{ X, X, X, X, X, X, X, X }, { 0, 0, 0, X, X, X, X, X },
	{ 0, 1, 1, X, X, X, X, X }, { 0, 1, 2, X, X, X, X, X },
	{ 0, 1, 2, 3, 0, 1, 2, 3 }, { 0, 1, 2, 3, 1, 2, 3, 4 },
	{ 0, 1, 2, 3, 2, 3, 4, 5 }, { 0, 1, 2, 3, 3, 4, 5, 6 },
	{ 0, 1, 2, 3, 4, 5, 6, 7 }
};
#undef X

static inline uint64_t
read_roomy(const char *p, size_t n)
{
	__m128i x = _mm_loadl_epi64((const __m128i *)(const void *)p);

	return (uint64_t)_mm_cvtsi128_si64(_mm_shuffle_epi8(x, _mm_loadl_epi64(
	    (const __m128i *)(const void *)word_bytes[n])));
}
#else
static inline uint64_t
read_roomy(const char *p, size_t n)
{
	uint64_t x = hash_read8(p);
	uint64_t two = (x & 0xffffffff) | x >> ((8 * n - 32) & 63) << 32;
	uint64_t few = (x & 0xff) | (x >> 8 * (n / 2) & 0xff) << 8
	    | (x >> ((8 * n - 8) & 63) & 0xff) << 16;

	return n >= 4 ? two : few;
}
#endif

/* As long as roomy, eight bytes can be read wherever the word has one. */
static inline uint32_t
hash_word(struct str w, bool roomy)
{
	const uint64_t k = 0x9e3779b97f4a7c15;
	uint64_t h = w.n * k;

	while (w.n > 8) {
		h = (h ^ fold(hash_read8(w.p))) * k;
		h ^= h >> 32;
		w = str_cut(w, 8, w.n);
	}
	h = (h ^ fold(roomy ? read_roomy(w.p, w.n)
	    : read_word(w.p, w.n))) * k;
	return (uint32_t)(h >> 32);
}

#ifndef WIDE
uint32_t
deboil_word_hash(struct str w)
{
	return hash_word(w, false);
}
#endif

/* ---- classes of characters ---- */

/* A character beyond ASCII, at byte i. */
static inline void
scan_wide(struct scan *s, struct deboil_shape *f, size_t i)
{
	size_t lane = i / 64, shift = i % 64;
	uint32_t c = utf8_next(s->t, &i);
	unsigned class = chars_of(c);

	f->letters = (uint16_t)(f->letters + (class / CHAR_LETTER & 1));
	s->unspaced += chars_is_unspaced(c);
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
		f->mark[class & CHAR_SYMBOL ? MARK_SYMBOL : deboil_mark_of(c)]++;
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

/* How many bytes can be read from p on: of the page of plain text there are more. */
static inline size_t
room_at(const struct deboil *d, struct str t)
{
	size_t off = (size_t)((uintptr_t)t.p - (uintptr_t)d->page.p);

	return d->html || off > d->page.n ? t.n : d->page.n - off;
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

static inline void
scan_lane(struct scan *s, struct deboil_shape *f, size_t lane)
{
	size_t left = s->t.n - lane * 64;
	const char *p = s->t.p + lane * 64;
	char copy[64];
	uint64_t rest;
	struct bytes b;

	if (s->room < lane * 64 + 64)	/* to copy so few takes longer */
		p = memcpy(copy, p, left);
#ifdef WIDE
	bytes_wide(p, &b);
#else
	bytes_classes(p, &b);
#endif
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
		f->mark[deboil_marks[(unsigned char)
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

/* A word that is a number or of a script without blanks. */
static inline void
take_other(const struct deboil *d, const struct scan *s, struct deboil_shape *f,
    struct found *o, struct span at)
{
	if (s->cjk[at.start / 64] >> at.start % 64 & 1)
		unspaced(d, s, o, str_cut(s->t, at.start, at.end));
	else
		number(s, f, o, at);
}

/* The words that begin in a lane. */
__attribute__((always_inline)) static inline void
take_lane(const struct deboil *d, const struct scan *s, struct deboil_shape *f,
    struct found *o, size_t lane)
{
	uint64_t carry = lane > 0 ? s->word[lane - 1] >> 63 : 0;
	uint64_t w = s->word[lane], first = w & ~(w << 1 | carry);
	uint64_t end = ~w & w << 1 & (0 - (first & (0 - first)));
	uint64_t others = s->cjk[lane] | s->digit[lane];
	size_t last = w >> 63 ? word_end(s, lane) : 0;

	count_words(s, f, lane, first);
	for (; first != 0; first &= first - 1, end &= end - 1) {
		struct span at = { lane * 64
		    + (unsigned)__builtin_ctzll(first), last };

		if (end != 0)
			at.end = lane * 64 + (unsigned)__builtin_ctzll(end);
		if ((others & first & (0 - first)) == 0)
			spaced(d, s, o, str_cut(s->t, at.start, at.end));
		else
			take_other(d, s, f, o, at);
	}
}

__attribute__((always_inline)) static inline void
take_words(struct deboil *d, const struct scan *s, struct deboil_shape *f,
    size_t lanes)
{
	uint32_t maybe[SAMPLE + 1];
	struct found o = { d->words + d->nwords, d->subjects + d->nwords,
	    maybe, f->chars };

	f->first = (uint32_t)d->nwords;
	for (size_t lane = 0; lane < lanes; lane++)
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

	/* Without pairs they are there already, those of later words last. */
	for (uint32_t k = 0; f->cjk == 0 && k < most; k++)
		n += w[k] & 1;
	s = d->subjects + f->first;
	for (uint32_t k = 0; f->cjk > 0 && k < most; k++) {
		bool pair = k + 1 < f->n && (w[k] & 1) == 0;

		s[n] = deboil_subject(pair ? w[k] * 31 + w[k + 1] : w[k]);
		n += (w[k] & 1) | (pair && s[n] != 0);
	}
	f->subjects = n;
}

__attribute__((always_inline)) static inline void
scan(struct deboil *d, struct deboil_shape *f, struct str sample, size_t lanes)
{
	struct scan s;

	s.t = sample;
	s.unspaced = 0;
	/* Every word ends. */
	s.word[s.t.n / 64] = s.word[s.t.n / 64 + 1] = 0;
	s.room = room_at(d, s.t);
	s.roomy = s.room >= s.t.n + 7;
	for (size_t lane = 0; lane < lanes; lane++)
		scan_lane(&s, f, lane);
	/* (Names of languages in a menu are fewer.) */
	if (s.unspaced >= UNSPACED && f->cjk == 0)
		f->cjk = (uint16_t)(s.unspaced / 2);
	take_words(d, &s, f, lanes);
	if (f->cjk > 0 || f->n > DEBOIL_SUBJECTS)
		take_subjects(d, f);
}

/* Most rows are short, and what is known of one lane need not be asked. */
void
DEBOIL_SCAN(struct deboil *d, struct deboil_shape *f, struct str sample)
{
	if (sample.n < 64)
		scan(d, f, sample, 1);
	else
		scan(d, f, sample, (sample.n + 63) / 64);
}
