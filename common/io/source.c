#include "io/source.h"

#include <stdlib.h>

#include "base/die.h"
#include "io/json.h"

void
source_parse(struct source *m, struct str array)
{
	struct source_pair pair;

	m->n = 0;
	for (size_t i = 0; json_number(array, &i, &pair.text)
	    && json_number(array, &i, &pair.page);) {
		m->at = xgrow(m->at, &m->cap, m->n + 1, sizeof *m->at);
		m->at[m->n++] = pair;
	}
}

unsigned long long
source_of(const struct source *m, unsigned long long i)
{
	size_t low = 0, high = m->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->at[mid].text <= i)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return i;
	return m->at[low - 1].page + (i - m->at[low - 1].text);
}

void
source_free(struct source *m)
{
	free(m->at);
	*m = (struct source){ 0 };
}
