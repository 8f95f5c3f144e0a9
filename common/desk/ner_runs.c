/*
 * What is looked at: runs of capitals and the small words that join them, and
 * what the lists say of their words.
 */
#include "desk/ner.h"

#include "base/die.h"
#include "text/chars.h"
#include "text/words.h"

extern const struct words words_names, words_abbrev_en, words_starters_en;

enum {
	GAP = 3,	/* names have up to three small words inside */
	PHRASE = 5,	/* words of a listed name */
	LONGEST = 60,	/* bytes of it */
	WRAPPED = 100,	/* bytes of a line that may have been wrapped by hand */
	WINDOW = 16,	/* words whose types are asked for at one time */
	KEPT = 1 << 16	/* word types that stay from piece to piece */
};

static void
forget(struct ner *ner)
{
	if (ner->ntypes < KEPT)
		return;
	memset(ner->slots, 0, ner->nslots * sizeof *ner->slots);
	ner->ntypes = ner->nsums = 0;
}

/* A stop after "Dr" or "St" ends nothing. */
static bool
ends_sentence(struct str text, const struct token *t, size_t i)
{
	char c = text.p[t[i].start];

	if (c == '!' || c == '?')
		return true;
	return c == '.' && (i == 0 || words_find_lower(&words_abbrev_en,
	    token_text(text, &t[i - 1])) <= 0);
}

/* A closing mark after the stop does not begin a sentence. */
static bool
is_mark(char c)
{
	return c == '"' || c == '\'' || c == ')' || c == '(' || c == '\xe2';
}

/* The longest line's bytes, if the text may be wrapped by hand, else 0. */
static size_t
wrap_width(struct str text)
{
	size_t widest = 0;

	for (size_t i = 0; i < text.n && widest <= WRAPPED;) {
		const char *nl = memchr(text.p + i, '\n', text.n - i);
		size_t end = nl != NULL ? (size_t)(nl - text.p) : text.n;

		widest = end - i > widest ? end - i : widest;
		i = end + 1;
	}
	return widest <= WRAPPED ? widest : 0;
}

/* Where lines begin, as the tokens go by. */
struct lines {
	size_t width, from;
};

/* A line ends a name unless its next word would not have fitted on it. */
static bool
stands_alone(struct lines *lines, const struct token *t, size_t i)
{
	size_t needs = i > 0 ? t[i - 1].end - lines->from + 1 + t[i].end
	    - t[i].start : 0;

	lines->from = t[i].start;
	return t[i].breaks || needs <= lines->width || lines->width == 0;
}

static void
mark_words(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	struct lines lines = { wrap_width(text), 0 };
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		char c = text.p[t[i].start];
		struct ner_word *w = &ner->words[i];
		bool breaks = t[i].line && stands_alone(&lines, t, i);

		*w = (struct ner_word){ .first = first || breaks,
		    .breaks = breaks, .hot = t[i].upper,
		    .digit = byte_is_digit(c),
		    .ends = ends_sentence(text, t, i) };
		first = w->ends || c == ':' || (w->first && is_mark(c));
	}
}

/* "of", "the", "de", "&": small words that stand inside names, but no comma. */
static bool
may_join(const struct ner *ner, const struct token *t, struct str text)
{
	return t->end - t->start <= ner->joining
	    && (text.p[t->start] != ',' || ner->joining > NER_JOINING);
}

/* Where the run that begins at i ends: capitals and what joins them. */
static size_t
end_of_run(const struct ner *ner, struct str text, const struct token *t,
    size_t n, size_t i)
{
	const struct ner_word *w = ner->words;
	size_t end = i + 1;

	for (size_t k = end; k < n && k - end <= GAP; k++) {
		if (w[k].breaks || w[k].ends)
			break;
		if (w[k].hot)
			end = k + 1;
		else if (!may_join(ner, &t[k], text))
			break;
	}
	return end;
}

/*
 * A sentence that begins "The ship sank", or "I" anywhere: no name, and the
 * third part of all runs. They are learned from all the same.
 */
static bool
is_plain(const struct ner *ner, struct str text, const struct token *t,
    size_t i)
{
	struct str s = token_text(text, &t[i]);

	if (ner->joining > NER_JOINING)
		return false;
	return (s.n == 1 && s.p[0] == 'I') || (ner->words[i].first
	    && words_find_lower(&words_starters_en, s) >= 0);
}

static void
find_runs(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	size_t done = 0;

	ner->nruns = 0;
	for (size_t i = 0; i < n; i++) {
		struct ner_run run = { i, 0 };

		if (!ner->words[i].hot)
			continue;
		run.to = end_of_run(ner, text, t, n, i);
		if (run.to == i + 1 && is_plain(ner, text, t, i))
			continue;
		/* "2022 World Cup": a number may begin a name. */
		if (i > done && !ner->words[i].breaks && ner->words[i - 1].digit)
			run.from--;
		ner->runs = xgrow(ner->runs, &ner->run_cap, ner->nruns + 1,
		    sizeof *ner->runs);
		ner->runs[ner->nruns++] = run;
		done = run.to;
		i = done - 1;
	}
}

static void
set_type(struct ner *ner, size_t i, struct str word, uint64_t key)
{
	struct ner_word *w = &ner->words[i];

	w->type = ner_type_of(ner, word, key);
	w->list = ner->types[w->type].list;
}

/*
 * Words that a scored one looks at get their type. The hashes of a run's window
 * are made first, so that the memory of their slots comes at one time.
 */
static void
find_types(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	uint64_t keys[WINDOW];
	size_t done = 0;

	for (size_t r = 0; r < ner->nruns; r++) {
		size_t from = ner->runs[r].from, to = ner->runs[r].to;
		size_t low = from < NER_REACH ? 0 : from - NER_REACH;
		size_t high = to + NER_REACH < n ? to + NER_REACH : n, end;

		for (low = low > done ? low : done; low < high; low = end) {
			end = high - low < WINDOW ? high : low + WINDOW;
			for (size_t i = low; i < end; i++)
				keys[i - low] = ner_key(ner, token_text(text,
				    &t[i]));
			for (size_t i = low; i < end; i++)
				set_type(ner, i, token_text(text, &t[i]),
				    keys[i - low]);
		}
		done = high;
	}
}

/* Tokens first to last with one blank where there is white space; or n 0. */
static struct str
joined(struct str text, const struct token *t, size_t len, char *buf)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		struct str s = token_text(text, &t[i]);

		if (n + s.n + 1 > LONGEST || (i > 0 && t[i].breaks))
			return (struct str){ buf, 0 };
		if (i > 0 && t[i].space)
			buf[n++] = ' ';
		memcpy(buf + n, s.p, s.n);
		n += s.n;
	}
	return (struct str){ buf, n };
}

/* So many tokens from i on may be one listed name. */
static size_t
may_reach(const struct ner_word *w, const struct token *t, size_t n, size_t i)
{
	size_t len = 1;

	for (size_t k = 1; k < PHRASE && i + k < n; k++) {
		if (w[i + k].breaks)
			break;
		if (w[i + k].hot)
			len = k + 1;
		else if (t[i + k].end - t[i + k].start > NER_JOINING)
			break;
	}
	return len;
}

/* "South Korea", "New York City": listed names of several words. */
static void
mark_phrases(struct ner *ner, struct str text, const struct token *t, size_t n,
    const struct ner_run *run)
{
	struct ner_word *w = ner->words;
	char buf[LONGEST];

	for (size_t i = run->from; i < run->to; i++) {
		size_t len = w[i].hot && w[i].list & LIST_BEGINS
		    ? may_reach(w, t, n, i) : 0;

		for (; len >= 2; len--) {
			int list = words_find(&words_names,
			    joined(text, &t[i], len, buf));

			if (list <= 0)
				continue;
			w[i].list = (uint16_t)(list | LIST_PHRASE);
			for (size_t k = 1; k < len; k++)
				w[i + k].list = (uint16_t)(list | LIST_INSIDE);
			i += len - 1;
			break;
		}
	}
}

/* "Bank of New Zealand": its words are told where the capitals end. */
static void
mark_ends(struct ner *ner, const struct ner_run *run)
{
	struct ner_word *w = ner->words;

	for (size_t i = run->to - 1; i-- > run->from;) {
		if (!w[i].hot || !w[i + 1].hot)
			continue;
		w[i].last = w[i + 1].last > 0 ? w[i + 1].last
		    : ner->types[w[i + 1].type].lower;
	}
}

void
ner_prepare(struct ner *ner, struct str text, const struct token *t, size_t n)
{
	ner->words = xgrow(ner->words, &ner->word_cap, n, sizeof *ner->words);
	ner->nwords = n;
	forget(ner);
	mark_words(ner, text, t, n);
	find_runs(ner, text, t, n);
	find_types(ner, text, t, n);
	for (size_t r = 0; r < ner->nruns; r++) {
		mark_phrases(ner, text, t, n, &ner->runs[r]);
		mark_ends(ner, &ner->runs[r]);
	}
}
