#!/usr/bin/env bats
# Who said what in other languages than English, one phenomenon a test.

bats_require_minimum_version 1.5.0
setup() {
	PATH="$(cd "$BATS_TEST_DIRNAME/.." && pwd)/${BUILD:-build}:$PATH"
	cd "$BATS_TEST_TMPDIR"
}

# says TEXT LINE...: quotes finds just these (SPEAKER|KIND|QUOTE).
says() {
	printf '%b\n' "$1" >in
	shift
	quotes ${OPTS:-} in | cut -f1-3 | tr '\t' '|' >got
	[ $# -eq 0 ] || printf '%s\n' "$@" >want
	[ $# -gt 0 ] || : >want
	diff want got
}

@test "French inversion: the pronoun is no name, its verb speaks" {
	says "Jeanne Petit est maire de la ville et elle a réuni le conseil. « Il faut agir vite », estime-t-elle devant les élus." 'Jeanne Petit|direct|Il faut agir vite'
	says "Le ministre de l'Intérieur a réagi mardi dans la ville. « Nous n'avons pas le choix », a-t-il dit." "Le ministre de l'Intérieur|direct|Nous n'avons pas le choix"
}
@test "French, Russian: who says it stands inside of the marks" {
	says "« La loi est claire pour tous, rappelle l'avocat Paul Petit. Elle interdit tout cela. »" 'Paul Petit|direct|La loi est claire pour tous, Elle interdit tout cela.'
	says "« C'est une honte, dit Jeanne Petit. Nous irons au tribunal, ajoute-t-elle, et nous allons gagner. »" "Jeanne Petit|direct|C'est une honte, Nous irons au tribunal, et nous allons gagner."
	says '«Это успех, — отметил Иван Новак. — Так дальше нельзя».' 'Иван Новак|direct|Это успех, Так дальше нельзя'
	says "« Les enfants, les parents, dans la ville et sur la place, tout le monde est là », a dit Paul Petit." 'Paul Petit|direct|Les enfants, les parents, dans la ville et sur la place, tout le monde est là'
	says '„Diese Auftritte, betont männlich, sind nicht neu“, sagte Jan Becker.' 'Jan Becker|direct|Diese Auftritte, betont männlich, sind nicht neu'
}
@test "a verb that is not known between a whole sentence and a name" {
	says '„Das ist ein Erfolg für die Stadt“, freut sich Jan Becker.' 'Jan Becker|direct|Das ist ein Erfolg für die Stadt'
	says "« On ne peut pas continuer comme ça », s'inquiète Jeanne Petit." 'Jeanne Petit|direct|On ne peut pas continuer comme ça'
}
@test "who spoke before goes on where nobody is named" {
	says '«Non possiamo chiudere la scuola», dice Paolo Neri. «È un successo», ha aggiunto.' 'Paolo Neri|direct|Non possiamo chiudere la scuola' 'Paolo Neri|direct|È un successo'
}
@test "Portuguese: the minister, not to the minister" {
	OPTS=-Lpt says '"É um sucesso para nós", disse a prefeita Maria Lopes.' 'Maria Lopes|direct|É um sucesso para nós'
}
