"""Translations against each other: what was left in English, what is translated in two ways, what shares one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.passages import MASK, mask, masked_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic

_SOURCE_LANGUAGE: Final = "en"
_PUNCTUATION: Final = ".,:;!?\"'()[]“”‘’…_&"
# Options, escapes, assignments, calls and fields are of code; so are brackets and capitals in what is no sentence.
_CODE: Final = re.compile(r"(?<![^\s(\[|])--?[A-Za-z]|\\|\w ?=[^=]|\w\(\)|^ *(?:[$%#>] |:\w|\.\. \w+::)", re.MULTILINE)
_USAGE: Final = re.compile(r"\[\S{1,40}\]|\b[A-Z]{3,}\b")
_SENTENCE_END: Final = re.compile(r"[\w\"')][.!?:…]\Z")
_TAG: Final = re.compile("<[^<>]*>")
_SENTENCE_WORDS: Final = 3  # fewer may be a name, or the same in both languages
_NAMES: Final = frozenset({"character", "organization", "person", "place", "ship", "work"})
_CONCEPTS: Final = _NAMES | {"film", "term"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the translations of a catalog against their sources and each other."""
    if subject.is_lexicon:
        return
    if subject.language != _SOURCE_LANGUAGE:
        yield from _find_unchanged(subject)
    if subject.domain == "film":
        yield from _find_shared_names(subject)
    elif subject.domain is None and "\nmsgctxt" in subject.text:
        yield from _find_inconsistent(subject)


def _find_unchanged(subject: Subject) -> Iterator[Diagnostic]:
    unchanged = [unit for unit in subject.units if unit.source == unit.target]
    if 2 * len(unchanged) > len(subject.units):
        return  # the catalog of the source language, whatever its tag
    for unit in unchanged:
        if (not subject.domain or _kind_of(unit) not in _CONCEPTS) and _is_sentence(subject, unit.target):
            yield subject.find("unchanged-source", unit, "the translation is the source")


def _is_code(text: str) -> bool:
    """Whether a text is a command or a listing, which stay as they are."""
    bare = _TAG.sub("", text).strip()
    is_usage = bare[:1].islower() and not _SENTENCE_END.search(bare, max(0, len(bare) - 2)) and _USAGE.search(bare)
    return bool(_CODE.search(bare) or is_usage)


def _is_sentence(subject: Subject, text: str) -> bool:
    """Whether there are words to translate: several, and not all of them with capitals as names have them."""
    if not subject.is_messages and _is_code(text):
        return False
    words = [
        word
        for run in _runs_of(subject, text)
        for token in run.split()
        if (word := token.strip(_PUNCTUATION)).isalpha() and len(word) > 1
    ]
    return len(words) >= _SENTENCE_WORDS and sum(word.islower() for word in words) > 1


def _runs_of(subject: Subject, text: str) -> Iterator[str]:
    if not subject.is_messages:
        yield mask(text)
        return
    model = subject.model(text)
    for variant in model.variants if model else ():
        yield masked_pattern(variant.pattern, text).replace(MASK, " ")


def _find_shared_names(subject: Subject) -> Iterator[Diagnostic]:
    """People, places, works … of one kind that have one name in the translation and different ones in the source."""
    named: dict[tuple[str, str], Unit] = {}
    for unit in subject.units:
        kind = _kind_of(unit)
        if kind not in _NAMES:
            continue
        first = named.setdefault((kind, unit.target.casefold()), unit)
        if first.source != unit.source:
            message = f"“{unit.source}” has the name of “{first.source}” ({first.entry.context})"
            yield subject.find("shared-name", unit, message)


def _kind_of(unit: Unit) -> str:
    return (unit.entry.context or "").partition("/")[0]


def _find_inconsistent(subject: Subject) -> Iterator[Diagnostic]:
    """Sources that stand in several contexts, translated in different ways: sentences, since words may need it."""
    first: dict[str, Unit] = {}
    for unit in subject.units:
        if unit.part not in ("msgstr", "msgstr[0]") or unit.source.count(" ") < _SENTENCE_WORDS - 1:
            continue
        other = first.setdefault(unit.source, unit)
        if other.target.casefold() != unit.target.casefold() and (other.part == unit.part):
            place = subject.catalog.place(other.entry, other.part)
            line = f" in line {place.line}" if place else ""
            message = f"the same source is translated as “{other.target}”{line}"
            yield subject.find("inconsistent-translation", unit, message)
