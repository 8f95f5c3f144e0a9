/*
 * code -- what people name languages by: the codes of ISO 639 (two letters, or
 * three where they have them), whatever stands behind the first part ("pt-BR",
 * "de_AT", "zh-Hant" after BCP 47, "cs_CZ.UTF-8" of a locale).
 */
#ifndef LANG_CODE_H
#define LANG_CODE_H

#include "base/str.h"

/*
 * The code the language goes by here: of two letters if it has one, in lower
 * case ("ger" and "DE-at" are "de", "cmn" is "zh"). n is 0 where there is no
 * such language. The bytes live for ever.
 */
struct str code_of(struct str name);

#endif
