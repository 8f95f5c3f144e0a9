#!/usr/bin/env bats
# What deboil -j tells of a page besides its text.

load common
setup() {
	in_tmp
	cd "$PAGES" || return 1
}

field() { sed 's/.*"'"$1"'": "\([^"]*\)".*/\1/'; }

@test "plain text: the date line is dropped, the date is kept" {
	! deboil minister.txt | grep -q 'Updated 12 June'
	[ "$(deboil -j minister.txt | field date)" = 2023-06-12T18:05 ]
	[ "$(deboil -j north-coast.txt | field date)" = 2024-03-15T07:12 ]
	[ "$(deboil -j harbour-courier.txt | field author)" = "Tilda Marsh" ]
}
@test "plain text gives its date to entities" {
	deboil -j minister.txt | entities | grep -q $'^2023-06-12\tDATE\tMonday$'
	! deboil minister.txt | entities | grep -q $'^2023-06-12\tDATE\tMonday$'
}
@test "HTML: title, date, author, site, url and language" {
	[ "$(deboil -j orchard.html | field title)" = "Old orchard saved by its neighbours" ]
	[ "$(deboil -j orchard.html | field site)" = "The Vale Reporter" ]
	[ "$(deboil -j orchard.html | field author)" = "Hamish Orr" ]
	[ "$(deboil -j orchard.html | field url)" = "https://vale.example/orchard" ]
	[ "$(deboil -j orchard.html | field lang)" = en ]
}
@test "JSON Lines: what the object says itself stays" {
	{ printf '{"id":"1","date":"2001","text":"'; sed 's/"/\\"/g; s/$/\\n/' minister.txt | tr -d '\n'; printf '"}\n'; } >"$BATS_TEST_TMPDIR/x"
	deboil -j "$BATS_TEST_TMPDIR/x" | grep -o '"date"' | wc -l | grep -qx 1
	deboil -j "$BATS_TEST_TMPDIR/x" | grep -q '"date":"2001"'
}
@test "a page in several pieces keeps the date of its first" {
	{ cat minister.txt; for i in $(seq 1500); do printf 'The minister, who has held the office since the spring, went on to speak of number %d, which she said was the most important of all, until the hall was empty.\n\n' "$i"; done; } >"$BATS_TEST_TMPDIR/long"
	[ "$(deboil -j "$BATS_TEST_TMPDIR/long" | field date)" = 2023-06-12T18:05 ]
}
