/*
 * Japanese and Chinese, where no blank parts words: who speaks is read off the
 * characters around the marks. Japanese: X は「…」と述べた,
 * 「…」と X は語った. Chinese: X 表示：“…”, “…”，X 说.
 * A stretch with no such verb is a term, unless it is a whole sentence behind
 * another quotation.
 */
#include "desk/quotes_cjk.h"

#include "text/chars.h"
#include "text/utf8.h"
enum {
	START = 300,	/* bytes that tell the script */
	TAIL = 120,	/* bytes from the marks to their verb */
	TERM = 15,	/* bytes that a verb alone makes no speech */
	LONGEST = 1200,	/* bytes of a sentence that is looked at as one */
	WHOLE = 24,	/* bytes of a sentence that needs no verb */
	CONFIDENCE = 620	/* as by order in other languages */
};

enum quotes_script
quotes_script(struct str t)
{
	size_t n = t.n < START ? t.n : START, han = 0, kana = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		unsigned char c = (unsigned char)t.p[i];

		han += cjk_is_han(t.p[i]);
		kana += c == 0xe3 && (unsigned char)t.p[i + 1] >= 0x81
		    && (unsigned char)t.p[i + 1] <= 0x83;
	}
	return han * 9 < n * 2 ? SCRIPT_OTHER : kana * 8 > han
	    ? SCRIPT_JAPANESE : SCRIPT_CHINESE;
}

/* ---- whose ---- */

struct said {
	struct named who;
	struct span verb;	/* end 0: none, and no speech */
};

/* Is と, or など before it, what begins here? */
static bool
is_quoted(struct str tail)
{
	return str_starts(tail, STR("と")) || str_starts(tail, STR("などと"))
	    || str_starts(tail, STR("って"));
}

/* 「怖かった」。田中さんは振り返る: what is behind the stop at i. */
static struct said
behind_stop(struct str t, size_t i)
{
	struct said x = { .verb = { 0, 0 } };
	size_t end, verb, at;

	if (i >= t.n || t.p[i] == '\n')
		return x;
	utf8_next(t, &i);
	end = cjk_sentence_end(t, i);
	verb = cjk_first_word(&words_said_ja, t, (struct span){ i, end }, VERB);
	at = cjk_topic(t, i, verb);
	if (verb >= end || at == 0)
		return x;
	x.verb = (struct span){ verb, verb + cjk_word_at(&words_said_ja, t, verb,
	    VERB) };
	x.who = cjk_japanese_name(t, i, at);
	return x;
}

static struct said
japanese(const struct quotes *q, const struct stretch *s)
{
	struct str t = q->text;
	size_t from = cjk_sentence_start(t, s->outer_open), at;
	size_t end = cjk_sentence_end(t, s->outer_close), verb;
	struct said x = { .verb = { 0, 0 } };

	if (end == s->outer_close && from == s->outer_open)
		return behind_stop(t, end);
	end = cjk_not_beyond(t, end, s->outer_close + TAIL);
	verb = cjk_first_word(&words_said_ja, t, (struct span){ s->outer_close,
	    end }, VERB);
	if (!is_quoted(str_cut(t, s->outer_close, end)) || verb >= end)
		return x;
	x.verb = (struct span){ verb, verb + cjk_word_at(&words_said_ja, t, verb,
	    VERB) };
	at = cjk_topic(t, s->outer_close, verb);
	if (at > 0)
		x.who = cjk_japanese_name(t, s->outer_close, at);
	else if ((at = cjk_topic(t, from, s->outer_open)) > 0)
		x.who = cjk_japanese_name(t, from, at);
	return x;
}

/* 表示：“…”: the verb before the marks. */
static bool
chinese_before(struct str t, const struct stretch *s, struct said *x)
{
	size_t from = cjk_sentence_start(t, s->outer_open), end = s->outer_open, n;
	size_t at = end;
	uint32_t c = at > from ? utf8_prev(t, &at) : 0;

	if (c == ':' || c == 0xff1a || c == ',' || c == 0xff0c)
		end = at;
	n = cjk_word_before(&words_said_zh, t, end, VERB);
	if (n == 0 || n > end - from || (end == s->outer_open
	    && s->close - s->open <= TERM))
		return false;
	x->verb = (struct span){ end - n, end };
	at = cjk_phrase_start(t, from, end - n);
	x->who = cjk_chinese_name(t, at, end - n);
	if (x->who.name.n > 0 || at <= from)
		return true;
	/* X took the floor, and said: who the clause before is of. */
	utf8_prev(t, &at);
	from = cjk_phrase_start(t, from, at);
	x->who = cjk_chinese_name(t, from, cjk_first_word(&words_said_zh, t,
	    (struct span){ from, at }, VERB));
	return true;
}

/* In [from, end): the first verb with a comma or stop behind it; else end. */
static size_t
ending_verb(struct str t, size_t from, size_t end)
{
	while ((from = cjk_first_word(&words_said_zh, t, (struct span){ from, end },
	    VERB)) < end) {
		size_t at = from + cjk_word_at(&words_said_zh, t, from, VERB);

		if (at >= end || cjk_is_limit(utf8_at(t, at)))
			break;
		from = at;
	}
	return from;
}

static struct said
chinese(const struct quotes *q, const struct stretch *s)
{
	struct str t = q->text;
	size_t from = s->outer_close, end, verb, at = from, before = s->close;
	struct said x = { .verb = { 0, 0 } };
	uint32_t c = at < t.n ? utf8_next(t, &at) : 0, p;

	if (chinese_before(t, s, &x) || before <= s->open)
		return x;
	p = utf8_prev(t, &before);
	if (c == ',' || c == 0xff0c)
		from = at;
	else if (p != ',' && p != 0xff0c && !cjk_is_break(p))
		return x;
	end = cjk_sentence_end(t, from);
	end = cjk_not_beyond(t, end, from + TAIL);
	verb = ending_verb(t, from, end);
	if (verb >= end)
		return x;
	x.verb = (struct span){ verb, verb + cjk_word_at(&words_said_zh, t, verb,
	    VERB) };
	x.who = cjk_chinese_name(t, from, verb);
	return x;
}

/* A sentence of its own behind other words of somebody. */
static bool
is_whole(const struct quotes *q, const struct stretch *s)
{
	size_t before = s->close, after = s->outer_close;
	struct str t = q->text;

	return q->n > 0 && s->close >= s->open + WHOLE
	    && cjk_sentence_start(t, s->outer_open) == s->outer_open
	    && (cjk_is_break(utf8_prev(t, &before)) || (after < t.n
	    && cjk_is_break(utf8_next(t, &after))));
}

static void
give_stretch(struct quotes *q, enum quotes_script script, size_t k)
{
	const struct stretch *s = &q->stretches[k];
	struct quote x = { .kind = QUOTE_DIRECT, .nspans = 1,
	    .confidence = CONFIDENCE };
	struct said said;

	if (s->close <= s->open || s->used)
		return;
	said = script == SCRIPT_JAPANESE ? japanese(q, s) : chinese(q, s);
	if (said.verb.end == 0 && !is_whole(q, s))
		return;
	x.spans[0] = (struct span){ s->open, s->close };
	x.cue = said.verb;
	cjk_set_speaker(q, &said.who, &x);
	*quotes_add(q, QUOTE_DIRECT) = x;
}

/* The sentence at i: to the next break outside of marks, no longer than LONGEST. */
static struct cjk_sentence
next_sentence(const struct quotes *q, size_t *i, size_t *k)
{
	struct cjk_sentence s = { { *i, *i }, *k, *k };

	while (*i < q->text.n) {
		while (*k < q->nstretches && q->stretches[*k].outer_open < *i)
			++*k;
		if (*k < q->nstretches && q->stretches[*k].outer_open == *i) {
			*i = q->stretches[*k].outer_close;
		} else if (cjk_is_break(utf8_next(q->text, i))) {
			break;
		}
		s.at.end = *i;
		if (*i > s.at.start + LONGEST)
			break;
	}
	while (*k < q->nstretches && q->stretches[*k].outer_open < *i)
		++*k;
	s.last = *k;
	return s;
}

void
quotes_cjk(struct quotes *q, enum quotes_script script)
{
	for (size_t i = 0, k = 0; i < q->text.n;) {
		struct cjk_sentence s = next_sentence(q, &i, &k);

		quotes_cjk_reported(q, script, &s);
		for (size_t m = s.first; m < s.last; m++)
			give_stretch(q, script, m);
	}
}
