#include "lang/countries.h"

#include "text/words.h"

extern const struct words words_countries;

/* The list gives the usual name of a code first; people have 1000 more. */
void
countries_open(struct countries *c)
{
	const char *p = words_countries.pool;

	*c = (struct countries){ .usual[0] = { "", 0 } };
	for (; *p != '\0'; p += 1 + (unsigned char)*p) {
		struct str s = { p + 1, (unsigned char)*p };
		int code = words_find(&words_countries, s);

		if (code > 0 && code < COUNTRY_CODES && c->usual[code].n == 0)
			c->usual[code] = s;
	}
}

struct str
countries_name(const struct countries *c, struct str name)
{
	int code = words_find(&words_countries, name);

	return c->usual[code > 0 && code < COUNTRY_CODES ? code : 0];
}

struct str
countries_of_people(const struct countries *c, struct str people)
{
	int code = words_find(&words_countries, people) - COUNTRY_CODES;

	return c->usual[code > 0 && code < COUNTRY_CODES ? code : 0];
}
