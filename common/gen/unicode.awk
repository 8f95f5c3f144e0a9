# unicode.awk -- the Unicode Character Database to common/data/unicode.tsv.
# Run by hand when Unicode moves on:
#	awk -f common/gen/unicode.awk UnicodeData.txt >common/data/unicode.tsv
# Rows: FIRST LAST CLASS (decimal code points; general category) and
# "lower" FIRST LAST DELTA for simple lower-case mappings.

function value(h,	v, i) {
	v = 0
	for (i = 1; i <= length(h); i++)
		v = v * 16 + index("0123456789ABCDEF", substr(h, i, 1)) - 1
	return v
}

function flush_class() {
	if (cat != "")
		print first "\t" last "\t" cat
}

function flush_case() {
	if (ncase > 0)
		cases = cases "lower\t" cfirst "\t" clast "\t" delta "\n"
	ncase = 0
}

BEGIN {
	FS = ";"
	print "# Unicode 15.0 general categories and simple lower case, from"
	print "# UnicodeData.txt (Unicode licence), by common/gen/unicode.awk."
}

{
	c = value($1)
	ranged = $2 ~ /, Last>$/
	if (cat != $3 || (c != last + 1 && !ranged)) {
		flush_class()
		cat = $3
		first = c
	}
	last = c
	if ($14 != "") {
		d = value($14) - c
		if (ncase > 0 && d == delta && c == clast + 1) {
			clast = c
		} else {
			flush_case()
			cfirst = clast = c
			delta = d
		}
		ncase++
	}
}

END {
	flush_class()
	flush_case()
	printf "%s", cases
}
