#!/usr/bin/env bats
# dedup --near: what is the same, what is not, and what it costs.

load common
setup() {
	in_tmp
	N=20000
	[ "${BUILD:-build}" = build ] || N=2000
}

same() { [ "$(printf '%s\n' "$@" | dedup --near | wc -l)" -eq 1 ]; }
apart() { [ "$(printf '%s\n' "$@" | dedup --near | wc -l)" -eq $# ]; }

# A story of so many sentences; words and figures follow from its number.
story() { # NUMBER SENTENCES
	awk -v s="$1" -v n="$2" 'BEGIN {
		srand(s); split("harbour council ferry orchard teacher budget bridge storm museum railway farmer mayor reporter engine winter island market school river hospital", w, " ")
		for (i = 0; i < n; i++) { for (k = 0; k < 18; k++) printf "%s%s", k ? " " : "", k == 9 ? int(rand() * 9000) + 100 : w[int(rand() * 20) + 1] substr("aeiou", int(rand() * 5) + 1, 1); print "." } }'
}
json() { awk 'BEGIN { printf "{\"text\":\"" } { gsub(/"/, "\\\""); printf "%s%s", (NR > 1 ? "\\n" : ""), $0 } END { print "\"}" }'; }
one() { [ "$(cat "$@" | dedup -j --near | wc -l)" -eq 1 ]; }
two() { [ "$(cat "$@" | dedup -j --near | wc -l)" -eq 2 ]; }

@test "short: references, quote marks, case, bullets, numbers spelt out" {
	same "The mayor's plan costs \"one million\" dollars." 'The mayor&#39;s plan costs &quot;1 million&quot; dollars' \
		'THE MAYOR&amp;#39;S PLAN COSTS “1 MILLION” DOLLARS.' '•  the mayor’s plan costs one million dollars'
}
@test "short: a small word put in or left out" {
	same 'The council will close the old bridge next month, the mayor said.' 'The council will now close the old bridge next month, the mayor said.'
	same 'The council will close the old bridge next month, the mayor said.' 'The council reportedly will close old bridge next month, the mayor said.'
}
@test "short: letters misread, words run together or torn" {
	same 'The council will close the narrow bridge next month, the mayor said.' 'The eouncil will elose the narrow bridge nextmonth, the ma yor said.'
}
@test "short: another figure, unit or order of figures" {
	apart 'The plan costs 14 million dollars, the mayor said on Monday.' 'The plan costs 15 million dollars, the mayor said on Monday.' \
		'The plan costs 14 billion dollars, the mayor said on Monday.' 'The plan costs 14 dollars, the mayor said on Monday.' \
		'The plan costs million dollars, the mayor said on Monday.'
	apart 'They won 6-4 3-6 7-5 on Sunday in front of the crowd.' 'They won 3-6 6-4 7-5 on Sunday in front of the crowd.'
}
@test "short: another name, a name more or less" {
	apart 'The contract for the ferry went to Larsen of Bergen, officials said.' 'The contract for the ferry went to Okafor of Bergen, officials said.' \
		'The contract for the ferry went to Larsen of Tromso, officials said.'
	apart 'Larsen and Okafor were arrested on Monday near the harbour, police said.' 'Larsen was arrested on Monday near the harbour, police said.'
	apart 'Iran will host the talks on the pipeline in the spring, officials said.' 'Iraq will host the talks on the pipeline in the spring, officials said.'
}
@test "short: two words that look alike are no misread word" {
	apart 'Jim Larsen was arrested near the harbour on Monday, police said.' 'Tim Larsen was arrested near the harbour on Monday, police said.' \
		'Jim Barlsen was arrested near the harbour on Monday, police said.' 'Jim Harlsen was arrested near the harbour on Monday, police said.'
	apart 'She was the best of the evening, the club said on Monday.' 'She was the host of the evening, the club said on Monday.'
	same 'She was the best of the evening, the club said on Monday.' 'She was the bcst of the evening, the club said on Monday.'
}
@test "short: a denial in any language, a word more in a language that is not known" {
	apart 'Der Rat wird die alte Brücke im Mai schließen, sagte der Bürgermeister am Montag.' 'Der Rat wird die alte Brücke im Mai nicht schließen, sagte der Bürgermeister am Montag.'
	apart 'De raad zal de oude brug in mei sluiten, was het antwoord van de burgemeester.' 'De raad zal de oude brug in mei niet sluiten, was het antwoord van de burgemeester.'
	apart 'Совет закроет старый мост в мае, сказал мэр города в понедельник.' 'Совет не закроет старый мост в мае, сказал мэр города в понедельник.'
	apart 'Il consiglio chiuderà il vecchio ponte a maggio, ha detto il sindaco lunedì.' 'Il consiglio chiuderà presto il vecchio ponte a maggio, ha detto il sindaco lunedì.'
	same 'Совет закроет старый мост в мае, сказал мэр города в понедельник.' 'СОВЕТ ЗАКРОЕТ СТАРЫЙ МОСТ В МАЕ — СКАЗАЛ МЭР ГОРОДА В ПОНЕДЕЛЬНИК'
}
@test "short: scripts without blanks: marks make no difference, a figure or a word does" {
	same '市议会将于五月关闭旧桥，市长周一表示。' '市议会将于五月关闭旧桥市长周一表示'
	apart '市议会将于2023年关闭旧桥，市长周一表示。' '市议会将于2024年关闭旧桥，市长周一表示。' '市议会不会于2023年关闭旧桥，市长周一表示。'
	same 'سيغلق المجلس الجسر القديم في مايو، قال رئيس البلدية.' 'سيغلق المجلس الجسر القديم في مايو — قال رئيس البلدية'
	apart 'سيغلق المجلس الجسر القديم في مايو، قال رئيس البلدية.' 'سيغلق المجلس الجسر القديم في يونيو، قال رئيس البلدية.' 'لن يغلق المجلس الجسر القديم في مايو، قال رئيس البلدية.'
}
@test "short: signs are words: percent spelt, C and C++, a plus" {
	same 'Prices rose 5% in the quarter to March, the bank said.' 'Prices rose 5 percent in the quarter to March, the bank said.' 'Prices rose five pct in the quarter to March, the bank said.'
	apart 'The course in C begins next week at the school.' 'The course in C++ begins next week at the school.'
}
@test "short: in capitals alone no name shows, so nothing is left out" {
	apart 'THE CONTRACT FOR THE FERRY WENT TO LARSEN OF BERGEN ON MONDAY.' 'THE CONTRACT FOR THE FERRY WENT TO BERGEN ON MONDAY.'
}
@test "short: denials and opposites" {
	apart 'The council will close the old bridge next month, the mayor said.' 'The council will not close the old bridge next month, the mayor said.'
	apart "The council did close the old bridge last month, the mayor said." "The council didn't close the old bridge last month, the mayor said."
	apart 'Prices of farm land rose again in the north this winter, the bank said.' 'Prices of farm land fell again in the north this winter, the bank said.'
	apart 'Profit was 32 cents a share in the quarter to March, it said.' 'Loss was 32 cents a share in the quarter to March, it said.'
}
@test "short: another wording of a long sentence with the same names" {
	same 'In the days before the visit of Larsen, officials in Bergen had asked whether the two sides could still agree on the ferry that links the islands.' \
		'In the days before the meeting, officials in Bergen had asked whether the towns and the county could still agree on the ferry that links the islands.'
}
@test "short: small changes do not chain" {
	a='The council will close the old narrow wooden bridge by the mill next month, the mayor said.'
	b='The council will close the narrow wooden bridge by the mill next month, the mayor said.'
	c='The council will close the wooden bridge by the mill next month, mayor said.'
	d='The council will close the bridge by the mill month, mayor said.'
	[ "$(printf '%s\n' "$a" "$b" "$c" "$d" | dedup --near --groups | cut -f1 | sort -u | wc -l)" -ge 2 ]
}

@test "long: a cut tail, a dateline, a swapped paragraph, inserted lines" {
	story 1 10 >s
	json <s >a
	head -n 4 s | json >cut; one a cut
	{ echo 'BERGEN, March 3 (Wire) -- '; cat s; } | json >date; one a date
	{ sed -n 6,10p s; sed -n 1,5p s; } | json >swapped; one a swapped
	{ sed 3q s; story 2 2; sed 1,3d s; } | json >inserted; one a inserted
	story 3 10 | json >other; two a other
}
@test "long: narrow columns with hyphens, capitals, misread letters" {
	story 4 10 >s
	json <s >a
	fold -s -w 30 s | sed 's/\([a-z]\{4\}\)\([a-z]\{3\}\) *$/\1-\n\2/' | json >narrow; one a narrow
	tr a-z A-Z <s | json >caps; one a caps
	awk '{ for (i = 1; i <= NF; i++) if (i % 5 == 0) sub(/[aeo]/, "c", $i); print }' s | json >ocr; one a ocr
}
@test "long: one template with other figures" {
	for f in '4.1 312 6,040 27 1.75' '3.9 298 5,910 31 1.68'; do
		# shellcheck disable=SC2086
		printf 'The harbour authority said traffic rose %s percent in the month.\nIt counted %s ships and %s containers, against %s ships a week before.\nThe fee stays at %s dollars a tonne until the council meets.\n' $f | json
	done >x
	two x
}
@test "long: page furniture links nothing once it is known" {
	for k in $(seq 40); do
		{ printf 'Menu\nNews from the harbour and the islands every morning at seven\nWe use cookies to personalise content and to analyse traffic on this site\n'
		  story $((100 + k)) 3
		  printf 'Sign up for our newsletter and never miss a story from the north coast\nAll rights reserved by the company that publishes this newspaper\n'; } | json
	done >x
	[ "$(dedup -j --near x | wc -l)" -ge 38 ]
}
@test "long: a story of which a hundred copies came is no stock text" {
	story 7 8 >s
	for k in $(seq 100); do { cat s; story $((1000 + k)) 1; } | json; done >x
	[ "$(dedup -j --near x | wc -l)" -eq 1 ]
}
@test "long: phrases here and there, in two accounts of one thing" {
	printf 'The council of Bergen said on Monday that it will close the old bridge by the mill in May.\nEngineers found cracks in two of the piers, and the fire service no longer sends its engines over it.\nTraffic will be led past the school until a new bridge is built.\nThe mayor expects that to take a year.\n' | json >a
	printf 'Shopkeepers by the mill fear for their trade in the year until a new bridge is built.\nMany customers come over the old bridge, which the council will close in May after engineers found cracks.\nA petition on Monday asked the mayor for a ferry.\nThe school said that traffic at its gate is a danger.\n' | json >b
	two a b
}
@test "long: every fifth word misread, and half of the story new" {
	story 11 10 | awk '{ for (i = 1; i <= NF; i++) if ((NR * 7 + i) % 5 == 0) sub(/[aeou]/, "c", $i); print }' >s
	{ story 12 8; cat s; } | json >a
	story 11 10 | json >b
	one a b
}
@test "levels: strict wants more, loose less; short facts stay apart at all" {
	story 21 10 >s; story 22 10 >t
	json <s >a
	{ head -n 5 s; head -n 5 t; } | json >b
	[ "$(cat a b | dedup -j --near=normal | wc -l)" -eq 1 ]
	[ "$(cat a b | dedup -j --near=strict | wc -l)" -eq 2 ]
	{ head -n 3 s; head -n 7 t; } | json >c
	[ "$(cat a c | dedup -j --near | wc -l)" -eq 2 ]
	[ "$(cat a c | dedup -j --near=loose | wc -l)" -eq 1 ]
	printf '%s\n' 'The council will close the old bridge next month, the mayor said.' 'The council will quickly close old bridge next month, the mayor said.' >x
	[ "$(dedup --near x | wc -l)" -eq 1 ]; [ "$(dedup --near=strict x | wc -l)" -eq 2 ]
	printf '%s\n' 'The plan costs 14 million dollars, the mayor said.' 'The plan costs 15 million dollars, the mayor said.' 'The plan costs 14 million dollars, the bishop said.' >x
	[ "$(dedup --near=loose x | wc -l)" -eq 3 ]
	run --separate-stderr dedup --near=high x; [ "$status" -eq 2 ]
	[ "${stderr_lines[0]}" = "dedup: --near: 'high' is none of strict|normal|loose" ]
}
@test "levels are settings of --seen's file and of the steps" {
	story 21 10 >s; story 22 10 >t
	{ json <s; { head -n 5 s; head -n 5 t; } | json; } >x
	dedup -j --near=strict --seen=st x >/dev/null
	run --separate-stderr dedup -j --near --seen=st x; [ "$status" -eq 2 ]
	[[ "$stderr" == "dedup: st: was made with 'near,v"*",strict,field=text', this run has 'near,v"*",normal,field=text': left as it is" ]]
	for l in strict normal loose; do
		dedup -j --near=$l --signatures x | sort | dedup --join | sort >groups
		dedup -j --near=$l --apply=groups --groups x | cmp - <(dedup -j --near=$l --groups x)
	done
	dedup -j --near=strict --signatures x | sed 's/strict/stricter/' | sort >sigs
	run --separate-stderr dedup --join sigs; [ "$status" -eq 2 ]; [[ "$stderr" == "dedup: signatures are of "* ]]
}
@test "time grows as the input does: all share one shingle, one story, one line" {
	awk -v n=$N 'BEGIN { srand(1); for (i = 0; i < n; i++) { printf "{\"text\":\"shared pair\\n"; for (k = 0; k < 60; k++) printf "w%d ", rand() * 1e9; print "\"}" } }' >x
	[ "$(timeout 20 dedup -j --near x | wc -l)" -eq $N ]
	story 9 6 | tr '\n' ' ' >s
	awk -v n=$N -v s="$(cat s)" 'BEGIN { for (i = 0; i < n; i++) print "{\"text\":\"" s "\\nnumber " i "\"}" }' >x
	[ "$(timeout 20 dedup -j --near x | wc -l)" -eq 1 ]
	awk -v n=$N 'BEGIN { for (i = 0; i < n; i++) print "the council will close bridge number " i " by the mill next month said the mayor" }' >x
	[ "$(timeout 20 dedup --near x | wc -l)" -eq $N ]
	awk -v n=$((N / 10)) 'BEGIN { for (i = 0; i < n; i++) { for (k = 0; k < 120; k++) printf "%c%c ", 97 + (i * 7 + k * 3) % 13, 97 + (i + k) % 11; print "" } }' >x
	timeout 20 dedup --near x >/dev/null
	head -c 3000000 /dev/urandom | od -An -tx1 -v | tr -d '\n' >x
	timeout 20 dedup --near x >/dev/null
}
@test "memory: at most 100 bytes a record and 6 for each byte, above a fixed part" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	awk 'BEGIN { srand(6); for (i = 0; i < 20000; i++) { printf "{\"text\":\""; for (j = 0; j < 90; j++) printf "w%d ", rand() * 1e9; print "\"}" } }' >long
	awk 'BEGIN { srand(5); for (i = 0; i < 150000; i++) { for (k = 0; k < 12; k++) printf "w%d ", rand() * 1e6; print "" } }' >short
	[ -r /proc/self/status ] || skip "no /proc"
	mkfifo in
	for o in '-j long' ' short'; do
		f=${o#* }; n=$(wc -l <"$f")
		# shellcheck disable=SC2086
		dedup --near ${o% *} --line-buffered <in >out & exec 7>in
		cat "$f" >&7
		for _ in $(seq 300); do [ "$(wc -l <out)" -eq "$n" ] && break; sleep .1; done
		kb=$(awk '$1 == "VmHWM:" { print $2 }' /proc/$!/status)
		exec 7>&-; wait
		echo "$o: $kb KB"
		cmp out "$f"
		[ "$kb" -le $(((n * 100 + $(wc -c <"$f") * 6) / 1024 + 6000)) ]
	done
}
@test "answers do not depend on the run: seeds differ, bytes do not" {
	for k in $(seq 30); do story $((k % 12)) 6 | json; done >x
	dedup -j --near --groups --mark x >1
	for k in 1 2 3; do dedup -j --near --groups --mark x | cmp - 1; done
}
