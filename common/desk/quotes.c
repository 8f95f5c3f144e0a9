#include "desk/quotes_parts.h"

#include <stdlib.h>

#include "base/pages.h"
#include "lang/code.h"

extern const int8_t weights_quotes[];

enum {
	FOREIGN = 3,	/* tokens a title may have, in other languages */
	SURE = 80,	/* a margin */
	SURER = 136,	/* "...," said X */
	COMMA = 1,	/* as place.ends has it */
	PHRASE = 12,	/* tokens of "the mayor of the town" */
	BY_ORDER = 48,	/* the same, in other languages: 7 of 10 are right */
	BESIDE = 5,	/* tokens between an -ing cue and its stretch */
	TABLES = 4 << 20	/* bytes: a large page */
};
_Static_assert(sizeof(struct quotes_tables) <= TABLES, "they are in it");

bool
quotes_open(struct quotes *q, const struct quotes_opts *opts)
{
	struct sentences_opts so = { .stops = true };

	*q = (struct quotes){ .opts = *opts };
	q->guesses = q->opts.lang.n == 0;
	so.lang = q->opts.lang = q->guesses ? STR("en") : code_of(opts->lang);
	q->tables = pages_grow(NULL, 0, TABLES);
	if (q->opts.weights == NULL)
		q->opts.weights = memcpy(q->tables->weights, weights_quotes,
		    QUOTES_ROWS);
	quotes_language(q);
	return so.lang.n > 0 && sentences_open(&q->sentences, &so);
}

void
quotes_document(struct quotes *q)
{
	quotes_names_forget(q);
}

void
quotes_close(struct quotes *q)
{
	sentences_close(&q->sentences);
	free(q->tokens);
	free(q->words);
	for (unsigned i = 0; i < WORD_PARTS; i++)
		free(q->parts[i]);
	pages_free(q->tables, TABLES);
	free(q->sentence_of);
	free(q->quoted);
	free(q->cues_before);
	free(q->mentions_before);
	free(q->coarse);
	free(q->sentence);
	free(q->paragraph_of);
	free(q->first_token);
	free(q->stretches);
	free(q->mentions);
	free(q->cues);
	free(q->found);
	quotes_names_close(q);
	arena_free(&q->arena);
	buf_free(&q->scratch);
}

/* ---- whose is a stretch ---- */

/* "X said ..., adding: ": the nearer of two cues of one speaker. */
static int
nearer_cue(struct quotes *q, const struct stretch *s, int cue)
{
	const struct cue *c = &q->cues[cue];

	for (size_t i = quotes_cue_at(q, s->left); i-- > (size_t)cue + 1;)
		if (q->cues[i].form == FORM_ING
		    && q->cues[i].sentence == c->sentence
		    && s->left - q->cues[i].token <= BESIDE
		    && quotes_subject(q, i) == c->subject)
			return (int)i;
	return cue;
}

/*
 * "...," said X; "...," X said: the cue, -1: none. The ranker took it 995 times
 * in 1000; more than a quarter of all stretches need no ranking so.
 */
static int
cue_beside(struct quotes *q, const struct stretch *s)
{
	size_t cue = quotes_cue_at(q, s->right);
	const struct cue *c;
	const struct mention *m;

	if (s->place.ends != COMMA || cue >= q->ncues)
		return -1;
	c = &q->cues[cue];
	if (c->token > s->right + PHRASE || c->paragraph != s->paragraph
	    || c->class > CUE_CLAIM || (c->form != FORM_PAST
	    && c->form != FORM_S) || quotes_subject(q, cue) < 0)
		return -1;
	m = &q->mentions[c->subject];
	return (m->from == s->right && m->to == c->token)
	    || (c->token == s->right && m->from == s->right + 1)
	    ? (int)cue : -1;
}

/*
 * TURNOUT MAY FALL - Ana Lopez: "...", - Ana Lopez and Bill Roe: who is named
 * behind the dash, or -1.
 */
static int
behind_dash(const struct quotes *q, const struct stretch *s)
{
	size_t at = s->place.pre == W_COLON ? quotes_mention_at(q, s->left) : 0;
	size_t end = s->left - 1;

	for (size_t i = at; i-- > 0 && i + 2 >= at;) {
		const struct mention *m = &q->mentions[i];

		if (m->to != end || m->kind != MENTION_NAME || m->from == 0)
			return -1;
		end = m->from - 1;
		if (q->words[end].k == W_DASH)
			return (int)at - 1;
		if (q->words[end].k != W_AND)
			return -1;
	}
	return -1;
}

/* What needs no ranking: its source and the margin, or false. */
static bool
take_plain(struct quotes *q, size_t k)
{
	struct source x = { .cue = -1, .mention = -1 };
	const struct stretch *s = &q->stretches[k];
	int margin = 0, found;

	if (s->left >= q->ntokens	/* nothing inside */
	    || quotes_is_epithet(q, s)) {
		;
	} else if ((found = quotes_headline_speaker(q, k)) >= 0
	    || (found = behind_dash(q, s)) >= 0) {
		x = quotes_source_of(-1, found);
		margin = SURE;
	} else if (quotes_comma_outside(q, k, &x) || (q->marked_only
	    && quotes_plain_source(q, k, &x))) {
		margin = q->marked_only ? BY_ORDER : SURE;
	} else if (!q->marked_only && (found = cue_beside(q, s)) >= 0) {
		x = quotes_source_of(found, q->cues[found].subject);
		margin = SURER;
	} else {
		return false;
	}
	quotes_take_source(q, k, &x, margin);
	return true;
}

/*
 * That a whole sentence between marks is no speech was the ranker's choice once
 * in 1000. Without known cues longer ones are speech too, whoever's.
 */
static bool
is_surely_speech(const struct quotes *q, size_t k)
{
	const struct stretch *s = &q->stretches[k];

	return quotes_is_whole(q, s) || (q->foreign
	    && s->last > s->first + FOREIGN);
}

void
quotes_attach(struct quotes *q, size_t k)
{
	struct source x[SOURCES];
	size_t n, best = 0;
	int most = -0x40000000, second = most, score[SOURCES];

	quotes_place(q, k);
	if (take_plain(q, k))
		return;
	n = quotes_sources(q, k, x);
	score[0] = most;
	for (size_t i = is_surely_speech(q, k); i < n; i++) {
		struct features f;

		features_start(q, &f, 0);
		quotes_source_features(q, k, &x[i], &f);
		score[i] = f.sum;
		if (score[i] > most) {
			most = score[i];
			best = i;
		}
	}
	/* Another way to the same speaker is no doubt about the speaker. */
	for (size_t i = 0; i < n; i++)
		if (score[i] > second && (x[i].mention != x[best].mention
		    || x[i].mention < 0) && i != best)
			second = score[i];
	if (x[best].mention < 0)
		quotes_line_before(q, k, &x[best]);
	if (x[best].kind == SOURCE_INHERIT && x[best].mention < 0)
		x[best].mention = quotes_running(q, &q->stretches[k]);
	if (q->marked_only && x[best].kind != SOURCE_NONE)
		quotes_plain_near(q, k, &x[best]);
	else if (x[best].cue >= 0)
		x[best].cue = nearer_cue(q, &q->stretches[k], x[best].cue);
	quotes_take_source(q, k, &x[best], most - second);
}

/* Which stretches a cue may have: those of its sentence and beside it. */
void
quotes_link(struct quotes *q)
{
	for (size_t i = 0; i < q->ncues; i++) {
		q->cues[i].first_stretch = 1;
		q->cues[i].last_stretch = 0;
		q->cues[i].used = false;
	}
	for (size_t k = 0; k < q->nstretches; k++) {
		const struct stretch *s = &q->stretches[k];
		struct cue *c;

		if (!s->speech || s->cue < 0)
			continue;
		c = &q->cues[s->cue];
		if (c->first_stretch > c->last_stretch)
			c->first_stretch = k;
		c->last_stretch = k;
		c->used |= s->sentence == c->sentence
		    || s->last_sentence == c->sentence;
	}
}

void
quotes_frame(struct quotes *q, struct str piece)
{
	arena_clear(&q->arena);
	q->text = piece;
	q->n = q->given = 0;
	q->running.mention = -1;
	q->dashed = 0;
	if (q->guesses)
		quotes_guess_language(q);
	quotes_split(q);
	quotes_marks(q);
	quotes_read(q);
}

/* 0 no speech, 1 nobody's, 2 somebody's. */
static unsigned
ownership(const struct stretch *s)
{
	return s->speech + (s->speech && s->mention >= 0);
}

/* Paragraphs of one quotation are speech together, of whoever has a cue. */
static void
join_paragraphs(struct quotes *q)
{
	for (size_t k = q->nstretches; k-- > 1;) {
		struct stretch *s = &q->stretches[k], *p = s - 1;

		if (!s->continues || p->closed || ownership(s) == ownership(p))
			continue;
		if (ownership(s) > ownership(p)) {
			p->mention = s->mention;
			p->margin = s->margin;
		} else {
			s->mention = p->mention;
		}
		s->speech = p->speech = true;
		*(s->cue < 0 ? &s->inherits : &p->inherits) = true;
	}
}

/* What no model finds: speech behind dashes, else what is reported. */
static void
give_foreign(struct quotes *q, size_t s)
{
	if (s >= q->dashed && !quotes_give_dashed(q, s))
		quotes_give_reported(q, s);
}

void
quotes_start(struct quotes *q, struct str piece)
{
	enum quotes_script script = quotes_script(piece);
	size_t k = 0, i = 0;

	quotes_frame(q, piece);
	if (script != SCRIPT_OTHER) {
		quotes_cjk(q, script);
		return;
	}
	quotes_names(q);
	for (size_t s = 0; s < q->nstretches; s++)
		quotes_attach(q, s);
	join_paragraphs(q);
	quotes_link(q);
	for (size_t s = 0; s < q->nsentences; s++) {
		if (q->marked_only && !q->foreign)
			give_foreign(q, s);
		while (k < q->nstretches && q->stretches[k].sentence <= s)
			quotes_give_stretch(q, k++);
		while (i < q->ncues && q->cues[i].sentence <= s)
			quotes_give_clause(q, i++);
	}
}

const struct quote *
quotes_next(struct quotes *q)
{
	return q->given < q->n ? &q->found[q->given++] : NULL;
}
