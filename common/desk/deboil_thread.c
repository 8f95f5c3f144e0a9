/*
 * What stands below an article in HTML and reads like text, so that it is
 * dropped where the text of the page stands above it. Comments: many boxes of
 * one kind (elements on the same path) that each hold prose, and a short line
 * with a time or one that all of them have ("Reply"), but no heading. Other
 * stories: boxes of one kind that hold a line that is a link, and not kept or a
 * heading, and a few sentences, if the trees are not sure of them.
 */
#include "desk/deboil_columns.h"

/*
 * So many boxes make a thread; words of a line with a time, of a button; words
 * of text there must be above; the mean score of what is no thread. By
 * cross-validation over sites.
 */
enum { THREAD = 4, SIGN_WORDS = 12, BUTTON_WORDS = 4, TEXT_WORDS = 40,
    SURE = 256, HEADING = 3, KIND_COMMENT = 6 };

/*
 * So many boxes are other stories; rows of one, words of prose of a row at
 * most; percent of a line that is a link, and its words at least. By hand:
 * cross-validation over sites can't tell them apart (nor from none), DAnIEL
 * pages gain .002.
 */
enum { STORIES = 3, STORY_ROWS = 6, STORY_PROSE = 50, LINK = 50,
    LINK_WORDS = 3 };

struct post {
	uint32_t prose, rows;
	bool sign, heading, comment;
	bool link, lengthy, story;	/* lengthy: has a long paragraph */
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
		p->link |= posts[e].link;
		p->lengthy |= posts[e].lengthy;
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

static bool
is_story(const struct post *p)
{
	return p->rows <= STORY_ROWS && p->prose > 0 && p->link && !p->lengthy;
}

static void
find_stories(struct deboil *d, struct post *posts)
{
	struct tally t = tally_open(d, d->nelements);

	for (size_t e = 1; e < d->nelements; e++)
		if (is_story(&posts[e]))
			tally_add(&t, deboil_subject(d->elements[e].path));
	for (size_t e = 1; e < d->nelements; e++)
		posts[e].story = posts[d->elements[e].outer].story
		    || (is_story(&posts[e]) && *tally_at(&t,
		    deboil_subject(d->elements[e].path)) >= STORIES);
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
		p->link |= b->links >= LINK && d->shapes[i].words >= LINK_WORDS
		    && (!b->keep || b->tag == HEADING);
		p->lengthy |= b->prose > STORY_PROSE;
	}
	sum_up(d, posts);
	find_posts(d, posts);
	find_stories(d, posts);
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

/* The row of the first one kept below the text; d->rows: none, or text. */
static size_t
first_story(const struct deboil *d, const struct post *posts)
{
	int64_t sum = 0, prose = 0;
	size_t first = d->rows;
	unsigned text = 0;

	for (size_t i = 0; i < d->rows; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (!posts[b->element].story) {
			text += b->keep ? b->prose : 0;
		} else if (b->keep && text >= TEXT_WORDS) {
			first = first < i ? first : i;
			sum += (int64_t)b->score * b->prose;
			prose += b->prose;
		}
	}
	return sum > SURE * prose ? d->rows : first;
}

static void
drop_stories(struct deboil *d, const struct post *posts)
{
	for (size_t i = first_story(d, posts); i < d->rows; i++) {
		struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (posts[b->element].story && b->keep) {
			b->keep = false;
			b->reason = DEBOIL_TEASER;
		}
	}
}

void
deboil_drop_threads(struct deboil *d)
{
	const struct post *posts = open_posts(d);
	unsigned text = 0;

	drop_stories(d, posts);
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
