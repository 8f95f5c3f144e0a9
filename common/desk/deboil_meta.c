/*
 * What a page says of itself: title, date, author, site, url and language,
 * each from the best place that says it, in one form (dates as ISO 8601).
 */
#include "desk/deboil_parts.h"

#include "base/die.h"
#include "lang/moment.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_html_meta;

const char *const deboil_fields[DEBOIL_FIELDS] = {
	"title", "date", "author", "site", "url", "lang"
};

/* Longer than any honest one, in bytes. */
enum { LONGEST = 500, LONGEST_NAME = 200 };

/* ---- one form ---- */

/* Years that can be a page's: 2 000 000 000 seconds is May 2033. */
static bool
read_epoch(struct str s, struct moment *m)
{
	long v = 0;

	if (s.n != 10 && s.n != 13)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!byte_is_digit(s.p[i]))
			return false;
	for (size_t i = 0; i < 10; i++)
		v = v * 10 + (s.p[i] - '0');
	if (v < 800000000L || v > 2000000000L)
		return false;
	/* 719468 days from 0000-03-01 to 1970-01-01. */
	*m = (struct moment){ .day = calendar_day(v / 86400 + 719468),
	    .hour = (int)(v / 3600 % 24), .minute = (int)(v / 60 % 60),
	    .second = (int)(v % 60), .has_zone = true };
	return true;
}

/* "20220501", and what is less than a day: "2022-05". */
static bool
read_compact(struct str s, struct moment *m)
{
	m->hour = -1;
	if (!calendar_parse(s, &m->day) || m->day.year < 1900
	    || m->day.year > 2100)
		return false;
	return m->day.day == 0 ? s.n == 7 : s.n == 8 || s.n == 14;
}

static bool
put_date(struct buf *b, struct str s, enum moment_order order)
{
	struct moment m;
	struct span at;

	if (!moment_find(s, order, &at, &m) && !read_epoch(s, &m)
	    && !read_compact(s, &m))
		return false;
	b->n = 0;
	moment_put(b, &m);
	return true;
}

static bool
put_lang(struct buf *b, struct str s)
{
	size_t n = 0;

	b->n = 0;
	while (n < s.n && byte_is_letter(s.p[n]))
		buf_char(b, byte_lower(s.p[n++]));
	if (n < 2 || n > 3 || (n < s.n && s.p[n] != '-' && s.p[n] != '_'
	    && s.p[n] != ',' && s.p[n] != ';'))
		return false;
	if (n == s.n || s.p[n] == ',' || s.p[n] == ';')
		return true;
	buf_char(b, '-');
	for (n++; n < s.n && (byte_is_letter(s.p[n]) || byte_is_digit(s.p[n])
	    || s.p[n] == '-'); n++)
		buf_char(b, s.p[n]);
	return n == s.n && b->p[b->n - 1] != '-';
}

static bool
put_author(struct buf *b, struct str s)
{
	const struct str by = STR("by ");

	if (s.n > by.n && chars_eq_nocase(str_cut(s, 0, by.n), by))
		s = chars_trim(str_cut(s, by.n, s.n));
	if (s.n < 2 || s.n > LONGEST_NAME || deboil_is_address(s) || s.p[0] == '@'
	    || s.p[0] == '/' || s.p[0] == '{' || s.p[0] == '<')
		return false;
	b->n = 0;
	buf_put(b, s);
	return true;
}

/* s as it is to stand in b; false if it cannot be what the field wants. */
static bool
put_form(struct deboil *d, struct buf *b, enum deboil_field f, struct str s)
{
	if (s.n == 0 || s.n > LONGEST * 4)
		return false;
	if (f == DEBOIL_DATE)
		return put_date(b, s, d->meta.order);
	if (f == DEBOIL_LANG)
		return put_lang(b, s);
	if (f == DEBOIL_AUTHOR)
		return put_author(b, s);
	if (s.n > LONGEST && f != DEBOIL_URL)
		return false;
	if (f == DEBOIL_URL && !deboil_is_address(s))
		return false;
	buf_put(b, s);
	return true;
}

/* References decoded, runs of white space one blank, none around. */
static void
put_clean(struct buf *b, struct str s)
{
	struct buf text = { 0 };
	bool blank = false;

	html_decode(&text, s, true);
	s = chars_trim(buf_str(&text));
	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		uint32_t c = utf8_next(s, &i);

		if (chars_is(c, CHAR_SPACE) || (c < 32)) {
			blank = true;
			continue;
		}
		if (blank)
			buf_char(b, ' ');
		blank = false;
		buf_put(b, str_cut(s, start, i));
	}
	buf_free(&text);
}

void
deboil_meta_set(struct deboil *d, enum deboil_field f, int rank, struct str s)
{
	struct buf clean = { 0 }, form = { 0 };

	if (rank <= d->meta.rank[f] || s.n == 0)
		return;
	put_clean(&clean, s);
	if (put_form(d, &form, f, buf_str(&clean))) {
		d->meta.field[f] = arena_copy(&d->meta_arena, buf_str(&form));
		d->meta.rank[f] = (uint8_t)rank;
	}
	buf_free(&clean);
	buf_free(&form);
}

static void
keep_clean(struct deboil *d, struct str *to, struct str s)
{
	struct buf b = { 0 };

	put_clean(&b, s);
	*to = arena_copy(&d->meta_arena, buf_str(&b));
	buf_free(&b);
}

/* ---- the address ---- */

/* Where the page stands is known when all of it has been read. */
static void
find_url(struct deboil *d)
{
	struct str base = deboil_is_address(d->base) ? d->base
	    : d->meta.field[DEBOIL_URL];
	struct buf b = { 0 };

	if (d->canonical.n == 0)
		return;
	deboil_resolve(&b, base, d->canonical);
	deboil_meta_set(d, DEBOIL_URL, DEBOIL_SURE, buf_str(&b));
	buf_free(&b);
}

static void
note_canonical(struct deboil *d, struct str href)
{
	struct str s;

	keep_clean(d, &s, href);
	if (deboil_is_address(s))
		deboil_meta_set(d, DEBOIL_URL, DEBOIL_SURE, s);
	else if (d->canonical.n == 0 && memchr(s.p, ':', deboil_path_of(s)) == NULL)
		d->canonical = s;
}

/* ---- tags ---- */

void
deboil_meta_title(struct deboil *d, struct str title)
{
	deboil_meta_set(d, DEBOIL_TITLE, DEBOIL_GUESS, title);
	if (d->html_title.n == 0)
		keep_clean(d, &d->html_title, title);
}

/* common/data/html-meta.words: field * 10 + rank. */
static void
read_meta(struct deboil *d, struct str attrs)
{
	const struct str kinds[] = { STR("property"), STR("name"),
	    STR("itemprop"), STR("http-equiv") };
	struct str name, content;
	int v = -1;

	if (!html_attr(attrs, STR("content"), &content))
		return;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && v < 0; k++)
		if (html_attr(attrs, kinds[k], &name))
			v = words_find_lower(&words_html_meta, name);
	if (v >= 0)
		deboil_meta_set(d, (enum deboil_field)(v / 10), v % 10,
		    content);
}

/* Is value one of the words of the attribute: rel="canonical nofollow"? */
static bool
attr_has(struct str attrs, struct str name, struct str value)
{
	struct str v;

	if (!html_attr(attrs, name, &v))
		return false;
	for (size_t i = 0, start = 0; i <= v.n; i++) {
		if (i < v.n && !byte_is_space(v.p[i]))
			continue;
		if (chars_eq_nocase(str_cut(v, start, i), value))
			return true;
		start = i + 1;
	}
	return false;
}

static bool
attr_is(struct str attrs, struct str name, struct str value)
{
	struct str v;

	return html_attr(attrs, name, &v)
	    && chars_eq_nocase(chars_trim_ascii(v), value);
}

static void
read_time(struct deboil *d, struct str attrs)
{
	struct str v;
	bool published = attr_is(attrs, STR("itemprop"), STR("datePublished"))
	    || html_attr(attrs, STR("pubdate"), &v);

	if (attr_is(attrs, STR("itemprop"), STR("dateModified")))
		return;
	if (html_attr(attrs, STR("datetime"), &v))
		deboil_meta_set(d, DEBOIL_DATE, published ? DEBOIL_LIKELY
		    : DEBOIL_LAST, v);
}

void
deboil_meta_tag(struct deboil *d, const struct html_token *t)
{
	struct str v;

	if (chars_eq_nocase(t->name, STR("meta"))) {
		read_meta(d, t->attrs);
	} else if (chars_eq_nocase(t->name, STR("link"))) {
		if (attr_has(t->attrs, STR("rel"), STR("canonical"))
		    && html_attr(t->attrs, STR("href"), &v))
			note_canonical(d, v);
	} else if (chars_eq_nocase(t->name, STR("base"))) {
		if (d->base.n == 0 && html_attr(t->attrs, STR("href"), &v))
			keep_clean(d, &d->base, v);
	} else if (chars_eq_nocase(t->name, STR("html"))) {
		if (html_attr(t->attrs, STR("lang"), &v)
		    || html_attr(t->attrs, STR("xml:lang"), &v))
			deboil_meta_set(d, DEBOIL_LANG, DEBOIL_SURE, v);
	} else if (chars_eq_nocase(t->name, STR("time"))) {
		read_time(d, t->attrs);
	}
}

/* ---- the title without its site ---- */

/* Letters and digits alone count, case does not. */
static bool
same_words(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	bool some = false;

	for (;;) {
		uint32_t x = 0, y = 0;

		while (i < a.n && !chars_is(x = utf8_next(a, &i), CHAR_WORD))
			x = 0;
		while (j < b.n && !chars_is(y = utf8_next(b, &j), CHAR_WORD))
			y = 0;
		if (chars_lower(x) != chars_lower(y))
			return false;
		if (x == 0)
			return some;
		some = true;
	}
}

static const char *const separators[] = {
	" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
	" :: ", " \xc2\xbb ", " \xc2\xab ", " \xc2\xb7 ",
	" \xe2\x80\xa2 ", " / ", " \xe2\x80\xb9 "
};

/* The last separator in s[0, end): where it starts, its length in *n. */
static size_t
last_separator(struct str s, size_t end, size_t *n)
{
	while (end-- > 1) {
		if (s.p[end] != ' ')
			continue;
		for (size_t k = 0; k < sizeof separators / sizeof *separators;
		    k++)
			if (str_starts(str_cut(s, end, s.n),
			    str_of(separators[k]))) {
				*n = strlen(separators[k]);
				return end;
			}
	}
	return 0;
}

enum { HEADINGS = 3 };		/* deboil_block.tag of h1 to h6 */

static bool
is_heading(const struct deboil *d, struct str s)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].tag == HEADINGS
		    && same_words(d->blocks[i].text, s))
			return true;
	return false;
}

/*
 * A tail that is the site's name goes; so does any tail after what a heading
 * of the page says word for word.
 */
static void
cut_site(struct deboil *d)
{
	struct str *t = &d->meta.field[DEBOIL_TITLE], site = d->meta.field[DEBOIL_SITE];
	size_t n, at = last_separator(*t, t->n, &n);

	if (at == 0)
		return;
	if (same_words(str_cut(*t, at + n, t->n), site)) {
		t->n = at;
		at = last_separator(*t, t->n, &n);
	}
	for (int tries = 0; at > 0 && tries < 4; tries++) {
		if (is_heading(d, str_cut(*t, 0, at))) {
			t->n = at;
			return;
		}
		at = last_separator(*t, at, &n);
	}
}

/* What follows the headline word for word, after a mark: "_Site". */
static struct str
tail_of(struct str t, struct str headline)
{
	const struct str none = { "", 0 };
	size_t i = headline.n, mark;

	if (!str_starts(t, headline))
		return none;
	while (i < t.n && t.p[i] == ' ')
		i++;
	for (mark = i; i < t.n;) {
		size_t at = i;

		if (chars_is(utf8_next(t, &i), CHAR_WORD | CHAR_CJK))
			return at > mark ? str_cut(t, at, t.n) : none;
	}
	return none;
}

/*
 * "Headline | Site" beside a title "Headline" says what the site is; so does
 * "Headline_Site", as Chinese pages have it.
 */
static void
find_site(struct deboil *d)
{
	struct str t = d->html_title, headline = d->meta.field[DEBOIL_TITLE];
	size_t n, at = last_separator(t, t.n, &n);

	if (d->meta.rank[DEBOIL_TITLE] <= DEBOIL_GUESS || headline.n == 0)
		return;
	if (at > 0 && same_words(str_cut(t, 0, at), headline))
		deboil_meta_set(d, DEBOIL_SITE, DEBOIL_LAST,
		    str_cut(t, at + n, t.n));
	else
		deboil_meta_set(d, DEBOIL_SITE, DEBOIL_LAST,
		    tail_of(t, headline));
}

/* The document of the last piece goes on: what others said can go. */
static void
forget_others(struct deboil *d)
{
	struct buf b = { 0 };
	size_t n = 0;

	if (d->ninside == 0)
		return;
	for (int f = 0; f < DEBOIL_FIELDS; f++)
		buf_put(&b, d->meta.field[f]);
	arena_clear(&d->meta_arena);
	for (int f = 0; f < DEBOIL_FIELDS; f++) {
		size_t end = n + d->meta.field[f].n;

		d->meta.field[f] = arena_copy(&d->meta_arena,
		    str_cut(buf_str(&b), n, end));
		n = end;
	}
	buf_free(&b);
	d->ninside = d->begun = 0;
}

static size_t
end_of_document(const struct deboil *d, size_t i)
{
	do
		i++;
	while (i < d->n && !d->blocks[i].opens);
	return i < d->n ? i : d->n;
}

/* The lines of the document that goes on, then of those that begin here. */
static void
read_lines(struct deboil *d)
{
	struct deboil_meta first;
	size_t end = end_of_document(d, 0);

	deboil_meta_lines(d, 0, end);
	first = d->meta;
	for (size_t i = end; i < d->n; i = end) {
		end = end_of_document(d, i);
		d->meta = (struct deboil_meta){ .order = MOMENT_UNSURE };
		deboil_meta_lines(d, i, end);
		d->inside = xgrow(d->inside, &d->inside_cap, d->ninside + 1,
		    sizeof *d->inside);
		d->inside[d->ninside++] = d->meta;
	}
	d->meta = first;
}

void
deboil_meta_finish(struct deboil *d)
{
	if (d->html) {
		find_site(d);
		cut_site(d);
		find_url(d);
	}
	forget_others(d);
	if (d->n > 0)
		read_lines(d);
}
