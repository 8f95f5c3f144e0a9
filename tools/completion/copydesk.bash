# bash completion for the copydesk tools; made by common/gen/completion.awk
_copydesk() {
	local options values word=$2 before=$3
	# bash cuts --option=value at the "=".
	[[ $word == = ]] && word=
	[[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
	case $1 in
	deboil|deboilerplate) options="--invert --mark --lenient --strict --captions --comments --tables --no-title --no-repair --drop --keep --rules --breaks --no-memory --null --with-filename --json --field --charset --line-buffered --progress --input --help --version" ;;
	sentences) options="--lang --newline --abbrev --max-length --number --null --with-filename --json --field --charset --line-buffered --progress --input --offsets --output --header --with --annotate --help --version" ;;
	entities) options="--date --types --min-confidence --gazetteer --markup --color --null --with-filename --json --field --charset --line-buffered --progress --input --offsets --output --header --with --annotate --help --version" ;;
	quotes) options="--kind --min-words --min-confidence --single --cues --lang --markup --color --null --with-filename --json --field --charset --line-buffered --progress --input --offsets --output --header --with --annotate --help --version" ;;
	dedup) options="--near --ignore-case --fold --list --invert --mark --groups --seen --documents --count --repeated --unique --keep --skip-fields --skip-chars --check-chars --frozen --keys --memory --tmpdir --signatures --join --apply --part --salt --null --with-filename --json --field --charset --line-buffered --progress --help --version" ;;
	esac
	case $1:$before in
	deboil:--breaks) values="auto given" ;;
	deboil:--input) values="auto text jsonl html warc" ;;
	sentences:--newline) values="auto break space" ;;
	sentences:--input) values="auto text jsonl" ;;
	entities:--color) values="auto always never" ;;
	entities:--input) values="auto text jsonl" ;;
	quotes:--color) values="auto always never" ;;
	quotes:--input) values="auto text jsonl" ;;
	dedup:--keep) values="first longest newest" ;;
	esac
	if [[ -n $values ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
	elif [[ $word == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
	fi
}
complete -o filenames -F _copydesk deboil deboilerplate sentences entities quotes dedup
