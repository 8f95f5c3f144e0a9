#include "lang/countries.h"

#include "text/words.h"

extern const struct words words_countries, words_countries_abroad;

/* The list gives the usual name of a code first; people have 1000 more. */
void
countries_open(struct countries *c)
{
	words_usual(&words_countries, c->usual, COUNTRY_CODES);
}

struct str
countries_name(const struct countries *c, struct str name)
{
	int code = words_find(&words_countries, name);

	return c->usual[code > 0 && code < COUNTRY_CODES ? code : 0];
}

struct str
countries_name_abroad(const struct countries *c, struct str name)
{
	int code = words_find(&words_countries_abroad, name);

	return c->usual[code > 0 && code < COUNTRY_CODES ? code : 0];
}

struct str
countries_of_people(const struct countries *c, struct str people)
{
	int code = words_find(&words_countries, people) - COUNTRY_CODES;

	return c->usual[code > 0 && code < COUNTRY_CODES ? code : 0];
}
