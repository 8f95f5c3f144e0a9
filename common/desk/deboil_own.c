/*
 * The columns of what a row says of itself, from its counts: for so many rows
 * at once that compilers make SIMD of the loops.
 */
#include "desk/deboil_columns.h"

#include <stddef.h>

#include "base/wide.h"

enum { ROWS = TREES_ROWS };

/*
 * Counts of some rows, side by side, in the order of a shape's. Rows past the
 * last hold anything.
 */
enum { COUNTS = 7 + MARKS, EIGHT = 8 };

struct counts {
	uint32_t chars[ROWS], words[ROWS], letters[ROWS], upper[ROWS],
	    small[ROWS], digits[ROWS], cjk[ROWS], mark[MARKS][ROWS];
	uint32_t marks[ROWS], per_word[ROWS], per_char[ROWS];
};

static inline void
take(struct counts *n, size_t i, const struct deboil_shape *f)
{
	n->chars[i] = f->chars;
	n->words[i] = f->words;
	n->letters[i] = f->letters;
	n->upper[i] = f->upper_words;
	n->small[i] = f->small_words;
	n->digits[i] = f->digits;
	n->cjk[i] = f->cjk;
	for (unsigned m = 0; m < MARKS; m++)
		n->mark[m][i] = f->mark[m];
}

#ifdef HAS_WIDE

_Static_assert(COUNTS == 2 * EIGHT && offsetof(struct deboil_shape, mark)
    == offsetof(struct deboil_shape, chars) + 7 * sizeof(uint16_t),
    "two times eight counts, one behind the other");

/* Eight rows of eight counts become eight counts of eight rows. */
WIDE_CODE static inline void
turn(const struct deboil_shape *f, size_t from, uint32_t *to)
{
	__m128i x[EIGHT], y[EIGHT];

	for (size_t k = 0; k < EIGHT; k++)
		x[k] = _mm_loadu_si128((const __m128i *)(const void *)
		    (&f[k].chars + from));
	for (size_t k = 0; k < EIGHT; k += 2) {
		y[k] = _mm_unpacklo_epi16(x[k / 2], x[k / 2 + 4]);
		y[k + 1] = _mm_unpackhi_epi16(x[k / 2], x[k / 2 + 4]);
	}
	for (size_t k = 0; k < EIGHT; k += 2) {
		x[k] = _mm_unpacklo_epi16(y[k / 2], y[k / 2 + 4]);
		x[k + 1] = _mm_unpackhi_epi16(y[k / 2], y[k / 2 + 4]);
	}
	for (size_t k = 0; k < EIGHT; k += 2) {
		y[k] = _mm_unpacklo_epi16(x[k / 2], x[k / 2 + 4]);
		y[k + 1] = _mm_unpackhi_epi16(x[k / 2], x[k / 2 + 4]);
	}
	for (size_t k = 0; k < EIGHT; k++)
		_mm256_storeu_si256((__m256i *)(void *)(to + k * ROWS),
		    _mm256_cvtepu16_epi32(y[k]));
}

WIDE_CODE static void
take_eight(struct counts *n, size_t i, const struct deboil_shape *f)
{
	turn(f, 0, n->chars + i);
	turn(f, EIGHT, n->mark[1] + i);
}

#endif

static inline void
weigh(struct counts *n)
{
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t words = n->words[i] > 0 ? n->words[i] : 1;

		/* Below 2^24 a float's quotient is as exact. */
		n->per_word[i] = (uint32_t)(int32_t)(65536.0f
		    / (float)(int32_t)words);
		n->per_char[i] = (uint32_t)(int32_t)(6553600.0f
		    / (float)(int32_t)n->chars[i]);
	}
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t all = 0;

		for (unsigned m = 0; m < MARKS; m++)
			all += n->mark[m][i];
		n->marks[i] = all;
	}
}

static inline void
put_count(uint8_t *restrict to, const uint32_t *n)
{
	for (size_t i = 0; i < ROWS; i++)
		to[i] = (uint8_t)(n[i] < 255 ? n[i] : 255);
}

static inline void
put_scale(uint8_t *restrict to, const uint32_t *n)
{
	for (size_t i = 0; i < ROWS; i++)
		to[i] = scale_one((int32_t)n[i]);
}

static inline void
put_rate(uint8_t *restrict to, const uint32_t *n, const uint32_t *per,
    unsigned shift)
{
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t v = n[i] * per[i] >> shift;

		to[i] = (uint8_t)(v < 255 ? v : 255);
	}
}

/* Per cent of the words. */
static inline void
put_share(uint8_t *restrict to, const uint32_t *n, const uint32_t *per_word)
{
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t v = n[i] * per_word[i] * 25 >> 14;

		to[i] = (uint8_t)(v < 255 ? v : 255);
	}
}

/* Words to a stop, in quarters. */
static inline void
put_stops(uint8_t *restrict to, const uint32_t *words, const uint32_t *stops)
{
	for (size_t i = 0; i < ROWS; i++) {
		float per = (float)(int32_t)(words[i] * 4)
		    / (float)(int32_t)(stops[i] > 0 ? stops[i] : 1);
		int32_t v = stops[i] > 0 ? (int32_t)per : 255;

		to[i] = (uint8_t)(v < 255 ? v : 255);
	}
}

static inline void
put_symbols(uint8_t *restrict to, const struct counts *n)
{
	for (size_t i = 0; i < ROWS; i++)
		to[i] = (uint8_t)((n->mark[MARK_SYMBOL][i]
		    + n->mark[MARK_BAR][i]) * n->per_char[i] >> 16);
}

__attribute__((always_inline)) static inline void
put_columns(struct counts *n, uint8_t *at, size_t room)
{
	static const uint8_t of_mark[][2] = {
		{ C_COMMAS, MARK_COMMA }, { C_STOPS, MARK_STOP },
		{ C_QUOTES, MARK_QUOTE }, { C_BARS, MARK_BAR },
		{ C_ATS, MARK_AT }, { C_COLONS, MARK_COLON },
		{ C_DASHES, MARK_DASH }
	};

	weigh(n);
	put_scale(at + C_CHARS * room, n->chars);
	put_scale(at + C_WORDS * room, n->words);
	put_share(at + C_UPPER * room, n->upper, n->per_word);
	put_share(at + C_SMALL * room, n->small, n->per_word);
	put_rate(at + C_DIGITS * room, n->digits, n->per_char, 16);
	put_rate(at + C_LETTERS * room, n->letters, n->per_char, 16);
	put_rate(at + C_CJK * room, n->cjk, n->per_char, 16);
	put_rate(at + C_PUNCTS * room, n->marks, n->per_char, 16);
	put_symbols(at + C_SYMBOLS * room, n);
	put_rate(at + C_WORD_LENGTH * room, n->letters, n->per_word, 13);
	put_rate(at + C_COMMA_RATE * room, n->mark[MARK_COMMA], n->per_word,
	    10);
	put_stops(at + C_STOP_RATE * room, n->words, n->mark[MARK_STOP]);
	for (size_t k = 0; k < sizeof of_mark / sizeof *of_mark; k++)
		put_count(at + of_mark[k][0] * room, n->mark[of_mark[k][1]]);
}

#ifdef HAS_WIDE
WIDE_CODE static void
put_columns_wide(struct counts *n, uint8_t *at, size_t room)
{
	put_columns(n, at, room);
}
#else
#define HAS_WIDE false
#define put_columns_wide put_columns
#endif

static void
set_kinds(const struct row *r, const struct deboil_shape *f)
{
	unsigned per_word = 65536 / (f->words > 0 ? f->words : 1u);

	for (unsigned k = 1; k < DEBOIL_KINDS; k++)
		set(r, C_KIND + k, f->kind[k] * per_word >> 11);
	set(r, C_KIND, f->kind[1] + f->kind[2]);
	set(r, C_FURNITURE, f->kind[1] + f->kind[2] + f->kind[4] + f->kind[5]
	    + f->kind[6]);
}

/* What is no count: of a row on its own. */
static void
set_looks(struct deboil *d)
{
	uint8_t *begins = column(d, C_BEGINS), *ends = column(d, C_ENDS);
	uint8_t *dated = column(d, C_DATED), *prose = column(d, C_PROSE);

	for (unsigned c = C_KIND; c <= C_FURNITURE; c++)
		memset(column(d, c), 0, d->rows);
	for (size_t i = 0, n = d->rows; i < n; i++) {
		const struct deboil_shape *f = &d->shapes[i];

		begins[i] = f->begins;
		ends[i] = f->ends;
		dated[i] = (uint8_t)(f->year + 2u * f->clock);
		prose[i] = f->prose;
		if (f->chrome)
			set_kinds(&(struct row){ column(d, 0) + i, d->room },
			    f);
	}
}

/* The rows from one on, as many as there is room for. */
static void
take_rows(struct counts *n, const struct deboil *d, size_t from)
{
	size_t left = d->rows - from < ROWS ? d->rows - from : ROWS, i = 0;

#ifdef WIDE_CODE
	for (; HAS_WIDE && i + EIGHT <= left; i += EIGHT)
		take_eight(n, i, &d->shapes[from + i]);
#endif
	for (; i < left; i++)
		take(n, i, &d->shapes[from + i]);
}

void
set_own(struct deboil *d)
{
	struct counts n = { .chars = { 0 } };

	for (size_t i = 0; i < ROWS; i++)
		n.chars[i] = 1;
	for (size_t from = 0; from < d->rows; from += ROWS) {
		uint8_t *at = column(d, 0) + from;

		take_rows(&n, d, from);
		if (HAS_WIDE)
			put_columns_wide(&n, at, d->room);
		else
			put_columns(&n, at, d->room);
	}
	set_looks(d);
}
