#!/usr/bin/env bats
# sentences -L: languages beside those of sentences-foreign.bats, and codes.

load common

# Lines LANG TAB document, "|" where a sentence ends. Without -L where LANG is -.
each() {
	while IFS='	' read -r lang line; do
		[ "$lang" = - ] && set -- || set -- -L "$lang"
		printf '%s\n' "$line" | splits "$@" || { echo "$lang"; return 1; }
	done
}

@test "Danish, Norwegian, Icelandic: ordinals, titles, streets" {
	each <<-'E'
	da	Mødet holdes den 5. maj kl. 14.30 i Kbh. Ø, jf. bilag nr. 3.| Her kommer dr. Lund og prof. Holm.
	da	Det koster ca. 4 mio. kr.| Det er dyrt.| Broen åbner d. 12. September, siger J. P. Friis.
	da	Direktør, cand.jur. Mette Krogh bor i Skt. Pauls Gade 3, 2. th.| Hun er fhv. minister.
	nb	Avtalen gjelder fra 1. januar, jf. kap. 4 og pkt. 7.| Den er bl.a. Oslos største.
	nb	Adv. Kari Moe og dr. Nils Lie møttes kl. 10 i St. Olavs gate 5.| Så gikk de.
	nb	Det ble 3. plass for A. Berg, ca. 4 sek. bak vinneren.| Hun smilte.
	no	Kong Harald 5. Marius Borg kom den 17. mai.| Ingen visste det.
	nn	Ho kom 2. juledag saman med dr. Aasen.| Då var det seint.
	is	Fundurinn er 5. maí nk. kl. 14 í Sæmundargötu 2, sbr. 3. gr. laganna.| Þá var þar m.a. Jón.
	is	Dr. Anna Jónsdóttir og sr. Páll komu t.d. 17. júní.| Þau fóru kl. 10.
	is	Bankinn hf. Íslands tapaði 4 millj. kr.| Það er mikið.
	E
}
@test "Hungarian: dates, ranks, companies, streets" {
	each <<-'E'
	hu	A 2020. 05. 12-én tartott ülésen dr. Kovács Péter és ifj. Szabó Anna beszélt.| Este volt.
	hu	Az 1848. március 15-én írt levél a Petőfi u. 5. szám alatt van.| Nem látta senki.
	hu	A Minta Kft. Budapesten, a Fő u. 3. alatt, kb. 40 embert vett fel.| Ez sok.
	hu	A 3. Béla király korából, ill. Kr. e. 50. körül maradt, ld. a 4. fejezetet.| De mi az?
	hu	Nagy alezr. és özv. Tóth Lászlóné szept. 3-án jött.| A többiek nem.
	-	A miniszter azt mondta, hogy a döntés nem végleges, és ezt dr. Kovács Péter is így látja.| Az ülés végén a Minta Kft. Győrből is szólt.
	E
}
@test "Ukrainian, Bulgarian, Serbian in Cyrillic letters" {
	each <<-'E'
	uk	У 2019 р. парламент ухвалив закон № 5, див. ст. 3 і п. 7.| Він діє.
	uk	Проф. Іван Левченко живе на вул. Садовій у м. Києві.| Йому 60 років.
	uk	Це коштує 5 млн. грн.| Ціна росте.| Знижка до 100 грн. або більше.| Акад. О. П. Гнатюк мовчить.| Чому?
	bg	На 5 май 2020 г. парламентът прие закона, вж. чл. 3, ал. 2.| Той е добър.
	uk	Президент В. О. Гнатюк народився 1950 р.| Батько співав, грав і т. д.| Потім пішов.
	bg	Проф. Иван Петров и инж. Стоянова живеят на ул. Шипка в гр. Варна.| Там е топло.
	bg	Струва 5 млн. лв.| Това е скъпо.| Ген. П. Колев мълчи.
	sr	Седница је 5. маја у ул. Кнеза Милоша бр. 3, каже проф. Јован Илић.| То је све.
	sr	Dr. Petrović stanuje u ul. Kneza Miloša od 3. aprila.| To je sve.
	E
}
@test "without -L Cyrillic letters tell Ukrainian, Bulgarian and Serbian" {
	each <<-'E'
	-	Повербанки від 499 грн. в наявності, а стаття в журн. «Наука» вийшла.| Їх купують.
	-	На 5 май 2020 г. парламентът прие закона, вж. чл. 3.| Той е добър.
	-	Седница је 5. маја у ул. Кнеза Милоша бр. 3.| То је све.
	-	Он живёт на ул. Ленина, это 5 км.| Объект далеко.
	E
}
@test "Croatian, Bosnian, Slovak, Slovene: ordinals, titles, firms" {
	each <<-'E'
	hr	Sjednica je 5. svibnja 2020. godine u ul. Ivana Gundulića, kaže prof. Horvat.| To je sve.
	hr	Tvrtka Most d.o.o. Zagreb, tj. gđa Marić, platila je cca 3 mil. kn.| Nitko ne zna zašto.
	hr	Sv. Vlaho, bl. Alojzije i fra Grgo.| Tu su i dr. A. Babić i dipl. ing. Kovač.
	bs	Dana 12. Maja je došao mr. Hadžić.| On je tu.
	sk	Schôdza je 5. mája na ul. Dlhej č. 3, povedal prof. Novák.| To je všetko.
	sk	Firma Most s.r.o. Bratislava zaplatila cca 3 mil. eur podľa § 5 ods. 2 zákona.| Nikto nevie prečo.
	sk	Prišli Ing. Ján Kováč, PhDr. Eva Malá a gen. Šimko, napr. z Nám. SNP.| A čo teraz?
	sl	Seja bo 5. maja 2020 na Slovenski c. 3, pravi prof. Novak.| To je vse.
	sl	Podjetje Most d.o.o. Ljubljana je po 3. členu, tj. Zakonu, plačalo pribl. 3 mio. evrov.| Nihče ne ve zakaj.
	sl	Sv. Jurij, dr. A. Kos in ga. Zupan.| Kje so?
	E
}
@test "Lithuanian, Latvian, Estonian: years, days, streets" {
	each <<-'E'
	lt	Posėdis vyks 2020 m. gegužės 5 d. Vilniuje, Gedimino pr. 3, sako prof. Jonaitis.| Tai viskas.
	lt	Kaina siekia 5 mln. Eur, t. y. 3 tūkst. daugiau nei pernai.| Kodėl?
	lt	Dr. A. Kazlauskas gyvena Laisvės al. 5, žr. 3 psl. ir kt.| Jis tyli.
	lv	Sēde notiks 2020. gada 5. maijā Brīvības ielā 3, saka prof. Bērziņš.| Tas ir viss.
	lv	Cena ir 5 milj. eiro, t. i., par 3. daļu vairāk, sk. 7. lpp. beigās.| Kāpēc tā?
	lv	Dr. J. Kalniņš un Sv. Pētera baznīca.| Viņš klusē.
	et	Koosolek on 5. mail 2020. aastal Pärnu mnt. 5, ütleb prof. Tamm.| See on kõik.
	et	Hind on 5 milj. eurot, s.t. 3. koht, vt. lk. 7 jne.| Miks?
	et	Dr. J. Saar ja hr. Kask tulid 24. veebruaril.| Nad vaikivad.
	E
}
@test "Catalan, Indonesian, Malay, Vietnamese: titles, streets, centuries" {
	each <<-'E'
	ca	El Sr. Pere Vila i la Dra. Anna Puig viuen a l'av. Diagonal, núm. 5.| Avui no hi són.
	ca	Al s. XIX, segons l'art. 5 i la pàg. 7, valia 3 pts.| Era car.
	ca	El 4 de febr. de 2020 va venir Mn. Serra.| El van veure.
	id	Rapat di Jl. Sudirman No. 5 dihadiri Dr. H. Ahmad Yani, M.Si. dan Ir. Sukarno.| Ia diam.
	id	PT Maju Tbk. untung Rp5 juta, lih. hlm. 7, dll.| Mengapa?
	id	Menurut Brigjen. Pol. Budi, K.H. Hasan dan Hj. Siti ikut.| Mereka pulang.
	ms	En. Ali dan Pn. Aminah tinggal di Jln. Ampang.| Mereka gembira.
	vi	GS. Nguyễn Văn An và ThS. Trần Bình đến TP. Huế ngày 5.3.2020.| Ông im lặng.
	vi	Anh sống ở Q. Tân Bình, TP. Thủ Đức.| Tôi không biết vì sao.
	vi	Giá là 5 tr. đồng, v.v. và hơn nữa.| Ai mua?
	E
}
@test "Roman numbers are ordinals where a stop makes one" {
	each <<-'E'
	de	Der XXIII. Parteitag und Ludwig XIV. Bourbon.| Das war es.
	sk	Prišiel pápež Ján XXIII. Roncalli.| To bolo v 19. storočí.
	hu	A XIX. Kerületi Bíróság szerint ez IV. Béla műve.| Ez nem igaz.
	it	Fu Luigi XIV.| Roma lo sapeva.
	E
}
@test "where the script tells, or what most languages share, is enough" {
	each <<-'E'
	fa	او دیروز آمد.| چرا رفت؟| کسی نمی‌داند.
	ur	وہ کل آیا۔| کیا وہ گیا؟| کوئی نہیں جانتا۔
	he	הוא בא אתמול.| למה הלך?| ד. כהן אינו יודע.
	ko	그는 2020. 5. 3. 서울에 왔다.| 왜 갔을까?| 아무도 모른다.
	ko	그가 준 것.| 아무도 모른다.
	th	ดร. สมชาย มาเมื่อ พ.ศ. 2563 ไม่มีใครรู้
	th	เขามาเมื่อวาน ไม่มีใครรู้
	km	គាត់មកម្សិលមិញ។| ហេតុអ្វី?
	mr	ते डॉ. जोशी आहेत.| ते आले.
	bn	ড. রহমান এসেছেন।| কেন?
	hy	Նա եկավ։| Ոչ ոք չգիտի։
	hy	Նա եկավ երեկ:| Ոչ ոք չգիտի: ինչու:
	hi	वह कल आया।|क्यों गया?| पता नहीं।
	am	ትናንት መጣ።|የት ሄደ፧|አይታወቅም።
	af	Prof. Botha en dr. Nel bly in Langstraat 5.| Hulle is tuis.
	cy	Daeth Dr. Huw Parry ddoe.| Ble mae ef?
	E
}
@test "each code of ISO 639 is a language, with or without a region" {
	for code in pt-BR de_AT zh-Hant DE ger deu eng en-GB fil sw mk ku-Arab uk_UA.UTF-8 ca@valencia haw; do
		printf 'A b. C d.\n' >in
		sentences -L "$code" in >/dev/null
		quotes -L "$code" in
	done
	printf 'Er kam am 5. Mai.\n' | sentences -L de_AT | grep -qx 'Er kam am 5. Mai.'
	printf 'Er kam am 5. Mai.\n' | sentences -L deu | grep -qx 'Er kam am 5. Mai.'
	printf '„Wir stimmen ab“, sagte Ana Lopez.\n' | quotes -L de-CH -o speaker | grep -qx 'Ana Lopez'
	printf '„Hun er her,“ sagði Jón Pálsson.\n' | quotes -L is -o kind | grep -qx direct
}
@test "what is no code is refused, and the message says what to give" {
	echo x >in
	for code in english xx x d de/AT abcd 'de AT' qqq; do
		for tool in sentences quotes; do
			run --separate-stderr $tool -L "$code" in
			[ "$status" -eq 2 ]
			[[ "$stderr" = "$tool: -L: '$code' is no language: give its code of ISO 639, such as de or pt-BR"* ]]
			[ -z "$output" ]
		done
	done
}
