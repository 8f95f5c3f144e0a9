#!/usr/bin/env bats
# GNU parallel over ssh to two hosts: network namespaces that hold nothing but
# an sshd and a cable to the third, where parallel runs.

bats_require_minimum_version 1.5.0
load common.bash

NAMES="c$$ a$$ b$$"

why_not() {
	[ "$(id -u)" -eq 0 ] || { echo "not root"; return; }
	for p in parallel ssh ssh-keygen ip; do
		command -v "$p" >/dev/null || { echo "$p is not installed"; return; }
	done
	[ -x /usr/sbin/sshd ] || { echo "sshd is not installed"; return; }
	ip netns add "t$$" 2>/dev/null || { echo "no network namespaces here"; return; }
	ip netns exec "t$$" true 2>/dev/null || echo "nothing runs inside network namespaces here"
	ip netns del "t$$"
}

# cable HOST NUMBER: 10.177.NUMBER.1 here, .2 there
cable() {
	ip -n "c$$" link add "v$2" type veth peer name eth0 netns "$1"
	ip -n "c$$" addr add "10.177.$2.1/24" dev "v$2"
	ip -n "c$$" link set "v$2" up
	ip -n "$1" addr add "10.177.$2.2/24" dev eth0
	ip -n "$1" link set eth0 up
	ip -n "$1" link set lo up
}

make_hosts() {
	ssh-keygen -q -t ed25519 -N '' -f host
	ssh-keygen -q -t ed25519 -N '' -f user
	cp user.pub keys
	chmod 700 .
	[ -d /run/sshd ] || { mkdir -p /run/sshd; touch made_run; }
	printf '%s\n' 'Host *' "IdentityFile $PWD/user" 'IdentitiesOnly yes' 'BatchMode yes' 'StrictHostKeyChecking no' \
		"UserKnownHostsFile $PWD/known" 'LogLevel ERROR' 'User root' >config
	for n in $NAMES; do ip netns add "$n"; done
	ip -n "c$$" link set lo up
	cable "a$$" 1
	cable "b$$" 2
	for n in 1:a$$ 2:b$$; do
		ip netns exec "${n#*:}" /usr/sbin/sshd -D -e -f /dev/null -h "$PWD/host" -o "ListenAddress=10.177.${n%:*}.2" \
			-o PidFile=none -o UsePAM=no -o StrictModes=no -o "AuthorizedKeysFile=$PWD/keys" \
			-o PermitRootLogin=yes -o MaxStartups=100 -o PasswordAuthentication=no >"sshd.${n%:*}" 2>&1 3>&- &
		echo $! >>pids
	done
}

on_client() { ip netns exec "c$$" env HOME="$PWD" "$@"; }

setup_file() {
	distributed_setup
	cd "$BATS_FILE_TMPDIR" || return 1
	why_not >why
	[ ! -s why ] || return 0
	make_input
	make_hosts
	echo "$NAMES" >names
	for i in 1 2; do
		for _ in $(seq 100); do
			on_client ssh -F config "10.177.$i.2" true 2>ssh.err && break
			sleep 0.1
		done
	done
	[ ! -s ssh.err ] || { cat ssh.err sshd.1 sshd.2 >&2; return 1; }
}
teardown_file() {
	cd "$BATS_FILE_TMPDIR" || return 1
	while read -r p; do kill "$p"; done 2>/dev/null <pids
	for n in $(cat names 2>/dev/null); do ip netns del "$n"; done
	[ ! -e made_run ] || rmdir /run/sshd 2>/dev/null || true
}
setup() {
	cd "$BATS_FILE_TMPDIR"
	[ ! -s why ] || skip "$(cat why)"
	NAMES=$(cat names)
	set -- $NAMES
	client=$1
}
over_ssh() {
	ip netns exec "$client" env HOME="$PWD" parallel --will-cite --ssh "ssh -F $PWD/config" -S 2/10.177.1.2,2/10.177.2.2 \
		--workdir "$PWD" --pipe "$@"
}

@test "ssh: both hosts do some of the work" {
	seq 40000 | over_ssh --block 10k "ip -o -4 addr show eth0 | grep -o '10.177.[12].2'" | sort -u | wc -l | grep -qx 2
}
@test "ssh: exact" {
	over_ssh --block 100k "$BIN/dedup" --signatures --part='{#}' <lines | sort | dedup --join | sort >groups
	over_ssh --block 100k -k "$BIN/dedup" --mark --apply=groups --part='{#}' <lines | cmp - want.lines--mark
}
@test "ssh: near" {
	over_ssh --block 100k "$BIN/dedup" -j --near --signatures --part='{#}' <docs | sort | dedup --join | sort >groups
	over_ssh --block 100k -k "$BIN/dedup" -j --near --mark --apply=groups --part='{#}' <docs | cmp - want.docs--mark
}
