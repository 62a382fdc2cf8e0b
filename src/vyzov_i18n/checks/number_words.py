"""The numbers that an English text has in words, and that a translation may write in digits."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_ROW: Final = re.compile(
    rf"\b(?:{'|'.join((*_CARDINALS, *_SCALES))})(?:[ -](?:and )?(?:{'|'.join((*_CARDINALS, *_SCALES))})){{0,9}}\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]+")


def numbers_in_words(text: str) -> Iterator[Fraction]:
    """The numbers from two up, each with its words taken together: three thousand, thirty-five."""
    for found in _ROW.finditer(text):
        number = _evaluate(_WORD.findall(found[0].casefold()))
        if number >= _LEAST:
            yield Fraction(number)


def loose_numbers(text: str) -> Iterator[Fraction]:
    """The numbers that words such as “both”, “first” and “a third” may become."""
    for word in _WORD.findall(text.casefold()):
        yield from _LOOSE.get(word, ())


def _evaluate(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _CARDINALS:
            current += _CARDINALS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
    return total + current
