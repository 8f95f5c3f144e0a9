#include "train/weights.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"

enum { LINE = 32 };

void
weights_write(const char *path, const char *head, const uint8_t *p, size_t n)
{
	static const uint8_t none[LINE];
	FILE *f = fopen(path, "w");
	size_t zeros = 0;

	if (f == NULL)
		diee("%s", path);
	fputs(head, f);
	for (size_t i = 0; i < n; i += LINE) {
		size_t k = n - i < LINE ? n - i : LINE;

		if (memcmp(p + i, none, k) == 0) {
			zeros += k;
			continue;
		}
		if (zeros > 0)
			fprintf(f, "*%zu\n", zeros);
		zeros = 0;
		for (size_t j = 0; j < k; j++)
			fprintf(f, "%02x", p[i + j]);
		fputc('\n', f);
	}
	if (zeros > 0)
		fprintf(f, "*%zu\n", zeros);
	if (fclose(f) != 0)
		diee("%s", path);
}

/* One byte: a character around "P" for small ones, else "~" and two digits. */
static void
put_char(FILE *f, int8_t v)
{
	if (v >= -44 && v <= 44)
		fputc('P' + v, f);
	else
		fprintf(f, "~%02x", (unsigned)(uint8_t)v);
}

void
weights_write_small(const char *path, const char *head, const int8_t *p,
    size_t n)
{
	static const int8_t none[LINE];
	FILE *f = fopen(path, "w");
	size_t zeros = 0;

	if (f == NULL)
		diee("%s", path);
	fputs(head, f);
	for (size_t i = 0; i < n; i += LINE) {
		size_t k = n - i < LINE ? n - i : LINE;

		if (memcmp(p + i, none, k) == 0) {
			zeros += k;
			continue;
		}
		if (zeros > 0)
			fprintf(f, "*%zu\n", zeros);
		zeros = 0;
		fputc(':', f);
		for (size_t j = 0; j < k; j++)
			put_char(f, p[i + j]);
		fputc('\n', f);
	}
	if (zeros > 0)
		fprintf(f, "*%zu\n", zeros);
	if (fclose(f) != 0)
		diee("%s", path);
}
