/*
 * Japanese and Chinese, where no blank parts words: who speaks is read off the
 * characters around the marks. Japanese: X は「…」と述べた,
 * 「…」と X は語った. Chinese: X 表示：“…”, “…”，X 说.
 * A stretch with no such verb is a term, unless it is a whole sentence behind
 * another quotation.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_said_ja, words_said_zh;

enum { VERB = 1, TITLE, PRONOUN, CUT, BODY, LEAD = BODY, SOME };	/* of the lists */

enum {
	START = 300,	/* bytes that tell the script */
	REACH = 300,	/* bytes of a sentence looked at on either side */
	TAIL = 120,	/* bytes from the marks to their verb */
	WORD = 24,	/* bytes of the longest entry */
	NAME = 12,	/* bytes of a name of Han, at most */
	HAN = 3,	/* bytes of one: 的 */
	TERM = 15,	/* bytes that a verb alone makes no speech */
	PHRASE = 60,	/* bytes of one who is no name */
	WHOLE = 24,	/* bytes of a sentence that needs no verb */
	EARLIER = 3000,	/* bytes in which a full name is looked for */
	BEARERS = 20,	/* quotations in which a title is */
	CONFIDENCE = 620	/* as by order in other languages */
};

/* Of three bytes, the first of which this is. */
static bool
is_han(char c)
{
	return (unsigned char)c >= 0xe3 && (unsigned char)c <= 0xe9;
}

enum quotes_script
quotes_script(struct str t)
{
	size_t n = t.n < START ? t.n : START, han = 0, kana = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		unsigned char c = (unsigned char)t.p[i];

		han += is_han(t.p[i]);
		kana += c == 0xe3 && (unsigned char)t.p[i + 1] >= 0x81
		    && (unsigned char)t.p[i + 1] <= 0x83;
	}
	return han * 9 < n * 2 ? SCRIPT_OTHER : kana * 8 > han
	    ? SCRIPT_JAPANESE : SCRIPT_CHINESE;
}

static bool
is_hiragana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x309f;
}

static bool
is_break(uint32_t c)
{
	return c == '\n' || c == 0x3002 || c == 0xff01 || c == 0xff1f
	    || c == '!' || c == '?';
}

/* Those and commas, marks, blanks. */
static bool
is_limit(uint32_t c)
{
	return is_break(c) || chars_is(c, CHAR_SPACE) || c == 0x3001
	    || c == 0xff0c || c == ',' || c == 0xff1b || c == 0xff1a || c == ':'
	    || c == '"' || (c >= 0x300a && c <= 0x3011)
	    || (c >= 0x2018 && c <= 0x201f) || c == 0x25a0 || c == 0x25c6;
}

/* The longest entry with the number that begins at i: its bytes, or 0. */
static size_t
word_at(const struct words *list, struct str t, size_t i, int number)
{
	size_t end = i, best = 0;

	while (end < t.n && end < i + WORD) {
		utf8_next(t, &end);
		if (words_find(list, str_cut(t, i, end)) == number)
			best = end - i;
	}
	return best;
}

/* The same, that ends at i. */
static size_t
word_before(const struct words *list, struct str t, size_t i, int number)
{
	size_t from = i, best = 0;

	while (from > 0 && from + WORD > i) {
		utf8_prev(t, &from);
		if (words_find(list, str_cut(t, from, i)) == number)
			best = i - from;
	}
	return best;
}

static size_t
sentence_start(struct str t, size_t i)
{
	size_t low = i > REACH ? i - REACH : 0, at = i;

	while (at > low) {
		size_t before = at;

		if (is_break(utf8_prev(t, &before)))
			return at;
		at = before;
	}
	return at;
}

static size_t
sentence_end(struct str t, size_t i)
{
	size_t high = i + REACH < t.n ? i + REACH : t.n, at = i;

	while (at < high) {
		size_t before = at;

		if (is_break(utf8_next(t, &at)))
			return before;
	}
	return at;
}

/* The earlier of both, where a character begins. */
static size_t
not_beyond(struct str t, size_t end, size_t most)
{
	if (end <= most)
		return end;
	while (((unsigned char)t.p[most] & 0xc0) == 0x80)
		most--;
	return most;
}

/* Behind the last limit before i, not before low. */
static size_t
phrase_start(struct str t, size_t low, size_t i)
{
	while (i > low) {
		size_t before = i;

		if (is_limit(utf8_prev(t, &before)))
			break;
		i = before;
	}
	return i;
}

/* Where the first entry with the number begins in [from, to); to: nowhere. */
static size_t
first_word(const struct words *list, struct str t, struct span in, int number)
{
	size_t i = in.start;

	t = str_cut(t, 0, in.end);
	while (i < in.end && word_at(list, t, i, number) == 0)
		utf8_next(t, &i);
	return i;
}

/* ---- a name in its phrase ---- */

/* A person, as the phrase names it; n 0: nobody. */
struct named {
	struct span at;
	struct str name, title;
};

/* The run before i of what names are written in, no hiragana. */
static size_t
name_start(struct str t, size_t low, size_t i)
{
	while (i > low) {
		size_t before = i;
		uint32_t c = utf8_prev(t, &before);

		if (is_hiragana(c) || is_limit(c))
			break;
		i = before;
	}
	return i;
}

/* "（45）" before i is passed over. */
static size_t
before_bracket(struct str t, size_t low, size_t i)
{
	size_t at = i;
	uint32_t c = at > low ? utf8_prev(t, &at) : 0;

	if (c != 0xff09 && c != ')')
		return i;
	while (at > low) {
		c = utf8_prev(t, &at);
		if (c == 0xff08 || c == '(')
			return at;
	}
	return i;
}

/* 日銀の植田和男総裁: the name is what stands before the title. */
static struct named
japanese_name(struct str t, size_t low, size_t end)
{
	struct named x = { .at = { 0, 0 } };
	size_t from, title, name;

	end = before_bracket(t, low, end);
	from = phrase_start(t, low, end);
	title = end - word_before(&words_said_ja, t, end, TITLE);
	name = name_start(t, from, title);
	if (word_before(&words_said_ja, str_cut(t, 0, end), end, PRONOUN) > 0
	    || end <= from)
		return x;
	if (name == title || (title == end && end > from + PHRASE)
	    || (title < end && word_before(&words_said_ja, t, title, BODY) > 0))
		name = title < end && end - from <= PHRASE ? from : name;
	else if (title < end)
		x.title = str_cut(t, title, end);
	x.at = (struct span){ name, end };
	x.name = str_cut(t, name, x.title.n > 0 ? title : end);
	return x;
}

/* Behind 但 and the like, and behind the last 的 before end. */
static size_t
chinese_start(struct str t, size_t from, size_t end)
{
	size_t n;

	t = str_cut(t, 0, end);
	while ((n = word_at(&words_said_zh, t, from, LEAD)) > 0)
		from += n;
	for (size_t i = from; i + HAN < end; utf8_next(t, &i))
		if (str_starts(str_cut(t, i, end), STR("\xe7\x9a\x84")))
			from = i + HAN;
	return from;
}

/* The last title in [from, end): where it ends, its length; end: none, 0. */
static size_t
last_title(struct str t, struct span in, size_t *n)
{
	size_t i = in.end;

	for (*n = 0; i > in.start; utf8_prev(t, &i))
		if ((*n = word_before(&words_said_zh, str_cut(t, in.start, i),
		    i - in.start, TITLE)) > 0)
			return i;
	return in.end;
}

/* 外交部发言人毛宁, 李强总理: before or behind the title. */
static struct named
chinese_name(struct str t, size_t from, size_t end)
{
	struct named x = { .at = { 0, 0 } };
	size_t last, n;

	from = phrase_start(t, from, end);
	end = first_word(&words_said_zh, t, (struct span){ from, end }, CUT);
	while (end > from && byte_is_digit(t.p[end - 1]))
		end--;
	from = chinese_start(t, from, end);
	if (end <= from || word_at(&words_said_zh, str_cut(t, 0, end), from,
	    PRONOUN) > 0)
		return x;
	x.at = (struct span){ from, end };
	x.name = str_cut(t, from, end);
	last = last_title(t, x.at, &n);
	if (n == 0 || (last == end && (last - n > from + NAME
	    || last - n == from || word_at(&words_said_zh, t, from, SOME) > 0)))
		return x;
	x.title = last == end ? str_cut(t, last - n, end)
	    : str_cut(t, from, last);
	x.name = last == end ? str_cut(t, from, last - n)
	    : str_cut(t, last, end);
	return x;
}

/* ---- whose ---- */

/* は or が behind a name in [from, to); 0: none. */
static size_t
topic(struct str t, size_t from, size_t to)
{
	size_t subject = 0;

	for (size_t i = from; i < to;) {
		size_t at = i, before = i;
		uint32_t c = utf8_next(t, &i), p;

		if ((c != 0x306f && c != 0x304c) || at == from)
			continue;
		p = utf8_prev(t, &before);
		if (is_limit(p) || (is_hiragana(p) && word_before(
		    &words_said_ja, t, at, TITLE) == 0))
			continue;
		if (c == 0x306f)
			return at;
		subject = at;
	}
	return subject;
}

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
	end = sentence_end(t, i);
	verb = first_word(&words_said_ja, t, (struct span){ i, end }, VERB);
	at = topic(t, i, verb);
	if (verb >= end || at == 0)
		return x;
	x.verb = (struct span){ verb, verb + word_at(&words_said_ja, t, verb,
	    VERB) };
	x.who = japanese_name(t, i, at);
	return x;
}

static struct said
japanese(const struct quotes *q, const struct stretch *s)
{
	struct str t = q->text;
	size_t from = sentence_start(t, s->outer_open), at;
	size_t end = sentence_end(t, s->outer_close), verb;
	struct said x = { .verb = { 0, 0 } };

	if (end == s->outer_close && from == s->outer_open)
		return behind_stop(t, end);
	end = not_beyond(t, end, s->outer_close + TAIL);
	verb = first_word(&words_said_ja, t, (struct span){ s->outer_close,
	    end }, VERB);
	if (!is_quoted(str_cut(t, s->outer_close, end)) || verb >= end)
		return x;
	x.verb = (struct span){ verb, verb + word_at(&words_said_ja, t, verb,
	    VERB) };
	at = topic(t, s->outer_close, verb);
	if (at > 0)
		x.who = japanese_name(t, s->outer_close, at);
	else if ((at = topic(t, from, s->outer_open)) > 0)
		x.who = japanese_name(t, from, at);
	return x;
}

/* 表示：“…”: the verb before the marks. */
static bool
chinese_before(struct str t, const struct stretch *s, struct said *x)
{
	size_t from = sentence_start(t, s->outer_open), end = s->outer_open, n;
	size_t at = end;
	uint32_t c = at > from ? utf8_prev(t, &at) : 0;

	if (c == ':' || c == 0xff1a || c == ',' || c == 0xff0c)
		end = at;
	n = word_before(&words_said_zh, t, end, VERB);
	if (n == 0 || n > end - from || (end == s->outer_open
	    && s->close - s->open <= TERM))
		return false;
	x->verb = (struct span){ end - n, end };
	at = phrase_start(t, from, end - n);
	x->who = chinese_name(t, at, end - n);
	if (x->who.name.n > 0 || at <= from)
		return true;
	/* X took the floor, and said: who the clause before is of. */
	utf8_prev(t, &at);
	from = phrase_start(t, from, at);
	x->who = chinese_name(t, from, first_word(&words_said_zh, t,
	    (struct span){ from, at }, VERB));
	return true;
}

/* In [from, end): the first verb with a comma or stop behind it; else end. */
static size_t
ending_verb(struct str t, size_t from, size_t end)
{
	while ((from = first_word(&words_said_zh, t, (struct span){ from, end },
	    VERB)) < end) {
		size_t at = from + word_at(&words_said_zh, t, from, VERB);

		if (at >= end || is_limit(utf8_at(t, at)))
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
	else if (p != ',' && p != 0xff0c && !is_break(p))
		return x;
	end = sentence_end(t, from);
	end = not_beyond(t, end, from + TAIL);
	verb = ending_verb(t, from, end);
	if (verb >= end)
		return x;
	x.verb = (struct span){ verb, verb + word_at(&words_said_zh, t, verb,
	    VERB) };
	x.who = chinese_name(t, from, verb);
	return x;
}

/* ---- full names ---- */

/* 岸田 before a title: the longer name earlier in the text with this title. */
static struct str
full_name(const struct quotes *q, const struct named *who)
{
	struct str t = q->text, name = who->name;
	size_t low = who->at.start > EARLIER ? who->at.start - EARLIER : 0;

	if (who->title.n == 0 || name.n == 0 || name.n > NAME / 2)
		return name;
	for (size_t i = low; i + name.n < who->at.start; i++) {
		struct str rest = str_cut(t, i, who->at.start);

		if (!str_starts(rest, name))
			continue;
		for (size_t n = name.n; n + HAN <= NAME && n + HAN
		    + who->title.n < rest.n && is_han(rest.p[n]);) {
			n += HAN;
			if (str_starts(str_cut(rest, n, rest.n), who->title))
				return str_cut(rest, 0, n);
		}
	}
	return name;
}

/*
 * A title alone, 首相: whose words bore it before. Words behind a name,
 * 张立勇举例: who had this name before. NULL: nobody.
 */
static const struct quote *
bearer(const struct quotes *q, struct str name)
{
	for (size_t i = q->n; i-- > 0 && q->n - i < BEARERS;) {
		const struct quote *x = &q->found[i];

		if ((x->title.n > 0 && str_ends(name, x->title))
		    || (x->speaker.n > HAN && str_starts(name, x->speaker)))
			return x;
	}
	return NULL;
}

static void
set_speaker(const struct quotes *q, const struct named *who, struct quote *x)
{
	const struct quote *before = q->n > 0 ? &q->found[q->n - 1] : NULL;

	if (who->name.n > 0)
		before = who->title.n == 0 ? bearer(q, who->name) : NULL;
	x->mention = who->at;
	x->speaker = before != NULL ? before->speaker : full_name(q, who);
	x->title = before != NULL ? before->title : who->title;
}

/* A sentence of its own behind other words of somebody. */
static bool
is_whole(const struct quotes *q, const struct stretch *s)
{
	size_t before = s->close, after = s->outer_close;
	struct str t = q->text;

	return q->n > 0 && s->close >= s->open + WHOLE
	    && sentence_start(t, s->outer_open) == s->outer_open
	    && (is_break(utf8_prev(t, &before)) || (after < t.n
	    && is_break(utf8_next(t, &after))));
}

void
quotes_cjk(struct quotes *q, enum quotes_script script)
{
	for (size_t k = 0; k < q->nstretches; k++) {
		const struct stretch *s = &q->stretches[k];
		struct quote x = { .kind = QUOTE_DIRECT, .nspans = 1,
		    .confidence = CONFIDENCE };
		struct said said;

		if (s->close <= s->open)
			continue;
		said = script == SCRIPT_JAPANESE ? japanese(q, s)
		    : chinese(q, s);
		if (said.verb.end == 0 && !is_whole(q, s))
			continue;
		x.spans[0] = (struct span){ s->open, s->close };
		x.cue = said.verb;
		set_speaker(q, &said.who, &x);
		*quotes_add(q, QUOTE_DIRECT) = x;
	}
}
