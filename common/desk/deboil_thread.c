/*
 * The comments below an article in HTML: many boxes of one kind (elements on
 * the same path) that each hold prose, and a short line with a time or one
 * that all of them have ("Reply"), but no heading. They read like text, so
 * where the text of the page stands above them they are dropped.
 */
#include "desk/deboil_columns.h"

/*
 * So many boxes make a thread; words of a line with a time, of a button; words
 * of text there must be above; the mean score of what is no thread. By
 * cross-validation over sites.
 */
enum { THREAD = 4, SIGN_WORDS = 12, BUTTON_WORDS = 4, TEXT_WORDS = 40,
    SURE = 256,
    HEADING = 3, KIND_COMMENT = 6 };

struct post {
	uint32_t prose, rows;
	bool sign, heading, comment;
};

/* What holds an element comes before it. */
static void
sum_up(const struct deboil *d, struct post *posts)
{
	for (size_t e = d->nelements; e-- > 1;) {
		struct post *p = &posts[d->elements[e].outer];

		p->prose += posts[e].prose;
		p->rows += posts[e].rows;
		p->sign |= posts[e].sign;
		p->heading |= posts[e].heading;
	}
}

static bool
is_sign(const struct deboil_shape *f)
{
	return f->prose == 0 && ((f->words <= SIGN_WORDS && f->clock)
	    || (f->words <= BUTTON_WORDS && f->kind[KIND_COMMENT] > 0));
}

static bool
is_post(const struct post *p)
{
	return p->rows > 1 && p->prose > 0 && p->sign && !p->heading;
}

/* An element in a post is of it. */
static void
find_posts(struct deboil *d, struct post *posts)
{
	struct tally t = tally_open(d, d->nelements);

	for (size_t e = 1; e < d->nelements; e++)
		if (is_post(&posts[e]))
			tally_add(&t, deboil_subject(d->elements[e].path));
	for (size_t e = 1; e < d->nelements; e++)
		posts[e].comment = posts[d->elements[e].outer].comment
		    || (is_post(&posts[e]) && *tally_at(&t,
		    deboil_subject(d->elements[e].path)) >= THREAD);
}

static struct post *
open_posts(struct deboil *d)
{
	struct post *posts = arena_alloc(&d->arena, d->nelements,
	    sizeof *posts);

	memset(posts, 0, d->nelements * sizeof *posts);
	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];
		struct post *p = &posts[b->element];

		p->rows++;
		p->prose += b->prose;
		p->sign |= is_sign(&d->shapes[i]);
		p->heading |= b->tag == HEADING;
	}
	sum_up(d, posts);
	find_posts(d, posts);
	return posts;
}

/*
 * A live blog is made like a thread, but the trees are as good as sure of it:
 * of 25 threads on labelled pages one is as sure, and so is an archive of mail,
 * which is text.
 */
static bool
is_text(const struct deboil *d, const struct post *posts)
{
	int64_t sum = 0, prose = 0;

	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (!posts[b->element].comment)
			continue;
		sum += (int64_t)b->score * b->prose;
		prose += b->prose;
	}
	return sum > SURE * prose;
}

void
deboil_drop_threads(struct deboil *d)
{
	const struct post *posts = open_posts(d);
	unsigned text = 0;

	if (is_text(d, posts))
		return;
	for (size_t i = 0; i < d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (!posts[b->element].comment) {
			text += b->keep ? b->prose : 0;
		} else if (text >= TEXT_WORDS) {
			b->keep = false;
			b->reason = DEBOIL_COMMENT;
		}
	}
}
