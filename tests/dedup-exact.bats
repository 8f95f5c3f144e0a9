#!/usr/bin/env bats
# dedup of whole lines: the fast way gives what the slow way gives, and hostile
# input costs neither time nor memory.

load common
setup() {
	in_tmp
	N=1000000
	[ "${BUILD:-build}" = build ] || N=100000
}

# Its own number is a record's group when it is new; labels go the slow way.
slow() { dedup --groups "$@" | awk -F'\t' '!s[$1]++' | cut -f2-; }

@test "lines of all lengths, cut anywhere between reads" {
	awk 'BEGIN { srand(3); for (i = 0; i < 3000; i++) { n = int(rand() * rand() * 900); s = int(rand() * 900) ":"; for (k = 0; k < n; k++) s = s "x"; print s } }' >a
	slow a >want
	dedup a | cmp - want
	dedup <a | cmp - want
	for k in 1 7 4096; do dd bs=$k if=a 2>/dev/null | dedup | cmp - want; done
	cat a a | dedup -v >dropped
	cat want dropped | sort >1
	cat a a | sort | cmp - 1
}
@test "no end of the last line, empty lines, NUL-ended records" {
	printf 'a\n\nb\n\na' >x
	[ "$(dedup x | od -An -c | tr -d ' \n')" = 'a\n\nb\n' ]
	printf 'a\nb\0a\nb\0c' >z
	[ "$(dedup -0 z | od -An -c | tr -d ' \n')" = 'a\nb\0c\0' ]
}
@test "form feeds and operands part documents" {
	printf 'a\nb\n\f\nb\nc\n\f\na\nd\n' >x
	[ "$(dedup x | od -An -c | tr -d ' \n')" = 'a\nb\n\f\nc\n\f\nd\n' ]
	printf 'a\n' >1; printf 'e\n' >2
	[ "$(dedup x 1 2 | tail -n 2 | od -An -c | tr -d ' \n')" = '\f\ne\n' ]
}
@test "bytes that no encoding explains, among lines that are well" {
	{ seq 100; printf 'caf\xc3\xa9\n'; seq 90 110; printf 'bad\xff\n'; seq 100 120; printf 'caf\xe9\n'; } >x
	dedup x >got 2>err
	[ "$(grep -c 'caf' got)" -ge 1 ]
	[ "$(grep -cx '[0-9]*' got)" -eq 120 ]
	grep -q 'no encoding explains' err || ! grep -q . err
	slow x 2>/dev/null | cmp - got
	iconv -f utf-8 -t utf-8 got >/dev/null
}
@test "a line longer than any buffer, twice" {
	head -c 3000000 /dev/zero | tr '\0' x >l
	{ cat l; echo; echo short; cat l; echo; echo short; echo end; } >x
	[ "$(dedup x | wc -c)" -eq 3000011 ]
	[ "$(dedup -v x | wc -c)" -eq 3000007 ]
}
@test "--keys=64 gives the same; both grow through many sizes of table" {
	awk -v n=$N 'BEGIN { for (i = 0; i < n; i++) print int(i * 7919 % (n * .7)) }' >x
	awk '!s[$0]++' x | cksum >want
	dedup x | cksum | cmp - want
	dedup --keys=64 x | cksum | cmp - want
	slow x | cksum | cmp - want
}
@test "--keys=64 is a setting of --seen's file" {
	echo a | dedup --keys=64 --seen=s
	run --separate-stderr dedup --seen=s /dev/null
	[ "$status" -eq 2 ]
	[ -z "$(echo a | dedup --keys=64 --seen=s)" ]
}
@test "equal lines, empty lines, two lines in turn" {
	yes same | head -n $N >x; [ "$(timeout 10 dedup x)" = same ]
	yes '' | head -n $N >x; [ "$(timeout 10 dedup x | wc -c)" -eq 1 ]
	yes "$(printf 'a\nb')" | head -n $N >x; [ "$(timeout 10 dedup x | tr -d '\n')" = ab ]
}
@test "zeros, counters and multiples of what a hash multiplies by" {
	perl -e 'for (1..200000) { print pack("Q<2", 0xa0761d6478bd642f * ($_ % 2), $_) =~ s/\n/x/gr, "\n" }' >x
	LC_ALL=C perl -ne 'print unless $s{$_}++' x | wc -l >want
	timeout 10 dedup -f ISO-8859-1 x | wc -l | cmp - want
	awk -v n=$((N / 10)) 'BEGIN { for (i = 0; i < n; i++) { printf "%c%c", 0, 0; print i } }' >x
	timeout 10 dedup x | cmp - x
}
@test "memory: at most 40 bytes a line, 20 with --keys=64, above a fixed part" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	[ -r /proc/self/status ] || skip "no /proc"
	mkfifo in
	for o in 128:40 64:20; do
		dedup --keys="${o%:*}" --line-buffered <in >out &
		exec 7>in
		seq 3000000 >&7
		while [ "$(tail -n 1 out)" != 3000000 ]; do sleep .1; done
		kb=$(awk '$1 == "VmHWM:" { print $2 }' /proc/$!/status)
		exec 7>&-
		wait
		echo "$o: $kb KB"
		[ "$kb" -le $((3000000 * ${o#*:} / 1024 + 6000)) ]
	done
}
@test "output is there before the input ends" {
	mkfifo in out
	dedup --line-buffered <in >out &
	exec 7>in 8<out
	printf 'a\na\nb\n' >&7
	read -r -t 5 one <&8; read -r -t 5 two <&8
	[ "$one$two" = ab ]
	exec 7>&-
	wait
}
