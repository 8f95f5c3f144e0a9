#include "text/chars.h"

#include "base/buf.h"
#include "text/utf8.h"

void
chars_lower_put(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		if ((unsigned char)s.p[i] < 0x80)
			buf_char(b, byte_lower(s.p[i++]));
		else
			utf8_put(b, chars_lower(utf8_next(s, &i)));
	}
}

struct str
chars_trim(struct str s)
{
	size_t start = 0, end = s.n, at;

	for (at = 0; at < s.n; start = at)
		if (!chars_is(utf8_next(s, &at), CHAR_SPACE))
			break;
	for (at = end; at > start; end = at)
		if (!chars_is(utf8_prev(s, &at), CHAR_SPACE))
			break;
	return str_cut(s, start, end);
}

struct str
chars_trim_ascii(struct str s)
{
	while (s.n > 0 && byte_is_space(s.p[0]))
		s = str_cut(s, 1, s.n);
	while (s.n > 0 && byte_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool
chars_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (byte_lower(a.p[i]) != byte_lower(b.p[i]))
			return false;
	return true;
}

bool
chars_all_of(struct str s, struct str set)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr(set.p, s.p[i], set.n) == NULL)
			return false;
	return s.n > 0;
}

bool
chars_is_one_of(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (chars_eq_nocase(s, str_of(list[i])))
			return true;
	return false;
}
