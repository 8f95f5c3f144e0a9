#include "desk/sentences_list.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { MOST = 999 };

static bool
is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0x2043 || c == 0x25aa || c == 0x25cf
	    || c == 0x25e6 || c == 0x25a0 || c == 0x2023;
}

/* The number or letter at *i, 0 if there is none. */
static unsigned
read_number(struct str t, size_t *i, uint32_t *kind)
{
	unsigned n = 0;

	if (*i < t.n && byte_is_lower(t.p[*i])) {
		*kind = 'a';
		return (unsigned)(t.p[(*i)++] - 'a') + 1;
	}
	*kind = '1';
	while (*i < t.n && byte_is_digit(t.p[*i]) && n <= MOST)
		n = n * 10 + (unsigned)(t.p[(*i)++] - '0');
	return n <= MOST ? n : 0;
}

/* "." or ")" or ".)" with white space behind; 0 for anything else. */
static uint32_t
read_close(struct str t, size_t i)
{
	uint32_t form = 0;

	if (i < t.n && t.p[i] == '.') {
		form |= 1;
		i++;
	}
	if (i < t.n && t.p[i] == ')') {
		form |= 2;
		i++;
	}
	return i < t.n && byte_is_space(t.p[i]) ? form : 0;
}

static struct sentences_list
read_mark(struct str t, size_t i)
{
	struct sentences_list l = { 0, 0, 0 };
	uint32_t c = utf8_at(t, i), kind, form;
	bool bullet = is_bullet(c);

	if (bullet) {
		utf8_next(t, &i);
		while (i < t.n && t.p[i] == ' ')
			i++;
	} else {
		c = 0;
	}
	l.number = read_number(t, &i, &kind);
	form = l.number > 0 ? read_close(t, i) : 0;
	if (form != 0)
		l.style = kind << 2 | form | c << 10;
	else
		l = (struct sentences_list){ bullet ? c << 10 : 0, 0, 0 };
	l.end = i + (form & 1) + (form >> 1);
	return l;
}

void
sentences_list_begin(struct sentences *s)
{
	size_t i = s->begin;

	while (i < s->text.n && i < s->begin + 64
	    && byte_is_space(s->text.p[i]))
		i++;
	s->list = (struct sentences_list){ 0, 0, 0 };
	if (i < s->text.n && !byte_is_upper(s->text.p[i]))
		s->list = read_mark(s->text, i);
	s->listed = true;
}

bool
sentences_list_goes_on(const struct sentences *s, size_t i)
{
	struct sentences_list l;

	if (s->list.style == 0)
		return false;
	l = read_mark(s->text, i);
	return l.style == s->list.style && (l.number == 0
	    || l.number == s->list.number + 1);
}
