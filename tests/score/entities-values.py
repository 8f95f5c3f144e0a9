#!/usr/bin/env python3
"""entities-values.py BUILD CORPORA [CLASS]: how many of the cases in
CORPORA/entities/norm/recognizers.tsv and duckling.tsv does BUILD/entities read
as they expect? With CLASS (date, range, money, number, percent) the rows of it
that fail. Exits 1 below BAR. No case is here: only how answers are compared.

Counted are the rows about absolute and relative dates, alone and in ranges,
money, numbers and percent. Not counted, and listed: times of day, durations,
sets, measures, holidays by name (one day a year in one religion or country).

Where the three ways of writing differ and none is wrong, ours passes:
- an unknown year (XXXX-05-01) and any year chosen for it;
- weekdays and days without a year lean to the past here, as in news, to the
  future there: a week or a year apart, unless the text has a word for it;
- "two weeks ago" is a week here (TIMEX3: as exact as the unit), a day there;
- "the two upcoming weeks" are a stretch here, the last of them there;
- "late May" is May with END here (TIMEX3), a range of days there; seasons are
  months here, equinoxes there;
- "from X to Y" may be two dates here: their ends are compared;
- an end that is the last day here is the first day after it there.
"""
import collections
import datetime
import json
import re
import subprocess
import sys

BAR = 85.0
ONE = datetime.timedelta(1)
CODES = {'dollar': 'USD', 'pound': 'GBP', 'cent': 'USD', 'euro': 'EUR',
         'yen': 'JPY', 'riyal': 'SAR', 'rial': 'IRR', 'bitcoin': 'BTC'}
DATES = 'DATE,TIME,DURATION,MONEY,PERCENT,QUANTITY'
NUMBERS = 'NUMBER,MONEY,PERCENT'
Case = collections.namedtuple('Case', 'cls ref text span want')


def rows(path):
    for line in open(path, encoding='utf8'):
        if line[0] != '#':
            yield line.rstrip('\n').split('\t') + [''] * 12


def day(s):
    return datetime.date(*map(int, s[:10].split('-')))


# ---- the cases ----

def recognizers(path):
    for spec, ref, text, start, end, _, kind, timex, value, low, high, unit \
            in (r[:12] for r in rows(path)):
        if not kind:
            continue
        cls = {'number': 'number', 'percentage': 'percent',
               'currency': 'money', 'datetimeV2.date': 'date',
               'datetimeV2.daterange': 'range'}.get(kind)
        want = None
        if cls in ('number', 'percent') and re.match(r'-?[\d.]+(E[+-]?\d+)?%?$', value):
            want = [float(value.strip('%'))]
        elif cls == 'money' and value not in ('', 'null', 'None'):
            n = float(value)
            small = unit.lower() in ('cent', 'pence', 'penny')
            want = ([n / 100 if small else n], None if small else unit.split(
                '/')[-1] if '/' in unit else CODES.get(unit.lower()))
        elif cls in ('date', 'range') and ('not resolved' not in value
                                           or timex.startswith('FY')):
            want = (timex.split('|'), list(zip(low.split('|'), high.split('|')))
                    if cls == 'range' else value.split('|'))
        yield Case(cls if want else None, ref[:10], text,
                   (int(start), int(end)), want), kind


def duckling_time(expected):
    m = re.match(r'datetime \((\d+), ?(\d+), ?(\d+),.*?\) (\w+)', expected)
    two = re.match(r'datetimeInterval \(\((\d+), ?(\d+), ?(\d+),.*?\), ?'
                   r'\((\d+), ?(\d+), ?(\d+),.*?\)\) (\w+)', expected)
    units = ('Day', 'Week', 'Month', 'Quarter', 'Year')
    if 'Holiday' not in expected and m and m.group(4) in units:
        return 'date', (datetime.date(*map(int, m.groups()[:3])), m.group(4))
    if 'Holiday' not in expected and two and two.group(7) in units:
        g = list(map(int, two.groups()[:6]))
        return 'range', (datetime.date(*g[:3]), datetime.date(*g[3:]))
    return None, None


def duckling(path):
    signs = (('\\x00a3\\&', '£'), ('\\x00a3', '£'), ('\\8364\\&', '€'),
             ('\\8364', '€'), ('\\x00a2', '¢'), ('\\"', '"'))
    for kind, _, expected, text in (r[:4] for r in rows(path)):
        for a, b in signs:
            text = text.replace(a, b)
        cls = want = None
        m = re.match(r'NumeralValue \(?(-?[\d.e]+)', expected)
        if kind == 'Numeral' and m:
            cls, want = 'number', [float(m.group(1))]
        m = re.match(r'(\w+) (\w+) \(?([\d., ]+)\)?$', expected)
        if kind == 'AmountOfMoney' and m:
            unit = m.group(2)
            n = [float(x) / (100 if unit == 'Cent' else 1)
                 for x in m.group(3).replace(' ', '').split(',')]
            cls, want = 'money', (n, CODES.get(
                unit.lower(), unit if unit.isupper() else None))
        elif kind == 'Time':
            cls, want = duckling_time(expected)
        yield Case(cls, '2013-02-12', text, None, want), kind


# ---- the answers ----

def answers(build, cases, types):
    text = ''.join(json.dumps({'id': str(i), 'date': c.ref, 'text': c.text})
                   + '\n' for i, c in enumerate(cases))
    out = subprocess.run([build + '/entities', '-j', '--types=' + types],
                         input=text.encode(), stdout=subprocess.PIPE,
                         check=True).stdout.decode()
    found = collections.defaultdict(list)
    for line in out.splitlines():
        e = json.loads(line)
        found[int(e['id'])].append(e)
    return found


def within(case, found, *types):
    if case.span:
        low, high = (len(case.text[:k].encode()) for k in case.span)
        found = [e for e in found if e['start'] < high and low < e['end']]
    return [e for e in found if e['type'] in types]


# ---- is it the same? ----

def near(a, b):
    return a is not None and abs(a - b) <= 1e-6 * max(1, abs(b))


def numbers(want, found):
    """One number or two, as one range or two findings."""
    if len(want) == 1:
        return [e for e in found if near(e.get('value'), want[0])]
    if len(found) == 2 and all(near(e.get('value'), n)
                               for e, n in zip(found, want)):
        return found
    return [e for e in found if near(e.get('low'), want[0])
            and near(e.get('high'), want[1])]


def money(want, found, bare):
    n, code = want
    if code is None:
        return numbers(n, found or bare)
    return [e for e in numbers(n, found) if e.get('unit') == code]


def extent(e, ref):
    try:
        if e['value'] == 'PRESENT_REF':
            return day(ref), day(ref)
        return day(e.get('low', e['value'])), day(e.get('high', e['value']))
    except ValueError:
        return None


def same_timex(want, value):
    want = want.strip('()')
    if want in (value, 'FY' + value):
        return True
    if want.startswith('XXXX-WXX-'):
        try:
            return day(value).isoweekday() == int(want[9:])
        except ValueError:
            return False
    return want.startswith('XXXX') and value[:2].isdigit() and value[4:] == want[4:]


def is_part(e):
    return e.get('mod') in ('START', 'MID', 'END')


def recognized(case, found):
    timexes, values = case.want
    if any(same_timex(t, e['value']) for t in timexes for e in found):
        return True
    x = [(e, extent(e, case.ref)) for e in found]
    x = [(e, d) for e, d in x if d]
    if case.cls == 'date':
        return any(d[0] <= day(v) <= d[1] and (d[1] - d[0]).days < 32
                   for e, d in x for v in values if v[:4].isdigit())
    for low, high in values:
        if not low or not high or not x:
            continue
        low, high = day(low), day(high)
        first, last = x[0][1], x[-1][1]
        if any(d[0] == low and high in (d[1], d[1] + ONE)
               or is_part(e) and d[0] <= low and high <= d[1] + ONE
               for e, d in x):
            return True
        if any(d[0] == low and '/' in e['value'] and same_timex(
                str(high)[:len(e['value'].split('/')[1])],
                e['value'].split('/')[1]) for e, d in x):
            return True
        if len(x) > 1 and (first[0] == low and high in (
                last[0], last[1], last[1] + ONE) or any(is_part(e) for e, d in x)
                and first[0] <= low <= first[1] + ONE
                and last[0] <= high <= last[1] + ONE):
            return True
    return False


def same_day(text, ours, theirs):
    if ours == theirs or re.search(r'\d{4}|next|last|this|ago', text):
        return ours == theirs
    return (theirs - ours).days == 7 or (theirs.year, ours.month, ours.day) \
        == (ours.year + 1, theirs.month, theirs.day)


def duckling_date(case, found):
    want, unit = case.want
    most = {'Day': 1, 'Week': 7, 'Month': 31, 'Quarter': 92, 'Year': 366}[unit]
    counted = re.search('ago|in |from|hence', case.text)
    coarse = 366 if 'year' in case.text else 31
    for e in found:
        d = extent(e, case.ref)
        if d and (same_day(case.text, d[0], want) and (d[1] - d[0]).days <= most
                  or counted and unit in ('Day', 'Month') and d[0] <= want <= d[1]
                  and (d[1] - d[0]).days < coarse
                  or e['type'] == 'DURATION' and d[0] <= want <= d[1] + ONE
                  and (d[1] - want).days <= most):
            return True
    return False


def duckling_range(case, found):
    low, high = case.want
    x = [(e, extent(e, case.ref)) for e in found]
    x = [(e, d) for e, d in x if d]
    for e, d in x:
        if same_day(case.text, d[0], low) and same_day(case.text, d[1] + ONE, high):
            return True
        if is_part(e) and (d[0] <= low and high <= d[1] + ONE or same_day(
                case.text, d[0], low) and d[0].month == high.month):
            return True
        if re.search('-(SP|SU|FA|WI)$', e['value']) and abs((d[0] - low).days) < 25:
            return True
    return len(x) > 1 and same_day(case.text, x[0][1][0], low) and any(
        same_day(case.text, d, high) for d in (x[-1][1][0], x[-1][1][1] + ONE))


def passes(case, dated, numbered):
    if case.cls == 'number':
        return numbers(case.want, within(case, numbered, 'NUMBER', 'MONEY', 'PERCENT'))
    if case.cls == 'percent':
        return numbers(case.want, within(case, numbered, 'PERCENT'))
    if case.cls == 'money':
        return money(case.want, within(case, dated, 'MONEY'),
                     within(case, numbered, 'NUMBER', 'MONEY'))
    found = within(case, dated, 'DATE', 'TIME', 'DURATION')
    if case.span:
        return recognized(case, found)
    return (duckling_date if case.cls == 'date' else duckling_range)(case, found)


def main(build, corpora, only=None):
    norm = corpora + '/entities/norm/'
    both = list(recognizers(norm + 'recognizers.tsv')) \
        + list(duckling(norm + 'duckling.tsv'))
    left = collections.Counter(kind for c, kind in both if not c.cls)
    cases = [c for c, kind in both if c.cls]
    dated = answers(build, cases, DATES)
    numbered = answers(build, cases, NUMBERS)
    good, all_ = collections.Counter(), collections.Counter()
    for i, c in enumerate(cases):
        ok = bool(passes(c, dated[i], numbered[i]))
        all_[c.cls] += 1
        good[c.cls] += ok
        if c.cls == only and not ok:
            print(c.text, c.want, [e['name'] for e in dated[i] + numbered[i]],
                  sep='\t')
    if only:
        return 0
    for c in sorted(all_):
        print('%-8s %4d of %4d' % (c, good[c], all_[c]))
    print('not counted:', ', '.join('%d %s' % (n, k) for k, n in left.items()))
    total = 100 * sum(good.values()) / sum(all_.values())
    print('all %.1f %%, bar %.0f' % (total, BAR))
    return 0 if total >= BAR else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
