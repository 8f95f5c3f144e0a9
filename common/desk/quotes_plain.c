/*
 * Whose a stretch is by order alone, for languages the weights were not made
 * from: "...", said X; X said: "..."; else the nearest verb of saying.
 */
#include "desk/quotes_parts.h"

#include <string.h>

#include "lang/language.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_cues, words_syntax, words_cues_de,
    words_syntax_de, words_cues_es, words_syntax_es, words_cues_fr,
    words_syntax_fr, words_cues_it, words_syntax_it, words_cues_nl,
    words_syntax_nl, words_cues_pt, words_syntax_pt, words_cues_pl,
    words_syntax_pl, words_cues_ru, words_syntax_ru, words_cues_el,
    words_syntax_el, words_cues_sv, words_syntax_sv, words_cues_cs,
    words_syntax_cs, words_cues_tr, words_syntax_tr, words_cues_da,
    words_syntax_da, words_cues_nb, words_syntax_nb, words_cues_ro,
    words_syntax_ro, words_cues_uk, words_syntax_uk, words_cues_hu,
    words_syntax_hu, words_cues_fi, words_syntax_fi;

static const struct spoken {
	const char *name;
	enum language code;
	const struct words *verbs, *syntax;
} languages[] = {
	{ "en", LANGUAGE_EN, &words_cues, &words_syntax },
	{ "de", LANGUAGE_DE, &words_cues_de, &words_syntax_de },
	{ "es", LANGUAGE_ES, &words_cues_es, &words_syntax_es },
	{ "fr", LANGUAGE_FR, &words_cues_fr, &words_syntax_fr },
	{ "it", LANGUAGE_IT, &words_cues_it, &words_syntax_it },
	{ "nl", LANGUAGE_NL, &words_cues_nl, &words_syntax_nl },
	{ "pt", LANGUAGE_PT, &words_cues_pt, &words_syntax_pt },
	{ "pl", LANGUAGE_PL, &words_cues_pl, &words_syntax_pl },
	{ "ru", LANGUAGE_UNKNOWN, &words_cues_ru, &words_syntax_ru },
	{ "el", LANGUAGE_UNKNOWN, &words_cues_el, &words_syntax_el },
	{ "sv", LANGUAGE_SV, &words_cues_sv, &words_syntax_sv },
	{ "cs", LANGUAGE_CS, &words_cues_cs, &words_syntax_cs },
	{ "tr", LANGUAGE_TR, &words_cues_tr, &words_syntax_tr },
	{ "da", LANGUAGE_DA, &words_cues_da, &words_syntax_da },
	{ "nb", LANGUAGE_UNKNOWN, &words_cues_nb, &words_syntax_nb },
	{ "no", LANGUAGE_UNKNOWN, &words_cues_nb, &words_syntax_nb },
	{ "ro", LANGUAGE_RO, &words_cues_ro, &words_syntax_ro },
	{ "uk", LANGUAGE_UNKNOWN, &words_cues_uk, &words_syntax_uk },
	{ "hu", LANGUAGE_HU, &words_cues_hu, &words_syntax_hu },
	{ "fi", LANGUAGE_FI, &words_cues_fi, &words_syntax_fi },
};
enum { ENGLISH = 0, SPOKEN = sizeof languages / sizeof *languages };

enum {
	ACCORDED = 18,		/* W_ACCORDING, coarse */
	AUXILIARIES = 3,	/* words between a verb and its subject */
	FAR_AUXILIARY = 24,	/* from a participle at the clause's end */
	COLON_REACH = 30,	/* tokens before a colon with a verb in them */
	NEAR = 40,		/* tokens to the nearest verb */
	UNKNOWN = 3,		/* tokens, at least, before an unknown verb */
	GUESS = 100,		/* tokens it is guessed from else */
	START = 300		/* bytes whose letters tell the script */
};

static void
speak(struct quotes *q, size_t language)
{
	const struct spoken *l = &languages[language < SPOKEN ? language
	    : ENGLISH];

	q->verbs = l->verbs;
	q->syntax = l->syntax;
	q->foreign = language == SPOKEN;
	q->marked_only = language != ENGLISH;
	q->language = language;
	q->code = l->name;
}

void
quotes_language(struct quotes *q)
{
	size_t i = 0;

	while (i < SPOKEN && !str_eq(q->opts.lang,
	    str_of(languages[i].name)))
		i++;
	speak(q, i);
}

static size_t
place_of(enum language l)
{
	size_t i = 0;

	while (i < SPOKEN && languages[i].code != l)
		i++;
	return i;
}

/* Marks that English news has not. */
static bool
has_foreign_marks(const struct quotes *q)
{
	static const char *const marks[] = { "\xc2\xab", "\xc2\xbb",
	    "\xe2\x80\x9e", "\xe3\x80\x8c", "\xe3\x80\x8e" };

	for (size_t i = 0; i < q->text.n; i++) {
		if ((unsigned char)q->text.p[i] < 0x80)
			continue;
		for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
			if (str_starts(str_cut(q->text, i, q->text.n),
			    str_of(marks[k])))
				return true;
	}
	return false;
}

/* Greek and Cyrillic: their small words are not among those that tell. */
static bool
has_foreign_letters(const struct quotes *q)
{
	size_t n = q->text.n < START ? q->text.n : START, letters = 0;

	for (size_t i = 0; i < n; i++)
		letters += (unsigned char)q->text.p[i] >= 0xcd
		    && (unsigned char)q->text.p[i] <= 0xd3;
	return letters * 4 > n;
}

/* By verbs of saying too, where the text is short. */
static size_t
by_verbs(const struct quotes *q)
{
	unsigned hits[SPOKEN] = { 0 };
	size_t best = SPOKEN, i = 0;
	struct token token;

	for (size_t n = 0; n < GUESS && tokens_next(q->text, &i, &token); n++)
		for (size_t k = 0; k < SPOKEN; k++) {
			struct str t = token_text(q->text, &token);

			hits[k] += words_find_lower(languages[k].syntax, t) > 0;
			hits[k] += 2u * (words_find_lower(languages[k].verbs,
			    t) > 0);
		}
	for (size_t k = 0; k < SPOKEN; k++)
		if (hits[k] > 0 && (best == SPOKEN || hits[k] > hits[best]))
			best = k;
	return best;
}

void
quotes_guess_language(struct quotes *q)
{
	enum language told = language_of(q->text);
	size_t language = ENGLISH;

	/* Danish and Norwegian share most small words. */
	if (told != LANGUAGE_UNKNOWN && told != LANGUAGE_DA)
		language = place_of(told);
	else if (told == LANGUAGE_DA)
		language = by_verbs(q);
	else if (has_foreign_marks(q) || has_foreign_letters(q))
		language = by_verbs(q);
	if (language == q->language)
		return;
	speak(q, language);
	/* The classes hang on the language, and so do the sentences. */
	memset(q->tables->words, 0, sizeof q->tables->words);
	sentences_close(&q->sentences);
	sentences_open(&q->sentences, &(struct sentences_opts){ .lang = str_of(
	    languages[language < SPOKEN ? language : ENGLISH].name),
	    .stops = true });
}

/* ---- whose a verb is ---- */

static bool
is_auxiliary(unsigned k)
{
	return k == W_HAVE || k == W_BE || k == W_ADV || k == W_OBJ
	    || k == W_NOT || k == W_LY || k == W_TIME;
}

bool
quotes_prints_asides(const struct quotes *q)
{
	return q->marked_only && (quotes_is_language(q, "fr")
	    || quotes_is_language(q, "it") || quotes_is_language(q, "ru"));
}

/* German forms that are no subject. */
static bool
is_oblique(const struct quotes *q, size_t token)
{
	static const char *const list[] = { "den", "dem", "des", "einen",
	    "einem", "eines", "seinem", "seinen", "ihrem", "ihren", "diesem",
	    "diesen" };

	return quotes_is_language(q, "de") && str_is_one_of(quotes_token(q, token),
	    list, sizeof list / sizeof *list);
}

/* "disse a ministra", but "disse a jornalistas" */
static bool
is_article(const struct quotes *q, size_t i)
{
	struct str t = quotes_token(q, i + 1);

	return quotes_is_language(q, "pt") && str_eq(quotes_token(q, i), STR("a"))
	    && (str_ends(t, STR("a")) || str_ends(t, STR("e"))
	    || q->words[i + 1].upper);
}

bool
quotes_may_be_subject(const struct quotes *q, const struct mention *m)
{
	unsigned pre = m->from > quotes_begin(q, m->from)
	    ? quotes_coarse(q->words[m->from - 1].k) : 0;

	/* Not behind "in", "of", "by", "as", "to", "laut". */
	return m->kind != MENTION_OBJ && (pre < 11 || pre > 15)
	    && pre != ACCORDED
	    && !is_oblique(q, m->from) && (!quotes_is_language(q, "de")
	    || quotes_german_may_be_subject(q, m));
}

/* May it be somebody? "el alcalde", "Jan Becker", not "sich". */
static bool
may_speak(const struct quotes *q, const struct mention *m)
{
	if (m->kind < MENTION_NAME || q->words[m->from].k == W_THE)
		return m->kind >= MENTION_NAME;
	return quotes_has_capital(q, m->from, m->to);
}

/* Behind the verb, with no more than auxiliaries between; -1: none. */
static int
behind(const struct quotes *q, const struct cue *c)
{
	size_t m = quotes_mention_at(q, c->token + 1);
	const struct mention *n = &q->mentions[m];

	if (quotes_is_language(q, "de") && str_eq(quotes_token(q, c->token + 1),
	    STR("sich")))
		n = &q->mentions[m = quotes_mention_at(q, c->token + 2)];
	if (m >= q->nmentions || n->sentence != c->sentence
	    || n->from > c->token + 1 + AUXILIARIES || n->from <= c->token
	    || quotes_class(q, n->to) == W_TIME	/* "el pasado lunes" */
	    || (n->kind == MENTION_NOUN && q->words[n->from].k == W_POSS))
		return -1;
	for (size_t i = c->token + 1; i < n->from; i++)
		if (!is_auxiliary(q->words[i].k) && !is_article(q, i)
		    && !str_eq(quotes_token(q, i), STR("sich"))
		    && !(quotes_is_preposition(q->words[i].k)
		    && q->words[i + 1].k == W_TIME))
			return -1;
	return is_oblique(q, n->from) || (quotes_is_language(q, "de")
	    && !quotes_german_may_be_subject(q, n)) ? -1 : (int)m;
}

/* "Ähnlich äußerte sich Lopez", "2008 sagte er": the verb stands second. */
static int
behind_second(const struct quotes *q, const struct cue *c)
{
	size_t begin = quotes_begin(q, c->token);
	unsigned first = q->words[begin].k;
	int m;

	/* "Lopez lobte Novak": who stands behind may be the object. */
	if (!quotes_is_language(q, "de") || c->token != begin + 1
	    || first == W_HE || first == W_THEY || (first != W_ADV
	    && first != W_NUMBER && c->class >= CUE_VERDICT))
		return -1;
	m = behind(q, c);
	return m >= 0 && (q->mentions[m].kind != MENTION_NOUN
	    || q->words[q->mentions[m].head].upper) ? m : -1;
}

static int
ahead(const struct quotes *q, const struct cue *c)
{
	size_t i = c->token, m, begin = quotes_begin(q, c->token);

	while (i > begin && i + AUXILIARIES > c->token && !q->quoted[i - 1]
	    && is_auxiliary(q->words[i - 1].k))
		i--;
	/* "los periodistas, que aseguraron" */
	if (i > begin + 1 && !q->quoted[i - 1] && (q->words[i - 1].k == W_THAT
	    || q->words[i - 1].k == W_WHO))
		i -= 1 + (q->words[i - 2].k == W_COMMA);
	m = quotes_mention_at(q, i);
	return m > 0 && q->mentions[m - 1].to == i
	    && q->mentions[m - 1].sentence == c->sentence
	    && quotes_may_be_subject(q, &q->mentions[m - 1]) ? (int)m - 1 : -1;
}

bool
quotes_plain_perfect(const struct quotes *q, size_t token)
{
	bool german = quotes_is_language(q, "de") || quotes_is_language(q, "nl");
	size_t begin = quotes_begin(q, token), i = token;
	size_t most = german ? FAR_AUXILIARY : AUXILIARIES;

	while (i > begin && i + most > token) {
		unsigned k = q->words[--i].k;

		if (q->quoted[i])
			return false;
		if (k == W_HAVE || (k == W_HE && !german))
			return true;
		if (!german && (k == W_BE || !is_auxiliary(k)))
			return false;	/* "a été annoncé" */
	}
	return false;
}

/* The first that may be, from the token on. */
static int
first_subject(const struct quotes *q, size_t token, const struct cue *c)
{
	for (size_t i = quotes_mention_at(q, token); i < q->nmentions
	    && q->mentions[i].from < c->token; i++)
		if (q->mentions[i].sentence == c->sentence
		    && quotes_may_be_subject(q, &q->mentions[i])
		    && (q->mentions[i].kind != MENTION_NOUN
		    || may_speak(q, &q->mentions[i])))
			return (int)i;
	return -1;
}

int
quotes_plain_subject(const struct quotes *q, const struct cue *c)
{
	int m = q->words[c->token].k == W_HE || q->words[c->token].k == W_THEY
	    ? (int)quotes_mention_at(q, c->token) : behind_second(q, c);

	if (m < 0)
		m = ahead(q, c);
	if (m >= 0)
		return m;
	m = behind(q, c);
	if (m >= 0)
		return m;
	m = quotes_is_language(q, "de") ? first_subject(q,
	    quotes_german_begin(q, c->token), c) : -1;
	/* "X thanked his team and said": of whom the sentence is. */
	return m >= 0 ? m : first_subject(q, quotes_begin(q, c->token) + 1, c);
}

/* ---- whose a stretch is ---- */

static struct source
of_cue(struct quotes *q, size_t cue)
{
	return quotes_source_of((int)cue, quotes_subject(q, cue));
}

bool
quotes_may_say(const struct quotes *q, size_t token)
{
	return !quotes_is_language(q, "de") || quotes_german_so(q, token);
}

/* ..., a déclaré X: a cue at the token, with auxiliaries before it. */
bool
quotes_plain_follows(struct quotes *q, size_t i, struct source *x)
{
	size_t end = i + AUXILIARIES + 1, paragraph, cue;

	if (i >= q->ntokens)
		return false;
	paragraph = q->paragraph_of[q->sentence_of[i]];
	while (i < q->ntokens && i < end && !q->quoted[i]
	    && q->paragraph_of[q->sentence_of[i]] == paragraph) {
		cue = quotes_cue_at(q, i);
		if (cue < q->ncues && q->cues[cue].token == i
		    && quotes_may_say(q, i)) {
			*x = of_cue(q, cue);
			return true;
		}
		if (!is_auxiliary(q->words[i].k) && q->words[i].k != W_HE
		    && q->words[i].k != W_DASH)
			return false;
		i++;
	}
	return false;
}

static bool
last_before(struct quotes *q, const struct stretch *s, size_t reach,
    struct source *x)
{
	size_t cue = quotes_cue_at(q, s->left);

	while (cue > 0 && q->cues[cue - 1].sentence == s->sentence
	    && q->cues[cue - 1].token + reach >= s->left
	    && !quotes_may_say(q, q->cues[cue - 1].token))
		cue--;
	if (cue == 0 || q->cues[cue - 1].sentence != s->sentence
	    || q->cues[cue - 1].token + reach < s->left)
		return false;
	*x = of_cue(q, cue - 1);
	return true;
}

/* "Non possiamo", ha aggiunto: nobody is named, who spoke before goes on. */
static int
speaker_before(const struct quotes *q, size_t k)
{
	const struct stretch *s = &q->stretches[k];

	for (size_t i = k; i-- > 0 && q->stretches[i].paragraph + 2
	    > s->paragraph;)
		if (q->stretches[i].speech && q->stretches[i].mention >= 0)
			return q->stretches[i].mention;
	return -1;
}

/* "Das ist ein Erfolg", freut sich Jan Becker: a verb that is not known. */
static bool
is_unknown_verb(const struct quotes *q, const struct stretch *s, size_t i,
    struct source *x)
{
	size_t m = quotes_mention_at(q, i + 1);

	if (s->left != quotes_begin(q, s->left) || !s->place.upper
	    || s->last < s->first + UNKNOWN || i + 1 >= q->ntokens
	    || q->words[i].upper || q->words[i].k >= W_COMMA
	    || q->words[i].k == W_AND || q->words[i].k == W_NUMBER)
		return false;
	for (; m < q->nmentions && q->mentions[m].from <= i + UNKNOWN
	    && q->mentions[m].sentence == q->sentence_of[i]; m++)
		if (may_speak(q, &q->mentions[m])) {
			*x = quotes_source_of(-1, (int)m);
			return true;
		}
	return false;
}

/*
 * A newspaper, a film, a ship: a few words with a capital in mid-sentence, where
 * words of speech begin small or stand behind a colon or a comma.
 */
static bool
is_name(const struct quotes *q, const struct stretch *s)
{
	enum { WORDS = 4, AGENCY = 2 };		/* "reports «Interfax»" */
	size_t i = s->left;
	unsigned before;

	if (quotes_is_language(q, "de") || i == quotes_begin(q, i) || !s->place.upper
	    || s->last > s->first + WORDS || s->close == s->open
	    || memchr(".?!,", q->text.p[s->close - 1], 4) != NULL)
		return false;
	before = q->words[i - 1].k;
	return (before < W_COMMA || (before >= W_ROLE && before < W_CUE)
	    || (before >= W_CUE && s->last <= s->first + AGENCY))
	    && !(s->right < q->ntokens
	    && q->words[s->right].k == W_COMMA);
}

bool
quotes_plain_source(struct quotes *q, size_t k, struct source *x)
{
	const struct stretch *s = &q->stretches[k];
	size_t i = s->right;
	int found;

	if (is_name(q, s)) {
		*x = (struct source){ .kind = SOURCE_NONE, .cue = -1,
		    .mention = -1 };
		return true;
	}
	if (i < q->ntokens && q->words[i].k == W_COMMA)
		i++;
	if ((i > s->right || q->text.p[s->close - 1] == ','
	    || s->place.ends >= 3) && (quotes_plain_follows(q, i, x)
	    || is_unknown_verb(q, s, i, x))) {
		x->mention = x->mention >= 0 ? x->mention
		    : speaker_before(q, k);
		return true;
	}
	if (quotes_is_language(q, "de") && quotes_german_source(q, k, x))
		return true;
	found = quotes_accorded_for(q, s);
	if (found >= 0) {
		*x = quotes_source_of(-1, found);
		return true;
	}
	if (s->left == 0 || q->words[s->left - 1].k != W_COLON)
		return false;
	if (last_before(q, s, COLON_REACH, x))
		return true;
	i = quotes_mention_at(q, quotes_begin(q, s->left - 1) + 1);
	if (i >= q->nmentions || q->mentions[i].from >= s->left)
		return false;
	*x = quotes_source_of(-1, (int)i);
	return true;
}

bool
quotes_line_before(struct quotes *q, size_t k, struct source *x)
{
	const struct stretch *s = &q->stretches[k];
	size_t end = q->first_token[s->sentence], cue, m;

	if (s->left >= q->ntokens || end == 0 || s->left != end
	    || q->words[end - 1].k != W_COLON || q->quoted[end - 1])
		return false;
	cue = quotes_cue_at(q, end);
	if (cue > 0 && q->cues[cue - 1].sentence + 1 == s->sentence
	    && q->cues[cue - 1].class != CUE_LABEL
	    && quotes_subject(q, cue - 1) >= 0) {
		*x = of_cue(q, cue - 1);
		return true;
	}
	m = quotes_mention_at(q, end);
	if (m == 0 || q->mentions[m - 1].sentence + 1 != s->sentence)
		return false;
	*x = quotes_source_of(-1, (int)m - 1);
	return true;
}

bool
quotes_comma_outside(struct quotes *q, size_t k, struct source *x)
{
	const struct stretch *s = &q->stretches[k];
	size_t i = s->right, cue = quotes_cue_at(q, i);
	int m;

	if (i + 1 >= q->ntokens || q->words[i].k != W_COMMA || q->quoted[i]
	    || cue >= q->ncues || q->cues[cue].token != i + 1
	    || q->cues[cue].class > CUE_ASK || (q->cues[cue].form != FORM_S
	    && q->cues[cue].form != FORM_PAST))
		return false;
	m = q->words[i + 1].k < W_CUE ? -1	/* "dit-il" */
	    : behind(q, &q->cues[cue]);
	if (m < 0 || q->mentions[m].from != i + 2)
		return false;
	quotes_subject(q, cue);
	q->cues[cue].subject = m;
	*x = quotes_source_of((int)cue, m);
	return true;
}

void
quotes_plain_near(struct quotes *q, size_t k, struct source *x)
{
	const struct stretch *s = &q->stretches[k];
	size_t cue = quotes_cue_at(q, s->right);

	if (last_before(q, s, NEAR, x))
		return;
	if (cue < q->ncues && q->cues[cue].sentence == s->last_sentence
	    && q->cues[cue].token < s->right + NEAR
	    && quotes_may_say(q, q->cues[cue].token))
		*x = of_cue(q, cue);
}
