#!/bin/sh
# Makes tools/completion/* of what the built tools say of themselves.
# usage: completion.sh BUILD OUTDIR
set -e
for t in deboil sentences entities quotes dedup; do
	echo "tool $t"
	"$1/$t" --help
done >"$2/help.new"
for s in bash:copydesk.bash zsh:_copydesk fish:copydesk.fish; do
	LC_ALL=C ${AWK:-awk} -f common/gen/completion.awk -v shell="${s%:*}" "$2/help.new" >"$2/${s#*:}.new"
	mv "$2/${s#*:}.new" "$2/${s#*:}"
done
rm -f "$2/help.new"
