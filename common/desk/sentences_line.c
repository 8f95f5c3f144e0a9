#include "desk/sentences_line.h"

#include "text/chars.h"
#include "text/scan.h"

/*
 * Lines wider than WIDEST are not hard-wrapped: mail, Gutenberg and terminals
 * stay below 100. Nor are columns narrower than NARROWEST. In a line of more
 * than LONGEST bytes the code points are not counted. BLANKS bounds the white
 * space looked through for an empty line.
 */
enum { WIDEST = 120, NARROWEST = 20, LONGEST = 4 * WIDEST, BLANKS = 256 };

static struct str
at_most(struct str t, size_t i, size_t n)
{
	return str_cut(t, i, t.n - i > n ? i + n : t.n);
}

size_t
sentences_line_so_far(const struct sentences *s, size_t i)
{
	struct str line = str_cut(s->text, s->line, i);
	size_t n = line.n > LONGEST ? WIDEST + 1
	    : scan_line(line, WIDEST).points;

	return (n > WIDEST ? WIDEST + 1 : n)
	    + (s->line == 0 ? s->lead.points : 0);
}

/*
 * What a line says of the width: nothing if it is one long word, which no
 * folding can break.
 */
static size_t
width_of(const struct scan_run *r)
{
	if (r->n > LONGEST)
		return WIDEST + 1;
	if (!r->blank)
		return r->points > NARROWEST ? 0 : r->points;
	return r->points > WIDEST ? WIDEST + 1 : r->points;
}

static bool
is_empty(struct str line)
{
	return line.n == 0 || (byte_is_space(line.p[0])
	    && chars_trim_ascii(line).n == 0);
}

/*
 * The line at at, which is ahead lines after the current one. Each is looked
 * at from several before it: once measured, it is kept.
 */
static const struct sentences_line *
measure(struct sentences *s, size_t at, unsigned ahead)
{
	struct sentences_line *l =
	    &s->measured[(s->lines + ahead) % (SENTENCES_LINES + 1)];
	struct scan_run r;

	if (l->known && l->at == at)
		return l;
	r = scan_line(at_most(s->text, at, LONGEST + 1), WIDEST);
	*l = (struct sentences_line){ at, r.n, (unsigned)r.points,
	    (unsigned)width_of(&r), true, is_empty((struct str){
	    s->text.p + at, r.n }) };
	if (at + r.n >= s->text.n && l->width <= WIDEST && !s->last)
		l->known = false;	/* not all of it is there */
	return l;
}

/* The line that ends at nl. */
static struct sentences_line
own_line(struct sentences *s, size_t nl)
{
	struct scan_run r;

	if (s->line > 0 || s->lead.bytes == 0)
		return *measure(s, s->line, 0);
	r = scan_line(at_most(str_cut(s->text, 0, nl), 0, LONGEST + 1),
	    WIDEST);
	r.n += s->lead.bytes;
	r.points += s->lead.points;
	r.blank |= s->lead.blank;
	return (struct sentences_line){ 0, nl, (unsigned)r.points,
	    (unsigned)width_of(&r), true, false };
}

/*
 * Would need code points have fitted? The width is that of the widest line
 * around, which only grows the further one looks.
 */
static enum line_end
judge_fit(struct sentences *s, size_t nl, size_t width, size_t need)
{
	size_t at = nl + 1;

	for (int i = 0; i < SENTENCES_LINES; i++)
		width = s->before[i] > width ? s->before[i] : width;
	for (unsigned i = 1; i <= SENTENCES_LINES && need > width
	    && width <= WIDEST; i++) {
		const struct sentences_line *l = measure(s, at, i);

		if (!l->known)
			return LINE_UNKNOWN;
		if (l->empty)
			break;
		width = l->width > width ? l->width : width;
		at += l->n + 1;
		if (at >= s->text.n && s->last)
			break;
	}
	return need <= width || width > WIDEST || width < NARROWEST
	    ? LINE_BREAKS : LINE_JOINS;
}

/* Where the white space after the line end at nl ends, within reach. */
static size_t
skip_blanks(struct str t, size_t nl)
{
	size_t next = nl + 1;

	while (next < t.n && next < nl + BLANKS && t.p[next] != '\n'
	    && byte_is_space(t.p[next]))
		next++;
	return next;
}

enum line_end
sentences_line_end(struct sentences *s, size_t nl)
{
	struct str t = s->text;
	struct sentences_line own;
	struct scan_run word;
	size_t next;

	if (s->opts.newline == SENTENCES_BREAK)
		return LINE_BREAKS;
	if (nl + 1 < t.n && t.p[nl + 1] == '\n')
		return LINE_BREAKS;
	own = own_line(s, nl);
	if (s->opts.newline == SENTENCES_AUTO && own.width > WIDEST)
		return LINE_BREAKS;
	next = skip_blanks(t, nl);
	if (next == t.n)
		return s->last ? LINE_BREAKS : LINE_UNKNOWN;
	if (t.p[next] == '\n')
		return LINE_BREAKS;	/* an empty line */
	if (s->opts.newline == SENTENCES_SPACE)
		return LINE_JOINS;
	word = scan_word(at_most(t, next, LONGEST));
	if (next + word.n == t.n && word.n < LONGEST && !s->last)
		return LINE_UNKNOWN;
	return judge_fit(s, nl, own.width, own.points + 1
	    + (word.points > WIDEST ? WIDEST + 1 : word.points));
}

void
sentences_pass_line(struct sentences *s, size_t nl)
{
	struct str line = str_cut(s->text, s->line, nl);
	size_t lead = s->line == 0 ? s->lead.bytes : 0;
	bool last = nl + 1 < s->text.n && s->text.p[nl + 1] == '\n';
	unsigned width = last ? 0 : own_line(s, nl).width;

	s->line = nl + 1;
	s->lines++;
	if (last || (lead == 0 && is_empty(line))) {
		memset(s->before, 0, sizeof s->before);
		return;
	}
	for (int i = SENTENCES_LINES - 1; i > 0; i--)
		s->before[i] = s->before[i - 1];
	s->before[0] = width;
}

struct sentences_lead
sentences_lead_at(const struct sentences *s, size_t i)
{
	struct str line = str_cut(s->text, s->line, i);
	struct sentences_lead lead = { sentences_line_so_far(s, i), line.n,
	    line.n > 0 && memchr(line.p, ' ', line.n) != NULL };

	if (s->line == 0) {
		lead.bytes += s->lead.bytes;
		lead.blank |= s->lead.blank;
	}
	return lead;
}
