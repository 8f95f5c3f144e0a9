/*
 * What the text of a block looks like: counts of its characters, words and
 * marks. Bytes are classed 64 at once; of a long block the first SAMPLE bytes
 * stand for all.
 */
#include "desk/deboil_parts.h"

#include "base/die.h"
#include "text/bytes.h"
#include "text/chars.h"
#include "text/utf8.h"

/* LONG bytes make a word that says what a text is about; SMALL are glue. */
enum { SAMPLE = 256, LANES = SAMPLE / 64 + 1, LONG = 5, SMALL = 3,
    MOST_WORDS = 10000 };

struct scan {
	struct str t;			/* the sample */
	uint64_t word[LANES], upper[LANES], cjk[LANES];
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

uint32_t
deboil_word_hash(struct str w)
{
	const uint64_t k = 0x9e3779b97f4a7c15;
	uint64_t h = w.n * k;

	while (w.n > 8) {
		h = (h ^ fold(read4(w.p) | read4(w.p + 4) << 32)) * k;
		h ^= h >> 32;
		w = str_cut(w, 8, w.n);
	}
	h = (h ^ fold(read_word(w.p, w.n))) * k;
	return (uint32_t)(h >> 32);
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

static void
set_bits(uint64_t *lanes, size_t at, size_t n)
{
	uint64_t bits = (1ull << n) - 1;
	size_t lane = at / 64, shift = at % 64;

	lanes[lane] |= bits << shift;
	if (shift + n > 64)
		lanes[lane + 1] |= bits >> (64 - shift);
}

/* A character beyond ASCII, at byte i. */
static void
scan_wide(struct scan *s, struct deboil_shape *f, size_t i)
{
	size_t end = i;
	uint32_t c = utf8_next(s->t, &end);
	unsigned class = chars_of(c);

	f->chars = (uint16_t)(f->chars - (end - i - 1));
	f->letters += (class & CHAR_LETTER) != 0;
	f->digits += (class & CHAR_DIGIT) != 0;
	f->cjk += (class & CHAR_CJK) != 0;
	if (class & CHAR_CJK)
		set_bits(s->cjk, i, end - i);
	if (class & CHAR_UPPER)
		set_bits(s->upper, i, 1);
	if (class & CHAR_WORD)
		set_bits(s->word, i, end - i);
	else if ((class & CHAR_SPACE) == 0)
		f->mark[class & CHAR_SYMBOL ? MARK_SYMBOL : mark_of(c)]++;
}

static void
scan_lane(struct scan *s, struct deboil_shape *f, size_t lane)
{
	size_t from = lane * 64, n = s->t.n - from < 64 ? s->t.n - from : 64;
	uint64_t all = n == 64 ? ~0ull : (1ull << n) - 1, rest;
	char copy[64] = { 0 };
	struct bytes b;

	if (n < 64)
		memcpy(copy, s->t.p + from, n);
	bytes_classes(n < 64 ? copy : s->t.p + from, &b);
	f->letters = (uint16_t)(f->letters + bytes_count(b.letter));
	f->digits = (uint16_t)(f->digits + bytes_count(b.digit));
	s->word[lane] |= b.letter | b.digit;
	s->upper[lane] |= b.upper;
	rest = all & ~(b.letter | b.digit | b.space | b.high);
	for (; rest != 0; rest &= rest - 1)
		f->mark[mark_of((unsigned char)s->t.p[from
		    + (unsigned)__builtin_ctzll(rest)])]++;
	for (rest = b.high & all; rest != 0; rest &= rest - 1) {
		size_t i = from + (unsigned)__builtin_ctzll(rest);

		if (!utf8_is_tail(s->t.p[i]))
			scan_wide(s, f, i);
	}
}

/* ---- words ---- */

static bool
is_year(struct str w)
{
	return w.n == 4 && (w.p[0] == '1' || w.p[0] == '2')
	    && byte_is_digit(w.p[1]) && byte_is_digit(w.p[2])
	    && byte_is_digit(w.p[3]);
}

static void
put_word(struct deboil *d, struct deboil_shape *f, uint32_t hash, bool is_long)
{
	d->words[d->nwords++] = (hash & ~1u) | is_long;
	f->n++;
}

static void
number(struct deboil *d, struct deboil_shape *f, struct str t, struct span at)
{
	struct str w = str_cut(t, at.start, at.end);

	f->year |= is_year(w);
	f->clock |= at.end + 1 < t.n && t.p[at.end] == ':'
	    && byte_is_digit(t.p[at.end + 1]);
	put_word(d, f, (uint32_t)(w.n < 8 ? w.n : 8) * 0x9e3779b1u, false);
}

/* Scripts without blanks: every character is a word, pairs do the rest. */
static void
unspaced(struct deboil *d, struct deboil_shape *f, struct str w)
{
	for (size_t i = 0, at, next; i < w.n; i = at) {
		at = i;
		utf8_next(w, &at);
		put_word(d, f, deboil_word_hash(str_cut(w, i, at)), false);
		if ((next = at) == w.n)
			break;
		utf8_next(w, &next);
		f->kind[deboil_kind(d, deboil_word_hash(str_cut(w, i, next)))]++;
	}
}

static void
take_word(struct deboil *d, const struct scan *s, struct deboil_shape *f,
    struct span at)
{
	struct str w = str_cut(s->t, at.start, at.end);
	bool upper = s->upper[at.start / 64] >> at.start % 64 & 1;
	uint32_t hash;
	unsigned kind;

	f->words++;
	f->upper_words += upper;
	if (s->cjk[at.start / 64] >> at.start % 64 & 1) {
		unspaced(d, f, w);
		return;
	}
	if (byte_is_digit(w.p[0])) {
		number(d, f, s->t, at);
		return;
	}
	f->small_words += !upper && w.n <= SMALL;
	hash = deboil_word_hash(w);
	kind = deboil_kind(d, hash);
	f->kind[kind]++;
	put_word(d, f, hash, w.n >= LONG);
}

/* The next bit at or after i that is set in lanes ^ flip; end if none is. */
static size_t
next_bit(const uint64_t *lanes, uint64_t flip, size_t i, size_t end)
{
	while (i < end) {
		uint64_t m = (lanes[i / 64] ^ flip) >> i % 64;

		if (m != 0) {
			i += (unsigned)__builtin_ctzll(m);
			return i < end ? i : end;
		}
		i = (i / 64 + 1) * 64;
	}
	return end;
}

static void
take_words(struct deboil *d, const struct scan *s, struct deboil_shape *f)
{
	size_t n = s->t.n, i = next_bit(s->word, 0, 0, n), end;

	d->words = xgrow(d->words, &d->words_cap, d->nwords + SAMPLE,
	    sizeof *d->words);
	f->first = (uint32_t)d->nwords;
	for (; i < n; i = next_bit(s->word, 0, end, n)) {
		end = next_bit(s->word, ~0ull, i, n);
		take_word(d, s, f, (struct span){ i, end });
	}
	/* Two characters of such a script make about a word. */
	f->words = (uint16_t)(f->words + f->cjk / 2);
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
shape(struct deboil *d, struct deboil_shape *f, struct str text)
{
	struct scan s;

	s.t = text.n <= SAMPLE ? text
	    : str_cut(text, 0, utf8_floor(text, SAMPLE));
	for (size_t lane = 0; lane <= s.t.n / 64; lane++)
		s.word[lane] = s.upper[lane] = s.cjk[lane] = 0;
	f->chars = (uint16_t)s.t.n;
	for (size_t lane = 0; lane * 64 < s.t.n; lane++)
		scan_lane(&s, f, lane);
	take_words(d, &s, f);
	if (s.t.n < text.n)
		f->words = all_words(f, text.n, s.t.n);
	f->begins = (uint8_t)begin_of(text);
	f->ends = (uint8_t)deboil_end_of(text);
	f->prose = prose_of(f);
	for (uint32_t i = 0; i < f->n && i < 3; i++)
		f->head = (f->head ^ d->words[f->first + i]) * 0x9e3779b1u;
}

void
deboil_shapes(struct deboil *d, size_t from, size_t to)
{
	d->nwords = d->rows = 0;
	d->shapes = arena_alloc(&d->arena, to - from + 1, sizeof *d->shapes);
	for (size_t i = from; i < to; i++) {
		struct deboil_shape *f = &d->shapes[d->rows];

		if (d->blocks[i].text.n == 0)
			continue;
		*f = (struct deboil_shape){ .block = (uint32_t)i };
		shape(d, f, d->blocks[i].text);
		d->rows++;
	}
}
