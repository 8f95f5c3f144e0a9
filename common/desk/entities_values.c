#include "desk/entities_values.h"

#include <stdlib.h>

#include "base/die.h"
#include "desk/entities_parse.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_values;

const char *const entity_mods[ENTITY_MODS] = {
	"", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE",
	"EQUAL_OR_LESS", "START", "MID", "END"
};

const struct lex values_no_lex = { 0 };

enum {
	PHRASE = 64,		/* bytes; no entry of the lists is longer */
	FIRST_OTHER = 0x370	/* the first letter that is not Latin: Greek */
};

void
values_document(struct values *v, struct day anchor)
{
	v->anchor = anchor;
	v->focus = (struct when){ 0 };
	v->looked = false;
}

void
values_close(struct values *v)
{
	free(v->lex);
	free(v->found);
	buf_free(&v->scratch);
}

bool
word_in(const struct values *v, size_t i, const char *const list[])
{
	struct str s = lex_text(v, i);
	char first = s.n > 0 ? byte_lower(s.p[0]) : '\0';

	for (; *list != NULL && s.n > 0; list++)
		if (**list == first && chars_eq_nocase(s, str_of(*list)))
			return true;
	return false;
}

int
phrase_in(const struct values *v, const struct words *list, size_t i,
    size_t n)
{
	char low[PHRASE];
	size_t len = 0;

	for (size_t k = i; k < i + n; k++) {
		struct str s = lex_text(v, k);

		if (s.n == 0 || len + s.n + 1 > sizeof low)
			return -1;
		if (k > i && lex_at(v, k)->space)
			low[len++] = ' ';
		memcpy(low + len, s.p, s.n);
		len += s.n;
	}
	return words_find_lower(list, (struct str){ low, len });
}

int
phrase_code(const struct values *v, size_t i, size_t n)
{
	return phrase_in(v, &words_values, i, n);
}

long
digits_at(const struct values *v, size_t i)
{
	struct str s = lex_text(v, i);
	long n = 0;

	if (s.n == 0 || s.n > 9)
		return -1;
	for (size_t k = 0; k < s.n; k++) {
		if (!byte_is_digit(s.p[k]))
			return -1;
		n = n * 10 + (s.p[k] - '0');
	}
	return n;
}

bool
joins(const struct values *v, size_t i, char mark)
{
	return mark_at(v, i, mark) && !lex_at(v, i)->space
	    && !lex_at(v, i + 1)->space && i + 1 < v->n;
}

/* ---- the lexer ---- */

static size_t
end_of_digits(struct str t, size_t i)
{
	while (i < t.n && byte_is_digit(t.p[i]))
		i++;
	return i;
}

static bool
starts_nocase(struct str s, struct str start)
{
	return s.n >= start.n && chars_eq_nocase(str_cut(s, 0, start.n), start);
}

/* What shows that a comma parts decimals: " million", "%", " euros". */
static bool
is_counted(struct str text, size_t i)
{
	static const char *const list[] = { "million", "billion", "trillion",
	    "milliard", "miljo", "miljard", "milion", "miliard", "mill",
	    "milh", "bilh", "mio", "mrd", "mld", "mln", "bn", "euro",
	    "\xe2\x82\xac", "%", "percent", "per cent", "млн", "млрд",
	    "миллион", "миллиард", "εκατ" };
	size_t n = sizeof list / sizeof *list;

	i += i < text.n && text.p[i] == ' ';
	while (n > 0 && !starts_nocase(str_cut(text, i, text.n),
	    str_of(list[n - 1])))
		n--;
	return n > 0;
}

/* "1.250.000", "1.250,50", "2,5 million" as most of Europe and South America
 * write them: the end, 0 if it is none of these. */
static size_t
end_of_european(struct str text, struct str t, size_t i)
{
	size_t end = end_of_digits(t, i), groups = 0, part;

	if (end > i + 3 || end == t.n)
		return 0;
	for (; end < t.n && t.p[end] == '.'
	    && end_of_digits(t, end + 1) == end + 4; groups++)
		end += 4;
	part = end < t.n && t.p[end] == ',' ? end_of_digits(t, end + 1) : 0;
	if (part < end + 2 || part > end + 3)
		return groups > 1 ? end : 0;
	return groups > 0 || is_counted(text, part) ? part : 0;
}

/* "1,234,567.8": a comma only before three digits. */
static size_t
end_of_number(struct str t, size_t i)
{
	size_t end = end_of_digits(t, i), next;

	while (end < t.n && t.p[end] == ','
	    && (next = end_of_digits(t, end + 1)) == end + 4)
		end = next;
	if (end + 1 < t.n && t.p[end] == '.' && byte_is_digit(t.p[end + 1]))
		end = end_of_digits(t, end + 1);
	return end;
}

static bool
is_quote(struct str t, size_t i)
{
	return t.p[i] == '\''
	    || str_starts(str_cut(t, i, t.n), STR("\xe2\x80\x99"));
}

/* Letters, and the marks within "p.m." and "o'clock". */
static size_t
end_of_word(struct str t, size_t i)
{
	while (i < t.n) {
		size_t at = i;

		if (byte_is_letter(t.p[i])) {
			i++;
			continue;
		}
		if ((unsigned char)t.p[i] < 0x80 && t.p[i] != '.'
		    && t.p[i] != '\'')
			break;
		if (t.p[i] != '.' && !is_quote(t, i)
		    && !chars_is(utf8_next(t, &at), CHAR_LETTER | CHAR_MARK))
			break;
		i = at > i ? at : i + (t.p[i] == '.' || t.p[i] == '\''
		    ? 1 : 3);
	}
	return i;
}

/* A mark as one byte: dashes are '-', quotes '\''. */
static char
mark_of(uint32_t c)
{
	if (c < 128)
		return (char)c;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if (c == 0x2018 || c == 0x2019)
		return '\'';
	if ((c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e))
		return VALUES_FRACTION;
	return '\1';
}

/* The next lexeme at byte i of the piece; returns its end. */
static size_t
lex_next(struct values *v, struct lex *x, size_t i, size_t end)
{
	struct str t = str_cut(v->text, 0, end);
	size_t at = i;
	uint32_t c;

	if (byte_is_digit(t.p[i])) {
		x->digits = true;
		at = end_of_european(v->text, t, i);
		return at > 0 ? at : end_of_number(t, i);
	}
	c = utf8_next(t, &at);
	if (chars_is(c, CHAR_LETTER)) {
		at = chars_is(c, CHAR_CJK) ? at : end_of_word(t, at);
		x->upper = byte_is_upper(t.p[i]);
		x->other = c >= FIRST_OTHER;
	} else {
		x->mark = mark_of(c);
		x->digits = x->mark == VALUES_FRACTION;
	}
	if (c == '%' || c == '$' || c >= 0x80 || x->mark == 0) {
		int code = words_find_lower(&words_values, str_cut(t, i, at));

		x->code = (int16_t)(code > 0 ? code : 0);
	}
	return at;
}

/* Room for every lexeme of a token: one a byte at most. */
static void
reserve(struct values *v, const struct token *t)
{
	size_t most = v->n + (t->end - t->start);

	if (most > v->cap)
		v->lex = xgrow(v->lex, &v->cap, most, sizeof *v->lex);
}

/* Most tokens are one word of ASCII letters. */
static bool
is_word(struct str t, size_t i, size_t end)
{
	while (i < end && byte_is_letter(t.p[i]))
		i++;
	return i == end;
}

/* Nine words in ten are refused here, before anything is called. */
static int16_t
code_of_word(struct str s)
{
	int code;

	if (!words_may_have(&words_values, s.n, (char)(s.p[0] | 0x20),
	    (char)(s.p[s.n > 1] | 0x20), (char)(s.p[s.n - 1] | 0x20)))
		return 0;
	code = words_find_lower(&words_values, s);
	return (int16_t)(code > 0 ? code : 0);
}

/* Chinese and Japanese put no blank before a number. */
static bool
is_behind_cjk(struct str t, size_t i)
{
	return (unsigned char)t.p[i - 1] >= 0x80
	    && chars_is(utf8_prev(t, &i), CHAR_CJK);
}

/* All but a plain word or one plain mark: part by part. */
static void
lex_parts(struct values *v, const struct token *t, struct lex x)
{
	for (size_t i = t->start; i < t->end;) {
		x.start = (uint32_t)i;
		i = lex_next(v, &x, i, t->end);
		x.end = (uint32_t)i;
		v->lex[v->n++] = x;
		x = (struct lex){ .token = x.token,
		    .opens = is_behind_cjk(v->text, i) };
	}
}

static void
lex_token(struct values *v, const struct token *t, size_t number)
{
	struct lex *x;
	char c = v->text.p[t->start];

	reserve(v, t);
	x = &v->lex[v->n];
	*x = (struct lex){ .start = t->start, .end = t->end, .opens = true,
	    .token = (uint32_t)number, .space = t->space,
	    .breaks = t->breaks };
	if (t->plain || is_word(v->text, t->start, t->end)) {
		x->upper = byte_is_upper(c);
		x->code = code_of_word(token_text(v->text, t));
		v->n++;
	} else if (t->end - t->start == 1 && (c == ',' || c == '.'
	    || c == '"' || c == '\'')) {
		x->mark = c;
		v->n++;
	} else {
		lex_parts(v, t, *x);
	}
}

/* ---- what may begin where ---- */

/* To copy it takes less time than to clear one: an eighth of this file's. */
static const struct value none = { .first = 0 };

typedef size_t parser(struct values *, size_t, struct value *);

static size_t
first_of(struct values *v, size_t i, struct value *x, parser *const list[])
{
	size_t end;

	for (; *list != NULL; list++) {
		*x = none;
		x->first = i;
		if ((end = (*list)(v, i, x)) > 0)
			return end;
	}
	return 0;
}

/* Amounts that are more than a bare number; that one is kept for later. */
static size_t
values_amount_counted(struct values *v, size_t i, struct value *x)
{
	v->bare_end = values_amount(v, i, x);
	v->bare = x->x;
	v->bare_first = x->first;
	return x->x.type == ENTITY_NUMBER ? 0 : v->bare_end;
}

/* What values_amount_counted() found at the same place. */
static size_t
values_amount_bare(struct values *v, size_t i, struct value *x)
{
	*x = (struct value){ .x = v->bare, .first = v->bare_first };
	return i < v->bare_end ? v->bare_end : 0;
}

static size_t
values_holiday_here(struct values *v, size_t i, struct value *x)
{
	*x = (struct value){ .first = i };
	return values_holiday(v, i, i, x);
}

static parser *const of_number[] = { values_time, values_nth,
    values_foreign_date, values_date, values_amount_counted,
    values_relative, values_duration, values_weekdays_counted,
    values_day_alone, values_amount_bare, values_ordinal, NULL };
static parser *const of_date[] = { values_date, NULL };
static parser *const of_word[] = { values_relative, values_duration,
    values_time, values_ordinal, NULL };
static parser *const of_quarter[] = { values_time, values_amount,
    values_relative, values_duration, NULL };
static parser *const of_amount[] = { values_amount, NULL };
static parser *const of_vague[] = { values_amount, values_relative,
    values_duration, NULL };

static size_t
value_at(struct values *v, size_t i, struct value *x)
{
	const struct lex *l = &v->lex[i];
	int c = l->code;

	if (l->digits || (c > 0 && c < V_MONTH) || c == V_HALF
	    || (c == V_UNIT + U_SECOND && word_is(v, i + 1, "of")))
		return first_of(v, i, x, of_number);
	if (l->mark == '\'')
		return first_of(v, i, x, of_date);
	if (l->mark == '.')
		return lex_at(v, i + 1)->digits && !lex_at(v, i + 1)->space
		    && l->space ? first_of(v, i, x, of_amount) : 0;
	if (c == 0)
		return l->mark == 0 && (!lex_at(v, i + 1)->space
		    || mark_at(v, i + 1, '$'))
		    && (mark_at(v, i + 1, '$') || lex_at(v, i + 1)->digits)
		    ? first_of(v, i, x, of_vague) : 0;
	if (c >= V_ZERO)
		return first_of(v, i, x, of_amount);
	if (c == V_HOLIDAY)
		return values_holiday_here(v, i, x);
	if (c >= V_FEW && c < V_PERCENT)
		return first_of(v, i, x, of_vague);
	if (c < V_WEEKDAY)
		return first_of(v, i, x, of_date);
	if (c == V_UNIT + U_QUARTER)
		return first_of(v, i, x, of_quarter);
	return c < V_ABOUT ? first_of(v, i, x, of_word) : 0;
}

static void
keep(struct values *v, const struct value *x, size_t end)
{
	struct entity *e;

	v->found = xgrow(v->found, &v->found_cap, v->nfound + 1,
	    sizeof *v->found);
	e = &v->found[v->nfound++];
	*e = x->x;
	e->at = (struct span){ v->lex[x->first].start, v->lex[end - 1].end };
	if (e->type == ENTITY_QUANTITY && v->text.p[e->at.end - 1] == '.')
		e->at.end--;	/* "86 °F." ends a sentence */
	e->first_token = v->lex[x->first].token;
	e->last_token = v->lex[end - 1].token;
	if (e->confidence == 0)
		e->confidence = 900;
}

static bool
is_wanted(const struct values *v, enum entity_type type)
{
	return (v->types >> type & 1) != 0;
}

/* The words that a value took from before it are of its paragraph too. */
static void
keep_within(const struct values *v, struct value *x, size_t i)
{
	for (size_t k = i; k > x->first; k--)
		if (v->lex[k].breaks)
			x->first = k;
}

static void
find_from(struct values *v, size_t i)
{
	bool abroad = v->language > LANGUAGE_EN;

	while (i < v->n) {
		struct value x;
		size_t end = 0;

		if ((abroad && v->lex[i].opens) || v->lex[i].other)
			end = values_abroad(v, i, &x);
		if (end == 0 && (v->lex[i].opens || (v->lex[i].digits
		    && mark_at(v, i - 1, ','))))
			end = value_at(v, i, &x);
		if (end == 0) {
			i++;
			continue;
		}
		keep_within(v, &x, i);
		if (x.first < v->done)
			x.first = v->done;
		if (is_wanted(v, x.x.type))
			keep(v, &x, end);
		v->done = i = end;
	}
}

/* Paragraph by paragraph: no parser looks over the end of one. */
static void
find(struct values *v)
{
	size_t all = v->n;

	for (size_t from = 0; from < all;) {
		size_t to = from + 1;

		while (to < all && !v->lex[to].breaks)
			to++;
		v->n = to;
		find_from(v, from);
		from = to;
	}
	v->n = all;
}

void
values_start(struct values *v, struct str piece, const struct token *tokens,
    size_t ntokens)
{
	v->text = piece;
	v->n = v->nfound = v->done = v->focus_end = 0;
	for (size_t i = 0; i < ntokens; i++)
		lex_token(v, &tokens[i], i);
	if (v->anchor.year == 0 && !v->looked)
		values_dateline(v);
	v->looked = true;
	find(v);
	values_net(v);
}
