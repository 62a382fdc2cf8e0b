"""Drafting the case forms of a term or of the name of a thing: a noun, the adjectives before it, what follows it.

Each word is declined by pymorphy3, and only where its readings leave no doubt: the adjectives have to agree with the
noun, and what follows the noun has to be something that stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.russian.morphology import CASES, GENDERS, UNSURE, agree, could_be, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.catalogs.russian.morphology import Forms, Reading

GENDER: Final = "gender"
_WORD: Final = re.compile(r"[А-Яа-яЁё]+")
_QUOTED: Final = re.compile(r"«[^«»]*»")
_FIXED: Final = re.compile(r"(?:\W|\d|[A-Za-z]|[А-ЯЁ]{2,}(?![а-яё]))*")  # signs, figures, initials, Latin letters
_PLACE_IN_O: Final = re.compile(r"(?:[ое]в|[иы]н)о\Z")  # Останкино declines, or not: both are written
_LONGEST: Final = 200  # characters


def decline_phrase(text: str, *, is_place: bool = False) -> dict[str, str]:
    """The forms by case, spelled as the text is, and its grammatical gender under "gender"; only what is certain.

    Of a place, what its words mean as names of persons does not count. A text in quotation marks keeps them. Raises
    ExtraError where pymorphy3 is not installed.
    """
    if len(text) > _LONGEST:
        return {}
    quoted = _QUOTED.fullmatch(text)
    start, end = (1, len(text) - 1) if quoted else (0, len(text))
    results = []
    for head in _heads(text, start, end):
        nouns = _nouns(head[0], is_place=is_place)
        if nouns and _stays(text[head.end() : end]):
            results.append(_decline_around(text, head, start, nouns))
    return results[0] if len(results) == 1 else {}


def _heads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words that could be the noun that everything else goes by: adjectives, and the first that is none."""
    for match in _WORD.finditer(text, start, end):
        yield match
        if not could_be(match[0], "ADJF") and not could_be(match[0], "PRTF"):
            return


def _nouns(word: str, *, is_place: bool) -> list[Reading]:
    """The readings as a nominative noun, of the dictionary."""
    if word.isupper() and len(word) > 1:
        return []
    found = [reading for reading in readings(word) if "NOUN" in reading.grammemes and reading.is_known]
    found = [reading for reading in found if "sing" in reading.grammemes] or found  # пальто is a plural too
    if not is_place:
        return found
    places = [reading for reading in found if "Geox" in reading.grammemes]
    things = [reading for reading in found if not {"Surn", "Name", "Patr"} & reading.grammemes]
    return [] if places and _PLACE_IN_O.search(word) else places or things


def _stays(tail: str) -> bool:
    """Whether what follows a noun is the same in every case: a prepositional phrase, a genitive, a name, a number."""
    rest = _QUOTED.sub("", tail)
    first = _WORD.search(rest)
    if first is None or _FIXED.fullmatch(rest):
        return not rest.startswith("-") or rest[1:].isdigit()
    if not rest[: first.start()].isspace():
        return False
    if could_be(first[0], "PREP"):
        return True
    words = _WORD.findall(rest)
    return rest.replace(" ", "").isalpha() and all(
        could_be(word, "gent") and not could_be(word, "nomn") and not could_be(word, "ablt") for word in words
    )


def _decline_around(text: str, head: re.Match[str], start: int, nouns: Iterable[Reading]) -> dict[str, str]:
    """The forms with this word as the noun; only those on which all its readings agree."""
    if not _is_spaced(text[start : head.start()]):
        return {}
    before = list(_WORD.finditer(text, start, head.start()))
    first, *others = (_decline_with(noun, head, before, text) for noun in nouns)
    return {slot: form for slot, form in first.items() if all(other.get(slot) == form for other in others)}


def _is_spaced(text: str) -> bool:
    """Whether nothing but spaces stands between the words."""
    return not _WORD.sub("", text).strip()


def _decline_with(noun: Reading, head: re.Match[str], before: Iterable[re.Match[str]], text: str) -> dict[str, str]:
    adjectives = [(match, agree(match[0], noun)) for match in before]
    columns: list[tuple[re.Match[str], Forms]] = [*adjectives, (head, noun.forms)]
    forms = {case: _replace(text, columns, index) for index, case in enumerate(CASES)}
    certain = {case: form for case, form in forms.items() if form is not None}
    genders = [name for grammeme, name in GENDERS.items() if grammeme in noun.grammemes]
    is_one = "sing" in noun.grammemes and len(genders) == 1 and all(forms != UNSURE for _, forms in columns)
    return certain | ({GENDER: genders[0]} if is_one else {})


def _replace(text: str, columns: list[tuple[re.Match[str], Forms]], index: int) -> str | None:
    """The text with each of the words in one case."""
    for match, forms in reversed(columns):
        form = forms[index]
        if form is None:
            return None
        text = text[: match.start()] + _capitalize_as(match[0], form) + text[match.end() :]
    return text


def _capitalize_as(word: str, form: str) -> str:
    return form.capitalize() if word[0].isupper() else form
