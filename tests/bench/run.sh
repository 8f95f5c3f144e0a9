#!/bin/sh
# Times the tools beside yardsticks every machine has, on text made of the
# test pages. CPU seconds (user + system) by the shell's own times.
b=${BUILD:-build}
d=$(mktemp -d) || exit 1
trap 'rm -rf "$d"' EXIT
for i in $(seq 200); do
	for p in tests/pages/*.txt; do
		sed "s/^/$i /" "$p"
		printf '\f\n'
	done
done >"$d/once"
for i in $(seq 20); do cat "$d/once"; done >"$d/text"
ls -l "$d/text" | awk '{ print $5 / 1e6 " MB" }'
run() {
	/bin/sh -c "$1 >/dev/null 2>&1; times" <"$d/text" | awk -v n="$1" 'NR == 2 { split($1, u, "m"); split($2, s, "m"); printf "%-28s %.2f s\n", n, u[1] * 60 + u[2] + s[1] * 60 + s[2] }'
}
for c in 'wc -w' uniq "awk '!seen[\$0]++'" 'sort -u' "$b/deboil" "$b/sentences" \
	"$b/entities" "$b/quotes" "$b/dedup" "$b/dedup --near"; do
	run "$c"
done
