/*
 * Names in text that is not English. The tagger knows English alone: elsewhere
 * it takes a sentence's first word and, in German, every noun for a name. Its
 * labels stay where a list, capitals or a full name in the piece bear them out.
 * Of letters that are not Latin it knows nothing: full names alone stay, and
 * what they bear out.
 */
#include "desk/entities.h"

#include <string.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_names, words_no_persons_el;

/* Towns are too many: among them are Mut, Ende and Grad. */
enum { ANY_NAME = 1, LAST_NAME = 2 };	/* of a full name in the piece */
enum { STEM = 6 };			/* bytes of the shortest listed */
enum { MARGIN = 40 };			/* how sure a label put here is */
enum { PLACES = LIST_COUNTRY | LIST_STATE | LIST_CITY | LIST_REGION };

static const struct ner_type *
type_at(const struct entities *e, size_t i)
{
	return &e->ner.types[e->ner.words[i].type];
}

static unsigned
kind_at(const struct entities *e, size_t i)
{
	return (e->labels[i] + 1u) / 2;
}

static unsigned
list_of(const struct entities *e, size_t from, size_t end)
{
	int list = words_find(&words_names, str_cut(e->text,
	    e->tokens[from].start, e->tokens[end - 1].end));

	return list > 0 ? (unsigned)list : 0;
}

/* Greek, Cyrillic and what comes after; marks of three bytes begin with e2. */
static bool
is_other_script(const struct entities *e, size_t i)
{
	unsigned char c = (unsigned char)e->text.p[e->tokens[i].start];

	return c >= 0xcd && c != 0xe2;
}

/* "Ministry" or "Greek", in Greek: its head is listed, as words have endings. */
static bool
is_no_persons(const struct entities *e, size_t i)
{
	struct str s = entities_token(e, i);

	if (s.p[0] != '\xce')	/* the capitals */
		return false;
	for (size_t n = 0; n < s.n;) {
		utf8_next(s, &n);
		if (n >= STEM && words_find(&words_no_persons_el,
		    str_cut(s, 0, n)) >= 0)
			return true;
	}
	return false;
}

static bool
is_english(const struct entities *e)
{
	return e->language == LANGUAGE_UNKNOWN || e->language == LANGUAGE_EN;
}

bool
entities_is_foreign(const struct entities *e, size_t i)
{
	return !is_english(e) || is_other_script(e, i);
}

/* "Le" of "Le pont", "selon" of "selon Javier López", but "El Salvador". */
static bool
is_no_head(const struct entities *e, size_t i, size_t end)
{
	if (!e->tokens[i].upper || is_no_persons(e, i))
		return true;
	return e->ner.words[i].first && list_of(e, i, end) == 0
	    && language_begins(e->language, entities_token(e, i));
}

/* In German, "Namen" of "Namen Aykut Anhan". */
static bool
is_noun(const struct entities *e, size_t i, size_t end)
{
	if (e->language != LANGUAGE_DE || kind_at(e, i) != NER_PER
	    || type_at(e, i)->list & LIST_GIVEN)
		return false;
	for (size_t k = i + 1; k + 1 < end; k++)
		if (type_at(e, k)->list & LIST_GIVEN)
			return true;
	return false;
}

/* "y" of "Gómez y Pescio", "am" of "Scholz am Sonntag", but "von" may be in it. */
static bool
parts(const struct entities *e, size_t i)
{
	static const char *const inside[] = { "de", "del", "da", "do", "dos",
	    "di", "du", "della", "von", "van", "la", "le", "der", "den",
	    "des" };
	struct str s = entities_token(e, i);
	size_t n = sizeof inside / sizeof *inside;

	if (e->tokens[i].upper || !language_begins(e->language, s))
		return false;
	while (n > 0 && !str_eq(s, str_of(inside[n - 1])))
		n--;
	return n == 0 || (e->language == LANGUAGE_DE && s.p[0] == 'd')
	    || i + 1 >= e->ntokens || (!e->tokens[i + 1].upper
	    && language_begins(e->language, entities_token(e, i + 1))
	    && e->language == LANGUAGE_DE);
}

/* Two names, or a name and what follows: the first one's end. */
static size_t
cut_tail(struct entities *e, size_t from, size_t end)
{
	uint8_t begins = e->labels[from];

	if (begins != NER_B_PER && begins != NER_B_LOC)
		return end;
	for (size_t i = from + 1; i < end; i++)
		if (parts(e, i)) {
			e->labels[i] = NER_O;
			if (i + 1 < end)
				e->labels[i + 1] = begins;
			return i;
		}
	return end;
}

/* What stands before the name goes off; where it begins now, or end. */
static size_t
cut_head(struct entities *e, size_t from, size_t end)
{
	uint8_t begins = e->labels[from];

	while (from < end && (is_no_head(e, from, end)
	    || is_noun(e, from, end))) {
		e->labels[from++] = NER_O;
		if (from < end)
			e->labels[from] = begins;
	}
	return from;
}

/* Two to four words with capitals, the first not at a sentence's head. */
static bool
is_full_name(const struct entities *e, size_t from, size_t end)
{
	enum { ARTICLE = 4, MOST = 4 };		/* bytes, words */

	if (end > from + MOST || e->ner.words[from].first
	    || entities_token(e, from).n <= ARTICLE)
		return false;
	for (size_t i = from; i < end; i++)
		if (!e->tokens[i].upper || !is_other_script(e, i)
		    || chars_is(utf8_at(entities_token(e, i), 0), CHAR_CJK)
		    || type_at(e, i)->flags & NER_CAPS || is_no_persons(e, i))
			return false;
	return true;
}

/* A person of two words or more: each of them is a name by itself, too. */
static void
note(struct entities *e, size_t from, size_t end)
{
	if (kind_at(e, from) != NER_PER || end < from + 2
	    || (is_other_script(e, from) && !is_full_name(e, from, end))
	    || (e->language == LANGUAGE_DE
	    && !(type_at(e, from)->list & LIST_GIVEN)))
		return;
	for (size_t i = from; i < end; i++)
		if (e->tokens[i].upper)
			e->foreign[e->ner.words[i].type] |= i + 1 < end
			    ? ANY_NAME : ANY_NAME | LAST_NAME;
}

/* "Holzer" again, where the tagger saw none; */
static bool
is_last_name(const struct entities *e, size_t i)
{
	return e->labels[i] == NER_O && e->tokens[i].upper && entities_is_foreign(e, i)
	    && e->foreign[e->ner.words[i].type] & LAST_NAME;
}

static bool
has_capitals(const struct entities *e, size_t from, size_t end)
{
	while (from < end && !(type_at(e, from)->flags & NER_CAPS))
		from++;
	return from < end;
}

/* Is it in a list, known as what it was taken for? */
static bool
is_listed(const struct entities *e, size_t from, size_t end)
{
	unsigned list = list_of(e, from, end);

	switch (kind_at(e, from)) {
	case NER_PER:
		return end > from + 1 && type_at(e, from)->list & LIST_GIVEN;
	case NER_LOC:
		return (list & PLACES) != 0;
	case NER_ORG:
		return (list & LIST_ORG) != 0 || has_capitals(e, from, end);
	case NER_NORP:
		return (list & LIST_PEOPLE) != 0;
	}
	return false;
}

static bool
is_borne_out(const struct entities *e, size_t from, size_t end)
{
	if (kind_at(e, from) == NER_PER
	    && e->foreign[e->ner.words[from].type])
		return true;
	if (is_listed(e, from, end))
		return true;
	if (e->language == LANGUAGE_TR && kind_at(e, from) == NER_PER
	    && end == from + 1)
		return false;	/* a town or a club as often as not */
	return e->language != LANGUAGE_DE && !is_other_script(e, from)
	    && kind_at(e, from) != NER_NORP && (end > from + 1
	    || !e->ner.words[from].first);
}

static void
cut_all(struct entities *e)
{
	size_t end, from;

	for (size_t i = 0; i < e->ntokens; i = end) {
		end = i + 1;
		if (e->labels[i] == NER_O || !entities_is_foreign(e, i))
			continue;
		end = entities_end(e, i);
		from = cut_head(e, i, end);
		end = from < end ? cut_tail(e, from, end) : end;
		if (from < end)
			note(e, from, end);
	}
}

static void
judge_all(struct entities *e)
{
	size_t end;

	for (size_t i = 0; i < e->ntokens; i = end) {
		end = i + 1;
		if (is_last_name(e, i)) {
			e->labels[i] = NER_B_PER;
			e->margins[i] = MARGIN;
		}
		if (e->labels[i] == NER_O || !entities_is_foreign(e, i))
			continue;
		end = entities_end(e, i);
		if (is_borne_out(e, i, end))
			continue;
		memset(e->labels + i, NER_O, end - i);
		end = i + 1;	/* a last name may be in it */
	}
}

static bool
has_other_script(const struct entities *e)
{
	const struct ner_run *runs = e->ner.runs;

	for (size_t r = 0; r < e->ner.nruns; r++)
		for (size_t i = runs[r].from; i < runs[r].to; i++)
			if (e->labels[i] != NER_O && is_other_script(e, i))
				return true;
	return false;
}

void
entities_foreign(struct entities *e)
{
	if (e->ner.ntypes == 0		/* no capital anywhere */
	    || (is_english(e) && !has_other_script(e)))
		return;
	e->foreign = xgrow(e->foreign, &e->foreign_cap, e->ner.ntypes, 1);
	memset(e->foreign, 0, e->ner.ntypes);
	entities_foreign_places(e);
	cut_all(e);
	judge_all(e);
	entities_foreign_places(e);
	entities_foreign_heads(e);
}
