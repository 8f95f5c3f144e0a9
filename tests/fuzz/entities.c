/* Entities are in order and within the text, whatever it is. */
#include "desk/entities.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n);
	struct day day = { 2024, 2, 29 };
	const struct entity *x;
	struct entities e;
	size_t last = 0;

	entities_open(&e, false);
	entities_document(&e, day);
	entities_start(&e, buf_str(&b));
	while ((x = entities_next(&e)) != NULL) {
		MUST(x->at.start >= last && x->at.end > x->at.start
		    && x->at.end <= b.n && x->type < ENTITY_TYPES);
		last = x->at.end;
	}
	entities_close(&e);
	buf_free(&b);
	return 0;
}
