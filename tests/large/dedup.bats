#!/usr/bin/env bats
# dedup at full size: ten million records, a line of a gigabyte. Takes some
# minutes, 4 GB of memory and 4 GB in TMPDIR: make check-large, not make check.

bats_require_minimum_version 1.5.0
setup() {
	PATH="$(cd "$BATS_TEST_DIRNAME/../.." && pwd)/${BUILD:-build}:$PATH"
	cd "$BATS_TEST_TMPDIR"
}

# cost COMMAND...: runs it, sets $seconds (CPU) and $mb (peak memory).
cost() {
	env time -f '%U %S %M' -o cost "$@"
	read -r u s kb <cost
	seconds=$(awk -v u="$u" -v s="$s" 'BEGIN { print u + s }') mb=$((kb / 1024))
	echo "# $(wc -c <in | awk '{ printf "%.0f MB", $1 / 1e6 }'): $*: $seconds s, $mb MB" >&3
}
below() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }

@test "1e7 equal lines: time grows as the input, memory stays" {
	for o in '' -i --near -c --mark --seen=st; do
		yes 'the council will close the old bridge next month' | head -n 1000000 >in
		rm -f st; cost dedup $o in >out; one=$seconds
		for _ in 1 2 3 4 5 6 7 8 9 10; do cat in; done >ten; mv ten in
		rm -f st; cost dedup $o in >out
		below "$seconds" "$(awk -v t="$one" 'BEGIN { print t * 14 + 0.3 }')"
		case $o in
		--mark) [ "$(wc -l <out)" -eq 10000000 ] ;;
		-c) [ "$(cut -f1 out)" = 10000000 ] ;;
		*) [ "$(wc -l <out)" -eq 1 ] ;;
		esac
		[ "$o" = -c ] && [ "$mb" -le 600 ] || [ "$mb" -le 10 ]
	done
}
@test "1e7 empty lines" {
	yes '' | head -n 10000000 >in
	for o in '' --near -v; do
		cost dedup $o in >out
		[ "$mb" -le 10 ]; below "$seconds" 10
		[ "$(wc -l <out)" -eq "$([ "$o" = -v ] && echo 9999999 || echo 1)" ]
	done
}
@test "a line of a gigabyte, twice" {
	yes 'the harbour council met again on the old bridge and the ferry' | tr '\n' ' ' | head -c 1000000000 >line
	{ cat line; echo; echo short; cat line; echo; } >in; rm line
	cost dedup in >out
	[ "$(wc -c <out)" -eq 1000000007 ]; [ "$mb" -le 2200 ]; below "$seconds" 30
	cost dedup --near in >out
	[ "$(wc -c <out)" -eq 1000000007 ]; [ "$mb" -le 4400 ]; below "$seconds" 60
}
@test "1e6 stories that share one shingle, and a shingle each with the one before" {
	make() { awk -v n="$1" 'BEGIN { srand(1); for (i = 0; i < n; i++) { printf "{\"text\":\"shared pair\\nw%d w%d ", i, i + 1; for (k = 0; k < 40; k++) printf "w%d ", rand() * 1e9; print "\"}" } }'; }
	make 100000 >in; cost dedup -j --near in >out; one=$seconds
	[ "$(wc -l <out)" -eq 100000 ]
	make 1000000 >in; cost dedup -j --near in >out
	[ "$(wc -l <out)" -eq 1000000 ]
	# Memory is no longer cached: more than ten times, but no square.
	below "$seconds" "$(awk -v t="$one" 'BEGIN { print t * 25 }')"
	[ "$mb" -le $(($(wc -c <in) * 6 / 1000000)) ]
}
@test "1e7 different lines within --memory 64M: the same bytes, later" {
	seq 10000000 >in; seq 1 3 10000000 >>in
	cost dedup in >out; [ "$(wc -l <out)" -eq 10000000 ]; [ "$mb" -le 400 ]
	cksum <out >want
	cost dedup --memory=64M --tmpdir=. in >out; cksum <out | cmp - want
	[ "$mb" -le 80 ]
}
@test "1e7 lines of --seen: two runs are one" {
	seq 10000000 >in
	cost dedup --seen=st in >out; [ "$(wc -l <out)" -eq 10000000 ]
	seq 9999999 10000002 >in
	cost dedup --seen=st in >out; [ "$(cat out)" = "$(printf '10000001\n10000002')" ]
}
