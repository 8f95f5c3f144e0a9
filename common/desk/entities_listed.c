/* The user's own names: the longest that stands at a token wins. */
#include "desk/entities.h"

#include "base/die.h"

enum { WORDS = 12 };	/* of a listed name; longer ones never match */

struct entities_listed {
	struct str normal;
	enum entity_type type;
};

/* The text from token i on, one blank for white space; at most n tokens. */
static struct str
joined(struct entities *e, size_t i, size_t n)
{
	e->scratch.n = 0;
	for (size_t k = i; k < i + n; k++) {
		if (k > i && e->tokens[k].space)
			buf_char(&e->scratch, ' ');
		buf_put(&e->scratch, entities_token(e, k));
	}
	return buf_str(&e->scratch);
}

/* What stands before the next tab, which is taken off the rest too. */
static struct str
take_column(struct str *rest)
{
	const char *tab = memchr(rest->p, '\t', rest->n);
	size_t n = tab != NULL ? (size_t)(tab - rest->p) : rest->n;
	struct str column = str_cut(*rest, 0, n);

	*rest = str_cut(*rest, n + (tab != NULL), rest->n);
	return column;
}

bool
entities_list(struct entities *e, struct str line, struct str *type)
{
	struct str name = take_column(&line), normal;
	struct token first;
	unsigned t = 0;
	size_t at = 0;

	*type = take_column(&line);
	normal = take_column(&line);
	if ((name.n == 0 && type->n == 0) || (name.n > 0 && name.p[0] == '#'))
		return true;
	while (t < ENTITY_DATE && !str_eq(*type, str_of(entity_types[t])))
		t++;
	if (t == ENTITY_DATE)
		return false;
	if (!tokens_next(name, &at, &first))
		return true;
	e->listed = xgrow(e->listed, &e->listed_cap, e->nlisted + 1,
	    sizeof *e->listed);
	e->listed[e->nlisted++] = (struct entities_listed){ normal.n > 0
	    ? normal : name, (enum entity_type)t };
	*map_put(&e->listed_names, name, NULL) = (uint32_t)e->nlisted;
	map_put(&e->listed_first, str_cut(name, first.start, first.end), NULL);
	return true;
}

size_t
entities_listed(struct entities *e, size_t i, struct entity *x)
{
	size_t most = 1;

	if (e->nlisted == 0
	    || map_get(&e->listed_first, entities_token(e, i)) == NULL)
		return 0;
	while (most < WORDS && i + most < e->ntokens
	    && !e->tokens[i + most].breaks)
		most++;
	for (; most > 0; most--) {
		const uint32_t *at = map_get(&e->listed_names,
		    joined(e, i, most));

		if (at == NULL)
			continue;
		x->type = e->listed[*at - 1].type;
		x->name = e->listed[*at - 1].normal;
		return most;
	}
	return 0;
}
