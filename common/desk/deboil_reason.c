/* Why a block was dropped, in the words of --mark. */
#include "desk/deboil_parts.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_chrome;

enum {
	CHROME_AD = 4,		/* of chrome.words */
	TOLD = 10,		/* kinds below it tell a reason */
	ADVERT = 48		/* bytes of a line that says no more than that */
};

const char *const deboil_reasons[DEBOIL_REASONS] = {
	"-", "nav", "share", "account", "legal", "ad", "teaser", "comment",
	"caption", "byline", "repeat", "blank", "table", "rule", "other"
};

enum deboil_reason
deboil_reason_of(const struct deboil_block *b)
{
	static const enum deboil_reason by_kind[] = { DEBOIL_OTHER,
	    DEBOIL_SHARE, DEBOIL_ACCOUNT, DEBOIL_LEGAL, DEBOIL_AD,
	    DEBOIL_TEASER, DEBOIL_COMMENT, DEBOIL_NAV, DEBOIL_CAPTION,
	    DEBOIL_BYLINE };
	unsigned count[TOLD] = { 0 }, words = 0, best = 0;

	if (b->text.n == 0)
		return DEBOIL_BLANK;
	for (size_t i = 0, start = 0; i <= b->text.n; i++) {
		int k;

		if (i < b->text.n && (byte_is_letter(b->text.p[i])
		    || (unsigned char)b->text.p[i] >= 0x80))
			continue;
		k = i > start ? words_find_lower(&words_chrome,
		    str_cut(b->text, start, i)) : -1;
		words += i > start;
		start = i + 1;
		k = k > 0 ? k % DEBOIL_MORE_KINDS : 0;
		if (k > 0 && k < TOLD)
			count[k]++;
	}
	for (unsigned k = 1; k < TOLD; k++)
		if (count[k] > count[best])
			best = k;
	if (b->zone >> 4 == 1)
		return DEBOIL_CAPTION;
	if (best > 0)
		return by_kind[best];
	return words < 6 ? DEBOIL_NAV : words > 7 ? DEBOIL_TEASER : DEBOIL_OTHER;
}

/* "Advertisement", "- Anzeige -": no text, wherever it stands. */
bool
deboil_is_advert(const struct deboil_block *b)
{
	size_t words = 0;

	for (size_t i = 0, start = 0; i <= b->text.n
	    && i < ADVERT; i++) {
		if (i < b->text.n && (byte_is_letter(b->text.p[i])
		    || (unsigned char)b->text.p[i] >= 0x80))
			continue;
		if (i > start && words_find_lower(&words_chrome,
		    str_cut(b->text, start, i)) != CHROME_AD)
			return false;
		words += i > start;
		start = i + 1;
	}
	return words > 0 && b->text.n < ADVERT;
}
