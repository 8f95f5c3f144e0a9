/*
 * What the classes and ids around a block of HTML call it, where that is as
 * good as sure: a comment, a caption. By cross-validation over sites the trees
 * keep 40 paragraphs that are called comments, and none is text; of 29 that are
 * called captions one is.
 */
#include "desk/deboil_parts.h"

/* Words of class and id, and the element; hashed as deboil_nest.c does. */
enum { NAMES = 13 };

struct names {
	uint32_t hash[NAMES];
	size_t n;
};

static void
add_name(struct names *names, struct str name)
{
	names->hash[names->n++] = deboil_word_hash(name);
}

static struct names
comment_names(void)
{
	const struct str all[NAMES] = { STR("comment"), STR("comments"),
	    STR("kommentar"), STR("kommentare"), STR("comentario"),
	    STR("comentarios"), STR("commentaire"), STR("commentaires"),
	    STR("commento"), STR("commenti"), STR("komentarz"),
	    STR("komentarze"), STR("disqus") };
	struct names names = { .n = 0 };

	for (size_t i = 0; i < NAMES; i++)
		add_name(&names, all[i]);
	return names;
}

static struct names
caption_names(void)
{
	struct names names = { .n = 0 };

	add_name(&names, STR("caption"));
	add_name(&names, STR("figcaption"));
	return names;
}

/* The low bits of a key are its distance (desk/deboil_nest.h). */
static bool
is_named(const struct deboil *d, const struct deboil_block *b,
    const struct names *names)
{
	for (uint32_t k = 0; k < b->tags; k++)
		for (size_t i = 0; i < names->n; i++)
			if ((d->tags[b->first_tag + k] ^ names->hash[i]) < 4)
				return true;
	return false;
}

bool
deboil_in_comments(const struct deboil *d, const struct deboil_block *b)
{
	struct names names = comment_names();

	return is_named(d, b, &names);
}

/*
 * Comments go where so many words of text stand above them. What is not kept
 * may be text, too, if it is a sentence and as good as this, of few links: the
 * page's text may yet be found by it (desk/deboil_rescue.c).
 */
enum { TEXT_WORDS = 40, LOW_BAR = -700, LINKS = 30 };

static bool
may_be_text(const struct deboil_block *b)
{
	return b->keep || (b->score > LOW_BAR && b->links <= LINKS
	    && b->hidden == 0 && b->ends >= END_STOP);
}

void
deboil_drop_comments(struct deboil *d)
{
	struct names names = comment_names();
	unsigned text = 0;

	for (size_t i = 0; i < d->n; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!is_named(d, b, &names)) {
			text += may_be_text(b) ? b->prose : 0;
		} else if (text >= TEXT_WORDS) {
			b->keep = false;
			b->reason = DEBOIL_COMMENT;
		}
	}
}

/* Of the lines there that are no sentence some are titles of charts. */
void
deboil_drop_captions(struct deboil *d)
{
	struct names names = caption_names();

	for (size_t i = 0; i < d->n && !d->opts.captions; i++) {
		struct deboil_block *b = &d->blocks[i];

		if (!b->keep || b->prose == 0 || b->rank > 0
		    || !is_named(d, b, &names))
			continue;
		b->keep = false;
		b->reason = DEBOIL_CAPTION;
	}
}
