/* unit -- CHECK() prints what failed; main returns unit_failed. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <stdio.h>

static int unit_failed;

#define CHECK(x) \
	((x) ? (void)0 : (unit_failed = 1, \
	(void)fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #x)))

#endif
