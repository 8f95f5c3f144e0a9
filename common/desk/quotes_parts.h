/*
 * The parts of desk/quotes, and what passes between them: words with their
 * classes, stretches between marks, mentions, cues, and the features of each
 * decision. common/train/quotes.c drives the same parts to learn from.
 */
#ifndef DESK_QUOTES_PARTS_H
#define DESK_QUOTES_PARTS_H

#include "base/hash.h"
#include "desk/quotes_features.h"
#include "desk/quotes_words.h"
#include "text/chars.h"

/* No verb in 12 tokens, none before the clause ends; VERB_MAYBE + how far. */
enum { VERB_REACH = 12, VERB_FAR = 13, VERB_NONE = 14, VERB_MAYBE = 15 };

/* How a stretch stands in its paragraph. */
struct place {
	unsigned words, ends, pre, pre2, post, post2;
	bool upper, opens, closes, titled;
};

/* What stands between two quotation marks. */
struct stretch {
	size_t open, close;	/* bytes: the inside */
	size_t outer_open, outer_close;	/* with the marks */
	size_t left, first, last, right;	/* tokens: [left, right) with
					   the marks, [first, last) inside */
	size_t sentence, last_sentence, paragraph;
	bool closed, continues;	/* continues the paragraph before */
	int cue, mention;	/* chosen, -1: none */
	bool speech, inherits, used;
	int margin;
	struct place place;	/* set by quotes_place() */
};

enum mention_kind {
	MENTION_NONE, MENTION_HE, MENTION_THEY, MENTION_IT, MENTION_I,
	MENTION_WHO, MENTION_OBJ, MENTION_NAME, MENTION_TITLED, MENTION_ROLE,
	MENTION_ROLES, MENTION_BODY, MENTION_PAPER, MENTION_AUDIENCE,
	MENTION_QUANT, MENTION_NOUN, MENTION_DEM, MENTION_KINDS
};

struct mention {
	uint32_t from, to;	/* tokens */
	uint32_t head;		/* the last token of the head noun or name */
	uint32_t end;		/* with what hangs on it: "for Peter Novak" */
	uint32_t sentence;
	enum mention_kind kind;
	int person;		/* place in persons, -1: none */
};
enum { PERSON_UNKNOWN = -2 };	/* not looked up yet */

struct person {
	struct str name, title;	/* title as it stood before the name */
	uint32_t next_last, next_first;	/* with the same last, first word; + 1 */
	uint32_t first_sight, last_sight;	/* if it has sights at all */
	uint32_t same;		/* whom this is another spelling of; + 1 */
	uint32_t shown;		/* of several spellings the most frequent */
	const char *lettered;	/* the title that the next two are of */
	uint32_t letters;
	uint32_t bare;		/* bytes of "Japanese " before it */
	uint32_t tried;		/* for the title of a mention, the last time */
	unsigned gender, count;	/* 1 man 2 woman; times named in full */
	bool sure;		/* by its first name or a title */
	bool doubtful;		/* "Steven Law": not unless he is Mr. Law too */
};

struct sight {
	uint32_t token, person;	/* named in full here */
};

struct cue {
	uint32_t token, sentence, paragraph;
	uint32_t verb;		/* token; before it: "was described" */
	enum cue_class class;
	enum cue_form form;
	unsigned frame;
	int subject;		/* place in mentions, -1: none; ask
				   quotes_subject() first */
	int margin;
	uint32_t first_stretch, last_stretch;	/* of those it may have */
	bool used;		/* has quoted words in its sentence */
};

/* ---- tokens and what stands at them ---- */

static inline struct str
quotes_token(const struct quotes *q, size_t i)
{
	return i < q->ntokens ? str_cut(q->text, q->tokens[i].start,
	    q->tokens[i].end) : (struct str){ "", 0 };
}

static inline unsigned
quotes_class(const struct quotes *q, size_t i)	/* W_NONE outside */
{
	return i < q->ntokens ? q->words[i].k : W_NONE;
}

/* A cue in its sentence: what is asked again and again, found once. */
struct setting {
	const struct cue *c;
	size_t begin, end;	/* tokens of the sentence */
	struct span clause;	/* the verb with its speaker, if they stand
				   together */
	unsigned class;		/* with the form */
	unsigned kind;		/* of the subject */
	bool after;		/* it stands behind the verb */
};

/* As the features have it: in the cue's sentence, quoted words all alike. */
static inline unsigned
quotes_class_by(const struct quotes *q, const struct setting *t, size_t i)
{
	if (i - t->begin >= t->end - t->begin)
		return W_NONE;
	return q->quoted[i] ? W_QUOTED : q->words[i].k;
}

/* One of the tokens [from, to) begins with a capital. */
static inline bool
quotes_has_capital(const struct quotes *q, size_t from, size_t to)
{
	while (from < to && !q->words[from].upper)
		from++;
	return from < to;
}

/* "in", "of", "by", "as", "to", "about" and the like. */
static inline bool
quotes_is_preposition(unsigned k)
{
	return k == W_TO || (k >= W_OF && k <= W_AS);
}

/* A comma or a dash parts it from what describes it. */
static inline bool
quotes_parts(const struct quotes *q, size_t i)
{
	return quotes_class(q, i) == W_COMMA || quotes_class(q, i) == W_DASH;
}

static inline size_t
quotes_begin(const struct quotes *q, size_t token)	/* of its sentence */
{
	return q->first_token[q->sentence_of[token]];
}

static inline size_t
quotes_end(const struct quotes *q, size_t token)
{
	return q->first_token[q->sentence_of[token] + 1];
}

static inline bool
quotes_is_verb(const struct quotes *q, size_t token)
{
	return q->words[token].verb >= MAYBE_FINITE;
}

/*
 * How far the next finite verb of the sentence is: does a clause begin here?
 * (Looked for when asked: one token in five is.)
 */
static inline unsigned
quotes_verb_before(const struct quotes *q, size_t i, size_t end)
{
	const struct word *w = q->words + i;
	size_t most = end - i;

	for (unsigned far = 0; far < VERB_REACH; far++) {
		if (far >= most || w[far].verb == ENDS_CLAUSE)
			return VERB_NONE;
		if (w[far].verb != NO_VERB)
			return features_bin(far) + (w[far].verb == FINITE ? 0
			    : VERB_MAYBE);
	}
	return VERB_FAR;
}

static inline unsigned
quotes_verb_from(const struct quotes *q, size_t i)
{
	return quotes_verb_before(q, i, quotes_end(q, i));
}

static inline unsigned
quotes_verb_ahead(const struct quotes *q, const struct setting *t, size_t i)
{
	return i - t->begin < t->end - t->begin
	    ? quotes_verb_before(q, i, t->end) : VERB_NONE;
}

static inline size_t
quotes_mention_at(const struct quotes *q, size_t token)	/* or after */
{
	return token <= q->ntokens ? q->mentions_before[token] : q->nmentions;
}

static inline size_t
quotes_cue_at(const struct quotes *q, size_t token)	/* or after */
{
	return token <= q->ntokens ? q->cues_before[token] : q->ncues;
}

/* What number of theirs begins at or behind each token up to to. */
static inline void
quotes_fill(uint32_t *at, size_t *filled, size_t to, size_t number)
{
	/*
	 * Eight at once: there is room behind, which is written again. Most
	 * often they are enough, so that the loop's end can be foreseen.
	 */
	for (size_t i = *filled; i < to; i += 8)
		for (size_t k = i; k < i + 8; k++)
			at[k] = (uint32_t)number;
	*filled = to;
}

enum { GAP_TOKENS = 48, GAP_CODES = 6, GAP_BITS = 5, COARSE_QUOTED = 31 };

/*
 * The coarse classes between, the first few that differ, in one number: five
 * bits each and a 1 before the first.
 */
static inline uint32_t
quotes_gap(const struct quotes *q, size_t from, size_t to)
{
	uint64_t changes;
	uint32_t code;

	to = to < q->ntokens ? to : q->ntokens;
	if (from >= to)
		return from <= to;
	to = to < from + GAP_TOKENS ? to : from + GAP_TOKENS;
	changes = quotes_bits(q, PART_CHANGES, from + 1)
	    & (((uint64_t)1 << (to - from - 1)) - 1);
	code = (uint32_t)1 << GAP_BITS | q->coarse[from];
	for (int n = 1; changes != 0 && n < GAP_CODES; n++) {
		code = code << GAP_BITS | q->coarse[from + 1
		    + (size_t)__builtin_ctzll(changes)];
		changes &= changes - 1;
	}
	return code;
}

/* ---- desk/quotes_read.c: sentences, tokens, and what is found on the way ---- */
void quotes_split(struct quotes *);	/* sentences, paragraphs */
void quotes_read(struct quotes *);	/* tokens, mentions, cues */
/* Behind "EASTHAVEN (CNB) --" where a paragraph begins so, else begin. */
size_t quotes_after_dateline(const struct quotes *, size_t begin, size_t end);

/* ---- desk/quotes_plain.c ---- */
void quotes_language(struct quotes *);	/* its words, by the options */
/* By its words, when it has marks that English has not. */
void quotes_guess_language(struct quotes *);
int quotes_plain_subject(const struct quotes *, const struct cue *);
/* "ha dicho", "a-t-elle dit", not "lo dicho": of the participle's token. */
bool quotes_plain_perfect(const struct quotes *, size_t token);
/* Of a verb, by what stands before it. */
bool quotes_may_be_subject(const struct quotes *, const struct mention *);
/* Do papers print who says it inside of the marks, in this language? */
bool quotes_prints_asides(const struct quotes *);
/* Before or behind it, parted by comma or colon; false: none. */
struct source;
bool quotes_plain_source(struct quotes *, size_t stretch, struct source *);
/* 'must stay open', says mayor: in any language; the comma is outside. */
/* "a déclaré X" at the token, with auxiliaries before the verb. */
bool quotes_plain_follows(struct quotes *, size_t token, struct source *);
bool quotes_comma_outside(struct quotes *, size_t stretch, struct source *);
/* "And from the chairwoman:" on the line before: its verb, or its last name. */
bool quotes_line_before(struct quotes *, size_t stretch, struct source *);
/* The nearest verb of its sentence; as it was, if it has none. */
void quotes_plain_near(struct quotes *, size_t stretch, struct source *);

static inline bool
quotes_is_language(const struct quotes *q, const char *code)
{
	return q->code[0] == code[0] && q->code[1] == code[1];
}

bool quotes_may_say(const struct quotes *, size_t token);	/* "so" too */

/* ---- desk/quotes_according.c ---- */
struct accorded {
	struct span phrase;	/* tokens: "laut einem Sprecher der Polizei," */
	int mention;
};
/* "Angaben", "Ansicht" of German: behind it stands whose. */
bool quotes_is_view(struct str word);
/* The first such phrase in these tokens of a sentence; false: none. */
bool quotes_accorded(const struct quotes *, struct span in, struct accorded *);
/* The mention that one before or right behind the stretch has; -1: none. */
int quotes_accorded_for(const struct quotes *, const struct stretch *);

/* ---- desk/quotes_german.c ---- */
bool quotes_german_may_be_subject(const struct quotes *,
    const struct mention *);
/* Of the clause whose verb this is: ", wie die Polizei mitteilte"; else token. */
size_t quotes_german_begin(const struct quotes *, size_t token);
bool quotes_german_genitive(const struct quotes *, size_t token); /* article */
bool quotes_german_so(const struct quotes *, size_t token);	/* if it is so */
enum { REPORTED = 1, UNREAL = 2 };	/* of subjunctive-de.words */
/* Is there one, of the first kind or of both? */
bool quotes_german_subjunctive(const struct quotes *, struct span,
    int weakest);
/* "um den Weg freizumachen": why, not what. */
bool quotes_german_is_purpose(struct str first);
/* Of a main clause, before its first comma or behind the next. */
bool quotes_german_has_verb(const struct quotes *, struct span);
/* Behind a comma after the verb: "dass", a question, a subjunctive, a demand. */
bool quotes_german_clause(const struct quotes *, const struct cue *,
    struct span);
/* Does what begins behind this comma say what somebody said? */
bool quotes_german_announced(const struct quotes *, size_t comma, size_t end);
/* A subjunctive, "soll geflohen sein", "demnach": of whoever was reported. */
bool quotes_german_hearsay(const struct quotes *, struct span);
/* By subjunctives; of none, if it is a title. False: not told. */
bool quotes_german_source(struct quotes *, size_t stretch, struct source *);

/* ---- desk/quotes_marks.c ---- */
void quotes_marks(struct quotes *);

/* ---- desk/quotes_asides.c ---- */
/* ", dit Ana Lopez." in the bytes, behind its comma; false: none. */
bool quotes_aside(const struct quotes *, struct span in, struct span *aside);

/* ---- desk/quotes_cjk.c ---- */
enum quotes_script { SCRIPT_OTHER, SCRIPT_JAPANESE, SCRIPT_CHINESE };
enum quotes_script quotes_script(struct str text);	/* by its beginning */
void quotes_cjk(struct quotes *, enum quotes_script);	/* adds what is said */

/* ---- desk/quotes_mentions.c ---- */
void quotes_mentions(struct quotes *, size_t sentence);

/* ---- desk/quotes_phrase.c ---- */

/* The first token of what denies the verb at token, which it is if none does. */
size_t quotes_denial(const struct quotes *, size_t token);
/* Whose the words are when this mention stands at the cue. */
int quotes_head(struct quotes *, const struct cue *, int mention);
/* Where "was described" begins when its last word is at the token. */
size_t quotes_passive(const struct quotes *, size_t token);
/* The mention behind "by" of such a cue; -1: none. */
int quotes_agent(const struct quotes *, const struct cue *);
/* Where ", adding: ..." of the same speaker or "and said" begins. */
size_t quotes_limit(struct quotes *, const struct cue *);
/* "said in a statement that": content begins with "that" when it would inside. */
size_t quotes_behind_place(const struct quotes *, const struct cue *,
    size_t start);
/* "The plan" before it: where it begins, or the sentence does. */
size_t quotes_before_verb(const struct quotes *, const struct cue *);
/* ", who said the vote was fair, left early": does what he said end here? */
bool quotes_leaves_relative(const struct quotes *, const struct cue *,
    size_t token);

/* ---- desk/quotes_main.c ---- */
/* Does it stand as ", saying", "and suggesting", ", eventually adding"? */
bool quotes_goes_on(const struct quotes *, const struct cue *);
/*
 * The subject of the clause it goes on from: of a verb right behind it, else
 * the first mention that may be one; -1: none.
 */
int quotes_main_subject(const struct quotes *, const struct cue *);

/* ---- desk/quotes_cues.c ---- */
enum { SUBJECTS = 12 };
enum { SUBJECT_UNKNOWN = -2 };	/* not chosen yet */
enum { QUOTES_BEHIND = 12 };	/* tokens behind a sentence it may look at */
void quotes_cues(struct quotes *, size_t sentence);
/* Of a tweet's text what is no link and no "(1/3)" at its end: the end. */
size_t quotes_without_links(const struct quotes *, size_t from, size_t end);
/* Chosen when first asked for: half of the cues are never asked. */
int quotes_subject(struct quotes *, size_t cue);
size_t quotes_subjects(const struct quotes *, const struct cue *,
    int found[SUBJECTS]);
/* Whether a cue may have content, told by the words beside it alone. */
void quotes_report_features(const struct quotes *, const struct cue *,
    struct features *);
bool quotes_says_what(const struct quotes *, const struct cue *);
bool quotes_may_report(const struct quotes *, const struct cue *);
/*
 * The mention that m only describes, or m: asked when a speaker is given, so
 * that the models are taught by what they chose themselves.
 */
int quotes_described(const struct quotes *, const struct cue *, int m);
void quotes_subject_features(const struct quotes *, const struct cue *,
    int mention, struct features *);

/* ---- desk/quotes_attach.c ---- */
enum { SOURCES = 28 };
enum source_kind { SOURCE_NONE, SOURCE_INHERIT, SOURCE_CUE, SOURCE_MENTION };
struct source {
	enum source_kind kind;
	int cue, mention;
	bool subject;		/* a mention, of a verb behind it */
};
static inline struct source
quotes_source_of(int cue, int mention)	/* cue -1: the mention alone */
{
	return (struct source){ .kind = cue >= 0 ? SOURCE_CUE : SOURCE_MENTION,
	    .cue = cue, .mention = mention };
}

void quotes_place(struct quotes *, size_t stretch);	/* first of all */
size_t quotes_sources(struct quotes *, size_t stretch,
    struct source found[SOURCES]);
void quotes_source_features(struct quotes *, size_t stretch,
    const struct source *, struct features *);
/* A sentence of its own, or as long as only speech is. */
bool quotes_is_whole(const struct quotes *, const struct stretch *);
/* Of whom the sentence before is, in the paragraph: a mention, or -1. */
int quotes_running(const struct quotes *, const struct stretch *);
int quotes_headline_speaker(const struct quotes *, size_t stretch);
void quotes_take_source(struct quotes *, size_t stretch, const struct source *,
    int margin);

/* ---- desk/quotes_epithet.c ---- */
bool quotes_is_epithet(const struct quotes *, const struct stretch *);

/* ---- desk/quotes_edges.c and desk/quotes_spans.c ---- */
enum { EDGES = 20 };
/*
 * After the cue; before it; around ", he said, "; around ", he said " after
 * what opens the sentence; around "he said" in "which he said was late"; around
 * "was described" in "The plan was described as reckless".
 */
enum {
	SIDE_AFTER, SIDE_BEFORE, SIDE_AROUND, SIDE_OPENED, SIDE_RELATIVE,
	SIDE_PASSIVE, SIDES
};
struct edges {
	size_t starts[EDGES], ends[EDGES];	/* tokens, half-open */
	size_t nstarts, nends;
	struct span hole;	/* of the last four: not content */
};
/* What was said: all, and the hole in it that is none, end 0 if it has none. */
struct content {
	struct span all, hole;
};
/* Of a cue whose subject was asked for. */
struct setting quotes_setting(const struct quotes *, const struct cue *);
/* Is there room for the pair, and is who says it outside? */
bool quotes_fits(const struct quotes *, const struct setting *, struct span);
/* The same, of a pair and the quoted words in it. */
bool quotes_covers(const struct quotes *, const struct setting *,
    const struct span pair_and_must[2]);
/*
 * "X said that ...", "..., he said.": the side, -1: not so plain. What ranks
 * took it 99 times in 100.
 */
int quotes_plain_side(const struct quotes *, const struct setting *);
/* Indirect speech on that side? By the words beside the clause alone. */
bool quotes_may_be(const struct quotes *, const struct setting *, int side);
/* Who says it inside of what he says, with the commas; false: none. */
bool quotes_may_have_hole(const struct quotes *, const struct setting *);
bool quotes_hole(const struct quotes *, const struct setting *, int side,
    struct span *);
/* Of a clause, without the full stop and what follows it. */
size_t quotes_bare_end(const struct quotes *, size_t from, size_t end);
void quotes_edges(const struct quotes *, const struct setting *, int side,
    struct edges *);
void quotes_start_features(const struct quotes *, const struct setting *,
    int side, size_t start, struct features *);
void quotes_end_features(const struct quotes *, const struct setting *,
    int side, size_t end, struct features *);
void quotes_pair_features(const struct quotes *, const struct setting *,
    int side, struct span, struct features *);
void quotes_silence_features(const struct quotes *, const struct setting *,
    struct features *);
void quotes_cover_features(const struct quotes *, const struct setting *,
    int side, const struct span pair_and_must[2], struct features *);

/* The stretches of a cue on one side of it in its sentence: [start, end). */
bool quotes_must_cover(const struct quotes *, size_t cue, int side,
    struct span *must);
/* Edges that cover them, the bare stretches among them. */
void quotes_cover_edges(const struct quotes *, const struct setting *, int side,
    struct span must, struct edges *);
struct content quotes_cover(const struct quotes *, const struct cue *,
    struct span must);
/* What speaks for it that the words on both sides of the hole are content. */
void quotes_around_features(const struct quotes *, const struct setting *,
    int side, struct span hole, struct features *);
/* The clause a cue without quoted words reports; false: none. */
bool quotes_indirect(struct quotes *, const struct cue *, struct content *,
    int *margin);

/* ---- desk/quotes.c ---- */
void quotes_frame(struct quotes *, struct str piece);	/* all but sources */
void quotes_attach(struct quotes *, size_t stretch);
void quotes_link(struct quotes *);	/* stretches to their cues */

/* ---- desk/quotes_give.c ---- */
enum { QUOTES_LABELLED = 450 };	/* thousandths: words without marks or verb */
struct quote *quotes_add(struct quotes *, enum quote_kind);
void quotes_set_source(struct quotes *, struct quote *, int cue, int mention);
/* In the order of the text; what was given with one before is not again. */
void quotes_give_stretch(struct quotes *, size_t stretch);
void quotes_give_clause(struct quotes *, size_t cue);	/* indirect speech */
void quotes_set_spans(const struct quotes *, struct quote *, struct content);

/* ---- desk/quotes_dashes.c ---- */
/* Speech behind dashes from the sentence to its paragraph's end; false: none. */
bool quotes_give_dashed(struct quotes *, size_t sentence);

/* ---- desk/quotes_reported.c ---- */
/* Indirect speech of a sentence, in other languages than English. */
void quotes_give_reported(struct quotes *, size_t sentence);

/* ---- desk/quotes_block.c ---- */
/* What the paragraphs behind "X said in a statement:" hold; false: nothing. */
bool quotes_give_block(struct quotes *, size_t cue);

/* ---- desk/quotes_names.c ---- */
void quotes_names_forget(struct quotes *);	/* the document is over */
void quotes_names_close(struct quotes *);
void quotes_names(struct quotes *);	/* learns the piece's full names */
bool quotes_has_sights(const struct quotes *, uint32_t person);
/* Tokens as a name is written; valid until the next call. */
struct str quotes_spelled(struct quotes *, size_t from, size_t to);

/* ---- desk/quotes_spellings.c ---- */
bool quotes_is_suffix(struct str word);		/* Jr. Sr. II III IV */
/* Named once more: of several spellings the most frequent is shown. */
void quotes_count_person(struct quotes *, uint32_t person);
/* A new one to an older spelling of the same name, if there is one. */
void quotes_join_spellings(struct quotes *, uint32_t person);
/* Who it is, of whom the text has several spellings. */
static inline int
quotes_root(const struct quotes *q, uint32_t person)
{
	uint32_t same = q->persons[person].same;

	return same > 0 ? (int)same - 1 : (int)person;
}

/* ---- desk/quotes_person.c ---- */
enum { SIGHTS = 400 };		/* full names looked at around a surname */
/* How many sights are at or before the token. */
size_t quotes_sight_at(const struct quotes *, size_t token);
/* Looked up when first asked for; -1: none. */
int quotes_person_in(struct quotes *, struct mention *);

/* ---- desk/quotes_beside.c: -1: none ---- */
/* Another who speaks with this person: "X and Y", "X, director, and Y, mayor". */
int quotes_partner(struct quotes *, size_t mention, bool *before);
/* "Jeff Weaver, Sanders' campaign manager": the name beside a description. */
int quotes_apposed(struct quotes *, size_t mention);
/* "a survey by Oxford Economics", "a letter from the mayor": who wrote it. */
int quotes_author(const struct quotes *, size_t mention);
/* Where the name of "Citizens for Tax Justice" ends. */
size_t quotes_name_end(const struct quotes *, const struct mention *);
/* "the ministry": the Health Ministry named before, else itself. */
const struct mention *quotes_body(const struct quotes *, size_t mention);

/* ---- desk/quotes_whose.c ---- */
/* Speaker, title and mention of a quotation. */
void quotes_name(struct quotes *, size_t mention, struct quote *);

#endif
