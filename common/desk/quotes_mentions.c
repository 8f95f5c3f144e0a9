/*
 * Mentions: the noun phrases and pronouns outside quotation marks, found by
 * classes of words alone. A phrase is determiners, then nouns, names and what
 * stands before them, then "of" and another phrase.
 */
#include "desk/quotes_parts.h"

#include "base/die.h"
#include "text/chars.h"

enum { PHRASE = 24 };	/* tokens; no one is called more */

/*
 * What a class may be in a phrase; a NAME is a capital or a title, a FORM of a
 * verb may stand as a noun or adjective. (As switches they were mispredicted
 * for every other word.)
 */
enum { NOUN = 1, NAME = 2, DETERMINER = 4, FORM = 8, GOES_ON = 16 };
static const uint8_t traits[W_CLASSES] = {
	[W_OTHER] = NOUN, [W_S] = NOUN, [W_NUMBER] = NOUN, [W_WORK] = NOUN,
	[W_ROLE] = NOUN, [W_ROLES] = NOUN, [W_BODY] = NOUN, [W_PAPER] = NOUN,
	[W_AUDIENCE] = NOUN, [W_CUE + 2 * CUE_NOUN] = NOUN,
	[W_CAP] = NOUN | NAME, [W_CAPS] = NOUN | NAME, [W_TITLE] = NOUN | NAME,
	[W_THE] = DETERMINER, [W_A] = DETERMINER, [W_POSS] = DETERMINER,
	[W_DEM] = DETERMINER, [W_QUANT] = DETERMINER,
	[W_LY] = FORM, [W_ED] = FORM, [W_ING] = FORM, [W_PAST] = FORM,
	[W_VERB] = FORM, [W_TIME] = FORM,
	[W_GENITIVE] = GOES_ON, [W_STOP] = GOES_ON,
};

/* The kind of a word that is a mention by itself. */
static const uint8_t pronouns[W_CLASSES] = {
	[W_HE] = MENTION_HE, [W_THEY] = MENTION_THEY, [W_IT] = MENTION_IT,
	[W_I] = MENTION_I, [W_YOU] = MENTION_I, [W_WHO] = MENTION_WHO,
	[W_OBJ] = MENTION_OBJ,
};

static bool
is_determiner(unsigned k)
{
	return (traits[k] & DETERMINER) != 0;
}

static bool
is_noun(unsigned k)
{
	return (traits[k] & NOUN) != 0;
}

static bool
is_name(unsigned k)
{
	return (traits[k] & NAME) != 0;
}

/* "according to court documents": no verb stands in that phrase. */
static bool
is_accorded(const struct quotes *q, size_t from)
{
	return from > 1 && q->words[from - 1].k == W_TO
	    && q->words[from - 2].k == W_ACCORDING;
}

/* A verb form that stands as a noun or adjective: "the report", "a named". */
static bool
is_modifier(const struct quotes *q, size_t i, size_t from)
{
	unsigned k = q->words[i].k, before, next;
	bool opens;

	if (k < W_CUE && (traits[k] & FORM) == 0)
		return false;
	before = i > from ? q->words[i - 1].k : 0;
	next = quotes_class(q, i + 1);
	opens = is_determiner(before) || before == W_GENITIVE;
	if (k < W_CUE)
		return (opens || before == W_LY || (i == from && k != W_TIME
		    && is_noun(next) && !is_name(next) && k != W_VERB))
		    && (is_noun(next) || next >= W_CUE || k == W_VERB
		    || k == W_TIME);
	/* "secretary of state John Kerry" */
	if (i == from && q->words[i].form == FORM_BASE && i > 0
	    && q->words[i - 1].k == W_OF)
		return true;
	/* "House press secretary": after a singular no base form is a verb. */
	if (q->words[i].form == FORM_BASE && is_noun(next) && (is_name(before)
	    || before == W_ROLE || before == W_BODY || before == W_OTHER))
		return true;
	if (q->words[i].form == FORM_S && is_accorded(q, from))
		return i > from;
	if (q->words[i].form == FORM_BASE || q->words[i].form == FORM_S
	    || q->words[i].form == FORM_ING)
		return opens || before == W_OTHER || before == W_ED
		    ? opens || is_noun(next) : false;
	return opens && is_noun(next);
}

/* "Mr." and "Gov." are two tokens. */
static bool
is_title_stop(const struct quotes *q, size_t i)
{
	return q->words[i].k == W_STOP && q->words[i - 1].k == W_TITLE
	    && !q->tokens[i].space && i + 1 < q->ntokens
	    && is_name(q->words[i + 1].k);
}

/* From determiners through the last noun; from if there is none. */
static size_t
simple_phrase(const struct quotes *q, size_t from, size_t end, size_t *head)
{
	const struct word *w = q->words;
	size_t i = from, last = from;

	end = end < from + PHRASE ? end : from + PHRASE;
	while (i < end && is_determiner(w[i].k))
		i++;
	for (; i < end && q->quoted[i] == 0; i++) {
		unsigned k = w[i].k;

		if (is_noun(k)) {
			last = i + 1;
			*head = i;
			continue;
		}
		if (k < W_CUE && (traits[k] & (FORM | GOES_ON)) == 0)
			break;
		if (last == i && i > from && (k == W_GENITIVE
		    || is_title_stop(q, i)))
			continue;
		if (!is_modifier(q, i, from))
			break;
		if (k >= W_CUE || k == W_VERB) {
			last = i + 1;
			*head = i;
		}
	}
	return last;
}

static enum mention_kind
phrase_kind(const struct quotes *q, size_t from, size_t head)
{
	switch (q->words[head].k) {
	case W_CAP: case W_CAPS: case W_TITLE:
		for (size_t i = from; i < head; i++)
			if (!is_name(q->words[i].k))
				return MENTION_TITLED;
		return MENTION_NAME;
	case W_ROLE: return MENTION_ROLE;
	case W_ROLES: return MENTION_ROLES;
	case W_BODY: return MENTION_BODY;
	case W_PAPER: return MENTION_PAPER;
	case W_AUDIENCE: return MENTION_AUDIENCE;
	}
	return q->words[head].k >= W_CUE ? MENTION_PAPER : MENTION_NOUN;
}

static struct mention *
add(struct quotes *q, size_t from, size_t to, enum mention_kind kind)
{
	struct mention *m;

	quotes_fill(q->mentions_before, &q->mentions_filled, to, q->nmentions);
	q->mentions = xgrow(q->mentions, &q->mention_cap, q->nmentions + 1,
	    sizeof *q->mentions);
	m = &q->mentions[q->nmentions++];
	*m = (struct mention){ .from = from, .to = to, .head = to - 1, .end = to,
	    .kind = kind, .sentence = q->sentence_of[from],
	    .person = PERSON_UNKNOWN };
	return m;
}

/* "of officials", "of the ministry of health" behind the phrase that ends at
 * more: the token after it all. */
static size_t
take_of(struct quotes *q, size_t i, size_t more, size_t end,
    enum mention_kind *kind)
{
	while (more + 1 < end && q->words[more].k == W_OF && !q->quoted[more]
	    && !q->quoted[more + 1] && more < i + PHRASE) {
		size_t inner = more + 1;
		size_t next = simple_phrase(q, more + 1, end, &inner);

		if (next == more + 1)
			break;
		/* "dozens of officials" are officials. */
		if (*kind == MENTION_NOUN && q->words[inner].k >= W_ROLE
		    && q->words[inner].k <= W_BODY)
			*kind = phrase_kind(q, more + 1, inner);
		more = next;
	}
	return more;
}

/* "one of the miners", "those": no noun follows the first word. */
static size_t
take_quantity(struct quotes *q, size_t i, size_t end)
{
	enum mention_kind kind = MENTION_NOUN;
	size_t to = i + 1;

	if (q->words[i].k == W_QUANT)
		to = take_of(q, i, to, end, &kind);
	if (to > i + 1)
		add(q, i, to, MENTION_QUANT)->head = i;
	else if (q->words[i].k == W_QUANT || q->words[i].k == W_DEM)
		add(q, i, i + 1, q->words[i].k == W_DEM ? MENTION_DEM
		    : MENTION_QUANT);
	return to;
}

/* In other languages a small word behind a name, whatever it is, is none:
 * "Lemoine lors d'une visite", but "Carlos de la Cruz". */
static size_t
end_of_name(const struct quotes *q, size_t from, size_t to)
{
	size_t i = from, end;

	while (i < to && !is_name(q->words[i].k))
		i++;
	for (end = i; end < to && (is_name(q->words[end].k)
	    || is_determiner(q->words[end].k) || q->words[end].k == W_OF);)
		end++;
	while (end > i && !is_name(q->words[end - 1].k))
		end--;
	return end > i ? end : to;
}

/* The phrase that begins at i, if one does: the token after it. */
static size_t
take_phrase(struct quotes *q, size_t i, size_t end)
{
	size_t head = i, to = simple_phrase(q, i, end, &head);
	enum mention_kind kind;
	struct mention *m;

	if (to == i)
		return take_quantity(q, i, end);
	kind = phrase_kind(q, i, head);
	to = take_of(q, i, to, end, &kind);
	m = add(q, i, to, kind);
	m->head = head;
	if (q->marked_only)
		m->end = end_of_name(q, i, to);
	return to;
}

/* Does a phrase begin with the word? A form of a verb only before a noun. */
static bool
begins(const struct quotes *q, size_t i)
{
	unsigned t = traits[q->words[i].k];

	return (t & (NOUN | DETERMINER)) != 0
	    || ((t & FORM) != 0 && is_modifier(q, i, i));
}

void
quotes_mentions(struct quotes *q, size_t sentence)
{
	size_t i = q->first_token[sentence], end = q->first_token[sentence + 1];
	const struct word *words = q->words;
	const uint32_t *quoted = q->quoted;

	if (i < end && q->words[i].upper)
		i = quotes_after_dateline(q, i, end);
	while (i < end) {
		unsigned k = words[i].k;
		enum mention_kind kind = pronouns[k];

		if (quoted[i] > 0 || (kind == MENTION_NONE
		    && traits[k] == 0)) {
			i++;	/* no word that begins one, as half of them */
			continue;
		}
		if (k == W_A && words[i].upper
		    && quotes_class(q, i + 1) == W_COLON)
			kind = MENTION_NAME;	/* "A: Yes." */
		if (kind != MENTION_NONE) {
			add(q, i, i + 1, kind);
			i++;
		} else {
			i = begins(q, i) ? take_phrase(q, i, end) : i + 1;
		}
	}
}
