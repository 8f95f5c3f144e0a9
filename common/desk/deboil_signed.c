/*
 * What is signed in the same line by somebody else than the article: captions
 * with the name of who took the picture, posts of social networks.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/* "… on May 1.   © Kyodo": a caption with the name of who took the picture. */
enum { CREDIT = 40, CAPTION = 500, CALLED = 24, KIND_CAPTION = 8 };

static bool
has_credit(struct str t)
{
	struct str end = t.n > CREDIT ? str_cut(t, t.n - CREDIT, t.n) : t;

	if (t.n >= CAPTION)
		return false;
	for (size_t i = 0; i + 1 < end.n; i++) {
		const char *p = memchr(end.p + i, 0xc2, end.n - 1 - i);

		if (p == NULL)
			return false;
		if (p[1] == '\xa9')
			return true;
		i = (size_t)(p - end.p);
	}
	return false;
}

/* Does a word of t speak of pictures? */
static bool
speaks_of_pictures(const struct deboil *d, struct str t)
{
	for (size_t i = 0, start = 0; i <= t.n; i++) {
		if (i < t.n && (byte_is_letter(t.p[i])
		    || (unsigned char)t.p[i] >= 0x80))
			continue;
		if (i > start && deboil_kind(d, deboil_word_hash(str_cut(t,
		    start, i))) == KIND_CAPTION)
			return true;
		start = i + 1;
	}
	return false;
}

/*
 * "Photo: ...", "... (Foto: B. Maier)". Of lines of labelled pages that begin
 * so 201 are none of the text, 6 are; of those that end so 166 and 8.
 */
static bool
is_called_caption(const struct deboil *d, struct str t)
{
	const char *colon;
	size_t i = t.n;

	if (t.n == 0 || t.n >= CAPTION)
		return false;
	colon = memchr(t.p, ':', t.n < CALLED ? t.n : CALLED);
	if (colon != NULL && speaks_of_pictures(d, str_cut(t, 0,
	    (size_t)(colon - t.p))))
		return true;
	if (t.p[t.n - 1] != ')')
		return false;
	while (i > 0 && t.n - i < CREDIT && t.p[i - 1] != '(')
		i--;
	return i > 0 && t.p[i - 1] == '('
	    && speaks_of_pictures(d, str_cut(t, i, t.n));
}

/*
 * "... a visit to Hanoi. — Port of Calder (@calderport) April 27, 2022": what
 * somebody posted, in one line with who and when. (Where these stand on a line
 * of their own the trees judge; of such on labelled pages half are content.)
 */
enum { SIGNATURE = 60, POSTED = 32, POST = 20 };

static bool
is_post(struct str t)
{
	size_t i = t.n, low = t.n > SIGNATURE ? t.n - SIGNATURE : 0;
	bool digit = false;

	if (i == low || memchr(t.p + low, '@', i - low) == NULL)
		return false;		/* as of most: sooner seen */
	while (i > low && t.p[i - 1] != ')' && t.n - i <= POSTED)
		digit |= byte_is_digit(t.p[--i]);
	if (!digit || i == low || t.p[i - 1] != ')')
		return false;
	while (i > low && t.p[i - 1] != '(')
		i--;
	if (i == low || t.p[i] != '@')
		return false;
	low = i > SIGNATURE ? i - SIGNATURE : 0;
	while (i > low + 3 && memcmp(t.p + i - 3, "\xe2\x80\x94", 3) != 0)
		i--;
	return i > low + 3 && i > POST;
}

static void
judge_posts(struct deboil *d)
{
	for (size_t i = 0; i < d->n && d->opts.threshold >= 0; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep || d->html || !is_post(b->text))
			continue;
		b->keep = false;
		b->reason = DEBOIL_SHARE;
	}
}

static void
judge_captions(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep || !(has_credit(b->text) || (!d->html
		    && is_called_caption(d, b->text))))
			continue;
		b->keep = d->opts.captions;
		b->reason = DEBOIL_CAPTION;
	}
}

void
deboil_drop_signed(struct deboil *d)
{
	judge_captions(d);
	judge_posts(d);
}
