"""The numbers and dates of a text, whatever digits, separators and order of a date it has, or in words.

What a text leaves open is read in every way: 4/12/2023 is in April and in December. Digits that are a part of a name
are none (МС-19).
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.checks.number_words import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel.core import Locale

    from vyzov_i18n.checks.number_words import Numerals, Row

_DIGIT: Final = re.compile(r"[\d½⅓⅔¼¾⅕⅛]")
_SPACES: Final = "\\s\u00a0\u202f\u2009"
_NUMBER: Final = re.compile(
    rf"(?P<vulgar>[½⅓⅔¼¾⅕⅛])|(?P<over>\d{{1,4}})\s?[/⁄]\s?(?P<under>[1-9]\d{{0,3}})(?![\d/])|"
    rf"\d{{1,3}}(?:[{_SPACES}.,'’٬]\d{{3}})+(?!\d)(?:[.,٫]\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|\d+(?:[.,٫]\d+)?"
)
_SEPARATOR: Final = re.compile(rf"[{_SPACES}.,'’٬٫]")
_DECIMALS: Final = ".,٫"
_LEAST: Final = 3  # letters of a word that can be nothing else: 5 m are not five million
_WORD_AFTER: Final = re.compile(rf"[{_SPACES}]*([^\W\d_]+)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WHOLE_DATES: Final = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(
        r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?<!\d)(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일号])?"
    ),
)
_DOTTED_DATE: Final = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_ORDINAL: Final = r"(?:st|nd|rd|th|er|º|\.|-?(?:го|е|ого))?"
_DAY_BEFORE: Final = re.compile(
    rf"(?<!\d)(?:(\d{{1,2}})\.?\s?[–—-]\s?)?(?<!\d)(\d{{1,2}}){_ORDINAL}\s*(?:de\s+|of\s+|d['’])?\Z"
)
_DAY_AFTER: Final = re.compile(rf"\.?[{_SPACES}]*(\d{{1,2}}){_ORDINAL}(?!\d)(?:\s?[–—-]\s?(\d{{1,2}})(?!\d))?")
_YEAR_AFTER: Final = re.compile(rf"\.?[{_SPACES},]*(?:de\s+|عام\s+)?(\d{{4}})(?!\d)")
_FAR: Final = 24
_LONGEST: Final = 40  # characters of a number that anybody would write
_INSEPARABLE: Final = ("LATIN", "CYRILLIC", "GREEK")
_HYPHENS: Final = "-\u2010\u2011"
_YEARS: Final = range(1800, 2200)
_LEAST_IN_WORDS: Final = 10  # smaller ones are in idioms, and in fractions
# Languages whose readers may expect the years of another calendar (CLDR, calendar preferences).
_NOT_GREGORIAN: Final = frozenset(("am", "ckb", "fa", "lrc", "mzn", "ne", "ps", "th"))


class Date(NamedTuple):
    """A date of which parts may be missing."""

    year: int | None
    month: int | None
    day: int | None

    def is_part_of(self, other: Date) -> bool:
        """Whether the other date says all that this one says."""
        return all(mine in (None, its) for mine, its in zip(self, other, strict=True))

    def __str__(self) -> str:
        shown = (f"{self.year:04}" if self.year else "", self.month, self.day)
        return "-".join(part if isinstance(part, str) else f"{part:02}" for part in shown if part)


class Quantity(NamedTuple):
    """A number or a date in a text, from `start` to `end`: all values that it may have."""

    start: int
    end: int
    text: str
    numbers: frozenset[Fraction] = frozenset()
    dates: tuple[Date, ...] = ()

    @property
    def year(self) -> int | None:
        """The year that a bare number may be."""
        if any(map(str.isdecimal, self.text)) and not (self.text.isdecimal() and len(self.text) == 4):
            return None
        return next((int(number) for number in self.numbers if number in _YEARS), None)


class QuantityReader:
    """Reads the quantities of texts in one locale.

    `months` are more forms of the names of months, by month; with `numerals` it reads numbers in words. `has_dates` is
    False for languages whose dates may be of another calendar than the Gregorian one, of which no dates are read.
    """

    def __init__(
        self, locale: Locale, months: dict[int, Iterable[str]] | None = None, numerals: Numerals | None = None
    ) -> None:
        self._locale = locale
        self._months = months or {}
        self._numerals = numerals
        self.has_dates = locale.language not in _NOT_GREGORIAN

    def read(self, text: str) -> list[Quantity]:
        """The quantities of a text, in their order; the digits of a date are no numbers."""
        rows = self._rows(text)
        if not rows and not _DIGIT.search(text):
            return []
        plain = _in_digits(_to_ascii_digits(text), rows)
        dates = list(self._dates(plain)) if self.has_dates else []
        taken = [(date.start, date.end) for date in dates]
        numbers = (one for one in self._numbers(plain) if not any(a < one.end and one.start < b for a, b in taken))
        ends = {end: row.end for row in rows for end in range(row.start + 1, row.end)}
        found = sorted((*dates, *numbers), key=lambda quantity: quantity.start)
        return [_quote(quantity, text, ends.get(quantity.end, quantity.end)) for quantity in found]

    def finds(self, text: str) -> bool:
        """Whether there may be quantities in a text."""
        return bool(_DIGIT.search(text) or self._rows(text))

    def _rows(self, text: str) -> list[Row]:
        rows = read_rows(text, self._numerals) if self._numerals else ()
        return [row for row in rows if _LEAST_IN_WORDS <= row.number < 10 ** (row.end - row.start)]

    def months_in(self, text: str) -> frozenset[int]:
        """The months that a text names, with or without a day."""
        return frozenset(month for _, _, month in self._named_months(text))

    def _numbers(self, text: str) -> Iterator[Quantity]:
        for found in _NUMBER.finditer(text):
            if found.end() - found.start() <= _LONGEST and not _is_in_name(text, found.start()):
                scales, end = self._scales(text, found.end())
                values = frozenset(value * scale for value in _values(found, self._group) for scale in scales)
                yield Quantity(found.start(), end, text[found.start() : end], values)

    def _scales(self, text: str, position: int) -> tuple[set[int], int]:
        """What the word behind a number may multiply it by, and where the number ends then.

        That is 1 where it is none, a million for «млн».
        """
        found = _WORD_AFTER.match(text, position, position + _FAR)
        if not found:
            return {1}, position
        word = found[1].casefold()
        scales = [(known, scale) for known, scale in self._scale_words if _is_form(word, known)]
        longest = max((len(known) for known, _ in scales), default=0)
        surely = longest >= _LEAST or not word.isascii()
        if not (longest and surely):
            return {1, *(scale for known, scale in scales if len(known) == longest)}, position
        end = found.end() if unicodedata.category(word[0]) != "Lo" else found.start(1) + longest
        return {scale for known, scale in scales if len(known) == longest}, end

    @cached_property
    def _scale_words(self) -> tuple[tuple[str, int], ...]:
        return _scale_words(self._locale)

    @cached_property
    def _group(self) -> str:
        """The sign between thousands."""
        symbols = self._locale.number_symbols
        return str(symbols.get("latn", symbols)["group"])

    def _dates(self, text: str) -> Iterator[Quantity]:
        for pattern in _WHOLE_DATES:
            for found in pattern.finditer(text):
                date = Date(*(int(part) if part else None for part in found.group("year", "month", "day")))
                if _exists(date):
                    yield Quantity(found.start(), found.end(), found[0], dates=(date,))
        for found in _DOTTED_DATE.finditer(text):
            one, _, other, year = found.groups()
            dates = (Date(int(year), int(other), int(one)), Date(int(year), int(one), int(other)))
            if existing := tuple(filter(_exists, dates)):
                yield Quantity(found.start(), found.end(), found[0], dates=existing)
        for start, end, month in self._named_months(text):
            yield from _date_around(text, start, end, month)

    def _named_months(self, text: str) -> Iterator[tuple[int, int, int]]:
        for found in _WORD.finditer(text):
            name, month = self._month_names.get(found[0].casefold(), ("", 0))
            if month and (found[0][0].isupper() or not name[0].isupper()):  # March, not march
                yield found.start(), found.end(), month

    @cached_property
    def _month_names(self) -> dict[str, tuple[str, int]]:
        """Each word that names a month, as it is written, and the month, by the word in lower case."""
        names = {name: month for month, more in self._months.items() for name in more}
        for forms in self._locale.months.values():
            for width in ("wide", "abbreviated"):
                names |= {name.rstrip("."): month for month, name in forms[width].items()}
        return {name.casefold(): (name, month) for name, month in names.items() if _WORD.fullmatch(name)}


def _date_around(text: str, start: int, end: int, month: int) -> Iterator[Quantity]:
    """The date, or the two of an interval, that the name of a month is the middle of."""
    before = _DAY_BEFORE.search(text, max(0, start - _FAR), start)
    after = None if before else _DAY_AFTER.match(text, end, end + _FAR)
    behind = after.end() if after else end
    year = _YEAR_AFTER.match(text, behind, behind + _FAR)
    days = [int(day) for found in (before, after) if found for day in found.groups() if day]
    dates = [Date(int(year[1]) if year else None, month, day) for day in days or (None,)]
    first, last = before.start() if before else start, year.end() if year else behind
    if (before or after or year) and all(map(_exists, dates)):
        yield from (Quantity(first, last, text[first:last], dates=(date,)) for date in dates)


def _exists(date: Date) -> bool:
    return (date.month is None or 1 <= date.month <= 12) and (date.day is None or 1 <= date.day <= 31)


def _values(found: re.Match[str], group: str) -> Iterator[Fraction]:
    """The values of a number. A sign between thousands is one, where a locale does not use it as such, or a decimal."""
    if found["vulgar"]:
        yield Fraction(unicodedata.numeric(found["vulgar"])).limit_denominator(10)
    elif found["under"]:
        yield Fraction(int(found["over"]), int(found["under"]))
    else:
        pieces, signs = _SEPARATOR.split(found[0]), _SEPARATOR.findall(found[0])
        whole, last = "".join(pieces[:-1]), pieces[-1]
        if not signs or (len(set(signs)) == 1 and len(last) == 3):
            yield Fraction(whole + last)
        is_grouped = len(last) == 3 and signs == [group]
        if signs and signs[-1] in _DECIMALS and signs[-1] not in signs[:-1] and not is_grouped:
            yield Fraction(f"{whole}.{last}")


def _is_in_name(text: str, start: int) -> bool:
    """Whether a letter stands before the digits, itself or with a hyphen: MS-19, but not «ב-2021» or «в2021年»."""
    before = text[start - 1 : start]
    if before in _HYPHENS and before:
        letter = text[start - 2 : start - 1]
        return letter.isalpha() and not unicodedata.name(letter, "").startswith("HEBREW")
    return before.isalpha() and unicodedata.name(before, "").startswith(_INSEPARABLE)


def _quote(quantity: Quantity, text: str, end: int) -> Quantity:
    return quantity._replace(end=end, text=text[quantity.start : end])


def _in_digits(text: str, rows: Iterable[Row]) -> str:
    """A text of the same length, its numbers in words written in digits."""
    characters = list(text)
    for row in rows:
        characters[row.start : row.end] = str(row.number).ljust(row.end - row.start)
    return "".join(characters)


def _to_ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


@lru_cache(maxsize=64)
def _scale_words(locale: Locale) -> tuple[tuple[str, int], ...]:
    """The words and signs that multiply a number in CLDR's compact numbers, with what they multiply it by."""
    words: dict[int, set[str]] = {}
    for forms in locale.compact_decimal_formats.values():
        for patterns in forms.values():
            for magnitude, pattern in patterns.items():
                zeros = pattern.pattern.count("0")
                word = _WORD.search(pattern.pattern.replace("0", " "))
                if word and zeros and int(magnitude) > 0:
                    words.setdefault(int(magnitude) // 10 ** (zeros - 1), set()).add(word[0].casefold())
    return tuple((word, scale) for scale, found in words.items() for word in found)


def _is_form(word: str, known: str) -> bool:
    """Whether a word is one that multiplies, or in a script without cases and spaces begins with it."""
    if len(known) > _LEAST:
        return word.startswith(known[: max(_LEAST, len(known) - 2)])
    return word == known or (unicodedata.category(known[0]) == "Lo" and word.startswith(known))
