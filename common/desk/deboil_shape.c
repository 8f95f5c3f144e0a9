/*
 * What the text of a block looks like: its beginning and end, and what the scan
 * counts (desk/deboil_scan.c). Of a long block the first SAMPLE bytes stand
 * for all.
 */
#include "desk/deboil_scan.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { MOST_WORDS = 10000 };

/* ---- marks ---- */

const uint8_t deboil_marks[128] = {
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

enum deboil_mark
deboil_mark_of(uint32_t c)
{
	if (c < 128)
		return (enum deboil_mark)deboil_marks[c];
	switch (c) {
	case 0x3001: case 0xff0c: case 0x60c: case 0x55d: case 0x104a:
	case 0x1363:
		return MARK_COMMA;
	case 0x3002: case 0xff01: case 0xff1f: case 0x61f: case 0x964:
	case 0x965: case 0x6d4: case 0x589: case 0xf0d: case 0x104b:
	case 0x1362: case 0x17d4:
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

/* ---- ends, and the whole ---- */

static enum deboil_begin
begin_of(struct str t)
{
	uint32_t c = utf8_at(t, 0);

	return chars_is(c, CHAR_UPPER) ? BEGIN_UPPER
	    : chars_is(c, CHAR_DIGIT) ? BEGIN_DIGIT
	    : chars_is(c, CHAR_WORD) ? BEGIN_LOWER : BEGIN_MARK;
}

enum { THAI_SENTENCE = 180 };	/* bytes, three a character */

/* In Thai and Lao no mark ends a sentence. */
static bool
ends_without_stop(struct str t, uint32_t last)
{
	return last - 0xe00 < 0x100 && t.n >= THAI_SENTENCE;
}

enum deboil_end
deboil_end_of(struct str t)
{
	size_t end = t.n;
	bool quoted = false;
	uint32_t c;

	if (end > 0 && byte_is_letter(t.p[end - 1]))
		return END_WORD;
	do {
		c = utf8_prev(t, &end);
		quoted |= deboil_mark_of(c) == MARK_QUOTE;
	} while (end > 0 && (c == '"' || c == '\'' || c == ')'
	    || chars_is(c, CHAR_CLOSE)));
	if (c == 0x2026 || (c == '.' && end > 0 && t.p[end - 1] == '.'))
		return END_DOTS;
	switch (deboil_mark_of(c)) {
	case MARK_STOP:
		return quoted ? END_QUOTE : END_STOP;
	case MARK_COLON:
		return END_COLON;
	case MARK_COMMA:
		return END_COMMA;
	default:
		return ends_without_stop(t, c) ? END_STOP
		    : chars_is(c, CHAR_WORD) ? END_WORD : END_OTHER;
	}
}

/*
 * "... he said. (Reuters)": who wrote it stands behind the last sentence. Only
 * in plain text, where there is little else to go by.
 */
enum { SOURCE = 40 };

static unsigned
end_without_source(struct str t, unsigned end)
{
	size_t i = t.n, close;
	uint32_t c = utf8_prev(t, &i);
	unsigned before;

	if (c != ')' && c != 0xff09)
		return end;
	for (close = i; i > 0 && close - i <= SOURCE;) {
		c = utf8_prev(t, &i);
		if (chars_is(c, CHAR_DIGIT))
			break;
		if (c != '(' && c != 0xff08)
			continue;
		t = chars_trim(str_cut(t, 0, i));
		before = t.n > 0 ? deboil_end_of(t) : END_OTHER;
		return before >= END_STOP ? before : end;
	}
	return end;
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

static uint8_t
rough_of(const struct deboil_shape *f)
{
	return (uint8_t)((f->prose > 0) + 2 * (f->words > 5)
	    + 4 * (f->ends >= END_STOP) + 8 * (f->words > 20));
}

/* Of three words at most; those past the last are only read. */
static uint32_t
head_of(const uint32_t *w, uint32_t n)
{
	uint32_t head[4] = { 0 };

	for (uint32_t i = 0; i < 3; i++)
		head[i + 1] = (head[i] ^ w[i]) * 0x9e3779b1u;
	return head[n < 3 ? n : 3];
}

/* The words of n bytes, by those of the sample. */
static uint16_t
all_words(const struct deboil_shape *f, size_t n, size_t sample)
{
	size_t words = f->words * n / sample;

	return (uint16_t)(words < MOST_WORDS ? words : MOST_WORDS);
}

/* Subjects behind the last of a row are read, whatever they are. */
static void
make_space(struct deboil *d)
{
	size_t n = d->nwords + DEBOIL_SAMPLE, had = d->subjects_cap;

	if (d->words_cap < n)
		d->words = xgrow(d->words, &d->words_cap, n, sizeof *d->words);
	if (had >= d->words_cap)
		return;
	d->subjects = xgrow(d->subjects, &d->subjects_cap, d->words_cap,
	    sizeof *d->subjects);
	memset(d->subjects + had, 0, (d->subjects_cap - had)
	    * sizeof *d->subjects);
}

static void
shape(struct deboil *d, deboil_scanner *scan, struct deboil_shape *f,
    struct str text)
{
	struct str t = text.n <= DEBOIL_SAMPLE ? text
	    : str_cut(text, 0, utf8_floor(text, DEBOIL_SAMPLE));

	make_space(d);
	f->chars = (uint16_t)t.n;
	scan(d, f, t);
	if (t.n < text.n)
		f->words = all_words(f, text.n, t.n);
	f->begins = (uint8_t)begin_of(text);
	f->ends = f->last = (uint8_t)deboil_end_of(text);
	if (!d->html && f->ends < END_STOP)
		f->ends = (uint8_t)end_without_source(text, f->ends);
	f->prose = prose_of(f);
	f->rough = rough_of(f);
	f->head = head_of(d->words + f->first, f->n);
}

/*
 * Lines of a letter or two, so many in a row that no list has them, are not
 * worth a look each: they have no rows, and a score that nothing keeps.
 */
enum { TINY = 2, TINY_LINES = 256, TINY_SCORE = INT32_MIN / 2 };

static void
pass_tiny(struct deboil *d, size_t from, size_t to)
{
	for (size_t i = from, end; i < to; i = end + 1) {
		for (end = i; end < to && d->blocks[end].text.n <= TINY; end++)
			;
		for (size_t k = i; end - i >= TINY_LINES && k < end; k++)
			d->blocks[k].score = TINY_SCORE;
	}
}

void
deboil_shapes(struct deboil *d, size_t from, size_t to)
{
	deboil_scanner *scan = deboil_scanner_here();

	d->nwords = d->rows = 0;
	d->shapes = arena_alloc(&d->arena, to - from + 1, sizeof *d->shapes);
	if (!d->html)
		pass_tiny(d, from, to);
	for (size_t i = from; i < to; i++) {
		struct deboil_shape *f = &d->shapes[d->rows];

		if (d->blocks[i].text.n == 0
		    || d->blocks[i].score == TINY_SCORE)
			continue;
		*f = (struct deboil_shape){ .block = (uint32_t)i };
		shape(d, scan, f, d->blocks[i].text);
		d->rows++;
	}
}
