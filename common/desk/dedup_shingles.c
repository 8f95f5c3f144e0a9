#include "desk/dedup_shingles.h"

#include "base/hash.h"
#include "desk/dedup.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/wordbits.h"

/* Bytes after the text that are read, and have to be zero. */
enum { PADDING = 3 * WORDBITS, LONGEST_NUMBER = 40 };

static const uint64_t K0 = 0x9e3779b97f4a7c15, K1 = 0xd6e8feb86659fd93,
    BLANKS = 0x2020202020202020, ONES = 0x0101010101010101,
    HIGH = 0x8080808080808080;

/* Spellings of one thing. What numbers say decides, not how it is written. */
static const struct {
	const char *word, *as;
} spellings[] = {
	{ "one", "1" }, { "two", "2" }, { "three", "3" }, { "four", "4" },
	{ "five", "5" }, { "six", "6" }, { "seven", "7" }, { "eight", "8" },
	{ "nine", "9" }, { "ten", "10" }, { "eleven", "11" },
	{ "twelve", "12" }, { "thirteen", "13" }, { "fourteen", "14" },
	{ "fifteen", "15" }, { "sixteen", "16" }, { "seventeen", "17" },
	{ "eighteen", "18" }, { "nineteen", "19" }, { "twenty", "20" },
	{ "thirty", "30" }, { "forty", "40" }, { "fifty", "50" },
	{ "sixty", "60" }, { "seventy", "70" }, { "eighty", "80" },
	{ "ninety", "90" }, { "percent", "pct" }, { "million", "mln" },
	{ "mn", "mln" }, { "billion", "bn" }, { "bln", "bn" },
	{ "trillion", "trn" }, { "dollar", "dlr" }, { "dollars", "dlrs" },
	{ "cents", "cts" }, { "pounds", "stg" }, { "versus", "vs" },
	{ "tonnes", "tons" }, { "kilometres", "km" }, { "kilometers", "km" }
};

/* ---- words ---- */

/*
 * Case aside: in ASCII and Latin-1 it is the bit 0x20, in Greek and Cyrillic
 * that or the last bit of a lead byte.
 */
static inline uint64_t
without_case(uint64_t v)
{
	if ((v & HIGH) != 0)
		v |= v >> 7 & v >> 6 & ONES;
	return v | BLANKS;
}

static inline uint64_t
hash_word(const char *p, size_t n)
{
	uint64_t h = K1 ^ n, v;

	for (; n > 8; p += 8, n -= 8)
		h = hash_mix(without_case(hash_read8(p)) ^ K0, h);
	v = hash_read8(p);
	if (n < 8)
		v &= ((uint64_t)1 << 8 * n) - 1;
	return hash_mix(without_case(v) ^ K0, h);
}

static struct shingles_same *
find_same(struct shingles *x, uint64_t word)
{
	size_t i = word & 511;

	while (x->same[i].word != 0 && x->same[i].word != word)
		i = (i + 1) & 511;
	return &x->same[i];
}

static uint64_t
hash_short(const char *word)
{
	char padded[24] = { 0 };

	memcpy(padded, word, strlen(word));
	return hash_word(padded, strlen(word));
}

void
shingles_open(struct shingles *x)
{
	*x = (struct shingles){ 0 };
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		uint64_t word = hash_short(spellings[i].word);

		*find_same(x, word) = (struct shingles_same){ word,
		    hash_short(spellings[i].as),
		    byte_is_digit(spellings[i].as[0])
		    && spellings[i].as[1] != '\0' };
	}
}

void
shingles_close(struct shingles *x)
{
	buf_free(&x->text);
	buf_free(&x->rest);
	buf_free(&x->head);
	buf_free(&x->word);
}

/* ---- the two samples ---- */

void
shingles_clear(struct shingles *x)
{
	memset(x->slots, 0, sizeof x->slots);
	x->n = x->level = x->nnumbers = 0;
	x->high = x->seed ^ K0;
	x->low = x->seed ^ K1;
	x->some = x->page = false;
}

bool
shingles_add(struct shingles *x, uint32_t shingle)
{
	size_t i = shingle >> 22;

	while (x->slots[i] != 0 && x->slots[i] != shingle)
		i = (i + 1) & (SHINGLES_SLOTS - 1);
	if (x->slots[i] != 0)
		return false;
	x->slots[i] = shingle;
	x->places[i] = (uint16_t)x->n;
	x->list[x->n++] = shingle;
	return true;
}

/* Half of what is kept goes. */
static void
raise_level(struct shingles *x)
{
	unsigned n = x->n, bit = x->level;

	memset(x->slots, 0, sizeof x->slots);
	x->n = 0;
	x->level++;
	for (unsigned i = 0; i < n; i++)
		if ((x->list[i] >> bit & 1) == 0)
			shingles_add(x, x->list[i]);
}

/* The least of them, so that a part of the text has the same ones. */
static void
add_number(struct shingles *x, uint64_t hash)
{
	uint32_t v = (uint32_t)(hash >> 32);
	unsigned i = x->nnumbers;

	while (i > 0 && x->numbers[i - 1] > v)
		i--;
	if ((i > 0 && x->numbers[i - 1] == v) || i == SHINGLES_NUMBERS)
		return;
	if (x->nnumbers < SHINGLES_NUMBERS)
		x->nnumbers++;
	memmove(x->numbers + i + 1, x->numbers + i,
	    (x->nnumbers - i - 1) * sizeof *x->numbers);
	x->numbers[i] = v;
}

static void
add_word(struct shingles *x, uint64_t h)
{
	uint32_t v = (uint32_t)(hash_mix(x->last ^ K0, h ^ K1) >> 32);
	bool follows = x->some;

	x->last = h;
	x->some = true;
	x->high = hash_mix(x->high ^ h, K0) + x->low;
	x->low = hash_mix(x->low ^ h, K1);
	if (x->apart || !follows || v == 0 || (v & (((uint32_t)1 << x->level) - 1)) != 0)
		return;
	shingles_add(x, v);
	while (x->n > SHINGLES_MOST && x->level < 31)
		raise_level(x);
}

/* ---- words as they are written ---- */

/* "1,000" is 1000. */
static void
take_number(struct shingles *x, const char *p, size_t n)
{
	char plain[LONGEST_NUMBER + 8] = { 0 };
	size_t k = 0;
	uint64_t h;

	for (size_t i = 0; i < n && k < LONGEST_NUMBER; i++)
		if (p[i] != ',')
			plain[k++] = p[i];
	h = hash_word(plain, k);
	if (k > 1 && !x->apart)
		add_number(x, h);
	add_word(x, h);
}

static void
take_plain(struct shingles *x, const char *p, size_t n)
{
	uint64_t h = hash_word(p, n);
	const struct shingles_same *s = find_same(x, h);

	if (s->word != 0) {
		h = s->as;
		if (s->number && !x->apart)
			add_number(x, h);
	}
	add_word(x, h);
}

static bool
is_letter(char c)
{
	return byte_is_letter(c) || (unsigned char)c >= 0x80;
}

/*
 * A word that goes on in the next line, "pre-" and "lude", or behind a soft
 * hyphen. Behind the word there are at least PADDING bytes.
 */
static bool
is_hyphenated(const char *p, size_t n)
{
	const char *next = p + n;

	if (next[0] == '-' && next[1] == '\n')
		next += 2;
	else if (next[0] == '\xc2' && next[1] == '\xad')
		next += next[2] == '\n' ? 3 : 2;
	else
		return false;
	return is_letter(*next) && is_letter(p[n - 1]);
}

static inline void
take_word(struct shingles *x, const char *p, size_t n)
{
	if (x->head.n > 0 || is_hyphenated(p, n)) {
		buf_reserve(&x->head, n + 8);
		buf_put(&x->head, (struct str){ p, n });
		if (is_hyphenated(p, n) && x->head.n < WORDBITS)
			return;
		memset(x->head.p + x->head.n, 0, x->head.cap - x->head.n);
		take_plain(x, x->head.p, x->head.n);
		x->head.n = 0;
	} else if (byte_is_digit(*p)) {
		take_number(x, p, n);
	} else {
		take_plain(x, p, n);
	}
}

/* ---- other scripts, character by character ---- */

/*
 * How many characters make a word in a script that sets no blanks between
 * words; 0: it does. One more are a shingle: about two words, as elsewhere.
 */
static unsigned
reach(uint32_t c)
{
	if (chars_is(c, CHAR_CJK))
		return 3;
	return chars_is_unspaced(c) ? SHINGLES_REACH : 0;
}

static void
end_word(struct shingles *x)
{
	struct buf *w = &x->word;

	if (w->n == 0)
		return;
	buf_reserve(w, 8);
	memset(w->p + w->n, 0, 8);
	take_word(x, w->p, w->n);
	memset(x->recent, 0, sizeof x->recent);
	w->n = 0;
}

static void
take_unit(struct shingles *x, uint32_t c, unsigned n)
{
	uint64_t h = K1;

	end_word(x);
	memmove(x->recent + 1, x->recent, sizeof x->recent - sizeof *x->recent);
	x->recent[0] = c;
	for (unsigned i = 0; i < n; i++)
		h = hash_mix(h ^ x->recent[i], K0);
	add_word(x, h);
}

static void
take_far(struct shingles *x, const char *p, size_t n)
{
	struct str s = { p, n };

	for (size_t i = 0; i < n;) {
		uint32_t c = dedup_plain(utf8_next(s, &i));
		unsigned units = c < 0x80 ? 0 : reach(c);

		if (units > 0)
			take_unit(x, c, units);
		else if (chars_is(c, CHAR_WORD) || (x->word.n > 0 && c == '.'
		    && byte_is_digit(x->word.p[x->word.n - 1])))
			utf8_put(&x->word, chars_lower(c));
		else if (c != 0)
			end_word(x);
	}
	end_word(x);
}

/* ---- splitting ---- */

/* The marks among the bytes above 127; *carry: those of the next block. */
static uint64_t
other_marks(const char *p, uint64_t lead, uint64_t *carry)
{
	uint64_t marks = *carry;

	*carry = 0;
	for (; lead != 0; lead &= lead - 1) {
		int at = __builtin_ctzll(lead);
		bool wide = (unsigned char)p[at] == 0xe2;
		uint64_t mask = wide ? 7 : 3;

		if (wide && (unsigned char)p[at + 1] > 0x81)
			continue;
		marks |= mask << at;
		if (at > 61)
			*carry |= mask >> (WORDBITS - at);
	}
	return marks;
}

/* Bits below the one at i. */
static uint64_t
below(size_t i)
{
	return ((uint64_t)1 << i) - 1;
}

static void
split(struct shingles *x, const char *p, size_t n)
{
	uint64_t inside = 0, digit = 0, carry = 0, far = 0;
	size_t start = 0;
	bool in_word = false;

	for (size_t i = 0; i <= n; i += WORDBITS) {
		struct wordbits b = wordbits(p + i);
		uint64_t next = byte_is_digit(p[i + WORDBITS]), edges;

		if ((b.lead | carry) != 0)
			b.word &= ~other_marks(p + i, b.lead, &carry);
		b.word |= b.mark & (b.digit << 1 | digit)
		    & (b.digit >> 1 | next << 63);
		digit = b.digit >> 63;
		edges = b.word ^ (b.word << 1 | inside);
		inside = b.word >> 63;
		for (; edges != 0; edges &= edges - 1) {
			size_t at = i + (size_t)__builtin_ctzll(edges);

			if (in_word && (far | b.far) != 0
			    && (far | (b.far & below(at - i))) != 0)
				take_far(x, p + start, at - start);
			else if (in_word)
				take_word(x, p + start, at - start);
			b.far &= ~below(at - i);
			start = at;
			far = 0;
			in_word = !in_word;
		}
		far |= b.far;
	}
}

static void
split_padded(struct shingles *x, struct buf *b)
{
	if (b->n == 0)
		return;
	buf_reserve(b, PADDING);
	memset(b->p + b->n, 0, PADDING);
	split(x, b->p, b->n);
}

void
shingles_read(struct shingles *x, struct str text)
{
	shingles_clear(x);
	x->head.n = x->text.n = x->rest.n = 0;
	memset(x->recent, 0, sizeof x->recent);
	x->page = dedup_prose(&x->text, &x->rest, text);
	split_padded(x, &x->text);
	x->apart = true;
	split_padded(x, &x->rest);
	x->apart = false;
}
