#!/usr/bin/env bats
# deboil on pages of a gigabyte, made as they are read: minutes, and no space.

bats_require_minimum_version 1.5.0
setup() {
	PATH="$(cd "$BATS_TEST_DIRNAME/../.." && pwd)/${BUILD:-build}:$PATH"
	cd "$BATS_TEST_TMPDIR"
}

# sentences END: a gigabyte of them, no two the same, each with END behind it.
sentences() {
	seq -f 'The harbour was closed on day %.0f after a crane fell into the water, the port said.' 12000000 | tr '\n' "$1"
}
# page OPTION...: how many bytes deboil gives of its input, line ends apart;
# fails above 64 MB.
page() {
	env time -f '%M' -o cost deboil "$@" | tr -d '\n' | wc -c
	[ "$(cat cost)" -le 65536 ]
}

@test "a page of 1 GB without a newline: in 64 MB, and no byte is lost" {
	all=$(sentences ' ' | wc -c)
	kept=$(sentences ' ' | page --no-repair)
	rest=$(sentences ' ' | page --no-repair -v)
	echo "# $all bytes: $kept kept, $rest not, $(cat cost) KB" >&3
	[ $((kept + rest)) -eq "$all" ]
}

@test "a page of 1 GB of lines: in 64 MB, and no byte is lost" {
	all=$(sentences '\n' | tr -d '\n' | wc -c)
	kept=$(sentences '\n' | page --no-repair)
	rest=$(sentences '\n' | page --no-repair -v)
	echo "# $all bytes: $kept kept, $rest not, $(cat cost) KB" >&3
	[ $((kept + rest)) -eq "$all" ]
}

@test "HTML of 1 GB in one page: the rest is left out, and said so" {
	run --separate-stderr sh -c '{ printf "<!doctype html><p>"; yes "The harbour was closed on Monday after a crane fell into the water."; } | head -c 1000000000 | env time -f %M -o cost deboil | wc -c'
	[ "$(tail -1 cost)" -le 65536 ]
	[[ $stderr == *"page longer than 6 MiB: the rest is left out"* ]]
}
