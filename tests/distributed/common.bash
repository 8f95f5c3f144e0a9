# shellcheck shell=bash
# What the tests of several machines share: the input, and what one process
# makes of it. Every daemon is stopped by its number at the end of its file.

distributed_setup() {
	ROOT="$(cd "$BATS_TEST_DIRNAME/../.." && pwd)"
	BIN="$ROOT/${BUILD:-build}"
	export ROOT BIN PATH="$BIN:$PATH" LC_ALL=C
}

# Lines of which a third are repeats, stories of which some are reprints.
make_input() {
	awk 'BEGIN { x = 7; for (i = 0; i < 60000; i++) { x = (x * 1103515245 + 12345) % 2147483648; print "line", int(x / 65536) % 24571 } }' >lines
	awk 'BEGIN {
		for (i = 0; i < 700; i++) {
			printf "{\"id\":\"%d\",\"text\":\"", i
			k = i % 7 == 3 ? i - 2 : i % 50 == 49 ? i - 44 : i
			for (j = 0; j < 160; j++)
				printf "w%d%s", (k * 7919 + j * j * 31) % 100003, j % 40 == 39 ? "\\n" : " "
			print (i % 7 == 3 ? "a line that only this copy has\"}" : "\"}")
		}
	}' >docs
	for o in '' --mark --groups; do
		dedup $o lines >"want.lines$o"
		dedup -j --near $o docs >"want.docs$o"
	done
	[ "$(wc -l <want.docs)" -lt 650 ] && [ "$(wc -l <want.lines)" -lt 30000 ]
}
