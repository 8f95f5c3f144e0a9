#!/bin/sh
# Nothing at the top level beside what the layout allows.
git ls-files 2>/dev/null | cut -d/ -f1 | sort -u |
	grep -vxE 'tools|common|man|tests|Makefile|README\.md|\..*' && exit 1
exit 0
