#!/usr/bin/env bats
# sentences: what ends one and what does not, and what holds of any text.

load common
setup() {
	in_tmp
	SLOW=
	[ "${BUILD:-build}" = build ] || SLOW=1
}

@test "titles, ranks, initials, companies" {
	splits <<-'E'
	Lt. Gov. Ada Moran spoke.| The vote failed.
	F.H. Tanner & Co. of Leeds paid.| It was late.
	She joined Harrow Inc. in May.| It paid well.
	He sold it to Harrow Corp.| The price was low.
	W.R. Tanner is his rival.| Nobody knows Albert I. Moran.
	We make a good team, you and I.| Did you see them?
	Dr. Lee came.| He sat.
	E
}
@test "acronyms, numbers, times, datelines" {
	splits <<-'E'
	He went to the U.S. in May.| He stayed.
	They moved to the U.S.| However, they came back.
	It was No. 5 on the list.| We saw it.
	We met at 6 p.m. EST on Monday.| It rained.
	AUSTIN, Tex. — The mayor resigned.| Nobody knew why.
	WASHINGTON, D.C. (AP) - The mayor resigned.| Nobody knew why.
	HANOI (Kyodo) -- The mayor resigned.| Nobody knew why.
	It costs 3.14 dollars, version 2.0.1 is out.| Get it.
	E
}
@test "dots, marks, notes, emoji" {
	splits <<-'E'
	We left... nobody saw us.| Then it rained.
	I wasn’t there ... well, what I mean is . . . I didn’t see it.
	"Really?" asks a voice.| Nobody answers.
	"It was late.| We left."| He sat down.
	The gas is light. [12]| It burns well.
	I like it! 😀| We went home.
	E
}
@test "lists, addresses, a missing space, no capitals or nothing else" {
	splits <<-'E'
	1. Buy bread| 2. Buy milk| 3. Go home
	a) one thing| b) another| c) the last
	• first of all| • then the rest
	See http://example.org/a.b?c=d.| It works.
	Read the group alt.dogs today.
	THE VOTE FAILED.| NOBODY KNEW WHY.
	i went home.| they stayed.| it was late.
	E
	printf 'They agreed.The vote passed.\n' | sentences | grep -qx 'They agreed.'
}
@test "other scripts without an option" {
	printf '今天下雨。我们回家！你呢？\n' | sentences | paste -sd'|' - | grep -qx '今天下雨。|我们回家！|你呢？'
	splits <<-'E'
	ذهبنا إلى البيت.| هل جئت؟| نعم.
	यह घर है।| वह आया।
	Он пришёл.| Мы ушли.
	E
}
@test "languages" {
	splits -L de <<-'E'
	Er kam am 5. Mai.| Dann ging er.
	Das ist z. B. Bremen.| Es regnet.
	E
	splits -L es <<-'E'
	Fue en el año 700 a. C.| El rey murió.
	No vino.| ¿y tú?
	E
	splits -L fr <<-'E'
	« Où vas-tu ? »| Il partit.
	M. Le Gall, etc.| Et puis rien.
	E
	splits -L el <<-'E'
	Πού είναι;| Ήρθε χθες.
	E
	splits -L ru <<-'E'
	Это было в 1963 г.| Потом уехали в г. Тверь.
	E
	splits -L sv <<-'E'
	Det är sent, t.ex. nu.| ”Vi går”, sade hon.
	E
	run -2 sentences -L xx /dev/null
}
@test "photo credits in line, file names, addresses, no-break spaces" {
	splits <<-E
	The crowd cheered.| (AP Photo/Jane Moran)| The team left for Leeds.
	Open notes.txt in the folder.| Then close main.c and go.
	Write to ann.lee@example.org today.| Thanks.
	See www.example.org/a.html for more.| It helps.
	We saw Dr.$(printf '\302\240')Lee there.| She left.
	E
}
@test "datelines of agencies" {
	splits <<-'E'
	NEW YORK (Reuters) - Shares fell on Monday.| They rose on Tuesday.
	LONDON, May 5 (Reuters) — The bank said no.| It meant it.
	It rained in Norby, Wash., on Monday.| It was cold.
	E
}
@test "dots in every form, notes without a blank, brackets" {
	splits <<-'E'
	We waited…| Then nobody came.
	We waited... nobody came.
	It is good.[12]| They left.
	She asked "Why?" and left.| He stayed.
	(It was late.)| He left.
	They left (it was late. really) and slept.| It rained.
	E
}
@test "ends without a stop: emoticons, rows of stars, slugs" {
	splits <<-'E'
	We went home :-)| The rain had stopped.
	We loved it! :)| The rain had stopped. ;-)| Nobody knew.
	The vote failed ***| The mayor resigned.
	He sat down.| ***| The next day it rained.
	*** PLEASE NOTE ***| The office is closed.
	RULING ON FERRIES UPHELD:| A court in Leeds said no.
	NOTE: The office is closed.
	E
}
@test "a question and who asked it are one sentence" {
	splits <<-'E'
	"Do they pay for it?" Mr. Moran asked.| Nobody answered.
	And when they come back? I asked.| He smiled.
	He is back! said Axel.| They ran.
	"Who pays?"| Moran said the town would not.
	"Who pays?"| The mayor left.
	E
}
@test "numbers of notes stay with what they are notes of" {
	splits <<-'E'
	It rests on the people of the state. 4| Even so it is old.
	We saw many of them (Figure 2). 12| However, few were left.
	That was in 1950.| 12 men came.
	See 87 A.2d 862. 87 A.2d 863 is like it.
	E
}
@test "a stop before a small letter that ends nothing" {
	splits <<-'E'
	The Norby Mem. Hosp. were open.| He earned £2.1m. in 2018.| It was late.
	Add 2 tbsp. olive oil and 3 tsp. salt.| Stir.
	"it was late. really," he said.| We left.
	“it was late. really,” he said.| We left.
	E
}
@test "numbers stay with what they number" {
	splits <<-'E'
	I said I won't.| 1. First item of the list.| 2. Second item of it.
	Do this: 1. Wash it.| 2. Dry it.
	E
}
@test "capitals where a sentence begins belong to the name behind" {
	printf 'We met Ana Lopez.\nPM Kishida: we will see.\n' | sentences | paste -sd'|' - | grep -qx 'We met Ana Lopez.|PM Kishida: we will see.'
	splits <<-'E'
	She met the leader of the UN.| PM Kishida said no.
	It was good.| SEN. MORAN: Thank you, Jim.| It is late.
	E
}
@test "titles, remarks and lists in Chinese" {
	splits -L zh <<-'E'
	他读了《你好吗？》这本书。|很好。
	结果如下：|甲队赢了。|他走了。
	他走了。|（编译/王小明）|各位观众，晚上好。
	（新华社北京1月5日电）今天下雨。
	他走了。|（1）今天下雨。
	E
}
@test "Armenian, Ethiopic, Hindi and Urdu stops" {
	splits <<-'E'
	Նա եկավ։| Մենք գնացինք։
	እሱ መጣ።| እኛ ሄድን።
	वह आया।| हम गए॥| वह घर है।
	یہ گھر ہے۔| وہ آیا۔
	E
}
@test "each language of -L knows its abbreviations" {
	while IFS='	' read -r lang text; do
		printf '%s\n' "$text" | splits -L "$lang" || { echo "$lang"; return 1; }
	done <<-'E'
	de	Er wohnt in der Nr. 5.| Dann kam Dr. Meier.
	fr	M. Dupont est là.| Il est tard.
	es	El Sr. López vino.| ¿Y tú?
	it	Il sig. Rossi è qui.| È tardi.
	pt	O Sr. Silva veio.| É tarde.
	nl	Dhr. Jansen kwam o.a. op 5 mei.| Het regende.
	pl	Mieszka na ul. Długiej.| Jest późno.
	cs	Bydlí v ul. Dlouhé.| Je pozdě.
	ru	Он живёт на ул. Ленина.| Уже поздно.
	fi	Hän tuli esim. maanantaina.| Satoi.
	sv	Hon kom t.ex. i går.| Det regnade.
	tr	Dr. Yılmaz geldi.| Yağmur yağdı.
	ro	Dl. Popescu a venit.| Este târziu.
	el	Πού είναι;| Ήρθε.
	ar	وصل د. أحمد.| ثم غادر.
	hi	वह आया।| हम गए।
	zh	他来了。|你呢？|走吧！
	ja	彼は来た。|「行こう。」|雨だ。
	E
}
@test "no language cuts between a word for numbers and the number" {
	while read -r lang words; do
		for w in $words; do
			printf 'Abc def %s. 5 ghij klm.\n' "$w" | splits -L "$lang" || return 1
		done
	done <<-'E'
	en no fig vol pp
	de nr abb bd kap art abs ziff anm
	fr no n art chap vol fig
	es núm art pág cap vol fig ap
	it n nr num art pag cap vol
	pt no núm art pág cap vol
	nl nr art blz hfst fig
	pl nr art str rozdz rys poz ust pkt
	cs č čp str obr kap odst čl tab
	ru стр гл ст п рис табл вып
	fi nro s
	sv nr s kap fig bd
	tr no s sf md
	ro nr art pag vol fig alin
	el αρ σελ αριθ κεφ τόμ παρ εικ
	E
}
@test "put together, sentences are the document" {
	for f in "$ROOT"/tests/pages/*.txt; do
		iconv -f UTF-8 -t UTF-8 "$f" >page 2>/dev/null ||
			iconv -f WINDOWS-1252 -t UTF-8 "$f" >page
		tr -d ' \t\r\n' <page >want
		for n in auto break space; do
			sentences --newline=$n page | tr -d ' \t\r\n' | cmp - want
		done
		sentences --max-length=40 page | tr -d ' \t\r\n' | cmp - want
	done
}
@test "start and end cut the sentence out" {
	f=page
	iconv -f WINDOWS-1252 -t UTF-8 "$ROOT/tests/pages/cafe.txt" >page
	sentences -o start,end,text "$f" >rows
	[ -s rows ]
	while IFS="$(printf '\t')" read -r start end text; do
		tail -c +$((start + 1)) "$f" | head -c $((end - start)) | tr -s ' \n' '  ' >cut
		printf '%s' "$text" | cmp - cut
		iconv -f UTF-8 -t UTF-8 cut >/dev/null
	done <rows
}
@test "byte by byte gives the same" {
	for f in "$ROOT"/tests/pages/letter.txt "$ROOT"/tests/pages/cafe.txt; do
		sentences "$f" >want
		dd if="$f" bs=1 status=none | sentences | cmp - want
	done
}
@test "folding at any width changes nothing" {
	cat >text <<-'E'
	The council of Norby, which has met in the old customs house since 1911, voted seven to two on Monday to sell it. Mayor Elin Dahl said the roof alone would cost 2.4 million kronor. "We cannot pay that," she said. Two members, among them the historian Axel Brandt, asked for a delay. They got none; the buyer, a hotel chain from Gothenburg, takes over on 1 June.

	Outside, some forty people had gathered. Most of them left when the rain began.
	E
	sentences text >want
	[ "$(wc -l <want)" -eq 7 ]
	for w in 40 60 72 80 100; do
		fold -s -w $w text | sed 's/ *$//' >folded
		sentences folded | cmp - want
		sed 's/$/\r/' folded | sentences | cmp - want
	done
}
@test "lines of a list and of verse stay apart" {
	printf 'Apples from Kent\nPears\nOne cake\nA basket of plums and cherries\n' >list
	sentences list | cmp - list
}
@test "--newline: always an end, or only when empty" {
	printf 'one line\nand another\n\nthird\n' >x
	[ "$(sentences --newline=break x | wc -l)" -eq 3 ]
	[ "$(sentences --newline=space x | head -n 1)" = 'one line and another' ]
}
@test "--abbrev: the user's own never end a sentence" {
	printf '# ours\nmeas.\nGRP\n' >own
	printf 'See meas. Two of them. Ask grp. Seven now.\n' >x
	[ "$(sentences x | wc -l)" -gt 2 ]
	[ "$(sentences --abbrev=own x | paste -sd'|' -)" = 'See meas. Two of them.|Ask grp. Seven now.' ]
	run -2 sentences --abbrev=missing x
}
@test "--max-length: at a mark or a blank, never in a word or a code point" {
	printf 'One two three, four five six seven eight nine ten. Åååååååååååååååååååå.\n' >x
	[ "$(sentences --max-length=24 x | head -n 1)" = 'One two three,' ]
	for n in 1 5 12 30; do
		sentences --max-length=$n x | tr ' ' '\n' >words
		tr ' ' '\n' <x | cmp - words
	done
}
@test "-n -b -o -j: the same sentences in every form" {
	f="$ROOT/tests/pages/letter.txt"
	sentences "$f" >want
	sentences -n "$f" | cut -f2- | cmp - want
	sentences -n "$f" | cut -f1 | cmp - <(seq "$(wc -l <want)")
	sentences -o text "$f" | cmp - want
	sentences -b "$f" | cut -f1 | cmp - want
	[ "$(sentences -j "$f" | wc -l)" -eq "$(wc -l <want)" ]
}
@test "--line-buffered: a sentence leaves before the next one comes" {
	{ printf 'She left early. He stayed.\nThe rain began. It'; printf ' went on.\n'; sleep 3; } |
		sentences --line-buffered | { read -r -t 2 line; [ "$line" = 'She left early.' ]; }
}
# Twenty seconds of the processor, however busy the machine is.
cpu() {
	(ulimit -t 20 && exec "$@")
}

@test "stops, opening marks and lines without end: linear time, bounded memory" {
	n=1000000 big=100000000
	[ -z "$SLOW" ] || { n=100000 big=2000000; }
	head -c $n /dev/zero | tr '\0' . >x
	cpu sentences x >/dev/null
	head -c $n /dev/zero | tr '\0' '"' >x
	cpu sentences x >/dev/null
	yes ' “a' | tr -d '\n' | head -c $n >x || :
	cpu sentences x >/dev/null
	[ -n "$SLOW" ] || ulimit -v 100000
	yes word | tr '\n' ' ' | head -c $big | cpu sentences | wc -c | grep -q "$big"
	head -c $big /dev/zero | tr '\0' a | cpu sentences | tr -d '\n' | wc -c | grep -q "$big"
}
