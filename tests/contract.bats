#!/usr/bin/env bats
# The checklist over all five tools: what the contract promises of each.

load common

TOOLS="deboil sentences entities quotes dedup"

setup() {
	in_tmp
	{
		printf 'The mayor of Easthaven, Odile Bremner, said on Monday that the wall would cost $2.5 million.\n'
		printf '"We will build it before the winter comes," Bremner told reporters at City Hall.\n'
		printf 'Councillor Piet Arundel said that the money should go to higher ground instead of the sea.\n'
		printf 'The council voted for the plan on Wednesday, and work could begin in May of this year.\n'
	} >a
	cp a b
}

each() { for t in $TOOLS; do "$@" || { echo "failed: $t"; return 1; }; done; }

@test "a missing operand in the middle: reported, the rest done, exit 1" {
	one() { run --separate-stderr $t a nope b; [ "$status" -eq 1 ] &&
		[ "$stderr" = "$t: nope: No such file or directory" ] && [ -n "$output" ]; }
	each one
}
@test "a directory: reported, the rest done, exit 1" {
	mkdir d; one() { run --separate-stderr $t a d b; [ "$status" -eq 1 ] && [ "$stderr" = "$t: d: Is a directory" ] && [ -n "$output" ]; }
	each one
}
@test "-o with a field that is none: the fields there are" {
	run quotes -o speaker,foo,quote a; [ "$status" -eq 2 ]
	[ "${lines[0]}" = "quotes: -o: no field 'foo': there are id start end spans kind quote speaker mention mention_start mention_end title cue cue_start cue_end confidence source_start source_end" ]
	run entities -o mention a; [ "${lines[0]#*no field \'mention\': there are *text}" != "${lines[0]}" ]
	run sentences -o "$(yes n | head -40 | paste -sd,)" a; [ "${lines[0]}" = "sentences: -o: too many fields" ]
}
@test "a list or a share that is none: what there is" {
	run quotes --kind=direct,direkt a; [ "$status" -eq 2 ]; [ "${lines[0]}" = "quotes: --kind: no 'direkt': there are direct mixed indirect" ]
	run quotes --kind= a; [ "$status" -eq 2 ]
	run quotes --kind=direct, a; [ "$status" -eq 2 ]
	for p in '' x . 0. 1.001 2 -1 0,9 ' 1' 0.9x; do
		run entities --min-confidence="$p" a; [ "$status" -eq 2 ]; [ "${lines[0]}" = "entities: --min-confidence: '$p' is no number from 0 to 1" ]
	done
	printf 'Ana Lopez met Zorblat in Zug.\n' >n
	[ "$(entities --min-confidence=0 n)" = "$(entities n)" ]
	entities -o confidence n | sort >c; [ "$(wc -l <c)" -gt 1 ]
	[ "$(head -1 c)" != "$(tail -1 c)" ]
	[ "$(entities --min-confidence="$(tail -1 c)" -o confidence n | sort -u)" = "$(tail -1 c)" ]
	[ "$(entities --min-confidence="$(head -1 c)" n)" = "$(entities n)" ]
}
@test "compressed files and PDF: what to do is said, the rest done, exit 1" {
	gzip -c a >z; printf '%%PDF-1.4\nx\n' >p; printf 'PK' >k
	one() { run --separate-stderr $t z b; [ "$status" -eq 1 ] && [ "$stderr" = "$t: z: compressed by gzip: put zcat before" ] && [ -n "$output" ]; }
	each one
	run --separate-stderr dedup p k; [ "$status" -eq 1 ]; [ "$output" = PK ]
	[ "$stderr" = "dedup: p: a PDF file: put pdftotext before" ]
	run --separate-stderr dedup - <z; [ "$status" -eq 1 ]; [ -z "$output" ]
	[ -n "$(dedup -f ISO-8859-1 z 2>&1)" ]
}
@test "HTML where text is wanted: what to do is said, and it is read as text" {
	printf '<!DOCTYPE html>\n<p>It rained.</p>\n' >h
	for t in sentences entities quotes; do
		run --separate-stderr $t h b
		[ "$status" -eq 0 ] && [ "$stderr" = "$t: h: HTML: its tags are read as text: put deboil before" ]
	done
	sentences h 2>/dev/null | grep -qF '<p>It rained.</p>'
	for t in deboil dedup; do [ -z "$($t h 2>&1 >/dev/null)" ]; done
}
@test "a file that may not be read, or fails while it is read: reported, the rest done, exit 1" {
	chmod 711 . ; printf x >secret; chmod 000 secret
	one() { run --separate-stderr $as $t a secret b; [ "$status" -eq 1 ] && [ "$stderr" = "$t: secret: Permission denied" ] && [ -n "$output" ]; }
	as=; [ "$(id -u)" -ne 0 ] || as="setpriv --reuid=65534 --clear-groups"
	if $as test -r a && $as test -x "$(command -v deboil)"; then each one; fi
	if [ -r /proc/self/mem ]; then
		one() { run --separate-stderr $t a /proc/self/mem b; [ "$status" -eq 1 ] && [ "$stderr" = "$t: /proc/self/mem: Input/output error" ] && [ -n "$output" ]; }
		each one
	fi
}
@test "- is standard input, -- ends the options" {
	cp a ./-x; one() { [ "$($t - <a)" = "$($t a)" ] && [ "$($t -- -x)" = "$($t a)" ]; }
	each one
}
@test "empty input: nothing, exit 0" {
	one() { run --separate-stderr $t </dev/null; [ "$status" -eq 0 ] && [ -z "$output$stderr" ]; }
	each one
}
@test "no final newline and CRLF change nothing" {
	printf '%s' "$(cat a)" >c; sed 's/$/\r/' a >d
	one() { [ "$($t c)" = "$($t a)" ] && [ "$($t d | tr -d '\r')" = "$($t a)" ]; }
	each one
}
@test "a byte-order mark is not text" {
	{ printf '\357\273\277'; cat a; } >c; one() { [ "$($t c)" = "$($t a)" ]; }
	each one
}
@test "UTF-16 with a mark is read" {
	{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE a; } >c; one() { [ "$($t c)" = "$($t a)" ]; }
	each one
}
@test "NUL bytes pass" {
	{ cat a; printf 'x\0y\n'; } >c; one() { run $t c; [ "$status" -eq 0 ]; }
	each one
}
@test "windows-1252 is recognised, -f reads any charset" {
	printf 'The caf\351 was closed on Monday, said its owner Odile Bremner, who has run it for years.\n' >c
	[ "$(dedup c)" = "The café was closed on Monday, said its owner Odile Bremner, who has run it for years." ]
	printf '\320\324\311\303\301 pela\n' | dedup -f KOI8-R | grep -q 'птица'
	run dedup -f no-such-charset a; [ "$status" -eq 2 ]
}
@test "bytes that no encoding explains are replaced and counted" {
	printf 'caf\303\251 \377\376 x\n' >c
	run --separate-stderr dedup c; [ "$status" -eq 0 ]
	[ "$stderr" = "dedup: c: 2 bytes that no encoding explains, replaced by U+FFFD" ]
	dedup c 2>/dev/null | iconv -f UTF-8 -t UTF-8 >/dev/null
}
@test "a full disk is fatal: message, exit 2" {
	one() { run sh -c "$t a b >/dev/full"; [ "$status" -eq 2 ] && [ "$output" = "$t: standard output: No space left on device" ]; }
	each one
}
@test "--help and --version to a full disk are fatal too" {
	one() { run sh -c "$t --help >/dev/full"; [ "$status" -eq 2 ] && { run sh -c "$t --version >/dev/full"; [ "$status" -eq 2 ]; }; }
	each one
}
@test "closed standard output is fatal" {
	one() { run sh -c "$t a >&-"; [ "$status" -eq 2 ]; }
	each one
}
@test "the reader goes away: silent, 141, also with SIGPIPE ignored" {
	for i in $(seq 3000); do sed "s/^\(\"*\)/\1$i /" a; printf '\f\n'; done >big
	one() { run bash -c "$t <big 2>err | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}; cat err"; [ "$output" = 141 ] &&
		run bash -c "trap '' PIPE; $t <big 2>err | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}; cat err"; [ "$output" = 141 ]; }
	each one
}
@test "an unknown option: named, the nearest one, usage, exit 2, nothing on stdout" {
	one() { run --separate-stderr $t --jsom; [ "$status" -eq 2 ] && [ -z "$output" ] &&
		[[ "$stderr" == "$t: unknown option '--jsom': did you mean '--json'?"* ]] && [[ "$stderr" == *"usage: $t "* ]]; }
	each one
	run --separate-stderr dedup --keys; [ "$status" -eq 2 ]
}
@test "--help: usage and an example first, at most 24 lines of 80 columns" {
	one() { run $t --help; [ "$status" -eq 0 ] && [[ "${lines[0]}" == "usage: $t "* ]] && [ "$($t --help | wc -l)" -le 24 ] &&
		[ "$($t --help | awk 'length > 80' | wc -l)" -eq 0 ]; }
	each one
}
@test "--version is one line" {
	one() { [[ "$($t --version)" == "$t (copydesk) "[0-9]* ]]; }
	each one
}
@test "--help and the man page know the same options" {
	for t in $TOOLS; do
		$t --help | sed -n '/^$/,$p' | grep -o -- '--[a-z][a-z-]*' | sort -u >help
		grep -o '^\.It .*Fl Fl [a-z-]*' "$ROOT/man/$t.1" | sed 's/.*Fl Fl /--/' | sort -u >page
		diff help page
	done
}
@test "completions are those that make completion makes of --help" {
	(cd "$ROOT" && sh common/gen/completion.sh "${BUILD:-build}" "$BATS_TEST_TMPDIR")
	for f in copydesk.bash _copydesk copydesk.fish; do diff "$ROOT/tools/completion/$f" $f; done
}
@test "bash completes options, their values and files" {
	. "$ROOT/tools/completion/copydesk.bash"
	_copydesk deboil --no-r deboil; [ "${COMPREPLY[*]}" = --no-repair ]
	COMP_WORDS=(deboil --input = ht) COMP_CWORD=3; _copydesk deboil ht =; [ "${COMPREPLY[*]}" = html ]
	_copydesk sentences "" --newline; [ "${COMPREPLY[*]}" = "auto break space" ]
	_copydesk quotes a quotes; [ "${COMPREPLY[*]}" = a ]
}
@test "the SYNOPSIS is the usage line" {
	for t in $TOOLS; do
		$t --not-an-option 2>&1 | sed -n 's/^usage: //p' | tr -d ' \n' >usage
		mandoc -Tascii -O width=500 "$ROOT/man/$t.1" | sed 's,.\x08,,g' | sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' | tr -d ' \n' >synopsis
		diff usage synopsis
	done
}
@test "any locale, the same bytes" {
	one() { [ "$(LC_ALL=C $t a | cksum)" = "$(LC_ALL=C.UTF-8 $t a | cksum)" ]; }
	each one
}
@test "one byte at a time, the same bytes" {
	cat a "$PAGES"/*.txt >c
	one() { [ "$(dd if=c bs=1 2>/dev/null | $t 2>/dev/null | cksum)" = "$($t <c 2>/dev/null | cksum)" ]; }
	each one
}
@test "file or standard input, the same bytes" {
	one() { [ "$($t a)" = "$($t <a)" ] && [ "$($t a)" = "$(cat a | $t)" ]; }
	each one
}
@test "JSON: huge integers, duplicate keys, escapes and order survive dedup and deboil" {
	printf '{"n":123456789012345678901234567890,"a":1,"a":2,"text":"caf\\u00e9 \\ud83d\\ude00 \\/ said so","z":[1,{"y":null}], "id":"x"}\n' >c
	dedup -j c | cmp - c
	deboil -j c | grep -q '^{"n":123456789012345678901234567890,"a":1,"a":2,"text":"'
	deboil -j c | grep -q '"z":\[1,{"y":null}\], "id":"x", "source": \['
}
@test "JSON: malformed lines are named by file and line, dropped, the rest done, exit 1" {
	{ echo '{"id":"1","text":"Odile Bremner said on Monday that it works well."}'; echo '{"id":'; echo '{"id":"2"}'; echo '{"id":"3","text":"Piet Arundel said on Monday that it works too."}'; } >c
	for t in deboil sentences entities quotes dedup; do
		run --separate-stderr $t -j c; [ "$status" -eq 1 ]
		[ "${stderr_lines[0]}" = "$t: c:2: a value is missing or malformed" ]
		[ "${stderr_lines[1]}" = "$t: c:3: no string field 'text': see -k" ]
	done
	[ "$(dedup -j c 2>/dev/null | wc -l)" -eq 2 ]
}
@test "JSON: nesting has a limit, not a stack" {
	{ printf '{"text":"x","a":'; head -c 100000 /dev/zero | tr '\0' '['; echo; echo '{"text":"y"}'; } >c
	run --separate-stderr dedup -j c; [ "$status" -eq 1 ]; [ "$output" = '{"text":"y"}' ]
}
@test "JSON: lone surrogates become U+FFFD" {
	printf '{"id":"1","text":"He said \\ud800 on Monday."}\n' | sentences -j | grep -q $'He said \xef\xbf\xbd on Monday'
}
@test "-k names another field" {
	echo '{"id":"1","body":"Odile Bremner said so. Piet Arundel agreed."}' >c
	[ "$(sentences -k body c | wc -l)" -eq 2 ]
}
@test "documents: form feed, banner, NUL and operands part them" {
	for t in sentences dedup; do
		[ "$(printf 'One is here.\n\f\nTwo is here.\n' | $t)" = $'One is here.\n\f\nTwo is here.' ]
		[ "$($t a b | grep -c $'\f')" -eq "$([ $t = dedup ] && echo 0 || echo 1)" ]
	done
	tail -n +1 a b | sentences -H | cut -f1 | uniq | tr '\n' ' ' | grep -qx 'a b '
	[ "$(printf 'One.\0Two.\0' | sentences -0 | tr '\0\n' '|;')" = 'One.;|Two.;|' ]
	[ "$(printf 'x said.\n\f\ny said.\n' | sentences -H | cut -f1 | tail -n 1)" = '(standard input):2' ]
}
@test "documents: state never crosses them" {
	printf 'Odile Bremner spoke.\n\f\nBremner said that it was late.\n' | quotes | cut -f1 | grep -qx Bremner
	printf 'Odile Bremner spoke.\nBremner said that it was late.\n' | quotes | cut -f1 | grep -qx 'Odile Bremner'
}
@test "TSV escapes backslashes" {
	printf '"A b \\ c is what we need to have here," Odile Bremner said.\n' | quotes | cut -f3 | grep -qx 'A b \\\\ c is what we need to have here,'
}
@test "--with in columns: at the right, empty where the document has none" {
	printf '%s\n' '{"id":"1","date":"2024-01-02","n":3,"x":null,"text":"It rained.\nHe left."}' '{"text":"No.","date":"a\tb"}' >d
	[ "$(sentences --newline=break --with=date,n,x --header d)" = $'SENTENCE\tDATE\tDOC_N\tX\nIt rained.\t2024-01-02\t3\t\nHe left.\t2024-01-02\t3\t\nNo.\ta\\tb\t\t' ]
	printf '%s\n' '{"title":"Late","text":"\"No,\" said Mayor Ana Lopez."}' >d
	quotes -j --with=title d | grep -q '"title": "Mayor".*, "doc_title": "Late"}$'
	[ "$(quotes -o speaker --with=title --header d)" = $'SPEAKER\tDOC_TITLE\nAna Lopez\tLate' ]
	[ "$(sentences -o id --with=date -b a | head -1)" = $'a\t0\t'"$(sentences -o end a | head -1)"$'\t' ]
}
@test "-o, -b, --header and --with" {
	[ "$(printf 'Odile Bremner spoke.\n' | entities -o type,name)" = $'PERSON\tOdile Bremner' ]
	[ "$(printf 'Odile Bremner spoke.\n' | entities -b | cut -f4,5)" = $'0\t13' ]
	[ "$(printf 'Odile Bremner spoke.\n' | entities --header | head -n 1)" = $'NAME\tTYPE\tMENTION' ]
	echo '{"id":"1","date":"2024-01-02","text":"It rained."}' | sentences -j --with date | grep -q '"date": "2024-01-02"}'
	run entities -o nonsense a; [ "$status" -eq 2 ]
}
@test "--annotate gives the document back with what was found" {
	echo '{"id":"1","n":1e400,"text":"Odile Bremner spoke."}' | entities --annotate | grep -q '^{"id":"1","n":1e400,"text":"Odile Bremner spoke.", "entities": \[{"start": 0, "end": 13'
}
@test "source offsets lead back to the page" {
	deboil -j "$PAGES/minister.txt" | sentences -j >s
	while IFS= read -r l; do
		from=$(printf %s "$l" | sed 's/.*"source_start": \([0-9]*\).*/\1/'); to=$(printf %s "$l" | sed 's/.*"source_end": \([0-9]*\).*/\1/')
		text=$(printf %s "$l" | sed 's/.*, "text": "\(.*\)", "source_start.*/\1/; s/\\"/"/g')
		[ "$(tail -c +$((from + 1)) "$PAGES/minister.txt" | head -c $((to - from)))" = "$text" ]
	done <s
}
@test "--line-buffered: a record leaves before the input ends" {
	mkfifo p; (printf 'One is here, and it is a rather long sentence that goes on for more than one hundred and twenty bytes, as it must do here. Two follows it. And three.\n'; sleep 2) >p &
	read -r -t 1 line < <(sentences --line-buffered <p); [[ "$line" == "One is here"* ]]; wait
}
@test "--progress tells on standard error only" {
	one() { run --separate-stderr $t --progress a; [ "$status" -eq 0 ] && [[ "$stderr" == "$t: "*"MB"* ]] && [ "$output" = "$($t a)" ]; }
	each one
}
@test "a 100 MB line is handled" {
	head -c 100000000 /dev/zero | tr '\0' x >l; echo >>l
	for t in $TOOLS; do run -0 bash -c "$t l | wc -c"; done
	dedup l | cmp - l
}
@test "memory stays bounded on 200 MB" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	for i in $(seq 2000); do cat a; echo; done >m; for i in $(seq 300); do cat m; done >big
	for t in deboil sentences entities quotes; do (ulimit -v 200000; head -c 50000000 big | $t >/dev/null); done
}
