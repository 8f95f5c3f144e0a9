/*
 * The frame of a piece: sentences and paragraphs first, then in one pass, while
 * it is at hand, each sentence's tokens, their classes, its mentions and cues.
 * (Pass by pass over the piece the arrays came from memory each time.)
 */
#include "desk/quotes_parts.h"

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"

enum {
	DATELINE = 12,
	BLOCK = 64	/* tokens whose classes are fetched at once */
};

/* ---- classes of words, remembered ---- */

/* The bytes of a short word, else a hash; the last bit is for first words. */
static inline uint64_t
key_of(const struct quotes *q, const struct token *k)
{
	size_t n = k->end - k->start;
	const char *p = q->text.p + k->start;
	uint64_t key = n << 56, a;

	if (n >= sizeof key) {
		a = n <= 2 * sizeof key ? hash_read8(p)
		    : hash_bytes(token_text(q->text, k), 7);
		key = hash_mix(a ^ 0xa0761d6478bd642f, hash_read8(p + n
		    - sizeof key) ^ n << 48) | (uint64_t)0xf8 << 56;
	} else if (q->text.n - k->start >= sizeof key) {
		key |= hash_read8(p) & (((uint64_t)1 << 8 * n) - 1);
	} else {
		for (size_t i = 0; i < n; i++)
			key |= (uint64_t)(unsigned char)p[i] << 8 * i;
	}
	return key << 1;
}

static inline struct word_slot *
slot_of(const struct quotes *q, uint64_t key)
{
	return &q->tables->words[(key * 0x9e3779b97f4a7c15) >> (64 - WORD_BITS)
	    & ~(uint64_t)1];
}

/* Not in the first slot of its two: there after this. */
__attribute__((noinline)) static void
bring_up(const struct quotes *q, struct word_slot *slot, uint64_t key,
    const struct token *k)
{
	struct word_slot kept = slot[0];

	if (slot[1].key != key) {
		slot[1].key = key;
		quotes_classify(q, &slot[1].word, token_text(q->text, k),
		    key & 1);
	}
	slot[0] = slot[1];
	slot[1] = kept;
}

/* What a token's class is looked up by. */
struct ticket {
	uint64_t key;
	struct word_slot *slot;
};

static inline const struct word *
look_up(const struct quotes *q, const struct ticket *x, const struct token *k)
{
	if (x->slot->key != x->key)
		bring_up(q, x->slot, x->key, k);
	return &x->slot->word;
}

/* The same as the first word of a sentence. */
static const struct word *
look_up_first(const struct quotes *q, uint64_t key, const struct token *k)
{
	struct ticket x = { key | 1, slot_of(q, key | 1) };

	return look_up(q, &x, k);
}

/* ---- sentences and paragraphs ---- */

static bool
has_line_end(struct str t, size_t from, size_t to)
{
	while (from < to && t.p[from] != '\n')
		from++;
	return from < to;
}

static void
add_sentence(struct quotes *q, struct span s)
{
	size_t n = q->nsentences++;

	q->sentence = xgrow(q->sentence, &q->sentence_cap, n + 1,
	    sizeof *q->sentence);
	q->paragraph_of = xgrow(q->paragraph_of, &q->paragraph_cap, n + 1,
	    sizeof *q->paragraph_of);
	q->sentence[n] = s;
	/* A line end where a sentence ends too ends a paragraph. */
	q->paragraph_of[n] = n == 0 ? 0 : q->paragraph_of[n - 1]
	    + has_line_end(q->text, q->sentence[n - 1].end, s.start);
}

void
quotes_split(struct quotes *q)
{
	struct span s;

	q->nsentences = 0;
	sentences_document(&q->sentences);
	sentences_start(&q->sentences, q->text, true);
	while (sentences_next(&q->sentences, &s))
		add_sentence(q, s);
	q->first_token = xgrow(q->first_token, &q->first_cap,
	    q->nsentences + 2, sizeof *q->first_token);
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

/* ---- tokens ---- */

struct reader {
	struct tokens tokens;
	size_t sentence;	/* that is being read */
	size_t done;		/* those whose mentions and cues are known */
	size_t shuts;		/* its last byte's end */
	size_t stretch, opens, closes;	/* the next one, its bytes */
	unsigned before;	/* coarse class of the token before */
	bool first;		/* no word of the sentence was seen yet */
};

/* An array that grows as others do, whose room is counted with them. */
static void *
grow(void *p, size_t cap, size_t n, size_t size)
{
	return xgrow(p, &cap, n, size);
}

/* Room for n tokens, and some behind that may be written or read blindly. */
static void
make_room(struct quotes *q, size_t n)
{
	size_t cap = q->token_cap;

	n += BLOCK;
	if (n <= cap)
		return;
	q->tokens = xgrow(q->tokens, &q->token_cap, n, sizeof *q->tokens);
	q->words = grow(q->words, cap, n, sizeof *q->words);
	q->sentence_of = grow(q->sentence_of, cap, n, sizeof *q->sentence_of);
	q->quoted = grow(q->quoted, cap, n, sizeof *q->quoted);
	q->runs = grow(q->runs, cap, n, sizeof *q->runs);
	q->changes = grow(q->changes, cap, n, sizeof *q->changes);
	q->cues_before = grow(q->cues_before, cap, n, sizeof *q->cues_before);
	q->mentions_before = grow(q->mentions_before, cap, n,
	    sizeof *q->mentions_before);
}

/* "the voters' choice" */
static bool
is_bare_genitive(struct str t, const struct token *k)
{
	return k->end - k->start == 1 && t.p[k->start] == '\''
	    && k->start > 0 && !k->space && byte_is_letter(t.p[k->start - 1]);
}

static void
next_stretch(struct quotes *q, struct reader *r, size_t k)
{
	bool any = k < q->nstretches;

	r->stretch = k;
	r->opens = any ? q->stretches[k].outer_open : SIZE_MAX;
	r->closes = any ? q->stretches[k].outer_close : SIZE_MAX;
	if (any)
		q->stretches[k].left = q->stretches[k].first = SIZE_MAX;
}

/* The stretch the token is of, + 1, or 0. */
static inline uint32_t
stretch_of(struct quotes *q, struct reader *r, size_t i)
{
	size_t at = q->tokens[i].start;
	struct stretch *s;

	while (at >= r->closes)
		next_stretch(q, r, r->stretch + 1);
	if (at < r->opens)
		return 0;
	s = &q->stretches[r->stretch];
	s->left = i < s->left ? i : s->left;
	s->right = i + 1;
	if (at >= s->open && at < s->close) {
		s->first = i < s->first ? i : s->first;
		s->last = i + 1;
	}
	return (uint32_t)r->stretch + 1;
}

/* Stretches without a token inside stand behind the last. */
static void
end_stretches(struct quotes *q, struct reader *r)
{
	size_t n = q->ntokens;

	while (r->stretch < q->nstretches)
		next_stretch(q, r, r->stretch + 1);
	for (size_t k = 0; k < q->nstretches; k++) {
		struct stretch *s = &q->stretches[k];

		if (s->left == SIZE_MAX || s->first == SIZE_MAX) {
			s->left = s->first = s->last = s->right = n;
			s->sentence = s->last_sentence = q->nsentences - 1;
			continue;
		}
		s->sentence = q->sentence_of[s->left];
		s->last_sentence = q->sentence_of[s->last - 1];
	}
}

/*
 * What opens a sentence within one, as a colon and an opening mark do: is the
 * next word a first one? (A mark before it does not use up the capital.)
 */
static bool
opens(const struct quotes *q, const struct token *t, struct word *w, bool first)
{
	if (w->k == W_MARK && is_bare_genitive(q->text, t)) {
		w->k = W_GENITIVE;
		w->opens = 0;
	}
	return (w->opens & (WORD_OPENS | (first ? WORD_KEEPS : 0)
	    | (t->space ? WORD_PARTED : 0))) != 0;
}

/* Its class hangs on the bytes alone, and with a capital on being first. */
static inline bool
take_class(const struct quotes *q, const struct token *t, struct word *w,
    const struct ticket *x, bool first)
{
	const struct word *known = look_up(q, x, t);

	if (first && known->upper)
		known = look_up_first(q, x->key, t);
	*w = *known;
	return known->opens != 0 && opens(q, t, w, first);
}

static void
end_sentence(struct quotes *q, struct reader *r, size_t end)
{
	q->first_token[++r->sentence] = (uint32_t)end;
	r->shuts = r->sentence < q->nsentences
	    ? q->sentence[r->sentence].end : 0;
	r->first = true;
}

/* Those that end before the token; false: there is none it belongs to. */
static bool
end_sentences(struct quotes *q, struct reader *r, size_t token)
{
	while (r->sentence < q->nsentences
	    && q->tokens[token].start >= r->shuts)
		end_sentence(q, r, token);
	return r->sentence < q->nsentences;
}

/*
 * Tokens [i, n), of which x are the tickets, take their classes: how many do.
 * What stands behind the last sentence is none. (Pointers of its own: after
 * each byte written the compiler would load those of q again.)
 */
static size_t
take(struct quotes *q, struct reader *r, size_t i, size_t n,
    const struct ticket *x)
{
	uint32_t changed = q->nchanges, sentence = (uint32_t)r->sentence;
	size_t shuts = r->shuts;
	unsigned before = r->before;
	bool first = r->first;
	const struct token *t = q->tokens + i;
	struct word *w = q->words + i;
	uint32_t *sentence_of = q->sentence_of, *quoted = q->quoted;
	uint32_t *runs = q->runs;
	uint8_t *changes = q->changes;

	for (; i < n; i++, t++, w++, x++) {
		unsigned coarse;

		if (t->start >= shuts) {
			if (!end_sentences(q, r, i))
				break;
			shuts = r->shuts;
			sentence = (uint32_t)r->sentence;
			first = true;
		}
		first = take_class(q, t, w, x, first);
		coarse = w->coarse;
		sentence_of[i] = sentence;
		quoted[i] = 0;
		if (t->start >= r->opens
		    && (quoted[i] = stretch_of(q, r, i)) > 0) {
			coarse = COARSE_QUOTED;
			w->verb = NO_VERB;
		}
		changed += coarse != before;
		changes[changed] = (uint8_t)coarse;
		runs[i] = changed;
		before = coarse;
	}
	q->nchanges = changed;
	r->before = before;
	r->first = first;
	return i;
}

/* The next tokens, their classes on the way. */
static size_t
fetch(struct quotes *q, struct reader *r, struct ticket x[BLOCK])
{
	const struct token *t = &q->tokens[q->ntokens];
	size_t n = tokens_fill(&r->tokens, &q->tokens[q->ntokens], BLOCK);

	for (size_t i = 0; i < n; i++) {
		x[i].key = key_of(q, &t[i]);
		x[i].slot = slot_of(q, x[i].key);
		__builtin_prefetch(x[i].slot);
	}
	return n;
}

/* False: there are no more. */
static bool
read_block(struct quotes *q, struct reader *r)
{
	struct ticket x[BLOCK];
	size_t from = q->ntokens;

	make_room(q, from + BLOCK);
	q->ntokens = take(q, r, from, from + fetch(q, r, x), x);
	return q->ntokens == from + BLOCK;
}

/* Mentions and cues of the sentences that end long enough before the token. */
static void
find_in(struct quotes *q, struct reader *r, size_t token)
{
	for (; r->done < r->sentence && q->first_token[r->done + 1] <= token;
	    r->done++) {
		quotes_mentions(q, r->done);
		quotes_cues(q, r->done);
	}
}

void
quotes_read(struct quotes *q)
{
	struct reader r = { .first = true,
	    .shuts = q->nsentences > 0 ? q->sentence[0].end : 0 };

	q->ntokens = q->nmentions = q->ncues = q->nchanges = 0;
	q->mentions_filled = q->cues_filled = 0;
	q->first_token[0] = 0;
	/* So that there is a place to point at behind the last, of none too. */
	q->mentions = xgrow(q->mentions, &q->mention_cap, 1,
	    sizeof *q->mentions);
	make_room(q, 0);
	tokens_start(&r.tokens, q->text);
	next_stretch(q, &r, 0);
	while (read_block(q, &r))
		find_in(q, &r, q->ntokens > QUOTES_BEHIND
		    ? q->ntokens - QUOTES_BEHIND : 0);
	while (r.sentence < q->nsentences)
		end_sentence(q, &r, q->ntokens);
	q->first_token[q->nsentences + 1] = (uint32_t)q->ntokens;
	end_stretches(q, &r);
	find_in(q, &r, q->ntokens);
	quotes_fill(q->mentions_before, &q->mentions_filled, q->ntokens + 1,
	    q->nmentions);
	quotes_fill(q->cues_before, &q->cues_filled, q->ntokens + 1, q->ncues);
}
