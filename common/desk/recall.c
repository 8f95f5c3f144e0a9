#include "desk/recall.h"

/*
 * A half of the near index may take a sixth of the limit before it is the old
 * one: its tables double, so that it may be a third by then. Measured on
 * 150,000 different stories: from 16M to 128M all stays within the limit.
 */
enum { NEAR_SHARE = 6 };

void
recall_open(struct recall *r, const struct dedup_opts *opts, size_t limit)
{
	*r = (struct recall){ .limit = limit };
	dedup_open(&r->now, opts);
}

void
recall_sign(struct recall *r, struct str record, struct dedup_sign *s)
{
	dedup_sign(&r->now, record, s);
}

static void
forget(struct recall *r)
{
	uint64_t records = r->now.records;
	struct dedup_opts opts = r->now.opts;

	if (r->has_old)
		dedup_close(&r->old);
	r->old = r->now;
	dedup_open(&r->now, &opts);
	r->now.records = records;
	r->has_old = r->forgets = true;
}

static struct dedup_answer
take_exact(struct recall *r, const struct dedup_sign *s)
{
	if (r->limit > 0 && !r->full)
		r->full = dedup_is_full(&r->now, r->limit);
	return r->full ? dedup_look_sign(&r->now, s)
	    : dedup_take_sign(&r->now, s);
}

static struct dedup_answer
take_near(struct recall *r, const struct dedup_sign *s)
{
	struct dedup_answer a = dedup_take_sign(&r->now, s), old;

	if (r->has_old && a.status == DEDUP_NEW) {
		old = dedup_look_sign(&r->old, s);
		if (old.status != DEDUP_NEW) {
			dedup_link(&r->now, r->now.records, old.group);
			a = old;
		}
	}
	if (r->limit > 0 && dedup_bytes(&r->now) > r->limit / NEAR_SHARE)
		forget(r);
	return a;
}

struct dedup_answer
recall_take(struct recall *r, const struct dedup_sign *s)
{
	return r->now.opts.near ? take_near(r, s) : take_exact(r, s);
}

void
recall_close(struct recall *r)
{
	dedup_close(&r->now);
	if (r->has_old)
		dedup_close(&r->old);
}
