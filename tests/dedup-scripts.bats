#!/usr/bin/env bats
# dedup --near: long documents, pages as they were scraped, other scripts.

load common
setup() { in_tmp; }

kept() { dedup -j --near "$@" | wc -l; }

# A story of so many sentences; words and figures follow from its number.
story() { # NUMBER SENTENCES
	awk -v s="$1" -v n="$2" 'BEGIN {
		srand(s); split("harbour council ferry orchard teacher budget bridge storm museum railway farmer mayor reporter engine winter island market school river hospital", w, " ")
		for (i = 0; i < n; i++) { for (k = 0; k < 34; k++) printf "%s%s", k ? " " : "", k % 9 == 5 ? int(rand() * 9000) + 100 : w[int(rand() * 20) + 1] substr("aeiou", int(rand() * 5) + 1, 1); print "." } }'
}
# Characters from FIRST on, no blanks; which ones follow from the number.
run_of() { # NUMBER FIRST HOW-MANY
	LC_ALL=C awk -v s="$1" -v f="$2" -v n="$3" 'function put(c) { printf "%c%c%c", 224 + int(c / 4096), 128 + int(c / 64) % 64, 128 + c % 64 }
		BEGIN { srand(s); for (i = 1; i <= n; i++) { put(f + int(rand() * rand() * 40)); if (i % 57 == 0) print "" } print "" }'
}
json() { awk 'BEGIN { printf "{\"text\":\"" } { gsub(/"/, "\\\""); printf "%s%s", (NR > 1 ? "\\n" : ""), $0 } END { print "\"}" }'; }

@test "long: a document of a hundred kilobytes and its excerpts" {
	story 1 500 >s
	[ "$(wc -c <s)" -gt 100000 ]
	{ json <s; head -n 300 s | json; tail -n 200 s | json; { sed -n '201,$p' s; head -n 200 s; } | json; story 2 500 | json; } >x
	[ "$(kept x)" -eq 2 ]
}
@test "pages: those of one site are no copies, from the second one on" {
	menu() { for m in 1 2 3; do printf 'Home\nNews\nSport %s\nThe ten best walks round the harbour\nFerries are late again, the council says\nWhat the mayor said at the market\n' $m; done; }
	for k in $(seq 12); do { menu; story "$k" 4; menu; printf 'All rights reserved\n'; } | json; done >x
	[ "$(kept x)" -eq 12 ]
	# The same stories, cut, on another site.
	for k in $(seq 12); do { printf 'Log in\nWeather\nMost read: a cat on the roof of the school\n%.0s' 1 2 3 4 5; story "$k" 3; printf 'Contact\nImprint\n%.0s' 1 2 3; } | json; done >>x
	[ "$(kept x)" -eq 12 ]
}
@test "pages: what differs in the rows of a table alone is no copy" {
	for k in 1 2; do { story 5 4; for r in $(seq 14); do printf 'Ferry %s: %s %s %s %s %s\n' "$r" $((k * 611 + r * 17)) $((k * 53 + r * 13)) $((k * 97 + r)) $((k * 301 + r * 3)) $((k * 77 + r * 5)); done; } | json; done >x
	[ "$(kept x)" -eq 2 ]
}
@test "pages: exact is told of pages only if the rest is the same, too" {
	for k in 1 1 2; do { story 6 4; printf 'Photo: %s\nShare\n' $k; } | json; done >x
	[ "$(dedup -j --near --mark x | grep -o '"status": "[a-z]*"' | cut -d'"' -f4 | tr '\n' ' ')" = 'new exact near ' ]
}
@test "long: a short report whose figures are all others" {
	printf 'Harbour company: a director buys shares\nA member of the board bought %s shares of the harbour company on %s May, the company said.\n' 7,500 12 | json >x
	printf 'Harbour company: a director buys shares\nA member of the board bought %s shares of the harbour company on %s May, the company said.\n' 17,000 30 | json >>x
	[ "$(kept x)" -eq 2 ]
}
@test "scripts without blanks: cut, columns, a figure in front, letters among them" {
	for first in $((0x4e00)) $((0x3042)) $((0xe01)) $((0x1780)); do
		run_of 3 $first 900 >s
		{ json <s; { printf '2026 OK '; head -n 8 s; } | json; tr -d '\n' <s | sed 's/./&/g' | json
		  run_of 4 $first 900 | json; } >x
		[ "$(kept x)" -eq 2 ] || { echo "$first"; false; }
	done
	# A character misread in a line.
	run_of 3 $((0x4e00)) 900 >s
	{ json <s; sed 's/^\(.\{30\}\).../\1錯/' s | json; } >x
	[ "$(kept x)" -eq 1 ]
}
@test "scripts without blanks: one template with other figures" {
	for f in '3月12日 3412.25 18.30 4127' '3月13日 3398.71 13.54 3986'; do
		# shellcheck disable=SC2086
		printf '海港城股市%s收盘报告\n综合指数收于%s点，比前一交易日变动%s点，全天成交额为%s亿元。\n分析人士说，市场情绪总体平稳，投资者等待央行公布新的数据，银行板块与能源板块表现不一。\n' $f | json
	done >x
	[ "$(kept x)" -eq 2 ]
	{ head -n 1 x; head -n 1 x | sed 's/3412.25/３４１２.２５/; s/4127/４１２７/; s/，/,/g'; } >y
	[ "$(kept y)" -eq 1 ]
}
@test "figures of other scripts are figures, vowel signs and joiners nothing" {
	printf '%s\n' 'أغلق المؤشر عند ٣٤١٢ نقطة في الميناء يوم الاثنين' 'أغلق المؤشر عند 3412 نقطة في الميناء، يوم الاثنين' 'أغلقَ المؤشّر عند 3412 نقطة في الميناء يوم الاثنيـن' 'أغلق المؤشر عند ٣٤١٣ نقطة في الميناء يوم الاثنين' >x
	[ "$(dedup --near x | wc -l)" -eq 2 ]
	printf '%s\n' 'Die Bundes­regierung hat den Hafen geschlossen.' 'Die Bundesregierung hat den Hafen geschlossen.' >x
	[ "$(dedup --near x | wc -l)" -eq 1 ]
	printf '%s\n' '第３４回大会は港で開かれた' '第34回大会は港で開かれた' '第35回大会は港で開かれた' >x
	[ "$(dedup --near x | wc -l)" -eq 2 ]
}
@test "capitals of Greek and Cyrillic are letters in the other case" {
	printf 'Рыбаки из порта просят совет вернуть старый паром, сообщил секретарь.\nСуда стоят у причала третью неделю, топливо дорожает, а школа на острове закрыта.\nУчитель хочет уехать до зимы.\n' >s
	printf 'РЫБАКИ ИЗ ПОРТА ПРОСЯТ СОВЕТ ВЕРНУТЬ СТАРЫЙ ПАРОМ, СООБЩИЛ СЕКРЕТАРЬ.\nСУДА СТОЯТ У ПРИЧАЛА ТРЕТЬЮ НЕДЕЛЮ, ТОПЛИВО ДОРОЖАЕТ, А ШКОЛА НА ОСТРОВЕ ЗАКРЫТА.\nУЧИТЕЛЬ ХОЧЕТ УЕХАТЬ ДО ЗИМЫ.\n' >t
	[ "$(json <s | cat - <(json <t) | dedup -j --near --mark | grep -c '"exact"')" -eq 1 ]
}
@test "short: in other languages two words of letters are never one misread, nor is a word light" {
	apart() { [ "$(printf '%s\n' "$@" | dedup --near | wc -l)" -eq $# ] || { echo "$@"; false; }; }
	apart 'Die Kinder laufen im Dorf am See.' 'Die Kinder taufen im Dorf am See.'
	apart 'La loi a été adoptée par le conseil mardi.' 'La foi a été adoptée par le conseil mardi.'
	apart 'El ministro le dijo que habrá un acuerdo.' 'El ministro lo dijo que habrá un acuerdo.'
	apart 'Il governo cadde in aula per un voto.' 'Il governo cadde in aula per un volo.'
	apart 'Na spotkaniu a to do nas mówił premier.' 'Na spotkaniu a to ledwie do nas mówił premier.'
	apart 'Sie war in an der Schule so allein.' 'Sie war an der Schule allein.'
	apart 'Die Aktie stieg um 3,5 Prozent.' 'Die Aktie stieg um 35 Prozent.' 'Die Aktie stieg um 3,55 Prozent.'
	apart 'La police a compté 12 000 manifestants.' 'La police a compté 13 000 manifestants.' 'La police a compté 12 manifestants.'
}
@test "short: in other languages marks, dashes, case and digits between letters make no difference" {
	same() { [ "$(printf '%s\n' "$@" | dedup --near | wc -l)" -eq 1 ] || { echo "$@"; false; }; }
	same 'Er sagte: „Wir gehen heute nach Hause.“' 'Er sagte: »Wir gehen heute nach Hause.«' 'ER SAGTE: WIR GEHEN HEUTE NACH HAUSE'
	same "L’équipe a gagné hier, a dit le maire." "L'équipe a gagné hier – a dit le maire"
	same 'Die Fischer wollen den Hafen behalten.' 'Die Fischer w0llen den Hafen beha1ten.'
	same '«Мы уходим», — сказал секретарь в среду.' '"Мы уходим", - сказал секретарь в среду.'
	same '他说：“我们今天回家。”' '他说：「我们今天回家。」'
}
@test "long: one paragraph of four in common is another story, half of them is the same" {
	story 31 16 >s; story 32 16 >t
	{ json <s; { head -n 4 s; tail -n 12 t; } | json; } >x
	[ "$(kept x)" -eq 2 ]
	{ json <s; { head -n 8 s; tail -n 8 t; } | json; } >x
	[ "$(kept x)" -eq 1 ]
}
