/*
 * wide -- code for processors with AVX2, BMI and bit counts (all x86 since
 * 2013): what stands between WIDE_BEGIN and WIDE_END, and functions marked
 * WIDE_CODE, may be run only where HAS_WIDE is true. Other machines have none of
 * these macros.
 */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#if defined __x86_64__ && defined __GNUC__
#include <immintrin.h>

#define HAS_WIDE (__builtin_cpu_supports("avx2") \
	&& __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
#define WIDE_CODE __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define WIDE_PRAGMA(x) _Pragma(#x)
#ifdef __clang__
#define WIDE_BEGIN WIDE_PRAGMA(clang attribute push(__attribute__((target( \
	"avx2,bmi,bmi2,popcnt"))), apply_to = function))
#define WIDE_END WIDE_PRAGMA(clang attribute pop)
#else
#define WIDE_BEGIN WIDE_PRAGMA(GCC push_options) \
	WIDE_PRAGMA(GCC target("avx2,bmi,bmi2,popcnt"))
#define WIDE_END WIDE_PRAGMA(GCC pop_options)
#endif
#endif

#endif
