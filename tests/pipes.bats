#!/usr/bin/env bats
# The pipelines people type.

load common
setup() {
	in_tmp
	cd "$PAGES" || return 1
}

@test "cat | deboil | quotes: who said what, by full name" {
	cat *.txt | deboil | quotes >"$BATS_TEST_TMPDIR/q"
	grep -q $'^Odile Bremner\tdirect\tThe wall will be finished before the storms come back.\ttold$' "$BATS_TEST_TMPDIR/q"
	grep -q $'^Jana Vesela\tdirect\tAsk me in Lisbon.\treplied$' "$BATS_TEST_TMPDIR/q"
}
@test "an interrupted quotation is one record" {
	deboil harbour-courier.txt | quotes | grep -q 'I have lived here for 61 years, and the sea has always won'
}
@test "the same story from two papers is kept once" {
	[ "$(deboil -j harbour-courier.txt north-coast.txt minister.txt | dedup -j --near | wc -l)" -eq 2 ]
}
@test "sentences of two papers: the common ones fold" {
	all=$(deboil harbour-courier.txt north-coast.txt | sentences | wc -l)
	once=$(deboil harbour-courier.txt north-coast.txt | sentences | dedup --near | wc -l)
	[ "$once" -lt "$all" ]
}
@test "HTML gives its date to entities" {
	deboil -j orchard.html | entities | grep -q $'^2023-09-29\tDATE\tFriday$'
}
@test "no page furniture in the text of a page" {
	! deboil *.txt *.html | grep -iq 'cookie\|newsletter\|subscribe\|whatsapp\|all rights reserved'
}
