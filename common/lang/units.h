/*
 * units -- units of measure by the numbers in common/data/units.words: the
 * sign, and how a value in it becomes one in the SI unit. Factors after the SI
 * brochure and NIST SP 811; data sizes in bytes. Nothing is owned.
 */
#ifndef LANG_UNITS_H
#define LANG_UNITS_H

/* value * factor + offset is in the SI unit. */
struct unit {
	const char *sign, *si;
	double factor, offset;
};

/* From 1; NULL: no such number. */
const struct unit *units_by_number(int);

#endif
