#define _XOPEN_SOURCE 700	/* realpath */
#include "io/seen.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/hash.h"
#include "io/seed.h"

/*
 *	copydesk seen 2
 *	exact,v2			settings
 *	12345678901234567890		seed
 *	00000000000000000012		records
 *	00000000000000000544		bytes of entries
 *	entries: number, key, key, words (8 bytes each), the words
 *	checksum (8 bytes)
 */
#define MAGIC "copydesk seen "
#define VERSION_LINE "2"
enum { BLOCK = 64 * 1024, DIGITS = 20, ENTRY = 4 * 8, SUM = 8 };

static void
put8(struct buf *b, uint64_t v)
{
	for (int i = 0; i < 8; i++)
		buf_char(b, (char)(v >> 8 * i));
}

static uint64_t
get8(const char *p)
{
	uint64_t v = 0;

	for (int i = 7; i >= 0; i--)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

/* ---- reading ---- */

static _Noreturn void
refuse(const struct seen *s, const char *why)
{
	diex("%s: %s: left as it is", s->path, why);
}

static size_t
read_at(const struct seen *s, uint64_t at, char *p, size_t n)
{
	size_t got = 0;

	while (got < n) {
		ssize_t r = pread(s->old, p + got, n - got, (off_t)(at + got));

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			diee("%s", s->path);
		if (r == 0)
			break;
		got += (size_t)r;
	}
	return got;
}

/* The next line of the head; n 0 and p NULL when there is none. */
static struct str
head_line(struct str *head)
{
	const char *end = head->n > 0 ? memchr(head->p, '\n', head->n) : NULL;
	struct str line = { NULL, 0 };

	if (end == NULL)
		return line;
	line = str_cut(*head, 0, (size_t)(end - head->p));
	*head = str_cut(*head, line.n + 1, head->n);
	return line;
}

static uint64_t
head_number(struct seen *s, struct str *head)
{
	struct str line = head_line(head);
	uint64_t v = 0;

	if (line.p == NULL)
		refuse(s, "is truncated");
	if (line.n != DIGITS)
		refuse(s, "is damaged");
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] < '0' || line.p[i] > '9')
			refuse(s, "is damaged");
		v = v * 10 + (uint64_t)(line.p[i] - '0');
	}
	return v;
}

static void
check_magic(struct seen *s, struct str head)
{
	struct str magic = STR(MAGIC);

	if (head.n < magic.n && str_starts(magic, head))
		refuse(s, "is truncated");
	if (!str_starts(head, magic))
		refuse(s, "is no file of dedup --seen");
}

static void
check_version(struct seen *s, struct str *head)
{
	struct str v = head_line(head);

	if (v.p == NULL)
		refuse(s, "is truncated");
	v = str_cut(v, sizeof MAGIC - 1, v.n);
	if (str_eq(v, STR(VERSION_LINE)))
		return;
	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] < '0' || v.p[i] > '9')
			refuse(s, "is damaged");
	diex("%s: is of version %.*s, this dedup reads %s: left as it is",
	    s->path, (int)v.n, v.p, VERSION_LINE);
}

/* Sum of the first n bytes: blocks, chained. */
static uint64_t
checksum(struct seen *s, uint64_t n)
{
	uint64_t sum = 0;

	buf_reserve(&s->block, BLOCK);
	for (uint64_t at = 0; at < n; at += BLOCK) {
		size_t want = n - at < BLOCK ? (size_t)(n - at) : BLOCK;

		if (read_at(s, at, s->block.p, want) < want)
			refuse(s, "is truncated");
		sum = hash_bytes((struct str){ s->block.p, want }, sum);
	}
	return sum;
}

static void
check_sum(struct seen *s, uint64_t size)
{
	char sum[SUM];

	if (size < s->end + SUM)
		refuse(s, "is truncated");
	read_at(s, s->end, sum, SUM);
	if (size > s->end + SUM || checksum(s, s->end) != get8(sum))
		refuse(s, "is damaged");
}

/* Also when the settings are not ours: damage is told first. */
static void
check_settings(struct seen *s, struct str settings, uint64_t size)
{
	struct buf theirs = { 0 };

	buf_put(&theirs, settings);	/* check_sum() uses the block too */
	check_sum(s, size);
	if (!str_eq(buf_str(&theirs), s->settings))
		diex("%s: was made with '%.*s', this run has '%.*s': "
		    "left as it is", s->path, (int)theirs.n, theirs.p,
		    (int)s->settings.n, s->settings.p);
	buf_free(&theirs);
}

static void
read_head(struct seen *s)
{
	struct str head, settings;
	struct stat st;

	if (fstat(s->old, &st) != 0)
		diee("%s", s->path);
	if (!S_ISREG(st.st_mode))
		refuse(s, "is not a regular file");
	buf_reserve(&s->block, BLOCK);
	head = (struct str){ s->block.p, read_at(s, 0, s->block.p, BLOCK) };
	check_magic(s, head);
	check_version(s, &head);
	settings = head_line(&head);
	if (settings.p == NULL)
		refuse(s, "is truncated");
	s->seed = head_number(s, &head);
	s->records = head_number(s, &head);
	s->entries = head_number(s, &head);
	s->at = (uint64_t)(head.p - s->block.p);
	if (s->entries > (uint64_t)st.st_size)
		refuse(s, "is truncated");
	s->end = s->at + s->entries;
	check_settings(s, settings, (uint64_t)st.st_size);
	s->block.n = s->pos = 0;
}

/* The next n bytes of the entries. */
static const char *
take(struct seen *s, uint64_t n)
{
	if (s->block.n - s->pos < n) {
		size_t want = n > BLOCK ? (size_t)n : BLOCK;

		if (n > s->end - s->at + s->block.n - s->pos)
			refuse(s, "is damaged");
		buf_drop(&s->block, s->pos);
		s->pos = 0;
		if (want > s->end - s->at)
			want = (size_t)(s->end - s->at);
		buf_reserve(&s->block, want);
		read_at(s, s->at, s->block.p + s->block.n, want);
		s->block.n += want;
		s->at += want;
	}
	s->pos += n;
	return s->block.p + s->pos - n;
}

bool
seen_next(struct seen *s, struct seen_entry *e)
{
	const char *p;

	if (s->old < 0 || (s->at == s->end && s->pos == s->block.n))
		return false;
	p = take(s, ENTRY);
	*e = (struct seen_entry){ get8(p), { get8(p + 8), get8(p + 16) },
	    NULL, (size_t)get8(p + 24) };
	if (e->nwords > s->end / 8)
		refuse(s, "is damaged");
	p = take(s, e->nwords * 8);
	s->words = xgrow(s->words, &s->word_cap, e->nwords + 1,
	    sizeof *s->words);
	for (size_t i = 0; i < e->nwords; i++)
		s->words[i] = get8(p + 8 * i);
	e->words = s->words;
	return true;
}

/* ---- the file to come ---- */

/* Locked, and still the file of that name: a run that ended has renamed it. */
static bool
lock(struct seen *s)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct stat mine, named;

	s->new = open(s->writing.p, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (s->new < 0)
		diee("%s", s->writing.p);
	if (fcntl(s->new, F_SETLK, &whole) != 0) {
		if (errno == EACCES || errno == EAGAIN)
			diex("%s: another dedup is using it", s->path);
		diee("%s: lock", s->writing.p);
	}
	if (fstat(s->new, &mine) == 0 && stat(s->writing.p, &named) == 0
	    && mine.st_dev == named.st_dev && mine.st_ino == named.st_ino)
		return true;
	close(s->new);
	return false;
}

/* A link is followed, so that the file it points to is replaced. */
static void
name_files(struct seen *s)
{
	char *real = realpath(s->path, NULL);

	buf_put(&s->target, str_of(real != NULL ? real : s->path));
	free(real);
	buf_put(&s->writing, buf_str(&s->target));
	buf_put(&s->writing, STR(".writing"));
	buf_char(&s->target, '\0');
	buf_char(&s->writing, '\0');
}

void
seen_open(struct seen *s, const char *path, struct str settings, bool frozen,
    const char *tmpdir)
{
	*s = (struct seen){ .path = path, .settings = settings,
	    .frozen = frozen, .old = -1, .new = -1 };
	name_files(s);
	spool_open(&s->fresh, 16 * 1024 * 1024, tmpdir);
	while (!frozen && !lock(s))
		continue;
	s->old = open(s->target.p, O_RDONLY | O_CLOEXEC);
	if (s->old >= 0)
		read_head(s);
	else if (frozen || errno != ENOENT)
		diee("%s", path);
	else
		s->seed = seed_random();
}

void
seen_add(struct seen *s, const struct seen_entry *e)
{
	struct buf b = { 0 };

	if (s->frozen)
		return;
	put8(&b, e->number);
	put8(&b, e->key[0]);
	put8(&b, e->key[1]);
	put8(&b, e->nwords);
	for (size_t i = 0; i < e->nwords; i++)
		put8(&b, e->words[i]);
	spool_put(&s->fresh, buf_str(&b));
	s->fresh_bytes += b.n;
	buf_free(&b);
}

/* ---- writing ---- */

struct writer {
	struct seen *s;
	struct buf block;
	uint64_t sum;
};

static _Noreturn void
write_failed(struct seen *s)
{
	int err = errno;

	unlink(s->writing.p);
	die_(err, "%s: not saved, left as it was", s->path);
}

static void
flush(struct writer *w, size_t n)
{
	struct str s = str_cut(buf_str(&w->block), 0, n);

	while (s.n > 0) {
		ssize_t k = write(w->s->new, s.p, s.n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			write_failed(w->s);
		s = str_cut(s, (size_t)k, s.n);
	}
	w->sum = hash_bytes(str_cut(buf_str(&w->block), 0, n), w->sum);
	buf_drop(&w->block, n);
}

static void
put(struct writer *w, struct str s)
{
	buf_put(&w->block, s);
	while (w->block.n >= BLOCK)
		flush(w, BLOCK);
}

static void
put_number(struct writer *w, uint64_t v)
{
	char digits[DIGITS + 1];

	for (int i = DIGITS; i-- > 0; v /= 10)
		digits[i] = (char)('0' + v % 10);
	digits[DIGITS] = '\n';
	put(w, (struct str){ digits, sizeof digits });
}

static void
put_old(struct writer *w, uint64_t from)
{
	struct seen *s = w->s;

	buf_reserve(&s->block, BLOCK);
	while (from < s->end) {
		size_t n = s->end - from < BLOCK ? (size_t)(s->end - from)
		    : BLOCK;

		if (read_at(s, from, s->block.p, n) < n)
			refuse(s, "was cut short while it was used");
		put(w, (struct str){ s->block.p, n });
		from += n;
	}
}

static void
put_fresh(struct writer *w)
{
	struct spool *f = &w->s->fresh;
	uint64_t left = w->s->fresh_bytes;
	struct str s;

	spool_rewind(f);
	while (left > 0) {
		size_t n = left < BLOCK ? (size_t)left : BLOCK;

		if (!spool_get(f, n, &s))
			diex("%s: entries are missing", w->s->path);
		put(w, s);
		left -= n;
	}
}

static void
sync_folder(struct seen *s)
{
	char *slash = strrchr(s->target.p, '/');
	int fd;

	if (slash != NULL)
		slash[slash == s->target.p] = '\0';
	fd = open(slash != NULL ? s->target.p : ".", O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	/* Not every file system can; the rename itself is done. */
	(void)fsync(fd);
	close(fd);
}

static void
write_all(struct seen *s, uint64_t records)
{
	uint64_t old = s->old >= 0 ? s->entries : 0;
	struct writer w = { .s = s };

	put(&w, STR(MAGIC VERSION_LINE "\n"));
	put(&w, s->settings);
	put(&w, STR("\n"));
	put_number(&w, s->seed);
	put_number(&w, records);
	put_number(&w, old + s->fresh_bytes);
	if (old > 0)
		put_old(&w, s->end - old);
	put_fresh(&w);
	if (w.block.n > 0)
		flush(&w, w.block.n);
	put8(&w.block, w.sum);
	flush(&w, w.block.n);
	buf_free(&w.block);
}

void
seen_save(struct seen *s, uint64_t records)
{
	struct stat st;

	if (s->frozen)
		return;
	if (s->old >= 0 && fstat(s->old, &st) == 0)
		(void)fchmod(s->new, st.st_mode & 07777);
	if (ftruncate(s->new, 0) != 0)
		write_failed(s);
	write_all(s, records);
	if (fsync(s->new) != 0 || rename(s->writing.p, s->target.p) != 0)
		write_failed(s);
	sync_folder(s);
}

void
seen_close(struct seen *s)
{
	if (s->old >= 0)
		close(s->old);
	if (s->new >= 0)
		close(s->new);
	buf_free(&s->target);
	buf_free(&s->writing);
	buf_free(&s->block);
	free(s->words);
	spool_close(&s->fresh);
}
