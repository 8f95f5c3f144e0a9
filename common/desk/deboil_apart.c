/*
 * What the trees say of single blocks of an HTML page, set right by where the
 * text of the page stands: a sentence nearly kept that goes on where kept ones
 * stand is text too; what stands below the text in boxes of another kind must
 * be the surer the more has been dropped between.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

/*
 * By cross-validation over sites: what a fellow may lack, and how many blocks
 * may stand between; words of a paragraph; percent of it that may be links.
 */
enum { NEAR = 256, GAP = 1, PROSE = 8, LINKS = 30 };

/*
 * Log-odds * 256 for each block dropped since the text, and at most; so many
 * words of the text there must be, each counted by what its score has above
 * UNSURE, so that a long note or list of stories is not taken for it. Cross-
 * validation over sites can't tell 16 to 32 a block from none (words .9554),
 * DAnIEL pages gain most by 24 (words .932 -> .945).
 */
enum { STEP = 24, MOST = 512, TEXT_WORDS = 40, UNSURE = 128 };

static bool
is_paragraph(const struct deboil_block *b)
{
	return b->keep && b->prose >= PROSE;
}

/* In the same box, and made alike. */
static bool
is_beside(const struct deboil *d, const struct deboil_block *a,
    const struct deboil_block *b)
{
	return a->path == b->path && a->tag == b->tag
	    && d->elements[a->element].outer == d->elements[b->element].outer;
}

static bool
is_nearly_kept(const struct deboil *d, const struct deboil_block *b)
{
	return !b->keep && b->score > d->opts.threshold - NEAR
	    && b->links < LINKS && b->hidden == 0
	    && deboil_end_of(b->text) >= END_STOP;
}

static void
keep_fellows(struct deboil *d)
{
	const struct deboil_block *last = NULL;
	size_t gap = 0;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->text.n == 0)
			continue;
		if (last != NULL && gap <= GAP && is_nearly_kept(d, b)
		    && is_beside(d, b, last))
			b->keep = true;
		gap = is_paragraph(b) ? 0 : gap + 1;
		last = is_paragraph(b) ? b : last;
	}
}

/* The path that most of the text is on; returns how much. */
enum { PATHS = 1024 };

static int64_t
main_path(struct deboil *d, uint32_t *path)
{
	int64_t *sum = arena_alloc(&d->arena, PATHS, sizeof *sum), most = 0;

	memset(sum, 0, PATHS * sizeof *sum);
	for (size_t i = 0; i < d->n; i++) {
		const struct deboil_block *b = &d->blocks[i];
		int64_t *s = &sum[(b->path ^ b->path >> 16) % PATHS];

		if (!is_paragraph(b) || b->score <= UNSURE)
			continue;
		*s += (int64_t)b->prose * (b->score - UNSURE);
		if (*s > most) {
			most = *s;
			*path = b->path;
		}
	}
	return most;
}

static void
drop_strays(struct deboil *d)
{
	uint32_t path = 0;
	size_t i, end = 0;
	int32_t bar = 0;

	if (main_path(d, &path) < TEXT_WORDS * UNSURE)
		return;
	for (i = 0; i < d->n; i++)
		if (is_paragraph(&d->blocks[i]) && d->blocks[i].path == path)
			end = i + 1;
	for (i = end; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep)
			bar += b->text.n > 0 && bar < MOST ? STEP : 0;
		else if (b->path != path && b->score - d->opts.threshold < bar)
			b->keep = false;
	}
}

/*
 * "MAYOR'S BROTHER RESIGNS AFTER FLOOD": a line of capitals that is a link,
 * between two paragraphs, leads to another story. Of 14 that the trees keep by
 * cross-validation none is text; of such lines in small letters every third is.
 */
enum { LINKED = 90, CAPITALS = 12 };

static bool
is_shouted(struct str t)
{
	unsigned capitals = 0;

	for (size_t i = 0; i < t.n; i++) {
		if (byte_is_lower(t.p[i]))
			return false;
		capitals += byte_is_upper(t.p[i]);
	}
	return capitals >= CAPITALS;
}

static void
drop_shouted_links(struct deboil *d)
{
	for (size_t i = 1; i + 1 < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep || b->links < LINKED || b->rank > 0
		    || !is_paragraph(b - 1) || !is_paragraph(b + 1)
		    || !is_shouted(b->text))
			continue;
		b->keep = false;
		b->reason = DEBOIL_TEASER;
	}
}

void
deboil_set_apart(struct deboil *d)
{
	keep_fellows(d);
	drop_strays(d);
	drop_shouted_links(d);
}
