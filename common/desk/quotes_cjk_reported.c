/*
 * Indirect speech in Chinese (李文表示，…。 …，李文说。) and Japanese
 * (警察によると、…。 首相は…と述べた。).
 */
#include "desk/quotes_cjk.h"

#include "text/utf8.h"

enum {
	SHORTEST = 12,	/* bytes of what is said: four characters */
	CHAIN = 90,	/* bytes: "据晚报报道，李文称，" is of the latter */
	ADVERB = 60,	/* bytes of 1日、ハノイで会見し、 between two commas */
	CONFIDENCE = 600
};

/* What is said in a sentence, and who says it. */
struct report {
	struct span what, verb;
	struct named who;
};

static bool
is_comma(uint32_t c)
{
	return c == 0xff0c || c == 0xff1a || c == ',' || c == ':' || c == 0x3001;
}

/* Behind the comma at i, or i. */
static size_t
behind_comma(struct str t, size_t i, size_t end)
{
	size_t at = i;

	return i < end && is_comma(utf8_next(t, &at)) ? at : i;
}

/* Past the stretch that begins at i, if one does; k goes with it. */
static size_t
past_marks(const struct quotes *q, size_t i, size_t *k, size_t last)
{
	while (*k < last && q->stretches[*k].outer_open < i)
		++*k;
	return *k < last && q->stretches[*k].outer_open == i
	    ? q->stretches[*k].outer_close : i;
}

/* ---- Chinese ---- */

/* 他表示: who spoke before, if anybody did. */
static bool
is_somebody(const struct quotes *q, const struct named *who, size_t from)
{
	return who->name.n > 0 || (q->n > 0 && cjk_word_at(&words_said_zh,
	    q->text, from, PRONOUN) > 0);
}

/* A verb of saying at i: its bytes; 0 if 来说 or 名称 ends so. */
static size_t
verb_at(struct str t, size_t i, size_t end)
{
	size_t n = cjk_word_at(&words_said_zh, str_cut(t, 0, end), i, VERB);

	return n > 0 && cjk_word_before(&words_said_zh, t, i + n, NO_SPEECH) == 0
	    ? n : 0;
}

/*
 * 李文表示，…: the last of a chain at the head, 据晚报报道，李文称，…
 */
static bool
chinese_ahead(const struct quotes *q, const struct cjk_sentence *s,
    struct report *x)
{
	struct str t = q->text;
	size_t most = s->at.end, k = s->first, i = s->at.start;
	bool found = false;

	while (i < most) {
		size_t past = past_marks(q, i, &k, s->last), n, from, what;
		struct named who;

		if (past > i) {
			i = past;
			continue;
		}
		n = verb_at(t, i, s->at.end);
		what = behind_comma(t, i + n, s->at.end);
		if (n == 0 || what == i + n) {
			utf8_next(t, &i);
			continue;
		}
		from = cjk_phrase_start(t, s->at.start, i);
		who = cjk_chinese_name(t, from, i);
		if (is_somebody(q, &who, from)) {
			*x = (struct report){ { what, s->at.end },
			    { i, i + n }, who };
			found = true;
		}
		i = what;
		most = what + CHAIN < s->at.end ? what + CHAIN : s->at.end;
	}
	return found;
}

/* …，李文说。 */
static bool
chinese_behind(const struct quotes *q, const struct cjk_sentence *s,
    struct report *x)
{
	struct str t = str_cut(q->text, 0, s->at.end);
	size_t end = s->at.end, before, from;
	size_t n = cjk_word_before(&words_said_zh, t, end, VERB);

	if (n == 0 || cjk_word_before(&words_said_zh, t, end, NO_SPEECH) > 0)
		return false;
	from = cjk_phrase_start(t, s->at.start, end - n);
	if (from <= s->at.start || from == end - n)
		return false;
	x->verb = (struct span){ end - n, end };
	x->who = cjk_chinese_name(t, from, end - n);
	before = from;
	x->what = (struct span){ s->at.start, from };
	if (!is_comma(utf8_prev(t, &before)))
		return false;
	x->what.end = before;
	return is_somebody(q, &x->who, from);
}

/* ---- Japanese ---- */

/* Where s begins in t; t.n: nowhere. */
static size_t
find(struct str t, struct str s)
{
	size_t i = 0;

	while (i < t.n && !str_starts(str_cut(t, i, t.n), s))
		i++;
	return i;
}

/* 警察によると、…という。 */
static bool
japanese_according(const struct quotes *q, const struct cjk_sentence *s,
    struct report *x)
{
	static const char *const words[] = { "によると", "によりますと",
	    "によれば" };
	struct str t = q->text, head = str_cut(t, s->at.start, s->at.end);

	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		struct str w = str_of(words[k]);
		size_t at = find(head, w), i = s->at.start + at;

		if (at == 0 || at >= head.n || (s->first < s->last
		    && q->stretches[s->first].outer_open < i))
			continue;
		x->who = cjk_japanese_name(t, s->at.start, i);
		x->verb = (struct span){ i, i + w.n };
		x->what = (struct span){ behind_comma(t, i + w.n, s->at.end),
		    s->at.end };
		if (str_ends(str_cut(t, x->what.start, x->what.end),
		    STR("という")))
			x->what.end -= sizeof "という" - 1;
		return x->who.name.n > 0;
	}
	return false;
}

/* Behind 1日、 and ハノイで会見し、 */
static size_t
behind_adverbs(struct str t, size_t i, size_t end)
{
	size_t from = i;

	while (i < end && i < from + ADVERB) {
		size_t at = i;

		if (utf8_next(t, &i) != 0x3001)
			continue;
		if (cjk_word_before(&words_said_ja, t, at, ADVERBIAL) == 0)
			break;
		from = i;
	}
	return from;
}

/* Of と述べた at i: the bytes of the verb, 0 if it is none. */
static size_t
said_at(struct str t, size_t i)
{
	return str_starts(str_cut(t, i, t.n), STR("と"))
	    ? cjk_word_at(&words_said_ja, t, i + sizeof "と" - 1, VERB) : 0;
}

/* 首相は…と述べた。 */
static bool
japanese_said(const struct quotes *q, const struct cjk_sentence *s,
    struct report *x)
{
	struct str t = str_cut(q->text, 0, s->at.end);
	size_t topic = cjk_topic(t, s->at.start, s->at.end), i, n = 0, k;

	if (topic == 0)
		return false;
	for (i = s->at.end; i > topic && i + ADVERB > s->at.end && n == 0;) {
		utf8_prev(t, &i);
		n = said_at(t, i);
	}
	k = s->first;
	if (n == 0 || past_marks(q, i, &k, s->last) > i)
		return false;
	x->who = cjk_japanese_name(t, s->at.start, topic);
	x->verb = (struct span){ i + sizeof "と" - 1, i + sizeof "と" - 1 + n };
	topic += sizeof "は" - 1;
	x->what = (struct span){ behind_adverbs(t, behind_comma(t, topic, i),
	    i), i };
	return x->who.name.n > 0;
}

/* ---- what is given ---- */

/*
 * No stretch is cut, nor does one open or close it: that one is the speech then,
 * "総裁は会見で「…」と述べた", and what follows a sentence's.
 */
static bool
may_hold_marks(const struct quotes *q, const struct cjk_sentence *s,
    struct span what, bool japanese)
{
	size_t bare = what.end - what.start;

	for (size_t k = s->first; k < s->last; k++) {
		const struct stretch *m = &q->stretches[k];

		if (m->outer_close <= what.start || m->outer_open >= what.end)
			continue;
		if (m->outer_open <= what.start || m->outer_close > what.end
		    || (m->outer_close == what.end && japanese))
			return false;
		bare -= m->outer_close - m->outer_open <= bare
		    ? m->outer_close - m->outer_open : bare;
	}
	return bare >= SHORTEST;
}

void
quotes_cjk_reported(struct quotes *q, enum quotes_script script,
    const struct cjk_sentence *s)
{
	struct report r = { .what = { 0, 0 } };
	struct quote x = { .kind = QUOTE_INDIRECT, .nspans = 1,
	    .confidence = CONFIDENCE };

	if (script == SCRIPT_CHINESE ? !chinese_ahead(q, s, &r)
	    && !chinese_behind(q, s, &r) : !japanese_according(q, s, &r)
	    && !japanese_said(q, s, &r))
		return;
	if (r.what.end < r.what.start + SHORTEST
	    || !may_hold_marks(q, s, r.what, script == SCRIPT_JAPANESE))
		return;
	x.spans[0] = r.what;
	x.cue = r.verb;
	for (size_t k = s->first; k < s->last; k++)
		if (q->stretches[k].outer_open >= r.what.start
		    && q->stretches[k].outer_close <= r.what.end) {
			q->stretches[k].used = true;
			x.kind = QUOTE_MIXED;
		}
	cjk_set_speaker(q, &r.who, &x);
	*quotes_add(q, x.kind) = x;
}
