/*
 * What a block looks like: counts of its own characters and words, then sums
 * over its neighbours that fade with distance (so that pages glued together
 * do not disturb each other), then its markup. All are bytes, on a log scale
 * where they count.
 */
#include "desk/deboil_parts.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/trees.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_chrome;

enum { KINDS = 10, WORD = 40 };

struct shape {
	unsigned chars, words, letters, upper_words, digits, spaces, commas;
	unsigned stops, puncts, symbols, quotes, cjk, bars, ats, urls;
	unsigned kinds[KINDS];
	bool ends_stop, ends_colon, ends_comma, ends_word, ends_dots;
	bool first_upper, first_lower, first_digit, first_mark, all_caps;
	bool year;
	unsigned second;	/* you, your, we: the site speaks */
};

static uint8_t
clip(unsigned v)
{
	return (uint8_t)(v > 255 ? 255 : v);
}

/* 8 * log2(1 + v), in steps fine enough for a threshold. */
static uint8_t
scale(unsigned v)
{
	unsigned bits = 0, x = v + 1;

	while (x >> (bits + 1))
		bits++;
	return clip(bits * 8 + (unsigned)(((unsigned long long)x << 3 >> bits) & 7));
}

static uint8_t
percent(unsigned part, unsigned whole)
{
	return whole > 0 ? clip(part * 100 / whole) : 0;
}

static void
count_word(struct shape *s, struct str w, bool upper)
{
	char low[WORD];
	int kind = -1;

	s->words++;
	s->upper_words += upper;
	if (w.n > WORD)
		return;
	for (size_t i = 0; i < w.n; i++)
		low[i] = byte_lower(w.p[i]);
	kind = words_find(&words_chrome, (struct str){ low, w.n });
	if (kind > 0 && kind < KINDS)
		s->kinds[kind]++;
	else if (kind == KINDS)
		s->second++;
	s->year |= w.n == 4 && (w.p[0] == '1' || w.p[0] == '2')
	    && byte_is_digit(w.p[1]) && byte_is_digit(w.p[2])
	    && byte_is_digit(w.p[3]);
}

static void
count_mark(struct shape *s, uint32_t c, unsigned class)
{
	s->puncts += (class & CHAR_PUNCT) != 0;
	s->symbols += (class & CHAR_SYMBOL) != 0;
	switch (c) {
	case ',': case 0x3001: case 0xff0c: case 0x60c:
		s->commas++;
		break;
	case '.': case '!': case '?': case 0x3002: case 0xff01: case 0xff1f:
	case 0x61f: case 0x964:
		s->stops++;
		break;
	case '"': case 0x201c: case 0x201d: case 0xab: case 0xbb: case 0x201e:
		s->quotes++;
		break;
	case '|': case '>': case 0x203a: case 0x2022: case 0xb7: case '/':
		s->bars++;
		break;
	case '@': case '#': case 0xa9:
		s->ats++;
		break;
	case ':':
		s->urls++;
		break;
	}
}

static void
count(struct shape *s, struct str t)
{
	size_t word = 0;
	bool in_word = false, upper = false;

	for (size_t i = 0, at; i < t.n; i = at) {
		unsigned class;
		uint32_t c;

		if ((unsigned char)t.p[i] < 0x80 && in_word
		    && byte_is_lower(t.p[i])) {
			s->chars++;
			s->letters++;
			at = i + 1;
			continue;
		}
		at = i;
		c = utf8_next(t, &at);
		class = chars_of(c);
		s->chars++;
		s->letters += (class & CHAR_LETTER) != 0;
		s->digits += (class & CHAR_DIGIT) != 0;
		s->cjk += (class & CHAR_CJK) != 0;
		if (class & CHAR_WORD) {
			if (!in_word) {
				word = i;
				upper = (class & CHAR_UPPER) != 0;
			}
			in_word = true;
			continue;
		}
		if (in_word)
			count_word(s, str_cut(t, word, i), upper);
		in_word = false;
		if (class & CHAR_SPACE)
			s->spaces++;
		else
			count_mark(s, c, class);
	}
	if (in_word)
		count_word(s, str_cut(t, word, t.n), upper);
}

static void
note_ends(struct shape *s, struct str t)
{
	size_t i = 0, end = t.n;
	uint32_t c;

	if (t.n == 0)
		return;
	c = utf8_next(t, &i);
	s->first_upper = chars_is(c, CHAR_UPPER);
	s->first_lower = chars_is(c, CHAR_LOWER);
	s->first_digit = chars_is(c, CHAR_DIGIT);
	s->first_mark = !chars_is(c, CHAR_WORD);
	do
		c = utf8_prev(t, &end);
	while (end > 0 && (c == '"' || c == '\'' || c == ')'
	    || chars_is(c, CHAR_CLOSE)));
	s->ends_stop = c == '.' || c == '!' || c == '?' || c == 0x3002
	    || c == 0xff01 || c == 0xff1f || c == 0x964 || c == 0x61f;
	s->ends_dots = c == 0x2026 || (c == '.' && end > 0
	    && t.p[end - 1] == '.');
	s->ends_colon = c == ':' || c == 0xff1a;
	s->ends_comma = c == ',' || c == ';';
	s->ends_word = chars_is(c, CHAR_WORD);
	s->all_caps = s->words > 0 && s->upper_words == s->words;
}

static struct shape
shape_of(struct str t)
{
	struct shape s = { 0 };

	count(&s, t);
	/* Scripts without blanks: two characters make about a word. */
	s.words += s.cjk / 2;
	note_ends(&s, t);
	return s;
}

/* How much a block looks like running text: 0, or its words up to 100. */
static unsigned
prose(const struct shape *s)
{
	if (s->words < 8 || !(s->ends_stop || s->ends_colon || s->words > 30))
		return 0;
	if (s->upper_words * 2 > s->words + 4 && s->cjk == 0)
		return 0;
	return s->words < 100 ? s->words : 100;
}

static unsigned
rubble(const struct shape *s)
{
	return s->words > 0 && s->words < 6 && !s->ends_stop ? 1 : 0;
}

/* ---- one row ---- */

struct row {
	uint8_t f[DEBOIL_FEATURES];
	int n;
};

static void
add(struct row *r, unsigned v)
{
	r->f[r->n++] = clip(v);
}

static void
add_own(struct row *r, const struct shape *s)
{
	add(r, scale(s->chars));
	add(r, scale(s->words));
	add(r, percent(s->upper_words, s->words));
	add(r, percent(s->digits, s->chars));
	add(r, percent(s->letters, s->chars));
	add(r, percent(s->symbols + s->bars, s->chars));
	add(r, percent(s->puncts, s->chars));
	add(r, s->commas);
	add(r, s->stops);
	add(r, s->quotes);
	add(r, s->bars);
	add(r, s->ats);
	add(r, s->urls);
	add(r, s->words > 0 ? s->letters * 8 / s->words : 0);
	add(r, s->words > 0 ? s->commas * 64 / s->words : 0);
	add(r, s->stops > 0 ? s->words * 4 / s->stops : 255);
	add(r, s->ends_stop + 2u * s->ends_colon + 4u * s->ends_comma
	    + 8u * s->ends_word + 16u * s->ends_dots);
	add(r, s->ends_stop);
	add(r, s->first_upper + 2u * s->first_lower + 4u * s->first_digit
	    + 8u * s->first_mark);
	add(r, s->all_caps);
	add(r, s->year);
	add(r, percent(s->cjk, s->chars));
	for (int k = 1; k < KINDS; k++)
		add(r, s->words > 0 ? s->kinds[k] * 32 / s->words : 0);
	add(r, s->kinds[1] + s->kinds[2]);
	add(r, s->second);
}

static void
add_markup(struct row *r, const struct deboil_block *b)
{
	add(r, b->tag);
	add(r, b->links);
	add(r, b->depth);
	add(r, b->zone & 15);
	add(r, b->zone >> 4);
	add(r, b->hints & 15);
	add(r, b->hints >> 4);
}

/* ---- neighbours ---- */

/* Sums that fade by 1/2, 4/5 and 19/20 a block, in 1/256. */
struct fade {
	unsigned long long near, mid, far;
};

static void
fade_add(struct fade *f, unsigned v)
{
	unsigned long long x = (unsigned long long)v << 8;

	f->near = f->near / 2 + x;
	f->mid = f->mid * 4 / 5 + x;
	f->far = f->far * 19 / 20 + x;
}

static void
add_fade(struct row *r, const struct fade *f)
{
	add(r, scale((unsigned)(f->near >> 6)));
	add(r, scale((unsigned)(f->mid >> 6)));
	add(r, scale((unsigned)(f->far >> 6)));
}

struct side {
	struct fade prose, rubble, links;
	unsigned since_prose;	/* blocks since the last running text */
	struct shape last, last2;
};

static void
pass(struct side *p, const struct shape *s, const struct deboil_block *b)
{
	if (s->chars == 0)
		return;
	fade_add(&p->prose, prose(s));
	fade_add(&p->rubble, rubble(s));
	fade_add(&p->links, b->links);
	p->since_prose = prose(s) > 0 ? 0 : p->since_prose + 1;
	p->last2 = p->last;
	p->last = *s;
}

static void
add_side(struct row *r, const struct side *p)
{
	add_fade(r, &p->prose);
	add_fade(r, &p->rubble);
	add(r, scale((unsigned)(p->links.mid >> 8)));
	add(r, p->since_prose);
	add(r, scale(p->last.words));
	add(r, p->last.ends_stop);
	add(r, percent(p->last.upper_words, p->last.words));
	add(r, scale(p->last2.words));
	add(r, p->last.kinds[1] + p->last.kinds[2] + p->last.kinds[4]
	    + p->last.kinds[5] + p->last.kinds[6]);
}

static struct shape *
shapes_of(struct deboil *d)
{
	struct shape *s = arena_alloc(&d->arena, d->n, sizeof *s);

	for (size_t i = 0; i < d->n; i++)
		s[i] = shape_of(d->blocks[i].text);
	return s;
}

static unsigned
times_seen(struct deboil *d, struct str t)
{
	uint32_t *n;

	if (t.n == 0)
		return 0;
	n = map_get(&d->seen, t);
	return n != NULL ? *n : 0;
}

static void
count_seen(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].text.n > 0)
			++*map_put(&d->seen, d->blocks[i].text, NULL);
}

void
deboil_features(struct deboil *d, const uint8_t **columns)
{
	struct side before = { .since_prose = 255 }, after = before;
	struct shape *s = shapes_of(d);
	struct row *rows = arena_alloc(&d->arena, d->n, sizeof *rows);
	size_t room = trees_room(d->n);

	count_seen(d);
	for (size_t i = 0; i < d->n; i++) {
		rows[i].n = 0;
		add_own(&rows[i], &s[i]);
		add(&rows[i], times_seen(d, d->blocks[i].text));
		add_markup(&rows[i], &d->blocks[i]);
		add_side(&rows[i], &before);
		pass(&before, &s[i], &d->blocks[i]);
	}
	d->features = xgrow(d->features, &d->features_cap,
	    room * DEBOIL_FEATURES + 1, 1);
	for (size_t i = d->n; i-- > 0;) {
		add_side(&rows[i], &after);
		pass(&after, &s[i], &d->blocks[i]);
		for (int f = 0; f < DEBOIL_FEATURES; f++)
			d->features[(size_t)f * room + i] =
			    f < rows[i].n ? rows[i].f[f] : 0;
	}
	for (int f = 0; f < DEBOIL_FEATURES; f++)
		columns[f] = d->features + (size_t)f * room;
}
