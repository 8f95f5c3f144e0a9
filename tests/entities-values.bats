#!/usr/bin/env bats
# Dates, times, durations and amounts: NAME is the normal form.

load common
setup() {
	in_tmp
	cd "$ROOT" || return 1
}

# name TEXT: the names of what is found in it on Wednesday, 4 May 2022, joined.
names() {
	printf '%s\n' "$1" | entities --date=2022-05-04 -o name \
	    --types="${2-DATE,TIME,DURATION,MONEY,PERCENT,QUANTITY}" | paste -sd' '
}

# Each line: what is expected, a bar, the text.
check() {
	local want text got bad=0
	while IFS='|' read -r want text; do
		got=$(names "$text" "${1-DATE,TIME,DURATION,MONEY,PERCENT,QUANTITY}")
		[ "$got" = "$want" ] || { echo "$text: '$got', not '$want'"; bad=1; }
	done
	[ "$bad" -eq 0 ]
}

json() { printf '%s\n' "$1" | entities -j --date=2022-05-04 "${@:2}"; }

@test "dates that say their day" {
	check <<-'E'
	2022-05-01|The fair opened on May 1, 2022.
	2022-07-15|The board declared a dividend payable July 15.
	2022-11|The rules to be published in November were praised.
	2023-11-28 2023-11-28T03:11:48+09:00|Posted 28 Nov 2023 03:11:48 GMT9
	2012-11-19|It was signed on 19-Nov-12.
	2021-09-30|The year closed on Sept. 30, 2021, in debt.
	2022-05-01|It began on the 1st of May 2022.
	2022-02-03|The form of 2/3/2022 is lost.
	2022-03-25|The form of 25/3/2022 is lost.
	2022-03-01|The form of 1.3.2022 is lost.
	2022-05-01|Log of 2022-05-01 follows.
	2022-05-01/2022-05-03|The fair runs May 1–3 in the park.
	2023-05-01/2023-05-03|The fair runs 1-3 May 2023 in the park.
	2022-05-30/2022-06-02|The fair runs May 30-June 2 in the park.
	2022-03-16/2022-04-07|The trail of 16 March–7 April was closed.
	2022-03-16 2022-04-17|The trail was closed from 16 March to 17 April.
	2022-07-13/2022-07-15|The fair will run July 13-15 again.
	2022-04-20 2022-04-21 2022-04-22|Rain fell on 20, 21 and 22 April in the hills.
	2022-04-20 2022-04-21|Rain fell on April 20 and 21.
	2022-04-30 2022-05-01|The trip from April 30 to May 1 was short.
	2021-05-06/2021-05-09|The fair ran from May 6 till the 9th last year.
	1994-12-31|It was sold on Dec31, 1994.
	2015-04-14|It was sold on 14april 2015.
	1733-04-06|The ship sailed on 6 April seventeen hundred thirty-three.
	2022-05|Open until mid-May.
	2100|It will rise by 2100.
	E
}

@test "dates of other languages; what only looks like one" {
	check <<-'E'
	2024-03-12|Der Rat hat am 12. März 2024 in Berlin beschlossen.
	2022-05-03 2021-10|Am 3. Mai geht es weiter. Im Oktober 2021 war Schluss.
	2023-05-03 2022-05-01 2022-07-12|Le conseil a décidé le 3 mai 2023. Le 1er mai, puis le 12 juillet.
	2022-04-05 2023-05 2022-06-03|El 5 de abril de 2022 se firmó. En mayo de 2023 y el 3 de junio.
	2023-05-03 2024-03|Это было 3 мая 2023 года. Это будет в марте 2024 года.
	2023-05-03 2024-09|Bylo to 3. května 2023 v Praze. V září 2024 skončí.
	2023-05-03 2024-03|Το έργο άρχισε στις 3 Μαΐου 2023. Τελειώνει τον Μάρτιο 2024.
	2024-03-12|A híd 2024. március 12-én készült el.
	2024-03-12 2022-03-13|中国2024年3月12日在北京宣布，3月13日。
	2024-03-12|2024년 3월 12일 서울에서 열렸다.
	|He won 5 out of 10 and ate 3 mars bars, with 2 set points.
	E
}
@test "weekdays and near days of other languages" {
	check <<-'E'
	2022-05-02 2022-05-06|Der Rat hat am Montag in Berlin beschlossen. Er wird am Freitag wieder tagen.
	2022-05-03TEV 2022-05-02TEV|Das war gestern Abend noch nicht so. Am Montagabend war der Rat da.
	2022-05-06 2022-05-03|Der Rat ist nächsten Freitag wieder da und war es am Dienstag, 3. Mai auch.
	2022-05-02 2022-05-06 2022-05-03|Le ministre est arrivé lundi dans la ville et il viendra vendredi. Il était là hier.
	2022-05-09 2022-04-28|Il sera de retour dans la ville lundi prochain, et il y était jeudi dernier.
	2022-05-02 2022-05-03 2022-05-05|El ministro llegó el lunes a la ciudad y no fue ayer. Lo hará mañana.
	|Por la mañana el ministro no fue a la ciudad, como todos los lunes.
	2022-05-02 2022-05-05|Na segunda-feira o ministro disse que não foi. Amanhã será assim.
	2022-05-02 2022-05-05|Prezydent powiedział w poniedziałek, że nie był w Warszawie i że jutro nie będzie.
	2022-05-02 2022-05-03|Он приехал в понедельник. Это было вчера.
	2022-05-03|Το είπε την Τρίτη ο πρόεδρος, όχι η τρίτη ομάδα.
	2022-05-02 2022-04-25 2022-05-03TAF|他周一在北京说。上周一他不在。昨天下午他来了。
	2022-05-02 2022-05-03|De minister kwam maandag aan en was er gisteren niet bij.
	2022-05-02 2022-05-03|Ministeri tuli maanantaina Helsinkiin, mutta eilen hän ei ollut siellä, koska se on niin.
	|Der Autor Peter Freitag hat das in der Zeit so nicht gesehen und ist nicht da.
	E
}

@test "weeks, years, decades, quarters, ranges of other languages" {
	check <<-'E'
	2022-W17 2021|Der Rat hat letzte Woche nicht getagt und im vergangenen Jahr auch nicht.
	2022-W17 2023|La semaine dernière il était là et il le sera encore l'année prochaine.
	2022-W17 2022-06|La semana pasada no fue así y no lo será el próximo mes en la ciudad.
	2022-W17 2021|На прошлой неделе он был там. В прошлом году его не было.
	2021 2022-W17|去年他不在。上周他来了。
	2015 2023|Das ist seit 2015 so und war im Jahr 2023 nicht anders, wie der Rat sagt.
	2023|En 2023 llegó a la ciudad con 2000 personas y no se fue de ella.
	2023 2015|В 2023 году он уехал, а с 2015 года жил там.
	199 198|Das war in den 1990er Jahren so und in den 80er Jahren nicht, wie er sagt.
	199|Il était dans la ville dans les années 1990 et il y est encore.
	2023-Q1 2024-Q2|Im ersten Quartal 2023 war das nicht so, wie der Rat es will. 2024年第二季度会更好。
	2022-05-03/2022-05-05|Der Rat tagt vom 3. bis 5. Mai in der Stadt und ist dann nicht mehr bei uns.
	2023-05-03/2023-05-05|Le conseil est dans la ville du 3 au 5 mai 2023 et il y reste.
	2022-05-03/2022-05-05|С 3 по 5 мая его не было.
	|It is the 10-20 set range, for 20-25 avg.
	E
}

@test "times of other languages" {
	check <<-'E'
	2022-05-04T14:30 2022-05-04T16:00|Der Rat tagt um 14.30 Uhr in der Stadt und ist ab 16 Uhr nicht mehr da.
	2022-05-02 2022-05-02T14:30|Le ministre est arrivé lundi à 14h30 dans la ville et il y est encore.
	2022-05-04T15:00|El ministro llegó a las 15:00 horas a la ciudad y no se fue de ella.
	2022-05-04T14:00|Он приехал в 14:00.
	2022-05-04T15:30|他下午3点30分来了。
	|Das Spiel in der Stadt ging 3:2 aus und ist mit 14.30 Metern nicht das erste.
	E
}

@test "amounts of other languages" {
	check <<-'E'
	EUR 4200000 EUR 3500000000|Es kostet 4,2 Millionen Euro, später 3,5 Mrd. Euro.
	EUR 12000000 EUR 3500000000|Cela coûte 12 millions d'euros, puis 3,5 milliards d’euros.
	EUR 5000000 EUR 2500000|Cuesta 5 millones de euros. Costa 2,5 milioni di euro.
	EUR 2500000 USD 3000000000|Это стоит 2,5 млн евро. To kosztuje 3 miliardy dolarów.
	JPY 100 USD 350000000|価格は100円、约3.5亿美元。
	|Le 3 et le 4 sont fermés.
	E
}
@test "both ends of a range are of the years next to each other" {
	check <<-'E'
	2021-04 2021-09|They met between April and September, it was found.
	2022-05 2022-09|The fair will run from May to September.
	2021-11 2022-03|They met from the end of November to the middle of March.
	2022-04 2022-03|They met in April and March.
	E
}

@test "one of several: the second last week, Sundays ago, after next, week 31" {
	check <<-'E'
	2018-W42|It opened in the second last week of October 2018.
	2018-05-27|It opened on the fifth last day of May 2018.
	2022-04-17|It opened three Sundays ago.
	2022-05-13|It opens two Fridays from now.
	2022-05-13|It opens on Friday after next.
	2022-05-17|It opens on Tuesday week.
	2022-W20|It opens in the week after next.
	2022-W31|It opens in week 31.
	2027-W03|It opens in week 3 of 2027.
	|She was asked again at week 8 and in Week 5 of the season.
	2022-W22|It opens in the week of June 1.
	2022-W22-WE|It opens on the weekend of June 4.
	2021-W35-WE|It opened on Labor Day weekend.
	2022-W20|It opens in two weeks' time.
	2022-W20|It opens in a fortnight’s time.
	E
}

@test "weekdays lean to the past unless the tense says otherwise" {
	check <<-'E'
	2022-05-02|The board agreed Monday to sell.
	2022-05-06|The board will meet Friday.
	2022-05-06|The minister is slated to speak on Friday.
	2022-05-06|The bank is to reopen Friday.
	2022-05-06|The bank said it may reopen as soon as Friday.
	2022-04-29|Last Friday it rained.
	2022-05-13|Next Friday is a holiday.
	2022-05-05|She stays through Thursday.
	2022-05-03TEV|They met Tuesday evening.
	2022-05-01|They met on Sunday, May 1, in town.
	2022-04-18 2022-04-19|The court sat on Monday 18, Tuesday 19 April.
	2022-04-26|They met on Tuesday of last week.
	XXXX-WXX-1|Trains stop every Monday.
	E
}

@test "dates counted from the day of the document" {
	check <<-'E'
	2022-W17|Prices rose last week.
	2022-05-03 2022-05-05|He came yesterday and goes tomorrow.
	2022-05-02|He came the day before yesterday.
	2022-04|Prices rose last month.
	2021|Prices rose last year.
	2022-05-03TNI|It rained last night.
	2022-04-24|It rained ten days ago.
	2022-W16|It rained two weeks ago.
	2019|It was built three years ago.
	2022-03|In March the mill closed.
	2021-11|In November the mill closed.
	2021-11 2021-10|The mill closed in November. Sales had risen the previous month.
	2021-11 2021-10|It closed in November last year. In October that year it had grown.
	2022-05-07|The board will vote in three days.
	2022-W14|It began in the first week of April.
	2022-11-01|They vote on the first Tuesday of November 2022.
	2022-01/2022-06|Sales fell in the first six months of 2022.
	2021-12-25|It snowed on Christmas Day last year.
	2022-04-17|They met on Easter Sunday.
	E
}

@test "quarters, seasons, years, decades, centuries" {
	check <<-'E'
	2022-Q1|Profit rose in the first quarter.
	2021-Q4|Fourth-quarter profit rose.
	2021-Q3|Profit rose in Q3 2021.
	2022-Q1|The firm expects to report a first-quarter loss.
	2022-Q1 2021-Q1|It lost money in the first quarter, more than in the year-ago quarter.
	2021-Q1|It lost money in the year-ago first quarter.
	2023-01-02|The reduced dividend is payable Jan. 2 to holders.
	2022-Q1 2021-Q1 2021-Q1|It earned more in the first quarter than a year earlier. Sales fell from a year earlier.
	2022|It will be done by year-end.
	1996|A 1996 law forbids it.
	2022|It stands alone in 2022: no other does.
	2022-06/2022-08|The Pavilion, June-August 2022, is free.
	2024 2025|It was dry. 2024 was the year of rain, going into 2025.
	1996|It was built in mid-1996.
	2021-H1|Profit rose in the first half of 2021.
	2021-SU|It was dry in the summer of 2021.
	2021-SU|It was dry last summer.
	199|It was built in the 1990s.
	199|It was built in the mid-'90s.
	18|It was built in the 19th century.
	1998/2001|The drought of 1998-2001 was worse.
	2023|The budget for fiscal 2023 is out.
	2022/2023|The budget for the 2022-23 fiscal year is out.
	2010/2011|They won in the 2010-11 season.
	2022-11|The form of 2022-11 is lost.
	2022-Q1|Profit rose in the first fiscal quarter.
	2023 2023-Q1|It will open in next year's first quarter.
	2015|It was built in two thousand and fifteen.
	2022|It will open at the end of the year.
	E
	json 'It will open at the end of the year.' | grep -q '"low": "2022-01-01", "high": "2022-12-31", "mod": "END"'
}

@test "what is no date" {
	check <<-'E'
	2022-02 2022|On February 30, 2022, nothing happened.
	2020-02-29|It happened on February 29.
	|Order 20101231 is late.
	|The mayor may march in the parade.
	|He made 2000 copies.
	|The 30-year-old driver was unhurt.
	|Call 5551 for help.
	|It was 3:2 after extra time.
	|He read the Sunday Times.
	E
}

@test "durations and sets" {
	check <<-'E'
	P8D|An eight-day tour.
	P8D|An 8-day tour.
	PT90M|A 90-minute talk.
	P1W|It was shut for a week.
	P2.5Y|It took two and a half years.
	P3DT4H|It took 3 days and 4 hours.
	PXY|It took several years.
	PT3M/PT5M|It took 3-5 minutes.
	P2Y/P3Y|It took two or three years.
	PT30S/PT60S|A 30-60 second break.
	PAST_REF|It was five to ten years ago.
	|Toys for children of 5-13 years of age.
	P1M|He pays each month.
	P2W|He pays every two weeks.
	P1D|The paper is daily.
	|The Daily Gull is a paper.
	P1W|The paper comes twice a week.
	|Three quarters of the voters came.
	P3Q|It lost money for three quarters.
	E
	json 'The paper comes weekly.' | grep -q '"name": "P1W", .*"quant": "EACH"'
	json 'It rests for two weeks beginning June 1.' | grep -q '"name": "P2W", .*"low": "2022-06-01", "high": "2022-06-14"'
	json 'He pays each month.' | grep -q '"name": "P1M", .*"quant": "EACH"'
	json 'It took 3-5 days.' | grep -q '"name": "P3D/P5D", .*"low": "P3D", "high": "P5D"'
	json 'It rained over the past two months.' | grep -q '"name": "P2M", .*"low": "2022-03-01", "high": "2022-04-30"'
}

@test "times of day" {
	check <<-'E'
	2022-05-04T17:59|Updated at 5:59 p.m.
	2022-05-03T09:00 2022-05-03|It opened at 9 a.m. Tuesday.
	2022-05-04T15:30Z|It opened at 15:30 GMT.
	2022-05-04T15:00/2022-05-04T17:00|Open 3-5 pm.
	2022-05-04T12:00|It opened at noon.
	2022-02-14T15:00 2022-02-14 2022-02-16T09:00 2022-02-16|It was between 3pm on 14 February and 9am on 16 February.
	2022-05-04T03:30|It opened at half past three.
	2022-05-04T16:45|It opened at a quarter to five p.m.
	5%|It fell a quarter to 5 percent.
	E
}

@test "without a date to count from, what is known stays" {
	[ "$(printf 'On May 1 it rained. On Sunday it did not. In March it had.\n' | entities -o name --types=DATE | paste -sd' ')" = "XXXX-05-01 XXXX-WXX-7 XXXX-03" ]
}

@test "the document's date: the option, the field, the dateline" {
	[ "$(printf '%s\n' '{"id":"a","date":"2022-05-01T10:00:00Z","text":"It rained on Friday."}' | entities -o name)" = 2022-04-29 ]
	[ "$(printf '%s\n' '{"id":"a","date":"May 1, 2022","text":"It rained on Friday."}' | entities -o name)" = 2022-04-29 ]
	[ "$(printf 'Rain\n\nMay 1, 2022\n\nIt rained on Friday.\n' | entities -o name --types=DATE | tail -n 1)" = 2022-04-29 ]
	[ "$(printf 'EASTHAVEN, May 1, 2022 (CNB) - It rained on Friday.\n' | entities -o name --types=DATE | tail -n 1)" = 2022-04-29 ]
	[ "$(printf 'It rained on Friday.\n' | entities --date=2022-05-01 -o name)" = 2022-04-29 ]
}

@test "money" {
	check <<-'E'
	USD 500000|It cost $500,000.
	USD 500000|It cost 500,000 dollars.
	USD 500000|It cost US$0.5m.
	EUR 500000000|It cost half a billion euros.
	INR 2000000000000|It cost Rs 2 lakh crore.
	GBP 3500000|It cost £3.5m.
	JPY 10000000000000|It cost ¥10 trn.
	AUD 5000000|It cost A$5 million.
	CAD 20|It cost 20 Canadian dollars.
	SEK 30000000|It cost 30 MSEK.
	USD 3000000-5000000|It cost $3-5 million.
	EUR 1200000000-1500000000|It cost €1.2bn-1.5bn.
	USD 0.34|Shares fell 34 cents.
	USD 250000|It cost a quarter of a million dollars.
	USD 500000|It is a 500,000-dollar plan.
	CHF 1500000|It cost one and a half million Swiss francs.
	EUR 750000000|It cost three quarters of a billion euros.
	USD 15.5|It cost 15 dollars and 50.
	MYR 42|It cost Malaysian ringgit 42.
	INR 5000000000|It cost rupees 500 crore.
	USD 0.5|It cost five dimes.
	UAH 3.04|It cost 3 UAH 4 kopiykas.
	ZAR 120000 ZAR 7500000000|It cost R120 000, then R7.5bn.
	SAR 14000000000 QAR 8944593 ILS 500|It cost SR 14 billion, QR 8,944,593 and NIS 500.
	USD 3-5|It cost between $3 and $5.
	E
	json 'It cost about $3.5m.' | grep -q '"value": 3500000, "unit": "USD", "mod": "APPROX"'
	json 'It cost at least €20.' | grep -q '"value": 20, "unit": "EUR", "mod": "EQUAL_OR_MORE"'
	json 'It cost between 3 and 5 million euros.' | grep -q '"unit": "EUR", "low": 3000000, "high": 5000000'
}

@test "amounts as they are written with points for thousands and a comma before decimals" {
	check <<-'E'
	EUR 400000|The region pays 400.000 euros.
	EUR 1250000|It cost 1.250.000 euros.
	EUR 1250.5|It cost 1.250,50 euros.
	EUR 2500000|It cost 2,5 million euros.
	EUR 10000-20000|It costs between 10.000 and 20.000 euros.
	EUR 12500|It cost EUR 12.500 in all.
	3.4%|Prices rose 3,4%.
	EUR 1.459|A litre is 1.459 euros.
	USD 1125000000|It made $1.125 billion.
	USD 1000|It made $1,000.
	USD 30|Room 175 $30 a night.
	GBP 35 GBP 40|The seats cost £35 £40 each.
	E
}

@test "money is no verb" {
	check <<-'E'
	|She had five won and two lost.
	10 lb|He left ten pounds of flour.
	GBP 10|It cost him ten pounds.
	GBP 300000000|It lost 300 million pounds.
	|He took the N10 to house R 20 with PHP 8.4 and 5 Mao.
	|The pound 2 steps up fell.
	E
}

@test "percentages" {
	check <<-'E'
	7%|Prices rose 7 per cent.
	7.5%|Prices rose 7.5 percent.
	-3.5%|Growth was -3.5% in all.
	0.5%|Prices rose .5 percent.
	2 pp|The rate rose 2 percentage points.
	12.5%|Turnover rose by 12.5pc with 5 PC makers.
	0.25 pp|The rate rose 25 basis points.
	3-5%|Prices rose 3-5 percent.
	40%|Forty percent agreed.
	E
}

@test "measures, with SI units in the record" {
	check <<-'E'
	2.5 mi|The 2.5-mile track is open.
	30 °C|It was 30 degrees Celsius.
	200000 t|They sold 200,000 tonnes of rice.
	12 km²|The fire burned 12 square kilometres.
	2700 ft²|It is a 2,700-square-foot house.
	50 Hz|It hums at 50 Hz.
	175-185 °F|It cooked at 175–185 °F.
	E
	json 'The 2.5-mile track is open.' | grep -q '"value": 4023.36, "unit": "m"'
	json 'It was 86 °F.' | grep -q '"text": "86 °F", "value": 303.15'
	json 'It was 30 degrees Celsius.' | grep -q '"value": 303.15, "unit": "K"'
}

@test "numbers and ordinals only when asked for" {
	[ -z "$(names 'Two thirds of 1,200 voters came.' DATE,MONEY)" ]
	check NUMBER <<-'E'
	0.666667 1200|Two thirds of 1,200 voters came.
	2300000|There were 2.3 million of them.
	202000|two hundred and two thousand
	1234567|1 234 567 votes
	-5.5|The answer is minus five point five
	0.000001 0.54|One millionth, fifty-four hundredths.
	130.4|one hundred and thirty and two fifths
	26.4|one hundred and thirty-two fifths
	5750000000|five billion and three quarters
	0.2 0.5|One in five saw it, half did not.
	40000 22 24 26|There were 40 000 of them, in 22,24,26.
	0.4 602000|That is 2.5^-1 and 6.02x10^5.
	E
	[ "$(names 'The third man on the 21st floor.' ORDINAL)" = "3 21" ]
}

@test "addresses only when asked for" {
	[ "$(names 'Write to desk@example.org, see https://example.org/a?b=1. Or @easthaven #Seawall, +44 20 7946 0958.' EMAIL,URL,HANDLE,HASHTAG,PHONE)" \
	    = "desk@example.org https://example.org/a?b=1 @easthaven #Seawall +442079460958" ]
	[ -z "$(names 'Write to desk@example.org.' DATE)" ]
	check EMAIL,URL,HANDLE,HASHTAG,PHONE <<-'E'
	http://example.org/a_(b)|See [http://example.org/a_(b)], he said.
	bit.ly/3abc HTTPS://EXAMPLE.ORG/UP|See bit.ly/3abc or HTTPS://EXAMPLE.ORG/UP.
	|He can and/or must have 9.5/10 from the U.S./Mexico line on Rail.co.
	+442079460018 0712345678|Call +44 (0)20 7946 0018 or 0712345678.
	|The score was 21-14, in 1914-1918, as ISBN 978-3-16-148410-0 has it.
	E
	run entities --types=DATES /dev/null
	[ "$status" -eq 2 ]
	[[ $output == *"--types: no 'DATES': there are PERSON ORG "* ]]
}

@test "mentions are bytes of the text, within their paragraph" {
	printf 'It cost about\n\n$3.5m in May\n\n2 or 3\n\npercent.\n' >"$BATS_TEST_TMPDIR/a"
	entities -o start,end,text --types=DATE,MONEY,PERCENT --date=2022-05-04 "$BATS_TEST_TMPDIR/a" | while IFS=$'\t' read -r s e t; do
		[ "$(head -c "$e" "$BATS_TEST_TMPDIR/a" | tail -c +$((s + 1)))" = "$t" ] || exit 1
		[[ $t != *$'\n'* ]] || exit 1
	done
	[ "$(entities -o text --types=DATE,MONEY,PERCENT --date=2022-05-04 "$BATS_TEST_TMPDIR/a" | paste -sd'|')" = '$3.5m|May' ]
}

@test "a million digits, capitals, commas, dollars, colons in linear time" {
	cd "$BATS_TEST_TMPDIR" || return 1
	yes 7 | head -n 1000000 | tr -d '\n' >digits
	yes '7,' | head -n 500000 | tr -d '\n' >commas
	yes '$7 ' | head -n 300000 | tr -d '\n' >dollars
	yes 'May 7 and ' | head -n 100000 | tr -d '\n' >mays
	yes 'one and ' | head -n 100000 | tr -d '\n' >ands
	yes '7:' | head -n 500000 | tr -d '\n' >colons
	yes '@a.' | head -n 300000 | tr -d '\n' >ats
	yes 'A' | head -n 1000000 | tr -d '\n' >capitals
	yes 'Ab ' | head -n 1000000 | tr -d '\n' >names
	yes 'week of ' | head -n 100000 | tr -d '\n' >weeks
	yes 'last day of the ' | head -n 100000 | tr -d '\n' >lasts
	for f in digits commas dollars mays ands colons ats capitals names weeks lasts; do
		timeout 20 entities --date=2022-05-04 --types=PERSON,ORG,DATE,MONEY,NUMBER,EMAIL,URL,PHONE $f >/dev/null || { echo $f; return 1; }
	done
}

@test "the cases of other libraries: 85 of 100 (with CORPORA=DIR)" {
	[ -n "$CORPORA" ] || skip "cases of other libraries: CORPORA is not set"
	python3 tests/score/entities-values.py "${BUILD:-build}" "$CORPORA"
}
