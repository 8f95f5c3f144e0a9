/*
 * currencies -- what money is counted in, by the numbers in
 * common/data/currencies.words: ISO 4217 codes, small change, and signs that
 * are only sometimes money. Nothing is owned.
 */
#ifndef LANG_CURRENCIES_H
#define LANG_CURRENCIES_H

#include "base/str.h"

/* Small change: whose, and how much of it. */
struct coin {
	int currency;
	double times;
};

/* "USD"; NULL: no such number. Numbers begin at 1. */
const char *currencies_code(int);
/* The number of an ISO code in capitals; 0: none. */
int currencies_number(struct str code);
/* NULL: no such number. They begin at 0 with the cent and the penny. */
const struct coin *currencies_coin(int);
/* The currency of a sign that stands only before a number; 0: no such sign.
 * The first four may be other things, as "R" and "N": they need a sum. */
int currencies_of_sign(int);
enum { CURRENCIES_LETTERS = 4 };

#endif
