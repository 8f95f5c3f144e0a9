#!/usr/bin/env bats
# The recipes for GNU parallel and Hadoop: the bytes of one process.

bats_require_minimum_version 1.5.0
load common.bash
setup_file() { distributed_setup; cd "$BATS_FILE_TMPDIR" && make_input; }
setup() {
	command -v parallel >/dev/null || skip "GNU parallel is not installed"
	cd "$BATS_FILE_TMPDIR"
}

@test "parallel --pipe: exact" {
	parallel --will-cite --pipe --block 100k dedup --signatures --part='{#}' <lines | sort | dedup --join | sort >groups
	for o in '' --mark --groups; do
		parallel --will-cite --pipe --block 100k -k dedup $o --apply=groups --part='{#}' <lines | cmp - "want.lines$o"
	done
}
@test "parallel --pipe: near" {
	parallel --will-cite --pipe --block 100k dedup -j --near --signatures --part='{#}' <docs | sort | dedup --join | sort >groups
	for o in '' --mark --groups; do
		parallel --will-cite --pipe --block 100k -k dedup -j --near $o --apply=groups --part='{#}' <docs | cmp - "want.docs$o"
	done
}
@test "parallel: a job that is killed is found" {
	parallel --will-cite --pipe --block 100k 'dedup --signatures --part={#} | if [ {#} = 2 ]; then head -n 99; else cat; fi' <lines | sort >sigs
	run --separate-stderr dedup --join sigs
	[ "$status" -eq 2 ]; [ "$stderr" = 'dedup: part 2 has no end: truncated?' ]
}
@test "Hadoop's contract: maps of named parts, a shuffle by three fields, one reduce" {
	split -n l/4 --numeric-suffixes=1 -a 1 docs part.
	seq 4 | while read -r n; do dedup -j --near --signatures --part="$n" "part.$n"; done |
		LC_ALL=C sort -s -t "$(printf '\t')" -k1,3 | dedup --join | LC_ALL=C sort >groups
	seq 4 | while read -r n; do dedup -j --near --apply=groups --part="$n" "part.$n"; done | cmp - want.docs
}
