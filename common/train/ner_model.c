#include "train/ner_model.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"

enum { SLOTS = 1 << 23 };

/* By Newton from above. */
float
ner_root(float x)
{
	union {
		float f;
		uint32_t u;
	} v = { x };
	float y;

	v.u = (v.u >> 1) + 0x1fbd1df5;
	y = v.f;
	for (int i = 0; i < 3; i++)
		y = 0.5f * (y + x / y);
	return y;
}

void
ner_model_open(struct model *m)
{
	*m = (struct model){ .nslots = SLOTS, .n = NER_LABELS };
	m->slots = xalloc(m->nslots, sizeof *m->slots);
	m->features = xgrow(NULL, &m->cap, m->n, sizeof *m->features);
	m->times = xgrow(NULL, &m->time_cap, m->n, sizeof *m->times);
}

uint32_t *
ner_model_slot(const struct model *m, uint32_t feature)
{
	size_t at = hash_mix(feature, 0x9e3779b97f4a7c15) & (m->nslots - 1);

	while (m->slots[at] != 0 && m->features[m->slots[at]] != feature)
		at = (at + 1) & (m->nslots - 1);
	return &m->slots[at];
}

void
ner_model_add(struct model *m, uint32_t feature)
{
	uint32_t *slot = ner_model_slot(m, feature);

	if (*slot == 0) {
		m->features = xgrow(m->features, &m->cap, m->n + 1,
		    sizeof *m->features);
		m->times = xgrow(m->times, &m->time_cap, m->n + 1,
		    sizeof *m->times);
		m->features[m->n] = feature;
		m->times[m->n] = 0;
		*slot = (uint32_t)m->n++;
	}
	m->times[*slot]++;
}

void
ner_model_ready(struct model *m)
{
	m->w = xalloc(m->n * NER_LABELS, sizeof *m->w);
	m->squares = xalloc(m->n * NER_LABELS, sizeof *m->squares);
	m->sum = xalloc(m->n * NER_LABELS, sizeof *m->sum);
}

/* What the model would lose without the feature. */
struct worth {
	double worth;
	uint32_t row;
};

static int
by_worth(const void *a, const void *b)
{
	const struct worth *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth < y->worth ? 1 : -1;
	return x->row < y->row ? -1 : 1;
}

static struct worth *
rank(const struct model *m)
{
	struct worth *list = xalloc(m->n, sizeof *list);

	for (size_t i = NER_LABELS; i < m->n; i++) {
		const float *w = m->sum + i * NER_LABELS;
		double most = 0;

		for (int l = 0; l < NER_LABELS; l++)
			most += (double)w[l] * (double)w[l];
		list[i].row = (uint32_t)i;
		list[i].worth = most
		    * (double)ner_root((float)m->times[i]);
	}
	qsort(list + NER_LABELS, m->n - NER_LABELS, sizeof *list, by_worth);
	return list;
}

static int8_t
byte_of(const struct model *m, size_t i, double clip)
{
	double v = (double)m->sum[i] * 127 / clip / m->snapshots;
	int x = (int)(v < 0 ? v - 0.5 : v + 0.5);

	return (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x);
}

/* Puts a row into its bucket, if there is room and its tag is free. */
static bool
put_row(const struct model *m, int8_t *q, size_t row, double clip)
{
	uint8_t tag = ner_tag_of(m->features[row]);
	size_t bucket = ner_bucket(m->features[row]);
	int8_t *tags = q + bucket * NER_TAGS, *b;
	size_t k = 0;

	while (k < NER_WAYS && tags[k] != 0 && (uint8_t)tags[k] != tag)
		k++;
	if (k == NER_WAYS || tags[k] != 0)
		return false;
	tags[k] = (int8_t)tag;
	b = q + NER_BUCKETS * NER_TAGS + (bucket * NER_WAYS + k) * NER_LABELS;
	for (size_t l = 0; l < NER_LABELS; l++)
		b[l] = byte_of(m, row * NER_LABELS + l, clip);
	return true;
}

int8_t *
ner_model_table(const struct model *m, double clip)
{
	int8_t *q = xalloc(NER_STEPS + NER_LABELS * NER_WIDTH, 1);
	size_t kept = 0;
	struct worth *list = rank(m);

	for (size_t i = NER_LABELS; i < m->n; i++)
		kept += put_row(m, q, list[i].row, clip);
	for (size_t p = 0; p < NER_LABELS; p++)
		for (size_t l = 0; l < NER_LABELS; l++)
			q[NER_STEPS + p * NER_WIDTH + l] =
			    byte_of(m, p * NER_LABELS + l, clip);
	printf("%zu features kept\n", kept);
	free(list);
	return q;
}

