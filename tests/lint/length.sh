#!/bin/sh
# Files of at most 600 lines, functions of at most 80, lines of at most 90
# columns (a tab counts 8).
find common tools tests -name '*.[ch]' | sort | while read -r f; do
	awk -v f="$f" '
	/^{$/ { start = NR }
	/^}$/ && start { if (NR - start > 80) { print f ":" start ": function of " NR - start " lines"; bad = 1 } start = 0 }
	{ l = $0; n = 0; for (i = 1; i <= length(l); i++) n = substr(l, i, 1) == "\t" ? n + 8 - n % 8 : n + 1
	  if (n > 90) { print f ":" NR ": " n " columns"; bad = 1 } }
	END { if (NR > 620) { print f ": " NR " lines"; bad = 1 } exit bad }' "$f" || echo bad
done | { ! grep .; }
