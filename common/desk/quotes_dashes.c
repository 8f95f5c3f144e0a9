/*
 * Speech behind a dash, as Polish, Russian, French, Spanish and Scandinavian
 * papers print it: "- Nie wiem. Zobaczymy - powiedziała Anna Nowak. - Mamy
 * czas." What opens is a dash at the head of a sentence, what closes one, or a
 * comma, before a verb of saying; a paragraph without such a verb is a list.
 */
#include "desk/quotes_parts.h"

enum {
	SHORTEST = 2,	/* tokens between the dashes */
	LONGEST = 400,	/* tokens to the verb */
	NEAR = 4,	/* sentences back, for "- dodał." */
	/* Thousandths. A dash opens other things too, but not before a verb. */
	CONFIDENCE = 700
};

/* A dash with a blank on one side at least, outside of marks. */
static bool
is_dash(const struct quotes *q, size_t i, size_t end)
{
	return q->words[i].k == W_DASH && !q->quoted[i] && i + 1 < end
	    && (q->tokens[i].space || q->tokens[i + 1].space
	    || i == quotes_begin(q, i) || q->words[i + 1].k == W_STOP
	    || q->words[i + 1].k == W_COMMA);
}

static bool
opens(const struct quotes *q, size_t i, size_t end)
{
	return i == quotes_begin(q, i) && is_dash(q, i, end)
	    && !q->quoted[i + 1] && q->words[i + 1].upper;
}

/* The next dash from i on, end if there is none. */
static size_t
next_dash(const struct quotes *q, size_t i, size_t end)
{
	while (i < end && !is_dash(q, i, end))
		i++;
	return i;
}

/* Behind the verb, "powiedziała w maju rzeczniczka rządu Anna Nowak"; -1: none. */
static int
named_behind(const struct quotes *q, size_t verb, size_t end)
{
	size_t most = next_dash(q, verb, quotes_end(q, verb) < end
	    ? quotes_end(q, verb) : end);

	for (size_t m = quotes_mention_at(q, verb + 1); m < q->nmentions
	    && q->mentions[m].to <= most; m++)
		if (q->mentions[m].kind != MENTION_OBJ
		    && !quotes_is_preposition(
		    q->words[q->mentions[m].from - 1].k))
			return (int)m;
	return -1;
}

/*
 * The dash before the verb of what is open at the token, or the comma, as in
 * "- Vi er glade, sier Anna Berg"; end: there is none.
 */
static size_t
close_of(struct quotes *q, size_t open, size_t end, struct source *x)
{
	size_t most = end < open + LONGEST ? end : open + LONGEST;

	for (size_t i = open + 1; i < most; i++) {
		bool dash = is_dash(q, i, most), behind;

		if ((!dash && (q->words[i].k != W_COMMA || q->quoted[i]
		    || is_dash(q, i + 1, most)))
		    || !quotes_plain_follows(q, i + 1, x))
			continue;
		behind = x->mention >= (int)quotes_mention_at(q, i + 1);
		if (!behind && dash)
			x->mention = named_behind(q, q->cues[x->cue].token,
			    end);
		if (dash || (behind && q->mentions[x->mention].kind
		    != MENTION_NOUN))
			return i;
	}
	return end;
}

static void
add_span(struct quotes *q, struct quote *x, size_t from, size_t to)
{
	while (from < to && (q->words[from].k == W_STOP
	    || q->words[from].k == W_COMMA))
		from++;		/* "-dijo Ana Ruiz-. Hay tiempo." */
	if (to < from + SHORTEST || x->nspans == QUOTE_SPANS)
		return;
	x->spans[x->nspans++] = (struct span){ q->tokens[from].start,
	    q->tokens[to - 1].end };
	for (size_t i = from; i < to; i++)
		if (q->quoted[i])
			q->stretches[q->quoted[i] - 1].used = true;
}

/* "- dodał. - Mamy czas.": all that goes on behind the verb, to the end. */
static void
add_rest(struct quotes *q, struct quote *x, size_t verb, size_t end)
{
	struct source other;
	size_t open = next_dash(q, verb, end), close;

	while (open < end) {
		close = close_of(q, open, end, &other);
		add_span(q, x, open + 1, close);
		open = close < end ? next_dash(q, close + 1, end) : end;
	}
}

/* "- dodał.": who was reported last, else of whom the sentences before are. */
static int
speaker_before(const struct quotes *q, size_t s)
{
	if (q->running.mention >= 0 && q->running.sentence + NEAR >= s)
		return q->running.mention;
	for (size_t n = 0; n < NEAR && s-- > 0; n++) {
		size_t m = quotes_mention_at(q, q->first_token[s]);

		if (m < q->nmentions && q->mentions[m].sentence == s
		    && (q->mentions[m].kind == MENTION_NAME
		    || q->mentions[m].kind == MENTION_TITLED
		    || q->mentions[m].kind == MENTION_ROLE))
			return (int)m;
	}
	return -1;
}

bool
quotes_give_dashed(struct quotes *q, size_t s)
{
	size_t i = q->first_token[s], end, close, last = s;
	struct source from = { .cue = -1, .mention = -1 };
	struct quote x = { .kind = QUOTE_DIRECT, .confidence = CONFIDENCE };

	if (i >= q->ntokens || q->words[i].k != W_DASH)
		return false;
	while (last + 1 < q->nsentences
	    && q->paragraph_of[last + 1] == q->paragraph_of[s])
		last++;
	end = q->first_token[last + 1];
	if (!opens(q, i, end) || (close = close_of(q, i, end, &from)) == end)
		return false;
	add_span(q, &x, i + 1, close);
	add_rest(q, &x, close + 1, end);
	if (x.nspans == 0)
		return false;
	*quotes_add(q, QUOTE_DIRECT) = x;
	if (from.mention < 0)
		from.mention = speaker_before(q, s);
	quotes_set_source(q, &q->found[q->n - 1], from.cue, from.mention);
	q->dashed = last + 1;
	q->running.sentence = last;
	q->running.mention = from.mention;
	q->running.goes_on = false;
	return true;
}
