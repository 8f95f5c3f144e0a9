/*
 * What marks tell of the names beside them: "duffie@Stanford.EDU" and
 * "https://x.org/London" hold none, "Amazon.com" is one and "Report.pdf" none,
 * and a comma before "Inc." or a blank in "al - Qaeda" ends none.
 */
#include "desk/entities.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names;

enum { ADDRESS = 100 };		/* bytes of one, on either side of a name */

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return str_eq(entities_token(e, i), str_of(z));
}

/* Does white space stand before it? */
static bool
is_apart(const struct entities *e, size_t i)
{
	return i >= e->ntokens || e->tokens[i].space || e->tokens[i].line;
}

static bool
is_comma(const struct entities *e, size_t i)
{
	return i < e->ntokens && e->text.p[e->tokens[i].start] == ',';
}

static bool
is_one_of(const struct entities *e, size_t i, const char *const *list, size_t n)
{
	return str_is_one_of(entities_token(e, i), list, n);
}

/* May stand in an address, before its "@" or behind its "://". */
static bool
is_inside(char c)
{
	return byte_is_letter(c) || byte_is_digit(c)
	    || memchr("@.:/-_+%?=&#~", c, 13) != NULL;
}

/* What stands close before byte i goes back to "@" or "://" or "www.". */
static bool
is_behind_mark(struct str t, size_t i)
{
	size_t low = i > ADDRESS ? i - ADDRESS : 0;

	for (; i > low && is_inside(t.p[i - 1]); i--)
		if (t.p[i - 1] == '@' || str_starts(str_cut(t, i - 1, t.n),
		    STR("://")) || str_starts(str_cut(t, i - 1, t.n),
		    STR("www.")))
			return true;
	return false;
}

/* What follows byte i close goes on to "@" and a host with a stop in it. */
static bool
is_before_at(struct str t, size_t i)
{
	size_t high = i + ADDRESS < t.n ? i + ADDRESS : t.n;

	while (i < high && t.p[i] != '@' && is_inside(t.p[i]))
		i++;
	if (i == high || t.p[i] != '@')
		return false;
	while (++i < high && t.p[i] != '.' && is_inside(t.p[i]))
		;
	return i + 1 < high && t.p[i] == '.' && byte_is_letter(t.p[i + 1]);
}

/* The name of tokens [i, end) is a part of an address. */
static bool
is_in_address(const struct entities *e, size_t i, size_t end)
{
	size_t from = e->tokens[i].start, to = e->tokens[end - 1].end;

	return (!is_apart(e, i) && is_inside(e->text.p[from - 1])
	    && is_behind_mark(e->text, from))
	    || (!is_apart(e, end) && is_inside(e->text.p[to])
	    && is_before_at(e->text, to));
}

/* A stop and what hosts or files end with follow close: "Amazon.com". */
static bool
has_ending(const struct entities *e, size_t end)
{
	static const char *const endings[] = { "com", "org", "net", "edu",
	    "gov", "info", "co", "tv", "io", "uk", "pdf", "doc", "docx",
	    "xls", "xlsx", "ppt", "jpg", "jpeg", "png", "gif", "txt", "htm",
	    "html", "zip", "mp3", "mp4" };

	return end + 1 < e->ntokens && !is_apart(e, end)
	    && !is_apart(e, end + 1) && is(e, end, ".")
	    && is_one_of(e, end + 1, endings, sizeof endings / sizeof *endings);
}

static void
clear(struct entities *e, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		e->labels[i] = NER_O;
}

/* "Amazon.com" is called so, "Seattlepi.com" and "Report.pdf" are read. */
static void
judge_ending(struct entities *e, size_t i, size_t end)
{
	int list = words_find(&words_names, str_cut(e->text,
	    e->tokens[i].start, e->tokens[end - 1].end));

	if (list > 0 && list & LIST_ORG && is(e, end + 1, "com"))
		entities_label(e, i, end + 2, NER_ORG, e->margins[i]);
	else
		clear(e, i, end);
}

/* ", Inc." behind a name that ends at end: the token after it, or end. */
static size_t
end_of_firm(const struct entities *e, size_t end)
{
	const struct ner_word *w = e->ner.words + end;

	return end + 1 < e->ntokens && is_comma(e, end)
	    && w[1].hot && !w[1].breaks && e->tokens[end + 1].space
	    && e->ner.types[w[1].type].heads & HEAD_COMPANY ? end + 2 : end;
}

/* "Holland & Hart, LLP": where the firm begins whose last name is at i. */
static size_t
begin_of_firm(const struct entities *e, size_t i)
{
	while (i > 1 && e->labels[i - 2] != NER_O && is(e, i - 1, "&")) {
		i -= 2;
		while (i > 0 && e->labels[i] != NER_O && e->labels[i] % 2 == 0)
			i--;
	}
	return i;
}

/* A name of one word that is no given name. */
static bool
is_surname(const struct entities *e, size_t i)
{
	const struct ner_word *w = e->ner.words + i;
	uint8_t label = i < e->ntokens ? e->labels[i] : NER_O;

	return (label == NER_B_PER || label == NER_B_ORG)
	    && entities_end(e, i) == i + 1 && !w->breaks
	    && !(e->ner.types[w->type].list & LIST_GIVEN)
	    && entities_token(e, i).n > 2;
}

/* "Hodder & Stoughton" is a firm; with brackets behind it a study. */
static void
join_partners(struct entities *e, size_t i)
{
	size_t next = i + 3 < e->ntokens ? i + 3 : i;
	char c = e->text.p[e->tokens[next].start];

	if (is_surname(e, i) && is_surname(e, i + 2) && c != '(' && c != '['
	    && !byte_is_digit(c))
		entities_label(e, i, i + 3, NER_ORG, e->margins[i]);
}

/*
 * The Arabic article before the name at i, with or without a hyphen: where the
 * name begins. In Spanish and Italian it is a word.
 */
static size_t
article_before(const struct entities *e, size_t i)
{
	static const char *const articles[] = { "al", "el", "ul", "ur", "ash",
	    "az", "ar" };
	char c = i > 1 ? e->text.p[e->tokens[i - 1].start] : ' ';
	size_t at = i - 1 - (c == '-');

	/* Nearly all names are out. */
	if ((c != '-' && c != 'a') || e->language > LANGUAGE_EN
	    || e->ner.words[i].breaks || e->labels[at] != NER_O)
		return i;
	if (c == 'a')
		return is(e, at, "al") ? at : i;
	return is(e, i - 1, "-") && !e->ner.words[i - 1].breaks
	    && is_one_of(e, at, articles, sizeof articles / sizeof *articles)
	    ? at : i;
}

/* The name of tokens [i, end), at least one end of which a mark stands at. */
static void
judge(struct entities *e, size_t i, size_t end)
{
	size_t to;

	if (is_in_address(e, i, end)) {
		clear(e, i, end);
	} else if (has_ending(e, end)) {
		judge_ending(e, i, end);
	} else if (e->labels[i] == NER_B_ORG || e->labels[i] == NER_B_PER) {
		to = end_of_firm(e, end);
		if (to > end)
			entities_label(e, begin_of_firm(e, i), to, NER_ORG,
			    e->margins[i]);
	}
}

static void
take_article(struct entities *e, size_t i)
{
	size_t from = e->labels[i] != NER_O && e->labels[i] != NER_B_NORP
	    ? article_before(e, i) : i;

	if (from < i)
		entities_label(e, from, entities_end(e, i),
		    (enum ner_kind)((e->labels[i] + 1) / 2), e->margins[i]);
}

void
entities_marks(struct entities *e)
{
	const struct ner_run *runs = e->ner.runs;

	for (size_t r = 0; r < e->ner.nruns; r++)
		for (size_t i = runs[r].from, end; i < runs[r].to; i = end) {
			end = i + 1;
			if (e->labels[i] == NER_O)
				continue;
			end = entities_end(e, i);
			if (!is_apart(e, i) || !is_apart(e, end)
			    || is_comma(e, end))
				judge(e, i, end);
			if (end < e->ntokens && is(e, end, "&"))
				join_partners(e, i);
			take_article(e, i);
		}
}
