#include "train/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "train/made.h"

enum { PAGES = 4000 };

/* ---- files ---- */

static struct buf
read_all(FILE *f)
{
	struct buf b = { 0 };
	size_t n;

	do {
		buf_reserve(&b, 65536);
		n = fread(b.p + b.n, 1, b.cap - b.n, f);
		b.n += n;
	} while (n > 0);
	return b;
}

static struct buf
read_file(const char *dir, const char *id, const char *suffix)
{
	char path[1024];
	struct buf b;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s%s", dir, id, suffix);
	if ((f = fopen(path, "r")) == NULL)
		diee("%s", path);
	b = read_all(f);
	fclose(f);
	return b;
}

static struct buf
read_gz(const char *dir, const char *id)
{
	char command[1100];
	struct buf b;
	FILE *f;

	snprintf(command, sizeof command, "gzip -dc '%s/%s.html.gz'", dir, id);
	if ((f = popen(command, "r")) == NULL)
		diee("gzip");
	b = read_all(f);
	pclose(f);
	return b;
}

/* ---- labels ---- */

struct str
page_bare(struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		size_t at = i;
		uint32_t c = utf8_next(s, &at);

		if (!chars_is(c, CHAR_SPACE) && c != 0x2022 && c != '*'
		    && c != 0xb7 && c != '-')
			break;
		i = at;
	}
	return str_cut(s, i, s.n);
}

/*
 * Titles are no content to the scorer. The last one before the text is the
 * headline, which people want: it is taught as content.
 */
static void
mark_titles(struct page *p, const char *list)
{
	size_t first = 0, headline = p->d.rows;

	while (first < p->d.rows && p->label[first] != 1)
		first++;
	for (const char *s = list; *s >= '0' && *s <= '9'; s++) {
		char *end;
		size_t i = strtoul(s, &end, 10);

		for (size_t r = 0; r < p->d.rows; r++)
			if (p->d.shapes[r].block == i) {
				p->skip[r] = 1;
				p->label[r] = 2;
				map_put(&p->titles,
				    page_bare(p->d.blocks[i].text), NULL);
				headline = r < first ? r : headline;
			}
		if (*(s = end) == '\0')
			break;
	}
	if (headline < p->d.rows)
		p->label[headline] = 1;
}

static void
label_rows(struct page *p, struct str labels)
{
	p->label = xalloc(p->d.rows + 1, 1);
	p->skip = xalloc(p->d.rows + 1, 1);
	memset(p->skip, 0, p->d.rows + 1);
	for (size_t r = 0; r < p->d.rows; r++)
		p->label[r] = labels.p[2 * p->d.shapes[r].block] == '1';
}

/* Letters and digits, lower case: what white space and marks do not change. */
static struct str
words_alone(struct buf *b, struct str s)
{
	b->n = 0;
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s, &i);

		if (chars_is(c, CHAR_WORD))
			utf8_put(b, chars_lower(c));
	}
	return buf_str(b);
}

static bool
holds(struct str s, struct str what)
{
	for (size_t i = 0; i + what.n <= s.n; i++) {
		const char *p = memchr(s.p + i, what.p[0], s.n - what.n - i + 1);

		if (p == NULL)
			return false;
		if (memcmp(p, what.p, what.n) == 0)
			return true;
		i = (size_t)(p - s.p);
	}
	return false;
}

/*
 * Lines of the text by their words: the first that no block has had yet, in
 * known, and the one after it, in next (rows and one; 0: none).
 */
static void
know_lines(const struct page *lines, struct map *known, uint32_t *next)
{
	struct buf b = { 0 };

	for (size_t r = lines->d.rows; r-- > 0;) {
		uint32_t *first = map_put(known, words_alone(&b,
		    lines->d.blocks[lines->d.shapes[r].block].text), NULL);

		next[r] = *first;
		*first = (uint32_t)r + 1;
	}
	buf_free(&b);
}

/*
 * What the lines of the text say of blocks of the same words, in order; what
 * is no line, but LEAST bytes that the true text holds, is content too.
 */
static void
label_blocks(struct page *p, const struct page *lines)
{
	enum { LEAST = 40 };
	struct map known = { 0 };
	uint32_t *next = xalloc(lines->d.rows + 1, sizeof *next);
	struct buf b = { 0 }, gold = { 0 };

	know_lines(lines, &known, next);
	words_alone(&gold, buf_str(&p->gold));
	p->label = xalloc(p->d.rows + 1, 1);
	p->skip = xalloc(p->d.rows + 1, 1);
	memset(p->skip, 0, p->d.rows + 1);
	for (size_t r = 0; r < p->d.rows; r++) {
		struct str words = words_alone(&b,
		    p->d.blocks[p->d.shapes[r].block].text);
		uint32_t *k = map_get(&known, words);

		if (k == NULL) {
			p->label[r] = words.n >= LEAST
			    && holds(buf_str(&gold), words) ? 1 : 2;
			continue;
		}
		p->label[r] = lines->label[*k - 1];
		*k = next[*k - 1] > 0 ? next[*k - 1] : *k;
	}
	free(next);
	buf_free(&b);
	buf_free(&gold);
	map_free(&known);
}

/* ---- pages ---- */

/* Of a language not known few words of chrome are: half of their kinds. */
static void
hide_kinds(struct page *p)
{
	for (size_t r = 0; r < p->d.rows; r++)
		for (unsigned k = 1; k < DEBOIL_KINDS; k++)
			if (((p->site ^ k * 7919) * 0x9e3779b1u) >> 31)
				p->d.shapes[r].kind[k] = 0;
}

static void
analyse(struct page *p, bool html)
{
	static const struct deboil_opts opts;

	deboil_open(&p->d, &opts);
	p->d.html = html;
	p->d.page = buf_str(&p->text);
	if (html)
		deboil_html(&p->d, buf_str(&p->text));
	else
		deboil_lines(&p->d, buf_str(&p->text));
	deboil_shapes(&p->d, 0, p->d.n);
	if (p->blind)
		hide_kinds(p);
	deboil_features(&p->d);
}

static void
load_page(struct page *p, const char *dir, char **field, bool html)
{
	struct buf labels = read_file(dir, field[0], ".labels");

	snprintf(p->id, sizeof p->id, "%s", field[0]);
	p->site = (uint32_t)(hash_bytes(str_of(field[3]), 1) % 1000003);
	p->fold = strncmp(field[0], "dn", 2) == 0 ? NOT_TRAINED
	    : p->site % FOLDS;
	p->language = (uint32_t)hash_bytes(str_of(field[4]), 1);
	p->news = strncmp(field[0], "wx", 2) != 0;
	p->lines_known = strcmp(field[10], "1") == 0;
	p->gold = read_file(dir, field[0], ".gold.txt");
	p->text = read_file(dir, field[0], ".txt");
	analyse(p, false);
	if (labels.n + 1 < 2 * p->d.n)
		diex("%s: fewer labels than lines", p->id);
	label_rows(p, buf_str(&labels));
	mark_titles(p, field[11]);
	buf_free(&labels);
	if (html) {
		struct page lines = *p;

		p->text = read_gz(dir, field[0]);
		analyse(p, true);
		label_blocks(p, &lines);
		deboil_close(&lines.d);
		buf_free(&lines.text);
		free(lines.label);
		free(lines.skip);
	}
}

/*
 * Most pages are English. Copies whose words, or most of them, are hidden
 * from the model teach it to judge languages it knows little or nothing of.
 */
static void
add_blind(struct page *p, size_t *n, bool html)
{
	bool blind = p->site % 2 != 0;

	if (html && !blind)
		return;
	p[1] = *p;
	p[1].copy = true;
	p[1].blind = blind;
	p[1].dim = !blind;
	analyse(p + 1, html);
	++*n;
}

/* ---- what `cat *.txt` makes of pages ---- */

/* The labels of p's lines, put behind those of the lines before. */
static void
glue_labels(struct buf *labels, const struct page *p, bool seam)
{
	size_t first = labels->n - seam;

	for (size_t i = 0; i < p->d.n; i++)
		if (i > 0 || !seam)
			buf_char(labels, 2);
	if (seam)
		labels->p[first] = 2;
	for (size_t r = 0; r < p->d.rows; r++)
		if (p->d.shapes[r].block > 0 || !seam)
			labels->p[first + p->d.shapes[r].block] =
			    (char)p->label[r];
}

/* One text of n pages; the last line of one runs into the next one's first. */
static void
glue(struct page *to, struct page *const *pages, size_t n)
{
	struct buf labels = { 0 };

	*to = *pages[0];
	to->copy = true;
	to->text = (struct buf){ 0 };
	for (size_t i = 0; i < n; i++) {
		bool seam = i > 0 && to->text.n > 0
		    && to->text.p[to->text.n - 1] != '\n';

		glue_labels(&labels, pages[i], seam);
		buf_put(&to->text, buf_str(&pages[i]->text));
	}
	analyse(to, false);
	to->label = xalloc(to->d.rows + 1, 1);
	to->skip = xalloc(to->d.rows + 1, 1);
	memset(to->skip, 0, to->d.rows + 1);
	for (size_t r = 0; r < to->d.rows; r++)
		to->label[r] = to->d.shapes[r].block < labels.n
		    ? (uint8_t)labels.p[to->d.shapes[r].block] : 2;
	buf_free(&labels);
}

/*
 * Copies of GLUED pages of a fold as one text, so that where a row stands in
 * its text counts for little; every other one is blind. Of those sites that
 * have no blind copies.
 */
static void
add_glued(struct page *page, size_t *n)
{
	enum { GLUED = 4 };
	size_t waiting[FOLDS] = { 0 }, pages = *n;
	struct page *group[FOLDS][GLUED];

	for (size_t i = 0; i < pages; i++) {
		unsigned f = page[i].fold;

		if (f == NOT_TRAINED || page[i].copy || page[i].site % 2 != 0)
			continue;
		group[f][waiting[f]++] = &page[i];
		if (waiting[f] < GLUED)
			continue;
		waiting[f] = 0;
		if (*n == PAGES)
			diex("more than %d pages", PAGES);
		glue(&page[*n], group[f], GLUED);
		page[*n].blind = *n % 2 == 0;
		++*n;
	}
}

/*
 * Copies cut to the article and up to MARGIN lines on either side: letters,
 * short pages and what others have cleaned have little furniture around them.
 */
static void
cut(struct page *to, const struct page *p, size_t from, size_t end)
{
	const struct deboil_block *first = &p->d.blocks[p->d.shapes[from].block];
	const struct deboil_block *last = &p->d.blocks[p->d.shapes[end - 1]
	    .block];

	*to = *p;
	to->copy = true;
	to->blind = p->site / 3 % 2 == 0;
	to->text = (struct buf){ 0 };
	buf_put(&to->text, str_cut(buf_str(&p->text), first->at.start,
	    last->at.end));
	analyse(to, false);
	if (to->d.rows != end - from)
		diex("%s: cut to %zu rows of %zu", p->id, to->d.rows,
		    end - from);
	to->label = p->label + from;
	to->skip = p->skip + from;
}

static void
add_cut(struct page *page, size_t *n)
{
	enum { MARGIN = 8, EVERY = 3 };
	size_t pages = *n;

	for (size_t i = 0; i < pages; i++) {
		struct page *p = &page[i];
		size_t from = 0, end = p->d.rows, margin = i % (MARGIN + 1);

		if (p->fold == NOT_TRAINED || p->copy || p->site % EVERY != 0)
			continue;
		while (from < end && p->label[from] != 1)
			from++;
		while (end > from && p->label[end - 1] != 1)
			end--;
		if (from == end)
			continue;
		from -= from < margin ? from : margin;
		end += p->d.rows - end < margin ? p->d.rows - end : margin;
		if (*n == PAGES)
			diex("more than %d pages", PAGES);
		cut(&page[(*n)++], p, from, end);
	}
}

/*
 * Copies of the first few blocks of an article alone, and of what follows one
 * alone: a short text is kept, a menu is not. Shares of both, and their weight
 * (train/deboil), by cross-validation over sites.
 */
static void
add_short(struct page *page, size_t *n)
{
	enum { SHORTEST = 2, LENGTHS = 5, REST = 12, EVERY = 3 };
	size_t pages = *n;

	for (size_t i = 0; i < pages; i++) {
		struct page *p = &page[i];
		size_t from = 0, end = p->d.rows, few = SHORTEST + i % LENGTHS;

		if (p->fold == NOT_TRAINED || p->copy || p->site % EVERY == 0
		    || (p->site % EVERY == 1 && p->site / EVERY % 4 > 1))
			continue;
		if (p->site % EVERY == 1) {
			while (from < end && p->label[from] != 1)
				from++;
			end = end - from > few ? from + few : end;
		} else {
			while (from < end && p->label[end - 1] != 1)
				end--;
			from = end;
			end = p->d.rows - from > REST ? from + REST : p->d.rows;
		}
		if (from == end)
			continue;
		if (*n == PAGES)
			diex("more than %d pages", PAGES);
		cut(&page[*n], p, from, end);
		page[(*n)++].brief = true;
	}
}

/* ---- what stands below an article ---- */

/* The labels of p, and those of the parts. False: they don't fit. */
static bool
label_made(struct page *to, const struct page *p, const struct made *m)
{
	size_t k = 0, part = 0;

	to->label = xalloc(to->d.rows + 1, 1);
	to->skip = xalloc(to->d.rows + 1, 1);
	memset(to->skip, 0, to->d.rows + 1);
	for (size_t r = 0; r < to->d.rows; r++) {
		size_t at = to->d.blocks[to->d.shapes[r].block].at.start;

		while (part < m->n && at >= m->part[part].at.end)
			part++;
		if (part < m->n && at >= m->part[part].at.start)
			to->label[r] = m->part[part].label;
		else if (k < p->d.rows)
			to->label[r] = p->label[k++];
		else
			return false;
	}
	return k == p->d.rows;
}

/* Pages of other sites, of the same fold and language. */
static struct sources
find_sources(const struct page *page, size_t pages, size_t i)
{
	struct sources s = { .n = 0 };

	for (size_t k = 1; k < pages && s.n < MADE_SOURCES; k++) {
		const struct page *q = &page[(i + k) % pages];

		if (q->fold == page[i].fold && !q->copy
		    && q->language == page[i].language
		    && q->site != page[i].site)
			s.page[s.n++] = q;
	}
	return s;
}

/* Of those that have no blind copies every other is blind. */
static void
add_made(struct page *page, size_t *n)
{
	size_t pages = *n;

	for (size_t i = 0; i < pages && *n < PAGES; i++) {
		const struct page *p = &page[i];
		struct page *to = &page[*n];
		struct sources from = find_sources(page, pages, i);
		struct made m;

		if (p->fold == NOT_TRAINED || p->copy)
			continue;
		m = made_page(p, &from);
		if (m.text.n == 0)
			continue;
		*to = *p;
		to->text = m.text;
		to->copy = true;
		to->made = true;
		to->blind = p->site % 4 == 2;
		analyse(to, true);
		*n += label_made(to, p, &m);
	}
}

struct page *
pages_load(const char *dir, bool html, size_t *n)
{
	struct page *page = xalloc(PAGES, sizeof *page);
	struct buf b = read_file(dir, "MANIFEST", ".tsv");
	char *line;

	memset(page, 0, PAGES * sizeof *page);
	buf_char(&b, '\0');
	line = strchr(b.p, '\n') + 1;
	while (strchr(line, '\n') != NULL) {
		char *field[12] = { 0 };

		for (int i = 0; i < 12; i++) {
			field[i] = line;
			line = strchr(line, '\t');
			if (line == NULL)
				diex("MANIFEST.tsv: too few fields");
			*line++ = '\0';
		}
		line = strchr(line, '\n') + 1;
		if (*n + 2 > PAGES)
			diex("more than %d pages", PAGES);
		load_page(&page[(*n)++], dir, field, html);
		if (page[*n - 1].fold != NOT_TRAINED)
			add_blind(&page[*n - 1], n, html);
	}
	if (html) {
		add_made(page, n);
	} else {
		add_cut(page, n);
		add_short(page, n);
		add_glued(page, n);
	}
	buf_free(&b);
	return page;
}
