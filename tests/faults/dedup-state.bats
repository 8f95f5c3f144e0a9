#!/usr/bin/env bats
# What dedup keeps in files, when writing, syncing and renaming fail or the
# machine goes down in the middle: the old file of --seen stays whole, the
# next run works, and exit 0 means the right answer.

bats_require_minimum_version 1.5.0
setup() {
	ROOT="$(cd "$BATS_TEST_DIRNAME/../.." && pwd)"
	B="$ROOT/${BUILD:-build}"
	PATH="$B:$PATH"
	cd "$BATS_TEST_TMPDIR"
	CALLS=write,pwrite,ftruncate,fsync,rename
	seq 1 20000 >one
	seq 10000 30000 >two
	dedup --seen st one >/dev/null
	cp st old
	dedup --seen st two >right
	cp st new
}

# Run N of CALLS with what is in the environment; tells its status.
run_two() {
	cp old st
	status=0
	env "$@" LD_PRELOAD="$B/faults.so" dedup --seen st two >out 2>err || status=$?
}

@test "--seen: every write fails once, and from then on" {
	n=0 status=1
	while [ "$status" -ne 0 ]; do
		n=$((n + 1))
		run_two FAULT_ON=1 FAULT_CALL=$CALLS FAULT_AT=$n
		[ "$status" -eq 0 ] || { [ "$status" -eq 2 ] && grep -q '^dedup: ' err; }
		if [ "$status" -eq 0 ]; then cmp st new; cmp out right; else cmp st old || cmp st new; fi
		cp old st; dedup --seen st two | cmp - right; cmp st new
		run_two FAULT_CALL=$CALLS FAULT_AT=$n
		if [ "$status" -eq 0 ]; then cmp st new; cmp out right; else cmp st old || cmp st new; fi
	done
	[ "$n" -gt 5 ]
}
@test "--seen: killed at every write" {
	n=0 status=1
	while [ "$status" -ne 0 ]; do
		n=$((n + 1))
		run_two FAULT_KILL=1 FAULT_CALL=$CALLS FAULT_AT=$n
		[ "$status" -eq 0 ] || [ "$status" -eq 137 ]
		cmp st old || cmp st new
		cp old st; dedup --seen st two | cmp - right
		cmp st new
		[ ! -e st.writing ]
	done
	[ "$n" -gt 5 ]
}
@test "--seen: reads fail" {
	for n in $(seq 12); do
		run_two FAULT_CALL=pread FAULT_AT=$n
		case $status in
		0) cmp out right; cmp st new ;;
		*) [ "$status" -eq 2 ]; grep -q '^dedup: st: Input/output error$' err; cmp st old ;;
		esac
	done
}
@test "--memory: temporary files that fail end the run, none is left" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	seq 1 600000 >in
	mkdir tmp
	for call in pwrite pread; do
		for n in 1 2 3 9; do
			status=0
			env FAULT_CALL=$call FAULT_AT=$n LD_PRELOAD="$B/faults.so" dedup --memory 16M --tmpdir tmp in >out 2>err || status=$?
			[ "$status" -eq 2 ]
			grep -q '^dedup: temporary file in tmp: ' err
			[ -z "$(ls tmp)" ]
		done
	done
}
@test "--seen: no memory" {
	for n in $(seq 30); do
		run_two FAULT_CALL=malloc FAULT_AT=$n
		case $status in
		0) cmp out right; cmp st new ;;
		*) [ "$status" -eq 2 ]; cmp st old ;;
		esac
	done
}
