/*
 * Pages that say there is no page: "Page not found", "Access denied". They are
 * short, and say it in words that no story of that length has.
 */
#include "desk/deboil_parts.h"

#include "base/buf.h"
#include "text/chars.h"

enum { MOST = 800, LONGEST = 240 };	/* bytes of what is kept, of a block */

/* In lower case; usual wordings of servers and publishing systems. */
static const char *const wordings[] = {
	"page not found", "404 not found", "error 404", "404 error",
	"page cannot be found", "page can't be found", "page can’t be found",
	"page could not be found", "page you requested",
	"page you are looking for", "page you were looking for",
	"page you're looking for", "page you’re looking for",
	"page doesn't exist", "page doesn’t exist", "page does not exist",
	"access denied", "403 forbidden", "service unavailable",
	"internal server error", "bad gateway", "enable cookies",
	"enable javascript", "checking your browser",
	"permission to view this page", "permission to access",
	"seite nicht gefunden", "seite wurde nicht gefunden",
	"seite existiert nicht", "page introuvable", "page non trouvée",
	"page demandée", "página no encontrada", "página solicitada",
	"página não encontrada", "pagina non trovata", "pagina niet gevonden",
	"nie znaleziono strony", "strona nie została znaleziona",
	"strona nie istnieje", "sidan hittades inte",
	"sidan kunde inte hittas", "siden blev ikke fundet",
	"siden finnes ikke", "sivua ei löydy", "sayfa bulunamadı",
	"stránka nenalezena", "stránka nebyla nalezena", "pagina nu a fost",
	"страница не найдена", "сторінку не знайдено",
	"η σελίδα δεν βρέθηκε", "ページが見つかりません",
	"页面不存在", "页面未找到", "找不到頁面",
	"페이지를 찾을 수 없습니다",
	"الصفحة غير موجودة", "पृष्ठ नहीं मिला"
};

static bool
contains(struct str s, struct str part)
{
	for (size_t i = 0; i + part.n <= s.n; i++)
		if (s.p[i] == part.p[0] && str_starts(str_cut(s, i, s.n), part))
			return true;
	return false;
}

static bool
says_error(struct buf *scratch, struct str text)
{
	scratch->n = 0;
	chars_lower_put(scratch, text);
	for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
		if (contains(buf_str(scratch), str_of(wordings[i])))
			return true;
	return false;
}

static void
judge_page(struct deboil_block *b, size_t n, struct buf *scratch)
{
	size_t kept = 0;
	bool error = false;

	for (size_t i = 0; i < n && kept <= MOST; i++)
		kept += b[i].keep ? b[i].text.n : 0;
	if (kept > MOST)
		return;
	for (size_t i = 0; i < n && !error; i++)
		error = b[i].keep && b[i].text.n <= LONGEST
		    && says_error(scratch, b[i].text);
	for (size_t i = 0; i < n && error; i++)
		b[i].keep = false;
}

void
deboil_drop_error(struct deboil *d)
{
	struct buf scratch = { 0 };

	for (size_t i = 0, end; i < d->n; i = end) {
		for (end = i + 1; end < d->n && !d->blocks[end].opens; end++)
			;
		judge_page(d->blocks + i, end - i, &scratch);
	}
	buf_free(&scratch);
}
