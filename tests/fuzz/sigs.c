/*
 * Lines that other machines sent: any bytes are a line or refused; any words
 * are a sketch, and a record is an exact repeat of itself.
 */
#include "desk/dedup.h"
#include "fuzz.h"
#include "io/sigs.h"

static void
read_lines(struct str s)
{
	struct sigs sigs = { 0 }, groups = { 0 };

	for (size_t start = 0, i = 0; i <= s.n; i++) {
		struct str line = str_cut(s, start, i);
		struct group_line group;
		struct sig sig;
		const char *why;

		if (i < s.n && s.p[i] != '\n')
			continue;
		start = i + 1;
		(void)sigs_get(&sigs, line, &sig, &why);
		(void)sigs_get_group(&groups, line, &group, &why);
	}
	sigs_close(&sigs);
	sigs_close(&groups);
}

static void
take_words(const uint64_t *words, size_t n)
{
	struct dedup_opts opts = { .near = true };
	struct dedup d;

	dedup_open(&d, &opts);
	for (size_t i = 0; i <= n; i++) {
		struct dedup_sign s = { 1, i + 1, { words + i, n - i } };

		(void)dedup_take_sign(&d, &s);
		MUST(dedup_take_sign(&d, &s).status == DEDUP_EXACT);
	}
	dedup_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	uint64_t words[64] = { 0 };
	size_t k = n < sizeof words ? n / 8 : 64;

	read_lines((struct str){ (const char *)p, n });
	if (k > 0)
		memcpy(words, p, k * 8);
	/* Once as they are, once with a head that fits. */
	take_words(words, k);
	if (k > 0)
		words[0] = (uint64_t)(k - 1) << 17;
	take_words(words, k);
	return 0;
}
