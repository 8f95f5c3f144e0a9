#!/usr/bin/env bats
@test "answers on the test pages are those of tests/golden" {
	cd "$BATS_TEST_DIRNAME/.."
	sh tests/golden/renew.sh
}
