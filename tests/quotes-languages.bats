#!/usr/bin/env bats
# Who said what in other languages than English, one phenomenon a test.

load common

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
@test "Japanese: corner marks, who stands before は, titles, terms are no speech" {
	says '田村健一首相は1日、ハノイで会見し、「侵略は断じて容認できない」と述べた。\n「地域の安定が重要だ」と首相は強調した。' '田村健一|direct|侵略は断じて容認できない' '田村健一|direct|地域の安定が重要だ'
	says '日銀の田村健一総裁は記者会見で「物価の見通しが変われば政策も変わる」と語った。田村総裁は「まだ早い」と指摘した。' '田村健一|direct|物価の見通しが変われば政策も変わる' '田村健一|direct|まだ早い'
	says '同社の担当者は「原因を調査している」と話している。' '同社の担当者|direct|原因を調査している'
	says '「とても怖かった」。近くに住む田村さん（45）は振り返る。' '田村|direct|とても怖かった'
	says 'この制度は「緑の橋」と呼ばれ、市の「景観」を守るものとして知られている。'
}
@test "Chinese: before and behind the marks, titles, pronouns, terms are no speech" {
	says '外交部发言人毛文表示：“中方对此表示坚决反对。”\n她指出，“任何人都不应低估这一点”。' '毛文|direct|中方对此表示坚决反对。' '毛文|direct|任何人都不应低估这一点'
	says '“我们将继续努力，”李文总理在北京说，“这是我们的责任。”' '李文|direct|我们将继续努力，' '李文|direct|这是我们的责任。'
	says '台灣總統陳文德說：「我們不會退縮。」這位總統接受採訪。「這是歷史性的一天」，外交部長林文龍指出。' '陳文德|direct|我們不會退縮。' '林文龍|direct|這是歷史性的一天'
	says '这家公司被称“小巨人”，在当地很有名，很多人都想去那里工作。'
}
@test "German: laut X, subjunctives, the verb second; titles and so-called things are no speech" {
	OPTS='-L de'
	says 'Anna Berg erklärte, das Werk bleibe zu. Deshalb sei die Lage „sehr ernst und ohne Ausweg“.' 'Anna Berg|indirect|das Werk bleibe zu' 'Anna Berg|mixed|Deshalb sei die Lage „sehr ernst und ohne Ausweg“'
	says 'Das Werk war laut Anna Berg „seit langem in schlechtem Zustand“.' 'Anna Berg|direct|seit langem in schlechtem Zustand'
	says 'Ähnlich äußerte sich Bürgermeisterin Anna Berg: „Wir haben zu lange gewartet.“' 'Anna Berg|direct|Wir haben zu lange gewartet.'
	says '„Wir haben zu lange gewartet“, bilanzierte Anna Berg.' 'Anna Berg|direct|Wir haben zu lange gewartet'
	says 'Anna Berg lobte Karl Lenz: „Er hat uns sehr geholfen.“' 'Anna Berg|direct|Er hat uns sehr geholfen.'
	says 'Das sagte Anna Berg der „Neuen Post“ am Montag.'
	says 'Die Brücke wurde gesperrt, so dass die sogenannte „Reichensteuer“ und das Schiff „Alte Liebe“ im Hafen blieben.'
}
@test "a few words with a capital in mid-sentence are a name, in Russian, French and Polish" {
	says 'Об этом сообщил «Интерфаксу» министр Иван Петров.'
	says 'Депутат Иван Петров сказал: «Мост мы построим за один год».' 'Иван Петров|direct|Мост мы построим за один год'
	OPTS='-L fr' says 'Ana Lopez a affirmé que le navire « Grand Large » restera au port.' 'Ana Lopez|indirect|le navire « Grand Large » restera au port'
	OPTS='-L pl' says 'Jak informuje „Gazeta Nowa”, most jest zamknięty.'
}
@test "titles of other languages are no part of the speaker" {
	OPTS='-L sv' says 'Professor Anna Berg sade: ”Bron är stängd i dag.”' 'Anna Berg|direct|Bron är stängd i dag.'
	OPTS='-L pl' says 'Poseł Jan Nowak powiedział: „Most jest zamknięty od dawna”.' 'Jan Nowak|direct|Most jest zamknięty od dawna'
	OPTS='-L es' says 'La doctora Ana Lopez dijo: "No podemos esperar más."' 'Ana Lopez|direct|No podemos esperar más.'
}
