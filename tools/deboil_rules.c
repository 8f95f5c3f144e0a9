/* Rules that users give: patterns for lines to drop or keep. */
#include "tools/deboil.h"

#include <stdlib.h>

#include "base/die.h"
#include "io/in.h"
#include "text/chars.h"

static struct rules {
	struct deboil_rule *at;
	size_t n, cap;
} rules;

static void
add_rule(struct str pattern, bool keeps, const char *from)
{
	char error[REGEX_ERROR];
	struct regex *r = regex_open(pattern, error);

	if (r == NULL)
		diex("%s: '%.*s': %s", from, (int)pattern.n, pattern.p, error);
	rules.at = xgrow(rules.at, &rules.cap, rules.n + 1, sizeof *rules.at);
	rules.at[rules.n++] = (struct deboil_rule){ r, keeps, pattern, from };
}

static void
add_line(struct str line, const char *name, unsigned long long number)
{
	struct buf from = { 0 }, text = { 0 };
	bool keeps = str_starts(line, STR("keep "));

	buf_put(&from, str_of(name));
	buf_char(&from, ':');
	buf_number(&from, number);
	buf_char(&from, '\0');
	if (!keeps && !str_starts(line, STR("drop ")))
		diex("%s: a rule is \"drop REGEX\" or \"keep REGEX\"", from.p);
	buf_put(&text, chars_trim_ascii(str_cut(line, 5, line.n)));
	add_rule(buf_str(&text), keeps, from.p);	/* which own both now */
}

static void
read_file(const char *name)
{
	char *files[] = { (char *)name, NULL };
	struct in in;
	struct str line;

	in_open(&in, files, '\n', NULL);
	while (in_line(&in, &line)) {
		line = chars_trim_ascii(line);
		if (line.n > 0 && line.p[0] != '#')
			add_line(line, in.name, in.line);
	}
	if (!in_close(&in))
		exit(EXIT_FATAL);
}

void
deboil_read_rules(struct deboil_opts *o, const char *file,
    const struct opt_list *keep, const struct opt_list *drop)
{
	if (file != NULL)
		read_file(file);
	for (size_t i = 0; i < keep->n; i++)
		add_rule(str_of(keep->at[i]), true, "--keep");
	for (size_t i = 0; i < drop->n; i++)
		add_rule(str_of(drop->at[i]), false, "--drop");
	o->rules = rules.at;
	o->nrules = rules.n;
}
