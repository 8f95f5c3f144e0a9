/*
 * What stood on the earlier pages of a run: of a site's pages each repeats its
 * menus, its forms, its appeals to the reader, and no two tell the same story.
 * A table of fixed size holds the lines of late, by hash, numbers by their
 * length alone; of four in a bucket the one not met for longest makes room.
 */
#include "desk/deboil_parts.h"

#include "base/die.h"

/*
 * PENALTY is taken from the score (log-odds * 256) for each earlier page, of
 * MOST, that had the line. Lines of LONG words of prose are never touched: a
 * story may stand on two pages, or quote what another did; nor is anything on
 * a page half of whose paragraphs are known. AGE is in pages. Labelled pages by
 * site, of DAnIEL (189 on 49 sites, never trained on; 512 to 1024 do as well):
 * words F1 .925 -> .926, lines .875 -> .885; on others no difference.
 */
enum { BUCKETS = 1 << 13, WAYS = 4, AGE = 500, PENALTY = 768, MOST = 3,
    LONG = 20, PARAGRAPH = 12, HOPELESS = -1024 };

struct deboil_memory {
	uint16_t page;
	struct seen {
		uint32_t line;
		uint16_t page, pages;	/* the last one, how many */
	} seen[BUCKETS][WAYS];
};

static unsigned
age(const struct deboil_memory *m, const struct seen *s)
{
	/* Without a branch, which would be guessed wrong. */
	return (uint16_t)((m->page - s->page) | -(s->pages == 0));
}

static struct seen *
bucket_of(struct deboil_memory *m, uint32_t line)
{
	return m->seen[line * 0x9e3779b1u >> 19];
}

/* How many earlier pages had the line, as far as is known. */
static unsigned
pages_with(struct deboil_memory *m, uint32_t line)
{
	const struct seen *s = bucket_of(m, line);

	for (int k = 0; k < WAYS; k++)
		if (s[k].line == line && age(m, &s[k]) < AGE)
			return s[k].pages - (s[k].page == m->page);
	return 0;
}

static void
remember(struct deboil_memory *m, uint32_t line)
{
	struct seen *s = bucket_of(m, line), *oldest = s;

	for (int k = 0; k < WAYS; k++) {
		if (s[k].line == line && age(m, &s[k]) < AGE) {
			s[k].pages += s[k].page != m->page
			    && s[k].pages < UINT16_MAX;
			s[k].page = m->page;
			return;
		}
		if (age(m, &s[k]) > age(m, oldest))
			oldest = &s[k];
	}
	*oldest = (struct seen){ line, m->page, 1 };
}

/* Rows of a page of which it matters whether earlier ones had them. */
struct rows {
	struct deboil_block **at;
	size_t n;
};

/* Has an earlier page told this story? */
static bool
is_known_story(struct deboil *d, const struct rows *r)
{
	size_t paragraphs = 0, known = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct deboil_block *b = r->at[i];

		if (b->prose < PARAGRAPH || b->score <= d->opts.threshold)
			continue;
		paragraphs++;
		known += pages_with(d->memory, b->line) > 0;
	}
	return known * 2 > paragraphs;
}

static void
doubt(struct deboil *d, const struct rows *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct deboil_block *b = r->at[i];
		unsigned pages;

		if (b->prose >= LONG || b->score <= d->opts.threshold)
			continue;
		pages = pages_with(d->memory, b->line);
		b->score -= PENALTY * (int32_t)(pages < MOST ? pages : MOST);
		b->again = b->score <= d->opts.threshold;
	}
}

/* The table is larger than the fast cache: its lines come while others do. */
static void
fetch_rows(struct deboil *d, size_t from, size_t to, struct rows *r)
{
	r->at = arena_alloc(&d->arena, to - from + 1, sizeof *r->at);
	r->n = 0;
	for (size_t i = from; i < to; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->text.n == 0 || b->score <= HOPELESS)
			continue;
		r->at[r->n++] = b;
		__builtin_prefetch(bucket_of(d->memory, b->line));
	}
}

static void
recall_page(struct deboil *d, size_t from, size_t to)
{
	struct rows r;

	fetch_rows(d, from, to, &r);
	if (!is_known_story(d, &r))
		doubt(d, &r);
	for (size_t i = 0; i < r.n; i++)
		if (r.at[i]->score > HOPELESS)
			remember(d->memory, r.at[i]->line);
}

void
deboil_recall(struct deboil *d)
{
	size_t from = 0;

	if (d->memory == NULL) {
		d->memory = xalloc(1, sizeof *d->memory);
		memset(d->memory, 0, sizeof *d->memory);
	}
	for (size_t i = 1; i < d->n; i++)
		if (d->blocks[i].opens) {
			recall_page(d, from, i);
			d->memory->page++;
			from = i;
		}
	recall_page(d, from, d->n);
}

void
deboil_turn_page(struct deboil *d)
{
	if (d->memory != NULL)
		d->memory->page++;
}
