/* deboil: kernels and their twins, hashes, weights, where text came from. */
#include "desk/deboil_scan.h"
#include "desk/fades.h"
#include "desk/since.h"
#include "desk/trees.h"
#include "text/bytes.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "unit.h"

extern const int8_t weights_deboil_text[];
extern const uint32_t weights_deboil_text_size, weights_deboil_html_size,
    weights_deboil_seams_size;

static unsigned
next(void)
{
	static uint32_t x = 7;

	x = x * 1664525u + 1013904223u;
	return x >> 16;
}

static void
classes(void)
{
	char p[64];
	struct bytes a, b;

	for (int round = 0; round < 500; round++) {
		for (int i = 0; i < 64; i++)
			p[i] = (char)next();
		bytes_classes(p, &a);
		bytes_classes_plain(p, &b);
		CHECK(a.letter == b.letter && a.upper == b.upper);
		CHECK(a.digit == b.digit && a.space == b.space);
		CHECK(a.high == b.high && a.lead == b.lead);
		CHECK(bytes_count(a.letter)
		    == (unsigned)__builtin_popcountll(a.letter));
	}
}

/* Every letter found is one, of its case; the same with and without SIMD. */
static void
beyond(void)
{
	struct bytes_beyond a, b;

	for (uint32_t c = 0x80; c < 0xb000; c += c < 0x500 ? 1 : 61) {
		struct buf t = { 0 };
		unsigned class = chars_of(c), of;

		utf8_put(&t, c);
		while (t.n < 64)
			utf8_put(&t, c);
		bytes_beyond(t.p, &a);
		bytes_beyond_plain(t.p, &b);
		CHECK(a.letter == b.letter && a.upper == b.upper
		    && a.han == b.han);
		of = (a.letter & 1 ? CHAR_LETTER : 0)
		    | (a.upper & 1 ? CHAR_UPPER : 0)
		    | (a.han & 1 ? CHAR_CJK : 0);
		CHECK(of == 0 || of == (class & (CHAR_LETTER | CHAR_UPPER
		    | CHAR_CJK)));
		buf_free(&t);
	}
}

/* More trees than sums of 16 bits hold at once; rows that fill no block. */
static void
trees(void)
{
	enum { TREES = 301, ROWS = 150, COLUMNS = 9 };
	static uint8_t weights[TREES * TREES_BYTES];
	static uint8_t table[COLUMNS][192 + 64];
	const uint8_t *columns[COLUMNS];
	const struct trees_rows rows = { columns, ROWS };
	struct trees open;
	static int32_t a[192], b[192];

	for (size_t i = 0; i < sizeof weights; i++)
		weights[i] = (uint8_t)next();
	for (size_t t = 0; t < TREES; t++)
		for (size_t l = 0; l < TREES_DEPTH; l++)
			weights[t * TREES_BYTES + l] %= COLUMNS;
	for (size_t c = 0; c < COLUMNS; c++) {
		columns[c] = table[c] + c;
		for (size_t i = 0; i < sizeof table[c]; i++)
			table[c][i] = (uint8_t)next();
	}
	trees_open(&open, (const int8_t *)weights, sizeof weights);
	trees_score(&open, &rows, a);
	trees_close(&open);
	trees_score_plain((const int8_t *)weights, sizeof weights, &rows, b);
	for (size_t i = 0; i < ROWS; i++)
		CHECK(a[i] == b[i]);
}

/* Words of several scripts, numbers and marks, at least n bytes. */
static void
put_text(struct buf *t, size_t n)
{
	static const char *const pieces[] = { "a", "The", "harbour", " ", " ",
	    " ", "\xc3\x89tranger", "\xce\xa3\xcf\x87\xcf\x8c\xce\xbb\xce\xb9\xce\xb1",
	    "\xd0\xa0\xd0\xb5\xd0\xba\xd0\xbb", "\xe6\x96\xb0\xe9\x97\xbb",
	    "\xe3\x81\xae", "2023", "18:05", "\xe2\x80\x9c", ".", ", ", "|", "share",
	    "internationalisation", "\xf0\x9f\x98\x80", "$", "is", "for" };

	while (t->n < n)
		buf_put(t, str_of(pieces[next() % (sizeof pieces
		    / sizeof *pieces)]));
}

static void
scan_at(struct deboil *d, deboil_scanner *scan, struct deboil_shape *f,
    struct str sample)
{
	d->nwords = 0;
	memset(f, 0, sizeof *f);
	f->chars = (uint16_t)sample.n;
	scan(d, f, sample);
}

/* Both scans see the same, in the middle of a page and at its end. */
static void
scans(void)
{
	static uint32_t a[DEBOIL_SAMPLE], b[2 * DEBOIL_SAMPLE];
	struct deboil_opts opts = { .no_repair = false };
	struct deboil d;

	deboil_open(&d, &opts);
	for (int round = 0; round < 2000; round++) {
		struct deboil_shape x, y;
		struct buf t = { 0 };
		struct str s;

		put_text(&t, 1 + next() % 300);
		d.page = s = buf_str(&t);
		s = str_cut(s, 0, utf8_floor(s, s.n < DEBOIL_SAMPLE ? s.n
		    - next() % 2 : DEBOIL_SAMPLE));
		d.words = a;
		d.subjects = b;
		scan_at(&d, deboil_scan, &x, s);
		d.words = b + DEBOIL_SAMPLE;
		scan_at(&d, deboil_scanner_here(), &y, s);
		CHECK(memcmp(&x, &y, sizeof x) == 0);
		CHECK(memcmp(a, d.words, x.n * sizeof *a) == 0);
		buf_free(&t);
	}
	d.words = d.subjects = NULL;
	deboil_close(&d);
}

/* What words say is the same, however many keys are looked up at once. */
static void
says(void)
{
	static struct deboil_said a[1000], b[1000];
	struct deboil_opts opts = { .no_repair = true };
	struct buf t = { 0 };
	struct deboil d;

	for (int row = 0; row < 1000; row++) {
		put_text(&t, t.n + 1 + next() % (row % 10 == 0 ? 300 : 40));
		buf_char(&t, '\n');
	}
	deboil_open(&d, &opts);
	deboil_document(&d);
	deboil_start(&d, buf_str(&t));
	deboil_shapes(&d, 0, d.n);
	CHECK(d.rows > 900);
	CHECK(d.rows <= 1000);
	deboil_say_text(&d, (struct span){ 0, d.rows }, weights_deboil_text, a);
	deboil_say_text_plain(&d, (struct span){ 0, d.rows },
	    weights_deboil_text, b);
	for (size_t i = 0; i < d.rows; i++)
		CHECK(a[i].score == b[i].score && a[i].keys == b[i].keys
		    && a[i].known == b[i].known);
	deboil_close(&d);
	buf_free(&t);
}

/* Of rows that fill no block, with few that are not 0, and many. */
static void
since(void)
{
	enum { ROOM = 640 };
	static uint8_t is[ROOM], a[ROOM], b[ROOM];

	for (size_t n = 1; n <= ROOM; n += n < 70 ? 1 : 95)
		for (unsigned many = 1; many < 1000; many *= 3) {
			for (size_t i = 0; i < ROOM; i++)
				is[i] = next() % many == 0
				    ? (uint8_t)(1 + next() % 255) : 0;
			rows_since(a, is, n);
			rows_since_plain(b, is, n);
			CHECK(memcmp(a, b, n) == 0);
			rows_until(a, is, n);
			rows_until_plain(b, is, n);
			CHECK(memcmp(a, b, n) == 0);
		}
}

/* Of every number of columns, and of rows that fill no block. */
static void
fades(void)
{
	enum { ROOM = 192 };
	static uint8_t v[FADES][ROOM], a[FADES][4][ROOM], b[FADES][4][ROOM];
	static int32_t room[FADES_ROOM * ROOM / 4];
	struct fade x[FADES], y[FADES];

	for (size_t k = 0; k < FADES; k++) {
		x[k].v = y[k].v = v[k];
		for (size_t i = 0; i < ROOM; i++)
			v[k][i] = (uint8_t)(k == 0 ? 255 : next());
		for (size_t c = 0; c < 4; c++) {
			x[k].to[c] = a[k][c];
			y[k].to[c] = b[k][c];
		}
	}
	for (size_t n = 1; n <= FADES; n++)
		for (size_t rows = 1; rows < 150; rows += 7) {
			fades_sum(x, n, rows, (uint8_t *)(void *)room);
			fades_sum_plain(y, n, rows, (uint8_t *)(void *)room);
			for (size_t k = 0; k < n * 4; k++)
				CHECK(memcmp(a[k / 4][k % 4], b[k / 4][k % 4],
				    rows) == 0);
		}
}

static bool
same(const char *a, const char *b)
{
	return deboil_word_hash(str_of(a)) == deboil_word_hash(str_of(b));
}

static void
hashes(void)
{
	CHECK(same("Teilen", "TEILEN"));
	CHECK(same("Реклама", "реклама"));
	CHECK(same("РЕКЛАМА", "реклама"));
	CHECK(same("Σχολια", "σχολια"));
	CHECK(!same("share", "shade"));
	CHECK(!same("newsletters", "newsletterz"));
}

static void
weights(void)
{
	CHECK(weights_deboil_text_size == DEBOIL_TEXT_WEIGHTS);
	CHECK(weights_deboil_html_size == DEBOIL_HTML_WEIGHTS);
	CHECK(weights_deboil_seams_size == DEBOIL_SEAM_TREES * TREES_BYTES);
}

static const char page[] = "Menu\nHome\n"
    "The harbour was closed on Monday after a crane fell into the water, the\n"
    "port said, and ships were sent to other towns along the coast until a\n"
    "diver had looked at the wreck and found that nobody had been hurt.\n"
    "\nShare\n";

/* Every byte of a block is the byte of the page that its map points to. */
static void
sources(void)
{
	struct deboil_opts opts = { .no_repair = false };
	const struct deboil_block *b;
	struct deboil d;
	size_t joined = 0;

	deboil_open(&d, &opts);
	deboil_document(&d);
	deboil_start(&d, (struct str){ page, sizeof page - 1 });
	while ((b = deboil_next(&d)) != NULL)
		for (size_t i = 0; i < b->nsource; i++) {
			size_t end = i + 1 < b->nsource ? b->source[i + 1].text
			    - 1 : b->text.n;

			joined++;
			CHECK(memcmp(b->text.p + b->source[i].text, page
			    + b->source[i].page, end - b->source[i].text) == 0);
		}
	CHECK(joined == 3);
	deboil_close(&d);
}

/* How a line ends when it stands alone on a page. */
static unsigned
end_of(const char *line)
{
	static const struct deboil_opts opts;
	struct deboil d;
	unsigned end;

	deboil_open(&d, &opts);
	deboil_document(&d);
	deboil_start(&d, str_of(line));
	end = d.rows > 0 ? d.shapes[0].ends : 99;
	deboil_close(&d);
	return end;
}

/* Who wrote it, in brackets, does not hide that a sentence ends before. */
static void
ends(void)
{
	CHECK(end_of("The work begins in May. (Calder Press)") == END_STOP);
	CHECK(end_of("海堤明年开始修建。（记者甲）") == END_STOP);
	CHECK(end_of("\"It is late.\" (Ana Brook)") == END_QUOTE);
	CHECK(end_of("Council votes for a bridge (video)") == END_WORD);
	CHECK(end_of("What do you want to read? (75)") == END_WORD);
	CHECK(end_of("(Calder Press)") == END_WORD);
	CHECK(end_of(")") == END_OTHER);
}

int
main(void)
{
	classes();
	beyond();
	trees();
	scans();
	says();
	since();
	fades();
	hashes();
	weights();
	sources();
	ends();
	return unit_failed;
}
