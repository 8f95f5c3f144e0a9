#!/usr/bin/env bats
# --markup: the text with what was found in it, on a terminal and as a page.

load common
setup() {
	in_tmp
	unset NO_COLOR
	ESC=$(printf '\033')
	printf '<script>alert("x")</script> & "We will go," said Odile Bremner of Easthaven.\n' >page
	printf 'Odile\033[31m Bremner said \342\200\256"We will go" \302\233 now\007 \342\201\246on Monday.\r\n' >hostile
}

# The text of the page's articles again: labels off, tags off, references back.
text_of() {
	sed 's|<small>[^<]*</small>||g' | sed -n '/<div dir/,/<\/div>/p' |
		sed 's/.*<div dir="auto">//; s|</div>$||; s/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}

@test "html: hostile markup is text" {
	for t in entities quotes; do
		$t --markup=html page >out
		! grep -q '<script' out
		grep -q '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;' out
	done
}
@test "html: the page loads nothing and says so" {
	quotes --markup=html page >out
	grep -q "default-src 'none'" out
	! grep -qE '(src|href)="?(http|//)|@import|url\(' out
	[ "$(head -n 1 out)" = '<!doctype html>' ]
	[ "$(tail -n 1 out)" = '</html>' ]
}
@test "html: the text of the page is the text, on all test pages" {
	for t in entities quotes; do
		for p in "$PAGES"/*.txt; do
			$t --markup=html "$p" | text_of >got
			iconv -f UTF-8 -t UTF-8 "$p" >want 2>/dev/null || iconv -f WINDOWS-1252 -t UTF-8 "$p" >want
			[ "$(cat got)" = "$(cat want)" ]
		done
	done
}
@test "html: a legend leads to the first find of each key" {
	quotes --markup=html "$PAGES/minister.txt" >out
	grep -o 'href="#[a-z0-9]*"' out | sed 's/href="#//; s/"//' | while read -r id; do
		[ "$(grep -o " id=\"$id\"" out | wc -l)" -eq 1 ]
	done
	grep -q '>Jana Vesela</a> <span>' out
}
@test "control and bidirectional characters are shown, not sent" {
	for form in "--markup --color=never" --markup=html; do
		for t in entities quotes; do
			$t $form hostile >out
			! grep -q "$ESC\|$(printf '\007')\|$(printf '\342\200\256')\|$(printf '\302\233')\|$(printf '\342\201\246')" out
			for c in 001B 202E 009B 0007 2066; do grep -q "\\\\u$c" out; done
			! grep -q "$(printf '\r')\|u000D" out
		done
	done
	# With colour the only escapes are our own.
	quotes --markup --color=always hostile | sed "s/$ESC\[[0-9;]*m//g" >out
	! grep -q "$ESC" out
}
@test "colour: only asked for, or on a terminal without NO_COLOR" {
	! entities --markup page | grep -q "$ESC"
	entities --markup --color=always page | grep -q "$ESC"
	if script -qec true /dev/null >/dev/null 2>&1; then
		TERM=xterm script -qec "entities --markup page" /dev/null | grep -q "$ESC\[0;38;5"
		! TERM=xterm NO_COLOR=1 script -qec "entities --markup page" /dev/null | grep -q "$ESC\[0;38;5"
		! TERM=dumb script -qec "entities --markup page" /dev/null | grep -q "$ESC\[0;38;5"
	fi
}
@test "colour: taken off, the text is left with its labels" {
	entities --markup --color=always page | sed "s/$ESC\[2m|[^$ESC]*//g; s/$ESC\[[0-9;]*m//g" | diff - page
}
@test "brackets: each find with its label" {
	[ "$(entities --markup --types=PERSON page | grep -o '\[[^]]*\]')" = '[Odile Bremner|PERSON]' ]
	quotes --markup "$PAGES/minister.txt" | grep -qF '"[Nobody walked out, and nobody slammed a door,|Jana Vesela]" Vesela said.'
}
@test "--markup goes with no records, and takes html only" {
	for o in -j -b --annotate "-o name"; do run -2 entities --markup $o page; done
	run -2 --separate-stderr quotes --markup=pdf page
	[[ "${stderr_lines[0]}" == "quotes: --markup is alone or --markup=html" ]]
}
@test "documents stay apart" {
	[ "$(entities --markup page page | grep -c "$(printf '^\f$')")" -eq 1 ]
	[ "$(entities --markup=html page page | grep -c '^<article>')" -eq 2 ]
	entities -H --markup page | head -n 1 | grep -qx '==> page <=='
}
