"""The forms of words in a film's lexicon: their slots, the words they stand on, whether they are forms of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.film.model import CONCEPT_TABLES, ORIGINAL_TITLE
from vyzov_i18n.messages.terms import NOMINATIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vyzov_i18n.checks.rendering import Rendering
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

_YES: Final = ("yes",)
_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "indeclinable": _YES,
    "short.indeclinable": _YES,
    "number": ("plural",),
    "initial": ("vowel", "consonant"),
    "quotes": ("yes", "no"),
    "context": ("capitalized", "quoted", "class-word"),
}
_SEVERAL: Final = ("context", "government")  # values that may stand side by side
_OTHER_NAMES: Final = ("admitted", "deprecated", "forbidden")
_HEADS: Final = ("short", *_OTHER_NAMES)  # of which there are case forms
_WORDS: Final = (*_HEADS, "preposition")
_CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
_PLURAL: Final = "plural"
_NATURAL_GENDERS: Final = ("masculine", "feminine")

# What stands in a lexicon beside the concepts of a film, and the slots it has where those are not cases and numbers.
_GENERAL: Final[dict[str, tuple[str, ...]]] = {
    "unit": (),
    "currency": (),
    "magnitude": (),
    "month": (),
    "category": ("class-words",),
    "preposition": ("government",),
    "language": ("function-words",),
}
_COMMON: Final = "term"  # common nouns: their plurals may begin with other letters
_WORD: Final = re.compile(r"[^\W\d_]+")


class _Form(msgspec.Struct, frozen=True):
    """An entry of the lexicon, its context taken apart."""

    unit: Unit
    slot: str
    concept: str

    @property
    def table(self) -> str:
        return self.concept.partition("/")[0]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the lexicon of a film."""
    rendering, film = subject.rendering, subject.film
    if not subject.is_lexicon or rendering is None or film is None:
        return
    forms = [_Form(unit, *_split(unit)) for unit in subject.units]
    of_film: list[_Form] = []
    for form in forms:
        yield from _check_slot(subject, form, rendering)
        if form.table not in _GENERAL:
            found = list(_check_concept(subject, form, film, rendering))
            yield from found
            if not found:
                of_film.append(form)
    yield from _check_stems(subject, of_film, _NamesOf(film, rendering))
    yield from _check_declension(subject, of_film, rendering)


def _split(unit: Unit) -> tuple[str, str]:
    slot, _, concept = (unit.entry.context or "").partition("|")
    return slot, concept


def _check_slot(subject: Subject, form: _Form, rendering: Rendering) -> Iterator[Diagnostic]:
    known = _values_of(form.slot, rendering)
    if known is not None:
        values = form.unit.target.split() if form.slot in _SEVERAL else (form.unit.target,)
        if not known.issuperset(values):
            message = f"the slot {form.slot!r} takes {', '.join(sorted(known))}"
            yield subject.find("odd-slot-value", form.unit, message)
    elif form.slot not in _WORDS and not _is_known(form, rendering):
        cases, genders = ", ".join(rendering.lexicon.cases), ", ".join(rendering.lexicon.genders)
        remedy = f"the language has the cases {cases or '(none)'} and the genders {genders or '(none)'}"
        yield subject.find_in(
            "unknown-slot", form.unit.entry, "msgctxt", f"there is no slot {form.slot!r}", help=remedy, text=form.slot
        )


def _values_of(slot: str, rendering: Rendering) -> frozenset[str] | None:
    """The values of a slot that takes certain words only."""
    if slot == "gender":
        return frozenset((*rendering.lexicon.genders, *_NATURAL_GENDERS))
    if slot == "government":
        return frozenset(rendering.lexicon.cases)
    return frozenset(_VALUES[slot]) if slot in _VALUES else None


def _is_known(form: _Form, rendering: Rendering) -> bool:
    """Whether a slot is made of features that there are, in their order."""
    features = form.slot.split(".")
    if form.table in _GENERAL:
        if form.slot in _GENERAL[form.table]:
            return True
        last: tuple[str, ...] = _CATEGORIES
    else:
        features = features[1:] if features[0] in _HEADS else features
        last = (*rendering.lexicon.genders, _PLURAL)
    cases = (NOMINATIVE, *rendering.lexicon.cases)
    match features:
        case [feature]:
            return feature in cases or feature in last
        case [case, feature]:
            return case in cases and feature in last
    return False


def _check_concept(subject: Subject, form: _Form, film: Film, rendering: Rendering) -> Iterator[Diagnostic]:
    """That the film has the concept, under the name that the form stands on."""
    if form.concept == ORIGINAL_TITLE:
        return
    try:
        base = rendering.base(form.concept)
    except KeyError:
        near = ", ".join(name for name, _ in film.concepts() if name.partition("/")[0] == form.table)
        remedy = f"there are {near}" if near else f"the tables of concepts are {', '.join(CONCEPT_TABLES)}"
        message = f"the film has no {form.concept!r}"
        yield subject.find_in("unknown-concept", form.unit.entry, "msgctxt", message, help=remedy, text=form.concept)
        return
    if base is not None and base != form.unit.entry.message:
        message = f"film.po calls {form.concept} “{base}”, so that this form is never found"
        yield subject.find_in("stale-form", form.unit.entry, "msgid", message, text=form.unit.entry.message)


class _NamesOf:
    """The words of the names of a film's concepts, by concept; None where it is not translated."""

    def __init__(self, film: Film, rendering: Rendering) -> None:
        self._bases = {name: rendering.base(name) for name, _ in film.concepts()}
        self.words = {name: _words(base) for name, base in self._bases.items() if base}

    def resembling(self, form: list[str], table: str) -> str | None:
        """Another name of the table that a form could be a form of."""
        return next(
            (
                self._bases[name]
                for name, words in self.words.items()
                if name.startswith(f"{table}/") and words and _resemble(form, words)
            ),
            None,
        )


def _check_stems(subject: Subject, forms: Iterable[_Form], names: _NamesOf) -> Iterator[Diagnostic]:
    """Forms of names that are forms of another word: a name that slipped a line."""
    shorts = {form.concept: _words(form.unit.target) for form in forms if form.slot == "short"}
    for form in forms:
        if (
            form.table == _COMMON
            or form.slot in _WORDS
            or form.slot.startswith(_OTHER_NAMES)
            or form.slot in (*_VALUES, "gender")
        ):
            continue
        base = shorts.get(form.concept) if form.slot.startswith("short.") else names.words.get(form.concept)
        words = _words(form.unit.target)
        if not base or not words or _resemble(words, base):
            continue
        other = names.resembling(words, form.table)
        if other or not _share_a_letter(words, base):
            name = f"“{form.unit.entry.message}”"
            message = f"this is no form of {name}" + (f": it looks like one of “{other}”" if other else "")
            yield subject.find("foreign-form", form.unit, message)


def _words(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return _WORD.findall("".join(character for character in plain if not unicodedata.combining(character)))


def _resemble(form: list[str], base: list[str]) -> bool:
    """Whether each word of the base form has half of its beginning in the word at the same place, or any other."""
    return all(
        any(word[: (len(word) + 1) // 2] == other[: (len(word) + 1) // 2] for other in form) for word in base if word
    )


def _share_a_letter(form: list[str], base: list[str]) -> bool:
    return any(one[:1] == other[:1] for one, other in zip_longest(form, base, fillvalue=" "))


def _check_declension(subject: Subject, forms: Iterable[_Form], rendering: Rendering) -> Iterator[Diagnostic]:
    """Words whose forms in all cases are the base form, and that are not said to be indeclinable."""
    of_concept: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        if form.table != _COMMON:
            of_concept[form.concept].append(form)
    is_case: Callable[[str], bool] = frozenset(rendering.lexicon.cases).__contains__
    for concept, its_forms in of_concept.items():
        cases = [form for form in its_forms if is_case(form.slot)]
        same = [form for form in cases if form.unit.target == form.unit.entry.message]
        if len(same) > 2 and len(same) == len(cases) and all(form.slot != "indeclinable" for form in its_forms):
            message = f"{len(same)} cases of “{same[0].unit.entry.message}” are the same as its base form"
            remedy = f"write “yes” in the entry 'indeclinable|{concept}' instead of these forms"
            yield subject.find("undeclined-word", same[0].unit, message, help=remedy)
