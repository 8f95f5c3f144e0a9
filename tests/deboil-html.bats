#!/usr/bin/env bats
# What deboil makes of HTML pages of many makes: where the text stands in them,
# and pages that have none.

load common

# Three paragraphs, each after $1 and before $2.
story() {
	printf '%sThe council of Harbour Bay voted on Wednesday to build a sea wall along the old quay, after floods last winter damaged more than three hundred homes.%s\n' "$1" "$2"
	printf '%s“We cannot go through another winter like that,” said Mayor Ada Lund, who had asked for the money since 2019, when the first cracks were found.%s\n' "$1" "$2"
	printf '%sWork is to begin in spring and will take two years, according to the engineers, who expect the wall to protect forty per cent of the town.%s\n' "$1" "$2"
}
furniture() {
	cat <<-X
	<html><head><title>Town to build sea wall after floods - Bay News</title></head><body>
	<div><a href=/>Home</a> <a href=/n>News</a> <a href=/s>Sport</a> <a href=/l>Log in</a></div>
	X
}
ending() {
	cat <<-X
	<div class=side><h4>Most read</h4><ul><li><a href=/1>Ferry service resumes after strike</a><li><a href=/2>Bakery wins prize for rye bread</a>
	<li><a href=/3>Rovers lose at home again</a><li><a href=/4>Library opens its new roof garden</a><li><a href=/5>Three hurt as bus leaves the road</a></ul></div>
	<div><a href=/about>About us</a> <a href=/ads>Advertise</a> <a href=/jobs>Jobs</a> <a href=/contact>Contact</a></div>
	<div>© 2024 Bay News. All rights reserved. <a href=/p>Privacy policy</a></div></body></html>
	X
}
# The page on standard input has the story, whole, and nothing of its furniture.
has_story() {
	deboil --input=html >out
	cat out
	[ "$(grep -c 'council of Harbour Bay\|another winter like that\|Work is to begin' out)" = 3 ]
	! grep -q 'Log in\|Most read\|Ferry service\|All rights' out
}

@test "text in paragraphs, with its headline" {
	{ furniture; echo '<h1>Town to build sea wall after floods</h1>'; story '<p>' '</p>'; ending; } >p
	has_story <p
	grep -q '^Town to build sea wall' out
}
@test "HTML pages put one after the other are parted, with a doctype or without" {
	{ cat "$PAGES/orchard.html"; printf '<HTML lang=en><title>Plain</title><p>The mill was sold on Friday, the owner of the old mill said in a letter to the town.</p></html>\n'; cat "$PAGES/ferry.html"; } >heap
	deboil -j heap >x
	[ "$(sed 's/^{"id": "\([^"]*\)".*/\1/' x)" = $'heap\nheap:2\nheap:3' ]
	sed -n 2p x | grep -q '"text": "The mill was sold on Friday'
	{ deboil "$PAGES/orchard.html"; deboil "$PAGES/ferry.html"; } >apart
	deboil heap | grep -v $'^\f$' | grep -v '^The mill was sold' | cmp - apart
}
@test "XHTML with an XML declaration is HTML, other XML is none" {
	{ printf '<?xml version="1.0" encoding="iso-8859-1"?>\n'; cat "$PAGES/orchard.html"; } | deboil | cmp - <(deboil "$PAGES/orchard.html")
	printf '<?xml version="1.0"?><rss><title>The mill was sold on Friday, the owner said in a letter.</title></rss>\n' | deboil --mark | grep -q '<rss>'
}
@test "HTML in a field of an object is read as HTML, other text as text" {
	deboil -j -k html "$PAGES/crawl.jsonl" >x
	grep -q '^{"id":\? "https://strait.example/2024/06/pier", *"status": 200, *"html": "Pier lift out of order for a third summer\\nThe lift on the old pier' x
	sed -n 1p x | grep -q '"date": "2024-06-11T07:30:00+02:00", .*"site": "The Strait Herald"'
	! grep -q 'Read also\|Photo\|Worth the wait\|Weather\|<p>' x
	printf '%s\n' '{"text":"Said <b>he</b>: the mill was sold on Friday, and the owner of the mill was glad of it."}' | deboil | grep -qF 'Said <b>he</b>: the mill'
	{ printf '{"id":"a","text":"<p>'; head -c 7000000 /dev/zero | tr '\0' é; printf '"}\n'; } >long
	run --separate-stderr deboil long
	[ "$status" -eq 1 ]
	[ "$stderr" = 'deboil: long:1: page longer than 6 MiB: the rest is left out' ]
}
@test "text between line breaks, in divs, spans, cells, list items, fonts" {
	for tag in div span td li blockquote section; do
		{ furniture; echo '<h1>Town to build sea wall after floods</h1>'
		[ $tag = td ] && echo '<table><tr>'
		story "<$tag>" "</$tag>"
		[ $tag = td ] && echo '</table>'
		ending; } >p
		[ $tag = span ] && sed -i 's|</span>|</span><br><br>|' p
		has_story <p || { echo "in $tag"; false; }
	done
	{ furniture; echo '<font size=5><b>Town to build sea wall after floods</b></font><br>'; story '' '<br><br>'; ending; } >p
	has_story <p
}
@test "an article in several containers, with teasers and a picture between them" {
	{ furniture; echo '<article><h1>Town to build sea wall after floods</h1>'
	story '<div class=part><p>' '</p></div><aside><a href=/x>Read more: how the bridge was lost</a></aside>'
	echo '<figure><img src=x><figcaption>The quay in January. Photo: Bay News</figcaption></figure></article>'; ending; } >p
	has_story <p
	run ! grep -q 'bridge was lost\|Photo' out
}
@test "the line below the headline is kept" {
	for tag in h2 h3 p; do
		echo "<title>Pont fermé jusqu'au printemps | La Baie</title><div><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></div><div class=x><h1>Pont fermé jusqu'au printemps</h1>
		<$tag class=q>Des fissures ont été trouvées dans deux arches, les camions devront passer par Rille</$tag>
		<p>Le vieux pont de Copan sera fermé jusqu'à la mi-mars au moins, a indiqué mardi le service des routes. Les ingénieurs ont trouvé des fissures.</p>
		<p>Les automobilistes doivent passer par Rille, ce qui allonge la route de douze kilomètres. Les bus de la ville s'arrêtent avant le pont.</p>
		<p>Les travaux coûteront environ trois millions, et l'argent viendra du budget de l'an prochain, a dit le maire.</p></div>
		<div><ul><li><a href=/a>Le ferry reprend après la grève</a><li><a href=/b>Deux blessés au marché</a></ul></div>" >p
		deboil --input=html p >out
		[ "$(wc -l <out)" = 5 ]
		grep -q '^Des fissures' out
	done
}
@test "reasons are told in other languages too" {
	{ furniture; echo '<h1>Town to build sea wall after floods</h1>'; story '<p>' '</p>'
	echo '<div><a href=/k>Vsi komentari</a><br><a href=/v>Sve vijesti</a><br><a href=/o>Oglas</a><br><a href=/r>Zaregistrovať, prihlásiť</a></div>'; ending; } >p
	deboil --input=html --mark p >out
	grep -q $'^0\tcomment\tVsi komentari' out
	grep -q $'^0\tteaser\tSve vijesti' out
	grep -q $'^0\tad\tOglas' out
	grep -q $'^0\taccount\tZaregistrovať' out
}
@test "a heading with no text below it is none" {
	{ furniture; echo '<div class=x1><h1>Town to build sea wall after floods</h1>'; story '<p>' '</p>'
	echo '<h3>What the engineers found below the old quay</h3></div><div><a href=/x>Ferry service resumes after strike</a></div></body></html>'; } >p
	has_story <p
	[ "$(wc -l <out)" = 4 ]
	sed 's|</h3></div>|</h3><p>The piles of the old quay are sound, they said on Friday, but the sand between them has gone, and divers will fill it again before the winter.</p></div>|' p >q
	deboil --input=html q | grep -q '^What the engineers found'
}
@test "tags in capitals, unquoted, unclosed, without head or body" {
	{ echo '<H1>Town to build sea wall after floods</H1>'; story '<P CLASS=text ALIGN=left>' ''; echo '<UL><LI><A HREF=/1>Ferry service resumes after strike</A><LI><A HREF=/2>Log in</A></UL>'; } >p
	has_story <p
}
@test "a comment thread below is no part of the story" {
	{ furniture; echo '<h1>Town to build sea wall after floods</h1><div class=x1>'; story '<p>' '</p>'; echo '</div><h3>4 comments</h3>'
	for n in Tom Ivy Max Lea; do
		echo "<div class=x2><b>$n</b> <span>12 March 2024, 10:4${#n}</span><p>I never understood why the wall was not built ten years ago, when it would have cost half of it, as everybody in this town knows, $n said so.</p><a href=#>Reply</a> <a href=#>Report</a></div>"
	done; ending; } >p
	has_story <p
	run ! grep -q 'never understood' out
	deboil --input=html --comments p | grep -c 'never understood' >n
	[ "$(cat n)" = 4 ]
}
@test "a thread is known by its times too, where no word of it is" {
	{ furniture; echo '<h1>Town to build sea wall after floods</h1><div class=x1>'; story '<p>' '</p>'; echo '</div><div class=x3>'
	for n in Tom Ivy Max Lea Jon; do
		echo "<div class=x4><span>$n</span> <span>$n · 10:4${#n}</span><p>Neviens te netic, ka tas mūris kādreiz stāvēs, un nauda jau sen iztērēta, kā $n labi zina!!! Jautājiet mēram, kur tā palika.</p></div>"
	done; echo '</div>'; ending; } >p
	has_story <p
	run ! grep -q 'Neviens te netic' out
	deboil --input=html --mark p | grep 'Neviens te netic' | cut -f1,2 | sort | uniq -c >marks
	grep -q '^ *5 0.comment$' marks
	[ "$(deboil --input=html --comments p | grep -c 'Neviens te netic')" = 5 ]
}
@test "what is called comments is none of the story, however long" {
	for name in 'kommentare list' comment-list 'box disqus'; do
		{ echo '<title>Readers on the new ferry</title><div><a href=/>Home</a> <a href=/n>News</a></div><div class=x1><h1>Readers on the new ferry</h1>'
		echo '<p>The new ferry sailed for the first time on Monday, with two hundred people on board and the mayor at the bow. We asked what you think of her, of her timetable and of the fare, which has gone up by a third since the autumn.</div>'
		echo "<ul class='$name'><li><b>Tom</b><p>I took the ferry on Monday and it was as slow as the old one, but the coffee is better, and the view of the island from the upper deck is worth the whole fare, which is more than I can say of the bus."
		echo '<p>What I do not understand is why the boat leaves at seven, when the school begins at eight, so that every child of the island has to stand about in the cold for half an hour each day of the winter.'
		echo '<li><b>Ivy</b><p>My grandfather was the captain of the first ferry that crossed this bay, and he would have been proud of her, although he never liked engines that nobody can hear, and said so to everybody who asked him.</ul>'; } >p
		deboil --input=html p >out
		[ "$(wc -l <out)" -eq 2 ]
		deboil --input=html --comments p | grep -q '^My grandfather'
		deboil --input=html --mark p | grep -q '^0	comment	My grandfather'
	done
	# A page of nothing else is not emptied.
	sed 's/<p>The new ferry.*/<\/div>/' p | deboil --input=html | grep -q '^My grandfather'
}
@test "a sentence called caption, and a link in capitals between paragraphs, are none of the story" {
	{ furniture; echo '<article><h1>Town to build sea wall after floods</h1>'
	story '<p>' '</p>' | head -1
	echo '<div class="wp-caption"><img src=x><p class="caption">The old quay stood under a metre of water for two days in January of this year, and nobody had seen the like of it.</p></div>'
	echo '<p><a href=/x>MAYOR OF CALDER RESIGNS AFTER FLOODED HOSPITAL IS CLOSED</a></p>'
	story '<p>' '</p>' | tail -2 | head -1
	echo '<p><a href=/x>FERRY CAPTAIN CLEARED OF ALL CHARGES IN HARBOUR CRASH</a></p>'
	story '<p>' '</p>' | tail -1; echo '</article>'; ending; } >p
	has_story <p
	run ! grep -q 'old quay stood\|CAPTAIN' out
	deboil --input=html --captions p | grep -q '^The old quay stood'
}
@test "other articles below the one of the headline are none of the story" {
	other() {
		echo "<p>The ferry to the island sails again from Monday, with two boats and a new timetable, its owner said. Nobody was hurt in the storm that tore $1 from its mooring.</p>"
		echo "<p>$1 was built forty years ago in the yard of the town, and had never lost a day since then, apart from the winter when the whole bay froze.</p>"
	}
	{ furniture; echo '<article class=x1><h1>Town to build sea wall after floods</h1>'; story '<p>' '</p>'; echo '</article>'; } >top
	# What comes when one scrolls on, with its own headline.
	{ cat top; echo '<article class=x1><h1>Ferry is back</h1>'; other 'The Lady'; other 'The Maid'; echo '</article>'; ending; } >p
	has_story <p
	[ "$(wc -l <out)" = 4 ]
	# Whole texts, made alike, without one.
	{ cat top; echo '<h3>More</h3>'; for boat in Lady Maid Queen; do echo '<article class=x2>'; other "The $boat"; echo '</article>'; done; ending; } >p
	has_story <p
	[ "$(wc -l <out)" = 4 ]
	# One more, with no headline, may be the rest of the story.
	{ cat top; echo '<article class=x2>'; other 'The Lady'; echo '</article>'; ending; } >p
	deboil --input=html p | grep -q '^The ferry to the island'
	# And so may those in it.
	{ sed '$d' top; for boat in Lady Maid Queen; do echo '<article class=x2>'; other "The $boat"; echo '</article>'; done; echo '</article>'; ending; } >p
	[ "$(deboil --input=html p | grep -c '^The ferry to the island')" = 3 ]
}
@test "a live blog is no thread of comments" {
	{ furniture; echo '<h1>Live: council votes on sea wall</h1><div class=body>'; story '<p>' '</p>'
	for m in 11 12 13 14 15; do
		echo "<div class=entry><span class=time>$m:41</span><p>Councillor Ivy Strand, who spoke for $m minutes, says that the wall will only move the water to the next town, and that the money should go to those who leave.</p></div>"
	done; echo '</div>'; ending; } >p
	has_story <p
	[ "$(grep -c 'Councillor Ivy Strand' out)" = 5 ]
}
@test "--captions and --tables keep those of HTML" {
	{ furniture; echo '<article><h1>Town to build sea wall after floods</h1><figure><img src=x><figcaption>The old quay under water, in January of this year.</figcaption></figure>'
	story '<p>' '</p>' | head -2
	echo '<table><tr><th>Year<th>Floods<th>Homes damaged</tr><tr><td>2022<td>3<td>41</tr><tr><td>2023<td>9<td>312</tr></table>'
	story '<p>' '</p>' | tail -1; echo '</article>'; ending; } >p
	has_story <p
	run ! grep -q 'old quay under water' out
	deboil --input=html --captions p | grep -q '^The old quay under water'
	deboil --input=html --tables p >t
	n=$(grep -cx 'Year\|Floods\|Homes damaged\|2022\|3\|41\|2023\|9\|312' out || true)
	[ "$n" = 0 ] || [ "$n" = 9 ]	# a table is in the text whole, or not at all
	for cell in Year Floods 'Homes damaged' 2022 41 312; do grep -qx "$cell" t; done
}
@test "a short story under its headline, on a page of teasers" {
	{ furniture; echo '<div class=q><h2>Town to build sea wall after floods</h2>'; story '<p>' '</p>' | head -2; echo '</div><ul>'
	for n in 1 2 3 4 5 6 7 8; do
		echo "<li><h4><a href=/$n>Ferry service resumes after strike number $n</a></h4><p>Log in to read why crews returned to work on day $n.</p></li>"
	done; echo '</ul>'; ending; } >p
	deboil --input=html p >out
	[ "$(grep -c 'council of Harbour Bay\|another winter like that' out)" = 2 ]
	run ! grep -q 'Ferry service' out
}
@test "index, search, error, login and empty pages give nothing, exit 0" {
	{ furniture; for n in 1 2 3 4 5 6 7 8 9; do
		echo "<div class=teaser><h3><a href=/$n>Headline number $n about the town and its wall</a></h3><p>Crews returned to work on Monday morning…</p><span>$n hours ago</span></div>"
	done; ending; } >index
	{ furniture; echo '<h1>Search results</h1><p>Showing 1-10 of 3,412 results for "sea wall"</p>'; for n in 1 2 3 4 5 6 7 8; do
		echo "<div class=result><a href=/$n>Sea wall story $n</a><p>... the council voted on the sea wall in session $n and ...</p></div>"
	done; ending; } >search
	{ furniture; echo '<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been moved.</p><a href=/>Back to the home page</a>'; ending; } >error
	{ furniture; echo '<h1>Log in</h1><form><label>E-mail</label><input><label>Password</label><input><button>Log in</button><p>Forgot your password? Register now, it is free.</p></form>'; ending; } >login
	{ furniture; ending; } >bare
	: >empty
	echo '<!doctype html><title>x</title>' >head
	printf '<html><head><title>x</title></head><body><main><h1>Seite nicht gefunden</h1><p>Die Seite, die Sie suchen, gibt es nicht mehr.</p><p>Bitte prüfen Sie die Adresse.</p></main></body></html>' >german
	for p in index search error german login bare empty head; do
		deboil --input=html $p >out
		[ ! -s out ] || { echo "$p:"; cat out; false; }
	done
}
@test "two paragraphs of markup alone are an article" {
	printf '%s\n' 'The bakery on Hill Road will move to the station in May, its owner said.' '"The rent has doubled," said Mia Kern. "We cannot stay."' >want
	deboil <(printf '<p>%s</p>' "$(sed -n 1p want)" "$(sed -n 2p want)") | cmp - want
	deboil <(printf '<div>%s<br><br>%s</div>' "$(sed -n 1p want)" "$(sed -n 2p want)") | cmp - want
}
@test "a calendar is no table of the story" {
	{ furniture; echo '<h1>Town to build sea wall after floods</h1><div class=x1>'; story '<p>' '</p>'; echo '</div><table><tr><th>M<th>T<th>W<th>T<th>F<th>S<th>S</tr><tr>'
	for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28; do
		echo "<td>$n</td>"
		[ $((n % 7)) -ne 0 ] || echo '</tr><tr>'
	done; echo '</tr></table>'; ending; } >p
	has_story <p
	run ! grep -qx '[0-9]*' out
}
# $1: the headline, $2 to $5 paragraphs, $6 and $7 another story, linked
told() {
	echo "<html><head><meta charset=utf-8><title>$1</title></head><body><ul><li><a href=/>1</a><li><a href=/2>2</a><li><a href=/3>3</a></ul><div class=q><h1>$1</h1>"
	echo "<p>$2</p><p>$3</p><div class=w><h3>$6</h3><div><a href=/x><b>$7</b></a></div></div><p>$4</p><p>$5</p></div></body></html>"
}
@test "a story in other languages goes on below a link to another one" {
	while IFS='|' read -r a b c d e f g; do
		told "$a" "$b" "$c" "$d" "$e" "$f" "$g" >p
		printf '%s\n' "$a" "$b" "$c" "$d" "$e" >want
		deboil --input=html p | cmp - want || { echo "$a"; false; }
	done <<-'X'
	Stadtrat beschließt Bau einer neuen Ufermauer|Der Stadtrat von Hafenburg hat am Mittwoch mit großer Mehrheit den Bau einer neuen Ufermauer beschlossen, nachdem im vergangenen Winter mehr als dreihundert Häuser überflutet worden waren.|„Einen solchen Winter halten wir nicht noch einmal aus“, sagte Bürgermeisterin Ada Lund, die seit 2019 um das Geld gebeten hatte.|Gegner des Vorhabens kritisierten die Kosten von rund zwölf Millionen Euro.|Sie fordern stattdessen, das Hafenbecken auszubaggern und die alten Deiche zu erhöhen.|Lesen Sie auch|Fähre fährt nach Streik wieder
	Rada miasta zdecydowała o budowie nowego muru|Rada miasta Portowo zdecydowała w środę o budowie nowego muru nad nabrzeżem, po tym jak zimą powódź uszkodziła ponad trzysta domów w dolnej części miasta.|„Drugiej takiej zimy nie przetrwamy” – powiedziała burmistrz Ada Lund, która prosiła o pieniądze od 2019 roku.|Przeciwnicy krytykują koszt wynoszący dwanaście milionów złotych.|Domagają się, by zamiast tego pogłębić basen portowy i podnieść stare wały.|Czytaj także|Prom wraca po strajku
	Городской совет решил построить новую стену|Городской совет Портового в среду решил построить новую стену вдоль набережной после того, как прошлой зимой наводнение повредило более трёхсот домов.|«Ещё одной такой зимы мы не переживём», — сказала мэр Ада Лунд, которая просила эти деньги с 2019 года.|Противники проекта критикуют его стоимость — двенадцать миллионов рублей.|Вместо этого они требуют углубить гавань и поднять старые дамбы.|Читайте также|Паром снова ходит после забастовки
	市议会决定修建新的防波堤|港湾市议会星期三决定沿旧码头修建新的防波堤，去年冬天的洪水损坏了三百多所房屋，许多居民至今仍住在亲戚家中。|“我们再也经不起这样的冬天了，”市长艾达·伦德说，她从2019年起就一直要求拨款。|反对者批评说，工程费用高达一千二百万元。|他们要求疏浚港池，并加高旧的堤坝。|相关新闻|罢工后渡轮恢复通航
	مجلس المدينة يقرر بناء جدار بحري جديد|قرر مجلس مدينة الميناء يوم الأربعاء بناء جدار بحري جديد على طول الرصيف القديم، بعد أن ألحقت الفيضانات أضرارا بأكثر من ثلاثمئة منزل في الشتاء الماضي.|وقالت رئيسة البلدية آدا لوند: «لا يمكننا تحمل شتاء آخر كهذا»، وهي تطالب بالمال منذ عام 2019.|وانتقد المعارضون التكلفة البالغة اثني عشر مليون دولار.|ويطالبون بدلا من ذلك بتعميق حوض الميناء ورفع السدود القديمة.|اقرأ أيضا|العبارة تعود بعد الإضراب
	X
}
@test "a page of more paragraphs than any real one takes no more memory" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	awk 'BEGIN { for (i = 0; i < 28000; i++) { printf "<div class=\"one-two-three-four-five n%d\"><p class=\"six-seven-eight\">", i % 7; for (k = 0; k < 30; k++) printf "word%d ", k + i % 50; print i ". The town voted, the mayor said on Monday.</div>" } }' >p
	(ulimit -v 95000; run deboil --input=html p; [ "$status" -eq 1 ]; [[ "$output" == *'page of too many lines: the rest is left out'* ]])
}
