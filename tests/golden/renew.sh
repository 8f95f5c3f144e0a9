#!/bin/sh
# Compares the tools' answers on the test pages with tests/golden/*.tsv; with
# RENEW=1 the files are written anew after the differences were shown.
b=${BUILD:-build}
bad=0
for t in deboil sentences entities quotes; do
	case $t in
	deboil) "$b/deboil" -H tests/pages/* >"$b/golden.new" 2>/dev/null ;;
	*) "$b/deboil" -j tests/pages/* 2>/dev/null | "$b/$t" -H >"$b/golden.new" ;;
	esac
	diff -u "tests/golden/$t.tsv" "$b/golden.new" || bad=1
	[ -z "$RENEW" ] || cp "$b/golden.new" "tests/golden/$t.tsv"
done
exit $bad
