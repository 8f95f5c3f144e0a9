/*
 * quotes_runs -- runs of capitals in the tokens of desk/quotes. A run has
 * titles, peoples and parties [title, from) and the name itself [from, to).
 */
#ifndef DESK_QUOTES_RUNS_H
#define DESK_QUOTES_RUNS_H

#include "desk/quotes_parts.h"

enum { RUN_LONGEST = 4 };	/* words of a name */

struct run {
	size_t title, from, to;
};

/* Where the run that begins at from ends; from if none does. */
size_t run_end(const struct quotes *, size_t from, size_t end);
/* The name in a mention: its last run of capitals. */
bool run_of_mention(const struct quotes *, const struct mention *,
    struct run *);
struct run run_split(const struct quotes *, size_t from, size_t to);
struct str run_text(const struct quotes *, size_t from, size_t to);

static inline bool
run_has(const struct quotes *q, size_t token, enum name_trait trait)
{
	return (q->words[token].names & trait) != 0;
}

static inline bool
run_capital(const struct quotes *q, size_t token)
{
	unsigned k = quotes_class(q, token);

	return k == W_CAP || k == W_CAPS || k == W_TITLE;
}

bool run_title_stop(const struct quotes *, size_t token);	/* of "Mr." */
bool run_people(struct str);	/* "Japanese", "Republican" */
bool run_is_place(const struct quotes *, size_t token);	/* N.C., Ohio */
bool run_listed(struct str);	/* a country, an organisation */
bool run_is_person(const struct quotes *, const struct run *);
unsigned run_gender(const struct quotes *, const struct run *);	/* by title */
/* By the first word of a name, unless it is a family's: 1, 2, 3 both. */
unsigned run_first_gender(struct str first);

size_t run_lower(struct str, char *low, size_t most);

#endif
