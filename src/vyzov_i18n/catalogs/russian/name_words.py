"""Drafting the forms of one word of a person's name, as Russian writes it.

Pytrovich declines by the ending, pymorphy3 by its dictionary, and `endings` knows which endings decide by themselves. A
form on which they do not agree is no form.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.catalogs.russian import endings
from vyzov_i18n.catalogs.russian.given_names import FRENCH, RUSSIAN
from vyzov_i18n.catalogs.russian.morphology import CASES, UNSURE, load_library, named_readings, readings
from vyzov_i18n.film.concepts import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.catalogs.russian.morphology import Forms, Reading


class Part(StrEnum):
    """The parts of a name, by pytrovich's names."""

    GIVEN = "FIRSTNAME"
    PATRONYMIC = "MIDDLENAME"
    SURNAME = "LASTNAME"

    @property
    def grammeme(self) -> str:
        """OpenCorpora's name of it."""
        return {Part.GIVEN: "Name", Part.PATRONYMIC: "Patr", Part.SURNAME: "Surn"}[self]


_ACCUSATIVE: Final = CASES.index("accusative")
_GENITIVE: Final = CASES.index("genitive")
_INSTRUMENTAL: Final = CASES.index("instrumental")
_OTHER: Final = {Gender.MALE: Gender.FEMALE, Gender.FEMALE: Gender.MALE}


def decline_word(word: str, part: Part, gender: Gender, given: str = "") -> Forms:
    """The forms of a given name or surname in each of CASES; `given` is the given name before a surname."""
    if "-" in word:
        return _decline_double(word, part, gender, given)
    if word == word.lower() or (word.isupper() and len(word) > 1) or word.lower() in endings.UKRAINIAN:
        return UNSURE
    if part is Part.GIVEN and not is_known(word, part, gender) and is_known(word, part, _OTHER[gender]):
        return UNSURE  # the facts have the wrong gender, or the name is a rare one
    if _is_indeclinable(word, part, gender):
        return (word,) * len(CASES)
    if part is Part.SURNAME and endings.SLAVIC[gender].search(word.lower()):
        return _decline_slavic(word, gender, given)
    return _decline_by_witnesses(word, part, gender)


def decline_by_rules(word: str, part: Part, gender: Gender) -> Forms:
    """The forms by pytrovich, which always has some."""
    enums, maker = _pytrovich()
    cases = [enums.Case[case.upper()] for case in CASES]
    return tuple(maker.make(enums.NamePart[part.value], enums.Gender[gender.name], case, word) for case in cases)


def is_known(word: str, part: Part, gender: Gender) -> bool:
    """Whether the dictionary has the word as that part of the name of a man or woman."""
    return any(found.is_known for found in named_readings(word, part.grammeme, gender))


@cache
def _pytrovich() -> tuple[Any, Any]:
    return load_library("pytrovich.enums"), load_library("pytrovich.maker").PetrovichDeclinationMaker()


def _is_indeclinable(word: str, part: Part, gender: Gender) -> bool:
    fixed = endings.FIXED_SURNAME if part is Part.SURNAME else endings.FIXED_GIVEN
    return bool(fixed[gender].search(word.lower())) or word.lower() in endings.FRENCH_SURNAMES


def _decline_by_witnesses(word: str, part: Part, gender: Gender) -> Forms:
    """What the rules and the dictionary agree on; where the dictionary has no such name, what the ending allows."""
    forms = decline_by_rules(word, part, gender)
    witnesses = _witnesses(word, part, gender)
    if word[-1] in "ая" and any(part.grammeme in found.grammemes and _is_fixed(found, word) for found in witnesses):
        return (word,) * len(CASES)
    if part is Part.GIVEN and endings.MISLEADING_GIVEN.search(word) and len(_known(witnesses)) == 1:
        return tuple(form and _capitalize_as(word, form) for form in witnesses[0].forms)
    if witnesses:
        return _agreed(forms, witnesses)
    doubtful = endings.DOUBTFUL_SURNAME if part is Part.SURNAME else endings.DOUBTFUL_GIVEN
    if doubtful[gender].search(word.lower()):
        return UNSURE
    is_stress_needed = part is Part.SURNAME and endings.DOUBTFUL_INSTRUMENTAL.search(word.lower())
    return _with_instrumental(forms, None) if is_stress_needed else forms


def _decline_slavic(word: str, gender: Gender, given: str) -> Forms:
    """A surname in -ов(а) or -ин(а): Ивановым, but Дарвином; Ивановой, but Калины.

    The dictionary or the given name tells that it is a Russian one; for -ин, which is English too, both have to.
    """
    forms = decline_by_rules(word, Part.SURNAME, gender)
    known = [found for found in named_readings(word, Part.SURNAME.grammeme, gender) if found.is_known]
    is_russian = given.lower() in RUSSIAN
    if gender is Gender.FEMALE:
        is_noun = any({"NOUN", "inan"} <= found.grammemes and found.is_known for found in readings(word))
        certain = forms if is_russian and not is_noun else UNSURE
        return _agreed(forms, known) if known else certain
    if forms[_INSTRUMENTAL] == f"{word}ом":
        return _agreed(forms, known) if known else forms
    if word.endswith("ин") and not is_russian:
        is_foreign = given and _is_indeclinable(given, Part.GIVEN, gender)
        return _with_instrumental(forms, f"{word}ом" if is_foreign else None)
    if known:
        return _agreed(forms, known)
    is_long = count_syllables(word) > 1
    return forms if is_russian and is_long else _with_instrumental(forms, None)


def _decline_double(word: str, part: Part, gender: Gender, given: str) -> Forms:
    """A name with a hyphen: as the dictionary has it, or part by part."""
    for found in named_readings(word, part.grammeme, gender):
        if found.is_known:
            return tuple(form and _capitalize_as(word, form) for form in found.forms)
    first, *others = word.split("-")
    columns = [_decline_first(first, part, gender, given)]
    columns += [decline_word(other, part, gender, given) for other in others]
    return tuple("-".join(map(str, forms)) if None not in forms else None for forms in zip(*columns, strict=True))


def _decline_first(word: str, part: Part, gender: Gender, given: str) -> Forms:
    """The part before the hyphen: it declines where it is a name by itself, for certain."""
    lower = word.lower()
    if lower in (FRENCH if part is Part.GIVEN else endings.FIXED_BEFORE_HYPHEN):
        return (word,) * len(CASES)
    if part is Part.GIVEN:
        return decline_word(word, part, gender) if gender is Gender.FEMALE else UNSURE
    is_surname = (
        is_known(word, part, gender) or endings.SLAVIC[gender].search(lower) or endings.OF_SURNAMES.search(lower)
    )
    return decline_word(word, part, gender, given) if is_surname else UNSURE


def _witnesses(word: str, part: Part, gender: Gender) -> list[Reading]:
    """The readings of the word that speak for its forms as a name, those of the dictionary before guesses.

    A surname may be a common noun or adjective too, and then should decline as that.
    """
    named = [found for kind in Part for found in named_readings(word, kind.grammeme, gender)]
    if part is Part.SURNAME and gender is Gender.MALE and word[-1] not in "ая":
        named = [found for found in named if not _is_fixed(found, word)]  # a woman's, which is marked as anyone's
    own = [found for found in named if part.grammeme in found.grammemes]
    known = _known(own) or _known(named)
    if part is Part.SURNAME:
        known = known or [found for found in _known(readings(word)) if _is_model(found, word, gender)]
    return known or own


def _known(found: Iterable[Reading]) -> list[Reading]:
    return [reading for reading in found if reading.is_known]


def _is_model(reading: Reading, word: str, gender: Gender) -> bool:
    """Whether a surname that is this common noun or adjective would decline as it; in -а nouns of any gender do."""
    if reading.grammemes & {kind.grammeme for kind in Part}:
        return False
    if "NOUN" in reading.grammemes and word[-1] in "ая":
        return "sing" in reading.grammemes
    return bool({"NOUN", "ADJF"} & reading.grammemes) and reading.fits(gender)


def _agreed(forms: Forms, witnesses: list[Reading]) -> Forms:
    return tuple(
        form if form and any(_form_of_person(found, index) == form.lower() for found in witnesses) else None
        for index, form in enumerate(forms)
    )


def _form_of_person(reading: Reading, index: int) -> str | None:
    """The form that the word has as a name: an inanimate masculine noun becomes animate."""
    is_thing = index == _ACCUSATIVE and {"inan", "masc"} <= reading.grammemes
    return reading.forms[_GENITIVE if is_thing else index]


def _is_fixed(reading: Reading, word: str) -> bool:
    return set(reading.forms) == {word.lower()}


def _with_instrumental(forms: Forms, instrumental: str | None) -> Forms:
    return (*forms[:_INSTRUMENTAL], instrumental, *forms[_INSTRUMENTAL + 1 :])


def _capitalize_as(word: str, form: str) -> str:
    """Capitals where the parts of the word have them."""
    pieces = zip(word.split("-"), form.split("-"), strict=True)
    return "-".join(new.capitalize() if old[:1].isupper() else new for old, new in pieces)


def count_syllables(word: str) -> int:
    """As many as there are vowels."""
    return sum(letter in endings.VOWELS for letter in word.lower())
