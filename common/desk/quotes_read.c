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
_Static_assert(BLOCK == 64, "a bit of 64 for each");

/* ---- classes of words, remembered ---- */

/*
 * A hash of n bytes, of which eight may be read; never 0. The last bit is for
 * first words. (Words of fewer than eight bytes without a branch of their own:
 * one in six has more, which cannot be foreseen.)
 */
static inline uint64_t
key_of(const char *p, size_t n)
{
	size_t part = n < 8 ? n : 8;
	uint64_t a = hash_read8(p) << (-8 * part & 63);
	uint64_t b = hash_read8(p + n - part) << (-8 * part & 63);

	if (n > 16)
		a = hash_bytes((struct str){ p, n }, 7);
	return hash_mix(a ^ 0xa0761d6478bd642f, b + n * 0xe7037ed1a0b428db)
	    * 4 + 2;
}

static inline struct word_slot *
slot_of(struct word_slot *slots, uint64_t key)
{
	return &slots[key >> (64 - WORD_BITS) & ~(uint64_t)1];
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

/* Their keys; what they are looked up in is fetched meanwhile. */
static void
make_keys(const struct quotes *q, const struct token *t, size_t n,
    uint64_t *keys)
{
	struct word_slot *slots = q->tables->words;
	const char *text = q->text.p;

	for (const struct token *end = t + n; t < end; t++) {
		uint64_t key = key_of(text + t->start, t->end - t->start);

		__builtin_prefetch(slot_of(slots, key));
		*keys++ = key;
	}
}

/*
 * The classes of n tokens from the first on, as inside of a sentence, and the
 * parts alone.
 */
static void
look_up(const struct quotes *q, size_t first, size_t n, uint8_t *parts)
{
	struct word_slot *slots = q->tables->words;
	const struct token *t = q->tokens + first;
	struct word *w = q->words + first;
	uint8_t *coarse = q->coarse + first;
	uint64_t keys[BLOCK];

	make_keys(q, t, n, keys);
	for (size_t i = 0; i < n; i++) {
		struct word_slot *slot = slot_of(slots, keys[i]);

		if (slot->key != keys[i])
			bring_up(q, slot, keys[i], &t[i]);
		w[i] = slot->word;
		parts[i] = slot->word.parts;
		coarse[i] = slot->word.coarse;
	}
}

/* The last few may be too near to the text's end to be read blindly. */
static uint64_t
key_near_end(const struct quotes *q, const struct token *t)
{
	char last[8];
	size_t n = t->end - t->start;

	if (q->text.n - t->start >= sizeof last)
		return key_of(q->text.p + t->start, n);
	return key_of(memcpy(last, q->text.p + t->start, n), n);
}

static struct word
look_up_one(const struct quotes *q, const struct token *t, uint64_t key)
{
	struct word_slot *slot = slot_of(q->tables->words, key);

	if (slot->key != key)
		bring_up(q, slot, key, t);
	return slot->word;
}

/* The same as the first word of a sentence, in slots of its own. */
static struct word
look_up_first(const struct quotes *q, const struct token *t)
{
	uint64_t key = key_near_end(q, t);

	return look_up_one(q, t, key + ((uint64_t)1 << (65 - WORD_BITS) | 1));
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

		/* "Peter Novak -- who left -- said" */
		if (k == W_DASH)
			return i > begin && i + 1 < end && q->words[i + 1].k
			    != W_WHO ? i + 1 : begin;
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
	bool first;		/* no word of the sentence was seen yet */
	uint8_t parts[BLOCK];
	uint64_t opens_at;	/* of those the PART_OPENS */
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
	for (unsigned i = 0; i < WORD_PARTS; i++)
		q->parts[i] = grow(q->parts[i], cap / 8,
		    q->token_cap / 8 + BLOCK, 1);
	q->sentence_of = grow(q->sentence_of, cap, n, sizeof *q->sentence_of);
	q->quoted = grow(q->quoted, cap, n, sizeof *q->quoted);
	q->coarse = grow(q->coarse, cap, n, sizeof *q->coarse);
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
		w->parts = (uint8_t)quotes_parts_of(w->k);
		w->opens = 0;
	}
	return (w->opens & (WORD_OPENS | (first ? WORD_KEEPS : 0)
	    | (t->space ? WORD_PARTED : 0))) != 0;
}

/* A first word, or what may open a sentence: neither hangs on bytes alone. */
static bool
take_odd(const struct quotes *q, size_t i, bool first, uint8_t *parts)
{
	struct word *w = &q->words[i];
	bool opened;

	if (first && w->upper)
		*w = look_up_first(q, &q->tokens[i]);
	opened = w->opens != 0 && opens(q, &q->tokens[i], w, first);
	*parts = w->parts;
	q->coarse[i] = w->coarse;
	return opened;
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

/* The first of the tokens from i to before n that begins at the limit or
 * behind it; n: none does. (Which half it is in cannot be foreseen.) */
static size_t
token_from(const struct token *t, size_t i, size_t n, size_t limit)
{
	size_t left = n - i;

	if (t[n - 1].start < limit)
		return n;
	while (left > 1) {
		size_t half = left / 2;

		i += t[i + half - 1].start < limit ? half : 0;
		left -= half;
	}
	return i;
}

/*
 * The tokens from i to before n, in one sentence and one stretch or none. There
 * is room behind them, which is written again.
 */
static void
take_sentence(struct quotes *q, struct reader *r, size_t i, size_t n,
    uint32_t stretch)
{
	uint32_t sentence = (uint32_t)r->sentence;

	for (size_t k = i; k < n; k += 4)
		for (size_t at = k; at < k + 4; at++) {
			q->sentence_of[at] = sentence;
			q->quoted[at] = stretch;
		}
	for (; i < n; i++) {
		uint64_t ahead = r->opens_at >> i % BLOCK;

		if (!r->first)
			i += ahead == 0 ? n : (size_t)__builtin_ctzll(ahead);
		if (i >= n)
			break;
		r->first = take_odd(q, i, r->first, &r->parts[i % BLOCK]);
	}
}

/* Those of the next stretch: what they are outside of it does not count. */
static void
take_quoted(struct quotes *q, struct reader *r, size_t i, size_t n)
{
	struct stretch *s = &q->stretches[r->stretch];
	size_t first = token_from(q->tokens, i, n, s->open);
	size_t last = token_from(q->tokens, i, n, s->close);

	s->left = i < s->left ? i : s->left;
	s->right = n;
	if (first < last) {
		s->first = first < s->first ? first : s->first;
		s->last = last;
	}
	for (; i < n; i++) {
		uint8_t *parts = &r->parts[i % BLOCK];

		q->words[i].verb = NO_VERB;
		q->coarse[i] = COARSE_QUOTED;
		*parts = (*parts & 1 << PART_CAPITAL) | 1 << PART_SEAM;
	}
}

/*
 * Tokens [i, n) take their classes: how many do. What stands behind the last
 * sentence is none.
 */
static size_t
take(struct quotes *q, struct reader *r, size_t i, size_t n)
{
	while (i < n) {
		size_t at = q->tokens[i].start, limit, end;

		if (at >= r->shuts && !end_sentences(q, r, i))
			break;
		while (at >= r->closes)
			next_stretch(q, r, r->stretch + 1);
		limit = at < r->opens ? r->opens : r->closes;
		end = token_from(q->tokens, i, n,
		    limit < r->shuts ? limit : r->shuts);
		take_sentence(q, r, i, end, at < r->opens ? 0
		    : (uint32_t)r->stretch + 1);
		if (at >= r->opens)
			take_quoted(q, r, i, end);
		i = end;
	}
	return i;
}

/* One bit of each byte: eight bytes by one multiplication. */
static uint64_t
bits_of(const uint8_t parts[BLOCK], unsigned bit)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < BLOCK; i += 8)
		bits |= (hash_read8(parts + i) >> bit & 0x0101010101010101)
		    * 0x0102040810204080 >> 56 << i;
	return bits;
}

/* Of the parts each bit to its array. */
static void
put_bits(const struct quotes *q, uint8_t parts[BLOCK], size_t from)
{
	const uint8_t *coarse = q->coarse + from;

	for (unsigned i = 1; i < BLOCK; i++)
		parts[i] = (uint8_t)((parts[i] & ~(1 << PART_CHANGES))
		    | (coarse[i] != coarse[i - 1]) << PART_CHANGES);
	parts[0] = (uint8_t)((parts[0] & ~(1 << PART_CHANGES))
	    | (from > 0 && coarse[0] != coarse[-1]) << PART_CHANGES);
	for (unsigned b = 0; b < WORD_PARTS; b++) {
		uint64_t bits = bits_of(parts, b);

		memcpy(q->parts[b] + from / 8, &bits, sizeof bits);
	}
}

/* The next tokens and their classes, as if none began a sentence. */
static size_t
fetch(struct quotes *q, struct reader *r)
{
	size_t from = q->ntokens;
	struct token *t = &q->tokens[from];
	size_t n = tokens_spans(&r->tokens, t, BLOCK), blind = n;

	while (blind > 0 && q->text.n - t[blind - 1].start < 8)
		blind--;
	look_up(q, from, blind, r->parts);
	for (size_t i = blind; i < n; i++) {
		struct word *w = &q->words[from + i];

		*w = look_up_one(q, &t[i], key_near_end(q, &t[i]));
		r->parts[i] = w->parts;
		q->coarse[from + i] = w->coarse;
	}
	r->opens_at = bits_of(r->parts, PART_OPENS);
	return n;
}

/* False: there are no more. */
static bool
read_block(struct quotes *q, struct reader *r)
{
	size_t from = q->ntokens;

	make_room(q, from + BLOCK);
	q->ntokens = take(q, r, from, from + fetch(q, r));
	put_bits(q, r->parts, from);
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

	q->ntokens = q->nmentions = q->ncues = 0;
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
