/*
 * fuzz -- what every target is: one function over bytes, which aborts when an
 * invariant breaks. tests/fuzz/replay.c runs it over files, without clang.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define MUST(x) ((x) ? (void)0 : abort())

/* Engines get valid UTF-8: what is not becomes "?". */
static inline struct buf
fuzz_text(const uint8_t *p, size_t n)
{
	struct buf b = { 0 };

	buf_put(&b, (struct str){ (const char *)p, n });
	for (size_t i = 0; i < b.n;) {
		i += utf8_valid(str_cut(buf_str(&b), i, b.n));
		if (i < b.n)
			b.p[i] = '?';
	}
	return b;
}

#endif
