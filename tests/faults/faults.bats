#!/usr/bin/env bats
# Every read, write and allocation fails once, and from then on: no crash,
# and exit 0 only with the right output.

bats_require_minimum_version 1.5.0
setup() {
	ROOT="$(cd "$BATS_TEST_DIRNAME/../.." && pwd)"
	B="$ROOT/${BUILD:-build}"
	PATH="$B:$PATH"
	cd "$BATS_TEST_TMPDIR"
	cat "$ROOT"/tests/pages/*.txt >in
}

# loop TOOL CALL MOST
loop() {
	$1 in >right 2>/dev/null
	for on in '' 1; do
		for n in $(seq "$3"); do
			status=0
			env ${on:+FAULT_ON=1} FAULT_CALL="$2" FAULT_AT="$n" LD_PRELOAD="$B/faults.so" "$1" in >out 2>err || status=$?
			case $status in
			0) cmp right out ;;
			1|2) [ -s err ] && grep -q "^$1: " err ;;
			*) echo "$1 $2 $n: status $status"; cat err; return 1 ;;
			esac
		done
	done
}

for_all() { for t in deboil sentences entities quotes dedup; do loop $t "$1" "$2" || return 1; done; }

@test "read fails" { for_all read 4; }
@test "write fails" { for_all write 4; }
@test "malloc fails" { for_all malloc 40; }
