#!/usr/bin/env bats
# Names: spans, normal forms, who is who, the user's own names, hostile text.
# Texts were written for the project.

load common
setup() {
	in_tmp
	N=200000
	[ "${BUILD:-build}" = build ] || N=40000
}

# NAME|TYPE|MENTION of each name in the text.
names() { printf '%b' "$1" | entities | tr '\t' '|' | grep -E '\|(PERSON|ORG|GPE|LOC|NORP|LAW|EVENT|PRODUCT)\|'; }
has() { names "$1" | grep -Fqx -- "$2" || { names "$1"; return 1; }; }
hasnt() { ! names "$1" | grep -Fq -- "$2" || { names "$1"; return 1; }; }

@test "a surname gets the full name" {
	has 'Angela Weber said so. Later Weber left.' 'Angela Weber|PERSON|Weber'
}
@test "two people with one surname stay two" {
	T='Hillary Clinton met Bill Clinton in Boston. Mr. Clinton smiled and Mrs. Clinton spoke.'
	has "$T" 'Hillary Clinton|PERSON|Hillary Clinton'
	has "$T" 'Bill Clinton|PERSON|Bill Clinton'
	[ "$(names "$T" | grep -c '^Bill Clinton|PERSON|')" = 2 ]
	[ "$(names "$T" | grep -c '^Hillary Clinton|PERSON|')" = 2 ]
}
@test "he and she of one surname, whose own names do not tell" {
	T='U.S. President Joe Biden and Jill Biden came. Mr. Biden smiled. Mrs. Biden waved.'
	has "$T" 'United States|GPE|U.S.'
	[ "$(names "$T" | grep -c '^Joe Biden|PERSON|Biden')" = 1 ]
	[ "$(names "$T" | grep -c '^Jill Biden|PERSON|Biden')" = 1 ]
}
@test "a list of persons holds no other words" {
	T='England: Pickford; Walker, Stones, Maguire; Rice, Henderson and Salah.'
	has "$T" 'Stones|PERSON|Stones'
	has "$T" 'Maguire|PERSON|Maguire'
}
@test "an event may end in a number" {
	has 'They fought in World War II.' 'World War II|EVENT|World War II'
}
@test "both orders of a Japanese name are one" {
	T='Fumio Kishida spoke in Tokyo. Kishida Fumio then left for Osaka. Prime Minister Kishida will return, Kishida said.'
	[ "$(names "$T" | grep PERSON | cut -d'|' -f1 | sort -u)" = 'Fumio Kishida' ]
}
@test "a Chinese family name stands first and is the short form" {
	T='Xi Jinping arrived in Moscow. President Xi spoke, and Xi left.'
	[ "$(names "$T" | grep PERSON | cut -d'|' -f1 | sort -u)" = 'Xi Jinping' ]
}
@test "a Vietnamese short form is the last word" {
	has 'Prime Minister Pham Minh Chinh met reporters. Chinh said talks went well.' 'Pham Minh Chinh|PERSON|Chinh'
}
@test "a Hungarian family name stands first at home, last in English" {
	T='Nagy Anna and Nagy István met Orbán Viktor in Pécs. Ms. Nagy smiled. Mr. Nagy left with Orbán.'
	has "$T" 'Viktor Orbán|PERSON|Orbán Viktor'
	has "$T" 'Viktor Orbán|PERSON|Orbán'
	[ "$(names "$T" | grep -c '^Anna Nagy|PERSON|')" = 2 ]
	[ "$(names "$T" | grep -c '^István Nagy|PERSON|')" = 2 ]
	T='Viktor Orban spoke. Orban Viktor left, and Orban smiled.'
	[ "$(names "$T" | grep PERSON | cut -d'|' -f1 | sort -u)" = 'Viktor Orban' ]
}
@test "a small word that is no particle parts two persons" {
	hasnt 'Vesela met Ruiz in Lisbon. Tomas Ruiz smiled.' 'Vesela met Ruiz'
	has 'Prince Mohammed bin Salman met Ludwig van Beethoven.' 'Mohammed bin Salman|PERSON|Mohammed bin Salman'
}
@test "titles go to their own field" {
	printf 'In Berlin, Prime Minister Jana Vesela met Dr. Ada Lindqvist.\n' | entities -o type,name,title | grep PERSON >out
	grep -qx "PERSON	Jana Vesela	Prime Minister" out
	grep -qx "PERSON	Ada Lindqvist	Dr." out
}
@test "a title of several is none of the first one's name" {
	printf 'Reps. Joe Marsh and Ana Roe met Justices Clara Thorn and Lee Kagan.\n' | entities -o type,name,title | grep PERSON >out
	printf 'PERSON\t%s\t%s\n' 'Joe Marsh' Reps. 'Ana Roe' '' 'Clara Thorn' Justices 'Lee Kagan' '' | cmp - out
}
@test "a number belongs to the name whose kind calls for one" {
	T='He flew from Heathrow Terminal 5, drove on Interstate 95, heard BBC Radio 4 and bought a Tesla Model 3 and Windows 11.\n'
	has "$T" 'Heathrow Terminal 5|LOC|Heathrow Terminal 5'
	has "$T" 'Interstate 95|LOC|Interstate 95'
	has "$T" 'BBC Radio 4|ORG|BBC Radio 4'
	has "$T" 'Tesla Model 3|PRODUCT|Tesla Model 3'
	has "$T" 'Windows 11|PRODUCT|Windows 11'
	has 'Britain triggered Article 50, and Title IX applies.\n' 'Article 50|LAW|Article 50'
	has 'Britain triggered Article 50, and Title IX applies.\n' 'Title IX|LAW|Title IX'
	run ! grep -q '[0-9]	' <(printf 'Channel 4 million viewers. At Terminal 5 people wept.\n' | entities -o text,type | grep -v QUANT)
}
@test "storms are events and ships products, not the people they are named after" {
	T='Hurricane Otis and Tropical Storm Debby hit Acapulco; the USS Gerald R. Ford sailed.\n'
	has "$T" 'Hurricane Otis|EVENT|Hurricane Otis'
	has "$T" 'Tropical Storm Debby|EVENT|Tropical Storm Debby'
	has "$T" 'USS Gerald R. Ford|PRODUCT|USS Gerald R. Ford'
	has 'The National Hurricane Center warned; the Storm Prediction Center agreed.\n' 'National Hurricane Center|ORG|National Hurricane Center'
	run ! grep -q EVENT <(printf 'Hurricane Ridge was closed. The Storm Prediction Center warned.\n' | entities -o type)
}
@test "a role is who the document says holds it; of two holders none" {
	T='Jana Vesela, the prime minister, met Vietnamese Prime Minister Pham Minh Chinh. The Vietnamese prime minister smiled. The prime minister left. Mayor Ada Lund sang; the mayor danced. The foreign minister slept.\n'
	printf "$T" | entities --types=ROLE >out
	printf '%s\tROLE\t%s\n' 'Jana Vesela' 'prime minister' 'Pham Minh Chinh' 'Vietnamese prime minister' 'Ada Lund' 'mayor' | cmp - out
	run ! grep -q ROLE <(printf "$T" | entities)
}
@test "a title inside another name parts it from its person" {
	T='U.N. Secretary-General Antonio Guterres spoke with Sen. Ada Lund, D-Mass., and left.'
	has "$T" 'United Nations|ORG|U.N.'
	has "$T" 'Antonio Guterres|PERSON|Antonio Guterres'
	hasnt "$T" 'D-Mass'
}
@test "names that open and end a letter" {
	T='Renee, the plan is good.\n\nThanks, Tobias\n\nShall we meet?\n\nJolene\n\nUpdate\n'
	has "$T" 'Renee|PERSON|Renee'
	has "$T" 'Tobias|PERSON|Tobias'
	has "$T" 'Jolene|PERSON|Jolene'
	hasnt "$T" 'Update'
}
@test "short forms that name nobody, a region that is no bank" {
	T='Please read the RFP and chapter VII ASAP, said an official in the West Bank.'
	hasnt "$T" 'ORG'
	has "$T" 'West Bank|LOC|West Bank'
}
@test "firms of two partners, cups, officers, hospitals, days" {
	T='The publisher Hodder & Stoughton said so. They won the Davis Cup in May. He led General Antonio Rossi.'
	has "$T" 'Hodder & Stoughton|ORG|Hodder & Stoughton'
	has "$T" 'Davis Cup|EVENT|Davis Cup'
	has "$T" 'Antonio Rossi|PERSON|Antonio Rossi'
	has 'She went to Dunedin Hospital at noon.' 'Dunedin Hospital|LOC|Dunedin Hospital'
	[ -z "$(printf 'Tuesday, 17 January, 2012\n' | entities --types=PERSON,ORG,GPE -o text)" ]
}

@test "text of a language that is not known is not read as English" {
	T='Ukhansela wendawo uthe umndeni ulahlekelwe yindlu ngenxa yemvula enkulu. Ngokuthola kwethu abantu abaningi basizwe ngabomakhelwane. '
	T=$T$T'Bekumele kwenzeke ubulungiswa ngokushesha emphakathini wonke.'
	[ -z "$(printf '%s\n' "$T" | entities -o text)" ]
}

@test "countries, seas and bodies as other languages call them" {
	T='La Russie est venue dans la ville et il est parti de l’Ukraine avec le ministre pour la Méditerranée.'
	has "$T" 'Russia|GPE|Russie'
	has "$T" 'Ukraine|GPE|Ukraine'
	has "$T" 'Méditerranée|LOC|Méditerranée'
	T='Il ministro degli Stati Uniti è nella città e non è il presidente della Difesa, che è a Mosca.'
	has "$T" 'United States|GPE|Stati Uniti'
	has 'La Junta de Andalucía no lo dijo, y el ministro que es de la ciudad no fue.' 'Junta de Andalucía|ORG|Junta de Andalucía'
	has "$T" 'Mosca|GPE|Mosca'
	has 'Die Lage in Frankreich und in Deutschland ist nicht so, wie er sagt, und in Europa auch nicht.' 'France|GPE|Frankreich'
	has 'Президент России сказал это.' 'Russia|GPE|России'
	has 'Οι ΗΠΑ δεν το είπαν.' 'United States|GPE|ΗΠΑ'
	hasnt 'Самое главное сказано.' 'GPE'
}

@test "what is glued to a name is no part of it" {
	T='Maçta İzmir'"'"'in Bornova ilçesinde ve Mauro Icardi'"'"'nin bir golü ile bu kadar olan da var, çok da iyi.'
	has "$T" 'Mauro Icardi|PERSON|Mauro Icardi'
	hasnt "$T" 'in Bornova'
	has '柯达CEO Antonio Perez表示柯达可以。' 'Antonio Perez|PERSON|Antonio Perez'
}

@test "a town and its state without a comma" {
	T='He lives in Miramar California, near North Korea Street.'
	has "$T" 'Miramar|GPE|Miramar'
	has "$T" 'California|GPE|California'
	hasnt 'He left North America and South Korea.' '|North|'
}
@test "what the text says a name is" {
	has 'Ottoline Veselka (1911-1992) was a journalist. Veselka lived in Oslo.' 'Ottoline Veselka|PERSON|Ottoline Veselka'
	has 'Isa is a town in the hills. He left Isa.' 'Isa|GPE|Isa'
	hasnt 'Vavau is a group of more than fifty islands.' 'ORG'
}
@test "two places are not one" {
	T="He left Washington's Dulles Airport for King's Cross."
	has "$T" 'Washington|GPE|Washington'
	has "$T" 'Dulles Airport|LOC|Dulles Airport'
	has "He works for the Ministry of Justice's Investigation Bureau." 'Ministry of Justice|ORG|Ministry of Justice'
	hasnt "$T" '|Washington'"'"'s'
}
@test "a shouted name alone on its line is the writer's" {
	T='Mayor opens the bridge\n\nOTTOLINE VESELKA\n\nThe bridge is open.\n\nREAD MORE\n\nCAPE TOWN\n'
	has "$T" 'Ottoline Veselka|PERSON|OTTOLINE VESELKA'
	hasnt "$T" 'READ MORE'
	hasnt "$T" 'PERSON|CAPE'
}
@test "possessives, articles and quotes are no part of a name" {
	T='Germany’s army and “Angela Weber” met the United Nations in France'"'"'s capital.'
	has "$T" 'Germany|GPE|Germany'
	has "$T" 'Angela Weber|PERSON|Angela Weber'
	has "$T" 'United Nations|ORG|United Nations'
	has "$T" 'France|GPE|France'
}
@test "one country has one name" {
	T='Viet Nam and Vietnam, the U.K. and Britain and the United Kingdom, the U.S. and America signed.'
	[ "$(names "$T" | grep -c '^Vietnam|GPE|')" = 2 ]
	[ "$(names "$T" | grep -c '^United Kingdom|GPE|')" = 3 ]
	[ "$(names "$T" | grep -c '^United States|GPE|')" = 2 ]
}
@test "a people has its country in a field" {
	printf 'Vietnamese and British officials met.\n' | entities -o type,text,value | grep NORP >out
	printf 'NORP\tVietnamese\tVietnam\nNORP\tBritish\tUnited Kingdom\n' | cmp - out
}
@test "acronyms that brackets explain, both ways" {
	T='The World Meteorological Organization (WMO) warned. The WMO said so.'
	[ "$(names "$T" | grep -c '^World Meteorological Organization|ORG|')" = 3 ]
	T='The IAEA (International Atomic Energy Agency) warned Iran. The IAEA said so again.'
	[ "$(names "$T" | grep -c '^International Atomic Energy Agency|ORG|')" = 3 ]
}
@test "brackets tell what a short form is, before and after them" {
	T='NWSTB pumps failed. The National Water Services Trading Board’s (NWSTB) head spoke. NWSTB offices are shut.'
	[ "$(names "$T" | grep -c '^National Water Services Trading Board|ORG|')" = 4 ]
}
@test "a short form of common words is no organisation" {
	hasnt 'Footage from closed-circuit television (CCTV) showed it. The CCTV is old, police said. CCTV failed.' 'CCTV'
}
@test "places in small letters, where capitals are left out" {
	T='i am going to san francisco in june, then to malaysia. any tips? i like reading'
	has "$T" 'San Francisco|GPE|san francisco'
	has "$T" 'Malaysia|GPE|malaysia'
	hasnt "$T" 'reading'
	hasnt 'i wrote to bob@houston.rr.com and www.malaysia.example' 'GPE'
	hasnt 'He went to malaysia. The U.S. military said so.' 'malaysia'
}
@test "what stands in brackets is no acronym of any name" {
	hasnt 'EASTHAVEN (CNB) -- The council of Easthaven met.' 'Easthaven|GPE|CNB'
}
@test "shouted names are spelt, acronyms are not" {
	has 'HANOI (Kyodo) -- Officials in Hanoi met NATO.' 'Hanoi|GPE|HANOI'
	has 'HANOI (Kyodo) -- Officials in Hanoi met NATO.' 'NATO|ORG|NATO'
}
@test "datelines hold a place and an agency" {
	has 'NAIROBI, Kenya (CNB) - Police said so.' 'CNB|ORG|CNB'
	has 'NAIROBI, Kenya (CNB) - Police said so.' 'Nairobi|GPE|NAIROBI'
}
@test "a name does not go on past its line, unless the line is wrapped" {
	hasnt 'Thanks for all the help with the long report that I sent to you last week, it was good of you to do so\nMaria\nThe report is done.\n' 'The'
	has 'The commission will be led for the next two years by Angela\nWeber, who was a judge in Berlin before she came to the\ncapital and wrote two books on the law of the sea in 2019.\n' 'Angela Weber|PERSON|Angela\nWeber'
}
@test "mentions of one name share a group" {
	printf 'Angela Weber met Piet Arundel. Weber left with Arundel.\n' | entities -j | sed -n 's/.*"name": "\([^"]*\)".*"group": \([0-9]*\).*/\1 \2/p' | sort -u >out
	[ "$(wc -l <out)" = 2 ]
	[ "$(cut -d' ' -f3 out | sort -u | wc -l)" = 2 ]
}
@test "gazetteer: the user's names win, the longer of two" {
	printf '# mine\nAcme Rockets\tORG\tAcme Rocket Company\nAcme\tORG\nParis\tPERSON\tParis Whitney\n' >g
	printf 'Acme Rockets of Paris bought Acme on Sunday.\n' | entities --gazetteer=g | cut -f1-3 | grep -v DATE >out
	printf 'Acme Rocket Company\tORG\tAcme Rockets\nParis Whitney\tPERSON\tParis\nAcme\tORG\tAcme\n' | cmp - out
}
@test "gazetteer: a name inside a longer one, or over a date" {
	printf 'Sunday Times\tORG\nWeber\tORG\tWeber Works\n' >g
	printf 'Angela Weber read the Sunday Times.\n' | entities --gazetteer=g | cut -f1-3 >out
	grep -qx 'Weber Works	ORG	Weber' out
	grep -qx 'Sunday Times	ORG	Sunday Times' out
}
@test "gazetteer: a wrong type and a missing file end the run" {
	printf 'Acme\tFIRM\n' >g
	run -2 entities --gazetteer=g </dev/null
	[ "$output" = "entities: g:1: no type of names: 'FIRM'" ]
	run -2 entities --gazetteer=none </dev/null
}
@test "offsets cut the mention out, and the same bytes come twice" {
	x="$BATS_TEST_DIRNAME/pages/harbour-courier.txt"
	entities -b "$x" >a
	entities -b "$x" >b
	cmp a b
	entities -o start,end,text "$x" | while IFS='	' read -r s e t; do
		[ "$(tail -c +$((s + 1)) "$x" | head -c $((e - s)))" = "$t" ]
	done
}
@test "nothing is remembered over the end of a document" {
	printf 'Angela Weber left.\n\f\nMr. Weber spoke.\n' | entities | grep -c 'Angela Weber' >out
	[ "$(cat out)" = 1 ]
}
@test "a document alone gives what it gives among others" {
	for f in "$BATS_TEST_DIRNAME"/pages/*.txt; do entities "$f"; done >a
	entities "$BATS_TEST_DIRNAME"/pages/*.txt >b
	cmp a b
}
@test "capitals, names and brackets without end take linear time" {
	LIMIT=20
	for w in 'A' 'Aa' 'East Sea, ' 'Angela Weber ' 'Mr. ' 'WHO (World Health Organization) ' '(AB' 'The ' 'A. ' 'A-' "A'" 'Ünë ' 'Wen Li and Li Wen '; do
		yes "$w" | head -n $((N / ${#w})) | tr '\n' ' ' >x
		(ulimit -t $LIMIT && exec entities x >/dev/null)
	done
}
@test "German: nouns are no names; full names, their surnames, listed places and capitals are" {
	T='Im Streit um die neuen Parkplätze droht der Stadt eine Klage. Das sagte Martin Holzer am Dienstag der SPD in Berlin. Nach Angaben der Verwaltung ist der Ausweis für das Auto nicht mehr gültig. Die Kosten trägt nach Ansicht von Holzer die Stadt.\n'
	[ "$(names "$T" | sort | uniq | paste -sd' ')" = 'Berlin|GPE|Berlin Martin Holzer|PERSON|Holzer Martin Holzer|PERSON|Martin Holzer SPD|ORG|SPD' ] || { names "$T"; return 1; }
}
@test "French and Spanish: what begins a sentence is no name, two joined by y are two" {
	T='Le maire de la ville a annoncé que le pont est fermé pour des travaux. Selon Gérard Lemoine, les habitants ne sont pas contents. Mais il reste du temps.\n'
	has "$T" 'Gérard Lemoine|PERSON|Gérard Lemoine'
	hasnt "$T" 'Mais|'
	hasnt "$T" 'Selon'
	T='El alcalde anunció que la carretera se cierra para los coches. Según Carlos Gómez y Tomás Vidal, el plan llega tarde para los pueblos de la región.\n'
	has "$T" 'Carlos Gómez|PERSON|Carlos Gómez'
	has "$T" 'Tomás Vidal|PERSON|Tomás Vidal'
}
@test "a few foreign words in English text change nothing" {
	has 'The word "und" is German, and so are "der", "die" and "das", which the book by Martin Holzer says are hard. Mesereth left.' 'Martin Holzer|PERSON|Martin Holzer'
}
@test "states behind towns, by their short forms" {
	T='He moved from Fresno, Calif., to Albany, NY 12207, and then to Houston, Tex. Jane Holt, MD, and Washington, D.C. came.'
	has "$T" 'California|GPE|Calif.'
	has "$T" 'New York|GPE|NY'
	has "$T" 'Texas|GPE|Tex.'
	has "$T" 'District of Columbia|GPE|D.C.'
	hasnt "$T" 'Maryland'
}
@test "towns and countries of other spellings are GPE, seas and ranges LOC" {
	T='The train from Frankfurt to Kiev was late. He wrote home to Deutschland about the snow in the Alps.'
	has "$T" 'Frankfurt|GPE|Frankfurt'
	has "$T" 'Kiev|GPE|Kiev'
	has "$T" 'Deutschland|GPE|Deutschland'
	has "$T" 'Alps|LOC|Alps'
}
@test "what stands before a name says that it is no person's" {
	has 'Anna Berg, director of Jensen Ortega, spoke.' 'Jensen Ortega|ORG|Jensen Ortega'
	has 'He read it in the newspaper Karel Novak.' 'Karel Novak|ORG|Karel Novak'
	has 'She was elected in the city of Jackson by Monday.' 'Jackson|GPE|Jackson'
	has 'She is the daughter of Karel Novak.' 'Karel Novak|PERSON|Karel Novak'
}
@test "an unsure name in a list is what the others are" {
	has 'Members include Hitachi, Hyundai Motor, Sony and Puma.' 'Hitachi|ORG|Hitachi'
	has 'He met Victoria, Peter Hall and Jane Holt.' 'Victoria|PERSON|Victoria'
}
@test "titles of councils, courts and churches go to their own field" {
	T='Cllr Gareth Evans met Adv Tsepo Molefe, Alhaji Musa Bello and Pastor Rick Horn.'
	has "$T" 'Gareth Evans|PERSON|Gareth Evans'
	has "$T" 'Tsepo Molefe|PERSON|Tsepo Molefe'
	has "$T" 'Musa Bello|PERSON|Musa Bello'
	has "$T" 'Rick Horn|PERSON|Rick Horn'
}
@test "battles and sieges are events, models of known makers products" {
	has 'It was fought in the Battle of Midway in 1942.' 'Battle of Midway|EVENT|Battle of Midway'
	has 'He remembers the Siege of Leningrad well.' 'Siege of Leningrad|EVENT|Siege of Leningrad'
	echo 'The Boeing 737 MAX was grounded.' | entities | grep -Fqx "Boeing 737 MAX	PRODUCT	Boeing 737 MAX"
	[ -z "$(echo 'It cheered the UEFA Euro 2020 and the Apollo 11 crew.' | entities --types=PRODUCT)" ]
}
@test "the name before an office and its holder is a body's, a president stays one" {
	has 'Selby Crane analyst Ann Lee raised it.' 'Selby Crane|ORG|Selby Crane'
	has 'Merrill Lynch was fined by the court.' 'Merrill Lynch|ORG|Merrill Lynch'
	T='Barack Obama left. Obama spokesman Robert Gibbs stayed, and so did Obama lawyer Ann Reed.'
	has "$T" 'Barack Obama|PERSON|Obama'
	hasnt "$T" '|ORG|'
}
@test "what a story is about is no dateline, a town that is a word is one" {
	hasnt 'SOCCER - SWEDEN BEAT PERU.\n' 'SOCCER'
	hasnt 'FILE - A sign hangs in Lima.\n' 'FILE'
	has 'NICE - The trial opened.\n' 'Nice|GPE|NICE'
}
@test "Oklahoma City is not Oklahoma" {
	has 'He flew to Oklahoma City.' 'Oklahoma City|GPE|Oklahoma City'
	has 'He moved to Tulsa, Okla., in May.' 'Oklahoma|GPE|Okla.'
}
@test "Russian and Polish: full names and what they bear out, nothing of the rest" {
	T='Вчера в Твери министр Игорь Ланской открыл мост. Перед началом Ланской молчал. Сейчас в Клину ждут.'
	has "$T" 'Игорь Ланской|PERSON|Игорь Ланской'
	hasnt "$T" 'Перед'
	hasnt "$T" 'Сейчас'
	hasnt 'Wczoraj było zimno, a dziś jest Szpital Kliniczny w Nowym Targu i nie ma na to rady.' NORP
}
@test "addresses, handles and files hold no names, Amazon.com is one" {
	run names 'Write to ann.Weber@Stanford.EDU or Stacey.Lopez@acme.com, see http://www.acme.com/News/London, Wikipedia.org or @ReutersWorld.'
	[ -z "$output" ]
	hasnt 'The file Report.pdf and the page Seattlepi.com are gone.' 'e'
	has 'Amazon.com said on Monday that sales rose.' 'Amazon.com|ORG|Amazon.com'
	has 'John Lamb@ACME wrote on Monday.' 'John Lamb|PERSON|John Lamb'
}
@test "a comma does not part a firm from its legal form" {
	has 'It was sent to First Union Securities, Inc. on Monday.' 'First Union Securities, Inc.|ORG|First Union Securities, Inc.'
	has 'Lawyers at Holland & Hart, LLP were told.' 'Holland & Hart, LLP|ORG|Holland & Hart, LLP'
}
@test "the Arabic article is a part of the name, with a blank beside its hyphen too" {
	has 'They bombed 40 al - Qaeda bases.' 'al - Qaeda|ORG|al - Qaeda'
	has 'He spoke of the al Qaeda threat.' 'al Qaeda|ORG|al Qaeda'
	hasnt 'El alcalde de la ciudad fue al Madrid de los años sesenta con su hermano y no se lo dijo a nadie.' 'al Madrid'
}
@test "a team behind its town is no place, nor is a party's member" {
	has 'The Utah Jazz won on Friday.' 'Utah Jazz|ORG|Utah Jazz'
	has 'The Boston Bruins lost to the Toronto Maple Leafs.' 'Boston Bruins|ORG|Boston Bruins'
	has 'The Boston Bruins lost to the Toronto Maple Leafs.' 'Toronto Maple Leafs|ORG|Toronto Maple Leafs'
	has 'The Wisconsin Republican said no.' 'Wisconsin|GPE|Wisconsin'
	has 'The Wisconsin Republican said no.' 'Republican|NORP|Republican'
}
@test "two places side by side, without a comma" {
	has 'I live in Invercargill New Zealand and like it.' 'New Zealand|GPE|New Zealand'
	has 'I live in Invercargill New Zealand and like it.' 'Invercargill|GPE|Invercargill'
	has 'He works in Washington DC for a bank.' 'Washington DC|GPE|Washington DC'
}
@test "what stands behind an article, and a verb behind it, is no person" {
	hasnt 'The Dow had fallen by noon.' 'Dow|PERSON'
	has 'Talks with the Clinton administration failed.' 'Clinton|PERSON|Clinton'
}
@test "letters: who is written to and who signs, though the name be a word" {
	T='Dawn,\nI got the papers today and sent them on.\nThanks,\nMark\n'
	has "$T" 'Dawn|PERSON|Dawn'
	has "$T" 'Mark|PERSON|Mark'
	has 'We had a good time at the lake, all of us, and we came back late.\nI will call you soon.\nThanks\nKK\n' 'KK|PERSON|KK'
	has 'We had a good time at the lake. Thanks Don.\n' 'Don|PERSON|Don'
	hasnt 'The prices rose again this week.\nMark\nThe shops were empty.\n' 'Mark|PERSON'
}
@test "what the lists know well is that, whatever the tagger takes it for" {
	has 'He keeps his money inside of Berkshire Hathaway where it grows.' 'Berkshire Hathaway|ORG|Berkshire Hathaway'
	has 'Assad Sarwar, 25, High Wycombe' 'High Wycombe|GPE|High Wycombe'
	has 'The main force urging Sunni groups to vote.' 'Sunni|NORP|Sunni'
	has 'Dozens of Sri Lankan troops have died.' 'Sri Lankan|NORP|Sri Lankan'
}
@test "organisations in small letters, where the writer has no capitals" {
	has 'i want it b/c of the taco bell dog. i do.' 'taco bell|ORG|taco bell'
	hasnt 'i think it is the best buy there is. i do.' 'best buy'
}
@test "Greek: ministries, countries and centres are no persons" {
	T='Το Κέντρο Ελέγχου ανακοίνωσε μέτρα, είπε στη Σαουδική Αραβία ο υπουργός Οικονομικών Πέτρος Δεληγιάννης. Ο Δεληγιάννης έφυγε.'
	has "$T" 'Πέτρος Δεληγιάννης|PERSON|Πέτρος Δεληγιάννης'
	has "$T" 'Πέτρος Δεληγιάννης|PERSON|Δεληγιάννης'
	has "$T" 'Saudi Arabia|GPE|Σαουδική Αραβία'
	[ "$(names "$T" | grep -c PERSON)" = 2 ]
}
