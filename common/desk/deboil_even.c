/*
 * What the trees say of single rows, evened out where rows belong together:
 * lists in plain text, tables in HTML.
 */
#include "desk/deboil_columns.h"

#include "text/chars.h"

/*
 * In plain text the rows between two of prose (a list, a table, a menu) are
 * judged half for themselves, half as a whole; not so at the head of a page
 * what speaks of the article, as its headline does among menus. PROSE and LIST
 * move the bars to where figures are best. By cross-validation over sites: page
 * mean of lines .876 -> .879; DAnIEL pages: lines .774 -> .799.
 */
enum { EVEN_PROSE = 128, EVEN_LIST = 96, EVEN_ABOUT = 20,
    EVEN_WORDS = 3 };

static void
even_list(const struct deboil *d, int32_t *scores, size_t from, size_t to)
{
	const uint8_t *common = column(d, C_MAIN_COMMON);
	int64_t sum = 0;

	for (size_t i = from; i < to; i++)
		sum += scores[i];
	sum /= (int64_t)(to - from);
	for (size_t i = from; i < to; i++)
		if (from > 0 || common[i] < EVEN_ABOUT)
			scores[i] = (scores[i] + (int32_t)sum) / 2 + EVEN_LIST;
}

/*
 * "Share your experiences with us": a short paragraph that speaks to the
 * reader, not in quotation marks, and not of what the article speaks of. Of
 * such blocks of labelled pages one in ten is content.
 */
enum { KIND_YOU = 10, APPEAL_WORDS = 40, APPEAL_COMMON = 30, APPEAL = 128 };

static int32_t
appeal_of(const struct deboil *d, size_t i)
{
	const struct deboil_shape *f = &d->shapes[i];

	if (f->kind[KIND_YOU] == 0 || f->words > APPEAL_WORDS
	    || f->mark[MARK_QUOTE] > 0
	    || column(d, C_MAIN_COMMON)[i] >= APPEAL_COMMON)
		return 0;
	return f->kind[KIND_YOU] > 1 || column(d, C_FURNITURE)[i] > 0
	    ? 2 * APPEAL : APPEAL;
}

/* A short sentence of its own is no part of a list. */
static bool
in_list(const struct deboil_shape *f)
{
	return (f->prose == 0)
	    & ((f->ends < END_STOP) | (f->words < EVEN_WORDS));
}

/*
 * In HTML the cells of a table that stand together are judged as a whole, where
 * all are short and few are links; otherwise half so. (What pages are laid out
 * with holds paragraphs, which part it.)
 */
enum { TABLE_ZONE = 2, CELL_BYTES = 60, CELL_LINKS = 30 };

static bool
is_cell(const struct deboil *d, size_t row)
{
	return d->shapes[row].prose == 0
	    && d->blocks[d->shapes[row].block].zone >> 4 == TABLE_ZONE;
}

static bool
is_data(const struct deboil *d, size_t from, size_t end)
{
	size_t links = 0;

	for (size_t i = from; i < end; i++) {
		const struct deboil_block *b = &d->blocks[d->shapes[i].block];

		if (b->text.n > CELL_BYTES || b->rank > 0)
			return false;
		links += b->links;
	}
	return links <= CELL_LINKS * (end - from);
}

/* The number that is all of a row; 0: it is none of two digits. */
static unsigned
number_of(const struct deboil *d, size_t row)
{
	struct str t = d->blocks[d->shapes[row].block].text;
	unsigned n = 0;

	for (size_t i = 0; i < t.n; i++) {
		if (!byte_is_digit(t.p[i]) || t.n > 2)
			return 0;
		n = n * 10 + (unsigned)(t.p[i] - '0');
	}
	return n;
}

/* Two weeks of days, one after the other, are a calendar. */
enum { CALENDAR_DAYS = 14, CALENDAR = -512 };

static bool
is_calendar(const struct deboil *d, size_t from, size_t end)
{
	unsigned days = 0, last = 0;

	for (size_t i = from; i < end && days < CALENDAR_DAYS; i++) {
		unsigned n = number_of(d, i);

		days = n > 0 && n == last + 1 ? days + 1 : 0;
		last = n;
	}
	return days == CALENDAR_DAYS;
}

static void
even_cells(const struct deboil *d, int32_t *scores, size_t from, size_t end)
{
	bool whole = is_data(d, from, end);
	int64_t mean = 0;

	if (is_calendar(d, from, end)) {
		for (size_t i = from; i < end; i++)
			scores[i] = CALENDAR;
		return;
	}
	for (size_t i = from; i < end; i++)
		mean += scores[i];
	mean /= (int64_t)(end - from);
	for (size_t i = from; i < end; i++)
		scores[i] = (int32_t)(whole ? mean : (scores[i] + mean) / 2);
}

static void
even_tables(const struct deboil *d, int32_t *scores)
{
	for (size_t i = 0, end; i < d->rows; i = end + 1) {
		for (end = i; end < d->rows && is_cell(d, end); end++)
			;
		if (end > i)
			even_cells(d, scores, i, end);
	}
}

void
deboil_even(const struct deboil *d, int32_t *scores)
{
	if (d->html) {
		even_tables(d, scores);
		return;
	}
	for (size_t i = 0; i < d->rows; i++)
		scores[i] -= appeal_of(d, i);
	for (size_t i = 0, end; i < d->rows; i = end + 1) {
		for (end = i; end < d->rows && in_list(&d->shapes[end]); end++)
			;
		if (end > i)
			even_list(d, scores, i, end);
		if (end < d->rows && d->shapes[end].prose > 0)
			scores[end] += EVEN_PROSE;
	}
}
