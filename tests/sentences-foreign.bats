#!/usr/bin/env bats
# sentences without -L: text of other languages is told where it matters.

load common

@test "no heading ends inside of a sentence that is not English" {
	splits <<-'E'
	Řekl to včera večer novinářům starosta Petr Novák z Brna.| Nic víc.
	Det sade kommunalrådet i går kväll när Dagens Nyheter frågade.| Inget mer.
	Powiedział to wczoraj burmistrz miasta Jan Nowak w radiu.| Nic więcej.
	Das sagte gestern im Radio die Bürgermeisterin mit großem Nachdruck.| Mehr nicht.
	Lo anunció ayer por la tarde el alcalde José Ruiz en el diario.| Nada más.
	Asiasta kertoi eilen illalla kaupunginjohtaja Jussi Korhonen lehdelle.| Ei muuta.
	Dat zei gisteren op de radio burgemeester Piet Jansen van Norby.| Niets meer.
	Bunu dün akşam gazetecilere belediye başkanı Ali Yılmaz söyledi.| Başka yok.
	E
}
@test "ordinals and abbreviations of the language that was read" {
	splits <<-'E'
	Er ist am 5. Mai nach Köln gekommen und blieb.| Dann ging er.
	Das war bzw. Bremen ist es noch und wird es auch bleiben.| Es regnet.
	Er wohnt mit der Frau in der Goethestr. 5 und sie auch.| Es regnet.
	Nie ma go, mieszka przy ul. Długiej.| Jest późno.
	Bydlí v ul. Dlouhé a je tam sám.| Je pozdě.
	Zákon platí od 1. ledna, což je pozdě.| Je to tak.
	Le train de Lyon part à 14 h. 30 avec du retard.| Il est tard.
	Il est dans la rue avec vous, selon l'art. 5 de la loi.| Il est tard.
	Lo dice la ley en el s. XIX, que es vieja.| Es tarde.
	Он живёт на ул. Ленина, это далеко.| Уже поздно.
	यह डॉ. शर्मा का घर है।| ए. पी. जे. कलाम आए।
	E
}
@test "the language stays until another is read" {
	printf 'Das ist nicht der Mann, den wir mit ihr und auch mit ihm gesehen haben.\nBERLIN, 5. Juli (AP).\n' | sentences | tail -n 1 | grep -qx 'BERLIN, 5. Juli (AP).'
	printf 'It was the last of them and they said so to us.\nHe lives at No. 5. He is old.\n' | sentences | tail -n 1 | grep -qx 'He is old.'
}
@test "marks that close in German, French and Spanish" {
	splits <<-'E'
	Er sagte: »Ja.«| Er ging.| ›Nein.‹| Sie blieb.
	Sie fragte: „Warum?“| Er schwieg.| ‚Ja.‘| Er ging.
	Er sagte: «Ja.»| Er ging.
	Il a dit : « Oui. »| Elle est partie.
	Dijo: «Sí.»| Él se fue.
	E
	splits -L de <<-'E'
	Er sagte: »Ja.«| Er ging nach Hause.| ›Nein.‹| Sie blieb.
	E
}
@test "ASCII marks between wide characters" {
	splits <<-'E'
	他说真的吗?!|我们走吧!|你好吗?|我很好。
	“走吧!”他说。|斯蒂芬?米勒来了。
	すごい!!|また行きたい!|行こう。
	「準備はできている。」と語った。|「本当？」と聞いた。|とても寒い。
	E
}
@test "each language of -L: an article before the abbreviation" {
	splits -L fr <<-'E'
	Selon l'art. 5 de la loi.| Il est tard.
	E
	splits -L it <<-'E'
	Secondo l'art. 5 della legge.| È tardi.
	E
}
@test "each language of -L: months, courts, ranks and streets by their short forms" {
	splits -L it <<-'E'
	Il 3 gen. 2021 la sez. civ. decise, cfr. tab. 4 e artt. 5 ss. del cod. civ. vigente.| Mons. Alberti tace.
	E
	splits -L pt <<-'E'
	Em 12 de dez. de 2020 o gen. Matos e a Exma. Sra. Lopes foram à pça. Camões.| Era tarde.
	E
	splits -L ro <<-'E'
	Vezi cap. 4 și bd. Unirii nr. 3, bl. 2, ap. 11.| Sf. Maria este mâine.
	E
	splits -L tr <<-'E'
	Arş. Gör. Ela Demir ve Org. Kaya geldi.| Hz. Ali'den söz etti.
	E
	splits -L nl <<-'E'
	Daarna ging zij naar huis.| 's Avonds regende het in m.i. Het Gooi.| ’t Was laat.
	E
	splits <<-'E'
	She ran the Acme Corp. 's Newton unit for years.| It was big.
	E
	splits -L pl <<-'E'
	Do abp. Nowaka i kard. Wójcika pisał ppłk Lis z woj. Śląskiego.| Jest późno.
	E
	splits -L es <<-'E'
	El 4 de ene. de 2020 el sgto. Ruiz y la Excma. Sra. Gil vieron el dpto. Comercial.| Es tarde.
	E
	splits -L el <<-'E'
	Στις 5 Ιαν. 2020 ο υφυπ. Λάμπρου είδε τον Άγ. Νικόλαο.| Είναι αργά.
	E
	splits -L sv <<-'E'
	Enl. Karlsson kom löjtn. Berg den 3 okt. 2020 till S:t Larsgatan.| Det var sent.
	E
}
@test "a language is told by whole characters, wherever the look ends" {
	for n in $(seq 240 260) $(seq 500 516) $(seq 1020 1028); do
		printf '%*s' "$n" '' | tr ' ' x >in
		printf '“ und “' >>in
		run -0 sentences in
		[ "$output" = "$(cat in)" ]
	done
}
