/* The trees of deboil's weights, as this machine wants them. */
#include "desk/deboil_parts.h"

#include <stdlib.h>

#include "base/die.h"

extern const int8_t weights_deboil_text[], weights_deboil_html[],
    weights_deboil_seams[];
extern const uint32_t weights_deboil_seams_size;

static void
open_both(struct deboil_words_trees *m, const int8_t *weights, uint32_t first,
    uint32_t second)
{
	const int8_t *trees = weights + DEBOIL_TABLES;

	m->words = weights;
	trees_open(&m->first, trees, first * TREES_BYTES);
	trees_open(&m->second, trees + first * TREES_BYTES,
	    second * TREES_BYTES);
}

struct deboil_model *
deboil_model_open(void)
{
	struct deboil_model *m = xalloc(1, sizeof *m);

	open_both(&m->of[0], weights_deboil_text, DEBOIL_FIRST, DEBOIL_SECOND);
	open_both(&m->of[1], weights_deboil_html, DEBOIL_BAG * DEBOIL_FIRST,
	    DEBOIL_BAG * DEBOIL_HTML_SECOND);
	trees_open(&m->seams, weights_deboil_seams, weights_deboil_seams_size);
	trees_open(&m->runs, weights_deboil_text + DEBOIL_WEIGHTS,
	    DEBOIL_RUN_TREES * TREES_BYTES);
	return m;
}

void
deboil_model_close(struct deboil_model *m)
{
	for (int html = 0; html < 2; html++) {
		trees_close(&m->of[html].first);
		trees_close(&m->of[html].second);
	}
	trees_close(&m->seams);
	trees_close(&m->runs);
	free(m);
}
