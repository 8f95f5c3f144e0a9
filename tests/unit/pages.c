/*
 * pages: what holds on every page, whatever is judged. Over tests/pages, over
 * a heap of messy pages made here, and over the folders that are named. Without
 * repair the blocks of plain text are its lines, one by one; with repair each
 * kept byte comes from the page, and what is not the whole line says so.
 *
 *	pages [folder ...]
 */
#include <dirent.h>
#include <stdlib.h>

#include "base/buf.h"
#include "io/enc.h"
#include "maps.h"
#include "text/chars.h"
#include "unit.h"

static bool
read_file(struct buf *b, const char *dir, const char *name)
{
	struct buf path = { 0 };
	FILE *f;
	size_t n;

	buf_put(&path, str_of(dir));
	buf_char(&path, '/');
	buf_put(&path, str_of(name));
	buf_char(&path, '\0');
	f = fopen(path.p, "r");
	buf_free(&path);
	if (f == NULL)
		return false;
	b->n = 0;
	do {
		buf_reserve(b, 65536);
		n = fread(b->p + b->n, 1, b->cap - b->n, f);
		b->n += n;
	} while (n > 0);
	fclose(f);
	return true;
}

/* The lines, joined again, are the page. */
static bool
is_whole(struct deboil *d, struct str page)
{
	const struct deboil_block *b;
	size_t at = 0;

	while ((b = deboil_next(d)) != NULL) {
		struct str line = str_cut(page, b->at.start, b->at.end);

		if (b->at.start != at || memchr(line.p, '\n', line.n) != NULL
		    || !str_eq(chars_trim(line), b->text) || b->joins
		    || b->repaired)
			return false;
		at = b->at.end + (b->at.end < page.n);
	}
	return at == page.n;
}

/* Do blocks in order come from the page, and say why they are dropped? */
static bool
are_mapped(struct deboil *d, const struct maps *maps, bool html)
{
	const struct deboil_block *b;
	size_t at = 0;

	while ((b = deboil_next(d)) != NULL) {
		if (b->at.start < at || b->at.end > maps->page.n
		    || !maps_block(maps, b))
			return false;
		at = b->at.start;
		if (!html && !b->repaired && !str_eq(b->text, chars_trim(
		    str_cut(maps->page, b->at.start, b->at.end))))
			return false;
		if ((b->reason == DEBOIL_KEPT) != b->keep)
			return false;
	}
	return true;
}

static bool
is_mapped(struct deboil *d, struct str page, bool html)
{
	struct maps maps = maps_open(page, html);
	bool mapped = are_mapped(d, &maps, html);

	maps_close(&maps);
	return mapped;
}

static void
check_page(struct str page, const char *name, bool html)
{
	struct deboil_opts plain = { .no_repair = true, .reasons = true };
	struct deboil_opts usual = { .reasons = true, .meta = true };
	struct deboil d;
	bool whole = true, mapped;

	if (!html) {
		deboil_open(&d, &plain);
		deboil_document(&d);
		deboil_start(&d, page);
		whole = is_whole(&d, page);
		deboil_close(&d);
	}
	deboil_open(&d, &usual);
	deboil_document(&d);
	if (html)
		deboil_start_html(&d, page);
	else
		deboil_start(&d, page);
	mapped = is_mapped(&d, page, html);
	deboil_close(&d);
	if (!whole || !mapped)
		fprintf(stderr, "%s:%s%s\n", name, whole ? "" : " lines lost",
		    mapped ? "" : " bytes that are not the page's");
	CHECK(whole && mapped);
}

static size_t
check_folder(const char *dir)
{
	struct buf raw = { 0 }, page = { 0 };
	struct dirent *e;
	size_t n = 0;
	DIR *d = opendir(dir);

	CHECK(d != NULL);
	while (d != NULL && (e = readdir(d)) != NULL) {
		struct str name = str_of(e->d_name);
		bool html = str_ends(name, STR(".html"));
		unsigned long long replaced = 0;

		if ((!html && !str_ends(name, STR(".txt")))
		    || !read_file(&raw, dir, e->d_name))
			continue;
		page.n = 0;
		enc_page(&page, buf_str(&raw), STR(""), &replaced);
		check_page(buf_str(&page), e->d_name, html);
		n++;
	}
	if (d != NULL)
		closedir(d);
	buf_free(&raw);
	buf_free(&page);
	return n;
}

/* ---- messy pages ---- */

static unsigned
draw(unsigned n)
{
	static uint32_t x = 11;

	x = x * 1664525u + 1013904223u;
	return (x >> 8) % n;
}

static const char *const pieces[] = {
	"Home", "Log in", "Share", "Read more", "3 comments", "Reply", "Menu",
	"By Tilda Marsh", "12 June 2023 at 18:05", "Photo: R. Dale", "Related",
	"\xc2\xa9 2024 The Harbour Courier. All rights reserved.",
	"The harbour was closed on Monday after a crane fell into the water, "
	    "the port said, and ships were sent to other towns.",
	"\xe2\x80\x9cNobody was hurt,\xe2\x80\x9d said Jana Vesela, who runs "
	    "the port, \xe2\x80\x9c" "but the crane is gone.\xe2\x80\x9d",
	"View all search resultsThe council voted for the wall on Wednesday, "
	    "and against the bridge that had been promised.",
	"the wall would be built by the end of the year if the money came.",
	"The mayor said that the wall and",
	"\xe6\xb8\xaf\xe5\x8f\xa3\xe5\x9c\xa8\xe6\x98\x9f\xe6\x9c\x9f\xe4\xb8\x80"
	    "\xe5\x85\xb3\xe9\x97\xad\xe4\xba\x86\xe3\x80\x82",
	"&amp; &lt;b&gt; &nosuch; &#150;", "\xe2\x80\xa2 one\ttwo | three",
	"word word word", "\xff\xfe\xed\xa0\x80 bytes", "", "   ", "\t",
	"\xc2\xa0", "\xe3\x80\x80", "\r", "a\rb", "==", "<p>", "</div>",
	"<div class=comment hidden>", "<article><h1>", "<!-- <p> -->", "<br>",
	"<script>x</script>", "<li><a href=x>", "</a>", "<figcaption>", "<pre>"
};
static const char *const ends[] = { "\n", "\n", "\n\n", "\r\n", "", " ",
	"\r", "\xe2\x80\xa8" };

static void
put_messy(struct buf *b)
{
	enum { PIECES = sizeof pieces / sizeof *pieces,
	    ENDS = sizeof ends / sizeof *ends };
	unsigned n = draw(60), repeat = draw(PIECES);

	b->n = 0;
	while (n-- > 0) {
		unsigned k = draw(3) == 0 ? repeat : draw(PIECES);

		for (unsigned times = 1 + draw(20) / 19 * draw(90); times > 0;
		    times--)
			buf_put(b, str_of(pieces[k]));
		if (draw(40) == 0)
			buf_char(b, '\0');
		buf_put(b, str_of(ends[draw(ENDS)]));
	}
}

static void
check_messy(int pages)
{
	struct buf raw = { 0 }, page = { 0 };

	for (int i = 0; i < pages; i++) {
		unsigned long long replaced = 0;

		put_messy(&raw);
		page.n = 0;
		enc_page(&page, buf_str(&raw), STR(""), &replaced);
		check_page(buf_str(&page), "messy page", i % 2);
	}
	buf_free(&raw);
	buf_free(&page);
}

/* ---- maps themselves ---- */

/* Is text, from page offset at on, what a map may say of this page? */
static bool
may_be(const char *page, const char *text, size_t at)
{
	struct deboil_source source = { 0, at };
	struct deboil_block b = { .text = str_of(text), .source = &source,
	    .nsource = 1 };
	struct maps maps = maps_open(str_of(page), true);
	bool may = maps_block(&maps, &b);

	maps_close(&maps);
	return may;
}

/* A check that let wrong maps through would be none. */
static void
check_maps(void)
{
	CHECK(may_be("<p>ab\ncd", "ab cd", 3));
	CHECK(!may_be("<p>ab\ncd", "ab cd", 2));
	CHECK(!may_be("<p>ab\ncd", "ab cd", 4));
	CHECK(!may_be("<p>ab\ncd", "abcd", 3));
	CHECK(!may_be("<p>ab\ncd", "ab ce", 3));
	CHECK(!may_be("<p>ab\ncd", "ab cde", 3));
	CHECK(!may_be("<p>ab", "ab", 9));
	/* References, at the end of a segment only. */
	CHECK(may_be("<p>a &amp;", "a &", 3));
	CHECK(may_be("<p>a &amp; b", "a & ", 3));
	CHECK(!may_be("<p>a &amp; b", "a & b", 3));
	CHECK(!may_be("<p>a &amp; b", "a &amp; b", 3));
	CHECK(!may_be("<p>a &amp; b", "a <", 3));
	CHECK(may_be("<p>a &nosuch b", "a &nosuch b", 3));
	/* None where the standard knows none. */
	CHECK(may_be("<xmp>a &amp\nb</xmp>", "a &amp b", 5));
	CHECK(!may_be("<xmp>a &lt\nb</xmp>", "a <", 5));
	CHECK(may_be("<plaintext>&lt;", "&lt;", 11));
	CHECK(may_be("<math><![CDATA[&lt;]]>", "&lt;", 15));
	/* Only what is text. */
	CHECK(!may_be("<p class=ab>", "ab", 9));
	CHECK(!may_be("<!-- ab -->", "ab", 5));
	CHECK(!may_be("<script>ab</script>", "ab", 8));
	CHECK(!may_be("<p>a</p>b", "a</p>b", 3));
}

int
main(int argc, char *argv[])
{
	check_maps();
	CHECK(check_folder("tests/pages") >= 8);
	check_messy(1000);
	for (int i = 1; i < argc; i++)
		printf("%zu pages in %s\n", check_folder(argv[i]), argv[i]);
	return unit_failed;
}
