#include "desk/dedup_facts.h"

#include "base/hash.h"
#include "desk/dedup.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_facts, words_common, words_first_names,
    words_names;

/*
 * Chosen on made variants of news sentences: LIKE 450 to 550 gives the same
 * within a point, and no two facts become one.
 */
enum {
	SHORTEST = 4,		/* words; fewer have to be equal */
	REWORDED = 14,		/* words from which another wording may do */
	LIKE = 500,		/* thousandths of all words shared then */
	TOO_LIKE = 800,		/* what little differs then is the point */
	NAMES = 1,		/* shared by two wordings of one thing */
	AS_THEY_STAND = 3	/* one word in so many, before misread ones */
};

/*
 * Of so many words one is light, or the language is not known; and if none of
 * those tells English from another language, one of so many is English.
 */
enum { WORDS_A_LIGHT = 12, WORDS_A_COMMON = 3 };

enum {
	LIGHT = 1,
	DENIAL = 2,
	UNIT = 3,
	THAT = 4,
	LIGHT_HERE = 5,		/* and a word of another language */
	OPPOSITES = 10
};

/* ---- what each word is ---- */

/* "the two" are people, not a figure. Signs of money are figures. */
static bool
is_figure(const struct facts_text *t, size_t i)
{
	const struct facts_word *w = &t->w[i];
	unsigned char c = (unsigned char)w->s.p[0];

	if (byte_is_digit(w->s.p[0]))
		return w->s.n > 1 || i == 0
		    || !chars_eq_nocase(w[-1].s, STR("the"));
	return w->class == UNIT || c == '%' || c == '$' || c == '+'
	    || c == 0xc2 || c == 0xe2;
}

/* Are enough of the words English? */
static bool
is_english(const struct facts_text *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		n += words_find_lower(&words_common, t->w[i].s) >= 0;
	return n * WORDS_A_COMMON >= t->n;
}

static void
classify(struct facts_text *t)
{
	size_t light = 0, sure = 0;

	t->cased = t->upper > 0 && t->upper * 2 < t->lower;
	for (size_t i = 0; i < t->n; i++) {
		struct facts_word *w = &t->w[i];

		w->class = words_find_lower(&words_facts, w->s);
		sure += w->class == LIGHT || w->class == THAT;
		if (w->class == LIGHT_HERE)
			w->class = LIGHT;
		light += w->class == LIGHT;
		w->number = is_figure(t, i);
		w->name = t->cased && w->class < 0
		    && chars_is(utf8_at(w->s, 0), CHAR_UPPER);
	}
	t->known = light * WORDS_A_LIGHT >= t->n && (sure > 0 || is_english(t));
}

static uint64_t
hash_lower(struct facts_text *t, struct str s)
{
	uint64_t h = s.n;

	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s, &i);

		t->upper += chars_is(c, CHAR_UPPER);
		t->lower += chars_is(c, CHAR_LOWER);
		h = hash_mix(h ^ chars_lower(c), 0x9e3779b97f4a7c15);
	}
	return h;
}

static void
read_words(struct facts_text *t, struct str s)
{
	t->n = t->upper = t->lower = 0;
	t->some = false;
	for (size_t i = 0; i < s.n;) {
		const char *end = memchr(s.p + i, ' ', s.n - i);
		size_t n = end != NULL ? (size_t)(end - s.p) - i : s.n - i;
		struct str w = str_cut(s, i, i + n);

		i += n + 1;
		if (n == 0)
			continue;
		if (t->n == FACTS_WORDS)
			return;
		t->w[t->n++] = (struct facts_word){ .s = w,
		    .hash = hash_lower(t, w) };
	}
	t->some = t->n >= SHORTEST;
}

void
facts_read(struct facts_text *t, struct str s)
{
	read_words(t, s);
	if (t->some)
		classify(t);
}

/* ---- which words stand against which ---- */

/* Equal words at both ends, marked; what is between them remains. */
static size_t
match_ends(struct facts_text *a, struct facts_text *b, size_t *na, size_t *nb)
{
	size_t start = 0;

	*na = a->n;
	*nb = b->n;
	while (start < *na && start < *nb
	    && a->w[start].hash == b->w[start].hash) {
		a->w[start].matched = b->w[start].matched = true;
		start++;
	}
	while (*na > start && *nb > start
	    && a->w[*na - 1].hash == b->w[*nb - 1].hash)
		a->w[--*na].matched = b->w[--*nb].matched = true;
	return start;
}

/* The longest common sequence of words, marked on both sides. */
static void
align(struct facts_text *a, struct facts_text *b)
{
	static const size_t side = FACTS_WORDS + 1;
	unsigned char best[(FACTS_WORDS + 1) * (FACTS_WORDS + 1)];
	size_t na, nb, start = match_ends(a, b, &na, &nb);

	for (size_t i = na + 1; i-- > start;)
		for (size_t k = nb + 1; k-- > start;) {
			unsigned char *at = &best[i * side + k];

			if (i == na || k == nb)
				*at = 0;
			else if (a->w[i].hash == b->w[k].hash)
				*at = (unsigned char)(at[side + 1] + 1);
			else
				*at = at[side] > at[1] ? at[side] : at[1];
		}
	for (size_t i = start, k = start; i < na && k < nb;) {
		const unsigned char *at = &best[i * side + k];

		if (a->w[i].hash == b->w[k].hash)
			a->w[i++].matched = b->w[k++].matched = true;
		else if (at[side] >= at[1])
			i++;
		else
			k++;
	}
}

/* Words from start to end of the one stand against such of the other. */
struct gap {
	const struct facts_text *a, *b;
	size_t a0, a1, b0, b1;
};

static bool
next_gap(struct gap *g)
{
	do {
		g->a0 = g->a1;
		g->b0 = g->b1;
		while (g->a1 < g->a->n && !g->a->w[g->a1].matched)
			g->a1++;
		while (g->b1 < g->b->n && !g->b->w[g->b1].matched)
			g->b1++;
		if (g->a0 == g->a1 && g->b0 == g->b1) {
			if (g->a1 == g->a->n)
				return false;
			g->a1++;
			g->b1++;
		} else {
			return true;
		}
	} while (true);
}

/* ---- misread letters ---- */

static char
skeleton(char c)
{
	switch (byte_lower(c)) {
	case '0': case 'c': case 'e':
		return 'o';
	case '1': case 'i': case 't': case 'f': case 'j':
		return 'l';
	case '5':
		return 's';
	case 'u':
		return 'n';
	case 'b':
		return 'h';
	case 'q': case '9':
		return 'g';
	case 'v':
		return 'y';
	default:
		return byte_lower(c);
	}
}

static bool
put_skeleton(char *to, size_t *n, size_t cap, struct str w)
{
	bool digits = true;

	for (size_t i = 0; i < w.n; i++) {
		digits &= byte_is_digit(w.p[i]) || w.p[i] == '.';
		if (*n + 1 >= cap)
			return false;
		/* "rn" looks like "m". */
		if (*n > 0 && to[*n - 1] == 'r' && w.p[i] == 'n')
			to[*n - 1] = 'm';
		else
			to[(*n)++] = skeleton(w.p[i]);
	}
	return !digits;
}

/* An inflected form, or a word that has not to be known as it stands. */
static bool
is_form(struct str w, struct str end)
{
	struct str stem;

	if (w.n < end.n + 2 || !chars_eq_nocase(str_cut(w, w.n - end.n, w.n), end))
		return false;
	stem = str_cut(w, 0, w.n - end.n);
	return words_find_lower(&words_common, stem) >= 0;
}

static bool
is_known(const struct facts_word *w)
{
	return w->class >= 0 || is_form(w->s, STR(""))
	    || is_form(w->s, STR("s")) || is_form(w->s, STR("d"))
	    || is_form(w->s, STR("ed")) || is_form(w->s, STR("ing"))
	    || words_find_lower(&words_first_names, w->s) >= 0
	    || words_find(&words_names, w->s) >= 0;
}

static bool
has_digit(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (byte_is_digit(w.p[i]))
			return true;
	return false;
}

/*
 * "Bell" and "Hell" are two words, "Bell" and "Be1l" may be one. In a language
 * that is not known any two may be words ("laufen" and "taufen").
 */
static bool
are_two_words(const struct gap *g)
{
	const struct facts_word *a = &g->a->w[g->a0], *b = &g->b->w[g->b0];

	if (g->a1 - g->a0 != 1 || g->b1 - g->b0 != 1)
		return false;
	if ((!g->a->known || !g->b->known)
	    && !has_digit(a->s) && !has_digit(b->s))
		return true;
	return (is_known(a) && is_known(b)) || (a->name && b->name
	    && chars_lower(utf8_at(a->s, 0)) != chars_lower(utf8_at(b->s, 0)));
}

static size_t
bytes(const struct facts_text *t, size_t start, size_t end)
{
	size_t n = 0;

	while (start < end)
		n += t->w[start++].s.n;
	return n;
}

/* The same letters, misread or parted in other places? Figures must be equal. */
static bool
is_misread(const struct gap *g)
{
	char a[80], b[80];
	size_t na = bytes(g->a, g->a0, g->a1), nb = bytes(g->b, g->b0, g->b1);

	/* A skeleton has at least half of the letters. */
	if (na > 2 * nb || nb > 2 * na)
		return false;
	na = nb = 0;
	for (size_t i = g->a0; i < g->a1; i++)
		if (!put_skeleton(a, &na, sizeof a, g->a->w[i].s))
			return false;
	for (size_t i = g->b0; i < g->b1; i++)
		if (!put_skeleton(b, &nb, sizeof b, g->b->w[i].s))
			return false;
	return na == nb && na > 0 && memcmp(a, b, na) == 0
	    && !are_two_words(g);
}

static bool
is_marked(const struct gap *g)
{
	return g->a0 < g->a1 && g->a->w[g->a0].misread;
}

/* ---- judging ---- */

static bool
has_hash(const struct facts_text *t, uint64_t hash)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->w[i].hash == hash)
			return true;
	return false;
}

static bool
is_number_at(const struct facts_text *t, size_t i)
{
	return i < t->n && t->w[i].number;
}

/* May the word come or go at all? *weight: does it count as a change? */
static bool
is_free(const struct facts_text *t, size_t i, unsigned *weight)
{
	const struct facts_word *w = &t->w[i];

	/* In a language that is not known it may be anything. */
	if (!t->known)
		return false;
	if (w->class == LIGHT)
		return true;
	if (w->number || w->name || w->class > 0 || !t->cased)
		return false;
	/* "profit 32 cts": what a figure is of. */
	if (is_number_at(t, i + 1) || (i > 0 && is_number_at(t, i - 1)))
		return false;
	++*weight;
	return true;
}

static bool
all_free(const struct facts_text *t, size_t start, size_t end, unsigned *weight)
{
	for (size_t i = start; i < end; i++)
		if (!is_free(t, i, weight))
			return false;
	return true;
}

/* One sentence with words put in or left out. */
static bool
is_edited(const struct facts_text *a, const struct facts_text *b, unsigned words_a_change)
{
	struct gap g = { .a = a, .b = b };
	unsigned weight = 0;
	size_t few = a->n < b->n ? a->n : b->n;

	while (next_gap(&g))
		if (is_marked(&g))
			continue;
		else if ((g.a0 < g.a1 && g.b0 < g.b1)
		    || !all_free(a, g.a0, g.a1, &weight)
		    || !all_free(b, g.b0, g.b1, &weight))
			return false;
	return weight * words_a_change <= few;
}

/* A name that the other one has nowhere. */
static bool
has_own_name(const struct facts_text *t, size_t start, size_t end,
    const struct facts_text *other)
{
	for (size_t i = start; i < end; i++)
		if (t->w[i].name && !has_hash(other, t->w[i].hash))
			return true;
	return false;
}

static size_t
heavy(const struct facts_text *t, size_t start, size_t end)
{
	size_t n = 0;

	for (size_t i = start; i < end; i++)
		n += t->w[i].class != LIGHT;
	return n;
}

/* Figures, denials and opposites: all of them matched, in order. */
static bool
keeps_facts(const struct facts_text *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (!t->w[i].matched && !t->w[i].misread && (t->w[i].number
		    || t->w[i].class == DENIAL || t->w[i].class >= OPPOSITES))
			return false;
	return true;
}

/* Word for word, a name in the place of another one. */
static bool
names_differ(const struct gap *g)
{
	if (g->a1 - g->a0 != g->b1 - g->b0)
		return false;
	for (size_t i = 0; i < g->a1 - g->a0; i++)
		if (g->a->w[g->a0 + i].name && g->b->w[g->b0 + i].name)
			return true;
	return false;
}

/* Names or single words that stand against each other are two facts. */
static bool
conflicts(const struct gap *g)
{
	size_t a = heavy(g->a, g->a0, g->a1), b = heavy(g->b, g->b0, g->b1);

	if (a == 0 || b == 0)
		return false;
	if (has_own_name(g->a, g->a0, g->a1, g->b)
	    && has_own_name(g->b, g->b0, g->b1, g->a))
		return true;
	return (a == 1 && b == 1) || names_differ(g);
}

static size_t
shared_names(const struct facts_text *t)
{
	size_t n = 0;

	for (size_t i = 1; i < t->n; i++)
		n += t->w[i].name && t->w[i].matched;
	return n;
}

/* Another wording of a long sentence, round the same figures and names. */
static bool
is_reworded(const struct facts_text *a, const struct facts_text *b, unsigned like)
{
	struct gap g = { .a = a, .b = b };

	if (a->n < REWORDED || b->n < REWORDED || like < LIKE
	    || like > TOO_LIKE || !a->cased || !b->cased
	    || !keeps_facts(a) || !keeps_facts(b) || shared_names(a) < NAMES)
		return false;
	while (next_gap(&g))
		if (!is_marked(&g) && conflicts(&g))
			return false;
	return true;
}

/* Marks words that are the same but for misread letters; how many places. */
static unsigned
mark_misread(struct facts_text *a, struct facts_text *b)
{
	struct gap g = { .a = a, .b = b };
	unsigned n = 0;

	while (next_gap(&g)) {
		if (!is_misread(&g))
			continue;
		n++;
		for (size_t i = g.a0; i < g.a1; i++)
			a->w[i].misread = true;
		for (size_t i = g.b0; i < g.b1; i++)
			b->w[i].misread = true;
	}
	return n;
}

static size_t
count_matched(const struct facts_text *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		n += t->w[i].matched || t->w[i].misread;
	return n;
}

unsigned
facts_same(struct facts_text *x, struct str other,
    const struct facts_limits *limits)
{
	struct facts_text y;
	size_t matched, misread, few;
	unsigned like;

	read_words(&y, other);
	if (!x->some || !y.some)
		return 0;
	for (size_t i = 0; i < x->n; i++)
		x->w[i].matched = x->w[i].misread = false;
	align(x, &y);
	few = x->n < y.n ? x->n : y.n;
	if (count_matched(x) * AS_THEY_STAND < few)
		return 0;
	classify(&y);
	misread = mark_misread(x, &y);
	matched = count_matched(x) < count_matched(&y) ? count_matched(x)
	    : count_matched(&y);
	like = (unsigned)(matched * 1000 / (x->n + y.n - matched));
	if (misread * 2 <= matched
	    && is_edited(x, &y, limits->words_a_change))
		return like > 0 ? like : 1;
	return limits->reworded && is_reworded(x, &y, like) ? like : 0;
}
