/* Dates and amounts: the first byte chooses the anchor; every value stands in
 * the text, in order, within its paragraph, and its strings are UTF-8. */
#include "desk/entities.h"
#include "fuzz.h"

static const struct day anchors[] = { { 2024, 2, 29 }, { 0, 0, 0 },
    { 1, 1, 1 }, { 9999, 12, 31 }, { 2022, 0, 0 }, { 2022, 12, 0 } };

static void
is_text(struct str s)
{
	MUST(s.n == 0 || utf8_valid(s) == s.n);
}

/* No empty line within. */
static bool
is_within(struct str t, struct span at)
{
	int lines = 0;

	for (size_t i = at.start; i < at.end; i++) {
		lines = t.p[i] == '\n' ? lines + 1
		    : t.p[i] == ' ' ? lines : 0;
		if (lines > 1)
			return false;
	}
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct day anchor = anchors[n > 0 ? p[0] % 6 : 0];
	struct buf b = fuzz_text(p + (n > 0), n - (n > 0));
	struct values v = { .types = ~(uint32_t)0 };
	struct token *tokens = malloc((n + 1) * sizeof *tokens);
	struct arena arena = { 0 };
	size_t ntokens = 0, last = 0;

	v.arena = &arena;
	for (size_t i = 0; tokens_next(buf_str(&b), &i, &tokens[ntokens]);)
		ntokens++;
	values_document(&v, anchor);
	v.language = language_of(buf_str(&b));
	values_start(&v, buf_str(&b), tokens, ntokens);
	for (size_t i = 0; i < v.nfound; i++) {
		struct entity *x = &v.found[i];

		MUST(x->at.start >= last && x->at.end > x->at.start
		    && x->at.end <= b.n && x->type >= ENTITY_DATE
		    && x->type < ENTITY_TYPES && x->mod < ENTITY_MODS);
		MUST(x->first_token <= x->last_token && x->last_token < ntokens);
		MUST(x->name.n > 0 && is_within(buf_str(&b), x->at));
		is_text(x->name);
		is_text(x->value);
		is_text(x->low);
		is_text(x->high);
		is_text(str_cut(buf_str(&b), x->at.start, x->at.end));
		last = x->at.end;
	}
	values_close(&v);
	arena_free(&arena);
	buf_free(&b);
	free(tokens);
	return 0;
}
