/* The columns of what the markup of a page says. */
#include "desk/deboil_columns.h"

#include "text/chars.h"
#include "text/utf8.h"

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
		set(&r, C_RANK, b->rank);
		set(&r, C_HIDDEN, b->hidden);
	}
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

/* ---- what the head says ---- */

static void
count_word(const struct tally *t, struct str w, size_t *n)
{
	if (w.n == 0)
		return;
	tally_add(t, deboil_subject(deboil_word_hash(w) & ~1u));
	++*n;
}

/* The words of s; characters of scripts without blanks are words. */
static size_t
count_words(const struct tally *t, struct str s)
{
	size_t n = 0, start = 0;

	if (s.n == 0)
		return 0;	/* there may be no bytes to point at */
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		unsigned class = chars_of(utf8_next(s, &i));

		if (class & CHAR_WORD && !(class & CHAR_CJK))
			continue;
		count_word(t, str_cut(s, start, at), &n);
		if (class & CHAR_CJK)
			count_word(t, str_cut(s, at, i), &n);
		start = i;
	}
	count_word(t, str_cut(s, start, s.n), &n);
	return n;
}

/* So many of the first words of a row are looked at. */
enum { HEAD_WORDS = 40 };

static unsigned
common_words(const struct deboil *d, const struct tally *t, size_t row,
    unsigned *all)
{
	const struct deboil_shape *f = &d->shapes[row];
	unsigned hits = 0;

	*all = f->n < HEAD_WORDS ? f->n : HEAD_WORDS;
	for (uint32_t k = 0; k < *all; k++)
		hits += *tally_at(t, deboil_subject(
		    d->words[f->first + k] & ~1u)) > 0;
	return hits;
}

/* Percent of the words of s that a row has, and the reverse. */
static void
set_share(struct deboil *d, unsigned c, struct str s)
{
	enum { MOST = 500 };	/* bytes of s that count */
	struct tally t = tally_open(d, 64);
	unsigned n;

	if (s.n > MOST)
		s.n = utf8_floor(s, MOST);
	n = (unsigned)count_words(&t, s);
	for (size_t i = 0; i < d->rows; i++) {
		unsigned all, hits = common_words(d, &t, i, &all);

		column(d, c)[i] = clip(all > 0 && n > 0
		    ? (int)(hits * 200 / (all + n)) : 0);
	}
}

/* Percent, and one, of the words of a row that the body has; 0: no body. */
static void
set_body(struct deboil *d)
{
	struct tally t = tally_open(d, d->body.n / 4 + 1);
	struct buf body = { 0 };
	size_t n;

	deboil_json_text(&body, d->body);
	n = count_words(&t, buf_str(&body));
	buf_free(&body);
	memset(column(d, C_BODY), 0, d->rows);
	for (size_t i = 0; i < d->rows && n >= HEAD_WORDS; i++) {
		unsigned all, hits = common_words(d, &t, i, &all);

		column(d, C_BODY)[i] = clip(1 + (all > 0
		    ? (int)(hits * 100 / all) : 0));
	}
}

void
set_markup(struct deboil *d)
{
	set_tags(d);
	set_paths(d);
	set_share(d, C_TITLE, d->title);
	set_share(d, C_DESCRIPTION, d->description);
	set_body(d);
	set_boxes(d);
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
