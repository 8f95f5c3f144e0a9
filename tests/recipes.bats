#!/usr/bin/env bats
# Every example of every man page runs: status 0, nothing on standard error.

load common
setup() {
	in_tmp
	cd "$ROOT" || return 1
}

examples() {
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl //p' "$1" | sed 's/\\(dq/"/g; s/\\e/\\/g'
}

run_all() {
	examples "$1" >"$BATS_TEST_TMPDIR/list"
	[ -s "$BATS_TEST_TMPDIR/list" ]
	while IFS= read -r line; do
		echo "$line"
		bash -o pipefail -c "$line" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err"
		[ -s "$BATS_TEST_TMPDIR/out" ]
		[ ! -s "$BATS_TEST_TMPDIR/err" ]
	done <"$BATS_TEST_TMPDIR/list"
}

@test "deboil(1)" { run_all man/deboil.1; }
@test "sentences(1)" { run_all man/sentences.1; }
@test "entities(1)" { run_all man/entities.1; }
@test "quotes(1)" { run_all man/quotes.1; }
@test "dedup(1)" { run_all man/dedup.1; }
@test "copydesk(7)" { run_all man/copydesk.7; }
@test "README: the output shown is the output" {
	cat tests/pages/*.txt | deboil | quotes | cut -f1-3 | head -4 | sed 's/^/    /' >"$BATS_TEST_TMPDIR/out"
	sed -n '/^    \$ cat tests/,/^$/p' README.md | sed '1d;$d' | diff - "$BATS_TEST_TMPDIR/out"
}
