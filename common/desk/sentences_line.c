#include "desk/sentences_line.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * Lines wider than WIDEST are not hard-wrapped: mail, Gutenberg and terminals
 * stay below 100. Nor are columns narrower than NARROWEST. In a line of more
 * than LONGEST bytes the code points are not counted. BLANKS bounds the white
 * space looked through for an empty line.
 */
enum { WIDEST = 120, NARROWEST = 20, LONGEST = 4 * WIDEST, BLANKS = 256,
	ENOUGH = WIDEST + 24 };

/* Above WIDEST it is all the same: only so much is counted as is needed. */
static size_t
code_points(struct str s)
{
	size_t n = s.n > ENOUGH ? ENOUGH : s.n;
	uint8_t tails = 0;	/* a small type: it vectorises */

	for (size_t i = 0; i < n; i++)
		tails += utf8_is_tail(s.p[i]);
	if (n - tails > WIDEST || s.n > LONGEST)
		return WIDEST + 1;
	n -= tails;
	for (size_t i = ENOUGH; i < s.n; i++)
		n += !utf8_is_tail(s.p[i]);
	return n > WIDEST ? WIDEST + 1 : n;
}

static bool
has_blank(struct str s)
{
	return s.n > 0 && memchr(s.p, ' ', s.n) != NULL;
}

size_t
sentences_line_so_far(const struct sentences *s, size_t i)
{
	return code_points(str_cut(s->text, s->line, i))
	    + (s->line == 0 ? s->lead.points : 0);
}

/*
 * What a line says of the width: nothing if it is one long word, which no
 * folding can break.
 */
static size_t
width_of(struct str line, const struct sentences_lead *lead)
{
	size_t n = code_points(line) + lead->points;

	if (line.n + lead->bytes > LONGEST)
		return WIDEST + 1;
	if (!lead->blank && !has_blank(line))
		return n > NARROWEST ? 0 : n;
	return n > WIDEST ? WIDEST + 1 : n;
}

/* As much of the word at i as counts. */
static struct str
first_word(struct str t, size_t i)
{
	size_t at = i;

	while (at < t.n && at - i < LONGEST && !byte_is_space(t.p[at]))
		at++;
	return str_cut(t, i, at);
}

static struct str
line_at(struct str t, size_t i)
{
	size_t limit = i + LONGEST + 1 < t.n ? i + LONGEST + 1 : t.n;
	const char *nl = i < limit ? memchr(t.p + i, '\n', limit - i) : NULL;

	return str_cut(t, i, nl != NULL ? (size_t)(nl - t.p) : limit);
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
	static const struct sentences_lead none;
	struct str line;

	if (l->known && l->at == at)
		return l;
	line = line_at(s->text, at);
	*l = (struct sentences_line){ at, line.n,
	    (unsigned)width_of(line, &none), true, is_empty(line) };
	if (at + line.n >= s->text.n && line.n <= LONGEST && !s->last)
		l->known = false;	/* not all of it is there */
	return l;
}

static size_t
own_width(struct sentences *s, size_t nl)
{
	if (s->line == 0 && s->lead.bytes > 0)
		return width_of(str_cut(s->text, 0, nl), &s->lead);
	return measure(s, s->line, 0)->width;
}

/*
 * Would need code points have fitted? The width is that of the widest line
 * around, which only grows the further one looks.
 */
static enum line_end
judge_fit(struct sentences *s, size_t nl, size_t need)
{
	size_t at = nl + 1, width = own_width(s, nl);

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

enum line_end
sentences_line_end(struct sentences *s, size_t nl)
{
	struct str t = s->text;
	size_t next = nl + 1;
	struct str word;

	if (s->opts.newline == SENTENCES_BREAK)
		return LINE_BREAKS;
	if (next < t.n && t.p[next] == '\n')
		return LINE_BREAKS;
	if (s->opts.newline == SENTENCES_AUTO && own_width(s, nl) > WIDEST)
		return LINE_BREAKS;
	while (next < t.n && next < nl + BLANKS && t.p[next] != '\n'
	    && byte_is_space(t.p[next]))
		next++;
	if (next == t.n)
		return s->last ? LINE_BREAKS : LINE_UNKNOWN;
	if (t.p[next] == '\n')
		return LINE_BREAKS;	/* an empty line */
	if (s->opts.newline == SENTENCES_SPACE)
		return LINE_JOINS;
	word = first_word(t, next);
	if (next + word.n == t.n && word.n < LONGEST && !s->last)
		return LINE_UNKNOWN;
	return judge_fit(s, nl, sentences_line_so_far(s, nl) + 1
	    + code_points(word));
}

void
sentences_pass_line(struct sentences *s, size_t nl)
{
	struct str line = str_cut(s->text, s->line, nl);
	size_t lead = s->line == 0 ? s->lead.bytes : 0;
	bool last = nl + 1 < s->text.n && s->text.p[nl + 1] == '\n';
	unsigned width = last ? 0 : (unsigned)own_width(s, nl);

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
	    has_blank(line) };

	if (s->line == 0) {
		lead.bytes += s->lead.bytes;
		lead.blank |= s->lead.blank;
	}
	return lead;
}
