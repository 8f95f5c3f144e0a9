# Files of at most 600 lines, functions of at most 80 and 95 in 100 of at most
# 40, lines of at most 90 columns (a tab counts 8).
FNR == 1 { if (lines > 600) bad(file ": " lines " lines"); file = FILENAME }
{ lines = FNR }
/^{$/ { start = FNR }
/^}$/ && start {
	n++
	long += FNR - start - 1 > 40
	if (FNR - start - 1 > 80)
		bad(file ":" start ": function of " FNR - start - 1 " lines")
	start = 0
}
{
	w = 0
	for (i = 1; i <= length($0); i++)
		w = substr($0, i, 1) == "\t" ? w + 8 - w % 8 : w + 1
	if (w > 90)
		bad(file ":" FNR ": " w " columns")
}
function bad(what) { print what; failed = 1 }
END {
	if (lines > 600)
		bad(file ": " lines " lines")
	if (long * 20 > n)
		bad(long " of " n " functions are longer than 40 lines")
	exit failed
}
