/*
 * Sentences are in order, within the text, on code points, and leave out
 * nothing but white space; any pieces give the same. The first bytes choose
 * the language, the options and the length of the pieces.
 */
#include "desk/sentences.h"
#include "fuzz.h"
#include "text/chars.h"

struct way {
	struct sentences_opts opts;
	size_t piece;		/* bytes at a time, 0: all */
};

static void
check(struct str t, size_t last, size_t start, size_t end)
{
	MUST(start >= last && end > start && end <= t.n);
	MUST(!utf8_is_tail(t.p[start]));
	MUST(end == t.n || !utf8_is_tail(t.p[end]));
	MUST(chars_trim(str_cut(t, last, start)).n == 0);
}

static void
run(struct str t, const struct way *way, struct buf *out)
{
	struct sentences s;
	struct span at;
	size_t last = 0, from = 0, to = way->piece == 0 ? t.n : 0;

	MUST(sentences_open(&s, &way->opts));
	sentences_document(&s);
	do {
		to = way->piece > 0 && t.n - to > way->piece
		    ? utf8_floor(t, to + way->piece) : t.n;
		sentences_start(&s, str_cut(t, from, to), to == t.n);
		while (sentences_next(&s, &at)) {
			check(t, last, from + at.start, from + at.end);
			last = from + at.end;
			buf_number(out, from + at.start);
			buf_char(out, ' ');
			buf_number(out, last);
			buf_char(out, '\n');
		}
		from += sentences_used(&s);
	} while (to < t.n);
	MUST(chars_trim(str_cut(t, last, t.n)).n == 0);
	sentences_close(&s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static const char langs[][3] = { "en", "en", "en", "de", "fr", "es",
	    "ru", "zh", "ar", "cs", "el", "hi" };
	struct buf b, whole = { 0 }, parts = { 0 };
	struct way way = { .piece = 0 };

	if (n < 3)
		return 0;
	way.opts.lang = str_of(langs[p[0] % (sizeof langs / sizeof *langs)]);
	way.opts.newline = (enum sentences_newline)(p[1] % 3);
	way.opts.longest = p[1] % 16 < 4 ? p[1] / 4 : 0;
	b = fuzz_text(p + 3, n - 3);
	run(buf_str(&b), &way, &whole);
	way.piece = 4 + p[2] % 64;
	run(buf_str(&b), &way, &parts);
	MUST(str_eq(buf_str(&whole), buf_str(&parts)));
	buf_free(&b);
	buf_free(&whole);
	buf_free(&parts);
	return 0;
}
