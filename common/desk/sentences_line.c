#include "desk/sentences_line.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * Lines wider than WIDEST are not hard-wrapped: mail, Gutenberg and terminals
 * stay below 100. Nor are columns narrower than NARROWEST. In a line of more
 * than LONGEST bytes the code points are not counted. BLANKS bounds the white
 * space looked through for an empty line.
 */
enum { WIDEST = 120, NARROWEST = 20, LONGEST = 4 * WIDEST, BLANKS = 256 };

static size_t
code_points(struct str s)
{
	uint16_t tails = 0;	/* a small type: it vectorises */

	if (s.n > LONGEST)
		return WIDEST + 1;
	for (size_t i = 0; i < s.n; i++)
		tails += utf8_is_tail(s.p[i]);
	return s.n - tails;
}

static bool
has_blank(struct str s)
{
	return s.n > LONGEST || memchr(s.p, ' ', s.n) != NULL;
}

size_t
sentences_line_so_far(const struct sentences *s, size_t i)
{
	return code_points(str_cut(s->text, s->line, i))
	    + (s->line == 0 ? s->lead : 0);
}

/*
 * What a line says of the width: nothing if it is one long word, which no
 * folding can break.
 */
static size_t
width_of(struct str line, size_t lead)
{
	size_t n = code_points(line) + lead;

	if (lead == 0 && !has_blank(line))
		return n > NARROWEST ? 0 : n;
	return n > WIDEST ? WIDEST + 1 : n;
}

static size_t
first_word(struct str t, size_t i)
{
	size_t at = i;

	while (at < t.n && at - i < LONGEST && !byte_is_space(t.p[at]))
		at++;
	return code_points(str_cut(t, i, at));
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
	return chars_trim_ascii(line).n == 0;
}

/*
 * Would need code points have fitted? The width is that of the widest line
 * around, which only grows the further one looks.
 */
static enum line_end
judge_fit(const struct sentences *s, size_t nl, size_t need)
{
	struct str t = s->text;
	size_t at = nl + 1, width = width_of(str_cut(t, s->line, nl),
	    s->line == 0 ? s->lead : 0);

	for (int i = 0; i < SENTENCES_LINES; i++)
		width = s->before[i] > width ? s->before[i] : width;
	for (int i = 0; i < SENTENCES_LINES && need > width; i++) {
		struct str line = line_at(t, at);
		size_t n, end = at + line.n;

		if (end >= t.n && line.n <= LONGEST && !s->last)
			return LINE_UNKNOWN;
		if (is_empty(line))
			break;
		n = width_of(line, 0);
		width = n > width ? n : width;
		at = end + 1;
		if (at >= t.n)
			break;
	}
	return need <= width || width > WIDEST || width < NARROWEST
	    ? LINE_BREAKS : LINE_JOINS;
}

enum line_end
sentences_line_end(const struct sentences *s, size_t nl)
{
	struct str t = s->text;
	size_t next = nl + 1, n, word;

	if (s->opts.newline == SENTENCES_BREAK)
		return LINE_BREAKS;
	if (next < t.n && t.p[next] == '\n')
		return LINE_BREAKS;
	n = sentences_line_so_far(s, nl);
	if (s->opts.newline == SENTENCES_AUTO && n > WIDEST
	    && width_of(str_cut(t, s->line, nl),
	    s->line == 0 ? s->lead : 0) > 0)
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
	if (next + word >= t.n && !s->last)
		return LINE_UNKNOWN;
	return judge_fit(s, nl, n + 1 + word);
}

void
sentences_pass_line(struct sentences *s, size_t nl)
{
	struct str line = str_cut(s->text, s->line, nl);
	size_t lead = s->line == 0 ? s->lead : 0;

	s->line = nl + 1;
	if ((lead == 0 && is_empty(line))
	    || (nl + 1 < s->text.n && s->text.p[nl + 1] == '\n')) {
		memset(s->before, 0, sizeof s->before);
		return;
	}
	for (int i = SENTENCES_LINES - 1; i > 0; i--)
		s->before[i] = s->before[i - 1];
	s->before[0] = (unsigned)width_of(line, lead);
}
