#!/usr/bin/env bats
# What deboil reads: charsets of HTML pages, WARC files.

load common

# A page whose text has letters of the charset in it: page DECLARATION TEXT
page() {
	printf '<html><head>%s<title>x</title></head><body><h1>%s</h1><p>%s, %s, %s, %s, %s.</p></body></html>\n' "$1" "$2" "$2" "$2" "$2" "$2" "$2"
}
# record TYPE URI CONTENT-TYPE <block
record() {
	cat >block
	printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n' "$1" "$2" "$3" "$(wc -c <block)"
	cat block
	printf '\r\n\r\n'
}
ok() { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html%s\r\n\r\n' "$1"; }
story() { printf '<p>The keeper of the lighthouse at %s said on Monday that he had lit it by hand for 52 years, and that nobody had thanked him.</p>' "$1"; }

@test "charsets: meta charset, http-equiv, XML declaration, single bytes" {
	t="Смотритель маяка ушёл на пенсию в восемьдесят один год"
	page '<meta charset=koi8-r>' "$t" | iconv -t KOI8-R >a.html
	page '<meta http-equiv=content-type content="text/html; charset=windows-1251">' "$t" | iconv -t CP1251 >b.html
	{ echo '<?xml version="1.0" encoding="iso-8859-5"?>'; page '' "$t"; } | iconv -t ISO-8859-5 >c.html
	for f in a b c; do [ "$(deboil $f.html | head -n 1)" = "$t" ]; done
}
@test "charsets: Chinese, Japanese, Korean, and the names that mean more than they say" {
	zh="灯塔看守人八十一岁退休，他亲手点灯五十二年，没有人感谢过他"
	ja="灯台守は八十一歳で引退した。五十二年間、自分の手で火をともした"
	ko="등대지기는 여든한 살에 은퇴했다 그는 쉰두 해 동안 불을 켰다"
	page '<meta charset="gb2312">' "$zh" | iconv -t GB18030 >a.html
	page '<meta charset="shift_jis">' "$ja①" | iconv -t CP932 >b.html
	page '<meta charset="iso-2022-jp">' "$ja" | iconv -t ISO-2022-JP >c.html
	page '<meta charset="euc-kr">' "$ko" | iconv -t CP949 >d.html
	deboil --lenient a.html | grep -q "$zh"
	deboil --lenient b.html | grep -q "$ja①"
	deboil --lenient c.html | grep -q "$ja"
	deboil --lenient d.html | grep -q "$ko"
}
@test "charsets: latin-1 means windows-1252, what a comment or script says counts for nothing" {
	t="“Café Zoë” costs 3 € — the owner says it is the stairs, not the rent"
	page '<!-- <meta charset=koi8-r> --><script>"<meta charset=koi8-r>"</script><meta charset=iso-8859-1>' "$t" | iconv -t CP1252 >a.html
	[ "$(deboil a.html | head -n 1)" = "$t" ]
	deboil "$PAGES/bakery.html" | grep -q '^”Jag har stigit upp .* – minst.”$'
}
@test "charsets: a byte-order mark first, then UTF-8 that is valid, then what is declared" {
	t="Café Zoë is closed because of the stairs, says its owner"
	{ printf '\377\376'; page '<meta charset=koi8-r>' "$t" | iconv -t UTF-16LE; } >a.html
	page '<meta charset=koi8-r>' "$t" >b.html
	page '<meta charset=no-such-charset>' "$t" | iconv -t CP1252 >c.html
	for f in a b c; do [ "$(deboil $f.html | head -n 1)" = "$t" ]; done
	# one byte that is wrong does not make a page of UTF-8 something else
	{ for i in $(seq 30); do page '<meta charset=koi8-r>' "$t"; done; printf '<!-- \377 -->'; } >d.html
	deboil d.html 2>/dev/null | grep -q "$t"
}
@test "WARC: pages by their address, chunks undone, other records passed over" {
	run --separate-stderr deboil -H "$PAGES/crawl.warc"
	[ "$status" -eq 0 ] && [ -z "$stderr" ]
	echo "$output" | cut -f1 | sort -u >ids
	printf 'https://strait.example/2024/05/night-ferry\nhttps://strait.example/mayak\n' | diff ids -
	echo "$output" | grep -q "Смотритель маяка"
	[ "$(deboil --input=warc -j <"$PAGES/crawl.warc" | cut -d, -f1 | head -n 1)" = '{"id": "https://strait.example/2024/05/night-ferry"' ]
	[ "$(deboil -j "$PAGES/crawl.warc" | head -n 1 | sed 's/.*"text"//')" = "$(deboil -j "$PAGES/ferry.html" | sed 's/.*"text"//')" ]
}
@test "WARC: one byte at a time, the same bytes" {
	[ "$(dd if="$PAGES/crawl.warc" bs=1 2>/dev/null | deboil -j --input=warc | cksum)" = "$(deboil -j "$PAGES/crawl.warc" | cksum)" ]
}
@test "WARC: broken records are reported by their place and passed over, exit 1" {
	{ { ok ''; story Grey; } | record response http://a/ application/http
	  printf 'not a record\r\nnor this\r\n'
	  { ok ''; story Black; } | record response http://b/ application/http
	  printf 'WARC/1.0\r\nWARC-Type: response\r\n\r\n'
	  { ok ''; story White; } | record response http://c/ application/http
	  { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n'; story Red; } | record response http://d/ application/http
	  { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>Some t\r\nxyz\r\n'; } | record response http://e/ application/http
	  printf 'no header' | record response http://f/ application/http
	  { ok ''; story Blue; } | record response http://g/ application/http
	  printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1000\r\n\r\nshort'
	} >x.warc
	run --separate-stderr deboil -H x.warc
	[ "$status" -eq 1 ]
	echo "$output" | cut -f1 | tr '\n' ' ' | grep -qx 'http://a/ http://b/ http://c/ http://g/ '
	echo "$stderr" | sed 's/:[0-9]*:/:N:/' >err
	diff err - <<-'EOF'
		deboil: x.warc:N: not a WARC record: looking for the next
		deboil: x.warc:N: record without a Content-Length
		deboil: x.warc:N: compressed page (Content-Encoding)
		deboil: x.warc:N: broken transfer chunks
		deboil: x.warc:N: HTTP header without an end
		deboil: x.warc:N: record cut short
	EOF
	at=$(echo "$stderr" | sed -n '1s/.*warc:\([0-9]*\):.*/\1/p')
	[ "$(tail -c +$((at + 1)) x.warc | head -c 12)" = "not a record" ]
}
@test "WARC: chunks that the crawler undid or cut, resource records, old addresses" {
	{ { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'; story Grey; } | record response '<http://a/>' application/http
	  { printf 'HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\nffff\r\n'; story Black; } | record response http://b/ application/http
	  story White | record resource http://c/ text/html
	  story Red | record revisit http://d/ text/html
	} >x.warc
	run --separate-stderr deboil -H x.warc
	[ "$status" -eq 0 ] && [ -z "$stderr" ]
	[ "$(echo "$output" | cut -f1 | tr '\n' ' ')" = 'http://a/ http://b/ http://c/ ' ]
}
@test "WARC: plain text, as Common Crawl keeps it (WET), of any length" {
	{ printf 'x: y\r\n' | record warcinfo http://z/ application/warc-fields
	  record conversion http://a/ text/plain <"$PAGES/harbour-courier.txt"
	  { for _ in 1 2 3 4 5 6; do cat "$PAGES/letter.txt"; head -c 60000 /dev/zero | tr '\0' 'x'; echo; done; } | record conversion http://b/ text/plain
	  record resource http://c/ 'text/plain; charset=windows-1252' <"$PAGES/cafe.txt"
	} >x.wet
	deboil -j x.wet >x
	[ "$(sed 's/^{"id": "\([^"]*\)".*/\1/' x)" = $'http://a/\nhttp://b/\nhttp://c/' ]
	{ deboil "$PAGES/harbour-courier.txt"; } >apart
	deboil -H x.wet | sed -n 's,^http://a/\t,,p' | cmp - apart
	deboil -H x.wet | grep -q $'^http://c/\tThe Café Central in Malmö'
	[ "$(dd if=x.wet bs=1 2>/dev/null | deboil -j --input=warc | cksum)" = "$(cksum <x)" ]
}
@test "WARC: -f is the charset of its pages" {
	{ ok ''; story 'Серый мыс'; } | iconv -t KOI8-R | record response http://a/ application/http >x.warc
	deboil --input=warc -f KOI8-R x.warc | grep -q 'Серый мыс'
	run --separate-stderr deboil --input=warc -f no-such-charset x.warc
	[ "$status" -eq 2 ]
}
@test "WARC: a page that is too long is cut, the next one comes, memory is bounded" {
	{ { ok ''; story Grey; head -c 40000000 /dev/zero | tr '\0' ' '; } | record response http://a/ application/http
	  { ok ''; story Black; } | record response http://b/ application/http
	} >x.warc
	run --separate-stderr deboil -H x.warc
	[ "$status" -eq 1 ]
	[ "$(echo "$output" | cut -f1 | tr '\n' ' ')" = 'http://a/ http://b/ ' ]
	[[ "$stderr" == "deboil: x.warc:0: page too long: the rest is left out" ]]
}
@test "memory is bounded: a page without a line end, of lines alone, of references, of tags" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	many() { yes "$1" | tr -d '\n' | head -c 20000000; }
	{ yes x | head -c 100000000 | tr '\n' x; } >line
	many '&lt' >refs; many '<p>a' >blocks; many '<b>a</b>' >tags
	{ printf '<pre>'; yes a | head -c 20000000; } >pre
	{ printf '<p>'; yes 'The mayor said on Monday that the wall would be built and paid for.' | head -c 100000000; } >prose
	run --separate-stderr bash -c 'ulimit -v 100000; deboil --input=text line'; [ "$status" -eq 0 ]
	run --separate-stderr bash -c 'ulimit -v 100000; deboil --input=html line'
	[ "$status" -eq 1 ]; [ "$stderr" = "deboil: line:1: page longer than 6 MiB: the rest is left out" ]
	for f in refs blocks tags pre; do
		run --separate-stderr bash -c "ulimit -v 100000; deboil -j --input=html $f"
		[ "$status" -eq 1 ]; [[ "$stderr" == *"deboil: $f"*"the rest is left out"* ]]
		echo "$stderr" | grep -o '6 MiB\|too many .*:' | tail -n 1 >>limits
	done
	printf 'too many %s:\n' 'pieces of text' lines 'pieces of text' lines | diff limits -
	(ulimit -v 100000; deboil -j --input=text prose) | tail -c 20 | grep -q '\]}$'
}
@test "-j in pieces: the same text, every byte of it from the page" {
	for i in $(seq 6000); do printf 'The mayor of Easthaven said on Monday that wall number %d would be built before the winter comes, and that it would cost two million.\n\n' "$i"; done >long
	deboil long | grep -v '^$' >text
	deboil -j long | sed 's/.*"text": "\([^"]*\)".*/\1/; s/\\n/\n/g' | diff -q text -
	[ "$(deboil -j long | sentences -j | tail -n 1 | sed 's/.*"source_start": \([0-9]*\).*/\1/')" = "$(grep -bF "$(tail -n 1 text)" long | cut -d: -f1)" ]
}
@test "a million of anything, in linear time" {
	N=1000000 LIMIT=20
	[ "${BUILD:-build}" = build ] || { N=100000 LIMIT=60; }
	many() { yes "$1" | tr -d '\n' | head -c "$((N * ${#1}))"; }
	for unit in '<div>' 'a=b ' '<!-- ' '<a b="'; do
		{ printf '<p '; many "$unit"; many "<$unit"; } >x
		timeout "$LIMIT" deboil -j --input=html x >/dev/null 2>&1 || [ "$?" -eq 1 ]
	done
	N=$((N / 10))
	for open in '' '<p ' '<!--' '<script>' '<script><!--<script>' '<title>' '<textarea>' '<svg>' '<table><tr><td>' '<script type=application/ld+json>'; do
		for unit in '<div>' 'a=b ' '<!-- ' '</p>' '<a b="' '&notin' '</scr' '[{"author":' '<svg><title>'; do
			{ printf '%s' "$open"; many "$unit"; } >x
			timeout "$LIMIT" deboil -j --input=html x >/dev/null 2>&1 || [ "$?" -eq 1 ]
		done
	done
}
@test "a text that begins with pictures alone stays a text, a page that does is one" {
	printf '<img src="x">\nHome\nThe mayor said on Monday that the wall would be built by the end of the year.\n' >p
	[ "$(deboil --no-repair --mark p | wc -l)" = 3 ]
	printf '<img src="x">\n<p>The mayor said on Monday that the wall would be built by May.</p>\n' >p
	[ "$(deboil p)" = "The mayor said on Monday that the wall would be built by May." ]
}
