#!/usr/bin/env bats
# What deboil sees from all of a page: stretches of text far from the article.

load common

# In a language that the training pages do not have.
rules_page() {
	printf '%s\n' Főoldal Hírek Sport Kultúra 'A város új hidat épít a folyón' \
		'2024. március 12.' \
		'A városi tanács szerdán este úgy döntött, hogy új hidat épít a folyó fölött, hét évvel azután, hogy a régit lezárták a teherautók elől.' \
		'A polgármester szerint a munka májusban kezdődik, és négymillió fontba kerül.' \
		'A híd két sávos lesz, és gyalogosok is járhatnak rajta.'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
		printf '%s\n' "Rovat $i" Képek Videók "Cikkek $i"
	done
	printf '%s\n' 'A fórum használója vállalja, hogy nem ír mások ellen, és nem sérti meg azokat, akik másként gondolkodnak, mint ő maga.' \
		'Aki ezt nem tartja be, annak a hozzászólását a szerkesztők törlik, és az ilyen embert a fórumból egy hétre kizárják.' \
		'A kizárt olvasó levélben kérheti, hogy újra írhasson, ha belátja, hogy miben hibázott, és ezt a levelében le is írja.' \
		Bezár Profilom Üzenetek
}

# Nothing on it says "comment" or "reply".
thread_page() {
	printf '%s\n' Home News Sport Weather 'Council votes for a new bridge' '12 March 2024' \
		'The council of Calder voted on Wednesday night to build a new bridge over the river, seven years after the old one was closed to lorries.' \
		'The mayor, Ana Brook, said the work would begin in May and cost four million pounds.' \
		'The bridge will have two lanes and a path for those who walk.'
	for i in 1 2 3 4 5 6; do
		printf '%s\n' "Item $i" Pictures Video
	done
	for name in wren7 mossy old_ferryman tilda_m; do
		printf '%s\n' "$name" '14 March 2024 9:15' \
			'I have lived beside that river for thirty years and I can tell you that nobody here ever asked for a bridge, they asked for a ferry.' \
			'Four million! They could mend every road in the town for that and still have money left for the library.' \
			'Up (3)' 'Down (1)'
	done
}

@test "rules of a forum far below the article are none of it, in any language" {
	rules_page >page
	deboil page >x
	[ "$(wc -l <x)" -eq 4 ]
	! grep -q 'fórum' x
}
@test "what readers wrote is told without a word that says so" {
	thread_page >page
	deboil page >x
	grep -q '^The bridge will have two lanes' x
	! grep -q 'beside that river\|Four million!' x
}
@test "--lenient takes back some of what a run lost" {
	thread_page >page
	[ "$(deboil --lenient page | wc -l)" -ge "$(deboil page | wc -l)" ]
	deboil -v --no-repair page | grep -q 'beside that river'
}
