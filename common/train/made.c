#include "train/made.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "train/dice.h"

/* One of n; of a list. */
static unsigned
throw(uint64_t *dice, unsigned n)
{
	return (unsigned)dice_below(dice, n);
}

#define PICK(dice, list) (list)[throw((dice), sizeof (list) / sizeof *(list))]

static const char *const thread_heads[] = { "", "", "", "Comments",
    "Comments (14)", "Komentarze", "Комментарии", "Σχόλια",
    "Kommentare", "Commentaires", "Comentarios", "评论", "12", "Forum" };
static const char *const story_heads[] = { "", "", "", "Read also", "More",
    "Zobacz także", "Читайте также", "Διαβάστε επίσης",
    "Mehr", "Lire aussi", "Lea también", "相关新闻", "News", "Latest" };
static const char *const buttons[] = { "", "", "", "Reply", "Report",
    "Odpowiedz", "Ответить", "Απάντηση", "Antworten",
    "Répondre", "Responder", "回复", "+1", "#", "0 0", "Link" };
static const char *const times[] = { "", "", "12.03.2011 14:22", "14:22",
    "March 3, 2010", "2012-01-14, 09:15:33", "3 hours ago", "17/01/12",
    "17 января 2012", "2012年1月11日 08:30", "8:52 PM" };
static const char *const boxes[][2] = { { "<div", "</div>" },
    { "<li", "</li>" }, { "<tr><td", "</td></tr>" }, { "<p", "</p>" },
    { "<table><tr><td", "</td></tr></table>" }, { "<dd", "</dd>" },
    { "<article", "</article>" }, { "<blockquote", "</blockquote>" } };
static const char *const around[][2] = { { "<div>", "</div>" },
    { "<ul>", "</ul>" }, { "<table>", "</table>" }, { "", "" },
    { "<div>", "</div>" }, { "<dl>", "</dl>" }, { "<section>", "</section>" },
    { "", "" } };
static const char *const lines[][2] = { { "<div>", "</div>" },
    { "<p>", "</p>" }, { "<br>", "<br>" }, { "<h4>", "</h4>" },
    { "<div><b>", "</b></div>" },
    { "<div><span><a href=#>", "</a></span></div>" },
    { "<p><strong>", "</strong></p>" } };
static const char *const classes[] = { "", "", "", " class=item",
    " class=\"comment\"", " class=\"qz\"", " class=\"row odd\"" };
static const char *const bodies[][2] = { { "<div>", "</div>" },
    { "<p>", "</p>" }, { "", "<br>" }, { "<div><p>", "</p></div>" },
    { "<span>", "</span>" } };

static void
put(struct buf *b, const char *s)
{
	buf_put(b, str_of(s));
}

static void
put_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '&')
			put(b, "&amp;");
		else if (s.p[i] == '<')
			put(b, "&lt;");
		else
			buf_char(b, s.p[i]);
}

/* One of a page that has one; n is 0 if it has none. */
static struct str
paragraph(uint64_t *dice, const struct sources *of)
{
	const struct page *p = of->page[throw(dice, (unsigned)of->n)];
	size_t start = throw(dice, (unsigned)p->d.rows + 1);

	for (size_t k = 0; k < p->d.rows; k++) {
		size_t r = (start + k) % p->d.rows;

		if (p->label[r] == 1 && p->d.shapes[r].prose >= 8)
			return p->d.blocks[p->d.shapes[r].block].text;
	}
	return (struct str){ "", 0 };
}

/* The first n sentences of it. */
static struct str
first_of(struct str s, unsigned n)
{
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] == ' ' && s.p[i - 1] == '.' && i > 40 && --n == 0)
			return str_cut(s, 0, i);
	return s;
}

static struct str
first_words(struct str s, unsigned n)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ' ' && --n == 0)
			return str_cut(s, 0, i);
	return s.n > 60 ? str_cut(s, 0, utf8_floor(s, 12)) : s;
}

/* How the boxes of a part are made. */
struct make {
	bool story, again, headed;
	const char *const *box, *const *line, *const *body;
	const char *time, *button, *class;
	unsigned words, sentences;
};

static void
put_paragraph(struct buf *b, uint64_t *dice, const struct sources *of,
    const struct make *m)
{
	struct str all = paragraph(dice, of);

	put(b, m->body[0]);
	put_text(b, first_of(all, 1 + throw(dice, m->sentences)));
	put(b, m->body[1]);
}

static void
put_post(struct buf *b, uint64_t *dice, const struct make *m,
    const struct sources *of)
{
	struct str head = first_words(paragraph(dice, of), m->words);

	put(b, m->box[0]);
	put(b, m->class);
	put(b, ">");
	if (m->headed) {
		put(b, m->line[0]);
		if (m->story)
			put(b, "<a href=\"#\">");
		put_text(b, head);
		if (m->story)
			put(b, "</a>");
		if (m->again) {
			put(b, " ");
			put(b, m->time);
		}
		put(b, m->line[1]);
	}
	if (!m->again && m->time[0] != '\0') {
		put(b, "<div>");
		put(b, m->time);
		put(b, "</div>");
	}
	for (unsigned k = 1 + (throw(dice, 4) == 0); k > 0; k--)
		put_paragraph(b, dice, of, m);
	if (m->button[0] != '\0') {
		put(b, "<div><a href=\"#\">");
		put(b, m->button);
		put(b, "</a></div>");
	}
	put(b, m->box[1]);
	put(b, "\n");
}

static struct make
make(uint64_t *dice, unsigned kind, bool within)
{
	struct make m = { .box = boxes[kind] };

	m.story = throw(dice, 5) < 2 || within;
	m.line = PICK(dice, lines);
	m.body = PICK(dice, bodies);
	m.time = PICK(dice, times);
	m.button = PICK(dice, buttons);
	m.class = PICK(dice, classes);
	m.again = throw(dice, 2) != 0;
	m.headed = throw(dice, m.story ? 8 : 5) != 0;
	m.words = m.story ? 5 + throw(dice, 7) : 1 + throw(dice, 2);
	m.sentences = m.story ? 2 : 4;
	return m;
}

/* A thread or other stories; of the latter few within a text. */
static void
put_part(struct buf *b, uint64_t *dice, const struct sources *of, bool within)
{
	unsigned kind = throw(dice, sizeof boxes / sizeof *boxes);
	struct make m = make(dice, kind, within);
	const char *head = m.story ? PICK(dice, story_heads)
	    : PICK(dice, thread_heads);

	if (head[0] != '\0') {
		put(b, throw(dice, 2) ? "<h3>" : "<div>");
		put(b, head);
		put(b, "</h3></div>");
	}
	put(b, around[kind][0]);
	for (unsigned k = within ? 1 + throw(dice, 3)
	    : 3 + throw(dice, m.story ? 6 : 12); k > 0; k--)
		put_post(b, dice, &m, of);
	put(b, around[kind][1]);
}

/* What the house says of itself at the end: "All rights", terms, awards. */
static void
put_note(struct buf *b, uint64_t *dice, const struct sources *of)
{
	struct make m = { .body = PICK(dice, bodies), .sentences = 4 };

	m.box = PICK(dice, boxes);
	put(b, m.box[0]);
	put(b, PICK(dice, classes));
	put(b, ">");
	for (unsigned k = 1 + throw(dice, 3); k > 0; k--)
		put_paragraph(b, dice, of, &m);
	put(b, m.box[1]);
}

/* The end of the page's body. */
static size_t
page_end(struct str page)
{
	const struct str tag = STR("</body");

	for (size_t i = page.n; i-- > tag.n;)
		if (page.p[i - tag.n] == '<' && chars_eq_nocase(str_cut(page,
		    i - tag.n, i), tag))
			return i - tag.n;
	return page.n;
}

/* Some end tags after a row. */
static size_t
place(const struct page *p, size_t row, unsigned ends)
{
	struct str page = buf_str(&p->text);
	size_t at = p->d.blocks[p->d.shapes[row].block].at.end;

	while (ends-- > 0) {
		size_t i = at;

		while (i < page.n && byte_is_space(page.p[i]))
			i++;
		if (i + 1 >= page.n || page.p[i] != '<' || page.p[i + 1] != '/')
			break;
		while (i < page.n && page.p[i] != '>')
			i++;
		at = i < page.n ? i + 1 : at;
	}
	return at;
}

static void
end_part(struct made *m, size_t start, uint8_t label)
{
	m->part[m->n++] = (struct made_part){ { start, m->text.n }, label };
}

/* "9:41" and what holds it and the text that comes next. */
static void
open_entry(struct made *m, uint64_t *dice, const char *class)
{
	size_t start = m->text.n;

	put(&m->text, "<div");
	put(&m->text, class);
	put(&m->text, "><div>");
	buf_char(&m->text, (char)('1' + throw(dice, 9)));
	buf_char(&m->text, ':');
	buf_char(&m->text, (char)('0' + throw(dice, 6)));
	buf_char(&m->text, (char)('0' + throw(dice, 10)));
	put(&m->text, "</div><div>");
	end_part(m, start, 2);
}

/* A live blog: the text's paragraphs from a row on are entries with times. */
static void
put_live(struct made *m, uint64_t *dice, const struct page *p, size_t row)
{
	const char *class = PICK(dice, classes);
	struct str page = buf_str(&p->text);
	size_t done = 0;

	for (; row < p->d.rows && m->n < MADE_PARTS; row++) {
		struct span at = p->d.blocks[p->d.shapes[row].block].at;

		if (p->label[row] != 1 || p->d.shapes[row].prose < 8)
			continue;
		buf_put(&m->text, str_cut(page, done, at.start));
		open_entry(m, dice, class);
		buf_put(&m->text, str_cut(page, at.start, at.end));
		put(&m->text, "</div></div>");
		done = at.end;
	}
	buf_put(&m->text, str_cut(page, done, page.n));
}

/* A row of the text, by chance; it has one. */
static size_t
any_row(uint64_t *dice, const struct page *p)
{
	size_t r = throw(dice, (unsigned)p->d.rows);

	while (p->label[r] != 1)
		r = (r + 1) % p->d.rows;
	return r;
}

static size_t
last_row(const struct page *p)
{
	size_t last = p->d.rows;

	for (size_t r = 0; r < p->d.rows; r++)
		if (p->label[r] == 1)
			last = r;
	return last;
}

/* What is put in, and where. */
static void
put_in(struct made *m, uint64_t *dice, const struct page *p,
    const struct sources *of)
{
	struct str page = buf_str(&p->text);
	unsigned kind = throw(dice, 15);
	size_t at = kind == 0 ? page_end(page)
	    : kind <= 2 ? place(p, any_row(dice, p), 1)
	    : place(p, last_row(p), 2 + throw(dice, 4));

	buf_put(&m->text, str_cut(page, 0, at));
	if (kind == 0)
		put_note(&m->text, dice, of);
	else
		put_part(&m->text, dice, of, kind <= 2);
	end_part(m, at, 0);
	buf_put(&m->text, str_cut(page, at, page.n));
}

/* Of sixteen one is a live blog, one ends in a note, two are interrupted. */
struct made
made_page(const struct page *p, const struct sources *of)
{
	uint64_t dice = DICE_SEED ^ p->site * 2654435761ull;
	struct made m = { .n = 0 };

	if (last_row(p) == p->d.rows || of->n == 0
	    || paragraph(&dice, of).n == 0)
		return m;
	if (throw(&dice, 16) == 0)
		put_live(&m, &dice, p, any_row(&dice, p));
	else
		put_in(&m, &dice, p, of);
	return m;
}
