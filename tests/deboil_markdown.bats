#!/usr/bin/env bats
# Pages in Markdown, as readers for machines give them.

load common
setup() {
	in_tmp
	cat >page <<-'X'
	[Skip to content](#main)

	[![Logo](https://strait.example/logo.png)](https://strait.example/)

	*   [Home](https://strait.example/)
	*   [News](/news "All the news")

	# [Pier lift](https://strait.example/pier) out of order for a third summer

	By [Oda Fjell](https://strait.example/oda) · 11 June 2024

	![The lift, seen from the ferry](https://strait.example/lift.jpg)

	The lift on the old pier at [Port Ansel](https://strait.example/ansel_(town)) will stand still for a third summer, the harbour board said on _Tuesday_, as two parts that were ordered in March **have not come**.

	> “We have 112 steps and no lift,” said Ruben Aalto ![](/x.png), who rents out boats below the pier \[the old one\]. “My mother is *84*. She has not seen the boats since 2021.”

	## The steps

	Of 2 * 56 steps, file_name_one says, nine are broken [sic], and the board said it would mend them [before the winter](https://strait.example/steps) and carry luggage down free of charge from Friday.

	### Read also

	*   [Night ferry sails again](https://strait.example/1)
	*   [**Mussels** late this year](https://strait.example/2)

	© 2024 The Strait Herald. [Terms](https://strait.example/terms)
	X
}

@test "links are their words; marks and pictures go; what is links alone is no text" {
	cat >want <<-'X'
	Pier lift out of order for a third summer
	The lift on the old pier at Port Ansel will stand still for a third summer, the harbour board said on Tuesday, as two parts that were ordered in March have not come.
	“We have 112 steps and no lift,” said Ruben Aalto , who rents out boats below the pier [the old one]. “My mother is 84. She has not seen the boats since 2021.”
	The steps
	Of 2 * 56 steps, file_name_one says, nine are broken [sic], and the board said it would mend them before the winter and carry luggage down free of charge from Friday.
	X
	deboil page | diff want -
	[ "$(deboil -v page | grep -c 'Read also\|Night ferry\|Mussels late')" -eq 3 ]
}
@test "pictures are captions" {
	deboil --mark page | grep -qx $'0\tcaption\tThe lift, seen from the ferry'
	deboil --captions page | grep -qx 'The lift, seen from the ferry'
}
@test "the source map leads every kept byte back to the page" {
	deboil -j page >x
	python3 - <<-'X'
	import json
	found = json.load(open("x"))
	page, text = open("page", "rb").read(), found["text"].encode()
	at = found["source"] + [[len(text), 0]]
	for (start, source), (end, _) in zip(at, at[1:]):
	    assert page[source:source + end - start].split() == text[start:end].split(), text[start:end]
	assert found["author"] == "Oda Fjell" and found["date"] == "2024-06-11"
	X
}
@test "a text with a bracket here and there is no Markdown; --no-repair leaves all" {
	sed 's|^Jana Vesela|The minister [see her page](https://trade.example/vesela), *not* for long|' "$PAGES/minister.txt" >text
	deboil text | grep -qF 'The minister [see her page](https://trade.example/vesela), *not* for long'
	deboil --no-repair page | grep -qF '[Port Ansel](https://strait.example/ansel_(town))'
}
@test "brackets, stars and parentheses without end are passed over in linear time" {
	links='[a](/b) [c](/d) [e](/f) '
	for x in '[' '[a](' '![' '[![a](/b)](' '*' '_a' '\' '](/'; do
		{ echo "$links"; head -c 200000 < <(yes "$x" | tr -d '\n'); echo; } >hostile
		(ulimit -t 20; deboil hostile >/dev/null)
	done
}
