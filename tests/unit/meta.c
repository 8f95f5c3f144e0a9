/* meta: dates and times in lines, and what an HTML page says of itself. */
#include <stdlib.h>

#include "desk/deboil.h"
#include "lang/moment.h"
#include "unit.h"

static void
check_date(const char *line, enum moment_order order, const char *want)
{
	struct buf b = { 0 };
	struct moment m;
	struct span at;

	if (moment_find(str_of(line), order, &at, &m)) {
		CHECK(at.start < at.end && at.end <= strlen(line));
		moment_put(&b, &m);
	}
	if (!str_eq(buf_str(&b), str_of(want)))
		fprintf(stderr, "%s: got %.*s, not %s\n", line, (int)b.n, b.p,
		    want);
	CHECK(str_eq(buf_str(&b), str_of(want)));
	buf_free(&b);
}

static void
dates(void)
{
	static const char *const cases[][2] = {
		{ "May 1, 2022", "2022-05-01" },
		{ "  \xe2\x80\xa2 May 1, 2022 , Jiji Press", "2022-05-01" },
		{ "28 Nov 2023 03:11:48 GMT9", "2023-11-28T03:11:48+09:00" },
		{ "15 March 2024, 07:12", "2024-03-15T07:12" },
		{ "Updated 12 June 2023 at 18:05", "2023-06-12T18:05" },
		{ "Sept. 3rd, 2021 at 5:59 p.m. EDT", "2021-09-03T17:59-04:00" },
		{ "12:15 am, 2 January 2020", "2020-01-02T00:15" },
		{ "Sun, 01 May 2022 08:30:00 +0000", "2022-05-01T08:30:00Z" },
		{ "2022-05-01T08:30:00.000Z", "2022-05-01T08:30:00Z" },
		{ "2022-05-01 08:30:00-0530", "2022-05-01T08:30:00-05:30" },
		{ "2022/5/1", "2022-05-01" },
		{ "1. Mai 2022, 14:30 Uhr", "2022-05-01T14:30" },
		{ "Publi\xc3\xa9 le 1er ao\xc3\xbbt 2022 \xc3\xa0 9h05",
		    "2022-08-01T09:05" },
		{ "3 de marzo de 2021", "2021-03-03" },
		{ "14 \xd0\xbc\xd0\xb0\xd1\x8f 2019, 10:00", "2019-05-14T10:00" },
		{ "2022\xe5\xb9\xb4" "5\xe6\x9c\x88" "1\xe6\x97\xa5",
		    "2022-05-01" },
		{ "2022\xeb\x85\x84 5\xec\x9b\x94 1\xec\x9d\xbc",
		    "2022-05-01" },
		{ "30.01.202430. Januar 2024", "2024-01-30" },
		{ "April 10, 20233 years", "2023-04-10" },
		{ "November 9, 202211:01 AM ET", "2022-11-09T11:01" },
		{ "24.12.2021", "2021-12-24" },
		{ "12/24/2021", "2021-12-24" },
		{ "24/12/2021", "2021-12-24" },
		{ "02/03/2021", "" },		/* an order is not sure */
		{ "February 30, 2021", "" },
		{ "May 2022", "" },
		{ "May 1", "" },
		{ "it scored 3.2 of 2021", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_date(cases[i][0], MOMENT_UNSURE, cases[i][1]);
	check_date("02/03/2021", MOMENT_DAY_FIRST, "2021-03-02");
	check_date("02/03/2021", MOMENT_MONTH_FIRST, "2021-02-03");
	CHECK(moment_order_of(STR("on 02/13/2021")) == MOMENT_MONTH_FIRST);
	CHECK(moment_order_of(STR("on 13/02/2021")) == MOMENT_DAY_FIRST);
}

/* The fields of a page as "title|date|author|site|url|lang". */
static void
check_page(const char *page, bool html, const char *want)
{
	struct deboil_opts opts = { .meta = true };
	struct deboil d;
	struct buf b = { 0 };

	deboil_open(&d, &opts);
	deboil_document(&d);
	if (html)
		deboil_start_html(&d, str_of(page));
	else
		deboil_start(&d, str_of(page));
	for (int f = 0; f < DEBOIL_FIELDS; f++) {
		if (f > 0)
			buf_char(&b, '|');
		buf_put(&b, d.meta.field[f]);
	}
	if (!str_eq(buf_str(&b), str_of(want)))
		fprintf(stderr, "%s\n\tgot %.*s\n\tnot %s\n", page, (int)b.n,
		    b.p, want);
	CHECK(str_eq(buf_str(&b), str_of(want)));
	buf_free(&b);
	deboil_close(&d);
}

static void
heads(void)
{
	check_page("<html lang=en_gb><title>Old mill | The Vale</title>"
	    "<meta property=og:site_name content='The Vale'>", true,
	    "Old mill|||The Vale||en-gb");
	check_page("<title>Old mill - News - Vale</title><h1>Old mill</h1>",
	    true, "Old mill|||||");
	/* A tail nothing else speaks of may belong to the headline. */
	check_page("<title>Old mill - a history</title>", true,
	    "Old mill - a history|||||");
	check_page("<meta property='og:title' content='A &amp; B'>"
	    "<title>A & B \xe2\x80\x93 Vale</title>", true, "A & B|||Vale||");
	check_page("<link rel=canonical href=/a><meta property=og:url "
	    "content=https://vale.example/b>", true,
	    "||||https://vale.example/a|");
	check_page("<base href=https://vale.example/2024/x.html><link "
	    "rel='Canonical nofollow' href='../old-mill?a&amp;b'>", true,
	    "||||https://vale.example/old-mill?a&b|");
	check_page("<link rel=canonical href=//vale.example/a>", true,
	    "||||https://vale.example/a|");
	check_page("<link rel=canonical href=/a>", true, "|||||");
	check_page("<title>\xe6\xb5\xb7\xe5\xa0\xa4_\xe6\x99\x9a\xe6\x8a\xa5"
	    "</title><meta property=og:title content='\xe6\xb5\xb7\xe5\xa0\xa4'>",
	    true, "\xe6\xb5\xb7\xe5\xa0\xa4|||\xe6\x99\x9a\xe6\x8a\xa5||");
	check_page("<meta name=author content='By Hamish Orr'><meta "
	    "property=article:author content=https://facebook.example/vale>"
	    "<meta name=date content='2 October 2023'>", true,
	    "|2023-10-02|Hamish Orr|||");
	check_page("<meta name=pubdate content=1696235400>", true,
	    "|2023-10-02T08:30:00Z||||");
	check_page("<meta name=date content=20231002><meta "
	    "property=article:published_time content=soon>", true,
	    "|2023-10-02||||");
	check_page("<time datetime=2023-10-03>x</time>"
	    "<time pubdate datetime=2023-10-02>y</time>", true,
	    "|2023-10-02||||");
	check_page("<template><meta name=date content=2020-01-01></template>"
	    "<svg><title>arrow</title></svg>", true, "|||||");
}

#define LD(json) "<script type=application/ld+json>" json "</script>"

static void
json_ld(void)
{
	check_page(LD("{\"@type\":\"NewsArticle\",\"headline\":\"A \\u201cb\\\" "
	    "&amp; c\",\"datePublished\":\"2023-10-02T08:30:00+02:00\","
	    "\"author\":[{\"@type\":\"Person\",\"name\":\"Hamish Orr\"},"
	    "{\"name\":\"Wilma Teague\",\"url\":\"x\"}],\"publisher\":"
	    "{\"name\":\"The Vale\"},\"inLanguage\":\"en\"}"), true,
	    "A \xe2\x80\x9c" "b\" & c|2023-10-02T08:30:00+02:00|"
	    "Hamish Orr, Wilma Teague|The Vale||en");
	/* The list of other pages is not this page; a graph is. */
	check_page(LD("[{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":"
	    "\"NewsArticle\",\"datePublished\":\"2020-01-01\"}]},"
	    "{\"@graph\":[{\"@type\":[\"Thing\",\"BlogPosting\"],"
	    "\"datePublished\":\"2023-10-02\",\"author\":\"Hamish Orr\"}]}]"),
	    true, "|2023-10-02|Hamish Orr|||");
	/* Not quite JSON: comments, raw line ends, commas, cut short. */
	check_page(LD("/* x */ {\"@type\":\"Article\",\n\"headline\":\"A\nb\",,"
	    "\"datePublished\":\"2023-10-02\",}"), true, "A b|2023-10-02||||");
	check_page(LD("{\"@type\":\"Article\",\"headline\":\"A"), true, "|||||");
	/* Who is only referred to; a type with parameters; brackets not closed. */
	check_page(LD("{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":"
	    "{\"@id\":\"#p\"},\"publisher\":{\"@id\":\"#o\"}},"
	    "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Wiebke Thaden\"},"
	    "{\"@id\":\"#o\",\"name\":\"The Vale\"}]}"), true,
	    "||Wiebke Thaden|The Vale||");
	check_page("<script type='application/ld+json; charset=utf-8'>"
	    "{\"@type\":\"Article\",\"author\":[{\"name\":\"Yann Le Goff\",}],"
	    "\"datePublished\":\"2023-11-02\",</script>", true,
	    "|2023-11-02|Yann Le Goff|||");
	check_page("<script>{\"@type\":\"Article\",\"headline\":\"A\"}</script>",
	    true, "|||||");
}

#define BODY "The council voted on Monday for the new wall, which will cost " \
	"2 million, the mayor told reporters at the harbour after the meeting.\n" \
	"She said that the work would take eight months and that the old town " \
	"would be safe from the next flood, whatever the winter may bring.\n"

static void
lines(void)
{
	check_page("Home\nCouncil votes for the new sea wall\n"
	    "By Tilda Marsh | March 14, 2024 at 5 p.m.\n" BODY, false,
	    "Council votes for the new sea wall|2024-03-14T17:00|Tilda Marsh"
	    "|||");
	/* The day of the visit and the dates of others do not count. */
	check_page("Friday, May 3, 2024\nMenu\nNews\nSport\n"
	    "Council votes for the new sea wall\nPublished 14 March 2024\n"
	    BODY "Ferry strike ends\n2 April 2024\n"
	    "\xc2\xa9 1 May 2024 The Courier\n", false,
	    "Council votes for the new sea wall|2024-03-14||||");
	check_page(BODY, false, "|||||");
}

int
main(void)
{
	dates();
	heads();
	json_ld();
	lines();
	return unit_failed;
}
