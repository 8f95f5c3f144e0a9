/* E-mail addresses, URLs, handles, hashtags and telephone numbers: only when
 * asked for. They win over dates and amounts they overlap. */
#include <stdlib.h>

#include "base/die.h"
#include "desk/entities_parse.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { FEWEST_DIGITS = 8, MOST_DIGITS = 15, LONGEST = 2000 };

static bool
is_host(char c)
{
	return byte_is_letter(c) || byte_is_digit(c) || c == '-' || c == '.'
	    || c == '_';
}

static size_t
trim_end(struct str t, size_t start, size_t end)
{
	while (end > start && (strchr(".,;:!?'\"*", t.p[end - 1]) != NULL
	    || (t.p[end - 1] == ')' && memchr(t.p + start, '(', end - start)
	    == NULL)))
		end--;
	return end;
}

/* "@" at i with a local part before and a host behind. */
static bool
email(struct str t, size_t i, struct span *at)
{
	size_t start = i, end = i + 1;
	const char *dot;

	while (start > 0 && i - start < 64 && (is_host(t.p[start - 1])
	    || t.p[start - 1] == '+' || t.p[start - 1] == '%'))
		start--;
	while (start < i && !byte_is_letter(t.p[start])
	    && !byte_is_digit(t.p[start]))
		start++;
	while (end < t.n && end - i < 255 && is_host(t.p[end]))
		end++;
	end = trim_end(t, i, end);
	dot = memchr(t.p + i, '.', end - i);
	*at = (struct span){ start, end };
	return start < i && dot != NULL && dot > t.p + i + 1
	    && byte_is_letter(t.p[end - 1]);
}

/* The word behind "@" or "#" at i. */
static bool
tag(struct str t, size_t i, struct span *at)
{
	size_t end = i + 1;
	bool letter = false;

	if (i > 0 && (byte_is_letter(t.p[i - 1]) || byte_is_digit(t.p[i - 1])
	    || t.p[i - 1] == '&' || t.p[i - 1] == '/'))
		return false;
	while (end < t.n && end - i < 140) {
		size_t next = end;
		uint32_t c = utf8_next(t, &next);

		if (!chars_is(c, CHAR_WORD) && c != '_')
			break;
		letter |= chars_is(c, CHAR_LETTER);
		end = next;
	}
	*at = (struct span){ i, end };
	return end > i + 1 && letter;
}

/* The end of a URL that begins at start and goes on at end. */
static size_t
end_of_url(struct str t, size_t start, size_t end)
{
	while (end < t.n && end - start < LONGEST
	    && (unsigned char)t.p[end] > ' '
	    && strchr("<>\"{}[]|\\^`", t.p[end]) == NULL
	    && ((unsigned char)t.p[end] < 0x80
	    || !chars_is(utf8_at(t, end), CHAR_SPACE | CHAR_CLOSE)))
		end++;
	while (end < t.n && utf8_is_tail(t.p[end]))
		end++;
	return trim_end(t, start, end);
}

/* "https://..." or "www. ..." whose first byte is i. */
static bool
url(struct str t, size_t i, struct span *at)
{
	static const char *const starts[] = { "https://", "http://", "www." };
	size_t n = 0;

	if (i > 0 && (byte_is_letter(t.p[i - 1]) || byte_is_digit(t.p[i - 1])))
		return false;
	for (size_t k = 0; k < 3 && n == 0; k++)
		if (chars_eq_nocase(str_cut(t, i, i + strlen(starts[k])
		    < t.n ? i + strlen(starts[k]) : t.n), str_of(starts[k])))
			n = strlen(starts[k]);
	*at = (struct span){ i, n > 0 ? end_of_url(t, i, i + n) : i };
	return at->end > i + n + 1;
}

/* "bit.ly/3abc": a host in small letters before the "/" at i. */
static bool
short_url(struct str t, size_t i, struct span *at)
{
	size_t start = i, dot = i;

	while (start > 0 && i - start < 64 && is_host(t.p[start - 1]))
		start--;
	while (dot > start && t.p[dot - 1] >= 'a' && t.p[dot - 1] <= 'z')
		dot--;
	if (i - dot < 2 || dot < start + 2 || t.p[dot - 1] != '.'
	    || !(byte_is_letter(t.p[start]) || byte_is_digit(t.p[start])))
		return false;
	*at = (struct span){ start, end_of_url(t, start, i) };
	return at->end > i + 1;
}

/* "+44 20 7946 0958", "(555) 123-4567": digits in groups. */
static bool
phone(struct str t, size_t i, struct span *at)
{
	size_t k = i, end = i, digits = 0, groups = 0;
	bool plus = t.p[i] == '+';

	if (i > 0 && (is_host(t.p[i - 1]) || t.p[i - 1] == '$'
	    || t.p[i - 1] == '/'))
		return false;
	for (k += plus; k < t.n && k - i < 40; k++) {
		if (byte_is_digit(t.p[k])) {
			groups += k == i || !byte_is_digit(t.p[k - 1]);
			digits++;
			end = k + 1;
		} else if (strchr(" -.()", t.p[k]) == NULL
		    || (k > i + 1 && strchr(" -.()", t.p[k - 1]) != NULL
		    && strchr(" -.()", t.p[k - 2]) != NULL)) {
			break;
		}
	}
	*at = (struct span){ i, end };
	if (digits > MOST_DIGITS || groups > 6 || (end < t.n
	    && (byte_is_letter(t.p[end]) || t.p[end] == '/')))
		return false;
	if (plus || digits < 10)
		return digits >= FEWEST_DIGITS && plus;
	if (t.p[i] == '0')
		return true;		/* no amount begins so */
	return groups >= 3 && !(digits == 13 && (str_starts(str_cut(t, i, t.n),
	    STR("978")) || str_starts(str_cut(t, i, t.n), STR("979"))));
	/* ... which is an ISBN */
}

static bool
found_at(struct str t, size_t i, struct span *at, enum entity_type *type)
{
	char c = t.p[i];

	if (c == '@') {
		*type = ENTITY_EMAIL;
		if (email(t, i, at))
			return true;
		*type = ENTITY_HANDLE;
		return tag(t, i, at);
	}
	*type = ENTITY_HASHTAG;
	if (c == '#')
		return tag(t, i, at);
	*type = ENTITY_URL;
	if ((c | 0x20) == 'h' || (c | 0x20) == 'w')
		return url(t, i, at);
	if (c == '/')
		return short_url(t, i, at);
	*type = ENTITY_PHONE;
	return (c == '+' || c == '(' || (byte_is_digit(c) && (i == 0
	    || !byte_is_digit(t.p[i - 1])))) && phone(t, i, at);
}

static uint32_t
token_of(const struct values *v, size_t byte)
{
	size_t low = 0, high = v->n;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (v->lex[mid].start <= byte)
			low = mid;
		else
			high = mid;
	}
	return low < v->n ? v->lex[low].token : 0;
}

/* Digits, and the "+" before them; "(0)" is not dialled behind it. */
static void
put_phone(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[0] == '+' && str_starts(str_cut(s, i, s.n),
		    STR("(0)")))
			i += 2;
		else if (byte_is_digit(s.p[i]) || s.p[i] == '+')
			buf_char(b, s.p[i]);
	}
}

static void
add(struct values *v, struct span at, enum entity_type type)
{
	struct entity *e;

	v->found = xgrow(v->found, &v->found_cap, v->nfound + 1,
	    sizeof *v->found);
	e = &v->found[v->nfound++];
	*e = (struct entity){ .at = at, .type = type, .confidence = 990 };
	e->first_token = token_of(v, at.start);
	e->last_token = token_of(v, at.end - 1);
	v->scratch.n = 0;
	if (type == ENTITY_PHONE)
		put_phone(&v->scratch, str_cut(v->text, at.start, at.end));
	else
		buf_put(&v->scratch, str_cut(v->text, at.start, at.end));
	e->name = values_kept(v);
}

static int
by_place(const void *a, const void *b)
{
	const struct entity *x = a, *y = b;

	if (x->at.start != y->at.start)
		return x->at.start < y->at.start ? -1 : 1;
	return (x->type < ENTITY_EMAIL) - (y->type < ENTITY_EMAIL);
}

/* Of two that overlap the one from here stays. */
static void
drop_overlaps(struct values *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->nfound; i++) {
		struct entity *e = &v->found[i];

		while (n > 0 && v->found[n - 1].last_token >= e->first_token
		    && v->found[n - 1].type < ENTITY_EMAIL
		    && e->type >= ENTITY_EMAIL)
			n--;
		if (n == 0 || v->found[n - 1].last_token < e->first_token)
			v->found[n++] = *e;
	}
	v->nfound = n;
}

void
values_net(struct values *v)
{
	uint32_t wanted = v->types >> ENTITY_EMAIL;
	struct str t = v->text;
	size_t before = v->nfound;

	if (wanted == 0)
		return;
	for (size_t i = 0; i < t.n;) {
		enum entity_type type;
		struct span at;

		if (strchr("@#hwHW/+(0123456789", t.p[i]) == NULL
		    || t.p[i] == '\0' || !found_at(t, i, &at, &type)) {
			i++;
			continue;
		}
		if ((v->types >> type & 1) != 0)
			add(v, at, type);
		i = at.end;
	}
	if (v->nfound == before)
		return;
	qsort(v->found, v->nfound, sizeof *v->found, by_place);
	drop_overlaps(v);
}
