/*
 * Names in small letters: "i am going to san francisco", "we ate at taco bell".
 * The tagger looks at capitals only; where the writer leaves them out, listed
 * places and organisations that are no other words are names all the same.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names, words_common, words_first_names,
    words_heads;

enum {
	NAME_WORDS = 3, LONGEST = 40,
	SAMPLE = 250,		/* tokens that tell how a piece is written */
	SHORTEST = 4,		/* bytes of a word that is a place for sure */
	MARGIN = 40,		/* how sure the label is: not very */
	/* Chosen on UNER-EWT's training part; news has none of either. */
	ENOUGH = 1,		/* "i", or sentences that begin small */
	PART = 12		/* one sentence in so many begins small */
};

static bool
begins_small(const struct entities *e, size_t i)
{
	return byte_is_lower(e->text.p[e->tokens[i].start]);
}

/* The stop of "U.S." and "Jr." ends none. */
static bool
begins_sentence(const struct entities *e, size_t i)
{
	const struct ner_word *w = &e->ner.words[i];

	return w->breaks || (i > 1 && w[-1].ends && !w[-2].hot);
}

/* A lone "i", or many sentences that begin with a small word; no addresses. */
static bool
is_informal(const struct entities *e)
{
	size_t alone = 0, small = 0, all = 0;
	size_t n = e->ntokens < SAMPLE ? e->ntokens : SAMPLE;

	for (size_t i = 0; i + 1 < n; i++) {
		const struct token *t = &e->tokens[i];

		if (begins_sentence(e, i) && t[1].space) {
			all += byte_is_letter(e->text.p[t->start]);
			small += begins_small(e, i);
		}
		alone += t->end - t->start == 1 && e->text.p[t->start] == 'i';
	}
	return alone >= ENOUGH || (small >= ENOUGH && small * PART >= all);
}

/* Not in the middle of an address: "x@houston.rr.com", "/news/argentina/". */
static bool
stands_free(const struct entities *e, size_t i, size_t end)
{
	const struct token *t = e->tokens;
	char next = end < e->ntokens ? e->text.p[t[end].start] : ' ';

	if (i > 0 && !t[i].line && (!t[i].space || e->text.p[t[i - 1].start]
	    == '.'))
		return false;
	return end + 1 >= e->ntokens || t[end].space || t[end].line
	    || (next != '@' && next != '/' && next != '_'
	    && (t[end + 1].space || t[end + 1].line));
}

/* Tokens from i on, each with a capital and a blank between; n 0: too long. */
static struct str
raised(const struct entities *e, size_t i, size_t len, char *buf)
{
	size_t n = 0;

	for (size_t k = i; k < i + len; k++) {
		struct str s = entities_token(e, k);

		if (n + s.n + 1 > LONGEST || !byte_is_lower(s.p[0])
		    || (k > i && (e->ner.words[k].breaks
		    || !e->tokens[k].space)))
			return (struct str){ buf, 0 };
		if (k > i)
			buf[n++] = ' ';
		memcpy(buf + n, s.p, s.n);
		buf[n] = (char)(buf[n] - 32);
		n += s.n;
	}
	return (struct str){ buf, n };
}

/*
 * Countries, large cities, and provinces that WordNet knows: "centre" is one of
 * four countries, and "jordan" may be a friend.
 */
static bool
is_well_known(struct str word, int list)
{
	if (list & LIST_COUNTRY || (list & LIST_REGION
	    && list & (LIST_STATE | LIST_CITY)))
		return true;
	return list & LIST_CITY && words_find(&words_first_names, word) < 0;
}

static bool
is_name_only(struct str s)
{
	return s.n >= SHORTEST && words_find(&words_common, s) < 0
	    && words_find(&words_heads, s) < 0;
}

/* Known as an organisation's name and nothing else. */
static bool
is_body(int list)
{
	return (list & ~(LIST_BEGINS | LIST_INSIDE)) == LIST_ORG;
}

/*
 * One at least of the words must be no other: not "best buy". Of one word are
 * bodies called Applied, Digital and Plans, too.
 */
static bool
has_name_only(const struct entities *e, size_t i, size_t end)
{
	while (i < end && !is_name_only(entities_token(e, i)))
		i++;
	return i < end;
}

/* The listed name of len tokens from i on, as bits; 0: none. */
static int
listed(const struct entities *e, size_t i, size_t len)
{
	char buf[LONGEST];
	struct str s = i + len <= e->ntokens ? raised(e, i, len, buf)
	    : (struct str){ buf, 0 };
	int list = s.n > 0 ? words_find(&words_names, s) : 0;

	return list > 0 ? list : 0;
}

/* What the listed name of len tokens from i on is; NER_NONE: none is there. */
static enum ner_kind
kind_of(const struct entities *e, size_t i, size_t len)
{
	int list = listed(e, i, len);

	if (list == 0 || !stands_free(e, i, i + len))
		return NER_NONE;
	if (is_well_known(entities_token(e, i), list)
	    && (len > 1 || is_name_only(entities_token(e, i))))
		return NER_LOC;
	return len > 1 && is_body(list) && has_name_only(e, i, i + len)
	    ? NER_ORG : NER_NONE;
}

/* How many tokens from i on are one listed name, and of what kind; 0: none. */
static size_t
name_at(const struct entities *e, size_t i, enum ner_kind *kind)
{
	int first = listed(e, i, 1);

	for (size_t len = first & LIST_BEGINS ? NAME_WORDS : 1; first > 0
	    && len > 0; len--)
		if ((*kind = kind_of(e, i, len)) != NER_NONE)
			return len;
	return 0;
}

void
entities_small(struct entities *e)
{
	if (e->language > LANGUAGE_EN || !is_informal(e))
		return;
	for (size_t i = 0; i < e->ntokens; i++) {
		enum ner_kind kind = NER_NONE;
		size_t n = e->labels[i] == NER_O && begins_small(e, i)
		    ? name_at(e, i, &kind) : 0;

		if (n == 0)
			continue;
		entities_label(e, i, i + n, kind, MARGIN);
		i += n - 1;
	}
}
