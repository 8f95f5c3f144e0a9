#include "text/wordbits.h"

#include "text/chars.h"

struct wordbits
wordbits_plain(const char *p)
{
	struct wordbits b = { 0 };

	for (int i = 0; i < WORDBITS; i++) {
		unsigned char c = (unsigned char)p[i];
		uint64_t bit = (uint64_t)1 << i;

		if (byte_is_digit(p[i]))
			b.digit |= bit;
		if (byte_is_digit(p[i]) || byte_is_letter(p[i]) || c >= 0x80)
			b.word |= bit;
		if (c == '.' || c == ',')
			b.mark |= bit;
		if (c == 0xc2 || c == 0xe2)
			b.lead |= bit;
		if (c >= 0xd6 && c != 0xe2)
			b.far |= bit;
	}
	return b;
}
