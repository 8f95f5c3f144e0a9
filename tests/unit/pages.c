/*
 * pages: what holds on every page, whatever is judged. Over tests/pages, and
 * over $CORPORA/deboil where the variable is set. Without repair the blocks of
 * plain text are its lines, one by one; with repair each kept byte comes from
 * the page, and what is not the whole line says so.
 */
#include <dirent.h>
#include <stdlib.h>

#include "base/buf.h"
#include "io/enc.h"
#include "maps.h"
#include "text/chars.h"
#include "unit.h"

static bool
read_file(struct buf *b, const char *dir, const char *name)
{
	struct buf path = { 0 };
	FILE *f;
	size_t n;

	buf_put(&path, str_of(dir));
	buf_char(&path, '/');
	buf_put(&path, str_of(name));
	buf_char(&path, '\0');
	f = fopen(path.p, "r");
	buf_free(&path);
	if (f == NULL)
		return false;
	b->n = 0;
	do {
		buf_reserve(b, 65536);
		n = fread(b->p + b->n, 1, b->cap - b->n, f);
		b->n += n;
	} while (n > 0);
	fclose(f);
	return true;
}

/* The lines, joined again, are the page. */
static bool
is_whole(struct deboil *d, struct str page)
{
	const struct deboil_block *b;
	size_t at = 0;

	while ((b = deboil_next(d)) != NULL) {
		struct str line = str_cut(page, b->at.start, b->at.end);

		if (b->at.start != at || memchr(line.p, '\n', line.n) != NULL
		    || !str_eq(chars_trim(line), b->text) || b->joins
		    || b->repaired)
			return false;
		at = b->at.end + (b->at.end < page.n);
	}
	return at == page.n;
}

static bool
is_mapped(struct deboil *d, struct str page, bool html)
{
	const struct deboil_block *b;
	size_t at = 0;

	while ((b = deboil_next(d)) != NULL) {
		if (b->at.start < at || b->at.end > page.n
		    || !maps_block(b, page, html))
			return false;
		at = b->at.start;
		if (!html && !b->repaired && !str_eq(b->text, chars_trim(
		    str_cut(page, b->at.start, b->at.end))))
			return false;
		if ((b->reason == DEBOIL_KEPT) != b->keep)
			return false;
	}
	return true;
}

static void
check_page(struct str page, const char *name, bool html)
{
	struct deboil_opts plain = { .no_repair = true, .reasons = true };
	struct deboil_opts usual = { .reasons = true, .meta = true };
	struct deboil d;
	bool whole = true, mapped;

	if (!html) {
		deboil_open(&d, &plain);
		deboil_document(&d);
		deboil_start(&d, page);
		whole = is_whole(&d, page);
		deboil_close(&d);
	}
	deboil_open(&d, &usual);
	deboil_document(&d);
	if (html)
		deboil_start_html(&d, page);
	else
		deboil_start(&d, page);
	mapped = is_mapped(&d, page, html);
	deboil_close(&d);
	if (!whole || !mapped)
		fprintf(stderr, "%s:%s%s\n", name, whole ? "" : " lines lost",
		    mapped ? "" : " bytes that are not the page's");
	CHECK(whole && mapped);
}

static size_t
check_folder(const char *dir)
{
	struct buf raw = { 0 }, page = { 0 };
	struct dirent *e;
	size_t n = 0;
	DIR *d = opendir(dir);

	CHECK(d != NULL);
	while (d != NULL && (e = readdir(d)) != NULL) {
		struct str name = str_of(e->d_name);
		bool html = str_ends(name, STR(".html"));
		unsigned long long replaced = 0;

		if ((!html && !str_ends(name, STR(".txt")))
		    || !read_file(&raw, dir, e->d_name))
			continue;
		page.n = 0;
		enc_page(&page, buf_str(&raw), STR(""), &replaced);
		check_page(buf_str(&page), e->d_name, html);
		n++;
	}
	if (d != NULL)
		closedir(d);
	buf_free(&raw);
	buf_free(&page);
	return n;
}

int
main(void)
{
	const char *corpora = getenv("CORPORA");

	CHECK(check_folder("tests/pages") >= 8);
	if (corpora != NULL && *corpora != '\0') {
		struct buf dir = { 0 };

		buf_put(&dir, str_of(corpora));
		buf_put(&dir, STR("/deboil"));
		buf_char(&dir, '\0');
		printf("%zu pages of CORPORA\n", check_folder(dir.p));
		buf_free(&dir);
	} else {
		puts("pages of CORPORA: skipped, the variable is not set");
	}
	return unit_failed;
}
