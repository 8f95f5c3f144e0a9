/*
 * Spellings of one name in a document: with a middle name or without, with
 * "Jr." or without, a surname of two words alone. They are one person, shown
 * as named most often, first if as often.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_first_names;

enum { NAMESAKES = 50 };	/* with one last word, looked at */

bool
quotes_is_suffix(struct str t)
{
	static const char *const list[] = { "Jr", "Jr.", "Sr", "Sr.", "II",
	    "III", "IV" };

	return t.n < 4 && str_is_one_of(t, list, sizeof list / sizeof *list);
}

struct parts {
	struct str whole, first, last, suffix;	/* whole without suffix */
	bool middle;
};

static struct parts
parts_of(struct str name)
{
	struct parts p = { .whole = name, .suffix = { "", 0 } };
	size_t from = name.n, to = 0;

	while (from > 0 && name.p[from - 1] != ' ')
		from--;
	if (from > 0 && quotes_is_suffix(str_cut(name, from, name.n))) {
		p.suffix = str_cut(name, from, name.n);
		p.whole = str_cut(name, 0, from - 1);
		for (from--; from > 0 && name.p[from - 1] != ' ';)
			from--;
	}
	while (to < p.whole.n && name.p[to] != ' ')
		to++;
	p.first = str_cut(name, 0, to);
	p.last = str_cut(p.whole, from, p.whole.n);
	p.middle = to + 1 < from;
	return p;
}

/* "Vargas Llosa" of "Mario Vargas Llosa" */
static bool
is_tail(struct str whole, struct str tail)
{
	return whole.n > tail.n && whole.p[whole.n - tail.n - 1] == ' '
	    && chars_eq_nocase(str_cut(whole, whole.n - tail.n, whole.n),
	    tail);
}

/* "Ana M. Lopez" and "Ana Lopez", "Robert Downs Jr." and "Robert Downs" */
static bool
is_same(struct str one, struct str two)
{
	struct parts a = parts_of(one), b = parts_of(two);

	if (a.suffix.n > 0 && b.suffix.n > 0 && !str_eq(a.suffix, b.suffix))
		return false;
	if (is_tail(a.whole, b.whole) || is_tail(b.whole, a.whole))
		return true;
	return chars_eq_nocase(a.first, b.first)
	    && chars_eq_nocase(a.last, b.last) && !(a.middle && b.middle);
}

static bool
is_named(const struct parts *p)
{
	return words_find_lower(&words_first_names, p->first) > 0;
}

/*
 * More frequent, or plainer. Of "Crooked Eva Hill" the tail is the name, of
 * "Mario Vargas Llosa" it is not: its first word is no first name.
 */
static bool
is_better(const struct person *p, const struct person *shown)
{
	struct parts a = parts_of(p->name), b = parts_of(shown->name);
	int by_first = is_named(&a) - is_named(&b);

	if (by_first != 0)
		return by_first > 0;
	return p->count > shown->count || (p->count == shown->count
	    && a.suffix.n < b.suffix.n);
}

void
quotes_count_person(struct quotes *q, uint32_t person)
{
	struct person *p = &q->persons[person];
	struct person *root = &q->persons[quotes_root(q, person)];

	p->count++;
	if (root->shown != person && is_better(p, &q->persons[root->shown]))
		root->shown = person;
}

void
quotes_join_spellings(struct quotes *q, uint32_t person)
{
	struct person *p = &q->persons[person], *root;
	uint32_t i = p->next_last, n = 0;

	while (i > 0 && n++ < NAMESAKES
	    && !is_same(q->persons[i - 1].name, p->name))
		i = q->persons[i - 1].next_last;
	if (i == 0 || n > NAMESAKES)
		return;
	p->same = (uint32_t)quotes_root(q, i - 1) + 1;
	root = &q->persons[p->same - 1];
	if (is_better(p, &q->persons[root->shown]))
		root->shown = person;
	if (root->title.n == 0)
		root->title = p->title;
	if (root->gender == 0)
		root->gender = p->gender;
}
