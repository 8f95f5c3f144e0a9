/*
 * Who says it, inside of the marks, as French, Russian and Italian papers print
 * it: « La loi est claire, rappelle Pierre Durand. Elle interdit tout. »
 * «Это успех, — отметил Петров. — Так нельзя».
 * The stretch is parted there, and both parts are one quotation.
 */
#include "desk/quotes_parts.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

enum { ASIDE = 120 };	/* bytes of who says it */

/* Behind blanks, and one dash if there is one; *dash tells. */
static size_t
behind_dash(struct str t, size_t i, bool *dash)
{
	size_t at;
	uint32_t c;

	*dash = false;
	while (i < t.n && byte_is_space(t.p[i]))
		i++;
	at = i;
	c = i < t.n ? utf8_next(t, &at) : 0;
	if (c != 0x2013 && c != 0x2014 && c != 0x2015 && c != '-')
		return i;
	*dash = true;
	while (at < t.n && byte_is_space(t.p[at]))
		at++;
	return at;
}

/* "dit", "сказал", "a-t-il": a verb of saying, not in the first person. */
static bool
is_verb_at(const struct quotes *q, struct str t, size_t *i)
{
	struct word w;
	struct token k;

	do {
		if (!tokens_next(t, i, &k))
			return false;
		quotes_classify(q, &w, token_text(t, &k), false);
	} while (w.k == W_HAVE);
	return !w.upper && (w.k == W_HE || (w.cue > 0 && w.cue < CUE_NOUN
	    && (w.form == FORM_S || w.form == FORM_PAST)));
}

/* Where the aside that begins behind the verb ends; 0: it is none. */
static size_t
aside_end(struct str t, size_t from, bool dash, bool named)
{
	size_t end = from + ASIDE < t.n ? from + ASIDE : t.n, i = from;
	bool closing;

	while (i < end) {
		size_t at = i;
		uint32_t c = utf8_next(t, &i);

		named |= chars_is(c, CHAR_UPPER);
		if (dash && (c == 0x2013 || c == 0x2014 || c == 0x2015)) {
			while (i < t.n && byte_is_space(t.p[i]))
				i++;
			return i;
		}
		if (!dash && (c == ',' || (c == '.' && at > from
		    && !byte_is_upper(t.p[at - 1]))) && i < t.n
		    && byte_is_space(t.p[i]))
			return named ? behind_dash(t, i, &closing) : 0;
	}
	return named && i >= t.n ? t.n : 0;
}

bool
quotes_aside(const struct quotes *q, struct span in, struct span *aside)
{
	struct str t = str_cut(q->text, 0, in.end);
	const char *comma;

	for (size_t i = in.start; i < in.end; i++) {
		bool dash;
		size_t at, end, verb;

		comma = memchr(t.p + i, ',', in.end - i);
		if (comma == NULL)
			return false;
		i = (size_t)(comma - t.p);
		at = verb = behind_dash(t, i + 1, &dash);
		if (at == i + 1 || !is_verb_at(q, t, &at))
			continue;
		end = aside_end(t, verb, dash, dash
		    || memchr(t.p + verb, '-', at - verb) != NULL);
		if (end == 0)
			continue;
		*aside = (struct span){ i + 1, end };
		return true;
	}
	return false;
}
