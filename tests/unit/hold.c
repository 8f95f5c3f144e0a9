/* hold: parts of lines, sorting in little memory, records that wait, lines
 * that steps exchange. */
#include "io/hold.h"
#include "io/sigs.h"
#include "text/part.h"
#include "unit.h"

static void
check_part(struct part p, const char *line, const char *want)
{
	CHECK(str_eq(part_of(&p, str_of(line)), str_of(want)));
}

static void
parts(void)
{
	check_part((struct part){ 0 }, "a b", "a b");
	check_part((struct part){ .column = 1 }, "a\tb\tc", "a");
	check_part((struct part){ .column = 3 }, "a\tb\tc", "c");
	check_part((struct part){ .column = 4 }, "a\tb\tc", "");
	check_part((struct part){ .column = 1 }, "", "");
	check_part((struct part){ .skip_fields = 1 }, "  a\tb", "\tb");
	check_part((struct part){ .skip_fields = 3 }, "a b", "");
	check_part((struct part){ .skip_chars = 1, .check_chars = 2 },
	    "\xc3\xa9\xc3\xa8xy", "\xc3\xa8x");
	check_part((struct part){ 2, 1, 2, 1 }, "x\tone two", "w");
}

static uint64_t
mixed(uint64_t i)
{
	return i * 0x9e3779b97f4a7c15 >> 40;
}

/* Enough for runs of runs: 4096 tuples fit, 32 runs are merged at a time. */
static void
sorting(void)
{
	enum { MANY = 4096 * 33 * 2 };
	struct sorter s;
	struct tuple t, before = { { 0 } };
	uint64_t n = 0, sum = 0;
	bool ordered = true;

	sorter_open(&s, 0, NULL);
	for (uint64_t i = 0; i < MANY; i++) {
		sorter_add(&s, (struct tuple){ { mixed(i) % 1000, i, 1, i } });
		sum += i;
	}
	sorter_sort(&s);
	for (; sorter_next(&s, &t); before = t, n++) {
		ordered &= n == 0 || before.w[0] < t.w[0]
		    || (before.w[0] == t.w[0] && before.w[1] < t.w[1]);
		sum -= t.w[3];
	}
	CHECK(n == MANY && sum == 0 && ordered);
	sorter_close(&s);
	sorter_open(&s, 0, NULL);
	sorter_sort(&s);
	CHECK(!sorter_next(&s, &t));
	sorter_close(&s);
}

/* Records of three groups, by turns; more than stay in memory. */
static void
hold_some(bool ranked, uint64_t kept_at)
{
	enum { MANY = 30000 };
	struct hold h;
	struct held r;
	uint64_t key[2], number, n = 0, kept = 0, count = 0, unknown = 0;

	hold_open(&h, true, ranked, 64 * 1024, NULL);
	for (uint64_t i = 1; i <= MANY; i++) {
		uint64_t group = (i - 1) % 3 + 1, rank = MANY - i;

		struct held in = { .number = i, .first = group,
		    .unknown = group == 3, .name = STR("name"),
		    .body = { "abcdefghi", i % 10 } };

		if (group == 3)
			hold_unknown(&h, (uint64_t[]){ 7, 9 }, i, rank);
		else
			hold_known(&h, i, group, rank);
		hold_record(&h, &in);
	}
	while (hold_resolve(&h, key, &number))
		unknown += key[0] == 7 && key[1] == 9 && number == 3;
	while (hold_next(&h, &r)) {
		n++;
		CHECK(r.number == n && r.body.n == n % 10);
		CHECK(str_eq(r.name, STR("name")));
		CHECK((r.group == r.number) == (r.count > 0));
		if (r.group != r.number)
			continue;
		kept++;
		count += r.count;
		CHECK(r.number >= kept_at && r.number < kept_at + 3);
	}
	CHECK(n == MANY && kept == 3 && count == MANY && unknown == 1);
	hold_close(&h);
}

static enum sigs_kind
read_line(const char *line, struct sigs *s, struct sig *g)
{
	const char *why;

	return sigs_get(s, str_of(line), g, &why);
}

#define PLACE "0000000002\t0000000000000005\t"
#define KEY_ "0000000000000000000700000000000000000008\t"

static void
lines(void)
{
	struct sigs s = { 0 };
	struct sig g;
	uint64_t part;

	CHECK(read_line(PLACE KEY_ "00000000007\tnear,v2", &s, &g)
	    == SIGS_RECORD);
	CHECK(g.at.part == 2 && g.at.number == 5 && g.key[0] == 7
	    && g.key[1] == 8 && g.nwords == 1 && g.words[0] == 7);
	CHECK(read_line(PLACE KEY_ "0000\tnear,v2", &s, &g) == SIGS_BAD);
	CHECK(read_line(PLACE KEY_ "\tnear,v9", &s, &g) == SIGS_BAD);
	CHECK(read_line(KEY_ PLACE "near,v2", &s, &g) == SIGS_BAD);
	CHECK(sigs_check(&s, &part) != NULL && part == 2);
	CHECK(read_line("zz\t0000000002\t00000000000000000009\t"
	    "00000000000000000009\tnear,v2", &s, &g) == SIGS_END);
	CHECK(sigs_check(&s, &part) != NULL && part == 2);
	sigs_close(&s);
}

int
main(void)
{
	parts();
	sorting();
	hold_some(false, 1);
	hold_some(true, 29998);
	lines();
	return unit_failed;
}
