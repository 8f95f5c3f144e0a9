// train/abroad.js -- makes common/data/countries-abroad.words: countries and
// some places as other languages call them, from npm i18n-iso-countries and the
// lines below:
//
//	npm install i18n-iso-countries@7.14.0
//	node common/train/abroad.js node_modules common/data
//
// Not needed to build: the list it writes is kept.
'use strict';
const fs = require('fs');
const path = require('path');
const [, , modules, out] = process.argv;
const need = (m) => require(path.resolve(modules, m));
const numeric = Object.fromEntries(need('i18n-iso-countries/codes.json')
  .map((x) => [x[0], +x[2]]));
const languages = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl',
  'cs', 'sk', 'ro', 'tr', 'fi', 'hu', 'ru', 'uk', 'bg', 'el', 'hr', 'sr'];
const SHORTEST = 4;                     // letters
const PLACE = 1000, REGION = 1001;      // no country

// How the last letters of a country change with its case.
const cases = {
  pl: [['a', ['i', 'y', 'ę', 'ą']], ['y', ['', 'om', 'ech']]],
  cs: [['ie', ['ii', 'ií']], ['o', ['a', 'u', 'em']], ['a', ['y', 'u', 'ou']]],
  sk: [['o', ['a', 'u', 'om']], ['a', ['y', 'u', 'ou']]],
  ru: [['ия', ['ии', 'ию', 'ией']], ['ша', ['ши', 'ше', 'шу', 'шей']],
    [/[^аеиоуыэюя]а$/, ['ы', 'и', 'е', 'у', 'ой']],
    [/[бвгджзклмнпрстфхцчш]$/, ['а', 'у', 'ом', 'е']], ['ай', ['ая', 'аю', 'ае', 'аем']]],
  uk: [['ія', ['ії', 'ію', 'ією']], [/[^аеиіоуюя]а$/, ['и', 'і', 'у', 'ою']],
    [/[бвгджзклмнпрстфхцчш]$/, ['у', 'ом', 'і']]],
  el: [['α', ['ας']], ['η', ['ης']], ['ος', ['ου', 'ο']]],
  fi: [['a', ['an', 'assa', 'asta', 'aan', 'alla']], ['ä', ['än', 'ällä', 'ältä', 'älle']],
    ['i', ['in', 'issa', 'ista', 'iin']], ['o', ['on', 'ossa', 'osta']]],
};
const forms = (l, name) => {
  const all = [name];
  if (!/[ -]/.test(name))
    for (const [end, others] of cases[l] || []) {
      const cut = typeof end === 'string'
        ? name.endsWith(end) ? name.slice(0, -end.length) : null
        : end.test(name) ? name.replace(/а$/, '') : null;
      if (cut !== null) {
        all.push(...others.map((x) => cut + x));
        break;
      }
    }
  return all;
};
// Words and other names.
const others = new Set(('Того Granada Reunión Reunião Réunion Riunione Maurice Palau'
  + ' Montserrat San_Martín Santa_Elena San_Martino Saba Man Guernsey Jersey Oman')
  .split(' ').map((x) => x.replace(/_/g, ' ')));
const list = new Map(), unsure = new Set();
const add = (name, code) => {
  if (list.has(name) && list.get(name) !== code) unsure.add(name);
  else list.set(name, code);
};
for (const l of languages) {
  const names = need(`i18n-iso-countries/langs/${l}.json`).countries;
  for (const [code, x] of Object.entries(names))
    for (const name of Array.isArray(x) ? x : [x])
      if (!/[,()]/.test(name) && name.length >= SHORTEST)
        for (const form of forms(l, name)) add(form, numeric[code]);
}
const short = { US: 'Stati_Uniti Estados_Unidos Vereinigte_Staaten Vereinigten_Staaten Verenigde_Staten Statele_Unite Соединённые_Штаты Соединённых_Штатов Сполучені_Штати Ηνωμένες_Πολιτείες Ηνωμένων_Πολιτειών EE.UU. EEUU EUA ΗΠΑ США Stany_Zjednoczone Stanów_Zjednoczonych Stanach_Zjednoczonych'
  + ' États-Unis Etats-Unis Spojené_státy Spojených_států Yhdysvallat Yhdysvaltain Соединенные_Штаты Соединенных_Штатов',
RU: 'РФ Rosja Rosji Rosję Rosją Rusko Ruska Rusia Russie Россия России Ρωσία Ρωσίας', CN: 'КНР Chiny Chin Chinach Κίνα Κίνας',
GB: 'Großbritannien Grande-Bretagne Gran_Bretagna Gran_Bretaña Grã-Bretanha Wielka_Brytania Wielkiej_Brytanii Великобритания Великобритании Βρετανία Βρετανίας Inglaterra Angleterre Inghilterra',
DE: 'Niemcy Niemiec Niemczech ФРГ Allemagne Alemania Alemanha Γερμανία Γερμανίας', SY: 'Syrien Сирия Сирии Συρία Συρίας', IR: 'Иран Ирана Иране Ιράν', KR: 'Südkorea Corée_du_Sud Corea_del_Sur Korea_Południowa Южная_Корея Южной_Кореи',
KP: 'Nordkorea Corée_du_Nord Corea_del_Norte Korea_Północna Северная_Корея Северной_Кореи КНДР', LY: 'Libia Libii Libię', CZ: 'Czechy Czech Česko Česka Чехия Чехии', VE: 'Venezuela', TR: 'Türkiye Τουρκία Τουρκίας' };
for (const [code, names] of Object.entries(short))
  for (const name of names.split(' ')) list.set(name.replace(/_/g, ' '), numeric[code]);
const places = 'Moskau Moscou Moscú Mosca Moscovo Moskva Moskwa Moskwie Moskwy Москва Москвы Москве Μόσχα Peking Pékin Pekín Pechino Pequim Pekin Пекин Пекина'
  + ' Warschau Varsovie Varsovia Varsavia Warszawa Warszawie Warszawy Варшава Varšava Wien Vienne Viena Wiedeń Wiedniu Вена Prag Praga Prague Praha Prahy Praze Прага'
  + ' Brüssel Bruxelles Bruselas Bruxelas Brussel Bruksela Brukseli Брюссель Брюсселе Βρυξέλλες Londres Londra Londen Londyn Londynie Лондон Лондоне Λονδίνο Parigi Paryż Paryżu Париж Париже Παρίσι'
  + ' Roma Rzym Rzymie Рим Риме Ρώμη Athen Athènes Atenas Atene Αθήνα Αθήνας Αθηνών Θεσσαλονίκη Lissabon Lisbonne Lisboa Lisbona Kopenhagen København Copenhague Kairo Le_Caire El_Cairo Teheran Téhéran Teherán Тегеран Тегеране Τεχεράνη Jerusalem Jérusalem Jerusalén Gerusalemme Kiew Kiev Kyjiw Kijów Kijowie Киев Киева Киеве'
  + ' Nueva_York Nowy_Jork Nowym_Jorku Nova_York Нью-Йорк Нью-Йорке Νέα_Υόρκη Waszyngton Waszyngtonie Вашингтон Вашингтоне Ουάσιγκτον Mailand Milán Turin Rom Neapel Venedig München Munich Monachium Köln Colonia Genf Genève Ginebra Ginevra Zürich Zurigo Basel Kraków Krakowie Gdańsk Gdańsku Wrocław Wrocławiu Poznań Poznaniu Łódź Łodzi Санкт-Петербург Санкт-Петербурга Санкт-Петербурге'
  + ' Bayern Sachsen Hessen Thüringen Niedersachsen Nordrhein-Westfalen Baden-Württemberg Rheinland-Pfalz Brandenburg Schleswig-Holstein Andalucía Cataluña Catalunya Bretagne Normandie Toscana Lombardia Sicilia Крым Крыма Крыму';
const regions = 'Europa Europe Европа Европы Европе Ευρώπη Ευρώπης Europie Europy Europę Evropa Evropy Evropě Eurooppa Euroopan Avrupa Asien Asie Asia Azja Azji Азия Азии Ασία Asya Afrika Afrique África Afryka Afryki Afryce Африка Африки Αφρική Amérique América Ameryka Ameryki Ameryce Америка Америки Αμερική'
  + ' Nahen_Osten Naher_Osten Proche-Orient Moyen-Orient Oriente_Medio Oriente_Próximo Medio_Oriente Oriente_Médio Bliski_Wschód Bliskim_Wschodzie Ближний_Восток Ближнем_Востоке Mittelmeer Méditerranée Mediterráneo Mediterraneo Ostsee Nordsee Bałtyk Bałtyku Atlantik Atlantique Atlántico Atlântico Pazifik Pacifique Pacífico Alpen Alpes Alpi Alpy';
for (const [names, code] of [[places, PLACE], [regions, REGION]])
  for (const name of names.split(' '))
    if (!list.has(name.replace(/_/g, ' '))) list.set(name.replace(/_/g, ' '), code);
for (const name of [...unsure, ...others]) list.delete(name);
fs.writeFileSync(path.join(out, 'countries-abroad.words'), `# Countries as other languages than English call them, some with their cases,
# with the numeric ISO 3166 code; 1000 other places, 1001 regions. By
# common/train/abroad.js from npm i18n-iso-countries 7.14.0 (MIT) and by hand.
${[...list].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map((x) => x.join('\t')).join('\n')}
`);
console.log(list.size, [...unsure].length);
