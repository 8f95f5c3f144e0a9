/*
 * Letters: "Renee," opens one, "Thanks" and below it "Mike" or "KK" end it. In
 * a piece that has either, a name may be a word too: "Mark", "Dawn", "Rich".
 */
#include "desk/entities.h"

#include "text/chars.h"

enum {
	LINE_WORDS = 3,		/* of a line that is a name, or a farewell */
	INITIALS = 3,		/* letters of a name cut short */
	MARGIN = 20
};

static bool
is(const struct entities *e, size_t i, const char *z)
{
	return str_eq(entities_token(e, i), str_of(z));
}

static const struct ner_type *
type_at(const struct entities *e, size_t i)
{
	return &e->ner.types[e->ner.words[i].type];
}

static bool
is_given(const struct entities *e, size_t i)
{
	return e->ner.words[i].hot && type_at(e, i)->list & LIST_GIVEN;
}

static bool
is_word(const struct entities *e, size_t i)
{
	return byte_is_letter(e->text.p[e->tokens[i].start]);
}

/* The words before the comma or the line that a name follows. */
static bool
is_farewell(const struct entities *e, size_t i)
{
	static const char *const last[] = { "Thanks", "thanks", "you",
	    "Regards", "regards", "Love", "love", "Best", "Cheers", "cheers",
	    "wishes", "Sincerely", "sincerely", "Yours", "yours", "truly" };

	for (size_t k = 0; k < sizeof last / sizeof *last; k++)
		if (is(e, i, last[k]))
			return true;
	return false;
}

/* The line before the one that begins at i is a farewell: "Best regards,". */
static bool
is_below_farewell(const struct entities *e, size_t i)
{
	size_t last = i - 1, first;

	if (i == 0 || (!is_word(e, last) && last-- == 0)
	    || !is_farewell(e, last))
		return false;
	for (first = last; first > 0 && last - first < LINE_WORDS
	    && !e->ner.words[first].breaks; first--)
		;
	return e->ner.words[first].breaks;
}

/* The end of the line of few words that begins at i; i: it is longer. */
static size_t
end_of_line(const struct entities *e, size_t i)
{
	size_t end = i;

	while (end < e->ntokens && is_word(e, end) && (end == i
	    || !e->ner.words[end].breaks))
		end++;
	return end <= i + LINE_WORDS && (end == e->ntokens
	    || e->ner.words[end].breaks) ? end : i;
}

/* "Renee," or "Renee:" alone on its line, or with nothing behind it. */
static bool
is_salutation(const struct entities *e, size_t i)
{
	return is_given(e, i) && (is(e, i + 1, ",") || is(e, i + 1, ":"))
	    && (i + 2 == e->ntokens || e->ner.words[i + 2].breaks);
}

static bool
opens_letter(const struct entities *e, size_t i)
{
	return e->ner.words[i].breaks && (is_salutation(e, i)
	    || is_below_farewell(e, i));
}

static bool
is_open(const struct entities *e, size_t i, size_t end)
{
	while (i < end && e->labels[i] == NER_O)
		i++;
	return i == end;
}

/* "Mike", "Mark E Haedicke" or, below a farewell, "KK" and "Absoul". */
static bool
is_signature(const struct entities *e, size_t i, size_t end, bool letter)
{
	if (end == i || is_farewell(e, end - 1))
		return false;
	if (is_given(e, i))
		return is_open(e, i, end) && (letter || (end == i + 1
		    && type_at(e, i)->common == 0));
	return end == i + 1 && is_below_farewell(e, i)
	    && (entities_token(e, i).n <= INITIALS
	    || (e->labels[i] == NER_O && type_at(e, i)->common == 0));
}

/* The word before a comma at i, at a line's head, is a name: "Al,". */
static bool
is_addressed(const struct entities *e, size_t i, bool letter)
{
	bool alone = i + 2 == e->ntokens || e->ner.words[i + 2].breaks;

	if (is_given(e, i))
		return letter || type_at(e, i)->common == 0;
	return letter && alone && type_at(e, i)->common == 0
	    && !is_farewell(e, i);
}

static void
line_at(struct entities *e, size_t i, bool letter)
{
	size_t end = end_of_line(e, i);

	if (is_signature(e, i, end, letter))
		entities_label(e, i, end, NER_PER, MARGIN);
	else if (e->labels[i] == NER_O && is(e, i + 1, ",")
	    && is_addressed(e, i, letter))
		entities_label(e, i, i + 1, NER_PER, MARGIN);
}

/* "Thanks, Renee" and "Thanks Don." at a line's end. */
static void
thanks_at(struct entities *e, size_t i)
{
	size_t before = i - 1, end = i + 1;

	if (e->labels[i] != NER_O || i == 0 || e->ner.words[i].breaks
	    || !is_given(e, i))
		return;
	if (is(e, before, ",") && before > 0)
		before--;
	else if (is(e, end, ".") || is(e, end, "!"))
		end++;
	if (is_farewell(e, before) && (end == e->ntokens
	    || e->ner.words[end].breaks))
		entities_label(e, i, i + 1, NER_PER, MARGIN);
}

void
entities_letters(struct entities *e)
{
	const struct ner_run *runs = e->ner.runs;
	bool letter = false;

	for (size_t r = 0; r < e->ner.nruns && !letter; r++)
		letter = opens_letter(e, runs[r].from);
	for (size_t r = 0; r < e->ner.nruns; r++) {
		if (e->ner.words[runs[r].from].breaks)
			line_at(e, runs[r].from, letter);
		if (runs[r].to < runs[r].from + 3)
			thanks_at(e, runs[r].to - 1);
	}
}
