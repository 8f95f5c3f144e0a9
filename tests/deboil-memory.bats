#!/usr/bin/env bats
# What deboil knows of a page by the earlier pages of a run.

load common

# page NAME TITLE PARAGRAPH...: a page of the Calder Echo
page() {
	name=$1
	shift
	{
		printf '%s\n' 'The Calder Echo' Home News Sport Weather "$1" \
			'By Tilda Marsh' '12 March 2024'
		shift
		printf '%s\n' "$@" 'The Echo is written by nine people in two rooms above the old fish market.' \
			'Your letters are read by all of them on Friday evenings.' \
			Related 'Ferry strike ends' 'More news' 'Privacy policy'
	} >"$name"
}

three_pages() {
	page a 'Council votes for a new bridge' \
		'The council of Calder voted on Wednesday night to build a new bridge over the river, seven years after the old one was closed to lorries.' \
		'The mayor, Ana Brook, said the work would begin in May and cost four million pounds.'
	page b 'Library reopens with a new roof' \
		'Readers came back to the town library on Monday after a year in which its books were kept in the swimming hall.' \
		'"We counted them out and we counted them in," the librarian, Joss Wren, said.'
	page c 'Rovers lose their last match at home' \
		'Calder Rovers lost three to nothing on Saturday in the last match that will be played at the ground in Mill Lane.' \
		'The club moves to a field beside the brewery in August, its chairman said.'
}

@test "what every page of a site repeats is dropped from the second on" {
	three_pages
	deboil --no-memory a b c >alone
	deboil a b c >known
	[ "$(grep -c '^The Echo is written' alone)" = 3 ]
	[ "$(grep -c '^The Echo is written' known)" = 1 ]
	! diff alone known | grep '^[<>]' | grep -v 'Echo is written\|Your letters'
	deboil --mark a b c | grep -q '^0	repeat	The Echo'
}
@test "a story that stands on two pages is kept on both" {
	three_pages
	cp a again
	deboil a >one
	deboil -H a b again | sed -n 's/^again	//p' >two
	cmp one two
}
@test "the same pages give the same bytes, however they come" {
	three_pages
	deboil a b c >x
	deboil - b c <a | cmp - x
	for f in a b c; do cat $f; sleep 0.1; printf '\f\n'; done |
		deboil --input=text >y
	for f in a b c; do cat $f; printf '\f\n'; done | deboil --input=text |
		cmp - y
}
@test "memory stays the same however many pages there are" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	three_pages
	for i in $(seq 3000); do cat a; printf 'page %d\n\f\n' "$i"; done >many
	(ulimit -v 200000; deboil --input=text many >x)
	[ -s x ]
}
