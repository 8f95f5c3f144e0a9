/*
 * Datelines: "HANOI (Kyodo) --", "NAIROBI, Kenya -", "Hanoi, May 1 (Jiji
 * Press) -". What a paragraph begins with, up to a dash, is a place and an
 * agency, whatever capitals make the tagger think. And bylines: a shouted name
 * alone on a line.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_common, words_heads, words_names, words_titles;

enum {
	PLACE_WORDS = 4, DATELINE_WORDS = 14, NAME_WORDS = 3, LONGEST = 24,
	SURE = 100		/* above this the tagger knows better who shouts */
};

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return str_eq(entities_token(e, i), str_of(z));
}

static bool
is_dash(const struct entities *e, size_t i)
{
	return is(e, i, "--") || is(e, i, "\xe2\x80\x93")
	    || is(e, i, "\xe2\x80\x94") || (is(e, i, "-")
	    && (e->tokens[i].space || is(e, i - 1, ")")));
}

static bool
is_shouted(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (byte_is_lower(s.p[i]))
			return false;
	return s.n > 2;
}

/* Up to the dash only names, figures and marks; 0: no dateline. */
static size_t
dash_after(const struct entities *e, size_t i, bool *agency)
{
	for (size_t k = i; k < i + DATELINE_WORDS && k < e->ntokens; k++) {
		struct str s = entities_token(e, k);

		if (is_dash(e, k))
			return k;
		if (e->ner.words[k].breaks && k > i)
			return 0;
		*agency |= s.p[0] == '(';
		if (!e->tokens[k].upper && !byte_is_digit(s.p[0])
		    && memchr(",().:/", s.p[0], 6) == NULL)
			return 0;
	}
	return 0;
}

/* ASCII letters alone, in small ones; n 0: others, or too many. */
static struct str
lowered(struct str s, char low[LONGEST])
{
	if (s.n > LONGEST)
		return (struct str){ low, 0 };
	for (size_t i = 0; i < s.n; i++) {
		if (!byte_is_letter(s.p[i]))
			return (struct str){ low, 0 };
		low[i] = byte_lower(s.p[i]);
	}
	return (struct str){ low, s.n };
}

/* What a story is about: "SOCCER - Peru win", "FILE - A sign hangs". */
static bool
is_subject(struct str s)
{
	static const char *const sports[] = { "basketball", "boxing",
	    "cycling", "gymnastics", "hockey", "judo", "rowing", "rugby",
	    "skiing", "soccer", "swimming", "volleyball", "wrestling" };
	char buf[LONGEST];
	struct str low = lowered(s, buf);
	int list;

	if (low.n == 0 || chars_is_one_of(low, sports,
	    sizeof sports / sizeof *sports))
		return low.n > 0;
	if (words_find(&words_common, low) < 0)
		return false;
	buf[0] = s.p[0];
	list = words_find(&words_names, low);	/* Nice, Reading, Cork */
	return list < 0 || !(list & (LIST_CITY | LIST_TOWN | LIST_STATE));
}

static void
dateline_at(struct entities *e, size_t i)
{
	bool agency = false, shouted = true;
	size_t end = i, dash;

	while (end < i + PLACE_WORDS && end < e->ntokens
	    && e->tokens[end].upper && (end == i || e->tokens[end].space))
		shouted &= is_shouted(entities_token(e, end++));
	if (end == i || !(dash = dash_after(e, end, &agency))
	    || !(shouted || agency))
		return;
	if (end == i + 1 && dash == end && is_subject(entities_token(e, i))) {
		e->labels[i] = NER_O;
		return;
	}
	entities_label(e, i, end, NER_LOC, 0);
	for (size_t k = end; k < dash; k++) {
		size_t first = k + 1;

		if (!is(e, k, "("))
			continue;
		while (++k < dash && e->tokens[k].upper)
			;
		if (k > first && is(e, k, ")"))
			entities_label(e, first, k, NER_ORG, 0);
	}
}

/* No word of the language, no place and no body: so a person's, of all. */
static bool
may_be_persons(struct str s)
{
	char buf[LONGEST];
	struct str low;
	int list;

	if (!is_shouted(s))
		return false;
	low = lowered(s, buf);
	if (low.n == 0 || words_find(&words_common, low) >= 0
	    || words_find(&words_heads, low) >= 0
	    || words_find(&words_titles, low) >= 0)
		return false;
	buf[0] = s.p[0];
	list = words_find(&words_names, low);
	return list < 0 || !(list & ~(LIST_SURNAME | LIST_RARE | LIST_BEGINS));
}

/* "MARIA SALVATIERRA" alone on a line wrote what follows. */
static void
byline_at(struct entities *e, size_t i)
{
	size_t end = i;

	while (end < e->ntokens && end < i + NAME_WORDS
	    && (end == i || !e->ner.words[end].breaks)
	    && may_be_persons(entities_token(e, end)))
		end++;
	if (end < i + 2 || (e->labels[i] != NER_O && e->margins[i] > SURE)
	    || (end < e->ntokens && !e->ner.words[end].breaks))
		return;
	entities_label(e, i, end, NER_PER, 0);
}

/* Every capital that begins a line begins a run. */
void
entities_datelines(struct entities *e)
{
	const struct ner_run *runs = e->ner.runs;

	for (size_t r = 0; r < e->ner.nruns; r++)
		if (e->ner.words[runs[r].from].breaks) {
			dateline_at(e, runs[r].from);
			byline_at(e, runs[r].from);
		}
}
