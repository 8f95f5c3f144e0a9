/*
 * countries -- the usual name of a country by any of its names, and the
 * country of a people (common/data/countries.words). Strings live for ever.
 */
#ifndef LANG_COUNTRIES_H
#define LANG_COUNTRIES_H

#include "base/str.h"

enum { COUNTRY_CODES = 1000 };	/* of ISO 3166, numeric */

struct countries {
	struct str usual[COUNTRY_CODES];	/* name by code; n 0: none */
};

void countries_open(struct countries *);

/* "U.K." -> "United Kingdom"; n 0: no country. */
struct str countries_name(const struct countries *, struct str name);

/* "Stati Uniti", "России" -> "United States", "Russia". */
struct str countries_name_abroad(const struct countries *, struct str name);

/* "Vietnamese" -> "Vietnam"; n 0: no country's people. */
struct str countries_of_people(const struct countries *, struct str people);

#endif
