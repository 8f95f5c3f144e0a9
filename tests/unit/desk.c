/* desk: sentences in any pieces, dates, amounts. */
#include "desk/dedup.h"
#include "desk/dedup_shingles.h"
#include "desk/entities.h"
#include "desk/sentences.h"
#include "unit.h"

static const char text[] = "Dr. Ada Lindqvist of the U.S. office paid $2.5 "
    "million. \"Why?\" asked Piet. It was No. 5 on Jan. 6... Then it\n\n"
    "stopped! (He left.) A line\nthat is wrapped at some\nwidth goes on here "
    "and\nends now. Fin";

/* All sentences with the text given in pieces of n bytes, one a line. */
static void
split(struct buf *out, size_t n)
{
	struct sentences_opts opts = { .lang = STR("en") };
	struct sentences s;
	struct span at;
	size_t from = 0, to = 0, all = sizeof text - 1;

	sentences_open(&s, &opts);
	sentences_document(&s);
	while (to < all) {
		to = to + n < all ? to + n : all;
		sentences_start(&s, (struct str){ text + from, to - from },
		    to == all);
		while (sentences_next(&s, &at)) {
			buf_put(out, (struct str){ text + from + at.start,
			    at.end - at.start });
			buf_char(out, '|');
		}
		from += sentences_used(&s);
	}
	sentences_close(&s);
}

static void
pieces(void)
{
	struct buf whole = { 0 }, part = { 0 };

	split(&whole, sizeof text);
	for (size_t n = 1; n < 40; n++) {
		part.n = 0;
		split(&part, n);
		CHECK(str_eq(buf_str(&whole), buf_str(&part)));
	}
	buf_free(&whole);
	buf_free(&part);
}

static size_t
count(struct str s, bool stops)
{
	struct sentences_opts opts = { .lang = STR("en"), .stops = stops };
	struct sentences x;
	struct span at;
	size_t n = 0;

	sentences_open(&x, &opts);
	sentences_start(&x, s, true);
	while (sentences_next(&x, &at))
		n++;
	sentences_close(&x);
	return n;
}

/* A heading that runs into the text is its own, unless stops alone are. */
static void
headings(void)
{
	struct str heading = STR("EC SELLS BUTTER IN MAY The commission sold it "
	    "to traders abroad. They paid well for what they got in the end.");
	struct str slug = STR("TALKS RESUME: The panel met. It went on until "
	    "June, and nobody could say then how it would ever come out.");

	CHECK(count(heading, false) == 3 && count(heading, true) == 2);
	CHECK(count(slug, false) == 3 && count(slug, true) == 3);
	CHECK(count(STR("A vote was held \xe2\x80\xa2 A second vote was held"),
	    true) == count(STR("A vote was held \xe2\x80\xa2 A second vote was "
	    "held"), false));
}

static void
check_value(const char *s, enum entity_type type, const char *name)
{
	struct day anchor = { 2022, 5, 4 };	/* a Wednesday */
	const struct entity *x;
	struct entities e;
	bool found = false;

	entities_open(&e, false);
	entities_document(&e, anchor);
	entities_start(&e, str_of(s));
	while ((x = entities_next(&e)) != NULL) {
		if (x->type == type && str_eq(x->name, str_of(name)))
			found = true;
	}
	if (!found)
		fprintf(stderr, "%s: not %s\n", s, name);
	CHECK(found);
	entities_close(&e);
}

static void
values(void)
{
	check_value("on Sunday he left", ENTITY_DATE, "2022-05-01");
	check_value("on May 1, 2021, he left", ENTITY_DATE, "2021-05-01");
	check_value("on 28 Nov 2023 he left", ENTITY_DATE, "2023-11-28");
	check_value("he left last week", ENTITY_DATE, "2022-W17");
	check_value("he left yesterday", ENTITY_DATE, "2022-05-03");
	check_value("he left three years ago", ENTITY_DATE, "2019");
	check_value("an eight-day trip", ENTITY_DURATION, "P8D");
	check_value("a 90-minute talk", ENTITY_TIME, "PT90M");
	check_value("it cost $500,000 then", ENTITY_MONEY, "USD 500000");
	check_value("it cost 2.5 million euros then", ENTITY_MONEY,
	    "EUR 2500000");
	check_value("up 12.5 percent now", ENTITY_PERCENT, "12.5%");
}

static void
calendar(void)
{
	struct day d = { 2022, 5, 1 };

	CHECK(calendar_weekday(d) == 7);
	for (long n = 700000; n < 740000; n += 17)
		CHECK(calendar_number(calendar_day(n)) == n);
	CHECK(calendar_length(2024, 2) == 29 && calendar_length(1900, 2) == 28);
}

static void
repeats(void)
{
	struct dedup_opts opts = { .near = true };
	struct dedup d;

	dedup_open(&d, &opts);
	CHECK(dedup_take(&d, STR("He paid one dollar.")).status == DEDUP_NEW);
	CHECK(dedup_take(&d, STR("he paid 1 dollar")).status == DEDUP_EXACT);
	CHECK(dedup_take(&d, STR("He paid 2 dollars.")).status == DEDUP_NEW);
	CHECK(dedup_take(&d, STR("He did not pay.")).status == DEDUP_NEW);
	CHECK(dedup_take(&d, STR("He did pay.")).status == DEDUP_NEW);
	dedup_close(&d);
}

/* Column wrap, hyphens, case, quote marks and spellings are not in a shingle. */
static void
shingles(void)
{
	const char *same[] = {
		"He paid \"one million\" dollars, 1,250 of them in advance",
		"HE PAID \xe2\x80\x9c" "1 mln\xe2\x80\x9d dlrs 1250 of\n"
		"them in ad-\nvance"
	}, *other = "He paid two million dollars, 1,250 of them in advance";
	static struct shingles a, b;

	shingles_open(&a);
	shingles_open(&b);
	shingles_read(&a, str_of(same[0]));
	shingles_read(&b, str_of(same[1]));
	CHECK(a.n == 9 && a.level == 0 && a.nnumbers == 1);
	CHECK(memcmp(a.slots, b.slots, sizeof a.slots) == 0);
	CHECK(memcmp(a.numbers, b.numbers, sizeof a.numbers) == 0);
	shingles_read(&b, str_of(other));
	CHECK(memcmp(a.slots, b.slots, sizeof a.slots) != 0);
	shingles_read(&a, STR("\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad"));
	CHECK(a.n == 2);
	shingles_close(&a);
	shingles_close(&b);
}

/* However long the text, a sample; of a part of it the same sample. */
static void
samples(void)
{
	static struct shingles whole, part;
	struct buf b = { 0 };
	unsigned shared = 0, of = 0;

	for (unsigned i = 0; i < 5000; i++) {
		buf_put(&b, STR("w"));
		buf_number(&b, i);
		buf_char(&b, ' ');
	}
	shingles_open(&whole);
	shingles_open(&part);
	shingles_read(&whole, buf_str(&b));
	shingles_read(&part, str_cut(buf_str(&b), 0, b.n / 4));
	CHECK(whole.n > SHINGLES_MOST / 4 && whole.n <= SHINGLES_MOST);
	CHECK(whole.level > part.level);
	for (unsigned i = 0; i < SHINGLES_SLOTS; i++)
		if (part.slots[i] != 0
		    && (part.slots[i] & ((1u << whole.level) - 1)) == 0) {
			of++;
			shared += shingles_place(&whole, part.slots[i])
			    < SHINGLES_SLOTS;
		}
	CHECK(of > 0 && shared == of);
	shingles_close(&whole);
	shingles_close(&part);
	buf_free(&b);
}

/* Three stories, the second a rewording of the first; one short line. */
static void
signs(void)
{
	struct dedup_opts opts = { .near = true };
	struct dedup whole, steps;
	struct buf b = { 0 };

	dedup_open(&whole, &opts);
	dedup_open(&steps, &opts);
	for (unsigned k = 0; k < 60; k++) {
		struct dedup_answer a, looked, taken;
		struct dedup_sign sign;

		b.n = 0;
		for (unsigned i = 0; i < 150 && k % 10 != 9; i++) {
			buf_put(&b, STR("word"));
			buf_number(&b, i * (k % 3 / 2 + 1) + (i == k));
			buf_char(&b, i % 40 == 39 ? '\n' : ' ');
		}
		a = dedup_take(&whole, buf_str(&b));
		dedup_sign(&steps, buf_str(&b), &sign);
		looked = dedup_look_sign(&steps, &sign);
		steps.records--;
		taken = dedup_take_sign(&steps, &sign);
		CHECK(taken.status == a.status && looked.status == a.status);
		CHECK(taken.first == a.first && looked.first == a.first);
		CHECK(taken.group == a.group && looked.group == a.group);
		CHECK(k != 1 || a.status == DEDUP_NEAR);
	}
	buf_free(&b);
	dedup_close(&whole);
	dedup_close(&steps);
}

int
main(void)
{
	pieces();
	headings();
	calendar();
	values();
	repeats();
	shingles();
	samples();
	signs();
	return unit_failed;
}
