"""The numbers that a text has in words; those of a source a translation may write in digits."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_CARDINALS: Final = {word: number for number, word in enumerate(_ONES.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
_LOOSE: Final = {
    **{word: (Fraction(number),) for number, word in enumerate(_ORDINALS.split(), 1)},
    "third": (Fraction(3), Fraction(1, 3)),
    "thirds": (Fraction(1, 3), Fraction(2, 3)),
    "quarter": (Fraction(4), Fraction(1, 4)),
    "quarters": (Fraction(1, 4), Fraction(3, 4)),
    "half": (Fraction(1, 2),),
    "halves": (Fraction(1, 2),),
    **{word: (Fraction(1),) for word in ("a", "an", "once", "single", "one", "sole", "solo")},
    **{word: (Fraction(2),) for word in ("both", "couple", "pair", "twice", "double", "dual", "twin")},
    **{word: (Fraction(3),) for word in ("trio", "triple", "trilogy", "thrice")},
    "week": (Fraction(7),),
    "fortnight": (Fraction(14), Fraction(2)),
    "dozen": (Fraction(12),),
    "decade": (Fraction(10),),
    "century": (Fraction(100),),
}
_LEAST: Final = 2  # “one” is a pronoun more often than a number
_MOST_WORDS: Final = 10
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT_BEFORE: Final = re.compile(r"\d[ \u00a0]?\Z")


class Numerals(NamedTuple):
    """The numerals of a language by their words: those that add up, those that multiply, and what joins them."""

    words: Mapping[str, int]
    scales: Mapping[str, int]
    joint: re.Pattern[str]
    has_lone_scales: bool = False

    def value(self, word: str) -> int | None:
        """The value of a word, None for one that is no numeral."""
        return self.words.get(word, self.scales.get(word))


class Row(NamedTuple):
    """Numerals that together are one number, from `start` to `end` of a text."""

    start: int
    end: int
    number: int


ENGLISH: Final = Numerals(_CARDINALS, _SCALES, re.compile("[ \u00a0-](?:and )?"), has_lone_scales=True)


@cache
def numerals_of(language: str) -> Numerals | None:
    """The numerals of a language, where they are known: en, ru."""
    if language == "ru":
        from vyzov_i18n.checks.russian_numerals import SCALES, WORDS

        return Numerals(WORDS, SCALES, re.compile("[ \u00a0]"))
    return ENGLISH if language == "en" else None


def numbers_in_words(text: str) -> Iterator[Fraction]:
    """The numbers from two up in English, each with its words taken together: three thousand, thirty-five."""
    return (Fraction(row.number) for row in read_rows(text, ENGLISH) if row.number >= _LEAST)


def loose_numbers(text: str) -> Iterator[Fraction]:
    """The numbers that words such as “both”, “first” and “a third” may become."""
    for word in _WORD.findall(text.casefold()):
        yield from _LOOSE.get(word, ())


def read_rows(text: str, numerals: Numerals) -> Iterator[Row]:
    """The numbers that a text has in words; a multiplier after digits is none by itself: 3 million."""
    row: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if numerals.value(word) is None:
            continue
        if row and not _continues(row, found, numerals):
            yield from _read_row(row, numerals)
            row = []
        if row or word in numerals.words or not _DIGIT_BEFORE.search(text, max(0, found.start() - 2), found.start()):
            row.append(found)
    yield from _read_row(row, numerals)


def _continues(row: list[re.Match[str]], found: re.Match[str], numerals: Numerals) -> bool:
    """Whether a numeral is of one number with those before it: “twenty-one”, not “two, three” or “two three”."""
    last = row[-1]
    if len(row) == _MOST_WORDS or not numerals.joint.fullmatch(found.string, last.end(), found.start()):
        return False
    before, behind = numerals.words.get(last[0].casefold()), numerals.words.get(found[0].casefold())
    if before is None or behind is None:
        return True
    return before >= 20 and before % 10 == 0 and behind < (100 if before % 100 == 0 else 10)


def _read_row(row: list[re.Match[str]], numerals: Numerals) -> Iterator[Row]:
    words = [found[0].casefold() for found in row]
    if words and (numerals.has_lone_scales or any(word in numerals.words for word in words)):
        yield Row(row[0].start(), row[-1].end(), _evaluate(words, numerals))


def _evaluate(words: list[str], numerals: Numerals) -> int:
    total = current = 0
    for word in words:
        if word in numerals.words:
            current += numerals.words[word]
        elif (scale := numerals.scales[word]) < 1000:
            current = max(current, 1) * scale
        else:
            total, current = total + max(current, 1) * scale, 0
    return total + current
