// Records what ICU writes for dates, intervals and times into icu_dates.json:
//
//     python -c "from babel.localedata import *; print(*locale_identifiers())" | node record_icu_dates.mjs > icu_dates.json
//
// with a Node whose CLDR (`process.versions.cldr`) is that of Babel.
// Input: Babel's locale identifiers. Taken are those of which this Node has data of its own.
// Output: for each style the answers and, under each answer, the locales that give it. An answer is a single date, then
// intervals whose ends differ in the day, the month and the year, joined by "|"; of a time style, two times.
// The Gregorian calendar is forced, digits are the locale's own. V8 writes an ordinary space for
// ICU's narrow no-break space in a single date, not in an interval.

import { readFileSync } from 'node:fs';

const at = (text) => new Date(`${text}Z`);
const START = at('2021-10-05T00:00');
const ENDS = ['2021-10-17T00:00', '2021-12-17T00:00', '2022-12-17T00:00'].map(at);
const TIMES = ['2021-10-05T09:05:07', '2021-10-05T15:45:30'].map(at);

const LENGTHS = {
  long: { month: 'long', weekday: 'long' },
  medium: { month: 'short', weekday: 'short' },
  short: { month: 'numeric', weekday: 'short' },
};
const FIELDS = [
  'year-month-day', 'year-month-day-weekday', 'month-day', 'month-day-weekday', 'year-month', 'month',
  'day-weekday', 'weekday', 'year', 'day',
];
const REPEATED = ['year medium', 'year short', 'day medium', 'day short', 'weekday short', 'day-weekday short'];
const TIME_FIELDS = { hour: ['hour'], minute: ['hour', 'minute'], second: ['hour', 'minute', 'second'] };

const styles = {};
for (const fields of FIELDS) {
  for (const [length, widths] of Object.entries(LENGTHS)) {
    styles[`${fields} ${length}`] = Object.fromEntries(
      fields.split('-').map((field) => [field, widths[field] ?? 'numeric']),
    );
  }
}
for (const style of REPEATED) delete styles[style]; // the same as a longer one
for (const dateStyle of ['full', 'long', 'medium', 'short']) styles[`style ${dateStyle}`] = { dateStyle };
for (const [precision, fields] of Object.entries(TIME_FIELDS)) {
  styles[`time ${precision}`] = Object.fromEntries(fields.map((field) => [field, 'numeric']));
}

function answer(locale, style) {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...styles[style], timeZone: 'UTC' });
  if (style.startsWith('time')) return TIMES.map((time) => format.format(time)).join('|');
  if (style.startsWith('style')) return format.format(START);
  return [format.format(START), ...ENDS.map((end) => format.formatRange(START, end))].join('|');
}

function hasOwnData(locale) {
  try {
    return new Intl.DateTimeFormat(locale).resolvedOptions().locale === locale;
  } catch {
    return false;
  }
}

const locales = readFileSync(0, 'utf8').trim().split(/\s+/).map((name) => name.replaceAll('_', '-')).filter(hasOwnData).sort();
const answers = {};
for (const style of Object.keys(styles)) {
  const byAnswer = new Map();
  for (const locale of locales) {
    const text = answer(locale, style);
    byAnswer.set(text, [...(byAnswer.get(text) ?? []), locale]);
  }
  answers[style] = Object.fromEntries([...byAnswer].map(([text, group]) => [text, group.join(' ')]));
}
console.log(JSON.stringify({ icu: process.versions.icu, cldr: process.versions.cldr, answers }, null, 1));
