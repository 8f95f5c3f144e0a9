/* What stands before the text: the headline, and what is none. */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/*
 * The headline stands alone before the first paragraph. Of the short blocks
 * there that speak of what the text speaks of, the best is it; others are kept
 * only if the trees are as good as sure. What alone stands before the text need
 * not speak of it. Bars set by hand, on all labelled pages; LOWEST is for plain
 * text that speaks MUCH of what the text does (of 1156 headlines 785 are kept so,
 * 685 by LOW, for .0001 of line F1); those of a SENTENCE in HTML, where markup
 * tells the line below the headline, by cross-validation over sites (shingles
 * .9521 -> .9526).
 */
enum { HEADLINE_LOW = -384, HEADLINE_OTHERS = 512, HEADLINE_REACH = 20,
    HEADLINE_LEAST = 12, HEADLINE_ABOUT = 20, HEADLINE_APART = 128,
    HEADLINE_MUCH = 40, HEADLINE_LOWEST = -700,
    SENTENCE = 30, SENTENCE_BAR = 256, HALF = 40 };

static bool
may_be_headline(const struct deboil *d, const struct deboil_block *b,
    bool alone)
{
	char c = b->text.n > 0 ? b->text.p[b->text.n - 1] : ':';
	int32_t low = !d->html && b->about >= HEADLINE_MUCH ? HEADLINE_LOWEST
	    : HEADLINE_LOW;

	return b->text.n >= HEADLINE_LEAST && b->text.n <= DEBOIL_HEADLINE
	    && c != ':' && c != ',' && b->reason != DEBOIL_CAPTION
	    && (b->about >= HEADLINE_ABOUT ? b->score > low
	    : alone && b->score > 0);
}

static size_t
text_start(const struct deboil *d, size_t i)
{
	size_t from = i;

	while (i < d->n && !deboil_is_text(&d->blocks[i])) {
		if (i > from && d->blocks[i].opens)
			return d->n;
		i++;
	}
	return i;
}

/* Does b, before the text, belong to the page rather than to the article? */
static bool
is_of_page(const struct deboil *d, const struct deboil_block *b,
    const struct deboil_block *headline)
{
	bool sentence = d->html && b->text.n >= SENTENCE;
	int32_t sure = sentence ? SENTENCE_BAR : HEADLINE_OTHERS;
	int32_t apart = sentence ? SENTENCE_BAR : HEADLINE_APART;

	if (b->score >= sure || b->prose >= DEBOIL_LONG_PROSE)
		return false;
	if (b->about < HEADLINE_ABOUT)
		return true;
	return headline != NULL && b->prose == 0
	    && (b->score < headline->score - apart
	    || str_ends(b->text, headline->text));
}

/* "More newsWhat do you want to read?" below "What do you want to read?". */
static bool
repeats_above(const struct deboil *d, size_t i, size_t from)
{
	struct str t = d->blocks[i].text, above;

	if (d->html || t.n == 0)
		return false;
	while (i > from && d->blocks[i - 1].text.n == 0)
		i--;
	if (i == from)
		return false;
	above = d->blocks[i - 1].text;
	return above.n >= HEADLINE_LEAST && above.n < t.n
	    && str_ends(t, above);
}

/* The first half of a paragraph that an empty line has cut in two. */
static bool
goes_on(const struct deboil *d, size_t i, size_t body)
{
	struct str t = d->blocks[i].text;

	if (t.n < HALF || !(byte_is_lower(t.p[t.n - 1]) || t.p[t.n - 1] == ','))
		return false;
	while (++i < body && d->blocks[i].text.n == 0)
		;
	return i == body && byte_is_lower(d->blocks[i].text.p[0]);
}

static void
keep_headline(struct deboil *d, size_t from, size_t body)
{
	struct deboil_block *headline = NULL;
	size_t seen = 0, all = 0;

	for (size_t i = from; i < body; i++)
		all += d->blocks[i].text.n > 0;
	for (size_t i = body; i-- > from && seen < HEADLINE_REACH;) {
		struct deboil_block *b = &d->blocks[i];

		seen += b->text.n > 0;
		if (may_be_headline(d, b, all == 1) && !repeats_above(d, i, from)
		    && (headline == NULL || b->score > headline->score))
			headline = b;
	}
	for (size_t i = from; i < body; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b == headline)
			b->keep = !d->opts.no_title;
		else if (repeats_above(d, i, from)
		    || (is_of_page(d, b, headline) && !goes_on(d, i, body)))
			b->keep = false;
	}
}

/* Each page has its own. */
void
deboil_keep_headlines(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++) {
		size_t body;

		if (i > 0 && !d->blocks[i].opens)
			continue;
		body = text_start(d, i);
		if (body < d->n)
			keep_headline(d, i, body);
	}
}
