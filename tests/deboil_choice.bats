#!/usr/bin/env bats
# Kinds and rules: what the user wants kept or dropped.

load common

@test "--captions keeps captions, and --mark says so" {
	! deboil "$PAGES/minister.txt" | grep -q '^Photo:'
	deboil --captions "$PAGES/minister.txt" | grep -q '^Photo: Jana Vesela speaks'
	deboil --captions "$PAGES/orchard.html" | grep -q '^The orchard in spring. Photo: R. Dale$'
	deboil --captions --mark "$PAGES/minister.txt" | grep -q $'^1\tcaption\tPhoto: Jana'
}
@test "--comments keeps the thread without its buttons" {
	! deboil "$PAGES/ferry.html" | grep -q 'kippers'
	deboil --comments "$PAGES/ferry.html" >out
	grep -q 'kippers were excellent' out
	grep -q 'Nine hours is far too long' out
	! grep -qx 'Reply' out
	! grep -q 'newsletter\|All rights reserved' out
	deboil --comments --mark "$PAGES/ferry.html" | grep -q $'^1\tcomment\tFinally! I proposed'
}
@test "--comments knows a thread by its class, where no line speaks of comments" {
	sed 's/<h2>3 comments<.h2>//; s/<a href=#>Reply<.a>//g' "$PAGES/ferry.html" >x.html
	deboil --comments x.html | grep -q 'kippers were excellent'
	! deboil --comments x.html | grep -q 'newsletter'
}
@test "--comments: the last comment needs no button, and what is below it is not one" {
	cat >page <<-'X'
	Home
	News
	Harbour reopens after the storm
	The harbour of Easthaven was opened again on Monday after the storm of last week, the port said, and the first ferry left for the islands at noon with 212 people on board.
	“We waited four days for this,” said Ole Brandt, who has a shop on the island and had run out of flour, milk and coffee by Saturday.
	The port said that the repair of the north mole would take until the end of June and cost about two million.
	2 comments
	GullWatcher
	2 hours ago
	Finally! My mother was stuck on the island and had nothing but porridge for three days.
	Reply
	seasick_steve
	1 hour ago
	Two million for a heap of stones, and nobody asks who gets the money for it.
	Library gets a new roof
	The library of Easthaven will be closed until the autumn, when it gets a new roof and a lift.
	Terms of use
	© 2024 Easthaven Post. All rights reserved.
	X
	deboil --comments page >out
	grep -q '^Finally! My mother' out
	grep -q '^Two million for a heap' out
	! grep -q 'new roof\|reserved' out
	sed 's/class="comments"/class=x/; s/id="comments"/id=y/; s/class=comment/class=z/; /seasick_steve/s/<a href=#>Reply<.a>//' "$PAGES/ferry.html" >page.html
	deboil --comments page.html >out
	grep -q 'kippers were excellent' out
	grep -q 'Nine hours is far too long' out
	! grep -q 'newsletter\|reserved' out
}
@test "what is chosen does not change what the page says of itself" {
	[ "$(deboil -j --comments --captions --drop=. "$PAGES/minister.txt" | sed 's/.*"date": "\([^"]*\)".*/\1/')" = 2023-06-12T18:05 ]
}
@test "--tables keeps every cell of a table in the text" {
	deboil --tables "$PAGES/ferry.html" >out
	for cell in Season Cabin Chair Summer; do grep -qx "$cell" out; done
}
@test "--no-title, --lenient, --strict" {
	! deboil --no-title "$PAGES/minister.txt" | head -n 1 | grep -q '^World'
	all=$(cat "$PAGES"/*.txt | deboil | wc -l)
	[ "$(cat "$PAGES"/*.txt | deboil --lenient | wc -l)" -ge "$all" ]
	[ "$(cat "$PAGES"/*.txt | deboil --strict | wc -l)" -le "$all" ]
	run --separate-stderr deboil --strict --lenient "$PAGES/minister.txt"; [ "$status" -eq 2 ]
}
@test "--drop and --keep: patterns over lines; --drop goes last" {
	! deboil --drop '(?i)^industry groups' "$PAGES/minister.txt" | grep -q '^Industry groups'
	deboil --keep '^TAGS$' "$PAGES/minister.txt" | grep -qx TAGS
	deboil --keep '^TAGS$' --mark "$PAGES/minister.txt" | grep -qx $'1\trule\tTAGS'
	deboil --drop . --keep . "$PAGES/minister.txt" >out; [ ! -s out ]
	[ "$(deboil --drop '^\W*$' --drop 'Vesela' "$PAGES/minister.txt" | grep -c Vesela)" -eq 0 ]
	deboil --keep '^\p{Lu}\w+ Sjöö' "$PAGES/bakery.html" >out
}
@test "--rules: the last rule that matches counts" {
	printf '# the paper\n\nkeep ^TAGS$\ndrop Vesela\n  keep arithmetic\n' >rules
	deboil --rules=rules "$PAGES/minister.txt" >out
	grep -qx TAGS out
	! grep -q Vesela out
	grep -q arithmetic out
}
@test "a rule that is wrong is named, exit 2" {
	run --separate-stderr deboil --drop '(a' "$PAGES/minister.txt"
	[ "$status" -eq 2 ]; [ "$stderr" = "deboil: --drop: '(a': missing closing parenthesis at 2" ]
	printf 'drop x\nkeep [z-a]\n' >rules
	run --separate-stderr deboil --rules rules "$PAGES/minister.txt"
	[ "$status" -eq 2 ]; [[ "$stderr" == "deboil: rules:2: '[z-a]': "*" at "* ]]
	printf 'forget x\n' >rules
	run --separate-stderr deboil --rules rules "$PAGES/minister.txt"
	[ "$status" -eq 2 ]; [ "$stderr" = 'deboil: rules:1: a rule is "drop REGEX" or "keep REGEX"' ]
	run --separate-stderr deboil --rules nowhere "$PAGES/minister.txt"
	[ "$status" -eq 2 ]; [ "$stderr" = 'deboil: nowhere: No such file or directory' ]
}
@test "a pattern that runs away is named, exit 2, at once" {
	{ cat "$PAGES/minister.txt"; head -c 5000 /dev/zero | tr '\0' a; echo '!'; } >page
	run --separate-stderr timeout 20 deboil --drop '(a|aa)+$' page
	[ "$status" -eq 2 ]; [ "$stderr" = "deboil: --drop: '(a|aa)+\$': gave up: too many steps" ]
	run --separate-stderr timeout 20 deboil --drop '(\w+\s?)+\d$' page
	[ "$status" -eq 2 ]; [[ "$stderr" == "deboil: --drop: "*": gave up: too many steps" ]]
	run --separate-stderr timeout 20 deboil --keep '(.*)*[bc]\1$' page
	[ "$status" -eq 2 ]; [[ "$stderr" == "deboil: --keep: "*": gave up: too many steps" ]]
}
@test "-j does not go with --mark or -v" {
	run --separate-stderr deboil -j --mark "$PAGES/minister.txt"; [ "$status" -eq 2 ]
	run --separate-stderr deboil -j -v "$PAGES/minister.txt"; [ "$status" -eq 2 ]
}
@test "every word of --mark is in the table of the man page" {
	cat "$PAGES"/*.txt "$PAGES"/*.html | deboil --captions --comments --tables --drop Vesela --mark | cut -f2 | sort -u | grep -vx -e - -e $'\f' >words
	[ "$(wc -l <words)" -ge 8 ]
	sed -n '/^\.Bl.*repaired/,/^\.El/s/^\.It \(.*\) Ta.*/\1/p' "$BATS_TEST_DIRNAME/../man/deboil.1" | tr -d ' ' | tr ',' '\n' | sort -u >table
	[ -z "$(comm -23 words table)" ]
}

# Each line of the page is printed either by default or by -v, in order.
whole() {
	deboil --no-repair --mark "$1" | cut -f1 >flags
	paste flags "$1" | sed -n 's/^1	//p' | tr -d '\r' >kept
	paste flags "$1" | sed -n 's/^0	//p' | tr -d '\r' >dropped
	deboil --no-repair "$1" | diff -q kept - >/dev/null && deboil --no-repair -v "$1" | diff -q dropped - >/dev/null
}
# Pages of whatever comes: CRLF, NBSP, NUL, bytes of no encoding, no line end.
heap() {
	awk -v n="$1" 'BEGIN {
		srand(7)
		split("Home|Log in|Share|Read more|Reply|3 comments|||   |\t|\302\240| a\tb  |The mayor said on Monday that the wall would be built by the end of the year.|View all search resultsThe council voted for the wall, and against the bridge that was promised.|the wall would be built if the money came.|The mayor said that the wall and|\342\200\234No,\342\200\235 said Jana Vesela, the mayor of the town.|\346\270\257\345\217\243\343\200\202|\377\376|x y|&amp; <b>|By Tilda Marsh|\302\251 2024", piece, "|")
		for (p = 1; p <= n; p++) {
			f = "heap" p; lines = int(rand() * 50) + 1
			for (i = 1; i <= lines; i++)
				printf "%s%s", piece[int(rand() * 23) + 1], i == lines && rand() < .5 ? "" : rand() < .2 ? "\r\n" : "\n" > f
			close(f)
		}
	}'
}
@test "with --no-repair, default and -v together are the page, line by line" {
	for f in harbour-courier letter minister north-coast; do whole "$PAGES/$f.txt"; done
	heap 60
	for f in heap*; do iconv -c -f UTF-8 -t UTF-8 "$f" >x || :; whole x || { cat -A x; return 1; }; done
	# make check-pages CORPORA=DIR
	for f in ${CORPORA:+"$CORPORA"/deboil/*[0-9].txt}; do whole "$f" || { echo "$f"; return 1; }; done
}
@test "a line that says advertisement and no more is no text, in the middle of it either" {
	printf '%s\n' 'The owner of the bakery in Mill Lane said on Monday that she would move to the old station, where there is room for a second oven.' \
	    'Advertisement' 'Her customers signed a letter to the council, which had asked for a higher rent from the first of May on.' \
	    'Anzeige' 'The new shop will open in June, and the first hundred loaves will be given away, the owner told the paper.' >page
	deboil page >out
	run ! grep -E 'Advertisement|Anzeige' out
	[ "$(wc -l <out)" -eq 3 ]
	deboil --mark page | grep -q "^0	ad	Anzeige"
}
