#include "text/html_refs.h"

#include "text/chars.h"
#include "text/utf8.h"

/* No name is longer, and none that stands without a semicolon. */
enum { LONGEST = 31, LONGEST_LEGACY = 6 };

static struct str
name_of(const struct html_ref *r)
{
	return (struct str){ html_ref_names + r->at, r->length };
}

static const struct html_ref *
find_name(struct str name)
{
	size_t low = 0, high = html_refs_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(name, name_of(&html_refs[mid]));

		if (c == 0)
			return &html_refs[mid];
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static bool
is_name_char(char c)
{
	return byte_is_letter(c) || byte_is_digit(c);
}

/* The longest start of name that needs no semicolon. */
static const struct html_ref *
find_legacy(struct str name)
{
	size_t n = name.n < LONGEST_LEGACY ? name.n : LONGEST_LEGACY;

	for (; n >= 2; n--) {
		const struct html_ref *r = find_name(str_cut(name, 0, n));

		if (r != NULL && r->legacy)
			return r;
	}
	return NULL;
}

static size_t
named_reference(struct str s, size_t i, bool in_attr, uint32_t chars[2])
{
	const struct html_ref *r = NULL;
	size_t start = i + 1, end = start, n;

	while (end < s.n && end <= start + LONGEST && is_name_char(s.p[end]))
		end++;
	if (end < s.n && s.p[end] == ';'
	    && (r = find_name(str_cut(s, start, end))) != NULL) {
		n = end + 1 - i;
	} else {
		if ((r = find_legacy(str_cut(s, start, end))) == NULL)
			return 0;
		end = start + r->length;
		if (in_attr && end < s.n
		    && (s.p[end] == '=' || is_name_char(s.p[end])))
			return 0;
		n = end - i;
	}
	chars[0] = r->chars[0];
	chars[1] = r->chars[1];
	return n;
}

/* windows-1252 is meant by "&#150;" and the like (13.2.5.80). */
static uint32_t
numeric(uint32_t c)
{
	static const uint16_t cp1252[32] = {
		0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
		0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
		0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
	};

	if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0xfffd;
	return c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80] : c;
}

static uint32_t
digit_value(char c, bool hex)
{
	if (byte_is_digit(c))
		return (uint32_t)(c - '0');
	c = byte_lower(c);
	return hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 99;
}

static size_t
number_reference(struct str s, size_t i, uint32_t chars[2])
{
	bool hex = i + 2 < s.n && (s.p[i + 2] | 32) == 'x';
	size_t at = i + 2 + hex, start = at;
	uint32_t v = 0;

	for (; at < s.n && digit_value(s.p[at], hex) < 16; at++)
		if (v <= 0x10ffff)
			v = v * (hex ? 16 : 10) + digit_value(s.p[at], hex);
	if (at == start)
		return 0;
	chars[0] = numeric(v);
	chars[1] = 0;
	return at - i + (at < s.n && s.p[at] == ';');
}

size_t
html_reference(struct str s, size_t i, bool in_attr, uint32_t chars[2])
{
	if (i + 1 < s.n && s.p[i + 1] == '#')
		return number_reference(s, i, chars);
	return named_reference(s, i, in_attr, chars);
}

static size_t
next_special(struct str s, size_t i)
{
	while (i < s.n && s.p[i] != '&' && s.p[i] != '\0')
		i++;
	return i;
}

void
html_decode(struct buf *b, struct str s, bool in_attr)
{
	for (size_t i = 0; i < s.n;) {
		size_t end = next_special(s, i), n;
		uint32_t chars[2];

		buf_put(b, str_cut(s, i, end));
		i = end;
		if (i == s.n)
			break;
		if (s.p[i] == '\0') {
			utf8_put(b, 0xfffd);
			i++;
		} else if ((n = html_reference(s, i, in_attr, chars)) > 0) {
			utf8_put(b, chars[0]);
			if (chars[1] != 0)
				utf8_put(b, chars[1]);
			i += n;
		} else {
			buf_char(b, s.p[i++]);
		}
	}
}
