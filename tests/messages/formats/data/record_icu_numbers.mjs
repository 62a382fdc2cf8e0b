// Records what ICU writes for numbers into icu_numbers.json:
//
//     python -c "from babel.localedata import *; print(*locale_identifiers())" | node record_icu_numbers.mjs > icu_numbers.json
//
// with a Node whose CLDR (`process.versions.cldr`) is that of Babel.
// Input: Babel's locale identifiers, of which the data that Babel lacks is asked for ("supplement"): from how many digits
// on numbers are grouped, what stands in a range, and the plural category of a range of each two categories.
// Output beside it: for each locale of TAGS, "style number" or "style low high" and the text. Digits are the locale's own.

import { readFileSync } from 'node:fs';

const TAGS = [
  'ar', 'ar-EG', 'bg', 'bn', 'cs', 'da', 'de', 'de-CH', 'el', 'en', 'en-GB', 'en-IN', 'es', 'es-MX', 'fa', 'fi', 'fr', 'fr-CA',
  'he', 'hi', 'hu', 'it', 'ja', 'ko', 'lt', 'nb', 'nl', 'pl', 'pt', 'pt-PT', 'ro', 'ru', 'sl', 'sv', 'th', 'tr', 'uk', 'zh',
];
const UNITS = ['minute', 'kilogram', 'kilometer-per-hour'];
const COMPACT = ['999', '1000', '1150', '12345', '999999', '1000000', '1150000000', '905000000', '-2500000'];
const SUMS = ['1', '5', '-1234.5', '12345.678'];
const AMOUNTS = ['0', '1', '2', '5', '1.5', '21', '-12345'];

const STYLES = {
  decimal: [{}, ['0', '5', '-5', '1000', '12345', '1234567.891', '0.0625', '-0.0004', '123456789012']],
  'decimal min2': [{ useGrouping: 'min2' }, ['1000', '12345']],
  'decimal signed': [{ signDisplay: 'exceptZero' }, ['0', '5', '-5']],
  'decimal significant': [{ minimumSignificantDigits: 2, maximumSignificantDigits: 3 }, ['0', '5', '999.5', '123456', '0.00012345']],
  'decimal half-even': [{ roundingMode: 'halfEven', maximumFractionDigits: 0 }, ['0.5', '1.5', '2.5', '-2.5', '2.51']],
  percent: [{ style: 'percent' }, ['0.125', '1', '-12.5']],
  'percent signed': [{ style: 'percent', signDisplay: 'always' }, ['0.3']],
  'RUB code': [{ style: 'currency', currency: 'RUB', currencyDisplay: 'code' }, SUMS],
  'EUR symbol': [{ style: 'currency', currency: 'EUR' }, SUMS],
  'JPY symbol': [{ style: 'currency', currency: 'JPY' }, ['12345.678']],
  'EUR name': [{ style: 'currency', currency: 'EUR', currencyDisplay: 'name' }, SUMS],
  'USD name whole': [{ style: 'currency', currency: 'USD', currencyDisplay: 'name', maximumFractionDigits: 0 }, ['1', '2', '5', '1000000']],
  'EUR accounting': [{ style: 'currency', currency: 'EUR', currencySign: 'accounting' }, ['-5']],
  'EUR signed': [{ style: 'currency', currency: 'EUR', signDisplay: 'always' }, ['5']],
  'compact short': [{ notation: 'compact' }, COMPACT],
  'compact long': [{ notation: 'compact', compactDisplay: 'long' }, COMPACT],
};
const RANGES = { decimal: [{}, [[3, 5], [1000, 2000]]] };
for (const unit of UNITS) {
  for (const unitDisplay of ['long', 'short', 'narrow']) {
    STYLES[`${unit} ${unitDisplay}`] = [{ style: 'unit', unit, unitDisplay }, AMOUNTS];
    RANGES[`${unit} ${unitDisplay}`] = [{ style: 'unit', unit, unitDisplay }, [[30, 40], [1, 2], [20, 21], [0, 1]]];
  }
}

function answers(tag) {
  const texts = {};
  for (const [style, [options, numbers]] of Object.entries(STYLES)) {
    const format = new Intl.NumberFormat(tag, options);
    for (const number of numbers) texts[`${style} ${number}`] = format.format(number);
  }
  for (const [style, [options, ranges]] of Object.entries(RANGES)) {
    const format = new Intl.NumberFormat(tag, options);
    for (const [low, high] of ranges) texts[`${style} ${low} ${high}`] = format.formatRange(low, high);
  }
  return texts;
}

function leastGrouped(tag) {
  const format = new Intl.NumberFormat(tag, { useGrouping: 'auto' });
  const digits = [1, 2, 3].find((least) => format.formatToParts(10 ** (least + 2)).some((part) => part.type === 'group'));
  return digits ?? 'never';
}

function separator(tag) {
  const parts = new Intl.NumberFormat(tag).formatRangeToParts(3, 5);
  return parts.filter((part) => part.source === 'shared').map((part) => part.value).join('');
}

function pluralRanges(tag) {
  const rules = new Intl.PluralRules(tag);
  const numbers = [...Array(311).keys(), 0.1, 0.5, 1.1, 1.3, 1.5, 2.5, 10.5, 1000, 1e6, 2e6, 3e6].sort((a, b) => a - b);
  const found = {};
  for (const high of numbers) {
    for (const category of rules.resolvedOptions().pluralCategories) {
      const pair = `${category}+${rules.select(high)}`;
      if (pair in found) continue;
      const low = numbers.find((number) => number < high && rules.select(number) === category);
      if (low !== undefined) found[pair] = rules.selectRange(low, high);
    }
  }
  return Object.fromEntries(Object.entries(found).sort());
}

function grouped(names, ask) {
  const found = {};
  for (const name of names) {
    const answer = ask(name.replaceAll('_', '-'));
    (found[typeof answer === 'object' ? JSON.stringify(answer) : answer] ??= []).push(name);
  }
  return Object.fromEntries(Object.entries(found).map(([answer, locales]) => [answer, locales.join(' ')]));
}

const known = readFileSync(0, 'utf8').trim().split(/\s+/).sort().filter((name) => {
  const tag = name.replaceAll('_', '-');
  return !/POSIX|valencia/i.test(tag) && Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
});
const recorded = {
  icu: process.versions.icu,
  cldr: process.versions.cldr,
  locales: Object.fromEntries(TAGS.map((tag) => [tag, answers(tag)])),
  supplement: {
    grouping: grouped(known, leastGrouped),
    separators: grouped(known, separator),
    plural_ranges: grouped(known.filter((name) => !name.includes('_') || name === 'pt_PT'), pluralRanges),
  },
};
console.log(JSON.stringify(recorded, null, 1));
