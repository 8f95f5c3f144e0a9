/*
 * Each form of text/scan over the same bytes: the library's (AVX2 where the
 * processor has it), that of processors without it, compiled here under other
 * names, and plain C.
 */
#include <string.h>

#include "text/scan.h"
#include "unit.h"

struct scan_marks sse_block(struct str s, size_t i, enum scan_kind);
struct scan_run sse_line(struct str s, size_t most);
struct scan_run sse_word(struct str s);
struct scan_counts sse_counts(struct str s, size_t from, size_t to);
size_t sse_fold(char *to, struct str s, const char *end);

/* What is plain stays the library's. */
struct scan_marks own_block(struct str s, size_t i, enum scan_kind);
struct scan_run own_line(struct str s, size_t most);
struct scan_run own_word(struct str s);
struct scan_counts own_counts(struct str s, size_t from, size_t to);
size_t own_fold(char *to, struct str s);

#define HAS_WIDE false
#define scan_block sse_block
#define scan_line sse_line
#define scan_word sse_word
/* Not the struct of that name. */
#define scan_counts(s, from, to) sse_counts(s, from, to)
#define scan_fold sse_fold
#define scan_block_plain own_block
#define scan_line_plain own_line
#define scan_word_plain own_word
#define scan_counts_plain own_counts
#define scan_fold_plain own_fold
#include "text/scan.c"
#undef scan_block
#undef scan_line
#undef scan_word
#undef scan_counts
#undef scan_fold
#undef scan_block_plain
#undef scan_line_plain
#undef scan_word_plain
#undef scan_counts_plain
#undef scan_fold_plain

/* A byte of any kind, most often of those that matter here. */
static void
fill_any(char *text, size_t n, unsigned seed)
{
	static const char some[] = "aaazzAZ  \t\n\v\f\r.!?,:*\"()[]{`@\x7f"
	    "\xd6\xd8\xdb\xdc\xe0\xe1\xe2\xe3\xe4\xef\xf0\xc3\x80\xbf\xa6";

	for (size_t i = 0; i < n; i++) {
		seed = seed * 1103515245 + 12345;
		text[i] = seed >> 28 == 0 ? (char)(seed >> 16)
		    : some[(seed >> 16) % (sizeof some - 1)];
	}
}

static bool
same_runs(struct scan_run a, struct scan_run b)
{
	return a.n == b.n && a.points == b.points && a.blank == b.blank;
}

static bool
same_counts(struct scan_counts a, struct scan_counts b)
{
	return a.quotes == b.quotes && a.opens == b.opens
	    && a.shuts == b.shuts && a.lowers == b.lowers
	    && a.starts == b.starts;
}

static void
blocks(struct str s)
{
	for (int k = SCAN_MARKS; k <= SCAN_SPACES; k++)
		for (size_t i = 0; i < s.n; i += 7) {
			enum scan_kind what = (enum scan_kind)k;
			struct scan_marks a = scan_block(s, i, what),
			    b = sse_block(s, i, what),
			    c = scan_block_plain(s, i, what);

			CHECK(a.stops == c.stops && a.gaps == c.gaps);
			CHECK(b.stops == c.stops && b.gaps == c.gaps);
		}
}

static void
runs(struct str s, size_t i, size_t most)
{
	struct str t = str_cut(s, i, s.n);
	struct scan_run line = scan_line_plain(t, most),
	    word = scan_word_plain(t);

	CHECK(same_runs(scan_line(t, most), line));
	CHECK(same_runs(sse_line(t, most), line));
	CHECK(same_runs(scan_word(t), word));
	CHECK(same_runs(sse_word(t), word));
}

static void
counts(struct str s, size_t from, size_t to)
{
	struct scan_counts c = scan_counts_plain(s, from, to);

	CHECK(same_counts(scan_counts(s, from, to), c));
	CHECK(same_counts(sse_counts(s, from, to), c));
}

static void
folds(struct str s, const char *end)
{
	char a[360], b[360], c[320];
	size_t n = scan_fold_plain(c, s);

	CHECK(scan_fold(a, s, end) == n && memcmp(a, c, n) == 0);
	CHECK(sse_fold(b, s, end) == n && memcmp(b, c, n) == 0);
}

int
main(void)
{
	char text[320];

	for (unsigned seed = 0; seed < 300; seed++) {
		struct str s = { text, 60 + seed % 260 };

		fill_any(text, sizeof text, seed);
		blocks(s);
		for (size_t i = 0; i < s.n; i++) {
			size_t n = seed * 7 % 90 < s.n - i
			    ? seed * 7 % 90 : s.n - i;

			runs(s, i, seed % 90);
			counts(s, i, i + n);
			folds(str_cut(s, i, i + n), text + sizeof text);
		}
	}
	return unit_failed;
}
