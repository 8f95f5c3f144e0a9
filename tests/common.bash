# What the tests share: the programs in PATH, a directory of their own, and the
# checks that more than one file makes.
bats_require_minimum_version 1.5.0

in_tmp() {
	ROOT="$(cd "$BATS_TEST_DIRNAME/.." && pwd)"
	PATH="$ROOT/${BUILD:-build}:$PATH"
	PAGES="$ROOT/tests/pages"
	cd "$BATS_TEST_TMPDIR" || return 1
}

# For a file that needs no more; others have a setup() that begins with in_tmp.
setup() {
	in_tmp
}

# says TEXT LINE...: quotes finds just these (SPEAKER|KIND|QUOTE).
says() {
	printf '%b\n' "$1" >in
	shift
	quotes ${OPTS:-} in | cut -f1-3 | tr '\t' '|' >got
	[ $# -eq 0 ] || printf '%s\n' "$@" >want
	[ $# -gt 0 ] || : >want
	diff want got
}

# splits [OPTION...]: each line of standard input is a document, "|" where a
# sentence ends.
splits() {
	while IFS= read -r line; do
		printf '%s\n' "$line" | sed 's/|//g' | sentences "$@" | sed 's/ *$//' | paste -sd'|' - >got
		printf '%s\n' "$line" | sed 's/| */|/g' >want
		diff want got || return 1
	done
}
