/* quotes: its parts one by one: marks, mentions, cues, spellings of names. */
#include "desk/quotes_parts.h"
#include "unit.h"

static void
frame(struct quotes *q, const char *text)
{
	quotes_document(q);
	quotes_frame(q, str_of(text));
	quotes_names(q);
}

static bool
inside(const struct quotes *q, size_t k, const char *text)
{
	return k < q->nstretches && str_eq(str_cut(q->text,
	    q->stretches[k].open, q->stretches[k].close), str_of(text));
}

/* Stretches lie in order, within the text, and hold their tokens. */
static void
marks(struct quotes *q)
{
	frame(q, "\"One,\" she said. \xe2\x80\x9cTwo \xe2\x80\x98three\xe2\x80\x99"
	    "\xe2\x80\x9d and 6'2\" and \xc2\xab""Four\xc2\xbb and \"five");
	CHECK(q->nstretches == 4);
	CHECK(inside(q, 0, "One,"));
	CHECK(inside(q, 1, "Two \xe2\x80\x98three\xe2\x80\x99"));
	CHECK(inside(q, 2, "Four"));
	CHECK(inside(q, 3, "five") && !q->stretches[3].closed);
	for (size_t k = 0; k < q->nstretches; k++) {
		const struct stretch *s = &q->stretches[k];

		CHECK(s->left <= s->first && s->first < s->last);
		CHECK(s->last <= s->right && s->right <= q->ntokens);
		CHECK(k == 0 || s->left >= s[-1].right);
	}
}

/* "Lopez" is the subject of "said", the reporter is not. */
static void
subjects(struct quotes *q)
{
	const struct mention *m;

	frame(q, "Ana Lopez told a reporter that the vote was late.");
	CHECK(q->ncues > 0 && q->cues[0].class == CUE_TELL);
	CHECK(q->ncues > 0 && quotes_subject(q, 0) >= 0);
	m = &q->mentions[q->cues[0].subject];
	CHECK(m->from == 0 && m->to == 2 && m->kind == MENTION_NAME);
}

static void
check_shown(struct quotes *q, const char *text, const char *name)
{
	struct quote x = { .nspans = 0 };

	frame(q, text);
	CHECK(q->nmentions > 0);
	quotes_name(q, q->nmentions - 1, &x);
	CHECK(str_eq(x.speaker, str_of(name)));
}

static void
spellings(struct quotes *q)
{
	CHECK(quotes_is_suffix(STR("Jr.")) && quotes_is_suffix(STR("III")));
	CHECK(!quotes_is_suffix(STR("I")) && !quotes_is_suffix(STR("Jra")));
	check_shown(q, "Ana M. Lopez came. Ana Lopez won. Ana Lopez left. "
	    "It was Lopez", "Ana Lopez");
	check_shown(q, "Ana M. Lopez came. Ana Lopez won. It was Lopez",
	    "Ana M. Lopez");
	check_shown(q, "Mario Vargas Llosa came. It was Vargas Llosa",
	    "Mario Vargas Llosa");
	check_shown(q, "Robert Downs Sr. and Robert Downs Jr. came. "
	    "It was Robert Downs Sr.", "Robert Downs Sr.");
	check_shown(q, "The Law School came. It was Law", "Law");
}

int
main(void)
{
	struct quotes_opts opts = { .lang = STR("en") };
	struct quotes q;

	CHECK(quotes_open(&q, &opts));
	marks(&q);
	subjects(&q);
	spellings(&q);
	quotes_close(&q);
	return unit_failed;
}
