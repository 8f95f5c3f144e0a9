#include "io/hold.h"

#include "base/die.h"

void
hold_open(struct hold *h, bool choose, bool ranked, size_t bytes,
    const char *tmpdir)
{
	*h = (struct hold){ .choose = choose, .ranked = ranked };
	sorter_open(&h->keys, bytes / 4, tmpdir);
	sorter_open(&h->groups, bytes / 4, tmpdir);
	sorter_open(&h->answers, bytes / 4, tmpdir);
	spool_open(&h->records, bytes / 4, tmpdir);
}

static void
answer(struct hold *h, uint64_t number, uint64_t group, uint64_t count)
{
	/* Numbers of earlier runs have no record here. */
	if (number > h->before)
		sorter_add(&h->answers,
		    (struct tuple){ { number, group, count, 0 } });
}

void
hold_known(struct hold *h, uint64_t number, uint64_t group, uint64_t rank)
{
	if (h->choose)
		sorter_add(&h->groups, (struct tuple){ { group,
		    h->ranked ? rank : 0, number, 0 } });
	else
		answer(h, number, group, 0);
}

void
hold_unknown(struct hold *h, const uint64_t key[2], uint64_t number,
    uint64_t rank)
{
	sorter_add(&h->keys, (struct tuple){ { key[0], key[1], number, rank } });
}

void
hold_record(struct hold *h, const struct held *r)
{
	struct held head = *r;

	head.name.p = head.body.p = NULL;
	spool_put(&h->records,
	    (struct str){ (const char *)&head, sizeof head });
	spool_put(&h->records, r->name);
	spool_put(&h->records, r->body);
}

/* ---- keys ---- */

bool
hold_resolve(struct hold *h, uint64_t key[2], uint64_t *number)
{
	struct tuple t;
	bool is_first;

	if (!h->resolved)
		sorter_sort(&h->keys);
	h->resolved = true;
	while (sorter_next(&h->keys, &t)) {
		is_first = !h->some_key || t.w[0] != h->key.w[0]
		    || t.w[1] != h->key.w[1];
		if (is_first)
			h->key = t;
		h->some_key = true;
		hold_known(h, t.w[2], h->key.w[2], t.w[3]);
		if (!is_first)
			continue;
		key[0] = t.w[0];
		key[1] = t.w[1];
		*number = t.w[2];
		return true;
	}
	return false;
}

/* ---- groups ---- */

/* kept is (group, keeper, count) of the group at hand. */
static void
end_group(struct hold *h)
{
	if (h->kept.w[2] > 0)
		answer(h, h->kept.w[1], h->kept.w[1], h->kept.w[2]);
	h->kept.w[2] = 0;
}

static void
choose(struct hold *h)
{
	struct tuple t;

	sorter_sort(&h->groups);
	while (sorter_next(&h->groups, &t)) {
		if (h->kept.w[2] == 0 || t.w[0] != h->kept.w[0]) {
			end_group(h);
			h->kept = (struct tuple){ { t.w[0],
			    t.w[0] <= h->before ? t.w[0] : t.w[2], 0, 0 } };
		}
		if (h->kept.w[2]++ > 0 || h->kept.w[1] != t.w[2])
			answer(h, t.w[2], h->kept.w[1], 0);
	}
	end_group(h);
}

static bool
get_record(struct hold *h, struct held *r)
{
	struct str s;

	if (!spool_get(&h->records, sizeof *r, &s))
		return false;
	memcpy(r, s.p, sizeof *r);
	if (!spool_get(&h->records, r->name.n + r->body.n, &s))
		diex("held records: cut short");
	r->name.p = s.p;
	r->body.p = s.p + r->name.n;
	return true;
}

bool
hold_next(struct hold *h, struct held *r)
{
	struct tuple t;

	if (!h->waiting) {
		if (h->choose)
			choose(h);
		sorter_sort(&h->answers);
		spool_rewind(&h->records);
		h->waiting = true;
	}
	if (!get_record(h, r))
		return false;
	do
		if (!sorter_next(&h->answers, &t))
			diex("held records: one has no answer");
	while (t.w[0] < r->number);
	if (r->unknown)
		r->first = t.w[1];
	r->group = t.w[1];
	r->count = t.w[2];
	return true;
}

void
hold_close(struct hold *h)
{
	sorter_close(&h->keys);
	sorter_close(&h->groups);
	sorter_close(&h->answers);
	spool_close(&h->records);
}
