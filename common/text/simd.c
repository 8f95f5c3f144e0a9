/* The kernels that use SIMD; each has a plain-C twin a unit test holds to it. */
#include "text/bytes.h"
#include "text/bytes_wide.h"
#include "text/chars.h"
#include "text/lanes.h"
#include "text/utf8.h"
#include "text/wordbits.h"

void
bytes_classes_plain(const char *p, struct bytes *b)
{
	*b = (struct bytes){ 0 };
	for (unsigned i = 0; i < 64; i++) {
		b->letter |= (uint64_t)byte_is_letter(p[i]) << i;
		b->upper |= (uint64_t)byte_is_upper(p[i]) << i;
		b->digit |= (uint64_t)byte_is_digit(p[i]) << i;
		b->space |= (uint64_t)((unsigned char)p[i] <= 0x20) << i;
		b->high |= (uint64_t)((unsigned char)p[i] >= 0x80) << i;
		b->lead |= (uint64_t)((unsigned char)p[i] >= 0xc0) << i;
	}
}

/* 0, or a letter: 1 lower, 2 upper, 3 Han; of a first byte and the one after. */
static unsigned
beyond(unsigned char c, unsigned char next)
{
	switch (c) {
	case 0xc3:
		return next == 0x97 || next == 0xb7 ? 0 : 1 + (next < 0x9f);
	case 0xce:
		return next < 0x91 || next == 0xa2 ? 0 : 1 + (next < 0xac);
	case 0xcf:
		return next < 0x8f;
	case 0xd0:
		return 1 + (next < 0xb0);
	case 0xd1:
		return next < 0xa0;
	case 0xe4:
		return next >= 0xb8 ? 3 : 0;
	default:
		return c >= 0xe5 && c <= 0xe9 ? 3 : 0;
	}
}

void
bytes_beyond_plain(const char *p, struct bytes_beyond *b)
{
	const unsigned char *u = (const unsigned char *)p;

	*b = (struct bytes_beyond){ 0 };
	for (unsigned i = 0; i < 63; i++) {
		unsigned is = u[i] < 0xc3 ? 0 : beyond(u[i], u[i + 1]);

		is = is == 3 && i == 62 ? 0 : is;
		b->letter |= (uint64_t)(is > 0) << i;
		b->upper |= (uint64_t)(is == 2) << i;
		b->han |= (uint64_t)(is == 3) << i;
	}
}

#ifdef __SSE2__
#include <emmintrin.h>

#ifdef __x86_64__
#include <immintrin.h>

/* Whole blocks of ASCII, in registers twice as wide where there are such. */
__attribute__((target("avx2"))) static size_t
wide_ascii(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= 128; i += 128) {
		const __m256i *p = (const __m256i *)(const void *)(s.p + i);
		__m256i a = _mm256_or_si256(_mm256_loadu_si256(p),
		    _mm256_loadu_si256(p + 1));
		__m256i b = _mm256_or_si256(_mm256_loadu_si256(p + 2),
		    _mm256_loadu_si256(p + 3));

		if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) != 0)
			break;
	}
	return i;
}

/*
 * What is wrong with two bytes in a row, a bit each; the first byte's halves
 * and the high half of the second have to agree that it is. CONTS alone may be
 * right: where the second byte goes on a character of three or four.
 */
enum {
	SHORT = 1, LONG = 2, OVER3 = 4, LARGE = 8, SURROGATE = 16, OVER2 = 32,
	OVER4 = 64, LARGER = 64, CONTS = 128, ANY = SHORT | LONG | CONTS,
	BOTH = LONG | OVER2 | CONTS
};

__attribute__((target("avx2"))) static inline __m256i
nibble(const uint8_t *table, __m256i at)
{
	return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const __m128i *)(const void *)table)),
	    _mm256_and_si256(at, _mm256_set1_epi8(15)));
}

__attribute__((target("avx2"))) static inline __m256i
wrong_pairs(__m256i v, __m256i before)
{
	static const uint8_t high1[16] = {
		LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
		CONTS, CONTS, CONTS, CONTS, SHORT | OVER2, SHORT,
		SHORT | OVER3 | SURROGATE, SHORT | LARGE | LARGER | OVER4
	};
	static const uint8_t low1[16] = {
		ANY | OVER3 | OVER2 | OVER4, ANY | OVER2, ANY, ANY, ANY | LARGE,
		ANY | LARGE | LARGER, ANY | LARGE | LARGER,
		ANY | LARGE | LARGER, ANY | LARGE | LARGER,
		ANY | LARGE | LARGER, ANY | LARGE | LARGER,
		ANY | LARGE | LARGER, ANY | LARGE | LARGER,
		ANY | LARGE | LARGER | SURROGATE, ANY | LARGE | LARGER,
		ANY | LARGE | LARGER
	};
	static const uint8_t high2[16] = {
		SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
		BOTH | OVER3 | LARGER | OVER4, BOTH | OVER3 | LARGE,
		BOTH | SURROGATE | LARGE, BOTH | SURROGATE | LARGE,
		SHORT, SHORT, SHORT, SHORT
	};
	__m256i a = nibble(high1, _mm256_srli_epi16(before, 4));
	__m256i b = nibble(low1, before);
	__m256i c = nibble(high2, _mm256_srli_epi16(v, 4));

	return _mm256_and_si256(_mm256_and_si256(a, b), c);
}

/* Is something wrong in the 32 bytes v, before which came those of last? */
__attribute__((target("avx2"))) static inline bool
is_wrong(__m256i v, __m256i last)
{
	__m256i mid = _mm256_permute2x128_si256(last, v, 0x21);
	__m256i third = _mm256_subs_epu8(_mm256_alignr_epi8(v, mid, 14),
	    _mm256_set1_epi8(0xe0 - 0x80));
	__m256i fourth = _mm256_subs_epu8(_mm256_alignr_epi8(v, mid, 13),
	    _mm256_set1_epi8(0xf0 - 0x80));
	__m256i goes_on = _mm256_and_si256(_mm256_or_si256(third, fourth),
	    _mm256_set1_epi8((char)0x80));
	__m256i wrong = _mm256_xor_si256(goes_on,
	    wrong_pairs(v, _mm256_alignr_epi8(v, mid, 15)));

	return !_mm256_testz_si256(wrong, wrong);
}

/* Where the character begins that byte i - 1 is of. */
static size_t
character_start(struct str s, size_t i)
{
	for (int k = 0; k < 3 && i > 0 && utf8_is_tail(s.p[i - 1]); k++)
		i--;
	return i > 0 && (unsigned char)s.p[i - 1] >= 0xc0 ? i - 1 : i;
}

/* Whole blocks that are valid, but for what the last character may lack. */
__attribute__((target("avx2"))) static size_t
wide_valid(struct str s)
{
	size_t i = 0;
	__m256i last = _mm256_setzero_si256();

	for (; s.n - i >= 32; i += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)
		    (const void *)(s.p + i));

		if (_mm256_movemask_epi8(_mm256_or_si256(v, last)) != 0
		    && is_wrong(v, last))
			break;
		last = v;
	}
	return character_start(s, i);
}
#define HAS_WIDE __builtin_cpu_supports("avx2")
#else
#define wide_ascii(s) 0
#define wide_valid(s) 0
#define HAS_WIDE false
#endif

size_t
utf8_ascii(struct str s)
{
	size_t i = s.n >= 128 && HAS_WIDE ? wide_ascii(s) : 0;

	for (; s.n - i >= 16; i += 16) {
		const __m128i *p = (const __m128i *)(const void *)(s.p + i);
		int bad = _mm_movemask_epi8(_mm_loadu_si128(p));

		if (bad != 0)
			return i + (size_t)__builtin_ctz((unsigned)bad);
	}
	return i + utf8_ascii_plain(str_cut(s, i, s.n));
}

size_t
utf8_valid(struct str s)
{
	size_t i = s.n >= 64 && HAS_WIDE ? utf8_ascii(s) & ~(size_t)31 : 0;

	if (s.n - i >= 64 && HAS_WIDE)
		i += wide_valid(str_cut(s, i, s.n));
	return i + utf8_valid_plain(str_cut(s, i, s.n));
}

size_t
utf8_unquoted(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= 16; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
		__m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v,
		    _mm_set1_epi8(0x1f)), v);
		__m128i mark = _mm_or_si128(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8('"')), _mm_cmpeq_epi8(v,
		    _mm_set1_epi8('\\')));
		int hit = _mm_movemask_epi8(_mm_or_si128(low, mark));

		if (hit != 0)
			return i + (size_t)__builtin_ctz((unsigned)hit);
	}
	return i + utf8_unquoted_plain(str_cut(s, i, s.n));
}

#ifdef __x86_64__
/* Of whole blocks: the first mark in them, or their end. */
__attribute__((target("avx2"))) static size_t
wide_unmarked(struct str s)
{
	__m256i single = _mm256_set1_epi8('\''), grave = _mm256_set1_epi8('`'),
	    twice = _mm256_set1_epi8('"');
	size_t i = 0;

	for (; s.n - i >= 32; i += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)
		    (const void *)(s.p + i));
		__m256i mark = _mm256_or_si256(_mm256_or_si256(v,
		    _mm256_cmpeq_epi8(v, single)), _mm256_or_si256(
		    _mm256_cmpeq_epi8(v, grave), _mm256_cmpeq_epi8(v, twice)));
		unsigned hit = (unsigned)_mm256_movemask_epi8(mark);

		if (hit != 0)
			return i + (size_t)__builtin_ctz(hit);
	}
	return i;
}
#else
#define wide_unmarked(s) 0
#endif

size_t
utf8_unmarked(struct str s)
{
	size_t i = HAS_WIDE ? wide_unmarked(s) : 0;

	if (s.n - i >= 32 && HAS_WIDE)
		return i;
	for (; s.n - i >= 16; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
		__m128i mark = _mm_or_si128(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8('\'')), _mm_cmpeq_epi8(v,
		    _mm_set1_epi8('`')));
		int hit;

		mark = _mm_or_si128(mark, _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
		hit = _mm_movemask_epi8(_mm_or_si128(mark, v));
		if (hit != 0)
			return i + (size_t)__builtin_ctz((unsigned)hit);
	}
	return i + utf8_unmarked_plain(str_cut(s, i, s.n));
}

/* Bytes low <= b <= high, as 0xff: subtract, then compare as unsigned. */
static __m128i
between(__m128i v, char low, char high)
{
	__m128i from = _mm_sub_epi8(v, _mm_set1_epi8(low));
	__m128i width = _mm_set1_epi8((char)(high - low));

	return _mm_cmpeq_epi8(_mm_min_epu8(from, width), from);
}

static uint64_t
bits(__m128i v, int at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v) << at;
}

/* Of whole blocks: the ends in them, how far they go, *high: not all ASCII. */
static size_t
block_ends(struct str s, char delim, size_t *ends, size_t most, size_t *at,
    bool *high)
{
	size_t n = 0, i = 0;
	__m128i all = _mm_setzero_si128();

	for (; s.n - i >= 16 && n < most; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
		unsigned hits = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8(delim)));

		all = _mm_or_si128(all, v);
		for (; hits != 0 && n < most; hits &= hits - 1)
			ends[n++] = i + (size_t)__builtin_ctz(hits);
	}
	*high = _mm_movemask_epi8(all) != 0;
	*at = i;
	return n;
}

#ifdef __x86_64__
/* The same twice as wide. */
__attribute__((target("avx2"))) static size_t
wide_ends(struct str s, char delim, size_t *ends, size_t most, size_t *at,
    bool *high)
{
	size_t n = 0, i = 0;
	__m256i all = _mm256_setzero_si256(), d = _mm256_set1_epi8(delim);

	for (; s.n - i >= 64 && n < most; i += 64) {
		__m256i v = _mm256_loadu_si256((const __m256i *)
		    (const void *)(s.p + i));
		__m256i w = _mm256_loadu_si256((const __m256i *)
		    (const void *)(s.p + i + 32));
		uint64_t hits = (uint32_t)_mm256_movemask_epi8(
		    _mm256_cmpeq_epi8(v, d)) | (uint64_t)(uint32_t)
		    _mm256_movemask_epi8(_mm256_cmpeq_epi8(w, d)) << 32;

		all = _mm256_or_si256(all, _mm256_or_si256(v, w));
		for (; hits != 0 && n < most; hits &= hits - 1)
			ends[n++] = i + (size_t)__builtin_ctzll(hits);
	}
	*high = _mm256_movemask_epi8(all) != 0;
	*at = i;
	return n;
}
#else
#define wide_ends block_ends
#endif

size_t
utf8_ends(struct str s, char delim, size_t *ends, size_t most, bool *ascii)
{
	size_t i, found, n;
	bool high, rest_ascii = true;

	n = HAS_WIDE ? wide_ends(s, delim, ends, most, &i, &high)
	    : block_ends(s, delim, ends, most, &i, &high);
	found = n;
	n += utf8_ends_plain(str_cut(s, i, s.n), delim, ends + n, most - n,
	    &rest_ascii);
	for (; found < n; found++)
		ends[found] += i;
	*ascii = !high && rest_ascii;
	return n;
}

struct wordbits
wordbits(const char *p)
{
	struct wordbits b = { 0 };

	for (int i = 0; i < WORDBITS; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
		__m128i digit = between(v, '0', '9');
		__m128i letter = between(low, 'a', 'z');

		/* movemask takes the top bit: bytes above 127 as they are. */
		b.digit |= bits(digit, i);
		b.word |= bits(_mm_or_si128(_mm_or_si128(digit, letter), v), i);
		b.mark |= bits(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')),
		    _mm_cmpeq_epi8(v, _mm_set1_epi8(','))), i);
		b.lead |= bits(_mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)),
		    _mm_set1_epi8((char)0xe2)), i);
		b.far |= bits(_mm_andnot_si128(
		    _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xe2)),
		    _mm_cmpeq_epi8(_mm_max_epu8(v, _mm_set1_epi8((char)0xd6)), v)), i);
	}
	return b;
}

/* Bytes of x that are low to low + n - 1, all of them below 0x80. */
static unsigned
in_range(__m128i x, char low, char n)
{
	__m128i from = _mm_sub_epi8(x, _mm_set1_epi8((char)(low + 128)));

	return (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(from,
	    _mm_set1_epi8((char)(n - 128))));
}

static void
block_classes(const char *p, struct bytes *b)
{
	*b = (struct bytes){ 0 };
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)
		    (const void *)(p + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i lead = _mm_cmpgt_epi8(x, _mm_set1_epi8((char)0xbf));

		b->letter |= (uint64_t)in_range(low, 'a', 26) << i;
		b->upper |= (uint64_t)in_range(x, 'A', 26) << i;
		b->digit |= (uint64_t)in_range(x, '0', 10) << i;
		b->space |= (uint64_t)in_range(x, 0, 0x21) << i;
		b->high |= bits(x, (int)i);
		b->lead |= bits(_mm_and_si128(x, lead), (int)i);
	}
}

#ifdef __x86_64__
/* Bytes from..from + n - 1 of both halves. */
__attribute__((target("avx2"))) static inline uint64_t
wide_bits(const __m256i x[2], int from, int n)
{
	return wide_range(x[0], (char)from, (char)n)
	    | wide_range(x[1], (char)from, (char)n) << 32;
}

/* As beyond(), of all places at once: bits of the next byte move down. */
__attribute__((target("avx2"))) static void
wide_beyond(const char *p, struct bytes_beyond *b)
{
	const __m256i *at = (const __m256i *)(const void *)p;
	const __m256i x[2] = { _mm256_loadu_si256(at),
	    _mm256_loadu_si256(at + 1) };
	uint64_t c3 = wide_bits(x, 0xc3, 1), ce = wide_bits(x, 0xce, 1);
	uint64_t d0 = wide_bits(x, 0xd0, 1), two, han;

	two = c3 & ~(wide_bits(x, 0x97, 1) | wide_bits(x, 0xb7, 1)) >> 1;
	two |= ce & (wide_bits(x, 0x91, 0x2f) & ~wide_bits(x, 0xa2, 1)) >> 1;
	two |= wide_bits(x, 0xcf, 1) & wide_bits(x, 0x80, 0x0f) >> 1;
	two |= d0 | (wide_bits(x, 0xd1, 1) & wide_bits(x, 0x80, 0x20) >> 1);
	two &= ~(1ull << 63);
	han = wide_bits(x, 0xe5, 5)
	    | (wide_bits(x, 0xe4, 1) & wide_bits(x, 0xb8, 8) >> 1);
	b->han = han & ~(3ull << 62);
	b->letter = two | b->han;
	b->upper = two & ((c3 & wide_bits(x, 0x80, 0x1f) >> 1)
	    | (ce & wide_bits(x, 0x80, 0x2c) >> 1)
	    | (d0 & wide_bits(x, 0x80, 0x30) >> 1));
}
#else
#define bytes_wide block_classes
#define wide_beyond bytes_beyond_plain
#endif

void
bytes_beyond(const char *p, struct bytes_beyond *b)
{
	if (HAS_WIDE)
		wide_beyond(p, b);
	else
		bytes_beyond_plain(p, b);
}

void
bytes_classes(const char *p, struct bytes *b)
{
	if (HAS_WIDE)
		bytes_wide(p, b);
	else
		block_classes(p, b);
}

void
lanes_most(const int16_t *add, const int16_t (*rows)[LANES], unsigned n,
    int16_t most[LANES])
{
	__m128i a = _mm_set1_epi16(INT16_MIN), b = a;

	for (unsigned k = 0; k < n; k++) {
		const __m128i *row = (const __m128i *)(const void *)rows[k];
		__m128i x = _mm_set1_epi16(add[k]);

		a = _mm_max_epi16(a, _mm_add_epi16(x, _mm_loadu_si128(row)));
		b = _mm_max_epi16(b, _mm_add_epi16(x,
		    _mm_loadu_si128(row + 1)));
	}
	_mm_storeu_si128((__m128i *)(void *)most, a);
	_mm_storeu_si128((__m128i *)(void *)(most + 8), b);
}

#else

void
lanes_most(const int16_t *add, const int16_t (*rows)[LANES], unsigned n,
    int16_t most[LANES])
{
	lanes_most_plain(add, rows, n, most);
}

void
bytes_classes(const char *p, struct bytes *b)
{
	bytes_classes_plain(p, b);
}

void
bytes_beyond(const char *p, struct bytes_beyond *b)
{
	bytes_beyond_plain(p, b);
}

size_t
utf8_valid(struct str s)
{
	return utf8_valid_plain(s);
}

size_t
utf8_ascii(struct str s)
{
	return utf8_ascii_plain(s);
}

size_t
utf8_unquoted(struct str s)
{
	return utf8_unquoted_plain(s);
}

size_t
utf8_unmarked(struct str s)
{
	return utf8_unmarked_plain(s);
}

size_t
utf8_ends(struct str s, char delim, size_t *ends, size_t most, bool *ascii)
{
	return utf8_ends_plain(s, delim, ends, most, ascii);
}

struct wordbits
wordbits(const char *p)
{
	return wordbits_plain(p);
}

#endif
