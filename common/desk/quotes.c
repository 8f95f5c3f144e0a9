#include "desk/quotes.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

const char *const quote_kinds[3] = { "direct", "mixed", "indirect" };

/*
 * How well a cue fits a stretch; only the order matters. Set on the invented
 * phenomena and checked on news with human annotation.
 */
enum {
	FIT_AFTER = 100,	/* "...," X said */
	FIT_BEFORE = 90,	/* X said: "..." */
	FIT_SENTENCE = 70,	/* elsewhere in the sentence */
	FIT_EARLIER = 38,	/* in a sentence before, less 5 for each */
	FIT_LATER = 20,		/* in the sentence after */
	FIT_NEAR = 3,		/* tokens that still are "right beside" */
	SCARE_WORDS = 3, TITLE_WORDS = 6, CUE_WINDOW = 64, SPLIT_GAP = 14,
	CLAUSE = 300		/* tokens; no one speaks longer in one */
};

void
quotes_open(struct quotes *q, const struct quotes_opts *opts)
{
	struct sentences_opts so = { .lang = STR("en") };

	*q = (struct quotes){ .marks_only = opts->marks_only };
	entities_open(&q->entities, true);
	sentences_open(&q->sentences, &so);
}

void
quotes_document(struct quotes *q)
{
	struct day none = { 0, 0, 0 };

	entities_document(&q->entities, none);
	q->last_speaker.n = q->last_man.n = q->last_woman.n = 0;
}

void
quotes_close(struct quotes *q)
{
	entities_close(&q->entities);
	sentences_close(&q->sentences);
	free(q->sentence);
	free(q->paragraph_of);
	free(q->first_token);
	free(q->stretches);
	free(q->cues);
	free(q->found);
	free(q->sentence_of);
	free(q->quoted);
	buf_free(&q->last_speaker);
	buf_free(&q->last_man);
	buf_free(&q->last_woman);
	arena_free(&q->arena);
}

/* ---- the frame: sentences, paragraphs, tokens ---- */

static void
find_sentences(struct quotes *q)
{
	struct span s;

	q->nsentences = 0;
	sentences_document(&q->sentences);
	sentences_start(&q->sentences, q->text, true);
	while (sentences_next(&q->sentences, &s)) {
		size_t n = q->nsentences++, before;

		q->sentence = xgrow(q->sentence, &q->sentence_cap, n + 1,
		    sizeof *q->sentence);
		q->paragraph_of = xgrow(q->paragraph_of, &q->paragraph_cap,
		    n + 1, sizeof *q->paragraph_of);
		q->sentence[n] = s;
		if (n == 0) {
			q->paragraph_of[0] = 0;
			continue;
		}
		/* A line end where a sentence ends too ends a paragraph. */
		before = q->sentence[n - 1].end;
		q->paragraph_of[n] = q->paragraph_of[n - 1]
		    + (memchr(q->text.p + before, '\n', s.start - before)
		    != NULL);
	}
}

static void
number_tokens(struct quotes *q)
{
	size_t n = q->entities.ntokens, s = 0, k = 0;

	q->sentence_of = xgrow(q->sentence_of, &q->of_cap, n + 1,
	    sizeof *q->sentence_of);
	q->quoted = xgrow(q->quoted, &q->quoted_cap, n + 1, sizeof *q->quoted);
	q->first_token = xgrow(q->first_token, &q->first_cap,
	    q->nsentences + 2, sizeof *q->first_token);
	q->first_token[0] = 0;
	for (size_t i = 0; i < n; i++) {
		size_t at = q->entities.tokens[i].start;

		while (s + 1 < q->nsentences && at >= q->sentence[s].end)
			q->first_token[++s] = (uint32_t)i;
		q->sentence_of[i] = (uint32_t)s;
		while (k < q->nstretches && at >= q->stretches[k].outer_close)
			k++;
		q->quoted[i] = k < q->nstretches
		    && at >= q->stretches[k].outer_open ? (uint32_t)k + 1 : 0;
	}
	while (s <= q->nsentences)
		q->first_token[++s] = (uint32_t)n;
}

/* First and last token of each stretch, its marks left out. */
static void
place_stretches(struct quotes *q)
{
	size_t i = 0, n = q->entities.ntokens;

	for (size_t k = 0; k < q->nstretches; k++) {
		struct stretch *s = &q->stretches[k];

		while (i < n && q->entities.tokens[i].start < s->open)
			i++;
		s->first = i;
		while (i < n && q->entities.tokens[i].start < s->close)
			i++;
		s->last = i;
		s->sentence = s->first < n ? q->sentence_of[s->first]
		    : q->nsentences - 1;
	}
}

/* ---- which cue a stretch belongs to ---- */

static size_t
sentence_at(const struct quotes *q, size_t token)
{
	return token < q->entities.ntokens ? q->sentence_of[token]
	    : q->nsentences;
}

static int
fit_after(const struct quotes *q, const struct stretch *s, const struct cue *c)
{
	size_t start = c->from < c->token ? c->from : c->token;
	size_t gap = start > s->last ? start - s->last : 0;
	size_t ends = s->last > s->first ? sentence_at(q, s->last - 1)
	    : s->sentence;

	if (c->sentence == ends)
		return gap <= FIT_NEAR ? FIT_AFTER
		    : FIT_SENTENCE - (int)(gap < 40 ? gap : 40);
	/* "...?" X asked: the sentence before ended inside the marks. */
	if (c->sentence == ends + 1 && gap <= FIT_NEAR && c->inverted)
		return FIT_AFTER - 5;
	if (c->sentence == ends + 1 && gap <= FIT_NEAR && start + 1 == c->token)
		return FIT_EARLIER + 5;
	return FIT_LATER - 8 * (int)(c->sentence - ends);
}

static int
fit_before(const struct quotes *q, const struct stretch *s, const struct cue *c)
{
	size_t end = c->to > c->token ? c->to : c->token + 1;
	size_t gap = s->first > end ? s->first - end : 0;

	(void)q;
	if (c->sentence == s->sentence)
		return gap <= FIT_NEAR ? FIT_BEFORE
		    : FIT_SENTENCE + 5 - (int)(gap < 40 ? gap : 40);
	return FIT_EARLIER - 5 * (int)(s->sentence - c->sentence);
}

static void
attach(struct quotes *q, size_t k, size_t from)
{
	struct stretch *s = &q->stretches[k];

	for (size_t i = from; i < q->ncues && i < from + CUE_WINDOW; i++) {
		const struct cue *c = &q->cues[i];
		size_t paragraph = q->paragraph_of[c->sentence];
		int fit;

		if (paragraph > s->paragraph)
			break;
		if (paragraph < s->paragraph)
			continue;
		fit = c->token >= s->last ? fit_after(q, s, c)
		    : fit_before(q, s, c);
		fit += 2 * (int)c->strength - (c->participle ? 2 : 0);
		if (fit > s->score && fit > 0) {
			s->score = fit;
			s->cue = (int)i;
		}
	}
}

static void
attach_all(struct quotes *q)
{
	size_t from = 0;

	for (size_t k = 0; k < q->nstretches; k++) {
		while (from < q->ncues && q->paragraph_of[q->cues[
		    from].sentence] < q->stretches[k].paragraph)
			from++;
		attach(q, k, from);
	}
}

/* ---- speech or not ---- */

static size_t
words_in(const struct quotes *q, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++) {
		char c = quotes_token(q, i).p[0];

		n += byte_is_letter(c) || byte_is_digit(c)
		    || (unsigned char)c >= 0xc3;
	}
	return n;
}

static bool
names_something(const struct quotes *q, const struct stretch *s)
{
	static const char *const before[] = { "called", "titled", "dubbed",
	    "nicknamed", "entitled", "known", "named", "so-called", "as",
	    "word", "term", "phrase", "book", "film", "movie", "song", "show",
	    "series", "album", "play", "program", "novel", "magazine", "'s" };
	size_t at = s->first > 2 ? s->first - 2 : 0;
	size_t upper = 0, words = words_in(q, s->first, s->last);

	for (size_t i = s->first; i < s->last; i++)
		upper += byte_is_upper(quotes_token(q, i).p[0]);
	for (size_t k = 0; k < sizeof before / sizeof *before; k++)
		if (quotes_is(q, at, before[k]) && words <= TITLE_WORDS
		    && upper * 2 >= words)
			return true;
	/* Dwayne "The Rock" Johnson */
	return words <= SCARE_WORDS && at > 0 && upper == words
	    && byte_is_upper(quotes_token(q, at)
	    .p[0]) && byte_is_upper(quotes_token(q, s->last + 1).p[0]);
}

static bool
is_speech(const struct quotes *q, const struct stretch *s)
{
	size_t words = words_in(q, s->first, s->last);

	if (words == 0 || names_something(q, s))
		return false;
	if (words <= SCARE_WORDS)
		return s->score >= FIT_SENTENCE - 30;
	if (words <= TITLE_WORDS && s->cue < 0)
		return s->continues;
	return true;
}

static bool
begins_clause(const struct quotes *q, const struct stretch *s)
{
	struct str t;
	size_t at = s->outer_open;

	while (at > 0 && byte_is_space(q->text.p[at - 1]))
		at--;
	if (at == 0 || q->sentence[s->sentence].start + 1 >= s->outer_open)
		return true;
	t = str_cut(q->text, at - 1, at);
	return t.p[0] == ',' || t.p[0] == ':' || t.p[0] == '"'
	    || (unsigned char)t.p[0] >= 0x80 || t.p[0] == '\n'
	    || t.p[0] == '.' || t.p[0] == '?' || t.p[0] == '!'
	    || t.p[0] == '\'';
}

static bool
is_direct(const struct quotes *q, const struct stretch *s)
{
	const struct cue *c = s->cue >= 0 ? &q->cues[s->cue] : NULL;
	size_t words = words_in(q, s->first, s->last);

	if (c == NULL || c->sentence != s->sentence)
		return true;
	if (!begins_clause(q, s))
		return c->token + 1 + 1 >= s->first && words >= 5
		    && byte_is_upper(quotes_token(q, s->first).p[0]);
	return words > SCARE_WORDS || c->token > s->last;
}

/* ---- clauses ---- */

static size_t
token_end(const struct quotes *q, size_t i)
{
	return q->entities.tokens[i].end;
}

static size_t
token_start(const struct quotes *q, size_t i)
{
	return q->entities.tokens[i].start;
}

static size_t
first_of_sentence(const struct quotes *q, size_t i)
{
	return q->first_token[q->sentence_of[i]];
}

static size_t
end_of_sentence(const struct quotes *q, size_t i)
{
	return q->first_token[q->sentence_of[i] + 1];
}

/* Past "reporters" in "told reporters that", "on Monday" in "said on Monday". */
static size_t
content_start(const struct quotes *q, const struct cue *c, bool *that)
{
	size_t i = c->inverted && c->to > c->token ? c->to : c->token + 1;
	size_t end = end_of_sentence(q, c->token), low = i;

	*that = false;
	for (size_t k = i; k < end && k < i + 12; k++) {
		if (q->quoted[k])
			break;
		if (quotes_is(q, k, "that")) {
			*that = true;
			return k + 1;
		}
		if (quotes_is(q, k, ",") && k > i + 6)
			break;
	}
	if (c->addressee)
		while (low < end && low < i + 4 && !q->quoted[low]
		    && !quotes_is(q, low, ","))
			low++;
	i = c->addressee && low < i + 4 ? low : c->addressee ? i + 1 : i;
	while (i < end && (quotes_is(q, i, ",") || quotes_is(q, i, ":")))
		i++;
	return i;
}

/* The clause ends with the sentence, or before ", adding" and the like. */
static size_t
content_end(const struct quotes *q, const struct cue *c, size_t from)
{
	size_t end = end_of_sentence(q, c->token);

	for (size_t i = from; i + 1 < end && i < from + CLAUSE; i++)
		if (quotes_is(q, i, ",") && !q->quoted[i]
		    && (quotes_is(q, i + 1, "adding")
		    || quotes_is(q, i + 1, "according")
		    || quotes_is(q, i + 1, "noting")
		    || quotes_is(q, i + 1, "saying"))) {
			end = i;
			break;
		}
	while (end > from && (quotes_is(q, end - 1, ".")
	    || quotes_is(q, end - 1, ",") || quotes_is(q, end - 1, ";")))
		end--;
	return end;
}

static struct quote *
add(struct quotes *q, enum quote_kind kind)
{
	q->found = xgrow(q->found, &q->found_cap, q->n + 1, sizeof *q->found);
	q->found[q->n] = (struct quote){ .kind = kind };
	return &q->found[q->n++];
}

static void
set_span(struct quote *x, size_t start, size_t end)
{
	x->spans[0] = (struct span){ start, end };
	x->nspans = 1;
}

/* A clause of reported speech with quoted words in it. */
static bool
clause_of(const struct quotes *q, const struct stretch *s, struct span *at)
{
	const struct cue *c = &q->cues[s->cue];
	size_t from, to;
	bool that;

	if (c->token < s->first) {
		from = content_start(q, c, &that);
		if (from > s->first)
			from = s->first;
		to = content_end(q, c, s->last);
	} else {
		from = first_of_sentence(q, s->first);
		to = c->from < c->token ? c->from : c->token;
		while (to > s->last && quotes_is(q, to - 1, ","))
			to--;
	}
	if (from >= to || from >= q->entities.ntokens || to - from > CLAUSE)
		return false;
	at->start = token_start(q, from);
	at->end = token_end(q, to - 1);
	if (at->start > s->outer_open)
		at->start = s->outer_open;
	return true;
}

static void
set_speaker(struct quotes *q, const struct stretch *s, struct quote *x)
{
	if (s->cue >= 0) {
		q->cues[s->cue].used = true;
		quotes_name(q, &q->cues[s->cue], x);
		x->confidence = s->score >= FIT_BEFORE ? 950
		    : s->score >= FIT_SENTENCE - 20 ? 850 : 600;
	} else {
		x->speaker = arena_copy(&q->arena,
		    buf_str(&q->last_speaker));
		x->confidence = x->speaker.n > 0 ? 500 : 200;
	}
}

/* "..., " he said, "...": goes on in the quotation before. */
static bool
goes_on(const struct quotes *q, size_t k)
{
	const struct stretch *s = &q->stretches[k], *p = s - 1;
	const struct quote *x;
	size_t at;

	if (k == 0 || q->n == 0 || !p->used)
		return false;
	x = &q->found[q->n - 1];
	if (x->kind != QUOTE_DIRECT || x->nspans == QUOTE_SPANS
	    || x->spans[x->nspans - 1].end != p->close)
		return false;
	if (s->continues)
		return true;
	if (s->paragraph != p->paragraph || s->first - p->last > SPLIT_GAP
	    || p->close == p->open || q->text.p[p->close - 1] != ',')
		return false;
	at = s->outer_open;
	while (at > 0 && byte_is_space(q->text.p[at - 1]))
		at--;
	return at > 0 && q->text.p[at - 1] == ',';
}

static void
emit_stretch(struct quotes *q, size_t k)
{
	struct stretch *s = &q->stretches[k];
	struct span clause;
	struct quote *x;

	if (s->used || s->close <= s->open)
		return;
	if (goes_on(q, k)) {
		x = &q->found[q->n - 1];
		x->spans[x->nspans++] = (struct span){ s->open, s->close };
		s->used = true;
		return;
	}
	if (!is_speech(q, s))
		return;
	s->used = true;
	if (!is_direct(q, s) && clause_of(q, s, &clause)) {
		x = add(q, QUOTE_MIXED);
		set_span(x, clause.start, clause.end);
		for (size_t j = k + 1; j < q->nstretches
		    && q->stretches[j].outer_close <= clause.end; j++)
			q->stretches[j].used = true;
	} else {
		x = add(q, QUOTE_DIRECT);
		set_span(x, s->open, s->close);
	}
	set_speaker(q, s, x);
}

/* ---- indirect speech ---- */

static bool
may_begin_clause(const struct quotes *q, size_t i)
{
	static const char *const clause[] = { "he", "she", "it", "they", "the",
	    "a", "an", "his", "her", "their", "there", "this", "these", "we",
	    "i", "many", "some", "no", "its", "all", "two", "more", "most",
	    "if", "people", "both", "any", "such", "those", "not", NULL };
	struct str t = quotes_token(q, i);

	for (const char *const *p = clause; *p != NULL; p++)
		if (quotes_is(q, i, *p))
			return true;
	return t.n > 0 && (byte_is_upper(t.p[0]) || (t.n > 3
	    && t.p[t.n - 1] == 's'));
}

static bool
has_quotes(const struct quotes *q, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (q->quoted[i])
			return true;
	return false;
}

static void
emit_span(struct quotes *q, struct cue *c, size_t from, size_t to)
{
	struct quote *x;

	while (from < to && quotes_is(q, from, ","))
		from++;
	while (to > from && (quotes_is(q, to - 1, ",")
	    || quotes_is(q, to - 1, ".")))
		to--;
	if (to < from + 3 || to > from + CLAUSE || has_quotes(q, from, to))
		return;
	x = add(q, QUOTE_INDIRECT);
	set_span(x, token_start(q, from), token_end(q, to - 1));
	quotes_name(q, c, x);
	x->confidence = 600;
	c->used = true;
}

static void
emit_indirect(struct quotes *q, struct cue *c)
{
	size_t first = first_of_sentence(q, c->token);
	size_t last = end_of_sentence(q, c->token), from;
	size_t subject = c->from < c->token ? c->from : c->token;
	bool that;

	if (c->used)
		return;
	if (c->according) {
		if (c->token > first + 2)
			emit_span(q, c, first, c->token);
		else if (c->to < last && quotes_is(q, c->to, ","))
			emit_span(q, c, c->to + 1, last);
		return;
	}
	from = content_start(q, c, &that);
	/* "clause, X said." */
	if (subject > first + 3 && quotes_is(q, subject - 1, ",")
	    && (from >= last || quotes_is(q, from, ".")
	    || (!that && c->strength == 3 && !may_begin_clause(q, from)))) {
		if (c->strength >= 2)
			emit_span(q, c, first, subject - 1);
		return;
	}
	if (from >= last || (c->nominal && !that)
	    || (!that && (c->strength < 3 || !may_begin_clause(q, from))))
		return;
	emit_span(q, c, from, content_end(q, c, from));
}

/* ---- all in the order of the text ---- */

void
quotes_start(struct quotes *q, struct str piece)
{
	size_t k = 0, i = 0;

	arena_clear(&q->arena);
	q->text = piece;
	q->n = q->given = 0;
	entities_start(&q->entities, piece);
	find_sentences(q);
	quotes_marks(q);
	number_tokens(q);
	place_stretches(q);
	q->ncues = 0;
	if (!q->marks_only)
		quotes_cues(q);
	attach_all(q);
	for (size_t s = 0; s < q->nsentences; s++) {
		while (k < q->nstretches && q->stretches[k].sentence <= s)
			emit_stretch(q, k++);
		while (i < q->ncues && q->cues[i].sentence <= s)
			emit_indirect(q, &q->cues[i++]);
	}
}

const struct quote *
quotes_next(struct quotes *q)
{
	return q->given < q->n ? &q->found[q->given++] : NULL;
}
