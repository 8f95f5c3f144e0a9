# bash completion for the copydesk tools
_copydesk() {
	local options
	case $1 in
	deboil|deboilerplate) options="--charset --field --help --input --invert --json --lenient --line-buffered --mark --no-repair --no-title --null --progress --strict --version --with-filename" ;;
	sentences) options="--abbrev --annotate --charset --field --header --help --input --json --lang --line-buffered --max-length --newline --null --number --offsets --output --progress --version --with --with-filename" ;;
	entities) options="--annotate --charset --date --field --header --help --input --json --line-buffered --null --offsets --output --progress --types --version --with --with-filename" ;;
	quotes) options="--annotate --charset --field --header --help --input --json --kind --lang --line-buffered --min-words --null --offsets --output --progress --version --with --with-filename" ;;
	dedup) options="--charset --field --fold --groups --help --ignore-case --invert --json --line-buffered --mark --near --null --progress --version --with-filename" ;;
	esac
	if [[ $2 == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$options" -- "$2")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$2")
	fi
}
complete -o filenames -F _copydesk deboil deboilerplate sentences entities quotes dedup
