/* Quotations, mentions and cues lie within the text, spans in order. */
#include "desk/quotes.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n);
	static const char *const langs[] = { "en", "de", "fr", "pl" };
	struct quotes_opts opts = {
		.lang = str_of(langs[n > 0 ? p[n - 1] % 4 : 0]),
		.single = n > 0 && p[n - 1] % 4 == 3
	};
	const struct quote *x;
	struct quotes q;

	MUST(quotes_open(&q, &opts));
	quotes_document(&q);
	quotes_start(&q, buf_str(&b));
	while ((x = quotes_next(&q)) != NULL) {
		MUST(x->nspans > 0 && x->nspans <= QUOTE_SPANS);
		for (size_t i = 0; i < x->nspans; i++)
			MUST(x->spans[i].start <= x->spans[i].end
			    && x->spans[i].end <= b.n
			    && (i == 0 || x->spans[i].start
			    >= x->spans[i - 1].end));
		MUST(x->mention.end <= b.n && x->cue.end <= b.n);
	}
	quotes_close(&q);
	buf_free(&b);
	return 0;
}
