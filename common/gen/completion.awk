# completion.awk -- makes a completion file of what the tools say of
# themselves. Input: for each tool a line "tool NAME", then its --help.
# -v shell=bash|zsh|fish. Options stand behind the first empty line of a help:
# the tool's own with a text, the shared ones packed without; theirs is here.

BEGIN {
	shared["null"] = "documents end with NUL"
	shared["with-filename"] = "the document's name in a first column"
	shared["json"] = "JSON Lines"
	shared["field"] = "the field of JSON input that holds the text"
	shared["charset"] = "encoding of the input"
	shared["line-buffered"] = "write each record at once"
	shared["progress"] = "bytes, rate and time left on standard error"
	shared["input"] = "form of the input"
	shared["offsets"] = "columns with byte offsets"
	shared["output"] = "the columns wanted"
	shared["header"] = "column names first"
	shared["with"] = "fields of the document for each object"
	shared["annotate"] = "the document with the findings in it"
	shared["help"] = "usage and options"
	shared["version"] = "name and version"
	# dedup's, told in its man page
	shared["documents"] = "compare whole documents, print their text"
	shared["count"] = "how many records each group has"
	shared["repeated"] = "only what came more than once"
	shared["unique"] = "only what came once"
	shared["keep"] = "which record of a group is kept"
	shared["skip-fields"] = "do not compare the first N fields"
	shared["skip-chars"] = "do not compare the first N characters"
	shared["check-chars"] = "compare no more than N characters"
	shared["frozen"] = "only read the file of --seen"
	shared["memory"] = "a limit such as 500M"
	shared["tmpdir"] = "where temporary files are made"
	shared["signatures"] = "first step on several machines"
	shared["join"] = "second step: sorted signatures to groups"
	shared["apply"] = "third step: print as the groups say"
	shared["salt"] = "a secret that keys start from"
	shared["part"] = "number of the part of the input"
}

/^tool / {
	tool = $2
	tools[++ntools] = tool
	blank = packed = 0
	next
}
/^$/ { blank++; next }
blank < 3 { next }		# usage, what it is, an example
/^As in all five tools|^And, told in / { packed = 1; next }
packed {
	for (i = 1; i <= NF; i++) {
		letter = ""
		if ($i ~ /^-.\//) {
			letter = substr($i, 2, 1)
			sub(/^-.\//, "", $i)
		}
		add($i, letter, "")
	}
	next
}
/^  -/ { own($0); next }
{ sub(/^ +/, ""); text[tool, last[tool]] = text[tool, last[tool]] " " $0 }

function own(s,	letter) {
	sub(/^ +/, "", s)
	if (s ~ /^-., /) {
		letter = substr(s, 2, 1)
		s = substr(s, 5)
	}
	match(s, /^[^ ]+/)
	add(substr(s, 1, RLENGTH), letter, substr(s, RLENGTH + 1))
}

function add(word, letter, help,	name, value) {
	name = word
	sub(/^--/, "", name)
	if (match(name, /\[?=/)) {
		value = substr(name, RSTART)
		gsub(/\[|\]|=/, "", value)
		name = substr(name, 1, RSTART - 1)
	}
	sub(/^ +/, "", help)
	last[tool] = ++n[tool]
	option[tool, n[tool]] = name
	short[tool, n[tool]] = letter
	arg[tool, n[tool]] = value
	maybe[tool, n[tool]] = word ~ /\[=/
	text[tool, n[tool]] = help != "" ? help : shared[name]
}

function names(t,	i, s) {
	for (i = 1; i <= n[t]; i++)
		s = s (i > 1 ? " " : "") "--" option[t, i]
	return s
}

# Values one can choose from, blank between; "" if it is none of a few.
function values(t, i,	s) {
	s = arg[t, i]
	if (s !~ /^[a-z][a-z|]*$/)
		return ""
	gsub(/\|/, " ", s)
	return s
}

function label(t) { return t == "deboil" ? "deboil|deboilerplate" : t }

function bash(	t, i, k) {
	print "# bash completion for the copydesk tools; made by common/gen/completion.awk"
	print "_copydesk() {\n\tlocal options values word=$2 before=$3"
	print "\t# bash cuts --option=value at the \"=\"."
	print "\t[[ $word == = ]] && word="
	print "\t[[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}"
	print "\tcase $1 in"
	for (k = 1; k <= ntools; k++)
		print "\t" label(tools[k]) ") options=\"" names(tools[k]) "\" ;;"
	print "\tesac\n\tcase $1:$before in"
	for (k = 1; k <= ntools; k++)
		for (i = 1; i <= n[tools[k]]; i++)
			if (values(tools[k], i) != "" && !maybe[tools[k], i])
				print "\t" tools[k] ":--" option[tools[k], i] ") values=\"" values(tools[k], i) "\" ;;"
	print "\tesac"
	print "\tif [[ -n $values ]]; then"
	print "\t\tmapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$word\")"
	print "\telif [[ $word == -* ]]; then"
	print "\t\tmapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")"
	print "\telse"
	print "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$word\")"
	print "\tfi\n}"
	print "complete -o filenames -F _copydesk deboil deboilerplate sentences entities quotes dedup"
}

function quoted(s) { gsub(/'/, "'\\''", s); return s }

function zsh_spec(t, i,	s, help) {
	help = text[t, i]
	gsub(/\[|\]|:/, "\\\\&", help)
	s = "--" option[t, i] (arg[t, i] == "" ? "" : maybe[t, i] ? "=-" : "=")
	s = s "[" quoted(help) "]"
	if (arg[t, i] != "")
		s = s (maybe[t, i] ? "::" : ":") (values(t, i) != "" \
		    ? "value:(" values(t, i) ")" : arg[t, i] ~ /FILE/ \
		    ? "file:_files" : "value: ")
	return "'" s "'"
}

function zsh(	t, i, k) {
	print "#compdef deboil deboilerplate sentences entities quotes dedup"
	print "# zsh completion for the copydesk tools; made by common/gen/completion.awk"
	print "local -a options\ncase $service in"
	for (k = 1; k <= ntools; k++) {
		t = tools[k]
		printf "%s) options=(", label(t)
		for (i = 1; i <= n[t]; i++)
			printf("%s%s", (i > 1 ? " " : ""), zsh_spec(t, i))
		print ") ;;"
	}
	print "esac\n_arguments $options '*:file:_files'"
}

function fish(	t, i, k) {
	print "# fish completion for the copydesk tools; made by common/gen/completion.awk"
	for (k = 1; k <= ntools; k++) {
		t = tools[k]
		for (i = 1; i <= n[t]; i++)
			print "complete -c " t " -l " option[t, i] \
			    (short[t, i] != "" ? " -s " short[t, i] : "") \
			    (values(t, i) != "" ? " -xa '" values(t, i) "'" \
			    : arg[t, i] ~ /FILE/ ? " -rF" \
			    : arg[t, i] != "" ? " -x" : "") \
			    " -d '" quoted(text[t, i]) "'"
	}
}

END {
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}
