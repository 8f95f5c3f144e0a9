/*
 * train/ner_corpus -- labelled tokens back to running text, and that text cut
 * again as desk/ner will see it, each token with the set of labels it may
 * have. A unit is a stretch of sentences of one document.
 */
#ifndef TRAIN_NER_CORPUS_H
#define TRAIN_NER_CORPUS_H

#include "base/buf.h"
#include "desk/ner.h"

enum { NER_SETS = 8 };		/* files */

enum ner_case { NER_AS_IS, NER_AS_CAPS, NER_AS_TITLE };

struct ner_gold {
	uint32_t start, end;	/* bytes of the unit's text */
	uint16_t allowed;	/* bit by label */
};

struct ner_unit {
	size_t text, text_end;	/* in corpus.text */
	size_t gold, gold_end;	/* in corpus.gold */
	double weight;
	unsigned set;		/* which file */
	bool held;
};

struct ner_corpus {
	struct buf text;
	struct ner_gold *gold;
	size_t ngold, gold_cap;
	struct ner_unit *units;
	size_t n, cap;
};

struct ner_text {
	struct str text;
	struct token *tokens;
	uint16_t *allowed;
	size_t n, token_cap, allowed_cap;
	double weight;
	struct buf copy;
};

/* fold: which documents are held out, from 0; see HELD_PART. */
void ner_corpus_load(struct ner_corpus *, const char *dir, unsigned fold);
const char *ner_corpus_set(unsigned number);	/* its name, or NULL */
void ner_corpus_text(const struct ner_corpus *, size_t unit, enum ner_case,
    struct ner_text *);
void ner_text_free(struct ner_text *);

/* A run begins here: what was inside a name before it now begins one. */
void ner_begin_run(const struct ner_text *, size_t i);

/*
 * Prints right/found/gold of desk/entities on the held-out units, set by set;
 * and the errors, if they are asked for.
 */
void ner_corpus_score(const struct ner_corpus *, const int8_t *weights,
    bool show_errors);

#endif
