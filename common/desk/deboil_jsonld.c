/*
 * What a page's JSON-LD says of its article (schema.org). Real scripts are
 * often not quite JSON (raw line ends, commas before brackets, comments), so
 * this walks the tokens and lets pass what it does not know. Articles in lists
 * of other pages ("itemListElement", "hasPart") are not this page's.
 */
#include "desk/deboil_parts.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { DEEP = 32, AUTHORS = 8, NAMED = 64 };

/* What a key says of its value. */
enum role {
	R_OTHER, R_SAME, R_TYPE, R_HEADLINE, R_NAME, R_PUBLISHED, R_CREATED,
	R_MODIFIED, R_AUTHOR, R_PUBLISHER, R_URL, R_ID, R_LANG, R_ROLES
};

static const struct {
	const char *key;
	enum role role;
} keys[] = {
	{ "@graph", R_SAME }, { "mainEntity", R_SAME },
	{ "@type", R_TYPE }, { "headline", R_HEADLINE },
	{ "name", R_NAME }, { "datePublished", R_PUBLISHED },
	{ "dateCreated", R_CREATED }, { "dateModified", R_MODIFIED },
	{ "author", R_AUTHOR }, { "creator", R_AUTHOR },
	{ "publisher", R_PUBLISHER }, { "url", R_URL },
	{ "mainEntityOfPage", R_URL }, { "@id", R_ID },
	{ "inLanguage", R_LANG },
};

struct node {
	bool array, article;
	bool elsewhere;		/* part of what another page holds */
	enum role role;		/* of the key it is the value of */
	enum role key;		/* of the value that comes next */
	struct str said[R_ROLES];
	struct str author[AUTHORS];
	size_t authors;
};

struct walk {
	struct deboil *d;
	struct str s;
	size_t i;
	struct node *at;	/* DEEP of them */
	size_t depth, beyond;	/* brackets open; those deeper than DEEP */
	/*
	 * Objects that have an "@id" and a name, for those that are only
	 * referred to. They are collected in a walk of its own, as a graph may
	 * name its persons after its article.
	 */
	bool collects;
	bool cut;		/* ends within a string */
	struct {
		struct str id, name;
	} named[NAMED];
	size_t nnamed;
};

static enum role
role_of(struct str key)
{
	for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
		if (chars_eq_nocase(key, str_of(keys[k].key)))
			return keys[k].role;
	return R_OTHER;
}

static struct node *
top(struct walk *w)
{
	return &w->at[w->depth - 1];
}

/* The innermost object, an array in it aside; NULL outside of all. */
static struct node *
object(struct walk *w)
{
	for (size_t k = w->depth; k-- > 0;)
		if (!w->at[k].array)
			return &w->at[k];
	return NULL;
}

static bool
is_article(struct str type)
{
	return str_ends(type, STR("Article")) || str_ends(type, STR("Posting"))
	    || str_ends(type, STR("Report"));
}

static void
add_author(struct node *n, struct str name)
{
	if (n != NULL && name.n > 0 && n->authors < AUTHORS)
		n->author[n->authors++] = name;
}

/* A string that is the value of role in object n. */
static void
take_string(struct node *n, enum role role, struct str v)
{
	if (n == NULL)
		return;
	if (role == R_TYPE)
		n->article |= is_article(v);
	else if (role == R_AUTHOR)
		add_author(n, v);
	else if (n->said[role].n == 0)
		n->said[role] = v;
}

/* ---- what is kept ---- */

static int
hex4(struct str s, size_t i)
{
	int v = 0;

	if (i + 4 > s.n)
		return -1;
	for (size_t end = i + 4; i < end; i++) {
		char c = byte_lower(s.p[i]);

		if (!byte_is_digit(c) && (c < 'a' || c > 'f'))
			return -1;
		v = v * 16 + (byte_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return v;
}

/* At "\u": the code point; two surrogates are one. */
static void
put_unicode(struct buf *b, struct str s, size_t *i)
{
	int c = hex4(s, *i + 2), low;

	*i += 2;
	if (c < 0)
		return;
	*i += 4;
	if (c >= 0xd800 && c < 0xdc00 && *i + 1 < s.n && s.p[*i] == '\\'
	    && s.p[*i + 1] == 'u' && (low = hex4(s, *i + 2)) >= 0xdc00
	    && low < 0xe000) {
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		*i += 6;
	}
	utf8_put(b, (uint32_t)c);
}

void
deboil_json_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		char c = s.p[i];

		if (c != '\\' || i + 1 == s.n) {
			buf_char(b, c);
			i++;
		} else if (s.p[i + 1] == 'u') {
			put_unicode(b, s, &i);
		} else {
			c = s.p[i + 1];
			buf_char(b, strchr("nrtbf", c) != NULL ? ' ' : c);
			i += 2;
		}
	}
}

static void
keep(struct walk *w, enum deboil_field f, int rank, struct str s)
{
	struct buf b = { 0 };

	deboil_json_text(&b, s);
	deboil_meta_set(w->d, f, rank, buf_str(&b));
	buf_free(&b);
}

static void
keep_authors(struct walk *w, const struct node *n)
{
	struct buf b = { 0 };

	for (size_t k = 0; k < n->authors; k++) {
		if (k > 0)
			buf_put(&b, STR(", "));
		buf_put(&b, n->author[k]);
	}
	keep(w, DEBOIL_AUTHOR, DEBOIL_SURE, buf_str(&b));
	buf_free(&b);
}

static struct str
address_of(const struct node *n)
{
	return n->said[n->said[R_URL].n > 0 ? R_URL : R_ID];
}

static void
keep_article(struct walk *w, const struct node *n)
{
	keep(w, DEBOIL_TITLE, DEBOIL_LIKELY, n->said[R_HEADLINE]);
	keep(w, DEBOIL_DATE, DEBOIL_SURE, n->said[R_PUBLISHED]);
	keep(w, DEBOIL_DATE, DEBOIL_LIKELY, n->said[R_CREATED]);
	keep(w, DEBOIL_DATE, DEBOIL_LAST, n->said[R_MODIFIED]);
	keep(w, DEBOIL_SITE, DEBOIL_LIKELY, n->said[R_PUBLISHER]);
	keep(w, DEBOIL_URL, DEBOIL_GUESS, address_of(n));
	keep(w, DEBOIL_LANG, DEBOIL_GUESS, n->said[R_LANG]);
	keep_authors(w, n);
}

static void
note_name(struct walk *w, const struct node *n)
{
	if (n->said[R_ID].n == 0 || n->said[R_NAME].n == 0
	    || w->nnamed == NAMED)
		return;
	w->named[w->nnamed].id = n->said[R_ID];
	w->named[w->nnamed++].name = n->said[R_NAME];
}

/* The name of an object, or of the one it refers to. */
static struct str
name_of(const struct walk *w, const struct node *n)
{
	if (n->said[R_NAME].n > 0 || n->said[R_ID].n == 0)
		return n->said[R_NAME];
	for (size_t k = 0; k < w->nnamed; k++)
		if (str_eq(w->named[k].id, n->said[R_ID]))
			return w->named[k].name;
	return n->said[R_NAME];
}

/* An object is over: it goes into its owner, or is kept. */
static void
end_object(struct walk *w, const struct node *n)
{
	struct node *owner = object(w);

	if (w->collects)
		note_name(w, n);
	else if (n->role == R_AUTHOR)
		add_author(owner, name_of(w, n));
	else if (n->role == R_PUBLISHER)
		take_string(owner, R_PUBLISHER, name_of(w, n));
	else if (n->role == R_URL)
		take_string(owner, R_URL, address_of(n));
	else if (!n->elsewhere && n->article)
		keep_article(w, n);
	else if (!n->elsewhere)
		keep(w, DEBOIL_DATE, DEBOIL_GUESS, n->said[R_PUBLISHED]);
}

/* ---- walking ---- */

static void
open_node(struct walk *w, bool array)
{
	struct node *n;
	enum role role = R_SAME;
	bool elsewhere = false;

	if (w->depth == DEEP) {
		w->beyond++;
		return;
	}
	if (w->depth > 0) {
		role = top(w)->array ? top(w)->role : top(w)->key;
		elsewhere = top(w)->elsewhere || role == R_OTHER;
	}
	n = &w->at[w->depth++];
	memset(n, 0, sizeof *n);
	n->array = array;
	n->role = role;
	n->elsewhere = elsewhere;
}

static void
close_node(struct walk *w)
{
	struct node *n;

	if (w->beyond > 0) {
		w->beyond--;
		return;
	}
	if (w->depth == 0)
		return;
	n = top(w);
	w->depth--;
	if (!n->array)
		end_object(w, n);
	if (w->depth > 0)
		top(w)->key = R_OTHER;
}

static size_t
end_of_string(struct str s, size_t i)
{
	while (i < s.n && s.p[i] != '"')
		i += 1 + (s.p[i] == '\\');
	return i < s.n ? i : s.n;
}

static void
take_quoted(struct walk *w)
{
	size_t start = w->i + 1, end = end_of_string(w->s, start), next;
	struct str v = str_cut(w->s, start, end);

	w->i = end < w->s.n ? end + 1 : end;
	w->cut = end == w->s.n;
	if (w->depth == 0 || w->beyond > 0)
		return;
	for (next = w->i; next < w->s.n && byte_is_space(w->s.p[next]); next++)
		;
	if (next < w->s.n && w->s.p[next] == ':' && !top(w)->array) {
		top(w)->key = role_of(v);
		return;
	}
	take_string(object(w), top(w)->array ? top(w)->role : top(w)->key, v);
	top(w)->key = R_OTHER;
}

static void
walk(struct walk *w)
{
	w->i = w->depth = w->beyond = 0;
	while (w->i < w->s.n) {
		char c = w->s.p[w->i];

		if (c == '"') {
			take_quoted(w);
			continue;
		}
		w->i++;
		if (c == '{' || c == '[')
			open_node(w, c == '[');
		else if (c == '}' || c == ']')
			close_node(w);
	}
	/* Brackets that are not closed; what a script cut short says is not sure. */
	for (w->beyond = 0; w->depth > 0 && !w->cut;)
		close_node(w);
}

void
deboil_meta_script(struct deboil *d, struct str script)
{
	struct node nodes[DEEP];
	struct walk w = { .d = d, .s = script, .at = nodes, .collects = true };

	walk(&w);
	w.collects = false;
	walk(&w);
}
