/* replay -- runs a fuzz target over files; exits 0 if none aborts. */
#include <stdio.h>

#include "fuzz.h"

int
main(int argc, char *argv[])
{
	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "r");
		struct buf b = { 0 };
		size_t n;

		if (f == NULL) {
			perror(argv[i]);
			return 1;
		}
		do {
			buf_reserve(&b, 65536);
			n = fread(b.p + b.n, 1, b.cap - b.n, f);
			b.n += n;
		} while (n > 0);
		fclose(f);
		LLVMFuzzerTestOneInput((const uint8_t *)b.p, b.n);
		buf_free(&b);
	}
	return 0;
}
