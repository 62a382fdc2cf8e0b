"""Drafting the case forms of a person's whole name: which of its words is what, and each declined as that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.russian.endings import PARTICLES
from vyzov_i18n.catalogs.russian.morphology import CASES, UNSURE, named_readings
from vyzov_i18n.catalogs.russian.name_words import Part, count_syllables, decline_by_rules, decline_word, is_known

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.russian.morphology import Forms
    from vyzov_i18n.film.concepts import Gender

_WORD: Final = re.compile(r"[А-Яа-яЁё](?:[А-Яа-яЁё'’-]*[А-Яа-яЁё])?")
# Words, initials with their full stop, and single words in brackets: Евгения (Женя) Беляева.
_NAME: Final = re.compile(rf"(?>{_WORD.pattern}|\s|\({_WORD.pattern}\)|(?<=\b[А-Я])\.)+")
_BRACKETS: Final = re.compile(r"\([^)]*\)")
_PATRONYMIC: Final = re.compile(r"(?:ович|евич|ьич|мич|овна|евна|ична)\Z")
_LONGEST: Final = 200  # characters


def decline_name(text: str, gender: Gender) -> Forms:
    """The forms of a person's name in each of CASES, spelled as the name is; None for each that is not certain.

    Raises ExtraError where a library of the extra `draft` is not installed.
    """
    if len(text) > _LONGEST or not _NAME.fullmatch(text):
        return UNSURE
    words = _WORD.findall(_BRACKETS.sub("", text))
    if len(words) > 2 and all(count_syllables(word) == 1 for word in words):
        return UNSURE  # a Korean or Chinese name, whose first word is the surname
    places = iter(range(len(words)))
    columns = []
    for match in _WORD.finditer(text):
        is_aside = text[match.start() - 1 : match.start()] == "("
        place = 0 if is_aside else next(places)
        is_initial = text[match.end() : match.end() + 1] == "."
        columns.append((match[0],) * len(CASES) if is_initial else _decline_at(match[0], place, words, gender))
    return tuple(_join(text, forms) for forms in zip(*columns, strict=True)) if columns else UNSURE


def _decline_at(word: str, place: int, words: list[str], gender: Gender) -> Forms:
    """The forms of a word by where it stands in the name."""
    if len(words) == 1:
        return _decline_alone(word, gender)
    given = words[0]
    is_particle = word.lower() in PARTICLES
    if place == 0:
        return UNSURE if is_particle else decline_word(word, Part.GIVEN, gender)  # Ван Гога, but Вана Клиберна
    if _PATRONYMIC.search(word) and named_readings(word, Part.PATRONYMIC.grammeme, gender):
        return decline_by_rules(word, Part.PATRONYMIC, gender)
    if place == len(words) - 1:
        return decline_word(word, Part.SURNAME, gender, given)
    if is_particle:
        return (word,) * len(CASES)
    return _decline_as_any(word, gender, given)


def _decline_alone(word: str, gender: Gender) -> Forms:
    """The dictionary tells what a word that is the whole name is; where it does not, both must come to the same."""
    parts = [part for part in (Part.GIVEN, Part.SURNAME) if is_known(word, part, gender)]
    return decline_word(word, parts[0], gender) if len(parts) == 1 else _decline_as_any(word, gender, "")


def _decline_as_any(word: str, gender: Gender, given: str) -> Forms:
    either = (decline_word(word, part, gender, given) for part in (Part.GIVEN, Part.SURNAME))
    return tuple(one if one == other else None for one, other in zip(*either, strict=True))


def _join(text: str, forms: tuple[str | None, ...]) -> str | None:
    """The text with its words replaced one by one."""
    if None in forms:
        return None
    remaining = iter(forms)
    return _WORD.sub(lambda _: next(remaining) or "", text)
