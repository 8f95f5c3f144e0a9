#include "text/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "text/utf8.h"

/*
 * An honest pattern over REGEX_LOOK bytes takes some ten thousand steps; a
 * million are a few milliseconds.
 */
enum { STEPS = 1000000, DEPTH = 10000, HEAP_KIB = 4096,
    STACK_LEAST = 32 * 1024, STACK_MOST = 1024 * 1024 };

struct regex {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
};

/* "missing closing parenthesis at 5" */
static void
describe(char error[REGEX_ERROR], int code, size_t at)
{
	struct buf b = { 0 };

	if (pcre2_get_error_message(code, (PCRE2_UCHAR *)error, REGEX_ERROR)
	    == PCRE2_ERROR_BADDATA)
		error[0] = '\0';
	buf_put(&b, str_of(error));
	buf_put(&b, STR(" at "));
	buf_number(&b, at);
	if (b.n >= REGEX_ERROR)
		b.n = REGEX_ERROR - 1;
	memcpy(error, b.p, b.n);
	error[b.n] = '\0';
	buf_free(&b);
}

struct regex *
regex_open(struct str pattern, char error[REGEX_ERROR])
{
	int code;
	size_t at;
	pcre2_code *c = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code, &at, NULL);
	struct regex *r;

	if (c == NULL) {
		describe(error, code, at);
		return NULL;
	}
	r = xalloc(1, sizeof *r);
	r->code = c;
	pcre2_jit_compile(c, PCRE2_JIT_COMPLETE);	/* if it can */
	r->match = pcre2_match_data_create(1, NULL);
	r->context = pcre2_match_context_create(NULL);
	r->stack = pcre2_jit_stack_create(STACK_LEAST, STACK_MOST, NULL);
	if (r->match == NULL || r->context == NULL || r->stack == NULL)
		diex("out of memory");
	pcre2_set_match_limit(r->context, STEPS);
	pcre2_set_depth_limit(r->context, DEPTH);
	pcre2_set_heap_limit(r->context, HEAP_KIB);
	pcre2_jit_stack_assign(r->context, NULL, r->stack);
	return r;
}

enum regex_result
regex_find(const struct regex *r, struct str s)
{
	size_t n = s.n > REGEX_LOOK ? utf8_floor(s, REGEX_LOOK) : s.n;
	int found = pcre2_match(r->code, (PCRE2_SPTR)s.p, n, 0,
	    PCRE2_NO_UTF_CHECK, r->match, r->context);

	if (found == PCRE2_ERROR_NOMATCH)
		return REGEX_NO;
	return found < 0 ? REGEX_GAVE_UP : REGEX_YES;
}

void
regex_close(struct regex *r)
{
	pcre2_jit_stack_free(r->stack);
	pcre2_match_context_free(r->context);
	pcre2_match_data_free(r->match);
	pcre2_code_free(r->code);
	free(r);
}
