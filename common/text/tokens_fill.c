/*
 * Many tokens at once. What the bytes of a window of 64 are becomes bits, from
 * these where tokens begin and end, so that a token is two counts of zeros. What
 * the bits do not tell is a doubt: that token is left to tokens_next(), which is
 * the twin in plain C too.
 */
#include "text/tokens.h"

#include "base/wide.h"
#include "text/chars.h"

/* One by one. */
static size_t
fill_plain(struct tokens *x, struct token *k, size_t most)
{
	size_t n = 0;

	while (n < most && tokens_next(x->text, &x->i, &k[n]))
		n++;
	return n;
}

#ifdef HAS_WIDE

enum {
	WINDOW = 64,	/* bytes */
	SURE = 57	/* of them, what is known: six more are looked at */
};

/* What the bytes of a window are. */
struct marks {
	uint64_t letter, upper, digit, word;	/* ASCII; word: both */
	uint64_t blank, line;			/* ' ', '\n' */
	uint64_t high, other;			/* not ASCII; other controls */
	uint64_t dot, hyphen, low_line, comma, amp, quote;	/* , and : */
	uint64_t s, t;				/* t: either case */
};

/* Both halves of a window. */
struct half {
	__m256i a, b;
};

WIDE_CODE static inline uint64_t
bits(__m256i a, __m256i b)
{
	return (uint32_t)_mm256_movemask_epi8(a)
	    | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
}

WIDE_CODE static inline uint64_t
equal(struct half x, char c)
{
	__m256i v = _mm256_set1_epi8(c);

	return bits(_mm256_cmpeq_epi8(x.a, v), _mm256_cmpeq_epi8(x.b, v));
}

/* Bytes from low on, n of them. */
WIDE_CODE static inline uint64_t
range(struct half x, unsigned low, int n)
{
	__m256i from = _mm256_set1_epi8((char)(low + 128));
	__m256i to = _mm256_set1_epi8((char)(n - 128));

	return bits(_mm256_cmpgt_epi8(to, _mm256_sub_epi8(x.a, from)),
	    _mm256_cmpgt_epi8(to, _mm256_sub_epi8(x.b, from)));
}

WIDE_CODE static inline struct half
load(const char *p)
{
	return (struct half){
	    _mm256_loadu_si256((const __m256i *)(const void *)p),
	    _mm256_loadu_si256((const __m256i *)(const void *)(p + 32)) };
}

WIDE_CODE static inline void
look(struct half x, struct marks *m)
{
	__m256i bit = _mm256_set1_epi8(0x20);
	struct half low = { _mm256_or_si256(x.a, bit),
	    _mm256_or_si256(x.b, bit) };

	m->letter = range(low, 'a', 26);
	m->upper = m->letter & ~bits(_mm256_slli_epi16(x.a, 2),
	    _mm256_slli_epi16(x.b, 2));
	m->digit = range(x, '0', 10);
	m->word = m->letter | m->digit;
	m->blank = equal(x, ' ');
	m->line = equal(x, '\n');
	m->high = bits(x.a, x.b);
	m->other = range(x, 0, ' ') & ~m->line;
	m->dot = equal(x, '.');
	m->hyphen = equal(x, '-');
	m->low_line = equal(x, '_');
	m->comma = equal(x, ',') | equal(x, ':');
	m->amp = equal(x, '&');
	m->quote = equal(x, '\'');
	m->s = equal(x, 's');
	m->t = equal(low, 't');
}

/* Bit i: of the byte before, after it. (The byte before the window is none.) */
static inline uint64_t
before(uint64_t x)
{
	return x << 1;
}

static inline uint64_t
after(uint64_t x)
{
	return x >> 1;
}

/* Marks of three bytes, U+2010 to 2027. */
struct long_marks {
	uint64_t marks;		/* their first bytes */
	uint64_t joins;		/* all bytes of those in "don't" */
	uint64_t genitive;	/* their first bytes, in "Ana's" */
	uint64_t doubt;
};

WIDE_CODE static struct long_marks
look_high(struct half x, const struct marks *m)
{
	struct long_marks y;
	uint64_t any = equal(x, '\xe2') & after(equal(x, '\x80'))
	    & range(x, 0x90, 0x18) >> 2;
	uint64_t quote = any & equal(x, '\x99') >> 2;
	uint64_t in = quote & before(m->word), joins = in & m->t >> 3;

	y.genitive = in & m->s >> 3 & ~(m->letter >> 4);
	y.joins = joins | joins << 1 | joins << 2;
	/* One that stands before a letter may split off or hold together. */
	quote &= (m->letter | m->high) >> 3 & ~before(m->blank | m->line);
	y.marks = any & ~quote & ~joins & ~y.genitive;
	any &= ~quote | joins | y.genitive;
	y.doubt = m->high & ~(any | any << 1 | any << 2);
	return y;
}

/*
 * Marks that hold the letters and digits beside them together, and the stop of
 * an initial.
 */
static inline uint64_t
inner(const struct marks *m)
{
	uint64_t word = before(m->word) & after(m->word);
	uint64_t digit = before(m->digit) & after(m->digit);
	uint64_t join = (m->hyphen & word) | ((m->dot | m->comma) & digit)
	    | (m->amp & before(m->upper) & after(m->upper))
	    | (m->quote & before(m->word) & after(m->t));
	uint64_t initial = m->upper & ~before(m->word | join);

	return join | (m->dot & before(initial) & ~after(m->word));
}

/* What only tokens_next() knows, at the byte. */
static inline uint64_t
doubts(const struct marks *m, uint64_t high, uint64_t genitive)
{
	uint64_t blank = m->blank | m->line, two = before(blank) & blank << 2;
	uint64_t empty = before(m->line) & m->line << 2 & ~(blank << 3);
	uint64_t quote = m->quote & after(m->letter) & ~before(blank)
	    & ~genitive & ~(before(m->word) & after(m->t));
	uint64_t x = high | m->other | quote
	    | (m->low_line & before(m->word))
	    | (m->dot & before(m->letter) & after(m->word));

	/* Words before them may go on. */
	return x | x >> 1 | x >> 2 | (two & ~blank & ~empty);
}

/* No window. */
static inline void
close_window(struct tokens *x)
{
	x->window = SIZE_MAX;
	x->ends = 0;
	x->doubts = ~(uint64_t)0 << SURE;
}

/* The window at i: where tokens begin, end, and which are doubtful. */
WIDE_CODE static void
open_window(struct tokens *x)
{
	struct half bytes = load(x->text.p + x->i);
	struct long_marks high = { 0 };
	struct marks m;
	uint64_t word, mark, dot, hyphen, genitive, split;

	look(bytes, &m);
	if (m.high != 0)
		high = look_high(bytes, &m);
	genitive = m.quote & before(m.word) & after(m.s) & ~(m.letter >> 2);
	split = before(genitive) | high.genitive << 3;
	word = m.word | inner(&m) | high.joins;
	mark = ~(word | m.blank | m.line | m.high | m.other | genitive);
	dot = mark & m.dot;	/* several are one */
	hyphen = mark & m.hyphen;
	x->starts = (word & ~before(word) & ~split) | genitive | high.genitive
	    | high.marks | (mark & ~(dot & before(dot))
	    & ~(hyphen & before(hyphen)));
	x->ends = (word & ~after(word)) | high.marks << 2
	    | (mark & ~(dot & after(dot)) & ~(hyphen & after(hyphen)));
	x->doubts = doubts(&m, high.doubt, genitive)
	    | (word & before(split)) | ~(uint64_t)0 << SURE;
	x->letter = m.letter;
	x->upper = m.upper;
	x->blank = before(m.blank | m.line);
	x->line = before(m.line);
	x->window = x->i;
}

/* What of a token is more than its span and the blank before it. */
WIDE_CODE static inline void
set_more(const struct tokens *x, struct token *k, unsigned from, unsigned last)
{
	uint64_t in = ~(uint64_t)0 >> (63 - last);

	k->upper = (x->upper & in) >> from != 0;
	k->plain = (~x->letter & in) >> from == 0;
	if ((x->line >> from & 1) != 0) {
		k->line = true;
		k->breaks = (before(x->line) >> from & 1) != 0;
	}
}

/* Those that end before the next doubt. */
WIDE_CODE static inline __attribute__((always_inline)) size_t
fill_window(struct tokens *x, struct token *k, size_t most, bool spans)
{
	uint64_t starts = x->starts, blank = x->blank;
	uint64_t ends = x->ends & (x->doubts - 1) & ~x->doubts;
	uint32_t at = (uint32_t)x->window;
	unsigned last = 0;
	size_t n = 0;

	if (ends == 0)
		return 0;
	for (; ends != 0 && n < most; n++) {
		unsigned from = (unsigned)__builtin_ctzll(starts);

		last = (unsigned)__builtin_ctzll(ends);
		starts &= starts - 1;
		ends &= ends - 1;
		k[n] = (struct token){ .start = at + from, .end = at + last + 1,
		    .space = (blank >> from & 1) != 0 };
		if (!spans)
			set_more(x, &k[n], from, last);
	}
	x->i = x->window + last + 1;
	x->starts = starts;
	x->ends &= ~(uint64_t)1 << last;
	return n;
}

/* A token was found otherwise: what of the window is behind it. */
static inline void
pass(struct tokens *x)
{
	size_t at = x->i - x->window;
	uint64_t behind = ~(uint64_t)0 << (at & 63);

	/* Inside of what they take for one token the bits say nothing. */
	if (at >= SURE || ((x->starts | x->blank >> 1) >> at & 1) == 0) {
		close_window(x);
		return;
	}
	x->starts &= behind;
	x->ends &= behind;
	x->doubts &= behind;
}

WIDE_CODE static inline __attribute__((always_inline)) size_t
fill_by(struct tokens *x, struct token *k, size_t most, bool spans)
{
	size_t n = 0;

	while ((n += fill_window(x, k + n, most - n, spans)) < most) {
		bool used_up = x->doubts << (64 - SURE) == 0;

		if (used_up && x->i > 0 && x->i != x->window
		    && x->text.n - x->i >= WINDOW) {
			open_window(x);
			continue;
		}
		if (!tokens_next(x->text, &x->i, &k[n]))
			break;
		n++;
		pass(x);
	}
	return n;
}

WIDE_CODE static size_t
fill_wide(struct tokens *x, struct token *k, size_t most)
{
	return fill_by(x, k, most, false);
}

WIDE_CODE static size_t
spans_wide(struct tokens *x, struct token *k, size_t most)
{
	return fill_by(x, k, most, true);
}

size_t
tokens_fill(struct tokens *x, struct token *k, size_t most)
{
	return HAS_WIDE ? fill_wide(x, k, most) : fill_plain(x, k, most);
}

size_t
tokens_spans(struct tokens *x, struct token *k, size_t most)
{
	return HAS_WIDE ? spans_wide(x, k, most) : fill_plain(x, k, most);
}

#else

size_t
tokens_spans(struct tokens *x, struct token *k, size_t most)
{
	return fill_plain(x, k, most);
}

size_t
tokens_fill(struct tokens *x, struct token *k, size_t most)
{
	return fill_plain(x, k, most);
}

#endif

void
tokens_start(struct tokens *x, struct str text)
{
	*x = (struct tokens){ .text = text };
#ifdef HAS_WIDE
	close_window(x);
#endif
}
