/* base: strings, buffers, arenas, hashes, maps, pages. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/pages.h"
#include "unit.h"

static void
strings(void)
{
	CHECK(str_eq(STR("ab"), STR("ab")) && !str_eq(STR("ab"), STR("abc")));
	CHECK(str_starts(STR("abc"), STR("ab")) && str_ends(STR("abc"), STR("bc")));
	CHECK(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0);
	CHECK(str_eq(str_cut(STR("hello"), 1, 3), STR("el")));
}

static void
buffers(void)
{
	struct buf b = { 0 };

	buf_put(&b, STR("abc"));
	buf_char(&b, '-');
	buf_number(&b, 18446744073709551615ull);
	CHECK(str_eq(buf_str(&b), STR("abc-18446744073709551615")));
	buf_drop(&b, 4);
	CHECK(b.n == 20);
	buf_free(&b);
}

static void
arenas(void)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 10, 1), *big;

	big = arena_alloc(&a, 1 << 20, 1);
	memset(big, 1, 1 << 20);
	arena_clear(&a);
	CHECK(arena_alloc(&a, 10, 1) == first);
	CHECK(str_eq(arena_copy(&a, STR("xyz")), STR("xyz")));
	arena_free(&a);
}

static void
hashes(void)
{
	uint64_t h, l, h2, l2;
	char text[64];

	memset(text, 'x', sizeof text);
	for (size_t n = 0; n < sizeof text; n++) {
		struct str s = { text, n };

		hash_bytes2(s, 0, &h, &l);
		for (size_t i = 0; i < n; i++) {
			text[i] = 'y';
			hash_bytes2(s, 0, &h2, &l2);
			CHECK(h != h2 && l != l2);
			CHECK(hash_bytes(s, 0) != hash_bytes(s, 1));
			text[i] = 'x';
		}
	}
}

static void
maps(void)
{
	struct map m = { 0 };
	char key[16];
	bool added;

	CHECK(map_get(&m, STR("a")) == NULL);
	for (unsigned i = 0; i < 5000; i++) {
		int n = snprintf(key, sizeof key, "k%u", i);

		*map_put(&m, (struct str){ key, (size_t)n }, &added) = i;
		CHECK(added);
	}
	CHECK(*map_get(&m, STR("k4321")) == 4321);
	map_put(&m, STR("k7"), &added);
	CHECK(!added && m.n == 5000);
	map_clear(&m);
	CHECK(m.n == 0 && map_get(&m, STR("k7")) == NULL);
	map_free(&m);
}

/* From small memory into large pages and on: what was there stays, new is 0. */
static void
pages(void)
{
	uint64_t *p = NULL;
	size_t cap = 0, had = 0;

	for (size_t need = 1; need < 1000000; need = need * 3 + 1) {
		p = pages_room(p, &cap, need, sizeof *p);
		CHECK(cap >= need);
		for (size_t i = 0; i < cap; i++) {
			CHECK(p[i] == (i < had ? i : 0));
			p[i] = i;
		}
		had = cap;
	}
	CHECK(pages_room(p, &cap, 1, sizeof *p) == p && cap == had);
	pages_free(p, cap * sizeof *p);
}

int
main(void)
{
	strings();
	buffers();
	arenas();
	hashes();
	maps();
	pages();
	return unit_failed;
}
