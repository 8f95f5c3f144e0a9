/*
 * Quotation marks, paragraph by paragraph: an opening mark that is not closed
 * ends with its paragraph, and where the next paragraph opens again the two
 * are one quotation.
 */
#include "desk/quotes_parts.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

enum { SAID = 60 };	/* bytes of ", Ana Lopez said." */

enum mark { NO_MARK, OPENS, CLOSES, EITHER };

struct pair {
	uint32_t open, close;
};

static const struct pair pairs[] = {
	{ 0x201c, 0x201d }, { '"', '"' }, { 0xab, 0xbb }, { 0x201e, 0x201c },
	{ 0x300c, 0x300d }, { 0x300e, 0x300f }, { 0x201f, 0x201d },
};

/* At or after i: most bytes are no mark, and to ask took 1/20 of the time. */
static size_t
may_be_mark(struct str t, size_t i)
{
	return i + utf8_unmarked(str_cut(t, i, t.n));
}

/* At i: a mark of double quotation? *c its kind, *n its length. */
static bool
mark_at(struct str t, size_t i, uint32_t *c, size_t *n)
{
	size_t at = i;

	if (t.p[i] == '\'' || t.p[i] == '`') {
		if (i + 1 >= t.n || t.p[i + 1] != t.p[i])
			return false;
		*c = '"';
		*n = 2;
		return true;
	}
	if (t.p[i] != '"' && (unsigned char)t.p[i] < 0xc2)
		return false;
	*c = utf8_next(t, &at);
	*n = at - i;
	return *c == '"' || *c == 0xab || *c == 0xbb
	    || (*c >= 0x201c && *c <= 0x201f)
	    || (*c >= 0x300c && *c <= 0x300f);
}

static bool
space_before(struct str t, size_t i, size_t low)
{
	uint32_t c;

	if (i <= low)
		return true;
	c = utf8_prev(t, &i);
	return chars_is(c, CHAR_SPACE | CHAR_OPEN) || c == 0x2014
	    || c == 0x2013 || c == '-' || c == '\'' || c == 0x2018;
}

static bool
closes(uint32_t open, uint32_t c)
{
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
		if (pairs[k].open == open && pairs[k].close == c)
			return true;
	/* Mixed or wrong-way marks still close. */
	return (open == 0x201c && (c == '"' || c == 0x201c))
	    || (open == '"' && (c == 0x201d || c == 0x201c))
	    || (open == 0xbb && c == 0xab)
	    || (open == 0x201e && (c == 0x201d || c == '"'))
	    || (open == 0x201d && c == 0x201d);
}

static bool
opens(struct str t, size_t i, size_t n, uint32_t c, size_t low)
{
	if (c == 0x201c || c == 0x201e || c == 0x201f || c == 0xab
	    || c == 0x300c || c == 0x300e)
		return true;
	if (c != '"' && c != 0x201d && c != 0xbb)
		return false;
	return (space_before(t, i, low) || (i >= 1 && t.p[i - 1] == ','))
	    && i + n < t.n && !chars_is(utf8_at(t, i + n), CHAR_SPACE);
}

/* “... here,“ said X: a mark that opens where one closes. */
static bool
is_wrong_way(struct str t, size_t i, size_t n, uint32_t c)
{
	return c == 0x201c && i > 0 && !byte_is_space(t.p[i - 1])
	    && (i + n >= t.n || byte_is_space(t.p[i + n]));
}

/* '5"' and "6'2\"" are inches. */
static bool
is_inch(struct str t, size_t i)
{
	return i > 0 && byte_is_digit(t.p[i - 1]) && t.p[i] == '"';
}

/* We will vote," X said: the paragraph's first mark closes. */
static bool
is_lone_close(struct str t, size_t i, size_t n, uint32_t c, size_t first)
{
	char before = i > first ? t.p[i - 1] : ' ';

	return (c == 0x201d || c == '"') && (before == ',' || before == '?'
	    || before == '!') && (i + n >= t.n || byte_is_space(t.p[i + n]));
}

static struct stretch *
add(struct quotes *q, size_t open, size_t n, size_t close, size_t cn)
{
	struct stretch *s;

	q->stretches = xgrow(q->stretches, &q->stretch_cap, q->nstretches + 1,
	    sizeof *q->stretches);
	s = &q->stretches[q->nstretches++];
	*s = (struct stretch){ .outer_open = open, .open = open + n,
	    .close = close, .outer_close = close + cn, .closed = cn > 0,
	    .cue = -1 };
	return s;
}

/* ---- single marks ---- */

/* ' or a curly one at i: its length, else 0. */
static size_t
single_at(struct str t, size_t i)
{
	if (t.p[i] == '\'')
		return 1;
	if (i + 3 > t.n || memcmp(t.p + i, "\xe2\x80", 2) != 0)
		return 0;
	return t.p[i + 2] == '\x98' || t.p[i + 2] == '\x99' ? 3 : 0;
}

static bool
opens_single(struct str t, size_t i, size_t n, size_t low)
{
	if (n == 3 && t.p[i + 2] == '\x99')
		return false;
	return space_before(t, i, low) && i + n < t.n
	    && chars_is(utf8_at(t, i + n), CHAR_LETTER);
}

/* 2: it surely closes, a stop or comma stands before; 1: it may; 0: not. */
static int
closes_single(struct str t, size_t i, size_t n)
{
	char before = t.p[i - 1];

	if (byte_is_space(before) || (i + n < t.n && chars_is(utf8_at(t, i + n),
	    CHAR_WORD)))
		return 0;
	return before == ',' || before == '.' || before == '?'
	    || before == '!' ? 2 : 1;
}

/*
 * From an opening single mark: where it closes. "voters' choice" does not,
 * as long as a surer mark comes before the next opening one.
 */
static size_t
end_of_single(struct str t, size_t from, size_t *n)
{
	size_t maybe = 0, maybe_n = 0, k;

	for (size_t i = from; (i = may_be_mark(t, i)) < t.n;
	    i += k > 0 ? k : 1) {
		int sure;

		k = single_at(t, i);
		if (k == 0)
			continue;
		if (opens_single(t, i, k, from))
			break;
		sure = closes_single(t, i, k);
		if (sure == 1 && maybe == 0) {
			maybe = i;
			maybe_n = k;
		}
		*n = k;
		if (sure == 2)
			return i;
	}
	*n = maybe_n;
	return maybe;
}

static bool
scan_single(struct quotes *q, size_t from, size_t end, size_t paragraph)
{
	struct str t = str_cut(q->text, 0, end);
	size_t n, close, close_n, before = q->nstretches;

	for (size_t i = from; (i = may_be_mark(t, i)) < end; i += n > 0 ? n : 1) {
		n = single_at(t, i);
		if (n == 0 || !opens_single(t, i, n, from))
			continue;
		close = end_of_single(t, i + n, &close_n);
		if (close <= i + n)
			continue;
		add(q, i, n, close, close_n)->paragraph = paragraph;
		n = close + close_n - i;
	}
	return q->nstretches > before;
}

/* "We will vote, Ana Lopez said. -- never closed: up to the comma. */
static size_t
said_behind(const struct quotes *q, size_t from, size_t end)
{
	struct str t = q->text;
	struct token w;
	size_t comma = end, i;

	for (i = end; i > from && end - i < SAID && comma == end; i--)
		if (t.p[i - 1] == ',')
			comma = i;
	if (comma == end)
		return end;
	t = str_cut(t, 0, end);
	for (i = comma; tokens_next(t, &i, &w);)
		if (words_find_lower(q->verbs, str_cut(t, w.start, w.end)) > 0)
			return comma;
	return end;
}

/* A paragraph, and the quotation in it that is not closed yet. */
struct scan {
	struct str text;	/* up to its end */
	size_t from, first;	/* its first byte; the first that is no space */
	size_t paragraph;
	size_t mark;		/* what may be the next, here or behind */
	size_t open, n;		/* the opening mark */
	uint32_t kind;		/* of that mark, 0: none is open */
	bool any;		/* a mark was seen */
	bool single;		/* something that may be a single one was */
	bool left_open;		/* the paragraph before, until one closes */
	bool reopens;		/* the mark goes on from there */
	bool nested;		/* one more opened inside of it */
};

/* The last one at who says it inside of it, as often as somebody does. */
static void
part_at_asides(struct quotes *q)
{
	struct stretch *s = &q->stretches[q->nstretches - 1], *rest;
	struct span aside;

	while (quotes_aside(q, (struct span){ s->open, s->close }, &aside)) {
		size_t close = s->close, n = s->outer_close - close;

		s->close = s->outer_close = aside.start;
		s->closed = false;
		if (aside.end >= close)
			return;
		rest = add(q, aside.end, 0, close, n);
		rest->paragraph = rest[-1].paragraph;
		rest->continues = true;
		s = rest;
	}
}

static void
add_open(struct quotes *q, const struct scan *x, size_t close, size_t n)
{
	struct stretch *s = add(q, x->open, x->n, close, n);

	s->paragraph = x->paragraph;
	s->continues = x->reopens;
	if (quotes_prints_asides(q))
		part_at_asides(q);
}

static void
open_at(struct scan *x, size_t i, uint32_t c, size_t n)
{
	if (is_inch(x->text, i) || !opens(x->text, i, n, c, x->from))
		return;
	x->kind = c;
	x->open = i;
	x->n = n;
	x->reopens = i == x->first && x->left_open;
	x->nested = false;
}

/* “... calls “hell” than ...”: does the next mark close too? */
static bool
closes_again(struct str t, size_t i, uint32_t kind)
{
	uint32_t c;
	size_t n;

	while ((i = may_be_mark(t, i)) < t.n && !mark_at(t, i, &c, &n))
		i++;
	return i < t.n && c != kind && closes(kind, c);
}

static void
close_at(struct quotes *q, struct scan *x, size_t i, uint32_t c, size_t n)
{
	struct str t = x->text;

	if (c == x->kind && c != '"' && c != 0x201d
	    && !is_wrong_way(t, i, n, c)) {
		x->nested = true;	/* or doubled */
		return;
	}
	if (x->nested && closes_again(t, i + n, x->kind)) {
		x->nested = false;
		return;
	}
	if (!closes(x->kind, c) || (c == '"' && is_inch(t, i)
	    && i + 1 < t.n && t.p[i + 1] != ' '))
		return;
	add_open(q, x, i, n);
	x->kind = 0;
	x->left_open = false;
}

static void
scan_marks(struct quotes *q, struct scan *x)
{
	size_t i, n;
	uint32_t c;

	for (; (i = x->mark) < x->text.n; x->mark = may_be_mark(q->text, i + n)) {
		if (!mark_at(x->text, i, &c, &n)) {
			/* In "don't" it is none. */
			x->single |= i == x->from
			    || !byte_is_letter(x->text.p[i - 1]);
			n = 1;
		} else if (x->kind != 0) {
			close_at(q, x, i, c, n);
		} else if (!x->any && is_lone_close(x->text, i, n, c,
		    x->first)) {
			add(q, x->first, 0, i, n)->paragraph = x->paragraph;
			x->left_open = false;
			x->any = true;
		} else {
			open_at(x, i, c, n);
			x->any = true;
		}
	}
}

/*
 * A paragraph in which may be a mark. Left open: its last quotation, when that
 * of the one before was or not.
 */
static void
scan_paragraph(struct quotes *q, struct scan *x, struct span at,
    size_t paragraph)
{
	size_t end;

	*x = (struct scan){ .text = str_cut(q->text, 0, at.end),
	    .from = at.start, .first = at.start, .paragraph = paragraph,
	    .left_open = x->left_open, .mark = x->mark };
	if (q->opts.single && scan_single(q, at.start, at.end, paragraph)) {
		x->left_open = false;
		return;
	}
	while (x->first < at.end && byte_is_space(x->text.p[x->first]))
		x->first++;
	scan_marks(q, x);
	if (x->kind != 0) {
		end = said_behind(q, x->open + x->n, at.end);
		while (end > x->open + x->n && byte_is_space(x->text.p[end - 1]))
			end--;
		add_open(q, x, end, 0);
	}
	if (!x->any && x->single)
		scan_single(q, at.start, at.end, paragraph);
	x->left_open = x->kind != 0;
}

void
quotes_marks(struct quotes *q)
{
	struct scan x = { .mark = may_be_mark(q->text, 0) };
	size_t from = 0;

	q->nstretches = 0;
	for (size_t i = 0; i < q->nsentences; i++) {
		bool last = i + 1 == q->nsentences;

		if (!last && q->paragraph_of[i + 1] == q->paragraph_of[i])
			continue;
		if (x.mark < from)
			x.mark = may_be_mark(q->text, from);
		if (x.mark < q->sentence[i].end)
			scan_paragraph(q, &x, (struct span){ from,
			    q->sentence[i].end }, q->paragraph_of[i]);
		else
			x.left_open = false;
		from = last ? from : q->sentence[i + 1].start;
	}
}
