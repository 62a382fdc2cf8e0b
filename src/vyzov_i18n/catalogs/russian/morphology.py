"""How pymorphy3 reads a Russian word: every declension that the word could be the base form of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from vyzov_i18n.errors import ExtraError
from vyzov_i18n.film.concepts import Gender

if TYPE_CHECKING:
    from types import ModuleType

CASES: Final = ("genitive", "dative", "accusative", "instrumental", "prepositional")
Forms = tuple[str | None, ...]  # one for each of CASES, None where it is not certain
UNSURE: Final[Forms] = (None,) * len(CASES)
EXTRA: Final = "draft"
_GRAMMEMES: Final = ("gent", "datv", "accs", "ablt", "loct")
GENDERS: Final = {"masc": "masculine", "femn": "feminine", "neut": "neuter"}  # OpenCorpora's and CLDR's names
_OF_PERSONS: Final = {Gender.MALE: "masc", Gender.FEMALE: "femn"}
_LONGEST: Final = 50  # characters; no word is longer, and the analyzer's time grows with the square of the length


class Reading(msgspec.Struct, frozen=True):
    """One reading of a word: its OpenCorpora grammemes, its forms in lower case, whether the dictionary has it."""

    grammemes: frozenset[str]
    forms: Forms
    is_known: bool

    def fits(self, gender: Gender) -> bool:
        """Whether it is a singular of that gender, or of either."""
        return "sing" in self.grammemes and bool({_OF_PERSONS[gender], "ms-f", "Ms-f"} & self.grammemes)


def load_library(name: str) -> ModuleType:
    """A library of the extra `draft`. Raises ExtraError where it is not installed."""
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ExtraError(f"drafting Russian forms needs {name.partition('.')[0]}", EXTRA) from error


@lru_cache(maxsize=1024)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word as a nominative, the likeliest first; adjectives decline as before an animate noun."""
    return tuple(
        Reading(
            frozenset(parse.tag.grammemes), _inflect(parse, word, _number_and_gender(parse), "anim"), parse.is_known
        )
        for parse in _parse(word)
        if parse.tag.case == "nomn"
    )


def named_readings(word: str, grammeme: str, gender: Gender) -> list[Reading]:
    """The readings as a given name, patronymic or surname (Name, Patr, Surn) of a person of that gender."""
    return [found for found in readings(word) if grammeme in found.grammemes and found.fits(gender)]


def agree(word: str, noun: Reading) -> Forms:
    """The forms of an adjective or participle that stands before a noun and agrees with it; unsure if it is none."""
    wanted = {"plur"} if "plur" in noun.grammemes else {"sing"} | (GENDERS.keys() & noun.grammemes)
    animacy = "anim" if "anim" in noun.grammemes else "inan"
    found = {
        _inflect(parse, word, wanted, animacy)
        for parse in _parse(word)
        if parse.tag.POS in ("ADJF", "PRTF") and "nomn" in parse.tag and wanted <= parse.tag.grammemes
    }
    return found.pop() if len(found) == 1 else UNSURE


def could_be(word: str, *grammemes: str) -> bool:
    """Whether some reading of the word, in whatever case, has all of the grammemes."""
    return any(parse.tag.grammemes.issuperset(grammemes) for parse in _parse(word))


def _parse(word: str) -> list[Any]:
    if len(word) > _LONGEST:
        return []
    parses: list[Any] = _analyzer().parse(word)
    return parses


@cache
def _analyzer() -> Any:
    return load_library("pymorphy3").MorphAnalyzer(lang="ru")


def _number_and_gender(parse: Any) -> set[str]:
    """What stays as it is in every case; of a noun the gender always does."""
    is_noun = parse.tag.POS == "NOUN"
    return {parse.tag.number} if is_noun or parse.tag.gender is None else {parse.tag.number, parse.tag.gender}


def _inflect(parse: Any, word: str, wanted: set[str], animacy: str) -> Forms:
    forms = tuple(_inflect_one(parse, {case, *wanted}, animacy) for case in _GRAMMEMES)
    if parse.word == word.lower():
        return forms
    return tuple(form and form.replace("ё", "е") for form in forms)  # the text does without the letter


def _inflect_one(parse: Any, grammemes: set[str], animacy: str) -> str | None:
    """Only some accusatives of adjectives know of animacy."""
    found = parse.inflect(grammemes | {animacy}) or parse.inflect(grammemes)
    return found.word if found else None
