#!/usr/bin/env bats
# Slurm arrays on one node: munged, slurmctld and slurmd started by hand, on
# 127.0.0.1 alone, with their files in the test's own folder.

bats_require_minimum_version 1.5.0
load common.bash

why_not() {
	[ "$(id -u)" -eq 0 ] || { echo "not root"; return; }
	for p in sbatch sinfo slurmctld slurmd munged runuser; do
		command -v "$p" >/dev/null || { echo "$p is not installed"; return; }
	done
	id munge >/dev/null 2>&1 || echo "no user munge"
}

start() { "$@" >>daemons.log 2>&1 3>&- & echo $! >>pids; }

start_munge() {
	mkdir -p m/run && dd if=/dev/urandom of=m/key bs=128 count=1 2>/dev/null
	chmod 700 m/key && chmod 755 m m/run && chown -R munge m && chmod 400 m/key
	start runuser -u munge -- munged -F --key-file="$PWD/m/key" --socket="$PWD/m/run/socket" \
		--pid-file="$PWD/m/run/pid" --log-file="$PWD/m/log" --seed-file="$PWD/m/seed"
}

write_conf() {
	mkdir -p state spool
	port=$((20000 + $$ % 20000))
	cat >slurm.conf <<-END
	ClusterName=desk
	SlurmctldHost=$(hostname -s)(127.0.0.1)
	SlurmUser=root
	AuthType=auth/munge
	AuthInfo=socket=$PWD/m/run/socket
	CredType=cred/munge
	SlurmctldPort=$port
	SlurmdPort=$((port + 1))
	CommunicationParameters=NoAddrCache
	ProctrackType=proctrack/linuxproc
	TaskPlugin=task/none
	StateSaveLocation=$PWD/state
	SlurmdSpoolDir=$PWD/spool
	SlurmctldPidFile=$PWD/slurmctld.pid
	SlurmdPidFile=$PWD/slurmd.pid
	SlurmctldLogFile=$PWD/slurmctld.log
	SlurmdLogFile=$PWD/slurmd.log
	MpiDefault=none
	ReturnToService=2
	SchedulerType=sched/builtin
	SelectType=select/cons_tres
	SelectTypeParameters=CR_Core
	SchedulerParameters=sched_interval=1,batch_sched_delay=1,sched_min_interval=100000
	MinJobAge=5
	NodeName=desk NodeHostName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
	PartitionName=all Nodes=desk Default=YES MaxTime=10 State=UP
	END
}

setup_file() {
	distributed_setup
	# Slurm's and munge's users have to get to it.
	D=$(mktemp -d) && chmod 755 "$D" && echo "$D" >"$BATS_FILE_TMPDIR/where" && cd "$D" || return 1
	why_not >why
	[ ! -s why ] || return 0
	make_input
	export SLURM_CONF="$D/slurm.conf"
	start_munge
	write_conf
	for _ in $(seq 50); do [ -S m/run/socket ] && break; sleep 0.1; done
	start slurmctld -D -c -f slurm.conf
	start slurmd -D -N desk -f slurm.conf
	for _ in $(seq 150); do
		[ "$(sinfo -h -o %t 2>/dev/null)" = idle ] && return 0
		sleep 0.2
	done
	echo "its daemons do not run here: $(tail -n 1 daemons.log slurmctld.log slurmd.log 2>/dev/null | tr '\n' ' ')" >why
}
teardown_file() {
	cd "$(cat "$BATS_FILE_TMPDIR/where")" || return 1
	if [ -e pids ]; then
		tac pids | while read -r p; do kill "$p" 2>/dev/null || true; done
		for _ in $(seq 50); do
			alive=0
			while read -r p; do ! kill -0 "$p" 2>/dev/null || alive=1; done <pids
			[ "$alive" -eq 1 ] || break
			sleep 0.1
		done
	fi
	cd / && rm -rf "$(cat "$BATS_FILE_TMPDIR/where")"
}
setup() {
	cd "$(cat "$BATS_FILE_TMPDIR/where")"
	[ ! -s why ] || skip "$(cat why)"
	export SLURM_CONF="$PWD/slurm.conf"
}

# The recipe: an array of signatures, a join after it, an array that applies.
run_arrays() {
	local f=$1 first second
	shift
	split -n l/4 --numeric-suffixes=1 -a 1 "$f" part.
	first=$(sbatch --parsable -o out.%A.%a --array=1-4 --wrap "dedup $* --signatures --part=\$SLURM_ARRAY_TASK_ID part.\$SLURM_ARRAY_TASK_ID >sigs.\$SLURM_ARRAY_TASK_ID")
	second=$(sbatch --parsable -o out.%j -d "afterok:$first" --wrap 'sort sigs.[1-4] | dedup --join | sort >groups')
	timeout 120 sbatch --wait -o out.%A.%a -d "afterok:$second" --array=1-4 --wrap "dedup $* --mark --apply=groups --part=\$SLURM_ARRAY_TASK_ID part.\$SLURM_ARRAY_TASK_ID >done.\$SLURM_ARRAY_TASK_ID" >/dev/null || { cat out.*; return 1; }
	cat done.1 done.2 done.3 done.4 | cmp - "want.$f--mark"
}

@test "Slurm: exact" { run_arrays lines; }
@test "Slurm: near" { run_arrays docs -j --near; }
