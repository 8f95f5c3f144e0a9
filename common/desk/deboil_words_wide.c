/* deboil_say_text() four keys at once: what deboil_words.c does, wide. */
#include "desk/deboil_keys.h"

#include "base/wide.h"

#ifdef HAS_WIDE

/* Of numbers below 2^32 with 64 bits each, the low 64 bits of the product. */
WIDE_CODE static inline __m256i
times(__m256i x, uint64_t m)
{
	__m256i low = _mm256_mul_epu32(x, _mm256_set1_epi64x((int64_t)m));
	__m256i high = _mm256_mul_epu32(x, _mm256_set1_epi64x((int64_t)(m
	    >> 32)));

	return _mm256_add_epi64(low, _mm256_slli_epi64(high, 32));
}

/* Bits 32 to 63 of the product. */
WIDE_CODE static inline __m128i
times_high(__m256i x, uint64_t m)
{
	__m256i low = _mm256_set1_epi64x((int64_t)m);
	__m256i high = _mm256_set1_epi64x((int64_t)(m >> 32));
	__m256i cross = _mm256_add_epi64(_mm256_mul_epu32(x, high),
	    _mm256_mul_epu32(_mm256_srli_epi64(x, 32), low));
	__m256i sum = _mm256_add_epi64(cross, _mm256_srli_epi64(
	    _mm256_mul_epu32(x, low), 32));

	return _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(sum,
	    _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6)));
}

#define KIND(k) ((int64_t)((uint64_t)(k) * DEBOIL_MIX_KIND * DEBOIL_MIX))

/* As deboil_key(); kinds are KIND(). */
WIDE_CODE static inline __m128i
mix(__m256i kinds, __m128i a, __m128i b)
{
	__m256i h = _mm256_add_epi64(times(_mm256_cvtepu32_epi64(a),
	    DEBOIL_MIX), kinds);

	h = _mm256_xor_si256(_mm256_xor_si256(h, _mm256_srli_epi64(h, 29)),
	    _mm256_cvtepu32_epi64(b));
	return times_high(h, DEBOIL_MIX_LAST);
}

WIDE_CODE static inline __m128i
load4(const uint32_t *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

WIDE_CODE static inline void
store4(uint32_t *p, __m128i x)
{
	_mm_storeu_si128((__m128i *)(void *)p, x);
}

WIDE_CODE static inline __m128i
four(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	return _mm_setr_epi32((int32_t)a, (int32_t)b, (int32_t)c, (int32_t)d);
}

WIDE_CODE static inline size_t
form_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	struct deboil_form f = deboil_form_of(d, i);

	store4(keys, mix(_mm256_setr_epi64x(KIND(FORM), KIND(FORM_BEFORE),
	    KIND(FORM_AFTER), KIND(FORM_BOTH)),
	    four(f.own, f.own, f.own, f.rough),
	    four(0, f.before, f.after, f.before << 8 | f.after)));
	return DEBOIL_FORMS;
}

/*
 * Of words past the last, too: there are some, and no one looks. At least of
 * four: most rows have so few, and whether any would be guessed wrong.
 */
WIDE_CODE static inline size_t
word_keys(const uint32_t *w, size_t from, size_t to, uint32_t *keys)
{
	size_t k = from;

	do {
		__m128i a = load4(w + k), b = load4(w + k + 1);
		__m128i one = mix(_mm256_set1_epi64x(KIND(ONE)), a,
		    _mm_setzero_si128());
		__m128i pair = mix(_mm256_set1_epi64x(KIND(PAIR)), a, b);

		store4(keys + 2 * (k - from), _mm_unpacklo_epi32(one, pair));
		store4(keys + 2 * (k - from) + 4,
		    _mm_unpackhi_epi32(one, pair));
	} while ((k += 4) < to);
	return 2 * (to - from);
}

WIDE_CODE static inline size_t
end_keys(const uint32_t *w, size_t n, uint32_t *keys)
{
	size_t more = n > 1, two = n - 1 - more, ends = 2 + 2 * more;
	uint32_t line = n <= DEBOIL_FEW ? deboil_line_of(w, n) : 0;

	store4(keys, mix(_mm256_setr_epi64x(KIND(FIRST), KIND(LAST),
	    KIND(FIRST_TWO), KIND(LAST_TWO)),
	    four(w[0], w[n - 1], w[0], w[two]),
	    four(0, 0, w[1], w[n - 1])));
	store4(keys + ends, mix(_mm256_setr_epi64x(KIND(ONE), KIND(LINE), 0, 0),
	    four(w[n - 1], line, 0, 0), _mm_setzero_si128()));
	return ends + 1 + (n <= DEBOIL_FEW);
}

/* 32-bit sums of 16 numbers. */
WIDE_CODE static inline int
add_up(__m256i x)
{
	__m256i pairs = _mm256_madd_epi16(x, _mm256_set1_epi16(1));
	__m128i s = _mm_add_epi32(_mm256_castsi256_si128(pairs),
	    _mm256_extracti128_si256(pairs, 1));

	s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4e));
	s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xb1));
	return _mm_cvtsi128_si32(s);
}

/*
 * A step is done of some rows before the next: what was just written in small
 * pieces would have to be waited for when it is read as a whole. The keys of
 * all rows stand one behind the other, so that one loop looks them up.
 */
enum { ROWS = 16, ROOM = ROWS * DEBOIL_KEYS + 32 };

struct batch {
	uint32_t keys[ROOM];
	uint16_t entry[ROOM];
	size_t at[ROWS + 1];
};

WIDE_CODE static inline size_t
text_keys(const struct deboil *d, size_t i, uint32_t *keys)
{
	const struct deboil_shape *f = &d->shapes[i];
	struct deboil_ends at = deboil_ends_of(d, f->n);
	const uint32_t *w = d->words + f->first;
	size_t n = form_keys(d, i, keys);

	if (f->n == 0)
		return n;
	if (at.head > 0)
		n += word_keys(w, 0, at.head, keys + n);
	n += word_keys(w, at.tail, f->n - 1, keys + n);
	return n + end_keys(w, f->n, keys + n);
}

/* Eight at a time: some behind the last, which say nothing. */
WIDE_CODE static inline void
look_up(const int8_t *weights, uint32_t *keys, size_t n, uint16_t *entry)
{
	memset(keys + n, 0, 8 * sizeof *keys);
	for (size_t i = 0; i < n; i += 8)
		for (size_t k = i; k < i + 8; k++)
			memcpy(&entry[k], weights + deboil_key_slot(keys[k]),
			    2);
}

WIDE_CODE static inline struct deboil_said
say(const uint32_t *keys, const uint16_t *entry, size_t n)
{
	const __m256i low = _mm256_set1_epi32(255);
	const __m256i zero = _mm256_setzero_si256();
	const __m256i place = _mm256_setr_epi16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
	    10, 11, 12, 13, 14, 15);
	__m256i score = zero, known = zero;

	for (size_t i = 0; i < n; i += 16) {
		const __m256i *k = (const __m256i *)(const void *)(keys + i);
		__m256i e = _mm256_loadu_si256((const __m256i *)(const void *)
		    (entry + i));
		__m256i check = _mm256_permute4x64_epi64(_mm256_packus_epi32(
		    _mm256_and_si256(_mm256_loadu_si256(k), low),
		    _mm256_and_si256(_mm256_loadu_si256(k + 1), low)), 0xd8);
		__m256i is = _mm256_cmpeq_epi16(check, _mm256_and_si256(e,
		    _mm256_set1_epi16(255)));
		__m256i own = _mm256_cmpgt_epi16(_mm256_set1_epi16(
		    (int16_t)(n - i)), place);
		__m256i w = _mm256_and_si256(_mm256_srai_epi16(e, 8),
		    _mm256_and_si256(is, own));

		score = _mm256_add_epi16(score, w);
		known = _mm256_sub_epi16(known, _mm256_xor_si256(
		    _mm256_cmpeq_epi16(w, zero), _mm256_set1_epi16(-1)));
	}
	return (struct deboil_said){ add_up(score), (uint16_t)n,
	    (uint16_t)add_up(known) };
}

WIDE_CODE static void
say_batch(const struct deboil *d, size_t from, size_t n, const int8_t *weights,
    struct deboil_said *said)
{
	struct batch b;

	b.at[0] = 0;
	for (size_t i = 0; i < n; i++)
		/* cppcheck-suppress uninitvar */
		b.at[i + 1] = b.at[i] + text_keys(d, from + i,
		    b.keys + b.at[i]);
	look_up(weights, b.keys, b.at[n], b.entry);
	for (size_t i = 0; i < n; i++)
		said[i] = say(b.keys + b.at[i], b.entry + b.at[i],
		    b.at[i + 1] - b.at[i]);
}

void
deboil_say_text(const struct deboil *d, struct span rows, const int8_t *weights,
    struct deboil_said *said)
{
	if (!HAS_WIDE) {
		deboil_say_text_plain(d, rows, weights, said);
		return;
	}
	for (size_t i = rows.start; i < rows.end; i += ROWS)
		say_batch(d, i, rows.end - i < ROWS ? rows.end - i : ROWS,
		    weights, said + (i - rows.start));
}

#else

void
deboil_say_text(const struct deboil *d, struct span rows, const int8_t *weights,
    struct deboil_said *said)
{
	deboil_say_text_plain(d, rows, weights, said);
}

#endif
