/* The columns of what the markup of a page says. */
#include "desk/deboil_columns.h"

static void
set_tags(struct deboil *d)
{
	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];
		struct row r = { column(d, 0) + i, d->room };

		set(&r, C_TAG, b->tag);
		set(&r, C_LINKS, b->links);
		set(&r, C_DEPTH, b->depth);
		set(&r, C_ZONE, b->zone & 15);
		set(&r, C_ZONE_KIND, b->zone >> 4);
		set(&r, C_GOOD, b->hints & 15);
		set(&r, C_BAD, b->hints >> 4);
	}
	set_around(d, C_LINKS_AROUND, column(d, C_LINKS));
}

/* Sums over the rows of one path, by its hash. */
struct path {
	unsigned prose, rows, links;
	int score;
};
enum { PATHS = 1024 };

static struct path *
path_of(const struct deboil *d, struct path *paths, size_t row)
{
	uint32_t h = d->blocks[d->shapes[row].block].path;

	return &paths[(h ^ h >> 16) % PATHS];
}

static void
set_paths(struct deboil *d)
{
	struct path *paths = arena_alloc(&d->arena, PATHS, sizeof *paths);
	uint64_t all = 1, depths = 0;

	memset(paths, 0, PATHS * sizeof *paths);
	for (size_t i = 0; i < d->rows; i++) {
		struct path *p = path_of(d, paths, i);

		p->rows++;
		p->prose += d->shapes[i].prose;
		p->links += column(d, C_LINKS)[i];
		all += d->shapes[i].prose;
		depths += (uint64_t)d->shapes[i].prose * column(d, C_DEPTH)[i];
	}
	for (size_t i = 0; i < d->rows; i++) {
		const struct path *p = path_of(d, paths, i);

		column(d, C_PATH_PROSE)[i] = clip((int)(p->prose * 200ull / all));
		column(d, C_PATH_ROWS)[i] = scale(p->rows);
		column(d, C_PATH_LINKS)[i] = clip((int)(p->links / p->rows));
		column(d, C_DEPTH_OFF)[i] = clip(128 + column(d, C_DEPTH)[i]
		    - (int)(depths / all));
	}
}

/* Percent of the words of the page's title that a row has, and the reverse. */
static void
set_title(struct deboil *d)
{
	struct tally t = tally_open(d, 64);
	struct str title = d->title;
	size_t all = 0;

	for (size_t i = 0, start = 0; i <= title.n; i++) {
		if (i < title.n && ((title.p[i] | 32) >= 'a'
		    || (unsigned char)title.p[i] >= 0x80
		    || (title.p[i] >= '0' && title.p[i] <= '9')))
			continue;
		if (i > start) {
			tally_add(&t, deboil_subject(deboil_word_hash(
			    str_cut(title, start, i)) & ~1u));
			all++;
		}
		start = i + 1;
	}
	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_shape *f = &d->shapes[i];
		unsigned hits = 0;

		for (uint32_t k = 0; k < f->n && k < 32; k++)
			hits += *tally_at(&t, deboil_subject(
			    d->words[f->first + k] & ~1u)) > 0;
		column(d, C_TITLE)[i] = clip(f->n > 0 && all > 0
		    ? (int)(hits * 200 / (f->n + all)) : 0);
	}
}

void
set_markup(struct deboil *d)
{
	set_tags(d);
	set_paths(d);
	set_title(d);
}

void
set_path_scores(struct deboil *d)
{
	struct path *paths = arena_alloc(&d->arena, PATHS, sizeof *paths);

	memset(paths, 0, PATHS * sizeof *paths);
	for (size_t i = 0; i < d->rows; i++) {
		struct path *p = path_of(d, paths, i);

		p->rows++;
		p->score += column(d, C_SCORE)[i];
	}
	for (size_t i = 0; i < d->rows; i++) {
		const struct path *p = path_of(d, paths, i);

		column(d, C_PATH_SCORE)[i] = clip(p->score / (int)p->rows);
	}
}
