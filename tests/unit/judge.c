/*
 * judge: what is decided of an HTML page beyond the trees' scores, which are
 * given here by hand: a text that none is as good as sure of, and threads; and
 * where in plain text a seam is looked for.
 */
#include "base/buf.h"
#include "desk/deboil_columns.h"
#include "unit.h"

static const struct deboil_opts usual;

#define TALL "The council of the town voted for the wall on Wednesday, " \
    "and it will be built by next spring."

/* The blocks of a page, each with the next of the scores. */
static void
open_page(struct deboil *d, const char *page, const int32_t *scores)
{
	deboil_open(d, &usual);
	deboil_document(d);
	d->html = true;
	d->page = str_of(page);
	deboil_html(d, d->page);
	deboil_shapes(d, 0, d->n);
	for (size_t i = 0; i < d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		deboil_note(d, i, scores[i]);
		b->keep = scores[i] > 0;
		b->reason = DEBOIL_KEPT;
	}
}

/* "10110" for which blocks are kept. */
static bool
keeps(struct deboil *d, const char *which)
{
	bool same = strlen(which) == d->n;

	for (size_t i = 0; same && i < d->n; i++)
		same = d->blocks[i].keep == (which[i] == '1');
	deboil_close(d);
	return same;
}

static bool
rescues(const char *page, const int32_t *scores, const char *which)
{
	struct deboil d;

	open_page(&d, page, scores);
	deboil_rescue(&d);
	return keeps(&d, which);
}

static void
rescue(void)
{
	const char *article = "<h1>Wall to be built</h1><div><p>" TALL "<p>"
	    TALL "<p>" TALL "</div><div><div><p>" TALL "</div></div>";
	const char *brief = "<h1>Wall to be built</h1><p>" TALL "<p>" TALL;
	const int32_t near[] = { 300, -200, -500, -300, -200 };
	const int32_t far[] = { 300, -800, -900, -800, -800 };
	const int32_t has[] = { 300, 10, -200, -200, -200 };

	/* The best, and what stands beside it as deep, if it is not far off. */
	CHECK(rescues(article, near, "11110"));
	CHECK(rescues(article, far, "10000"));
	CHECK(rescues(article, has, "11000"));
	/* A short one needs its headline. */
	CHECK(rescues(brief, (const int32_t[]){ 300, -100, -200 }, "111"));
	CHECK(rescues(brief, (const int32_t[]){ -300, -100, -200 }, "000"));
	CHECK(rescues(brief, (const int32_t[]){ 300, -500, -600 }, "100"));
	/* An error page has a headline, and one sentence. */
	CHECK(rescues("<h1>Not found</h1><p>" TALL,
	    (const int32_t[]){ 300, -100 }, "10"));
	/* Links are no text. */
	CHECK(rescues("<h1>News</h1><p><a href=x>" TALL "</a><p><a href=x>" TALL
	    "</a><p><a href=x>" TALL "</a>", near, "1000"));
}

static bool
drops(const char *page, int32_t score, const char *which)
{
	int32_t scores[15];
	struct deboil d;

	for (int i = 0; i < 15; i++)
		scores[i] = score;
	open_page(&d, page, scores);
	deboil_drop_threads(&d);
	return keeps(&d, which);
}

#define STORY "<div><p>" TALL "<p>" TALL "<p>" TALL "</div>"
#define POST(sign) "<div class=c><b>" sign "</b><p>" TALL "</div>"

static void
threads(void)
{
	CHECK(drops(STORY POST("Tom 10:41") POST("Ivy 10:42") POST("Lea 11:03")
	    POST("Max 12:00"), 9, "11100000000"));
	CHECK(drops(STORY POST("Reply") POST("Reply") POST("Reply")
	    POST("Reply"), 9, "11100000000"));
	/* Three are none, nor are boxes of a guide, nor what has headings. */
	CHECK(drops(STORY POST("Tom 10:41") POST("Ivy 10:42")
	    POST("Lea 11:03"), 9, "111111111"));
	CHECK(drops(STORY POST("First") POST("Second") POST("Third")
	    POST("Fourth"), 9, "11111111111"));
	CHECK(drops(STORY POST("10:41<h3>Wall</h3>") POST("10:42<h3>Wall</h3>")
	    POST("10:43<h3>Bay</h3>") POST("10:44<h3>Quay</h3>"),
	    9, "111111111111111"));
	/* Nor what is surely text. */
	CHECK(drops(STORY POST("10:41") POST("10:42") POST("10:43")
	    POST("10:44"), 900, "11111111111"));
	/* Where no text is above, they are the text: a live blog. */
	CHECK(drops(POST("10:41") POST("10:42") POST("10:43") POST("10:44"),
	    9, "11111111"));
}

#define OTHER(n) "<div class=o><h4><a href=x>Ferry to " n " resumes</a></h4>" \
    "<p>" TALL "</div>"

static void
stories(void)
{
	CHECK(drops(STORY OTHER("Oslo") OTHER("Riga") OTHER("Rome"), 9,
	    "111000000"));
	/* Two are none, nor is what is surely text, or stands above it. */
	CHECK(drops(STORY OTHER("Oslo") OTHER("Riga"), 9, "1111111"));
	CHECK(drops(STORY OTHER("Oslo") OTHER("Riga") OTHER("Rome"), 900,
	    "111111111"));
	CHECK(drops(OTHER("Oslo") OTHER("Riga") OTHER("Rome") STORY, 9,
	    "111111111"));
}

/* Of kept blocks those that stay, of others those that come. */
static bool
sets_apart(const char *page, const int32_t *scores, const char *which)
{
	struct deboil d;

	open_page(&d, page, scores);
	deboil_set_apart(&d);
	return keeps(&d, which);
}

#define LINKS "<ul><li>One<li>Two<li>Three<li>Four<li>Five</ul>"

static void
apart(void)
{
	const char *fellow = "<div><p>" TALL "<p>" TALL "<p>Photo<p>" TALL
	    "</div><section><p>" TALL "</section>";
	const char *stray = "<div><p>" TALL "<p>" TALL "<p>" TALL "</div>" LINKS
	    "<section><p>" TALL "</section>";
	int32_t s[] = { 900, 900, 900, -500, -500, -500, -500, -500, 0 };

	/* Nearly kept, beside kept ones; not far below the bar, not elsewhere. */
	CHECK(sets_apart(fellow, (const int32_t[]){ 900, -200, -900, -200,
	    -200 }, "11010"));
	CHECK(sets_apart(fellow, (const int32_t[]){ 900, -300, -900, -200,
	    -200 }, "10000"));
	/* Five blocks dropped before it: it has to be as sure as that. */
	s[8] = 110;
	CHECK(sets_apart(stray, s, "111000000"));
	s[8] = 130;
	CHECK(sets_apart(stray, s, "111000001"));
	/* Much that is hardly kept is not the text. */
	CHECK(sets_apart("<div><p>" TALL "</div>" LINKS "<ol><li>" TALL "<li>"
	    TALL "<li>" TALL "</ol>", (const int32_t[]){ 900, -500, -500, -500,
	    -500, -500, 90, 90, 90 }, "100000000"));
	/* Without a text there is nothing to stray from. */
	s[0] = s[1] = s[2] = -500;
	s[8] = 10;
	CHECK(sets_apart(stray, s, "000000001"));
}

/* A table of cells that score 100 each: the first one's score as a whole. */
static int32_t
table(const char *cells)
{
	int32_t scores[40];
	struct deboil d;

	for (int i = 0; i < 40; i++)
		scores[i] = 100;
	open_page(&d, cells, scores);
	deboil_even(&d, scores);
	deboil_close(&d);
	return scores[0];
}

#define WEEK(a, b, c, d, e, f, g) "<tr><td>" a "<td>" b "<td>" c "<td>" d \
    "<td>" e "<td>" f "<td>" g

static void
calendars(void)
{
	CHECK(table("<table>" WEEK("1", "2", "3", "4", "5", "6", "7")
	    WEEK("8", "9", "10", "11", "12", "13", "14") "</table>") < 0);
	/* One week is none, nor are numbers in any other order. */
	CHECK(table("<table>" WEEK("1", "2", "3", "4", "5", "6", "7")
	    "</table>") == 100);
	CHECK(table("<table>" WEEK("1", "2", "3", "4", "5", "6", "7")
	    WEEK("9", "8", "10", "11", "12", "13", "14") "</table>") == 100);
}

/* How deep the blocks of a page are, a digit each. */
static bool
depths(const char *page, const char *which)
{
	struct deboil d;
	bool same;

	deboil_open(&d, &usual);
	deboil_document(&d);
	deboil_html(&d, str_of(page));
	same = strlen(which) == d.n;
	for (size_t i = 0; same && i < d.n; i++)
		same = d.blocks[i].depth == which[i] - '0';
	deboil_close(&d);
	return same;
}

/* End tags that may be left out; a list or table inside ends nothing outside. */
static void
ends(void)
{
	CHECK(depths("<table><tr><th>a<th>b<tr><td>c<td>d</table>e", "33330"));
	CHECK(depths("<table><tr><td><p>a<td>b<table><tr><td>c<td>d</table>e"
	    "<td>f</table>", "436633"));
	CHECK(depths("<ul><li>a<li>b<div>c<li>d</ul><p>e", "22321"));
	CHECK(depths("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>", "2442"));
	CHECK(depths("<dl><dt>a<dd>b<dt>c</dl>", "222"));
	CHECK(depths("<table><td>a<template><tr><td>x</template>b<td>c</table>",
	    "222"));
}

/* Is a seam looked for where so many rows between two kept ones are dropped? */
static bool
looks_for_seams(size_t gap)
{
	static const struct deboil_opts as_it_is = { .no_repair = true };
	struct buf page = { 0 };
	struct deboil d;
	bool looks;

	for (size_t i = 0; i < 40; i++)
		buf_put(&page, STR(TALL "\n"));
	deboil_open(&d, &as_it_is);
	deboil_document(&d);
	deboil_start(&d, buf_str(&page));
	CHECK(d.rows == 40);
	for (size_t i = 0; i < d.rows; i++)
		d.blocks[i].score = i == 12 || i == 13 + gap ? 300 : -300;
	/* The columns of seams are filled only then. */
	column(&d, C_FINAL)[12] = 77;
	deboil_seams(&d);
	looks = column(&d, C_FINAL)[12] != 77;
	for (size_t i = 0; i < d.rows && !looks; i++)
		CHECK(!d.blocks[i].opens && !d.blocks[i].part);
	deboil_close(&d);
	buf_free(&page);
	return looks;
}

/* Of 2660 seams in glued pages two have fewer than ten such rows. */
static void
seams(void)
{
	CHECK(!looks_for_seams(0));
	CHECK(!looks_for_seams(9));
	CHECK(looks_for_seams(10));
	CHECK(looks_for_seams(20));
}

int
main(void)
{
	seams();
	ends();
	rescue();
	threads();
	stories();
	apart();
	calendars();
	return unit_failed;
}
