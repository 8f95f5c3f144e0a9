#include "train/quotes_gold.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "io/json.h"
#include "text/chars.h"
#include "text/utf8.h"

/* Byte offsets of the characters. */
static size_t *
offsets_of(struct str t)
{
	size_t *at = xalloc(t.n + 2, sizeof *at), n = 0;

	for (size_t i = 0; i < t.n;) {
		at[n++] = i;
		utf8_next(t, &i);
	}
	at[n] = t.n;
	return at;
}

static struct span
span_field(struct str object, const char *name, const size_t *at)
{
	struct str v, x;
	struct span s = { 0, 0 };

	if (!json_field(object, str_of(name), &v) || v.n == 0 || v.p[0] != '{')
		return s;
	if (json_field(v, STR("start"), &x))
		s.start = at[strtoul(x.p, NULL, 10)];
	if (json_field(v, STR("end"), &x))
		s.end = at[strtoul(x.p, NULL, 10)];
	return s;
}

static void
parse_quote(struct gold *g, struct str object, const size_t *at)
{
	struct str v;
	size_t i = 0;
	unsigned long long a, b;

	*g = (struct gold){ .speaker = span_field(object, "speaker", at),
	    .cue = span_field(object, "cue", at) };
	if (json_field(object, STR("spans"), &v))
		while (g->n < 32 && json_number(v, &i, &a)
		    && json_number(v, &i, &b))
			g->spans[g->n++] = (struct span){ at[a], at[b] };
	if (json_field(object, STR("speaker_canonical"), &v) && v.n > 0
	    && v.p[0] == '"')
		json_unquote(&g->name, v);
	g->speech = json_field(object, STR("speech"), &v) && v.p[0] == 't';
	g->direct = json_field(object, STR("type"), &v)
	    && str_eq(v, STR("\"direct\""));
}

/* The next object of an array of objects at or after *i. */
static bool
next_object(struct str v, size_t *i, struct str *object)
{
	size_t start = 0;
	int depth = 0;
	bool string = false;

	for (; *i < v.n; ++*i) {
		char c = v.p[*i];

		if (string) {
			*i += c == '\\';
			string = c != '"';
		} else if (c == '"') {
			string = true;
		} else if (c == '{' && depth++ == 0) {
			start = *i;
		} else if (c == '}' && --depth == 0) {
			*object = str_cut(v, start, ++*i);
			return true;
		}
	}
	return false;
}

static void
parse_article(struct article *a, struct str line)
{
	struct str v, object;
	size_t *at, i = 0, cap = 0;

	if (!json_field(line, STR("text"), &v))
		diex("an article without text");
	json_unquote(&a->text, v);
	if (json_field(line, STR("id"), &v))
		buf_put(&a->id, v);
	at = offsets_of(buf_str(&a->text));
	if (json_field(line, STR("quotes"), &v))
		while (next_object(v, &i, &object)) {
			a->gold = xgrow(a->gold, &cap, a->n + 1,
			    sizeof *a->gold);
			parse_quote(&a->gold[a->n++], object, at);
		}
	free(at);
}

void
gold_load(struct corpus *c, const char *path)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		diee("%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		c->a = xgrow(c->a, &c->cap, c->n + 1, sizeof *c->a);
		c->a[c->n] = (struct article){ .n = 0 };
		parse_article(&c->a[c->n++], (struct str){ line, (size_t)n });
	}
	free(line);
	fclose(f);
}

struct str
gold_last_name(struct str s)
{
	struct str best = { "", 0 };

	for (size_t i = 0; i < s.n && s.p[i] != ',';) {
		size_t from = i;

		while (i < s.n && s.p[i] != ' ' && s.p[i] != ',')
			i++;
		if (byte_is_upper(s.p[from]))
			best = str_cut(s, from, i);
		while (i < s.n && s.p[i] == ' ')
			i++;
	}
	return best;
}
