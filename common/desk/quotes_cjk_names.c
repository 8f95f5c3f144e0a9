/* Names, titles and limits in Japanese and Chinese, read off the characters. */
#include "desk/quotes_cjk.h"

#include "text/chars.h"
#include "text/utf8.h"

enum {
	REACH = 300,	/* bytes of a sentence looked at on either side */
	WORD = 24,	/* bytes of the longest entry */
	NAME = 12,	/* bytes of a name of Han, at most */
	HAN = 3,	/* bytes of one: 的 */
	PHRASE = 60,	/* bytes of one who is no name */
	EARLIER = 3000,	/* bytes in which a full name is looked for */
	BEARERS = 20	/* quotations in which a title is */
};

/* Of three bytes, the first of which this is. */
bool
cjk_is_han(char c)
{
	return (unsigned char)c >= 0xe3 && (unsigned char)c <= 0xe9;
}

static bool
is_hiragana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x309f;
}

bool
cjk_is_break(uint32_t c)
{
	return c == '\n' || c == 0x3002 || c == 0xff01 || c == 0xff1f
	    || c == '!' || c == '?';
}

/* Those and commas, marks, blanks. */
bool
cjk_is_limit(uint32_t c)
{
	return cjk_is_break(c) || chars_is(c, CHAR_SPACE) || c == 0x3001
	    || c == 0xff0c || c == ',' || c == 0xff1b || c == 0xff1a || c == ':'
	    || c == '"' || (c >= 0x300a && c <= 0x3011)
	    || (c >= 0x2018 && c <= 0x201f) || c == 0x25a0 || c == 0x25c6;
}

/* The longest entry with the number that begins at i: its bytes, or 0. */
size_t
cjk_word_at(const struct words *list, struct str t, size_t i, int number)
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
size_t
cjk_word_before(const struct words *list, struct str t, size_t i, int number)
{
	size_t from = i, best = 0;

	while (from > 0 && from + WORD > i) {
		utf8_prev(t, &from);
		if (words_find(list, str_cut(t, from, i)) == number)
			best = i - from;
	}
	return best;
}

size_t
cjk_sentence_start(struct str t, size_t i)
{
	size_t low = i > REACH ? i - REACH : 0, at = i;

	while (at > low) {
		size_t before = at;

		if (cjk_is_break(utf8_prev(t, &before)))
			return at;
		at = before;
	}
	return at;
}

size_t
cjk_sentence_end(struct str t, size_t i)
{
	size_t high = i + REACH < t.n ? i + REACH : t.n, at = i;

	while (at < high) {
		size_t before = at;

		if (cjk_is_break(utf8_next(t, &at)))
			return before;
	}
	return at;
}

/* The earlier of both, where a character begins. */
size_t
cjk_not_beyond(struct str t, size_t end, size_t most)
{
	if (end <= most)
		return end;
	while (((unsigned char)t.p[most] & 0xc0) == 0x80)
		most--;
	return most;
}

/* Behind the last limit before i, not before low. */
size_t
cjk_phrase_start(struct str t, size_t low, size_t i)
{
	while (i > low) {
		size_t before = i;

		if (cjk_is_limit(utf8_prev(t, &before)))
			break;
		i = before;
	}
	return i;
}

/* Where the first entry with the number begins in [from, to); to: nowhere. */
size_t
cjk_first_word(const struct words *list, struct str t, struct span in, int number)
{
	size_t i = in.start;

	t = str_cut(t, 0, in.end);
	while (i < in.end && cjk_word_at(list, t, i, number) == 0)
		utf8_next(t, &i);
	return i;
}

/* ---- a name in its phrase ---- */

/* The run before i of what names are written in, no hiragana. */
static size_t
name_start(struct str t, size_t low, size_t i)
{
	while (i > low) {
		size_t before = i;
		uint32_t c = utf8_prev(t, &before);

		if (is_hiragana(c) || cjk_is_limit(c))
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
struct named
cjk_japanese_name(struct str t, size_t low, size_t end)
{
	struct named x = { .at = { 0, 0 } };
	size_t from, title, name;

	end = before_bracket(t, low, end);
	from = cjk_phrase_start(t, low, end);
	title = end - cjk_word_before(&words_said_ja, t, end, TITLE);
	name = name_start(t, from, title);
	if (cjk_word_before(&words_said_ja, str_cut(t, 0, end), end, PRONOUN) > 0
	    || end <= from)
		return x;
	if (name == title || (title == end && end > from + PHRASE)
	    || (title < end && cjk_word_before(&words_said_ja, t, title, BODY) > 0))
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
	while ((n = cjk_word_at(&words_said_zh, t, from, LEAD)) > 0)
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
		if ((*n = cjk_word_before(&words_said_zh, str_cut(t, in.start, i),
		    i - in.start, TITLE)) > 0)
			return i;
	return in.end;
}

/* 外交部发言人毛宁, 李强总理: before or behind the title. */
struct named
cjk_chinese_name(struct str t, size_t from, size_t end)
{
	struct named x = { .at = { 0, 0 } };
	size_t last, n;

	from = cjk_phrase_start(t, from, end);
	end = cjk_first_word(&words_said_zh, t, (struct span){ from, end }, CUT);
	while (end > from && byte_is_digit(t.p[end - 1]))
		end--;
	from = chinese_start(t, from, end);
	if (end <= from || cjk_word_at(&words_said_zh, str_cut(t, 0, end), from,
	    PRONOUN) > 0)
		return x;
	x.at = (struct span){ from, end };
	x.name = str_cut(t, from, end);
	last = last_title(t, x.at, &n);
	if (n == 0 || (last == end && (last - n > from + NAME
	    || last - n == from || cjk_word_at(&words_said_zh, t, from, SOME) > 0)))
		return x;
	x.title = last == end ? str_cut(t, last - n, end)
	    : str_cut(t, from, last);
	x.name = last == end ? str_cut(t, from, last - n)
	    : str_cut(t, last, end);
	return x;
}

/* は or が behind a name in [from, to); 0: none. */
size_t
cjk_topic(struct str t, size_t from, size_t to)
{
	size_t subject = 0;

	for (size_t i = from; i < to;) {
		size_t at = i, before = i;
		uint32_t c = utf8_next(t, &i), p;

		if ((c != 0x306f && c != 0x304c) || at == from)
			continue;
		p = utf8_prev(t, &before);
		if (cjk_is_limit(p) || (is_hiragana(p) && cjk_word_before(
		    &words_said_ja, t, at, TITLE) == 0))
			continue;
		if (c == 0x306f)
			return at;
		subject = at;
	}
	return subject;
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
		    + who->title.n < rest.n && cjk_is_han(rest.p[n]);) {
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

void
cjk_set_speaker(const struct quotes *q, const struct named *who, struct quote *x)
{
	const struct quote *before = q->n > 0 ? &q->found[q->n - 1] : NULL;

	if (who->name.n > 0)
		before = who->title.n == 0 ? bearer(q, who->name) : NULL;
	x->mention = who->at;
	x->speaker = before != NULL ? before->speaker : full_name(q, who);
	x->title = before != NULL ? before->title : who->title;
}

