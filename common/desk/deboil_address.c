/* Addresses: what a page says of where it stands may be relative. */
#include "desk/deboil_parts.h"

bool
deboil_is_address(struct str s)
{
	return str_starts(s, STR("http://")) || str_starts(s, STR("https://"));
}

static size_t
scheme_end(struct str url)
{
	const char *p = memchr(url.p, ':', url.n);

	return p != NULL ? (size_t)(p - url.p) + 1 : 0;
}

size_t
deboil_path_of(struct str url)
{
	size_t i = deboil_is_address(url) ? scheme_end(url) + 2 : 0;

	while (i < url.n && url.p[i] != '/' && url.p[i] != '?'
	    && url.p[i] != '#')
		i++;
	return i;
}

/* The directory of a path: up to its last slash, "?" and "#" aside. */
static size_t
directory_of(struct str url)
{
	size_t at = deboil_path_of(url), end = at;

	for (size_t i = at; i < url.n && url.p[i] != '?' && url.p[i] != '#';
	    i++)
		if (url.p[i] == '/')
			end = i;
	return end;
}

void
deboil_resolve(struct buf *b, struct str base, struct str ref)
{
	size_t path = deboil_path_of(base), at = directory_of(base);

	if (str_starts(ref, STR("//"))) {
		buf_put(b, base.n > 0 ? str_cut(base, 0, scheme_end(base))
		    : STR("https:"));
		buf_put(b, ref);
		return;
	}
	if (base.n == 0 || ref.n == 0 || ref.p[0] == '?' || ref.p[0] == '#')
		return;
	while (ref.p[0] != '/' && (str_starts(ref, STR("./"))
	    || str_starts(ref, STR("../")))) {
		bool up = ref.p[1] == '.';

		while (up && at > path && base.p[--at] != '/')
			;
		ref = str_cut(ref, up ? 3 : 2, ref.n);
		if (ref.n == 0)
			break;
	}
	buf_put(b, str_cut(base, 0, ref.n > 0 && ref.p[0] == '/' ? path : at));
	if (ref.n == 0 || ref.p[0] != '/')
		buf_char(b, '/');
	buf_put(b, ref);
}
