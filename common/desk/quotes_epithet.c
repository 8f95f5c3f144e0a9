/* What stands between marks and is nobody's words: epithets, signs, captions. */
#include "desk/quotes_parts.h"

#include "text/chars.h"

enum {
	EPITHET = 4,		/* tokens within the marks */
	SIGN = 3		/* tokens from a sign to its verb */
};

static bool
is_name_word(const struct quotes *q, const struct stretch *s, size_t i)
{
	unsigned k = quotes_class(q, i);

	return (k == W_CAP || k == W_TITLE) && !q->quoted[i]
	    && q->sentence_of[i] == s->sentence;
}

/* read "The Long Winter"; a sign that says "No Entry" */
static bool
is_written(const struct quotes *q, const struct stretch *s)
{
	static const char *const reads[] = { "read", "reads", "reading" };
	static const char *const says[] = { "read", "reads", "reading", "said",
	    "says", "saying" };
	static const char *const signs[] = { "sign", "signs", "banner",
	    "banners", "poster", "posters", "placard", "placards", "plaque",
	    "billboard", "billboards", "sticker", "stickers", "shirt",
	    "shirts", "t-shirt", "t-shirts", "tattoo", "flag", "flags", "hat",
	    "hats", "cap", "inscription", "graffiti", "button", "buttons" };
	size_t i = s->left - 1, upper = 0;

	if (!chars_is_one_of(quotes_token(q, i), says, 6))
		return false;
	for (size_t k = i; k > 0 && i - k < SIGN; k--)
		if (chars_is_one_of(quotes_token(q, k - 1), signs,
		    sizeof signs / sizeof *signs))
			return true;
	for (size_t k = s->first; k < s->last; k++)
		upper += q->words[k].upper;
	if (!chars_is_one_of(quotes_token(q, i), reads, 3) || upper * 2
	    <= s->last - s->first || i == 0)
		return false;
	i -= q->words[i - 1].k == W_THAT || q->words[i - 1].k == W_WHICH;
	return i > 0 && q->words[i - 1].k != W_PAPER;	/* a letter speaks */
}

/* Joseph "Joe" Tarrant, so-called "experts", captions: never speech. */
bool
quotes_is_epithet(const struct quotes *q, const struct stretch *s)
{
	struct str t = quotes_token(q, s->left - 1);

	if (s->left == 0 || s->left >= q->ntokens || s->last > s->first + EPITHET
	    || q->quoted[s->left - 1])
		return false;
	if (chars_eq_nocase(t, STR("so-called")) || (chars_eq_nocase(t,
	    STR("called")) && s->left > 1 && chars_eq_nocase(quotes_token(q,
	    s->left - 2), STR("so"))))
		return true;
	if (chars_eq_nocase(t, STR("nicknamed")) || (s->left > 1
	    && chars_eq_nocase(t, STR("as")) && chars_eq_nocase(quotes_token(q,
	    s->left - 2), STR("known"))))
		return true;
	if (is_written(q, s))
		return true;
	/* (Photo: "City Hall") */
	if (s->left > 2 && q->words[s->left - 1].k == W_COLON
	    && q->words[s->left - 3].k == W_PAREN)
		return true;
	return is_name_word(q, s, s->left - 1) && is_name_word(q, s, s->right)
	    && q->words[s->first].upper;
}
