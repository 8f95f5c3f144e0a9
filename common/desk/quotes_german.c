/*
 * What order alone does not tell in German: nouns have capitals, a subjunctive
 * goes on with whoever was reported before, "laut X" and "nach Angaben von X"
 * name who speaks, and "so" says something only before a name.
 */
#include "desk/quotes_parts.h"

#include "lang/language.h"
#include "text/chars.h"

enum {
	BACK = 40,	/* tokens before the mark where "laut X" may stand */
	PHRASE = 4,	/* tokens from "nach Angaben" to the name */
	AROUND = 120,	/* tokens before and behind it where "sei" may stand */
	CUES = 8,	/* looked at, back in the paragraph */
	TITLE = 4	/* words of a newspaper or a film */
};

/* "Deshalb", "hierzu", "folgt": not who speaks, though it stands there. */
bool
quotes_german_may_be_subject(const struct quotes *q, const struct mention *m)
{
	size_t begin = quotes_begin(q, m->from);

	if (m->kind < MENTION_NAME)
		return true;
	if (m->to == m->from + 1 && m->from == begin)
		return !language_begins(LANGUAGE_DE, quotes_token(q, begin));
	for (size_t i = m->from; i < m->to; i++)
		if (q->words[i].upper && i > begin)
			return true;
	return false;
}

/* "..., so Lopez", not "so heißt", "so dass" and "so genannte". */
bool
quotes_german_so(const struct quotes *q, size_t token)
{
	size_t i = token + 1;

	if (!chars_eq_nocase(quotes_token(q, token), STR("so")))
		return true;
	while (i < q->ntokens && i < token + 3 && !q->words[i].upper
	    && (q->words[i].k == W_THE || q->words[i].k == W_POSS))
		i++;
	return i < q->ntokens && q->sentence_of[i] == q->sentence_of[token]
	    && (q->words[i].upper || q->words[token + 1].k == W_HE
	    || q->words[token + 1].cue > 0);
}

/*
 * The mention at or right behind the token, past an article; -1: none, or
 * "eigener Aussage", which is his who spoke before.
 */
static int
named_at(const struct quotes *q, size_t i, size_t sentence)
{
	size_t m = quotes_mention_at(q, i);

	return !str_starts(quotes_token(q, i), STR("eigene"))
	    && m < q->nmentions && q->mentions[m].from <= i + PHRASE
	    && q->mentions[m].sentence == sentence
	    && !q->quoted[q->mentions[m].from] ? (int)m : -1;
}

/* "laut", "nach Angaben", "nach Ansicht": the token behind; i: none. */
static size_t
behind_source(const struct quotes *q, size_t i)
{
	static const char *const nouns[] = { "Angaben", "Ansicht", "Aussage",
	    "Aussagen", "Auffassung", "Einschätzung", "Meinung", "Worten",
	    "Überzeugung", "Darstellung", "Auskunft", "Informationen" };
	struct str t = quotes_token(q, i);

	if (chars_eq_nocase(t, STR("laut")))
		return i + 1;
	if (!chars_eq_nocase(t, STR("nach")))
		return i;
	return chars_is_one_of(quotes_token(q, i + 1), nouns,
	    sizeof nouns / sizeof *nouns) ? i + 2 : i;
}

/* "Laut X ...", "nach Angaben von X ..." in the sentence of the stretch. */
static int
according(const struct quotes *q, const struct stretch *s)
{
	size_t begin = quotes_begin(q, s->left), i = s->left;
	int m;

	begin = begin + BACK < i ? i - BACK : begin;
	while (i-- > begin) {
		size_t at = q->quoted[i] ? i : behind_source(q, i);

		if (at > i && (m = named_at(q, at, s->sentence)) >= 0
		    && q->mentions[m].from < s->left)
			return m;
	}
	i = s->right + (s->right < q->ntokens
	    && q->words[s->right].k == W_COMMA);
	if (i < q->ntokens && !q->quoted[i] && behind_source(q, i) > i)
		return named_at(q, behind_source(q, i), q->sentence_of[i]);
	return -1;
}

/* "sei", "habe", "könne": somebody is reported. */
static bool
is_reported(const struct quotes *q, const struct stretch *s)
{
	static const char *const verbs[] = { "bleibe", "brauche", "bringe",
	    "dürfe", "finde", "gebe", "gehe", "gehöre", "gelte", "habe",
	    "halte", "handele", "handle", "komme", "könne", "lasse", "liege",
	    "mache", "möge", "müsse", "sehe", "sei", "seien", "solle",
	    "stehe", "stelle", "werde", "wisse", "wolle", "zeige" };
	size_t begin = quotes_begin(q, s->left), end = quotes_end(q, s->left);

	begin = begin + AROUND < s->left ? s->left - AROUND : begin;
	end = end < s->left + AROUND ? end : s->left + AROUND;
	for (size_t i = begin; i < end; i++) {
		if (!q->quoted[i] && !q->words[i].upper && chars_is_one_of(
		    quotes_token(q, i), verbs, sizeof verbs / sizeof *verbs))
			return true;
	}
	return false;
}

/* Whom a sentence before it in the paragraph reports. */
static int
reported_before(struct quotes *q, const struct stretch *s)
{
	size_t cue = quotes_cue_at(q, quotes_begin(q, s->left));

	for (unsigned n = 0; n < CUES && cue-- > 0
	    && q->cues[cue].paragraph == s->paragraph; n++)
		if (quotes_german_so(q, q->cues[cue].token)
		    && quotes_subject(q, cue) >= 0)
			return q->cues[cue].subject;
	return -1;
}

/* "der „Neuen Post“", "Fernsehsender „Kanal Zwei“", "seine „Alte Mutter“" */
static bool
names_it(const struct quotes *q, size_t i)
{
	return q->words[i].k == W_THE || q->words[i].k == W_POSS
	    || (q->words[i].upper && i > quotes_begin(q, i) && !q->quoted[i]);
}

/* "sogenannte „Reichensteuer“", "so genannter" */
static bool
is_so_called(struct str s)
{
	return (s.n > 7 && str_starts(s, STR("genannte")))
	    || str_starts(s, STR("sogenannte"));
}

/* A title or a term: every word has a capital, and what is named stands before. */
static bool
is_title(const struct quotes *q, const struct stretch *s)
{
	size_t i = s->first;

	if (s->left == quotes_begin(q, s->left)
	    || s->last > s->first + TITLE)
		return false;
	if (is_so_called(quotes_token(q, s->left - 1)))
		return true;
	if (!names_it(q, s->left - 1))
		return false;
	while (i < s->last && (q->words[i].upper
	    || q->words[i].k == W_NUMBER))
		i++;
	return i == s->last && s->last > s->first;
}

bool
quotes_german_source(struct quotes *q, size_t k, struct source *x)
{
	const struct stretch *s = &q->stretches[k];
	size_t begin = quotes_begin(q, s->left);
	int m;

	*x = (struct source){ .kind = SOURCE_NONE, .cue = -1,
	    .mention = -1 };
	if (is_title(q, s))
		return true;
	m = according(q, s);
	if (m < 0 && quotes_cue_at(q, begin) == quotes_cue_at(q, s->left)
	    && is_reported(q, s))
		m = reported_before(q, s);
	if (m < 0)
		return false;
	*x = (struct source){ .kind = SOURCE_MENTION, .cue = -1,
	    .mention = m };
	return true;
}
