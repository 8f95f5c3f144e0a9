/*
 * opt -- the command line from one table a tool: getopt_long's strings, the
 * usage line, --help and checks all come from it. --help and --version act
 * and exit 0; anything wrong says what, prints the usage and exits 2.
 */
#ifndef IO_OPT_H
#define IO_OPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum opt_kind {
	OPT_FLAG,	/* to: bool *, set */
	OPT_STRING,	/* to: const char ** */
	OPT_MAYBE,	/* to: const char **; --name or --name=ARG ("" without) */
	OPT_NUMBER,	/* to: size_t * */
	OPT_SIZE,	/* to: size_t *; bytes, K M G of 1024 may follow */
	OPT_SHARE,	/* to: unsigned *; 0 to 1, such as 0.85, in thousandths */
	OPT_CHOICE,	/* to: int *; arg is "one|two": its place, from 0 */
	OPT_MANY	/* to: struct opt_list *; may be given again */
};

struct opt {
	int letter;		/* 0: only the long name */
	const char *name;	/* NULL ends the table */
	enum opt_kind kind;
	const char *arg;	/* as the usage shows it; NULL for a flag */
	void *to;
	/* NULL: one of those every tool shares; "": told in the man page */
	const char *help;
};

struct opt_list {
	const char **at;
	size_t n, cap;
};

struct tool {
	const char *name, *what, *example;	/* what: one line */
	const char *operands;			/* "[file ...]" */
	const struct opt *opts;
};

/* The operands, NULL at the end. Sets progname. */
char **opt_parse(const struct tool *, int argc, char **argv);

/* "tool: message", the usage line, exit 2. */
_Noreturn void opt_usage(const struct tool *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Which of names (at most 32) the list "ONE,OTHER" names, as bits by their
 * place; one that is none of them ends as opt_usage does and says which there
 * are.
 */
uint32_t opt_names(const struct tool *, const char *option, const char *list,
    const char *const *names, size_t nnames);

/* What every tool that reads documents can be told. */
struct common {
	bool nul, show_name, json, by_line, progress;
	const char *field, *charset;
	int input;		/* enum doc_form, as --input says */
	/* Records (finders, and other tools' labels). */
	bool offsets, header, annotate;
	const char *columns, *with;
	const char *markup;	/* io/markup: NULL, "" or "html" */
	int color;		/* 0 auto, 1 always, 2 never */
};

#define OPT_COMMON(c) \
	{ '0', "null", OPT_FLAG, NULL, &(c).nul, NULL }, \
	{ 'H', "with-filename", OPT_FLAG, NULL, &(c).show_name, NULL }, \
	{ 'j', "json", OPT_FLAG, NULL, &(c).json, NULL }, \
	{ 'k', "field", OPT_STRING, "FIELD", &(c).field, NULL }, \
	{ 'f', "charset", OPT_STRING, "CHARSET", &(c).charset, NULL }, \
	{ 0, "line-buffered", OPT_FLAG, NULL, &(c).by_line, NULL }, \
	{ 0, "progress", OPT_FLAG, NULL, &(c).progress, NULL }
#define OPT_INPUT(c, forms) \
	{ 0, "input", OPT_CHOICE, forms, &(c).input, NULL }
#define OPT_RECORDS(c) \
	{ 'b', "offsets", OPT_FLAG, NULL, &(c).offsets, NULL }, \
	{ 'o', "output", OPT_STRING, "FIELD,...", &(c).columns, NULL }, \
	{ 0, "header", OPT_FLAG, NULL, &(c).header, NULL }
#define OPT_FINDER(c) \
	OPT_RECORDS(c), \
	{ 0, "with", OPT_STRING, "FIELD,...", &(c).with, NULL }, \
	{ 0, "annotate", OPT_FLAG, NULL, &(c).annotate, NULL }
#define OPT_MARKUP(c) \
	{ 0, "markup", OPT_MAYBE, "html", &(c).markup, \
	    "print the text itself, finds in colour; or an HTML page" }, \
	{ 0, "color", OPT_CHOICE, "auto|always|never", &(c).color, \
	    "with --markup" }
#define OPT_END \
	{ 0, "help", OPT_FLAG, NULL, NULL, NULL }, \
	{ 0, "version", OPT_FLAG, NULL, NULL, NULL }, \
	{ 0, NULL, OPT_FLAG, NULL, NULL, NULL }

#endif
