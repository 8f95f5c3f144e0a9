#!/bin/sh
# Everything `make lint` looks at. Prints "ok lint NAME" or "not ok lint NAME".
bad=0
step() {
	name=$1
	shift
	if out=$("$@" 2>&1); then
		echo "ok lint $name"
	else
		echo "$out" | head -40
		echo "not ok lint $name"
		bad=1
	fi
}
mandoc_clean() {
	# Only the state of the machine's own man page database is passed over.
	! mandoc -Tlint -Wall man/*.[157] 2>/dev/null | grep -v 'referenced manual not found'
}
tidy() {
	clang-tidy --quiet --warnings-as-errors='*' \
		--checks='-*,clang-analyzer-core.*,clang-analyzer-unix.*,bugprone-macro-parentheses,bugprone-sizeof-expression,-clang-analyzer-unix.Malloc,-clang-analyzer-core.NonNullParamChecker' \
		common/base/*.c common/io/*.c common/text/*.c -- -std=c11 -D_POSIX_C_SOURCE=200809L -Icommon
}
# Every file, by both compilers, without a warning. Tables are made first.
warnings() {
	make -s BUILD="${BUILD:-build}" all >/dev/null
	for f in common/*/*.c tools/*.c tests/unit/*.c tests/fuzz/*.c; do
		"$1" -std=c11 -D_POSIX_C_SOURCE=200809L -DVERSION='"0"' -Icommon -I. -Itests/unit -Itests/fuzz -Wall -Wextra -Wpedantic -Wshadow \
			-Wstrict-prototypes -Wwrite-strings -Wno-overlength-strings -Werror -fsyntax-only "$f" || return 1
	done
}
floors() { sh tests/lint/floors.sh; }
step floors floors
step length sh tests/lint/length.sh
step top sh tests/lint/top.sh
step shellcheck sh -c 'shellcheck -e SC2044,SC2012,SC2013,SC2317 -s sh tests/lint/*.sh tests/bench/*.sh tests/golden/*.sh && shellcheck -s bash .ci/run'
step mandoc mandoc_clean
step "gcc warnings" warnings gcc
step "clang warnings" warnings clang
step cppcheck cppcheck -q --error-exitcode=1 --std=c11 --enable=portability --inline-suppr -Icommon -I. --suppress=missingIncludeSystem common tools
step clang-tidy tidy
exit $bad
