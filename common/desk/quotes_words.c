/* Sentences, paragraphs, tokens, and the class of each token. */
#include "desk/quotes_parts.h"

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_roles, words_titles;

enum {
	GAP_TOKENS = 48, GAP_CODES = 6, GAP_BITS = 5,
	DATELINE = 12,
	AHEAD = 32	/* words whose classes are fetched at once */
};

enum {
	FRAMES = 200,		/* of cues.words: numbers of one frame */
	FRAME_CLAIM = 97	/* nearly always speech, "that" follows */
};

/* ---- classes ---- */

static unsigned
mark_class(struct str t)
{
	size_t i = 0;
	uint32_t c = utf8_next(t, &i);

	switch (c) {
	case ',': return W_COMMA;
	case '.': case '!': case '?': case 0x2026: return W_STOP;
	case ':': return W_COLON;
	case ';': return W_SEMI;
	case '-': case 0x2013: case 0x2014: case 0x2015: return W_DASH;
	case '(': case '[': return W_PAREN;
	case ')': case ']': return W_PAREN_END;
	case '"': case '`': case 0x2018: case 0x201c: case 0x201d: case 0x201e:
	case 0xab: case 0xbb: case 0x300c: case 0x300d:
		return W_MARK;
	case '$': case '#': case '@': return W_OTHER;
	}
	return W_PUNCT;
}

/* "'s" and the like: after the mark there are letters. */
static unsigned
apostrophe_class(struct str t, size_t n)
{
	if (t.n == n)
		return n == 1 ? W_MARK : W_GENITIVE;
	return byte_lower(t.p[n]) == 's' ? W_GENITIVE : W_CONTRACTED;
}

static unsigned
suffix_class(struct str t)
{
	if (t.n > 3 && str_ends(t, STR("ed")))
		return W_ED;
	if (t.n > 4 && str_ends(t, STR("ing")))
		return W_ING;
	if (t.n > 3 && str_ends(t, STR("ly")))
		return W_LY;
	if (t.n > 2 && t.p[t.n - 1] == 's' && t.p[t.n - 2] != 's')
		return W_S;
	return W_OTHER;
}

static bool
ends_not(struct str t)
{
	return t.n > 3 && (str_ends(t, STR("n't"))
	    || str_ends(t, STR("n\xe2\x80\x99t")));
}

static bool
take_cue(struct word *w, int number, bool any)
{
	unsigned frame = (unsigned)number / FRAMES;
	unsigned class = (unsigned)number % FRAMES / 10;
	unsigned form = (unsigned)number % 10;

	if (number < 10 || class > CUE_NOUN
	    || (!any && form != FORM_ING && form != FORM_PAST))
		return false;
	w->cue = (uint8_t)class;
	w->form = form & 15;
	w->frame = frame & 255;
	w->k = (uint8_t)(W_CUE + 2 * class + (form == FORM_ING));
	return true;
}

/* The user's own verbs are taken for claims, as "said that" is one. */
static int
user_cue(const struct quotes *q, struct str t)
{
	if (q->opts.cues == NULL || map_get(q->opts.cues, t) == NULL)
		return -1;
	return FRAMES * FRAME_CLAIM + 10 * CUE_CLAIM
	    + (str_ends(t, STR("ing")) ? FORM_ING
	    : str_ends(t, STR("s")) ? FORM_S : FORM_PAST);
}

static void
lower_class(const struct quotes *q, struct word *w, struct str t)
{
	static const uint8_t roles[] = { 0, W_ROLE, W_ROLES, W_BODY, W_PAPER,
	    W_AUDIENCE, W_WORK };
	int n = words_find_lower(q->syntax, t);

	if (take_cue(w, user_cue(q, t), true))
		return;
	if (n > 0)
		w->k = (uint8_t)n;
	else if ((n = words_find_lower(q->verbs, t)) > 0)
		take_cue(w, n, true);
	else if ((n = words_find_lower(&words_roles, t)) > 0)
		w->k = roles[n];
	else
		w->k = ends_not(t) ? W_AUXNOT : (uint8_t)suffix_class(t);
}

static bool
is_capitals(struct str t)
{
	for (size_t i = 1; i < t.n; i++)
		if (byte_is_lower(t.p[i]) || (unsigned char)t.p[i] >= 0x80)
			return false;
	return t.n > 1;
}

static void
upper_class(const struct quotes *q, struct word *w, struct str t, bool first)
{
	int n = words_find_lower(q->syntax, t);

	w->upper = true;
	/* "The New York Times", "It Is to be noted" */
	if (n == W_TIME || n == W_I || n == W_THE || n == W_OF || n == W_BE
	    || n == W_AND || n == W_TO || (n > 0 && n != W_TITLE && first)) {
		w->k = (uint8_t)n;
		return;
	}
	if (n == W_TITLE || words_find_lower(&words_titles, t) > 0) {
		w->k = W_TITLE;
		return;
	}
	w->k = is_capitals(t) ? W_CAPS : W_CAP;
	if (!first)
		return;
	n = words_find_lower(&words_roles, t);
	if (n == 2 || n == 4)
		w->k = n == 2 ? W_ROLES : W_PAPER;
	else if (ends_not(t))
		w->k = W_AUXNOT;
	else
		take_cue(w, words_find_lower(q->verbs, t), false);
}

/* What the gap patterns tell apart. */
unsigned
quotes_coarse(unsigned k)
{
	static const uint8_t map[W_CUE] = {
		[W_OTHER] = 1, [W_S] = 1, [W_CAP] = 2, [W_CAPS] = 2,
		[W_NUMBER] = 1, [W_TITLE] = 2, [W_WORK] = 1, [W_ED] = 3,
		[W_ING] = 4, [W_LY] = 5, [W_THE] = 1, [W_A] = 1,
		[W_POSS] = 1, [W_DEM] = 1, [W_QUANT] = 1, [W_HE] = 6,
		[W_THEY] = 6, [W_IT] = 6, [W_I] = 6, [W_YOU] = 6,
		[W_OBJ] = 1, [W_THERE] = 6, [W_THAT] = 7, [W_WHO] = 8,
		[W_WHICH] = 8, [W_WHAT] = 9, [W_IF] = 9, [W_BE] = 10,
		[W_HAVE] = 10, [W_DO] = 10, [W_MODAL] = 10, [W_NOT] = 5,
		[W_AUXNOT] = 10, [W_TO] = 11, [W_OF] = 12, [W_IN] = 13,
		[W_BY] = 14, [W_FOR] = 13, [W_WITH] = 13, [W_FROM] = 13,
		[W_ABOUT] = 13, [W_AS] = 15, [W_THAN] = 13, [W_AND] = 16,
		[W_BUT] = 16, [W_OR] = 16, [W_BECAUSE] = 17, [W_WHEN] = 17,
		[W_ADV] = 5, [W_TIME] = 5, [W_ACCORDING] = 18,
		[W_COMMA] = 19, [W_STOP] = 20, [W_COLON] = 21, [W_SEMI] = 21,
		[W_DASH] = 22, [W_PAREN] = 23, [W_PAREN_END] = 24,
		[W_GENITIVE] = 25, [W_MARK] = 26, [W_PUNCT] = 26,
		[W_CONTRACTED] = 10, [W_ROLE] = 1, [W_ROLES] = 1,
		[W_BODY] = 1, [W_PAPER] = 1, [W_AUDIENCE] = 1, [W_PAST] = 3,
		[W_VERB] = 3,
	};

	if (k < W_CUE)
		return map[k];
	return k == W_CUE + 2 * CUE_NOUN ? 1 : 27 + (k & 1);
}

enum { NO_VERB, ENDS_CLAUSE, MAYBE_FINITE, FINITE };

static unsigned
verb_kind(unsigned k)
{
	switch (k) {
	case W_COMMA:
		return ENDS_CLAUSE;
	case W_ED: case W_VERB:
		return MAYBE_FINITE;
	case W_BE: case W_HAVE: case W_DO: case W_MODAL: case W_AUXNOT:
	case W_PAST: case W_CONTRACTED:
		return FINITE;
	}
	return k >= W_CUE && (k & 1) == 0 && k != W_CUE + 2 * CUE_NOUN
	    ? FINITE : NO_VERB;
}

static void
classify(const struct quotes *q, struct word *w, struct str t, bool first)
{
	size_t at = 0;
	uint32_t c = utf8_next(t, &at);

	*w = (struct word){ .k = W_OTHER };
	if (c == '\'' || c == 0x2019)
		w->k = (uint8_t)apostrophe_class(t, at);
	else if (byte_is_lower(t.p[0]))
		lower_class(q, w, t);
	else if (chars_is(c, CHAR_UPPER))
		upper_class(q, w, t, first);
	else if (byte_is_digit(t.p[0]))
		w->k = W_NUMBER;
	else if (!chars_is(c, CHAR_WORD))
		w->k = (uint8_t)mark_class(t);
	w->coarse = (uint8_t)quotes_coarse(w->k);
	w->verb = (uint8_t)verb_kind(w->k);
	w->names = quotes_name_traits(t, w->upper) & 15;
}

/* The bytes themselves; a memcpy of t.n bytes took 1/80 of the time. */
static uint64_t
short_key(const struct quotes *q, struct str t)
{
	uint64_t key = 0;

	if (q->text.p + q->text.n - t.p >= (ptrdiff_t)sizeof key)
		return hash_read8(t.p) & (((uint64_t)1 << 8 * t.n) - 1);
	for (size_t i = 0; i < t.n; i++)
		key |= (uint64_t)(unsigned char)t.p[i] << 8 * i;
	return key;
}

/* Not in the first slot of its two: there after this. */
__attribute__((noinline)) static void
bring_up(const struct quotes *q, struct word_slot *slot, uint64_t key,
    struct str t)
{
	struct word_slot kept = slot[0];

	if (slot[1].key != key) {
		slot[1].key = key;
		classify(q, &slot[1].word, t, key & 1);
	}
	slot[0] = slot[1];
	slot[1] = kept;
}

static struct word_slot *
slot_of(const struct quotes *q, uint64_t key)
{
	return &q->cache[hash_mix(key, 0xa0761d6478bd642f)
	    % WORD_SLOTS & ~(uint64_t)1];
}

static inline const struct word *
look_up(const struct quotes *q, uint64_t key, struct str t)
{
	struct word_slot *slot = slot_of(q, key);

	if (slot->key != key)
		bring_up(q, slot, key, t);
	return &slot->word;
}

/* The last bit is for words that begin a sentence. */
static uint64_t
key_of(const struct quotes *q, struct str t)
{
	return (t.n < sizeof(uint64_t) ? short_key(q, t)
	    : hash_bytes(t, 7) | (uint64_t)0xf8 << 56) << 1;
}

uint64_t
quotes_gap(const struct quotes *q, size_t from, size_t to)
{
	unsigned n;

	if (to > q->ntokens)
		to = q->ntokens;
	if (from >= to)
		return from <= to;
	if (to > from + GAP_TOKENS)
		to = from + GAP_TOKENS;
	n = (uint8_t)(q->words[to - 1].run - q->words[from].run) + 1u;
	n = n < GAP_CODES ? n : GAP_CODES;
	return (uint64_t)1 << GAP_BITS * n
	    | q->ahead[from] >> GAP_BITS * (GAP_CODES - n);
}

/* "EASTHAVEN (CNB) -- The city ...": what stands before the dash. */
size_t
quotes_after_dateline(const struct quotes *q, size_t begin, size_t end)
{
	size_t sentence = q->sentence_of[begin];

	if (sentence > 0 && q->paragraph_of[sentence]
	    == q->paragraph_of[sentence - 1])
		return begin;
	for (size_t i = begin; i < end && i < begin + DATELINE; i++) {
		unsigned k = q->words[i].k;

		if (k == W_DASH)
			return i > begin && i + 1 < end ? i + 1 : begin;
		if (q->quoted[i] || (!q->words[i].upper && k != W_NUMBER
		    && (k < W_COMMA || k > W_PUNCT)))
			break;
	}
	return begin;
}

/* ---- the frame ---- */

static void
add_sentence(struct quotes *q, struct span s)
{
	size_t n = q->nsentences++, before;

	q->sentence = xgrow(q->sentence, &q->sentence_cap, n + 1,
	    sizeof *q->sentence);
	q->paragraph_of = xgrow(q->paragraph_of, &q->paragraph_cap, n + 1,
	    sizeof *q->paragraph_of);
	q->sentence[n] = s;
	q->paragraph_of[n] = 0;
	if (n == 0)
		return;
	/* A line end where a sentence ends too ends a paragraph. */
	before = q->sentence[n - 1].end;
	q->paragraph_of[n] = q->paragraph_of[n - 1]
	    + (memchr(q->text.p + before, '\n', s.start - before) != NULL);
}

/* Room for one behind the n-th, in arrays that grow alike. */
static void
make_room(struct quotes *q, size_t n)
{
	if (n < q->token_cap)
		return;
	q->words = xgrow(q->words, &q->word_cap, n + 1, sizeof *q->words);
	q->sentence_of = xgrow(q->sentence_of, &q->of_cap, n + 1,
	    sizeof *q->sentence_of);
	q->tokens = xgrow(q->tokens, &q->token_cap, n + 1, sizeof *q->tokens);
}

/* "the voters' choice" */
static bool
is_bare_genitive(struct str t, const struct token *k)
{
	return k->end - k->start == 1 && t.p[k->start] == '\''
	    && k->start > 0 && !k->space && byte_is_letter(t.p[k->start - 1]);
}

/*
 * Classes of the tokens from on. Most words were seen just before: the class
 * hangs on the bytes alone, and with a capital on being first. (Three list
 * look-ups a word were a quarter of the time.)
 */
static void
classify_run(struct quotes *q, size_t from, const uint64_t *keys, bool *first)
{
	for (size_t i = from; i < q->ntokens; i++) {
		const struct token *t = &q->tokens[i];
		struct str s = token_text(q->text, t);
		struct word *w = &q->words[i];

		*w = *look_up(q, keys[i - from], s);
		if (*first && w->upper)
			*w = *look_up(q, keys[i - from] | 1, s);
		if (is_bare_genitive(q->text, t))
			w->k = W_GENITIVE;
		/* Marks and numbers before it do not use up the capital. */
		*first = w->k == W_MARK || w->k == W_COLON
		    || (*first && w->k == W_DASH);
	}
}

/*
 * Tokens and their classes up to end; *i: where the next token is looked for.
 * The first one behind the end is left in its place, for the next sentence.
 * Classes are fetched some words ahead: to wait for them was 1/17 of the time.
 */
static void
read_sentence(struct quotes *q, size_t *i, size_t end, bool *waits)
{
	uint32_t sentence = (uint32_t)q->nsentences;
	uint64_t keys[AHEAD];
	bool first = true, more = true;

	while (more) {
		size_t from = q->ntokens, n = from;

		make_room(q, from + AHEAD);
		for (; n < from + AHEAD; n++) {
			struct token *t = &q->tokens[n];

			more = *waits || tokens_next(q->text, i, t);
			*waits = more && t->start >= end;
			if (!more || *waits)
				break;
			keys[n - from] = key_of(q, token_text(q->text, t));
			__builtin_prefetch(slot_of(q, keys[n - from]));
			q->sentence_of[n] = sentence;
		}
		more = n == from + AHEAD;
		q->ntokens = n;
		classify_run(q, from, keys, &first);
	}
}

void
quotes_read(struct quotes *q)
{
	struct span s;
	size_t i = 0;
	bool waits = false;

	q->nsentences = q->ntokens = 0;
	sentences_document(&q->sentences);
	sentences_start(&q->sentences, q->text, true);
	while (sentences_next(&q->sentences, &s)) {
		q->first_token = xgrow(q->first_token, &q->first_cap,
		    q->nsentences + 3, sizeof *q->first_token);
		q->first_token[q->nsentences] = (uint32_t)q->ntokens;
		read_sentence(q, &i, s.end, &waits);
		add_sentence(q, s);
	}
	q->first_token = xgrow(q->first_token, &q->first_cap,
	    q->nsentences + 2, sizeof *q->first_token);
	q->first_token[q->nsentences] = (uint32_t)q->ntokens;
	q->first_token[q->nsentences + 1] = (uint32_t)q->ntokens;
}

/*
 * What lies ahead of each word, backwards in one pass: how far the next verb
 * is, and the classes of the next few words that differ, the nearest on top.
 * (Asked edge by edge they were 1/30 and 1/13 of all instructions.)
 */
static void
look_ahead(struct quotes *q)
{
	unsigned kind = ENDS_CLAUSE, far = 0, before = 0, run = 0;
	uint32_t codes = 0;

	q->ahead = xgrow(q->ahead, &q->ahead_cap, q->ntokens + 1,
	    sizeof *q->ahead);
	for (size_t i = q->ntokens; i-- > 0;) {
		struct word *w = &q->words[i];

		far++;
		if (i + 1 == q->ntokens
		    || q->sentence_of[i] != q->sentence_of[i + 1]) {
			kind = ENDS_CLAUSE;
			far = 1;
		}
		if (w->verb != NO_VERB) {
			kind = w->verb;
			far = 0;
		}
		w->verb = (uint8_t)(far >= VERB_REACH ? VERB_FAR
		    : kind == ENDS_CLAUSE ? VERB_NONE
		    : features_bin(far) + (kind == FINITE ? 0 : VERB_MAYBE));
		if (w->coarse != before) {
			before = w->coarse;
			codes = codes >> GAP_BITS
			    | (uint32_t)before << GAP_BITS * (GAP_CODES - 1);
			run--;
		}
		w->run = (uint8_t)run;
		q->ahead[i] = codes;
	}
}

/* The first token that begins at or after the byte. */
static size_t
token_at(const struct quotes *q, size_t from, size_t byte)
{
	size_t low = from, high = q->ntokens;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (q->tokens[mid].start < byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Tokens from on belong to stretch k; returns the first after it. */
static size_t
place_stretch(struct quotes *q, size_t k, size_t from)
{
	struct stretch *s = &q->stretches[k];
	size_t n = q->ntokens, i = token_at(q, from, s->outer_open);

	s->left = s->first = n;
	for (; i < n && q->tokens[i].start < s->outer_close; i++) {
		size_t at = q->tokens[i].start;

		q->quoted[i] = (uint32_t)k + 1;
		q->words[i].coarse = COARSE_QUOTED;
		q->words[i].verb = NO_VERB;
		s->left = i < s->left ? i : s->left;
		s->right = i + 1;
		if (at >= s->open && at < s->close) {
			s->first = i < s->first ? i : s->first;
			s->last = i + 1;
		}
	}
	return i;
}

void
quotes_place(struct quotes *q)
{
	size_t n = q->ntokens, at = 0;

	q->quoted = xgrow(q->quoted, &q->quoted_cap, n + 1, sizeof *q->quoted);
	memset(q->quoted, 0, (n + 1) * sizeof *q->quoted);
	for (size_t j = 0; j < q->nstretches; j++) {
		struct stretch *s = &q->stretches[j];

		at = place_stretch(q, j, at);
		if (s->left == n || s->first == n) {
			s->left = s->first = s->last = s->right = n;
			s->sentence = s->last_sentence = q->nsentences - 1;
			continue;
		}
		s->sentence = q->sentence_of[s->left];
		s->last_sentence = q->sentence_of[s->last - 1];
	}
	look_ahead(q);
}
