/* Who says, asks or cries, and what is still inside of marks and brackets. */
#include "desk/sentences_stop.h"

#include "text/chars.h"
#include "text/words.h"

enum { WORD = SENTENCES_WORD };

extern const struct words words_cues;

/* A verb of saying, asking or crying, "says" or "said" (cues.words). */
bool
sentences_is_said(struct str w)
{
	enum { SAY = 1, ACT = 3, ASK = 5 };
	int n = words_find(&words_cues, w), c = n % 200 / 10, form = n % 10;

	return n >= 0 && (c == SAY || c == ACT || c == ASK)
	    && (form == 1 || form == 2);
}

/* Where the token at i ends; a title keeps its stop. */
static size_t
name_end(struct sentences *s, size_t i)
{
	struct str t = s->text;
	size_t end = i;

	while (end < t.n && end < i + WORD && (byte_is_letter(t.p[end])
	    || t.p[end] == '-' || t.p[end] == '\''))
		end++;
	return end < t.n && t.p[end] == '.' && sentences_class(s,
	    str_cut(t, i, end)) == ABBREV_TITLE ? end + 1 : end;
}

/*
 * '"Why?" Mr. Moran asked.': a name and a verb of saying, and that is all. He,
 * she and they would be written small.
 */
bool
sentences_is_asked_by(struct sentences *s, const struct next *next)
{
	struct str t = s->text, w = next->word;
	size_t i = next->at, end;

	if (!s->model || next->opened || next->dashed
	    || (w.n > 1 && abbrev_is_starter_word(&s->abbrev, w)))
		return false;
	for (int k = 0; k < SENTENCES_ASKED && i < t.n; k++, i = end + 1) {
		end = name_end(s, i);
		if (end >= t.n)
			return false;
		if (k > 0 && byte_is_lower(t.p[i]))
			return t.p[end] == '.' && sentences_is_said(str_cut(t, i, end));
		if (end == i || !byte_is_upper(t.p[i]) || t.p[end] != ' ')
			return false;
	}
	return false;
}

/* '"it was late. really," he said': is a mark open before the stop? */
static bool
is_in_marks(const struct sentences *s, size_t end)
{
	static const char opens[] = "\xe2\x80\x9c", closes[] = "\xe2\x80\x9d";
	struct str t = s->text;
	size_t low = end > s->begin + SENTENCES_LOOK ? end - SENTENCES_LOOK
	    : s->begin;
	bool open = false;

	for (size_t i = low; i < end; i++) {
		if (t.p[i] == '"')
			open = !open;
		else if (t.p[i] == opens[0] && end - i >= 3)
			open = memcmp(t.p + i, opens, 3) == 0
			    || (open && memcmp(t.p + i, closes, 3) != 0);
	}
	return open;
}

/* "(it was late. really)": is a bracket open before the stop, not ":("? */
static bool
is_in_brackets(const struct sentences *s, size_t end)
{
	struct str t = s->text;
	size_t low = end > s->begin + SENTENCES_LOOK ? end - SENTENCES_LOOK
	    : s->begin;

	for (size_t i = end; i > low; i--) {
		if (t.p[i - 1] == ')')
			return false;
		if (t.p[i - 1] == '(')
			return i - 1 == low || byte_is_space(t.p[i - 2]);
	}
	return false;
}

bool
sentences_is_inside(const struct sentences *s, size_t end, bool marks)
{
	return marks ? is_in_marks(s, end) : is_in_brackets(s, end);
}
