/*
 * quotes: its parts by themselves: marks, gaps, what stands before a token,
 * mentions, cues, spellings of names.
 */
#include <stdio.h>

#include "desk/quotes_parts.h"
#include "unit.h"

static const char *const texts[] = {
	"\"We will vote,\" Ana Lopez said. \"And then go home.\"\n\n"
	"The mayor of Brno told \xe2\x80\x9cthe Courier\xe2\x80\x9d that it was, as "
	"she put it, late; nobody asked why.\n",
	("EASTHAVEN (CNB) -- The city's 'new' plan (of 2019) was, Mr. J. Novak "
	"said, \"dead\".  \"\" It is not, he added: \"No, no"),
	"A: Yes.\nQ: Why?\n\xc2\xabOui\xc2\xbb, a dit Ana Lopez.\n",
	"", " ", "\"", "one", "It's 5\" long and 6' wide.",
};

/* The stretches of a text, a bar between two. */
static void
check_marks(struct quotes *q, const char *text, const char *joined)
{
	struct buf b = { 0 };

	quotes_document(q);
	quotes_frame(q, str_of(text));
	for (size_t i = 0; i < q->nstretches; i++) {
		if (i > 0)
			buf_char(&b, '|');
		buf_put(&b, str_cut(q->text, q->stretches[i].open,
		    q->stretches[i].close));
	}
	CHECK(str_eq(buf_str(&b), str_of(joined)));
	buf_free(&b);
}

static void
marks(struct quotes *q)
{
	check_marks(q, "\"Yes,\" he said. \"No.\"", "Yes,|No.");
	check_marks(q, "``Yes,'' he said.", "Yes,");
	check_marks(q, "He is 6'2\" tall.", "");
	check_marks(q, "We will vote,\" she said. \"Now.\"",
	    "We will vote,|Now.");
	check_marks(q, "'Yes,' he said of the voters' choice.", "Yes,");
	check_marks(q, "\"We will vote, Ana Lopez said.", "We will vote,");
	check_marks(q, "\"One.\n\n\"Two.\" And \"three\".", "One.|Two.|three");
	CHECK(q->stretches[1].continues && !q->stretches[2].continues);
}

/* By the coarse classes themselves, word by word. */
static uint64_t
slow_gap(const struct quotes *q, size_t from, size_t to)
{
	uint64_t code = 1;
	unsigned last = 0, n = 0;

	if (from >= to)
		return from <= to;
	for (size_t i = from; i < to && i < from + GAP_TOKENS; i++) {
		unsigned k = q->quoted[i] > 0 ? COARSE_QUOTED
		    : q->words[i].coarse;

		if (k != last && n++ < GAP_CODES)
			code = code << GAP_BITS | k;
		last = k;
	}
	return code;
}

static void
check_frame(struct quotes *q, struct str text)
{
	struct token t;
	size_t at = 0, m = 0, c = 0;

	quotes_document(q);
	quotes_frame(q, text);
	for (size_t i = 0; i < q->ntokens; i++) {
		CHECK(tokens_next(text, &at, &t)
		    && t.start == q->tokens[i].start
		    && t.end == q->tokens[i].end);
		CHECK(quotes_begin(q, i) <= i && i < quotes_end(q, i));
		while (m < q->nmentions && q->mentions[m].to <= i)
			m++;
		while (c < q->ncues && q->cues[c].token < i)
			c++;
		CHECK(quotes_mention_at(q, i) == m);
		CHECK(quotes_cue_at(q, i) == c);
		for (size_t k = 0; k <= q->ntokens; k++)
			CHECK(quotes_gap(q, i, k) == slow_gap(q, i, k));
	}
	CHECK(!tokens_next(text, &at, &t));
	CHECK(quotes_mention_at(q, q->ntokens) == q->nmentions);
	CHECK(quotes_cue_at(q, q->ntokens) == q->ncues);
}

/* Texts of more tokens than are read at once, too. */
static void
frames(struct quotes *q)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_frame(q, str_of(texts[i]));
	for (int n = 0; n < 9; n++)
		for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
			buf_put(&b, str_of(texts[i]));
	check_frame(q, buf_str(&b));
	for (size_t n = 1; n < 200; n++)
		check_frame(q, str_cut(buf_str(&b), 0, n * 3));
	buf_free(&b);
}

/* What stands far behind a cue is seen wherever blocks of tokens end. */
static void
blocks(struct quotes *q)
{
	struct buf b = { 0 };

	for (int n = 0; n < 70; n++) {
		b.n = 0;
		for (int i = 0; i < n; i++)
			buf_put(&b, STR("One. "));
		buf_put(&b, STR("\n\nIt is dead -\n\nAna! Be! Ce! De! (@ana) "));
		for (int i = 0; i < 70; i++)
			buf_put(&b, STR("Two. "));
		quotes_document(q);
		quotes_frame(q, buf_str(&b));
		CHECK(q->ncues == 1 && q->cues[0].class == CUE_DASH);
	}
	buf_free(&b);
}

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
stretches(struct quotes *q)
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

/* As many as make it grow several times, and words whatever their case. */
static void
index_of_names(void)
{
	struct quotes_index x = { 0 };
	char name[16];

	CHECK(quotes_index_get(&x, 7) == 0);
	for (uint32_t i = 1; i <= 3000; i++) {
		struct str s = { name, (size_t)snprintf(name, sizeof name,
		    "Name%u", (unsigned)i) };

		CHECK(quotes_index_set(&x, quotes_index_key(s), i) == 0);
	}
	for (uint32_t i = 1; i <= 3000; i++) {
		struct str s = { name, (size_t)snprintf(name, sizeof name,
		    "nAME%u", (unsigned)i) };

		CHECK(quotes_index_get(&x, quotes_index_key(s)) == i);
	}
	CHECK(quotes_index_set(&x, quotes_index_key(STR("NAME7")), 9) == 7);
	CHECK(quotes_index_get(&x, quotes_index_key(STR("Name7"))) == 9);
	CHECK(quotes_index_get(&x, quotes_index_key(STR("Name"))) == 0);
	CHECK(quotes_index_key(STR("[a{")) != quotes_index_key(STR("{a[")));
	quotes_index_clear(&x);
	CHECK(quotes_index_get(&x, quotes_index_key(STR("Name7"))) == 0);
	quotes_index_free(&x);
}

/* Bits say what classes say, beyond what is read of them at once too. */
static void
bits(struct quotes *q)
{
	struct buf b = { 0 };

	for (unsigned i = 0; i < 200; i++)
		buf_put(&b, i % 90 < 70 ? STR("Novak ") : STR("said the vote, "));
	quotes_document(q);
	quotes_frame(q, buf_str(&b));
	for (size_t i = 0; i < q->ntokens; i++) {
		unsigned parts = q->words[i].parts;

		for (unsigned k = 0; k < PART_CHANGES; k++)
			CHECK((quotes_bits(q, k, i) & 1) == (parts >> k & 1));
	}
	for (size_t i = 0; i < q->ntokens; i++) {
		size_t k = i;

		while (k < q->ntokens && !(q->words[k].parts
		    >> PART_DETERMINER & 1))
			k++;
		CHECK(quotes_bits_next(q, PART_DETERMINER, i, q->ntokens) == k);
	}
	buf_free(&b);
}

/* Of the first cue of a text: the plain side, and which there may be. */
static void
check_sides(struct quotes *q, const char *text, int plain, unsigned may)
{
	struct setting t;

	quotes_document(q);
	quotes_frame(q, str_of(text));
	CHECK(q->ncues > 0 && quotes_subject(q, 0) >= 0);
	t = quotes_setting(q, &q->cues[0]);
	CHECK(t.begin <= t.clause.start && t.clause.end <= t.end);
	CHECK(quotes_plain_side(q, &t) == plain);
	for (int side = SIDE_AFTER; side <= SIDE_BEFORE; side++)
		CHECK(quotes_may_be(q, &t, side) == (may >> side & 1));
}

static void
sides(struct quotes *q)
{
	enum { AFTER = 1 << SIDE_AFTER, BEFORE = 1 << SIDE_BEFORE };

	check_sides(q, "Ana Lopez said that rain fell.", SIDE_AFTER, AFTER);
	check_sides(q, "Ana Lopez said it rained.", SIDE_AFTER, AFTER);
	check_sides(q, "Rain fell, Ana Lopez said.", SIDE_BEFORE, BEFORE);
	check_sides(q, "Rain fell, Ana Lopez said in Brno.", -1, AFTER | BEFORE);
	check_sides(q, "Rain fell - Ana Lopez said.", -1, 0);
	check_sides(q, "Ana Lopez said", -1, 0);
}

/* Ends of the content behind the first cue: the words that follow them. */
static void
ends(struct quotes *q)
{
	static const char *const behind[] = { ".", ",", "was", "but" };
	struct edges e;
	struct setting t;

	quotes_document(q);
	quotes_frame(q, STR("Ana Lopez said that rain, which \"fell too,\" "
	    "was late but came, as ever, \"at last\"."));
	CHECK(quotes_subject(q, 0) >= 0);
	t = quotes_setting(q, &q->cues[0]);
	quotes_edges(q, &t, SIDE_AFTER, &e);
	CHECK(e.nstarts == 1 && e.starts[0] == t.clause.end);
	CHECK(e.nends >= 4);
	for (size_t i = 0; i < 4 && i < e.nends; i++)
		CHECK(str_eq(quotes_token(q, e.ends[i]), str_of(behind[i])));
	for (size_t i = 0; i < e.nends; i++)
		CHECK(!q->quoted[e.ends[i]] || q->quoted[e.ends[i]]
		    != q->quoted[e.ends[i] - 1]);
}

int
main(void)
{
	struct quotes_opts opts = { .lang = STR("en") };
	struct quotes q;

	CHECK(quotes_open(&q, &opts));
	marks(&q);
	frames(&q);
	blocks(&q);
	stretches(&q);
	subjects(&q);
	spellings(&q);
	index_of_names();
	bits(&q);
	sides(&q);
	ends(&q);
	quotes_close(&q);
	return unit_failed;
}
