#!/usr/bin/env bats
# What deboil keeps and mends, and where it sees the seams of glued pages.

load common

@test "the article and its headline, not what is around it" {
	deboil "$PAGES/harbour-courier.txt" >x
	head -1 x | grep -q '^Port city to spend'
	grep -q 'the sea has always won' x
	! grep -qi 'newsletter\|whatsapp\|^Related\|Most popular\|By Tilda' x
}
@test "the headline is dropped by --no-title" {
	! deboil --no-title "$PAGES/harbour-courier.txt" | grep -q '^Port city to spend'
	deboil --no-title "$PAGES/harbour-courier.txt" | grep -q 'the sea has always won'
}
@test "pages of several languages and scripts keep their text" {
	deboil "$PAGES/cafe.txt" | grep -q '^The Café Central in Malmö'
	printf '%s\n' 首页 新闻 体育 登录 '港口城市将修建新海堤' '港口城市的市议会星期三决定，明年春天开始修建一道新的海堤，费用为二百五十万元。市长说，去年冬天的洪水损坏了三百多座房屋，居民不能再经历一次。' '工程师们估计，海堤可以保护大约百分之四十的老城区。反对这个计划的议员说，海水总会赢，钱应当用来搬迁居民。' 分享 评论 版权所有 >zh
	deboil zh | grep -q '^港口城市的市议会'
	printf '%s\n' Главная Новости Войти 'Город построит новую дамбу' 'Городской совет решил в среду построить новую дамбу, которая будет стоить два с половиной миллиона, после того как зимние паводки повредили более трёхсот домов.' 'Мэр города сказала журналистам, что жители не могут пережить ещё одну такую зиму, и обещала начать работы весной.' Поделиться Комментарии >ru
	cat >th <<-'X'
	หน้าแรก
	ข่าว
	เข้าสู่ระบบ
	เทศบาลเมืองท่าอนุมัติสร้างเขื่อนกันคลื่นแห่งใหม่
	สภาเทศบาลเมืองลงมติเมื่อวันพุธให้สร้างเขื่อนกันคลื่นแห่งใหม่ในฤดูใบไม้ผลิปีหน้า โดยใช้งบประมาณสองล้านห้าแสนบาท หลังจากน้ำท่วมเมื่อฤดูหนาวที่ผ่านมาทำให้บ้านเรือนเสียหายกว่าสามร้อยหลัง
	นายกเทศมนตรีกล่าวกับผู้สื่อข่าวว่า ชาวเมืองไม่สามารถผ่านฤดูหนาวเช่นนั้นได้อีกครั้ง และสัญญาว่าจะเริ่มก่อสร้างในฤดูใบไม้ผลิ
	แชร์
	สงวนลิขสิทธิ์
	X
	[ "$(deboil th | wc -l)" -eq 2 ]
	deboil th | grep -q '^นายกเทศมนตรี'
	deboil ru | grep -q '^Городской совет'
	! deboil ru | grep -q 'Поделиться\|Войти'
}
@test "index pages, search results, error pages and empty ones give nothing" {
	cat >index <<-X
	The Harbour Courier
	Home
	News
	Sport
	Log in
	Latest news
	Council votes for new sea wall after winter floods
	The council voted 7 to 2 for the plan on Wednesday…
	2 hours ago
	Ferry service resumes after strike
	Crews returned to work on Monday morning.
	5 hours ago
	Library reopens with new roof
	Readers are back after a year of repairs.
	Yesterday
	Bakery wins national prize for rye bread
	Yesterday
	Three injured in bus crash near Calder bridge
	12 March
	More news
	Rovers lose at home again
	Swimming club looks for coaches
	Most read
	Advertise with us
	Privacy policy
	© 2024 The Harbour Courier. All rights reserved.
	X
	cat >search <<-X
	Search
	Menu
	Search results for "sea wall"
	Sort by: Relevance | Date
	Showing 1-10 of 148 results
	Port city to spend \$2.5 million on new sea wall
	14 March 2024 - News
	Sea wall: what the engineers say
	12 March 2024 - Opinion
	Ten photographs of the January floods
	30 January 2024 - Pictures
	1
	2
	Next
	Privacy policy
	X
	cat >error <<-X
	Home
	News
	Sport
	404
	Page not found
	Sorry, the page you are looking for does not exist or has been moved.
	Go back to the home page or try our search.
	Search
	Contact
	Privacy policy
	X
	printf 'Home\nLog in\n' >tiny
	: >empty
	for p in index search error tiny empty; do
		run -0 deboil $p
		[ -z "$output" ] || { echo "$p: $output"; false; }
	done
}
@test "--no-repair: what is kept and what is dropped are the lines of the page" {
	for p in "$PAGES"/[!c]*.txt; do
		deboil --no-repair "$p" >kept
		deboil --no-repair -v "$p" >dropped
		deboil --no-repair --mark "$p" | cut -f3 >all
		LC_ALL=C sort kept dropped >both
		LC_ALL=C sort "$p" | cmp - both
		[ "$(grep -c "" all)" -eq "$(grep -c "" "$p")" ]
	done
}
@test "names in camel case, addresses and code are not taken for glued chrome" {
	sed -n '1,/^Jana Vesela/p' "$PAGES/minister.txt" >top
	while IFS= read -r line; do
		{ cat top; echo "$line"; echo '"Nobody walked out, and nobody slammed a door," Vesela said. "But we are not there yet."'; } >page
		grep -qxF "$line" <(deboil page)
	done <<-'X'
	The minister writes for tradeWatch and for lowCoast, two papers that most people of the coast have read since they were children.
	Members of lowCoast Union, which has had its seat in the old harbour since 1957, said on Monday that they would wait for the minutes.
	The minutes of both days are open to everybody who wants to read them, the ministry said, at https://trade.example/minutes.html
	Everybody who wants to read the minutes of both days can do so at home, the ministry said on Monday; they are at www.trade.example.com
	Everybody who wants to read the minutes of both days can write to the ministry, Vesela told the reporters, at info@trade.example.com
	The tables that both sides had brought with them were made, the ministry said on Monday, by a firm in the capital called Numbers.io
	X
	sed 's/had ended without an agreement\.$/&print PRINT/' "$PAGES/minister.txt" >page
	deboil page | grep -q 'had ended without an agreement\.$'
}
@test "lynx -dump: wrapped lines, two as well, are a paragraph; numbers of links go" {
	cat >dump <<-'X'
	   [1]The Strait Herald

	     * [2]Home
	     * [3]News

	                    Pier lift out of order for a third summer

	   By [4]Oda Fjell

	   The lift on the old pier at [5]Port Ansel will stand still for a third
	   summer, the harbour board [6][7]said on Tuesday [8], as two parts that
	   were ordered in March [see 9] have not come.

	   “We have 112 steps and no lift,” said Ruben Aalto, who rents out boats
	   below the pier. “My mother is 84. She has not seen the boats since
	   [2021].”

	   The board said it would carry luggage down the steps free of charge
	   from Friday.

	   [9]Terms

	References

	   Visible links
	   1. https://strait.example/#main
	   2. https://strait.example/
	   3. https://strait.example/news
	   4. https://strait.example/oda
	   5. https://strait.example/ansel
	   6. https://strait.example/board
	   7. https://strait.example/6
	   8. https://strait.example/7
	   9. javascript:void(0)
	X
	cat >want <<-'X'
	Pier lift out of order for a third summer
	The lift on the old pier at Port Ansel will stand still for a third summer, the harbour board said on Tuesday , as two parts that were ordered in March [see 9] have not come.
	“We have 112 steps and no lift,” said Ruben Aalto, who rents out boats below the pier. “My mother is 84. She has not seen the boats since [2021].”
	The board said it would carry luggage down the steps free of charge from Friday.
	X
	deboil dump | diff want -
	deboil --mark dump | grep -q $'^1\trepaired\tThe lift'
	deboil -j dump >x
	python3 - <<-'X'
	import json
	found = json.load(open("x"))
	page, text, at = open("dump", "rb").read(), found["text"].encode(), found["source"] + [[len(found["text"].encode()), 0]]
	for (start, source), (end, _) in zip(at, at[1:]):
	    assert page[source:source + end - start].split() == text[start:end].split(), text[start:end]
	X
	sed '/^References/,$d' dump | deboil | grep -q 'at \[5\]Port Ansel'
}
@test "wrapped lines are told by columns, in any script" {
	cat >ru <<-'X'
	Город построит новую дамбу

	Городской совет решил в среду построить новую дамбу, которая будет стоить
	два с половиной миллиона, после того как зимние паводки повредили более
	трёхсот домов.

	Мэр города сказала журналистам, что жители не могут пережить ещё одну
	такую зиму.
	X
	[ "$(deboil ru | wc -l)" -eq 3 ]
	deboil ru | grep -qx 'Мэр города .* такую зиму\.'
}
@test "chrome glued to a sentence is cut off, and a paragraph comes once" {
	sed 's/^Jana Vesela/View all search resultsJana Vesela/' "$PAGES/minister.txt" >glued
	deboil glued | grep -q '^Jana Vesela, the trade minister'
	deboil --no-repair glued | grep -q '^View all search resultsJana'
	{ cat "$PAGES/minister.txt"; grep '^Jana Vesela' "$PAGES/minister.txt"; } >twice
	[ "$(deboil twice | grep -c '^Jana Vesela')" -eq 1 ]
	deboil --no-repair --mark glued | cut -f2 | grep -qv repaired
}
@test "a headline that speaks of what the text speaks of stays, short as it is" {
	one() {
		{ printf '%s\n' Home News Sport Weather Search "$1" 'By Tilda Marsh' Share Tweet '2 min read'; deboil --no-title "$PAGES/$2.txt"; } >page
		[ "$(deboil page | head -1)" = "$1" ]
	}
	one 'Council Sea Wall' north-coast
	one 'Stairs, rent and the owner' cafe
	! one 'Weather and sport today' north-coast
}
@test "a caption is no headline" {
	{ echo 'Photo: Jana Vesela speaks in Lisbon on two days of talks'; sed -n '/^Jana Vesela/,$p' "$PAGES/minister.txt"; } >page
	! deboil --mark page | grep -q $'^1\tcaption'
	! deboil page | grep -q '^Photo:'
}
@test "what somebody posted is none of the article where it is signed in its line" {
	sed '/^Asked whether/i During this visit, with regard to the tariffs on steel, I will engage in candid exchanges of views with our partners and confirm that we will go on talking. We will also discuss in concrete terms how to move towards an agreement. (2/3) — Jana Vesela (@vesela) June 12, 2023' "$PAGES/minister.txt" >page
	! deboil page | grep -q '@vesela'
	deboil --mark --no-repair page | grep -q $'^0\tshare\tDuring this visit'
	deboil page | grep -q '^Asked whether'
}
@test "chrome that has run into a copy of the line above is no headline" {
	{ printf '%s\n' "Can't find a story?" "Show all resultsCan't find a story?"; sed -n '/^Jana Vesela/,$p' "$PAGES/minister.txt"; } >page
	! deboil page | grep -q 'find a story'
	deboil page | grep -q '^Jana Vesela'
}
@test "a paragraph cut by an empty line in mid-sentence is joined" {
	sed 's/ on Monday that two days/ on Monday that\n\ntwo days/' "$PAGES/minister.txt" >cut
	deboil cut | grep -q 'said on Monday that two days of talks'
	deboil -j cut | sentences -j | grep -q 'said on Monday that two days of talks'
}
@test "the source map leads every kept byte back to the page" {
	sed 's/ on Monday that two days/ on Monday that\n\ntwo days/; s/^Jana Vesela/View all resultsJana Vesela/' "$PAGES/minister.txt" >page
	deboil -j page >o
	sed 's/.*"source": \[\[//; s/\]\]}$//; s/\], \[/\n/g; s/, / /g' o >map
	deboil page | tr '\n' ' ' >text
	while read -r at from; do
		a=$(tail -c +$((at + 1)) text | head -c 12)
		b=$(tail -c +$((from + 1)) page | tr '\n' ' ' | head -c 12)
		[ "$a" = "$b" ] || { echo "$at $from: $a / $b"; false; }
	done <map
	[ "$(wc -l <map)" -ge 2 ]
}
@test "items and questions that come again are said again, a headline and a passage are not" {
	cat >plan <<-X
	A week of soups from the harbour kitchen of Easthaven
	The cook of the harbour kitchen has written down what her guests ate in the first week of the winter, and each of the soups can be made at home in an hour.
	Monday
	Onions are fried in butter until they are brown, and the broth of the day before is poured over them with a glass of white wine.
	• two spoons of fresh butter from the dairy in Calder
	What do you put in when the guests are in a hurry?
	Bread, she said, and the last of the cheese, because nobody in a hurry has ever looked closely at what swims in a bowl.
	Tuesday
	Leeks are cut into rings and washed three times, and then they simmer with potatoes for half an hour before cream is added.
	• two spoons of fresh butter from the dairy in Calder
	What do you put in when the guests are in a hurry?
	Nothing at all, she said, and she laughed, because a soup of leeks cannot be hurried by anyone, not even by the mayor of the town.
	A week of soups from the harbour kitchen of Easthaven
	X
	deboil plan >x
	[ "$(grep -c '^• two spoons' x)" -eq 2 ]
	[ "$(grep -c '^What do you put in' x)" -eq 2 ]
	[ "$(grep -c '^A week of soups' x)" -eq 1 ]
	sed -n 1,5p plan >y
	sed -n 3,5p plan >>y
	sed -n '8,$p' plan >>y
	[ "$(deboil y | grep -c '^Monday')" -eq 1 ]
	deboil --mark y | grep -q '^0	repeat	• two spoons'
}
@test "a story joined with itself comes once, and is not parted" {
	for p in harbour-courier north-coast minister; do
		deboil "$PAGES/$p.txt" >alone
		cat "$PAGES/$p.txt" "$PAGES/$p.txt" | deboil >twice
		cmp alone twice
	done
}
@test "glued pages: a document begins where that is sure" {
	{ head -c -1 "$PAGES/harbour-courier.txt"; cat "$PAGES/minister.txt"; } >both
	deboil both >x
	grep -q 'the sea has always won' x
	grep -q 'Ask me in Lisbon' x
	! deboil --breaks=given both | grep -q $'\f'
	! deboil --no-repair both | grep -q $'\f'
	for p in "$PAGES"/*.txt; do ! deboil "$p" | grep -q $'\f'; done
}
@test "glued pages with -j: an object each, with its own id, head and map" {
	{ cat "$PAGES/harbour-courier.txt" "$PAGES/north-coast.txt"; } >heap
	deboil -j heap >x
	[ "$(sed 's/^{"id": "\([^"]*\)".*/\1/' x)" = $'heap\nheap#2' ]
	deboil heap | grep -v $'^\f$' >plain
	python3 - <<-X
	import json
	page = open("heap", "rb").read()
	found = [json.loads(line) for line in open("x")]
	assert "".join(d["text"] + "\n" for d in found) == open("plain").read()
	assert found[0]["date"] != found[1]["date"] and found[0]["author"] == "Tilda Marsh" != found[1].get("author")
	for d in found:
	    text = d["text"].encode()
	    for at, source in d["source"]:
	        assert text[at:at + 12] == page[source:source + 12], (d["id"], at)
	X
	[ "$(deboil -j --breaks=given heap | wc -l)" -eq 1 ]
	deboil -j --breaks=given heap | deboil -j | wc -l | grep -qx 1
}
@test "memory is bounded however many lines a page has" {
	yes 'a' | head -c 2000000 >l
	[ "${BUILD:-build}" = build ] || skip "sanitizers take more"
	(ulimit -v 90000; deboil l) >/dev/null
}
@test "millions of lines of one letter are passed over quickly" {
	awk 'BEGIN { for (i = 0; i < 3000000; i++) print substr("abcdefghij", i % 7 + 1, 1) }' >letters
	(ulimit -t 4; deboil --input=text letters >x)
	[ ! -s x ]
	{ cat letters "$PAGES/harbour-courier.txt"; } >both
	(ulimit -t 4; deboil --input=text both | grep -q 'the sea has always won')
	deboil -v --no-repair --input=text letters | cmp - letters
}
@test "what memory held before a page does not show in it" {
	for p in "$PAGES"/*.txt "$PAGES"/*.html; do
		MALLOC_PERTURB_=85 deboil --mark "$p" >x
		MALLOC_PERTURB_=170 deboil --mark "$p" | cmp - x
	done
	cat "$PAGES"/*.txt >all
	MALLOC_PERTURB_=85 deboil --mark all >x
	MALLOC_PERTURB_=170 deboil --mark all | cmp - x
}
@test "a few paragraphs with nothing around them are an article" {
	printf '%s\n' 'Bakery to move after forty years' 'The bakery on Hill Road will move to the station in May, its owner said.' '"The rent has doubled," said Mia Kern. "We cannot stay."' 'She will take all six staff along.' >short
	deboil short | cmp - short
	printf '%s\n' 'The fire started at 3am.' 'No one was hurt.' 'Police are looking for a man in a red coat.' >short
	deboil short | cmp - short
	printf '%s\n' 'Bäckerei zieht nach vierzig Jahren um' 'Die Bäckerei an der Hügelstraße zieht im Mai zum Bahnhof, sagte die Inhaberin am Montag.' >short
	deboil short | cmp - short
}
@test "a few lines of an error page are not" {
	run deboil <(printf '%s\n' 'Page not found' 'Sorry, the page you are looking for does not exist or has been moved.' 'Please check the address or go back to the home page.')
	[ "$status" -eq 0 ] && [ -z "$output" ]
	run deboil <(printf '%s\n' 'Please enable cookies.' 'We are checking your browser before you can enter the site.' 'This process is automatic. Your browser will redirect shortly.')
	[ "$status" -eq 0 ] && [ -z "$output" ]
}
@test "a letter offered where the text ends is none of it" {
	page() {
		printf '%s\n' Home News Sport 'Town to build sea wall after floods' \
		    'The council of Harbour Bay voted on Wednesday to build a sea wall along the old quay, after floods last winter damaged more than three hundred homes.' \
		    'The mayor had asked for the money since 2019, when the first cracks were found, and had gone to the capital for it herself.' \
		    'Work is to begin in spring and will take two years, according to the engineers, who expect the wall to protect forty per cent of the town.' \
		    "$1" 'About us'
	}
	for offer in \
	    'There is much more where this came from, and on Friday we bring all of it to your inbox before the ferry leaves the quay.' \
	    'Wer mehr wissen will, dem bringen wir jeden Freitag alles über den Hafen ins Postfach, unser Newsletter kostet nichts.' \
	    'Каждую пятницу мы рассказываем вам о гавани и о тех, кто в ней живёт, в нашей рассылке, которая ничего не стоит.'; do
		page "$offer" >p
		deboil p >out
		tail -1 out | grep -q '^Work is to begin'
		{ echo '<title>Town to build sea wall after floods</title>'; page "$offer" | sed 's/.*/<p>&/'; } >h
		deboil --input=html h >out
		tail -1 out | grep -q '^Work is to begin'
	done
	# Somebody's words, and what the text is about.
	for said in 'The mayor has told the town so every Friday since the floods, in a newsletter that goes to three thousand homes along the quay.' \
	    'Her last words were: "We bring all of it to your inbox, before the ferry leaves, and the council may read it there."'; do
		page "$said" >p
		deboil p | grep -Fqx "$said"
	done
}
