/*
 * Block quotations: "Mayor Hall wrote on Facebook:" closes a paragraph, and the
 * next one is his words, without marks. They speak of I and we, which a paper's
 * own paragraphs do not.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"

enum { REACH = 8 };	/* tokens from the verb to the colon: "in a statement" */

static bool
is_first_person(struct str s)
{
	static const char *const words[] = { "i", "we", "my", "our", "us",
	    "me" };

	return s.n <= 3 && chars_is_one_of(s, words,
	    sizeof words / sizeof *words);
}

static bool
ends_paragraph(const struct quotes *q, size_t s)
{
	return s + 1 >= q->nsentences
	    || q->paragraph_of[s + 1] != q->paragraph_of[s];
}

/* The sentence at whose beginning the next paragraph begins. */
static size_t
next_paragraph(const struct quotes *q, size_t s)
{
	while (!ends_paragraph(q, s))
		s++;
	return s + 1;
}

/* Is the paragraph from s to end in the words of somebody, all of it? */
static bool
is_block(const struct quotes *q, size_t s, size_t end)
{
	size_t from = q->first_token[s], to = q->first_token[end];
	size_t cue = quotes_cue_at(q, from);
	bool first = false;

	if (from >= to || q->quoted[from] || (cue < q->ncues
	    && q->cues[cue].token < to && q->cues[cue].class >= CUE_LABEL))
		return false;
	for (size_t i = from; i < to && !first; i++)
		first = !q->quoted[i] && is_first_person(quotes_token(q, i));
	return first;
}

/* He and she, names and offices, letters; not "I" and what has no name. */
static bool
may_speak(const struct mention *m, enum cue_class class)
{
	switch (m->kind) {
	case MENTION_HE: case MENTION_NAME: case MENTION_TITLED:
	case MENTION_ROLE: case MENTION_BODY:
		return class <= CUE_CLAIM;
	case MENTION_PAPER:
		return class <= CUE_CLAIM || class == CUE_PASS;	/* reads */
	default:
		return false;
	}
}

/* "... wrote on Facebook:", and that is all of the paragraph. */
static bool
introduces(const struct quotes *q, const struct cue *c)
{
	size_t end = quotes_end(q, c->token), i = c->token + 1;

	if ((c->form != FORM_PAST && c->form != FORM_S)
	    || !ends_paragraph(q, c->sentence)
	    || end > i + REACH || !str_eq(quotes_token(q, end - 1), STR(":")))
		return false;
	for (; i < end; i++)
		if (q->quoted[i] || quotes_is_verb(q, i))
			return false;
	return true;
}

bool
quotes_give_block(struct quotes *q, size_t cue)
{
	const struct cue *c = &q->cues[cue];
	size_t s = c->sentence + 1, end;
	struct quote *x = NULL;

	if (!introduces(q, c) || quotes_subject(q, cue) < 0
	    || !may_speak(&q->mentions[c->subject], c->class))
		return false;
	for (; s < q->nsentences; s = end) {
		end = next_paragraph(q, s);
		if (!is_block(q, s, end))
			break;
		if (x == NULL) {
			x = quotes_add(q, QUOTE_DIRECT);
			x->confidence = QUOTES_LABELLED;
			quotes_set_source(q, x, (int)cue, c->subject);
		}
		if (x->nspans == QUOTE_SPANS)
			break;
		x->spans[x->nspans++] = (struct span){
		    q->tokens[q->first_token[s]].start,
		    q->tokens[q->first_token[end] - 1].end };
	}
	return x != NULL;
}
