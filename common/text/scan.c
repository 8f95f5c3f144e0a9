#include "text/scan.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { STOP = 1, SPACE = 2, LOWER = 4, MARK = 8 };

static const char BULLET[] = "\xe2\x80\xa2";	/* its first byte tells */

/* Lead bytes: U+2026 and CJK, Arabic, Armenian, Indic, Ethiopic stops. */
static const unsigned char kind[256] = {
	['.'] = STOP, ['!'] = STOP, ['?'] = STOP, ['\n'] = STOP | SPACE,
	['\t'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE,
	[' '] = SPACE, [0xd6] = STOP, [0xd8] = STOP, [0xdb] = STOP,
	[0xe0] = STOP, [0xe1] = STOP, [0xe2] = STOP, [0xe3] = STOP,
	[0xef] = STOP, [':'] = MARK, ['*'] = MARK, [')'] = MARK, ['('] = MARK,
	['a'] = LOWER, ['b'] = LOWER, ['c'] = LOWER, ['d'] = LOWER,
	['e'] = LOWER, ['f'] = LOWER, ['g'] = LOWER, ['h'] = LOWER,
	['i'] = LOWER, ['j'] = LOWER, ['k'] = LOWER, ['l'] = LOWER,
	['m'] = LOWER, ['n'] = LOWER, ['o'] = LOWER, ['p'] = LOWER,
	['q'] = LOWER, ['r'] = LOWER, ['s'] = LOWER, ['t'] = LOWER,
	['u'] = LOWER, ['v'] = LOWER, ['w'] = LOWER, ['x'] = LOWER,
	['y'] = LOWER, ['z'] = LOWER,
};

static bool
is_gap(struct str s, size_t i, enum scan_kind what)
{
	unsigned k = kind[(unsigned char)s.p[i]], next;

	if (!(k & SPACE) || i + 1 >= s.n)
		return false;
	next = kind[(unsigned char)s.p[i + 1]];
	if (what == SCAN_MARKS && (i == 0
	    || !(kind[(unsigned char)s.p[i - 1]] & MARK))
	    && s.p[i + 1] != BULLET[0])
		return false;
	return !(next & SPACE) && (what == SCAN_SPACES || !(next & LOWER));
}

struct scan_marks
scan_block_plain(struct str s, size_t i, enum scan_kind what)
{
	struct scan_marks m = { 0, 0 };

	for (size_t k = 0; k < 64 && i + k < s.n; k++) {
		bool stop = kind[(unsigned char)s.p[i + k]] & STOP;

		m.stops |= (uint64_t)stop << k;
		m.gaps |= (uint64_t)(!stop && is_gap(s, i + k, what)) << k;
	}
	return m;
}

/* Goes on with what is left, byte by byte. */
static struct scan_run
run_on(struct str s, struct scan_run r, size_t most, bool word)
{
	for (; r.n < s.n; r.n++) {
		char c = s.p[r.n];

		if (c == '\n' || (word && byte_is_space(c)))
			break;
		if (r.n % SCAN_STEP == 0 && r.blank && r.points > most)
			break;
		r.points += !utf8_is_tail(c);
		r.blank |= c == ' ';
	}
	return r;
}

struct scan_run
scan_line_plain(struct str s, size_t most)
{
	return run_on(s, (struct scan_run){ 0, 0, false }, most, false);
}

struct scan_run
scan_word_plain(struct str s)
{
	return run_on(s, (struct scan_run){ 0, 0, false }, SIZE_MAX, true);
}

struct scan_counts
scan_counts_plain(struct str s, size_t from, size_t to)
{
	struct scan_counts c = { 0, 0, 0, 0, 0 };

	for (size_t i = from; i < to; i++) {
		bool lower = byte_is_lower(s.p[i]);

		c.quotes += s.p[i] == '"';
		c.opens += s.p[i] == '(' || s.p[i] == '[';
		c.shuts += s.p[i] == ')' || s.p[i] == ']';
		c.lowers += lower;
		c.starts += lower && i > from && byte_is_space(s.p[i - 1]);
	}
	return c;
}

/* A part of s behind the n bytes that are there: how many are then. */
static size_t
fold_on(char *to, size_t n, struct str s, struct span part)
{
	for (size_t i = part.start; i < part.end; i++) {
		if (!byte_is_space(s.p[i]))
			to[n++] = s.p[i];
		else if (i == 0 || !byte_is_space(s.p[i - 1]))
			to[n++] = ' ';
	}
	return n;
}

size_t
scan_fold_plain(char *to, struct str s)
{
	return fold_on(to, 0, s, (struct span){ 0, s.n });
}

#ifdef __SSE2__
#include <emmintrin.h>

static __m128i
load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static __m128i
is_byte(__m128i x, char c)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(c));
}

/* Bytes from low to low + n. */
static __m128i
is_range(__m128i x, char low, char n)
{
	x = _mm_sub_epi8(x, _mm_set1_epi8(low));
	return _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(n)), x);
}

static __m128i
is_space(__m128i x)
{
	return _mm_or_si128(is_byte(x, ' '), is_range(x, '\t', 4));
}

static __m128i
is_stop(__m128i x)
{
	__m128i hit = _mm_or_si128(_mm_or_si128(is_byte(x, '.'),
	    is_byte(x, '\n')), _mm_or_si128(is_byte(x, '!'),
	    is_byte(x, '?')));

	if (_mm_movemask_epi8(x) == 0)
		return hit;
	hit = _mm_or_si128(hit, is_range(x, (char)0xe0, 3));
	hit = _mm_or_si128(hit, _mm_or_si128(is_byte(x, (char)0xef),
	    is_byte(x, (char)0xd6)));
	return _mm_or_si128(hit, _mm_or_si128(is_byte(x, (char)0xd8),
	    is_byte(x, (char)0xdb)));
}

static unsigned
bits_of(__m128i x)
{
	return (unsigned)_mm_movemask_epi8(x);
}

/* What 64 bytes are, a bit each; mark and bullet for SCAN_MARKS alone. */
struct classes {
	uint64_t stop, space, lower, mark, bullet;
};

static inline __attribute__((always_inline)) struct scan_marks
marks_of(struct classes c, struct str s, size_t i, enum scan_kind what)
{
	unsigned last = kind[(unsigned char)s.p[i + 64]];
	uint64_t idle = c.space >> 1 | (uint64_t)((last & SPACE) != 0) << 63;

	if (what != SCAN_SPACES)
		idle |= c.lower >> 1 | (uint64_t)((last & LOWER) != 0) << 63;
	if (what == SCAN_MARKS)
		idle |= ~(c.mark << 1 | c.bullet >> 1
		    | (uint64_t)(s.p[i + 64] == BULLET[0]) << 63
		    | (i > 0 && (kind[(unsigned char)s.p[i - 1]] & MARK) != 0));
	return (struct scan_marks){ c.stop, c.space & ~c.stop & ~idle };
}

/* 65 bytes are there. */
static struct scan_marks
narrow_block(struct str s, size_t i, enum scan_kind what)
{
	struct classes c = { 0, 0, 0, 0, 0 };

	for (unsigned k = 0; k < 64; k += 16) {
		__m128i x = load(s.p + i + k);

		c.stop |= (uint64_t)bits_of(is_stop(x)) << k;
		c.space |= (uint64_t)bits_of(is_space(x)) << k;
		c.lower |= (uint64_t)bits_of(is_range(x, 'a', 25)) << k;
		if (what != SCAN_MARKS)
			continue;
		c.mark |= (uint64_t)bits_of(_mm_or_si128(is_byte(x, ':'),
		    is_range(x, '(', 2))) << k;
		c.bullet |= (uint64_t)bits_of(is_byte(x, BULLET[0])) << k;
	}
	return marks_of(c, s, i, what);
}

#ifdef __x86_64__
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

/* What a byte may be by each of its halves; it is what both allow. */
enum {
	DOT = 1, QUERY = 2, LINE = 4, TAB = 8, BLANK = 16, D_LEAD = 32,
	E_LEAD = 64
};

WIDE static inline __m256i
halves_of(__m256i x)
{
	const __m256i low = _mm256_broadcastsi128_si256(_mm_setr_epi8(
	    BLANK | E_LEAD, DOT | E_LEAD, E_LEAD, E_LEAD, 0, 0, D_LEAD, 0,
	    D_LEAD, TAB, LINE | TAB, TAB | D_LEAD, TAB, TAB, DOT,
	    QUERY | E_LEAD));
	const __m256i high = _mm256_broadcastsi128_si256(_mm_setr_epi8(
	    LINE | TAB, 0, DOT | BLANK, QUERY, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	    D_LEAD, E_LEAD, 0));
	const __m256i half = _mm256_set1_epi8(15);

	return _mm256_and_si256(
	    _mm256_shuffle_epi8(low, _mm256_and_si256(x, half)),
	    _mm256_shuffle_epi8(high, _mm256_and_si256(
	    _mm256_srli_epi16(x, 4), half)));
}

WIDE static inline uint64_t
has_class(__m256i halves, char which)
{
	__m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(halves,
	    _mm256_set1_epi8(which)), _mm256_setzero_si256());

	return (uint32_t)~_mm256_movemask_epi8(none);
}

WIDE static inline uint32_t
bits32(__m256i x)
{
	return (uint32_t)_mm256_movemask_epi8(x);
}

WIDE static inline uint32_t
bytes32(__m256i x, char c)
{
	return bits32(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(c)));
}

WIDE static inline uint32_t
range32(__m256i x, char low, char n)
{
	x = _mm256_sub_epi8(x, _mm256_set1_epi8(low));
	return bits32(_mm256_cmpeq_epi8(_mm256_min_epu8(x,
	    _mm256_set1_epi8(n)), x));
}

WIDE static struct scan_marks
wide_block(struct str s, size_t i, enum scan_kind what)
{
	struct classes c = { 0, 0, 0, 0, 0 };

	for (unsigned k = 0; k < 64; k += 32) {
		__m256i x = _mm256_loadu_si256((const __m256i *)
		    (const void *)(s.p + i + k)), h = halves_of(x);

		c.stop |= has_class(h, DOT | QUERY | LINE | D_LEAD
		    | E_LEAD) << k;
		c.space |= has_class(h, TAB | BLANK) << k;
		c.lower |= (uint64_t)range32(x, 'a', 25) << k;
		if (what != SCAN_MARKS)
			continue;
		c.mark |= (uint64_t)(bytes32(x, ':') | range32(x, '(', 2)) << k;
		c.bullet |= (uint64_t)bytes32(x, BULLET[0]) << k;
	}
	return marks_of(c, s, i, what);
}

/* Adds what the kept ones of the 32 bytes at p are. */
__attribute__((target("avx2,popcnt"))) static inline void
count32(const char *p, uint32_t keep, bool after_space, struct scan_counts *c)
{
	__m256i x = _mm256_loadu_si256((const __m256i *)(const void *)p);
	uint32_t lower = range32(x, 'a', 25) & keep, space = keep
	    & (bytes32(x, ' ') | range32(x, '\t', 4));

	c->quotes += (unsigned)__builtin_popcount(bytes32(x, '"') & keep);
	c->opens += (unsigned)__builtin_popcount((bytes32(x, '(')
	    | bytes32(x, '[')) & keep);
	c->shuts += (unsigned)__builtin_popcount((bytes32(x, ')')
	    | bytes32(x, ']')) & keep);
	c->lowers += (unsigned)__builtin_popcount(lower);
	c->starts += (unsigned)__builtin_popcount(lower
	    & (space << 1 | after_space));
}

/* From the end: the last step looks at up to 31 bytes before from. */
__attribute__((target("avx2,popcnt"))) static struct scan_counts
wide_counts(struct str s, size_t from, size_t to)
{
	struct scan_counts c = { 0, 0, 0, 0, 0 };

	for (; to - from > 32; to -= 32)
		count32(s.p + to - 32, ~(uint32_t)0,
		    byte_is_space(s.p[to - 33]), &c);
	if (to > from)
		count32(s.p + to - 32, ~(uint32_t)0 << (32 - (to - from)),
		    false, &c);
	return c;
}
#ifndef HAS_WIDE	/* tests/unit/scan.c says false: SSE2 then */
#define HAS_WIDE __builtin_cpu_supports("avx2")
#endif
#else
#define wide_block narrow_block
#define wide_counts scan_counts_plain
#define HAS_WIDE false
#endif

struct scan_counts
scan_counts(struct str s, size_t from, size_t to)
{
	return HAS_WIDE && from >= 32
	    ? wide_counts(s, from, to) : scan_counts_plain(s, from, to);
}

struct scan_marks
scan_block(struct str s, size_t i, enum scan_kind what)
{
	if (s.n - i < 65)
		return scan_block_plain(s, i, what);
	return HAS_WIDE ? wide_block(s, i, what) : narrow_block(s, i, what);
}

/* Bits of a step of bytes: ends, blanks, and the tails of characters. */
struct step {
	uint32_t end, blank, tail;
};

static inline struct step
step_of(const char *p, bool word)
{
	struct step b = { 0, 0, 0 };

	for (unsigned k = 0; k < SCAN_STEP; k += 16) {
		__m128i x = load(p + k), tail;

		tail = _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xc0));
		b.end |= bits_of(word ? is_space(x) : is_byte(x, '\n')) << k;
		b.blank |= bits_of(is_byte(x, ' ')) << k;
		b.tail |= bits_of(tail) << k;
	}
	return b;
}

static inline struct scan_run
run_of(struct str s, size_t most, bool word)
{
	struct scan_run r = { 0, 0, false };

	for (; s.n - r.n >= SCAN_STEP; r.n += SCAN_STEP) {
		struct step b;
		size_t n = SCAN_STEP;

		if (r.blank && r.points > most)
			return r;
		b = step_of(s.p + r.n, word);
		if (b.end != 0) {
			n = (size_t)__builtin_ctz(b.end);
			b.blank &= (b.end & -b.end) - 1;
			b.tail &= (b.end & -b.end) - 1;
		}
		r.blank |= b.blank != 0;
		r.points += n;
		for (; b.tail != 0; b.tail &= b.tail - 1)
			r.points--;
		if (b.end != 0) {
			r.n += n;
			return r;
		}
	}
	return run_on(s, r, most, word);
}

struct scan_run
scan_line(struct str s, size_t most)
{
	return run_of(s, most, false);
}

struct scan_run
scan_word(struct str s)
{
	return run_of(s, SIZE_MAX, true);
}

/* Copies a step; bits: what is white space and no blank that stands alone. */
static inline uint32_t
copy_step(char *to, const char *p, uint32_t *blank_before)
{
	__m128i x = load(p), y = load(p + 16);
	uint32_t blanks = bits_of(is_byte(x, ' '))
	    | bits_of(is_byte(y, ' ')) << 16, bad;

	_mm_storeu_si128((__m128i *)(void *)to, x);
	_mm_storeu_si128((__m128i *)(void *)(to + 16), y);
	bad = bits_of(is_range(x, '\t', 4))
	    | bits_of(is_range(y, '\t', 4)) << 16
	    | (blanks & (blanks << 1 | *blank_before));
	*blank_before = blanks >> 31;
	return bad;
}

/* Steps by one of the ways to copy them. */
static inline __attribute__((always_inline)) size_t
fold_by(uint32_t (*copy)(char *, const char *, uint32_t *), char *to,
    struct str s)
{
	size_t n = 0;
	uint32_t blank_before = 0;

	for (size_t i = 0; i < s.n; i += SCAN_STEP) {
		size_t left = s.n - i < SCAN_STEP ? s.n - i : SCAN_STEP;
		uint64_t bits = copy(to + n, s.p + i, &blank_before);
		uint32_t bad = (uint32_t)(bits << (SCAN_STEP - left));

		if (bad == 0) {
			n += left;
			continue;
		}
		n = fold_on(to, n, s, (struct span){ i, i + left });
		blank_before = byte_is_space(s.p[i + left - 1]);
	}
	return n;
}

#ifdef __x86_64__
WIDE static inline uint32_t
wide_step(char *to, const char *p, uint32_t *blank_before)
{
	__m256i x = _mm256_loadu_si256((const __m256i *)(const void *)p);
	uint32_t blanks = bytes32(x, ' '), before = *blank_before;

	_mm256_storeu_si256((__m256i *)(void *)to, x);
	*blank_before = blanks >> 31;
	return range32(x, '\t', 4) | (blanks & (blanks << 1 | before));
}

WIDE static size_t
wide_fold(char *to, struct str s)
{
	return fold_by(wide_step, to, s);
}
#else
#define wide_fold(to, s) fold_by(copy_step, to, s)
#endif

size_t
scan_fold(char *to, struct str s, const char *end)
{
	if ((size_t)(end - s.p) < s.n + SCAN_STEP)
		return scan_fold_plain(to, s);
	return HAS_WIDE ? wide_fold(to, s) : fold_by(copy_step, to, s);
}

#else

size_t
scan_fold(char *to, struct str s, const char *end)
{
	(void)end;
	return scan_fold_plain(to, s);
}

struct scan_counts
scan_counts(struct str s, size_t from, size_t to)
{
	return scan_counts_plain(s, from, to);
}

struct scan_run
scan_line(struct str s, size_t most)
{
	return scan_line_plain(s, most);
}

struct scan_run
scan_word(struct str s)
{
	return scan_word_plain(s);
}

struct scan_marks
scan_block(struct str s, size_t i, enum scan_kind what)
{
	return scan_block_plain(s, i, what);
}

#endif
