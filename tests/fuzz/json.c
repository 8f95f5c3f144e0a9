/* A valid object's members are found, unquoted and quoted again. */
#include "io/json.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n), text = { 0 }, again = { 0 };
	struct str key, value;
	const char *why;

	if (json_is_object(buf_str(&b), &why))
		for (size_t i = 0; json_member(buf_str(&b), &i, &key, &value);) {
			text.n = again.n = 0;
			json_unquote(&text, key);
			json_quote(&again, buf_str(&text));
			key = buf_str(&text);
			text.n = 0;
			json_unquote(&text, buf_str(&again));
			MUST(text.n == key.n);
		}
	buf_free(&b);
	buf_free(&text);
	buf_free(&again);
	return 0;
}
