/*
 * Countries, seas and bodies in text that is not English, as they are called
 * there: "la Russie", "Stati Uniti", "w Rosji", "Junta de Andalucía". And what
 * is glued to a name: "l'Atlantique", "Galatasaray'ın", "Perez表示".
 */
#include "desk/entities.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_countries_abroad, words_heads_abroad;

enum {
	MOST = 4,		/* words of a country's name */
	LONGEST = 40,		/* bytes of a head */
	MARGIN = 60,		/* how sure a label put here is */
	REGION = 1001,		/* in countries-abroad.words */
	BODY = 1, WATERS = 2	/* in heads-abroad.words */
};

/* ---- what is glued to a name ---- */

/* Behind "l'" or "d'" of French and Italian: where the name begins. */
static size_t
past_elision(const struct entities *e, const struct token *t)
{
	struct str s = token_text(e->text, t);
	size_t n = s.n > 0 && (s.p[0] | 0x20) == 'q' ? 2 : 1;

	if (t->plain || !(e->language & (LANGUAGE_FR | LANGUAGE_IT))
	    || s.n < n + 4 || memchr("ldLDqQ", s.p[0], 6) == NULL)
		return t->start;
	if (s.p[n] == '\'')
		return t->start + n + 1;
	return str_starts(str_cut(s, n, s.n), STR("\xe2\x80\x99"))
	    ? t->start + n + 3 : t->start;
}

/* Before the mark and the ending of Turkish, before what is Chinese. */
static size_t
end_of_stem(const struct entities *e, const struct token *t)
{
	struct str s = token_text(e->text, t);

	for (size_t i = 0; i < s.n && !t->plain;) {
		size_t at = i;
		uint32_t c = utf8_next(s, &i);

		if (at > 0 && (chars_is(c, CHAR_CJK)
		    || (e->language == LANGUAGE_TR && (c == '\''
		    || c == 0x2019))))
			return t->start + at;
	}
	return t->end;
}

struct span
entities_unglued(const struct entities *e, size_t first, size_t last)
{
	return (struct span){ past_elision(e, &e->tokens[first]),
	    end_of_stem(e, &e->tokens[last]) };
}

/* "İzmir'in Bornova": its ending ends a name. */
static void
cut_stems(struct entities *e)
{
	for (size_t i = 0; i + 1 < e->ntokens; i++)
		if (e->labels[i] != NER_O && e->labels[i + 1] != NER_O
		    && e->labels[i + 1] % 2 == 0
		    && end_of_stem(e, &e->tokens[i]) < e->tokens[i].end)
			e->labels[i + 1]--;
}

/* ---- countries ---- */

static int
country(const struct entities *e, size_t from, size_t end)
{
	struct span at = entities_unglued(e, from, end - 1);
	int code = words_find(&words_countries_abroad,
	    str_cut(e->text, at.start, at.end));

	return code > 0 ? code : 0;
}

static unsigned
kind_at(const struct entities *e, size_t i)
{
	return (e->labels[i] + 1u) / 2;
}

static bool
goes_on(const struct entities *e, size_t i)
{
	return i < e->ntokens && e->labels[i] != NER_O
	    && e->labels[i] % 2 == 0;
}

/* Inside of "Banque de France" or at the head of "Jordan Henderson": no. */
static bool
may_be_country(const struct entities *e, size_t i, size_t end)
{
	if (e->labels[i] == NER_O)
		return true;
	if (e->labels[i] % 2 == 0)
		return false;
	if (!goes_on(e, end))
		return true;
	if (!e->tokens[end].upper)
		return kind_at(e, i) != NER_MISC;
	return kind_at(e, i) == NER_PER && e->language != LANGUAGE_TR
	    && !(e->ner.types[e->ner.words[i].type].list & LIST_GIVEN);
}

void
entities_foreign_places(struct entities *e)
{
	cut_stems(e);
	for (size_t i = 0, end; i < e->ntokens; i = end) {
		end = i + 1;
		if (!(e->tokens[i].upper || !e->tokens[i].plain)
		    || !entities_is_foreign(e, i))
			continue;
		end = i + MOST < e->ntokens ? i + MOST : e->ntokens;
		while (end > i && country(e, i, end) == 0)
			end--;
		if (end > i && may_be_country(e, i, end))
			entities_label(e, i, end, NER_LOC, MARGIN);
		end = end > i ? end : i + 1;
	}
}

/* ---- heads ---- */

static int
head(const struct entities *e, size_t i)
{
	struct span at = entities_unglued(e, i, i);
	char low[3 * LONGEST];
	struct buf b = { low, 0, sizeof low };

	if (at.end - at.start > LONGEST)
		return 0;
	chars_lower_put(&b, str_cut(e->text, at.start, at.end));
	return words_find(&words_heads_abroad, buf_str(&b));
}

/* In Turkish it stands last. */
static int
head_of(const struct entities *e, size_t from, size_t end)
{
	return head(e, e->language == LANGUAGE_TR ? end - 1 : from);
}

void
entities_foreign_heads(struct entities *e)
{
	for (size_t i = 0, end; i < e->ntokens; i = end) {
		unsigned kind = kind_at(e, i);
		int what;

		end = i + 1;
		if (kind == NER_NONE || !entities_is_foreign(e, i))
			continue;
		end = entities_end(e, i);
		what = head_of(e, i, end);
		if (what == BODY && (kind == NER_PER || kind == NER_LOC))
			entities_label(e, i, end, NER_ORG, e->margins[i]);
		else if (what == WATERS && end > i + 1
		    && (kind == NER_PER || kind == NER_ORG))
			entities_label(e, i, end, NER_LOC, e->margins[i]);
	}
}

bool
entities_foreign_region(const struct entities *e, size_t from, size_t end)
{
	return country(e, from, end) == REGION
	    || (end > from + 1 && head_of(e, from, end) == WATERS);
}
