"""Measure words: the noun after an amount ("килограммов", "billion"), from CLDR or from a language's lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from vyzov_i18n.messages.formats.number_patterns import text_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.messages.functions.base import Part

    Lookup: TypeAlias = Callable[[str], str | None]
    MissingWord: TypeAlias = Callable[[str, str, str], None]

NO_BREAK_SPACE: Final = "\xa0"
NUMBER: Final = "{0}"


class MeasureWords:
    """The words that stand in for CLDR's, in one grammatical case.

    `lookup` gets a key such as `many|unit/kilogram`, or `genitive.many|currency/RUB` where there is a `case`, and
    answers the word or None. `missing` is called with the slot, the concept and the word used instead, where a case is
    asked for and has no word.
    """

    __slots__ = ("_case", "_found", "_lookup", "_missing")

    def __init__(self, lookup: Lookup, case: str | None = None, missing: MissingWord | None = None) -> None:
        self._lookup = lookup
        self._case = case
        self._missing = missing
        self._found: dict[tuple[str, str], str | None] = {}

    def find(self, category: str, concept: str, base: str) -> str | None:
        """The word of a concept after a number of that plural category; None where CLDR's serves.

        `base` is CLDR's word or a pattern with it. The words are looked up once, but what is missing every time.
        """
        try:
            return self._found[category, concept]
        except KeyError:
            pass
        slot = category if self._case is None else f"{self._case}.{category}"
        word = self._lookup(f"{slot}|{concept}")
        if self._case is None or word is not None:
            self._found[category, concept] = word
            return word
        plain = self._lookup(f"{category}|{concept}")
        if self._missing:
            self._missing(slot, concept, plain or word_of(base))
        return plain


def glued(pattern: str) -> str:
    """The pattern with no-break spaces beside its number."""
    return pattern.replace(f"{NUMBER} ", NUMBER + NO_BREAK_SPACE).replace(f" {NUMBER}", NO_BREAK_SPACE + NUMBER)


def word_of(pattern: str) -> str:
    """The words of a pattern without its number."""
    return pattern.replace(NUMBER, "").strip()


def filled(pattern: str, number: list[Part], text_type: str) -> list[Part]:
    """The parts of a pattern such as `{0} kg` around the parts of a number, which some patterns lack."""
    before, found, after = pattern.partition(NUMBER)
    return [*text_parts(before, text_type), *(number if found else ()), *text_parts(after, text_type)]
