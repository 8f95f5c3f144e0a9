#include "desk/deboil_nest.h"

#include "desk/deboil_parts.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_html_hints;

enum { LEAST_WORD = 2, HINTS = 3, LEVELS = 10 };

static void
pop(struct nest *n)
{
	const struct nest_level *l = &n->level[--n->depth];

	n->inside[(int)l->kind]--;
	n->hidden -= l->hidden;
	n->good -= l->hint > 0 ? l->hint : 0;
	n->bad += l->hint < 0 ? l->hint : 0;
}

static void
add_key(struct nest_level *l, uint32_t key)
{
	if (l->keys < NEST_KEYS)
		l->key[l->keys++] = key;
}

/* Words of a class or id: "post-body_text" has three. */
static int
read_names(struct nest_level *l, struct str v)
{
	uint32_t before = 0;
	int sum = 0;

	for (size_t i = 0, start = 0; i <= v.n; i++) {
		struct str w;
		uint32_t key;
		int h;

		if (i < v.n && byte_is_letter(v.p[i])
		    && !(i > start && byte_is_upper(v.p[i])
		    && byte_is_lower(v.p[i - 1])))
			continue;
		w = str_cut(v, start, i);
		start = i + (i < v.n && !byte_is_letter(v.p[i]));
		if (w.n < LEAST_WORD)
			continue;
		h = words_find_lower(&words_html_hints, w);
		sum += h == 1 ? 1 : h == 2 ? -1 : 0;
		key = deboil_word_hash(w);
		add_key(l, key);
		if (before != 0)
			add_key(l, before * 31 + key);
		before = key;
	}
	return sum;
}

/* "display: none", as its own style says. */
static bool
is_not_shown(struct str style)
{
	const struct str display = STR("display"), none = STR("none");

	for (size_t i = 0; i + display.n < style.n; i++) {
		if (!chars_eq_nocase(str_cut(style, i, i + display.n), display))
			continue;
		for (i += display.n; i < style.n && (style.p[i] == ':'
		    || byte_is_space(style.p[i])); i++)
			;
		if (style.n - i >= none.n && chars_eq_nocase(str_cut(style, i,
		    i + none.n), none))
			return true;
	}
	return false;
}

/*
 * +1 for each word of class, id, role and itemprop that speaks of text, -1 of
 * furniture; and whether the element is shown.
 */
static void
read_attrs(struct nest_level *l, struct str attrs)
{
	enum { NAMES = 4, HIDDEN = NAMES, ARIA, STYLE, ALL };
	const struct str names[ALL] = { STR("class"), STR("id"), STR("role"),
	    STR("itemprop"), STR("hidden"), STR("aria-hidden"),
	    STR("style") };
	struct str v[ALL];
	int sum = 0;

	html_attr_each(attrs, names, ALL, v);
	for (size_t k = 0; k < NAMES; k++)
		if (v[k].p != NULL)
			sum += read_names(l, v[k]);
	l->hint = (int8_t)(sum > HINTS ? HINTS : sum < -HINTS ? -HINTS : sum);
	l->hidden = v[HIDDEN].p != NULL || (v[ARIA].p != NULL
	    && chars_eq_nocase(v[ARIA], STR("true")))
	    || (v[STYLE].p != NULL && is_not_shown(v[STYLE]));
}

static void
pop_to(struct nest *n, unsigned depth)
{
	while (n->depth > depth)
		pop(n);
}

static bool
is_cell(uint32_t name)
{
	return name == deboil_word_hash(STR("td"))
	    || name == deboil_word_hash(STR("th"));
}

/* A cell ends where the next one begins, and where a row does. */
static void
end_cells(struct nest *n, uint32_t name)
{
	bool cell = is_cell(name);
	unsigned end = n->depth;

	if (!cell && name != deboil_word_hash(STR("tr")))
		return;
	for (unsigned i = n->depth; i-- > 0;) {
		const struct nest_level *l = &n->level[i];

		if (l->kind == K_HIDDEN)
			break;
		if (l->kind != K_TABLE)
			continue;
		if (!is_cell(l->name) && (cell || l->name != name))
			break;
		end = i;
		if (cell || l->name == name)
			break;
	}
	pop_to(n, end);
}

static bool
is_term(uint32_t name)
{
	return name == deboil_word_hash(STR("dt"))
	    || name == deboil_word_hash(STR("dd"));
}

/* An item ends where the next one of its list begins, whatever is open in it. */
static void
end_item(struct nest *n, uint32_t name)
{
	bool term = is_term(name);

	if (!term && name != deboil_word_hash(STR("li")))
		return;
	for (unsigned i = n->depth; i-- > 0;) {
		const struct nest_level *l = &n->level[i];

		if (l->name == name || (term && is_term(l->name))) {
			pop_to(n, i);
			return;
		}
		if (l->kind != K_BLOCK && l->kind != K_PARAGRAPH)
			return;
	}
}

/*
 * What ends without an end tag: a paragraph at any block, items and cells at
 * the next one (HTML standard, 13.1.2.4 and 13.2.6.4).
 */
static void
end_implied(struct nest *n, enum nest_kind k, uint32_t name)
{
	if (n->deeper > 0)
		return;
	while (n->depth > 0 && n->level[n->depth - 1].kind == K_PARAGRAPH)
		pop(n);
	if (k == K_ITEM)
		end_item(n, name);
	else if (k == K_TABLE)
		end_cells(n, name);
}

void
nest_open(struct nest *n, const struct html_token *t, enum nest_kind k)
{
	uint32_t name = deboil_word_hash(t->name), above;
	struct nest_level *l;

	end_implied(n, k, name);
	if (n->depth == NEST_MOST) {
		n->deeper++;
		return;
	}
	above = n->depth > 0 ? n->level[n->depth - 1].path : 0;
	l = &n->level[n->depth++];
	*l = (struct nest_level){ .name = name, .kind = (int8_t)k };
	add_key(l, l->name);
	read_attrs(l, t->attrs);
	l->path = above * 0x9e3779b1u + l->name;
	for (unsigned i = 1; i < l->keys; i++)
		l->path = l->path * 31 + l->key[i];
	l->rank = k == K_HEADING ? (uint8_t)(t->name.p[1] - '0') : 0;
	n->inside[k]++;
	n->hidden += l->hidden;
	n->good += l->hint > 0 ? l->hint : 0;
	n->bad -= l->hint < 0 ? l->hint : 0;
}

void
nest_close(struct nest *n, const struct html_token *t)
{
	uint32_t name = deboil_word_hash(t->name);
	unsigned i = n->depth;

	if (n->deeper > 0) {
		n->deeper--;
		return;
	}
	while (i > 0 && n->level[i - 1].name != name)
		i--;
	if (i == 0)
		return;
	pop_to(n, i - 1);
}

enum nest_kind
nest_kind(const struct nest *n)
{
	return n->depth > 0 ? (enum nest_kind)n->level[n->depth - 1].kind
	    : K_BLOCK;
}

uint32_t
nest_path(const struct nest *n)
{
	unsigned i = n->depth;

	if (i > 1 && n->level[i - 1].kind >= K_PARAGRAPH
	    && n->level[i - 1].kind <= K_PRE)
		i--;
	return i > 0 ? n->level[i - 1].path : 0;
}

unsigned
nest_keys(const struct nest *n, uint32_t *keys, unsigned most)
{
	unsigned k = 0, far = 0;

	for (unsigned i = n->depth; i-- > 0 && far < LEVELS; far++) {
		const struct nest_level *l = &n->level[i];

		for (unsigned j = 0; j < l->keys && k < most; j++)
			keys[k++] = (l->key[j] & ~3u)
			    | (far < 1 ? 0 : far < 3 ? 1 : 2);
	}
	return k;
}
