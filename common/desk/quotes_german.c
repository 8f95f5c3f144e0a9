/*
 * What order alone does not tell in German: nouns have capitals, a subjunctive
 * goes on with whoever was reported before, and "so" says something only before
 * a name.
 */
#include "desk/quotes_parts.h"

#include "lang/language.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_subjunctive_de;

enum {
	AROUND = 120,	/* tokens before and behind it where "sei" may stand */
	CLAUSE = 20,	/* tokens from "wie" to the verb at the end */
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
	return quotes_has_capital(q, m->from + (m->from == begin), m->to);
}

size_t
quotes_german_begin(const struct quotes *q, size_t token)
{
	size_t begin = quotes_begin(q, token);

	for (size_t i = token; i > begin + 1 && i + CLAUSE > token;) {
		i--;
		if (q->words[i - 1].k != W_COMMA || q->quoted[i])
			continue;
		switch (q->words[i].k) {
		case W_WHAT: case W_AS: case W_THAT: case W_WHEN:
		case W_BECAUSE: case W_IF:
			return i;
		default:
			return token;
		}
	}
	return token;
}

bool
quotes_german_genitive(const struct quotes *q, size_t token)
{
	struct str t = quotes_token(q, token);

	/* "nach Angaben der Polizei": she says it, not what she says. */
	return quotes_is_language(q, "de") && (str_eq(t, STR("der"))
	    || str_eq(t, STR("des")))
	    && !quotes_is_view(quotes_token(q, token - 1));
}

/* A comma, or a mark, stands before it. */
static bool
is_parted(const struct quotes *q, size_t token)
{
	return token > 0 && (q->words[token - 1].k == W_COMMA
	    || q->quoted[token - 1]);
}

/* "..., so Lopez", not "so heißt", "so dass" and "so genannte". */
bool
quotes_german_so(const struct quotes *q, size_t token)
{
	size_t i = token + 1;

	if (!chars_eq_nocase(quotes_token(q, token), STR("so")))
		return true;
	/* "..., so ein Sprecher", not "so ein Unfug" */
	while (i < q->ntokens && i < token + 3 && !q->words[i].upper
	    && (q->words[i].k == W_THE || q->words[i].k == W_POSS
	    || (q->words[i].k == W_A && is_parted(q, token))))
		i++;
	return i < q->ntokens && q->sentence_of[i] == q->sentence_of[token]
	    && (q->words[i].upper || q->words[token + 1].k == W_HE
	    || q->words[token + 1].cue > 0);
}

/* 0: it is none. */
static int
subjunctive(const struct quotes *q, size_t i)
{
	if (q->quoted[i] || q->words[i].upper)
		return 0;
	/* "ich habe", "es sei denn" */
	if (quotes_class(q, i + 1) == W_I || (i > 0
	    && q->words[i - 1].k == W_I) || str_eq(quotes_token(q, i + 1),
	    STR("denn")))
		return 0;
	return words_find(&words_subjunctive_de, quotes_token(q, i));
}

bool
quotes_german_subjunctive(const struct quotes *q, struct span x, int weakest)
{
	for (size_t i = x.start; i < x.end; i++) {
		int n = subjunctive(q, i);

		if (n > 0 && n <= weakest)
			return true;
	}
	return false;
}

/* ", für die Stadt zu sprechen" */
static bool
has_infinitive(const struct quotes *q, struct span x)
{
	for (size_t i = x.start; i + 1 < x.end; i++)
		if (q->words[i].k == W_TO && !q->words[i + 1].upper
		    && str_ends(quotes_token(q, i + 1), STR("n")))
			return true;
	return false;
}

bool
quotes_german_is_purpose(struct str s)
{
	static const char *const words[] = { "um", "ohne", "statt", "anstatt" };

	return chars_is_one_of(s, words, sizeof words / sizeof *words);
}

/*
 * A German clause has a verb: one that is known, or a small word behind a noun,
 * where no adjective stands.
 */
static bool
has_verb(const struct quotes *q, struct span x)
{
	for (size_t i = x.start + 1; i < x.end; i++)
		if (quotes_is_verb(q, i) || (q->words[i - 1].upper
		    && !q->words[i].upper && q->words[i].k < W_THE))
			return true;
	return false;
}

/* Before its first comma, or behind the next: "In einem Bericht, der neu ist". */
bool
quotes_german_has_verb(const struct quotes *q, struct span x)
{
	size_t i = x.start;

	for (unsigned n = 0; n < 2; n++) {
		struct span part = { i, i };

		while (part.end < x.end && q->words[part.end].k != W_COMMA)
			part.end++;
		if (n == 0 && has_verb(q, part))
			return true;
		i = part.end < x.end ? part.end + 1 : x.end;
	}
	return has_verb(q, (struct span){ i, x.end });
}

/* German behind a comma: "dass", a question, a subjunctive, a demand. */
bool
quotes_german_clause(const struct quotes *q, const struct cue *c, struct span x)
{
	unsigned k = quotes_class(q, x.start);

	if (k == W_THAT || k == W_IF)
		return true;
	if (quotes_german_is_purpose(quotes_token(q, x.start)))
		return false;
	if (k == W_WHAT && c->class != CUE_VERDICT)
		return c->token + 1 == x.start - 1
		    || c->class == CUE_ASK;
	return quotes_german_subjunctive(q, x, UNREAL) || (c->class != CUE_VERDICT
	    && has_infinitive(q, x));
}

/* "geht davon aus", "ist der Ansicht": German words that a clause with "dass"
 * of somebody's hangs on, whatever the verb. */
static bool
announces(struct str s)
{
	static const char *const words[] = { "an", "auf", "aus", "bekannt",
	    "darauf", "darum", "dazu", "davon", "ein", "entgegen", "fest",
	    "hin", "hinzu", "klar", "mit", "nahe", "vor", "zu", "zurück",
	    "besorgt", "optimistisch", "sicher", "zuversichtlich",
	    "überzeugt", "Ansicht", "Auffassung", "Befürchtung", "Bedauern",
	    "Ergebnis", "Forderung", "Hoffnung", "Kritik", "Meinung",
	    "Schluss", "Verdacht", "Vermutung", "Vorwurf", "Zweifel",
	    "Überzeugung" };

	return str_is_one_of(s, words, sizeof words / sizeof *words);
}

/* Does what begins behind this comma say what somebody said? */
bool
quotes_german_announced(const struct quotes *q, size_t comma, size_t end)
{
	size_t to = comma + 1;

	if (q->words[comma + 1].k == W_THAT && announces(quotes_token(q,
	    comma - 1)))
		return true;
	while (to < end && q->words[to].k != W_COMMA)
		to++;
	return quotes_german_subjunctive(q, (struct span){ comma + 1, to }, REPORTED);
}

/* "Er soll geflohen sein": it is said that he has. */
static bool
is_said_to_have(const struct quotes *q, struct span x)
{
	struct str last = quotes_token(q, x.end - 1);
	bool should = false;

	for (size_t i = x.start; i < x.end && !should; i++) {
		struct str t = quotes_token(q, i);

		should = !q->quoted[i] && (str_eq(t, STR("soll"))
		    || str_eq(t, STR("sollen")));
	}
	return should && (str_eq(last, STR("haben"))
	    || str_eq(last, STR("sein")));
}

bool
quotes_german_hearsay(const struct quotes *q, struct span x)
{
	return quotes_german_subjunctive(q, x, REPORTED)
	    || is_said_to_have(q, x)
	    || chars_eq_nocase(quotes_token(q, x.start), STR("demnach"));
}

/* "sei", "habe", "könne" near by: somebody is reported. */
static bool
is_reported(const struct quotes *q, const struct stretch *s)
{
	size_t begin = quotes_begin(q, s->left), end = quotes_end(q, s->left);

	begin = begin + AROUND < s->left ? s->left - AROUND : begin;
	end = end < s->left + AROUND ? end : s->left + AROUND;
	return quotes_german_subjunctive(q, (struct span){ begin, end },
	    REPORTED);
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
	m = quotes_accorded_for(q, s);
	if (m < 0 && quotes_cue_at(q, begin) == quotes_cue_at(q, s->left)
	    && is_reported(q, s))
		m = reported_before(q, s);
	if (m < 0)
		return false;
	*x = (struct source){ .kind = SOURCE_MENTION, .cue = -1,
	    .mention = m };
	return true;
}
