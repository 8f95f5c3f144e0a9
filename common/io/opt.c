#include "io/opt.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "io/out.h"

#ifndef VERSION
#define VERSION "unknown"
#endif

enum { MOST = 64, LONG_BASE = 256, WIDTH = 79, INDENT = 22, MOST_USAGE = 300 };

/* "[-0Hj] [-k FIELD] [--max-length N] [file ...]", the SYNOPSIS of the man page. */
static void
put_usage(struct buf *b, const struct tool *t)
{
	buf_put(b, STR("usage: "));
	buf_put(b, str_of(t->name));
	buf_put(b, STR(" [-"));
	for (const struct opt *o = t->opts; o->name != NULL; o++)
		if (o->letter && o->kind == OPT_FLAG)
			buf_char(b, (char)o->letter);
	buf_char(b, ']');
	for (const struct opt *o = t->opts; o->name != NULL; o++) {
		if (o->letter && o->kind == OPT_FLAG)
			continue;
		if (o->letter) {
			buf_put(b, STR(" [-"));
			buf_char(b, (char)o->letter);
		} else {
			buf_put(b, STR(" [--"));
			buf_put(b, str_of(o->name));
		}
		if (o->arg != NULL) {
			buf_put(b, o->kind == OPT_MAYBE ? STR("[=")
			    : o->letter ? STR(" ") : STR("="));
			buf_put(b, str_of(o->arg));
			if (o->kind == OPT_MAYBE)
				buf_char(b, ']');
		}
		buf_char(b, ']');
	}
	buf_char(b, ' ');
	buf_put(b, str_of(t->operands));
	buf_char(b, '\n');
}

void
opt_usage(const struct tool *t, const char *fmt, ...)
{
	struct buf b = { 0 };
	char message[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof message, fmt, ap);
	va_end(ap);
	warnx("%s", message);
	put_usage(&b, t);
	fwrite(b.p, 1, b.n, stderr);
	fprintf(stderr, "try '%s --help'\n", t->name);
	exit(EXIT_FATAL);
}

/* Blank-separated words of s, wrapped; *col is where the line now stands. */
static void
put_wrapped(struct buf *b, const char *s, size_t *col, size_t indent)
{
	while (*s != '\0') {
		size_t n = strcspn(s, " "), room = *col > indent;

		if (*col + room + n > WIDTH && *col > indent) {
			buf_char(b, '\n');
			for (*col = 0; *col < indent; ++*col)
				buf_char(b, ' ');
		} else if (room) {
			buf_char(b, ' ');
			++*col;
		}
		buf_put(b, (struct str){ s, n });
		*col += n;
		s += n + (s[n] == ' ');
	}
}

static size_t
put_name(struct buf *b, const struct opt *o)
{
	size_t start = b->n;

	if (o->letter) {
		buf_char(b, '-');
		buf_char(b, (char)o->letter);
		buf_put(b, STR(", "));
	}
	buf_put(b, STR("--"));
	buf_put(b, str_of(o->name));
	if (o->arg != NULL) {
		buf_put(b, o->kind == OPT_MAYBE ? STR("[=") : STR("="));
		buf_put(b, str_of(o->arg));
		if (o->kind == OPT_MAYBE)
			buf_char(b, ']');
	}
	return b->n - start;
}

static void
put_own(struct buf *b, const struct opt *o)
{
	size_t col;

	buf_put(b, STR("  "));
	col = 2 + put_name(b, o);
	do {
		buf_char(b, ' ');
		col++;
	} while (col < INDENT);
	put_wrapped(b, o->help, &col, col > INDENT ? col : INDENT);
	buf_char(b, '\n');
}

/* The names alone, wrapped: "-k/--field=FIELD". */
static void
put_names(struct buf *b, const struct tool *t, bool (*is_one)(const char *help))
{
	size_t col = 2;

	buf_put(b, STR("  "));
	for (const struct opt *o = t->opts; o->name != NULL; o++) {
		struct buf name = { 0 };

		if (!is_one(o->help))
			continue;
		put_name(&name, o);
		for (size_t i = 0; i < name.n; i++)
			if (name.p[i] == ' ')
				name.p[i] = '/';
		if (o->letter)
			memmove(name.p + 2, name.p + 3, --name.n - 2);
		buf_char(&name, '\0');
		put_wrapped(b, name.p, &col, 2);
		buf_free(&name);
	}
	buf_char(b, '\n');
}

static bool
is_shared(const char *help)
{
	return help == NULL;
}

static bool
is_paged(const char *help)
{
	return help != NULL && *help == '\0';
}

/* The whole usage line, unless it would fill the screen. */
static void
put_short_usage(struct buf *b, const struct tool *t)
{
	struct buf usage = { 0 };
	size_t col = 0;

	put_usage(&usage, t);
	if (usage.n > MOST_USAGE) {
		usage.n = 0;
		buf_put(&usage, STR("usage: "));
		buf_put(&usage, str_of(t->name));
		buf_put(&usage, STR(" [option ...] "));
		buf_put(&usage, str_of(t->operands));
		buf_char(&usage, '\n');
	}
	usage.p[usage.n - 1] = '\0';
	put_wrapped(b, usage.p, &col, 4);
	buf_free(&usage);
}

static void
put_help(struct buf *b, const struct tool *t)
{
	bool paged = false;

	put_short_usage(b, t);
	buf_put(b, STR("\n\n"));
	buf_put(b, str_of(t->what));
	buf_put(b, STR("\n\n  "));
	buf_put(b, str_of(t->example));
	buf_put(b, STR("\n\n"));
	for (const struct opt *o = t->opts; o->name != NULL; o++) {
		if (o->help != NULL && *o->help != '\0')
			put_own(b, o);
		paged |= is_paged(o->help);
	}
	if (paged) {
		buf_put(b, STR("And, told in "));
		buf_put(b, str_of(t->name));
		buf_put(b, STR("(1):\n"));
		put_names(b, t, is_paged);
	}
	buf_put(b, STR("As in all five tools (see copydesk(7)):\n"));
	put_names(b, t, is_shared);
}

static _Noreturn void
print_and_exit(struct buf *b)
{
	out_put(buf_str(b));
	out_close();
	exit(EXIT_OK);
}

static _Noreturn void
help(const struct tool *t)
{
	struct buf b = { 0 };

	put_help(&b, t);
	print_and_exit(&b);
}

static _Noreturn void
version(const struct tool *t)
{
	struct buf b = { 0 };

	buf_put(&b, str_of(t->name));
	buf_put(&b, STR(" (copydesk) " VERSION "\n"));
	print_and_exit(&b);
}

static size_t
number(const struct tool *t, const struct opt *o, const char *arg)
{
	size_t v = 0, unit = 1;
	const char *p = arg;

	for (; *p >= '0' && *p <= '9' && v < SIZE_MAX / 10 - 9; p++)
		v = v * 10 + (size_t)(*p - '0');
	if (p > arg && o->kind == OPT_SIZE && *p != '\0') {
		const char *units = "KMG", *u = strchr(units, *p & ~32);

		for (int k = 0; u != NULL && k <= u - units; k++)
			unit *= 1024;
		p += u != NULL;
	}
	if (p == arg || *p != '\0' || v > SIZE_MAX / unit)
		opt_usage(t, "--%s: '%s' is no %s", o->name, arg,
		    o->kind == OPT_SIZE ? "size such as 500M" : "number");
	return v * unit;
}

/* Digits behind the third say nothing. */
static unsigned
share(const struct tool *t, const struct opt *o, const char *arg)
{
	unsigned v = 0, unit = 1000;
	const char *p = arg;

	if (*p == '0' || *p == '1')
		v = (unsigned)(*p++ - '0') * unit;
	if (*p == '.' && p[1] != '\0')
		for (p++; *p >= '0' && *p <= '9'; p++)
			v += (unsigned)(*p - '0') * (unit /= 10);
	if (p == arg || *p != '\0' || v > 1000)
		opt_usage(t, "--%s: '%s' is no number from 0 to 1", o->name,
		    arg);
	return v;
}

static int
choice(const struct tool *t, const struct opt *o, const char *arg)
{
	const char *p = o->arg;

	for (int k = 0;; k++) {
		size_t n = strcspn(p, "|");

		if (n == strlen(arg) && memcmp(p, arg, n) == 0)
			return k;
		if (p[n] == '\0')
			opt_usage(t, "--%s: '%s' is none of %s", o->name, arg,
			    o->arg);
		p += n + 1;
	}
}

uint32_t
opt_names(const struct tool *t, const char *option, const char *list,
    const char *const *names, size_t nnames)
{
	uint32_t which = 0;
	struct buf all = { 0 };
	const char *p = list;
	size_t n;

	for (;; p += n + 1) {
		size_t k = 0;

		n = strcspn(p, ",");

		while (k < nnames && !str_eq(str_of(names[k]),
		    (struct str){ p, n }))
			k++;
		if (k == nnames)
			break;
		which |= (uint32_t)1 << k;
		if (p[n] == '\0')
			return which;
	}
	for (size_t k = 0; k < nnames; k++) {
		buf_char(&all, ' ');
		buf_put(&all, str_of(names[k]));
	}
	buf_char(&all, '\0');
	opt_usage(t, "--%s: no '%.*s': there are%s", option, (int)n, p, all.p);
}

static void
set(const struct tool *t, const struct opt *o, const char *arg)
{
	struct opt_list *list;

	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->to = true;
		break;
	case OPT_STRING:
	case OPT_MAYBE:
		*(const char **)o->to = arg != NULL ? arg : "";
		break;
	case OPT_NUMBER:
	case OPT_SIZE:
		*(size_t *)o->to = number(t, o, arg);
		break;
	case OPT_SHARE:
		*(unsigned *)o->to = share(t, o, arg);
		break;
	case OPT_CHOICE:
		*(int *)o->to = choice(t, o, arg);
		break;
	case OPT_MANY:
		list = o->to;
		list->at = xgrow(list->at, &list->cap, list->n + 1,
		    sizeof *list->at);
		list->at[list->n++] = arg;
		break;
	}
}

/* Letters that must change, come or go to make b of a (Levenshtein). */
static size_t
distance(const char *a, const char *b)
{
	size_t row[MOST + 1], n = strlen(b), left, up;

	if (n > MOST || strlen(a) > MOST)
		return MOST;
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 0; a[i] != '\0'; i++) {
		left = row[0];
		row[0] = i + 1;
		for (size_t j = 0; j < n; j++) {
			size_t best = left + (a[i] != b[j]);

			up = row[j + 1];
			best = up + 1 < best ? up + 1 : best;
			best = row[j] + 1 < best ? row[j] + 1 : best;
			left = up;
			row[j + 1] = best;
		}
	}
	return row[n];
}

static _Noreturn void
unknown(const struct tool *t, const char *arg)
{
	const char *near = NULL;
	size_t best = 3;
	char name[MOST];

	if (strncmp(arg, "--", 2) != 0)
		opt_usage(t, "unknown option '-%c'", optopt);
	snprintf(name, sizeof name, "%.*s", (int)strcspn(arg + 2, "="), arg + 2);
	for (const struct opt *o = t->opts; o->name != NULL; o++)
		if (distance(name, o->name) < best) {
			best = distance(name, o->name);
			near = o->name;
		}
	if (near != NULL)
		opt_usage(t, "unknown option '--%s': did you mean '--%s'?",
		    name, near);
	opt_usage(t, "unknown option '--%s'", name);
}

/* getopt_long's own tables, from ours. */
static void
make_tables(const struct tool *t, char *shorts, struct option *longs)
{
	*shorts++ = ':';
	for (int i = 0; t->opts[i].name != NULL; i++) {
		const struct opt *o = &t->opts[i];

		if (o->letter) {
			*shorts++ = (char)o->letter;
			if (o->kind != OPT_FLAG)
				*shorts++ = ':';
		}
		longs[i].name = o->name;
		longs[i].has_arg = o->kind == OPT_FLAG ? no_argument
		    : o->kind == OPT_MAYBE ? optional_argument
		    : required_argument;
		longs[i].val = LONG_BASE + i;
	}
	*shorts = '\0';
}

static const struct opt *
by_letter(const struct tool *t, int c)
{
	const struct opt *o = t->opts;

	while (o->letter != c)
		o++;
	return o;
}

char **
opt_parse(const struct tool *t, int argc, char **argv)
{
	struct option longs[MOST] = { { 0 } };
	char shorts[2 * MOST + 2];
	const struct opt *o;
	int c, was = optind;

	progname = t->name;
	make_tables(t, shorts, longs);
	opterr = 0;
	for (; (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1;
	    was = optind) {
		if (c == ':')
			opt_usage(t, "'%s' needs a value", argv[optind - 1]);
		if (c == '?' && optopt >= LONG_BASE)
			opt_usage(t, "'--%s' takes no value",
			    t->opts[optopt - LONG_BASE].name);
		if (c == '?')
			unknown(t, optopt ? argv[was] : argv[optind - 1]);
		o = c >= LONG_BASE ? &t->opts[c - LONG_BASE] : by_letter(t, c);
		if (strcmp(o->name, "help") == 0)
			help(t);
		if (strcmp(o->name, "version") == 0)
			version(t);
		set(t, o, optarg);
	}
	return argv + optind;
}
