#include "text/part.h"

#include "text/utf8.h"

static struct str
column(struct str s, size_t n)
{
	const char *tab = NULL;

	for (; n > 0; n--) {
		tab = s.n > 0 ? memchr(s.p, '\t', s.n) : NULL;
		if (n == 1)
			break;
		if (tab == NULL)
			return str_cut(s, s.n, s.n);
		s = str_cut(s, (size_t)(tab + 1 - s.p), s.n);
	}
	return tab != NULL ? str_cut(s, 0, (size_t)(tab - s.p)) : s;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t
after_fields(struct str s, size_t n)
{
	size_t i = 0;

	for (; n > 0 && i < s.n; n--) {
		while (i < s.n && is_blank(s.p[i]))
			i++;
		while (i < s.n && !is_blank(s.p[i]))
			i++;
	}
	return i;
}

static size_t
after_chars(struct str s, size_t i, size_t n)
{
	for (; n > 0 && i < s.n; n--)
		utf8_next(s, &i);
	return i;
}

struct str
part_of(const struct part *p, struct str s)
{
	size_t from, to;

	s = column(s, p->column);
	from = after_chars(s, after_fields(s, p->skip_fields), p->skip_chars);
	to = p->check_chars > 0 ? after_chars(s, from, p->check_chars) : s.n;
	return str_cut(s, from, to);
}
