/*
 * Indirect speech in other languages than English, by grammar alone: what
 * follows "dijo que", "erklärte, dass" or, in German, a verb of saying and a
 * comma if it is in the subjunctive; what stands before ", sagte Lopez"; a
 * sentence with "laut Lopez"; and German sentences in the subjunctive behind
 * one that was reported, which are still of the same speaker.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"

enum {
	CLAUSE_REACH = 14,	/* tokens from the verb to "that" */
	AUXILIARIES = 3,	/* words between a comma and the verb behind it */
	SHORTEST = 4,		/* tokens of a clause */
	LONGEST = 150,
	TAIL = 12,		/* tokens behind the last verb: "in Berlin mit" */
	/* Thousandths: about as often as it is right in German news. */
	BY_CONJUNCTION = 670, BY_COMMA = 790, BY_NAME = 800, GOES_ON = 620
};

/* What is said, and who says it. */
struct report {
	struct content what;
	int cue, mention;
	unsigned confidence;
	bool goes_on;		/* with what was reported before */
};

/* ---- what stands in the way ---- */

static bool
is_german(const struct quotes *q)
{
	return quotes_is_language(q, "de");
}

/* Outside of marks. */
static size_t
bare_words(const struct quotes *q, struct span x)
{
	size_t n = 0;

	for (size_t i = x.start; i < x.end; i++)
		n += !q->quoted[i];
	return n;
}

/* "Karl Lenz", though the phrase goes on with a verb that is not known. */
static bool
is_named(const struct quotes *q, const struct mention *m)
{
	return m->end > m->from + 1 && q->words[m->end - 1].upper
	    && q->words[m->end - 2].upper;
}

/* He, a name, an office; "it" and "what has no name" say nothing. */
static bool
may_speak(const struct quotes *q, int mention)
{
	const struct mention *m = &q->mentions[mention];

	switch (m->kind) {
	case MENTION_HE: case MENTION_THEY: case MENTION_NAME:
	case MENTION_TITLED: case MENTION_ROLE: case MENTION_ROLES:
	case MENTION_BODY: case MENTION_PAPER:
		return true;
	case MENTION_NOUN:
		return q->words[m->from].k == W_THE
		    || q->words[m->from].k == W_A
		    || q->words[m->from].k == W_QUANT
		    || q->words[m->head].upper || is_named(q, m);
	default:
		return false;
	}
}

/* ---- behind the verb ---- */

/*
 * "dijo ayer a la prensa que", not "presentó un informe que": between the verb
 * and the conjunction stand who says it, to whom and when, and nothing else.
 */
static bool
is_bound(const struct quotes *q, const struct cue *c, size_t that)
{
	for (size_t m = quotes_mention_at(q, c->token + 1); m < q->nmentions
	    && q->mentions[m].from < that; m++) {
		const struct mention *n = &q->mentions[m];

		if ((int)m != c->subject && n->kind != MENTION_OBJ
		    && n->kind != MENTION_HE && !quotes_is_preposition(
		    q->words[n->from - 1].k))
			return false;
	}
	return true;
}

/* Where what the verb reports begins; 0: nothing behind it. */
static size_t
clause_behind(const struct quotes *q, const struct cue *c, size_t end)
{
	size_t most = c->token + CLAUSE_REACH;

	for (size_t i = c->token + 1; i + SHORTEST <= end && i < most; i++) {
		unsigned k = q->words[i].k;

		if (q->quoted[i] || k == W_STOP || k == W_SEMI)
			return 0;
		if (is_german(q) && k == W_COMMA && quotes_german_clause(q, c,
		    (struct span){ i + 1, end }))
			return i + 1;
		if (!is_german(q) && k == W_THAT)
			return q->words[i - 1].k != W_BE && is_bound(q, c, i)
			    ? i : 0;
	}
	return 0;
}

/* "dass sie komme, und fügte hinzu, dass": it ends where the next verb of
 * saying has a clause of its own. */
static size_t
clause_end(const struct quotes *q, size_t from, size_t end)
{
	for (size_t k = quotes_cue_at(q, from); k < q->ncues
	    && q->cues[k].token < end; k++) {
		size_t i = q->cues[k].token;

		if (i > from + SHORTEST && q->words[i - 1].k == W_AND
		    && clause_behind(q, &q->cues[k], end) > 0)
			return quotes_bare_end(q, from, i - 1);
	}
	return end;
}

static bool
take_behind(struct quotes *q, size_t cue, size_t end, struct report *x)
{
	const struct cue *c = &q->cues[cue];
	size_t from = clause_behind(q, c, end);

	if (from == 0)
		return false;
	*x = (struct report){ .what.all = { from, clause_end(q, from, end) },
	    .cue = (int)cue, .mention = c->subject,
	    .confidence = BY_CONJUNCTION };
	return true;
}

/* Whose sentence it is: the first that may be its subject before the token. */
static int
subject_before(const struct quotes *q, size_t begin, size_t end)
{
	size_t m = quotes_mention_at(q, begin);

	for (; m < q->nmentions && q->mentions[m].from < end; m++)
		if (q->mentions[m].from >= begin
		    && (q->mentions[m].kind != MENTION_NOUN
		    || is_named(q, &q->mentions[m]))
		    && quotes_may_be_subject(q, &q->mentions[m])
		    && may_speak(q, (int)m))
			return (int)m;
	return -1;
}

static bool
take_announced(struct quotes *q, struct span sentence, struct report *x)
{
	for (size_t i = sentence.start + 2; is_german(q)
	    && i + SHORTEST < sentence.end; i++) {
		int m;

		if (q->words[i].k != W_COMMA || q->quoted[i]
		    || !quotes_german_announced(q, i, sentence.end))
			continue;
		m = subject_before(q, sentence.start, i);
		if (m < 0 || quotes_german_subjunctive(q,
		    (struct span){ sentence.start, i }, REPORTED))
			return false;
		*x = (struct report){ .what.all = { i + 1, sentence.end },
		    .cue = -1, .mention = m, .confidence = BY_CONJUNCTION };
		return true;
	}
	return false;
}

/* ---- before the verb ---- */

static bool
is_so(const struct quotes *q, size_t i)
{
	return is_german(q) && str_eq(quotes_token(q, i), STR("so"));
}

/* "a déclaré", "so sagte": the comma before the verb, 0 if there is none. */
static size_t
comma_before(const struct quotes *q, const struct cue *c)
{
	size_t i = c->token, begin = quotes_begin(q, i);

	for (unsigned n = 0; i > begin + 1 && n <= AUXILIARIES; n++) {
		unsigned k = q->words[--i].k;

		if (k == W_COMMA)
			return q->quoted[i] ? 0 : i;
		if (k != W_HAVE && k != W_BE && k != W_ADV && k != W_HE
		    && k != W_OBJ && !is_so(q, i))
			return 0;
	}
	return 0;
}

/* "Als er ankam, sagte Lopez", "Um zu sparen, forderte Lopez": no content. */
static bool
is_subordinate(const struct quotes *q, size_t i)
{
	if (is_german(q) && quotes_german_is_purpose(quotes_token(q, i)))
		return true;
	switch (q->words[i].k) {
	case W_WHEN: case W_IF: case W_BECAUSE: case W_AS: case W_WHO:
	case W_WHICH: case W_WHAT: case W_THAT:
		return true;
	}
	return false;
}

/* "Das Haus, sagte Lopez, ist alt": what the sentence goes on with. */
static struct span
hole_of(const struct quotes *q, const struct cue *c, size_t comma, size_t end)
{
	const struct mention *m = &q->mentions[c->subject];
	size_t behind = m->to > c->token ? m->to : c->token + 1;

	if (behind + 2 < end && q->words[behind].k == W_COMMA
	    && !q->quoted[behind])
		return (struct span){ comma, behind + 1 };
	return (struct span){ 0, 0 };
}

/* "Der Minister, Jan Becker, forderte den Ausbau": no clause, an object. */
static bool
may_be_clause(const struct quotes *q, const struct cue *c, struct span x)
{
	if (is_german(q))
		return quotes_german_has_verb(q, x);
	return q->mentions[c->subject].kind != MENTION_NOUN;
}

static bool
take_before(struct quotes *q, size_t cue, size_t end, struct report *x)
{
	const struct cue *c = &q->cues[cue];
	size_t begin = quotes_begin(q, c->token), comma = comma_before(q, c);

	if (c->class == CUE_VERDICT || comma == 0
	    || (q->mentions[c->subject].from < c->token
	    && q->words[c->token].k != W_HE))
		return false;
	begin = quotes_after_dateline(q, begin, end);
	begin += q->words[begin].k == W_DASH;
	x->cue = (int)cue;
	x->mention = c->subject;
	x->confidence = BY_COMMA;
	x->what.hole = hole_of(q, c, comma, end);
	x->what.all = (struct span){ begin, x->what.hole.end > 0 ? end
	    : comma };
	/* "Das Werk, so Lopez, ist alt" */
	if (is_so(q, comma + 1) && x->what.hole.end > 0
	    && bare_words(q, x->what.all) == end - begin)
		return true;
	return bare_words(q, (struct span){ begin, comma }) >= SHORTEST
	    && !is_subordinate(q, begin)
	    && may_be_clause(q, c, (struct span){ begin, comma });
}

/* ---- around "wie die Polizei mitteilte" ---- */

/* It, with its commas; end 0: none. */
static struct span
how_clause(const struct quotes *q, const struct cue *c, size_t end)
{
	size_t begin = quotes_begin(q, c->token), i, to = c->token + 1;

	i = q->mentions[c->subject].from;
	if (i >= c->token || i <= begin || (q->words[i - 1].k != W_WHAT
	    && q->words[i - 1].k != W_AS) || q->quoted[i - 1])
		return (struct span){ 0, 0 };
	i--;
	if (i > begin && q->words[i - 1].k != W_COMMA)
		return (struct span){ 0, 0 };
	while (to < end && to < c->token + TAIL && q->words[to].k != W_COMMA)
		to++;
	if (to < end && q->words[to].k != W_COMMA)
		return (struct span){ 0, 0 };
	return (struct span){ i - (i > begin), to + (to < end) };
}

static bool
take_how(struct quotes *q, size_t cue, size_t end, struct report *x)
{
	const struct cue *c = &q->cues[cue];
	size_t begin = quotes_begin(q, c->token);
	struct span how = how_clause(q, c, end);

	if (!is_german(q) || how.end == 0)
		return false;
	*x = (struct report){ .what.all = { begin, end }, .cue = (int)cue,
	    .mention = c->subject, .confidence = BY_COMMA };
	if (how.start == begin)
		x->what.all.start = how.end;
	else if (how.end == end)
		x->what.all.end = how.start;
	else
		x->what.hole = how;
	return true;
}

/* ---- by a name alone ---- */

/* With the commas or dashes around it. */
static struct span
parted(const struct quotes *q, struct span x)
{
	unsigned k = q->words[x.start - 1].k;

	if (k == W_COMMA || k == W_DASH)
		x.start--;
	if (k == W_DASH && quotes_class(q, x.end) == W_DASH)
		x.end++;
	return x;
}

static bool
take_accorded(const struct quotes *q, struct span sentence, struct report *x)
{
	struct accorded a;
	struct span *all = &x->what.all;

	if (!quotes_accorded(q, sentence, &a))
		return false;
	*x = (struct report){ .what.all = sentence, .cue = -1,
	    .mention = a.mention, .confidence = BY_NAME };
	if (a.phrase.start == sentence.start)
		all->start = a.phrase.end;
	else if (a.phrase.end >= sentence.end)
		all->end = quotes_bare_end(q, all->start, a.phrase.start);
	else
		x->what.hole = parted(q, a.phrase);
	return true;
}

/* ---- what is given ---- */

/* Who speaks between marks in these tokens last; false: nobody does. */
static bool
has_speech(const struct quotes *q, struct span x, int *mention)
{
	bool any = false;

	for (size_t i = x.start; i < x.end; i++) {
		const struct stretch *s;

		if (!q->quoted[i])
			continue;
		s = &q->stretches[q->quoted[i] - 1];
		if (s->speech) {
			*mention = s->mention;
			any = true;
		}
	}
	return any;
}

/* Its own words and those between marks: not the latter alone, nor cut. */
static bool
may_hold_marks(const struct quotes *q, const struct content *x)
{
	struct span all = x->all;

	return bare_words(q, all) >= SHORTEST + (x->hole.end - x->hole.start)
	    && (!q->quoted[all.start] || all.start == 0
	    || q->quoted[all.start - 1] != q->quoted[all.start])
	    && (!q->quoted[all.end - 1] || all.end == q->ntokens
	    || q->quoted[all.end - 1] != q->quoted[all.end]);
}

static bool
may_report(struct quotes *q, size_t cue)
{
	const struct cue *c = &q->cues[cue];
	int m;

	if (c->class >= CUE_SPEAK || !quotes_may_say(q, c->token))
		return false;
	m = quotes_subject(q, cue);
	return m >= 0 && may_speak(q, m);
}

static bool
find(struct quotes *q, struct span sentence, bool speech, struct report *x)
{
	bool cues = false;

	for (size_t k = quotes_cue_at(q, sentence.start); k < q->ncues
	    && q->cues[k].token < sentence.end; k++) {
		if (!may_report(q, k))
			continue;
		cues = true;
		if (take_how(q, k, sentence.end, x)
		    || take_behind(q, k, sentence.end, x)
		    || take_before(q, k, sentence.end, x))
			return true;
	}
	if (take_announced(q, sentence, x))
		return true;
	/* A verb of saying beside marks: what they hold is not the paper's. */
	return !(speech && cues) && take_accorded(q, sentence, x);
}

/* A sentence of its own in the subjunctive: whoever was reported goes on. */
static bool
goes_on(const struct quotes *q, size_t s, struct span sentence,
    struct report *x)
{
	if (!is_german(q) || q->running.mention < 0
	    || q->running.sentence + 1 != s
	    || q->paragraph_of[s] != q->paragraph_of[s - 1]
	    || !quotes_german_hearsay(q, sentence))
		return false;
	*x = (struct report){ .what.all = sentence, .cue = -1,
	    .mention = q->running.mention, .confidence = GOES_ON,
	    .goes_on = true };
	return true;
}

/* What has marks in it is mixed, and its stretches are not given again. */
static void
take_marks(struct quotes *q, struct span all, struct quote *x)
{
	for (size_t i = all.start; i < all.end; i++) {
		struct stretch *s;

		if (!q->quoted[i])
			continue;
		s = &q->stretches[q->quoted[i] - 1];
		if (s->speech)
			x->kind = QUOTE_MIXED;
		s->used = true;
	}
}

/* The sentence before went on in the subjunctive too: they are one statement. */
static bool
joins(const struct quotes *q, size_t s, const struct report *r)
{
	return r->goes_on && q->running.goes_on && q->n > 0
	    && q->running.sentence + 1 == s;
}

static void
give(struct quotes *q, size_t s, const struct report *r)
{
	struct span all = r->what.all;
	struct quote *x;

	if (joins(q, s, r)) {
		x = &q->found[q->n - 1];
		x->spans[0].end = q->tokens[all.end - 1].end;
	} else {
		x = quotes_add(q, QUOTE_INDIRECT);
		quotes_set_spans(q, x, r->what);
		x->confidence = r->confidence;
		quotes_set_source(q, x, r->cue, r->mention);
	}
	take_marks(q, all, x);
}

/* A hole that reaches an end is none, but where it begins or ends. */
static void
settle(struct content *x)
{
	if (x->hole.end == 0)
		return;
	if (x->hole.start <= x->all.start)
		x->all.start = x->hole.end;
	else if (x->hole.end >= x->all.end)
		x->all.end = x->hole.start;
	else
		return;
	x->hole = (struct span){ 0, 0 };
}

/*
 * What the sentence reports; true: it is long enough, and cuts no marks, if
 * there is speech between them.
 */
static bool
take(struct quotes *q, size_t s, struct span sentence, bool speech,
    struct report *x)
{
	if (!find(q, sentence, speech, x) && !goes_on(q, s, sentence, x))
		return false;
	settle(&x->what);
	return x->what.all.end >= x->what.all.start + SHORTEST
	    && (!speech || may_hold_marks(q, &x->what));
}

void
quotes_give_reported(struct quotes *q, size_t s)
{
	struct span sentence = { q->first_token[s], q->first_token[s + 1] };
	struct report x = { .mention = -1 };
	int marked = -1;
	bool speech;

	sentence.end = quotes_bare_end(q, sentence.start, sentence.end);
	if (sentence.end < sentence.start + SHORTEST
	    || sentence.end > sentence.start + LONGEST)
		return;
	speech = has_speech(q, sentence, &marked);
	if (take(q, s, sentence, speech, &x))
		give(q, s, &x);
	else if (speech)
		x = (struct report){ .mention = marked };
	else
		return;
	q->running.sentence = s;
	q->running.mention = x.mention;
	q->running.goes_on = x.goes_on;
}
