/* Records that differ in how they are set, not in what they say. */
#include "desk/dedup.h"
#include "text/chars.h"
#include "text/html_refs.h"
#include "text/utf8.h"

struct folding {
	struct buf *to;
	bool some, blank;	/* something was put; a blank is due */
};

/* Set by itself at the head of a line; "-" and "*" only with a blank after. */
static bool
is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219
	    || c == 0xb7 || c == 0x25aa || c == 0x25ab || c == 0x25cf
	    || c == 0x25e6 || c == 0x25a0;
}

static bool
is_invisible(uint32_t c)
{
	return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0xfeff;
}

static uint32_t
folded(uint32_t c)
{
	if ((c >= 0x2018 && c <= 0x201b) || c == 0x2039 || c == 0x203a)
		return '\'';
	if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
		return '"';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	return is_bullet(c) ? '*' : chars_lower(c);
}

static void
put(struct folding *f, uint32_t c)
{
	if (is_invisible(c))
		return;
	if (chars_is(c, CHAR_SPACE)) {
		f->blank = true;
		return;
	}
	if (!f->some && is_bullet(c))
		return;
	if (f->blank && f->some)
		buf_char(f->to, ' ');
	f->blank = false;
	f->some = true;
	utf8_put(f->to, folded(c));
}

static bool
is_marker(struct str s, size_t i)
{
	return (s.p[i] == '-' || s.p[i] == '*') && i + 1 < s.n
	    && byte_is_space(s.p[i + 1]);
}

void
dedup_fold(struct buf *b, struct str s)
{
	struct folding f = { .to = b };
	uint32_t pair[2];

	for (size_t i = 0; i < s.n;) {
		size_t n = s.p[i] == '&' ? html_reference(s, i, false, pair)
		    : 0;

		if (n > 0) {
			put(&f, pair[0]);
			if (pair[1] != 0)
				put(&f, pair[1]);
			i += n;
		} else if (!f.some && is_marker(s, i)) {
			i++;
		} else {
			put(&f, utf8_next(s, &i));
		}
	}
}

/* Pages are escaped once too often sometimes. */
struct str
dedup_unescape(struct buf *b, struct str s)
{
	struct buf once = { 0 };

	if (s.n == 0 || memchr(s.p, '&', s.n) == NULL)
		return s;
	html_decode(&once, s, false);
	html_decode(b, buf_str(&once), false);
	buf_free(&once);
	return buf_str(b);
}
