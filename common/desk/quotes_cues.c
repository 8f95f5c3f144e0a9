/* Verbs of saying outside quotation marks, and whose they are. */
#include "desk/quotes.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_cues, words_roles, words_first_names,
    words_titles;

/* How far, in tokens, a speaker may stand from its verb. */
enum { REACH = 24, PHRASE = 12 };

static bool
in_list(const struct quotes *q, size_t i, const char *const *list)
{
	for (; *list != NULL; list++)
		if (quotes_is(q, i, *list))
			return true;
	return false;
}

static const char *const auxiliaries[] = { "has", "had", "have", "also",
    "then", "later", "would", "will", "often", "once", "repeatedly", "further",
    "recently", "previously", "earlier", "was", "were", "is", "been", "quickly",
    "simply", "never", "just", "still", "now", "who", NULL };
static const char *const pronouns[] = { "he", "she", "they", "i", "we", "it",
    NULL };
static const char *const determiners[] = { "the", "a", "an", "his", "her",
    "their", "its", "one", "another", "some", "several", "many", "two",
    "three", "most", "this", "that", "these", "those", "our", "my", "both",
    NULL };
static const char *const walls[] = { "and", "but", "that", "which", "when",
    "while", "because", "as", "if", "where", "or", "although", "though",
    "after", "before", "what", "how", NULL };

static bool
is_mark(const struct quotes *q, size_t i)
{
	struct str t = quotes_token(q, i);

	return t.n > 0 && !byte_is_letter(t.p[0]) && !byte_is_digit(t.p[0])
	    && (unsigned char)t.p[0] < 0x80 && t.p[0] != '$';
}

static bool
same_sentence(const struct quotes *q, size_t a, size_t b)
{
	return a < q->entities.ntokens && b < q->entities.ntokens
	    && q->sentence_of[a] == q->sentence_of[b];
}

/* The entity that covers token i, or NULL. Entities are in order. */
static const struct entity *
entity_at(const struct quotes *q, size_t i)
{
	const struct entities *e = &q->entities;
	size_t low = 0, high = e->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (e->found[mid].last_token < i)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < e->n && e->found[low].first_token <= i)
		return &e->found[low];
	return NULL;
}

static bool
is_who(const struct entity *x)
{
	return x != NULL && (x->type <= ENTITY_LOC || x->type == ENTITY_NORP);
}

static bool
is_verbish(struct str t)
{
	return t.n > 4 && (str_ends(t, STR("ed")) || str_ends(t, STR("ing")));
}

/* The noun phrase that begins at token i: its end, or i if there is none. */
static size_t
phrase_after(const struct quotes *q, size_t i)
{
	size_t at = i;
	bool noun = false;

	if (in_list(q, i, pronouns))
		return i + 1;
	for (; at < i + PHRASE && same_sentence(q, at, i); at++) {
		struct str t = quotes_token(q, at);
		const struct entity *x = entity_at(q, at);

		if (q->quoted[at] || (is_mark(q, at)
		    && !quotes_is(q, at, "'s")))
			break;
		if (is_who(x)) {
			at = x->last_token;
			noun = true;
			if (x->type == ENTITY_PERSON
			    && !quotes_is(q, at + 1, "'s"))
				return at + 1;
			continue;
		}
		if (noun && (in_list(q, at, walls) || quotes_is(q, at, "in")
		    || quotes_is(q, at, "on") || quotes_is(q, at, "at")
		    || quotes_is(q, at, "who") || quotes_is(q, at, "to")
		    || (words_find_lower(&words_cues, t) > 0
		    && words_find_lower(&words_roles, t) < 0)))
			break;
		noun |= words_find_lower(&words_roles, t) >= 0
		    || byte_is_upper(t.p[0]);
		if (!noun && at > i + 5)
			break;
	}
	return noun ? at : i;
}

/* "X, the minister, said": back over the appositive to its comma. */
static size_t
skip_apposition(const struct quotes *q, size_t end)
{
	size_t low = end > REACH ? end - REACH : 0;

	for (size_t i = end - 1; i > low; i--) {
		if (!same_sentence(q, i - 1, end - 1))
			break;
		if (quotes_is(q, i - 1, ",") && i - 1 > low
		    && !q->quoted[i - 1])
			return i - 1;
		if (q->quoted[i - 1])
			break;
	}
	return end;
}

/* The noun phrase that ends before token end: where it begins, or end. */
static size_t
phrase_before(const struct quotes *q, size_t end)
{
	size_t low = end > PHRASE ? end - PHRASE : 0, i = end;
	const struct entity *x = end > 0 ? entity_at(q, end - 1) : NULL;

	if (end == 0)
		return end;
	if (in_list(q, end - 1, pronouns))
		return end - 1;
	if (is_who(x) && x->type == ENTITY_PERSON)
		return x->first_token;
	while (i > low && same_sentence(q, i - 1, end - 1)
	    && !q->quoted[i - 1] && !in_list(q, i - 1, walls)
	    && (!is_mark(q, i - 1) || quotes_is(q, i - 1, "'s"))) {
		i--;
		if (in_list(q, i, determiners))
			break;
		x = entity_at(q, i);
		if (is_who(x) && x->type != ENTITY_NORP
		    && !quotes_is(q, x->last_token + 1, "'s")
		    && x->last_token + 2 >= end)
			return x->first_token;
	}
	return i < end && !is_verbish(quotes_token(q, end - 1)) ? i : end;
}

static bool
has_noun(const struct quotes *q, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct str t = quotes_token(q, i);

		if (is_who(entity_at(q, i))
		    || words_find_lower(&words_roles, t) >= 0
		    || words_find_lower(&words_titles, t) > 0
		    || in_list(q, i, pronouns)
		    || (byte_is_upper(t.p[0]) && i > from))
			return true;
	}
	return false;
}

/* Steps from the verb back over "has also" and the like. */
static size_t
skip_auxiliaries(const struct quotes *q, size_t i)
{
	while (i > 0 && same_sentence(q, i - 1, i) && !q->quoted[i - 1]
	    && (in_list(q, i - 1, auxiliaries)
	    || (str_ends(quotes_token(q, i - 1), STR("ly"))
	    && quotes_token(q, i - 1).n > 4)))
		i--;
	return i;
}

static bool
speaker_before(const struct quotes *q, struct cue *c)
{
	size_t end = skip_auxiliaries(q, c->token), from;

	if (end > 0 && quotes_is(q, end - 1, ",") && end > 1
	    && same_sentence(q, end - 1, c->token))
		end = skip_apposition(q, end - 1);
	/* "and said": the subject stands before the first verb. */
	if (end > 1 && (quotes_is(q, end - 1, "and")
	    || quotes_is(q, end - 1, ","))) {
		for (size_t i = end - 1; i > 0 && end - i < REACH
		    && same_sentence(q, i - 1, c->token); i--)
			if (is_who(entity_at(q, i - 1))
			    || in_list(q, i - 1, pronouns)) {
				const struct entity *x = entity_at(q, i - 1);

				if (q->quoted[i - 1])
					break;
				c->from = x != NULL ? x->first_token : i - 1;
				c->to = i;
				return true;
			}
		return false;
	}
	from = phrase_before(q, end);
	if (from >= end || !has_noun(q, from, end))
		return false;
	c->from = from;
	c->to = end;
	return true;
}

static bool
speaker_after(const struct quotes *q, struct cue *c)
{
	size_t from = c->token + 1, to;

	if (!same_sentence(q, from, c->token) || q->quoted[from])
		return false;
	to = phrase_after(q, from);
	if (to == from || !has_noun(q, from, to))
		return false;
	c->from = from;
	c->to = to;
	return true;
}

/* A verb after a closing mark, a comma or a dash may stand before its subject. */
static bool
may_invert(const struct quotes *q, size_t i)
{
	struct str t;

	if (i == 0)
		return false;
	if (q->quoted[i - 1])
		return true;
	t = quotes_token(q, i - 1);
	return t.n > 0 && (t.p[0] == '"' || t.p[0] == ',' || t.p[0] == '-'
	    || (unsigned char)t.p[0] >= 0x80 || t.p[0] == '\''
	    || t.p[0] == '.' || t.p[0] == '?' || t.p[0] == '!');
}

static struct cue *
add(struct quotes *q, size_t token)
{
	q->cues = xgrow(q->cues, &q->cue_cap, q->ncues + 1, sizeof *q->cues);
	q->cues[q->ncues] = (struct cue){ .token = token,
	    .sentence = q->sentence_of[token] };
	return &q->cues[q->ncues++];
}

static void
take_verb(struct quotes *q, size_t i, int number)
{
	struct cue *c = add(q, i);

	c->strength = (unsigned)number % 10;
	c->participle = number / 10 % 2 == 1;
	c->addressee = number / 20 % 2 == 1;
	c->nominal = number / 40 == 1;
	if (!c->participle && may_invert(q, i) && speaker_after(q, c)) {
		c->inverted = true;
		return;
	}
	if (c->participle) {
		/* ", adding that": the speaker of the cue before it. */
		if (q->ncues > 1 && q->cues[q->ncues - 2].sentence
		    == c->sentence && i > 0 && (quotes_is(q, i - 1, ",")
		    || quotes_is(q, i - 1, "and") || q->quoted[i - 1]
		    || is_mark(q, i - 1))) {
			c->from = q->cues[q->ncues - 2].from;
			c->to = q->cues[q->ncues - 2].to;
			return;
		}
		q->ncues--;
		return;
	}
	if (!speaker_before(q, c))
		q->ncues--;
}

static void
take_according(struct quotes *q, size_t i)
{
	struct cue *c = add(q, i);
	size_t to = phrase_after(q, i + 2);

	c->strength = 3;
	c->according = true;
	c->from = i + 2;
	c->to = to;
	if (to == i + 2)
		q->ncues--;
}

/* After "to", a determiner or a preposition it is a noun or an infinitive. */
static bool
is_no_verb(const struct quotes *q, size_t i)
{
	static const char *const before[] = { "to", "the", "a", "an", "of",
	    "in", "on", "by", "for", "with", "this", "no", "any", "not", "his",
	    "her", "their", "its", "be", "being", NULL };

	return i > 0 && same_sentence(q, i - 1, i) && in_list(q, i - 1, before);
}

void
quotes_cues(struct quotes *q)
{
	q->ncues = 0;
	for (size_t i = 0; i < q->entities.ntokens; i++) {
		struct str t = quotes_token(q, i);
		int number;

		if (q->quoted[i] || t.n < 2 || !byte_is_letter(t.p[0])
		    || byte_is_upper(t.p[0]))
			if (q->quoted[i] || !quotes_is(q, i, "according"))
				continue;
		if (quotes_is(q, i, "according")
		    && quotes_is(q, i + 1, "to")) {
			take_according(q, i);
			continue;
		}
		number = words_find_lower(&words_cues, t);
		if (number > 0 && !is_no_verb(q, i))
			take_verb(q, i, number);
	}
}

/* ---- names ---- */

/* 1 a man, 2 a woman, 0 either. */
static int
gender_of(struct str name)
{
	const char *blank = memchr(name.p, ' ', name.n);
	int g;

	if (blank == NULL)
		return 0;
	g = words_find_lower(&words_first_names,
	    str_cut(name, 0, (size_t)(blank - name.p)));
	return g == 1 || g == 2 ? g : 0;
}

static void
remember(struct quotes *q, const struct entity *x)
{
	int g = gender_of(x->name);

	if (x->title.n > 0 && words_find_lower(&words_titles, x->title) < 3
	    && words_find_lower(&words_titles, x->title) > 0)
		g = words_find_lower(&words_titles, x->title);
	q->last_speaker.n = 0;
	buf_put(&q->last_speaker, x->name);
	if (g != 2) {
		q->last_man.n = 0;
		buf_put(&q->last_man, x->name);
	}
	if (g != 1) {
		q->last_woman.n = 0;
		buf_put(&q->last_woman, x->name);
	}
}

/* The person named last before token i whom "he" or "she" may mean. */
static const struct entity *
person_before(const struct quotes *q, size_t i, int gender)
{
	const struct entities *e = &q->entities;
	const struct entity *best = NULL;
	size_t low = 0, high = e->n, paragraph = q->sentence_of[i];

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (e->found[mid].first_token < i)
			low = mid + 1;
		else
			high = mid;
	}
	for (size_t k = low; k-- > 0 && low - k < 40;) {
		const struct entity *x = &e->found[k];
		int g = gender_of(x->name);

		if (x->type != ENTITY_PERSON || q->quoted[x->first_token])
			continue;
		if (gender != 0 && g != 0 && g != gender)
			continue;
		/* In a sentence before: its first person, the subject. */
		if (best != NULL && q->sentence_of[x->first_token]
		    != q->sentence_of[best->first_token])
			break;
		best = x;
		if (q->sentence_of[x->first_token] == paragraph)
			break;
	}
	return best;
}

static void
name_pronoun(struct quotes *q, const struct cue *c, struct quote *out)
{
	int gender = quotes_is(q, c->from, "she") ? 2
	    : quotes_is(q, c->from, "he") ? 1 : 0;
	const struct buf *last = gender == 2 ? &q->last_woman
	    : gender == 1 ? &q->last_man : &q->last_speaker;
	const struct entity *x = gender > 0
	    ? person_before(q, c->from, gender) : NULL;

	if (x != NULL && (last->n == 0
	    || q->sentence_of[c->from] - q->sentence_of[x->first_token] <= 2))
		out->speaker = x->name;
	else if (last->n > 0 && gender > 0)
		out->speaker = arena_copy(&q->arena, buf_str(last));
	else
		out->speaker = quotes_token(q, c->from);
}

/* "the prime minister": whoever in the piece has that title. */
static const struct entity *
by_title(const struct quotes *q, struct str head)
{
	const struct entities *e = &q->entities;

	for (size_t i = 0; i < e->n && i < 2000; i++) {
		struct str t = e->found[i].title;

		if (t.n >= head.n && head.n > 3 && chars_eq_nocase(
		    str_cut(t, t.n - head.n, t.n), head))
			return &e->found[i];
	}
	return NULL;
}

static struct str
phrase_text(const struct quotes *q, size_t from, size_t to)
{
	return str_cut(q->text, q->entities.tokens[from].start,
	    q->entities.tokens[to - 1].end);
}

void
quotes_name(struct quotes *q, const struct cue *c, struct quote *out)
{
	const struct entity *best = NULL;

	out->mention = (struct span){ q->entities.tokens[c->from].start,
	    q->entities.tokens[c->to - 1].end };
	out->cue = (struct span){ q->entities.tokens[c->token].start,
	    q->entities.tokens[c->token].end };
	if (c->to == c->from + 1 && in_list(q, c->from, pronouns)) {
		name_pronoun(q, c, out);
		return;
	}
	for (size_t i = c->from; i < c->to; i++) {
		const struct entity *x = entity_at(q, i);

		if (x != NULL && x->type == ENTITY_PERSON) {
			best = x;
			break;
		}
		if (is_who(x) && x->type != ENTITY_NORP
		    && x->last_token + 1 >= c->to)
			best = x;
	}
	if (best == NULL && in_list(q, c->from, determiners)
	    && c->to - c->from <= 4)
		best = by_title(q, phrase_text(q, c->from + 1 < c->to
		    ? c->from + 1 : c->from, c->to));
	if (best == NULL) {
		out->speaker = phrase_text(q, c->from, c->to);
		return;
	}
	out->speaker = best->name;
	out->title = best->title;
	if (best->type == ENTITY_PERSON) {
		if (best->first_token >= c->from && best->last_token < c->to)
			out->mention = best->at;
		remember(q, best);
	}
}
