/* dedup -- every record once. */
#include "tools/dedup.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "io/out.h"
#include "io/seed.h"

enum { LEAST_MEMORY = 16 * 1024 * 1024 };

static struct dedup_command c;
static const char *skip_fields;
static const char *near;	/* LEVEL, "" without one */
static int key_bits;

static const struct opt opts[] = {
	{ 0, "near", OPT_MAYBE, "strict|normal|loose", &near,
	    "other wordings and copies of the same story too" },
	{ 'i', "ignore-case", OPT_FLAG, NULL, &c.how.nocase,
	    "letters in either case are equal" },
	{ 0, "fold", OPT_FLAG, NULL, &c.how.fold,
	    "case, blanks, quotes, dashes, bullets, &amp; are equal" },
	{ 'l', "list", OPT_FLAG, NULL, &c.list,
	    "compare whole documents, print their names" },
	{ 'D', "documents", OPT_FLAG, NULL, &c.documents, "" },
	{ 'v', "invert", OPT_FLAG, NULL, &c.complement,
	    "print what would be dropped instead" },
	{ 'c', "count", OPT_FLAG, NULL, &c.count, "" },
	{ 'd', "repeated", OPT_FLAG, NULL, &c.repeated, "" },
	{ 'u', "unique", OPT_FLAG, NULL, &c.unique, "" },
	{ 0, "mark", OPT_FLAG, NULL, &c.mark,
	    "print every record as STATUS, FIRST-SEEN, RECORD" },
	{ 0, "groups", OPT_FLAG, NULL, &c.groups,
	    "print every record with the number of its group" },
	{ 0, "keep", OPT_CHOICE, "first|longest|newest", &c.keep, "" },
	{ 'f', "skip-fields", OPT_STRING, "N", &skip_fields, "" },
	{ 's', "skip-chars", OPT_NUMBER, "N", &c.part.skip_chars, "" },
	{ 'w', "check-chars", OPT_NUMBER, "N", &c.part.check_chars, "" },
	{ 0, "seen", OPT_STRING, "FILE", &c.seen,
	    "remember across runs" },
	{ 0, "frozen", OPT_FLAG, NULL, &c.frozen, "" },
	{ 0, "keys", OPT_CHOICE, "128|64", &key_bits, "" },
	{ 0, "memory", OPT_SIZE, "SIZE", &c.memory, "" },
	{ 0, "tmpdir", OPT_STRING, "DIR", &c.tmpdir, "" },
	{ 0, "signatures", OPT_FLAG, NULL, &c.signatures, "" },
	{ 0, "join", OPT_FLAG, NULL, &c.join, "" },
	{ 0, "apply", OPT_STRING, "GROUPS-FILE", &c.apply, "" },
	{ 0, "part", OPT_NUMBER, "N", &c.part_number, "" },
	{ 0, "salt", OPT_STRING, "WORD", &c.salt, "" },
	OPT_COMMON(c.common),
	OPT_END
};

static const struct tool tool = {
	"dedup", "Print each record once, the first, in order.",
	"deboil *.txt | sentences | dedup --near", "[file ...]", opts
};

const char *const dedup_statuses[] = { "new", "exact", "near" };
const char *const dedup_levels[] = { "normal", "strict", "loose", NULL };

/* What is compared of an item: of a line, its part. */
struct str
dedup_compared(const struct dedup_command *d, const struct item *item)
{
	return d->kind == ITEM_LINE ? part_of(&d->part, item->text)
	    : item->text;
}

static bool
get_number(const char *s, size_t *v)
{
	char *end;

	*v = (size_t)strtoul(s, &end, 10);
	return *s >= '0' && *s <= '9' && *end == '\0';
}

/* -f N is uniq's, -f CHARSET that of all five tools; -k N is a column. */
static void
read_numbers(void)
{
	if (skip_fields != NULL
	    && !get_number(skip_fields, &c.part.skip_fields)) {
		if (c.common.charset == NULL)
			c.common.charset = skip_fields;
		skip_fields = NULL;
	}
	if (c.kind == ITEM_LINE && c.common.field != NULL
	    && (!get_number(c.common.field, &c.part.column)
	    || c.part.column == 0))
		opt_usage(&tool, "-k: '%s' is no column number, and the "
		    "records are no JSON objects (-j)", c.common.field);
}

static void
read_level(void)
{
	int level = 0;

	c.how.near = near != NULL;
	if (near == NULL || *near == '\0')
		return;
	while (dedup_levels[level] != NULL
	    && strcmp(dedup_levels[level], near) != 0)
		level++;
	if (dedup_levels[level] == NULL)
		opt_usage(&tool, "--near: '%s' is none of "
		    "strict|normal|loose", near);
	c.how.level = (enum dedup_level)level;
}

static void
check_combination(void)
{
	bool chosen = c.count || c.repeated || c.unique
	    || c.keep != KEEP_FIRST;
	int steps = c.signatures + c.join + (c.apply != NULL);

	if (chosen && c.mark)
		opt_usage(&tool, "-c, -d, -u and --keep do not go with --mark");
	if (c.count && (c.complement || c.groups))
		opt_usage(&tool, "-c does not go with -v or --groups");
	if (c.repeated && c.unique)
		opt_usage(&tool, "-d and -u: nothing is both");
	if (c.keep == KEEP_NEWEST && !c.common.json)
		opt_usage(&tool, "--keep=newest needs JSON objects (-j)");
	if (c.frozen && c.seen == NULL)
		opt_usage(&tool, "--frozen needs --seen");
	if (c.memory > 0 && c.memory < LEAST_MEMORY)
		opt_usage(&tool, "--memory: at least 16M");
	if (c.salt != NULL && !c.signatures)
		opt_usage(&tool, "--salt is for --signatures");
	if (steps > 1)
		opt_usage(&tool, "--signatures, --join, --apply: one at a time");
	if (steps > 0 && (chosen || c.seen != NULL || c.memory > 0))
		opt_usage(&tool, "--signatures, --join and --apply do not go "
		    "with -c, -d, -u, --keep, --seen or --memory");
	if (c.part.column + c.part.skip_chars + c.part.check_chars > 0
	    && c.kind != ITEM_LINE)
		opt_usage(&tool, "-f, -s and -w are for lines");
}

/* ---- settings, as the file of --seen and the steps carry them ---- */

static void
put_setting(const char *name, size_t n)
{
	buf_put(&c.settings, str_of(name));
	if (n > 0)
		buf_number(&c.settings, n);
}

/* A field's name may hold anything; a setting has neither blank nor tab. */
static void
put_field(const char *name)
{
	put_setting(",field=", 0);
	for (; *name != '\0'; name++)
		if ((unsigned char)*name <= ' ' || *name == '%') {
			buf_char(&c.settings, '%');
			buf_number(&c.settings, (unsigned char)*name);
		} else {
			buf_char(&c.settings, *name);
		}
}

static void
make_settings(void)
{
	put_setting(c.how.near ? "near,v" : "exact,v", DEDUP_VERSION);
	if (c.how.near) {
		put_setting(",", 0);
		put_setting(dedup_levels[c.how.level], 0);
	}
	put_setting(c.how.nocase ? ",ignore-case" : "", 0);
	put_setting(c.how.fold ? ",fold" : "", 0);
	put_setting(c.how.short_keys ? ",keys=64" : "", 0);
	if (c.kind == ITEM_OBJECT)
		put_field(c.common.field != NULL ? c.common.field : "text");
	if (c.kind == ITEM_DOCUMENT)
		put_setting(",documents", 0);
	if (c.part.column > 0)
		put_setting(",column=", c.part.column);
	if (c.part.skip_fields > 0)
		put_setting(",skip-fields=", c.part.skip_fields);
	if (c.part.skip_chars > 0)
		put_setting(",skip-chars=", c.part.skip_chars);
	if (c.part.check_chars > 0)
		put_setting(",check-chars=", c.part.check_chars);
	/* Not the salt itself: so much of it that mixtures are found. */
	if (c.salt != NULL)
		put_setting(",salt=", 1 + (hash_bytes(str_of(c.salt), 1) >> 40));
}

int
main(int argc, char *argv[])
{
	char **files;
	bool ok;

	c.part_number = 1;
	files = opt_parse(&tool, argc, argv);
	c.kind = c.common.json ? ITEM_OBJECT
	    : c.list || c.documents ? ITEM_DOCUMENT : ITEM_LINE;
	read_numbers();
	read_level();
	check_combination();
	c.how.short_keys = key_bits != 0;
	/* Signatures of several machines have to have the same keys. */
	if (!c.signatures)
		c.how.seed = seed_random();
	else if (c.salt != NULL)
		c.how.seed = hash_bytes(str_of(c.salt), 0);
	make_settings();
	if (c.common.by_line)
		out_by_line();
	if (c.signatures)
		ok = dedup_signatures(&c, files);
	else if (c.join)
		ok = dedup_join(&c, files);
	else if (c.apply != NULL)
		ok = dedup_apply(&c, files);
	else if (dedup_is_plain(&c))
		ok = dedup_lines(&c, files);
	else
		ok = dedup_run(&c, files);
	buf_free(&c.settings);
	return ok ? EXIT_OK : EXIT_INPUT;
}
