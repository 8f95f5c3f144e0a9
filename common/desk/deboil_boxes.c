/*
 * The columns of the boxes a row stands in: the elements of the page around
 * it, those left out that hold no more rows than what is in them. How much
 * text and how many links a box holds, and how far the row is from the box
 * that holds most of the text, as in readability and its kin, but as evidence
 * beside others.
 */
#include "desk/deboil_columns.h"

enum { BOXES = 3, HOLE = -6, THREAD = 4 };

/* Sums over the rows of an element, what is in it included. */
struct box {
	uint32_t outer;		/* the next element around it of more rows */
	uint32_t rows, prose, chars, links;
	int32_t sum;		/* of what speaks for text, and against */
	int32_t score;		/* of the first pass */
	uint8_t up, down;	/* to the box that counts, see set_way() */
	uint8_t twins;		/* elements on the same path that hold rows */
	uint8_t posts;		/* of those the ones that hold prose and more */
};

static struct box *
box_of(const struct deboil *d, struct box *boxes, size_t row)
{
	return &boxes[d->blocks[d->shapes[row].block].element];
}

/* What holds an element comes before it. */
static void
add_up(const struct deboil *d, struct box *boxes)
{
	for (size_t e = d->nelements; e-- > 1;) {
		struct box *b = &boxes[e], *p = &boxes[d->elements[e].outer];

		p->sum += b->sum;
		p->score += b->score;
	}
}

static void
sum_up(const struct deboil *d, struct box *boxes)
{
	for (size_t e = d->nelements; e-- > 1;) {
		struct box *b = &boxes[e], *p = &boxes[d->elements[e].outer];

		p->rows += b->rows;
		p->prose += b->prose;
		p->chars += b->chars;
		p->links += b->links;
	}
	for (size_t e = 1; e < d->nelements; e++) {
		uint32_t p = d->elements[e].outer;

		boxes[e].outer = boxes[p].rows > boxes[e].rows ? p
		    : boxes[p].outer;
	}
}

/*
 * From every element to the box that counts: so many boxes up to one that
 * holds both, so many down from there.
 */
static void
set_way(const struct deboil *d, struct box *boxes, uint32_t best)
{
	uint8_t up = 0;

	for (size_t e = 0; e < d->nelements; e++)
		boxes[e].up = 255;
	for (uint32_t e = best;; e = boxes[e].outer) {
		boxes[e].up = up;
		up = (uint8_t)(up + (up < 250));
		if (e == 0)
			break;
	}
	for (size_t e = 1; e < d->nelements; e++) {
		struct box *b = &boxes[e], *p = &boxes[d->elements[e].outer];
		bool same = b->rows == p->rows;

		if (b->up != 255)
			continue;
		b->up = p->up;
		b->down = (uint8_t)(p->down + (!same && p->down < 250));
	}
}

/* Comments and teasers stand in boxes of one kind, the article in one alone. */
static void
set_twins(struct deboil *d, struct box *boxes)
{
	struct tally t = tally_open(d, d->nelements);

	for (size_t e = 0; e < d->nelements; e++)
		tally_add(&t, deboil_subject(d->elements[e].path));
	for (size_t e = 0; e < d->nelements; e++)
		boxes[e].twins = *tally_at(&t,
		    deboil_subject(d->elements[e].path));
}

/* A comment is prose and its name or button. */
static bool
is_post(const struct box *b)
{
	return b->rows > 1 && b->prose > 0;
}

static void
count_posts(struct deboil *d, struct box *boxes)
{
	struct tally t = tally_open(d, d->nelements);

	for (size_t e = 0; e < d->nelements; e++)
		if (is_post(&boxes[e]))
			tally_add(&t, deboil_subject(d->elements[e].path));
	for (size_t e = 0; e < d->nelements; e++)
		if (is_post(&boxes[e]))
			boxes[e].posts = *tally_at(&t,
			    deboil_subject(d->elements[e].path));
}

static uint32_t
best_box(const struct deboil *d, const struct box *boxes)
{
	uint32_t best = 0;

	/* Of equals the innermost. */
	for (uint32_t e = 0; e < d->nelements; e++)
		if (boxes[e].sum >= boxes[best].sum)
			best = e;
	return best;
}

static struct box *
open_boxes(struct deboil *d)
{
	struct box *boxes = arena_alloc(&d->arena, d->nelements, sizeof *boxes);

	memset(boxes, 0, d->nelements * sizeof *boxes);
	return boxes;
}

/*
 * The headline, as far as the head of the page tells: the row that says what
 * <title> does, rather in h1 than in a link; d->rows if none does. What
 * belongs to it comes after it and not far from it in the tree, on pages of
 * any make.
 */
enum { HEADLINE_LEAST = 60, HEADLINE_RANK = 10, HEADLINE_RANKS = 6 };

static size_t
find_headline(const struct deboil *d)
{
	size_t found = d->rows;
	int best = HEADLINE_LEAST;

	for (size_t i = 0; i < d->rows; i++) {
		unsigned rank = column(d, C_RANK)[i];
		int v = column(d, C_TITLE)[i] - column(d, C_LINKS)[i] / 2;

		if (rank > 0)
			v += (int)(HEADLINE_RANKS - rank) * HEADLINE_RANK;
		if (v > best) {
			best = v;
			found = i;
		}
	}
	return found;
}

/* How far rows are from the headline, in boxes, in rows and in words of prose. */
static void
set_headline(struct deboil *d, struct box *boxes)
{
	size_t headline = find_headline(d);
	unsigned prose = 0;

	for (unsigned c = C_HEADLINE_UP; c <= C_HEADLINE_PROSE; c++)
		memset(column(d, c), 255, d->rows);
	if (headline == d->rows)
		return;
	for (size_t e = 0; e < d->nelements; e++)
		boxes[e].down = 0;
	set_way(d, boxes, (uint32_t)(box_of(d, boxes, headline) - boxes));
	for (size_t i = 0; i < d->rows; i++) {
		const struct box *b = box_of(d, boxes, i);

		column(d, C_HEADLINE_UP)[i] = b->up;
		column(d, C_HEADLINE_DOWN)[i] = b->down;
		if (i < headline)
			continue;
		column(d, C_HEADLINE_ROWS)[i] = scale((unsigned)(i - headline));
		column(d, C_HEADLINE_PROSE)[i] = scale(prose);
		prose += d->shapes[i].prose;
	}
}

static void
set_box(struct deboil *d, size_t row, unsigned k, const struct box *b)
{
	unsigned all = d->box_prose > 0 ? d->box_prose : 1;

	column(d, C_BOX_ROWS + k)[row] = scale(b->rows);
	column(d, C_BOX_TWINS + k)[row] = b->twins;
	column(d, C_BOX_PROSE + k)[row] = clip((int)(b->prose * 200ull / all));
	column(d, C_BOX_LINKS + k)[row] = clip((int)(b->links
	    / (b->chars > 0 ? b->chars : 1)));
}

/* How many posts there are like the one a row is in. */
static void
set_threads(struct deboil *d, struct box *boxes)
{
	for (size_t i = 0; i < d->rows; i++) {
		const struct box *b = box_of(d, boxes, i);
		uint8_t most = 0;

		for (unsigned k = 0; k < BOXES; k++) {
			if (b->rows == 1 && k == 0)
				b = &boxes[b->outer];
			most = b->posts > most ? b->posts : most;
			b = &boxes[b->outer];
		}
		column(d, C_THREAD)[i] = most;
	}
}

static void
count_rows(const struct deboil *d, struct box *boxes)
{
	for (size_t i = 0; i < d->rows; i++) {
		struct box *b = box_of(d, boxes, i);
		const struct deboil_shape *f = &d->shapes[i];

		b->rows++;
		b->prose += f->prose;
		b->chars += f->chars;
		b->links += f->chars * (unsigned)column(d, C_LINKS)[i];
	}
	sum_up(d, boxes);
}

/* Prose speaks for a box, less so that of a thread; all else against it. */
static void
sum_prose(const struct deboil *d, struct box *boxes)
{
	for (size_t i = 0; i < d->rows; i++) {
		int32_t prose = d->shapes[i].prose;

		if (column(d, C_THREAD)[i] >= THREAD)
			prose /= THREAD;
		box_of(d, boxes, i)->sum += prose > 0
		    && column(d, C_LINKS)[i] < 50 ? prose : HOLE;
	}
	add_up(d, boxes);
}

void
set_boxes(struct deboil *d)
{
	struct box *boxes = open_boxes(d);

	count_rows(d, boxes);
	set_twins(d, boxes);
	count_posts(d, boxes);
	set_threads(d, boxes);
	sum_prose(d, boxes);
	set_way(d, boxes, best_box(d, boxes));
	d->box_prose = boxes[0].prose;
	for (size_t i = 0; i < d->rows; i++) {
		const struct box *b = box_of(d, boxes, i);

		column(d, C_WAY_UP)[i] = b->up;
		column(d, C_WAY_DOWN)[i] = b->down;
		for (unsigned k = 0; k < BOXES; k++) {
			if (b->rows == 1 && k == 0)
				b = &boxes[b->outer];
			set_box(d, i, k, b);
			b = &boxes[b->outer];
		}
	}
	set_headline(d, boxes);
}

/* A row may speak for its box with so much, and so much against it. */
enum { SCORE_LOW = -12, SCORE_HIGH = 24 };

/*
 * Where no paragraph of a page is as good as sure, the best of it is taken for
 * its measure: returns what it lacks.
 */
enum { TOP_PROSE = 12, TOP_SURE = 256, LOWEST = -(1 << 20) };

static int32_t
set_top(struct deboil *d, const int32_t *scores)
{
	int32_t top = LOWEST, any = LOWEST;

	for (size_t i = 0; i < d->rows; i++) {
		any = scores[i] > any ? scores[i] : any;
		if (d->shapes[i].prose >= TOP_PROSE && scores[i] > top)
			top = scores[i];
	}
	top = top == LOWEST ? any : top;
	memset(column(d, C_SCORE_TOP), clip(128 + top / 16), d->rows);
	for (size_t i = 0; i < d->rows; i++)
		column(d, C_SCORE_OFF)[i] = clip(192 + (scores[i] - top) / 8);
	return top < TOP_SURE ? TOP_SURE - top : 0;
}

void
set_box_scores(struct deboil *d, const int32_t *scores)
{
	struct box *boxes = open_boxes(d);
	int32_t lack = set_top(d, scores);

	for (size_t i = 0; i < d->rows; i++) {
		struct box *b = box_of(d, boxes, i);
		int32_t v = (scores[i] + lack) / 64;

		b->rows++;
		b->score += column(d, C_SCORE)[i];
		b->sum += v < SCORE_LOW ? SCORE_LOW : v > SCORE_HIGH
		    ? SCORE_HIGH : v;
	}
	sum_up(d, boxes);
	add_up(d, boxes);
	set_way(d, boxes, best_box(d, boxes));
	for (size_t i = 0; i < d->rows; i++) {
		const struct box *b = box_of(d, boxes, i);

		column(d, C_SCORE_UP)[i] = b->up;
		column(d, C_SCORE_DOWN)[i] = b->down;
		for (unsigned k = 0; k < BOXES; k++) {
			if (b->rows == 1 && k == 0)
				b = &boxes[b->outer];
			column(d, C_BOX_SCORE + k)[i] = clip(b->score
			    / (int)b->rows);
			b = &boxes[b->outer];
		}
	}
}
