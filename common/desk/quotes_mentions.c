/*
 * Mentions: the noun phrases and pronouns outside quotation marks, found by
 * classes of words alone. A phrase is determiners, then nouns, names and what
 * stands before them, then "of" and another phrase.
 */
#include "desk/quotes_parts.h"

#include "base/die.h"
#include "text/chars.h"

enum { PHRASE = 24 };	/* tokens; no one is called more */

/* The kind of a word that is a mention by itself. */
static const uint8_t pronouns[W_CUE] = {
	[W_HE] = MENTION_HE, [W_THEY] = MENTION_THEY, [W_IT] = MENTION_IT,
	[W_I] = MENTION_I, [W_YOU] = MENTION_I, [W_WHO] = MENTION_WHO,
	[W_OBJ] = MENTION_OBJ,
};

static bool
is_determiner(unsigned k)
{
	return (quotes_parts_of(k) >> PART_DETERMINER & 1) != 0;
}

static bool
is_noun(unsigned k)
{
	return (quotes_parts_of(k) >> PART_NOUN & 1) != 0;
}

static bool
is_name(unsigned k)
{
	return (quotes_parts_of(k) >> PART_CAPITAL & 1) != 0;
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

	if (k == W_GENITIVE || k == W_STOP)
		return false;	/* the others that may go on are forms */
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
	/* "House press secretary", "a court order": no base form is a verb there. */
	if (q->words[i].form == FORM_BASE && (is_noun(next) || (i > from
	    && q->words[from].k == W_A && before != W_OTHER))
	    && (is_name(before) || before == W_ROLE || before == W_BODY
	    || before == W_OTHER))
		return true;
	if (k == W_CUE + 2 * CUE_SAY && q->words[i].form == FORM_S)
		return false;	/* "the mother of three says" */
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

/* Where a phrase stands, its head noun's last token; to is from: none does. */
struct phrase {
	size_t from, to, head;
};

/* What goes on at i, behind its determiners and first nouns. */
static void
more_of_phrase(const struct quotes *q, struct phrase *p, size_t i, size_t end)
{
	const struct word *w = q->words;

	for (; i < end && q->quoted[i] == 0; i++) {
		unsigned k = w[i].k, parts = quotes_parts_of(k);

		if ((parts >> PART_NOUN & 1) != 0) {
			p->to = i + 1;
			p->head = i;
			continue;
		}
		if ((parts >> PART_GOES_ON & 1) == 0)
			break;
		if (p->to == i && i > p->from && (k == W_GENITIVE
		    || is_title_stop(q, i)))
			continue;
		if (!is_modifier(q, i, p->from))
			break;
		if (k >= W_CUE || k == W_VERB) {
			p->to = i + 1;
			p->head = i;
		}
	}
}

/* From determiners through the last noun: most are these alone, read by bits. */
static inline struct phrase
simple_phrase(const struct quotes *q, size_t from, size_t end)
{
	struct phrase p = { from, from, from };
	size_t i = from + quotes_bits_run(quotes_bits(q, PART_DETERMINER,
	    from)), nouns;

	end = end < from + PHRASE ? end : from + PHRASE;
	i = i < end ? i : end;
	nouns = quotes_bits_run(quotes_bits(q, PART_NOUN, i));
	nouns = nouns < end - i ? nouns : end - i;
	if (nouns > 0) {
		p.to = i += nouns;
		p.head = i - 1;
	}
	if (i < end && (quotes_bits(q, PART_GOES_ON, i) & 1) != 0)
		more_of_phrase(q, &p, i, end);
	return p;
}

static enum mention_kind
phrase_kind(const struct quotes *q, size_t from, size_t head)
{
	static const uint8_t kinds[W_CUE] = {
		[W_CAP] = MENTION_NAME, [W_CAPS] = MENTION_NAME,
		[W_TITLE] = MENTION_NAME, [W_ROLE] = MENTION_ROLE,
		[W_ROLES] = MENTION_ROLES, [W_BODY] = MENTION_BODY,
		[W_PAPER] = MENTION_PAPER, [W_AUDIENCE] = MENTION_AUDIENCE,
	};
	unsigned k = q->words[head].k;
	enum mention_kind kind = k >= W_CUE ? MENTION_PAPER : kinds[k];

	if (kind == MENTION_NONE)
		return MENTION_NOUN;
	return kind == MENTION_NAME && quotes_bits_run(quotes_bits(q,
	    PART_CAPITAL, from)) < head - from ? MENTION_TITLED : kind;
}

/* There is room for it. */
static inline struct mention *
add(struct quotes *q, size_t from, size_t to, enum mention_kind kind)
{
	struct mention *m = &q->mentions[q->nmentions];

	quotes_fill(q->mentions_before, &q->mentions_filled, to, q->nmentions);
	*m = (struct mention){ .from = from, .to = to, .head = to - 1, .end = to,
	    .kind = kind, .sentence = q->sentence_of[from],
	    .person = PERSON_UNKNOWN };
	q->nmentions++;
	return m;
}

/* "of", or "Sprecher der Stadt" in German. */
static bool
is_of(const struct quotes *q, size_t i)
{
	if (q->words[i].k == W_OF)
		return true;
	return q->words[i].k == W_THE && q->words[i - 1].upper
	    && quotes_german_genitive(q, i);
}

/* "of officials", "of the ministry of health" behind the phrase that ends at
 * more: the token after it all. */
static size_t
take_of(struct quotes *q, size_t i, size_t more, size_t end,
    enum mention_kind *kind)
{
	while (more + 1 < end && is_of(q, more) && !q->quoted[more]
	    && !q->quoted[more + 1] && more < i + PHRASE) {
		struct phrase p = simple_phrase(q, more + 1, end);

		if (p.to == p.from)
			break;
		/* "dozens of officials" are officials. */
		if (*kind == MENTION_NOUN && q->words[p.head].k >= W_ROLE
		    && q->words[p.head].k <= W_BODY)
			*kind = phrase_kind(q, p.from, p.head);
		more = p.to;
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

	/* "Glavny sanitarny vrach": the capital only opens the sentence. */
	if (i == quotes_begin(q, i) && i + 1 < to && !q->words[i + 1].upper
	    && (unsigned char)q->text.p[q->tokens[i].start] >= 0xc3)
		i++;
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
	struct phrase p = simple_phrase(q, i, end);
	enum mention_kind kind;
	struct mention *m;

	if (p.to == i)
		return take_quantity(q, i, end);
	kind = phrase_kind(q, i, p.head);
	if (p.to < end && is_of(q, p.to))
		p.to = take_of(q, i, p.to, end, &kind);
	m = add(q, i, p.to, kind);
	m->head = (uint32_t)p.head;
	if (q->marked_only)
		m->end = (uint32_t)end_of_name(q, i, p.to);
	return p.to;
}

/* A form of a verb begins a phrase only before a noun. */
static bool
begins(const struct quotes *q, size_t i)
{
	return (quotes_bits(q, PART_GOES_ON, i) & 1) == 0
	    || is_modifier(q, i, i);
}

void
quotes_mentions(struct quotes *q, size_t sentence)
{
	size_t i = q->first_token[sentence], end = q->first_token[sentence + 1];

	q->mentions = xgrow(q->mentions, &q->mention_cap, q->nmentions + end
	    - i + 1, sizeof *q->mentions);
	if (i < end && q->words[i].upper)
		i = quotes_after_dateline(q, i, end);
	while ((i = quotes_bits_next(q, PART_BEGINS, i, end)) < end) {
		unsigned k = q->words[i].k;
		enum mention_kind kind = k < W_CUE ? pronouns[k] : MENTION_NONE;

		if (k == W_A && q->words[i].upper
		    && quotes_class(q, i + 1) == W_COLON)
			kind = MENTION_NAME;	/* "A: Yes." */
		if (kind != MENTION_NONE)
			add(q, i, i + 1, kind);
		if (kind != MENTION_NONE || !begins(q, i))
			i++;
		else
			i = take_phrase(q, i, end);
	}
}
