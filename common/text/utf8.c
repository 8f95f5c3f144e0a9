#include "text/utf8.h"

size_t
utf8_ascii_plain(struct str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

size_t
utf8_unmarked_plain(struct str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.p[i] < 0x80 && s.p[i] != '"'
	    && s.p[i] != '\'' && s.p[i] != '`')
		i++;
	return i;
}

size_t
utf8_unquoted_plain(struct str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.p[i] >= 0x20 && s.p[i] != '"'
	    && s.p[i] != '\\')
		i++;
	return i;
}

size_t
utf8_ends_plain(struct str s, char delim, size_t *ends, size_t most,
    bool *ascii)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < most; i++)
		if (s.p[i] == delim)
			ends[n++] = i;
	*ascii = n == 0
	    || utf8_ascii_plain(str_cut(s, 0, ends[n - 1])) == ends[n - 1];
	return n;
}

size_t
utf8_sequence(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t need;
	unsigned char low = 0x80, high = 0xbf;

	if (s.n == 0)
		return 0;
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	need = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (p[0] == 0xe0)
		low = 0xa0;
	else if (p[0] == 0xed)
		high = 0x9f;
	else if (p[0] == 0xf0)
		low = 0x90;
	else if (p[0] == 0xf4)
		high = 0x8f;
	if (s.n < need || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < need; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return need;
}

size_t
utf8_valid_plain(struct str s)
{
	size_t i = 0;

	for (;;) {
		size_t n;

		i += utf8_ascii(str_cut(s, i, s.n));
		/* Non-ASCII comes in runs: stay here while it lasts. */
		while (i < s.n && (unsigned char)s.p[i] >= 0x80) {
			n = utf8_sequence(str_cut(s, i, s.n));
			if (n == 0)
				return i;
			i += n;
		}
		if (i == s.n)
			return i;
	}
}

void
utf8_put(struct buf *b, uint32_t c)
{
	if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		c = 0xfffd;
	if (c < 0x80) {
		buf_char(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_char(b, (char)(0xc0 | c >> 6));
	} else {
		if (c < 0x10000) {
			buf_char(b, (char)(0xe0 | c >> 12));
		} else {
			buf_char(b, (char)(0xf0 | c >> 18));
			buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
		}
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_char(b, (char)(0x80 | (c & 0x3f)));
}
