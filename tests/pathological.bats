#!/usr/bin/env bats
# Inputs that make quadratic programs hang: all end within seconds.

load common
setup() {
	in_tmp
	N=300000
	LIMIT=20
	[ "${BUILD:-build}" = build ] || { N=50000; LIMIT=60; }
}

many() { head -c "$(($2 * ${#1}))" < <(yes "$1" | tr -d '\n'); }
# CPU seconds, so that a busy machine fails nothing.
within() { (ulimit -t "$LIMIT" && exec "$@" >/dev/null); }

@test "full stops" {
	many . $N >x; for t in sentences entities quotes deboil; do within $t x; done;
}
@test "opening quotation marks" {
	many '"' $N >x; many '“' $N >>x; many ' "a' $N >>x; for t in sentences quotes; do within $t x; done;
}
@test "capitals, digits" {
	many 'A ' $N >x; many 'Aa ' $N >>x; many '1 ' $N >>x; many 1 $N >>x; for t in entities quotes; do within $t x; done;
}
@test "verbs of saying" {
	many 'he said that ' $N >x; within quotes x;
}
@test "alternating marks and cues" {
	many '"a b c d," he said. ' $N >x; within quotes x;
}
@test "short lines" {
	yes a | head -n $N >x; for t in sentences deboil quotes dedup; do within $t x; done; within dedup --near x;
}
@test "divs without end" {
	many '<div>' $N >x; within deboil --input=html x;
}
@test "attributes without end" {
	{ printf '<p '; many 'a=b ' $N; } >x; within deboil --input=html x;
}
@test "comments and scripts that never close" {
	many '<!-- ' $N >x; within deboil --input=html x; many '<script>' $N >x; within deboil --input=html x; many '<a b="' $N >x; within deboil --input=html x;
}
@test "JSON nesting and escapes" {
	{ printf '{"text":"'; many '\u0041' $N; printf '"}\n'; } >x; within dedup -j x;
}
@test "many findings in one object" {
	{ printf '{"id":"a","text":"'; many 'Ana Lopez said on Monday that it rained in Brno. ' $((N / 8)); printf '","date":"2024-01-02"}\n'; } >x
	for t in sentences entities quotes; do within $t -j --with=date x; within $t --with=date x; done
}
@test "one story, many times" {
	for i in $(seq 1000); do printf '{"text":"one two three four five six seven eight nine ten\\n\\neleven twelve thirteen fourteen %d"}\n' "$i"; done >x; within dedup -j --near x;
}
