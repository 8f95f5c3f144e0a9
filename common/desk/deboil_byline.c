/*
 * The date and the author that a page shows its readers: "By Tilda Marsh",
 * "Updated 12 June 2023 at 18:05", "May 1, 2022 , Jiji Press". Such lines are
 * dropped from the text; what they say is kept. A line counts more the nearer
 * it stands to the headline and the less else it says.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_byline;

/* The numbers in common/data/byline.words. */
enum { PUBLISHED = 1, CHANGED, BY, NEUTRAL, ELSEWHERE };

/*
 * Set on the pages of the development set whose markup names their date
 * (sh, wx, fe, ft): how often both agree.
 */
enum {
	LONGEST = 240,		/* bytes of a date line */
	PARAGRAPH = 120,	/* bytes: the body begins with one */
	OTHER_WORDS = 14,	/* more and it is a sentence, not a date line */
	NEAR = 12,		/* lines before the body that count as near */
	WORTH = 100, PER_LINE = 5, PER_WORD = 4, TIMED = 12, SAYS_PUBLISHED = 30,
	SAYS_BY = 10, SAYS_CHANGED = -25, SAYS_ELSEWHERE = -80, INSIDE = -50,
	CLOSE = 5, AFTER = -45, FAR_AFTER = -85, FAR_BEFORE = -50, LEAST = 20
};

/* Of a document, in blocks. */
struct place {
	size_t from, to;
	size_t body, end;	/* the first and after the last paragraph */
	size_t *lines;		/* from each to the body, see count_lines() */
};

static struct place
find_body(struct deboil *d, size_t from, size_t to)
{
	struct place p = { from, to, to, from, NULL };

	for (size_t i = from; i < to; i++) {
		if (!d->blocks[i].keep || d->blocks[i].text.n < PARAGRAPH)
			continue;
		if (p.body == to)
			p.body = i;
		p.end = i + 1;
	}
	return p;
}

struct words_of_line {
	int other, published, changed, by, elsewhere;
};

static int
meaning(struct str word)
{
	struct buf low = { 0 };
	int v;

	chars_lower_put(&low, word);
	v = words_find(&words_byline, buf_str(&low));
	buf_free(&low);
	return v;
}

/* The next run of letters at or after *i; false at the end. */
static bool
next_word(struct str s, size_t *i, struct str *word)
{
	while (*i < s.n) {
		size_t start = *i, end = start;

		if (!chars_is(utf8_next(s, i), CHAR_LETTER))
			continue;
		for (end = *i; end < s.n; *i = end)
			if (!chars_is(utf8_next(s, &end),
			    CHAR_LETTER | CHAR_MARK))
				break;
		*word = str_cut(s, start, *i);
		return true;
	}
	return false;
}

static void
count_words(struct str s, struct words_of_line *w)
{
	struct str word;

	for (size_t i = 0; next_word(s, &i, &word);) {
		int v = meaning(word);

		w->published += v == PUBLISHED;
		w->changed += v == CHANGED;
		w->by += v == BY;
		w->elsewhere += v == ELSEWHERE;
		w->other += v < 0;
	}
}

/* How far block i stands from the body, as points off. */
static int
worth_of_place(const struct place *p, size_t i, size_t lines)
{
	if (i >= p->end)
		return i < p->end + CLOSE ? AFTER : FAR_AFTER;
	if (i > p->body)
		return INSIDE;
	return lines > NEAR ? FAR_BEFORE : -PER_LINE * (int)lines;
}

static int
worth_of_line(struct str s, struct span at, const struct moment *m)
{
	struct words_of_line w = { 0, 0, 0, 0, 0 };
	int sum = 0;

	count_words(str_cut(s, 0, at.start), &w);
	sum += w.published > 0 ? SAYS_PUBLISHED : w.changed > 0
	    ? SAYS_CHANGED : 0;
	sum += w.by > 0 ? SAYS_BY : 0;
	count_words(str_cut(s, at.end, s.n), &w);
	if (w.other > OTHER_WORDS)
		return -WORTH;
	if (w.elsewhere > 0 || str_starts(s, STR("\xc2\xa9")))
		sum += SAYS_ELSEWHERE;
	return sum + (m->hour >= 0 ? TIMED : 0) - PER_WORD * w.other;
}

static bool
may_hold_date(struct str s)
{
	size_t digits = 0;

	if (s.n < 6 || s.n > LONGEST)
		return false;
	for (size_t i = 0; i < s.n; i++)
		digits += byte_is_digit(s.p[i]);
	return digits >= 3;
}

/* Is every hundredth word of the text "the"? */
static bool
is_english(const struct deboil *d, const struct place *p)
{
	size_t words = 0, the = 0;
	struct str word;

	for (size_t i = p->from; i < p->to && words < 2000; i++) {
		if (!d->blocks[i].keep)
			continue;
		for (size_t k = 0; next_word(d->blocks[i].text, &k, &word);) {
			words++;
			the += chars_eq_nocase(word, STR("the"));
		}
	}
	return the * 100 >= words;
}

static void
find_order(struct deboil *d, const struct place *p)
{
	struct str lang = d->meta.field[DEBOIL_LANG];
	enum moment_order *order = &d->meta.order;

	for (size_t i = p->from; i < p->to && *order == MOMENT_UNSURE; i++)
		if (may_hold_date(d->blocks[i].text))
			*order = moment_order_of(d->blocks[i].text);
	if (*order != MOMENT_UNSURE)
		return;
	if (str_eq(lang, STR("en-US")))
		*order = MOMENT_MONTH_FIRST;
	else if (lang.n >= 2 ? !str_eq(lang, STR("en")) : !is_english(d, p))
		*order = MOMENT_DAY_FIRST;
}

/* Lines with text between each block before the body and the body. */
static void
count_lines(struct deboil *d, struct place *p)
{
	size_t n = 0;

	p->lines = arena_alloc(&d->arena, p->body - p->from + 1,
	    sizeof *p->lines);
	for (size_t i = p->body; i-- > p->from;) {
		p->lines[i - p->from] = 0;
		if (d->blocks[i].text.n == 0)
			continue;
		p->lines[i - p->from] = n;
		/* The headline itself is no distance. */
		n += !d->blocks[i].keep;
	}
}

static void
find_date(struct deboil *d, const struct place *p)
{
	int best = LEAST;
	struct moment m, found;
	struct buf b = { 0 };

	for (size_t i = p->from; i < p->to; i++) {
		struct str s = d->blocks[i].text;
		struct span at;
		int worth = WORTH + worth_of_place(p, i, i < p->body
		    ? p->lines[i - p->from] : 0);

		if (worth + SAYS_PUBLISHED + TIMED <= best || !may_hold_date(s)
		    || !moment_find(s, d->meta.order, &at, &m))
			continue;
		worth += worth_of_line(s, at, &m);
		if (worth > best) {
			best = worth;
			found = m;
		}
	}
	if (best > LEAST) {
		moment_put(&b, &found);
		deboil_meta_set(d, DEBOIL_DATE, d->html ? DEBOIL_GUESS
		    : DEBOIL_SURE, buf_str(&b));
	}
	buf_free(&b);
}

/* ---- "By NAME" ---- */

enum { NAME_WORDS = 4, NAME_BYTES = 60 };

/* Two to four words with capitals at the start of s, to a comma or the end. */
static struct str
name_at(struct str s)
{
	size_t words = 0, i = 0, end = 0;

	while (i < s.n) {
		size_t start = i, at = i;
		uint32_t c = utf8_next(s, &at);

		if (!chars_is(c, CHAR_UPPER) || ++words > NAME_WORDS)
			break;
		while (at < s.n && (chars_is(c = utf8_at(s, at), CHAR_LETTER
		    | CHAR_MARK) || c == '-' || c == '\'' || c == '.'
		    || c == 0x2019))
			(void)utf8_next(s, &at);
		end = at;
		i = at + (at < s.n && s.p[at] == ' ');
		if (i == at || i == start)
			break;
	}
	if (words < 2 || end > NAME_BYTES || (end < s.n && s.p[end] != ' '
	    && s.p[end] != ',' && s.p[end] != '|'))
		return (struct str){ s.p, 0 };
	return str_cut(s, 0, end);
}

static void
find_author(struct deboil *d, const struct place *p)
{
	for (size_t i = p->from; i < p->body; i++) {
		struct str s = d->blocks[i].text, word, name;
		size_t at = 0;

		if (s.n > LONGEST || p->lines[i - p->from] > NEAR
		    || !next_word(s, &at, &word) || word.p > s.p + 4
		    || meaning(word) != BY)
			continue;
		while (at < s.n && (s.p[at] == ' ' || s.p[at] == ':'))
			at++;
		name = name_at(str_cut(s, at, s.n));
		if (name.n > 0)
			deboil_meta_set(d, DEBOIL_AUTHOR, d->html
			    ? DEBOIL_GUESS : DEBOIL_SURE, name);
	}
}

/* In plain text the headline that is kept before the body is the title. */
static void
find_title(struct deboil *d, const struct place *p)
{
	for (size_t i = p->from; i < p->body; i++)
		if (d->blocks[i].keep) {
			deboil_meta_set(d, DEBOIL_TITLE, DEBOIL_LAST,
			    d->blocks[i].text);
			return;
		}
}

void
deboil_meta_lines(struct deboil *d, size_t from, size_t to)
{
	struct place p = find_body(d, from, to);

	if (p.body == to)
		return;
	count_lines(d, &p);
	find_order(d, &p);
	if (d->meta.rank[DEBOIL_DATE] < DEBOIL_GUESS)
		find_date(d, &p);
	if (d->meta.rank[DEBOIL_AUTHOR] < DEBOIL_GUESS)
		find_author(d, &p);
	if (!d->html)
		find_title(d, &p);
}
