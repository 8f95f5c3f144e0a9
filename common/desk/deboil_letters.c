/*
 * Sentences that offer the reader a letter, where the text ends: "Sign up for
 * our daily newsletter."
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"
#include "text/words.h"

extern const struct words words_letters;

/*
 * So many bytes such a sentence has at most; words of a paragraph that there
 * must be above it; so many go. Of the last blocks that the trees keep of labelled HTML
 * pages by cross-validation five speak of letters so, and none is text.
 */
enum { MOST = 300, TEXT_WORDS = 12, OFFERS = 3, KIND_ACCOUNT = 2,
    KIND_YOU = 10 };

/* A word for a letter, and one to the reader: "you", "subscribe". */
struct heard {
	bool letter, reader;
};

static void
hear(const struct deboil *d, struct str word, struct heard *h)
{
	unsigned kind;

	if (words_find_lower(&words_letters, word) >= 0) {
		h->letter = true;
		return;
	}
	kind = deboil_kind(d, deboil_word_hash(word));
	h->reader |= kind == KIND_ACCOUNT || kind == KIND_YOU;
}

static bool
speaks_of_letters(const struct deboil *d, struct str t)
{
	struct heard h = { false, false };

	for (size_t i = 0, start = 0; i <= t.n; i++) {
		if (i < t.n && (byte_is_letter(t.p[i])
		    || (unsigned char)t.p[i] >= 0x80))
			continue;
		if (i > start)
			hear(d, str_cut(t, start, i), &h);
		start = i + 1;
	}
	return h.letter && h.reader;
}

/* Nobody is quoted. */
static bool
is_offer(const struct deboil *d, const struct deboil_block *b)
{
	return b->text.n <= MOST && b->ends == END_STOP
	    && memchr(b->text.p, '"', b->text.n) == NULL
	    && speaks_of_letters(d, b->text);
}

/* Of the page before block end: its last ones go, where there is text above. */
static void
drop_last(struct deboil *d, size_t end)
{
	struct deboil_block *offer[OFFERS];
	size_t n = 0;

	while (end-- > 0) {
		struct deboil_block *b = &d->blocks[end];

		if (b->keep && n < OFFERS && is_offer(d, b))
			offer[n++] = b;
		else if (n == 0 && b->keep)
			return;
		else if (b->keep && b->prose >= TEXT_WORDS)
			break;
		if (b->opens || end == 0)
			return;
	}
	while (n-- > 0) {
		offer[n]->keep = false;
		offer[n]->reason = DEBOIL_ACCOUNT;
	}
}

void
deboil_drop_letters(struct deboil *d)
{
	for (size_t i = 1; i <= d->n; i++)
		if (i == d->n || d->blocks[i].opens)
			drop_last(d, i);
}
