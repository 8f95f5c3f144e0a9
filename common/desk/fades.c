#include "desk/fades.h"

#include <string.h>

#include "base/wide.h"
#include "desk/scale.h"

/* In 1/256, below 2^21. */
struct sums {
	unsigned mid, far;
};

static inline void
add(struct sums *s, unsigned v)
{
	s->mid = s->mid * 13 / 16 + (v << 8);
	s->far = s->far * 61 / 64 + (v << 8);
}

static void
sum_one(const struct fade *f, size_t n, int32_t *sums)
{
	int32_t *before = sums, *before_far = before + n;
	int32_t *after = before_far + n, *after_far = after + n;
	struct sums down = { 0 }, up = { 0 };

	/* Both ways at once: one alone waits for its own products. */
	for (size_t i = 0, k = n; k-- > 0; i++) {
		before[i] = (int32_t)down.mid;
		before_far[i] = (int32_t)down.far;
		add(&down, f->v[i]);
		after[k] = (int32_t)up.mid;
		after_far[k] = (int32_t)up.far;
		add(&up, f->v[k]);
	}
	for (size_t c = 0; c < FADES_SUMS; c++)
		scale_all(f->to[c], sums + c * n, n);
}

void
fades_sum_plain(const struct fade *f, size_t n, size_t rows, uint8_t *room)
{
	for (size_t k = 0; k < n; k++)
		sum_one(&f[k], rows, (int32_t *)(void *)room);
}

#ifdef HAS_WIDE

/* Eight rows of eight bytes, step apart, become columns. */
WIDE_CODE static inline void
turn(const uint8_t *from, size_t step, __m128i to[4])
{
	const __m128i pairs = _mm_setr_epi8(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5,
	    13, 6, 14, 7, 15);
	__m128i x[4], y[4];

	for (size_t k = 0; k < 4; k++) {
		const uint8_t *p = from + 2 * k * step;

		x[k] = _mm_shuffle_epi8(_mm_unpacklo_epi64(
		    _mm_loadl_epi64((const __m128i *)(const void *)p),
		    _mm_loadl_epi64((const __m128i *)(const void *)(p + step))),
		    pairs);
	}
	for (size_t k = 0; k < 4; k += 2) {
		y[k] = _mm_unpacklo_epi16(x[k], x[k + 1]);
		y[k + 1] = _mm_unpackhi_epi16(x[k], x[k + 1]);
	}
	for (size_t k = 0; k < 2; k++) {
		to[2 * k] = _mm_unpacklo_epi32(y[k], y[k + 2]);
		to[2 * k + 1] = _mm_unpackhi_epi32(y[k], y[k + 2]);
	}
}

/* The columns of values, row by row: eight bytes each. */
WIDE_CODE static void
gather(const struct fade *f, size_t n, size_t rows, uint8_t *values)
{
	static const uint8_t none[8];
	uint8_t block[8 * FADES];

	for (size_t i = 0; i < rows; i += 8) {
		__m128i *to = (__m128i *)(void *)(values + i * FADES);
		__m128i t[4];

		for (size_t k = 0; k < FADES; k++)
			memcpy(block + 8 * k, k < n ? f[k].v + i : none, 8);
		turn(block, 8, t);
		for (size_t k = 0; k < 4; k++)
			_mm_storeu_si128(to + k, t[k]);
	}
}

/* What is to be written of both sums: mid 0-3, far 0-3, mid 4-7, far 4-7. */
WIDE_CODE static inline void
put_sums(uint8_t *to, __m256i mid, __m256i far)
{
	const __m256i one = _mm256_set1_epi32(1);
	__m256i a, b;

	mid = _mm256_add_epi32(_mm256_srli_epi32(mid, 6), one);
	far = _mm256_add_epi32(_mm256_srli_epi32(far, 6), one);
	a = _mm256_castps_si256(_mm256_cvtepi32_ps(mid));
	b = _mm256_castps_si256(_mm256_cvtepi32_ps(far));
	a = _mm256_packs_epi32(_mm256_srli_epi32(a, 20),
	    _mm256_srli_epi32(b, 20));
	a = _mm256_sub_epi16(a, _mm256_set1_epi16(127 * 8));
	a = _mm256_packus_epi16(a, a);
	a = _mm256_permute4x64_epi64(a, 0x08);
	_mm_storeu_si128((__m128i *)(void *)to, _mm256_castsi256_si128(a));
}

/* x * 13 / 16 + v and x * 61 / 64 + v, without a product that takes ten cycles. */
WIDE_CODE static inline __m256i
add_mid(__m256i x, __m256i v)
{
	__m256i x12 = _mm256_add_epi32(_mm256_slli_epi32(x, 3),
	    _mm256_slli_epi32(x, 2));

	return _mm256_add_epi32(_mm256_srli_epi32(_mm256_add_epi32(x12, x), 4),
	    v);
}

WIDE_CODE static inline __m256i
add_far(__m256i x, __m256i v)
{
	__m256i x3 = _mm256_add_epi32(_mm256_add_epi32(x, x), x);

	return _mm256_add_epi32(_mm256_srli_epi32(_mm256_sub_epi32(
	    _mm256_slli_epi32(x, 6), x3), 6), v);
}

WIDE_CODE static inline __m256i
values_at(const uint8_t *values, size_t i)
{
	return _mm256_slli_epi32(_mm256_cvtepu8_epi32(_mm_loadl_epi64(
	    (const __m128i *)(const void *)(values + i * FADES))), 8);
}

WIDE_CODE static void
sum_all(const uint8_t *values, size_t rows, uint8_t *before, uint8_t *after)
{
	__m256i mid = _mm256_setzero_si256(), far = mid, up = mid, up_far = mid;

	for (size_t i = 0, k = rows; k-- > 0; i++) {
		__m256i v = values_at(values, i), w = values_at(values, k);

		put_sums(before + 2 * FADES * i, mid, far);
		mid = add_mid(mid, v);
		far = add_far(far, v);
		put_sums(after + 2 * FADES * k, up, up_far);
		up = add_mid(up, w);
		up_far = add_far(up_far, w);
	}
}

/* Rows of sums to the columns of four values, first and far. */
WIDE_CODE static void
spread(const struct fade *f, size_t n, size_t rows, const uint8_t *from,
    unsigned first)
{
	for (size_t i = 0; i < rows; i += 8) {
		__m128i t[4];

		turn(from + i * 2 * FADES, 2 * FADES, t);
		for (size_t k = 0; k < n; k++) {
			const __m128i *mid = &t[k / 2], *far = &t[2 + k / 2];

			memcpy(f[k].to[first] + i,
			    (const char *)(const void *)mid + k % 2 * 8, 8);
			memcpy(f[k].to[first + 1] + i,
			    (const char *)(const void *)far + k % 2 * 8, 8);
		}
	}
}

WIDE_CODE static void
sum_wide(const struct fade *f, size_t n, size_t rows, uint8_t *room)
{
	size_t all = (rows + 7) / 8 * 8;
	uint8_t *before = room + all * FADES, *after = before + all * 2 * FADES;

	gather(f, n, rows, room);
	sum_all(room, rows, before, after);
	for (size_t k = 0; k < n; k += 4)
		for (unsigned c = 0; c < FADES_SUMS; c += 2)
			spread(f + k, n - k < 4 ? n - k : 4, rows,
			    (c == 0 ? before : after) + 2 * k, c);
}

void
fades_sum(const struct fade *f, size_t n, size_t rows, uint8_t *room)
{
	if (n > 2 && HAS_WIDE)
		sum_wide(f, n, rows, room);
	else
		fades_sum_plain(f, n, rows, room);
}

#else

void
fades_sum(const struct fade *f, size_t n, size_t rows, uint8_t *room)
{
	fades_sum_plain(f, n, rows, room);
}

#endif
