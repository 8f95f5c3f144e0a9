#!/usr/bin/env bats
# Indirect speech in other languages than English, one phenomenon a test.

load common

@test "German: dass, a question, a subjunctive, an infinitive behind the verb" {
	OPTS='-L de'
	says 'Anna Berg sagte am Montag der Zeitung, dass das Werk zum Jahresende schließt.' 'Anna Berg|indirect|dass das Werk zum Jahresende schließt'
	says 'Anna Berg sagte, das Werk habe seit Jahren keine Aufträge mehr bekommen.' 'Anna Berg|indirect|das Werk habe seit Jahren keine Aufträge mehr bekommen'
	says 'Karl Lenz fragte, ob das Werk im nächsten Jahr wieder öffnet.' 'Karl Lenz|indirect|ob das Werk im nächsten Jahr wieder öffnet'
	says 'Die Polizei forderte die Anwohner auf, ihre Fenster am Abend geschlossen zu halten.' 'Die Polizei|indirect|ihre Fenster am Abend geschlossen zu halten'
	says 'Karl Lenz geht davon aus, dass die Stadt das Werk kaufen wird.' 'Karl Lenz|indirect|dass die Stadt das Werk kaufen wird'
	says 'Karl Lenz hat in der Sitzung mitgeteilt, dass die Stadt das Werk kauft.' 'Karl Lenz|indirect|dass die Stadt das Werk kauft'
}
@test "German: an object, a purpose, an apposition are nothing that is said" {
	OPTS='-L de'
	says 'Die Sprecherin der Partei, Anna Berg, forderte die Einrichtung einer neuen Stelle.'
	says 'Die Bürger forderten einen neuen Rat, um den Weg für Wahlen freizumachen.'
	says 'Um die Seuche einzudämmen, kündigte Anna Berg neue Regeln an.'
	says 'Ich habe lange in der Stadt gelebt, manchmal bringt mich das auf Gedanken.'
}
@test "German: before the verb, around it, behind wie" {
	OPTS='-L de'
	says 'Das Werk schließt zum Jahresende, sagte Anna Berg.' 'Anna Berg|indirect|Das Werk schließt zum Jahresende'
	says 'Das Werk, so ein Sprecher der Stadt, schließt zum Jahresende.' 'ein Sprecher der Stadt|indirect|Das Werk schließt zum Jahresende'
	says 'Drei Menschen wurden verletzt, wie die Polizei am Abend mitteilte.' 'die Polizei|indirect|Drei Menschen wurden verletzt'
	says 'Wie die Polizei mitteilte, wurden drei Menschen schwer verletzt.' 'die Polizei|indirect|wurden drei Menschen schwer verletzt'
}
@test "German: laut, nach Angaben, zufolge; not: he thought aloud" {
	OPTS='-L de'
	says 'Laut einem Sprecher der Polizei wurden drei Menschen bei dem Brand verletzt.' 'einem Sprecher der Polizei|indirect|wurden drei Menschen bei dem Brand verletzt'
	says 'Drei Menschen wurden nach Angaben der Polizei bei dem Brand verletzt.' 'der Polizei|indirect|Drei Menschen wurden bei dem Brand verletzt'
	says 'Medienberichten zufolge wurden drei Menschen bei dem Brand schwer verletzt.' 'Medienberichten|indirect|wurden drei Menschen bei dem Brand schwer verletzt'
	says 'Karl Lenz dachte bereits laut über mögliche Nachfolger für seinen Posten nach.'
}
@test "German: the subjunctive goes on with whoever was reported, as one statement" {
	OPTS='-L de'
	says 'Anna Berg sagte, das Werk bleibe vorerst geschlossen. Es gebe dafür keine Käufer. Auch die Stadt habe abgelehnt. Die Halle ist leer.' \
		'Anna Berg|indirect|das Werk bleibe vorerst geschlossen' \
		'Anna Berg|indirect|Es gebe dafür keine Käufer. Auch die Stadt habe abgelehnt'
	says 'Das Werk ist zu. Es gebe dafür keine Käufer.'
}
@test "words between marks inside of what is reported: mixed, given once" {
	OPTS='-L de' says 'Anna Berg sagte, das Werk habe „keine Zukunft mehr“ und müsse schließen.' 'Anna Berg|mixed|das Werk habe „keine Zukunft mehr“ und müsse schließen'
	OPTS='-L de' says '„Wir schließen zum Jahresende“, sagte Anna Berg.' 'Anna Berg|direct|Wir schließen zum Jahresende'
	says 'La alcaldesa, Ana Ruiz, aseguró que el aviso se hizo «por todos los medios» a la población.' 'Ana Ruiz|mixed|el aviso se hizo «por todos los medios» a la población'
}
@test "Spanish, French, Italian, Portuguese: that, whom it is told, when" {
	OPTS='-L es' says 'El alcalde, Juan Ruiz, dijo ayer a la prensa que las obras terminan en mayo.' 'Juan Ruiz|indirect|las obras terminan en mayo'
	OPTS='-L fr' says "Jeanne Petit a déclaré jeudi à l'agence que les travaux finissent en mai." 'Jeanne Petit|indirect|les travaux finissent en mai'
	OPTS='-L it' says 'Paolo Neri ha detto ai giornalisti che i lavori finiscono a maggio.' 'Paolo Neri|indirect|i lavori finiscono a maggio'
	OPTS='-L pt' says 'Maria Lopes disse aos jornalistas que as obras terminam em maio.' 'Maria Lopes|indirect|as obras terminam em maio'
	OPTS='-L es' says 'Los periodistas, que aseguraron que la carta era suya, se marcharon.' 'Los periodistas|indirect|la carta era suya, se marcharon'
}
@test "a relative clause is nothing that is said" {
	OPTS='-L es' says 'El ministro presentó un informe que la prensa había pedido hace meses.'
	OPTS='-L fr' says 'Le maire a annoncé une réforme que les habitants attendaient depuis longtemps.'
	OPTS='-L es' says 'El presidente, Juan Ruiz, anunció la creación de una oficina nueva.'
}
@test "a participle speaks with have alone" {
	OPTS='-L es' says '«Es un incendio muy complejo», ha explicado Juan Ruiz.' 'Juan Ruiz|direct|Es un incendio muy complejo'
	OPTS='-L fr' says "La ville appelle au « calme » après le tir confirmé par l'armée de Jeanne Petit."
}
@test "Polish, Czech, Russian, Greek, Dutch, Swedish: that" {
	OPTS='-L pl' says 'Jan Nowak powiedział w poniedziałek, że szkoła zostanie zamknięta w maju.' 'Jan Nowak|indirect|szkoła zostanie zamknięta w maju'
	OPTS='-L cs' says 'Jan Novák řekl, že škola bude v květnu zavřená.' 'Jan Novák|indirect|škola bude v květnu zavřená'
	OPTS='-L ru' says 'Иван Новак сказал, что школа будет закрыта в мае.' 'Иван Новак|indirect|школа будет закрыта в мае'
	OPTS='-L el' says 'Ο Γιάννης Πέτρου δήλωσε χθες ότι το σχολείο θα κλείσει τον Μάιο.' 'Γιάννης Πέτρου|indirect|το σχολείο θα κλείσει τον Μάιο'
	OPTS='-L nl' says 'Jan de Vries zei maandag dat de school in mei wordt gesloten.' 'Jan de Vries|indirect|dat de school in mei wordt gesloten'
	OPTS='-L sv' says 'Anna Berg sade i måndags att skolan stängs i maj.' 'Anna Berg|indirect|skolan stängs i maj'
}
@test "according to: at the head, in the middle, at the end" {
	OPTS='-L es' says 'Según la policía, tres personas resultaron heridas en el incendio.' 'la policía|indirect|tres personas resultaron heridas en el incendio'
	OPTS='-L fr' says "Trois personnes ont été blessées, selon la police de la ville." 'la police de la ville|indirect|Trois personnes ont été blessées'
	OPTS='-L ru' says 'По словам Ивана Новака, школа будет закрыта в мае.' 'Ивана Новака|indirect|школа будет закрыта в мае'
	OPTS='-L pl' says 'Moim zdaniem szkoła powinna zostać zamknięta już w maju.'
}
@test "dashes: Polish, Russian, Spanish, French; a list has no verb of saying" {
	OPTS='-L pl' says '- Nie wiem. Zobaczymy za rok - powiedziała w poniedziałek Anna Nowak. - Mamy czas.' 'Anna Nowak|direct|Nie wiem. Zobaczymy za rok Mamy czas.'
	OPTS='-L pl' says '- Co robić? - pyta burmistrz Jan Nowak.\n\n- Mleko - jest białe.\n- Chleb' 'Jan Nowak|direct|Co robić?'
	OPTS='-L pl' says 'Anna Nowak jest lekarzem. - Szkoła jest zamknięta - mówi Anna Nowak.\n\n- Nie mamy czasu - dodaje.' 'Anna Nowak|direct|Szkoła jest zamknięta' 'Anna Nowak|direct|Nie mamy czasu'
	OPTS='-L ru' says '— Мы не знаем, что делать, — сказал Иван Новак. — Но время есть.' 'Иван Новак|direct|Мы не знаем, что делать, Но время есть.'
	OPTS='-L es' says '—No sabemos nada —dijo Ana Ruiz—. Hay tiempo.' 'Ana Ruiz|direct|No sabemos nada Hay tiempo.'
	OPTS='-L fr' says "– Il faut partir dès demain, a dit Jeanne Petit." 'Jeanne Petit|direct|Il faut partir dès demain'
}
@test "ten thousand dashes and verbs in one paragraph take linear time" {
	awk 'BEGIN { for (i = 0; i < 10000; i++) printf "- Nie wiem. - Tak - mówi. "; print "" }' >in
	run -0 timeout 20 quotes -L pl in
	awk 'BEGIN { for (i = 0; i < 30000; i++) printf "- Nie wiem. "; print "" }' >in
	run -0 timeout 20 quotes -L pl in
}
@test "a comma or a dash that ends the text closes nothing" {
	awk 'BEGIN { for (i = 0; i < 10000; i++) printf "- Nie wiem, mówi Anna. "; printf "- Nie," }' >in
	run -0 quotes -L pl in
	printf -- '- Nie wiem -' >in
	run -0 quotes -L pl in
}
@test "Danish, Norwegian, Romanian, Ukrainian, Hungarian, Finnish" {
	OPTS='-L da' says 'Anna Berg er borgmester. Hun sagde, at skolen lukker i maj. Ifølge politiet er tre personer kommet til skade.' 'Anna Berg|indirect|skolen lukker i maj' 'politiet|indirect|er tre personer kommet til skade'
	says '– Det er en god dag for byen. Vi er veldig glade for det, sier ordfører Anna Berg til avisen.\n\nHun opplyser at skolen stenger i mai, men det er ikke sikkert ennå.' 'Anna Berg|direct|Det er en god dag for byen. Vi er veldig glade for det' 'Anna Berg|indirect|skolen stenger i mai, men det er ikke sikkert ennå'
	OPTS='-L ro' says 'Primarul Ion Popescu a declarat luni că școala va fi închisă în mai. „Nu avem bani”, a spus el.' 'Ion Popescu|indirect|școala va fi închisă în mai' 'Ion Popescu|direct|Nu avem bani'
	OPTS='-L uk' says 'Президент Іван Коваль заявив, що школу закриють у травні. За словами поліції, троє людей отримали поранення.' 'Іван Коваль|indirect|школу закриють у травні' 'поліції|indirect|троє людей отримали поранення'
	OPTS='-L hu' says 'Kovács Anna azt mondta, hogy az iskola májusban bezár. A rendőrség szerint hárman megsérültek a tűzben.' 'Kovács Anna|indirect|az iskola májusban bezár' 'A rendőrség|indirect|hárman megsérültek a tűzben'
	OPTS='-L fi' says 'Anna Virtanen sanoi, että koulu suljetaan toukokuussa. Poliisin mukaan kolme ihmistä loukkaantui palossa.' 'Anna Virtanen|indirect|koulu suljetaan toukokuussa' 'Poliisin|indirect|kolme ihmistä loukkaantui palossa'
}
@test "Chinese: before the comma, behind it, the last of a chain; what only ends as a verb" {
	says '李文总理表示，中方将继续努力维护和平。中方将继续努力，李文表示。' '李文|indirect|中方将继续努力维护和平' '李文|indirect|中方将继续努力'
	says '另据晚报报道，张明称，这项计划已经停止实施。他说，没有人知道原因。' '张明|indirect|这项计划已经停止实施' '张明|indirect|没有人知道原因'
	says '对于孩子们来说，这是一件很好的事情。公司的名称，大家都知道。'
	says '李文表示，这是“历史性的一步”，值得大家庆祝。李文说：“我们会继续努力。”' '李文|mixed|这是“历史性的一步”，值得大家庆祝' '李文|direct|我们会继续努力。'
}
@test "Japanese: と述べた, によると" {
	says '田村健一首相は1日、ハノイで会見し、地域の安定が重要だと述べた。' '田村健一|indirect|地域の安定が重要だ'
	says '警視庁によると、男は調べに対して黙秘を続けているという。' '警視庁|indirect|男は調べに対して黙秘を続けている'
}
@test "Chinese and Japanese without end: linear time" {
	awk 'BEGIN { for (i = 0; i < 40000; i++) printf "李文说，「张明称，"; print "" }' >in
	run -0 timeout 20 quotes in
	awk 'BEGIN { for (i = 0; i < 40000; i++) printf "首相はと述べ、によると"; print "" }' >in
	run -0 timeout 20 quotes in
}
@test "titles of other languages go to their field, without what they hang on" {
	printf '%s\n' "C'était le lendemain d'un discours du président Paul Petit. Paul Petit a affirmé que la guerre est finie." >in
	run -0 quotes -L fr -j in
	[[ $output == *'"speaker": "Paul Petit"'*'"title": "président"'* ]]
}
@test "a thousand verbs and commas in one sentence take linear time" {
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "sagte, er habe laut Anna, "; print "." }' >in
	run -0 timeout 20 quotes -L de in
}
