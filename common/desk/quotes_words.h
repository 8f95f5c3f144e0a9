/*
 * The words of desk/quotes: the class of each, which hangs on its bytes alone,
 * and what follows from the class.
 */
#ifndef DESK_QUOTES_WORDS_H
#define DESK_QUOTES_WORDS_H

#include "base/hash.h"
#include "desk/quotes.h"

/* 20-60, 72, 78, 79 are the numbers of common/data/syntax.words. */
enum word_class {
	W_NONE, W_OTHER, W_ED, W_ING, W_LY, W_S, W_CAP, W_CAPS, W_NUMBER,
	W_TITLE, W_WORK,
	W_THE = 20, W_A, W_POSS, W_DEM, W_THAT, W_QUANT, W_HE, W_THEY, W_IT,
	W_I, W_YOU, W_OBJ, W_WHO, W_WHICH, W_WHAT, W_IF, W_BE, W_HAVE, W_DO,
	W_MODAL, W_NOT, W_AUXNOT, W_TO, W_OF, W_IN, W_BY, W_FOR, W_WITH,
	W_FROM, W_ABOUT, W_AS, W_THAN, W_AND, W_BUT, W_OR, W_BECAUSE, W_WHEN,
	W_ADV, W_THERE, W_TIME, W_ACCORDING,
	W_COMMA, W_STOP, W_COLON, W_SEMI, W_DASH, W_PAREN, W_PAREN_END,
	W_GENITIVE, W_MARK, W_PUNCT, W_CONTRACTED,
	W_ROLE = 72, W_ROLES, W_BODY, W_PAPER, W_AUDIENCE,
	W_PAST = 78, W_VERB,
	W_CUE = 80,		/* and above: plus 2 * class, 1 more for -ing */
	W_CLASSES = 120,
	W_QUOTED = 127		/* whatever it is, as features have it */
};

enum cue_class {
	CUE_SAY = 1, CUE_TELL, CUE_ACT, CUE_CLAIM, CUE_ASK, CUE_VERDICT,
	CUE_THINK, CUE_PROMISE, CUE_FINDING, CUE_PASS, CUE_SPEAK,
	CUE_ACCORDING, CUE_NOUN, CUE_LABEL, CUE_DASH
};
enum cue_form { FORM_BASE, FORM_S, FORM_PAST, FORM_ING, FORM_PARTICIPLE };

struct word {
	uint8_t k;		/* enum word_class */
	uint8_t cue;		/* enum cue_class; 0: none */
	uint8_t coarse;		/* class as the patterns tell apart; quoted: 31 */
	uint8_t parts;		/* bits of enum word_part */
	/* Bits, so that it is eight bytes in all. */
	unsigned upper : 1;	/* begins with a capital */
	unsigned verb : 2;	/* NO_VERB ... FINITE */
	unsigned opens : 3;	/* is the next word a sentence's first? */
	unsigned form : 4;	/* enum cue_form */
	unsigned names : 4;	/* enum name_trait */
	unsigned given : 2;	/* a first name: as run_first_gender() */
	unsigned frame : 8;	/* of a cue, as cues.words has it */
};

/*
 * What a word may be to those who look for phrases, names and cues: a bit of
 * each token, so that they jump from one to the next. Quoted words are capitals
 * and seams, or nothing.
 */
enum word_part {
	PART_NOUN,		/* names and titles too */
	PART_DETERMINER,
	PART_GOES_ON,		/* may be of a phrase, by what stands beside it */
	PART_BEGINS,		/* may begin a mention */
	PART_CUE,		/* verbs and nouns, and marks that may be one */
	PART_CAPITAL,		/* of names: a capital or a title */
	PART_SEAM,		/* a clause may end at it or begin behind it */
	PART_CHANGES,		/* not the coarse class of the one before */
	WORD_PARTS,
	PART_OPENS = PART_CHANGES	/* in struct word: it has WORD_OPENS, ... */
};

enum { TITLE_OF_SEVERAL = 4 };	/* of titles-more.words */

/* What a word is among names. */
enum name_trait {
	NAME_PEOPLE = 1,	/* "Japanese", "Republican", "Justices" */
	NAME_BODY = 2,		/* "University" */
	NAME_PARTICLE = 4,	/* "de", "van" */
	NAME_OFFICE = 8		/* "minister" */
};

/* The next is: always, if this one would have been, with a blank before it. */
enum { WORD_OPENS = 1, WORD_KEEPS = 2, WORD_PARTED = 4 };

/* What of a clause it is; quoted words are none. */
enum { NO_VERB, ENDS_CLAUSE, MAYBE_FINITE, FINITE };

_Static_assert(sizeof(struct word) == 8, "a word is copied at once");
_Static_assert(sizeof ((struct quotes *)0)->parts == WORD_PARTS
    * sizeof(uint8_t *), "an array for each");

void quotes_classify(const struct quotes *, struct word *, struct str,
    bool first);
extern const uint8_t quotes_coarse_classes[W_CUE];
extern const uint8_t quotes_class_parts[W_CUE];

static inline unsigned
quotes_coarse(unsigned class)
{
	if (class < W_CUE)
		return quotes_coarse_classes[class];
	return class == W_CUE + 2 * CUE_NOUN ? 1 : 27 + (class & 1);
}

/* The bits of enum word_part that hang on the class. */
static inline unsigned
quotes_parts_of(unsigned class)
{
	if (class < W_CUE)
		return quotes_class_parts[class];
	return class == W_CUE + 2 * CUE_NOUN
	    ? 1 << PART_NOUN | 1 << PART_BEGINS : 1 << PART_GOES_ON;
}

unsigned quotes_name_traits(struct str word, bool upper);	/* _runs.c */

enum { BITS_AHEAD = 57 };	/* eight bytes but for seven bits */

/* A part of the 57 tokens from i on, a bit each; behind the last who knows. */
static inline uint64_t
quotes_bits(const struct quotes *q, enum word_part part, size_t i)
{
	return hash_read8(q->parts[part] + i / 8) >> i % 8;
}

/* How many tokens from the first on are of the part, 64 at most. */
static inline size_t
quotes_bits_run(uint64_t bits)
{
	return ~bits == 0 ? 64 : (size_t)__builtin_ctzll(~bits);
}

/* The first of the part at i or behind it, end if there is none before. */
static inline size_t
quotes_bits_next(const struct quotes *q, enum word_part part, size_t i,
    size_t end)
{
	for (; i < end; i += BITS_AHEAD) {
		uint64_t bits = quotes_bits(q, part, i);

		if (bits == 0)
			continue;
		i += (size_t)__builtin_ctzll(bits);
		return i < end ? i : end;
	}
	return end;
}

#endif
