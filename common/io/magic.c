#include "io/magic.h"

#include <string.h>

#define KIND(start, advice) { (start), sizeof(start) - 1, (advice) }

static const struct {
	const char *start;
	size_t n;
	const char *advice;
} kinds[] = {
	KIND("\x1f\x8b\x08", "compressed by gzip: put zcat before"),
	KIND("\x28\xb5\x2f\xfd", "compressed by zstd: put zstdcat before"),
	KIND("\xfd" "7zXZ", "compressed by xz: put xzcat before"),
	KIND("BZh91AY&SY", "compressed by bzip2: put bzcat before"),
	KIND("PK\x03\x04", "a zip archive or an office document: "
	    "make text files of it first"),
	KIND("%PDF-", "a PDF file: put pdftotext before"),
};

int
magic_of(struct str s)
{
	int kind = MAGIC_NONE;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct str m = { kinds[i].start, kinds[i].n };

		if (str_starts(s, m))
			return (int)i;
		if (s.n < m.n && memcmp(s.p, m.p, s.n) == 0)
			kind = MAGIC_MORE;
	}
	return kind;
}

const char *
magic_advice(int kind)
{
	return kinds[kind].advice;
}
