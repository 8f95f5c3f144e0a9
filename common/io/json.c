#include "io/json.h"

#include "text/chars.h"
#include "text/utf8.h"

/*
 * One pass over the text with the open brackets as a bit stack: validation
 * and member iteration share the same step.
 */
struct scan {
	struct str s;
	size_t i;
	const char *why;
};

static bool
fail(struct scan *c, const char *why)
{
	c->why = why;
	return false;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_blank(struct scan *c)
{
	while (c->i < c->s.n && is_blank(c->s.p[c->i]))
		c->i++;
}

static bool
is_hex(char c)
{
	return byte_is_digit(c) || (byte_lower(c) >= 'a' && byte_lower(c) <= 'f');
}

static bool
scan_escape(struct scan *c)
{
	size_t left = c->s.n - c->i;
	const char *p = c->s.p + c->i;

	if (left < 2)
		return fail(c, "a string does not end");
	if (p[1] == 'u') {
		if (left < 6 || !is_hex(p[2]) || !is_hex(p[3])
		    || !is_hex(p[4]) || !is_hex(p[5]))
			return fail(c, "bad \\u escape in a string");
		c->i += 6;
		return true;
	}
	if (p[1] == '\0' || strchr("\"\\/bfnrt", p[1]) == NULL)
		return fail(c, "bad escape in a string");
	c->i += 2;
	return true;
}

static bool
scan_string(struct scan *c)
{
	for (c->i++; c->i < c->s.n;) {
		c->i += utf8_unquoted(str_cut(c->s, c->i, c->s.n));
		if (c->i == c->s.n)
			break;
		if (c->s.p[c->i] == '"') {
			c->i++;
			return true;
		}
		if (c->s.p[c->i] != '\\')
			return fail(c, "a control character in a string");
		if (!scan_escape(c))
			return false;
	}
	return fail(c, "a string does not end");
}

static size_t
scan_digits(struct scan *c)
{
	size_t start = c->i;

	while (c->i < c->s.n && byte_is_digit(c->s.p[c->i]))
		c->i++;
	return c->i - start;
}

static char
here(const struct scan *c)
{
	return c->i < c->s.n ? c->s.p[c->i] : '\0';
}

static bool
scan_number(struct scan *c)
{
	size_t start;

	c->i += here(c) == '-';
	start = c->i;
	if (scan_digits(c) == 0)
		return fail(c, "a value is missing or malformed");
	if (c->s.p[start] == '0' && c->i - start > 1)
		return fail(c, "a number with a leading zero");
	if (here(c) == '.') {
		c->i++;
		if (scan_digits(c) == 0)
			return fail(c, "malformed number");
	}
	if (here(c) == 'e' || here(c) == 'E') {
		c->i++;
		c->i += here(c) == '+' || here(c) == '-';
		if (scan_digits(c) == 0)
			return fail(c, "malformed number");
	}
	return true;
}

static bool
scan_literal(struct scan *c)
{
	const struct str words[] = { STR("true"), STR("false"), STR("null") };
	struct str rest = str_cut(c->s, c->i, c->s.n);

	for (size_t k = 0; k < 3; k++)
		if (str_starts(rest, words[k])) {
			c->i += words[k].n;
			return true;
		}
	return fail(c, "a value is missing or malformed");
}

static bool
scan_scalar(struct scan *c)
{
	char b = here(c);

	if (b == '"')
		return scan_string(c);
	if (b == '-' || byte_is_digit(b))
		return scan_number(c);
	return scan_literal(c);
}

static bool
scan_key(struct scan *c)
{
	skip_blank(c);
	if (here(c) != '"')
		return fail(c, "a key is missing");
	if (!scan_string(c))
		return false;
	skip_blank(c);
	if (here(c) != ':')
		return fail(c, "a colon is missing");
	c->i++;
	return true;
}

struct stack {
	size_t depth;
	unsigned char is_object[JSON_DEPTH];
};

/* At a value's first byte: a scalar is passed, a bracket opened. */
static bool
begin_value(struct scan *c, struct stack *st, bool *opened)
{
	char b = here(c);

	*opened = false;
	if (b != '{' && b != '[')
		return scan_scalar(c);
	if (st->depth == JSON_DEPTH)
		return fail(c, "nested too deeply");
	st->is_object[st->depth++] = b == '{';
	c->i++;
	skip_blank(c);
	if (here(c) == (b == '{' ? '}' : ']')) {
		st->depth--;
		c->i++;
		return true;
	}
	*opened = true;
	return b == '[' || scan_key(c);
}

/* After a value: closes brackets, or goes on to the next one. */
static bool
end_value(struct scan *c, struct stack *st)
{
	while (st->depth > 0) {
		bool object = st->is_object[st->depth - 1];

		skip_blank(c);
		if (here(c) == ',') {
			c->i++;
			return !object || scan_key(c);
		}
		if (here(c) != (object ? '}' : ']'))
			return fail(c, c->i == c->s.n
			    ? "it ends too early" : "a comma is missing");
		c->i++;
		st->depth--;
	}
	return true;
}

static bool
scan_value(struct scan *c)
{
	struct stack st;
	bool opened;

	st.depth = 0;
	do {
		skip_blank(c);
		if (!begin_value(c, &st, &opened))
			return false;
		if (!opened && !end_value(c, &st))
			return false;
	} while (st.depth > 0);
	return true;
}

bool
json_is_object(struct str s, const char **why)
{
	struct scan c = { s, 0, NULL };
	bool ok;

	skip_blank(&c);
	ok = here(&c) == '{' ? scan_value(&c) : fail(&c, "no JSON object");
	if (ok) {
		skip_blank(&c);
		if (c.i < s.n)
			ok = fail(&c, "more after the object");
	}
	*why = c.why;
	return ok;
}

bool
json_member(struct str object, size_t *i, struct str *key, struct str *value)
{
	struct scan c = { object, *i, NULL };
	size_t start;

	if (c.i == 0) {
		skip_blank(&c);
		c.i++;
	}
	skip_blank(&c);
	if (here(&c) == ',')
		c.i++;
	skip_blank(&c);
	start = c.i;
	if (here(&c) != '"' || !scan_string(&c))
		return false;
	*key = str_cut(object, start, c.i);
	skip_blank(&c);
	c.i++;
	skip_blank(&c);
	start = c.i;
	if (!scan_value(&c))
		return false;
	*value = str_cut(object, start, c.i);
	*i = c.i;
	return true;
}

static bool
key_is(struct str key, struct str name)
{
	struct buf b = { 0 };
	bool same;

	if (memchr(key.p, '\\', key.n) == NULL)
		return str_eq(str_cut(key, 1, key.n - 1), name);
	json_unquote(&b, key);
	same = str_eq(buf_str(&b), name);
	buf_free(&b);
	return same;
}

bool
json_field(struct str object, struct str name, struct str *value)
{
	struct str key, v;
	bool found = false;

	for (size_t i = 0; json_member(object, &i, &key, &v);)
		if (key_is(key, name)) {
			*value = v;
			found = true;
		}
	return found;
}

static uint32_t
hex4(const char *p)
{
	uint32_t v = 0;

	for (int i = 0; i < 4; i++)
		v = v << 4 | (byte_is_digit(p[i]) ? (uint32_t)(p[i] - '0')
		    : (uint32_t)(byte_lower(p[i]) - 'a' + 10));
	return v;
}

/* At "\u": the code point, *i past it; a pair of surrogates is one. */
static uint32_t
unescape_u(struct str s, size_t *i)
{
	uint32_t c = hex4(s.p + *i + 2), low;

	*i += 6;
	if (c < 0xd800 || c > 0xdbff || s.n - *i < 6
	    || s.p[*i] != '\\' || s.p[*i + 1] != 'u')
		return c;
	low = hex4(s.p + *i + 2);
	if (low < 0xdc00 || low > 0xdfff)
		return c;
	*i += 6;
	return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

void
json_unquote(struct buf *b, struct str value)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	struct str s = str_cut(value, 1, value.n - 1);

	for (size_t i = 0; i < s.n;) {
		const char *slash = memchr(s.p + i, '\\', s.n - i), *at;
		size_t end = slash != NULL ? (size_t)(slash - s.p) : s.n;

		buf_put(b, str_cut(s, i, end));
		i = end;
		if (slash == NULL)
			break;
		if (s.p[i + 1] == 'u') {
			utf8_put(b, unescape_u(s, &i));
			continue;
		}
		at = strchr(from, s.p[i + 1]);
		buf_char(b, at != NULL ? to[at - from] : s.p[i + 1]);
		i += 2;
	}
}

bool
json_string(struct buf *b, struct str object, struct str name)
{
	struct str value;

	if (!json_field(object, name, &value) || !json_is_string(value))
		return false;
	json_unquote(b, value);
	return true;
}

static void
quote_char(struct buf *b, char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char from[] = "\b\f\n\r\t\"\\", to[] = "bfnrt\"\\";
	const char *at = c != '\0' ? strchr(from, c) : NULL;

	buf_char(b, '\\');
	if (at != NULL) {
		buf_char(b, to[at - from]);
		return;
	}
	buf_put(b, STR("u00"));
	buf_char(b, hex[(unsigned char)c >> 4]);
	buf_char(b, hex[c & 15]);
}

void
json_quote(struct buf *b, struct str text)
{
	size_t start = 0;

	buf_char(b, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buf_put(b, str_cut(text, start, i));
		quote_char(b, text.p[i]);
		start = i + 1;
	}
	buf_put(b, str_cut(text, start, text.n));
	buf_char(b, '"');
}

bool
json_number(struct str value, size_t *i, unsigned long long *number)
{
	unsigned long long v = 0;

	while (*i < value.n && !byte_is_digit(value.p[*i]))
		++*i;
	if (*i == value.n)
		return false;
	for (; *i < value.n && byte_is_digit(value.p[*i]); ++*i)
		v = v * 10 + (unsigned long long)(value.p[*i] - '0');
	*number = v;
	return true;
}
