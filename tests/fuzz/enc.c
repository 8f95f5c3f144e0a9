/* Whatever comes in, valid UTF-8 goes out. */
#include "io/enc.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str s = { (const char *)p, n };
	unsigned long long replaced = 0;
	struct buf b = { 0 };

	enc_repair(&b, s, &replaced);
	MUST(utf8_valid(buf_str(&b)) == b.n);
	b.n = 0;
	enc_page(&b, s, STR(""), &replaced);
	MUST(utf8_valid(buf_str(&b)) == b.n);
	b.n = 0;
	enc_page(&b, s, STR("shift_jis"), &replaced);
	MUST(utf8_valid(buf_str(&b)) == b.n);
	buf_free(&b);
	return 0;
}
