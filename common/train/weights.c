#include "train/weights.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"

enum { LINE = 32 };

static void
put_hex(FILE *f, const uint8_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		fprintf(f, "%02x", p[i]);
}

/* A byte a character around "P" if it is small, else "~" and two digits. */
static void
put_small(FILE *f, const uint8_t *p, size_t n)
{
	fputc(':', f);
	for (size_t i = 0; i < n; i++) {
		int8_t v = (int8_t)p[i];

		if (v >= -44 && v <= 44)
			fputc('P' + v, f);
		else
			fprintf(f, "~%02x", (unsigned)p[i]);
	}
}

/* A line for each LINE bytes, "*N" for N bytes of lines that are all 0. */
static void
put_lines(FILE *f, const uint8_t *p, size_t n, bool small)
{
	static const uint8_t none[LINE];
	size_t zeros = 0;

	for (size_t i = 0; i < n; i += LINE) {
		size_t k = n - i < LINE ? n - i : LINE;

		if (memcmp(p + i, none, k) == 0) {
			zeros += k;
			continue;
		}
		if (zeros > 0)
			fprintf(f, "*%zu\n", zeros);
		zeros = 0;
		(small ? put_small : put_hex)(f, p + i, k);
		fputc('\n', f);
	}
	if (zeros > 0)
		fprintf(f, "*%zu\n", zeros);
}

static void
write_file(const char *path, const char *head, const uint8_t *p, size_t n,
    bool small)
{
	FILE *f = fopen(path, "w");

	if (f == NULL)
		diee("%s", path);
	fputs(head, f);
	put_lines(f, p, n, small);
	if (fclose(f) != 0)
		diee("%s", path);
}

void
weights_write(const char *path, const char *head, const uint8_t *p, size_t n)
{
	write_file(path, head, p, n, false);
}

void
weights_write_small(const char *path, const char *head, const int8_t *p,
    size_t n)
{
	write_file(path, head, (const uint8_t *)p, n, true);
}
