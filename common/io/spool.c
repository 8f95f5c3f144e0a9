#include "io/spool.h"

enum { BLOCK = 256 * 1024 };

void
spool_open(struct spool *s, size_t limit, const char *tmpdir)
{
	*s = (struct spool){ .limit = limit, .file.dir = tmpdir };
}

static void
flush(struct spool *s)
{
	temp_put(&s->file, buf_str(&s->buf));
	s->buf.n = 0;
}

void
spool_put(struct spool *s, struct str t)
{
	if (s->buf.n + t.n > s->limit && s->buf.n > 0)
		flush(s);
	if (t.n > s->limit)
		temp_put(&s->file, t);
	else
		buf_put(&s->buf, t);
}

void
spool_rewind(struct spool *s)
{
	if (s->file.open)
		flush(s);
	s->pos = 0;
	s->at = 0;
}

bool
spool_get(struct spool *s, size_t n, struct str *t)
{
	size_t more;

	if (s->buf.n - s->pos < n && s->at < s->file.n) {
		buf_drop(&s->buf, s->pos);
		s->pos = 0;
		more = n > BLOCK ? n : BLOCK;
		if (more > s->file.n - s->at)
			more = (size_t)(s->file.n - s->at);
		buf_reserve(&s->buf, more);
		temp_get(&s->file, s->at, s->buf.p + s->buf.n, more);
		s->buf.n += more;
		s->at += more;
	}
	if (s->buf.n - s->pos < n)
		return false;
	*t = str_cut(buf_str(&s->buf), s->pos, s->pos + n);
	s->pos += n;
	return true;
}

void
spool_close(struct spool *s)
{
	buf_free(&s->buf);
	temp_close(&s->file);
}
