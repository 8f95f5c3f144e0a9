/*
 * quotes_cjk -- what the parts of quotes for Japanese and Chinese share: words
 * of the lists at a place, limits of sentences and phrases, and who a phrase
 * names. Places are bytes of the text, where characters begin; a name is
 * borrowed from the text.
 */
#ifndef DESK_QUOTES_CJK_H
#define DESK_QUOTES_CJK_H

#include "desk/quotes_parts.h"
#include "text/words.h"

extern const struct words words_said_ja, words_said_zh;

/* Numbers of the lists; LEAD, SOME and NO_SPEECH of the Chinese alone, ADVERBIAL
 * of the Japanese. */
enum {
	VERB = 1, TITLE, PRONOUN, CUT, BODY, LEAD = BODY, SOME, ADVERBIAL = SOME,
	NO_SPEECH
};

/* A person, as the phrase names it; n 0: nobody. */
struct named {
	struct span at;
	struct str name, title;
};

bool cjk_is_han(char first);	/* of three bytes, the first of which it is */
bool cjk_is_break(uint32_t);	/* ends a sentence */
bool cjk_is_limit(uint32_t);	/* those and commas, marks, blanks */
/* The longest entry with the number that begins, or ends, at i: its bytes, or 0. */
size_t cjk_word_at(const struct words *, struct str, size_t i, int number);
size_t cjk_word_before(const struct words *, struct str, size_t i, int number);
/* Where the first entry with the number begins in the span; its end: nowhere. */
size_t cjk_first_word(const struct words *, struct str, struct span,
    int number);
/* Of the sentence around i, as far as is looked. */
size_t cjk_sentence_start(struct str, size_t i);
size_t cjk_sentence_end(struct str, size_t i);
size_t cjk_not_beyond(struct str, size_t end, size_t most); /* the earlier */
/* Behind the last limit before i, not before low. */
size_t cjk_phrase_start(struct str, size_t low, size_t i);

/* Who is named between low and end, nearest to its end. */
struct named cjk_japanese_name(struct str, size_t low, size_t end);
struct named cjk_chinese_name(struct str, size_t from, size_t end);
/* The Japanese は or が behind a name in [from, to); 0: none. */
size_t cjk_topic(struct str, size_t from, size_t to);
/* With a full name that the text had, or of who spoke before, if it is empty. */
void cjk_set_speaker(const struct quotes *, const struct named *,
    struct quote *);

/* A sentence, with the stretches that begin in it: [first, last). */
struct cjk_sentence {
	struct span at;
	size_t first, last;
};

/* ---- desk/quotes_cjk_reported.c ---- */
/* Adds what it reports, and uses the stretches therein. */
void quotes_cjk_reported(struct quotes *, enum quotes_script,
    const struct cjk_sentence *);

#endif
