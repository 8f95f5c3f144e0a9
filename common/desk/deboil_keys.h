/*
 * What the keys of a row are made of: its words, and its form and that of its
 * neighbours. For deboil_words.c and its wide twin.
 */
#ifndef DESK_DEBOIL_KEYS_H
#define DESK_DEBOIL_KEYS_H

#include "desk/deboil_parts.h"

enum deboil_key {
	ONE = 1, PAIR, FIRST, FIRST_TWO, LAST, LAST_TWO, LINE, FORM, FORM_BEFORE,
	FORM_AFTER, FORM_BOTH, TAG_OWN, TAG_NEAR, TAG_FAR
};

#define DEBOIL_MIX_KIND 0x632be59bd9b4e019u
#define DEBOIL_MIX 0x9e3779b97f4a7c15u
#define DEBOIL_MIX_LAST 0xd6e8feb86659fd93u
uint32_t deboil_key(enum deboil_key, uint32_t a, uint32_t b);

/*
 * Of a long block the first HEAD words and the last TAIL are looked at, less
 * in plain text, which is to be quick; of one of FEW words, all as one key.
 */
enum { DEBOIL_HEAD = 16, DEBOIL_TAIL = 8, DEBOIL_HEAD_TEXT = 10,
    DEBOIL_TAIL_TEXT = 6, DEBOIL_FEW = 8 };

/* Words looked at: those before head, and from tail on. */
struct deboil_ends {
	size_t head, tail;
};

static inline struct deboil_ends
deboil_ends_of(const struct deboil *d, size_t n)
{
	size_t head = d->html ? DEBOIL_HEAD : DEBOIL_HEAD_TEXT;
	size_t tail = d->html ? DEBOIL_TAIL : DEBOIL_TAIL_TEXT;

	return n <= head + tail ? (struct deboil_ends){ 0, 0 }
	    : (struct deboil_ends){ head, n - tail };
}

static inline uint32_t
deboil_line_of(const uint32_t *w, size_t n)
{
	uint32_t line = 0;

	for (size_t k = 0; k < n; k++)
		line = (line ^ w[k]) * 0x9e3779b1u;
	return line;
}

/* Small numbers for the look of a row, and, rougher, for those around it. */
struct deboil_form {
	uint32_t own, rough, before, after;
};

/* Length, end, beginning, capitals; 99: there is no such row. */
static inline struct deboil_form
deboil_form_of(const struct deboil *d, size_t i)
{
	const struct deboil_shape *f = &d->shapes[i];
	uint32_t length = 31u - (uint32_t)__builtin_clz(f->words | 1u);

	length = length < 7 ? length : 7;
	return (struct deboil_form){
		.own = length | (uint32_t)f->ends << 3
		    | (uint32_t)f->begins << 6
		    | (f->upper_words * 4 / (f->words + 1)) << 8,
		.rough = f->rough, .before = i > 0 ? f[-1].rough : 99,
		.after = i + 1 < d->rows ? f[1].rough : 99 };
}

#endif
