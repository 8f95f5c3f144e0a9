#include "train/ner_corpus.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "text/words.h"

extern const struct words words_names;

enum {
	UNIT_WORDS = 120,	/* a unit ends at the sentence's end after it */
	APART = 8,	/* one unit in so many keeps its hyphens apart */
	ALL = (1 << NER_LABELS) - 1,
	MISC_BITS = 1 << NER_B_MISC | 1 << NER_I_MISC,
	NORP_BITS = 1 << NER_B_NORP | 1 << NER_I_NORP
};

/*
 * weight: GMB is silver, tweets are not news. parts: one in so many documents
 * is held out; more of the small sets, to be enough. loose: sentences do not
 * follow one another. Weights chosen on the held-out documents.
 */
static const struct set {
	const char *name;
	double weight;
	unsigned parts;
	bool no_misc, loose;
} sets[] = {
	{ "worldwide", 1, 10, false, false }, { "docred", 1, 10, false, false },
	{ "crossner", 1, 10, false, true }, { "gum_heur", 0.5, 2, false, false },
	{ "uner_ewt_dev", 1, 2, true, false }, { "wnut17", 0.5, 10, false, true },
	{ "btc", 0.5, 10, true, true }, { "gmb", 0.2, 10, false, false },
};
enum { SETS = sizeof sets / sizeof *sets };

const char *
ner_corpus_set(unsigned number)
{
	return number < SETS ? sets[number].name : NULL;
}

struct reader {
	struct ner_corpus *c;
	const struct set *set;
	unsigned number, fold;
	struct ner_unit unit;
	struct buf id;
	size_t words;		/* of the unit so far */
	bool glue;		/* the next word follows without a blank */
	bool ended;		/* the last word ended a sentence */
	struct buf last;
	unsigned last_allowed;
};

static bool
is_people(struct str w)
{
	int list = words_find(&words_names, w);

	return list > 0 && list & LIST_PEOPLE && !(list & LIST_COUNTRY);
}

static unsigned
parse_label(const char *s)
{
	static const char *const names[] = { "O", "B-PER", "I-PER", "B-ORG",
	    "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-MISC", "I-MISC" };

	for (unsigned l = 0; l < NER_LABELS; l++)
		if (strcmp(s, names[l]) == 0)
			return l;
	return NER_O;
}

/* The labels a word may have, from the corpus's coarse and fine label. */
static unsigned
allowed_of(const struct set *set, struct str w, const char *coarse,
    const char *fine)
{
	unsigned label = parse_label(coarse);
	unsigned inside = label != NER_O && label % 2 == 0;
	unsigned norp = 1u << (inside ? NER_I_NORP : NER_B_NORP);
	unsigned kind = (label + 1) / 2;

	if (strcmp(fine + (*fine ? 1 : 0), "-NORP") == 0
	    || (kind == NER_MISC && strcmp(fine + 1, "-gpe") == 0))
		return norp;
	if (label == NER_O && set->no_misc)
		return 1u << NER_O | MISC_BITS | (is_people(w) ? NORP_BITS : 0);
	if (label == NER_O && is_people(w) && strcmp(set->name, "worldwide"))
		return 1u << NER_O | NORP_BITS;
	/* Re-DocRED marks "German" as a place, others as a name of any kind. */
	if (!inside && is_people(w) && strcmp(set->name, "worldwide") != 0
	    && (kind == NER_MISC || kind == NER_LOC))
		return norp;
	if (kind == NER_MISC && is_people(w))
		return 1u << label | norp;
	return 1u << label;
}

static bool
is_small(struct str w)
{
	return w.n > 0 && (byte_is_lower(w.p[0]) || byte_is_digit(w.p[0]));
}

static bool
is_clitic(struct str w)
{
	return w.n > 1 && w.n < 4 && w.p[0] == '\'' && byte_is_letter(w.p[1]);
}

/* "Asia - Pacific" as the corpora cut it: was it one word? */
static bool
was_joined(const struct reader *r, struct str next, unsigned allowed)
{
	unsigned inside = 1u << NER_I_PER | 1u << NER_I_ORG | 1u << NER_I_LOC
	    | 1u << NER_I_NORP | 1u << NER_I_MISC;

	if (allowed == 1u << NER_O && r->last_allowed == 1u << NER_O)
		return is_small(next) && r->last.n > 0
		    && is_small(buf_str(&r->last));
	return allowed != ALL && (allowed & ~inside) == 0;
}

static void
close_unit(struct reader *r)
{
	struct ner_corpus *c = r->c;
	struct ner_unit *u = &r->unit;

	u->text_end = c->text.n;
	u->gold_end = c->ngold;
	if (u->gold_end > u->gold) {
		c->units = realloc(c->units, (c->n + 1) * sizeof *c->units);
		if (c->units == NULL)
			diex("out of memory");
		c->units[c->n++] = *u;
	}
	u->text = c->text.n;
	u->gold = c->ngold;
	r->words = 0;
	r->ended = r->glue = false;
	r->last.n = 0;
}

/* Whole outlets: what stands before the last "_" or "-" of the document's id. */
static bool
is_held(struct reader *r, struct str id)
{
	unsigned parts = r->set->parts;
	size_t n = id.n;

	if (r->set->loose)
		return r->c->n % parts == r->fold % parts;
	while (n > 0 && id.p[n - 1] != '_' && id.p[n - 1] != '-')
		n--;
	if (r->number > 0)
		n = id.n;
	return hash_bytes(str_cut(id, 0, n > 0 ? n : id.n), 11) % parts
	    == r->fold % parts;
}

static void
put_word(struct reader *r, struct str w, unsigned allowed)
{
	struct ner_corpus *c = r->c;
	bool joined = r->glue || r->words == 0 || is_clitic(w);

	if (!joined)
		buf_put(&c->text, r->ended ? STR("\n\n") : STR(" "));
	r->ended = r->glue = false;
	c->gold = xgrow(c->gold, &c->gold_cap, c->ngold + 1, sizeof *c->gold);
	c->gold[c->ngold].start = (uint32_t)(c->text.n - r->unit.text);
	if (str_eq(w, STR("``")) || str_eq(w, STR("''")))
		w = STR("\"");
	buf_put(&c->text, w);
	c->gold[c->ngold].end = (uint32_t)(c->text.n - r->unit.text);
	c->gold[c->ngold++].allowed = (uint16_t)allowed;
	r->words++;
}

/* A hyphen waits for the word after it: joined or not. */
static void
add_word(struct reader *r, struct str w, unsigned allowed, struct str next)
{
	struct ner_corpus *c = r->c;
	bool hyphen = str_eq(w, STR("-")) && r->words > 0
	    && (c->n % APART != 0 || r->unit.held) && was_joined(r, next, allowed);

	if (hyphen) {
		buf_char(&c->text, '-');
		c->gold[c->ngold - 1].end++;
		r->glue = true;
		return;
	}
	put_word(r, w, allowed);
	r->last.n = 0;
	buf_put(&r->last, w);
	r->last_allowed = allowed;
}

/* A sentence without a stop is a heading: a paragraph of its own. */
static void
end_sentence(struct reader *r)
{
	struct str w = buf_str(&r->last);

	if (r->words == 0)
		return;
	if (r->set->loose || (r->words >= UNIT_WORDS && !r->unit.held)) {
		close_unit(r);
		if (r->set->loose)
			r->unit.held = is_held(r, buf_str(&r->id));
		return;
	}
	r->ended = w.n == 0 || chars_is(utf8_at(w, 0), CHAR_WORD);
}

static char *
field(char *line, int which)
{
	char *p = line;

	for (; which > 0 && p != NULL; which--)
		if ((p = strchr(p, '\t')) != NULL)
			p++;
	return p != NULL ? p : line + strlen(line);
}

struct row {
	char *word, *coarse, *fine;
};

/* The line at *next, which moves past it; NULL after the last one. */
static char *
next_line(char **next)
{
	static char none[] = "";
	char *line = *next, *end;

	if (line == NULL || *line == '\0') {
		*next = NULL;
		return none;
	}
	end = line + strcspn(line, "\n");
	*next = *end == '\n' ? end + 1 : end;
	*end = '\0';
	return line;
}

static void
take_row(struct reader *r, const struct row *row, const struct row *next)
{
	struct str w = str_of(row->word);
	unsigned allowed;

	if (w.n == 0) {
		end_sentence(r);
		return;
	}
	if (strcmp(row->word, "-DOCSTART-") == 0) {
		close_unit(r);
		r->id.n = 0;
		buf_put(&r->id, str_of(row->coarse));
		r->unit.held = is_held(r, buf_str(&r->id));
		return;
	}
	allowed = allowed_of(r->set, w, row->coarse, row->fine);
	add_word(r, w, allowed, next != NULL ? str_of(next->word)
	    : (struct str){ "", 0 });
}

static struct row
cut_row(char *line)
{
	struct row row = { line, field(line, 1), field(line, 2) };

	if (row.coarse > line && row.coarse[-1] == '\t')
		row.coarse[-1] = '\0';
	if (row.fine > line && row.fine[-1] == '\t')
		row.fine[-1] = '\0';
	return row;
}

/* The whole file; free() it. */
static char *
slurp(const char *dir, const char *name)
{
	char path[1024], *text = NULL;
	size_t n = 0, cap = 0, k;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s.tsv", dir, name);
	if ((f = fopen(path, "r")) == NULL)
		diee("%s", path);
	do {
		text = xgrow(text, &cap, n + 65537, 1);
		k = fread(text + n, 1, 65536, f);
		n += k;
	} while (k > 0);
	text[n] = '\0';
	fclose(f);
	return text;
}

static void
load_set(struct ner_corpus *c, const char *dir, unsigned number, unsigned fold)
{
	struct reader r = { .c = c, .set = &sets[number], .number = number,
	    .fold = fold };
	char *text = slurp(dir, sets[number].name), *next = text;
	struct row row, ahead;

	r.unit = (struct ner_unit){ .text = c->text.n, .gold = c->ngold,
	    .weight = sets[number].weight, .set = number };
	ahead = cut_row(next_line(&next));
	while (next != NULL) {
		row = ahead;
		ahead = cut_row(next_line(&next));
		take_row(&r, &row, &ahead);
	}
	close_unit(&r);
	free(text);
	buf_free(&r.id);
	buf_free(&r.last);
}

void
ner_corpus_load(struct ner_corpus *c, const char *dir, unsigned fold)
{
	for (unsigned i = 0; i < SETS; i++)
		load_set(c, dir, i, fold);
	printf("%zu words in %zu units\n", c->ngold, c->n);
}

/* ---- a unit as text ---- */

static void
set_case(struct buf *b, enum ner_case how)
{
	for (size_t i = 0; i < b->n && how != NER_AS_IS; i++)
		if (byte_is_lower(b->p[i]) && (how == NER_AS_CAPS || i == 0
		    || b->p[i - 1] == ' '))
			b->p[i] = (char)(b->p[i] - 32);
}

/* B-X becomes I-X too, for the later parts of a word that is cut. */
static uint16_t
inner(uint16_t allowed)
{
	unsigned begins = 1u << NER_B_PER | 1u << NER_B_ORG | 1u << NER_B_LOC
	    | 1u << NER_B_NORP | 1u << NER_B_MISC;

	return (uint16_t)((allowed & ~begins) | (allowed & begins) << 1);
}

static void
set_allowed(const struct ner_corpus *c, const struct ner_unit *u,
    struct ner_text *t)
{
	size_t g = u->gold;

	for (size_t i = 0; i < t->n; i++) {
		const struct token *k = &t->tokens[i];

		while (g + 1 < u->gold_end && c->gold[g].end <= k->start)
			g++;
		t->allowed[i] = c->gold[g].start == k->start
		    ? c->gold[g].allowed : inner(c->gold[g].allowed);
	}
}

void
ner_corpus_text(const struct ner_corpus *c, size_t unit, enum ner_case how,
    struct ner_text *t)
{
	const struct ner_unit *u = &c->units[unit];
	struct token k;

	t->copy.n = t->n = 0;
	buf_put(&t->copy, str_cut(buf_str(&c->text), u->text, u->text_end));
	set_case(&t->copy, how);
	t->text = buf_str(&t->copy);
	t->weight = u->weight;
	for (size_t i = 0; tokens_next(t->text, &i, &k);) {
		t->tokens = xgrow(t->tokens, &t->token_cap, t->n + 1,
		    sizeof *t->tokens);
		t->tokens[t->n++] = k;
	}
	t->allowed = xgrow(t->allowed, &t->allowed_cap, t->n + 1,
	    sizeof *t->allowed);
	set_allowed(c, u, t);
}

void
ner_text_free(struct ner_text *t)
{
	free(t->tokens);
	free(t->allowed);
	buf_free(&t->copy);
}

void
ner_begin_run(const struct ner_text *t, size_t i)
{
	unsigned ends = 1u << NER_I_PER | 1u << NER_I_ORG | 1u << NER_I_LOC
	    | 1u << NER_I_NORP | 1u << NER_I_MISC;

	t->allowed[i] = (uint16_t)((t->allowed[i] & ~ends)
	    | (t->allowed[i] & ends) >> 1);
}
