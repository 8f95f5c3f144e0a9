#!/usr/bin/env bats
# dedup's options: what is compared, what is printed, what goes together.

load common
setup() {
	in_tmp
	printf '%s\n' a b a c b a >six
}

@test "exact: first of each, in order" { [ "$(dedup six | tr '\n' ' ')" = 'a b c ' ]; }
@test "-v is the complement" { [ "$(dedup -v six | tr '\n' ' ')" = 'a b a ' ]; }
@test "-c, -d, -u as uniq would on sorted input" {
	sort six | uniq -c | awk '{ print $1 "\t" $2 }' >want
	dedup -c six | diff want -
	[ "$(dedup -d six | tr '\n' ' ')" = 'a b ' ]
	[ "$(dedup -u six)" = c ]
	[ "$(dedup -cd six | tr '\n' ' ')" = $'3\ta 2\tb ' ]
	[ "$(dedup -d -v six | tr '\n' ' ')" = 'a c b a ' ]
}
@test "-c, --groups in JSON are fields" {
	printf '{"text":"%s"}\n' x y x >j
	[ "$(dedup -j -c j | head -n 1)" = '{"text":"x", "count": 2}' ]
	[ "$(dedup -j --groups j | tail -n 1)" = '{"text":"x", "group": 1}' ]
}
@test "-i folds letters of every script" {
	[ "$(printf '%s\n' Éa éA eA ПТИЦА птица | dedup -i | wc -l)" -eq 3 ]
}
@test "--fold: blanks, marks, dashes, bullets and references" {
	printf '%s\n' '“Tom &amp; Ann” – 1' '•  "tom & ann" -&nbsp;1' '- «Tom & Ann»  — 1' '* "Tom &#38; Ann" − 1' >f
	[ "$(dedup --fold f | wc -l)" -eq 1 ]
}
@test "--fold: a sign is no bullet" {
	[ "$(printf '%s\n' '-5 is cold' '5 is cold' '- 5 is cold' | dedup --fold | wc -l)" -eq 2 ]
}
@test "-f, -s and -w as uniq" {
	printf '%s\n' '1 x alpha' '2 x alpha' ' 3  y alpha' '4 x alps' '' >u
	[ "${BUILD:-build}" = build ] || sed -i '1d;4d' u
	while IFS= read -r a; do
		while IFS= read -r b; do
			for o in '-f 1' '-f 2' '-f 2 -s 1' '-f 1 -w 5' '-s 1' '-s 2 -w 3' '-w 2' '-f 9'; do
				[ "$(printf '%s\n' "$a" "$b" | dedup $o)" = "$(printf '%s\n' "$a" "$b" | uniq $o)" ] || { echo "$o|$a|$b"; return 1; }
			done
		done <u
	done <u
}
@test "-s and -w count characters, not bytes" {
	[ "$(printf 'éa1\nèa2\n' | dedup -s 1 -w 1 | wc -l)" -eq 1 ]
}
@test "-f with a name is still the charset" { printf 'caf\351\n' | dedup -f ISO-8859-1 | grep -qx café; }
@test "-k: a column of lines, a field of objects" {
	printf '1\tx\n2\tx\n3\ty\n' | dedup -k 2 | cut -f1 | tr '\n' ' ' | grep -qx '1 3 '
	printf '{"t":"x","n":1}\n{"t":"x","n":2}\n' | dedup -j -k t | grep -c . | grep -qx 1
	run --separate-stderr dedup -k title six; [ "$status" -eq 2 ]
	[ "${stderr_lines[0]}" = "dedup: -k: 'title' is no column number, and the records are no JSON objects (-j)" ]
}
@test "-0: records hold line feeds" {
	[ "$(printf 'a\nb\0c\0a\nb\0' | dedup -0 | tr '\0\n' '|;')" = 'a;b|c|' ]
}
@test "-l: names of the documents worth keeping" {
	cp six one; cp six two; printf 'other\n' >three
	[ "$(dedup -l one two three | tr '\n' ' ')" = 'one three ' ]
	[ "$(dedup -l -v one two three)" = two ]
	[ "$(dedup -l --mark one two three | tail -n 2 | tr '\n' ' ')" = $'exact\t1\ttwo new\t3\tthree ' ]
	[ "$(dedup -0 -l one two three | tr '\0' '|')" = 'one|three|' ]
}
@test "--near -l: the same story from two papers" {
	cd "$PAGES"; [ "$(dedup --near -l ./*.txt | grep -c 'harbour\|north')" -eq 1 ]
}
@test "-D: documents come out whole, form feeds between" {
	printf 'a\nb\n' >one; printf 'a\nb' >two; printf 'a\nc\n' >three
	dedup -D one one three >x; printf 'a\nb\n\f\na\nc\n' | cmp x -
	dedup -D x | cmp x -
}
@test "--keep=longest, --keep=newest: one of each group, in order" {
	for i in 1 2 3; do
		printf '{"id":"%d","date":"202%d-0%d-01","text":"' $i $((4 - (i - 2) * (i - 2))) $i
		for k in $(seq $((200 + 10 * i))); do printf 'word%d ' "$k"; done; printf '"}\n'
	done >docs
	[ "$(dedup -j --near docs | grep -o '"id":"."')" = '"id":"1"' ]
	[ "$(dedup -j --near --keep=longest docs | grep -o '"id":"."')" = '"id":"3"' ]
	[ "$(dedup -j --near --keep=newest docs | grep -o '"id":"."')" = '"id":"2"' ]
	[ "$(dedup -j --near --keep=newest -v docs | grep -o '"id":"."' | tr '\n' ' ')" = '"id":"1" "id":"3" ' ]
	[ "$(dedup -j --near --keep=newest --groups docs | grep -c '"group": 2}$')" -eq 3 ]
}
@test "-v and what is printed are the whole input" {
	for o in '' --near -i -d -u; do
		cat "$PAGES"/*.txt "$PAGES"/*.txt | grep . >all
		{ dedup $o all; dedup $o -v all; } | sort | cmp - <(sort all)
	done
}
@test "options that do not go together are refused" {
	for o in '-c --mark' '-c -v' '-d -u' --keep=newest --frozen '--memory 1M' '--join --signatures' '--signatures -c' '-j -w 3' '-l -s 2'; do
		run --separate-stderr dedup $o six; [ "$status" -eq 2 ] && [ -z "$output" ] || { echo "$o"; return 1; }
	done
}
