/* Sentences are in order, within the text, on code points; halves give the same. */
#include "desk/sentences.h"
#include "fuzz.h"

static void
run(struct str t, size_t cut, struct buf *out)
{
	struct sentences_opts opts = { .lang = STR("en") };
	struct sentences s;
	struct span at;
	size_t last = 0, from = 0;

	MUST(sentences_open(&s, &opts));
	sentences_document(&s);
	for (int half = 0; half < 2; half++) {
		struct str part = str_cut(t, from, half ? t.n : cut);

		last = 0;
		sentences_start(&s, part, half == 1);
		while (sentences_next(&s, &at)) {
			MUST(at.start >= last && at.end > at.start
			    && at.end <= part.n);
			MUST(!utf8_is_tail(part.p[at.start]));
			last = at.end;
			buf_put(out, str_cut(part, at.start, at.end));
			buf_char(out, '\n');
		}
		from += sentences_used(&s);
	}
	sentences_close(&s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n), whole = { 0 }, halves = { 0 };

	run(buf_str(&b), 0, &whole);
	run(buf_str(&b), utf8_floor(buf_str(&b), b.n / 2), &halves);
	MUST(str_eq(buf_str(&whole), buf_str(&halves)));
	buf_free(&b);
	buf_free(&whole);
	buf_free(&halves);
	return 0;
}
