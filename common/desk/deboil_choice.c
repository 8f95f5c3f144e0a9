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
	TABLE = 2,		/* block.zone >> 4 in a table */
	HEADING = 3,		/* block.tag of h1 to h6 */
	COMMENT = 12,		/* blocks of one comment, with its buttons */
	SIGNED = 8		/* words of a line with a name and a time */
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
		if (!d->blocks[i].keep && (d->blocks[i].reason == DEBOIL_CAPTION
		    || deboil_reason_of(&d->blocks[i]) == DEBOIL_CAPTION))
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

static bool
speaks_of_comments(const struct deboil *d, size_t i)
{
	const struct deboil_block *b = &d->blocks[i];

	return b->text.n > 0 && (b->reason == DEBOIL_COMMENT
	    || deboil_reason_of(b) == DEBOIL_COMMENT || deboil_in_comments(d, b));
}

static bool
is_button(enum deboil_reason why)
{
	return why == DEBOIL_SHARE || why == DEBOIL_LEGAL || why == DEBOIL_AD
	    || why == DEBOIL_ACCOUNT;
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (byte_is_digit(s.p[i]))
			return true;
	return false;
}

/* Does b stand where blocks of the thread do, by its elements? */
static bool
is_beside(const struct deboil *d, size_t first, size_t end,
    const struct deboil_block *b)
{
	size_t from = end - first > COMMENT ? end - COMMENT : first;

	for (size_t i = from; i < end; i++)
		if (d->blocks[i].path == b->path && d->blocks[i].prose > 0)
			return true;
	return false;
}

/*
 * The last comment may have no button below it: what comes after the last one
 * is of the thread if it stands in elements like those before, and in plain
 * text if a line with a time is above it.
 */
static size_t
thread_end(const struct deboil *d, size_t first, size_t end)
{
	size_t found = end;
	bool signs = false;

	for (size_t i = end; i < d->n && i < end + COMMENT; i++) {
		const struct deboil_block *b = &d->blocks[i];

		if (b->text.n == 0)
			continue;
		if (b->keep || b->tag == HEADING
		    || is_button(deboil_reason_of(b)))
			break;
		if (count_words(b->text) <= SIGNED)
			signs |= has_digit(b->text);
		else if (b->prose > 0 && (d->html
		    ? is_beside(d, first, end, b) : signs))
			found = i + 1;
		else
			break;
	}
	return found;
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
	if (end > first)
		end = thread_end(d, first, end);
	for (size_t i = first; i < end; i++) {
		struct deboil_block *b = &d->blocks[i];
		enum deboil_reason why = deboil_reason_of(b);

		if (count_words(b->text) >= THREAD_WORDS
		    && !is_button(why))
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
