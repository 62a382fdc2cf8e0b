"""The forms of a term, from the slots of a lexicon: case and number, short forms, the ways a person is mentioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.model import Form, Usage

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

_NUMBERS: Final = ("singular", "dual", "plural")
_NO: Final = "no"
_ASIDE: Final = re.compile(r"(\S+) \(([^()]+)\)")  # Евгения (Женя) Беляева


def forms_of(base: str, slots: Mapping[str, str], cases: Sequence[str], genders: Sequence[str]) -> Iterator[Form]:
    """Every form that the slots give of a word, the base form first; `cases` and `genders` are the language's."""
    has_number = bool(cases) or any(number in slots for number in _NUMBERS)
    number = slots.get("number") or ("singular" if has_number else None)
    first = cases[0] if cases else None
    yield Form(base, first, number)
    yield from _same_in_all(base, slots.get("indeclinable"), cases, number, Usage.FULL)
    if "short" in slots:
        yield Form(slots["short"], first, number, usage=Usage.SHORT)
        yield from _same_in_all(slots["short"], slots.get("short.indeclinable"), cases, number, Usage.SHORT)
    for slot, text in slots.items():
        features = slot.split(".")
        usage = Usage.SHORT if features[0] == "short" else Usage.FULL
        features = features[1:] if usage is Usage.SHORT else features
        if features and all(feature in (*cases, *genders, *_NUMBERS) for feature in features):
            yield _form(text, features, cases, genders, number, usage)


def with_mentions(forms: Sequence[Form], usages: Container[Usage]) -> Iterator[Form]:
    """The forms of a person's name, and those ways to mention her: surname, given name, initial, surname first."""
    for form in forms:
        yield form
        for text in _without_aside(form.text):
            if text != form.text:
                yield _changed(form, text, form.usage)
            words = text.split()
            if len(words) > 1:
                yield from (mention for mention in _mentions(form, words) if mention.usage in usages)


def _mentions(form: Form, words: list[str]) -> Iterator[Form]:
    first, surname = words[0], words[-1]
    yield _changed(form, surname, Usage.SURNAME)
    yield _changed(form, first, Usage.GIVEN)
    yield _changed(form, f"{first[0]}. {surname}", Usage.INITIAL)
    yield _changed(form, f"{first[0]}.{surname}", Usage.INITIAL)
    yield _changed(form, " ".join((surname, *words[:-1])), Usage.INVERTED)


def _without_aside(name: str) -> tuple[str, ...]:
    """A name as it is; where it has another given name in parentheses, with either of the two alone as well."""
    if not _ASIDE.search(name):
        return (name,)
    return _ASIDE.sub(r"\1", name), _ASIDE.sub(r"\2", name)


def _same_in_all(
    text: str, indeclinable: str | None, cases: Sequence[str], number: str | None, usage: Usage
) -> Iterator[Form]:
    if indeclinable is not None and indeclinable != _NO:
        yield from (Form(text, case, number, usage=usage) for case in cases[1:])


def _form(
    text: str, features: list[str], cases: Sequence[str], genders: Sequence[str], number: str | None, usage: Usage
) -> Form:
    case = next((feature for feature in features if feature in cases), cases[0] if cases else None)
    gender = next((feature for feature in features if feature in genders), None)
    own = next((feature for feature in features if feature in _NUMBERS), number)
    return Form(text, case, own, gender, usage)


def _changed(form: Form, text: str, usage: Usage) -> Form:
    return Form(text, form.case, form.number, form.gender, usage)
