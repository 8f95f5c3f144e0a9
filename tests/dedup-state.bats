#!/usr/bin/env bats
# dedup's memory: --seen across runs, --memory and temporary files, and the
# steps for several machines: the same bytes as one run without them.

load common

# Stories of which some are reprints: one JSON object a line.
stories() {
	awk -v n="$1" 'BEGIN {
		for (i = 0; i < n; i++) {
			printf "{\"id\":\"%d\",\"text\":\"", i
			k = i % 7 == 3 ? i - 2 : i % 11 == 5 ? i - 5 : i
			for (j = 0; j < 160; j++)
				printf "w%d%s", (k * 7919 + j * j * 31) % 100003, j % 40 == 39 ? "\\n" : " "
			if (i % 7 == 3)
				printf "one more line of words that only this copy has"
			print "\"}"
		}
	}'
}
numbers() { awk -v n="$1" -v m="$2" 'BEGIN { x = 7; for (i = 0; i < n; i++) { x = (x * 1103515245 + 12345) % 2147483648; print "line", int(x / 65536) * 31 % m } }'; }

# ---- --seen ----

@test "--seen: two runs print what one would, numbers go on" {
	numbers 4000 3000 >all; head -n 1500 all >one; tail -n +1501 all >two
	for o in '' -v --mark --groups; do
		rm -f st; { dedup $o --seen st one; dedup $o --seen st two; } | cmp - <(dedup $o all)
	done
	stories 120 >all; head -n 50 all >one; tail -n +51 all >two
	for o in '' -v --mark --groups; do
		rm -f st; { dedup -j --near $o --seen st one; dedup -j --near $o --seen st two; } | cmp - <(dedup -j --near $o all)
	done
	[ "$(dedup -j --near -v all | wc -l)" -gt 20 ]
}
@test "--seen --frozen: only looks; the file has to be there" {
	seq 5 | dedup --seen st >/dev/null; cp st old
	[ "$(seq 3 8 | dedup --seen st --frozen | tr '\n' ' ')" = '6 7 8 ' ]
	cmp st old; [ ! -e st.writing ]
	chmod 444 st; [ "$(seq 3 8 | dedup --seen st --frozen | wc -l)" -eq 3 ]
	run --separate-stderr dedup --seen no --frozen <<<x
	[ "$status" -eq 2 ]; [ "$stderr" = "dedup: no: No such file or directory" ]
}
@test "--seen: a file damaged at any byte is refused and left" {
	for how in '' '-j --near'; do
		rm -f st; stories 3 >in; dedup $how --seen st in >/dev/null
		size=$(stat -c %s st)
		step=$([ "$size" -gt 400 ] && echo 41 || echo 1)
		[ "${BUILD:-build}" = build ] || step=$((step * 5))
		for at in $(seq 0 "$step" $((size - 1))); do
			cp st bad
			byte=$(od -An -tu1 -j "$at" -N 1 bad)
			printf "\\$(printf %o $((byte ^ 1 << at % 8)))" | dd of=bad bs=1 seek="$at" conv=notrunc 2>/dev/null
			cp bad bad.was; status=0
			dedup $how --seen bad in >out 2>err || status=$?
			[ "$status" -eq 2 ] && [ ! -s out ] && grep -q '^dedup: bad: .*left as it is$' err && cmp bad bad.was ||
				{ echo "byte $at: status $status"; cat err; return 1; }
		done
	done
}
@test "--seen: a file cut at any byte is truncated, a longer one damaged" {
	echo '{"text":"x"}' >in; dedup -j --seen st in >/dev/null
	step=$([ "${BUILD:-build}" = build ] && echo 1 || echo 5)
	for n in $(seq 0 "$step" $(($(stat -c %s st) - 1))); do
		head -c "$n" st >cut
		run --separate-stderr dedup -j --seen cut in
		[ "$status" -eq 2 ] && [ -z "$output" ] && [ "$stderr" = "dedup: cut: is truncated: left as it is" ] || { echo "$n: $stderr"; return 1; }
	done
	{ cat st; printf x; } >long
	run --separate-stderr dedup -j --seen long in; [ "$stderr" = "dedup: long: is damaged: left as it is" ]
}
@test "--seen: other files, versions and settings are told" {
	seq 5 | dedup --seen st >/dev/null
	run --separate-stderr dedup --seen st -i <<<x; [ "$status" -eq 2 ]
	[ "$stderr" = "dedup: st: was made with 'exact,v3', this run has 'exact,v3,ignore-case': left as it is" ]
	sed '1s/2$/7/' st >other
	run --separate-stderr dedup --seen other <<<x; [ "$status" -eq 2 ]
	[ "$stderr" = "dedup: other: is of version 7, this dedup reads 2: left as it is" ]
	seq 99 >text; run --separate-stderr dedup --seen text <<<x; [ "$status" -eq 2 ]
	[ "$stderr" = "dedup: text: is no file of dedup --seen: left as it is" ]
	run --separate-stderr dedup --seen /dev/null <<<x; [ "$status" -eq 2 ]; [ -c /dev/null ]
	run dedup --seen . <<<x; [ "$status" -eq 2 ]
}
@test "--seen: a second writer is turned away, a reader is not" {
	seq 5 | dedup --seen st >/dev/null
	mkfifo p; dedup --seen st --line-buffered <p >first 3>&- & exec 8>p
	echo 600 >&8; for _ in $(seq 200); do [ -s first ] && break; sleep 0.05; done
	run --separate-stderr dedup --seen st <<<7; [ "$status" -eq 2 ]
	[ "$stderr" = "dedup: st: another dedup is using it" ]
	[ "$(dedup --seen st --frozen <<<7)" = 7 ]
	exec 8>&-; wait
	[ "$(seq 599 602 | dedup --seen st | tr '\n' ' ')" = '599 601 602 ' ]
}
@test "--seen: many writers at once lose nothing" {
	one() { until seq "$1" "$(($1 + 9))" | dedup --seen st >>"out.$1" 2>/dev/null; do sleep 0.02; done; }
	for i in $(seq 1 10 81); do one "$i" & done; wait
	[ "$(cat out.* | sort -n | uniq | wc -l)" -eq 90 ]
	[ -z "$(seq 90 | dedup --seen st --frozen)" ]; [ ! -e st.writing ]
}
@test "--seen: output that cannot be written is not remembered" {
	seq 5 | dedup --seen st >/dev/null; cp st old
	run sh -c 'seq 9 | dedup --seen st >/dev/full'; [ "$status" -eq 2 ]; cmp st old
	run bash -c "seq 99999 | dedup --seen st | head -n 1; exit \${PIPESTATUS[1]}"; [ "$status" -eq 141 ]; cmp st old
	seq 9 | dedup --seen st | tr '\n' ' ' | grep -qx '6 7 8 9 '
}
@test "--seen: a full disk leaves the old file" {
	mkdir small; mount -t tmpfs -o size=64k none small 2>/dev/null || skip "no right to mount a small disk"
	seq 500 | dedup --seen small/st >/dev/null; cp small/st old; status=0
	seq 5000 | dedup --seen small/st >/dev/null 2>err || status=$?
	cmp small/st old && [ ! -e small/st.writing ]; same=$?
	umount small; [ "$same" -eq 0 ]; [ "$status" -eq 2 ]
	[ "$(cat err)" = "dedup: small/st: not saved, left as it was: No space left on device" ]
}
@test "--seen: a link is followed, the mode stays" {
	mkdir d; seq 5 | dedup --seen d/st >/dev/null; chmod 640 d/st; ln -s d/st link
	seq 9 | dedup --seen link >/dev/null; [ -L link ]; [ "$(stat -c %a d/st)" = 640 ]
	[ -z "$(seq 9 | dedup --seen d/st)" ]
}
@test "--seen: another machine's byte order would read the same file" {
	printf 'a\n' | dedup --seen st >/dev/null
	[ "$(od -An -tu1 -j "$(head -n 5 st | wc -c)" -N 8 st | tr -s ' ')" = ' 1 0 0 0 0 0 0 0' ]
}

# ---- --memory ----

@test "--memory: what does not fit goes to temporary files, the same comes out" {
	[ "${BUILD:-build}" = build ] || skip "long with sanitizers"
	seq 1 3 600000 >all; seq 1 5 600000 >>all
	for o in '' --mark -c -v --keep=longest; do
		dedup $o all | cksum >want; dedup $o --memory 16M all | cksum | cmp - want
	done
	head -n 150000 all >one; tail -n +150001 all >two; dedup all | cksum >want
	{ dedup --memory 16M --seen st one; dedup --memory 16M --seen st two; } | cksum | cmp - want
	{ dedup --memory 16M all; echo $?; } | tail -n 1 | grep -qx 0
}
@test "--memory is kept" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	seq 1200000 >all; (ulimit -v 40000; dedup --memory 16M all | cmp - all)
}
@test "--memory: near tells that it forgets, exit 1" {
	[ "${BUILD:-build}" = build ] || skip "long with sanitizers"
	stories 8000 >all
	run --separate-stderr bash -c 'dedup -j --near --memory 16M all | wc -l; exit ${PIPESTATUS[0]}'
	[ "$status" -eq 1 ]
	[[ "$stderr" =~ ^"dedup: --memory: from record "[0-9]+" on the oldest records are forgotten"$ ]]
	[ "$(printf '%s\n' "$stderr" | wc -l)" -eq 1 ]
	# Reprints are near each other here: none is missed.
	[ "$output" -eq "$(dedup -j --near all | wc -l)" ]
}
@test "--memory is kept by near" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	awk 'BEGIN { for (i = 0; i < 12000; i++) { printf "{\"text\":\""; for (j = 0; j < 120; j++) printf "w%d ", (i * 120 + j) * 7919 % 1000003; print "\"}" } }' >all
	(ulimit -v 30000; dedup -j --near --memory 16M all 2>/dev/null | cmp - all)
}
@test "temporary files: in --tmpdir or TMPDIR, without a name; a bad place is told" {
	seq 400000 >in; mkdir t
	run --separate-stderr dedup --memory 16M --tmpdir nowhere in
	[ "$status" -eq 2 ]; [ "$stderr" = "dedup: temporary file in nowhere: No such file or directory" ]
	TMPDIR=nowhere run --separate-stderr dedup --memory 16M in; [ "$status" -eq 2 ]
	[ "$(dedup --memory 16M --tmpdir t in | wc -l)" -eq 400000 ]; [ -z "$(ls t)" ]
}

# ---- several machines ----

# parts FILE: cut into three files, part.1 to part.3
parts() { split -n l/3 --numeric-suffixes=1 -a 1 "$1" part.; }

@test "signatures, sort, join, apply: what one process prints" {
	numbers 5000 3000 >lines; stories 150 >docs
	for how in 'lines' 'lines -i' 'lines -k 1 -w 7' 'lines --near' 'docs -j' 'docs -j --near'; do
		# shellcheck disable=SC2086
		set -- $how; f=$1; shift; parts "$f"
		for n in 3 1 2; do dedup "$@" --signatures --part=$n part.$n; done | sort | dedup --join | sort >groups
		for o in '' -v --mark --groups; do
			for n in 1 2 3; do dedup "$@" $o --apply groups --part=$n part.$n; done | cmp - <(dedup "$@" $o "$f")
		done
	done
}
@test "steps: whole documents, one part" {
	cd "$PAGES"; g="$BATS_TEST_TMPDIR/groups"
	dedup --near -l --signatures ./*.txt | sort | dedup --join | sort >"$g"
	dedup --near -l --apply "$g" ./*.txt | cmp - <(dedup --near -l ./*.txt)
}
@test "--salt: other keys, the same answers; a mixture is told" {
	stories 60 >docs; parts docs
	for n in 1 2 3; do dedup -j --near --salt=heron --signatures --part=$n part.$n; done >sigs
	sort sigs | dedup --join | sort >groups
	for n in 1 2 3; do dedup -j --near --apply groups --part=$n part.$n; done | cmp - <(dedup -j --near docs)
	! grep -q heron sigs
	seq 9 | dedup --signatures --salt=heron | cut -f1 >1; seq 9 | dedup --signatures | cut -f1 | cmp -s - 1 && return 1
	{ seq 9 | dedup --signatures --salt=heron; seq 9 | dedup --signatures --salt=stork --part=2; } | sort >mixed
	run --separate-stderr dedup --join mixed; [ "$status" -eq 2 ]; [[ "$stderr" == *"has other settings than the lines before it" ]]
	run --separate-stderr dedup --salt=x docs; [ "$status" -eq 2 ]
}
@test "--seen: keys start from a number of the file's own" {
	seq 9 | dedup --seen one >/dev/null; seq 9 | dedup --seen two >/dev/null
	! cmp -s one two
	[ "$(head -n 3 one | tail -n 1)" != "$(head -n 3 two | tail -n 1)" ]
}
@test "steps: any locale sorts alike" {
	numbers 3000 2000 >lines; parts lines
	for n in 1 2 3; do dedup --signatures --part=$n part.$n; done >sigs
	for l in $(locale -a | grep -i '^\(C\|en_US\|da_DK\|cs_CZ\|et_EE\)'); do LC_ALL=$l sort sigs | dedup --join | LC_ALL=$l sort | cksum; done | uniq | wc -l | grep -qx 1
}
@test "steps: the join of equal lines needs no memory" {
	[ "${BUILD:-build}" = build ] || skip "sanitizers take memory of their own"
	seq 200000 | dedup --signatures | sort >sigs; (ulimit -v 20000; dedup --join sigs | wc -l | grep -qx 1)
}
@test "steps: what is truncated, missing, mixed or not sorted is told" {
	numbers 300 200 >lines; parts lines
	for n in 1 2 3; do dedup --signatures --part=$n part.$n >sigs.$n; done
	fails() { run --separate-stderr "$@"; [ "$status" -eq 2 ] && [ "$stderr" = "$told" ] || { echo "$stderr"; return 1; }; }
	told='dedup: part 2 has no end: truncated?'; head -n -1 sigs.2 >cut; sort sigs.1 cut sigs.3 >in; fails dedup --join in
	told='dedup: part 2 is truncated'; sed 5d sigs.2 >cut; sort sigs.1 cut sigs.3 >in; fails dedup --join in
	told='dedup: part 2 is missing'; sort sigs.1 sigs.3 >in; fails dedup --join in
	told='dedup: no signatures'; fails dedup --join /dev/null
	told='dedup: in:2: is not sorted'; { sort -r sigs.1; } | grep -v ^zz >in; fails dedup --join in
	told='dedup: in:1: is no line of dedup --signatures'; echo hello >in; fails dedup --join in
	dedup -i --signatures --part=2 part.2 >other; sort sigs.1 other sigs.3 >in
	run --separate-stderr dedup --join in; [ "$status" -eq 2 ]; [[ "$stderr" == *"has other settings than the lines before it" ]]
	sed 's/exact,v3$/exact,v0/' sigs.1 >in; told="dedup: signatures are of 'exact,v0', this dedup has exact,v3"; fails dedup --join in
	sed '3s/^./X/' sigs.1 | sort >in; run dedup --join in; [ "$status" -eq 2 ]
	sort sigs.? | dedup --join | sort >groups
	told='dedup: part 4 is not in the groups'; fails dedup --apply groups --part=4 part.1
	n=$(grep -c '^0000000002' groups); head -n -1 groups >cut
	told='dedup: part 3 of the groups is truncated'; run --separate-stderr dedup --apply cut --part=3 part.3; [ "$status" -eq 2 ]; [ "$stderr" = "$told" ]
	head -n 20 part.1 >short; run --separate-stderr dedup --apply groups --part=1 short; [ "$status" -eq 2 ]; [[ "$stderr" == "dedup: part 1 "* ]]
	sort -r groups >in; run --separate-stderr dedup --apply in part.1; [ "$status" -eq 2 ]
	[ "$n" -gt 1 ]
}
@test "steps: signatures damaged in any line are refused" {
	numbers 40 30 | dedup --signatures | sort >sigs
	for n in $(seq "$(wc -l <sigs)"); do
		sed "${n}s/[0-8]\$/9/; ${n}s/0/1/" sigs >bad; run dedup --join bad; [ "$status" -eq 2 ] || { echo "$n"; return 1; }
	done
}
