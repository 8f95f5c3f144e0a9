/*
 * What the user wants kept or dropped whatever the judgement says: kinds
 * (captions, comments, tables) and rules.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"

enum {
	THREAD_WORDS = 3,	/* a line of comment has as many, "Reply" has not */
	CELL = 200,		/* bytes of a table's cell at most */
	CELL_LINKS = 50,	/* per cent of a cell that may be link */
	TABLE = 2		/* block.zone >> 4 in a table */
};

static size_t
count_words(struct str s)
{
	size_t n = s.n > 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n;
}

static void
keep_as(struct deboil_block *b, enum deboil_reason why)
{
	if (b->keep)
		return;
	b->keep = true;
	b->reason = why;
}

static void
keep_captions(struct deboil *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (!d->blocks[i].keep
		    && deboil_reason_of(&d->blocks[i]) == DEBOIL_CAPTION)
			keep_as(&d->blocks[i], DEBOIL_CAPTION);
}

/* Columns parted by tabs, bars or wide gaps. */
static bool
is_row(struct str s)
{
	size_t marks = 0;

	for (size_t i = 0; i < s.n; i++)
		marks += s.p[i] == '\t' || s.p[i] == '|' || (s.p[i] == ' '
		    && i + 2 < s.n && s.p[i + 1] == ' ' && s.p[i + 2] == ' ');
	return marks >= 2;
}

/* Pages that are laid out with tables have them around the text too. */
static void
keep_tables(struct deboil *d)
{
	size_t first = d->n, last = 0;

	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].keep) {
			first = first < i ? first : i;
			last = i;
		}
	for (size_t i = first; i < d->n && i <= last; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (b->text.n > 0 && b->text.n <= CELL
		    && b->links <= CELL_LINKS && (d->html
		    ? b->zone >> 4 == TABLE : is_row(b->text)))
			keep_as(b, DEBOIL_TABLE);
	}
}

/* Is it in an element whose class or id speaks of comments? */
static bool
is_in_comments(const struct deboil *d, const struct deboil_block *b)
{
	/* The low bits of a key are its distance (desk/deboil_nest.h). */
	const uint32_t one = deboil_word_hash(STR("comment")) & ~3u;
	const uint32_t more = deboil_word_hash(STR("comments")) & ~3u;

	for (uint32_t k = 0; k < b->tags; k++) {
		uint32_t key = d->tags[b->first_tag + k] & ~3u;

		if (key == one || key == more)
			return true;
	}
	return false;
}

static bool
speaks_of_comments(const struct deboil *d, size_t i)
{
	const struct deboil_block *b = &d->blocks[i];

	return b->text.n > 0 && (deboil_reason_of(b) == DEBOIL_COMMENT
	    || is_in_comments(d, b));
}

/*
 * The thread after the text: from the first line that speaks of comments
 * ("3 comments", "Reply") or is marked so to the last, without buttons and
 * notices.
 */
static void
keep_comments(struct deboil *d)
{
	size_t first = 0, end = d->n;

	while (first < d->n && !d->blocks[first].keep)
		first++;
	while (first < d->n && (d->blocks[first].keep
	    || !speaks_of_comments(d, first)))
		first++;
	while (end > first && !speaks_of_comments(d, end - 1))
		end--;
	for (size_t i = first; i < end; i++) {
		struct deboil_block *b = &d->blocks[i];
		enum deboil_reason why = deboil_reason_of(b);

		if (count_words(b->text) >= THREAD_WORDS
		    && why != DEBOIL_SHARE && why != DEBOIL_LEGAL
		    && why != DEBOIL_AD && why != DEBOIL_ACCOUNT)
			keep_as(b, DEBOIL_COMMENT);
	}
}

/* ---- rules ---- */

static void
apply(struct deboil *d, const struct deboil_rule *rule)
{
	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];
		enum regex_result found;

		if (b->text.n == 0 || b->keep == rule->keep)
			continue;
		found = regex_find(rule->regex, b->text);
		if (found == REGEX_GAVE_UP) {
			d->gave_up = rule;
			return;
		}
		if (found == REGEX_YES) {
			b->keep = rule->keep;
			b->reason = DEBOIL_RULE;
		}
	}
}

void
deboil_choose(struct deboil *d)
{
	if (d->opts.captions)
		keep_captions(d);
	if (d->opts.tables)
		keep_tables(d);
	if (d->opts.comments)
		keep_comments(d);
	for (size_t i = 0; i < d->opts.nrules && d->gave_up == NULL; i++)
		apply(d, &d->opts.rules[i]);
}
