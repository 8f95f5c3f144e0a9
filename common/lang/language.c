#include "lang/language.h"

#include "text/chars.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_closed, words_syntax, words_starters_en,
    words_starters_de,
    words_starters_fr, words_starters_es, words_starters_it,
    words_starters_pt, words_starters_nl, words_starters_sv,
    words_starters_pl, words_starters_cs, words_starters_ro,
    words_starters_tr, words_starters_fi;

/* In the order of the bits. */
static const struct words *const starters[LANGUAGES] = {
	&words_starters_en, &words_starters_de, &words_starters_fr,
	&words_starters_es, &words_starters_it, &words_starters_pt,
	&words_starters_nl, &words_starters_sv, NULL, &words_starters_pl,
	&words_starters_cs, &words_starters_ro, &words_starters_tr,
	&words_starters_fi, NULL
};

enum {
	SAMPLE = 400,		/* tokens */
	MOST_BYTES = 8,		/* of a closed-class word */
	CLEAR = 8,		/* words of English, and no other has as many */
	FEWEST = 4,		/* closed-class words of a language, to be it */
	LONGEST = 24,		/* bytes of a word */
	LEAD = 2		/* of English words in a part: no need to go on */
};

static const char codes[] = "en\0de\0fr\0es\0it\0pt\0nl\0sv\0da\0pl\0cs\0ro\0tr\0fi\0hu";

struct str
language_code(enum language l)
{
	for (unsigned k = 0; k < LANGUAGES; k++)
		if ((int)l == 1 << k)
			return (struct str){ codes + 3 * k, 2 };
	return (struct str){ "", 0 };
}

static int
languages_with(struct str word)
{
	int bits = words_find(&words_closed, word);

	return bits > 0 ? bits : 0;
}

/* English unless another has twice its words: "in", "die", "on" are of many. */
static enum language
most(const unsigned *counts)
{
	unsigned best = 1;

	for (unsigned k = 2; k < LANGUAGES; k++)
		if (counts[k] > counts[best])
			best = k;
	if (counts[best] >= FEWEST && counts[best] > 2 * counts[0])
		return (enum language)(1 << best);
	return counts[0] >= FEWEST ? LANGUAGE_EN : LANGUAGE_UNKNOWN;
}

enum language
language_of(struct str text)
{
	unsigned counts[LANGUAGES] = { 0 }, others = 0;
	struct token t;
	size_t i = 0;

	for (size_t n = 0; n < SAMPLE && tokens_next(text, &i, &t); n++) {
		struct str s = token_text(text, &t);
		int bits = s.n > MOST_BYTES || byte_is_upper(s.p[0]) ? 0
		    : languages_with(s);

		if (bits == 0)
			continue;
		for (unsigned k = 0; k < LANGUAGES; k++)
			counts[k] += bits >> k & 1;
		others += bits > 1 && (bits & LANGUAGE_EN) == 0;
		if (counts[0] >= CLEAR && others * 2 < counts[0])
			break;
	}
	return most(counts);
}

bool
language_begins(enum language l, struct str word)
{
	char low[LONGEST];
	size_t n = 0;

	if (word.n > sizeof low)
		return false;
	while (n < word.n) {
		low[n] = byte_lower(word.p[n]);
		n++;
	}
	if (languages_with((struct str){ low, n }) & (int)l)
		return true;
	for (unsigned k = 0; k < LANGUAGES; k++)
		if ((int)l == 1 << k && starters[k] != NULL)
			return words_find(starters[k], (struct str){ low, n })
			    >= 0;
	return false;
}

/* ---- a sentence or less ---- */

enum {
	DE = LANGUAGE_DE, FR = LANGUAGE_FR, ES = LANGUAGE_ES, IT = LANGUAGE_IT,
	PT = LANGUAGE_PT, NL = LANGUAGE_NL, SV = LANGUAGE_SV, DA = LANGUAGE_DA,
	PL = LANGUAGE_PL, CS = LANGUAGE_CS, RO = LANGUAGE_RO, TR = LANGUAGE_TR,
	FI = LANGUAGE_FI, HU = LANGUAGE_HU
};

/* The languages that write the letter in many of their words. */
static int
languages_of_letter(uint32_t c)
{
	static const struct {
		uint16_t c;
		uint16_t bits;
	} letters[] = {
		{ 0xdf, DE }, { 0xe0, FR | IT | PT }, { 0xe1, ES | PT | CS | HU },
		{ 0xe2, FR | PT | RO }, { 0xe3, PT }, { 0xe4, DE | SV | FI },
		{ 0xe5, SV | DA }, { 0xe6, DA }, { 0xe7, FR | PT | TR },
		{ 0xe8, FR | IT }, { 0xe9, FR | ES | PT | CS | HU },
		{ 0xea, FR | PT }, { 0xed, ES | PT | CS | HU }, { 0xee, FR | RO },
		{ 0xf1, ES }, { 0xf2, IT }, { 0xf3, ES | PT | PL | HU },
		{ 0xf5, PT }, { 0xf6, DE | SV | FI | TR | HU }, { 0xf8, DA },
		{ 0xf9, IT | FR }, { 0xfa, ES | PT | CS | HU },
		{ 0xfc, DE | TR | HU }, { 0xfd, CS }, { 0x103, RO },
		{ 0x105, PL }, { 0x107, PL }, { 0x10d, CS }, { 0x10f, CS },
		{ 0x119, PL }, { 0x11b, CS }, { 0x11f, TR }, { 0x131, TR },
		{ 0x142, PL }, { 0x144, PL }, { 0x148, CS }, { 0x151, HU },
		{ 0x159, CS }, { 0x15b, PL }, { 0x15f, TR | RO }, { 0x161, CS },
		{ 0x163, RO }, { 0x165, CS }, { 0x16f, CS }, { 0x171, HU },
		{ 0x17a, PL }, { 0x17c, PL }, { 0x17e, CS }, { 0x219, RO },
		{ 0x21b, RO },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].c == c)
			return letters[i].bits;
	return 0;
}

struct votes {
	unsigned counts[LANGUAGES], english, others;
	struct str last;	/* the last word that is not English */
};

static void
vote(struct votes *v, struct str w, int bits)
{
	/* "et al." is English, however often. */
	if (v->last.p != NULL && str_eq(w, v->last))
		return;
	v->last = w;
	v->others++;
	for (unsigned k = 0; k < LANGUAGES; k++)
		v->counts[k] += bits >> k & 1;
}

static bool
is_ascii(struct str w)
{
	unsigned char all = 0;

	for (size_t i = 0; i < w.n; i++)
		all |= (unsigned char)w.p[i];
	return all < 0x80;
}

/* A word in small letters; one that is English and more says nothing. */
static void
vote_word(struct votes *v, struct str w)
{
	bool letter = false, ascii = is_ascii(w);
	int bits, of = 0;

	if (ascii && w.n > MOST_BYTES)
		return;
	bits = w.n > MOST_BYTES ? 0 : languages_with(w);
	if (bits & LANGUAGE_EN || (w.n <= MOST_BYTES
	    && words_find(&words_syntax, w) >= 0)) {
		v->english += (bits & ~LANGUAGE_EN) == 0;
		return;
	}
	for (size_t i = 0; i < w.n && !ascii;) {
		uint32_t c = utf8_next(w, &i);

		if (c < 0x80 || !chars_is(c, CHAR_LOWER))
			continue;
		of = letter && (of & languages_of_letter(c)) != 0
		    ? of & languages_of_letter(c) : languages_of_letter(c);
		letter = true;
	}
	if (bits == 0 || w.n == 2)	/* French too has "à" */
		bits |= of;
	if (bits != 0 || letter)
		vote(v, w, bits);
}

static bool
is_capital(struct str w)
{
	return (unsigned char)w.p[0] < 0x80 ? byte_is_upper(w.p[0])
	    : chars_is(utf8_at(w, 0), CHAR_UPPER);
}

/* Marks English does not open with, and who does; they are cut off. */
static int
cut_marks(struct str *w)
{
	size_t at = 0, next = 0, end = w->n, before = end;
	int bits = 0;

	if (end == 0 || ((unsigned char)w->p[0] < 0x80
	    && (unsigned char)w->p[end - 1] < 0x80))
		return 0;
	while (next < end) {
		uint32_t c = utf8_next(*w, &next);

		if (c < 0x80 || chars_is(c, CHAR_WORD))
			break;
		bits |= c == 0x201e ? DE | PL | CS | RO | HU
		    : c == 0xab ? FR | ES | IT | PT
		    : c == 0xbb ? DE | DA | SV | FI
		    : c == 0xbf || c == 0xa1 ? ES : 0;
		at = next;
	}
	while (before > at && (unsigned char)w->p[before - 1] >= 0x80
	    && !chars_is(utf8_prev(*w, &before), CHAR_WORD))
		end = before;
	*w = str_cut(*w, at, end);
	return bits;
}

static bool
is_word(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!byte_is_letter(w.p[i]) && (unsigned char)w.p[i] < 0x80)
			return false;
	return w.n > 0;
}

static const bool opens[256] = {
	['"'] = true, ['\''] = true, ['('] = true, ['['] = true,
};
static const bool closes[256] = {
	['"'] = true, ['\''] = true, [')'] = true, [']'] = true,
	[','] = true, [';'] = true, [':'] = true, ['!'] = true, ['?'] = true,
};

/* The next word between blanks, without marks; no address, no abbreviation. */
static bool
next_word(struct str t, size_t *i, struct str *w)
{
	size_t from, end;

	for (from = *i; from < t.n && byte_is_space(t.p[from]); from++)
		;
	for (end = from; end < t.n && !byte_is_space(t.p[end]); end++)
		;
	*i = end;
	if (from == end)
		return false;
	while (from < end && opens[(unsigned char)t.p[from]])
		from++;
	while (end > from && closes[(unsigned char)t.p[end - 1]])
		end--;
	*w = str_cut(t, from, end);
	return true;
}

/* The languages with the most votes; of these, those it was before. */
static int
most_votes(const struct votes *v, int before)
{
	unsigned most = 1;
	int bits = 0;

	for (unsigned k = 1; k < LANGUAGES; k++)
		if (v->counts[k] >= most) {
			bits = v->counts[k] > most ? 0 : bits;
			most = v->counts[k];
			bits |= 1 << k;
		}
	return bits == 0 ? LANGUAGE_OTHER
	    : (bits & before) != 0 ? bits & before : bits;
}

/* "Die" begins a sentence; other words with a capital are names. */
int
languages_of_part(struct str t, int before, unsigned sure)
{
	struct votes v = { .english = 0 };
	char low[MOST_BYTES];
	bool first = true;
	struct str w;
	size_t i = 0;

	while (v.english < v.others + LEAD && next_word(t, &i, &w)) {
		int marks = cut_marks(&w);

		if (marks != 0)
			vote(&v, (struct str){ "", 0 }, marks);
		if (w.n == 0 || !is_word(w))
			continue;
		if (first && w.n > 1 && w.n <= MOST_BYTES
		    && byte_is_upper(w.p[0])) {
			memcpy(low, w.p, w.n);
			low[0] = byte_lower(low[0]);
			w.p = low;
		}
		first = false;
		if (!is_capital(w))
			vote_word(&v, w);
	}
	if (v.others > v.english && v.others >= sure)
		return most_votes(&v, before);
	return v.english > 0 && v.english >= v.others ? LANGUAGE_EN : before;
}
