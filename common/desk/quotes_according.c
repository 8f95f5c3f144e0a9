/*
 * "laut X", "según X", "nach Angaben der Polizei", "Medienberichten zufolge":
 * who is named as the source of a whole sentence, in other languages.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"

enum {
	BACK = 40,	/* tokens before the mark where "laut X" may stand */
	PHRASE = 24	/* tokens of it all, with where and who else */
};

/* "zufolge", Turkish, Hungarian and Finnish words stand behind the name. */
static bool
stands_behind(struct str t)
{
	static const char *const words[] = { "zufolge", "göre", "szerint",
	    "mukaan" };

	return str_is_one_of(t, words, sizeof words / sizeof *words);
}

bool
quotes_is_view(struct str s)
{
	static const char *const nouns[] = { "Angaben", "Ansicht", "Aussage",
	    "Aussagen", "Auffassung", "Einschätzung", "Meinung", "Worten",
	    "Überzeugung", "Darstellung", "Auskunft", "Informationen",
	    "Erkenntnissen", "Schätzungen" };

	return str_is_one_of(s, nouns, sizeof nouns / sizeof *nouns);
}

/* "Behördenangaben", "Medienberichten": whose stands in the word itself. */
static bool
is_compound(struct str s)
{
	return str_ends(s, STR("angaben")) || str_ends(s, STR("berichten"))
	    || str_ends(s, STR("informationen"))
	    || str_ends(s, STR("meldungen"));
}

/* "laut", "nach Angaben", not "nach Berlin". */
static bool
is_preposition_of(const struct quotes *q, size_t i)
{
	struct str next = quotes_token(q, i + 1);

	if (q->words[i].k == W_ACCORDING)
		return true;
	return q->words[i].k == W_ABOUT
	    && chars_eq_nocase(quotes_token(q, i), STR("nach"))
	    && (quotes_is_view(next) || is_compound(next));
}

/* "von" behind "nach Angaben", Greek "with". */
static bool
may_part(unsigned k)
{
	return k == W_OF || k == W_FROM || k == W_OBJ;
}

/*
 * The mention at or right behind the token, past "von"; -1: none, or "eigener
 * Aussage", which is his who spoke before.
 */
static int
named_at(const struct quotes *q, size_t i, size_t sentence)
{
	size_t m = quotes_mention_at(q, i);

	/* Greek "with" is "me" in other places. */
	m += m < q->nmentions && q->mentions[m].kind == MENTION_OBJ;
	return !str_starts(quotes_token(q, i), STR("eigene"))
	    && m < q->nmentions && (q->mentions[m].from <= i
	    || (q->mentions[m].from == i + 1 && may_part(q->words[i].k)))
	    && q->mentions[m].sentence == sentence
	    && !q->quoted[q->mentions[m].from]
	    /* "laut werden" has no capital. */
	    && (!quotes_is_language(q, "de") || quotes_has_capital(q,
	    q->mentions[m].from, q->mentions[m].to)) ? (int)m : -1;
}

/* "einem Sprecher der Polizei" */
static bool
is_genitive(const struct quotes *q, size_t i)
{
	return q->words[i].k == W_THE && quotes_is_language(q, "de");
}

/*
 * "der Polizei (FDP)": where what hangs on the name ends. At the head of a
 * sentence where they are, too: a verb or a comma stands behind it all.
 */
static size_t
phrase_end(const struct quotes *q, size_t mention, bool opens)
{
	const struct mention *m = &q->mentions[mention], *last = m;
	size_t end = quotes_end(q, m->from), i = m->end;

	end = end < m->from + PHRASE ? end : m->from + PHRASE;
	while (i < end && !q->quoted[i]) {
		const struct mention *n = last + 1;
		unsigned k = q->words[i].k;

		if (k == W_PAREN) {
			while (i < end && q->words[i].k != W_PAREN_END)
				i++;
			i += i < end;
		} else if ((k == W_AND || (opens && quotes_is_preposition(k))
		    || k == W_OF || k == W_FROM || is_genitive(q, i))
		    && n < q->mentions + q->nmentions && n->from
		    == i + !is_genitive(q, i) && n->to <= end) {
			last = n;
			i = n->end;
		} else {
			break;
		}
	}
	return i;
}

/* ", das die Stadt bestellt hatte, ": past it, i if there is none. */
static size_t
behind_relative(const struct quotes *q, size_t i, size_t end)
{
	size_t at = i + 2;

	if (!quotes_is_language(q, "de") || i + 1 >= end
	    || (q->words[i + 1].k != W_THE && q->words[i + 1].k != W_WHO))
		return i;
	while (at < end && at < i + PHRASE && q->words[at].k != W_COMMA)
		at++;
	return at < end && q->words[at].k == W_COMMA ? at + 1 : i;
}

/* "Según el alcalde, Juan Lopez, ...": past the name and the comma. */
static size_t
behind_comma(const struct quotes *q, size_t i, size_t end)
{
	size_t m, relative;

	if (i >= end || q->words[i].k != W_COMMA)
		return i;
	relative = behind_relative(q, i, end);
	if (relative > i)
		return relative;
	m = quotes_mention_at(q, i);
	if (m < q->nmentions && q->mentions[m].from == i + 1
	    && q->mentions[m].to < end
	    && q->words[q->mentions[m].to].k == W_COMMA)
		return q->mentions[m].to + 1;
	return i + 1;
}

/* Behind the name: it begins where the mention does. */
static bool
take_behind(const struct quotes *q, size_t i, size_t begin, struct accorded *x)
{
	size_t m = quotes_mention_at(q, i);

	if (m == 0 || q->mentions[m - 1].from < begin
	    || q->mentions[m - 1].to != i)
		return false;
	*x = (struct accorded){ .phrase = { q->mentions[m - 1].from, i + 1 },
	    .mention = (int)m - 1 };
	if (i + 1 < quotes_end(q, i) && q->words[i + 1].k == W_COMMA)
		x->phrase.end++;
	return true;
}

/* "по словам", "за словами": two words. */
static bool
is_pair_language(const struct quotes *q)
{
	return quotes_is_language(q, "ru") || quotes_is_language(q, "uk");
}

/* "по его мнению", "moim zdaniem"; "словам" alone is "words". */
static bool
is_own(const struct quotes *q, size_t i)
{
	static const char *const before[] = { "по", "По", "за", "За" };

	if (is_pair_language(q))
		return i == 0 || !str_is_one_of(quotes_token(q, i - 1),
		    before, sizeof before / sizeof *before);
	return i > 0 && q->words[i - 1].k == W_POSS;
}

/* Where nouns stand behind nouns without "of" only a comma ends the name. */
static bool
needs_comma(const struct quotes *q)
{
	return quotes_is_language(q, "pl") || quotes_is_language(q, "cs")
	    || is_pair_language(q) || quotes_is_language(q, "el");
}

bool
quotes_accorded(const struct quotes *q, struct span in, struct accorded *x)
{
	for (size_t i = in.start; i < in.end; i++) {
		size_t from;
		bool pair;
		int m;

		if (q->quoted[i] || !is_preposition_of(q, i))
			continue;
		pair = quotes_is_view(quotes_token(q, i + 1));
		if (stands_behind(quotes_token(q, i))) {
			if (take_behind(q, i, in.start, x))
				return true;
			continue;
		}
		m = named_at(q, i + 1 + pair, q->sentence_of[i]);
		if (m < 0 || q->mentions[m].to > in.end || is_own(q, i))
			continue;
		from = i - (is_pair_language(q) && i > in.start);
		*x = (struct accorded){ .phrase = { from, phrase_end(q,
		    (size_t)m, from == in.start) }, .mention = m };
		if (needs_comma(q) && from == in.start
		    && quotes_class(q, x->phrase.end) != W_COMMA)
			continue;
		x->phrase.end = behind_comma(q, x->phrase.end, in.end);
		return true;
	}
	return false;
}

int
quotes_accorded_for(const struct quotes *q, const struct stretch *s)
{
	size_t begin = quotes_begin(q, s->left), i = s->right;
	struct span before = { begin + BACK < s->left ? s->left - BACK : begin,
	    s->left };
	struct span behind;
	struct accorded x;

	if (quotes_accorded(q, before, &x))
		return x.mention;
	i += i < q->ntokens && q->words[i].k == W_COMMA;
	if (i >= q->ntokens || q->quoted[i])
		return -1;
	behind.start = i;
	behind.end = quotes_end(q, i) < i + BACK ? quotes_end(q, i) : i + BACK;
	return quotes_accorded(q, behind, &x) && x.phrase.start == i
	    ? x.mention : -1;
}
