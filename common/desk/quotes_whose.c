/*
 * Whose mention it is: a surname, a pronoun, a title or "the two leaders" is
 * brought to the full names it most likely means.
 */
#include "desk/quotes_runs.h"

#include "text/chars.h"

enum {
	LOOK_BACK = 40,		/* mentions a pronoun reaches over */
	SENTENCES = 3,		/* the same in other languages */
	HEADLINE = 3		/* sentences in which titles look ahead */
};

/*
 * How likely "he" or "she" means a person named before; only the order
 * matters. Set by thought, not by the annotated news.
 */
enum {
	FAR = 7,		/* less for each sentence between */
	SUBJECT = 9, FIRST = 5, GENDER = 8, OBJECT = 6, OFTEN = 3,
	RUNNING = 6		/* more for who spoke in the sentence before */
};

/* ---- pronouns, titles, several ---- */

static bool
is_subject(struct quotes *q, size_t mention)
{
	const struct mention *m = &q->mentions[mention];

	for (size_t i = quotes_cue_at(q, m->from > 12 ? m->from - 12 : 0);
	    i < q->ncues && q->cues[i].token < m->to + 12; i++)
		if (quotes_subject(q, i) == (int)mention)
			return true;
	return false;
}

static unsigned
gender_of(const struct quotes *q, const struct mention *m, int person)
{
	struct run r;
	unsigned g = run_of_mention(q, m, &r) ? run_gender(q, &r) : 0;

	if (g > 0)
		return g;
	if (person >= 0)
		return q->persons[person].gender;
	if (!run_of_mention(q, m, &r))
		return 0;
	g = q->words[r.from].given;
	return r.to - r.from > 1 && g < 3 ? g : 0;
}

/* Acronyms stand for bodies: "at a seminar of the Trade Forum (TF), he said". */
static bool
is_acronym(const struct quotes *q, const struct run *r)
{
	return r->to - r->from == 1 && r->title == r->from
	    && q->words[r->from].k == W_CAPS
	    && q->tokens[r->from].end - q->tokens[r->from].start <= 5;
}

static bool
is_person(struct quotes *q, struct mention *m)
{
	struct run r;

	if (m->kind < MENTION_NAME || m->kind > MENTION_ROLE)
		return false;	/* most mentions: no run is in them */
	if (quotes_person_in(q, m) >= 0)
		return true;
	/* German nouns have capitals too, but names no article. */
	return run_of_mention(q, m, &r) && !run_has(q, r.to - 1, NAME_BODY)
	    && (m->from == r.title || !quotes_is_language(q, "de"))
	    && !is_acronym(q, &r)
	    && !run_listed(run_text(q, r.from, r.to))
	    && (r.title < r.from || r.to - r.from < 3);
}

/* "I was there," he said. Peter Novak has lived here all his life. */
static int
named_later(struct quotes *q, size_t mention, unsigned gender)
{
	size_t sentence = q->mentions[mention].sentence;

	for (size_t i = mention + 1; i < q->nmentions
	    && i < mention + LOOK_BACK
	    && q->mentions[i].sentence <= sentence + 1; i++) {
		int p = quotes_person_in(q, &q->mentions[i]);

		if (p >= 0 && (q->persons[p].gender == 0
		    || q->persons[p].gender == gender))
			return (int)i;
	}
	return -1;
}

/* Whom "he" or "she" at a mention means: a mention before, or -1. */
static int
antecedent(struct quotes *q, size_t mention, unsigned gender)
{
	const struct mention *he = &q->mentions[mention];
	int best = -1, most = -1000;

	for (size_t i = mention, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		struct mention *m = &q->mentions[i];
		int away = (int)(he->sentence - m->sentence), score, p;
		unsigned g, pre;

		if (!is_person(q, m))
			continue;
		p = quotes_person_in(q, m);
		g = gender_of(q, m, p);
		if (g > 0 && g != gender)
			continue;
		pre = m->from > quotes_begin(q, m->from)
		    ? quotes_coarse(q->words[m->from - 1].k) : 0;
		score = -FAR * (away < 12 ? away : 12);
		if (is_subject(q, i))
			score += SUBJECT + (away <= 1 ? RUNNING : 0);
		score += pre == 0 ? FIRST : 0;
		score += g == gender ? GENDER : 0;
		score -= pre >= 11 && pre <= 14 ? OBJECT : 0;
		score += p >= 0 && q->persons[p].count > 2 ? OFTEN : 0;
		if (score > most) {
			most = score;
			best = (int)i;
		}
		if (-FAR * away + SUBJECT + FIRST + GENDER + OFTEN
		    + RUNNING < most)
			break;
	}
	return best >= 0 ? best : named_later(q, mention, gender);
}

/* "who", "which": the name before it in the sentence, else what stands there. */
static int
relative(struct quotes *q, size_t mention)
{
	const struct mention *who = &q->mentions[mention];

	for (size_t i = mention, n = 0; i-- > 0 && n < 3; n++)
		if (q->mentions[i].sentence != who->sentence)
			break;
		else if (is_person(q, &q->mentions[i]))
			return (int)i;
	return mention > 0 && q->mentions[mention - 1].sentence
	    == who->sentence ? (int)mention - 1 : -1;
}

/* Heads of state and government share a word: "the Vietnamese leader". */
static bool
is_leader(struct str title)
{
	static const char *const list[] = { "minister", "president", "premier",
	    "chancellor", "king", "leader", "counterpart" };
	char low[128];
	size_t n = run_lower(title, low, sizeof low);

	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		struct str w = str_of(list[i]);

		for (size_t k = 0; k + w.n <= n; k++)
			if (low[k] == w.p[0] && memcmp(low + k, w.p, w.n) == 0)
				return true;
	}
	return false;
}

static bool
has_word(struct str s, struct str word)
{
	char first = word.n > 0 ? byte_lower(word.p[0]) : ' ';

	for (size_t i = 0; word.n > 0 && i + word.n <= s.n; i++)
		if (byte_lower(s.p[i]) == first
		    && chars_eq_nocase(str_cut(s, i, i + word.n), word))
			return true;
	return false;
}

/* Every word of the role is in the title; "leader" is any head. */
static bool
fits_title(const struct quotes *q, const struct mention *m, struct str title)
{
	if (title.n == 0)
		return false;
	for (size_t i = m->from; i <= m->head; i++) {
		unsigned k = q->words[i].k;
		struct str t = quotes_token(q, i);

		if (k == W_THE || k == W_POSS || k == W_GENITIVE)
			continue;
		if (chars_eq_nocase(t, STR("leader")) ? !is_leader(title)
		    : !has_word(title, t))
			return false;
	}
	return true;
}

/* Which letters are in it. */
static uint32_t
letters_of(struct str s)
{
	uint32_t set = 0;

	for (size_t i = 0; i < s.n; i++)
		set |= byte_is_letter(s.p[i]) ? 1u << (s.p[i] & 31) : 0;
	return set;
}

/* Those a title has that fits the mention. */
static uint32_t
letters_wanted(const struct quotes *q, const struct mention *m)
{
	uint32_t set = 0;

	for (size_t i = m->from; i <= m->head; i++) {
		unsigned k = q->words[i].k;

		if (k != W_THE && k != W_POSS && k != W_GENITIVE
		    && !chars_eq_nocase(quotes_token(q, i), STR("leader")))
			set |= letters_of(quotes_token(q, i));
	}
	return set;
}

/* A title, not whose: "Japanese Prime Minister" begins behind the blank. */
static uint32_t
bare_title(struct str title)
{
	struct str t = title;
	const char *blank;

	while (t.n > 0 && (blank = memchr(t.p, ' ', t.n)) != NULL
	    && run_people(str_cut(t, 0, (size_t)(blank - t.p))))
		t = str_cut(t, (size_t)(blank - t.p) + 1, t.n);
	return (uint32_t)(title.n - t.n);
}

/* What is asked of a title again and again, found when first asked for. */
static void
know_title(struct person *p)
{
	if (p->lettered == p->title.p)
		return;
	p->lettered = p->title.p;
	p->letters = letters_of(p->title);
	p->bare = bare_title(p->title);
}

/* Most titles are told apart by their letters. */
static bool
has_letters(struct person *p, uint32_t wanted)
{
	if (p->title.n == 0)
		return false;
	know_title(p);
	return (wanted & ~p->letters) == 0;
}

/* "the prime minister", "the Vietnamese leader": the nearest with the title. */
static int
by_title(struct quotes *q, const struct mention *m)
{
	size_t low;
	uint32_t wanted;

	if (q->words[m->from].k != W_THE && q->words[m->from].k != W_TITLE
	    && m->from < m->head && !run_has(q, m->from, NAME_PEOPLE))
		return -1;
	low = quotes_sight_at(q, m->from);
	wanted = letters_wanted(q, m);
	q->tries++;
	for (size_t k = low; k > 0 && low - k < SIGHTS; k--) {
		int p = quotes_root(q, q->sights[k - 1].person);

		if (q->persons[p].tried == q->tries)
			continue;
		if (has_letters(&q->persons[p], wanted)
		    && fits_title(q, m, q->persons[p].title))
			return p;
		q->persons[p].tried = q->tries;
	}
	/* In a headline: named below. */
	if (m->sentence > HEADLINE)
		return -1;
	for (size_t k = low; k < q->nsights && k < low + 3; k++) {
		int p = quotes_root(q, q->sights[k].person);

		if (fits_title(q, m, q->persons[p].title))
			return p;
	}
	return -1;
}

/* The two persons named together last, or the last two heads. */
static bool
pair_before(struct quotes *q, size_t mention, int pair[2])
{
	int one = -1;

	for (size_t i = mention, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		int b = quotes_person_in(q, &q->mentions[i]), a;
		size_t between;

		if (b < 0)
			continue;
		a = i > 0 ? quotes_person_in(q, &q->mentions[i - 1]) : -1;
		between = i > 0 ? q->mentions[i].from - q->mentions[i - 1].to
		    : 0;
		if (a >= 0 && a != b && between <= 2 && quotes_class(q,
		    q->mentions[i].from - 1) == W_AND) {
			pair[0] = a;
			pair[1] = b;
			return true;
		}
		if (!is_leader(q->persons[b].title))
			continue;
		if (one >= 0 && one != b) {
			pair[0] = b;
			pair[1] = one;
			return true;
		}
		one = b;
	}
	return false;
}

static struct str
full_name(const struct quotes *q, int person)
{
	return q->persons[q->persons[person].shown].name;
}

static struct str
joined(struct quotes *q, struct str a, struct str b)
{
	q->scratch.n = 0;
	buf_put(&q->scratch, a);
	buf_put(&q->scratch, STR("; "));
	buf_put(&q->scratch, b);
	return arena_copy(&q->arena, buf_str(&q->scratch));
}

/* "the two leaders", "both premiers", "they" after two were named. */
static bool
is_pair(const struct quotes *q, const struct mention *m)
{
	bool leaders = false;
	bool two = m->from > 0 && quotes_class(q, m->from - 1) == W_AND;

	if (m->kind == MENTION_THEY)
		return true;
	for (size_t i = m->from; i <= m->head && !leaders; i++) {
		struct str t = quotes_token(q, i);

		leaders = t.n > 4 && str_ends(t, STR("s")) && is_leader(t);
	}
	for (size_t i = m->from; i <= m->head && leaders && !two; i++) {
		struct str t = quotes_token(q, i);

		two = chars_eq_nocase(t, STR("two"))
		    || chars_eq_nocase(t, STR("both"))
		    || chars_eq_nocase(t, STR("the"));
	}
	return leaders && two;
}

static void
set_person(const struct quotes *q, int person, struct quote *x)
{
	struct person *p = &q->persons[person];

	x->speaker = full_name(q, person);
	if (x->title.n > 0 || p->title.n == 0)
		return;
	know_title(p);
	x->title = str_cut(p->title, p->bare, p->title.n);
}

/* Ana "Nita" Lopez: the name on both sides of the marks. */
static struct str
around_nickname(struct quotes *q, size_t from, struct str last)
{
	const struct stretch *s = &q->stretches[q->quoted[from - 1] - 1];
	size_t to = s->left, first = to;

	if (s->speech || !quotes_is_epithet(q, s))
		return last;
	while (first > quotes_begin(q, from) && run_capital(q, first - 1))
		first--;
	if (first == to)
		return last;
	q->scratch.n = 0;
	buf_put(&q->scratch, run_text(q, first, to));
	buf_char(&q->scratch, ' ');
	buf_put(&q->scratch, last);
	return arena_copy(&q->arena, buf_str(&q->scratch));
}

/* "left-leaning Harbour Institute", but "some Democrats", "my Ana" */
static bool
is_bare(const struct quotes *q, size_t from, const struct run *r)
{
	if (q->marked_only || r->to - r->from < 2)
		return false;
	while (from < r->from && (q->words[from].k == W_OTHER
	    || q->words[from].k == W_ED || q->words[from].k == W_ING))
		from++;
	return from == r->from;
}

/* As it stands, without "the" before a name and what is added after it. */
static void
set_phrase(struct quotes *q, const struct mention *m, struct quote *x)
{
	size_t from = m->from;
	struct run r;

	if (run_of_mention(q, m, &r)) {
		if (r.title < r.from && r.to > r.from && x->title.n == 0)
			x->title = run_text(q, r.title, r.from);
		/* German nouns have capitals too: they are no names. */
		if (m->kind == MENTION_TITLED && q->words[from].k == W_THE
		    && !q->marked_only)
			from++;
		if (m->kind == MENTION_NAME || r.title < r.from
		    || is_bare(q, from, &r))
			from = m->to > m->head + 1 ? from : r.from;
		/* "Representative Peter King of New York" */
		if (r.to <= m->head || (m->to > m->head + 1
		    && r.title < r.from && r.to == m->head + 1)) {
			x->speaker = run_text(q, r.from, r.to);
			return;
		}
	}
	/* Which words are titles or verbs is not known there. */
	while (q->foreign && from + 1 < m->end && !run_capital(q, from))
		from++;
	x->speaker = run_text(q, from, m->end);
	if (m->kind == MENTION_NAME && from > 1 && q->quoted[from - 1] > 0)
		x->speaker = around_nickname(q, from, x->speaker);
}

/* The second of two is joined, in the order of the text. */
static void
set_partner(struct quotes *q, size_t mention, int person, struct quote *x)
{
	bool before;
	int with = quotes_partner(q, mention, &before), other;

	if (with < 0)
		return;
	other = quotes_person_in(q, &q->mentions[with]);
	if (other == person)
		return;
	x->speaker = before ? joined(q, full_name(q, other), x->speaker)
	    : joined(q, x->speaker, full_name(q, other));
}

static void
name_one(struct quotes *q, size_t mention, struct quote *x)
{
	struct mention *m = &q->mentions[mention];
	int p = quotes_person_in(q, m), pair[2];

	if (p >= 0) {
		set_phrase(q, m, x);
		set_person(q, p, x);
		set_partner(q, mention, p, x);
		return;
	}
	if (is_pair(q, m) && pair_before(q, mention, pair)) {
		x->speaker = joined(q, full_name(q, pair[0]),
		    full_name(q, pair[1]));
		return;
	}
	if (m->kind == MENTION_ROLE || (m->kind == MENTION_NAME
	    && q->words[m->head].k == W_TITLE)
	    || (m->kind == MENTION_TITLED && q->words[m->head].k == W_TITLE))
		p = by_title(q, m);
	if (p >= 0)
		set_person(q, p, x);
	else if ((m->end = quotes_name_end(q, m)) > 0)
		set_phrase(q, quotes_body(q, mention), x);
}

/* In other languages: of whom the sentences before are, if it looks a name. */
static int
subject_before(const struct quotes *q, size_t mention)
{
	size_t s = q->mentions[mention].sentence;

	for (size_t n = 0; n < SENTENCES && s-- > 0; n++) {
		size_t i = quotes_mention_at(q, q->first_token[s]);
		const struct mention *m = &q->mentions[i];

		if (i < mention && m->sentence == s
		    && (m->kind == MENTION_NAME || m->kind == MENTION_TITLED
		    || m->kind == MENTION_ROLE
		    || q->words[m->from].k == W_THE))
			return (int)i;
	}
	return -1;
}

/* Pronouns of all languages known; "estime-t-elle". */
static bool
means_she(struct str t)
{
	static const char *const list[] = { "she", "elle", "ella", "ela", "lei",
	    "sie", "zij", "ze", "ona", "hon", "hun", "ea", "она",
	    "вона" };

	return chars_is_one_of(t, list, sizeof list / sizeof *list)
	    || str_ends(t, STR("-elle"));
}

/* The name beside a description, the author of what was written. */
static int
beside(struct quotes *q, size_t mention)
{
	int other = quotes_apposed(q, mention);

	return other >= 0 || q->foreign ? other : quotes_author(q, mention);
}

void
quotes_name(struct quotes *q, size_t mention, struct quote *x)
{
	const struct mention *m = &q->mentions[mention];
	int other = -1;

	x->mention = (struct span){ q->tokens[m->from].start,
	    q->tokens[m->end - 1].end };
	if (m->kind == MENTION_HE)
		other = antecedent(q, mention, means_she(quotes_token(q,
		    m->from)) ? 2 : 1);
	else if (m->kind == MENTION_WHO)
		other = relative(q, mention);
	else if (quotes_person_in(q, &q->mentions[mention]) < 0)
		other = beside(q, mention);
	if (m->kind == MENTION_HE && other < 0 && q->marked_only)
		other = subject_before(q, mention);
	name_one(q, other >= 0 ? (size_t)other : mention, x);
	if (q->foreign)
		x->title.n = 0;
}
