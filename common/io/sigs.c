#include "io/sigs.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "io/out.h"

enum { PART = 10, NUMBER = 16, KEY = 20, COUNT = 20, WORD = 11, COLUMNS = 12 };

static const char digits64[] =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

struct part_sum *
sigs_part(struct sigs *s, uint64_t part)
{
	size_t was = s->part_cap;

	if (part >= s->part_cap) {
		s->parts = xgrow(s->parts, &s->part_cap, (size_t)part + 1,
		    sizeof *s->parts);
		memset(s->parts + was, 0,
		    (s->part_cap - was) * sizeof *s->parts);
	}
	if (part >= s->nparts)
		s->nparts = (size_t)part + 1;
	return &s->parts[part];
}

/* ---- writing ---- */

static void
put(struct buf *b, uint64_t v, int width)
{
	char d[COUNT];

	for (int i = width; i-- > 0; v /= 10)
		d[i] = (char)('0' + v % 10);
	buf_put(b, (struct str){ d, (size_t)width });
}

static void
put_place(struct buf *b, struct place at)
{
	put(b, at.part, PART);
	buf_char(b, '\t');
	put(b, at.number, NUMBER);
	buf_char(b, '\t');
}

static void
put_key(struct buf *b, const uint64_t key[2])
{
	put(b, key[0], KEY);
	put(b, key[1], KEY);
	buf_char(b, '\t');
}

static void
put_words(struct buf *b, const uint64_t *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (int shift = 60; shift >= 0; shift -= 6)
			buf_char(b, digits64[words[i] >> shift & 63]);
	buf_char(b, '\t');
}

/* Ends the line, writes it, and gives its sum. */
static uint64_t
finish(struct sigs *s)
{
	buf_put(&s->line, s->settings);
	out_put(buf_str(&s->line));
	out_end_record('\n');
	return hash_bytes(buf_str(&s->line), 0);
}

void
sigs_put(struct sigs *s, const struct sig *g)
{
	struct part_sum *p = sigs_part(s, g->at.part);

	s->line.n = 0;
	if (s->is_near) {
		put_place(&s->line, g->at);
		put_key(&s->line, g->key);
		put_words(&s->line, g->words, g->nwords);
	} else {
		put_key(&s->line, g->key);
		put_place(&s->line, g->at);
	}
	p->sum += finish(s);
	p->records++;
}

static void
put_count(struct sigs *s, uint64_t v)
{
	put(&s->line, v, COUNT);
	buf_char(&s->line, '\t');
}

void
sigs_put_end(struct sigs *s, uint64_t part)
{
	struct part_sum *p = sigs_part(s, part);

	s->line.n = 0;
	buf_put(&s->line, STR("zz\t"));
	put(&s->line, part, PART);
	buf_char(&s->line, '\t');
	put_count(s, p->records);
	put_count(s, p->sum);
	finish(s);
}

void
sigs_put_group(struct sigs *s, const struct group_line *g)
{
	struct part_sum *p = sigs_part(s, g->at.part);

	s->line.n = 0;
	put_place(&s->line, g->at);
	put_count(s, g->status);
	put_place(&s->line, g->first);
	put_place(&s->line, g->group);
	put_count(s, g->similarity);
	p->line_sum += finish(s);
	p->lines++;
}

void
sigs_put_parts(struct sigs *s)
{
	for (size_t i = 0; i < s->nparts; i++) {
		const struct part_sum *p = &s->parts[i];

		if (!p->ended)
			continue;
		s->line.n = 0;
		put_place(&s->line, (struct place){ i, 0 });
		put_count(s, p->records);
		put_count(s, p->lines);
		put_count(s, p->line_sum);
		finish(s);
	}
}

/* ---- reading ---- */

static size_t
split(struct str line, struct str *columns)
{
	size_t n = 0, start = 0;

	for (size_t i = 0; i <= line.n && n < COLUMNS; i++)
		if (i == line.n || line.p[i] == '\t') {
			columns[n++] = str_cut(line, start, i);
			start = i + 1;
		}
	return n;
}

static bool
get(struct str s, size_t width, uint64_t *v)
{
	*v = 0;
	if (s.n != width)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (uint64_t)(s.p[i] - '0');
	}
	return true;
}

static bool
get_place(const struct str *columns, struct place *at)
{
	return get(columns[0], PART, &at->part)
	    && at->part <= SIGS_MOST_PARTS
	    && get(columns[1], NUMBER, &at->number);
}

static bool
get_key(struct str s, uint64_t key[2])
{
	return s.n == 2 * KEY && get(str_cut(s, 0, KEY), KEY, &key[0])
	    && get(str_cut(s, KEY, s.n), KEY, &key[1]);
}

static bool
get_words(struct sigs *s, struct str t, struct sig *g)
{
	if (t.n % WORD != 0)
		return false;
	g->nwords = t.n / WORD;
	s->words = xgrow(s->words, &s->word_cap, g->nwords + 1,
	    sizeof *s->words);
	for (size_t i = 0; i < g->nwords; i++) {
		uint64_t v = 0;

		for (size_t k = 0; k < WORD; k++) {
			const char *d = memchr(digits64, t.p[i * WORD + k], 64);

			if (d == NULL)
				return false;
			v = v << 6 | (uint64_t)(d - digits64);
		}
		s->words[i] = v;
	}
	g->words = s->words;
	return true;
}

/* The first line's settings are those of all. */
static const char *
check_settings(struct sigs *s, struct str theirs)
{
	if (s->settings.n == 0) {
		s->own_settings.n = 0;
		buf_put(&s->own_settings, theirs);
		s->settings = buf_str(&s->own_settings);
		s->is_near = str_starts(theirs, STR("near"));
	}
	return str_eq(s->settings, theirs) ? NULL
	    : "has other settings than the lines before it";
}

static bool
get_end(struct sigs *s, const struct str *columns)
{
	uint64_t part, records, sum;
	struct part_sum *p;

	if (!get(columns[1], PART, &part) || part > SIGS_MOST_PARTS
	    || !get(columns[2], COUNT, &records)
	    || !get(columns[3], COUNT, &sum))
		return false;
	p = sigs_part(s, part);
	if (p->ended)
		return false;	/* twice */
	p->ended = true;
	p->end_records = records;
	p->end_sum = sum;
	return true;
}

static bool
get_record(struct sigs *s, const struct str *columns, size_t n, struct sig *g)
{
	g->nwords = 0;
	if (s->is_near)
		return n == 5 && get_place(columns, &g->at)
		    && get_key(columns[2], g->key)
		    && get_words(s, columns[3], g);
	return n == 4 && get_key(columns[0], g->key)
	    && get_place(columns + 1, &g->at);
}

enum sigs_kind
sigs_get(struct sigs *s, struct str line, struct sig *g, const char **why)
{
	struct str columns[COLUMNS];
	size_t n = split(line, columns);
	struct part_sum *p;

	*why = "is no line of dedup --signatures";
	if (n < 4)
		return SIGS_BAD;
	if ((*why = check_settings(s, columns[n - 1])) != NULL)
		return SIGS_BAD;
	*why = "is no line of dedup --signatures";
	if (str_eq(columns[0], STR("zz")))
		return n == 5 && get_end(s, columns) ? SIGS_END : SIGS_BAD;
	if (!get_record(s, columns, n, g) || g->at.number == 0)
		return SIGS_BAD;
	p = sigs_part(s, g->at.part);
	p->records++;
	p->sum += hash_bytes(line, 0);
	return SIGS_RECORD;
}

/* PART 0 RECORDS LINES SUM SETTINGS */
static bool
get_part(struct sigs *s, const struct str *columns, uint64_t part)
{
	struct part_sum *p = sigs_part(s, part);

	if (p->ended || p->lines > 0)
		return false;
	p->ended = true;
	return get(columns[2], COUNT, &p->records)
	    && get(columns[3], COUNT, &p->end_records)
	    && get(columns[4], COUNT, &p->end_sum);
}

static bool
get_group(const struct str *columns, struct group_line *g)
{
	uint64_t status, similarity;

	if (!get(columns[2], COUNT, &status)
	    || !get_place(columns + 3, &g->first)
	    || !get_place(columns + 5, &g->group)
	    || !get(columns[7], COUNT, &similarity))
		return false;
	g->status = (unsigned)status;
	g->similarity = (unsigned)similarity;
	return true;
}

enum sigs_kind
sigs_get_group(struct sigs *s, struct str line, struct group_line *g,
    const char **why)
{
	struct str columns[COLUMNS];
	size_t n = split(line, columns);
	struct part_sum *p;

	*why = "is no line of dedup --join";
	if (n < 6 || !get_place(columns, &g->at))
		return SIGS_BAD;
	if ((*why = check_settings(s, columns[n - 1])) != NULL)
		return SIGS_BAD;
	*why = "is no line of dedup --join, or not sorted";
	if (g->at.number == 0)
		return n == 6 && get_part(s, columns, g->at.part) ? SIGS_END
		    : SIGS_BAD;
	p = sigs_part(s, g->at.part);
	if (n != 9 || !p->ended || !get_group(columns, g))
		return SIGS_BAD;
	p->lines++;
	p->line_sum += hash_bytes(line, 0);
	return SIGS_RECORD;
}

/* Parts are numbered without gaps, from the first that is there. */
const char *
sigs_check(const struct sigs *s, uint64_t *part)
{
	bool some = false;

	for (*part = 0; *part < s->nparts; ++*part) {
		const struct part_sum *p = &s->parts[*part];

		if (!some && !p->ended && p->records == 0)
			continue;
		some = true;
		if (!p->ended)
			return p->records > 0 ? "has no end: truncated?"
			    : "is missing";
		if (p->records != p->end_records)
			return "is truncated";
		if (p->sum != p->end_sum)
			return "is damaged";
	}
	return NULL;
}

void
sigs_close(struct sigs *s)
{
	free(s->parts);
	free(s->words);
	buf_free(&s->line);
	buf_free(&s->own_settings);
}
