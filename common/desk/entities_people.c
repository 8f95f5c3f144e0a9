/*
 * Who is who: the full names of a piece make its persons, and a surname, a
 * given name or another order of the words is one of them. Two persons with
 * one surname stay two: the surname then is the one last named.
 */
#include "desk/entities.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_first_names, words_titles, words_family_first,
    words_hungarian;

enum {
	NAME_WORDS = 8,		/* more are no person's name */
	SAME_WORD = 12,		/* persons looked at who share a word */
	LISTED = 1000,		/* confidence of the user's own names */
	UNSURE = 900,		/* confidence below which "Church" may be a man */
	HUNGARIAN_FAMILY = 1, HUNGARIAN_GIVEN = 2	/* of hungarian.words */
};

struct person {
	struct str name;	/* the normal form */
	struct str words[NAME_WORDS];
	size_t nwords;
	uint32_t next_last, next_other;	/* who shares a word; plus one */
	unsigned by_last, by_first;	/* how often called by that word alone */
	unsigned gender;	/* 1 he, 2 she, 0 or 3 not known */
};

struct people {
	struct person *list;
	size_t n, cap;
	struct map last, other;	/* word -> person plus one */
	struct map now;		/* word -> person last named by it, plus one */
	uint32_t *of;		/* by entity: person plus one, 0: none */
	size_t of_cap;
};

static bool
is_suffix(struct str w)
{
	return str_eq(w, STR("Jr.")) || str_eq(w, STR("Jr"))
	    || str_eq(w, STR("Sr.")) || str_eq(w, STR("Sr"))
	    || str_eq(w, STR("II")) || str_eq(w, STR("III"))
	    || str_eq(w, STR("IV"));
}

static size_t
cut_words(struct str name, struct str *w)
{
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= name.n; i++) {
		if (i < name.n && name.p[i] != ' ')
			continue;
		if (i > from && n < NAME_WORDS)
			w[n++] = str_cut(name, from, i);
		from = i + 1;
	}
	while (n > 1 && is_suffix(w[n - 1]))
		n--;
	return n;
}

static struct str
last_word(const struct person *p)
{
	return p->words[p->nwords - 1];
}

static unsigned
gender_of(struct str given)
{
	int g = words_find_lower(&words_first_names, given);

	if (g < 0)
		g = words_find(&words_hungarian, given) / HUNGARIAN_GIVEN;
	return g > 0 ? (unsigned)g : 0;
}

static unsigned
gender_of_title(struct str title)
{
	int g = words_find_lower(&words_titles, title);

	if (g < 0 && title.n > 1 && title.p[title.n - 1] == '.')
		g = words_find_lower(&words_titles,
		    str_cut(title, 0, title.n - 1));
	return g > 0 ? (unsigned)g : 0;
}

/* "J." and "J" may stand for "John". */
static bool
agrees(struct str a, struct str b)
{
	if (chars_eq_nocase(a, b))
		return true;
	if (a.n > b.n)
		return agrees(b, a);
	return a.n > 0 && a.n <= 2 && byte_is_upper(a.p[0])
	    && (a.n == 1 || a.p[1] == '.') && a.p[0] == b.p[0];
}

/* The words of the shorter stand in the longer, in order, to its end. */
static bool
lies_in(const struct str *s, size_t ns, const struct str *l, size_t nl)
{
	size_t i = ns, j = nl;

	if (ns > nl || !chars_eq_nocase(s[ns - 1], l[nl - 1]))
		return false;
	while (i > 0 && j > 0) {
		if (agrees(s[i - 1], l[j - 1]))
			i--;
		j--;
	}
	return i == 0;
}

static bool
is_reversed(const struct person *a, const struct str *w, size_t n)
{
	return n == 2 && a->nwords == 2 && chars_eq_nocase(a->words[0], w[1])
	    && chars_eq_nocase(a->words[1], w[0]);
}

static bool
is_same(const struct person *p, const struct str *w, size_t n)
{
	return lies_in(w, n, p->words, p->nwords)
	    || lies_in(p->words, p->nwords, w, n) || is_reversed(p, w, n);
}

static void
link_words(struct people *all, size_t k)
{
	struct person *p = &all->list[k];
	uint32_t *at = map_put(&all->last, last_word(p), NULL);

	p->next_last = *at;
	*at = (uint32_t)k + 1;
	at = map_put(&all->other, p->words[0], NULL);
	p->next_other = *at;
	*at = (uint32_t)k + 1;
	for (size_t i = 1; i + 1 < p->nwords; i++) {
		bool added;

		/* "García" of "Gabriel García Márquez"; initials tell none. */
		at = p->words[i].n > 3 ? map_put(&all->other, p->words[i],
		    &added) : NULL;
		if (at != NULL && added)
			*at = (uint32_t)k + 1;
	}
}

/* The person of a full name: one that is known, or a new one. */
static size_t
find_person(struct people *all, struct str name)
{
	struct str w[NAME_WORDS];
	size_t n = cut_words(name, w);
	const uint32_t *at = map_get(&all->last, w[n - 1]);
	uint32_t k = at != NULL ? *at : 0;
	struct person *p;

	for (int i = 0; k > 0 && i < SAME_WORD; i++) {
		p = &all->list[k - 1];
		if (is_same(p, w, n)) {
			if (n > p->nwords && lies_in(p->words, p->nwords, w, n)
			    && p->nwords > 0 && !agrees(p->words[0], w[0])) {
				memcpy(p->words, w, n * sizeof *w);
				p->nwords = n;
				p->name = name;
			}
			return k - 1;
		}
		k = p->next_last;
	}
	at = map_get(&all->last, w[0]);		/* the other order */
	k = at != NULL ? *at : 0;
	for (int i = 0; k > 0 && i < SAME_WORD; i++) {
		p = &all->list[k - 1];
		if (is_reversed(p, w, n))
			return k - 1;
		k = p->next_last;
	}
	all->list = xgrow(all->list, &all->cap, all->n + 1, sizeof *all->list);
	p = &all->list[all->n];
	*p = (struct person){ .name = name, .nwords = n,
	    .gender = gender_of(w[0]) };
	memcpy(p->words, w, n * sizeof *w);
	link_words(all, all->n);
	return all->n++;
}

static bool
is_single(struct str s)
{
	return memchr(s.p, ' ', s.n) == NULL;
}

static struct str
turned(struct entities *e, struct str first, struct str last)
{
	e->scratch.n = 0;
	buf_put(&e->scratch, first);
	buf_char(&e->scratch, ' ');
	buf_put(&e->scratch, last);
	return arena_copy(&e->arena, buf_str(&e->scratch));
}

/* "Nagy István", as he is called at home, is "István Nagy" in English. */
static struct str
english_order(struct entities *e, struct str name)
{
	struct str w[NAME_WORDS];

	if (cut_words(name, w) != 2
	    || words_find(&words_hungarian, w[0]) != HUNGARIAN_FAMILY
	    || words_find(&words_hungarian, w[1]) < HUNGARIAN_GIVEN)
		return name;
	return turned(e, w[1], w[0]);
}

static void
find_full_names(struct entities *e, struct people *all)
{
	all->of = xgrow(all->of, &all->of_cap, e->n + 1, sizeof *all->of);
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];

		all->of[i] = 0;
		if (x->type != ENTITY_PERSON || is_single(x->name))
			continue;
		if (x->confidence < LISTED)
			x->name = english_order(e, x->name);
		all->of[i] = (uint32_t)find_person(all, x->name) + 1;
		if (x->confidence == LISTED)
			all->list[all->of[i] - 1].name = x->name;
	}
}

static bool
suits(const struct person *p, unsigned gender)
{
	return gender == 0 || gender == 3 || p->gender == 0 || p->gender == 3
	    || p->gender == gender;
}

/* The last one who is surely he or she, else may be; plus one. */
static uint32_t
bearer(const struct people *all, struct str word, unsigned gender)
{
	const uint32_t *at = map_get(&all->last, word);
	uint32_t k = at != NULL ? *at : 0, sure = 0, best = 0;

	for (int i = 0; k > 0 && i < SAME_WORD; i++) {
		const struct person *p = &all->list[k - 1];

		if (gender > 0 && gender < 3 && p->gender == gender)
			sure = k;
		if (suits(p, gender))
			best = k;
		k = p->next_last;
	}
	return sure > 0 ? sure : best;
}

/* The person meant by one word: last named so, else the first there is. */
static uint32_t
person_called(struct people *all, struct str word, unsigned gender)
{
	const uint32_t *at = map_get(&all->now, word);
	bool told = gender == 1 || gender == 2;
	uint32_t best;

	if (at != NULL && suits(&all->list[*at - 1], gender)
	    && (!told || all->list[*at - 1].gender == gender))
		return *at;
	best = bearer(all, word, gender);
	if (best > 0)
		return best;
	at = map_get(&all->other, word);
	return at != NULL && suits(&all->list[*at - 1], gender) ? *at : 0;
}

static void
name_now(struct people *all, uint32_t k)
{
	*map_put(&all->now, last_word(&all->list[k - 1]), NULL) = k;
	*map_put(&all->now, all->list[k - 1].words[0], NULL) = k;
}

/* A place or a house may bear a person's name: only unsure ones are taken. */
static bool
may_be_person(const struct people *all, const struct entity *x)
{
	if (x->type == ENTITY_PERSON)
		return true;
	return (x->type == ENTITY_ORG || x->type == ENTITY_GPE
	    || x->type == ENTITY_LOC) && x->confidence < UNSURE
	    && map_get(&all->last, x->name) != NULL;
}

/* "Joe" may be both; "Mr. Biden", once it was he, says that he is a man. */
static void
learn_gender(struct person *p, unsigned told)
{
	if ((told == 1 || told == 2) && (p->gender == 0 || p->gender == 3))
		p->gender = told;
}

static void
find_short_names(struct entities *e, struct people *all)
{
	for (size_t i = 0; i < e->n; i++) {
		struct entity *x = &e->found[i];
		struct person *p;

		if (all->of[i] > 0) {
			name_now(all, all->of[i]);
			continue;
		}
		if (x->confidence == LISTED || !is_single(x->name)
		    || !may_be_person(all, x))
			continue;
		all->of[i] = person_called(all, x->name,
		    gender_of_title(x->title));
		if (all->of[i] == 0)
			continue;
		p = &all->list[all->of[i] - 1];
		learn_gender(p, gender_of_title(x->title));
		if (chars_eq_nocase(x->name, last_word(p)))
			p->by_last++;
		else if (chars_eq_nocase(x->name, p->words[0]))
			p->by_first++;
		x->type = ENTITY_PERSON;
		*map_put(&all->now, x->name, NULL) = all->of[i];
	}
}

/* ---- which word is the family's ---- */

/* "Fumio", "Shinzo": every consonant has its vowel. */
static bool
is_japanese(struct str w)
{
	bool vowel = true;

	for (size_t i = 0; i < w.n; i++) {
		char c = byte_lower(w.p[i]);
		bool v = memchr("aeiou", c, 5) != NULL;

		if (!byte_is_letter(c) || memchr("lqvx", c, 4) != NULL)
			return false;
		if (!v && !vowel && w.p[i - 1] != 'n' && c != 'y' && c != 'h'
		    && !(c == 's' && w.p[i - 1] == 't'))
			return false;
		vowel = v;
	}
	return vowel || (w.n > 2 && w.p[w.n - 1] == 'n');
}

/*
 * "Kishida Fumio ... Kishida": called by the first word, which is no given
 * name, and of a people that puts the family's name last in English.
 */
static bool
is_family_first(const struct person *p)
{
	struct str a = p->words[0], b = p->words[1];

	if (p->nwords != 2 || p->by_first == 0 || p->by_last > 0
	    || gender_of(a) > 0 || words_find(&words_family_first, a) >= 0)
		return false;
	return gender_of(b) > 0 || (is_japanese(a) && is_japanese(b));
}

/* Both orders stand in the piece: the first one found may be the wrong one. */
static bool
is_wrong_order(const struct person *p)
{
	return p->by_first > p->by_last && gender_of(p->words[0]) == 0
	    && words_find(&words_family_first, p->words[0]) < 0;
}

static void
set_order(struct entities *e, struct people *all)
{
	for (size_t k = 0; k < all->n; k++) {
		struct person *p = &all->list[k];

		if (p->nwords != 2 || (!is_family_first(p)
		    && !(is_wrong_order(p) && p->gender == 3)))
			continue;
		p->name = turned(e, p->words[1], p->words[0]);
	}
}

void
entities_people(struct entities *e)
{
	struct people all = { .n = 0 };

	find_full_names(e, &all);
	find_short_names(e, &all);
	set_order(e, &all);
	for (size_t i = 0; i < e->n; i++)
		if (all.of[i] > 0 && e->found[i].confidence < LISTED)
			e->found[i].name = all.list[all.of[i] - 1].name;
	free(all.list);
	free(all.of);
	map_free(&all.last);
	map_free(&all.other);
	map_free(&all.now);
}
