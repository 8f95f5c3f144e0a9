#!/bin/sh
# Times the tools beside yardsticks every machine has, on text made of the test
# pages; then dedup of lines beside others' on generated records, time and
# memory, and how both grow. CPU seconds are user + system, memory is the peak.
# It goes on to 1e8 records where there are 16 GB of disk in TMPDIR for them, else
# to 1e7; LARGEST=5 is done within a minute. What needs more memory than there is
# is told, not run into.
b=${BUILD:-build}
d=$(mktemp -d) || exit 1
trap 'rm -rf "$d"' EXIT
room=$(df -Pk "$d" | awk 'NR == 2 { print ($4 > 16e6 ? 8 : 7) }')
largest=${LARGEST:-$room}
memory=$(awk '/^MemAvailable/ { printf "%d", $2 * .8 }' /proc/meminfo 2>/dev/null)

# A program's times and VmHWM, as the kernel has them when it is done.
cat >"$d/measure.c" <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int
main(int argc, char *argv[])
{
	struct rusage r;
	double seconds;
	int status;

	if (argc > 1 && fork() == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (wait(&status) < 0 || status != 0)
		return 1;
	getrusage(RUSAGE_CHILDREN, &r);
	seconds = (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec)
	    + (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
	fprintf(stderr, "%.2f %ld\n", seconds, r.ru_maxrss);
	return 0;
}
C
cc -O1 -o "$d/measure" "$d/measure.c" || exit 1

# NAME FILE COMMAND...: MB/s and peak memory on that file.
run() {
	name=$1 file=$2
	shift 2
	size=$(wc -c <"$file")
	# shellcheck disable=SC3045 # where sh has no -v, nothing is limited
	(ulimit -v "${memory:-unlimited}" && "$d/measure" "$@") <"$file" 2>&1 >/dev/null | tail -n 1 |
		awk -v n="$name" -v s="$size" '
			!/^[0-9.]+ [0-9]+$/ { printf "%-28s not enough memory\n", n; next }
			{ printf "%-28s %8.2f s %8.0f MB/s %8.0f MB\n", n, $1, s / 1e6 / ($1 > 0 ? $1 : .01), $2 / 1024 }'
}

for i in $(seq 200); do
	for p in tests/pages/*.txt; do
		sed "s/^/$i /" "$p"
		printf '\f\n'
	done
done >"$d/once"
for i in $(seq 20); do cat "$d/once"; done >"$d/text"
echo "text of the test pages, $(($(wc -c <"$d/text") / 1000000)) MB"
export LC_ALL=C
run 'wc -w' "$d/text" env LC_ALL=C.UTF-8 wc -w
for t in deboil sentences entities quotes; do run "$t" "$d/text" "$b/$t"; done
run 'dedup --near' "$d/text" "$b/dedup" --near

# Running text, as articles are: above, each line begins with a number. ICU's
# sentence iterator (rules of UAX 29 for English, over UTF-8) is built here from
# libicu-dev if it is there. The best of three rounds each.
for p in tests/pages/*.txt; do "$b/deboil" "$p"; done >"$d/once"
for i in $(seq 8000); do cat "$d/once"; done >"$d/text"
echo "running text of the test pages, $(($(wc -c <"$d/text") / 1000000)) MB"
set -- 'wc -w' 'env LC_ALL=C.UTF-8 wc -w' sentences "$b/sentences"
if ${CC:-cc} -O2 -o "$d/icu" tests/bench/icu.c -licuuc 2>/dev/null; then
	set -- "$@" "ICU $(pkg-config --modversion icu-uc 2>/dev/null)" "$d/icu"
else
	echo "no libicu-dev: ICU is not timed"
fi
for i in 1 2 3; do
	for pair in 1 3 5; do
		[ "$pair" -lt $# ] || continue
		eval "name=\${$pair} command=\${$((pair + 1))}"
		# shellcheck disable=SC2086,SC2154
		run "$name" "$d/text" $command >>"$d/rates"
	done
done
sort "$d/rates" | awk '
	{ name = substr($0, 1, 28); rate = $(NF - 3) }
	rate > best[name] { best[name] = rate; line[name] = $0 }
	END {
		for (n in best)
			print line[n]
		for (n in best)
			if (n !~ /^sentences/)
				for (m in best)
					if (m ~ /^sentences/)
						printf "sentences is %.1f times %s\n", best[m] / best[n], n
	}'
rm -f "$d/text" "$d/once"

# Records of 60 to 140 bytes; three in ten came before.
records() {
	awk -v n="$1" 'BEGIN {
		srand(1); pad = "the harbour council met again on the old bridge and the ferry to the islands north of it "
		for (i = 0; i < n; i++) {
			k = rand() < .3 ? int(rand() * i) : i
			print k, substr(pad, k % 20 + 1, 40 + k % 49), k * 7919 % 1000003
		}
	}'
}
power=5
while [ "$power" -le "$largest" ]; do
	records "1e$power" >"$d/lines"
	echo "1e$power generated lines, $(($(wc -c <"$d/lines") / 1000000)) MB"
	run uniq "$d/lines" uniq
	run dedup "$d/lines" "$b/dedup"
	run 'dedup --keys=64' "$d/lines" "$b/dedup" --keys=64
	[ "$power" -gt 6 ] || run "dedup --near" "$d/lines" "$b/dedup" --near
	run 'sort -u' "$d/lines" sort -u
	# shellcheck disable=SC2016
	run 'awk !seen[$0]++' "$d/lines" awk '!seen[$0]++'
	power=$((power + 1))
done
