#include "io/temp.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"

static const char *
folder(const struct temp *t)
{
	const char *dir = t->dir != NULL ? t->dir : getenv("TMPDIR");

	return dir != NULL && *dir != '\0' ? dir : "/tmp";
}

static void
make(struct temp *t)
{
	struct buf name = { 0 };

	buf_put(&name, str_of(folder(t)));
	buf_put(&name, STR("/copydesk-XXXXXX"));
	buf_char(&name, '\0');
	t->fd = mkstemp(name.p);
	if (t->fd < 0)
		diee("temporary file in %s", folder(t));
	unlink(name.p);
	fcntl(t->fd, F_SETFD, FD_CLOEXEC);
	t->open = true;
	buf_free(&name);
}

void
temp_put(struct temp *t, struct str s)
{
	if (!t->open)
		make(t);
	while (s.n > 0) {
		ssize_t w = pwrite(t->fd, s.p, s.n, (off_t)t->n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			diee("temporary file in %s", folder(t));
		s = str_cut(s, (size_t)w, s.n);
		t->n += (uint64_t)w;
	}
}

void
temp_get(struct temp *t, uint64_t at, void *to, size_t n)
{
	char *p = to;

	while (n > 0) {
		ssize_t r = pread(t->fd, p, n, (off_t)at);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			diee("temporary file in %s", folder(t));
		if (r == 0)
			diex("temporary file in %s: cut short", folder(t));
		p += r;
		at += (uint64_t)r;
		n -= (size_t)r;
	}
}

void
temp_empty(struct temp *t)
{
	if (t->open && ftruncate(t->fd, 0) != 0)
		diee("temporary file in %s", folder(t));
	t->n = 0;
}

void
temp_close(struct temp *t)
{
	if (t->open)
		close(t->fd);
	*t = (struct temp){ .dir = t->dir };
}
