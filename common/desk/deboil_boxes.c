/*
 * The columns of the boxes a row stands in: the elements of the page around
 * it, those left out that hold no more rows than what is in them. How much
 * text and how many links a box holds, and how far the row is from the box
 * that holds most of the text, as in readability and its kin, but as evidence
 * beside others.
 */
#include "desk/deboil_columns.h"

enum { BOXES = 3, HOLE = -6 };

/* Sums over the rows of an element, what is in it included. */
struct box {
	uint32_t outer;		/* the next element around it of more rows */
	uint32_t rows, prose, chars, links;
	int32_t sum;		/* of what speaks for text, and against */
	int32_t score;		/* of the first pass */
	uint8_t up, down;	/* to the box that counts, see set_way() */
	uint8_t twins;		/* elements on the same path that hold rows */
};

static struct box *
box_of(const struct deboil *d, struct box *boxes, size_t row)
{
	return &boxes[d->blocks[d->shapes[row].block].element];
}

/* What holds an element comes before it. */
static void
sum_up(const struct deboil *d, struct box *boxes)
{
	for (size_t e = d->nelements; e-- > 1;) {
		struct box *b = &boxes[e], *p = &boxes[d->elements[e].outer];

		p->rows += b->rows;
		p->prose += b->prose;
		p->chars += b->chars;
		p->links += b->links;
		p->sum += b->sum;
		p->score += b->score;
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

void
set_boxes(struct deboil *d)
{
	struct box *boxes = open_boxes(d);

	for (size_t i = 0; i < d->rows; i++) {
		struct box *b = box_of(d, boxes, i);
		const struct deboil_shape *f = &d->shapes[i];

		b->rows++;
		b->prose += f->prose;
		b->chars += f->chars;
		b->links += f->chars * (unsigned)column(d, C_LINKS)[i];
		b->sum += f->prose > 0 && column(d, C_LINKS)[i] < 50
		    ? f->prose : HOLE;
	}
	sum_up(d, boxes);
	set_way(d, boxes, best_box(d, boxes));
	set_twins(d, boxes);
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
}

/* A row may speak for its box with so much, and so much against it. */
enum { SCORE_LOW = -12, SCORE_HIGH = 24 };

void
set_box_scores(struct deboil *d, const int32_t *scores)
{
	struct box *boxes = open_boxes(d);

	for (size_t i = 0; i < d->rows; i++) {
		struct box *b = box_of(d, boxes, i);
		int32_t v = scores[i] / 64;

		b->rows++;
		b->score += column(d, C_SCORE)[i];
		b->sum += v < SCORE_LOW ? SCORE_LOW : v > SCORE_HIGH
		    ? SCORE_HIGH : v;
	}
	sum_up(d, boxes);
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
