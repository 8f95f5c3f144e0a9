/* The light model of desk/sentences_model.h. */
#include "desk/sentences_model.h"

#include "base/hash.h"
#include "desk/sentences_bytes.h"
#include "text/chars.h"

extern const int8_t weights_sentences[];

static unsigned
kind_of(char c)
{
	return kinds[(unsigned char)c];
}

static const int8_t *const light = weights_sentences + SENTENCES_ROWS
    + SENTENCES_WORDS;

/* Eight bytes of what there is from at to end, blanks around. */
static uint64_t
read_part(struct str t, size_t at, size_t end, bool right)
{
	char part[8] = { ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ' };
	size_t n = end - at < 8 ? end - at : 8;

	memcpy(right ? part : part + 8 - n, t.p + (right ? at : end - n), n);
	return hash_read8(part);
}

/*
 * Of the eight bytes before a gap, those of the last word; *bits: where it
 * begins. Without a branch: words are as often short as long.
 */
static inline uint64_t
last_word(uint64_t v, unsigned *bits)
{
	*bits = (64 - (unsigned)__builtin_clzll(blanks_of(v) | 1)) & ~7u;
	return v & ~(uint64_t)0 << *bits / 2 << *bits / 2;
}

static inline uint64_t
first_word(uint64_t v)
{
	uint64_t blanks = blanks_of(v);

	return v & (((blanks & -blanks) >> 7) - 1);
}

static inline uint16_t
light_row(unsigned family, uint64_t v)
{
	return (uint16_t)(family << 12
	    | (unsigned)((v + family) * 0x9e3779b97f4a7c15 >> 52));
}

static inline void
light_rows(uint64_t before, uint64_t after, uint16_t rows[SENTENCES_LIGHTS])
{
	unsigned bits;
	uint64_t word = last_word(before, &bits), l = word >> (bits & 63);
	uint64_t second = kind_of((char)(after >> 8));

	rows[0] = light_row(0, l | 0x2020202020202020);
	rows[1] = light_row(1, first_word(after));
	rows[2] = light_row(2, kind_of((char)l)
	    ^ (uint64_t)kind_of((char)(l >> 8)) << 8 ^ (word >> 56) << 16
	    ^ (uint64_t)kind_of((char)after) << 24 ^ second << 32);
}

void
sentences_light_rows(const struct sentences *s, size_t i,
    uint16_t rows[SENTENCES_LIGHTS])
{
	struct str t = s->text;

	light_rows(i - s->begin >= 8 ? hash_read8(t.p + i - 8)
	    : read_part(t, s->begin, i, false), t.n - i >= 9
	    ? hash_read8(t.p + i + 1) : read_part(t, i + 1, t.n, true), rows);
}

static inline bool
passes(const uint16_t rows[SENTENCES_LIGHTS])
{
	return light[rows[0]] + light[rows[1]] + light[rows[2]]
	    >= light[SENTENCES_LIGHT];
}

static const bool last_marks[256] = {
	[':'] = true, [')'] = true, ['('] = true, ['*'] = true,
};

/* May the two bytes be the last of ":-)", "***" or "UPHELD:"? */
static inline bool
closes(char before, char last)
{
	if (!last_marks[(unsigned char)last])
		return false;
	if (last == ':')
		return byte_is_upper(before);
	return last == '*' ? before == '*'
	    : before == ':' || before == '-' || before == ';';
}

bool
sentences_light(const struct sentences *s, size_t i)
{
	uint16_t rows[SENTENCES_LIGHTS];

	sentences_light_rows(s, i, rows);
	return passes(rows) || (i >= s->begin + 2
	    && closes(s->text.p[i - 2], s->text.p[i - 1]));
}

/* A word is cut at a blank, so that what stood before the sentence is nothing. */
uint64_t
sentences_light_block(struct str t, size_t i, uint64_t bits)
{
	uint64_t keep = bits;

	for (; bits != 0; bits &= bits - 1) {
		unsigned k = (unsigned)__builtin_ctzll(bits);
		const char *p = t.p + i + k;
		uint16_t rows[SENTENCES_LIGHTS];

		light_rows(hash_read8(p - 8), hash_read8(p + 1), rows);
		keep ^= (uint64_t)(!passes(rows)
		    && !closes(p[-2], p[-1])) << k;
	}
	return keep;
}
