#include "io/enc.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/die.h"
#include "text/chars.h"
#include "text/utf8.h"

struct enc {
	iconv_t cd;
	struct buf waiting;
	unsigned long long replaced;
};

/* windows-1252 above 0x7f where it differs from ISO 8859-1; 0: undefined. */
static const uint16_t cp1252[32] = {
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
};

/* A sequence begun rightly but cut: a lead byte and a tail, then no more. */
static bool
is_cut_sequence(struct str s)
{
	unsigned char c = (unsigned char)s.p[0];

	return c >= 0xe0 && c <= 0xf4 && s.n > 1 && utf8_is_tail(s.p[1]);
}

static bool
looks_utf8(struct str s)
{
	for (size_t i = utf8_ascii(s); i < s.n;) {
		struct str rest = str_cut(s, i, s.n);

		if (utf8_sequence(rest) > 1 || is_cut_sequence(rest))
			return true;
		i++;
		i += utf8_ascii(str_cut(s, i, s.n));
	}
	return false;
}

static uint32_t
from_cp1252(unsigned char c)
{
	uint32_t u = c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80] : c;

	return u != 0 ? u : 0xfffd;
}

void
enc_repair(struct buf *b, struct str s, unsigned long long *replaced)
{
	bool utf8 = looks_utf8(s);

	for (size_t i = 0; i < s.n;) {
		size_t n = utf8_valid(str_cut(s, i, s.n));
		uint32_t c;

		buf_put(b, str_cut(s, i, i + n));
		i += n;
		if (i == s.n)
			break;
		c = utf8 ? 0xfffd : from_cp1252((unsigned char)s.p[i]);
		*replaced += c == 0xfffd;
		utf8_put(b, c);
		/* One mark for a whole cut sequence. */
		for (i++; utf8 && i < s.n && utf8_is_tail(s.p[i]); i++)
			;
	}
}

struct enc *
enc_open(const char *charset)
{
	iconv_t cd = iconv_open("UTF-8", charset);
	struct enc *e;

	if (cd == (iconv_t)-1)
		return NULL;
	e = xalloc(1, sizeof *e);
	e->cd = cd;
	return e;
}

static void
replace_byte(struct enc *e, struct buf *b, char **p, size_t *n)
{
	utf8_put(b, 0xfffd);
	e->replaced++;
	(*p)++;
	(*n)--;
}

void
enc_feed(struct enc *e, struct buf *b, struct str in, bool last)
{
	char *p, *to;
	size_t n, room;

	buf_put(&e->waiting, in);
	p = e->waiting.p;
	n = e->waiting.n;
	while (n > 0) {
		buf_reserve(b, n + n / 2 + 16);
		to = b->p + b->n;
		room = b->cap - b->n;
		if (iconv(e->cd, &p, &n, &to, &room) == (size_t)-1) {
			int err = errno;

			b->n = (size_t)(to - b->p);
			if (err == EINVAL && !last)
				break;
			if (err != E2BIG)
				replace_byte(e, b, &p, &n);
			continue;
		}
		b->n = (size_t)(to - b->p);
	}
	e->waiting.n -= e->waiting.n - n;
	if (n > 0)
		memmove(e->waiting.p, p, n);
}

unsigned long long
enc_replaced(const struct enc *e)
{
	return e->replaced;
}

void
enc_close(struct enc *e)
{
	if (e == NULL)
		return;
	iconv_close(e->cd);
	buf_free(&e->waiting);
	free(e);
}

const char *
enc_mark(struct str s, size_t *length)
{
	if (str_starts(s, STR("\xef\xbb\xbf"))) {
		*length = 3;
		return "UTF-8";
	}
	*length = 2;
	if (str_starts(s, STR("\xff\xfe")))
		return "UTF-16LE";
	if (str_starts(s, STR("\xfe\xff")))
		return "UTF-16BE";
	*length = 0;
	return NULL;
}
