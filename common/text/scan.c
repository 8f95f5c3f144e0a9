#include "text/scan.h"

#include "text/chars.h"

enum { STOP = 1, SPACE = 2, LOWER = 4 };

/* Lead bytes: U+2026 and CJK, Arabic, Armenian, Indic, Ethiopic stops. */
static const unsigned char kind[256] = {
	['.'] = STOP, ['!'] = STOP, ['?'] = STOP, ['\n'] = STOP | SPACE,
	['\t'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE,
	[' '] = SPACE, [0xd6] = STOP, [0xd8] = STOP, [0xdb] = STOP,
	[0xe0] = STOP, [0xe1] = STOP, [0xe2] = STOP, [0xe3] = STOP,
	[0xef] = STOP,
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

	if (what == SCAN_STOPS || !(k & SPACE) || i + 1 >= s.n)
		return false;
	next = kind[(unsigned char)s.p[i + 1]];
	return !(next & SPACE)
	    && (what == SCAN_SPACES || !(next & LOWER));
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

bool
scan_is_folded_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (byte_is_space(s.p[i]) && (s.p[i] != ' '
		    || (i + 1 < s.n && byte_is_space(s.p[i + 1]))))
			return false;
	return true;
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

/* White space at p before what may open a sentence. */
static __m128i
is_gap_at(__m128i x, const char *p, enum scan_kind what)
{
	__m128i next = load(p + 1), idle = is_space(next);

	if (what == SCAN_GAPS)
		idle = _mm_or_si128(idle, is_range(next, 'a', 25));
	return _mm_andnot_si128(idle, is_space(x));
}

struct scan_marks
scan_block(struct str s, size_t i, enum scan_kind what)
{
	struct scan_marks m = { 0, 0 };

	if (s.n - i < 65)
		return scan_block_plain(s, i, what);
	for (unsigned k = 0; k < 64; k += 16) {
		const char *p = s.p + i + k;
		__m128i x = load(p), stop = is_stop(x);

		m.stops |= (uint64_t)bits_of(stop) << k;
		if (what != SCAN_STOPS)
			m.gaps |= (uint64_t)bits_of(_mm_andnot_si128(stop,
			    is_gap_at(x, p, what))) << k;
	}
	return m;
}

/* White space but blanks, or two blanks, in the 17 bytes at p. */
static __m128i
unfolded(const char *p)
{
	__m128i x = load(p), next = load(p + 1);

	return _mm_or_si128(is_range(x, '\t', 4), _mm_or_si128(
	    is_range(next, '\t', 4),
	    _mm_and_si128(is_byte(x, ' '), is_byte(next, ' '))));
}

bool
scan_is_folded(struct str s)
{
	__m128i bad = _mm_setzero_si128();
	size_t i = 0;

	if (s.n < 17)
		return scan_is_folded_plain(s);
	for (; s.n - i >= 17; i += 16)
		bad = _mm_or_si128(bad, unfolded(s.p + i));
	bad = _mm_or_si128(bad, unfolded(s.p + s.n - 17));
	return _mm_movemask_epi8(bad) == 0;
}

#else

bool
scan_is_folded(struct str s)
{
	return scan_is_folded_plain(s);
}

struct scan_marks
scan_block(struct str s, size_t i, enum scan_kind what)
{
	return scan_block_plain(s, i, what);
}

#endif
