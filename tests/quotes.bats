#!/usr/bin/env bats
# Who said what, one phenomenon a test.

load common

@test "after, before, inverted" {
	says '"We will vote on Friday," Ana Lopez said.' 'Ana Lopez|direct|We will vote on Friday,'
	says 'Ana Lopez said: "We will vote on Friday."' 'Ana Lopez|direct|We will vote on Friday.'
	says '"We will vote on Friday," said Ana Lopez, the mayor of Brno.' 'Ana Lopez|direct|We will vote on Friday,'
}
@test "who is told is not who speaks" {
	says '"No one was surprised," Ana Lopez told Peter Novak of the Courier.' 'Ana Lopez|direct|No one was surprised,'
	says 'Ana Lopez told Peter Novak that the vote would go ahead.' 'Ana Lopez|indirect|the vote would go ahead'
	says 'Kim Moran told Lee Hsien Loong that the vote would go ahead.' 'Kim Moran|indirect|the vote would go ahead'
}
@test "interrupted: one quotation; with another verb between: two" {
	says '"We will vote," Ana Lopez said, "and then go home."' 'Ana Lopez|direct|We will vote, and then go home.'
	says '"We will vote," Ana Lopez said, adding, "Then we all go home."' 'Ana Lopez|direct|We will vote,' 'Ana Lopez|direct|Then we all go home.'
}
@test "paragraphs that open again go on" {
	says '“First we vote and then we wait.\n\n“After that we all go home,” Ana Lopez said.' 'Ana Lopez|direct|First we vote and then we wait. After that we all go home,'
}
@test "marks: doubled apostrophes, wrong way round, unclosed before a paragraph, single" {
	says "''We will vote,'' Ana Lopez said." 'Ana Lopez|direct|We will vote,'
	says '”We will vote,” Ana Lopez said.' 'Ana Lopez|direct|We will vote,'
	says 'We will vote today,” Ana Lopez said.' 'Ana Lopez|direct|We will vote today,'
	says "'It is the voters' choice, isn't it,' Ana Lopez said." "Ana Lopez|direct|It is the voters' choice, isn't it,"
}
@test "--single: double marks are nested" {
	OPTS=--single says "'I told her \"never again\" and left,' Ana Lopez said." 'Ana Lopez|direct|I told her "never again" and left,'
}
@test "mixed and indirect" {
	says 'Ana Lopez said the two sides "strongly oppose" the plan.' 'Ana Lopez|mixed|the two sides "strongly oppose" the plan'
	says 'The vote would go ahead, Ana Lopez said.' 'Ana Lopez|indirect|The vote would go ahead'
	says 'According to Ana Lopez, the vote will go ahead.' 'Ana Lopez|indirect|the vote will go ahead'
	says 'According to a report by the Harbour Institute, work could begin in May and take eight months.' \
	    'Harbour Institute|indirect|work could begin in May and take eight months'
	says 'The vote will go ahead, according to city officials.' 'city officials|indirect|The vote will go ahead'
}
@test "no speech: nicknames, titles of works, so-called things, inches" {
	says 'Joseph "Joe" Tarrant travelled to Brno.'
	says 'She starred in "Gone by Morning" and "Rosalind."'
	says 'The so-called "experts" met on Monday in Brno.'
	says 'The screen measures 24" by 36" and weighs 5 kg.'
	says 'Ana Lopez declined to comment.'
}
@test "he and she, surnames, titles" {
	says 'Mayor Ana Lopez met Peter Novak. "She was late for it," he said.' 'Peter Novak|direct|She was late for it,'
	says 'Moravian Prime Minister Jana Vesela landed in Hanoi. "We agree," the prime minister said.' 'Jana Vesela|direct|We agree,'
	says 'Moravian Prime Minister Jana Vesela landed in Hanoi. "We agree," Vesela said.' 'Jana Vesela|direct|We agree,'
}
@test "two who speak together" {
	says 'Prime Minister Jana Vesela and President Tomas Ruiz met in Brno. The two leaders said that talks would go on.' 'Jana Vesela; Tomas Ruiz|indirect|talks would go on'
}
@test "unnamed sources, bodies" {
	says '"It is over," said a senior official who declined to be named.' 'a senior official|direct|It is over,'
	says '"The plan is void," the Constitutional Court ruled.' 'Constitutional Court|direct|The plan is void,'
}
@test "interviews: Q and the name that the text knows" {
	says 'Q: Will you vote?\nLopez: Yes, on Friday.\nAna Lopez is the mayor of Brno.' 'Q|indirect|Will you vote?' 'Ana Lopez|indirect|Yes, on Friday.'
}
@test "a report ends where another speaker's follows in the sentence" {
	says 'Ana Lopez said the ward would close in May, and a senior official said beds were short.' 'Ana Lopez|indirect|the ward would close in May' 'a senior official|indirect|beds were short'
	says 'Ana Lopez said that the ward would close in May, while Peter Novak told reporters that beds were short.' 'Ana Lopez|indirect|the ward would close in May' 'Peter Novak|indirect|beds were short'
	says 'Ana Lopez said the ward would close; Peter Novak said beds were short.' 'Ana Lopez|indirect|the ward would close' 'Peter Novak|indirect|beds were short'
	says 'Ana Lopez said the ward, which nurses said was full, would close.' 'Ana Lopez|indirect|the ward, which nurses said was full, would close'
	says 'The mother of three says she is confident.' 'The mother of three|indirect|she is confident'
}
@test "a name after a dash, a tweet" {
	says '“We will vote.” — Ana Lopez' 'Ana Lopez|direct|We will vote.'
	says 'We will vote on Friday. #Brno — Ana Lopez (@analopez) April 29, 2022' 'Ana Lopez|indirect|We will vote on Friday. #Brno'
}
@test "the place of a dateline says nothing" {
	says 'EASTHAVEN (CNB) -- The wall will be built this year, Mayor Odile Bremner said.' 'Odile Bremner|indirect|The wall will be built this year'
}
@test "--cues: the reader's own verbs" {
	echo deadpanned-on >verbs
	says 'Ana Lopez deadpanned-on that the vote was late.'
	OPTS='--cues=verbs' says 'Ana Lopez deadpanned-on that the vote was late.' 'Ana Lopez|indirect|the vote was late'
}
@test "--kind, --min-words, --min-confidence" {
	OPTS=--kind=indirect says 'Ana Lopez said the vote was late. "It is late," she said.' 'Ana Lopez|indirect|the vote was late'
	OPTS=--kind=direct,indirect says 'Ana Lopez said the vote was late.' 'Ana Lopez|indirect|the vote was late'
	OPTS=--min-confidence=0.9 says 'Ana Lopez said the vote was late. "It is late," she said.' 'Ana Lopez|direct|It is late,'
	OPTS=--min-confidence=1 says 'Ana Lopez said the vote was late. "It is late," she said.'
	OPTS=--min-words=4 says 'Ana Lopez said the vote was late. "It is late," she said.' 'Ana Lopez|indirect|the vote was late'
}
@test "-L de: speech and titles told apart; other languages by their marks" {
	OPTS='-L de' says '„Wir stimmen am Freitag ab“, sagte Ana Lopez.' 'Ana Lopez|direct|Wir stimmen am Freitag ab'
	OPTS='-L de' says 'Der Minister betonte: „Die Gespräche gehen weiter.“' 'Der Minister|direct|Die Gespräche gehen weiter.'
	OPTS='-L de' says 'Der Film „Der Hafen“ lief am Montag in Brünn.'
	OPTS='-L fr' says '« Nous voterons vendredi à Brno », a déclaré Ana Lopez.' 'Ana Lopez|direct|Nous voterons vendredi à Brno'
}
@test "a language that is not known" {
	echo x >in
	run quotes -L xx in
	[ "$status" -eq 2 ]
}
@test "titles are a field, not part of the speaker" {
	printf '"We agree," Prime Minister Jana Vesela said.\n' | quotes -o speaker,title | grep -qx $'Jana Vesela\tPrime Minister'
	printf '"No," Justices Clara Thorn and Lee Kagan wrote. Ministers said that it was late.\n' | quotes -o speaker >out
	printf 'Clara Thorn; Lee Kagan\nMinisters\n' | cmp - out
}
@test "surnames that are also words, when somebody is called by them" {
	says 'Charlie King met reporters. "We will vote," Mr. King said.' 'Charlie King|direct|We will vote,'
	says '"We will vote," said Steven Law. The town listened. "We will win," Law said.' 'Steven Law|direct|We will vote,' 'Steven Law|direct|We will win,'
	says 'Mark Singer arrived late. "We will vote," Singer said.' 'Mark Singer|direct|We will vote,'
}
@test "spellings of one name: middle names, Jr., surnames of two words" {
	says 'Ana M. Lopez came. Ana Lopez won. Ana Lopez left. "We will vote," Lopez said.' 'Ana Lopez|direct|We will vote,'
	says 'Robert Downs Jr. came. "It is late," Downs said.' 'Robert Downs Jr.|direct|It is late,'
	says 'Mario Vargas Llosa came. "It is late," Mr. Vargas Llosa said.' 'Mario Vargas Llosa|direct|It is late,'
	says 'Maria de la Cruz came. "It is late," de la Cruz said. "Really," De La Cruz added.' 'Maria de la Cruz|direct|It is late,' 'Maria de la Cruz|direct|Really,'
}
@test "a state behind a town, a party and its state: not who speaks" {
	says '"We will vote," Mr. Klima, now 81 and retired in Cambridge, Mass., said.' 'Klima|direct|We will vote,'
	says '"We will vote," said Sen. Marta Klima (D-MA).' 'Marta Klima|direct|We will vote,'
}
@test "secretary of state Ana Lopez; the aide of Ana Lopez; of another the mayor" {
	says '"We will vote," former secretary of state Ana Lopez said.' 'Ana Lopez|direct|We will vote,'
	says '"We will vote," said the aide of Ana Lopez.' 'the aide of Ana Lopez|direct|We will vote,'
	says 'After a talk with Ana Lopez, the mayor said: "We will vote."' 'the mayor|direct|We will vote.'
}
@test "what is read, what a sign says: no speech; what a letter says is" {
	says 'He was reading "The Long Winter" when the lights went out.'
	says 'The visitors read "Gone by Morning" on the train.'
	says 'A sign reading "No Entry" hung on the door.'
	says 'The T-shirt said "Keep Calm" in red letters.'
	says 'The statement read: "We will not forget."' 'The statement|direct|We will not forget.'
}
@test "two speak together, whatever is added to their names" {
	says 'Petr Dvorak, director of the zoo, and Ana Lopez, the mayor, said that the bear would stay.' 'Petr Dvorak; Ana Lopez|indirect|the bear would stay'
	says '"The bear stays," said Petr Dvorak, director of the zoo, and Ana Lopez, the mayor.' 'Petr Dvorak; Ana Lopez|direct|The bear stays,'
	says 'Ana Lopez, 40, and Peter Novak, 50, said the bear would stay.' 'Ana Lopez; Peter Novak|indirect|the bear would stay'
	says '"The bear stays," said Ana Lopez, the mayor, and Peter Novak left.' 'Ana Lopez|direct|The bear stays,'
}
@test "tweets: long names of accounts, links and numbers are no text, a label is the speaker" {
	says 'I will make it a trip that defends the order. (3/3) pic.twitter.com/0Fr4vP — Press Office of the Prime Minister (@MOR_PMO) April 29, 2022' 'Press Office of the Prime Minister|indirect|I will make it a trip that defends the order.'
	says 'PM Lopez: I am heading off to #Brno today. (1/3) — Press Office (@MOR_PMO) April 29, 2022

Ana Lopez met Peter Novak.' 'Ana Lopez|indirect|I am heading off to #Brno today.'
}
@test "a family name that stands first tells neither man nor woman" {
	says 'Prime Minister Pham Minh Chinh met Prime Minister Fumio Kishida. Kishida hailed it.

Chinh said the two sides discussed trade.

"We are committed to peace in the region," he said.' 'Pham Minh Chinh|indirect|the two sides discussed trade' 'Pham Minh Chinh|direct|We are committed to peace in the region,'
}
@test "where it was said is no part of it; a rank between names is a title" {
	says 'Ana Lopez called for “calm in Brno and new talks,” during a press conference in Prague.' 'Ana Lopez|direct|calm in Brno and new talks,'
	says 'Harbour Challenger Ana Lopez spoke. "We will vote," Lopez said.' 'Ana Lopez|direct|We will vote,'
}
@test "who speaks for whom: the head of a phrase" {
	says '"We will vote," a spokesman for Peter Novak said.' 'a spokesman for Peter Novak|direct|We will vote,'
	says 'Officials from the Health Ministry said the water was safe.' 'Officials from the Health Ministry|indirect|the water was safe'
	says '"It was dark," a woman who lives in the street told the Courier.' 'a woman who lives in the street|direct|It was dark,'
}
@test "who said it stands inside of what he said" {
	says 'The plan, Ana Lopez said, would cost two million.' 'Ana Lopez|indirect|The plan would cost two million'
	says 'The vote was late, Ana Lopez said, as she thanked the crowd.' 'Ana Lopez|indirect|The vote was late'
}
@test "passives: who is behind \"by\" speaks, and is not what was said" {
	for verb in 'described as' 'condemned as' called; do
		printf 'The bridge was %s "a death trap" by engineer Marek Dolny.\n' "$verb" | quotes -o speaker,quote >got
		grep -qE $'^Marek Dolny\t.*a death trap"?$' got
	done
	says 'The fee could rise if no compromise is found.'
}
@test "a clause that begins with who ends where the sentence goes on" {
	says 'Marek Dolny, who said that the road was safe, refused to answer.' 'Marek Dolny|indirect|the road was safe'
	says 'Ana Lopez, who said the vote was “fair,” left early.' 'Ana Lopez|mixed|the vote was “fair,”'
}
@test "reports and studies speak" {
	says 'Unemployment fell to 4 percent, the report showed.' 'the report|indirect|Unemployment fell to 4 percent'
	says "Half of the town's trees are dying, a study found." "a study|indirect|Half of the town's trees are dying"
}
@test "a whole sentence between marks is speech of whoever the one before is of" {
	says 'Ana Lopez was blunt. “This is a disaster.”' 'Ana Lopez|direct|This is a disaster.'
	says 'Peter Novak shook his head. "We have been waiting for nine years for this bridge."' 'Peter Novak|direct|We have been waiting for nine years for this bridge.'
}
@test "he who is named later; the ministry; both leaders" {
	says '"I was there," he said. Peter Novak, 63, has lived in the valley all his life.' 'Peter Novak|direct|I was there,'
	says 'The Health Ministry closed the beach. "The water is not safe," the ministry said.' 'Health Ministry|direct|The water is not safe,'
	says 'Prime Minister Jana Vesela met President Tomas Ruiz in Brno. Both leaders said that talks would go on.' 'Jana Vesela; Tomas Ruiz|indirect|talks would go on'
}
@test "a mark that is never closed; captions" {
	says '“We will vote, Ana Lopez said.\n\nThe council met on Monday. It rained.' 'Ana Lopez|direct|We will vote,'
	says 'Ana Lopez speaks in Brno. (Photo: “City Hall” / AFP)'
}
@test "two verbs beside each other have each its own" {
	says 'Ana Lopez said the vote was late and said on Friday that the hall was cold.' 'Ana Lopez|indirect|the vote was late' 'Ana Lopez|indirect|the hall was cold'
}
@test "languages are told by marks that English has not, and by small words" {
	says '« Nous voterons vendredi », a déclaré la maire, Ana Lopez, devant la presse.' 'Ana Lopez|direct|Nous voterons vendredi'
	says '„Wir stimmen am Freitag ab“, sagte Ministerin Ana Lopez.' 'Ana Lopez|direct|Wir stimmen am Freitag ab'
	says '»Wir stimmen ab«, sagte Ana Lopez.' 'Ana Lopez|direct|Wir stimmen ab'
	says '«No podemos esperar», dijo la alcaldesa Ana Lopez.' 'Ana Lopez|direct|No podemos esperar'
	says '«Votiamo venerdì», ha detto Ana Lopez. La riunione è durata due ore.' 'Ana Lopez|direct|Votiamo venerdì'
	says '«Vamos votar na sexta-feira», disse Ana Lopez aos jornalistas.' 'Ana Lopez|direct|Vamos votar na sexta-feira'
	says '„We gaan vrijdag stemmen”, zei Ana Lopez tegen de krant.' 'Ana Lopez|direct|We gaan vrijdag stemmen'
}
@test "-L: the verb stands second in German, the subject behind it" {
	OPTS='-L de' says 'Nach der Sitzung sagte Ministerin Jana Vesela: „Wir haben noch keinen Plan.“' 'Jana Vesela|direct|Wir haben noch keinen Plan.'
	OPTS='-L fr' says 'La ministre a expliqué : « Nous ne pouvons pas attendre. »' 'La ministre|direct|Nous ne pouvons pas attendre.'
	OPTS='-L es' says 'Ana Lopez dijo: "No podemos esperar más."' 'Ana Lopez|direct|No podemos esperar más.'
}
@test "named on the line before; after a dash on the next" {
	says 'And from the chairwoman:\n\n“We will not let the harbour close.”' 'the chairwoman|direct|We will not let the harbour close.'
	says 'Commissioner Geoffrey Hale issued a statement.\n\nHe said:\n\n“The port is safe and it will stay open.”' 'Geoffrey Hale|direct|The port is safe and it will stay open.'
	says '“The harbour will stay open.”\n— Ana Lopez, mayor of Brno' 'Ana Lopez|direct|The harbour will stay open.'
}
@test "interviews: question and answer, capitals" {
	says 'Q: Will the harbour stay open?\nA: Yes, it will.' 'Q|indirect|Will the harbour stay open?' 'A|indirect|Yes, it will.'
	says 'LOPEZ: The harbour will stay open.\n\nNOVAK: And who will pay for it?\n\nAna Lopez and Peter Novak met on Monday.' 'Ana Lopez|indirect|The harbour will stay open.' 'Peter Novak|indirect|And who will pay for it?'
}
@test "headlines: the claim in marks and whose it is" {
	says "Tokyo 'will not tolerate' change of status quo: Kishida\n\nJapanese Prime Minister Fumio Kishida spoke in Hanoi on Sunday." 'Fumio Kishida|direct|will not tolerate'
	says "Harbour 'must stay open', says mayor\n\nMayor Ana Lopez spoke in Brno." "Ana Lopez|mixed|Harbour 'must stay open'"
	says 'Lopez: Harbour will stay open\n\nMayor Ana Lopez spoke in Brno.' 'Ana Lopez|indirect|Harbour will stay open'
}
@test "single marks, British and curly, interrupted" {
	says "Ana Lopez said: 'The harbour is the town's heart.'" "Ana Lopez|direct|The harbour is the town's heart."
	says '‘We will never close,’ said Ana Lopez, ‘and that is a promise.’' 'Ana Lopez|direct|We will never close, and that is a promise.'
}
@test "a nickname parts no name; whom one is known as is no speech" {
	says 'Ana “Nita” Lopez said she would run again.' 'Ana Lopez|indirect|she would run again'
	says 'The man known as "Shorty" said he was innocent.' 'The man|indirect|he was innocent'
}
@test "nested marks, brackets and ellipses inside" {
	says "\"I told him 'never again' and left,\" Ana Lopez said." "Ana Lopez|direct|I told him 'never again' and left,"
	says '"The plan [for the harbour] is ... good," Ana Lopez said.' 'Ana Lopez|direct|The plan [for the harbour] is ... good,'
}
@test "several speak: question and answer" {
	says '"Is it safe?" asked Peter Novak. "Yes," Ana Lopez replied.' 'Peter Novak|direct|Is it safe?' 'Ana Lopez|direct|Yes,'
}
@test "in a statement that: the place is not what was said" {
	says 'The ministry said in a statement that the beach was closed.' 'The ministry|indirect|the beach was closed'
}
@test "what they agreed, he said, is what he said: one record" {
	says 'Ana Lopez said the two sides agreed to meet again in May.' 'Ana Lopez|indirect|the two sides agreed to meet again in May'
}
@test "when he spoke is no part of a verdict" {
	says 'Ana Lopez called the plan a "positive step" when she spoke in Brno.' 'Ana Lopez|mixed|the plan a "positive step"'
}
@test "no title in the speaker, whatever follows the name" {
	says '"We will vote," said Representative Peter T. King of New York.' 'Peter T. King|direct|We will vote,'
	says '"We agree," former Gov. Bill Richardson of New Mexico said.' 'Bill Richardson|direct|We agree,'
	says '"It rains," said the mayor of Brno, Ana Lopez.' 'Ana Lopez|direct|It rains,'
}
@test "an aside inside a quoted sentence: one quotation, unless another speaks in it" {
	says '"The roof," said Ana Lopez, 71, a retired tiler, pointing toward the tower, "they all forget."' 'Ana Lopez|direct|The roof, they all forget.'
	says '"The roof leaks," said Ana Lopez, while Peter Novak said, "we mended it."' "Ana Lopez|direct|The roof leaks," "Peter Novak|direct|we mended it."
}
@test "he is no acronym named before him" {
	says 'Trade Minister Ana Lopez met Peter Novak. At a seminar of the Harbour Trade Forum (HTF), he said the port was full.' 'Peter Novak|indirect|the port was full'
	says 'Port chief Jan Vesely said that trade grew.
At a seminar organised by the Trade Forum (HTF), he said the port was full.' 'Jan Vesely|indirect|trade grew' 'Jan Vesely|indirect|the port was full'
}
@test "one of the miners, not one; nobody says what he was asked, or not to be named" {
	says '"Nobody tells us," said one of the miners, who asked not to be named.' 'one of the miners|direct|Nobody tells us,'
	says '"Yes," Ana Lopez said when asked whether she would run.' 'Ana Lopez|direct|Yes,'
	says 'The old king is said to have laughed at it.'
}
@test "a heading with a colon speaks only if it is somebody" {
	says 'Reader Tip: The lamp can be turned in all directions and needs no tools.'
	says 'Ana Lopez: The harbour is full and we need more room for the boats.' 'Ana Lopez|indirect|The harbour is full and we need more room for the boats.'
}
@test "according to documents: the plural is no verb" {
	says 'The firm knew of the risk, according to court documents.' 'court documents|indirect|The firm knew of the risk'
}
@test "straight marks in Spanish: the language is told by small words" {
	says 'La ministra viajó a la ciudad de los puentes para ver el puerto y los barcos de la región. "No vamos a cerrar la escuela", aseguró Ana Lopez.' 'Ana Lopez|direct|No vamos a cerrar la escuela'
}
@test "other languages: a name ends where small words follow; no verb is a title" {
	says "« Nous n'avons pas le choix », a déclaré Ana Lopez lors d'une visite à l'hôtel de ville." "Ana Lopez|direct|Nous n'avons pas le choix"
	says '«Мы договорились о новом мосте», — заявил Новак журналистам.' 'Новак|direct|Мы договорились о новом мосте'
}
@test "Polish, Czech, Swedish, Turkish, Russian, Greek: the verbs of saying" {
	says '„Nie zamykamy szkoły” – powiedziała burmistrz Anna Lopez podczas sesji.' 'Anna Lopez|direct|Nie zamykamy szkoły'
	says '„Školu nezavřeme,“ řekl starosta Jan Novák.' 'Jan Novák|direct|Školu nezavřeme,'
	OPTS=-Lsv says '”Vi stänger inte skolan”, säger rektor Eva Lind till tidningen.' 'Eva Lind|direct|Vi stänger inte skolan'
	OPTS=-Ltr says '"Okulu kapatmıyoruz" dedi Ahmet Yılmaz.' 'Ahmet Yılmaz|direct|Okulu kapatmıyoruz'
	says '«Мы не закроем школу», — сказала Анна Лопес.' 'Анна Лопес|direct|Мы не закроем школу'
	says '«Δεν κλείνουμε το σχολείο», δήλωσε ο δήμαρχος Γιώργος Λόπεζ.' 'Γιώργος Λόπεζ|direct|Δεν κλείνουμε το σχολείο'
}
@test "a surname before Jr. that stands alone too: no crash" {
	says 'Kishida Jr said "we will go to town" on Monday. Kishida said it was late. Kishida left.' 'Kishida Jr.|mixed|"we will go to town" on Monday' 'Kishida Jr.|indirect|it was late'
}
@test "titles of councils and courts are no part of the speaker" {
	says '"We will appeal," said Cllr Gareth Evans.' 'Gareth Evans|direct|We will appeal,'
	says 'Adv Tsepo Molefe said the court was wrong.' 'Tsepo Molefe|indirect|the court was wrong'
}
@test "a paragraph of dashes and accounts is no tweet: nothing is given twice" {
	i=0
	while [ $i -lt 500 ]; do
		printf 'The boats go out today - Ana (@ana) '
		i=$((i + 1))
	done >in
	[ "$(quotes in | wc -c)" -lt 10000 ]
}
@test "a report's author speaks in it, and whoever issued a statement" {
	says 'A recent survey by Harbour Economics found that "prices rise" everywhere.' 'Harbour Economics|mixed|"prices rise" everywhere'
	says 'The plan was late, according to a report from the left-leaning Harbour Institute.' 'Harbour Institute|indirect|The plan was late'
	says 'The ministry issued a statement saying that "nobody was hurt in the blast."' 'The ministry|mixed|"nobody was hurt in the blast."'
}
@test "a name with 'for' in it" {
	says 'Citizens for Tax Justice said the plan was "a disgrace to the nation."' 'Citizens for Tax Justice|mixed|the plan was "a disgrace to the nation."'
}
@test "a description between the name and the verb goes on, or stands behind a dash" {
	says 'Jan Vesely, the Moravian Republican who heads the committee, said the gifts "call into question the independence" of the bank.' 'Jan Vesely|mixed|the gifts "call into question the independence" of the bank'
	says '"We will see," Ana Lopez, the committee member from Moravia, told reporters.' 'Ana Lopez|direct|We will see,'
	says 'Ana Lopez came. A former presidential candidate -- Ana Lopez -- said the president "offered no changes to his strategy."' 'Ana Lopez|mixed|the president "offered no changes to his strategy."'
}
@test "former secretary of state, given names that are months, surnames that are words" {
	says '"The line is here," said former secretary of state Anna Kerry, who praised him.' 'Anna Kerry|direct|The line is here,'
	says 'April Lopez, a spokeswoman for the party, said that it would wait.' 'April Lopez|indirect|it would wait'
	says 'Peter West came too. Later, West landed a sharp dig at "my dear sister."' 'Peter West|direct|my dear sister.'
}
@test "popes and kings keep the title they are known by" {
	says 'Pope Francis spoke on Sunday. "We must not be afraid of the others," Francis said.' 'Pope Francis|direct|We must not be afraid of the others,'
}
@test "treasurer of a fund: the fund does not speak too" {
	says 'Jan Vesely, the attorney and treasurer of the Great Harbour PAC, said the vote "was rigged from the start."' 'Jan Vesely|mixed|the vote "was rigged from the start."'
}
@test "a mark that opens where one closes; one quotation in another of the same marks" {
	says '“There is no way back from here,“ said Ana Lopez.' 'Ana Lopez|direct|There is no way back from here,'
	says '“I would rather live in what he calls “the pit” than in his house,” said Ana Lopez.' 'Ana Lopez|direct|I would rather live in what he calls “the pit” than in his house,'
}
@test "a denial of saying is part of the cue" {
	printf 'Ana Lopez has never said that she would leave.\nBob Reed declined to say how many jobs were at risk.\nCy Dunn hasn’t said whether he will run.\nEva Roe quickly said that it was late.\n' | quotes -o cue >out
	printf '%s\n' 'has never said' 'declined to say' 'hasn’t said' said | cmp - out
	says 'Ana Lopez declined to say whether she would leave.' 'Ana Lopez|indirect|whether she would leave'
}
@test "block quotations: a paragraph without marks behind a colon, if it says I or we" {
	says 'In a statement, Mayor Ana Lopez said:\n\nWe are sorry. I said so in May.\n\nOur work goes on.\n\nThe plant is closed.' 'Ana Lopez|direct|We are sorry. I said so in May. Our work goes on.'
	says 'The letter reads:\n\nWe know that we have let you down.' 'The letter|direct|We know that we have let you down.'
	says 'Ana Lopez wrote on Facebook:\n\nThe plant is closed.'
	says 'Here are questions you ask yourself as you are considering it:\n\nDo I need a plan?'
}
@test "what describes a name ends at the comma before the verb: the name speaks" {
	says 'Ana Lopez, who lost to Peter Novak in the spring vote of the party, said the vote was late.' 'Ana Lopez|indirect|the vote was late'
	says 'Ana Lopez, a senior fellow at the Centre for Roads, said the bridge was old.' 'Ana Lopez|indirect|the bridge was old'
}
@test "what a relative clause ends with does not speak, its head does" {
	says 'The supermarket chain that had wanted the land said it would look for another site.' 'The supermarket chain|indirect|it would look for another site'
	says 'Several officials who have endorsed him say the plan is sound.' 'Several officials|indirect|the plan is sound'
}
@test "a state in brackets does not speak: (R-Tex.)" {
	says '"It is a dog whistle," Rep. Ana Lopez (D-Wis.) said Friday.' 'Ana Lopez|direct|It is a dog whistle,'
	says 'Sen. Peter Novak (I-Vt.) said the vote would go ahead.' 'Peter Novak|indirect|the vote would go ahead'
}
@test "a verb's form behind \"a\" and a name, a role or a body is a noun" {
	says '"The harbour was closed in May," according to a court document filed by the town.' 'a court document|direct|The harbour was closed in May,'
	says 'In a Facebook message posted Friday, Lopez said she has had "areas of disagreement" with him.' 'Lopez|mixed|she has had "areas of disagreement" with him'
}
@test "descriptions with whose, with a role alone, between dashes" {
	says 'Ana Lopez, whose latest firm, Paradata, sells maps, said the vote would go ahead.' 'Ana Lopez|indirect|the vote would go ahead'
	says 'Ana Lopez, deputy secretary of state for population, refugees, and migration, said the vote would go ahead.' 'Ana Lopez|indirect|the vote would go ahead'
	says 'Peter Novak -- who owns the paper, which is also printed in Moravia -- said the vote would go ahead.' 'Peter Novak|indirect|the vote would go ahead'
}
@test "between a heading's dash and the colon" {
	says 'HARBOURS GO ON SINKING - Ana Lopez and Peter Novak: "We have found that the piers go down by an inch a year."' 'Ana Lopez; Peter Novak|direct|We have found that the piers go down by an inch a year.'
}
@test "behind a comma \"saying\" is hers of whom the clause is" {
	says 'Ana Lopez fired the chief, Peter Novak, saying the vote would go ahead.' 'Ana Lopez|indirect|the vote would go ahead'
	says 'This year, Eva Roe rose to the defence of Peter Novak, who is in court for fraud, adding that the vote would go ahead.' 'Eva Roe|indirect|the vote would go ahead'
}
@test "confidence is low in the middle of a sentence" {
	printf '%s\n\n' '"We will vote on Friday," Ana Lopez said.' '"stay open for all of us tonight," Ana Lopez said.' | quotes -o confidence >out
	printf '%s\n' 0.960 0.620 | cmp - out
}
