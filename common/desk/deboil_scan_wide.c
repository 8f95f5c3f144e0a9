/* deboil_scan.c once more, in instructions that not every machine has. */
#include "desk/deboil_scan.h"

#include "base/wide.h"

#ifdef WIDE_BEGIN
WIDE_BEGIN
#define WIDE
#define DEBOIL_SCAN deboil_scan_wide
#include "desk/deboil_scan.c"
WIDE_END

deboil_scanner *
deboil_scanner_here(void)
{
	return HAS_WIDE ? deboil_scan_wide : deboil_scan;
}

#else

deboil_scanner *
deboil_scanner_here(void)
{
	return deboil_scan;
}

#endif
