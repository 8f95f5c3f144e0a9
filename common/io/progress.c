#include "io/progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"

struct progress {
	unsigned long long done, total;	/* total 0: not known */
	double began, told;
	bool redraws;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static unsigned long long
size_of_all(char **files)
{
	unsigned long long sum = 0;
	struct stat st;

	for (; *files != NULL; files++) {
		int bad = strcmp(*files, "-") == 0 ? fstat(STDIN_FILENO, &st)
		    : stat(*files, &st);

		if (bad || !S_ISREG(st.st_mode))
			return 0;
		sum += (unsigned long long)st.st_size;
	}
	return sum;
}

struct progress *
progress_open(char **files)
{
	struct progress *p = xalloc(1, sizeof *p);

	p->total = size_of_all(files);
	p->began = p->told = now();
	p->redraws = isatty(STDERR_FILENO);
	return p;
}

static void
tell(struct progress *p, double t)
{
	double rate = t > p->began ? (double)p->done / (t - p->began) : 0;

	fprintf(stderr, "%s%s: %.1f MB, %.1f MB/s", p->redraws ? "\r" : "",
	    progname, (double)p->done / 1e6, rate / 1e6);
	if (p->total > 0 && rate > 0 && p->done <= p->total)
		fprintf(stderr, ", %d%%, %.0f s left",
		    (int)(100 * p->done / p->total),
		    (double)(p->total - p->done) / rate);
	fputs(p->redraws ? "\033[K" : "\n", stderr);
}

void
progress_add(struct progress *p, size_t bytes)
{
	double t = now();

	p->done += bytes;
	if (t - p->told < (p->redraws ? 0.2 : 10))
		return;
	p->told = t;
	tell(p, t);
}

void
progress_close(struct progress *p)
{
	tell(p, now());
	if (p->redraws)
		fputc('\n', stderr);
	free(p);
}
