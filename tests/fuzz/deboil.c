/* Every block lies within the page; lines together are the page. */
#include "desk/deboil.h"
#include "fuzz.h"
#include "../unit/maps.h"

static void
check_meta(const struct deboil *d)
{
	for (int f = 0; f < DEBOIL_FIELDS; f++)
		MUST(d->meta.field[f].n == 0
		    || utf8_valid(d->meta.field[f]) == d->meta.field[f].n);
}

static void
read_page(struct deboil *d, struct str page, bool html)
{
	const struct deboil_block *b;
	struct maps maps = maps_open(page, html);
	size_t last = 0;

	deboil_document(d);
	if (html)
		deboil_start_html(d, page);
	else
		deboil_start(d, page);
	while ((b = deboil_next(d)) != NULL) {
		MUST(b->at.start >= last && b->at.end >= b->at.start
		    && b->at.end <= page.n);
		MUST(maps_block(&maps, b));
		MUST(utf8_valid(b->text) == b->text.n);
		last = b->at.end;
		if (b->opens) {
			check_meta(d);
			deboil_break(d);
		}
	}
	maps_close(&maps);
	check_meta(d);
	MUST(d->begun == d->ninside);
}

/* The second time its lines are known from an earlier page. */
static void
run(struct str page, bool html)
{
	struct deboil_opts opts = { .meta = true, .captions = true,
	    .comments = true, .tables = true, .reasons = true };
	struct deboil d;

	deboil_open(&d, &opts);
	read_page(&d, page, html);
	read_page(&d, page, html);
	deboil_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct buf b = fuzz_text(p, n);

	run(buf_str(&b), false);
	run(buf_str(&b), true);
	buf_free(&b);
	return 0;
}
