/* What was taken once is not new again, near or not. */
#include "desk/dedup.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n);

	for (int near = 0; near < 2; near++) {
		struct dedup_opts opts = { .near = near == 1, .numbers = true };
		struct dedup d;

		dedup_open(&d, &opts);
		MUST(dedup_take(&d, buf_str(&b)).status == DEDUP_NEW);
		MUST(dedup_take(&d, buf_str(&b)).first == 1);
		dedup_close(&d);
	}
	buf_free(&b);
	return 0;
}
